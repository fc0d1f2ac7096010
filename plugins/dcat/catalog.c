/* SPDX-License-Identifier: MIT */
/* The catalog itself, and its sections as a SKOS concept scheme. */
#include <stdio.h>
#include <string.h>

#include <catex/text.h>

#include "codes.h"
#include "dcat.h"

#define DATA_THEME DCAT_AUTHORITY "data-theme"

static void
write_description(struct rdf *rdf, const struct catex_catalog *catalog)
{
    if (catalog->description != NULL) {
        rdf_text(rdf, "dct:description", catalog->description);
        return;
    }
    rdf_open_english(rdf, "dct:description");
    rdf_chars(rdf, "A list of datasets");
    if (catalog->source.path != NULL) {
        rdf_chars(rdf, ", read from ");
        rdf_chars(rdf, catalog->source.path);
    }
    rdf_chars(rdf, ".");
    rdf_close(rdf);
}

static void
write_agents(struct rdf *rdf, const struct catex_catalog *catalog)
{
    const char *property = "dct:creator"; /* DCAT-AP: at most one */
    int number = 0;
    if (catalog->publisher != NULL)
        dcat_write_agent(rdf, "dct:publisher", catalog->publisher, NULL, 0);
    for (const struct catex_agent *agent = catalog->creators; agent != NULL;
         agent = agent->next) {
        dcat_write_agent(rdf, property, agent, NULL, ++number);
        property = "dct:contributor";
    }
}

static int
uses_eu_themes(const struct dcat_state *state)
{
    const struct catex_string *theme = state->rdf.run->catalog->themes;
    while (theme != NULL && dcat_theme_of(theme->text) == 0)
        theme = theme->next;
    return state->theme != 0 || theme != NULL;
}

static void
write_schemes(struct dcat_state *state)
{
    struct rdf *rdf = &state->rdf;
    const struct catex_catalog *catalog = rdf->run->catalog;
    if (catalog->sections != NULL) {
        rdf_node(rdf, "dcat:themeTaxonomy", "skos:ConceptScheme",
                 rdf_part(rdf, NULL, "sections", 0));
        if (catalog->title != NULL)
            rdf_text(rdf, "dct:title", catalog->title);
        else
            rdf_english(rdf, "dct:title", "Sections");
        rdf_close_node(rdf);
    }
    if (uses_eu_themes(state)) {
        rdf_node(rdf, "dcat:themeTaxonomy", "skos:ConceptScheme", DATA_THEME);
        rdf_english(rdf, "dct:title", "Data theme");
        rdf_close_node(rdf);
    }
}

void
dcat_write_catalog(struct dcat_state *state)
{
    struct rdf *rdf = &state->rdf;
    const struct catex_catalog *catalog = rdf->run->catalog;
    rdf_node(rdf, NULL, "dcat:Catalog", rdf_catalog(rdf));
    rdf_type(rdf, "http://www.w3.org/ns/dcat#Resource");
    rdf_plain(rdf, "dct:identifier", catalog->id);
    rdf_text(rdf, "dct:title", catalog->title);
    write_description(rdf, catalog);
    if (strcmp(catalog->language, "und") != 0 &&
        !dcat_write_language(rdf, catalog->language) && rdf->documents == 1)
        catex_run_warn(rdf->run, "not-carried", NULL,
                       "the language «%.60s» has no EU code and is not written",
                       catalog->language);
    write_agents(rdf, catalog);
    if (catalog->homepage != NULL && catex_url_is_link(catalog->homepage))
        dcat_write_document(rdf, "foaf:homepage", catalog->homepage, NULL);
    else
        rdf_plain(rdf, "skos:note", catalog->homepage);
    if (catalog->licence != NULL)
        dcat_write_licence(rdf, catalog->licence, NULL);
    rdf_date(rdf, "dct:issued", catalog->issued, NULL);
    rdf_date(rdf, "dct:modified", catalog->modified, NULL);
    rdf_texts(rdf, "dcat:keyword", catalog->keywords);
    write_schemes(state);
}

static void
write_section(struct rdf *rdf, const struct catex_section *section,
              const char *scheme)
{
    const char *name =
        section->title != NULL ? section->title : section->label;
    rdf_node(rdf, NULL, "skos:Concept", rdf_thing(rdf, "section", section->id));
    rdf_text(rdf, "skos:prefLabel", name == NULL ? section->id : name);
    if (section->label != NULL && strcmp(section->label, name) != 0)
        rdf_text(rdf, "skos:altLabel", section->label);
    rdf_text(rdf, "skos:scopeNote", section->text);
    rdf_ref(rdf, "skos:inScheme", scheme);
    if (section->parent != NULL)
        rdf_ref(rdf, "skos:broader",
                rdf_thing(rdf, "section", section->parent->id));
    else
        rdf_ref(rdf, "skos:topConceptOf", scheme);
    rdf_close(rdf);
}

static void
write_theme(struct rdf *rdf, int theme)
{
    char iri[sizeof DATA_THEME + 16];
    snprintf(iri, sizeof iri, DATA_THEME "/%s", dcat_themes[theme]);
    rdf_node(rdf, NULL, "skos:Concept", iri);
    rdf_english(rdf, "skos:prefLabel", dcat_theme_label(theme));
    rdf_ref(rdf, "skos:inScheme", DATA_THEME);
    rdf_close(rdf);
}

/* Behind the catalog, since a stream may bring sections along the way. */
void
dcat_write_sections(struct dcat_state *state)
{
    struct rdf *rdf = &state->rdf;
    const struct catex_catalog *catalog = rdf->run->catalog;
    const char *scheme = rdf_part(rdf, NULL, "sections", 0);
    for (const struct catex_section *section = catalog->sections;
         section != NULL; section = section->next)
        if (!(section->flags & CATEX_SECTION_MATTER))
            write_section(rdf, section, scheme);
    if (state->theme != 0)
        write_theme(rdf, state->theme);
    for (const struct catex_string *theme = catalog->themes; theme != NULL;
         theme = theme->next)
        if (dcat_theme_of(theme->text) != 0)
            write_theme(rdf, dcat_theme_of(theme->text));
}
