/* SPDX-License-Identifier: MIT */
/* Makes a text that cmark reads as its author meant it: valid characters, no
 * front matter, tables with their borders marked. */
#include "load/prepare.h"

#include <stdbool.h>
#include <string.h>
#include <strings.h>

#include "load/fence.h"
#include "model/text.h"

static int
line_of(const char *text, const char *at)
{
    int line = 1;
    for (; text < at; text++)
        line += *text == '\n';
    return line;
}

/* Where the first character stands that is replaced, not only a line end. */
static size_t
first_bad(const char *bytes, size_t size)
{
    size_t at = cx_text_valid(bytes, size);
    while (at < size && bytes[at] == '\r') {
        at++;
        at += cx_text_valid(bytes + at, size - at);
    }
    return at;
}

/* "&#xFDD0;" and "&#64976;", by the digits at @at: where the last ones are that
 * say it, and those of U+FFFD; or NULL. */
static char *
border_reference(char *at, const char *end, const char **ret_instead)
{
    bool hex = at < end && (*at | 32) == 'x';
    const char *digits = hex ? "0123456789abcdefABCDEF" : "0123456789";
    const char *said = hex ? "fdd0" : "64976";
    size_t n = hex, size = strlen(said);
    while (at + n < end && n < 10 && strchr(digits, at[n]) != NULL)
        n++;
    *ret_instead = hex ? "FFFD" : "65533";
    return n >= size + hex && strncasecmp(at + n - size, said, size) == 0
               ? at + n - size : NULL;
}

/* The sign for a cell's border is ours alone: where the list has it, be it by
 * reference, it is replaced as what no text can hold. */
static bool
drop_borders(struct cx_buffer *text)
{
    char *end = text->bytes + text->size;
    bool found = false;
    for (char *at = text->bytes;
         (at = memchr(at, CX_CELL[0], (size_t)(end - at))) != NULL; at++)
        if (end - at > 2 && memcmp(at, CX_CELL, 3) == 0) {
            memcpy(at, "\xEF\xBF\xBD", 3);
            found = true;
        }
    for (char *at = text->bytes;
         (at = memchr(at, '&', (size_t)(end - at))) != NULL; at++) {
        const char *instead;
        char *digits = end - at > 2 && at[1] == '#'
                           ? border_reference(at + 2, end, &instead) : NULL;
        if (digits != NULL)
            memcpy(digits, instead, strlen(instead));
        found = found || digits != NULL;
    }
    return found;
}

static void
clean(const struct cx_input *input, struct cx_buffer *text)
{
    const char *bytes = input->bytes;
    size_t size = input->size;
    if (size >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) {
        bytes += 3;
        size -= 3;
    }
    if (cx_text_clean(text, bytes, size) > 0)
        cx_report(input, "replaced-character",
                  line_of(bytes, bytes + first_bad(bytes, size)), NULL,
                  "bytes that are no valid UTF-8 text, from here on, were "
                  "replaced by U+FFFD; save the list as UTF-8");
    if (text->size > 0 && drop_borders(text))
        cx_report(input, "replaced-character", 0, NULL,
                  "U+FDD0, which is no character, was replaced by U+FFFD");
}

/* GFM 4.10: dashes with optional colons, parted by pipes; at least one pipe,
 * so that it is not a setext underline or a thematic break. */
static bool
is_delimiter_row(struct cx_line line)
{
    bool dash = false, pipe = false;
    size_t i = 0;
    /* A table may stand in a quotation or list item. */
    while (i < line.size && strchr(" \t>", line.at[i]) != NULL)
        i++;
    for (; i < line.size; i++) {
        char c = line.at[i];
        if (c == '-')
            dash = true;
        else if (c == '|')
            pipe = true;
        else if (c != ':' && c != ' ' && c != '\t')
            return false;
    }
    return dash && pipe;
}

static bool
has_pipe(struct cx_line line)
{
    for (size_t i = 0; i < line.size; i++)
        if (line.at[i] == '|' && (i == 0 || line.at[i - 1] != '\\'))
            return true;
    return false;
}

