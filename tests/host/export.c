/* SPDX-License-Identifier: MIT */
/* Exporting from a program of one's own, in this process and in children. */
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include <catex/catex.h>

#define RECORD(id) "{\"id\": \"" id "\", \"kind\": \"dataset\", \"title\": \"" \
    "T " id "\", \"source\": {\"path\": \"l.md\", \"lines\": [3, 4]}}"
static const char list[] =
    "{\"format\": \"catex-catalog\", \"version\": 1, \"catalog\": {\"id\": "
    "\"l\", \"title\": \"L\", \"language\": \"en\"}, \"sections\": [], "
    "\"records\": [" RECORD("aa") ", " RECORD("bb") "]}";

static const char expected[] =
    "stem=%s yes=0 number=7 text=none colour=green\n"
    "aa T aa\nbb T bb\nend\n";

struct fixture {
    struct catex_registry *registry;
    struct catex_catalog *catalog;
    char folder[32];
};

static int
set_up(void **state)
{
    struct fixture *f = calloc(1, sizeof *f);
    const struct catex_load_options options = {
        .size = sizeof options, .format = CATEX_FORMAT_JSON, .name = "l.md"};
    *state = f;
    strcpy(f->folder, "/tmp/catex-test-XXXXXX");
    f->registry = catex_registry_new();
    catex_registry_add(f->registry, MOCKS, NULL);
    return mkdtemp(f->folder) == NULL ||
           catex_load_bytes(list, sizeof list - 1, &options, &f->catalog,
                            NULL) != CATEX_OK;
}

static int
tear_down(void **state)
{
    struct fixture *f = *state;
    char command[64];
    catex_registry_free(f->registry);
    catex_catalog_free(f->catalog);
    snprintf(command, sizeof command, "rm -r %s", f->folder);
    int failed = system(command);
    free(f);
    return failed;
}

static struct catex_target
target_for(const struct fixture *f, const char *name, const char *path)
{
    struct catex_target target = {
        .size = sizeof target, .catalog = f->catalog, .path = path};
    assert_int_equal(catex_registry_find(f->registry, name, &target.exporter,
                                         NULL),
                     CATEX_OK);
    return target;
}

static const char *
path_of(const struct fixture *f, const char *name)
{
    static char paths[8][64];
    static int next;
    char *path = paths[next++ % 8];
    snprintf(path, 64, "%s/%s", f->folder, name);
    return path;
}

static void
assert_holds(const char *path, const char *text)
{
    char bytes[512] = "";
    FILE *file = fopen(path, "r");
    if (text == NULL) {
        assert_null(file);
        return;
    }
    assert_non_null(file);
    bytes[fread(bytes, 1, sizeof bytes - 1, file)] = '\0';
    fclose(file);
    assert_string_equal(bytes, text);
}

static void
writes_a_file(const struct fixture *f, uint32_t jobs)
{
    char text[256];
    const struct catex_export_options options = {.size = sizeof options,
                                                 .jobs = jobs};
    struct catex_target target = target_for(f, "good", path_of(f, "x.good"));
    snprintf(text, sizeof text, expected, "x");
    assert_int_equal(catex_export(&target, 1, &options, NULL), CATEX_OK);
    assert_holds(target.path, text);
}

static void
a_file_is_written(void **state)
{
    writes_a_file(*state, 0);
    writes_a_file(*state, 1);
}

static void
settings_reach_the_state(void **state)
{
    const struct fixture *f = *state;
    const struct catex_setting settings[] = {
        {"yes", "true"}, {"number", "-2"}, {"text", "a b"},
        {"colour", "red"}};
    struct catex_target target = target_for(f, "good", path_of(f, "y.txt"));
    target.settings = settings;
    target.setting_count = 4;
    for (uint32_t jobs = 0; jobs < 2; jobs++) {
        const struct catex_export_options options = {.size = sizeof options,
                                                     .jobs = jobs};
        assert_int_equal(catex_export(&target, 1, &options, NULL), CATEX_OK);
        assert_holds(target.path, "stem=y yes=1 number=-2 text=a b "
                                  "colour=red\naa T aa\nbb T bb\nend\n");
        assert_holds(path_of(f, "y-more.txt"), "more\n");
        unlink(path_of(f, "y-more.txt"));
    }
}

static void
a_wrong_setting_is_refused_before_anything(void **state)
{
    const struct fixture *f = *state;
    const struct catex_setting setting = {"number", "11"};
    struct catex_error error = {0};
    struct catex_target target = target_for(f, "good", path_of(f, "no"));
    target.settings = &setting;
    target.setting_count = 1;
    assert_int_equal(catex_export(&target, 1, NULL, &error), CATEX_ERR_USAGE);
    assert_holds(target.path, NULL);
}

