/* SPDX-License-Identifier: MIT */
/* The signs that part a title from what is said of it. */
#include "load/lead.h"

#include <string.h>

static const char wide_colon[] = "\xEF\xBC\x9A";

size_t
cx_colon_at_end(const char *text, size_t size)
{
    if (size > 0 && text[size - 1] == ':')
        return 1;
    return size >= 3 && memcmp(text + size - 3, wide_colon, 3) == 0 ? 3 : 0;
}

const char *
cx_without_colons(const char *text, size_t *size)
{
    text = cx_trim(text, size);
    for (size_t n; (n = cx_colon_at_end(text, *size)) > 0;) {
        *size -= n;
        text = cx_trim(text, size);
    }
    return text;
}

const char *
cx_find_colon(const char *text, size_t size, size_t *ret_size)
{
    *ret_size = 0;
    if (size == 0)
        return NULL;
    const char *colon = memchr(text, ':', size), *wide = text;
    const char *end = colon == NULL ? text + size : colon;
    *ret_size = colon != NULL;
    while ((wide = memchr(wide, wide_colon[0], (size_t)(end - wide))) != NULL) {
        if (text + size - wide > 2 && memcmp(wide, wide_colon, 3) == 0) {
            *ret_size = 3;
            return wide;
        }
        wide++;
    }
    return colon;
}

/* A dash, colon or opening bracket of three bytes. */
bool
cx_ends_in_wide_mark(const char *text, size_t size)
{
    return size >= 3 && (memcmp(text + size - 3, "\xEF\xBC\x9A", 3) == 0 ||
                         memcmp(text + size - 3, "\xEF\xBC\x88", 3) == 0 ||
                         memcmp(text + size - 3, "\xE2\x80\x93", 3) == 0 ||
                         memcmp(text + size - 3, "\xE2\x80\x94", 3) == 0);
}

bool
cx_ends_in_dash(const struct cx_span *span)
{
    size_t size = span->size;
    const char *text = cx_trim(span->text, &size);
    return size > 0 && (text[size - 1] == '-' || cx_ends_in_wide_mark(text, size));
}

/* Also behind a blank, as in French. */
bool
cx_begins_with_colon(const struct cx_span *span)
{
    size_t size = span->size;
    const char *text = cx_trim(span->text, &size);
    return span->kind == CX_SPAN_TEXT && size > 0 &&
           (*text == ':' || (size >= 3 && memcmp(text, wide_colon, 3) == 0));
}

/* The length of a separator at @text, which must leave something behind it or
 * end the text; 0: there is none. */
size_t
cx_separator_at(const char *text, size_t size, bool *ret_colon)
{
    static const struct {
        const char *mark;
        bool colon;
    } marks[] = {{" - ", false},  {" \xE2\x80\x93 ", false},
                 {" -- ", false}, {" \xE2\x80\x94 ", false},
                 {": ", true},    {" : ", true},
                 {" | ", false},  {"\xEF\xBC\x9A", true},
                 {"; ", false},   {"\xE2\x80\x94\xE2\x80\x94", false},
                 {"\xE2\x80\xA6\xE2\x80\xA6", false},
                 {"\xE3\x80\x80", false}};
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
        size_t length = strlen(marks[i].mark);
        if (length <= size && memcmp(text, marks[i].mark, length) == 0) {
            *ret_colon = marks[i].colon;
            return length;
        }
    }
    return 0;
}

/* Where the first separator begins in @text, and its length. */
size_t
cx_separator_in(const char *text, size_t size, size_t *ret_at, bool *ret_colon)
{
    /* What one is told by: its first sign. */
    static const bool signs[256] = {['-'] = true,  [':'] = true, [';'] = true,
                                    ['|'] = true, [0xE2] = true,
                                    [0xE3] = true, [0xEF] = true};
    for (size_t at = 0; at < size; at++) {
        if (!signs[(unsigned char)text[at]])
            continue;
        size_t from = at - (at > 0 && text[at - 1] == ' ');
        size_t length = cx_separator_at(text + from, size - from, ret_colon);
        if (length == 0 && from < at) {
            from = at;
            length = cx_separator_at(text + at, size - at, ret_colon);
        }
        if (length > 0) {
            *ret_at = from;
            return length;
        }
    }
    *ret_at = size;
    return 0;
}
