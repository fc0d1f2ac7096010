/* SPDX-License-Identifier: MIT */
/* What a byte of a text is by itself, in any locale. */
#ifndef CX_BYTE_H
#define CX_BYTE_H

#include <stdbool.h>

enum cx_byte {
    CX_UPPER = 1, /* of ASCII, as the next three */
    CX_LOWER = 2,
    CX_LETTER = CX_UPPER | CX_LOWER,
    CX_DIGIT = 4,
    CX_ALNUM = CX_LETTER | CX_DIGIT,
    CX_WIDE = 8, /* in a character of several bytes */
    CX_HEX = 16
};

extern const unsigned char cx_bytes[256];

/* Letters small, digits as they are, a blank for signs; CX_FOLDED_WIDE for
 * what is part of a character of several bytes. */
enum { CX_FOLDED_WIDE = 1 };
extern const char cx_folds[256];

/* Whether @c is one of @kinds. */
static inline bool
cx_byte_is(char c, int kinds)
{
    return (cx_bytes[(unsigned char)c] & kinds) != 0;
}

static inline char
cx_lower(char c)
{
    return cx_byte_is(c, CX_UPPER) ? (char)(c | 0x20) : c;
}

#endif
