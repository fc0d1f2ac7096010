/* SPDX-License-Identifier: MIT */
/* Ids: slugs of titles, and what happens when two want the same one. */
#ifndef CX_ID_H
#define CX_ID_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/arena.h"

enum {
    CX_SLUG_MOST = 80,  /* of a title */
    CX_CHILD_MOST = 93, /* of «parent--child» */
    CX_ID_MOST = 100,   /* with all that makes it unique */
    CX_ID_SIZE = 112    /* of an array that holds any of them */
};

/* Writes the slug of @text: decomposed (NFKD), marks dropped, lower case; all
 * that is no letter or digit of ASCII then is "-", once, and not at an end.
 * One longer than CX_SLUG_MOST is cut at its last "-" up to there. The letters
 * ß æ œ ø ł đ ð þ ħ ŧ ı, which do not decompose, become what they resemble.
 * Returns its length; 0 where nothing is left. */
size_t cx_slug(char out[CX_ID_SIZE], const char *text);

/* The slug of host and path of @url, its %XX decoded. */
size_t cx_slug_url(char out[CX_ID_SIZE], const char *url);

/* Whether that slug tells all of @url: it has no query, nor letters beyond
 * ASCII, nor is it too long. */
bool cx_slug_tells(const char *url);

/* Writes «parent--child», at most CX_CHILD_MOST long: the parent's part gives
 * way first, down to 60, then the end of the child's. */
size_t cx_slug_join(char out[CX_ID_SIZE], const char *parent,
                    const char *child);

/* FNV-1a, 64 bits; @hash is CX_HASH_START or what came before. This hash is
 * part of ids, and so for ever. */
#define CX_HASH_START UINT64_C(0xcbf29ce484222325)
uint64_t cx_hash(uint64_t hash, const char *text, size_t size);

/* The hash of @url without what may change while it stays the same address:
 * scheme, "www.", the case of the host, the fragment, a slash at the end. */
uint64_t cx_hash_url(const char *url);

/* One that wants an id. */
struct cx_claim {
    const char *id; /* in: the plain one; out: the one it gets */
    void *owner;
    const char *longer; /* the one it gets if others want the same */
    bool crowded;
};

/* Makes the id, no longer than CX_ID_MOST, that @owner gets if others want
 * its plain one. */
typedef const char *cx_longer_fn(void *owner, struct cx_arena *arena);

/* Gives each claim an id that no other has, by these rules:
 * - Claims that want the same plain id all get their longer one, so that none
 *   depends on who came first; so does one whose plain id is the longer one
 *   of another.
 * - Of those whose longer id is the same, too, the first has it, and the
 *   others get -2, -3, … behind it.
 * Ids come from @arena, all else from @scratch. */
void cx_claims_settle(struct cx_claim *claims, size_t count,
                      cx_longer_fn *longer, struct cx_arena *arena,
                      struct cx_arena *scratch);

#endif
