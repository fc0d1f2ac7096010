/* SPDX-License-Identifier: MIT */
/* The parts of a URL as it stands, valid or not. */
#ifndef CX_URL_H
#define CX_URL_H

#include <stdbool.h>
#include <stddef.h>

#include "model/byte.h"

/* A piece of a text. */
struct cx_span {
    const char *text;
    size_t size;
};

/* Parts that are not there have size 0 and a text that is not NULL. The host
 * is without user and port, the path with its first slash, the query and
 * fragment without ? and #. */
struct cx_url {
    struct cx_span scheme, host, path, query, fragment;
};

struct cx_url cx_url_split(const char *url);

/* How many bytes of @word, up to its end, @span begins with, letters of ASCII
 * in either case. Here, since tables are gone through with it, in which nearly
 * all words differ in their first letter. */
static inline size_t
cx_span_same(struct cx_span span, const char *word)
{
    size_t i = 0;
    while (i < span.size && word[i] != '\0' &&
           cx_lower(span.text[i]) == cx_lower(word[i]))
        i++;
    return i;
}

/* Whether @span is @word, in the same way; and whether it begins or ends with
 * it. */
static inline bool
cx_span_is(struct cx_span span, const char *word)
{
    size_t same = cx_span_same(span, word);
    return same == span.size && word[same] == '\0';
}

static inline bool
cx_span_begins(struct cx_span span, const char *word)
{
    return word[cx_span_same(span, word)] == '\0';
}

bool cx_span_ends(struct cx_span span, const char *word);

/* Whether @host is @domain or a name below it. */
bool cx_host_is(struct cx_span host, const char *domain);

/* Whether @url is the URI that catex_write_uri() would make of it, seen at a
 * glance: http, https or a fragment, with nothing to encode or resolve. */
bool cx_uri_is_plain(const char *url);

/* Writes @text with its %XX decoded to @out, which holds @size bytes, and
 * returns how many there are. */
size_t cx_percent_decode(char *out, const char *text, size_t size);

#endif