static void
one_failure_keeps_its_own_file_away(const struct fixture *f, uint32_t jobs)
{
    struct catex_error error = {0};
    char text[256];
    const struct catex_export_options options = {.size = sizeof options,
                                                 .jobs = jobs};
    struct catex_target targets[] = {
        target_for(f, "record", path_of(f, "bad")),
        target_for(f, "good", path_of(f, "z")),
        target_for(f, "silent", path_of(f, "silent"))};
    snprintf(text, sizeof text, expected, "z");
    assert_int_equal(catex_export(targets, 3, &options, &error),
                     CATEX_ERR_PLUGIN);
    assert_string_equal(error.text, "record does not like it");
    assert_string_equal(error.source, "l.md");
    assert_int_equal(error.line, 3);
    assert_int_equal(targets[1].error.code, CATEX_OK);
    assert_int_equal(targets[2].error.code, CATEX_ERR_PLUGIN);
    assert_string_equal(targets[2].error.source, "silent");
    assert_holds(targets[0].path, NULL);
    assert_holds(targets[1].path, text);
    assert_holds(targets[2].path, NULL);
}

static void
others_are_written(void **state)
{
    one_failure_keeps_its_own_file_away(*state, 0);
    one_failure_keeps_its_own_file_away(*state, 2);
}

static void
a_lack_of_room_keeps_all_away(void **state)
{
    const struct fixture *f = *state;
    struct catex_error error = {0};
    for (uint32_t jobs = 0; jobs < 3; jobs++) {
        const struct catex_export_options options = {.size = sizeof options,
                                                     .jobs = jobs};
        struct catex_target targets[] = {
            target_for(f, "good", path_of(f, "full")),
            target_for(f, "good", "/dev/full")};
        memset(&error, 0, sizeof error);
        assert_int_equal(catex_export(targets, 2, &options, &error),
                         CATEX_ERR_OUTPUT);
        assert_string_equal(error.source, "/dev/full");
        assert_holds(targets[0].path, NULL);
    }
}

static void
count(const struct catex_report *report, void *user_data)
{
    assert_string_equal(report->kind, "mock");
    assert_string_equal(report->format, "warn");
    assert_string_equal(report->path, "l.md");
    assert_int_equal(report->line, 3);
    assert_int_equal(report->text[8], report->record[0]);
    ++*(int *)user_data;
}

static void
a_limit_stops_whoever_writes_on(void **state)
{
    const struct fixture *f = *state;
    char text[256];
    int size = snprintf(text, sizeof text, expected, "limit");
    for (int most = 1; most <= size; most++) {
        struct catex_error error = {0};
        const struct catex_export_options options = {
            .size = sizeof options, .max_output = (uint64_t)most};
        struct catex_target target =
            target_for(f, "good", path_of(f, "limit"));
        assert_int_equal(catex_export(&target, 1, &options, &error),
                         most < size ? CATEX_ERR_PLUGIN : CATEX_OK);
        assert_holds(target.path, most < size ? NULL : text);
        if (most < size)
            assert_non_null(strstr(error.text, "more than the limit"));
    }
}

static void
reports_arrive_and_strict_minds_them(void **state)
{
    const struct fixture *f = *state;
    for (uint32_t jobs = 0; jobs < 2; jobs++) {
        int reports = 0;
        struct catex_export_options options = {
            .size = sizeof options, .jobs = jobs, .report = count,
            .user_data = &reports, .strict = 1};
        struct catex_target target = target_for(f, "warn", path_of(f, "w"));
        unlink(target.path);
        assert_int_equal(catex_export(&target, 1, &options, NULL),
                         CATEX_ERR_STRICT);
        assert_int_equal(reports, 2);
        assert_holds(target.path, NULL);
        options.strict = 0;
        assert_int_equal(catex_export(&target, 1, &options, NULL), CATEX_OK);
        assert_int_equal(access(target.path, F_OK), 0);
    }
}

static void
two_targets_need_two_places(void **state)
{
    const struct fixture *f = *state;
    struct catex_error error = {0};
    struct catex_target targets[] = {
        target_for(f, "good", path_of(f, "same")),
        target_for(f, "warn", path_of(f, "same"))};
    assert_int_equal(catex_export(targets, 2, NULL, &error), CATEX_ERR_USAGE);
    assert_non_null(strstr(error.text, "twice"));
    assert_holds(targets[0].path, NULL);
}

static void
inputs_are_kept(void **state)
{
    const struct fixture *f = *state;
    const char *keep[] = {path_of(f, "link"), NULL};
    const struct catex_export_options options = {.size = sizeof options,
                                                 .keep = keep};
    struct catex_target target = target_for(f, "good", path_of(f, "input"));
    close(open(target.path, O_WRONLY | O_CREAT, 0666));
    assert_int_equal(link(target.path, keep[0]), 0);
    assert_int_equal(catex_export(&target, 1, &options, NULL),
                     CATEX_ERR_OUTPUT);
    assert_holds(target.path, "");
}

static void
an_order_to_stop_is_heard(void **state)
{
    const struct fixture *f = *state;
    struct catex_error error = {0};
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    close(ends[1]); /* readable from now on */
    const struct catex_export_options options = {
        .size = sizeof options, .jobs = 1, .stop_fd = ends[0]};
    struct catex_target target = target_for(f, "loop", path_of(f, "never"));
    assert_int_equal(catex_export(&target, 1, &options, &error),
                     CATEX_ERR_OUTPUT);
    assert_non_null(strstr(error.text, "interrupted"));
    assert_holds(target.path, NULL);
    close(ends[0]);
}

