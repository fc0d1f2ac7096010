/* SPDX-License-Identifier: MIT */
/* The columns of a table: what they are called, and which one holds names. */
#ifndef CX_COLUMNS_H
#define CX_COLUMNS_H

#include "load/grid.h"
#include "load/reader.h"

struct cx_header {
    const char *text[CX_COLUMNS]; /* in the scratch arena */
    size_t size[CX_COLUMNS];
    size_t count, name; /* the column with the records' names */
};

/* By how many columns a row is set in: one in HTML with fewer cells goes on
 * below a cell that spans rows. */
size_t cx_shift_of(const struct cx_table *table,
                   const struct cx_header *header);

/* Whether a row is nothing but words over the rows below it: one cell, which is
 * bold, or in HTML all that the row has. */
bool cx_is_group_row(const struct cx_table *row,
                     const struct cx_header *header);

/* The column that is called after names ("Dataset", or else "Source"), else
 * the first that is no number, date or code, and rather not one that sorts the
 * rows ("Country"); of those, one whose values can be names, if there is one.
 * @rest: the rows below the header. */
size_t cx_name_column(struct cx_reader *reader, const struct cx_table *rest,
                      const struct cx_header *header);

#endif
