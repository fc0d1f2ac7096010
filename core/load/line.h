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

/* Code between fences (CommonMark 4.5), and where the line is in it. */
struct cx_fence {
    char sign; /* NUL outside of code */
    size_t size, indent;
};

/* Where the text of @line begins behind the marks of lists. */
static inline size_t
cx_behind_markers(struct cx_line line, size_t at)
{
    for (;;) {
        size_t mark = at;
        while (mark < line.size && mark - at < 9 && line.at[mark] >= '0' &&
               line.at[mark] <= '9')
            mark++;
        const char *marks = mark > at ? ".)" : "-*+";
        if (mark + 1 >= line.size || line.at[mark] == '\0' ||
            strchr(marks, line.at[mark]) == NULL || line.at[mark + 1] != ' ')
            return at;
        for (at = mark + 1; at < line.size && line.at[at] == ' ';)
            at++;
    }
}

/* Moves on by a line, which may be the one that opens or closes the code. */
static inline void
cx_follow_fence(struct cx_line line, struct cx_fence *fence)
{
    size_t at = 0, n = 0;
    while (at < line.size && strchr(" \t>", line.at[at]) != NULL)
        at++;
    if (at == line.size)
        return;
    if (fence->indent > 1 && at == 0)
        *fence = (struct cx_fence){'\0', 0, 0}; /* the item has ended */
    if (fence->sign == '\0')
        at = cx_behind_markers(line, at);
    char sign = at < line.size ? line.at[at] : '\0';
    if (sign != '`' && sign != '~')
        return;
    while (at + n < line.size && line.at[at + n] == sign)
        n++;
    struct cx_line rest = {line.at + at + n, line.size - at - n, NULL};
    if (n < 3)
        return;
    if (fence->sign == sign && n >= fence->size && cx_is_blank_line(rest))
        *fence = (struct cx_fence){'\0', 0, 0};
    else if (fence->sign == '\0' &&
             !(sign == '`' && memchr(rest.at, '`', rest.size) != NULL))
        *fence = (struct cx_fence){sign, n, at};
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
