/* SPDX-License-Identifier: MIT */
/* What the parts of the schema.org exporter share. */
#ifndef SCHEMAORG_SCHEMAORG_H
#define SCHEMAORG_SCHEMAORG_H

#include <catex/exporter.h>

struct schemaorg_state {
    struct catex_run *run;
};

/* A JSON-LD node in the making. It is memory of the callback, as from
 * catex_run_scratch(), and borrows keys and texts, which last as long. NULL is
 * one that there was no memory for, which all below accept; the host then ends
 * the run. */
struct schemaorg_node;

/* A node {"@type": type}. */
struct schemaorg_node *schemaorg_node(struct schemaorg_state *state,
                                      const char *type);
/* Sets @key, which is not there yet; NULL as text sets nothing. */
void schemaorg_text(struct schemaorg_state *state,
                    struct schemaorg_node *node, const char *key,
                    const char *text);
/* The same with a number or a truth value. */
void schemaorg_bare(struct schemaorg_state *state,
                    struct schemaorg_node *node, const char *key,
                    const char *text);
/* Adds to the values of @key, which become an array with the second. */
void schemaorg_add(struct schemaorg_state *state, struct schemaorg_node *node,
                   const char *key, const struct schemaorg_node *child);
void schemaorg_add_text(struct schemaorg_state *state,
                        struct schemaorg_node *node, const char *key,
                        const char *text);
void schemaorg_write(struct catex_writer *out,
                     const struct schemaorg_node *node);

/* @size bytes of @text in memory of the callback; NULL without any. */
const char *schemaorg_copy(struct schemaorg_state *state, const char *text,
                           size_t size);

/* The IRI of a thing of the catalog: @folder is "" for a record. */
const char *schemaorg_iri(struct schemaorg_state *state, const char *folder,
                          const char *id);

/* Each adds a value to those of @key. */
void schemaorg_agent(struct schemaorg_state *state,
                     struct schemaorg_node *node, const char *key,
                     const struct catex_agent *agent);
void schemaorg_licence(struct schemaorg_state *state,
                       struct schemaorg_node *node, const char *key,
                       const struct catex_licence *licence);
void schemaorg_publication(struct schemaorg_state *state,
                           struct schemaorg_node *node, const char *key,
                           const struct catex_publication *publication);

struct schemaorg_node *schemaorg_catalog(struct schemaorg_state *state);
struct schemaorg_node *schemaorg_record(struct schemaorg_state *state,
                                        const struct catex_record *record);

#endif
