/* SPDX-License-Identifier: MIT */
/* The parts of a URL as it stands, valid or not. */
#ifndef CX_URL_H
#define CX_URL_H

#include <stdbool.h>
#include <stddef.h>

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

/* Whether @span is @word, letters of ASCII in either case. */
bool cx_span_is(struct cx_span span, const char *word);
/* Whether @span begins or ends with @word, in the same way. */
bool cx_span_begins(struct cx_span span, const char *word);
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
