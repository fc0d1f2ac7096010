/* SPDX-License-Identifier: MIT */
/* cmark ends the whole program when it gets no memory. So it gets its memory
 * from an arena, which jumps out instead, leaving nothing behind. */
#include "load/parse.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "model/text.h"

/* A cmark_mem has no room for a context; hence the only mutable global of the
 * library, one for each thread. */
static _Thread_local struct cx_arena *source;

/* Stands before each piece, for realloc(). */
union piece {
    size_t size;
    max_align_t align;
};

static void *
get(size_t size)
{
    union piece *piece = cx_alloc(
        source, size > SIZE_MAX / 4 ? SIZE_MAX : size + sizeof *piece);
    piece->size = size;
    return piece + 1;
}

static void *
get_zeroed(size_t count, size_t size)
{
    return get(size > 0 && count > SIZE_MAX / size ? SIZE_MAX : count * size);
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
    return grown;
}

static void
keep(void *memory)
{
    (void)memory;
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

cmark_node *
cx_parse(struct cx_buffer *aside, const char *text, size_t size)
{
    static const cmark_mem memory = {get_zeroed, get_more, keep};
    source = aside->arena;
    cmark_parser *parser = cmark_parser_new_with_mem(
        CMARK_OPT_DEFAULT, (cmark_mem *)(uintptr_t)&memory);
    cmark_parser_feed(parser, text, size);
    cmark_node *root = cmark_parser_finish(parser);
    cmark_parser_free(parser);
    if (memmem(text, size, "&#", 2) != NULL)
        mend(root, aside);
    return root;
}

void
cx_parse_done(void)
{
    source = NULL;
}
