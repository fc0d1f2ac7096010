/* SPDX-License-Identifier: MIT */
/* Takes URLs apart (RFC 3986, appendix B). */
#include "model/url.h"

#include <string.h>
#include <strings.h>

static struct cx_span
cut(struct cx_span *rest, size_t size)
{
    struct cx_span part = {rest->text, size};
    rest->text += size;
    rest->size -= size;
    return part;
}

enum { COLON = 1, SLASH = 2, QUESTION = 4, HASH = 8, BRACKET = 16 };

/* How many bytes of @span come before the first of @stops. */
static size_t
before(struct cx_span span, int stops)
{
    static const unsigned char marks[256] = {
        [':'] = COLON, ['/'] = SLASH, ['?'] = QUESTION, ['#'] = HASH,
        [']'] = BRACKET};
    size_t at = 0;
    while (at < span.size && !(marks[(unsigned char)span.text[at]] & stops))
        at++;
    return at;
}

static bool
is_scheme(struct cx_span span)
{
    for (size_t i = 0; i < span.size; i++) {
        char c = span.text[i];
        bool alpha = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        bool later = (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
        if (!alpha && (i == 0 || !later))
            return false;
    }
    return span.size > 0;
}

static struct cx_span
host_of(struct cx_span authority)
{
    size_t at = authority.size;
    while (at > 0 && authority.text[at - 1] != '@')
        at--;
    cut(&authority, at);
    bool bracket = authority.size > 0 && authority.text[0] == '[';
    size_t end = before(authority, bracket ? BRACKET : COLON);
    if (bracket && end < authority.size)
        end++;
    return cut(&authority, end);
}

struct cx_url
cx_url_split(const char *url)
{
    const struct cx_span none = {url, 0};
    struct cx_url parts = {none, none, none, none, none};
    struct cx_span rest = {url, strlen(url)};
    struct cx_span scheme = {url, before(rest, COLON | SLASH | QUESTION | HASH)};
    if (scheme.size < rest.size && url[scheme.size] == ':' &&
        is_scheme(scheme)) {
        parts.scheme = cut(&rest, scheme.size);
        cut(&rest, 1);
    }
    if (cx_span_begins(rest, "//")) {
        cut(&rest, 2);
        parts.host = host_of(cut(&rest, before(rest, SLASH | QUESTION | HASH)));
    }
    parts.path = cut(&rest, before(rest, QUESTION | HASH));
    if (rest.size > 0 && rest.text[0] == '?') {
        cut(&rest, 1);
        parts.query = cut(&rest, before(rest, HASH));
    }
    if (rest.size > 0)
        cut(&rest, 1);
    parts.fragment = rest;
    return parts;
}

bool
cx_span_ends(struct cx_span span, const char *word)
{
    size_t size = strlen(word);
    if (span.size < size || size == 0)
        return size == 0;
    /* Nearly all that differ do so in their last letter. */
    const char *end = span.text + span.size;
    return ((end[-1] ^ word[size - 1]) & ~0x20) == 0 &&
           strncasecmp(end - size, word, size) == 0;
}

bool
cx_host_is(struct cx_span host, const char *domain)
{
    size_t size = strlen(domain);
    return cx_span_ends(host, domain) &&
           (host.size == size || host.text[host.size - size - 1] == '.');
}

static int
hex_value(char c)
{
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                  : -1;
}

size_t
cx_percent_decode(char *out, const char *text, size_t size)
{
    size_t n = 0;
    for (size_t i = 0; i < size; i++) {
        int high = size - i > 2 && text[i] == '%' ? hex_value(text[i + 1]) : -1;
        int low = high < 0 ? -1 : hex_value(text[i + 2]);
        if (low < 0) {
            out[n++] = text[i];
            continue;
        }
        out[n++] = (char)(high << 4 | low);
        i += 2;
    }
    return n;
}
