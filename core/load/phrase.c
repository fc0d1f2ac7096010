/* SPDX-License-Identifier: MIT */
/* Folds phrases, and finds them in the vocabulary. */
#include "load/phrase.h"

#include <endian.h>
#include <string.h>
#include <strings.h>

#include "load/lead.h"
#include "model/byte.h"
#include "model/text.h"

/* The small letter of a capital that takes two bytes: Latin-1, Greek,
 * Cyrillic. The two take as many. */
static uint32_t
lower_of_two(uint32_t c)
{
    if ((c >= 0xC0 && c <= 0xDE && c != 0xD7) || (c >= 0x391 && c <= 0x3A9) ||
        (c >= 0x410 && c <= 0x42F))
        return c + 0x20;
    return c >= 0x400 && c <= 0x40F ? c + 0x50 : c;
}

/* Folds the character of several bytes at *@text, which moves to its last one,
 * into @to; returns the bytes written, 0 for a sign. */
static size_t
fold_wide(const char **text, const char *end, char *to)
{
    uint32_t c = 0;
    size_t size = (size_t)cx_utf8_decode(*text, (size_t)(end - *text), &c);
    bool sign = size == 0 || cx_is_mark(*text, size);
    *text += size > 1 ? size - 1 : 0;
    return sign ? 0 : (size_t)cx_utf8_encode(lower_of_two(c), to);
}

/* Whether @text goes on with what parts a label: "A and B", "A & B", "A / B",
 * "A, B". */
static bool
parts_at(const char *text, const char *end)
{
    static const bool parts[256] = {
        ['&'] = true, ['/'] = true, [','] = true, ['+'] = true};
    return parts[(unsigned char)*text] ||
           (*text == ' ' && end - text >= 5 && (text[1] | 32) == 'a' &&
            strncasecmp(text, " and ", 5) == 0);
}

/* Folds @text to its end, or, in @parts, to the first place where it is parted;
 * returns where. */
static const char *
fold_to(const char *text, const char *end, bool parts, struct cx_folded *ret)
{
    char *const start = ret->text, *const full = start + CX_FOLDED_MOST;
    char *to = start;
    bool fits = true;
    ret->size = 0;
    for (; text < end; text++) {
        char c = cx_folds[(unsigned char)*text];
        size_t put = 1;
        if (c == CX_FOLDED_WIDE && to < full)
            c = (put = fold_wide(&text, end, to)) > 0 ? *to : ' ';
        if (c != ' ') {
            fits = fits && to + put <= full;
            if (!fits && !parts)
                return end;
            *to = c;
            to += fits ? put : 0;
        } else if (parts && parts_at(text, end)) {
            break;
        } else if (to > start && to[-1] != ' ') {
            *to++ = ' ';
        }
    }
    to -= to > start && to[-1] == ' ';
    memset(to, 0, 8);
    ret->size = fits ? (size_t)(to - start) : 0;
    return text;
}

void
cx_fold(const char *text, size_t size, struct cx_folded *ret)
{
    fold_to(text, text + size, false, ret);
}

void
cx_fold_part(const char *label, size_t size, size_t *from,
             struct cx_folded *ret)
{
    const char *end = label + size;
    const char *stop = fold_to(label + *from, end, true, ret);
    *from = (size_t)(stop - label) + (stop < end && *stop == ' ' ? 4 : 1);
}

/* The first eight bytes of a phrase as a number that sorts as they do. */
static uint64_t
head_of(const char *phrase, size_t size)
{
    uint64_t head;
    memcpy(&head, phrase, 8);
    head = be64toh(head);
    return size >= 8 ? head : size == 0 ? 0 : head & ~(UINT64_MAX >> 8 * size);
}

static const struct cx_phrase *
first_phrase(uint64_t head)
{
    size_t low = 0, high = cx_phrase_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (head_of(cx_phrases[middle].phrase, 8) < head)
            low = middle + 1;
        else
            high = middle;
    }
    return &cx_phrases[low];
}

const struct cx_phrase *
cx_first_phrase(const char *start, size_t size)
{
    return first_phrase(head_of(start, size));
}

uint32_t
cx_meaning_of(const char *phrase, size_t size)
{
    const struct cx_phrase *end = cx_phrases + cx_phrase_count;
    uint64_t head = head_of(phrase, size);
    if (size == 0 || size >= sizeof end->phrase)
        return 0;
    for (const struct cx_phrase *at = first_phrase(head);
         at < end && head_of(at->phrase, 8) == head; at++)
        if (memcmp(at->phrase, phrase, size) == 0 && at->phrase[size] == '\0')
            return at->meaning;
    return 0;
}

