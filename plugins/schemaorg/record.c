/* SPDX-License-Identifier: MIT */
/* The catalog and its records as schema.org has them. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include <catex/text.h>

#include "schemaorg.h"

enum { SHORTEST = 50, LONGEST = 5000 }; /* characters of a description */

/* Bytes of the first @count characters of @text, fewer if it is shorter. */
static size_t
bytes_of(const char *text, size_t count)
{
    size_t i = 0;
    for (; text[i] != '\0'; i++)
        if (((unsigned char)text[i] & 0xC0) != 0x80 && count-- == 0)
            break;
    return i;
}

/* The bytes of @text that end with a word and are at most LONGEST characters;
 * where that leaves next to nothing, a word is cut. */
static size_t
whole_words(const char *text)
{
    static const char blanks[] = " \n\t";
    size_t limit = bytes_of(text, LONGEST), size = limit;
    while (size > 0 && strchr(blanks, text[size]) == NULL)
        size--;
    while (size > 0 && strchr(blanks, text[size - 1]) != NULL)
        size--;
    return size >= bytes_of(text, SHORTEST) ? size : limit;
}

/* The description, followed or replaced by a sentence if need be. */
static const char *
long_enough(struct schemaorg_state *state, const struct catex_record *record)
{
    const char *text = record->description;
    if (text != NULL && text[bytes_of(text, SHORTEST - 1)] != '\0')
        return text;
    const char *sentence = catex_run_sentence(state->run, record);
    if (text == NULL || sentence == NULL)
        return sentence;
    size_t size = strlen(text) + strlen(sentence) + 3;
    char *both = catex_run_scratch(state->run, size);
    if (both != NULL)
        snprintf(both, size, "%s\n\n%s", text, sentence);
    return both;
}

static const char *
description(struct schemaorg_state *state, const struct catex_record *record)
{
    const char *text = long_enough(state, record);
    if (text == NULL || strlen(text) <= LONGEST ||
        text[bytes_of(text, LONGEST)] == '\0')
        return text;
    catex_run_warn(state->run, "cut", record,
                   "the description is cut to the %d characters that search "
                   "engines take",
                   LONGEST);
    return schemaorg_copy(state, text, whole_words(text));
}

static void
add_sections(struct schemaorg_state *state, struct schemaorg_node *node,
             const struct catex_record *record)
{
    for (const struct catex_section_ref *ref = record->sections; ref != NULL;
         ref = ref->next) {
        const struct catex_section *section = ref->section;
        const char *name =
            section->title != NULL ? section->title : section->label;
        struct schemaorg_node *term = schemaorg_node(state, "DefinedTerm");
        schemaorg_text(state, term, "@id",
                       schemaorg_iri(state, "section/", section->id));
        schemaorg_text(state, term, "name",
                       name != NULL ? name : section->id);
        schemaorg_text(state, term, "termCode", section->number);
        schemaorg_add(state, node, "about", term);
        schemaorg_add_text(state, node, "keywords", name);
    }
}

static void
add_texts(struct schemaorg_state *state, struct schemaorg_node *node,
          const char *key, const struct catex_string *text)
{
    for (; text != NULL; text = text->next)
        schemaorg_add_text(state, node, key, text->text);
}

static void
add_agents(struct schemaorg_state *state, struct schemaorg_node *node,
           const char *key, const struct catex_agent *agent)
{
    for (; agent != NULL; agent = agent->next)
        schemaorg_agent(state, node, key, agent);
}

static void
add_identifiers(struct schemaorg_state *state, struct schemaorg_node *node,
                const struct catex_record *record)
{
    for (const struct catex_identifier *id = record->identifiers; id != NULL;
         id = id->next) {
        struct schemaorg_node *value = schemaorg_node(state, "PropertyValue");
        schemaorg_text(state, value, "propertyID", id->scheme);
        schemaorg_text(state, value, "value", id->value);
        if (strcmp(id->scheme, "doi") == 0)
            schemaorg_text(state, value, "url",
                           catex_run_doi(state->run, id->value));
        schemaorg_add(state, node, "identifier", value);
    }
}

/* The page that shows the record best: the first link of the first of these
 * roles that has one. */
static const struct catex_link *
best_page(const struct catex_link **links)
{
    static const uint32_t order[] = {
        CATEX_ROLE_LANDING,  CATEX_ROLE_ACCESS, CATEX_ROLE_OTHER,
        CATEX_ROLE_DOWNLOAD, CATEX_ROLE_INFO,   CATEX_ROLE_EXPLORER};
    for (size_t i = 0; i < sizeof order / sizeof order[0]; i++)
        for (size_t k = 0; links[k] != NULL; k++)
            if ((links[k]->roles & order[i]) &&
                !catex_link_is_file(links[k]) &&
                catex_url_scheme(links[k]->url) == CATEX_SCHEME_WEB)
                return links[k];
    return NULL;
}

/* What names the dataset and nothing else: its DOI, else a landing page that
 * no other record has. */
