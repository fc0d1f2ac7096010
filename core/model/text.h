/* SPDX-License-Identifier: MIT */
/* The model's rule for text: valid UTF-8 without control characters but
 * newline and tab, and without U+FFFE and U+FFFF, which no XML can carry. */
#ifndef CX_TEXT_H
#define CX_TEXT_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include "model/arena.h"

/* The bytes of the character at @text (at most @size), which goes to
 * @ret_char; 0 where there is no valid UTF-8. */
int cx_utf8_decode(const char *text, size_t size, uint32_t *ret_char);

/* Bytes written to @out, which holds 4. */
int cx_utf8_encode(uint32_t c, char *out);

/* Whether the rule allows the character @c. */
int cx_char_valid(uint32_t c);

/* How many bytes from the start of @text keep the rule. */
size_t cx_text_valid(const char *text, size_t size);

/* Appends @text to @out with U+FFFD in place of each byte or character that
 * breaks the rule, and returns how many there were. CR LF and CR become LF. */
size_t cx_text_clean(struct cx_buffer *out, const char *text, size_t size);

/* Whether @text is one of @words, which blanks part, whatever the case of
 * either; an empty one is none. */
int cx_is_among(const char *text, size_t size, const char *words);

/* Whether there are no letters beyond ASCII. */
int cx_is_ascii(const char *text, size_t size);

/* How many bytes of @text stay whole characters of at most @most bytes. */
size_t cx_text_clip(const char *text, size_t size, size_t most);

/* vsnprintf() for messages, which stay one line of valid text: a character
 * that was cut at the end goes, any other that breaks the rule becomes "?",
 * line ends and tabs a blank. */
void cx_text_format(char *out, size_t size, const char *format, va_list args)
    __attribute__((format(printf, 3, 0)));

#endif
