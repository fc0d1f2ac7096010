/* SPDX-License-Identifier: MIT */
/* The exporter csv: RFC 4180, one row a record (or a link, or a publication).
 *
 * How columns map to the model, for people and for programs that read a table
 * back. A column has the name of the model's field and holds its value, with
 * these additions and exceptions (the tables are in columns.c):
 *
 *   sections                 ids; `section` is the first one's title
 *   licence_spdx, _url, _name   the parts of `licence`
 *   creators, authors, editors, publisher, contact
 *                            names: a person's as "Family, Given"; any other
 *                            comma before a blank is written %2C
 *   contact_email            of `contact`
 *   identifiers, relations   "scheme:value", "type:id"
 *   counts                   "value unit"
 *   landing_url, access_url, download_url, code_url
 *                            URL of the first link that has this role
 *   paper_urls               URLs of all links with the role "paper"
 *   other_urls               URLs of all links in none of these columns
 *   publications             ids
 *   source_file, line_first, line_last   `source`
 *
 * - An empty cell is an unknown value.
 * - Several values in a cell are parted by "|". A "|" within a value is
 *   written %7C: the same in a URL; where it was in a text, it is reported.
 * - A cell that a spreadsheet would run as a formula begins with an
 *   apostrophe, unless formula-guard=no. To read it back, take one apostrophe
 *   away where =, +, -, @ (also in full width) or white space other than a
 *   blank follows the apostrophes that a cell begins with.
 * - A newline within a value is a newline within its quoted cell, or, with
 *   newlines=space, a space. Rows end in CR LF. The encoding is UTF-8, which
 *   excel=yes announces by a byte order mark.
 */
#include "csv.h"

#include <stddef.h>
#include <string.h>

static const char *const tables[] = {"records", "links", "publications",
                                     NULL};
static const char *const newlines[] = {"keep", "space", NULL};

#define AT(member) (uint32_t)offsetof(struct csv_state, member)
static const struct catex_option csv_options[] = {
    {.name = "table", .help = "one row per record, link or publication",
     .preset = "records", .choices = tables, .type = CATEX_OPTION_CHOICE,
     .offset = AT(table)},
    {.name = "excel", .help = "begin with a byte order mark",
     .preset = "no", .type = CATEX_OPTION_BOOL, .offset = AT(excel)},
    {.name = "formula-guard",
     .help = "put ' before what a spreadsheet would run as a formula",
     .preset = "yes", .type = CATEX_OPTION_BOOL, .offset = AT(guard)},
    {.name = "newlines", .help = "keep newlines, or make each a space",
     .preset = "keep", .choices = newlines, .type = CATEX_OPTION_CHOICE,
     .offset = AT(newlines)},
    {.name = "metadata",
     .help = "describe the table (CSVW) in a file beside it",
     .preset = "no", .type = CATEX_OPTION_BOOL, .offset = AT(metadata)},
    {.name = NULL}};

static const struct catex_member *
find_member(const struct catex_shape *shape, const char *name, size_t size)
{
    const struct catex_member *member = shape->members;
    for (; member->name != NULL; member++)
        if (strlen(member->name) == size &&
            memcmp(member->name, name, size) == 0)
            return member;
    return NULL;
}

static void
find_place(struct csv_place *place, const struct catex_shape *shape,
           const struct csv_column *column)
{
    const char *path = column->path != NULL ? column->path : column->name;
    size_t size = strcspn(path, ".");
    if (column->write != NULL)
        return;
    place->member = find_member(shape, path, size);
    if (place->member != NULL && path[size] == '.')
        place->part = find_member(place->member->shape, path + size + 1,
                                  strlen(path + size + 1));
}

static int
csv_begin(struct catex_run *run)
{
    static const struct csv_table *const shown[] = {&csv_records, &csv_links,
                                                    &csv_publications};
    struct csv_state *csv = run->state;
    csv->shown = shown[csv->table];
    const struct csv_column *column = csv->shown->columns;
    if (csv->excel)
        catex_puts(run->out, "\xEF\xBB\xBF");
    for (int i = 0; column[i].name != NULL; i++) {
        find_place(&csv->places[i], csv->shown->shape, &column[i]);
        catex_printf(run->out, "%s%s", i == 0 ? "" : ",", column[i].name);
    }
    catex_puts(run->out, "\r\n");
    return csv->metadata ? csv_write_metadata(run) : CATEX_OK;
}

/* All structs of a chain begin with `next`. */
struct chained {
    const struct chained *next;
};

