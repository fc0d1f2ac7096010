/* SPDX-License-Identifier: MIT */
/* How a paragraph or list item begins, and so what it may be. */
#ifndef CX_LEAD_H
#define CX_LEAD_H

#include "load/span.h"
#include "model/byte.h"
#include "model/index.h"

/* Words that begin several lines of the list: keys, up to a colon; and labels,
 * the texts of links that begin items within items and lead to other places
 * each time. */
struct cx_keys {
    struct cx_index index;  /* from the key to how often it stands */
    struct cx_index labels; /* the same of labels */
};

/* Counts the keys and labels of a whole text. */
void cx_keys_count(struct cx_keys *keys, const char *text, size_t size);
bool cx_keys_know(const struct cx_keys *keys, const char *key);
bool cx_keys_know_label(const struct cx_keys *keys, const char *label,
                        size_t size);

enum cx_lead_kind {
    CX_LEAD_NONE = 0,   /* nothing but pictures, or nothing at all */
    CX_LEAD_STRONG,     /* a bold title, alone on its line */
    CX_LEAD_STRONG_RUN, /* a bold title that runs into the text */
    CX_LEAD_LINK,       /* a linked title */
    CX_LEAD_URL,        /* a bare URL */
    CX_LEAD_TEXT_LINK,  /* plain words, then a link: "Name: URL" */
    CX_LEAD_TEXT,       /* "Title - description" or "Title: description" */
    CX_LEAD_KEY,        /* a property or a named link: "Paper: …" */
    CX_LEAD_ROLE,       /* a link whose text is a role: "[Paper](…)" */
    CX_LEAD_ANCHOR,     /* a link within the page */
    CX_LEAD_WORDS,      /* a few words */
    CX_LEAD_PROSE
};

struct cx_lead {
    enum cx_lead_kind kind;
    size_t first; /* the span where the title or key begins */
    size_t body;  /* the first span behind it */
    size_t skip;  /* bytes of that span that belong to the separator, or to
                   * the title where title and body share the span */
    const char *title; /* in the arena, trimmed; NULL for most kinds */
    bool whole;   /* the title (and its links) are all of the first line */
    bool link;    /* there is a link in the first line */
    bool colon;   /* the title or key is ended by a colon */
    bool label;   /* the colon is bold, too, as in "**Format:** CSV" */
    bool said_before; /* what stands before it is text: who made what is
                         linked, or tags */
    bool place;   /* the title names a place where data lie */
};

/* Looks at the first line of @spans. */
struct cx_lead cx_lead_of(const struct cx_spans *spans,
                          const struct cx_keys *keys, struct cx_arena *arena);

/* Whether the first line of @spans, which has no link, names what follows: a
 * bare URL at the start of the second line or, with @alone, something below
 * the paragraph of that line. Then @lead becomes the lead of that name. */
bool cx_lead_above(const struct cx_spans *spans, bool alone,
                   struct cx_arena *arena, struct cx_lead *lead);

/* Whether the first of several lines of @spans is "Name: Owls", or the like,
 * and no link: then @lead becomes the lead of that name. */
bool cx_lead_called(const struct cx_spans *spans, struct cx_arena *arena,
                    struct cx_lead *lead);

/* Where the next label (<dt>) begins behind span @at, else the end. */
size_t cx_next_term(const struct cx_spans *spans, size_t at);

/* The end of the line that holds span @at. */
size_t cx_line_end(const struct cx_spans *spans, size_t at);

/* The spans of the line that begins at span @at. */
struct cx_spans cx_line_at(const struct cx_spans *spans, size_t at);

/* ornament.c: past pictures, badges, emoji and check boxes in [at, end); and
 * where a title begins behind several tags, or a year: "`Multi` `CC0` Owls",
 * "2020 - **Owls**". */
size_t cx_skip_ornaments(const struct cx_spans *spans, size_t at, size_t end);
size_t cx_skip_tags(const struct cx_spans *spans, size_t at, size_t end);
/* Whether "[Name]", or "[`Name`]", stands at @at: it ends within the spans in
 * @ret_body, behind @ret_skip bytes; its name is @ret_name. A name that is no
 * code must have a separator or a link behind it: "[CVPR] Owls" is called
 * otherwise. */
bool cx_is_bracketed(const struct cx_spans *spans, size_t at, size_t end,
                     struct cx_span *ret_name, size_t *ret_body,
                     size_t *ret_skip);
/* "2020", with or without signs around it. */
bool cx_is_year(const char *text, size_t size);
/* separator.c: the bytes of the colon, perhaps a wide one, that @text ends in, or
 * 0; and the first in it, or NULL. */
size_t cx_colon_at_end(const char *text, size_t size);
const char *cx_find_colon(const char *text, size_t size, size_t *ret_size);
/* @text without colons and white space at its end, and at its start. */
const char *cx_without_colons(const char *text, size_t *size);
/* Whether @text ends in a dash, colon or opening bracket of several
 * bytes; whether a span ends in a dash, or begins with a colon, also behind a
 * blank, as in French. */
bool cx_ends_in_wide_mark(const char *text, size_t size);
bool cx_ends_in_dash(const struct cx_span *span);
bool cx_begins_with_colon(const struct cx_span *span);
/* The length of a separator at @text, 0 without one; and of the first in it,
 * which begins at @ret_at. Whether it is a colon is in @ret_colon. */
size_t cx_separator_at(const char *text, size_t size, bool *ret_colon);
size_t cx_separator_in(const char *text, size_t size, size_t *ret_at,
                       bool *ret_colon);

/* In bold, or of a heading. */
bool cx_is_strong(const struct cx_span *span);

/* Whether a link leads to a mailbox. */
bool cx_is_mail(const char *url);

/* A link to a place on the same page. */
bool cx_is_anchor(const struct cx_span *span);

/* A picture's link, as badges are. */
bool cx_is_badge(const struct cx_span *span);

/* name.c: @text without white space, also no-break, at its ends. */
const char *cx_trim_blanks(const char *text, size_t *size);

static inline const char *
cx_trim(const char *text, size_t *size)
{
    /* Most texts have letters there. */
    bool trimmed = *size > 0 && cx_byte_is(text[0], CX_ALNUM) &&
                   cx_byte_is(text[*size - 1], CX_ALNUM);
    return trimmed ? text : cx_trim_blanks(text, size);
}

/* Whether there is no letter and no digit in @text. */
bool cx_is_mark(const char *text, size_t size);
/* "[[Paper]](URL)": the words of a link without white space and brackets. */
const char *cx_without_brackets(const char *text, size_t *size);
/* @text without the emoji at its ends, if anything is left. */
const char *cx_without_signs(const char *text, size_t *size);
/* @text without ":fire:" at its ends, if anything is left. */
const char *cx_without_shortcodes(const char *text, size_t *size);
/* ":fire: :tada:" */
bool cx_are_shortcodes(const char *text, size_t size);
/* Whether @text can be a title: no date, and no sentences. */
bool cx_is_title(const char *text, size_t size);
/* "3. Name" counts its titles: the bytes that are no part of one. */
size_t cx_number_before(const char *text, size_t size);
/* The same of a heading or a line: "3.2 Name", "(4) Name". */
const char *cx_without_number(const char *text);
/* Whether a sentence needs the link that follows @text: "can be found", "see".
 */
bool cx_runs_into_link(const char *text, size_t size);

#endif
