/* SPDX-License-Identifier: MIT */
/* Facts in CSV: the table that catex writes, edited in a spreadsheet. A cell
 * that differs from what the list says is a fact; whatever cannot be read for
 * certain is filled with its row and column. */
#include <csv.h>
#include <string.h>

#include "load/facts-cell.h"
#include "model/text.h"

enum { COLUMNS = 128 };

/* Stands for a cell that is filled. */
static const char filled[] = "";

struct table {
    struct cx_facts *facts;
    struct csv_parser *parser;
    struct cx_buffer clean;
    struct cx_column columns[COLUMNS];
    const char *cells[COLUMNS]; /* of the row being read; NULL: empty */
    size_t column_count, cell_count;
    size_t id; /* the column of the ids */
    size_t row;
    int line, row_line, in_row;
    struct cx_index seen; /* ids of rows */
    int status;
};

/* Columns that are not members of a record by their name. Those without a
 * member repeat what others say, or cannot be said in a cell. */
static const struct {
    const char *name, *member, *part;
    uint32_t role;
} special[] = {
    {"licence_spdx", "licence", "spdx", 0},
    {"licence_url", "licence", "url", 0},
    {"licence_name", "licence", "name", 0},
    {"contact_email", "contact", "email", 0},
    {"landing_url", "links", NULL, CATEX_ROLE_LANDING},
    {"access_url", "links", NULL, CATEX_ROLE_ACCESS},
    {"download_url", "links", NULL, CATEX_ROLE_DOWNLOAD},
    {"code_url", "links", NULL, CATEX_ROLE_CODE},
    {"paper_urls", "links", NULL, CATEX_ROLE_PAPER},
    {"other_urls", "links", NULL, 0},
    {"id", NULL, NULL, 0},
    {"section", NULL, NULL, 0},
    {"publications", NULL, NULL, 0},
    {"source_file", NULL, NULL, 0},
    {"line_first", NULL, NULL, 0},
    {"line_last", NULL, NULL, 0},
};

static void
report_cell(struct table *table, size_t i, const char *words)
{
    const struct cx_place place = {table->facts->input.name, table->row_line};
    cx_facts_report(table->facts, place, "bad-fact", NULL,
                    "row %zu, column \"%.60s\" %s; the cell is left out",
                    table->row, table->columns[i].name, words);
}

static const struct catex_member *
find_member(const struct catex_shape *shape, const char *name)
{
    const struct catex_member *m = shape->members;
    while (m->name != NULL && strcmp(m->name, name) != 0)
        m++;
    return m->name == NULL ? NULL : m;
}

static void
find_column(struct table *table, struct cx_column *column)
{
    const struct cx_place place = {table->facts->input.name, table->row_line};
    for (size_t i = 0; i < sizeof special / sizeof *special; i++) {
        if (strcmp(special[i].name, column->name) != 0)
            continue;
        column->role = special[i].role;
        column->is_repeated =
            special[i].member == NULL && strcmp(column->name, "id") != 0;
        if (special[i].member != NULL)
            column->member =
                find_member(&catex_shape_record, special[i].member);
        if (special[i].part != NULL)
            column->part = find_member(column->member->shape, special[i].part);
        return;
    }
    column->member = find_member(&catex_shape_record, column->name);
    if (column->member == NULL)
        cx_facts_report(table->facts, place, "unknown-column", NULL,
                        "the column \"%.60s\" is not known to catex and is "
                        "left out", column->name);
}

static int
read_header(struct table *table)
{
    table->id = COLUMNS;
    table->column_count = table->cell_count;
    for (size_t i = 0; i < table->cell_count; i++) {
        const char *name = table->cells[i] == NULL ? "" : table->cells[i];
        table->columns[i].name = cx_strdup(table->facts->arena, name);
        for (size_t n = 0; n < i; n++)
            if (*name != '\0' && strcmp(table->columns[n].name, name) == 0)
                return catex_error_set(
                    table->facts->error, CATEX_ERR_INPUT,
                    table->facts->input.name, table->row_line,
                    "has two columns with the name \"%.60s\"", name);
        if (strcmp(name, "id") == 0)
            table->id = i;
    }
    if (table->id == COLUMNS)
        return catex_error_set(table->facts->error, CATEX_ERR_INPUT,
                               table->facts->input.name, table->row_line,
                               "is neither JSON nor a table with a column "
                               "\"id\", so it holds no facts");
    for (size_t i = 0; i < table->cell_count; i++)
        find_column(table, &table->columns[i]);
    return CATEX_OK;
}

