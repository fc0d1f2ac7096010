/* SPDX-License-Identifier: MIT */
/* What words say of a text: what a link is for, what a heading announces. */
#include "load/words.h"

#include <string.h>

#include <catex/model.h>

#include "load/lead.h"
#include "load/phrase.h"
#include "model/byte.h"
#include "model/text.h"

enum { LABEL = 160 }; /* bytes of a label; what is longer is a sentence */

static bool
is_word_byte(char c)
{
    return cx_byte_is(c, CX_ALNUM | CX_WIDE);
}

size_t
cx_word_count(const char *text, size_t size)
{
    size_t count = 0;
    bool inside = false;
    for (size_t i = 0; i < size; i++) {
        bool word = is_word_byte(text[i]);
        count += word && !inside;
        inside = word || (inside && (text[i] == '\'' || text[i] == '-'));
    }
    return count;
}

bool
cx_are_few_words(const char *text, size_t size, size_t most)
{
    /* Words of one letter, with one byte between them, are the most. */
    return size <= 2 * most || cx_word_count(text, size) <= most;
}

static uint32_t
role_of_phrase(const char *phrase, size_t size)
{
    return cx_meaning_of(phrase, size) & CX_ROLES;
}

/* Whether two words differ by one letter left out, put in, or exchanged with
 * its neighbour; for words long enough that it is a typing error. */
static bool
is_slip_of(const char *typed, size_t size, const char *word)
{
    size_t length = strlen(word), i = 0;
    if (size < 6 || length < 6 || size + 1 < length || length + 1 < size)
        return false;
    while (i < size && i < length && typed[i] == word[i])
        i++;
    const char *a = typed + i, *b = word + i;
    size_t left = size - i, wants = length - i;
    if (left == wants)
        return left >= 2 && a[0] == b[1] && a[1] == b[0] &&
               memcmp(a + 2, b + 2, left - 2) == 0;
    return left > wants ? memcmp(a + 1, b, wants) == 0
                        : memcmp(a, b + 1, left) == 0;
}

static uint32_t
role_of_slip(const char *word, size_t size)
{
    const struct cx_phrase *end = cx_phrases + cx_phrase_count;
    if (size < 6)
        return 0;
    for (const struct cx_phrase *at = cx_first_phrase(word, 1);
         at < end && at->phrase[0] == word[0]; at++)
        if ((at->meaning & CX_ROLES) != 0 &&
            is_slip_of(word, size, at->phrase))
            return at->meaning & CX_ROLES;
    return 0;
}

/* A phrase has the role of the longest known phrase that it ends with, else
 * of the one that it begins with, so that "project page" is a page and
 * "instructions for getting articles" are instructions. */
static uint32_t
role_of_part(const char *part, size_t size)
{
    if (size > 4 && memcmp(part, "the ", 4) == 0) {
        part += 4;
        size -= 4;
    }
    for (size_t at = 0; at < size; at++) {
        /* Ideographs are not parted by blanks. */
        bool wide = (part[at] & 0xF0) == 0xE0 && (part[at] & 0xFF) >= 0xE3;
        if (at > 0 && part[at - 1] != ' ' && !wide)
            continue;
        uint32_t role = role_of_phrase(part + at, size - at);
        if (role != 0)
            return role;
    }
    for (size_t end = size; end > 0; end--) {
        if (end < size && part[end] != ' ')
            continue;
        uint32_t role = role_of_phrase(part, end);
        if (role != 0)
            return role;
    }
    return memchr(part, ' ', size) == NULL ? role_of_slip(part, size) : 0;
}

/* The size of @part without a weak word at its end, which adds nothing to a
 * stronger one ("download link", "paper url"); 0: it has none, or is one. */
static size_t
without_weak_end(const char *part, size_t size)
{
    static const char *const wide[] = {"链接", "地址"};
    for (size_t i = 0; i < sizeof wide / sizeof wide[0]; i++) {
        size_t end = strlen(wide[i]);
        if (size > end && memcmp(part + size - end, wide[i], end) == 0)
            return size - end - (part[size - end - 1] == ' ');
    }
    size_t cut = size;
    while (cut > 0 && part[cut - 1] != ' ')
        cut--;
    bool weak = cut > 1 && cx_is_among(part + cut, size - cut,
                                       "link links url page here");
    return weak ? cut - 1 : 0;
}

/* The role of a part that is a known phrase as a whole, or one that is
 * counted: "dataset 2", "data1". */
static uint32_t
role_of_whole(const char *part, size_t size)
{
    size_t name = size;
    while (name > 0 && cx_byte_is(part[name - 1], CX_DIGIT))
        name--;
    size_t counted = name > 1 && part[name - 1] == ' ' ? name - 1 : name;
    if (name < size && counted > 1 && size - name < 3 &&
        !(cx_meaning_of(part, counted) & CX_PLACE))
        size = counted;
    uint32_t role = role_of_phrase(part, size);
    return role != 0 ? role
                     : role_of_phrase(part, without_weak_end(part, size));
}

