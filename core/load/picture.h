/* SPDX-License-Identifier: MIT */
/* What pictures say. */
#ifndef CX_PICTURE_H
#define CX_PICTURE_H

#include <stdbool.h>

#include "model/arena.h"

/* What the picture at @url (or NULL) says: its description, which is @text of
 * @size bytes, or, where that is empty, the words that a badge of shields.io
 * has in its address. */
const char *cx_picture_text(struct cx_arena *arena, const char *text,
                            size_t *size, const char *url);

/* Whether the picture at @url (or NULL) is a badge of shields.io with a number
 * of the day, as a repository's stars, whatever it is said to show. */
bool cx_is_live_badge(const char *url);

#endif
