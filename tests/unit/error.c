/* SPDX-License-Identifier: MIT */
/* The error object: the first failure stays, whatever comes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include <catex/error.h>

static void
first_error_stays(void **state)
{
    (void)state;
    struct catex_error error = {0};
    assert_int_equal(catex_error_set(&error, CATEX_ERR_INPUT, "a.md", 7,
                                     "%s has %d ends", "a stick", 2),
                     CATEX_ERR_INPUT);
    assert_int_equal(
        catex_error_set(&error, CATEX_ERR_OUTPUT, "b.csv", 9, "is late"),
        CATEX_ERR_OUTPUT);
    assert_int_equal(error.code, CATEX_ERR_INPUT);
    assert_int_equal(error.line, 7);
    assert_string_equal(error.source, "a.md");
    assert_string_equal(error.text, "a stick has 2 ends");
}

static void
nobody_listens(void **state)
{
    (void)state;
    assert_int_equal(catex_error_set(NULL, CATEX_ERR_USAGE, "x", 1, "no"),
                     CATEX_ERR_USAGE);
}

static void
no_source(void **state)
{
    (void)state;
    struct catex_error error = {0};
    catex_error_set(&error, CATEX_ERR_MEMORY, NULL, 0, "is short");
    assert_string_equal(error.source, "");
    assert_string_equal(error.text, "is short");
}

static void
long_texts_are_cut(void **state)
{
    (void)state;
    char large[5000];
    memset(large, 'x', sizeof large - 1);
    large[sizeof large - 1] = '\0';
    struct catex_error error = {0};
    catex_error_set(&error, CATEX_ERR_INPUT, large, 1, "%s", large);
    assert_int_equal(strlen(error.source), sizeof error.source - 1);
    assert_int_equal(strlen(error.text), sizeof error.text - 1);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(first_error_stays),
        cmocka_unit_test(nobody_listens),
        cmocka_unit_test(no_source),
        cmocka_unit_test(long_texts_are_cut),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