static uint32_t
role_without_weak_end(const char *part, size_t size)
{
    uint32_t role = role_of_part(part, without_weak_end(part, size));
    if (role == 0)
        role = role_of_part(part, size);
    return role != 0 ? role : role_of_whole(part, size);
}

uint32_t
cx_roles_of(const char *label, size_t size)
{
    uint32_t roles = 0;
    for (size_t from = 0; size <= LABEL && from <= size;) {
        struct cx_folded part;
        cx_fold_part(label, size, &from, &part);
        roles |= role_without_weak_end(part.text, part.size);
    }
    return roles;
}

/* "Dataset (Zenodo)" less what tells it from others. */
static size_t
without_remark(const char *text, size_t size)
{
    enum { FEW = 10 };
    const char *open = size == 0 || text[size - 1] != ')'
                           ? NULL : memmem(text, size, " (", 2);
    if (open == NULL || open == text)
        return size;
    size_t left = (size_t)(open - text);
    return cx_are_few_words(open, size - left, FEW) ? left : size;
}

bool
cx_is_role_text(const char *text, size_t size)
{
    size = without_remark(text, size);
    for (size_t from = 0; size <= CX_FOLDED_MOST && from <= size;) {
        struct cx_folded part;
        cx_fold_part(text, size, &from, &part);
        if (role_of_whole(part.text, part.size) == 0)
            return false;
    }
    return size <= CX_FOLDED_MOST;
}

const char *const *
cx_role_words(void)
{
    static const char *const words[] = {
        "Paper", "Article", "Publication", "Reference", "Access", "Data",
        "Dataset", "Download", "Website", "Homepage", "Landing page",
        "Project page", "Link", "Information", "Documentation", "Overview",
        "Explorer", "Search tool", "Interactive tool", "Code", "Repository",
        "Challenge", "Benchmark", "Licence", "License", NULL};
    return words;
}

static uint32_t
meaning_of_text(const char *text, size_t size)
{
    struct cx_folded phrase;
    cx_fold(text, size, &phrase);
    return cx_meaning_of(phrase.text, phrase.size);
}

bool
cx_is_filler(const char *text, size_t size)
{
    return (meaning_of_text(text, size) & CX_FILLER) != 0;
}

bool
cx_is_key(const char *text, size_t size)
{
    enum { FEW = 3 };
    struct cx_folded phrase;
    cx_fold(text, size, &phrase);
    if (phrase.size == 0)
        return false;
    if ((cx_meaning_of(phrase.text, phrase.size) & CX_KEY) != 0 ||
        cx_is_role_text(text, size))
        return true;
    size_t cut = phrase.size;
    while (cut > 0 && phrase.text[cut - 1] != ' ')
        cut--;
    const char *last = phrase.text + cut;
    size_t left = phrase.size - cut;
    bool link = (cx_meaning_of(last, left) & CX_LINK_KEY) != 0 ||
                (left > 1 && last[left - 1] == 's' &&
                 (cx_meaning_of(last, left - 1) & CX_LINK_KEY) != 0);
    return link && cx_are_few_words(text, size, FEW);
}

bool
cx_is_place(const char *text, size_t size)
{
    return (meaning_of_text(text, size) & CX_PLACE) != 0;
}

bool
cx_is_answer(const char *text, size_t size)
{
    struct cx_folded phrase;
    cx_fold(text, size, &phrase);
    return phrase.size > 0 && (strcmp(phrase.text, "yes") == 0 ||
                               strcmp(phrase.text, "no") == 0);
}

bool
cx_is_and_so_on(const char *text, size_t size)
{
    return (meaning_of_text(text, size) & CX_AND_SO_ON) != 0;
}

bool
cx_is_sum(const char *text, size_t size)
{
    size_t from = 0;
    while (from < size) { /* "Total 合計" */
        size_t end = from;
        while (end < size && text[end] != ' ')
            end++;
        if (!cx_is_among(text + from, end - from,
                         "total totals sum overall gesamt summe totale итого "
                         "всего 合计 总计 合計 합계"))
            return false;
        from = end + 1;
    }
    return size > 0;
}

bool
cx_is_month(const char *text, size_t size)
{
    return cx_is_among(text, size,
                       "january february march april may june july august "
                       "september october november december jan feb mar apr "
                       "jun jul aug sep sept oct nov dec");
}

bool
cx_is_contents(const char *heading, size_t size)
{
    return (meaning_of_text(heading, size) & CX_CONTENTS) != 0;
}

bool
cx_may_be_topic(const char *heading, size_t size)
{
    return (meaning_of_text(heading, size) & CX_TOPIC) != 0;
}

