/* SPDX-License-Identifier: MIT */
/* Reads the HTML that people put into Markdown: links, images, line breaks,
 * bold text, headings and table cells become spans like any other; other tags
 * give their text. It is no validator: what is not a tag is text. */
#include "load/span.h"

#include <string.h>
#include <strings.h>

#include "load/lead.h"
#include "load/parse.h"
#include "load/picture.h"
#include "model/byte.h"
#include "model/text.h"

static bool
is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n';
}

/* The character that &name; stands for, and its length; 0: none. */
static size_t
named_entity_at(const char *at, size_t left, uint32_t *ret)
{
    enum { LONGEST = 32 };
    size_t size = 1;
    while (size < left && size < LONGEST && cx_byte_is(at[size], CX_ALNUM) &&
           (at[size] & 0x80) == 0)
        size++;
    if (size < 3 || size == left || at[size] != ';')
        return 0;
    *ret = cx_parse_entity(at, size + 1);
    return *ret != 0 ? size + 1 : 0;
}

/* The character that &name; or &#…; stands for, and its length; 0: none. The
 * names told here are those that most lists use. */
static size_t
entity_at(const char *at, const char *end, uint32_t *ret)
{
    static const struct {
        const char *name;
        uint32_t c;
    } names[] = {{"&amp;", '&'},     {"&lt;", '<'},      {"&gt;", '>'},
                 {"&quot;", '"'},    {"&nbsp;", 0xA0}};
    size_t left = (size_t)(end - at);
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        size_t size = strlen(names[i].name);
        if (size <= left && memcmp(at, names[i].name, size) == 0) {
            *ret = names[i].c;
            return size;
        }
    }
    if (left < 4 || at[1] != '#')
        return named_entity_at(at, left, ret);
    bool hex = (at[2] | 32) == 'x';
    uint32_t c = 0;
    size_t i = hex ? 3 : 2, first = i;
    for (; i < left && i < 10 && at[i] != ';'; i++) {
        int digit = at[i] >= '0' && at[i] <= '9' ? at[i] - '0'
                    : hex && (at[i] | 32) >= 'a' && (at[i] | 32) <= 'f'
                        ? (at[i] | 32) - 'a' + 10
                        : -1;
        if (digit < 0)
            return 0;
        c = c * (hex ? 16 : 10) + (uint32_t)digit;
    }
    if (i == first || i == left || at[i] != ';')
        return 0;
    *ret = c > 0x10FFFF || (c >= 0xD800 && c < 0xE000) || !cx_char_valid(c)
               ? 0xFFFD : c;
    return i + 1;
}

/* A copy with entities resolved. */
static char *
decode(struct cx_arena *arena, const char *at, size_t size, size_t *ret_size)
{
    char *copy = cx_strndup(arena, at, size), *to = copy;
    const char *end = at + size;
    while (at < end) {
        uint32_t c;
        size_t n = *at == '&' ? entity_at(at, end, &c) : 0;
        if (n > 0) {
            to += cx_utf8_encode(c, to); /* never longer than the entity */
            at += n;
        } else {
            *to++ = *at++;
        }
    }
    *to = '\0';
    *ret_size = (size_t)(to - copy);
    return copy;
}

static void
add_text(struct cx_spans *spans, const char *text, size_t size)
{
    if (memchr(text, '&', size) != NULL)
        text = decode(spans->arena, text, size, &size);
    while (size > 0) {
        const char *stop = memchr(text, '\n', size);
        size_t n = stop == NULL ? size : (size_t)(stop - text);
        if (n > 0)
            cx_spans_text(spans, text, n);
        if (stop == NULL)
            break;
        if (spans->link.url != NULL)
            cx_buffer_putc(&spans->text, ' ');
        else
            cx_spans_add(spans, CX_SPAN_BREAK, "\n", 1, NULL);
        spans->line++;
        text = stop + 1;
        size -= n + 1;
    }
}

static void
end_line(struct cx_spans *spans)
{
    cx_spans_close_link(spans);
    if (spans->count == 0 ||
        spans->at[spans->count - 1].kind == CX_SPAN_BREAK)
        return;
    cx_spans_add(spans, CX_SPAN_BREAK, "\n", 1, NULL);
    spans->at[spans->count - 1].style |= CX_HARD | CX_TAG;
}

