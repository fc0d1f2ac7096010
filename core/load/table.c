/* SPDX-License-Identifier: MIT */
/* Tables: how a row becomes a record. */
#include "load/reader.h"

#include <string.h>

#include "load/cell.h"
#include "load/columns.h"
#include "load/key-table.h"
#include "load/words.h"
#include "model/text.h"

/* Reads the header and steps over the delimiter row. */
static bool
read_header(struct cx_reader *reader, struct cx_table *table,
            struct cx_header *header)
{
    const struct cx_spans *spans = table->spans;
    while (table->html && table->at < spans->count &&
           spans->at[table->at].kind != CX_SPAN_ROW)
        table->at++;
    table->at += table->html;
    if (!cx_next_row(table))
        return false;
    header->count = table->count;
    for (size_t i = 0; i < table->count; i++)
        header->text[i] = cx_cell_text(reader, spans, table->cells[i],
                                       &header->size[i]);
    if (!table->html)
        table->at = cx_text_line_end(spans, table->at) + 1;
    header->name = cx_name_column(reader, table, header);
    return header->count > 0;
}

/* Past pictures and blanks. */
static size_t
skip_pictures(const struct cx_spans *spans, size_t at, size_t to)
{
    while (at < to && (spans->at[at].kind == CX_SPAN_IMAGE ||
                       cx_is_blank(spans, at, at + 1)))
        at++;
    return at;
}

/* The end of the words that name a row: up to a link or a picture, or, if they
 * are bold, to a line that is not. */
static size_t
name_end(const struct cx_spans *spans, struct cx_cell cell)
{
    size_t at = cell.from;
    bool bold = false;
    for (; at < cell.to && spans->at[at].kind != CX_SPAN_IMAGE &&
           (spans->at[at].kind != CX_SPAN_LINK || cx_is_anchor(&spans->at[at]));
         at++) {
        if (spans->at[at].kind == CX_SPAN_BREAK && bold && at + 1 < cell.to &&
            !cx_is_strong(&spans->at[at + 1]))
            break;
        if (!cx_is_blank(spans, at, at + 1))
            bold = cx_is_strong(&spans->at[at]);
    }
    return at;
}

/* Finds a row's name: its linked title, or its words. */
static const char *
row_title(struct cx_reader *reader, struct cx_cell cell, size_t *ret_link)
{
    const struct cx_spans *spans = &reader->spans;
    size_t size;
    cell.from = skip_pictures(spans, cell.from, cell.to);
    size_t at = name_end(spans, cell);
    *ret_link = cell.to;
    const char *text =
        cx_cell_text(reader, spans, (struct cx_cell){cell.from, at}, &size);
    text = cx_without_shortcodes(text, &size);
    while (size > 0 && strchr("([:- ", text[size - 1]) != NULL)
        size--;
    if (size > 0 && !cx_is_mark(text, size))
        return cx_strndup(&reader->passing, text, size);
    if (at == cell.to || spans->at[at].kind != CX_SPAN_LINK)
        return NULL;
    *ret_link = at;
    size = spans->at[at].size;
    text = cx_trim(spans->at[at].text, &size);
    return size == 0 ? NULL : cx_strndup(&reader->passing, text, size);
}

bool
cx_is_record_table(struct cx_reader *reader,
                   struct cx_record_table *ret_table)
{
    const struct cx_spans *spans = &reader->spans;
    struct cx_table table = cx_table_of(spans);
    struct cx_header header = {.count = 0};
    struct cx_record_table found = {.rows = 0};
    size_t named = 0, linked = 0, keys = 0;
    if (read_header(reader, &table, &header)) {
        found.called = header.name < header.count &&
                       cx_is_name_column(header.text[header.name],
                                         header.size[header.name]);
        while (cx_next_row(&table)) {
            size_t shift = cx_shift_of(&table, &header), link;
            if (table.count == 0 || cx_is_group_row(&table, &header))
                continue;
            found.rows++;
            linked += cx_span_has(spans, CX_SPAN_LINK, table.cells[0].from,
                                  table.cells[table.count - 1].to);
            size_t name = header.name < shift ? 0 : header.name - shift;
            if (name < table.count) {
                const char *title =
                    row_title(reader, table.cells[name], &link);
                named += title != NULL;
                keys += title != NULL && cx_is_key(title, strlen(title));
                found.only = found.rows == 1 ? title : NULL;
            }
        }
    }
    *ret_table = found;
    return found.rows > 0 && named * 2 >= found.rows &&
           keys * 2 < found.rows &&
           (linked * 2 >= found.rows || found.called);
}

