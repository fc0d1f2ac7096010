/* SPDX-License-Identifier: MIT */
/* Finds bare URLs in plain text. */
#include "load/autolink.h"

#include <string.h>
#include <strings.h>

#include "model/byte.h"
#include "model/text.h"

static bool
is_host_byte(char c)
{
    return cx_byte_is(c, CX_ALNUM | CX_WIDE) || c == '-' || c == '_';
}

/* Where a URL ends at the latest: white space, "<", and CJK punctuation. */
static bool
ends_url(const char *text, size_t size, int *ret_bytes)
{
    *ret_bytes = 1;
    unsigned char byte = (unsigned char)*text;
    if (byte < 0x80)
        return byte <= ' ' || byte == '<';
    uint32_t c = 0;
    int n = cx_utf8_decode(text, size, &c);
    *ret_bytes = n == 0 ? 1 : n;
    return n == 0 || c == 0xA0 || (c >= 0x2000 && c <= 0x200B) ||
           (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF01 && c <= 0xFF0F) ||
           (c >= 0xFF1A && c <= 0xFF20) || (c >= 0xFF3B && c <= 0xFF40) ||
           (c >= 0xFF5B && c <= 0xFF65) || c == 0xFDD0 || c == 0xFEFF ||
           c == 0x2028 || c == 0x2029 || c == 0x201C || c == 0x201D;
}

/* A valid domain: segments parted by periods, at least one period, no
 * underscore in the last two segments. @ret_end is where it, or what looked
 * like it, ends. */
static bool
is_domain(const char *text, size_t size, size_t *ret_end)
{
    size_t at = 0, periods = 0;
    int underscores = 0, before = 0; /* in the last segment, in the one before */
    while (at < size) {
        int n = 1;
        if (text[at] == '.' && at > 0 && at + 1 < size &&
            is_host_byte(text[at + 1]) && text[at - 1] != '.') {
            periods++;
            before = underscores;
            underscores = 0;
        } else if (!is_host_byte(text[at]) ||
                   (cx_byte_is(text[at], CX_WIDE) &&
                    ends_url(text + at, size - at, &n))) {
            break;
        } else {
            underscores += text[at] == '_';
        }
        at += (size_t)n;
    }
    *ret_end = at;
    return periods > 0 && underscores == 0 && before == 0;
}

/* GFM: trailing punctuation is not part of the URL, nor is a closing
 * parenthesis that was opened outside, nor what looks like an entity. */
static size_t
trim(const char *url, size_t size)
{
    long extra = 0; /* closing parentheses, once they were counted */
    bool counted = false, bracket = memchr(url, '[', size) != NULL;
    while (size > 0) {
        char c = url[size - 1];
        for (size_t i = 0; c == ')' && !counted && i < size; i++)
            extra += url[i] == ')' ? 1 : url[i] == '(' ? -1 : 0;
        counted = counted || c == ')';
        if (strchr("?!.,:*_~'\"", c) != NULL) {
            size--;
        } else if (c == ')' && extra > 0) {
            size--;
            extra--;
        } else if (c == ']' && !bracket) {
            size--;
        } else if (c == ';') {
            size_t at = size - 1;
            while (at > 0 && cx_byte_is(url[at - 1], CX_ALNUM))
                at--;
            size = at > 0 && at < size - 1 && url[at - 1] == '&' ? at - 1
                                                                  : size - 1;
        } else {
            break;
        }
    }
    return size;
}

static size_t
run_of_url(const char *text, size_t size)
{
    size_t at = 0;
    int n;
    do {
        while (at < size && text[at] > ' ' && text[at] < 0x7F &&
               text[at] != '<')
            at++;
        if (at == size || ends_url(text + at, size - at, &n))
            return at;
        at += (size_t)n;
    } while (true);
}

/* On failure @ret_skip says how far no other URL can begin: within a bad domain
 * each later start has the same bad end. */
static bool
match_url(const char *text, size_t size, size_t at, struct cx_autolink *ret,
          size_t *ret_skip)
{
    static const struct {
        const char *start, *prefix;
    } starts[] = {{"https://", ""}, {"http://", ""}, {"ftp://", ""},
                  {"www.", "http://"}};
    if (at > 0 && cx_byte_is(text[at - 1], CX_ALNUM))
        return false;
    for (size_t i = 0; i < sizeof starts / sizeof starts[0]; i++) {
        size_t length = strlen(starts[i].start);
        if (size - at <= length ||
            strncasecmp(text + at, starts[i].start, length) != 0)
            continue;
        size_t host = *starts[i].prefix == '\0' ? length : 0;
        size_t end = 0;
        if (!is_domain(text + at + host, size - at - host, &end)) {
            *ret_skip = host + end;
            return false;
        }
        size_t run = run_of_url(text + at, size - at);
        *ret = (struct cx_autolink){at, trim(text + at, run),
                                    starts[i].prefix};
        return ret->size > length;
    }
    return false;
}

