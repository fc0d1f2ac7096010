/* SPDX-License-Identifier: MIT */
/* What a sentence says of a link in it. */
#ifndef CX_SENTENCE_H
#define CX_SENTENCE_H

#include <stddef.h>
#include <stdint.h>

/* The roles (enum catex_role) of a link whose own text says nothing, after the
 * words of @text: "The data can be downloaded from"; 0 where they tell none. */
uint32_t cx_roles_in_sentence(const char *text, size_t size);

#endif