/* The value of an attribute of the tag between @at and @end, or NULL. */
static const char *
attribute(struct cx_arena *arena, const char *at, const char *end,
          const char *name, size_t *ret_size)
{
    size_t length = strlen(name);
    while (at < end) {
        while (at < end && !is_space(*at))
            at++;
        while (at < end && (is_space(*at) || *at == '/'))
            at++;
        const char *key = at;
        while (at < end && !is_space(*at) && *at != '=')
            at++;
        bool found = (size_t)(at - key) == length &&
                     strncasecmp(key, name, length) == 0;
        while (at < end && is_space(*at))
            at++;
        if (at == end || *at != '=') {
            if (at > key)
                at--; /* the space that ends a key begins the next */
            if (at <= key)
                at = key + 1;
            continue;
        }
        for (at++; at < end && is_space(*at);)
            at++;
        char quote = at < end && (*at == '"' || *at == '\'') ? *at++ : '\0';
        const char *value = at;
        while (at < end && (quote ? *at != quote : !is_space(*at)))
            at++;
        if (found) {
            value = decode(arena, value, (size_t)(at - value), ret_size);
            return cx_unmark(arena, value, ret_size);
        }
        if (at < end && quote)
            at++;
    }
    return NULL;
}

struct tag {
    const char *name, *end; /* between < and > */
    size_t size;            /* of the name */
    bool closing;
};

static bool
tag_is(const struct tag *tag, const char *names)
{
    return cx_is_among(tag->name, tag->size, names);
}

static void
set_style(struct cx_spans *spans, unsigned style, bool off)
{
    if (off)
        spans->style &= ~style;
    else
        spans->style |= style;
}

static void
add_border(struct cx_spans *spans, enum cx_span_kind kind, const char *text)
{
    cx_spans_add(spans, kind, text, 1, NULL);
    spans->at[spans->count - 1].style |= CX_TAG;
}

static unsigned short
number(struct cx_arena *arena, const struct tag *tag, const char *name)
{
    enum { MOST = 9999 };
    size_t size = 0;
    const char *value = attribute(arena, tag->name, tag->end, name, &size);
    unsigned number = 0;
    for (size_t i = 0; i < size && cx_byte_is(value[i], CX_DIGIT); i++)
        number = number > MOST ? number : number * 10 + (unsigned)(value[i] - '0');
    return (unsigned short)(number > MOST ? MOST : number);
}

static void
add_cell(struct cx_spans *spans, const struct tag *tag)
{
    add_border(spans, CX_SPAN_CELL, "|");
    struct cx_span *cell = &spans->at[spans->count - 1];
    cell->rows = number(spans->arena, tag, "rowspan");
    cell->columns = number(spans->arena, tag, "colspan");
}

static void
add_picture(struct cx_spans *spans, const struct tag *tag)
{
    size_t size = 0;
    const char *url =
        attribute(spans->arena, tag->name, tag->end, "src", &size);
    size = 0;
    const char *alt =
        attribute(spans->arena, tag->name, tag->end, "alt", &size);
    alt = cx_picture_text(spans->arena, alt == NULL ? "" : alt, &size,
                          url);
    if (spans->link.url != NULL) {
        size_t before = spans->text.size; /* line ends, as in <figure> */
        cx_trim(spans->text.bytes, &before);
        if (before == 0)
            spans->link.style |= CX_PICTURE;
        cx_buffer_add(&spans->text, alt, size);
    } else {
        cx_spans_add(spans, CX_SPAN_IMAGE, alt, size, url);
    }
}

