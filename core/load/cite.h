/* SPDX-License-Identifier: MIT */
/* Works as they are cited: authors, a title, where it was published. */
#ifndef CX_CITE_H
#define CX_CITE_H

#include "load/span.h"

/* 'Owl, A. (2020). [Owls at night](…). Zenodo.': whether @before, which is not
 * empty, names who made what is linked. */
bool cx_is_cited(const struct cx_span *link, const char *before, size_t size);

/* Whether the words of @link begin with a quotation, as the title of a work. */
bool cx_is_quoted(const struct cx_span *link);

/* Whether there is a quotation mark that opens something. */
bool cx_has_quote(const char *text, size_t size);

/* 'Owl, Ann, et al. "Owls at night." Journal of Owls (2020).': the title, of
 * *@size; NULL if this is no citation. */
const char *cx_cited_title(const char *text, size_t *size);

#endif