static void
write_chain(struct csv_cell *cell, const struct csv_column *column,
            const struct csv_place *place, const void *item)
{
    const void *at = (const char *)item + place->member->offset;
    const struct chained *link;
    if (place->member->type == CATEX_TYPE_INLINE) {
        csv_member(cell, place->part, at);
        return;
    }
    int chain = place->member->type == CATEX_TYPE_LIST;
    for (link = *(const struct chained *const *)at; link != NULL;
         link = chain ? link->next : NULL) {
        if (column->item != NULL)
            column->item(cell, link);
        else
            csv_member(cell, place->part, link);
    }
}

static void
write_values(struct csv_cell *cell, const struct csv_column *column,
             const struct csv_place *place, const struct csv_row *row)
{
    if (column->write != NULL)
        column->write(cell, row, column);
    else if (column->item != NULL || place->part != NULL)
        write_chain(cell, column, place, row->item);
    else
        csv_member(cell, place->member, row->item);
}

static void
write_cell(struct catex_run *run, const struct csv_column *column,
           const struct csv_place *place, const struct csv_row *row)
{
    const struct csv_state *csv = run->state;
    struct csv_cell cell = {.out = run->out, .spaces = csv->newlines,
                            .many = (column->flags & CSV_MANY) != 0};
    write_values(&cell, column, place, row);
    if (cell.values == 0)
        return;
    if (cell.parted)
        catex_run_warn(run, "separator", row->record,
                       "a \"%c\" in %s is written as %%%02X", cell.parted,
                       column->name, (unsigned)cell.parted);
    int guarded = cell.guarded && csv->guard;
    if (guarded || cell.last == ' ' || cell.last == '\t')
        cell.quoted = 1;
    cell.writing = 1;
    cell.values = 0;
    if (cell.quoted)
        catex_putc(run->out, '"');
    if (guarded)
        catex_putc(run->out, '\'');
    write_values(&cell, column, place, row);
    if (cell.quoted)
        catex_putc(run->out, '"');
}

static void
write_row(struct catex_run *run, const struct catex_record *record,
          const void *item)
{
    const struct csv_state *csv = run->state;
    const struct csv_column *column = csv->shown->columns;
    const struct csv_row row = {record, item};
    for (int i = 0; column[i].name != NULL; i++) {
        if (i > 0)
            catex_putc(run->out, ',');
        write_cell(run, &column[i], &csv->places[i], &row);
    }
    catex_puts(run->out, "\r\n");
}

static int
csv_record(struct catex_run *run, const struct catex_record *record)
{
    const struct csv_state *csv = run->state;
    if (csv->shown == &csv_records)
        write_row(run, record, record);
    if (csv->shown == &csv_links)
        for (const struct catex_link *link = record->links; link != NULL;
             link = link->next)
            write_row(run, record, link);
    if (csv->shown == &csv_publications)
        for (const struct catex_publication *publication =
                 record->publications;
             publication != NULL; publication = publication->next)
            write_row(run, record, publication);
    return CATEX_OK;
}

#define BIT(name) CATEX_BIT(CATEX_FIELD_##name)

CATEX_EXPORTER_NOTE("csv")
CATEX_PUBLIC const struct catex_exporter catex_exporter = {
    CATEX_EXPORTER_HEAD,
    .name = "csv",
    .summary = "comma-separated values (RFC 4180)",
    .media_type = "text/csv",
    .ending = ".csv",
    /* Of the table of records; the other tables show all of a link and of a
     * publication. */
    .fields = BIT(ID) | BIT(KIND) | BIT(PARENT) | BIT(TITLE) |
              BIT(ALT_TITLES) | BIT(DESCRIPTION) | BIT(SECTIONS) |
              BIT(GROUP) | BIT(TOPICS) | BIT(KEYWORDS) | BIT(ACCESS) |
              BIT(ACCESS_NOTE) | BIT(FEE) | BIT(LINKS) | BIT(PUBLICATIONS) |
              BIT(IDENTIFIERS) | BIT(COUNTS) | BIT(CREATORS) |
              BIT(PUBLISHER) | BIT(CONTACT) | BIT(LICENCE) |
              BIT(RIGHTS_NOTE) | BIT(ISSUED) | BIT(MODIFIED) | BIT(VERSION) |
              BIT(TEMPORAL) | BIT(SPATIAL) | BIT(LANGUAGES) | BIT(ALIASES) |
              BIT(RELATIONS) | BIT(SOURCE),
    .options = csv_options,
    .state_size = sizeof(struct csv_state),
    .begin = csv_begin,
    .record = csv_record,
};
