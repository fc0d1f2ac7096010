/* SPDX-License-Identifier: MIT */
/* A cell of a table of facts. */
#ifndef CX_LOAD_FACTS_CELL_H
#define CX_LOAD_FACTS_CELL_H

#include "load/facts.h"

struct cx_column {
    const char *name;
    const struct catex_member *member; /* of a record; NULL: not read */
    const struct catex_member *part;   /* of the member's struct, or NULL */
    uint32_t role;                     /* of a column of URLs */
    int is_repeated; /* says again what other columns say, is not read */
};

/* A row, for what it no longer says. */
struct cx_row {
    size_t number, count;
    const struct cx_column *columns;
    /* NULL: empty; the text of columns of URLs and of those not read */
    const char *cells[];
};

/* The next of several values in a cell, which are parted by "|", NULL after
 * the last; %7C is how "|" is written inside one. */
char *cx_cell_value(struct cx_arena *arena, const char **cell);

/* Puts what @cell says into @record; NULL, or what is wrong with it, as the
 * end of a sentence. */
const char *cx_cell_read(struct cx_facts *facts,
                         const struct cx_column *column, const char *cell,
                         struct catex_record *record);

/* Reports what the row of @fact leaves out or changes in vain, where the record
 * was @before and is @now with facts. */
void cx_row_check(struct cx_facts *facts, const struct cx_fact *fact,
                  const struct catex_record *before,
                  const struct catex_record *now);

#endif
