/* SPDX-License-Identifier: MIT */
/* Finds the phrases that state a condition of access. */
#include <endian.h>
#include <string.h>
#include <strings.h>

#include <catex/model.h>

#include "load/vocabulary.h"
#include "load/words.h"
#include "model/byte.h"

static bool
is_blank(char c)
{
    return c == ' ' || c == '\n' || c == '-' || c == '*' || c == '_';
}

/* Whether @phrase (lower case, single spaces) stands at @text, letters folded,
 * any run of white space or a hyphen for a space; its length there. */
static size_t
matches_at(const char *text, size_t size, const char *phrase)
{
    size_t at = 0;
    for (; *phrase != '\0'; phrase++) {
        if (at == size)
            return 0;
        if (*phrase == ' ') {
            size_t from = at;
            while (at < size && is_blank(text[at]))
                at++;
            if (at == from)
                return 0;
        } else if (cx_lower(text[at++]) != *phrase) {
            return 0;
        }
    }
    bool goes_on = at < size && cx_byte_is(text[at], CX_ALNUM) &&
                   cx_byte_is(text[at - 1], CX_ALNUM);
    return goes_on ? 0 : at;
}

/* "No registration required" states the opposite. */
static bool
is_denied(const char *text, size_t at)
{
    static const char *const denials[] = {
        "no", "not", "without", "never", "nor", "non", "sans", "keine",
        "ohne", "sin", "senza", "sem", "não", "geen", "zonder", "не", "без",
        "无", "不"};
    size_t end = at;
    while (end > 0 && strchr(" *_", text[end - 1]) != NULL)
        end--;
    for (size_t i = 0; i < sizeof denials / sizeof denials[0]; i++) {
        size_t size = strlen(denials[i]);
        if (end < size ||
            strncasecmp(text + end - size, denials[i], size) != 0)
            continue;
        if (end == size || !cx_byte_is(denials[i][0], CX_ALNUM) ||
            !cx_byte_is(text[end - size - 1], CX_ALNUM))
            return true;
    }
    return false;
}

/* "Only the songs are available upon request", "Bulk download requires an
 * account": what is said is not of the data set, but of a part. */
static bool
is_of_part(const char *text, size_t at)
{
    enum { SENTENCE = 80 }; /* bytes; longer ones may say anything */
    static const char *const starts[] = {"only", "additional", "further",
                                         "more", "bulk", "raw"};
    size_t from = at, size = 0;
    while (from > 0 && at - from < SENTENCE &&
           strchr(".;!?\n(", text[from - 1]) == NULL)
        from--;
    while (from < at && !cx_byte_is(text[from], CX_ALNUM))
        from++;
    while (from + size < at && cx_byte_is(text[from + size], CX_ALNUM))
        size++;
    size_t next = from + size;
    while (next < at && !cx_byte_is(text[next], CX_ALNUM))
        next++;
    bool found = false; /* "Only upon request" is of all */
    for (size_t i = 0; i < sizeof starts / sizeof starts[0]; i++)
        found = found || (size == strlen(starts[i]) &&
                          strncasecmp(text + from, starts[i], size) == 0);
    return found && next < at;
}

/* The second bytes that phrases have behind a first one, a bit for each.
 * Nearly every word of a list ends its test here. */