/* Copies what is needed of the row once the record is known. */
static const struct cx_row *
keep_row(struct table *table)
{
    struct cx_arena *arena = table->facts->arena;
    size_t count = table->column_count;
    struct cx_row *row =
        cx_alloc(arena, sizeof *row + count * sizeof *row->cells);
    row->number = table->row;
    row->count = count;
    row->columns = table->columns;
    for (size_t i = 0; i < count && i < table->cell_count; i++) {
        const struct cx_column *column = &table->columns[i];
        const char *cell = table->cells[i];
        int is_needed = column->is_repeated
                        || (column->member != NULL
                            && column->member->shape == &catex_shape_link);
        row->cells[i] =
            cell != NULL && is_needed ? cx_strdup(arena, cell) : cell;
        if (cell != NULL && !is_needed)
            row->cells[i] = filled;
    }
    return row;
}

static int
is_blank(const struct table *table)
{
    size_t i = 0;
    while (i < table->cell_count && table->cells[i] == NULL)
        i++;
    return i == table->cell_count;
}

static void
read_row(struct table *table)
{
    struct cx_facts *facts = table->facts;
    const struct cx_place place = {facts->input.name, table->row_line};
    const char *id = table->id < table->cell_count ? table->cells[table->id]
                                                   : NULL;
    if (id == filled)
        id = NULL;
    if (table->cell_count > table->column_count || id == NULL) {
        cx_facts_report(facts, place, "bad-fact", NULL,
                        id == NULL ? "row %zu has no id, it is left out"
                                   : "row %zu has more cells than there are "
                                     "columns, it is left out", table->row);
        return;
    }
    id = cx_strdup(facts->arena, id);
    void **before = cx_index_at(&table->seen, id);
    if (*before != NULL) {
        cx_facts_report(facts, place, "bad-fact", NULL,
                        "row %zu has the id \"%.100s\" of a row above, it is "
                        "left out", table->row, id);
        return;
    }
    *before = table;
    struct cx_fact *fact =
        cx_fact_new(facts, &catex_shape_record,
                    cx_printf(facts->arena, "\"%s\"", id), table->row_line);
    fact->row = keep_row(table);
    for (size_t i = 0; i < table->cell_count; i++) {
        if (table->columns[i].member == NULL || table->cells[i] == NULL
            || table->cells[i] == filled)
            continue;
        const char *wrong = cx_cell_read(facts, &table->columns[i],
                                         table->cells[i], fact->value);
        const struct catex_member *m = table->columns[i].member;
        if (wrong == NULL)
            continue;
        report_cell(table, i, wrong);
        if (m->type == CATEX_TYPE_LIST || m->type == CATEX_TYPE_SECTIONS)
            *(void **)(void *)((char *)fact->value + m->offset) = NULL;
    }
    cx_facts_add_record(facts, fact, id);
}

/* An apostrophe guards a cell that would be a formula without it. */
static int
is_guarded(const char *text, size_t size)
{
    static const char *const wide[] = {"＝", "＋", "－", "＠"};
    size_t at = 0;
    while (at < size && text[at] == '\'')
        at++;
    if (at == 0 || at == size)
        return 0;
    if (strchr("=+-@\t\r\n", text[at]) != NULL)
        return 1;
    for (size_t i = 0; i < sizeof wide / sizeof *wide; i++)
        if (size - at >= strlen(wide[i])
            && memcmp(text + at, wide[i], strlen(wide[i])) == 0)
            return 1;
    return 0;
}

