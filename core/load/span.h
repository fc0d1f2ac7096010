/* SPDX-License-Identifier: MIT */
/* The inline content of a block as a flat row of spans: what the rules of
 * reading look at, whether it was written as Markdown or as HTML. */
#ifndef CX_SPAN_H
#define CX_SPAN_H

#include <stdbool.h>
#include <stddef.h>

#include <cmark.h>

#include "model/arena.h"

enum cx_span_kind {
    CX_SPAN_TEXT = 1,
    CX_SPAN_CODE,
    CX_SPAN_LINK,  /* text is what the reader sees */
    CX_SPAN_IMAGE, /* text is its description */
    CX_SPAN_BREAK, /* the end of a line, soft or hard */
    CX_SPAN_CELL,  /* the border of a table's cell */
    CX_SPAN_ROW    /* the start of an HTML table's row */
};

enum cx_span_style {
    CX_STRONG = 1 << 0,
    CX_EMPH = 1 << 1,
    CX_BARE = 1 << 2,    /* a link written as its URL alone */
    CX_HARD = 1 << 3,    /* a break that the author asked for */
    CX_PICTURE = 1 << 4, /* a link whose text is an image's description */
    CX_LABEL = 1 << 5,   /* text of an HTML <dt> or <summary> */
    CX_TAG = 1 << 6,     /* a break within the line: an HTML <br>; a cell: <td> */
    CX_HEADING = 1 << 7  /* this and above: the level of an HTML heading */
};

struct cx_span {
    enum cx_span_kind kind;
    unsigned style;
    const char *text; /* not NUL-ended */
    size_t size;
    const char *url; /* of a link or image, else NULL */
    int line;
    /* What the cell spans which begins here, 0 for one. */
    unsigned short rows, columns;
    const char *hint; /* what a link says when pointed at, or NULL */
};

struct cx_spans {
    struct cx_span *at; /* within memory */
    struct cx_span *memory;
    size_t count, capacity;
    struct cx_arena *arena; /* of what has to be put together */
    struct cx_buffer text;  /* a link's text in the making */
    struct cx_buffer aside; /* another text, for a moment */
    struct cx_span link;    /* the link in the making; url NULL: none */
    unsigned style, strong, emph; /* the two: within how many of them */
    int line;
    bool row; /* there is a CX_SPAN_ROW */
};

/* Replaces @spans by the inline content of @node: of a paragraph, a heading
 * or an HTML block. Texts are borrowed from @node where they can be. */
void cx_spans_of(struct cx_spans *spans, cmark_node *node);
void cx_spans_done(struct cx_spans *spans);

/* @text with pipes where the borders of cells were marked (prepare.h): where
 * there was no table after all. */
const char *cx_unmark(struct cx_arena *arena, const char *text, size_t *size);

/* For the HTML reader (html.c). */
void cx_spans_add(struct cx_spans *spans, enum cx_span_kind kind,
                  const char *text, size_t size, const char *url);
void cx_spans_text(struct cx_spans *spans, const char *text, size_t size);
void cx_spans_open_link(struct cx_spans *spans, const char *url);
void cx_spans_close_link(struct cx_spans *spans);
/* A piece of HTML: tags, comments, and the text between. */
void cx_spans_html(struct cx_spans *spans, const char *html, size_t size);

#endif
