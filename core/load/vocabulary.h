/* SPDX-License-Identifier: MIT */
/* The tables behind words.c and access.c. Phrases are folded: lower case, words parted by
 * one space. */
#ifndef CX_VOCABULARY_H
#define CX_VOCABULARY_H

#include <stddef.h>
#include <stdint.h>

/* What a phrase may be beside a role (enum catex_role); words.h says more of
 * each. */
enum cx_meaning {
    CX_ROLES = 0xFFF,    /* all the roles */
    CX_KEY = 1 << 12,    /* a property of a dataset */
    CX_LINK_KEY = 1 << 13, /* the last word of a key that names a link */
    CX_FILLER = 1 << 14, /* the text of a link, which says nothing */
    CX_PLACE = 1 << 15,  /* where data lie: it stands for a link below a
                            dataset, for itself in a list of places */
    CX_MATTER = 1 << 16, /* a heading over no entries */
    CX_TOPIC = 1 << 17,  /* … which may name a topic as well, where sections
                            or a table of entries stand below it, or it below
                            a section */
    CX_CONTENTS = 1 << 18, /* … which is a table of contents */
    CX_AND_SO_ON = 1 << 19,
    CX_NAME_KEY = 1 << 20,
    CX_NAME_COLUMN = 1 << 21,
    CX_TEXT_COLUMN = 1 << 22
};

/* Filled up with NUL, so that its first eight bytes compare as one number. */
struct cx_phrase {
    char phrase[36];
    uint32_t meaning; /* of enum catex_role, cx_meaning */
};

extern const struct cx_phrase cx_phrases[];
extern const size_t cx_phrase_count;
extern const char *const cx_matter_starts[]; /* NULL-ended */

/* access-phrases.c: what states a condition of access. */
struct cx_access_phrase {
    char phrase[52];
    uint32_t access; /* of enum catex_access */
};

extern const struct cx_access_phrase cx_access_phrases[];
extern const size_t cx_access_phrase_count;

#endif