/* Reads a row as a record, or, with @within, as what is said of the one that
 * is open. */
static void
read_row(struct cx_reader *reader, const struct cx_table *table,
         const struct cx_header *header, bool within)
{
    const struct cx_spans *spans = &reader->spans;
    size_t shift = cx_shift_of(table, header), link;
    size_t name = header->name < shift ? 0 : header->name - shift;
    struct cx_open *open = &reader->entry;
    /* Where its name spans it, the row goes on about that record. */
    const char *title = name < table->count && !table->again[name]
                            ? row_title(reader, table->cells[name], &link)
                            : NULL;
    size_t rest = 0;
    if (title != NULL) {
        const struct cx_cell *cell = &table->cells[name];
        if (!within)
            cx_entry_begin(reader, open, title, table->line);
        if (link < cell->to) {
            /* "Dataset (link to paper)" */
            uint32_t roles = cx_roles_of(header->text[header->name],
                                         header->size[header->name]);
            struct catex_link *made = cx_entry_link(
                reader, open, &spans->at[link], NULL,
                roles == CATEX_ROLE_PAPER ? roles : CATEX_ROLE_LANDING);
            made->title = NULL;
            rest = link + 1;
        } else {
            rest = skip_pictures(spans, cell->from, cell->to);
            rest = name_end(spans, (struct cx_cell){rest, cell->to});
            rest = skip_pictures(spans, rest, cell->to);
        }
        for (size_t i = cell->from; i < rest; i++)
            if (spans->at[i].kind == CX_SPAN_IMAGE)
                cx_report_span(reader, &spans->at[i]);
        cx_read_cell(reader, open, (struct cx_cell){rest, cell->to}, "", 0);
    }
    if (open->draft == NULL)
        return;
    for (size_t i = 0; i < table->count; i++) {
        size_t column = i + shift < header->count ? i + shift
                                                  : header->count - 1;
        if (title != NULL ? i != name : !table->again[i])
            cx_read_cell(reader, open, table->cells[i], header->text[column],
                         header->size[column]);
    }
    cx_end_paragraph(reader, open);
}

/* Ends a cell or a row that began at @start, unless nothing was in it: @mark in
 * place of the blanks at the text's end. */
static void
put_border(struct cx_buffer *text, size_t start, const char *mark)
{
    while (text->size > start && text->bytes[text->size - 1] == ' ')
        text->size--;
    if (text->size > start)
        cx_buffer_puts(text, mark);
}

static void
read_row_as_text(struct cx_reader *reader, const struct cx_table *row,
                 struct cx_open *open)
{
    static const struct cx_context plain;
    struct cx_buffer *text = open == NULL ? &reader->prose : &open->plain;
    size_t start = text->size, md = open == NULL ? 0 : open->md.size;
    for (size_t i = 0; i < row->count; i++) {
        const struct cx_cell *cell = &row->cells[i];
        size_t said;
        if (row->again[i] || cx_is_blank(row->spans, cell->from, cell->to))
            continue;
        cx_cell_text(reader, row->spans, *cell, &said);
        if (said > 0) /* a picture without description is in the other */
            put_border(text, start, " | ");
        if (open != NULL)
            put_border(&open->md, md, " | ");
        cx_read_lines(reader, open, cell->from, cell->to, 0, &plain);
    }
    put_border(text, start, "\n");
    if (open != NULL)
        put_border(&open->md, md, "\n");
}

