/* SPDX-License-Identifier: MIT */
/* A record as a dcat:Dataset. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include <catex/text.h>

#include "codes.h"
#include "dcat.h"

/* Both standards demand a description. */
static void
write_description(struct rdf *rdf, const struct catex_record *record)
{
    if (record->description != NULL)
        rdf_text(rdf, "dct:description", record->description);
    else
        rdf_english(rdf, "dct:description",
                    catex_run_sentence(rdf->run, record));
}

static void
write_themes(struct dcat_state *state, const struct catex_record *record)
{
    struct rdf *rdf = &state->rdf;
    for (const struct catex_section_ref *ref = record->sections; ref != NULL;
         ref = ref->next)
        if (!(ref->section->flags & CATEX_SECTION_MATTER))
            rdf_ref(rdf, "dcat:theme",
                    rdf_thing(rdf, "section", ref->section->id));
    if (state->theme != 0) {
        char iri[128];
        snprintf(iri, sizeof iri, DCAT_AUTHORITY "data-theme/%s",
                 dcat_themes[state->theme]);
        rdf_ref(rdf, "dcat:theme", iri);
    }
    for (const struct catex_string *theme = rdf->run->catalog->themes;
         theme != NULL; theme = theme->next)
        rdf_ref(rdf,
                dcat_theme_of(theme->text) != 0 ? "dcat:theme" : "dct:subject",
                catex_run_uri(rdf->run, theme->text));
}

static void
write_access(struct dcat_state *state, const struct catex_record *record)
{
    static const char *const codes[] = {
        [CATEX_ACCESS_OPEN] = "PUBLIC",
        [CATEX_ACCESS_REGISTRATION_OPEN] = "PUBLIC",
        [CATEX_ACCESS_APPROVAL] = "RESTRICTED",
        [CATEX_ACCESS_CONTACT] = "RESTRICTED",
        [CATEX_ACCESS_FEE] = "RESTRICTED",
        [CATEX_ACCESS_CLOSED] = "NON_PUBLIC",
    };
    const char *code = record->access < sizeof codes / sizeof codes[0]
                           ? codes[record->access]
                           : NULL;
    if (record->access == CATEX_ACCESS_REGISTRATION)
        code = state->registration_as == DCAT_PUBLIC       ? "PUBLIC"
               : state->registration_as == DCAT_RESTRICTED ? "RESTRICTED"
                                                           : NULL;
    if (code != NULL)
        dcat_write_access(&state->rdf, code);
}

static void
write_identifiers(struct rdf *rdf, const struct catex_record *record)
{
    int number = 0;
    rdf_plain(rdf, "dct:identifier",
              rdf->run->catalog->base_iri == NULL
                  ? record->id
                  : rdf_record(rdf, record->id));
    for (const struct catex_identifier *id = record->identifiers; id != NULL;
         id = id->next) {
        rdf_node(rdf, "adms:identifier", "adms:Identifier",
                 rdf_part(rdf, record, "identifier", ++number));
        if (strcmp(id->scheme, "doi") == 0)
            rdf_typed(rdf, "skos:notation",
                      catex_run_doi(rdf->run, id->value),
                      "http://www.w3.org/2001/XMLSchema#anyURI");
        else
            rdf_plain(rdf, "skos:notation", id->value);
        rdf_plain(rdf, "adms:schemaAgency", id->scheme);
        rdf_close_node(rdf);
    }
    for (const struct catex_string *alias = record->aliases; alias != NULL;
         alias = alias->next) {
        rdf_node(rdf, "adms:identifier", "adms:Identifier",
                 rdf_part(rdf, record, "identifier", ++number));
        rdf_plain(rdf, "skos:notation", alias->text);
        rdf_close_node(rdf);
    }
}

static void
write_counts(struct rdf *rdf, const struct catex_record *record)
{
    int number = 0;
    for (const struct catex_count *count = record->counts; count != NULL;
         count = count->next) {
        char value[24];
        snprintf(value, sizeof value, "%" PRIu64, count->value);
        rdf_node(rdf, "dct:extent", "dct:SizeOrDuration",
                 rdf_part(rdf, record, "extent", ++number));
        rdf_open(rdf, "rdfs:label");
        rdf_chars(rdf, value);
        if (count->unit != NULL) {
            rdf_chars(rdf, " ");
            rdf_chars(rdf, count->unit);
        }
        rdf_close(rdf);
        rdf_close_node(rdf);
    }
}

/* An ISO 8601 interval, "2001/2010" or "2001/..", or a single date. */
static void
write_temporal(struct rdf *rdf, const struct catex_record *record)
{
    const char *text = record->temporal;
    if (text == NULL)
        return;
    size_t size = strlen(text) + 1;
    char *start = catex_run_scratch(rdf->run, size);
    if (start == NULL)
        return;
    memcpy(start, text, size);
    char *slash = strchr(start, '/');
    const char *end = slash == NULL ? start : slash + 1;
    if (slash != NULL)
        *slash = '\0';
    rdf_node(rdf, "dct:temporal", "dct:PeriodOfTime",
             rdf_part(rdf, record, "temporal", 0));
    if (*start != '\0' && strcmp(start, "..") != 0)
        rdf_date(rdf, "dcat:startDate", start, record);
    if (*end != '\0' && strcmp(end, "..") != 0)
        rdf_date(rdf, "dcat:endDate", end, record);
    rdf_plain(rdf, "rdfs:label", text);
    rdf_close_node(rdf);
}

