/* SPDX-License-Identifier: MIT */
/* Tables of two columns whose rows are what is said of one dataset: a key, and
 * its value. */
#include "load/key-table.h"

#include <string.h>

#include "load/cell.h"
#include "load/words.h"
#include "model/text.h"

enum header { HEADER_NONE, HEADER_ANY, HEADER_SURE };

/* "Property | Value": a row that heads the two columns, and may head no
 * others. */
static enum header
header_of(struct cx_reader *reader, const struct cx_table *row)
{
    size_t size, second_size;
    const char *first =
        cx_cell_text(reader, row->spans, row->cells[0], &size);
    const char *second =
        cx_cell_text(reader, row->spans, row->cells[1], &second_size);
    if (size > 0 && !cx_is_among(first, size,
                                 "property properties attribute field key "
                                 "item metadata"))
        return HEADER_NONE;
    if (cx_is_among(second, second_size, "value values detail details"))
        return HEADER_SURE;
    return second_size == 0 ||
                   cx_is_among(second, second_size, "description information")
               ? HEADER_ANY : HEADER_NONE;
}

/* The key of the row, less a colon at its end; NULL if it has none. */
static const char *
key_of(struct cx_reader *reader, const struct cx_table *row, size_t *ret_size)
{
    const struct cx_cell *cell = &row->cells[0];
    if (cx_span_has(row->spans, CX_SPAN_LINK, cell->from, cell->to) ||
        cx_span_has(row->spans, CX_SPAN_IMAGE, cell->from, cell->to))
        return NULL;
    const char *text = cx_cell_text(reader, row->spans, *cell, ret_size);
    while (*ret_size > 0 && strchr(": ", text[*ret_size - 1]) != NULL)
        --*ret_size;
    return *ret_size == 0 ? NULL : text;
}

static bool
has_link(const struct cx_table *row)
{
    return cx_span_has(row->spans, CX_SPAN_LINK, row->cells[1].from,
                       row->cells[1].to);
}

/* Whether an HTML table has words before its first row, as a caption. */
static bool
has_words_above(const struct cx_spans *spans)
{
    size_t at = 0;
    while (at < spans->count && spans->at[at].kind != CX_SPAN_ROW)
        at++;
    return at < spans->count && !cx_is_blank(spans, 0, at);
}

/* The next row; the delimiter of a table in Markdown is stepped over. */
static bool
next_row(struct cx_table *table)
{
    bool first = !table->html && table->at == 0;
    do
        if (!cx_next_row(table))
            return false;
    while (table->html && table->count == 0);
    if (first)
        table->at = cx_text_line_end(table->spans, table->at) + 1;
    return true;
}

static bool
is_known(const char *key, size_t size)
{
    return cx_is_key(key, size) || cx_is_text_column(key, size);
}

/* Whether the first row below the header, if there is one, can be the first of
 * such a table: "Dataset | Link" and "Split | Images" are names of columns. */
static bool
take_first(struct cx_reader *reader, const struct cx_table *row, bool headed,
           struct cx_key_table *found)
{
    size_t size, value_size;
    const char *key = key_of(reader, row, &size);
    if (key == NULL)
        return headed;
    const char *value =
        cx_cell_text(reader, row->spans, row->cells[1], &value_size);
    bool says = value_size > 0 && !is_known(value, value_size);
    if (!cx_is_name_key(key, size))
        return headed || (is_known(key, size) && says);
    found->name = value;
    return says;
}

bool
cx_is_key_table(struct cx_reader *reader, struct cx_key_table *ret_table)
{
    struct cx_table row = cx_table_of(&reader->spans);
    struct cx_key_table found = {.name = NULL};
    size_t rows = 0, keys = 0;
    if (has_words_above(row.spans) || !next_row(&row) || row.count != 2)
        return false;
    enum header header = header_of(reader, &row);
    if (header != HEADER_NONE && (!next_row(&row) || row.count != 2))
        return false;
    if (!take_first(reader, &row, header != HEADER_NONE, &found))
        return false;
    do {
        size_t size;
        /* What is linked has a name of its own, and is no key. */
        if (row.count != 2 || cx_span_has(row.spans, CX_SPAN_LINK,
                                          row.cells[0].from, row.cells[0].to))
            return false;
        const char *key = key_of(reader, &row, &size);
        bool name = rows++ == 0 && found.name != NULL;
        keys += name || (key != NULL && is_known(key, size));
        found.links += !name && has_link(&row);
        found.others += !name && !has_link(&row);
    } while (next_row(&row));
    *ret_table = found;
    return rows > 1 && (keys * 2 >= rows || header == HEADER_SURE);
}

static void
read_name(struct cx_reader *reader, struct cx_open *open,
          const struct cx_table *row, const char *name)
{
    const struct cx_spans *spans = row->spans;
    cx_entry_begin(reader, open, name, row->line);
    for (size_t i = row->cells[1].from; i < row->cells[1].to; i++)
        if (spans->at[i].kind == CX_SPAN_LINK)
            cx_entry_link(reader, open, &spans->at[i], NULL,
                          CATEX_ROLE_LANDING)->title = NULL;
        else if (spans->at[i].kind == CX_SPAN_IMAGE)
            cx_report_span(reader, &spans->at[i]);
}

void
cx_read_key_table(struct cx_reader *reader, struct cx_open *open,
                  const char *name)
{
    struct cx_table table = cx_table_of(&reader->spans);
    for (bool first = true; next_row(&table); first = false) {
        size_t size;
        if (first && header_of(reader, &table) != HEADER_NONE)
            continue;
        const char *key = key_of(reader, &table, &size);
        if (name != NULL) {
            read_name(reader, open, &table, name);
            name = NULL;
        } else if (key != NULL) {
            cx_read_cell(reader, open, table.cells[1], key, size);
        } else {
            for (size_t i = 0; i < table.count; i++)
                cx_read_cell(reader, open, table.cells[i], "", 0);
        }
    }
    cx_end_paragraph(reader, open);
}
