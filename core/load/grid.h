/* SPDX-License-Identifier: MIT */
/* The rows and cells of a table among the spans of a block. */
#ifndef CX_GRID_H
#define CX_GRID_H

#include "load/span.h"

enum { CX_COLUMNS = 64 }; /* further cells are part of the last one */

struct cx_cell {
    size_t from, to; /* spans */
};

struct cx_table {
    const struct cx_spans *spans;
    bool html;
    size_t at; /* where the next row begins */
    struct cx_cell cells[CX_COLUMNS];
    bool again[CX_COLUMNS]; /* cells that span rows, below the first */
    struct {
        struct cx_cell cell;
        unsigned left; /* rows */
    } spanning[CX_COLUMNS];
    size_t count; /* cells of the current row */
    size_t own;   /* … that begin in it */
    int line;     /* on which it begins */
};

/* Whether spans are a table, marked by prepare.c, or HTML. */
bool cx_is_table(const struct cx_spans *spans);

struct cx_table cx_table_of(const struct cx_spans *spans);

/* The cells of the next row; false at the end. */
bool cx_next_row(struct cx_table *table);

/* Where the line of the text ends that holds @at; a <br> within ends none. */
size_t cx_text_line_end(const struct cx_spans *spans, size_t at);

/* Whether spans [from, to) have one of a kind, or say nothing. */
bool cx_span_has(const struct cx_spans *spans, enum cx_span_kind kind,
                 size_t from, size_t to);
bool cx_is_blank(const struct cx_spans *spans, size_t from, size_t to);

#endif
