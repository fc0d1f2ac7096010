/* SPDX-License-Identifier: MIT */
/* Tables of two columns whose rows are what is said of one dataset. */
#ifndef CX_KEY_TABLE_H
#define CX_KEY_TABLE_H

#include "load/reader.h"

struct cx_key_table {
    const char *name; /* of the dataset, as its first row tells, or NULL */
    size_t links, others; /* rows with and without links, less that one */
};

/* Whether reader->spans, which are a table, are such a one. */
bool cx_is_key_table(struct cx_reader *reader, struct cx_key_table *ret_table);

/* Reads it as what is said of @open; with @name, of a record that it begins. */
void cx_read_key_table(struct cx_reader *reader, struct cx_open *open,
                       const char *name);

#endif
