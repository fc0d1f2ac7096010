/* SPDX-License-Identifier: MIT */
/* The tables that describe the record model. Their order is the order of the
 * keys in catex JSON. */
#include <catex/shape.h>

#include <stddef.h>
#include <string.h>

#include <catex/model.h>

static const char *const kinds[] = {"dataset", "collection", "series",
                                    "challenge", "catalog", "service", NULL};
static const char *const accesses[] = {
    "open",    "registration", "registration-open", "approval",
    "contact", "fee",          "closed",            NULL};
static const char *const fees[] = {"no", "yes", NULL};
static const char *const roles[] = {
    "access", "download",  "landing",   "info",      "explorer", "code",
    "paper",  "reference", "challenge", "benchmark", "licence",  "other",
    NULL};
static const char *const relations[] = {"describes", "unspecified", "uses",
                                        "cites", NULL};
static const char *const publication_kinds[] = {
    "journal", "conference", "preprint", "report",  "book",
    "chapter", "thesis",     "dataset",  "webpage", NULL};
static const char *const agent_kinds[] = {"person", "organization", NULL};

#define AT(type, member) (uint32_t)offsetof(struct type, member)
#define PLAIN(type, kind, name, field) \
    {#name, CATEX_TYPE_##kind, AT(type, name), 0, field, NULL, NULL}
#define TEXT(type, name, field) PLAIN(type, TEXT, name, field)
#define NAMED(type, kind, name, names, field) \
    {#name, CATEX_TYPE_##kind, AT(type, name), 0, field, NULL, names}
#define SHAPED(type, kind, name, shape, field) \
    {#name, CATEX_TYPE_##kind, AT(type, name), 0, field, &(shape), NULL}
#define FLAG(type, name, member, bit, field) \
    {name, CATEX_TYPE_FLAG, AT(type, member), bit, field, NULL, NULL}
#define ORIGIN(type) {"origin", CATEX_TYPE_ORIGIN, AT(type, origin), 0, -1, \
                      NULL, NULL}
#define END {NULL, 0, 0, 0, -1, NULL, NULL}
#define SHAPE(shape_name) \
    {#shape_name, (uint32_t)sizeof(struct catex_##shape_name), \
     shape_name##_members}

static const struct catex_member agent_members[] = {
    NAMED(catex_agent, ENUM, kind, agent_kinds, -1),
    TEXT(catex_agent, name, -1),
    TEXT(catex_agent, family, -1),
    TEXT(catex_agent, given, -1),
    TEXT(catex_agent, iri, -1),
    TEXT(catex_agent, email, -1),
    TEXT(catex_agent, url, -1),
    END};
static const struct catex_shape agent_shape = SHAPE(agent);

static const struct catex_member licence_members[] = {
    TEXT(catex_licence, spdx, -1), TEXT(catex_licence, url, -1),
    TEXT(catex_licence, name, -1), END};
static const struct catex_shape licence_shape = SHAPE(licence);

static const struct catex_member source_members[] = {
    TEXT(catex_source, path, -1),
    {"lines", CATEX_TYPE_LINES, AT(catex_source, first_line), 0, -1, NULL,
     NULL},
    END};
static const struct catex_shape source_shape = SHAPE(source);

static const struct catex_member link_members[] = {
    NAMED(catex_link, SET, roles, roles, CATEX_FIELD_LINK_ROLES),
    TEXT(catex_link, label, CATEX_FIELD_LINK_LABEL),
    TEXT(catex_link, title, CATEX_FIELD_LINK_TITLE),
    TEXT(catex_link, url, CATEX_FIELD_LINKS),
    TEXT(catex_link, note, CATEX_FIELD_LINK_NOTE),
    TEXT(catex_link, media_type, CATEX_FIELD_LINK_MEDIA_TYPE),
    FLAG(catex_link, "inherited", flags, CATEX_LINK_INHERITED,
         CATEX_FIELD_LINK_INHERITED),
    FLAG(catex_link, "shared", flags, CATEX_LINK_SHARED,
         CATEX_FIELD_LINK_SHARED),
    FLAG(catex_link, "direct", flags, CATEX_LINK_DIRECT,
         CATEX_FIELD_LINK_DIRECT),
    PLAIN(catex_link, INT, line, CATEX_FIELD_LINK_LINE),
    END};
const struct catex_shape catex_shape_link = SHAPE(link);

static const struct catex_member publication_members[] = {
    TEXT(catex_publication, id, -1),
    NAMED(catex_publication, ENUM, relation, relations,
          CATEX_FIELD_PUBLICATION_RELATION),
    NAMED(catex_publication, ENUM, kind, publication_kinds,
          CATEX_FIELD_PUBLICATION_DETAILS),
    TEXT(catex_publication, doi, CATEX_FIELD_PUBLICATION_DOI),
    TEXT(catex_publication, pmid, CATEX_FIELD_PUBLICATION_PMID),
    TEXT(catex_publication, pmcid, CATEX_FIELD_PUBLICATION_PMCID),
    TEXT(catex_publication, arxiv, CATEX_FIELD_PUBLICATION_ARXIV),
    TEXT(catex_publication, url, CATEX_FIELD_PUBLICATION_URL),
    TEXT(catex_publication, title, CATEX_FIELD_PUBLICATION_TITLE),
    SHAPED(catex_publication, LIST, authors, agent_shape,
           CATEX_FIELD_PUBLICATION_AUTHORS),
    SHAPED(catex_publication, LIST, editors, agent_shape,
           CATEX_FIELD_PUBLICATION_DETAILS),
    PLAIN(catex_publication, INT, year, CATEX_FIELD_PUBLICATION_YEAR),
    TEXT(catex_publication, issued, CATEX_FIELD_PUBLICATION_YEAR),
    TEXT(catex_publication, venue, CATEX_FIELD_PUBLICATION_VENUE),
    TEXT(catex_publication, volume, CATEX_FIELD_PUBLICATION_DETAILS),
    TEXT(catex_publication, issue, CATEX_FIELD_PUBLICATION_DETAILS),
    TEXT(catex_publication, pages, CATEX_FIELD_PUBLICATION_DETAILS),
    TEXT(catex_publication, publisher, CATEX_FIELD_PUBLICATION_DETAILS),
    ORIGIN(catex_publication),
    END};
const struct catex_shape catex_shape_publication = SHAPE(publication);

static const struct catex_member identifier_members[] = {
    TEXT(catex_identifier, scheme, -1), TEXT(catex_identifier, value, -1),
    END};
static const struct catex_shape identifier_shape = SHAPE(identifier);

static const struct catex_member count_members[] = {
    PLAIN(catex_count, UINT64, value, -1), TEXT(catex_count, unit, -1), END};
static const struct catex_shape count_shape = SHAPE(count);

static const struct catex_member relation_members[] = {
    TEXT(catex_relation, type, -1), TEXT(catex_relation, id, -1), END};
static const struct catex_shape relation_shape = SHAPE(relation);

static const struct catex_member section_members[] = {
    TEXT(catex_section, id, -1),
    TEXT(catex_section, title, -1),
    TEXT(catex_section, label, -1),
    TEXT(catex_section, number, -1),
    PLAIN(catex_section, SECTION, parent, -1),
    TEXT(catex_section, text, -1),
    FLAG(catex_section, "matter", flags, CATEX_SECTION_MATTER, -1),
    {"lines", CATEX_TYPE_LINES, AT(catex_section, source.first_line), 0, -1,
     NULL, NULL},
    END};
const struct catex_shape catex_shape_section = SHAPE(section);

static const struct catex_member record_members[] = {
    TEXT(catex_record, id, CATEX_FIELD_ID),
    NAMED(catex_record, ENUM, kind, kinds, CATEX_FIELD_KIND),
    TEXT(catex_record, parent, CATEX_FIELD_PARENT),
    TEXT(catex_record, title, CATEX_FIELD_TITLE),
    PLAIN(catex_record, TEXTS, alt_titles, CATEX_FIELD_ALT_TITLES),
    TEXT(catex_record, description, CATEX_FIELD_DESCRIPTION),
    TEXT(catex_record, description_md, CATEX_FIELD_DESCRIPTION_MD),
    PLAIN(catex_record, SECTIONS, sections, CATEX_FIELD_SECTIONS),
    TEXT(catex_record, group, CATEX_FIELD_GROUP),
    PLAIN(catex_record, TEXTS, topics, CATEX_FIELD_TOPICS),
    PLAIN(catex_record, TEXTS, keywords, CATEX_FIELD_KEYWORDS),
    NAMED(catex_record, ENUM, access, accesses, CATEX_FIELD_ACCESS),
    TEXT(catex_record, access_note, CATEX_FIELD_ACCESS_NOTE),
    NAMED(catex_record, ENUM, fee, fees, CATEX_FIELD_FEE),
    SHAPED(catex_record, LIST, links, catex_shape_link, CATEX_FIELD_LINKS),
    SHAPED(catex_record, LIST, publications, catex_shape_publication,
           CATEX_FIELD_PUBLICATIONS),
    SHAPED(catex_record, LIST, identifiers, identifier_shape,
           CATEX_FIELD_IDENTIFIERS),
    SHAPED(catex_record, LIST, counts, count_shape, CATEX_FIELD_COUNTS),
    SHAPED(catex_record, LIST, creators, agent_shape, CATEX_FIELD_CREATORS),
    SHAPED(catex_record, OBJECT, publisher, agent_shape,
           CATEX_FIELD_PUBLISHER),
    SHAPED(catex_record, OBJECT, contact, agent_shape, CATEX_FIELD_CONTACT),
    SHAPED(catex_record, OBJECT, licence, licence_shape, CATEX_FIELD_LICENCE),
    TEXT(catex_record, rights_note, CATEX_FIELD_RIGHTS_NOTE),
    TEXT(catex_record, issued, CATEX_FIELD_ISSUED),
    TEXT(catex_record, modified, CATEX_FIELD_MODIFIED),
    TEXT(catex_record, version, CATEX_FIELD_VERSION),
    TEXT(catex_record, temporal, CATEX_FIELD_TEMPORAL),
    TEXT(catex_record, spatial, CATEX_FIELD_SPATIAL),
    PLAIN(catex_record, TEXTS, languages, CATEX_FIELD_LANGUAGES),
    PLAIN(catex_record, TEXTS, aliases, CATEX_FIELD_ALIASES),
    SHAPED(catex_record, LIST, relations, relation_shape,
           CATEX_FIELD_RELATIONS),
    ORIGIN(catex_record),
    SHAPED(catex_record, INLINE, source, source_shape, CATEX_FIELD_SOURCE),
    END};
const struct catex_shape catex_shape_record = SHAPE(record);

static const struct catex_member catalog_members[] = {
    TEXT(catex_catalog, id, CATEX_FIELD_ID),
    TEXT(catex_catalog, title, CATEX_FIELD_TITLE),
    TEXT(catex_catalog, description, CATEX_FIELD_DESCRIPTION),
    TEXT(catex_catalog, language, CATEX_FIELD_LANGUAGE),
    TEXT(catex_catalog, homepage, CATEX_FIELD_HOMEPAGE),
    TEXT(catex_catalog, base_iri, CATEX_FIELD_BASE_IRI),
    SHAPED(catex_catalog, OBJECT, publisher, agent_shape,
           CATEX_FIELD_PUBLISHER),
    SHAPED(catex_catalog, LIST, creators, agent_shape, CATEX_FIELD_CREATORS),
    SHAPED(catex_catalog, OBJECT, licence, licence_shape,
           CATEX_FIELD_LICENCE),
    TEXT(catex_catalog, issued, CATEX_FIELD_ISSUED),
    TEXT(catex_catalog, modified, CATEX_FIELD_MODIFIED),
    PLAIN(catex_catalog, TEXTS, keywords, CATEX_FIELD_KEYWORDS),
    PLAIN(catex_catalog, TEXTS, themes, CATEX_FIELD_THEMES),
    ORIGIN(catex_catalog),
    SHAPED(catex_catalog, INLINE, source, source_shape, CATEX_FIELD_SOURCE),
    END};
const struct catex_shape catex_shape_catalog = SHAPE(catalog);

static const char *const field_names[CATEX_FIELD_COUNT] = {
    "id", "kind", "parent", "title", "alternative titles", "description",
    "description as Markdown", "sections", "group", "topics", "keywords",
    "access", "access note", "fee", "links", "publications", "identifiers",
    "counts", "creators", "publisher", "contact", "licence", "rights note",
    "issued", "modified", "version", "temporal coverage", "spatial coverage",
    "languages", "aliases", "relations", "source lines", "link roles",
    "link label", "link title", "link note", "link media type",
    "link inherited", "link shared", "link direct", "link line",
    "publication DOI", "publication relation", "publication title",
    "publication authors", "publication year", "publication venue",
    "publication details", "homepage", "base IRI", "themes", "language",
    "publication PubMed id", "publication PubMed Central id",
    "publication arXiv id", "publication URL"};

static const char *
name_of(const char *const *names, uint32_t value)
{
    for (uint32_t i = 0; value > 0 && names[i] != NULL; i++)
        if (i + 1 == value)
            return names[i];
    return NULL;
}

const char *
catex_kind_name(uint32_t kind)
{
    return name_of(kinds, kind);
}

const char *
catex_access_name(uint32_t access)
{
    return name_of(accesses, access);
}

const char *
catex_role_name(uint32_t role)
{
    for (uint32_t i = 0; roles[i] != NULL; i++)
        if (role & (1u << i))
            return roles[i];
    return NULL;
}

const char *
catex_field_name(int field)
{
    return field < 0 || field >= CATEX_FIELD_COUNT ? NULL : field_names[field];
}

int
catex_shape_field(const struct catex_shape *shape, const char *key)
{
    size_t size = strcspn(key, ".");
    const struct catex_member *m = shape->members;
    while (m->name != NULL
           && (strncmp(m->name, key, size) != 0 || m->name[size] != '\0'))
        m++;
    if (m->name == NULL)
        return -1;
    if (key[size] == '\0')
        return m->field;
    return m->shape == NULL ? -1 : catex_shape_field(m->shape, key + size + 1);
}

int
catex_member_present(const struct catex_member *member, const void *object)
{
    const void *at = (const char *)object + member->offset;
    const struct catex_origin *origin = at;
    const struct catex_member *m;
    switch (member->type) {
    case CATEX_TYPE_INT:
    case CATEX_TYPE_LINES:
        return *(const int *)at != 0;
    case CATEX_TYPE_UINT64:
        return 1;
    case CATEX_TYPE_ENUM:
    case CATEX_TYPE_SET:
        return *(const uint32_t *)at != 0;
    case CATEX_TYPE_FLAG:
        return (*(const uint32_t *)at & member->flag) != 0;
    case CATEX_TYPE_ORIGIN:
        return (origin->derived | origin->facts) != 0;
    case CATEX_TYPE_INLINE:
        for (m = member->shape->members; m->name != NULL; m++)
            if (catex_member_present(m, at))
                return 1;
        return 0;
    default:
        return *(const void *const *)at != NULL;
    }
}
