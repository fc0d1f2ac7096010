/* SPDX-License-Identifier: MIT */
/* Flattens inline Markdown into spans, and finds bare URLs on the way. */
#include "load/span.h"

#include <setjmp.h>
#include <string.h>

#include "load/autolink.h"
#include "load/lead.h"
#include "load/picture.h"
#include "load/prepare.h"

static struct cx_span *
push(struct cx_spans *spans)
{
    if (spans->count == spans->capacity) {
        size_t capacity = spans->capacity == 0 ? 64 : spans->capacity * 2;
        struct cx_span *at = cx_realloc(spans->memory, capacity * sizeof *at);
        if (at == NULL)
            longjmp(*spans->arena->no_memory, 1);
        spans->at = spans->memory = at;
        spans->capacity = capacity;
    }
    return &spans->at[spans->count++];
}

void
cx_spans_add(struct cx_spans *spans, enum cx_span_kind kind, const char *text,
             size_t size, const char *url)
{
    *push(spans) = (struct cx_span){kind, spans->style, text, size,
                                    url,  spans->line,  0, 0, NULL};
}

const char *
cx_unmark(struct cx_arena *arena, const char *text, size_t *size)
{
    static const char mark[] = " " CX_CELL " ";
    const char *end = text + *size, *found;
    if (memmem(text, *size, mark, sizeof mark - 1) == NULL)
        return text;
    char *copy = cx_alloc(arena, *size + 1), *to = copy;
    while ((found = memmem(text, (size_t)(end - text), mark,
                           sizeof mark - 1)) != NULL) {
        to = mempcpy(to, text, (size_t)(found - text));
        *to++ = '|';
        text = found + sizeof mark - 1;
    }
    to = mempcpy(to, text, (size_t)(end - text));
    *size = (size_t)(to - copy);
    return copy;
}

/* Text and the cells' borders in it. */
static void
add_text(struct cx_spans *spans, const char *text, size_t size)
{
    const char *end = text + size, *border = text;
    /* The first byte of CX_CELL is rare, and finding a byte is quick. */
    while ((border = memchr(border, CX_CELL[0], (size_t)(end - border))) !=
           NULL) {
        if (end - border < 3 || memcmp(border, CX_CELL, 3) != 0) {
            border++;
            continue;
        }
        if (border > text)
            cx_spans_add(spans, CX_SPAN_TEXT, text, (size_t)(border - text),
                         NULL);
        cx_spans_add(spans, CX_SPAN_CELL, "|", 1, NULL);
        text = border = border + strlen(CX_CELL);
    }
    if (end > text)
        cx_spans_add(spans, CX_SPAN_TEXT, text, (size_t)(end - text), NULL);
}

/* "[x] ", "[ ] ": a check box, which is a span of its own. */
static bool
is_check_box(const char *text, size_t size)
{
    return size > 3 && text[0] == '[' && text[2] == ']' &&
           strchr(" xX", text[1]) != NULL;
}

void
cx_spans_text(struct cx_spans *spans, const char *text, size_t size)
{
    if (spans->link.url != NULL) {
        cx_buffer_add(&spans->text, text, size);
        return;
    }
    if (spans->count == 0 && is_check_box(text, size)) {
        add_text(spans, text, 3);
        text += 3;
        size -= 3;
    }
    size_t from = 0;
    struct cx_autolink found;
    bool may = cx_autolink_may_be_in(text, size) ||
               memchr(text, '@', size) != NULL;
    while (may && cx_autolink_find(text, size, from, &found)) {
        add_text(spans, text + from, found.at - from);
        const char *url =
            *found.prefix == '\0'
                ? cx_strndup(spans->arena, text + found.at, found.size)
                : cx_printf(spans->arena, "%s%.*s", found.prefix,
                            (int)found.size, text + found.at);
        unsigned style = spans->style;
        spans->style |= CX_BARE;
        cx_spans_add(spans, CX_SPAN_LINK, text + found.at, found.size, url);
        spans->style = style;
        from = found.at + found.size;
    }
    add_text(spans, text + from, size - from);
}

void
cx_spans_open_link(struct cx_spans *spans, const char *url)
{
    cx_spans_close_link(spans);
    spans->link = (struct cx_span){CX_SPAN_LINK, spans->style, NULL, 0,
                                   url, spans->line, 0, 0, NULL};
    cx_buffer_clear(&spans->text);
}

void
cx_spans_close_link(struct cx_spans *spans)
{
    struct cx_span link = spans->link;
    if (link.url == NULL)
        return;
    spans->link.url = NULL;
    if (link.style & CX_PICTURE && spans->text.size == 0)
        link.text = "";
    else
        link.text = cx_strndup(spans->arena, spans->text.bytes,
                               spans->text.size);
    link.size = spans->text.size;
    link.text = cx_unmark(spans->arena, link.text, &link.size);
    if (link.size > 0 && strcmp(link.text, link.url) == 0)
        link.style |= CX_BARE;
    *push(spans) = link;
}

static void
add_break(struct cx_spans *spans, bool hard)
{
    if (spans->link.url != NULL) {
        cx_buffer_putc(&spans->text, ' ');
        return;
    }
    cx_spans_add(spans, CX_SPAN_BREAK, "\n", 1, NULL);
    if (hard)
        spans->at[spans->count - 1].style |= CX_HARD;
}

