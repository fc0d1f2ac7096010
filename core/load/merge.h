/* SPDX-License-Identifier: MIT */
/* Catalogs that stand one behind the other in NDJSON, seen as one: what their
 * sections and records are called in the whole. */
#ifndef CX_LOAD_MERGE_H
#define CX_LOAD_MERGE_H

#include "load/json-load.h"

/* One of the catalogs. */
struct cx_merge_part {
    struct cx_merge_part *next;
    int line; /* of its header */
    struct catex_catalog catalog; /* as its header has it */
    struct cx_index sections; /* by their ids in the part */
    struct catex_section *list; /* stands for the part in the whole; or NULL */
    const char *suffix; /* of ids that other parts have, too */
};

/* The whole: all sections, no records. */
const struct catex_catalog *cx_merge_catalog(const struct catex_merge *merge);

/* All sections by their ids in the whole. */
const struct cx_index *cx_merge_sections(const struct catex_merge *merge);

/* The part behind @part, the first for NULL; NULL behind the last. */
const struct cx_merge_part *
cx_merge_part(const struct catex_merge *merge,
              const struct cx_merge_part *part);

/* Makes @record, read from @part, a record of the whole, with memory of
 * @arena, and reports that another part seems to list the same dataset. */
void cx_merge_record(const struct catex_merge *merge,
                     const struct cx_merge_part *part,
                     struct catex_record *record, struct cx_arena *arena,
                     const struct cx_input *input);

#endif
