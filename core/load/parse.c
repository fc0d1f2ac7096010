/* SPDX-License-Identifier: MIT */
/* cmark ends the whole program when it gets no memory. So it gets its memory
 * from an arena, which jumps out instead, leaving nothing behind. What cmark
 * gives back is kept for the next time that it asks for as much. */
#include "load/parse.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "model/text.h"

/* Stands before each piece: how large it is, or the next spare one. */
union piece {
    size_t size;
    union piece *next;
    double align; /* as much as cmark's structs ask for */
};

/* Sizes are multiples of STEP up to SMALL, and powers of two above, up to
 * MOST: 64 kinds in all. */
enum { STEP = 16, SMALL = 512, KINDS = 64, BLOCK = 32 * 1024 };
#define MOST (SIZE_MAX / 8 < UINT64_C(1) << 40 ? SIZE_MAX / 8 \
                                               : UINT64_C(1) << 40)

struct source {
    struct cx_arena *arena;
    char *at, *end; /* what new pieces are cut from */
    union piece *spare[KINDS];
    uint64_t kinds; /* a bit for each kind that there are spare pieces of */
    struct source *outer;
};

/* A cmark_mem has no room for a context; hence the only mutable global of the
 * library, one for each thread. What loads a list while it is told of another
 * has an outer one. */
static _Thread_local struct source *source;

/* Rounds @size up to that of its kind. */
static int
kind_of(size_t *size)
{
    if (*size <= SMALL) {
        *size = *size == 0 ? STEP : (*size + STEP - 1) / STEP * (size_t)STEP;
        return (int)(*size / STEP) - 1;
    }
    int kind = SMALL / STEP;
    size_t whole = 2 * (size_t)SMALL;
    for (; whole < *size; whole *= 2)
        kind++;
    *size = whole;
    return kind;
}

static union piece *
take_spare(int kind)
{
    union piece *piece = source->spare[kind];
    source->spare[kind] = piece->next;
    if (source->spare[kind] == NULL)
        source->kinds &= ~(UINT64_C(1) << kind);
    return piece;
}

/* Finds room for a new piece of @whole bytes: in the largest spare one, since
 * cmark gives back the text of a paragraph before it makes the nodes of the
 * next, or in a new block. */
static void
find_room(size_t whole)
{
    int kind = KINDS - 1;
    while (kind >= 0 && !(source->kinds >> kind & 1))
        kind--;
    size_t size = kind < 0 ? 0
                  : kind < SMALL / STEP
                      ? ((size_t)kind + 1) * STEP
                      : (size_t)SMALL << (kind - SMALL / STEP + 1);
    if (size >= whole) {
        source->at = (char *)take_spare(kind);
        source->end = source->at + sizeof(union piece) + size;
    } else {
        size = whole < BLOCK ? BLOCK : whole;
        source->at = cx_alloc_bare(source->arena, size);
        source->end = source->at + size;
    }
}

static void *
get(size_t size)
{
    if (size > MOST)
        return cx_alloc(source->arena, SIZE_MAX);
    int kind = kind_of(&size);
    union piece *piece;
    if (source->spare[kind] != NULL) {
        piece = take_spare(kind);
    } else {
        size_t whole = sizeof *piece + size;
        if ((size_t)(source->end - source->at) < whole)
            find_room(whole);
        piece = (union piece *)source->at;
        source->at += whole;
    }
    piece->size = size;
    return piece + 1;
}

static void
keep(void *memory)
{
    if (memory == NULL)
        return;
    union piece *piece = (union piece *)memory - 1;
    int kind = kind_of(&piece->size);
    piece->next = source->spare[kind];
    source->spare[kind] = piece;
    source->kinds |= UINT64_C(1) << kind;
}

static void *
get_zeroed(size_t count, size_t size)
{
    if (size > 0 && count > MOST / size)
        return get(SIZE_MAX);
    return memset(get(count * size), 0, count * size);
}

static void *
get_more(void *old, size_t size)
{
    size_t before = old == NULL ? 0 : ((union piece *)old - 1)->size;
    if (size <= before)
        return old;
    void *grown = get(size);
    if (before > 0)
        memcpy(grown, old, before);
    keep(old);
    return grown;
}

/* @text, or a copy without what &#27; and the like put in. */
static const char *
clean(struct cx_buffer *buffer, const char *text)
{
    size_t size = text == NULL ? 0 : strlen(text);
    if (size == 0 || cx_text_valid(text, size) == size)
        return text;
    cx_buffer_clear(buffer);
    cx_text_clean(buffer, text, size);
    return buffer->bytes;
}

/* References to characters bring in what the text itself must not hold. */
static void
mend(cmark_node *root, struct cx_buffer *buffer)
{
    cmark_iter *iter = cmark_iter_new(root);
    while (cmark_iter_next(iter) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(iter);
        const char *text = cmark_node_get_literal(node),
                   *url = cmark_node_get_url(node),
                   *title = cmark_node_get_title(node),
                   *info = cmark_node_get_fence_info(node), *better;
        if ((better = clean(buffer, text)) != text)
            cmark_node_set_literal(node, better);
        if ((better = clean(buffer, url)) != url)
            cmark_node_set_url(node, better);
        if ((better = clean(buffer, title)) != title)
            cmark_node_set_title(node, better);
        if ((better = clean(buffer, info)) != info)
            cmark_node_set_fence_info(node, better);
    }
    cmark_iter_free(iter);
}

static bool
holds_reference(const char *text, size_t size)
{
    const char *end = text + size;
    while ((text = memchr(text, '&', (size_t)(end - text))) != NULL)
        if (++text < end && *text == '#')
            return true;
    return false;
}

static const cmark_mem memory = {get_zeroed, get_more, keep};

static cmark_node *
parse(const char *text, size_t size)
{
    cmark_parser *parser = cmark_parser_new_with_mem(
        CMARK_OPT_DEFAULT, (cmark_mem *)(uintptr_t)&memory);
    cmark_parser_feed(parser, text, size);
    cmark_node *root = cmark_parser_finish(parser);
    cmark_parser_free(parser);
    return root;
}

cmark_node *
cx_parse(struct cx_buffer *aside, const char *text, size_t size)
{
    struct source *mine = cx_alloc(aside->arena, sizeof *mine);
    mine->arena = aside->arena;
    mine->outer = source;
    source = mine;
    cmark_node *root = parse(text, size);
    if (holds_reference(text, size))
        mend(root, aside);
    return root;
}

uint32_t
cx_parse_entity(const char *text, size_t size)
{
    cmark_node *root = parse(text, size), *node = root;
    while (node != NULL && cmark_node_get_type(node) != CMARK_NODE_TEXT)
        node = cmark_node_first_child(node);
    const char *said = node == NULL ? "" : cmark_node_get_literal(node);
    size_t bytes = strlen(said);
    uint32_t c = 0;
    if ((size_t)cx_utf8_decode(said, bytes, &c) != bytes || c == '&')
        c = 0;
    cmark_node_free(root);
    return c;
}

void
cx_parse_done(const struct cx_arena *arena)
{
    if (source != NULL && source->arena == arena)
        source = source->outer;
}
