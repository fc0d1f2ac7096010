/* SPDX-License-Identifier: MIT */
/* A record while its list is being read, and what is settled once all records
 * are known: ids, publications, identifiers, kinds, shared links. */
#ifndef CX_DRAFT_H
#define CX_DRAFT_H

#include <stdbool.h>

#include "load/load.h"

struct cx_draft {
    struct catex_record public; /* first: the two convert by cast */
    struct cx_draft *up;        /* the record that this is a part of */
    bool has_parts;
    bool untitled; /* its title was derived from its first URL */
};

/* Completes a catalog whose records are all struct cx_draft and whose sections
 * are in place, both without ids: gives ids to the catalog, the sections and
 * the records, sets parent and kind, reads publications and identifiers out of
 * links, marks links that are direct or shared. Memory comes from the
 * catalog's arena, whose no_memory is set. */
void cx_settle(struct cx_catalog *catalog);

/* Reports, in the order of lines, what the list's curator may want to mend;
 * see catex(1), KINDS. The catalog is settled; its arena only says where to go
 * without memory. */
void cx_lint(struct cx_catalog *catalog, const struct cx_input *input);

#endif
