/* SPDX-License-Identifier: MIT */
/* The registry: which plugin is found, and which is refused without running. */
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

#include <catex/host.h>

static char folder[] = "/tmp/catex-test-XXXXXX";
static char mark[64];

/* Every mock makes the file @mark when code of it runs. */
static int
set_up(void **state)
{
    (void)state;
    if (mkdtemp(folder) == NULL)
        return -1;
    snprintf(mark, sizeof mark, "%s/mark", folder);
    unsetenv("CATEX_PLUGIN_PATH");
    return setenv("MOCK_MARK", mark, 1);
}

static int
tear_down(void **state)
{
    (void)state;
    unlink(mark);
    return rmdir(folder);
}

static int
find_in(const char *place, const char *name,
        const struct catex_exporter **ret_exporter, struct catex_error *error,
        struct catex_registry **ret_registry)
{
    struct catex_registry *registry = catex_registry_new();
    memset(error, 0, sizeof *error);
    unlink(mark);
    assert_int_equal(catex_registry_add(registry, place, error), CATEX_OK);
    int status = catex_registry_find(registry, name, ret_exporter, error);
    if (ret_registry != NULL)
        *ret_registry = registry;
    else
        catex_registry_free(registry);
    return status;
}

static void
a_good_one_is_opened(void **state)
{
    (void)state;
    struct catex_registry *registry;
    const struct catex_exporter *good, *again;
    struct catex_error error;
    assert_int_equal(find_in(MOCKS, "good", &good, &error, &registry),
                     CATEX_OK);
    assert_string_equal(good->name, "good");
    assert_int_equal(access(mark, F_OK), 0);
    assert_int_equal(catex_registry_find(registry, "good", &again, &error),
                     CATEX_OK);
    assert_ptr_equal(good, again);
    catex_registry_free(registry);
}

static void
what_does_not_fit_never_runs(void **state)
{
    (void)state;
    static const char *const never[][2] = {
        {"no-note", "no catex note"},       {"major", "2.0"},
        {"minor", "1.1"},                   {"misnamed", "another"},
        {"unnamed", "without a proper name"}};
    const struct catex_exporter *exporter;
    struct catex_error error;
    for (size_t i = 0; i < sizeof never / sizeof never[0]; i++) {
        assert_int_equal(find_in(MOCKS, never[i][0], &exporter, &error, NULL),
                         CATEX_ERR_PLUGIN);
        assert_null(exporter);
        assert_non_null(strstr(error.source, never[i][0]));
        if (strstr(error.text, never[i][1]) == NULL)
            fail_msg("%s: %s", never[i][0], error.text);
        assert_int_equal(access(mark, F_OK), -1);
    }
}

static void
a_table_that_does_not_fit_is_refused(void **state)
{
    (void)state;
    static const char *const refused[][2] = {
        {"no-symbol", "does not export"},  {"short", "too short"},
        {"no-record", "record callback"},  {"other-name", "another"},
        {"wild-option", "outside of the state"},
        {"bad-preset", "from -3 to 10"}};
    const struct catex_exporter *exporter;
    struct catex_error error;
    for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i++) {
        assert_int_equal(
            find_in(MOCKS, refused[i][0], &exporter, &error, NULL),
            CATEX_ERR_PLUGIN);
        assert_non_null(strstr(error.source, refused[i][0]));
        if (strstr(error.text, refused[i][1]) == NULL)
            fail_msg("%s: %s", refused[i][0], error.text);
    }
}

static void
a_name_is_never_a_path(void **state)
{
    (void)state;
    static const char *const names[] = {"../good", "/good", "", ".", "Good",
                                        "good.so", "a b", "-x", "\xC3\xA9"};
    const struct catex_exporter *exporter;
    struct catex_error error;
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        assert_int_equal(find_in(MOCKS, names[i], &exporter, &error, NULL),
                         CATEX_ERR_USAGE);
}

static void
an_unknown_name_lists_the_known(void **state)
{
    (void)state;
    const struct catex_exporter *exporter;
    struct catex_error error;
    assert_int_equal(find_in(MOCKS, "nope", &exporter, &error, NULL),
                     CATEX_ERR_USAGE);
    assert_string_equal(error.source, "nope");
    assert_non_null(strstr(error.text, "good"));
    assert_int_equal(access(mark, F_OK), -1);
}