static bool
match_email(const char *text, size_t size, size_t sign, size_t from,
            struct cx_autolink *ret)
{
    size_t at = sign, end = sign + 1, period = 0;
    while (at > from && (cx_byte_is(text[at - 1], CX_ALNUM) ||
                         strchr(".-_+", text[at - 1]) != NULL))
        at--;
    while (end < size && (cx_byte_is(text[end], CX_ALNUM) || text[end] == '-' ||
                          text[end] == '_' ||
                          (text[end] == '.' && end + 1 < size &&
                           cx_byte_is(text[end + 1], CX_ALNUM)))) {
        if (text[end] == '.')
            period = end;
        end++;
    }
    if (at == sign || period == 0 || text[end - 1] == '-' ||
        text[end - 1] == '_' || (at > 0 && text[at - 1] == '/'))
        return false;
    *ret = (struct cx_autolink){at, end - at, "mailto:"};
    return true;
}

/* How many bytes before @at say that a DOI begins there: "doi:", "DOI ",
 * "doi.org/"; 0: none. */
static size_t
doi_words_before(const char *text, size_t at)
{
    static const char *const words[] = {"doi", "doi:", "doi.org/"};
    size_t end = at;
    while (end > 0 && at - end < 2 && text[end - 1] == ' ')
        end--;
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        size_t size = strlen(words[i]);
        bool apart = i == 0 ? end < at : i == 1 || end == at;
        if (end >= size && apart &&
            strncasecmp(text + end - size, words[i], size) == 0 &&
            (end == size || !cx_byte_is(text[end - size - 1], CX_ALNUM)))
            return at - end + size;
    }
    return 0;
}

/* "10.1234/owls" behind such words, which are no part of the link but for
 * "doi.org/". */
static bool
match_doi(const char *text, size_t size, size_t at, struct cx_autolink *ret)
{
    enum { FEWEST = 4, MOST = 9 }; /* digits of who registers them */
    size_t slash = at + 3;
    while (slash < size && cx_byte_is(text[slash], CX_DIGIT))
        slash++;
    size_t digits = slash - at - 3, words = 0;
    if (digits < FEWEST || digits > MOST || slash + 1 >= size ||
        text[slash] != '/' || (words = doi_words_before(text, at)) == 0)
        return false;
    bool host = text[at - 1] == '/';
    size_t from = host ? at - words : at;
    size_t run = run_of_url(text + from, size - from);
    *ret = (struct cx_autolink){from, trim(text + from, run),
                                host ? "https://" : "https://doi.org/"};
    return ret->size > slash + 1 - from;
}

bool
cx_autolink_may_be_in(const char *text, size_t size)
{
    const char *end = text + size, *at = text;
    while ((at = memchr(at, ':', (size_t)(end - at))) != NULL) {
        at++;
        if (end - at >= 2 && at[0] == '/' && at[1] == '/')
            return true;
    }
    for (at = text; (at = memchr(at, '.', (size_t)(end - at))) != NULL; at++)
        if (at - text >= 3 &&
            (((at[-1] | 32) == 'w' && strncasecmp(at - 3, "www", 3) == 0) ||
             (at[-1] == '0' && at[-2] == '1' &&
              doi_words_before(text, (size_t)(at - text) - 2) > 0)))
            return true;
    return false;
}

bool
cx_autolink_find(const char *text, size_t size, size_t from,
                 struct cx_autolink *ret)
{
    static const bool may_begin[256] = {
        ['h'] = true, ['H'] = true, ['w'] = true, ['W'] = true,
        ['f'] = true, ['F'] = true, ['@'] = true, ['1'] = true};
    size_t floor = from;
    for (size_t at = from; at < size; at++) {
        if (!may_begin[(unsigned char)text[at]])
            continue;
        char c = (char)(text[at] | 32);
        size_t skip = 0;
        if ((c == 'h' || c == 'w' || c == 'f') && at + 1 < size &&
            (text[at + 1] | 32) == (c == 'w' ? 'w' : 't') &&
            match_url(text, size, at, ret, &skip))
            return true;
        if (c == '1' && size - at > 3 && memcmp(text + at, "10.", 3) == 0 &&
            match_doi(text, size, at, ret))
            return true;
        if (skip > 1)
            at += skip - 1;
        if (text[at] == '@') {
            if (match_email(text, size, at, floor, ret))
                return true;
            floor = at + 1; /* so that "a@a@a@…" is looked at once */
        }
    }
    return false;
}