static void
the_filter_is_what_was_built(void **state)
{
    (void)state;
    assert_int_equal(catex_export_is_filtered(), FILTERED);
}

static int
next_of_three(const struct catex_record **ret_record, void *user_data,
              struct catex_error *error)
{
    static const struct catex_record record = {.id = "sn", .title = "S"};
    int *left = user_data;
    if (*left == -1)
        return catex_error_set(error, CATEX_ERR_INPUT, "stream", 9, "tears");
    *ret_record = (*left)-- > 0 ? &record : NULL;
    return CATEX_OK;
}

static void
a_stream_is_read_to_its_end(void **state)
{
    const struct fixture *f = *state;
    int left = 3;
    struct catex_error error = {0};
    struct catex_target target = target_for(f, "good", path_of(f, "s"));
    target.next = next_of_three;
    target.next_data = &left;
    assert_int_equal(catex_export(&target, 1, NULL, &error), CATEX_OK);
    assert_holds(target.path, "stem=s yes=0 number=7 text=none colour=green\n"
                              "sn S\nsn S\nsn S\nend\n");
    left = -1;
    assert_int_equal(catex_export(&target, 1, NULL, &error), CATEX_ERR_INPUT);
    assert_int_equal(error.line, 9);
}

/* Puts a folder where an output is to go, when it is too late to be seen. */
static int
next_in_the_way(const struct catex_record **ret_record, void *user_data,
                struct catex_error *error)
{
    (void)error;
    *ret_record = NULL;
    return mkdir(user_data, 0777) == 0 || errno == EEXIST ? CATEX_OK : -1;
}

static void
what_was_moved_is_put_back(void **state)
{
    const struct fixture *f = *state;
    struct catex_error error = {0};
    char *blocked = strdup(path_of(f, "blocked"));
    const char *old = path_of(f, "old"), *new = path_of(f, "new");
    struct catex_target targets[] = {target_for(f, "good", blocked),
                                     target_for(f, "good", old),
                                     target_for(f, "good", new)};
    FILE *file = fopen(old, "w");
    assert_true(fputs("as it was", file) > 0 && fclose(file) == 0);
    targets[0].next = next_in_the_way;
    targets[0].next_data = blocked;
    assert_int_equal(catex_export(targets, 3, NULL, &error),
                     CATEX_ERR_OUTPUT);
    assert_string_equal(error.source, blocked);
    assert_holds(old, "as it was");
    assert_holds(new, NULL);
    assert_int_equal(rmdir(blocked), 0);
    free(blocked);
}

static void
no_memory_for_a_plugin_is_no_crash(void **state)
{
    const struct fixture *f = *state;
    struct catex_target target = target_for(f, "memory", path_of(f, "m"));
    assert_int_equal(catex_export(&target, 1, NULL, NULL), CATEX_ERR_MEMORY);
    assert_holds(target.path, NULL);
}

struct side {
    struct catex_target target;
    int status;
};

static void *
export_many(void *argument)
{
    struct side *side = argument;
    for (int i = 0; i < 50 && side->status == CATEX_OK; i++)
        side->status = catex_export(&side->target, 1, NULL, NULL);
    return NULL;
}

static void
two_runs_go_side_by_side(void **state)
{
    const struct fixture *f = *state;
    struct side sides[2] = {
        {target_for(f, "good", path_of(f, "one")), CATEX_OK},
        {target_for(f, "good", path_of(f, "two")), CATEX_OK}};
    pthread_t threads[2];
    for (int i = 0; i < 2; i++)
        assert_int_equal(
            pthread_create(&threads[i], NULL, export_many, &sides[i]), 0);
    for (int i = 0; i < 2; i++) {
        char text[256];
        pthread_join(threads[i], NULL);
        snprintf(text, sizeof text, expected, i == 0 ? "one" : "two");
        assert_int_equal(sides[i].status, CATEX_OK);
        assert_holds(sides[i].target.path, text);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_file_is_written),
        cmocka_unit_test(settings_reach_the_state),
        cmocka_unit_test(a_wrong_setting_is_refused_before_anything),
        cmocka_unit_test(others_are_written),
        cmocka_unit_test(a_lack_of_room_keeps_all_away),
        cmocka_unit_test(a_limit_stops_whoever_writes_on),
        cmocka_unit_test(reports_arrive_and_strict_minds_them),
        cmocka_unit_test(two_targets_need_two_places),
        cmocka_unit_test(inputs_are_kept),
        cmocka_unit_test(an_order_to_stop_is_heard),
        cmocka_unit_test(the_filter_is_what_was_built),
        cmocka_unit_test(a_stream_is_read_to_its_end),
        cmocka_unit_test(what_was_moved_is_put_back),
        cmocka_unit_test(no_memory_for_a_plugin_is_no_crash),
        cmocka_unit_test(two_runs_go_side_by_side),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
