/* SPDX-License-Identifier: MIT */
/* What the links of a record say about it. */
#ifndef CX_DERIVE_H
#define CX_DERIVE_H

#include <catex/model.h>

#include "model/arena.h"

/* Reads out of the record's links, once they and their roles are known:
 * - its publications: links that the list calls a paper, which describe it,
 *   or a reference, whose relation is open. Those of one id are one.
 * - its identifiers: DOIs of access, download and landing links.
 * - which links are data files, and of which media type, by their ending. */
void cx_derive(struct cx_arena *arena, struct cx_arena *scratch,
               struct catex_record *record);

/* Reads the counts that the record's description states. */
void cx_derive_counts(struct catex_record *record, struct cx_arena *arena);

#endif
