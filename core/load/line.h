/* SPDX-License-Identifier: MIT */
/* Line by line through the text that cmark will be given. */
#ifndef CX_LINE_H
#define CX_LINE_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct cx_line {
    const char *at;
    size_t size; /* without the line end */
    const char *next; /* the next line, or NULL at the end */
};

static inline struct cx_line
cx_line_of(const char *at, const char *end)
{
    const char *stop = memchr(at, '\n', (size_t)(end - at));
    if (stop == NULL)
        return (struct cx_line){at, (size_t)(end - at), NULL};
    return (struct cx_line){at, (size_t)(stop - at), stop + 1};
}

static inline size_t
cx_indent_of(struct cx_line line)
{
    size_t n = 0;
    while (n < line.size && (line.at[n] == ' ' || line.at[n] == '\t'))
        n++;
    return n;
}

static inline bool
cx_is_blank_line(struct cx_line line)
{
    return cx_indent_of(line) == line.size;
}

static inline bool
cx_line_is(struct cx_line line, const char *text)
{
    size_t size = strlen(text);
    while (line.size > size && (line.at[line.size - 1] == ' ' ||
                                line.at[line.size - 1] == '\t'))
        line.size--;
    return line.size == size && memcmp(line.at, text, size) == 0;
}

static inline size_t
cx_count_backticks(struct cx_line line, size_t at)
{
    size_t n = at;
    while (n < line.size && line.at[n] == '`')
        n++;
    return n - at;
}

/* The end of the code that begins at @at, or of the backticks there if nothing
 * closes them. So long a row of them that it is never closed is no code. */
static inline size_t
cx_code_end(struct cx_line line, size_t at)
{
    enum { LONGEST = 8 };
    size_t opening = cx_count_backticks(line, at), behind = at + opening;
    if (opening > LONGEST)
        return behind;
    for (size_t i = behind; i < line.size;) {
        size_t closing = cx_count_backticks(line, i);
        i += closing == 0 ? 1 : closing;
        if (closing == opening)
            return i;
    }
    return behind;
}

#endif
