/* SPDX-License-Identifier: MIT */
/* What texts can be names, and which signs around them are no part of them. */
#include <string.h>
#include <strings.h>

#include "load/lead.h"
#include "load/words.h"
#include "model/byte.h"
#include "model/text.h"

enum { TITLE_WORDS = 25 }; /* a longer bold line is a sentence */

/* The bytes of a blank at @text: white space, a no-break or a wide space; 0:
 * none. */
static size_t
blank_at(const char *text, size_t size)
{
    if (size > 0 && (*text == ' ' || *text == '\t' || *text == '\n'))
        return 1;
    if (size >= 2 && memcmp(text, "\xC2\xA0", 2) == 0)
        return 2;
    return size >= 3 && memcmp(text, "\xE3\x80\x80", 3) == 0 ? 3 : 0;
}

const char *
cx_trim_blanks(const char *text, size_t *size)
{
    size_t n;
    while ((n = blank_at(text, *size)) > 0) {
        text += n;
        *size -= n;
    }
    for (;;) {
        if (*size >= 1 && blank_at(text + *size - 1, 1) > 0)
            *size -= 1;
        else if (*size >= 2 && blank_at(text + *size - 2, 2) == 2)
            *size -= 2;
        else if (*size >= 3 && blank_at(text + *size - 3, 3) == 3)
            *size -= 3;
        else
            return text;
    }
}

/* Pictographs and dingbats count as marks, letters of any script do not. */
static bool
is_mark_char(uint32_t c)
{
    return (c >= 0x80 && c < 0xC0 && c != 0xAA && c != 0xB5 && c != 0xBA) ||
           c == 0xD7 || c == 0xF7 || (c >= 0x2000 && c < 0x2070) ||
           (c >= 0x2190 && c < 0x2C00) || (c >= 0x3000 && c < 0x3004) ||
           (c >= 0x3008 && c < 0x3021) || (c >= 0xFE00 && c < 0xFE10) ||
           (c >= 0xFF01 && c < 0xFF10) || (c >= 0xFF1A && c < 0xFF21) ||
           (c >= 0x1F000 && c < 0x20000);
}

bool
cx_is_mark(const char *text, size_t size)
{
    size_t at = 0;
    while (at < size) {
        uint32_t c = 0;
        int n = cx_utf8_decode(text + at, size - at, &c);
        if (n <= 1 ? cx_byte_is(text[at], CX_ALNUM) : !is_mark_char(c))
            return false;
        at += n == 0 ? 1 : (size_t)n;
    }
    return true;
}

/* A mark that is no punctuation, as that of ideographs is. */
static bool
is_sign(uint32_t c)
{
    return c >= 0x2190 && is_mark_char(c) && (c < 0x3000 || c > 0x303F) &&
           (c < 0xFF00 || c >= 0x10000);
}

/* The length of ":owl:" at the start of @text, or 0. */
static size_t
shortcode_at(const char *text, size_t size)
{
    size_t at = 1;
    while (at < size && (cx_byte_is(text[at], CX_ALNUM) ||
                         strchr("_+-", text[at]) != NULL))
        at++;
    return size > 2 && text[0] == ':' && at > 2 && at < size &&
                   text[at] == ':' && !cx_byte_is(text[1], CX_DIGIT)
               ? at + 1 : 0;
}

const char *
cx_without_brackets(const char *text, size_t *size)
{
    text = cx_trim(text, size);
    if (*size < 3 || text[0] != '[' || text[*size - 1] != ']')
        return text;
    *size -= 2;
    return text + 1;
}

const char *
cx_without_shortcodes(const char *text, size_t *size)
{
    size_t from = 0, to = *size, n;
    while ((n = shortcode_at(text + from, to - from)) > 0) {
        from += n;
        while (from < to && text[from] == ' ')
            from++;
    }
    const char *sign;
    while (to > from && text[to - 1] == ':' &&
           (sign = memrchr(text + from, ':', to - from - 1)) != NULL &&
           shortcode_at(sign, (size_t)(text + to - sign)) ==
               (size_t)(text + to - sign)) {
        to = (size_t)(sign - text);
        while (to > from && text[to - 1] == ' ')
            to--;
    }
    if (from >= to)
        return text;
    *size = to - from;
    return text + from;
}

/* @text without the emoji at its ends, if anything is left. */
const char *
cx_without_signs(const char *text, size_t *size)
{
    size_t from = 0, to = *size;
    for (;;) {
        uint32_t c = 0;
        int n = from < to ? cx_utf8_decode(text + from, to - from, &c) : 0;
        if (n == 0 || !(is_sign(c) || (from > 0 && c == ' ')))
            break;
        from += (size_t)n;
    }
    for (;;) {
        size_t at = to;
        while (at > from && (text[at - 1] & 0xC0) == 0x80)
            at--;
        uint32_t c = 0;
        if (at == from || cx_utf8_decode(text + at - 1, to - at + 1, &c) == 0 ||
            !(is_sign(c) || (to < *size && c == ' ')))
            break;
        to = at - 1;
    }
    if (from == to)
        return text;
    *size = to - from;
    return text + from;
}

