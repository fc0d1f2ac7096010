/* SPDX-License-Identifier: MIT */
/* Memory that is given back all at once. All memory of libcatex comes from
 * cx_malloc() and cx_realloc(), directly or through an arena. */
#ifndef CX_ARENA_H
#define CX_ARENA_H

#include <setjmp.h>
#include <stddef.h>

void *cx_malloc(size_t size);
void *cx_realloc(void *old, size_t size);
void cx_free(void *memory);

struct cx_chunk;

struct cx_arena {
    struct cx_chunk *chunks; /* the one in use first */
    char *at, *end;
    size_t total; /* bytes taken from the system */
    /* Where to go when the system gives no memory: code that fills an arena
     * sets this once instead of checking each call. NULL: return NULL. */
    jmp_buf *no_memory;
};

/* Zeroed and aligned for any type; and not zeroed. */
void *cx_alloc(struct cx_arena *arena, size_t size);
void *cx_alloc_bare(struct cx_arena *arena, size_t size);
/* A copy that ends in NUL. */
char *cx_strndup(struct cx_arena *arena, const char *text, size_t size);
char *cx_strdup(struct cx_arena *arena, const char *text);
/* NULL stays NULL. */
char *cx_printf(struct cx_arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* Gives all memory back but one chunk, for the next round. */
void cx_arena_reset(struct cx_arena *arena);
void cx_arena_done(struct cx_arena *arena);

/* Calls @work with an arena of its own, which is gone when this returns. Where
 * @arena or that one gets no memory, this goes where @arena says. */
void cx_arena_within(struct cx_arena *arena,
                     void (*work)(struct cx_arena *scratch, void *data),
                     void *data);

/* A text that grows; `arena` says where to go without memory. */
struct cx_buffer {
    char *bytes; /* ends in NUL once anything was added; else NULL */
    size_t size, capacity;
    struct cx_arena *arena;
};

void cx_buffer_add(struct cx_buffer *buffer, const char *bytes, size_t size);
void cx_buffer_puts(struct cx_buffer *buffer, const char *text);
void cx_buffer_putc(struct cx_buffer *buffer, char c);
void cx_buffer_clear(struct cx_buffer *buffer);
void cx_buffer_done(struct cx_buffer *buffer);

/* A member list is a chain with a pointer to its last link: cx_append(&tail,
 * item) where `struct x **tail = &owner->list`. */
#define cx_append(tail, item)       \
    do {                            \
        **(tail) = (item);          \
        *(tail) = &(item)->next;    \
    } while (0)

#endif
