/* SPDX-License-Identifier: MIT */
/* What happens to a Markdown text before cmark sees it. */
#ifndef CX_PREPARE_H
#define CX_PREPARE_H

#include "load/load.h"

/* Stands for a cell's border in the text that cmark is given; a character
 * that no text of the model holds. */
#define CX_CELL "\xEF\xB7\x90" /* U+FDD0 */

struct cx_prepared {
    struct cx_buffer text;
    struct cx_buffer marked; /* the text in the making */
    int lines;            /* in the text */
    int open_fence, open_comment; /* the line of what is never closed, or 0 */
    int front_matter_end; /* its last line, 0 without one */
    const char *title, *description, *language; /* of the front matter, or NULL */
};

/* Fills @ret from @input. The text keeps the input's line numbers: it has
 * valid characters only, a front matter blanked, and pipe tables (GFM 4.10)
 * with CX_CELL for each border, since cmark knows no tables. */
void cx_prepare(const struct cx_input *input, struct cx_arena *arena,
                struct cx_prepared *ret);

/* instruction.c: takes what the front matter says of the list and blanks it;
 * blanks attributes in braces, as kramdown, Pandoc and Hugo know them. */
void cx_take_front_matter(struct cx_prepared *prepared,
                          struct cx_arena *arena);
void cx_blank_attributes(struct cx_prepared *prepared);

/* container.c: opens the containers of site generators, so that what is in them
 * is read as text, lists and tables. */
void cx_open_containers(struct cx_prepared *prepared);

/* html-table.c: fills the blank lines in tables of HTML. */
void cx_join_tables(struct cx_prepared *prepared);

/* mend.c: guards the URLs of all lines but those that are, or may be, code or
 * HTML, in which a backslash would stand as itself; makes links, items and
 * headings of what has a blank too many, or too few, and reports it. Counts the
 * lines, and finds what is never closed. */
void cx_mend_lines(const struct cx_input *input, struct cx_prepared *prepared);

/* prepare.c: makes what has been marked the text, if anything has been, with
 * the text from @rest on behind it. */
void cx_take_marked(struct cx_prepared *prepared, const char *rest);

#endif
