/* SPDX-License-Identifier: MIT */
/* Slugs, the hash in ids, and the rule for ids that collide. */
#include "model/id.h"

#include <stdio.h>
#include <string.h>

#include "model/byte.h"
#include "model/index.h"
#include "model/text.h"
#include "model/url.h"

/* Characters in a row of which each becomes one: text[c - first]. */
struct slug_run {
    uint32_t first, count;
    const char *text;
};

/* A character that becomes several. */
struct slug_word {
    uint32_t c;
    char text[8];
};

#include "model/slug-table.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

struct slug {
    char *out;
    size_t size;
    bool gap; /* a "-" is due before the next letter */
};

static void
add_letters(struct slug *slug, const char *text, size_t size)
{
    for (size_t i = 0; i < size && slug->size <= CX_SLUG_MOST; i++) {
        if (text[i] == '-') {
            slug->gap = slug->size > 0;
            continue;
        }
        if (slug->gap)
            slug->out[slug->size++] = '-';
        slug->gap = false;
        slug->out[slug->size++] = text[i];
    }
}

/* Marks, joiners and the like, which leave no gap. */
static bool
is_silent(uint32_t c)
{
    static const uint32_t ranges[][2] = {
        {0xAD, 0xAD},     {0x300, 0x36F},   {0x1AB0, 0x1AFF},
        {0x1DC0, 0x1DFF}, {0x200B, 0x200F}, {0x202A, 0x202E},
        {0x2060, 0x206F}, {0x20D0, 0x20FF}, {0xFE00, 0xFE0F},
        {0xFE20, 0xFE2F}, {0xFEFF, 0xFEFF}};
    for (size_t i = 0; i < COUNT(ranges); i++)
        if (c >= ranges[i][0] && c <= ranges[i][1])
            return true;
    return false;
}

static void
add_other(struct slug *slug, uint32_t c)
{
    for (size_t i = 0; i < COUNT(slug_runs); i++)
        if (c - slug_runs[i].first < slug_runs[i].count) {
            const char *text = slug_runs[i].text + (c - slug_runs[i].first);
            if (*text != '-') {
                add_letters(slug, text, 1);
                return;
            }
        }
    size_t low = 0, high = COUNT(slug_words);
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (slug_words[middle].c < c)
            low = middle + 1;
        else
            high = middle;
    }
    if (low < COUNT(slug_words) && slug_words[low].c == c)
        add_letters(slug, slug_words[low].text,
                    strlen(slug_words[low].text));
    else if (!is_silent(c))
        add_letters(slug, "-", 1);
}

static void
add_text(struct slug *slug, const char *text, size_t size)
{
    for (size_t at = 0; at < size && slug->size <= CX_SLUG_MOST;) {
        uint32_t c = 0;
        int n = 1;
        char letter = cx_folds[(unsigned char)text[at]];
        if (letter == CX_FOLDED_WIDE)
            n = cx_utf8_decode(text + at, size - at, &c);
        if (c >= 0x80)
            add_other(slug, c);
        else
            add_letters(slug, letter >= '0' ? &letter : "-", 1);
        at += n == 0 ? 1 : (size_t)n;
    }
}

/* Cuts at the last "-" that leaves at most @most; right there if there is
 * none behind @least. */
static size_t
cut(char *out, size_t size, size_t least, size_t most)
{
    if (size > most) {
        size = most;
        while (size > least && out[size] != '-')
            size--;
        if (size == least)
            size = most;
    }
    while (size > 0 && out[size - 1] == '-')
        size--;
    out[size] = '\0';
    return size;
}

size_t
cx_slug(char out[CX_ID_SIZE], const char *text)
{
    struct slug slug = {.out = out};
    add_text(&slug, text, strlen(text));
    return cut(out, slug.size, 0, CX_SLUG_MOST);
}

size_t
cx_slug_url(char out[CX_ID_SIZE], const char *url)
{
    struct cx_url parts = cx_url_split(url);
    struct slug slug = {.out = out};
    add_text(&slug, parts.host.text, parts.host.size);
    /* No more of the path than can show up in the slug. */
    char path[1024];
    size_t size = parts.path.size < sizeof path ? parts.path.size : sizeof path;
    size = cx_percent_decode(path, parts.path.text, size);
    add_text(&slug, path, size);
    return cut(out, slug.size, 0, CX_SLUG_MOST);
}