/* ":fire: :tada:" */
bool
cx_are_shortcodes(const char *text, size_t size)
{
    size_t at = 0, codes = 0;
    while (at < size) {
        size_t n = 1;
        if (text[at] != ' ') {
            while (at + n < size && (cx_byte_is(text[at + n], CX_ALNUM) ||
                                     strchr("_+-", text[at + n]) != NULL))
                n++;
            if (text[at] != ':' || n < 2 || at + n == size ||
                text[at + n] != ':')
                return false;
            n++;
            codes++;
        }
        at += n;
    }
    return codes > 0;
}

/* A full stop, question or exclamation mark with a further word behind it. */
static bool
holds_sentences(const char *text, size_t size)
{
    static const bool stops[256] = {
        ['.'] = true, ['?'] = true, ['!'] = true, [0xE3] = true};
    size_t number = strspn(text, "0123456789."); /* "1. Name" is none */
    for (size_t i = 0; i + 2 < size; i++) {
        if (!stops[(unsigned char)text[i]])
            continue;
        if (text[i] == '\xE3') { /* the ideographic one */
            if (i + 3 < size && memcmp(text + i, "\xE3\x80\x82", 3) == 0)
                return true;
        } else if (i > 0 && i >= number && text[i + 1] == ' ' &&
                   text[i + 2] >= 'A' && text[i + 2] <= 'Z' &&
                   !(text[i - 1] >= 'A' && text[i - 1] <= 'Z')) {
            return true;
        }
    }
    return false;
}

/* "2024.01.05", "2024-01". */
static bool
is_date(const char *text, size_t size)
{
    size_t digits = 0, parts = 0;
    for (size_t i = 0; i < size; i++) {
        if (text[i] >= '0' && text[i] <= '9')
            digits++;
        else if (strchr(".-/", text[i]) != NULL)
            parts++;
        else
            return false;
    }
    return digits >= 5 && digits <= 8 && parts > 0 && size >= 6 &&
           (memcmp(text, "19", 2) == 0 || memcmp(text, "20", 2) == 0);
}

bool
cx_is_title(const char *text, size_t size)
{
    return size > 0 && !cx_is_mark(text, size) && !is_date(text, size) &&
           !(text[0] == '[' && text[size - 1] == ']') &&
           cx_are_few_words(text, size, TITLE_WORDS) &&
           !holds_sentences(text, size);
}

/* "3. Name" counts its titles; the count is no part of them. */
size_t
cx_number_before(const char *text, size_t size)
{
    size_t at = 0;
    while (at < size && at < 3 && text[at] >= '0' && text[at] <= '9')
        at++;
    return at > 0 && at + 2 < size && (text[at] == '.' || text[at] == ')') &&
                   text[at + 1] == ' ' ? at + 2 : 0;
}

/* The wide comma, full stop, bracket and colon that end a number. */
static size_t
wide_mark_at(const char *text)
{
    static const char *const marks[] = {"\xE3\x80\x81", "\xEF\xBC\x8E",
                                        "\xEF\xBC\x89", "\xEF\xBC\x9A"};
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
        if (strncmp(text, marks[i], 3) == 0)
            return 3;
    return 0;
}

const char *
cx_without_number(const char *text)
{
    const char *at = text + (*text == '(');
    size_t digits = strspn(at, "0123456789.");
    if (digits == 0 || *at == '.')
        return text;
    bool marked = at[digits - 1] == '.' || memchr(at, '.', digits) != NULL;
    at += digits;
    size_t mark = *at == ')' || *at == ':' ? 1 : wide_mark_at(at);
    at += mark;
    size_t blanks = strspn(at, " ");
    return (marked || mark > 0) && at[blanks] != '\0' &&
                   (blanks > 0 || mark == 3 || (*at & 0x80))
               ? at + blanks : text;
}

bool
cx_runs_into_link(const char *text, size_t size)
{
    static const char *const words[] = {
        "a", "an", "and", "are", "as", "at", "available", "be", "by", "click",
        "described", "download", "downloaded", "em", "en", "es", "est",
        "está", "for", "found", "from", "go", "in", "is", "ist", "of", "on",
        "or", "out", "read", "see", "siehe", "sind", "sur", "the", "this",
        "to", "unter", "use", "used", "using", "veja", "ver", "via", "visit",
        "voir", "was", "wget", "with", "your", "é"};
    size_t from = size;
    while (from > 0 && strchr(" (,", text[from - 1]) == NULL)
        from--;
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (strlen(words[i]) == size - from &&
            strncasecmp(text + from, words[i], size - from) == 0)
            return true;
    return false;
}