/* An image shows its description; within a link it is the link's text. */
static void
add_image(struct cx_spans *spans, const char *text, size_t size,
          const char *url)
{
    if (spans->link.url == NULL) {
        cx_spans_add(spans, CX_SPAN_IMAGE, text, size, url);
        return;
    }
    if (spans->text.size == 0)
        spans->link.style |= CX_PICTURE;
    cx_buffer_add(&spans->text, text, size);
}

static void
enter_image(struct cx_spans *spans, cmark_iter *iter, cmark_node *image)
{
    struct cx_buffer *text = &spans->aside;
    cx_buffer_clear(text);
    cx_buffer_add(text, "", 0);
    cmark_event_type event;
    while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE &&
           cmark_iter_get_node(iter) != image) {
        const char *literal = cmark_node_get_literal(cmark_iter_get_node(iter));
        if (event == CMARK_EVENT_ENTER && literal != NULL)
            cx_buffer_puts(text, literal);
    }
    size_t size = text->size;
    const char *copy =
        cx_unmark(spans->arena, cx_strndup(spans->arena, text->bytes, size),
                  &size);
    const char *url = cx_strdup(spans->arena, cmark_node_get_url(image));
    copy = cx_picture_text(spans->arena, copy, &size, url);
    add_image(spans, copy, size, url);
}

/* Whether what comes next is a value: of a key and a colon, or a cell's. */
static bool
is_before_value(const struct cx_spans *spans)
{
    for (size_t at = spans->count; at > 0; at--) {
        const struct cx_span *span = &spans->at[at - 1];
        size_t size = span->size;
        const char *text = cx_trim(span->text, &size);
        if (span->kind != CX_SPAN_TEXT || size > 0)
            return span->kind == CX_SPAN_CELL ||
                   cx_colon_at_end(text, size) > 0;
    }
    return false;
}

/* Code is text, but for a URL that is the whole of a value. */
static void
add_code(struct cx_spans *spans, const char *code)
{
    struct cx_autolink found;
    size_t size = strlen(code);
    code = cx_unmark(spans->arena, code, &size);
    if (size > 7 && strncmp(code, "http", 4) == 0 && is_before_value(spans) &&
        strpbrk(code, "{}<>*[]$ ") == NULL &&
        cx_autolink_find(code, size, 0, &found) && found.size == size)
        cx_spans_text(spans, code, size);
    else
        cx_spans_add(spans, CX_SPAN_CODE, code, size, NULL);
}

static void
enter(struct cx_spans *spans, cmark_iter *iter, cmark_node *node)
{
    const char *literal = cmark_node_get_literal(node);
    int line = cmark_node_get_start_line(node);
    if (line > spans->line)
        spans->line = line;
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_TEXT:
        cx_spans_text(spans, literal, strlen(literal));
        break;
    case CMARK_NODE_CODE:
        if (spans->link.url != NULL)
            cx_buffer_puts(&spans->text, literal);
        else
            add_code(spans, literal);
        break;
    case CMARK_NODE_HTML_INLINE:
        cx_spans_html(spans, literal, strlen(literal));
        break;
    case CMARK_NODE_SOFTBREAK:
    case CMARK_NODE_LINEBREAK:
        add_break(spans, cmark_node_get_type(node) == CMARK_NODE_LINEBREAK);
        spans->line++;
        break;
    case CMARK_NODE_STRONG:
        spans->strong++;
        spans->style |= CX_STRONG;
        if (spans->link.url != NULL)
            spans->link.style |= CX_STRONG;
        break;
    case CMARK_NODE_EMPH:
        spans->emph++;
        spans->style |= CX_EMPH;
        break;
    case CMARK_NODE_LINK:
        cx_spans_open_link(spans, cmark_node_get_url(node));
        spans->link.hint = cmark_node_get_title(node);
        break;
    case CMARK_NODE_IMAGE:
        enter_image(spans, iter, node);
        break;
    default:
        break;
    }
}

static void
leave(struct cx_spans *spans, cmark_node *node)
{
    cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_STRONG && --spans->strong == 0)
        spans->style &= ~(unsigned)CX_STRONG;
    else if (type == CMARK_NODE_EMPH && --spans->emph == 0)
        spans->style &= ~(unsigned)CX_EMPH;
    else if (type == CMARK_NODE_LINK)
        cx_spans_close_link(spans);
}

void
cx_spans_of(struct cx_spans *spans, cmark_node *node)
{
    spans->count = 0;
    spans->at = spans->memory;
    spans->style = spans->strong = spans->emph = 0;
    spans->row = false;
    spans->link.url = NULL;
    spans->line = cmark_node_get_start_line(node);
    if (cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK) {
        const char *html = cmark_node_get_literal(node);
        cx_spans_html(spans, html, strlen(html));
    } else {
        cmark_iter *iter = cmark_iter_new(node);
        cmark_event_type event;
        while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
            cmark_node *at = cmark_iter_get_node(iter);
            if (event == CMARK_EVENT_ENTER)
                enter(spans, iter, at);
            else
                leave(spans, at);
        }
        cmark_iter_free(iter);
    }
    cx_spans_close_link(spans);
}

void
cx_spans_done(struct cx_spans *spans)
{
    cx_free(spans->memory);
    cx_buffer_done(&spans->text);
    cx_buffer_done(&spans->aside);
    *spans = (struct cx_spans){.at = NULL};
}
