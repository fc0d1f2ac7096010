/* SPDX-License-Identifier: MIT */
/* The arena, the growing buffer, and the one place that asks for memory. */
#include "model/arena.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ALIGN = 16, FIRST_CHUNK = 16 * 1024, LARGEST_CHUNK = 1024 * 1024 };

struct cx_chunk {
    struct cx_chunk *next;
    size_t size; /* of the bytes behind the header */
};
#define HEADER ((sizeof(struct cx_chunk) + ALIGN - 1) / ALIGN * ALIGN)

void *
cx_malloc(size_t size)
{
    return malloc(size);
}

void *
cx_realloc(void *old, size_t size)
{
    return realloc(old, size);
}

void
cx_free(void *memory)
{
    free(memory);
}

static void *
give_up(struct cx_arena *arena)
{
    if (arena != NULL && arena->no_memory != NULL)
        longjmp(*arena->no_memory, 1);
    return NULL;
}

static int
add_chunk(struct cx_arena *arena, size_t least)
{
    size_t size = arena->total < FIRST_CHUNK ? FIRST_CHUNK : arena->total;
    if (size > LARGEST_CHUNK)
        size = LARGEST_CHUNK;
    if (size < least)
        size = least;
    struct cx_chunk *chunk = size > SIZE_MAX - HEADER
                                 ? NULL : cx_malloc(HEADER + size);
    if (chunk == NULL)
        return 0;
    chunk->size = size;
    chunk->next = arena->chunks;
    arena->chunks = chunk;
    arena->at = (char *)chunk + HEADER;
    arena->end = arena->at + size;
    arena->total += size;
    return 1;
}

/* Bytes without alignment or content. */
static char *
take(struct cx_arena *arena, size_t size)
{
    if ((size_t)(arena->end - arena->at) < size && !add_chunk(arena, size))
        return give_up(arena);
    char *memory = arena->at;
    arena->at += size;
    return memory;
}

void *
cx_alloc_bare(struct cx_arena *arena, size_t size)
{
    size_t gap = (ALIGN - (uintptr_t)arena->at % ALIGN) % ALIGN;
    if (size > SIZE_MAX / 2)
        return give_up(arena);
    if ((size_t)(arena->end - arena->at) < gap + size) {
        if (!add_chunk(arena, size))
            return give_up(arena);
        gap = 0; /* chunks begin aligned */
    }
    arena->at += gap;
    return take(arena, size);
}

void *
cx_alloc(struct cx_arena *arena, size_t size)
{
    void *memory = cx_alloc_bare(arena, size);
    return memory == NULL ? NULL : memset(memory, 0, size);
}

char *
cx_strndup(struct cx_arena *arena, const char *text, size_t size)
{
    char *copy = size > SIZE_MAX / 2 ? give_up(arena) : take(arena, size + 1);
    if (copy == NULL)
        return NULL;
    if (size > 0)
        memcpy(copy, text, size);
    copy[size] = '\0';
    return copy;
}

char *
cx_strdup(struct cx_arena *arena, const char *text)
{
    return text == NULL ? NULL : cx_strndup(arena, text, strlen(text));
}

char *
cx_printf(struct cx_arena *arena, const char *format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    /* Mostly there is room for it where the arena is. */
    char *text = arena->at;
    size_t room = (size_t)(arena->end - text);
    int size = vsnprintf(text, room, format, args);
    va_end(args);
    if (size < 0) {
        text = give_up(arena);
    } else if ((size_t)size < room) {
        arena->at += size + 1;
    } else {
        text = take(arena, (size_t)size + 1);
        if (text != NULL)
            vsnprintf(text, (size_t)size + 1, format, again);
    }
    va_end(again);
    return text;
}

static void
free_chunks(struct cx_chunk *chunk)
{
    while (chunk != NULL) {
        struct cx_chunk *next = chunk->next;
        cx_free(chunk);
        chunk = next;
    }
}

void
cx_arena_reset(struct cx_arena *arena)
{
    struct cx_chunk *kept = arena->chunks;
    if (kept == NULL)
        return;
    free_chunks(kept->next);
    kept->next = NULL;
    arena->at = (char *)kept + HEADER;
    arena->end = arena->at + kept->size;
    arena->total = kept->size;
}

void
cx_arena_done(struct cx_arena *arena)
{
    free_chunks(arena->chunks);
    arena->chunks = NULL;
    arena->at = arena->end = NULL;
    arena->total = 0;
}

static int
work_within(struct cx_arena *arena, struct cx_arena *scratch,
            void (*work)(struct cx_arena *, void *), void *data)
{
    jmp_buf no_memory;
    arena->no_memory = scratch->no_memory = &no_memory;
    if (setjmp(no_memory) != 0)
        return 0;
    work(scratch, data);
    return 1;
}

void
cx_arena_within(struct cx_arena *arena,
                void (*work)(struct cx_arena *scratch, void *data), void *data)
{
    struct cx_arena scratch = {0};
    jmp_buf *outer = arena->no_memory;
    int done = work_within(arena, &scratch, work, data);
    arena->no_memory = outer;
    cx_arena_done(&scratch);
    if (!done)
        give_up(arena);
}

void
cx_buffer_add(struct cx_buffer *buffer, const char *bytes, size_t size)
{
    if (buffer->capacity - buffer->size <= size) {
        size_t capacity = buffer->capacity < 64 ? 128 : buffer->capacity * 2;
        if (capacity - buffer->size <= size)
            capacity = buffer->size + size + 1;
        char *grown = cx_realloc(buffer->bytes, capacity);
        if (grown == NULL) {
            give_up(buffer->arena);
            return;
        }
        buffer->bytes = grown;
        buffer->capacity = capacity;
    }
    if (size > 0)
        memcpy(buffer->bytes + buffer->size, bytes, size);
    buffer->size += size;
    buffer->bytes[buffer->size] = '\0';
}

void
cx_buffer_puts(struct cx_buffer *buffer, const char *text)
{
    cx_buffer_add(buffer, text, strlen(text));
}

void
cx_buffer_putc(struct cx_buffer *buffer, char c)
{
    cx_buffer_add(buffer, &c, 1);
}

void
cx_buffer_clear(struct cx_buffer *buffer)
{
    buffer->size = 0;
    if (buffer->bytes != NULL)
        buffer->bytes[0] = '\0';
}

void
cx_buffer_done(struct cx_buffer *buffer)
{
    cx_free(buffer->bytes);
    buffer->bytes = NULL;
    buffer->size = buffer->capacity = 0;
}
