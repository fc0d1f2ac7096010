/* SPDX-License-Identifier: MIT */
/* A phrase out of its place in the table would never be found. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "load/vocabulary.h"
#include "load/words.h"

static void
phrases_stand_in_the_order_of_their_bytes(void **state)
{
    (void)state;
    for (size_t i = 1; i < cx_phrase_count; i++)
        if (strcmp(cx_phrases[i - 1].phrase, cx_phrases[i].phrase) >= 0)
            fail_msg("«%s» stands before «%s»", cx_phrases[i - 1].phrase,
                     cx_phrases[i].phrase);
}

static void
phrases_of_access_stand_in_order_and_are_found(void **state)
{
    (void)state;
    for (size_t i = 0; i < cx_access_phrase_count; i++) {
        const struct cx_access_phrase *at = &cx_access_phrases[i];
        char text[80];
        size_t found = 0, size = 0;
        if (i > 0 && strcmp(at[-1].phrase, at->phrase) >= 0)
            fail_msg("«%s» stands before «%s»", at[-1].phrase, at->phrase);
        snprintf(text, sizeof text, "(%s).", at->phrase);
        assert_int_equal(cx_access_in(text, strlen(text), &found, &size),
                         at->access);
        if (found != 1 || size != strlen(at->phrase))
            fail_msg("«%s» is found at %zu, of %zu bytes", at->phrase, found,
                     size);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(phrases_stand_in_the_order_of_their_bytes),
        cmocka_unit_test(phrases_of_access_stand_in_order_and_are_found)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
