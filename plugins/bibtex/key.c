/* SPDX-License-Identifier: MIT */
/* Keys of entries, and which publications have an entry already.
 *
 * A key is made of [a-z0-9.-]. A record's is its id, which has no dot. A
 * publication's is its id with a dot after the scheme ("doi.10.1000-182"), so
 * that the two never meet. Where an id has characters that a key cannot have,
 * other than a DOI's first slash, the id's hash follows: different ids never
 * have the same key, whatever else the catalog holds. */
#include <search.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bibtex.h"

enum { KEY_BODY = 100 };

/* FNV-1a, 64 bits. */
static uint64_t
hash(const char *text)
{
    uint64_t h = UINT64_C(0xCBF29CE484222325);
    for (; *text != '\0'; text++)
        h = (h ^ (unsigned char)*text) * UINT64_C(0x100000001B3);
    return h;
}

static int
fits(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
}

/* A run of characters that do not fit becomes one hyphen. */
static const char *
make(const char *id, int dots, char key[BIBTEX_KEY_SIZE])
{
    size_t n = 0;
    int changed = 0, slashes = 0;
    const char *s = id;
    for (; *s != '\0' && n < KEY_BODY; s++) {
        char c = *s >= 'A' && *s <= 'Z' ? (char)(*s + 32) : *s;
        int slash = c == '/' && slashes++ == 0;
        if (fits(c) || (dots && c == '.'))
            key[n++] = c;
        else if (n == 0 || key[n - 1] != '-')
            key[n++] = '-';
        if (c != *s || !(fits(c) || (dots && c == '.') || slash))
            changed = 1;
    }
    if (!changed && *s == '\0')
        key[n] = '\0';
    else
        snprintf(key + n, BIBTEX_KEY_SIZE - n, "-%08x",
                 (unsigned)(hash(id) ^ hash(id) >> 32));
    return key;
}

const char *
bibtex_record_key(const char *id, char key[BIBTEX_KEY_SIZE])
{
    return make(id, 0, key);
}

const char *
bibtex_paper_key(const char *id, char key[BIBTEX_KEY_SIZE])
{
    make(id, 1, key);
    char *hyphen = strchr(key, '-');
    if (hyphen != NULL)
        *hyphen = '.';
    return key;
}

static int
compare(const void *left, const void *right)
{
    uint64_t l = *(const uint64_t *)left, r = *(const uint64_t *)right;
    return (l > r) - (l < r);
}

/* A balanced tree keeps its word on time whatever hashes a list brings. */
int
bibtex_is_new(void **seen, const char *id)
{
    uint64_t *mine = malloc(sizeof *mine);
    if (mine == NULL)
        return -1;
    *mine = hash(id);
    uint64_t *const *found = tsearch(mine, seen, compare);
    int is_new = found == NULL ? -1 : *found == mine;
    if (is_new != 1)
        free(mine);
    return is_new;
}

void
bibtex_forget(void *seen)
{
    tdestroy(seen, free);
}
