/* SPDX-License-Identifier: MIT */
/* What stands before or around a title and is no part of it. */
#include "load/lead.h"

#include <string.h>

#include "model/byte.h"

/* Pictures, badges, emoji, check boxes. */
static bool
is_ornament(const struct cx_span *span)
{
    size_t size = span->size;
    const char *text = cx_trim(span->text, &size);
    if (span->kind == CX_SPAN_TEXT && size == 3 &&
        (memcmp(text, "[x]", 3) == 0 || memcmp(text, "[X]", 3) == 0 ||
         memcmp(text, "[ ]", 3) == 0))
        return true;
    if (span->kind == CX_SPAN_IMAGE || cx_is_badge(span) ||
        (span->kind == CX_SPAN_TEXT && cx_are_shortcodes(text, size)))
        return true;
    return span->kind == CX_SPAN_TEXT && cx_is_mark(span->text, span->size) &&
           memchr(span->text, '[', span->size) == NULL &&
           memchr(span->text, '(', span->size) == NULL;
}

size_t
cx_skip_ornaments(const struct cx_spans *spans, size_t at, size_t end)
{
    while (at < end && is_ornament(&spans->at[at]))
        at++;
    return at;
}

bool
cx_is_strong(const struct cx_span *span)
{
    return (span->style & CX_STRONG) != 0 || span->style >= CX_HEADING;
}

bool
cx_is_year(const char *text, size_t size)
{
    size_t at = 0;
    while (at < size && !cx_byte_is(text[at], CX_DIGIT))
        at++;
    return size - at >= 4 && cx_is_mark(text, at) &&
           (memcmp(text + at, "19", 2) == 0 ||
            memcmp(text + at, "20", 2) == 0) &&
           cx_byte_is(text[at + 2], CX_DIGIT) &&
           cx_byte_is(text[at + 3], CX_DIGIT) &&
           cx_is_mark(text + at + 4, size - at - 4);
}

size_t
cx_skip_tags(const struct cx_spans *spans, size_t at, size_t end)
{
    size_t tags = 0, behind = at;
    if (at + 1 < end && spans->at[at].kind == CX_SPAN_TEXT &&
        cx_is_strong(&spans->at[at + 1])) {
        size_t size = spans->at[at].size;
        const char *text = cx_trim(spans->at[at].text, &size);
        /* A sign parts the two: "2020 **and later**" is a sentence. */
        return size > 4 && cx_is_year(text, size) ? at + 1 : at;
    }
    for (; behind < end; behind++) {
        const struct cx_span *span = &spans->at[behind];
        size_t size = span->size;
        const char *text = cx_trim(span->text, &size);
        tags += span->kind == CX_SPAN_CODE;
        if (span->kind == CX_SPAN_LINK ||
            (span->kind == CX_SPAN_TEXT && size > 0 &&
             cx_byte_is(*text, CX_ALNUM | CX_WIDE)))
            return tags > 1 ? behind : at;
        if (span->kind != CX_SPAN_CODE && size > 0)
            break;
    }
    return at;
}

bool
cx_is_bracketed(const struct cx_spans *spans, size_t at, size_t end,
                struct cx_span *ret_name, size_t *ret_body, size_t *ret_skip)
{
    const struct cx_span *span = &spans->at[at];
    size_t size = span->size;
    const char *text = cx_trim(span->text, &size);
    if (span->kind != CX_SPAN_TEXT || size == 0 || *text != '[')
        return false;
    if (size == 1) { /* code in brackets */
        *ret_body = at + 2;
        *ret_skip = 1;
        *ret_name = spans->at[at + (at + 1 < end)];
        return at + 2 < end && ret_name->kind == CX_SPAN_CODE &&
               spans->at[at + 2].kind == CX_SPAN_TEXT &&
               spans->at[at + 2].text[0] == ']';
    }
    const char *close = memchr(text, ']', size);
    if (close == NULL)
        return false;
    size_t left = size - (size_t)(close + 1 - text);
    const char *rest = cx_trim(close + 1, &left);
    *ret_name = *span;
    ret_name->text = text + 1;
    ret_name->size = (size_t)(close - text - 1);
    *ret_body = at;
    *ret_skip = (size_t)(close + 1 - span->text);
    return left == 0 || strchr(":-|", *rest) != NULL;
}
