/* SPDX-License-Identifier: MIT */
/* What lines.c knows of links and labels, for prose.c. */
#ifndef CX_LINES_H
#define CX_LINES_H

#include "load/reader.h"

enum { CX_LABEL_BYTES = 60 };

/* Puts the text of spans [from, to), less @skip bytes of the first, into
 * @out. */
void cx_gather(struct cx_buffer *out, const struct cx_spans *spans,
               size_t from, size_t to, size_t skip);

/* Whether @text only parts two links. */
bool cx_is_separator(const char *text, size_t size);

/* The first link in [at, end), or @end. */
size_t cx_next_link(const struct cx_spans *spans, size_t at, size_t end);

/* The label that @text ends with, in a sentence: the words before a closing
 * colon, back to the end of the clause before. */
bool cx_label_at_end(const char *text, size_t size, const char **ret,
                     size_t *ret_size);

/* Whether [from, to), one line, is links, their labels and notes; @text is
 * used on the way. */
bool cx_is_link_line(const struct cx_spans *spans, size_t from, size_t to,
                     size_t skip, struct cx_buffer *text);
void cx_read_link_line(struct cx_reader *reader, struct cx_open *open,
                       size_t from, size_t to, size_t skip,
                       const struct cx_context *context);

/* prose.c: a link whose text is its role, with or without brackets. */
bool cx_is_role_link(const struct cx_span *span);

/* prose.c: a condition of access that a phrase states; @alone: the phrase is a
 * sentence of its own. */
void cx_set_access(struct cx_reader *reader, struct catex_record *record,
                   uint32_t access, const char *phrase, size_t size,
                   bool alone);
/* The same, if @text states a condition of access at all. */
void cx_state_access(struct cx_reader *reader, struct catex_record *record,
                     const char *text, size_t size);

#endif