bool
cx_slug_tells(const char *url)
{
    struct cx_url parts = cx_url_split(url);
    char path[CX_SLUG_MOST];
    if (parts.query.size > 0 ||
        parts.host.size + parts.path.size > sizeof path)
        return false;
    size_t size = cx_percent_decode(path, parts.path.text, parts.path.size);
    return cx_is_ascii(path, size) &&
           cx_is_ascii(parts.host.text, parts.host.size);
}

size_t
cx_slug_join(char out[CX_ID_SIZE], const char *parent, const char *child)
{
    enum { PARENT_LEAST = 60 };
    char whole[2 * CX_ID_SIZE + 4];
    size_t size = strlen(parent);
    memcpy(whole, parent, size + 1);
    if (size + 2 + strlen(child) > CX_CHILD_MOST)
        size = cut(whole, size, 0, PARENT_LEAST);
    size_t least = size + 2;
    whole[size] = whole[size + 1] = '-';
    memcpy(whole + least, child, strlen(child) + 1);
    size = cut(whole, least + strlen(child), least, CX_CHILD_MOST);
    memcpy(out, whole, size + 1);
    return size;
}

uint64_t
cx_hash(uint64_t hash, const char *text, size_t size)
{
    for (size_t i = 0; i < size; i++)
        hash = (hash ^ (unsigned char)text[i]) * UINT64_C(0x100000001b3);
    return hash;
}

uint64_t
cx_hash_url(const char *url)
{
    struct cx_url parts = cx_url_split(url);
    uint64_t hash = CX_HASH_START;
    size_t skip = cx_span_begins(parts.host, "www.") ? 4 : 0;
    for (size_t i = skip; i < parts.host.size; i++) {
        char c = parts.host.text[i];
        c = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
        hash = cx_hash(hash, &c, 1);
    }
    while (parts.path.size > 0 && parts.path.text[parts.path.size - 1] == '/')
        parts.path.size--;
    hash = cx_hash(hash, parts.path.text, parts.path.size);
    if (parts.query.size == 0)
        return hash;
    return cx_hash(cx_hash(hash, "?", 1), parts.query.text, parts.query.size);
}

/* Marks all claims that cannot have their plain id. */
static void
find_crowds(struct cx_claim *claims, size_t count, cx_longer_fn *longer,
            struct cx_arena *arena, struct cx_arena *scratch)
{
    struct cx_index plain = {.arena = scratch};
    for (size_t i = 0; i < count; i++) {
        void **first = cx_index_at(&plain, claims[i].id);
        if (*first == NULL)
            *first = &claims[i];
        else
            ((struct cx_claim *)*first)->crowded = claims[i].crowded = true;
    }
    struct cx_claim **todo = cx_alloc(scratch, (count + 1) * sizeof *todo);
    size_t left = 0;
    for (size_t i = 0; i < count; i++)
        if (claims[i].crowded)
            todo[left++] = &claims[i];
    while (left > 0) {
        struct cx_claim *claim = todo[--left];
        claim->longer = longer(claim->owner, arena);
        struct cx_claim *same = cx_index_get(&plain, claim->longer);
        if (same != NULL && !same->crowded) {
            same->crowded = true;
            todo[left++] = same;
        }
    }
}

void
cx_claims_settle(struct cx_claim *claims, size_t count, cx_longer_fn *longer,
                 struct cx_arena *arena, struct cx_arena *scratch)
{
    struct cx_index taken = {.arena = scratch}, numbers = {.arena = scratch};
    find_crowds(claims, count, longer, arena, scratch);
    struct cx_claim **late = cx_alloc(scratch, (count + 1) * sizeof *late);
    size_t left = 0;
    for (size_t i = 0; i < count; i++) {
        if (claims[i].crowded)
            claims[i].id = claims[i].longer;
        void **place = cx_index_at(&taken, claims[i].id);
        if (*place == NULL)
            *place = &claims[i];
        else
            late[left++] = &claims[i];
    }
    /* A number goes behind the same start whatever its length, so that no id
     * is tried twice. */
    for (size_t i = 0; i < left; i++) {
        char id[CX_ID_SIZE + 24];
        const int most = CX_ID_MOST - 9;
        snprintf(id, sizeof id, "%.*s", most, late[i]->id);
        void **last = cx_index_at(&numbers, cx_strdup(scratch, id));
        uintptr_t number = *last == NULL ? 1 : (uintptr_t)*last;
        do
            snprintf(id, sizeof id, "%.*s-%zu", most, late[i]->id,
                     (size_t)++number);
        while (cx_index_get(&taken, id) != NULL);
        *last = (void *)number;
        late[i]->id = cx_strdup(arena, id);
        *cx_index_at(&taken, late[i]->id) = late[i];
    }
}
