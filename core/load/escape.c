/* SPDX-License-Identifier: MIT */
/* Text as Markdown that says the same: what would be markup gets a
 * backslash. */
#include <string.h>

#include "load/lines.h"

static bool
ends_with(const struct cx_buffer *text, char c)
{
    return text->size > 0 && text->bytes[text->size - 1] == c;
}

static bool
at_line_start(const struct cx_buffer *text)
{
    return text->size == 0 || ends_with(text, '\n');
}

/* At a line's start, or behind a bullet. */
static bool
at_block_start(const struct cx_buffer *md)
{
    return at_line_start(md) ||
           (md->size > 1 && memcmp(md->bytes + md->size - 2, "- ", 2) == 0);
}

void
cx_add_escaped(struct cx_buffer *md, const char *text, size_t size)
{
    static const bool marks[256] = {
        ['\\'] = true, ['`'] = true, ['*'] = true, ['_'] = true,
        ['['] = true,  [']'] = true, ['<'] = true, ['&'] = true};
    size_t from = 0;
    size_t digits = 0; /* "1986." begins a list, too */
    if (size > 0 && at_block_start(md)) {
        if (strchr("#>+-=~", *text) != NULL)
            cx_buffer_putc(md, '\\');
        while (digits < size && text[digits] >= '0' && text[digits] <= '9')
            digits++;
    }
    if (digits > 0 && digits < size && strchr(".)", text[digits]) != NULL) {
        cx_buffer_add(md, text, digits);
        cx_buffer_putc(md, '\\');
        from = digits;
    }
    for (size_t i = 0; i < size; i++) {
        if (!marks[(unsigned char)text[i]] ||
            (text[i] == '&' && (i + 1 == size || text[i + 1] == ' ')))
            continue;
        cx_buffer_add(md, text + from, i - from);
        cx_buffer_putc(md, '\\');
        from = i;
    }
    cx_buffer_add(md, text + from, size - from);
}

/* Between more backticks than there are in a row in it. */
static void
add_code(struct cx_buffer *md, const char *text, size_t size)
{
    size_t longest = 0, run = 0;
    for (size_t i = 0; i < size; i++) {
        run = text[i] == '`' ? run + 1 : 0;
        longest = run > longest ? run : longest;
    }
    for (size_t i = 0; i <= longest; i++)
        cx_buffer_putc(md, '`');
    cx_buffer_puts(md, longest > 0 ? " " : "");
    cx_buffer_add(md, text, size);
    cx_buffer_puts(md, longest > 0 ? " " : "");
    for (size_t i = 0; i <= longest; i++)
        cx_buffer_putc(md, '`');
}

/* What would end an address in angle brackets, or be taken for a reference to a
 * character there. */
static void
add_address(struct cx_buffer *md, const char *url)
{
    for (const char *at; (at = strpbrk(url, "<>\\&")) != NULL; url = at + 1) {
        cx_buffer_add(md, url, (size_t)(at - url));
        size_t name = strcspn(at + 1, ";<>\\& ");
        if (*at != '&' || at[1 + name] == ';')
            cx_buffer_putc(md, '\\');
        cx_buffer_putc(md, *at);
    }
    cx_buffer_puts(md, url);
}

void
cx_add_span(struct cx_buffer *md, const struct cx_span *span, const char *text,
       size_t size)
{
    const char *style = span->style & CX_STRONG ? "**"
                        : span->style & CX_EMPH ? "*"
                                                : "";
    if (ends_with(md, '*')) /* right behind another: which would end where? */
        style = "";
    switch (span->kind) {
    case CX_SPAN_LINK:
        if (span->style & CX_BARE && strlen(span->url) == size &&
            memcmp(span->url, text, size) == 0) {
            cx_buffer_putc(md, '<');
            cx_buffer_puts(md, span->url);
            cx_buffer_putc(md, '>');
            break;
        }
        /* fall through */
    case CX_SPAN_IMAGE:
        cx_buffer_puts(md, style);
        cx_buffer_puts(md, span->kind == CX_SPAN_IMAGE ? "![" : "[");
        cx_add_escaped(md, text, size);
        cx_buffer_puts(md, "](<");
        add_address(md, span->url == NULL ? "" : span->url);
        cx_buffer_puts(md, ">)");
        cx_buffer_puts(md, style);
        break;
    case CX_SPAN_CODE:
        add_code(md, text, size);
        break;
    default: {
        /* Emphasis cannot begin or end with a space. */
        const char *inner = text;
        size_t left = size;
        if (*style != '\0')
            inner = cx_trim(text, &left);
        cx_buffer_add(md, text, (size_t)(inner - text));
        if (left > 0) {
            cx_buffer_puts(md, style);
            cx_add_escaped(md, inner, left);
            cx_buffer_puts(md, style);
        }
        size_t behind = size - left - (size_t)(inner - text);
        cx_buffer_add(md, inner + left, behind);
    }
    }
}