static void
write_spatial(struct rdf *rdf, const struct catex_record *record)
{
    const char *text = record->spatial;
    if (text == NULL)
        return;
    int is_iri = catex_url_scheme(text) == CATEX_SCHEME_WEB;
    rdf_node(rdf, "dct:spatial", "dct:Location",
             is_iri ? catex_run_uri(rdf->run, text)
                    : rdf_part(rdf, record, "spatial", 0));
    rdf_text(rdf, "rdfs:label", is_iri ? NULL : text);
    rdf_close_node(rdf);
}

static void
write_agents(struct rdf *rdf, const struct catex_record *record)
{
    int number = 0;
    for (const struct catex_agent *agent = record->creators; agent != NULL;
         agent = agent->next)
        dcat_write_agent(rdf, "dct:creator", agent, record, ++number);
    if (record->publisher != NULL)
        dcat_write_agent(rdf, "dct:publisher", record->publisher, record, 0);
    dcat_write_contact(rdf, record);
}

static void
write_relations(struct rdf *rdf, const struct catex_record *record)
{
    for (const struct catex_relation *relation = record->relations;
         relation != NULL; relation = relation->next) {
        const char *property =
            strcmp(relation->type, "replaces") == 0      ? "dct:replaces"
            : strcmp(relation->type, "derivedFrom") == 0 ? "dct:source"
                                                         : "dct:relation";
        rdf_ref(rdf, property, rdf_record(rdf, relation->id));
    }
    if (record->parent == NULL)
        return;
    rdf_node(rdf, "dct:isPartOf", "rdf:Description",
             rdf_record(rdf, record->parent));
    rdf_ref(rdf, "dct:hasPart", rdf_record(rdf, record->id));
    rdf_close_node(rdf);
}

static void
write_languages(struct rdf *rdf, const struct catex_record *record)
{
    for (const struct catex_string *tag = record->languages; tag != NULL;
         tag = tag->next)
        if (!dcat_write_language(rdf, tag->text))
            catex_run_warn(rdf->run, "not-carried", record,
                           "the language «%.60s» has no EU code and is not "
                           "written",
                           tag->text);
}

/* Where it stands in the list; only with a date of the catalog, without which
 * DCAT-AP allows no dcat:CatalogRecord. */
static void
write_source(struct rdf *rdf, const struct catex_record *record)
{
    const char *modified = rdf->run->catalog->modified;
    const struct catex_source *source = &record->source;
    char lines[64];
    if (modified == NULL || source->path == NULL)
        return;
    rdf_node(rdf, "dcat:record", "dcat:CatalogRecord",
             rdf_part(rdf, record, "record", 0));
    rdf_ref(rdf, "foaf:primaryTopic", rdf_record(rdf, record->id));
    rdf_date(rdf, "dct:modified", modified, record);
    rdf_open_english(rdf, "dct:description");
    rdf_chars(rdf, source->path);
    if (source->last_line > source->first_line)
        snprintf(lines, sizeof lines, ", lines %d to %d", source->first_line,
                 source->last_line);
    else
        snprintf(lines, sizeof lines, ", line %d", source->first_line);
    rdf_chars(rdf, source->first_line > 0 ? lines : "");
    rdf_close(rdf);
    rdf_close_node(rdf);
}

void
dcat_write_record(struct dcat_state *state, const struct catex_record *record)
{
    struct rdf *rdf = &state->rdf;
    rdf_node(rdf, "dcat:dataset", "dcat:Dataset", rdf_record(rdf, record->id));
    rdf_type(rdf, "http://www.w3.org/ns/dcat#Resource");
    rdf_text(rdf, "dct:title", record->title);
    rdf_texts(rdf, "dct:alternative", record->alt_titles);
    write_description(rdf, record);
    write_identifiers(rdf, record);
    write_themes(state, record);
    rdf_text(rdf, "dcat:keyword", record->group);
    rdf_texts(rdf, "dcat:keyword", record->topics);
    rdf_texts(rdf, "dcat:keyword", record->keywords);
    write_access(state, record);
    write_agents(rdf, record);
    rdf_date(rdf, "dct:issued", record->issued, record);
    rdf_date(rdf, "dct:modified", record->modified, record);
    rdf_plain(rdf, "dcat:version", record->version);
    write_temporal(rdf, record);
    write_spatial(rdf, record);
    write_languages(rdf, record);
    write_counts(rdf, record);
    dcat_write_links(state, record);
    dcat_write_publications(state, record);
    write_relations(rdf, record);
    rdf_close_node(rdf);
    write_source(rdf, record);
}