static void
the_environment_comes_after_the_caller(void **state)
{
    (void)state;
    const struct catex_exporter *exporter;
    struct catex_error error;
    char broken[sizeof folder + 16];
    snprintf(broken, sizeof broken, "%s/good.so", folder);
    FILE *file = fopen(broken, "w");
    assert_non_null(file);
    fputs("not a plugin", file);
    fclose(file);
    /* An empty part is not the working directory. */
    setenv("CATEX_PLUGIN_PATH", "::/nowhere:" MOCKS ":", 1);
    assert_int_equal(find_in("/nowhere", "good", &exporter, &error, NULL),
                     CATEX_OK);
    assert_int_equal(find_in(folder, "good", &exporter, &error, NULL),
                     CATEX_ERR_PLUGIN);
    assert_string_equal(error.source, broken);
    unsetenv("CATEX_PLUGIN_PATH");
    assert_int_equal(find_in("/nowhere", "good", &exporter, &error, NULL),
                     CATEX_ERR_USAGE);
    unlink(broken);
}

static void
what_all_can_write_is_refused(void **state)
{
    (void)state;
    const struct catex_exporter *exporter;
    struct catex_error error;
    char link[sizeof folder + 16];
    snprintf(link, sizeof link, "%s/good.so", folder);
    assert_int_equal(symlink(MOCKS "/good.so", link), 0);
    assert_int_equal(find_in(folder, "good", &exporter, &error, NULL),
                     CATEX_OK);
    chmod(folder, 0777);
    assert_int_equal(find_in(folder, "good", &exporter, &error, NULL),
                     CATEX_ERR_PLUGIN);
    assert_non_null(strstr(error.text, "everybody"));
    assert_int_equal(access(mark, F_OK), -1);
    chmod(folder, 0755);
    unlink(link);
}

struct seen {
    int good, refused, last_is_larger;
    char last[64];
};

static void
look(const struct catex_exporter *exporter, const char *path,
     const struct catex_error *refusal, void *user_data)
{
    struct seen *seen = user_data;
    if (exporter == NULL) {
        seen->refused++;
        assert_int_equal(refusal->code, CATEX_ERR_PLUGIN);
        assert_non_null(strstr(refusal->source, path));
        return;
    }
    seen->good++;
    assert_true(strcmp(seen->last, exporter->name) < 0);
    snprintf(seen->last, sizeof seen->last, "%s", exporter->name);
}

static void
all_are_visited_in_order(void **state)
{
    (void)state;
    struct seen seen = {0};
    struct catex_error error = {0};
    struct catex_registry *registry = catex_registry_new();
    catex_registry_add(registry, MOCKS, &error);
    catex_registry_add(registry, MOCKS, &error);
    assert_int_equal(catex_registry_each(registry, look, &seen, &error),
                     CATEX_OK);
    catex_registry_free(registry);
    assert_true(seen.good >= 24);
    assert_int_equal(seen.refused, 11);
}

static void
a_rehearsal_changes_nothing_for_a_good_one(void **state)
{
    (void)state;
    struct catex_error error = {0};
    const struct catex_exporter *exporter;
    struct catex_registry *registry = catex_registry_new();
    catex_registry_rehearse(registry, 1);
    catex_registry_add(registry, MOCKS, &error);
    assert_int_equal(catex_registry_find(registry, "good", &exporter, &error),
                     CATEX_OK);
    assert_string_equal(exporter->name, "good");
    assert_int_equal(catex_registry_find(registry, "short", &exporter, &error),
                     CATEX_ERR_PLUGIN);
    assert_non_null(strstr(error.text, "too short"));
    catex_registry_free(registry);
}

static void
what_dies_in_rehearsal_is_refused(void **state)
{
    (void)state;
    struct catex_error error = {0};
    const struct catex_exporter *exporter;
    struct catex_registry *registry = catex_registry_new();
    catex_registry_rehearse(registry, 1);
    catex_registry_add(registry, MOCKS, &error);
    setenv("MOCK_DIE", "1", 1); /* in the constructor */
    assert_int_equal(catex_registry_find(registry, "good", &exporter, &error),
                     CATEX_ERR_PLUGIN);
    unsetenv("MOCK_DIE");
    assert_null(exporter);
    assert_non_null(strstr(error.text, "ends the process that loads it"));
    catex_registry_free(registry);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_good_one_is_opened),
        cmocka_unit_test(what_does_not_fit_never_runs),
        cmocka_unit_test(a_table_that_does_not_fit_is_refused),
        cmocka_unit_test(a_name_is_never_a_path),
        cmocka_unit_test(an_unknown_name_lists_the_known),
        cmocka_unit_test(the_environment_comes_after_the_caller),
        cmocka_unit_test(what_all_can_write_is_refused),
        cmocka_unit_test(a_rehearsal_changes_nothing_for_a_good_one),
        cmocka_unit_test(what_dies_in_rehearsal_is_refused),
        cmocka_unit_test(all_are_visited_in_order),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