static void
read_rows_as_text(struct cx_reader *reader, struct cx_table *table,
                  struct cx_open *open)
{
    while (cx_next_row(table))
        read_row_as_text(reader, table, open);
}

void
cx_read_table_in(struct cx_reader *reader, struct cx_open *open)
{
    struct cx_table table = cx_table_of(&reader->spans);
    struct cx_key_table keys;
    if (open != NULL && cx_is_key_table(reader, &keys)) {
        cx_read_key_table(reader, open, NULL);
        return;
    }
    if (!table.html) {
        /* The header, then what follows the delimiter row. */
        struct cx_table head = table;
        size_t end = cx_text_line_end(&reader->spans, 0);
        size_t count = reader->spans.count;
        reader->spans.count = end;
        read_rows_as_text(reader, &head, open);
        reader->spans.count = count;
        table.at = cx_text_line_end(&reader->spans, end + 1) + 1;
    }
    read_rows_as_text(reader, &table, open);
    cx_end_paragraph(reader, open);
}

/* The words of a row over others are the name of their group. */
static void
read_group(struct cx_reader *reader, const struct cx_table *row)
{
    const struct cx_spans *spans = row->spans;
    size_t size;
    const struct cx_cell all = {row->cells[0].from,
                                row->cells[row->count - 1].to};
    cx_entry_end(reader, &reader->entry);
    const char *words = cx_cell_text(reader, spans, all, &size);
    cx_set_group(reader, words, size);
    for (size_t i = all.from; i < all.to; i++)
        if (spans->at[i].kind == CX_SPAN_IMAGE)
            cx_report_span(reader, &spans->at[i]);
}

/* Whether a row of others follows one that could name their group. */
static bool
heads_rows(struct cx_table rest, const struct cx_header *header)
{
    do
        if (!cx_next_row(&rest))
            return false;
    while (rest.count == 0);
    return !cx_is_group_row(&rest, header);
}

/* "Total | 5 | 300" at the end: what the rows above come to. */
static bool
is_sum_row(struct cx_reader *reader, const struct cx_table *row,
           const struct cx_header *header)
{
    size_t size;
    if (row->count <= header->name ||
        cx_span_has(row->spans, CX_SPAN_LINK, row->cells[0].from,
                    row->cells[row->count - 1].to))
        return false;
    const char *text = cx_cell_text(reader, row->spans,
                                    row->cells[header->name], &size);
    if (!cx_is_sum(text, size))
        return false;
    struct cx_table rest = *row;
    return !cx_next_row(&rest);
}

static void
read_rows(struct cx_reader *reader, bool within)
{
    struct cx_table table = cx_table_of(&reader->spans);
    struct cx_header header = {.count = 0};
    struct cx_key_table keys;
    if (cx_is_key_table(reader, &keys)) {
        cx_read_key_table(reader, &reader->entry, within ? NULL : keys.name);
        return;
    }
    if (!read_header(reader, &table, &header))
        return;
    while (cx_next_row(&table)) {
        if (!within && cx_is_group_row(&table, &header) &&
            heads_rows(table, &header)) {
            read_group(reader, &table);
        } else if (!within && is_sum_row(reader, &table, &header)) {
            cx_entry_end(reader, &reader->entry);
            read_row_as_text(reader, &table, NULL);
            cx_end_paragraph(reader, NULL);
        } else if (table.count > 0) {
            read_row(reader, &table, &header, within);
        }
    }
}

void
cx_read_table(struct cx_reader *reader)
{
    cx_entry_end(reader, &reader->entry);
    read_rows(reader, false);
    cx_entry_end(reader, &reader->entry);
}

void
cx_read_table_within(struct cx_reader *reader)
{
    read_rows(reader, true);
}
