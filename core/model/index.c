/* SPDX-License-Identifier: MIT */
/* The index is a trie over the bits of a SipHash. */
#include "model/index.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <sys/auxv.h>

struct cx_index_node {
    struct cx_index_node *child[4];
    const char *key;
    uint64_t hash;
    void *value;
};

static uint64_t
rotate(uint64_t x, int bits)
{
    return x << bits | x >> (64 - bits);
}

static void
mix(uint64_t v[4])
{
    v[0] += v[1];
    v[2] += v[3];
    v[1] = rotate(v[1], 13) ^ v[0];
    v[3] = rotate(v[3], 16) ^ v[2];
    v[0] = rotate(v[0], 32);
    v[2] += v[1];
    v[0] += v[3];
    v[1] = rotate(v[1], 17) ^ v[2];
    v[3] = rotate(v[3], 21) ^ v[0];
    v[2] = rotate(v[2], 32);
}

/* The bytes of chance that the system gives each process. */
static void
seed(uint64_t key[2])
{
    static const uint64_t none[2];
    uintptr_t at = (uintptr_t)getauxval(AT_RANDOM);
    memcpy(key, at == 0 ? (const void *)none : (const void *)at, sizeof none);
}

/* SipHash-1-3. The order of bytes in a word is the machine's: no hash is ever
 * seen. */
static uint64_t
hash(const uint64_t key[2], const char *text)
{
    uint64_t word;
    uint64_t v[4] = {
        key[0] ^ UINT64_C(0x736f6d6570736575),
        key[1] ^ UINT64_C(0x646f72616e646f6d),
        key[0] ^ UINT64_C(0x6c7967656e657261),
        key[1] ^ UINT64_C(0x7465646279746573),
    };
    size_t size = strlen(text), at = 0;
    for (; size - at >= 8; at += 8) {
        memcpy(&word, text + at, 8);
        v[3] ^= word;
        mix(v);
        v[0] ^= word;
    }
    word = (uint64_t)size << 56;
    for (size_t i = 0; at + i < size; i++)
        word |= (uint64_t)(unsigned char)text[at + i] << 8 * i;
    v[3] ^= word;
    mix(v);
    v[0] ^= word;
    v[2] ^= 0xFF;
    mix(v);
    mix(v);
    mix(v);
    return v[0] ^ v[1] ^ v[2] ^ v[3];
}

static bool
is_at(const struct cx_index_node *node, uint64_t hash, const char *key)
{
    return node->hash == hash && strcmp(node->key, key) == 0;
}

void **
cx_index_at(struct cx_index *index, const char *key)
{
    struct cx_index_node **at = &index->root;
    if (index->root == NULL)
        seed(index->key);
    const uint64_t whole = hash(index->key, key);
    /* Equal hashes of different keys make a chain through child 0. */
    for (uint64_t h = whole; *at != NULL; at = &(*at)->child[h >> 62], h <<= 2)
        if (is_at(*at, whole, key))
            return &(*at)->value;
    *at = cx_alloc(index->arena, sizeof **at);
    if (*at == NULL)
        return NULL;
    (*at)->key = key;
    (*at)->hash = whole;
    return &(*at)->value;
}

void *
cx_index_get(const struct cx_index *index, const char *key)
{
    const struct cx_index_node *node = index->root;
    if (node == NULL)
        return NULL;
    const uint64_t whole = hash(index->key, key);
    for (uint64_t h = whole; node != NULL; h <<= 2) {
        if (is_at(node, whole, key))
            return node->value;
        node = node->child[h >> 62];
    }
    return NULL;
}
