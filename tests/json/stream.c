/* SPDX-License-Identifier: MIT */
/* NDJSON as a stream: the same records as at once, from a file and from a
 * pipe that gives a byte at a time, and no more memory than one needs. */
#include "load.h"

#include <pthread.h>
#include <sys/resource.h>

static const char header[] =
    "{\"format\": \"catex-catalog\", \"version\": 1, \"catalog\": {\"title\": "
    "\"T\"}, \"sections\": [{\"id\": \"s\", \"title\": \"S\"}]}\n";

struct feed {
    int fd;
    size_t records;
    size_t piece; /* bytes per write, 0: whole records */
};

static void *
feed(void *data)
{
    struct feed *feed = data;
    char line[600];
    dprintf(feed->fd, "%s", header);
    for (size_t i = 0; i < feed->records; i++) {
        int size = snprintf(line, sizeof line,
                            "{\"id\": \"r%zu\", \"title\": \"Title %zu\", "
                            "\"sections\": [\"s\"], \"description\": "
                            "\"%0200d\"}\n", i, i, 7);
        size_t piece = feed->piece == 0 ? (size_t)size : feed->piece;
        for (size_t at = 0; at < (size_t)size; at += piece) {
            size_t n = (size_t)size - at < piece ? (size_t)size - at : piece;
            if (write(feed->fd, line + at, n) < 0)
                break;
        }
    }
    close(feed->fd);
    return NULL;
}

static size_t
count_records(size_t records, size_t piece)
{
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    struct feed source = {ends[1], records, piece};
    pthread_t thread;
    assert_int_equal(pthread_create(&thread, NULL, feed, &source), 0);
    struct catex_load_options options = {.size = sizeof options};
    struct catex_stream *stream;
    struct catex_error error = {0};
    assert_int_equal(catex_stream_open_fd(ends[0], &options, &stream, &error),
                     CATEX_OK);
    const struct catex_catalog *catalog = catex_stream_catalog(stream);
    assert_string_equal(catalog->title, "T");
    assert_null(catalog->records);
    size_t count = 0;
    const struct catex_record *record;
    char id[40];
    for (;;) {
        assert_int_equal(catex_stream_next(stream, &record, &error), CATEX_OK);
        if (record == NULL)
            break;
        snprintf(id, sizeof id, "r%zu", count++);
        assert_string_equal(record->id, id);
        assert_ptr_equal(record->sections->section, catalog->sections);
    }
    catex_stream_close(stream);
    pthread_join(thread, NULL);
    close(ends[0]);
    return count;
}

static void
all_records_come_in_order(void **state)
{
    (void)state;
    assert_int_equal(count_records(0, 0), 0);
    assert_int_equal(count_records(300, 1), 300);
    assert_int_equal(count_records(2000, 4097), 2000);
}

/* Under a sanitizer, memory that was given back is kept for a while. */
#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SANITIZED 1
#endif
#endif
#ifndef SANITIZED
#define SANITIZED 0
#endif

static long
peak_kilobytes(void)
{
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

static void
memory_does_not_grow(void **state)
{
    (void)state;
    if (SANITIZED)
        skip();
    count_records(1000, 0);
    long before = peak_kilobytes();
    count_records(40 * 1000, 0);
    /* 40,000 records are 10 MB of text. */
    assert_true(peak_kilobytes() - before < 4096);
}

/* An open file that holds @text, read from its start. */
static int
file_of(const char *text)
{
    FILE *file = tmpfile();
    assert_true(fputs(text, file) >= 0 && fflush(file) == 0);
    int fd = dup(fileno(file));
    fclose(file);
    lseek(fd, 0, SEEK_SET);
    return fd;
}

static void
count_reports(const struct catex_report *report, void *user_data)
{
    assert_string_equal(report->kind, "unknown-key");
    ++*(int *)user_data;
}

static void
reports_go_where_they_are_wanted(void **state)
{
    (void)state;
    int before = 0, after = 0;
    char text[512];
    snprintf(text, sizeof text, "%s{\"id\": \"aa\", \"title\": \"A\", \"x\": 1}\n"
             "{\"id\": \"bb\", \"title\": \"B\", \"x\": 1}\n", header);
    int fd = file_of(text);
    const struct catex_load_options options = {
        .size = sizeof options, .report = count_reports, .user_data = &before};
    struct catex_stream *stream;
    const struct catex_record *record;
    assert_int_equal(catex_stream_open_fd(fd, &options, &stream, NULL),
                     CATEX_OK);
    assert_int_equal(catex_stream_next(stream, &record, NULL), CATEX_OK);
    catex_stream_report(stream, count_reports, &after);
    assert_int_equal(catex_stream_next(stream, &record, NULL), CATEX_OK);
    assert_int_equal(before, 1);
    assert_int_equal(after, 1);
    catex_stream_close(stream);
    close(fd);
}

static void
several_catalogs_are_one(void **state)
{
    (void)state;
    char text[1024];
    snprintf(text, sizeof text, "%s{\"id\": \"aa\", \"title\": \"A\"}\n"
             "%s{\"id\": \"aa\", \"title\": \"B\"}\n", header, header);
    int fd = file_of(text);
    struct catex_load_options options = {.size = sizeof options};
    struct catex_merge *merge;
    struct catex_stream *stream;
    const struct catex_record *record;
    char first[128];
    assert_int_equal(catex_merge_new(fd, &options, &merge, NULL), CATEX_OK);
    lseek(fd, 0, SEEK_SET);
    options.merge = merge;
    assert_int_equal(catex_stream_open_fd(fd, &options, &stream, NULL),
                     CATEX_OK);
    assert_int_equal(catex_stream_next(stream, &record, NULL), CATEX_OK);
    assert_string_equal(record->title, "A");
    snprintf(first, sizeof first, "%s", record->id);
    assert_int_equal(catex_stream_next(stream, &record, NULL), CATEX_OK);
    assert_string_equal(record->title, "B");
    assert_string_not_equal(record->id, first);
    assert_int_equal(catex_stream_next(stream, &record, NULL), CATEX_OK);
    assert_null(record);
    catex_stream_close(stream);
    catex_merge_free(merge);
    close(fd);
}

static void
an_error_ends_the_stream(void **state)
{
    (void)state;
    char path[] = "/tmp/catex-test-XXXXXX";
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    dprintf(fd, "%s{\"id\": \"aa\", \"title\": \"A\"}\n{\"id\": \"bb\"\n",
            header);
    close(fd);
    struct catex_load_options options = {.size = sizeof options};
    struct catex_stream *stream;
    struct catex_error error = {0};
    const struct catex_record *record;
    assert_int_equal(catex_stream_open(path, &options, &stream, &error),
                     CATEX_OK);
    assert_int_equal(catex_stream_next(stream, &record, &error), CATEX_OK);
    assert_string_equal(record->title, "A");
    assert_int_equal(catex_stream_next(stream, &record, &error),
                     CATEX_ERR_INPUT);
    assert_null(record);
    assert_int_equal(error.line, 3);
    assert_string_equal(error.source, path);
    catex_stream_close(stream);
    unlink(path);
    error = (struct catex_error){0};
    assert_int_equal(catex_stream_open(path, &options, &stream, &error),
                     CATEX_ERR_INPUT);
    assert_null(stream);
    catex_stream_close(stream);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_records_come_in_order),
        cmocka_unit_test(memory_does_not_grow),
        cmocka_unit_test(reports_go_where_they_are_wanted),
        cmocka_unit_test(several_catalogs_are_one),
        cmocka_unit_test(an_error_ends_the_stream),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
