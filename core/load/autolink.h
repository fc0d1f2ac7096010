/* SPDX-License-Identifier: MIT */
/* Bare URLs, by the rules of GFM 6.9 (autolinks, extension). */
#ifndef CX_AUTOLINK_H
#define CX_AUTOLINK_H

#include <stdbool.h>
#include <stddef.h>

struct cx_autolink {
    size_t at, size;    /* in the text */
    const char *prefix; /* what its URL has before that: "", "http://" for
                         * "www.…", "mailto:" for an e-mail address,
                         * "https://doi.org/" for a DOI that is called one */
};

/* The first bare URL of @text at or after @from. GFM lets a URL run on to the
 * next white space; here it also ends at CJK punctuation, which follows a URL
 * without a space. */
bool cx_autolink_find(const char *text, size_t size, size_t from,
                      struct cx_autolink *ret);

/* Whether one can be there at all, that is no e-mail address. */
bool cx_autolink_may_be_in(const char *text, size_t size);

#endif
