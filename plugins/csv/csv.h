/* SPDX-License-Identifier: MIT */
/* Inside the exporter csv: its tables, and how a cell is written. */
#ifndef CSV_PLUGIN_H
#define CSV_PLUGIN_H

#include <stdint.h>

#include <catex/exporter.h>
#include <catex/shape.h>

enum { CSV_COLUMNS = 48 }; /* the most that a table has */

/* What a row shows: a record, or one of its links or publications. */
struct csv_row {
    const struct catex_record *record;
    const void *item; /* the struct that the table's shape describes */
};

/* A cell while it is written. Each is gone through twice, the first time only
 * to see whether it must be quoted. */
struct csv_cell {
    struct catex_writer *out;
    int spaces; /* whether newlines are written as spaces */
    int many;   /* whether the column holds several values */
    int writing;
    int values;  /* so far */
    char last;   /* character seen; NUL at the cell's start */
    int quoted;  /* must be, */
    int guarded; /* as one that a spreadsheet would run, */
    int parted;  /* has this separator within a value of text */
    int name;    /* a comma in what comes next parts no names */
};

enum csv_column_flag {
    CSV_MANY = 1 << 0,    /* several values, parted by "|" */
    CSV_REQUIRED = 1 << 1 /* never empty */
};

struct csv_column;
typedef void csv_write_fn(struct csv_cell *cell, const struct csv_row *row,
                          const struct csv_column *column);
typedef void csv_item_fn(struct csv_cell *cell, const void *item);

/* A column shows the member of its name, unless it says otherwise. */
struct csv_column {
    const char *name;
    const char *path;    /* "member", or "member.part" of a member's struct */
    csv_item_fn *item;   /* writes one struct of the member's chain */
    csv_write_fn *write; /* writes it all */
    uint32_t role;       /* for `write` */
    uint32_t flags;      /* enum csv_column_flag */
    const char *datatype; /* in CSVW; NULL: string */
    const char *property; /* in CSVW; or NULL */
};

struct csv_table {
    const struct catex_shape *shape;  /* of a row's item */
    const struct csv_column *columns; /* a nameless one ends them */
    const char *about; /* the column that names what a row is about */
    const char *key;   /* the same, if no two rows are about one thing */
};

extern const struct csv_table csv_records, csv_links, csv_publications;

/* Where a column's value is. */
struct csv_place {
    const struct catex_member *member;
    const struct catex_member *part; /* of the member's struct, or NULL */
};

struct csv_state {
    int table; /* options */
    int excel;
    int guard;
    int newlines;
    int metadata;
    const struct csv_table *shown;
    struct csv_place places[CSV_COLUMNS];
};

/* Starts a value; all its parts follow. */
void csv_value(struct csv_cell *cell);
void csv_part(struct csv_cell *cell, const char *text);
void csv_url_part(struct csv_cell *cell, const char *url);
/* A value of one part; NULL is none. */
void csv_text(struct csv_cell *cell, const char *text);
/* The same of a number. */
void csv_number(struct csv_cell *cell, uint64_t number);
/* What @member says of @item. */
void csv_member(struct csv_cell *cell, const struct catex_member *member,
                const void *item);

/* Writes the CSVW description of the table beside it. */
int csv_write_metadata(struct catex_run *run);

#endif
