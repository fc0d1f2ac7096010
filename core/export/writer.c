/* SPDX-License-Identifier: MIT */
/* The writer: a buffer over a sink that remembers its first failure. */
#include <catex/writer.h>

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "export/export.h"

enum { CAPACITY = 64 * 1024 };

struct catex_writer {
    catex_sink_fn *sink;
    void *user_data;
    int fd;
    int failure; /* an errno value, 0 while all is well */
    int over;    /* it failed for the limit */
    uint64_t passed, most; /* bytes given to the sink; most: 0 is any */
    size_t size, end;      /* end: of the bytes that can be filled unasked */
    char bytes[CAPACITY];
};

struct catex_writer *
catex_writer_new(catex_sink_fn *sink, void *user_data)
{
    struct catex_writer *writer = cx_malloc(sizeof *writer);
    if (writer == NULL)
        return NULL;
    memset(writer, 0, offsetof(struct catex_writer, bytes));
    writer->end = CAPACITY;
    writer->sink = sink;
    writer->user_data = user_data;
    return writer;
}

static int
write_all(const void *bytes, size_t size, void *user_data)
{
    const struct catex_writer *writer = user_data;
    const char *at = bytes;
    while (size > 0) {
        ssize_t n = write(writer->fd, at, size);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return errno;
        at += n;
        size -= (size_t)n;
    }
    return 0;
}

struct catex_writer *
catex_writer_new_fd(int fd)
{
    struct catex_writer *writer = catex_writer_new(write_all, NULL);
    if (writer == NULL)
        return NULL;
    writer->fd = fd;
    writer->user_data = writer;
    return writer;
}

static void
push(struct catex_writer *writer, const void *bytes, size_t size)
{
    if (writer->failure == 0 && size > 0)
        writer->failure = writer->sink(bytes, size, writer->user_data);
}

/* Finds out how much fits before the buffer is full or the limit reached. */
static void
set_end(struct catex_writer *writer)
{
    uint64_t left = writer->most - writer->passed;
    writer->end = writer->most == 0 || left > CAPACITY ? CAPACITY : left;
}

void
cx_writer_limit(struct catex_writer *writer, uint64_t most)
{
    writer->most = most;
    set_end(writer);
}

int
cx_writer_is_over(const struct catex_writer *writer)
{
    return writer->over;
}

static void
overflow(struct catex_writer *writer, const void *bytes, size_t size)
{
    uint64_t count = writer->passed + writer->size + size;
    if (writer->most != 0 && count > writer->most) {
        writer->over = writer->over || writer->failure == 0;
        writer->failure = writer->failure == 0 ? EFBIG : writer->failure;
        return;
    }
    push(writer, writer->bytes, writer->size);
    writer->passed += writer->size;
    writer->size = 0;
    if (size >= CAPACITY) {
        push(writer, bytes, size);
        writer->passed += size;
    } else {
        memcpy(writer->bytes, bytes, size);
        writer->size = size;
    }
    set_end(writer);
}

void
catex_write(struct catex_writer *writer, const void *bytes, size_t size)
{
    if (size == 0)
        return;
    if (size <= writer->end - writer->size) {
        memcpy(writer->bytes + writer->size, bytes, size);
        writer->size += size;
        return;
    }
    overflow(writer, bytes, size);
}

void
catex_puts(struct catex_writer *writer, const char *text)
{
    catex_write(writer, text, strlen(text));
}

void
catex_putc(struct catex_writer *writer, char c)
{
    if (writer->size < writer->end)
        writer->bytes[writer->size++] = c;
    else
        overflow(writer, &c, 1);
}

/* Bytes that cannot stand for themselves in a string of JSON: 1 in none, 2 in
 * none that goes into HTML. */
static const unsigned char json_special[256] = {
    [0] = 1,  1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    [16] = 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    ['"'] = 1, ['\\'] = 1, ['<'] = 2};

/* Where the first of them is in @text, else @end. */
static const char *
find_special(const char *text, const char *end, unsigned char mask)
{
    const uint64_t ones = UINT64_C(0x0101010101010101), high = 0x80 * ones;
    /* Eight at a time: a byte's high bit is set in @odd if it is less than
     * 0x20, or becomes 0 when one of the signs is taken from it. */
    for (; end - text >= 8; text += 8) {
        uint64_t word, odd;
        memcpy(&word, text, 8);
        odd = (word - 0x20 * ones) | ((word ^ '"' * ones) - ones) |
              ((word ^ '\\' * ones) - ones) | ((word ^ '<' * ones) - ones);
        if ((odd & ~word & high) != 0)
            break;
    }
    while (text < end && !(json_special[(unsigned char)*text] & mask))
        text++;
    return text;
}

static void
escape_json(struct catex_writer *writer, char c)
{
    static const char digits[] = "0123456789abcdef";
    char escape[] = {'\\', c, '0', '0', digits[c >> 4 & 15], digits[c & 15]};
    size_t size = 2;
    if (c == '\n')
        escape[1] = 'n';
    else if (c == '\t')
        escape[1] = 't';
    else if (c != '"' && c != '\\') {
        escape[1] = 'u';
        size = sizeof escape;
    }
    catex_write(writer, escape, size);
}

void
catex_write_json(struct catex_writer *writer, const char *text, int in_html)
{
    const unsigned char mask = in_html ? 1 | 2 : 1;
    const char *end = text + strlen(text);
    const char *at = find_special(text, end, mask);
    size_t size = (size_t)(end - text);
    if (at == end && size + 2 <= writer->end - writer->size) {
        char *to = writer->bytes + writer->size;
        to[0] = '"';
        memcpy(to + 1, text, size);
        to[size + 1] = '"';
        writer->size += size + 2;
        return;
    }
    catex_putc(writer, '"');
    for (;; at = find_special(text, end, mask)) {
        catex_write(writer, text, (size_t)(at - text));
        if (at == end)
            break;
        escape_json(writer, *at);
        text = at + 1;
    }
    catex_putc(writer, '"');
}

void
catex_printf(struct catex_writer *writer, const char *format, ...)
{
    char small[256];
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int size = vsnprintf(small, sizeof small, format, args);
    va_end(args);
    if (size >= 0 && (size_t)size < sizeof small) {
        catex_write(writer, small, (size_t)size);
    } else {
        char *large = size < 0 ? NULL : cx_malloc((size_t)size + 1);
        if (large == NULL) {
            writer->failure = ENOMEM;
        } else {
            vsnprintf(large, (size_t)size + 1, format, again);
            catex_write(writer, large, (size_t)size);
            cx_free(large);
        }
    }
    va_end(again);
}

int
catex_writer_status(const struct catex_writer *writer)
{
    return writer->failure == 0 ? CATEX_OK : CATEX_ERR_OUTPUT;
}

uint64_t
catex_writer_count(const struct catex_writer *writer)
{
    return writer->passed + writer->size;
}

int
catex_writer_flush(struct catex_writer *writer, const char *target,
                   struct catex_error *error)
{
    push(writer, writer->bytes, writer->size);
    writer->passed += writer->size;
    writer->size = 0;
    set_end(writer);
    if (writer->failure == 0)
        return CATEX_OK;
    return catex_error_set(error, CATEX_ERR_OUTPUT, target, 0,
                           "cannot be written: %s",
                           strerror(writer->failure));
}

void
catex_writer_free(struct catex_writer *writer)
{
    cx_free(writer);
}
