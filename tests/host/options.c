/* SPDX-License-Identifier: MIT */
/* Options: the host reads them from the plugin's table and says what is
 * wrong with a value. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include <catex/host.h>

static const char *const colours[] = {"red", "green", NULL};

/* From a later release, whose options are larger than ours. */
struct wide_option {
    struct catex_option option;
    uint64_t later[3];
};
static const struct wide_option options[] = {
    {{.name = "yes", .type = CATEX_OPTION_BOOL}, {1, 2, 3}},
    {{.name = "number", .type = CATEX_OPTION_INT, .min = -3, .max = 10},
     {4, 5, 6}},
    {{.name = "text", .type = CATEX_OPTION_TEXT}, {7, 8, 9}},
    {{.name = "colour", .type = CATEX_OPTION_CHOICE, .choices = colours},
     {1, 2, 3}},
    {{.name = "odd", .type = 99}, {0, 0, 0}},
    {{0}, {0, 0, 0}},
};
static const struct catex_exporter exporter = {
    .option_size = sizeof(struct wide_option),
    .name = "mock",
    .options = &options[0].option,
};

static int
check(const char *name, const char *value, struct catex_error *error)
{
    const struct catex_setting setting = {name, value};
    memset(error, 0, sizeof *error);
    return catex_exporter_check(&exporter, &setting, error);
}

static void
options_are_stepped_by_their_size(void **state)
{
    (void)state;
    assert_string_equal(catex_exporter_option(&exporter, 0)->name, "yes");
    assert_string_equal(catex_exporter_option(&exporter, 3)->name, "colour");
    assert_null(catex_exporter_option(&exporter, 5));
    const struct catex_exporter none = {.name = "none"};
    assert_null(catex_exporter_option(&none, 0));
}

static void
good_values_pass(void **state)
{
    (void)state;
    static const char *const good[][2] = {
        {"yes", "yes"},   {"yes", "no"},    {"yes", "true"}, {"yes", "0"},
        {"number", "-3"}, {"number", "10"}, {"number", "0"}, {"text", ""},
        {"text", "a=b.c"}, {"colour", "red"}, {"colour", "green"}};
    struct catex_error error;
    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++)
        if (check(good[i][0], good[i][1], &error) != CATEX_OK)
            fail_msg("%s=%s: %s", good[i][0], good[i][1], error.text);
}

static void
bad_values_name_what_is_allowed(void **state)
{
    (void)state;
    static const char *const bad[][3] = {
        {"yes", "maybe", "yes or no"},
        {"yes", "", "yes or no"},
        {"number", "11", "from -3 to 10"},
        {"number", "-4", "from -3 to 10"},
        {"number", "", "from -3 to 10"},
        {"number", " 1", "from -3 to 10"},
        {"number", "1x", "from -3 to 10"},
        {"number", "0x1", "from -3 to 10"},
        {"number", "99999999999999999999", "from -3 to 10"},
        {"colour", "blue", "red or green"},
        {"colour", "re", "red or green"},
        {"colour", "", "red or green"}};
    struct catex_error error;
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        if (check(bad[i][0], bad[i][1], &error) != CATEX_ERR_USAGE)
            fail_msg("%s=%s passed", bad[i][0], bad[i][1]);
        assert_string_equal(error.source, "mock");
        assert_non_null(strstr(error.text, bad[i][0]));
        assert_non_null(strstr(error.text, bad[i][1]));
        assert_non_null(strstr(error.text, bad[i][2]));
    }
}

static void
an_unknown_option_lists_the_known(void **state)
{
    (void)state;
    struct catex_error error;
    assert_int_equal(check("nope", "1", &error), CATEX_ERR_USAGE);
    assert_non_null(strstr(error.text, "nope"));
    assert_non_null(strstr(error.text, "yes, number, text, colour"));
}

static void
a_type_from_the_future_is_no_crash(void **state)
{
    (void)state;
    struct catex_error error;
    assert_int_equal(check("odd", "1", &error), CATEX_ERR_PLUGIN);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(options_are_stepped_by_their_size),
        cmocka_unit_test(good_values_pass),
        cmocka_unit_test(bad_values_name_what_is_allowed),
        cmocka_unit_test(an_unknown_option_lists_the_known),
        cmocka_unit_test(a_type_from_the_future_is_no_crash),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
