/* SPDX-License-Identifier: MIT */
/* Finds the cells of tables. */
#include "load/grid.h"

#include <string.h>

#include "load/lead.h"

bool
cx_span_has(const struct cx_spans *spans, enum cx_span_kind kind,
            size_t from, size_t to)
{
    for (; from < to; from++)
        if (spans->at[from].kind == kind)
            return true;
    return false;
}

static bool
is_delimiter(const struct cx_spans *spans, size_t from, size_t to)
{
    bool dash = false;
    for (; from < to; from++) {
        const struct cx_span *span = &spans->at[from];
        if (span->kind == CX_SPAN_CELL)
            continue;
        if (span->kind != CX_SPAN_TEXT)
            return false;
        for (size_t i = 0; i < span->size; i++) {
            if (strchr("-: \t", span->text[i]) == NULL)
                return false;
            dash = dash || span->text[i] == '-';
        }
    }
    return dash;
}

/* The end of a line of the text; a <br> within one is none. */
static bool
is_line_end(const struct cx_span *span)
{
    return span->kind == CX_SPAN_BREAK && !(span->style & CX_TAG);
}

size_t
cx_text_line_end(const struct cx_spans *spans, size_t at)
{
    while (at < spans->count && !is_line_end(&spans->at[at]))
        at++;
    return at;
}

/* Whether a span is the border of a cell: a pipe, or the tag of @html. */
static bool
is_border(const struct cx_span *span, bool html)
{
    return span->kind == CX_SPAN_CELL && !(span->style & CX_TAG) == !html;
}

static bool
is_table_of_pipes(const struct cx_spans *spans)
{
    size_t end = cx_text_line_end(spans, 0);
    bool border = false;
    for (size_t i = 0; i < end && !border; i++)
        border = is_border(&spans->at[i], false);
    return border && end + 1 < spans->count &&
           is_delimiter(spans, end + 1, cx_text_line_end(spans, end + 1));
}

bool
cx_is_table(const struct cx_spans *spans)
{
    return is_table_of_pipes(spans) ||
           (cx_span_has(spans, CX_SPAN_ROW, 0, spans->count) &&
            cx_span_has(spans, CX_SPAN_CELL, 0, spans->count));
}

bool
cx_is_blank(const struct cx_spans *spans, size_t from, size_t to)
{
    for (; from < to; from++) {
        const struct cx_span *span = &spans->at[from];
        size_t size = span->size;
        if (is_border(span, true))
            continue; /* a tag that is no border, in a table of pipes */
        cx_trim(span->text, &size);
        if (span->kind == CX_SPAN_LINK || span->kind == CX_SPAN_IMAGE ||
            (span->kind != CX_SPAN_BREAK && size > 0))
            return false;
    }
    return true;
}

/* Whether so much is in a cell that it is not said again in each row that it
 * spans: the output stays in proportion to the input. */
static bool
is_long(const struct cx_spans *spans, struct cx_cell cell)
{
    enum { FEW = 16, MOST = 400 };
    size_t size = 0;
    if (cell.to - cell.from > FEW)
        return true;
    for (size_t i = cell.from; i < cell.to; i++)
        size += spans->at[i].size +
                (spans->at[i].url == NULL ? 0 : strlen(spans->at[i].url));
    return size > MOST;
}

/* Adds the cells of rows above that span this one, up to the next free
 * column. */
static void
add_spanning(struct cx_table *table)
{
    while (table->count < CX_COLUMNS &&
           table->spanning[table->count].left > 0) {
        table->spanning[table->count].left--;
        table->again[table->count] = true;
        table->cells[table->count] = table->spanning[table->count].cell;
        table->count++;
    }
}

/* Adds the cell to the next free column; there it is for as many @rows. */
static void
place(struct cx_table *table, struct cx_cell cell, unsigned rows)
{
    table->cells[table->count] = cell;
    table->again[table->count] = false;
    if (rows > 1) {
        if (is_long(table->spans, cell))
            cell.from = cell.to;
        table->spanning[table->count].cell = cell;
        table->spanning[table->count].left = rows - 1;
    }
    table->count++;
}

/* Adds the cell less what is between its words and its tags. */
static void
add_cell(struct cx_table *table, size_t from, size_t to)
{
    /* Tags among the cells of a row of pipes: the first has no tag. */
    const struct cx_span *tag = from > 0 ? &table->spans->at[from - 1] : NULL;
    unsigned rows = tag == NULL ? 0 : tag->rows;
    unsigned columns = tag == NULL ? 0 : tag->columns;
    while (table->html && to > from && cx_is_blank(table->spans, to - 1, to))
        to--;
    add_spanning(table);
    if (table->count == CX_COLUMNS) {
        table->cells[CX_COLUMNS - 1].to = to;
        return;
    }
    place(table, (struct cx_cell){from, to}, rows);
    table->own++;
    for (; columns > 1 && table->count < CX_COLUMNS; columns--)
        place(table, (struct cx_cell){to, to}, rows);
}

/* Whether a span is a blank within a line. */
static bool
is_gap(const struct cx_spans *spans, size_t at)
{
    return !is_border(&spans->at[at], false) &&
           !is_line_end(&spans->at[at]) && cx_is_blank(spans, at, at + 1);
}

/* Whether the line's end at @at is within a cell: the row begins with a border,
 * and neither does its line end with one nor the next line begin with one. */
static bool
is_broken_row(const struct cx_table *table, size_t at)
{
    const struct cx_spans *spans = table->spans;
    size_t first = table->at, last = at, next = at + 1;
    if (first < at && is_gap(spans, first))
        first++;
    if (last > first && is_gap(spans, last - 1))
        last--;
    if (next < spans->count && is_gap(spans, next))
        next++;
    return first < last && next < spans->count &&
           is_border(&spans->at[first], false) &&
           !is_border(&spans->at[last - 1], false) &&
           !is_border(&spans->at[next], false);
}

static bool
is_row_end(const struct cx_table *table, size_t at)
{
    const struct cx_span *span = &table->spans->at[at];
    return table->html ? span->kind == CX_SPAN_ROW
                       : is_line_end(span) && !is_broken_row(table, at);
}

bool
cx_next_row(struct cx_table *table)
{
    const struct cx_spans *spans = table->spans;
    if (table->at >= spans->count)
        return false;
    size_t at = table->at, from = at;
    table->count = table->own = 0;
    table->line = spans->at[at].line;
    for (; at < spans->count && !is_row_end(table, at); at++) {
        if (!is_border(&spans->at[at], table->html))
            continue;
        /* A border at the row's edge opens no cell of its own. */
        if (from > table->at || !cx_is_blank(spans, from, at))
            add_cell(table, from, at);
        from = at + 1;
    }
    if (table->html ? from > table->at : !cx_is_blank(spans, from, at))
        add_cell(table, from, at);
    if (table->count > 0)
        add_spanning(table);
    table->at = at + 1;
    return true;
}

struct cx_table
cx_table_of(const struct cx_spans *spans)
{
    return (struct cx_table){.spans = spans,
                             .html = !is_table_of_pipes(spans)};
}
