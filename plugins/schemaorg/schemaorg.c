/* SPDX-License-Identifier: MIT */
/* schema.org as JSON-LD: one @graph of a DataCatalog and its Datasets, written
 * a record at a time. It follows Google's rules for dataset search.
 *
 * Stated rules:
 * - A description of less than 50 characters, which Google refuses, is
 *   followed by a sentence that says where the record is listed; one of more
 *   than 5000 is cut at the end of a word and reported.
 * - url is the record's best page; every other page of it is a subjectOf, and
 *   distribution holds only links to files.
 * - An agent of unknown kind is a Person if the name is parted into family and
 *   given name, else an Organization, since schema.org wants either. */
#include "schemaorg.h"

static int
schemaorg_begin(struct catex_run *run)
{
    struct schemaorg_state *state = run->state;
    state->run = run;
    catex_puts(run->out, "{\n\"@context\": \"https://schema.org/\",\n"
                         "\"@graph\": [\n");
    schemaorg_write(run->out, schemaorg_catalog(state));
    return CATEX_OK;
}

static int
schemaorg_write_record(struct catex_run *run,
                       const struct catex_record *record)
{
    struct schemaorg_state *state = run->state;
    catex_puts(run->out, ",\n");
    schemaorg_write(run->out, schemaorg_record(state, record));
    return CATEX_OK;
}

static int
schemaorg_end(struct catex_run *run)
{
    catex_puts(run->out, "\n]\n}\n");
    return CATEX_OK;
}

#define B(field) CATEX_BIT(CATEX_FIELD_##field)

CATEX_EXPORTER_NOTE("schemaorg")
CATEX_PUBLIC const struct catex_exporter catex_exporter = {
    CATEX_EXPORTER_HEAD,
    .name = "schemaorg",
    .summary = "schema.org JSON-LD, as dataset search engines read it",
    .media_type = "application/ld+json",
    .ending = ".jsonld",
    .fields = B(ID) | B(PARENT) | B(TITLE) | B(ALT_TITLES) | B(DESCRIPTION) |
              B(SECTIONS) | B(GROUP) | B(TOPICS) | B(KEYWORDS) | B(ACCESS) |
              B(ACCESS_NOTE) | B(FEE) | B(LINKS) | B(PUBLICATIONS) |
              B(IDENTIFIERS) | B(COUNTS) | B(CREATORS) | B(PUBLISHER) |
              B(LICENCE) | B(RIGHTS_NOTE) | B(ISSUED) | B(MODIFIED) |
              B(VERSION) | B(TEMPORAL) | B(SPATIAL) | B(LANGUAGES) |
              B(LINK_LABEL) | B(LINK_TITLE) | B(LINK_NOTE) |
              B(LINK_MEDIA_TYPE) | B(LINK_DIRECT) | B(PUBLICATION_DOI) |
              B(PUBLICATION_PMID) | B(PUBLICATION_PMCID) |
              B(PUBLICATION_ARXIV) | B(PUBLICATION_URL) |
              B(PUBLICATION_TITLE) | B(PUBLICATION_AUTHORS) |
              B(PUBLICATION_YEAR) | B(PUBLICATION_VENUE) |
              B(PUBLICATION_DETAILS) | B(HOMEPAGE) | B(BASE_IRI) | B(THEMES) |
              B(LANGUAGE),
    .state_size = sizeof(struct schemaorg_state),
    .begin = schemaorg_begin,
    .record = schemaorg_write_record,
    .end = schemaorg_end,
};
