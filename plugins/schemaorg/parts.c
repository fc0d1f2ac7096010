/* SPDX-License-Identifier: MIT */
/* JSON-LD nodes: agents, licences, publications, and the catalog. */
#include <stdio.h>
#include <string.h>

#include <catex/text.h>

#include "schemaorg.h"

json_t *
schemaorg_node(struct schemaorg_state *state, const char *type)
{
    json_t *node = json_object();
    schemaorg_text(state, node, "@type", type);
    return node;
}

static void
set(struct schemaorg_state *state, json_t *node, const char *key,
    json_t *value)
{
    if (json_object_set_new_nocheck(node, key, value) != 0)
        state->failed = 1;
}

void
schemaorg_text(struct schemaorg_state *state, json_t *node, const char *key,
               const char *text)
{
    if (text != NULL)
        set(state, node, key, json_string_nocheck(text));
}

void
schemaorg_add(struct schemaorg_state *state, json_t *node, const char *key,
              json_t *value)
{
    json_t *there = json_object_get(node, key);
    if (there == NULL) {
        set(state, node, key, value);
        return;
    }
    if (!json_is_array(there)) {
        json_t *list = json_array();
        if (json_array_append(list, there) != 0)
            state->failed = 1;
        set(state, node, key, list);
        there = list;
    }
    if (json_array_append_new(there, value) != 0)
        state->failed = 1;
}

void
schemaorg_add_text(struct schemaorg_state *state, json_t *node,
                   const char *key, const char *text)
{
    if (text != NULL)
        schemaorg_add(state, node, key, json_string_nocheck(text));
}

const char *
schemaorg_iri(struct schemaorg_state *state, const char *folder,
              const char *id)
{
    const char *base = state->run->catalog->base_iri;
    if (base == NULL)
        base = "#";
    size_t size = strlen(base) + strlen(folder) + strlen(id) + 1;
    char *iri = catex_run_scratch(state->run, size);
    if (iri == NULL)
        return NULL;
    strcpy(stpcpy(stpcpy(iri, base), folder), id);
    return catex_run_uri(state->run, iri);
}

static const char *
web(struct schemaorg_state *state, const char *url)
{
    return url != NULL && catex_url_scheme(url) == CATEX_SCHEME_WEB
               ? catex_run_uri(state->run, url)
               : NULL;
}

json_t *
schemaorg_agent(struct schemaorg_state *state, const struct catex_agent *agent)
{
    int is_person = agent->kind == CATEX_AGENT_PERSON ||
                    (agent->kind == 0 && agent->family != NULL);
    json_t *node =
        schemaorg_node(state, is_person ? "Person" : "Organization");
    const char *parts[2] = {agent->given, agent->family};
    if (agent->name != NULL) {
        schemaorg_text(state, node, "name", agent->name);
    } else if (agent->family != NULL && agent->given != NULL) {
        json_t *name = json_sprintf("%s %s", parts[0], parts[1]);
        set(state, node, "name", name);
    } else {
        schemaorg_text(state, node, "name", parts[agent->family != NULL]);
    }
    if (is_person) {
        schemaorg_text(state, node, "givenName", agent->given);
        schemaorg_text(state, node, "familyName", agent->family);
    }
    schemaorg_text(state, node, "email", agent->email);
    schemaorg_text(state, node, "url", web(state, agent->url));
    if (web(state, agent->iri) != NULL)
        schemaorg_text(state, node, "sameAs", web(state, agent->iri));
    else
        schemaorg_text(state, node, "identifier", agent->iri);
    return node;
}

/* The licence's URL where that is all, else a CreativeWork with its name: a
 * name alone is no licence for Google. */
json_t *
schemaorg_licence(struct schemaorg_state *state,
                  const struct catex_licence *licence)
{
    const char *url = catex_run_licence(state->run, licence);
    if (url != NULL && licence->name == NULL &&
        (licence->url == NULL || licence->spdx == NULL))
        return json_string_nocheck(url);
    json_t *node = schemaorg_node(state, "CreativeWork");
    schemaorg_text(state, node, "name",
                   licence->name != NULL   ? licence->name
                   : licence->spdx != NULL ? licence->spdx
                                           : licence->url);
    schemaorg_text(state, node, "identifier", licence->spdx);
    schemaorg_text(state, node, "url", url);
    return node;
}

/* Issue within volume within journal, as far as they are known. */
static json_t *
venue(struct schemaorg_state *state, const struct catex_publication *p)
{
    const struct {
        const char *type, *key, *value;
    } levels[] = {
        {p->kind == CATEX_PUBLICATION_JOURNAL ? "Periodical" : "CreativeWork",
         "name", p->venue},
        {"PublicationVolume", "volumeNumber", p->volume},
        {"PublicationIssue", "issueNumber", p->issue},
    };
    json_t *inner = NULL;
    for (size_t i = 0; i < sizeof levels / sizeof levels[0]; i++) {
        if (levels[i].value == NULL)
            continue;
        json_t *node = schemaorg_node(state, levels[i].type);
        schemaorg_text(state, node, levels[i].key, levels[i].value);
        if (inner != NULL)
            set(state, node, "isPartOf", inner);
        inner = node;
    }
    return inner;
}

static void
add_identifier(struct schemaorg_state *state, json_t *node,
               const char *scheme, const char *value)
{
    if (value == NULL)
        return;
    json_t *identifier = schemaorg_node(state, "PropertyValue");
    schemaorg_text(state, identifier, "propertyID", scheme);
    schemaorg_text(state, identifier, "value", value);
    schemaorg_add(state, node, "identifier", identifier);
}

/* A publication of which no more is known than an address is that address as
 * text. NULL also where there is neither title nor address. */
json_t *
schemaorg_publication(struct schemaorg_state *state,
                      const struct catex_publication *p)
{
    const char *url = catex_run_publication(state->run, p);
    char year[16];
    const char *own = web(state, p->url);
    int is_named_twice =
        own != NULL && url != NULL && strcmp(own, url) != 0;
    if (p->title == NULL && !is_named_twice)
        return json_string_nocheck(url);
    json_t *node = schemaorg_node(state, "ScholarlyArticle");
    schemaorg_text(state, node, "name", p->title);
    schemaorg_text(state, node, "url", url);
    schemaorg_text(state, node, "sameAs", is_named_twice ? own : NULL);
    add_identifier(state, node, "doi", p->doi);
    add_identifier(state, node, "pmid", p->pmid);
    add_identifier(state, node, "pmcid", p->pmcid);
    add_identifier(state, node, "arxiv", p->arxiv);
    for (const struct catex_agent *a = p->authors; a != NULL; a = a->next)
        schemaorg_add(state, node, "author", schemaorg_agent(state, a));
    for (const struct catex_agent *a = p->editors; a != NULL; a = a->next)
        schemaorg_add(state, node, "editor", schemaorg_agent(state, a));
    snprintf(year, sizeof year, "%04d", p->year);
    schemaorg_text(state, node, "datePublished",
                   p->issued != NULL ? p->issued
                   : p->year != 0    ? year
                                     : NULL);
    if (p->venue != NULL || p->volume != NULL || p->issue != NULL)
        set(state, node, "isPartOf", venue(state, p));
    schemaorg_text(state, node, "pagination", p->pages);
    if (p->publisher != NULL) {
        json_t *publisher = schemaorg_node(state, "Organization");
        schemaorg_text(state, publisher, "name", p->publisher);
        set(state, node, "publisher", publisher);
    }
    return node;
}
