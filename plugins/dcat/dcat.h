/* SPDX-License-Identifier: MIT */
/* What the parts of the DCAT exporter share. */
#ifndef DCAT_DCAT_H
#define DCAT_DCAT_H

#include "rdf.h"

enum { DCAT_OMIT = 0, DCAT_PUBLIC = 1, DCAT_RESTRICTED = 2 };

struct dcat_state {
    int registration_as; /* option: what a bare "registration" counts as */
    int theme;           /* option: a number of dcat_themes */
    int64_t page_size;   /* option: records in a document; 0: all */
    const char *page_base; /* option: IRI of the folder that they are in */
    int page;          /* the number of the page that is open, from 1 */
    int64_t on_page;   /* records written to it */
    struct rdf rdf;
};

#define DCAT_HYDRA "http://www.w3.org/ns/hydra/core#"

/* page.c: what is said of pages, for catalogs that come in pages. */
/* Opens the file of the next page; NULL if that fails. */
struct catex_writer *dcat_next_page(struct dcat_state *state);
/* Within the catalog: that it is a collection, and this a view of it. */
void dcat_write_collection(struct dcat_state *state);
/* Behind the catalog: the view, and the way to others. */
void dcat_write_view(struct dcat_state *state, int is_last);

/* The head of the catalog, up to its records; and what follows them. */
void dcat_write_catalog(struct dcat_state *state);
void dcat_write_sections(struct dcat_state *state);

void dcat_write_record(struct dcat_state *state,
                       const struct catex_record *record);

/* A record's links (distributions, pages, related things) and publications. */
void dcat_write_links(struct dcat_state *state,
                      const struct catex_record *record);
void dcat_write_publications(struct dcat_state *state,
                             const struct catex_record *record);

/* An agent, or each of a chain; @record owns it, NULL means the catalog. */
void dcat_write_agent(struct rdf *rdf, const char *property,
                      const struct catex_agent *agent,
                      const struct catex_record *record, int number);
void dcat_write_contact(struct rdf *rdf, const struct catex_record *record);
void dcat_write_agent_name(struct rdf *rdf, const struct catex_agent *agent);

void dcat_write_licence(struct rdf *rdf, const struct catex_licence *licence,
                        const struct catex_record *record);

/* <property><foaf:Document rdf:about="url">, labelled if @label is known. */
void dcat_write_document(struct rdf *rdf, const char *property,
                         const char *url, const char *label);

#endif