static const char *
identity(struct schemaorg_state *state, const struct catex_record *record)
{
    for (const struct catex_identifier *id = record->identifiers; id != NULL;
         id = id->next)
        if (strcmp(id->scheme, "doi") == 0)
            return catex_run_doi(state->run, id->value);
    for (const struct catex_link *l = record->links; l != NULL; l = l->next)
        if ((l->roles & CATEX_ROLE_LANDING) &&
            !(l->flags & (CATEX_LINK_SHARED | CATEX_LINK_INHERITED)) &&
            catex_url_scheme(l->url) == CATEX_SCHEME_WEB)
            return catex_run_uri(state->run, l->url);
    return NULL;
}

static void
add_link(struct schemaorg_state *state, struct schemaorg_node *node,
         const struct catex_link *link)
{
    int is_file = catex_link_is_file(link);
    struct schemaorg_node *value =
        schemaorg_node(state, is_file ? "DataDownload" : "CreativeWork");
    schemaorg_text(state, value, "name",
                   link->label != NULL ? link->label : link->title);
    schemaorg_text(state, value, "alternateName",
                   link->label != NULL ? link->title : NULL);
    schemaorg_text(state, value, is_file ? "contentUrl" : "url",
                   catex_run_uri(state->run, link->url));
    schemaorg_text(state, value, "encodingFormat", link->media_type);
    schemaorg_text(state, value, "description", link->note);
    schemaorg_add(state, node, is_file ? "distribution" : "subjectOf", value);
}

/* Whether the record's licence says what @link says. */
static int
is_licence(const struct catex_link *link, const struct catex_record *record)
{
    return link->roles == CATEX_ROLE_LICENCE && record->licence != NULL &&
           record->licence->url != NULL &&
           strcmp(record->licence->url, link->url) == 0;
}

static void
add_links(struct schemaorg_state *state, struct schemaorg_node *node,
          const struct catex_record *record)
{
    const struct catex_link **links = catex_run_links(state->run, record);
    if (links == NULL)
        return;
    const struct catex_link *best = best_page(links);
    const char *same = identity(state, record);
    if (best != NULL)
        schemaorg_text(state, node, "url",
                       catex_run_uri(state->run, best->url));
    schemaorg_text(state, node, "sameAs", same);
    for (size_t i = 0; links[i] != NULL; i++) {
        const struct catex_link *link = links[i];
        int scheme = catex_url_scheme(link->url);
        if (!catex_url_is_link(link->url) && scheme != CATEX_SCHEME_MAIL)
            catex_run_warn(state->run, "not-a-link", record,
                           "«%.60s» is no web address and not written",
                           link->url);
        else if (is_licence(link, record))
            continue;
        else if (link->roles == CATEX_ROLE_LICENCE && record->licence == NULL)
            schemaorg_add_text(state, node, "license",
                               catex_run_uri(state->run, link->url));
        else if (link != best || link->label != NULL || link->title != NULL ||
                 link->note != NULL)
            add_link(state, node, link);
    }
}

static void
add_access(struct schemaorg_state *state, struct schemaorg_node *node,
           const struct catex_record *record)
{
    const char *note = record->access_note;
    const char *words = catex_access_words(record->access);
    schemaorg_add_text(state, node, "conditionsOfAccess", note);
    if (note == NULL || (words != NULL && strcmp(note, words) != 0))
        schemaorg_add_text(state, node, "conditionsOfAccess", words);
    if (record->fee != 0)
        schemaorg_bare(state, node, "isAccessibleForFree",
                       record->fee == CATEX_FEE_NO ? "true" : "false");
    if (record->rights_note != NULL) {
        struct schemaorg_node *info = schemaorg_node(state, "CreativeWork");
        schemaorg_text(state, info, "text", record->rights_note);
        schemaorg_add(state, node, "usageInfo", info);
    }
    if (record->licence != NULL)
        schemaorg_licence(state, node, "license", record->licence);
}

static void
add_coverage(struct schemaorg_state *state, struct schemaorg_node *node,
             const struct catex_record *record)
{
    schemaorg_text(state, node, "datePublished", record->issued);
    schemaorg_text(state, node, "dateModified", record->modified);
    schemaorg_text(state, node, "version", record->version);
    schemaorg_text(state, node, "temporalCoverage", record->temporal);
    if (record->spatial != NULL) {
        struct schemaorg_node *place = schemaorg_node(state, "Place");
        schemaorg_text(state, place, "name", record->spatial);
        schemaorg_add(state, node, "spatialCoverage", place);
    }
    add_texts(state, node, "inLanguage", record->languages);
    for (const struct catex_count *c = record->counts; c != NULL;
         c = c->next) {
        struct schemaorg_node *value =
            schemaorg_node(state, "QuantitativeValue");
        char digits[24];
        int size = snprintf(digits, sizeof digits, "%" PRIu64, c->value);
        const char *number = schemaorg_copy(state, digits, (size_t)size);
        if (c->value <= INT64_MAX) /* what readers of JSON can hold */
            schemaorg_bare(state, value, "value", number);
        else
            schemaorg_text(state, value, "value", number);
        schemaorg_text(state, value, "unitText", c->unit);
        schemaorg_add(state, node, "size", value);
    }
}

