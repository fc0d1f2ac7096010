/* SPDX-License-Identifier: MIT */
/* Follows code between fences, and comments, from line to line. */
#include "load/fence.h"

/* Where the text of @line begins behind the marks of lists. */
static size_t
behind_marks(struct cx_line line, size_t at)
{
    for (;;) {
        size_t mark = at;
        while (mark < line.size && mark - at < 9 && line.at[mark] >= '0' &&
               line.at[mark] <= '9')
            mark++;
        const char *marks = mark > at ? ".)" : "-*+";
        if (mark + 1 >= line.size || strchr(marks, line.at[mark]) == NULL ||
            line.at[mark + 1] != ' ')
            return at;
        for (at = mark + 1; at < line.size && line.at[at] == ' ';)
            at++;
    }
}

static bool
begins_with(struct cx_line line, const char *text)
{
    size_t size = strlen(text);
    return line.size >= size && memcmp(line.at, text, size) == 0;
}

static struct cx_line
rest_of(struct cx_line line, size_t from)
{
    return (struct cx_line){line.at + from, line.size - from, line.next};
}

/* The signs of a fence at the start of @line, or 0. */
static size_t
fence_at(struct cx_line line)
{
    size_t n = 0;
    while (n < line.size && line.at[n] == line.at[0])
        n++;
    return n > 2 && (line.at[0] == '`' || line.at[0] == '~') ? n : 0;
}

static void
open_at(struct cx_line line, size_t at, struct cx_fence *fence)
{
    size_t text = behind_marks(line, at);
    bool item = text > at || memchr(line.at, '>', at) != NULL;
    line = rest_of(line, text);
    size_t n = fence_at(line);
    struct cx_line info = rest_of(line, n);
    if (begins_with(line, "<!--") &&
        memmem(line.at + 4, line.size - 4, "-->", 3) == NULL)
        *fence = (struct cx_fence){'!', 0, item};
    else if (n > 0 && (line.at[0] == '~' ||
                       memchr(info.at, '`', info.size) == NULL))
        *fence = (struct cx_fence){line.at[0], n, item};
}

static bool
closes(struct cx_line line, size_t at, const struct cx_fence *fence)
{
    if (fence->sign == '!')
        return memmem(line.at, line.size, "-->", 3) != NULL;
    line = rest_of(line, at);
    size_t n = fence_at(line);
    return line.at[0] == fence->sign && n >= fence->size && n > 0 &&
           cx_is_blank_line(rest_of(line, n));
}

void
cx_follow_fence(struct cx_line line, struct cx_fence *fence)
{
    static const struct cx_fence none;
    size_t at = 0;
    while (at < line.size && strchr(" \t>", line.at[at]) != NULL)
        at++;
    if (at == line.size)
        return;
    if (fence->item && at == 0)
        *fence = none;
    if (fence->sign == '\0')
        open_at(line, at, fence);
    else if (closes(line, at, fence))
        *fence = none;
}
