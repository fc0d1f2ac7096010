/* SPDX-License-Identifier: MIT */
/* The writer: all bytes arrive in order, and the first failure is the last
 * thing that its sink ever sees. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include <catex/writer.h>

enum { TOTAL = 200 * 1000 };

/* A sink of @room bytes that then fails with ENOSPC. */
struct sink {
    size_t room;
    size_t size;
    int calls_after_failure;
    int failed;
    char bytes[TOTAL];
};

static int
take(const void *bytes, size_t size, void *user_data)
{
    struct sink *sink = user_data;
    if (sink->failed)
        sink->calls_after_failure++;
    if (sink->size + size > sink->room) {
        sink->failed = 1;
        return ENOSPC;
    }
    memcpy(sink->bytes + sink->size, bytes, size);
    sink->size += size;
    return 0;
}

/* Byte i of what the tests write. */
static char
byte_at(size_t i)
{
    return (char)(i * 7 + i / 251);
}

/* TOTAL bytes in pieces of many sizes, below and above any buffer's. */
static void
write_pieces(struct catex_writer *writer)
{
    static const size_t sizes[] = {1, 13, 0, 255, 4096, 65535, 2, 65537, 700};
    char *bytes = malloc(TOTAL);
    assert_non_null(bytes);
    for (size_t i = 0; i < TOTAL; i++)
        bytes[i] = byte_at(i);
    size_t at = 0;
    for (size_t i = 0; at < TOTAL; i++) {
        size_t size = sizes[i % (sizeof sizes / sizeof *sizes)];
        if (size > TOTAL - at)
            size = TOTAL - at;
        if (size == 1)
            catex_putc(writer, bytes[at]);
        else
            catex_write(writer, bytes + at, size);
        at += size;
    }
    free(bytes);
}

static struct sink *
sink_new(size_t room)
{
    struct sink *sink = calloc(1, sizeof *sink);
    assert_non_null(sink);
    sink->room = room;
    return sink;
}

static void
bytes_arrive_in_order(void **state)
{
    (void)state;
    struct sink *sink = sink_new(TOTAL);
    struct catex_writer *writer = catex_writer_new(take, sink);
    assert_non_null(writer);
    write_pieces(writer);
    assert_int_equal(catex_writer_count(writer), TOTAL);
    assert_int_equal(catex_writer_flush(writer, "x", NULL), CATEX_OK);
    assert_int_equal(sink->size, TOTAL);
    for (size_t i = 0; i < TOTAL; i++)
        if (sink->bytes[i] != byte_at(i))
            fail_msg("byte %zu differs", i);
    catex_writer_free(writer);
    free(sink);
}

static void
first_failure_is_final(void **state)
{
    (void)state;
    for (size_t room = 0; room < TOTAL; room += 997) {
        struct sink *sink = sink_new(room);
        struct catex_writer *writer = catex_writer_new(take, sink);
        struct catex_error error = {0};
        assert_non_null(writer);
        write_pieces(writer);
        catex_printf(writer, "%d", 1);
        assert_int_equal(catex_writer_flush(writer, "out.csv", &error),
                         CATEX_ERR_OUTPUT);
        assert_int_equal(catex_writer_status(writer), CATEX_ERR_OUTPUT);
        catex_puts(writer, "more");
        assert_int_equal(catex_writer_flush(writer, "other", &error),
                         CATEX_ERR_OUTPUT);
        assert_int_equal(sink->calls_after_failure, 0);
        assert_string_equal(error.source, "out.csv");
        assert_non_null(strstr(error.text, strerror(ENOSPC)));
        catex_writer_free(writer);
        free(sink);
    }
}

static void
printf_of_any_length(void **state)
{
    (void)state;
    struct sink *sink = sink_new(TOTAL);
    struct catex_writer *writer = catex_writer_new(take, sink);
    assert_non_null(writer);
    size_t want = 0;
    for (int width = 250; width < 260; width++) {
        catex_printf(writer, "%*d", width, 5);
        want += (size_t)width;
    }
    catex_printf(writer, "%*d|", 9000, 6);
    want += 9001;
    assert_int_equal(catex_writer_flush(writer, "x", NULL), CATEX_OK);
    assert_int_equal(sink->size, want);
    assert_int_equal(sink->bytes[249], '5');
    assert_int_equal(sink->bytes[250], ' ');
    assert_memory_equal(sink->bytes + want - 2, "6|", 2);
    catex_writer_free(writer);
    free(sink);
}

static void
strings_of_json(void **state)
{
    (void)state;
    static const struct {
        const char *text, *plain, *in_html;
    } cases[] = {
        {"", "\"\"", "\"\""},
        {"caf\xC3\xA9", "\"caf\xC3\xA9\"", "\"caf\xC3\xA9\""},
        {"a\"b\\c\nd\te", "\"a\\\"b\\\\c\\nd\\te\"",
         "\"a\\\"b\\\\c\\nd\\te\""},
        {"\x01\x1f\x7f", "\"\\u0001\\u001f\x7f\"",
         "\"\\u0001\\u001f\x7f\""},
        {"</script>", "\"</script>\"", "\"\\u003c/script>\""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct sink *sink = sink_new(TOTAL);
        struct catex_writer *writer = catex_writer_new(take, sink);
        assert_non_null(writer);
        catex_write_json(writer, cases[i].text, 0);
        catex_write_json(writer, cases[i].text, 1);
        assert_int_equal(catex_writer_flush(writer, "x", NULL), CATEX_OK);
        char want[64];
        snprintf(want, sizeof want, "%s%s", cases[i].plain, cases[i].in_html);
        assert_int_equal(sink->size, strlen(want));
        assert_memory_equal(sink->bytes, want, sink->size);
        catex_writer_free(writer);
        free(sink);
    }
}

static void
full_disk_is_reported(void **state)
{
    (void)state;
    int fd = open("/dev/full", O_WRONLY);
    if (fd < 0)
        skip();
    struct catex_writer *writer = catex_writer_new_fd(fd);
    struct catex_error error = {0};
    assert_non_null(writer);
    catex_puts(writer, "a few bytes");
    assert_int_equal(catex_writer_status(writer), CATEX_OK);
    assert_int_equal(catex_writer_flush(writer, "full", &error),
                     CATEX_ERR_OUTPUT);
    assert_non_null(strstr(error.text, strerror(ENOSPC)));
    catex_writer_free(writer);
    close(fd);
}

static void
descriptor_stays_open(void **state)
{
    (void)state;
    int ends[2];
    char got[8] = "";
    assert_int_equal(pipe(ends), 0);
    struct catex_writer *writer = catex_writer_new_fd(ends[1]);
    assert_non_null(writer);
    catex_puts(writer, "abc");
    assert_int_equal(catex_writer_flush(writer, "pipe", NULL), CATEX_OK);
    catex_writer_free(writer);
    assert_int_equal(write(ends[1], "d", 1), 1);
    assert_int_equal(read(ends[0], got, sizeof got - 1), 4);
    assert_string_equal(got, "abcd");
    close(ends[0]);
    close(ends[1]);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bytes_arrive_in_order),
        cmocka_unit_test(first_failure_is_final),
        cmocka_unit_test(printf_of_any_length),
        cmocka_unit_test(strings_of_json),
        cmocka_unit_test(full_disk_is_reported),
        cmocka_unit_test(descriptor_stays_open),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
