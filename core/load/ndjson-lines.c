/* SPDX-License-Identifier: MIT */
/* Cuts NDJSON into lines, in the memory of the longest. */
#include "load/ndjson.h"

#include <errno.h>
#include <limits.h>
#include <string.h>
#include <unistd.h>

/* Reads on behind an incomplete line. Sets fd to -1 at the end. */
static int
read_on(struct cx_lines *lines, struct cx_json_reader *reader)
{
    enum { LEAST = 64 * 1024 };
    struct cx_buffer *buffer = &lines->buffer;
    size_t kept = (size_t)(lines->end - lines->at);
    if (kept > 0)
        memmove(buffer->bytes, lines->at, kept);
    if (buffer->capacity - kept < LEAST) {
        size_t capacity = buffer->capacity * 2 + LEAST;
        char *grown = cx_realloc(buffer->bytes, capacity);
        if (grown == NULL)
            return catex_error_set(reader->error, CATEX_ERR_MEMORY,
                                   reader->input->name, lines->line.line,
                                   "there is not enough memory to load it");
        buffer->bytes = grown;
        buffer->capacity = capacity;
    }
    ssize_t n;
    do
        n = read(lines->fd, buffer->bytes + kept, buffer->capacity - kept);
    while (n < 0 && errno == EINTR);
    lines->at = buffer->bytes;
    lines->end = buffer->bytes + kept + (n > 0 ? n : 0);
    if (n < 0)
        return catex_error_set(reader->error, CATEX_ERR_INPUT,
                               reader->input->name, lines->line.line,
                               "cannot be read: %s", strerror(errno));
    if (n == 0)
        lines->fd = -1;
    return CATEX_OK;
}

/* The next line: 1, 0 after the last one, or an error. */
static int
next_line(struct cx_lines *lines, struct cx_json_reader *reader)
{
    size_t searched = 0;
    for (;;) {
        size_t size = (size_t)(lines->end - lines->at);
        const char *stop = size == searched
                               ? NULL
                               : memchr(lines->at + searched, '\n',
                                        size - searched);
        if (stop != NULL)
            size = (size_t)(stop - lines->at);
        if (stop != NULL || (lines->fd < 0 && size > 0)) {
            lines->line.bytes = lines->at;
            lines->line.size = size;
            lines->line.line += lines->line.line < INT_MAX;
            lines->at += size + (stop != NULL);
            return 1;
        }
        if (lines->fd < 0)
            return 0;
        searched = size;
        int status = read_on(lines, reader);
        if (status != CATEX_OK)
            return status;
    }
}

int
cx_lines_next(struct cx_lines *lines, struct cx_json_reader *reader)
{
    int status;
    do
        status = next_line(lines, reader);
    while (status > 0 && cx_json_is_blank(&lines->line));
    return status;
}
