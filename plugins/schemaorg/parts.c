/* SPDX-License-Identifier: MIT */
/* JSON-LD nodes: agents, licences, publications, and the catalog. */
#include <stdio.h>
#include <string.h>

#include <catex/text.h>

#include "schemaorg.h"

const char *
schemaorg_copy(struct schemaorg_state *state, const char *text, size_t size)
{
    char *copy = catex_run_scratch(state->run, size + 1);
    return copy == NULL ? NULL : memcpy(copy, text, size); /* it is zeroed */
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

static const char *
name_of(struct schemaorg_state *state, const struct catex_agent *agent)
{
    if (agent->name != NULL)
        return agent->name;
    if (agent->family == NULL || agent->given == NULL)
        return agent->family == NULL ? agent->given : agent->family;
    size_t size = strlen(agent->given) + strlen(agent->family) + 2;
    char *name = catex_run_scratch(state->run, size);
    if (name != NULL)
        snprintf(name, size, "%s %s", agent->given, agent->family);
    return name;
}

void
schemaorg_agent(struct schemaorg_state *state, struct schemaorg_node *node,
                const char *key, const struct catex_agent *agent)
{
    int is_person = agent->kind == CATEX_AGENT_PERSON ||
                    (agent->kind == 0 && agent->family != NULL);
    struct schemaorg_node *child =
        schemaorg_node(state, is_person ? "Person" : "Organization");
    schemaorg_text(state, child, "name", name_of(state, agent));
    if (is_person) {
        schemaorg_text(state, child, "givenName", agent->given);
        schemaorg_text(state, child, "familyName", agent->family);
    }
    schemaorg_text(state, child, "email", agent->email);
    schemaorg_text(state, child, "url", web(state, agent->url));
    if (web(state, agent->iri) != NULL)
        schemaorg_text(state, child, "sameAs", web(state, agent->iri));
    else
        schemaorg_text(state, child, "identifier", agent->iri);
    schemaorg_add(state, node, key, child);
}

/* The licence's URL where that is all, else a CreativeWork with its name: a
 * name alone is no licence for Google. */
void
schemaorg_licence(struct schemaorg_state *state, struct schemaorg_node *node,
                  const char *key, const struct catex_licence *licence)
{
    const char *url = catex_run_licence(state->run, licence);
    if (url != NULL && licence->name == NULL &&
        (licence->url == NULL || licence->spdx == NULL)) {
        schemaorg_add_text(state, node, key, url);
        return;
    }
    struct schemaorg_node *work = schemaorg_node(state, "CreativeWork");
    schemaorg_text(state, work, "name",
                   licence->name != NULL   ? licence->name
                   : licence->spdx != NULL ? licence->spdx
                                           : licence->url);
    schemaorg_text(state, work, "identifier", licence->spdx);
    schemaorg_text(state, work, "url", url);
    schemaorg_add(state, node, key, work);
}

/* Issue within volume within journal, as far as they are known. */
static const struct schemaorg_node *
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
    const struct schemaorg_node *inner = NULL;
    for (size_t i = 0; i < sizeof levels / sizeof levels[0]; i++) {
        if (levels[i].value == NULL)
            continue;
        struct schemaorg_node *level = schemaorg_node(state, levels[i].type);
        schemaorg_text(state, level, levels[i].key, levels[i].value);
        schemaorg_add(state, level, "isPartOf", inner);
        inner = level;
    }
    return inner;
}

static void
add_identifier(struct schemaorg_state *state, struct schemaorg_node *node,
               const char *scheme, const char *value)
{
    if (value == NULL)
        return;
    struct schemaorg_node *identifier = schemaorg_node(state, "PropertyValue");
    schemaorg_text(state, identifier, "propertyID", scheme);
    schemaorg_text(state, identifier, "value", value);
    schemaorg_add(state, node, "identifier", identifier);
}

static const char *
year_of(struct schemaorg_state *state, const struct catex_publication *p)
{
    char year[16];
    int size = snprintf(year, sizeof year, "%04d", p->year);
    return p->year == 0 ? NULL : schemaorg_copy(state, year, (size_t)size);
}

/* A publication of which no more is known than an address is that address as
 * text. */
void
schemaorg_publication(struct schemaorg_state *state,
                      struct schemaorg_node *node, const char *key,
                      const struct catex_publication *p)
{
    const char *url = catex_run_publication(state->run, p);
    const char *own = web(state, p->url);
    int is_named_twice =
        own != NULL && url != NULL && strcmp(own, url) != 0;
    if (p->title == NULL && !is_named_twice) {
        schemaorg_add_text(state, node, key, url);
        return;
    }
    struct schemaorg_node *article = schemaorg_node(state, "ScholarlyArticle");
    schemaorg_text(state, article, "name", p->title);
    schemaorg_text(state, article, "url", url);
    schemaorg_text(state, article, "sameAs", is_named_twice ? own : NULL);
    add_identifier(state, article, "doi", p->doi);
    add_identifier(state, article, "pmid", p->pmid);
    add_identifier(state, article, "pmcid", p->pmcid);
    add_identifier(state, article, "arxiv", p->arxiv);
    for (const struct catex_agent *a = p->authors; a != NULL; a = a->next)
        schemaorg_agent(state, article, "author", a);
    for (const struct catex_agent *a = p->editors; a != NULL; a = a->next)
        schemaorg_agent(state, article, "editor", a);
    schemaorg_text(state, article, "datePublished",
                   p->issued != NULL ? p->issued : year_of(state, p));
    schemaorg_add(state, article, "isPartOf", venue(state, p));
    schemaorg_text(state, article, "pagination", p->pages);
    if (p->publisher != NULL) {
        struct schemaorg_node *publisher =
            schemaorg_node(state, "Organization");
        schemaorg_text(state, publisher, "name", p->publisher);
        schemaorg_add(state, article, "publisher", publisher);
    }
    schemaorg_add(state, node, key, article);
}
