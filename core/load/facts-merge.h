/* SPDX-License-Identifier: MIT */
/* Laying facts over what is known. */
#ifndef CX_LOAD_FACTS_MERGE_H
#define CX_LOAD_FACTS_MERGE_H

#include "load/facts.h"

enum { CX_MEMBERS = 48 }; /* the most that a shape has */

struct cx_merge {
    struct cx_facts *facts;
    struct cx_arena *arena, *scratch; /* for what stays, and what does not */
    void *into;              /* a struct of the fact's shape */
    const void *original;    /* the same before all facts, or NULL */
    struct cx_place *places; /* of each member of @into */
    struct cx_place list;    /* where @into stands in the list */
    struct catex_origin *origin; /* of @into, or NULL */
    const char *record;          /* its id, for reports, or NULL */
};

/* Lays @fact over merge->into. The later one wins; what it contradicts is
 * reported. */
void cx_merge(struct cx_merge *merge, const struct cx_fact *fact);

#endif
