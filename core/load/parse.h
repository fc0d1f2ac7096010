/* SPDX-License-Identifier: MIT */
/* cmark, with memory from an arena. */
#ifndef CX_PARSE_H
#define CX_PARSE_H

#include <cmark.h>

#include <stdint.h>

#include "model/arena.h"

/* Parses @text. The tree, and all that cmark makes while it is walked, comes
 * from the arena of @aside, a buffer for texts in the making, and goes with
 * it; without memory this goes where that says. The tree's texts keep the
 * model's rule.
 * Each has its cx_parse_done(), the later one first, before its arena is gone;
 * one too many does nothing. */
cmark_node *cx_parse(struct cx_buffer *aside, const char *text, size_t size);
/* The character that "&eacute;" or the like stands for, or 0; within a parse. */
uint32_t cx_parse_entity(const char *text, size_t size);
void cx_parse_done(const struct cx_arena *arena);

#endif
