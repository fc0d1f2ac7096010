/* SPDX-License-Identifier: MIT */
/* DCAT 3 in RDF/XML (W3C), which is DCAT-AP 3.0.1 as soon as the catalog has a
 * base IRI and a publisher. Written record by record; a child record says by
 * itself that it is a part of its parent and that this one has it.
 *
 * Stated rules:
 * - A record without description gets a sentence made of its title, section
 *   and catalog, since both standards demand one.
 * - A link without a web address (javascript:, data:, a relative path) never
 *   becomes an IRI: it stands as text in skos:note and is reported.
 * - Access that the list states without words of its own gets fixed ones. */
#include "dcat.h"

#include <stddef.h>
#include <string.h>

#include "codes.h"

static const char *const registrations[] = {"omit", "public", "restricted",
                                            NULL};

static const struct catex_option dcat_options[] = {
    {.name = "registration-as",
     .help = "EU access right of records that require registration",
     .preset = "omit",
     .choices = registrations,
     .type = CATEX_OPTION_CHOICE,
     .offset = offsetof(struct dcat_state, registration_as)},
    {.name = "theme",
     .help = "EU data theme of all records, such as HEAL",
     .preset = "none",
     .choices = dcat_themes,
     .type = CATEX_OPTION_CHOICE,
     .offset = offsetof(struct dcat_state, theme)},
    {.name = "page-size",
     .help = "records in a file: STEM.rdf, STEM-2.rdf, …; 0 puts all into one",
     .preset = "0",
     .max = INT64_C(1) << 40,
     .type = CATEX_OPTION_INT,
     .offset = offsetof(struct dcat_state, page_size)},
    {.name = "page-base",
     .help = "IRI of the folder that the pages are published in; unset: that "
             "of the base IRI",
     .type = CATEX_OPTION_TEXT,
     .offset = offsetof(struct dcat_state, page_base)},
    {.name = NULL},
};

/* One line about what keeps the output from being DCAT-AP. */
static void
tell_needs(struct catex_run *run)
{
    const struct catex_catalog *catalog = run->catalog;
    const char *base = catalog->base_iri == NULL ? "a base IRI" : NULL;
    const char *title = catalog->title == NULL ? "a title" : NULL;
    const char *publisher = catalog->publisher == NULL ? "a publisher" : NULL;
    const char *needs[3];
    int count = 0;
    if (base != NULL)
        needs[count++] = base;
    if (title != NULL)
        needs[count++] = title;
    if (publisher != NULL)
        needs[count++] = publisher;
    if (count > 0)
        catex_run_warn(run, "dcat-ap", NULL,
                       "this is DCAT 3; for DCAT-AP 3.0.1 the catalog still "
                       "needs %s%s%s%s%s, from a file of facts",
                       needs[0], count == 3 ? ", " : "",
                       count == 3 ? needs[1] : "", count > 1 ? " and " : "",
                       count > 1 ? needs[count - 1] : "");
}

static void
begin_page(struct dcat_state *state, struct catex_writer *out)
{
    rdf_open_document(&state->rdf, out);
    if (state->page_size > 0)
        rdf_attribute(&state->rdf, "xmlns:hydra", DCAT_HYDRA);
    dcat_write_catalog(state);
    if (state->page_size > 0)
        dcat_write_collection(state);
    state->on_page = 0;
}

static int
end_page(struct dcat_state *state, int is_last)
{
    rdf_close(&state->rdf); /* dcat:Catalog */
    dcat_write_sections(state);
    if (state->page_size > 0)
        dcat_write_view(state, is_last);
    rdf_close_document(&state->rdf);
    return state->rdf.failed ? CATEX_ERR_MEMORY : CATEX_OK;
}

