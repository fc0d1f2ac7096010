/* SPDX-License-Identifier: MIT */
/* From a text to a pointer: ids, DOIs, URLs. Its order is never visible, and
 * its hash is keyed by chance, so that no input can make it slow. */
#ifndef CX_INDEX_H
#define CX_INDEX_H

#include <stdint.h>

#include "model/arena.h"

struct cx_index_node;

/* Zeroed, with the arena its nodes come from; keys are borrowed. */
struct cx_index {
    struct cx_index_node *root;
    struct cx_arena *arena;
    uint64_t key[2]; /* of the hash */
};

/* The place of @key's value, made (NULL in it) if it is new. */
void **cx_index_at(struct cx_index *index, const char *key);

/* The value of @key, or NULL. */
void *cx_index_get(const struct cx_index *index, const char *key);

#endif