static void
add_tag(struct cx_spans *spans, const struct tag *tag)
{
    size_t size = 0;
    if (tag_is(tag, "a")) {
        const char *url = tag->closing ? NULL
                                       : attribute(spans->arena, tag->name,
                                                   tag->end, "href", &size);
        cx_spans_close_link(spans);
        if (url != NULL && size > 0)
            cx_spans_open_link(spans, url);
    } else if (tag_is(tag, "img")) {
        add_picture(spans, tag);
    } else if (!tag->closing && tag_is(tag, "iframe video audio source embed")) {
        const char *url =
            attribute(spans->arena, tag->name, tag->end, "src", &size);
        if (url != NULL && size > 0)
            cx_spans_add(spans, CX_SPAN_IMAGE, "", 0, url);
    } else if (tag_is(tag, "b strong")) {
        set_style(spans, CX_STRONG, tag->closing);
        if (spans->link.url != NULL && !tag->closing)
            spans->link.style |= CX_STRONG;
    } else if (tag_is(tag, "i em")) {
        set_style(spans, CX_EMPH, tag->closing);
    } else if (tag_is(tag, "td th")) {
        cx_spans_close_link(spans);
        if (!spans->row) /* what is left of a table around Markdown */
            end_line(spans);
        else if (!tag->closing)
            add_cell(spans, tag);
    } else if (tag_is(tag, "tr")) {
        cx_spans_close_link(spans);
        spans->row = spans->row || !tag->closing;
        if (!tag->closing)
            add_border(spans, CX_SPAN_ROW, "\n");
    } else if (tag_is(tag, "h1 h2 h3 h4 h5 h6")) {
        end_line(spans);
        spans->style &= CX_HEADING - 1;
        if (!tag->closing)
            spans->style |= CX_HEADING * (unsigned)(tag->name[1] - '0');
    } else if (tag_is(tag, "dt summary")) {
        end_line(spans);
        set_style(spans, CX_LABEL, tag->closing);
    } else if (tag_is(tag, "br hr p div li ul ol table dd dl details "
                           "blockquote pre center section")) {
        end_line(spans);
    }
}

/* Where a comment, declaration or tag that begins at @at ends; NULL: it is
 * no tag. A quote that nothing closes would have each tag look to the end of
 * the text, so after the first, @quotes is off and quotes mean nothing. */
static const char *
markup_end(const char *at, const char *end, bool *quotes)
{
    size_t left = (size_t)(end - at);
    if (left >= 4 && memcmp(at, "<!--", 4) == 0) {
        const char *stop = memmem(at + 4, left - 4, "-->", 3);
        return stop == NULL ? end : stop + 3;
    }
    if (left < 3 ||
        !(cx_byte_is(at[1], CX_LETTER) || at[1] == '!' || at[1] == '?' ||
          (at[1] == '/' && cx_byte_is(at[2], CX_LETTER))))
        return NULL;
    char quote = '\0';
    for (const char *c = at + 1; c < end; c++) {
        if (quote != '\0')
            quote = *c == quote ? '\0' : quote;
        else if (*quotes && (*c == '"' || *c == '\'') && c[-1] == '=')
            quote = *c;
        else if (*c == '>')
            return c + 1;
    }
    if (quote == '\0')
        return NULL;
    *quotes = false;
    const char *stop = memchr(at, '>', left);
    return stop == NULL ? NULL : stop + 1;
}

void
cx_spans_html(struct cx_spans *spans, const char *html, size_t size)
{
    const char *at = html, *end = html + size, *from = html;
    bool quotes = true;
    const char *last = memrchr(html, '>', size); /* no tag ends behind it */
    while (at < end) {
        bool comment = end - at > 3 && memcmp(at, "<!--", 4) == 0;
        const char *stop =
            comment || (*at == '<' && last != NULL && at < last)
                ? markup_end(at, end, &quotes) : NULL;
        if (stop == NULL) {
            at++;
            continue;
        }
        add_text(spans, from, (size_t)(at - from));
        struct tag tag = {.name = at + 1, .end = stop - 1};
        if (*tag.name == '/') {
            tag.closing = true;
            tag.name++;
        }
        while (tag.name + tag.size < tag.end &&
               (cx_byte_is(tag.name[tag.size], CX_LETTER) ||
                (tag.name[tag.size] >= '1' && tag.name[tag.size] <= '6')))
            tag.size++;
        add_tag(spans, &tag);
        for (const char *c = at; c < stop; c++)
            spans->line += *c == '\n';
        from = at = stop;
    }
    add_text(spans, from, (size_t)(end - from));
}