static int
dcat_begin(struct catex_run *run)
{
    struct dcat_state *state = run->state;
    int status = rdf_begin(&state->rdf, run);
    if (status != CATEX_OK)
        return catex_error_set(run->error, status, "dcat", 0,
                               "there is not enough memory");
    if (state->page_size > 0 && run->file == NULL)
        return catex_error_set(run->error, CATEX_ERR_USAGE, "dcat", 0,
                               "cannot write pages to standard output; name "
                               "a file with -o");
    if (state->page_base != NULL && strstr(state->page_base, "://") == NULL)
        return catex_error_set(run->error, CATEX_ERR_USAGE, "dcat", 0,
                               "page-base is no absolute IRI: %s",
                               state->page_base);
    tell_needs(run);
    if (state->page_size > 0 && run->catalog->base_iri == NULL)
        catex_run_warn(run, "incomplete", NULL,
                       "without a base IRI each page is a catalog of its own; "
                       "say where they are published (--base-iri)");
    state->page = 1;
    begin_page(state, run->out);
    return CATEX_OK;
}

static int
dcat_record(struct catex_run *run, const struct catex_record *record)
{
    struct dcat_state *state = run->state;
    if (state->page_size > 0 && state->on_page == state->page_size) {
        struct catex_writer *done = state->rdf.out, *next;
        if (end_page(state, 0) == CATEX_OK &&
            catex_run_file_end(run, done) != CATEX_OK)
            return run->error->code;
        next = dcat_next_page(state);
        if (next == NULL)
            return run->error->code;
        begin_page(state, next);
    }
    state->on_page++;
    dcat_write_record(state, record);
    if (state->rdf.failed)
        return catex_error_set(run->error, CATEX_ERR_MEMORY, "dcat", 0,
                               "there is not enough memory");
    return CATEX_OK;
}

static int
dcat_end(struct catex_run *run)
{
    struct dcat_state *state = run->state;
    if (end_page(state, 1) != CATEX_OK)
        return catex_error_set(run->error, CATEX_ERR_MEMORY, "dcat", 0,
                               "there is not enough memory");
    return CATEX_OK;
}

static void
dcat_cleanup(struct catex_run *run)
{
    struct dcat_state *state = run->state;
    rdf_done(&state->rdf);
}

#define B(field) CATEX_BIT(CATEX_FIELD_##field)

CATEX_EXPORTER_NOTE("dcat")
CATEX_PUBLIC const struct catex_exporter catex_exporter = {
    CATEX_EXPORTER_HEAD,
    .name = "dcat",
    .summary = "DCAT 3 and DCAT-AP 3.0.1 as RDF/XML",
    .media_type = "application/rdf+xml",
    .ending = ".rdf",
    .fields = B(ID) | B(PARENT) | B(TITLE) | B(ALT_TITLES) | B(DESCRIPTION) |
              B(SECTIONS) | B(GROUP) | B(TOPICS) | B(KEYWORDS) | B(ACCESS) |
              B(ACCESS_NOTE) | B(LINKS) | B(PUBLICATIONS) | B(IDENTIFIERS) |
              B(COUNTS) | B(CREATORS) | B(PUBLISHER) | B(CONTACT) |
              B(LICENCE) | B(RIGHTS_NOTE) | B(ISSUED) | B(MODIFIED) |
              B(VERSION) | B(TEMPORAL) | B(SPATIAL) | B(LANGUAGES) |
              B(ALIASES) | B(RELATIONS) | B(SOURCE) | B(LINK_ROLES) |
              B(LINK_LABEL) | B(LINK_TITLE) | B(LINK_NOTE) |
              B(LINK_MEDIA_TYPE) | B(LINK_DIRECT) | B(PUBLICATION_DOI) |
              B(PUBLICATION_PMID) | B(PUBLICATION_PMCID) |
              B(PUBLICATION_ARXIV) | B(PUBLICATION_URL) |
              B(PUBLICATION_RELATION) | B(PUBLICATION_TITLE) |
              B(PUBLICATION_AUTHORS) | B(PUBLICATION_YEAR) |
              B(PUBLICATION_VENUE) | B(PUBLICATION_DETAILS) |
              B(HOMEPAGE) | B(BASE_IRI) | B(THEMES) | B(LANGUAGE),
    .options = dcat_options,
    .state_size = sizeof(struct dcat_state),
    .begin = dcat_begin,
    .record = dcat_record,
    .end = dcat_end,
    .cleanup = dcat_cleanup,
};
