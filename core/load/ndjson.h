/* SPDX-License-Identifier: MIT */
/* The lines of NDJSON: of a text in memory, or of what comes out of a
 * descriptor. */
#ifndef CX_LOAD_NDJSON_H
#define CX_LOAD_NDJSON_H

#include "load/json-load.h"

struct cx_lines {
    const char *at, *end;
    int fd; /* -1 when all that will come is there */
    struct cx_buffer buffer;
    struct cx_json_piece line; /* the last one handed out */
    struct cx_json_path records, record;
};

/* The next line that is not empty: 1, 0 after the last one, or an error. */
int cx_lines_next(struct cx_lines *lines, struct cx_json_reader *reader);

#endif