/* A pipe is a border unless a backslash or code says that it is none. */
static void
add_row(struct cx_buffer *out, struct cx_line line)
{
    size_t from = 0, code = 0; /* where the code ends, if there is any */
    for (size_t i = 0; i < line.size; i++) {
        if (line.at[i] == '`' && i >= code)
            code = cx_code_end(line, i);
        bool escaped = i > 0 && line.at[i - 1] == '\\';
        if (line.at[i] != '|' || (i < code && !escaped))
            continue;
        cx_buffer_add(out, line.at + from, i - from - escaped);
        cx_buffer_puts(out, escaped ? "|" : " " CX_CELL " ");
        from = i + 1;
    }
    cx_buffer_add(out, line.at + from, line.size - from);
}

static void
add_line(struct cx_buffer *out, struct cx_line line, bool row)
{
    if (row)
        add_row(out, line);
    else
        cx_buffer_add(out, line.at, line.size);
    if (line.next != NULL)
        cx_buffer_putc(out, '\n');
}

void
cx_take_marked(struct cx_prepared *ret, const char *rest)
{
    const char *end = ret->text.bytes + ret->text.size;
    if (rest == ret->text.bytes)
        return; /* nothing has been marked */
    cx_buffer_add(&ret->marked, rest, (size_t)(end - rest));
    cx_buffer_done(&ret->text);
    ret->text = ret->marked;
    ret->marked = (struct cx_buffer){.arena = ret->text.arena};
}

/* Rewrites the rows of each table: a header, a delimiter row, whose columns may
 * be more or fewer, as authors have it, and all lines up to a blank one. */
static void
mark_tables(struct cx_prepared *ret)
{
    const char *at = ret->text.bytes, *end = at + ret->text.size;
    struct cx_fence fence = {.sign = '\0'};
    bool inside = false;
    struct cx_line line = cx_line_of(at, end);
    for (;;) {
        cx_follow_fence(line, &fence);
        if (inside && (cx_is_blank_line(line) || fence.sign != '\0'))
            inside = false;
        if (!inside && fence.sign == '\0' && line.next != NULL &&
            has_pipe(line))
            inside = is_delimiter_row(cx_line_of(line.next, end));
        add_line(&ret->marked, line, inside);
        if (line.next == NULL)
            break;
        line = cx_line_of(line.next, end);
    }
    cx_take_marked(ret, end);
}

static bool
may_hold_table(const struct cx_buffer *text)
{
    const char *at = text->bytes, *end = at + text->size;
    while ((at = memchr(at, '|', (size_t)(end - at))) != NULL) {
        const char *start = at;
        while (start > text->bytes && start[-1] != '\n')
            start--;
        struct cx_line line = cx_line_of(start, end);
        if (is_delimiter_row(line))
            return true;
        if (line.next == NULL)
            return false;
        at = line.next;
    }
    return false;
}

void
cx_prepare(const struct cx_input *input, struct cx_arena *arena,
           struct cx_prepared *ret)
{
    clean(input, &ret->text);
    if (input->own != NULL) {
        cx_free(*input->own);
        *input->own = NULL;
    }
    cx_buffer_add(&ret->text, "", 0); /* bytes is never NULL from here on */
    cx_take_front_matter(ret, arena);
    cx_blank_attributes(ret);
    cx_open_containers(ret);
    cx_join_tables(ret);
    if (may_hold_table(&ret->text))
        mark_tables(ret);
    cx_mend_lines(input, ret);
    if (ret->open_fence > 0)
        cx_report(input, "unclosed", ret->open_fence, NULL,
                  "the code that begins here goes on to the end of the list; "
                  "close it with a fence like this one");
    if (ret->open_comment > 0)
        cx_report(input, "unclosed", ret->open_comment, NULL,
                  "the comment that begins here goes on to the end of the "
                  "list; close it with -->");
}
