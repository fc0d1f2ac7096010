/* SPDX-License-Identifier: MIT */
/* What stands within what: lists within lists, a load within a load. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <catex/catex.h>

static struct catex_catalog *
load(const char *list, size_t size, catex_report_fn *report, void *user_data)
{
    const struct catex_load_options options = {
        .size = sizeof options, .format = CATEX_FORMAT_MARKDOWN, .name = "L",
        .report = report, .user_data = user_data};
    struct catex_catalog *catalog = NULL;
    struct catex_error error = {0};
    assert_int_equal(catex_load_bytes(list, size, &options, &catalog, &error),
                     CATEX_OK);
    return catalog;
}

/* What is deeper than anyone can read is still in the text. */
static void
lists_within_lists(void **state)
{
    (void)state;
    enum { DEEP = 100000 };
    static const char end[] = "[Owls](http://a.example/owls) - It is.\n";
    char *list = malloc(2 * DEEP + sizeof end);
    assert_non_null(list);
    for (size_t i = 0; i < DEEP; i++)
        memcpy(list + 2 * i, "- ", 2);
    memcpy(list + 2 * DEEP, end, sizeof end);
    struct catex_catalog *catalog =
        load(list, 2 * DEEP + sizeof end - 1, NULL, NULL);
    assert_non_null(catalog->description);
    assert_non_null(strstr(catalog->description, "http://a.example/owls"));
    assert_non_null(strstr(catalog->description, "It is."));
    catex_catalog_free(catalog);
    free(list);
}

static void
load_another(const struct catex_report *report, void *user_data)
{
    static const char list[] = "- [Bats](http://b.example) - It is.\n"
                               "- [Cats](http://c.example) - It is.\n";
    (void)report;
    struct catex_catalog *catalog = load(list, sizeof list - 1, NULL, NULL);
    assert_string_equal(catalog->records->next->title, "Cats");
    catex_catalog_free(catalog);
    ++*(int *)user_data;
}

static void
a_load_within_a_load(void **state)
{
    (void)state;
    static const char list[] = "- [Owls](http://a.example) - It is.\n"
                               "- ![](http://i.example) [Hens](http://h.h) x\n"
                               "- [Rats] (http://r.example) - It is.\n"
                               "- [Eels](http://e.example) - It is.\n";
    int reports = 0;
    struct catex_catalog *catalog =
        load(list, sizeof list - 1, load_another, &reports);
    assert_true(reports > 1);
    const struct catex_record *record = catalog->records;
    for (int i = 0; i < 3; i++)
        record = record->next;
    assert_string_equal(record->title, "Eels");
    catex_catalog_free(catalog);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lists_within_lists),
        cmocka_unit_test(a_load_within_a_load),
    };
    return cmocka_run_group_tests_name("nested", tests, NULL, NULL);
}
