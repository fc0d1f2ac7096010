/* SPDX-License-Identifier: MIT */
/* Phrases as the vocabulary has them: lower case, runs of anything that is
 * neither a letter nor a digit as one blank. */
#ifndef CX_PHRASE_H
#define CX_PHRASE_H

#include <stddef.h>
#include <stdint.h>

#include "load/vocabulary.h"

enum { CX_FOLDED_MOST = 64 }; /* bytes; no known phrase has as many */

/* Eight bytes can be read from any place within the text. */
struct cx_folded {
    char text[CX_FOLDED_MOST + 12];
    size_t size; /* 0: empty, or too long to be known */
};

void cx_fold(const char *text, size_t size, struct cx_folded *ret);

/* Folds the part of @label from *@from on: "A and B", "A & B", "A / B", "A, B"
 * have two. Moves *@from behind it, to size + 1 at the end. */
void cx_fold_part(const char *label, size_t size, size_t *from,
                  struct cx_folded *ret);

/* All that @phrase, within a cx_folded, means (enum cx_meaning, catex_role); 0:
 * it is unknown. */
uint32_t cx_meaning_of(const char *phrase, size_t size);

/* The first of the known phrases that does not come before those that begin
 * with @start, within a cx_folded. */
const struct cx_phrase *cx_first_phrase(const char *start, size_t size);

#endif