/* @phrase without numbers at its ends: "updates 2024", "2024 01 05 news". */
static void
drop_numbers(struct cx_folded *phrase)
{
    size_t from = 0, size = phrase->size;
    while (size > 0 && strchr("0123456789 ", phrase->text[size - 1]) != NULL)
        size--;
    while (from < size && strchr("0123456789 ", phrase->text[from]) != NULL)
        from++;
    memmove(phrase->text, phrase->text + from, size - from);
    phrase->size = size - from;
    phrase->text[phrase->size] = '\0';
}

bool
cx_is_matter(const char *heading, size_t size)
{
    struct cx_folded phrase;
    cx_fold(heading, size, &phrase);
    if ((cx_meaning_of(phrase.text, phrase.size) & CX_MATTER) != 0)
        return true;
    drop_numbers(&phrase);
    for (size_t i = 0; cx_matter_starts[i] != NULL; i++)
        if (strncmp(phrase.text, cx_matter_starts[i],
                    strlen(cx_matter_starts[i])) == 0)
            return true;
    /* Where no blanks part the words, one that begins the heading will do. */
    size_t least = phrase.size > 0 && (phrase.text[0] & 0x80) != 0
                       ? 1 : phrase.size;
    for (size_t end = phrase.size; end >= least && end > 0; end--)
        if ((cx_meaning_of(phrase.text, end) & CX_MATTER) != 0)
            return true;
    return false;
}

/* What holds data. */
static const char kinds[] = "dataset datasets data database databases "
                            "collection collections corpus corpora archive "
                            "archives repository";

/* The next word of @text from *@from on, which moves behind it; empty at the
 * end. */
static const char *
next_word(const char *text, size_t size, size_t *from, size_t *ret_size)
{
    while (*from < size && !is_word_byte(text[*from]))
        ++*from;
    size_t start = *from;
    while (*from < size && is_word_byte(text[*from]))
        ++*from;
    *ret_size = *from - start;
    return text + start;
}

bool
cx_is_kind_of(const char *text, size_t size)
{
    enum { FIRST = 4 }; /* "A large annotated dataset of" */
    bool kind = false, ends = false;
    size_t from = 0, length;
    for (int words = 0; size <= CX_FOLDED_MOST && from < size; words++) {
        const char *word = next_word(text, size, &from, &length);
        if (length == 0)
            break; /* signs that end the text */
        ends = cx_is_among(word, length, "of on from for about with");
        kind = kind || (words < FIRST && cx_is_among(word, length, kinds));
    }
    return kind && ends;
}

static bool
has_word_among(const char *text, size_t size, const char *words)
{
    for (size_t from = 0, length; from < size;) {
        const char *word = next_word(text, size, &from, &length);
        if (cx_is_among(word, length, words))
            return true;
    }
    return false;
}

bool
cx_names_data(const char *text, size_t size)
{
    return has_word_among(text, size, kinds);
}

bool
cx_announces_data(const char *text, size_t size)
{
    size_t from = size;
    while (from > 0 && is_word_byte(text[from - 1]))
        from--;
    return cx_is_among(text + from, size - from,
                       "data datasets databases corpora") ||
           cx_is_name_column(text, size);
}

bool
cx_leads_to_data(const char *text, size_t size)
{
    enum { FEW = 12 };
    return cx_are_few_words(text, size, FEW) &&
           has_word_among(text, size, "datasets databases corpora");
}

bool
cx_is_thanks(const char *text, size_t size)
{
    /* "Thanks to them there are these datasets:" */
    return cx_colon_at_end(text, size) > 0 && !cx_names_data(text, size) &&
           has_word_among(text, size,
                          "thanks thank folks contributors maintainers "
                          "sponsors supporters");
}

bool
cx_is_name_key(const char *text, size_t size)
{
    return (meaning_of_text(text, size) & CX_NAME_KEY) != 0;
}

/* What a column's heading means, or its first words: "Dataset/Database",
 * "Name (year)". */
static uint32_t
meaning_of_heading(const char *heading, size_t size)
{
    size_t first = 1;
    while (first < size && strchr("/(", heading[first]) == NULL)
        first++;
    return meaning_of_text(heading, size) |
           meaning_of_text(heading, first < size ? first : 0);
}

bool
cx_is_name_column(const char *heading, size_t size)
{
    return (meaning_of_heading(heading, size) & CX_NAME_COLUMN) != 0;
}

bool
cx_is_data_column(const char *heading, size_t size)
{
    uint32_t meaning = meaning_of_heading(heading, size);
    return (meaning & CX_NAME_COLUMN) != 0 &&
           (meaning & (CX_NAME_KEY | CATEX_ROLE_DOWNLOAD)) != 0;
}

bool
cx_is_text_column(const char *heading, size_t size)
{
    return (meaning_of_text(heading, size) & CX_TEXT_COLUMN) != 0;
}