static void
add_publications(struct schemaorg_state *state, struct schemaorg_node *node,
                 const struct catex_record *record)
{
    for (const struct catex_publication *p = record->publications; p != NULL;
         p = p->next) {
        if (p->title != NULL || catex_run_publication(state->run, p) != NULL)
            schemaorg_publication(state, node, "citation", p);
        else
            catex_run_warn(state->run, "not-carried", record,
                           "its publication %s has neither title nor address "
                           "and is not written",
                           p->id);
    }
}

/* The parent, and that this record is a part of it. */
static void
add_parent(struct schemaorg_state *state, struct schemaorg_node *node,
           const struct catex_record *record)
{
    if (record->parent == NULL)
        return;
    struct schemaorg_node *part = schemaorg_node(state, "Dataset");
    schemaorg_text(state, part, "@id", schemaorg_iri(state, "", record->id));
    struct schemaorg_node *parent = schemaorg_node(state, "Dataset");
    schemaorg_text(state, parent, "@id",
                   schemaorg_iri(state, "", record->parent));
    schemaorg_add(state, parent, "hasPart", part);
    schemaorg_add(state, node, "isPartOf", parent);
}

/* The catalog is the document whose fragments its records are; one without an
 * IRI has a name within the file. */
static void
name_catalog(struct schemaorg_state *state, struct schemaorg_node *node)
{
    const struct catex_catalog *catalog = state->run->catalog;
    const char *id = "_:catalog";
    if (catalog->base_iri != NULL)
        id = catex_run_uri(state->run, catalog->base_iri);
    if (id != NULL && strchr(id, '#') != NULL)
        id = schemaorg_copy(state, id, strcspn(id, "#"));
    schemaorg_text(state, node, "@id", id);
    schemaorg_text(state, node, "name",
                   catalog->title != NULL ? catalog->title
                                          : catalog->source.path);
    if (catalog->homepage != NULL &&
        catex_url_scheme(catalog->homepage) == CATEX_SCHEME_WEB)
        schemaorg_text(state, node, "url",
                       catex_run_uri(state->run, catalog->homepage));
}

/* What is said of the description, not of the dataset: the catalog's own. */
static void
add_catalog(struct schemaorg_state *state, struct schemaorg_node *node)
{
    const struct catex_catalog *catalog = state->run->catalog;
    struct schemaorg_node *name = schemaorg_node(state, "DataCatalog");
    name_catalog(state, name);
    schemaorg_add(state, node, "includedInDataCatalog", name);
    if (catalog->publisher != NULL)
        schemaorg_agent(state, node, "sdPublisher", catalog->publisher);
    if (catalog->licence != NULL)
        schemaorg_licence(state, node, "sdLicense", catalog->licence);
    schemaorg_text(state, node, "sdDatePublished", catalog->modified);
}

struct schemaorg_node *
schemaorg_record(struct schemaorg_state *state,
                 const struct catex_record *record)
{
    struct schemaorg_node *node = schemaorg_node(state, "Dataset");
    schemaorg_text(state, node, "@id", schemaorg_iri(state, "", record->id));
    schemaorg_text(state, node, "name", record->title);
    add_texts(state, node, "alternateName", record->alt_titles);
    schemaorg_text(state, node, "description", description(state, record));
    add_identifiers(state, node, record);
    add_links(state, node, record);
    add_sections(state, node, record);
    schemaorg_add_text(state, node, "keywords", record->group);
    add_texts(state, node, "keywords", record->topics);
    add_texts(state, node, "keywords", record->keywords);
    add_agents(state, node, "creator", record->creators);
    add_agents(state, node, "publisher", record->publisher);
    add_access(state, node, record);
    add_coverage(state, node, record);
    add_publications(state, node, record);
    add_parent(state, node, record);
    add_catalog(state, node);
    return node;
}

struct schemaorg_node *
schemaorg_catalog(struct schemaorg_state *state)
{
    const struct catex_catalog *catalog = state->run->catalog;
    struct schemaorg_node *node = schemaorg_node(state, "DataCatalog");
    name_catalog(state, node);
    schemaorg_text(state, node, "description", catalog->description);
    if (strcmp(catalog->language, "und") != 0)
        schemaorg_text(state, node, "inLanguage", catalog->language);
    schemaorg_text(state, node, "datePublished", catalog->issued);
    schemaorg_text(state, node, "dateModified", catalog->modified);
    add_texts(state, node, "keywords", catalog->keywords);
    add_agents(state, node, "publisher", catalog->publisher);
    add_agents(state, node, "creator", catalog->creators);
    if (catalog->licence != NULL)
        schemaorg_licence(state, node, "license", catalog->licence);
    for (const struct catex_string *theme = catalog->themes; theme != NULL;
         theme = theme->next) {
        struct schemaorg_node *term = schemaorg_node(state, "DefinedTerm");
        schemaorg_text(state, term, "url",
                       catex_run_uri(state->run, theme->text));
        schemaorg_add(state, node, "about", term);
    }
    return node;
}
