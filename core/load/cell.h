/* SPDX-License-Identifier: MIT */
/* The cells of a table, as text and as what they say of a record. */
#ifndef CX_CELL_H
#define CX_CELL_H

#include "load/grid.h"
#include "load/reader.h"

/* Its words; they last as long as the block is read. */
const char *cx_cell_text(struct cx_reader *reader,
                         const struct cx_spans *spans, struct cx_cell cell,
                         size_t *ret_size);

/* Whether a text stands in cells that nothing can be said in: "n/a". */
bool cx_is_nothing(const char *text, size_t size);

/* Reads one of reader->spans under its heading: links take it as their label,
 * text is said with it. */
void cx_read_cell(struct cx_reader *reader, struct cx_open *open,
                  struct cx_cell cell, const char *head, size_t size);

#endif