#define BIT(byte) (UINT32_C(1) << ((byte) & 31))
static const uint32_t seconds[256] = {
    ['a'] = BIT(0x20) | BIT('c') | BIT('f') | BIT('n') | BIT('p') | BIT('u') | BIT('v'),
    ['b'] = BIT('a') | BIT('e') | BIT('y'),
    ['c'] = BIT('a') | BIT('o'),
    ['d'] = BIT('a') | BIT('e'),
    ['e'] = BIT('d') | BIT('n') | BIT('r') | BIT('s'),
    ['f'] = BIT('i') | BIT('r'),
    ['h'] = BIT('a'),
    ['i'] = BIT('n'),
    ['k'] = BIT('a') | BIT('o') | BIT('r'),
    ['l'] = BIT('o'),
    ['m'] = BIT('e') | BIT('u'),
    ['n'] = BIT('a') | BIT('e') | BIT(0xC3),
    ['o'] = BIT('n') | BIT('p'),
    ['p'] = BIT('e') | BIT('o') | BIT('r') | BIT('y') | BIT(0xC3),
    ['r'] = BIT('e') | BIT('i'),
    ['s'] = BIT('e') | BIT('i') | BIT('o') | BIT('u'),
    ['t'] = BIT('o'),
    ['u'] = BIT('p'),
    ['v'] = BIT('a') | BIT('y'),
    ['w'] = BIT('y'),
    [0xC3] = BIT(0x89) | BIT(0xA9) | BIT(0xBC),
    [0xD0] = BIT(0x9D) | BIT(0x9F) | BIT(0xA0) | BIT(0xA2) | BIT(0xBD) | BIT(0xBF),
    [0xD1] = BIT(0x80) | BIT(0x82),
    [0xE3] = BIT(0x82) | BIT(0x83),
    [0xE5] = BIT(0x85) | BIT(0xA1) | BIT(0xBF),
    [0xE6] = BIT(0x8F) | BIT(0xB3),
    [0xE7] = BIT(0x94) | BIT(0x99) | BIT(0xAD) | BIT(0xB0),
    [0xE8] = BIT(0x81) | BIT(0xA6) | BIT(0xA8),
    [0xE9] = BIT(0x9C) | BIT(0xA0) | BIT(0xA1),
    [0xEA] = BIT(0xB0) | BIT(0xB3),
    [0xEB] = BIT(0x93) | BIT(0xA1),
    [0xEC] = BIT(0x8A) | BIT(0x8B),
    [0xED] = BIT(0x9A),
};

/* The first four bytes of a phrase as a number that sorts as they do; none is
 * shorter. */
static uint32_t
head_of(const struct cx_access_phrase *at)
{
    uint32_t head;
    memcpy(&head, at->phrase, 4);
    return be32toh(head);
}

/* The same of @text as matches_at() sees it; 0: there are not as many. */
static uint32_t
head_at(const char *text, size_t size)
{
    uint32_t head = 0;
    size_t at = 0;
    for (int i = 0; i < 4; i++) {
        if (at == size)
            return 0;
        char c = text[at++];
        if (is_blank(c)) {
            c = ' ';
            while (at < size && is_blank(text[at]))
                at++;
        }
        head = head << 8 | (unsigned char)cx_lower(c);
    }
    return head;
}

/* The first of the phrases that does not come before those with @head. */
static const struct cx_access_phrase *
first_phrase(uint32_t head)
{
    size_t low = 0, high = cx_access_phrase_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (head_of(&cx_access_phrases[middle]) < head)
            low = middle + 1;
        else
            high = middle;
    }
    return &cx_access_phrases[low];
}

/* The longest phrase at @text, of which @ret_size is the length; or NULL. */
static const struct cx_access_phrase *
phrase_at(const char *text, size_t size, size_t *ret_size)
{
    const struct cx_access_phrase *end =
        cx_access_phrases + cx_access_phrase_count, *found = NULL;
    uint32_t head = head_at(text, size);
    *ret_size = 0;
    for (const struct cx_access_phrase *at = first_phrase(head);
         head != 0 && at < end && head_of(at) == head; at++) {
        size_t length = matches_at(text, size, at->phrase);
        if (length > *ret_size) {
            *ret_size = length;
            found = at;
        }
    }
    return found;
}

uint32_t
cx_access_in(const char *text, size_t size, size_t *ret_at, size_t *ret_size)
{
    for (size_t at = 0; at + 1 < size;) {
        const struct cx_access_phrase *found = NULL;
        if (seconds[(unsigned char)cx_lower(text[at])] & BIT(text[at + 1]))
            found = phrase_at(text + at, size - at, ret_size);
        if (found != NULL && !is_denied(text, at) && !is_of_part(text, at)) {
            *ret_at = at;
            return found->access;
        }
        /* Within a word no phrase begins. */
        bool word = cx_byte_is(text[at++], CX_ALNUM);
        while (word && at < size && cx_byte_is(text[at], CX_ALNUM))
            at++;
    }
    return 0;
}
