/* SPDX-License-Identifier: MIT */
/* Which column of a table names the dataset. */
#include "load/columns.h"

#include <string.h>

#include "load/cell.h"
#include "load/words.h"
#include "model/text.h"

/* Columns that number or date a row. */
static bool
is_index(const char *text, size_t size)
{
    return cx_is_mark(text, size) ||
           cx_is_among(text, size,
                       "no no. nr id index rank s.no s.no. year date number "
                       "\xE5\xBA\x8F\xE5\x8F\xB7 \xE7\xBC\x96\xE5\x8F\xB7 "
                       "\xE5\xB9\xB4\xE4\xBB\xBD");
}

size_t
cx_shift_of(const struct cx_table *table, const struct cx_header *header)
{
    return table->html && table->count < header->count
               ? header->count - table->count
               : 0;
}

static bool
has_letter(const char *text)
{
    for (; *text != '\0'; text++)
        if ((unsigned char)((*text | 0x20) - 'a') < 26 || *text & 0x80)
            return true;
    return false;
}

bool
cx_is_group_row(const struct cx_table *row, const struct cx_header *header)
{
    const struct cx_spans *spans = row->spans;
    size_t filled = 0, bold = 0;
    for (size_t i = 0; i < row->count; i++) {
        const struct cx_cell *cell = &row->cells[i];
        if (cx_is_blank(spans, cell->from, cell->to))
            continue;
        if (row->again[i] ||
            cx_span_has(spans, CX_SPAN_LINK, cell->from, cell->to))
            return false;
        filled++;
        for (size_t at = cell->from; at < cell->to; at++)
            bold += spans->at[at].style & CX_STRONG ? 1 : 0;
    }
    return header->count > 2 && filled == 1 &&
           (bold > 0 || (row->html && row->own == 1));
}

/* Whether the values of a column can be names: there are enough of them, most
 * have letters, and, unless it is @called so, not the same over and over. */
static bool
names_rows(struct cx_reader *reader, struct cx_table rest,
           const struct cx_header *header, size_t column, bool called)
{
    struct cx_index seen = {.arena = &reader->passing};
    size_t rows = 0, filled = 0, named = 0, different = 0;
    while (cx_next_row(&rest)) {
        size_t shift = cx_shift_of(&rest, header), size;
        if (rest.count == 0 || column < shift ||
            column - shift >= rest.count || cx_is_group_row(&rest, header))
            continue;
        rows++;
        if (rest.again[column - shift])
            continue;
        const char *text = cx_cell_text(reader, rest.spans,
                                        rest.cells[column - shift], &size);
        if (size == 0 || cx_is_nothing(text, size))
            continue;
        filled++;
        if (!has_letter(text))
            continue;
        named++;
        void **before = cx_index_at(&seen, text);
        different += *before == NULL;
        *before = &seen;
    }
    return filled * 2 >= rows && named * 4 > filled * 3 &&
           (called || (different * 2 >= named && (different > 1 || named < 2)));
}

/* How many of the cells of a column that say something begin in bold or in code,
 * or are links. */
struct looks {
    size_t filled, marked, linked;
};

static void
look_at_columns(struct cx_table rest, const struct cx_header *header,
                struct looks looks[CX_COLUMNS])
{
    const struct cx_spans *spans = rest.spans;
    while (cx_next_row(&rest)) {
        size_t shift = cx_shift_of(&rest, header);
        for (size_t i = 0; i < rest.count && i + shift < header->count; i++) {
            const struct cx_cell *cell = &rest.cells[i];
            struct looks *of = &looks[i + shift];
            size_t at = cell->from;
            while (at < cell->to && cx_is_blank(spans, at, at + 1))
                at++;
            if (at == cell->to)
                continue;
            of->filled++;
            of->marked += spans->at[at].kind == CX_SPAN_CODE ||
                          cx_is_strong(&spans->at[at]);
            of->linked += spans->at[at].kind == CX_SPAN_LINK;
        }
    }
}

/* "Code" of codes beside a column of linked names. */
static bool
is_of_codes(const struct looks *looks, const struct cx_header *header,
            size_t column)
{
    bool linked = false;
    if (!cx_is_among(header->text[column], header->size[column],
                     "code ref key") ||
        looks[column].linked > 0)
        return false;
    for (size_t i = column + 1; i < header->count; i++)
        linked = linked || looks[i].linked * 2 > looks[i].filled;
    return linked;
}

/* "Data" may be called after what is behind its links: then names in bold, in
 * code or linked before it are the names. */
static bool
is_of_links(const struct looks *looks, const struct cx_header *header,
            size_t column)
{
    const uint32_t others =
        CATEX_ROLE_PAPER | CATEX_ROLE_REFERENCE | CATEX_ROLE_CODE;
    if (column == 0 ||
        cx_is_name_key(header->text[column], header->size[column]))
        return false;
    return looks->filled > 1 &&
           (looks->marked * 4 >= looks->filled * 3 ||
            (looks->linked * 4 >= looks->filled * 3 &&
             !(cx_roles_of(header->text[0], header->size[0]) & others)));
}

/* Columns that sort the rows. */
static bool
is_category(const char *text, size_t size)
{
    return cx_is_among(text, size,
                       "country region state city place language category type "
                       "domain area field topic task modality "
                       "país pays land sprache langue idioma língua 国家 地区 "
                       "类别 语言");
}

/* "Size" beside such a column is no better; "Description" may well be. */
static bool
is_property(const char *text, size_t size)
{
    return cx_is_key(text, size) && !cx_is_text_column(text, size);
}

/* What a column's heading makes of it, the likelier to hold names the less. */
enum calling {
    CALLED_NAME, CALLED_SO, CALLED_ELSE, CALLED_CATEGORY, CALLED_PROPERTY,
    CALLED_INDEX
};

static enum calling
calling_of(const char *head, size_t size, bool sorted)
{
    if (cx_is_data_column(head, size))
        return CALLED_NAME;
    if (cx_is_name_column(head, size))
        return CALLED_SO;
    return is_index(head, size)      ? CALLED_INDEX
           : !sorted                 ? CALLED_ELSE
           : is_category(head, size) ? CALLED_CATEGORY
           : is_property(head, size) ? CALLED_PROPERTY : CALLED_ELSE;
}

size_t
cx_name_column(struct cx_reader *reader, const struct cx_table *rest,
            const struct cx_header *header)
{
    size_t first = header->count;
    struct looks looks[CX_COLUMNS] = {{0, 0, 0}};
    bool sorted = false; /* there is a column that sorts the rows */
    look_at_columns(*rest, header, looks);
    for (size_t i = 0; i < header->count; i++)
        sorted = sorted || is_category(header->text[i], header->size[i]);
    for (int calling = CALLED_NAME; calling < CALLED_INDEX; calling++)
        for (size_t i = 0; i < header->count; i++) {
            if ((int)calling_of(header->text[i], header->size[i], sorted) !=
                calling)
                continue;
            if (is_of_codes(looks, header, i))
                continue;
            if (calling == CALLED_NAME && is_of_links(looks, header, i) &&
                names_rows(reader, *rest, header, 0, false))
                return 0;
            if (names_rows(reader, *rest, header, i, calling < CALLED_ELSE))
                return i;
            first = first == header->count ? i : first;
        }
    return first == header->count ? 0 : first;
}
