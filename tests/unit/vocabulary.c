/* SPDX-License-Identifier: MIT */
/* A phrase out of its place in the table would never be found. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "load/vocabulary.h"

static void
phrases_stand_in_the_order_of_their_bytes(void **state)
{
    (void)state;
    for (size_t i = 1; i < cx_phrase_count; i++)
        if (strcmp(cx_phrases[i - 1].phrase, cx_phrases[i].phrase) >= 0)
            fail_msg("«%s» stands before «%s»", cx_phrases[i - 1].phrase,
                     cx_phrases[i].phrase);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(phrases_stand_in_the_order_of_their_bytes)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
