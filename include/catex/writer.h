/* SPDX-License-Identifier: MIT */
/**
 * The writer: where an exporter puts its bytes. It is sticky: after the first
 * failure every call does nothing, so that an exporter writes straight on and
 * the host asks once at the end.
 */
#ifndef CATEX_WRITER_H
#define CATEX_WRITER_H

#include <stddef.h>
#include <stdint.h>

#include <catex/attributes.h>
#include <catex/error.h>

CATEX_BEGIN

struct catex_writer;

/** Each takes bytes for the output: @size of them, a text, one, or what
 * printf() makes of @format (whole numbers only: the point of a fraction
 * depends on the locale). */
CATEX_PUBLIC void catex_write(struct catex_writer *writer, const void *bytes,
                              size_t size);
CATEX_PUBLIC void catex_puts(struct catex_writer *writer, const char *text);
CATEX_PUBLIC void catex_putc(struct catex_writer *writer, char c);
CATEX_PUBLIC void catex_printf(struct catex_writer *writer, const char *format,
                               ...) CATEX_PRINTF(2, 3);

/** Writes @text, valid UTF-8, as a string of JSON (RFC 8259, section 7), in its
 * quotes. @in_html: "<" is escaped, too, so that no text can end the <script>
 * that the JSON is put into. */
CATEX_PUBLIC void catex_write_json(struct catex_writer *writer,
                                   const char *text, int in_html);

/** CATEX_OK, or the first failure. */
CATEX_PUBLIC int catex_writer_status(const struct catex_writer *writer);

/** Bytes taken so far. */
CATEX_PUBLIC uint64_t catex_writer_count(const struct catex_writer *writer);

/* For hosts. */

/** Takes @size bytes, all of them, or returns an errno value. */
typedef int catex_sink_fn(const void *bytes, size_t size, void *user_data);

/** A writer over @sink, or NULL without memory. It collects bytes and calls
 * @sink with large pieces. */
CATEX_PUBLIC struct catex_writer *catex_writer_new(catex_sink_fn *sink,
                                                   void *user_data);

/** A writer to the open descriptor @fd, which stays the caller's to close. */
CATEX_PUBLIC struct catex_writer *catex_writer_new_fd(int fd);

/** Hands the last bytes to the sink. On failure @error names @target. */
CATEX_PUBLIC int catex_writer_flush(struct catex_writer *writer,
                                    const char *target,
                                    struct catex_error *error);

/** Frees @writer without flushing. NULL is fine. */
CATEX_PUBLIC void catex_writer_free(struct catex_writer *writer);

CATEX_END

#endif