static void
take_cell(void *bytes, size_t size, void *user_data)
{
    struct table *table = user_data;
    const char *text = bytes;
    size_t i = table->cell_count;
    if (!table->in_row)
        table->row_line = table->line;
    table->in_row = 1;
    if (i == COLUMNS)
        return;
    table->cells[i] = NULL;
    table->cell_count++;
    if (is_guarded(text, size)) {
        text++;
        size--;
    }
    if (size == 0)
        return;
    cx_buffer_clear(&table->clean);
    if (cx_text_clean(&table->clean, text, size) > 0 && table->row > 0
        && i < table->column_count) {
        table->row++;
        report_cell(table, i, "holds what is no text in UTF-8");
        table->row--;
        table->cells[i] = filled;
        return;
    }
    table->cells[i] = cx_strndup(&table->facts->scratch, table->clean.bytes,
                                 table->clean.size);
}

static void
take_row(int end, void *user_data)
{
    struct table *table = user_data;
    (void)end;
    table->in_row = 0;
    table->row++;
    if (table->status != CATEX_OK)
        return;
    if (table->row == 1)
        table->status = read_header(table);
    else if (!is_blank(table))
        read_row(table);
    table->cell_count = 0;
}

/* The separator that the first line has most of, outside of quotes. */
static char
find_separator(const char *bytes, size_t size)
{
    static const char candidates[] = ",;\t";
    size_t counts[3] = {0, 0, 0};
    int best = 0, quoted = 0;
    for (size_t i = 0; i < size && (quoted || bytes[i] != '\n'); i++) {
        const char *at = memchr(candidates, bytes[i], 3);
        quoted ^= bytes[i] == '"';
        if (at != NULL && !quoted)
            counts[at - candidates]++;
    }
    for (int i = 1; i < 3; i++)
        if (counts[i] > counts[best])
            best = i;
    return candidates[best];
}

static int
not_blank(unsigned char c)
{
    (void)c;
    return 0;
}

/* Feeds the table line by line, so that each cell knows where it is. */
static int
parse(struct table *table, const char *bytes, size_t size)
{
    struct cx_facts *facts = table->facts;
    struct csv_parser *parser = table->parser;
    for (size_t at = 0; at < size && table->status == CATEX_OK;) {
        const char *stop = memchr(bytes + at, '\n', size - at);
        size_t n = stop == NULL ? size - at : (size_t)(stop - bytes) - at + 1;
        if (csv_parse(parser, bytes + at, n, take_cell, take_row, table) != n)
            break;
        at += n;
        table->line++;
    }
    if (csv_error(parser) == CSV_SUCCESS && table->status == CATEX_OK)
        csv_fini(parser, take_cell, take_row, table);
    if (csv_error(parser) == CSV_ENOMEM)
        return catex_error_set(facts->error, CATEX_ERR_MEMORY,
                               facts->input.name, table->line,
                               "there is not enough memory to load it");
    if (csv_error(parser) != CSV_SUCCESS)
        return catex_error_set(facts->error, CATEX_ERR_INPUT,
                               facts->input.name,
                               table->in_row ? table->row_line : table->line,
                               "has a quote where CSV allows none, in row %zu",
                               table->row + 1);
    return table->status;
}

int
cx_facts_read_csv(struct cx_facts *facts, const char *bytes, size_t size)
{
    struct table *table = cx_new(facts->arena, struct table);
    if (memchr(bytes, '\0', size) != NULL)
        return catex_error_set(facts->error, CATEX_ERR_INPUT,
                               facts->input.name, 0,
                               "holds NUL bytes: save it as text in UTF-8");
    table->facts = facts;
    table->line = 1;
    table->seen.arena = &facts->scratch;
    table->parser = cx_new(facts->arena, struct csv_parser);
    table->clean.arena = facts->arena;
    csv_init(table->parser, CSV_STRICT | CSV_STRICT_FINI);
    facts->table = table;
    csv_set_realloc_func(table->parser, cx_realloc);
    csv_set_free_func(table->parser, cx_free);
    csv_set_space_func(table->parser, not_blank);
    csv_set_delim(table->parser, (unsigned char)find_separator(bytes, size));
    int status = parse(table, bytes, size);
    cx_facts_end_csv(facts);
    return status;
}

void
cx_facts_end_csv(struct cx_facts *facts)
{
    struct table *table = facts->table;
    if (table == NULL)
        return;
    csv_free(table->parser);
    cx_buffer_done(&table->clean);
    facts->table = NULL;
}
