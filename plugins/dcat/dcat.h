/* SPDX-License-Identifier: MIT */
/* What the parts of the DCAT exporter share. */
#ifndef DCAT_DCAT_H
#define DCAT_DCAT_H

#include "rdf.h"

enum { DCAT_OMIT = 0, DCAT_PUBLIC = 1, DCAT_RESTRICTED = 2 };

struct dcat_state {
    int registration_as; /* option: what a bare "registration" counts as */
    int theme;           /* option: a number of dcat_themes */
    struct rdf rdf;
};

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
