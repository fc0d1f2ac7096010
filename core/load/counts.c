/* SPDX-License-Identifier: MIT */
/* Counts that a description states: "1112 datasets", "53,000 medical images".
 * Only what is certain counts: an exact number right before what it counts,
 * or with one word between. */
#include "load/derive.h"

#include <stdbool.h>
#include <string.h>
#include <strings.h>

#include "model/byte.h"

static const char *const units[] = {
    "annotations", "articles", "cases", "categories", "classes", "clips",
    "conversations", "databases", "datasets", "dialogues", "documents",
    "examples", "exams", "files", "frames", "hours", "images", "individuals",
    "instances", "labels", "notes", "objects", "pages", "papers",
    "participants", "patients", "persons", "photographs", "photos",
    "questions", "recordings", "records", "reports", "samples", "scans",
    "scenes", "sentences", "sequences", "sessions", "slices", "slides",
    "songs", "speakers", "studies", "subjects", "tables", "tokens",
    "utterances", "videos", "volumes", "words", NULL};

/* Words before a number that make it a bound or a guess, and so no count. */
static bool
is_vague(const char *text, const char *number)
{
    static const char *const words[] = {
        "over", "than", "about", "around", "approximately", "nearly", "almost",
        "roughly", "to", "least", "most", "between", "and", "some", "or",
        "every", "each", "per", "only", "first", "not", "no", "without"};
    const char *end = number;
    while (end > text && end[-1] == ' ')
        end--;
    const char *start = end;
    while (start > text && cx_byte_is(start[-1], CX_LETTER))
        start--;
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if ((*start | 32) == words[i][0] &&
            strlen(words[i]) == (size_t)(end - start) &&
            strncasecmp(words[i], start, (size_t)(end - start)) == 0)
            return true;
    return end > text && strchr(">~<=+-/.", end[-1]) != NULL;
}

/* The number at @at, groups of three digits parted by commas; 0: none. */
static size_t
number_at(const char *at, uint64_t *ret)
{
    uint64_t value = 0;
    size_t size = 0, group = 0;
    bool grouped = false;
    for (; cx_byte_is(at[size], CX_DIGIT) ||
           (at[size] == ',' && cx_byte_is(at[size + 1], CX_DIGIT));
         size++) {
        if (at[size] == ',') {
            if (group > 3 || (grouped && group != 3))
                return 0;
            grouped = true;
            group = 0;
            continue;
        }
        if (value > (UINT64_MAX - 9) / 10)
            return 0;
        value = value * 10 + (uint64_t)(at[size] - '0');
        group++;
    }
    *ret = value;
    return grouped && group != 3 ? 0 : size;
}

/* "million" behind a number: how long it is, and what it makes of @value. */
static size_t
multiplier_at(const char *at, uint64_t *value)
{
    static const struct {
        const char *word;
        uint64_t times;
    } words[] = {{"thousand ", 1000}, {"million ", 1000000},
                 {"billion ", 1000000000}};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (strncasecmp(at, words[i].word, strlen(words[i].word)) == 0 &&
            *value < UINT64_MAX / words[i].times) {
            *value *= words[i].times;
            return strlen(words[i].word);
        }
    return 0;
}

static size_t
word_at(const char *at)
{
    size_t size = 0;
    while (cx_byte_is(at[size], CX_LETTER) || (size > 0 && at[size] == '-'))
        size++;
    return size;
}

static bool
is_unit(const char *word, size_t size)
{
    for (size_t i = 0; units[i] != NULL; i++)
        if (*word == units[i][0] && strlen(units[i]) == size &&
            memcmp(units[i], word, size) == 0)
            return true;
    return false;
}

/* A word that parts a number from what follows instead of joining them. */
static bool
is_joint(const char *word, size_t size)
{
    static const char *const words[] = {"of", "and", "in", "the", "from",
                                        "with", "or", "for", "these", "many",
                                        "to", "by", "on", "as", "are", "was"};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (*word == words[i][0] && strlen(words[i]) == size &&
            memcmp(words[i], word, size) == 0)
            return true;
    return false;
}

/* How much of the text behind a number names what it counts; 0: nothing. A
 * number that may be a year must stand right before it. */
static size_t
unit_at(const char *at, bool year)
{
    size_t first = word_at(at);
    if (first == 0)
        return 0;
    size_t size = first;
    if (!is_unit(at, first)) {
        if (at[first] != ' ' || year || is_joint(at, first))
            return 0;
        size_t second = word_at(at + first + 1);
        if (!is_unit(at + first + 1, second))
            return 0;
        size = first + 1 + second;
    }
    const char *behind = at + size;
    return strncmp(behind, " per ", 5) == 0 || strncmp(behind, " each", 5) == 0
               ? 0 : size;
}

void
cx_derive_counts(struct catex_record *record, struct cx_arena *arena)
{
    const char *text = record->description;
    struct catex_count **tail = &record->counts;
    if (text == NULL || record->counts != NULL)
        return;
    for (const char *at = strpbrk(text, "123456789"); at != NULL;
         at = strpbrk(at, "123456789")) {
        uint64_t value = 0;
        size_t size = number_at(at, &value);
        /* "1 200" may be one number or two. */
        bool fresh = at == text || at[-1] == '(' || at[-1] == '\n' ||
                     (at[-1] == ' ' &&
                      !(at - text > 1 && cx_byte_is(at[-2], CX_DIGIT)));
        const char *behind = at + size + strspn(at + size, "0123456789,.");
        bool year = size == 4 && value >= 1900 && value < 2100;
        size_t unit = 0;
        if (fresh && size > 0 && at[size] == ' ' && !is_vague(text, at)) {
            size++;
            size += multiplier_at(at + size, &value);
            unit = unit_at(at + size, year);
        }
        if (unit > 0) {
            struct catex_count *count = cx_alloc(arena, sizeof *count);
            count->value = value;
            count->unit = cx_strndup(arena, at + size, unit);
            cx_append(&tail, count);
            record->origin.derived |= CATEX_BIT(CATEX_FIELD_COUNTS);
        }
        at = behind > at ? behind : at + 1;
    }
}
