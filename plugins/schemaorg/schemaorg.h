/* SPDX-License-Identifier: MIT */
/* What the parts of the schema.org exporter share. */
#ifndef SCHEMAORG_SCHEMAORG_H
#define SCHEMAORG_SCHEMAORG_H

#include <jansson.h>

#include <catex/exporter.h>

struct schemaorg_state {
    struct catex_run *run;
    json_t *catalog; /* how a record names the catalog it is in */
    int failed;      /* there was no memory */
};

/* A node {"@type": type}. NULL without memory, which all below accept. */
json_t *schemaorg_node(struct schemaorg_state *state, const char *type);
/* Sets @key; NULL as text sets nothing. */
void schemaorg_text(struct schemaorg_state *state, json_t *node,
                    const char *key, const char *text);
/* Adds to the values of @key, which become an array with the second. Takes
 * @value. */
void schemaorg_add(struct schemaorg_state *state, json_t *node,
                   const char *key, json_t *value);
void schemaorg_add_text(struct schemaorg_state *state, json_t *node,
                        const char *key, const char *text);

/* The IRI of a thing of the catalog: @folder is "" for a record. */
const char *schemaorg_iri(struct schemaorg_state *state, const char *folder,
                          const char *id);

json_t *schemaorg_agent(struct schemaorg_state *state,
                        const struct catex_agent *agent);
json_t *schemaorg_licence(struct schemaorg_state *state,
                          const struct catex_licence *licence);
json_t *schemaorg_publication(struct schemaorg_state *state,
                              const struct catex_publication *publication);

/* Writes @value, with what stands within it one blank deeper than @depth. */
void schemaorg_dump(struct catex_writer *out, json_t *value, int depth);

json_t *schemaorg_catalog(struct schemaorg_state *state);
json_t *schemaorg_record(struct schemaorg_state *state,
                         const struct catex_record *record);

#endif
