/* SPDX-License-Identifier: MIT */
/* What is settled at the end of a list: ids first of all, which must not
 * change when somebody edits another entry. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "list.h"
#include "model/id.h"

static void
ids_of_records(void **state)
{
    (void)state;
    struct list list;
    list_begin(&list);
    struct cx_draft *plain = list_record(&list, "EchoNet-Dynamic");
    struct cx_draft *part = list_part(&list, plain, "Training set");
    struct cx_draft *untitled = list_record(&list, "x.example/data");
    untitled->untitled = true;
    list_link(&list, CATEX_ROLE_ACCESS, "https://x.example/data/1?q=2");
    struct cx_draft *chinese = list_record(&list, "数据");
    list_link(&list, CATEX_ROLE_ACCESS, "https://y.example/");
    struct cx_draft *nothing = list_record(&list, "数据");
    struct cx_draft *reserved = list_record(&list, "Search");
    struct cx_draft *shortest = list_record(&list, "R");
    cx_settle(list.catalog);
    assert_string_equal(plain->public.id, "echonet-dynamic");
    assert_string_equal(part->public.id, "echonet-dynamic--training-set");
    assert_string_equal(part->public.parent, "echonet-dynamic");
    assert_string_equal(untitled->public.id, "x-example-data-1-3c1515");
    assert_string_equal(chinese->public.id, "y-example");
    assert_memory_equal(nothing->public.id, "record-", 7);
    assert_int_equal(strlen(nothing->public.id), 15);
    assert_string_equal(reserved->public.id, "record-search");
    assert_string_equal(shortest->public.id, "record-r");
    assert_int_equal(plain->public.kind, CATEX_KIND_COLLECTION);
    assert_int_equal(part->public.kind, CATEX_KIND_DATASET);
    list_end(&list);
}

static void
namesakes_do_not_depend_on_order(void **state)
{
    (void)state;
    static const char *const urls[] = {"https://a.example/1",
                                       "https://b.example/2"};
    char ids[2][2][CX_ID_SIZE];
    for (size_t turn = 0; turn < 2; turn++) {
        struct list list;
        list_begin(&list);
        struct cx_draft *records[2];
        for (size_t i = 0; i < 2; i++) {
            size_t which = i ^ turn;
            records[which] = list_record(&list, "Retina Scans");
            list_link(&list, CATEX_ROLE_ACCESS, urls[which]);
        }
        cx_settle(list.catalog);
        for (size_t i = 0; i < 2; i++)
            strcpy(ids[turn][i], records[i]->public.id);
        list_end(&list);
    }
    assert_memory_equal(ids[0][0], "retina-scans-", 13);
    assert_int_equal(strlen(ids[0][0]), 19);
    assert_string_not_equal(ids[0][0], ids[0][1]);
    assert_string_equal(ids[0][0], ids[1][0]);
    assert_string_equal(ids[0][1], ids[1][1]);
}

static void
a_part_keeps_its_id_when_its_whole_meets_a_namesake(void **state)
{
    (void)state;
    struct list list;
    list_begin(&list);
    struct cx_draft *whole = list_record(&list, "Retina");
    struct cx_draft *part = list_part(&list, whole, "Left");
    struct cx_draft *other = list_record(&list, "Retina");
    list_link(&list, CATEX_ROLE_ACCESS, "https://b.example/2");
    cx_settle(list.catalog);
    assert_string_equal(part->public.id, "retina--left");
    assert_string_equal(part->public.parent, whole->public.id);
    assert_string_not_equal(whole->public.id, other->public.id);
    list_end(&list);
}

static void
all_ids_differ(const struct catex_catalog *catalog)
{
    const struct catex_record *a, *b;
    for (a = catalog->records; a != NULL; a = a->next) {
        size_t size = strlen(a->id);
        assert_in_range(size, 2, CX_ID_MOST);
        assert_int_equal(strspn(a->id, "abcdefghijklmnopqrstuvwxyz0123456789-"),
                         size);
        for (b = a->next; b != NULL; b = b->next)
            assert_string_not_equal(a->id, b->id);
    }
}

static void
same_title_and_url_are_numbered(void **state)
{
    (void)state;
    struct list list;
    list_begin(&list);
    struct cx_draft *same[3];
    for (size_t i = 0; i < 3; i++) {
        same[i] = list_record(&list, "Same");
        list_link(&list, CATEX_ROLE_ACCESS, "https://a.example/");
    }
    cx_settle(list.catalog);
    char id[CX_ID_SIZE];
    snprintf(id, sizeof id, "%s-2", same[0]->public.id);
    assert_string_equal(same[1]->public.id, id);
    snprintf(id, sizeof id, "%s-3", same[0]->public.id);
    assert_string_equal(same[2]->public.id, id);
    list_end(&list);
}

/* Titles that are the longer ids of others, and titles so long that nothing
 * more fits. */
static void
ids_differ_whatever_the_titles(void **state)
{
    (void)state;
    struct list list;
    list_begin(&list);
    char titles[8][CX_ID_SIZE], large[200];
    memset(large, 'w', sizeof large - 1);
    large[sizeof large - 1] = '\0';
    for (int turn = 0; turn < 2; turn++) {
        if (turn == 1) {
            list_end(&list);
            list_begin(&list);
        }
        for (int i = 0; i < 3; i++)
            list_record(&list, "Same");
        struct cx_draft *up = list_record(&list, large);
        for (int i = 0; i < 3; i++)
            list_part(&list, up, large);
        for (int i = 0; i < 8 && turn == 1; i++)
            list_record(&list, titles[i]);
        cx_settle(list.catalog);
        const struct catex_record *record = list.catalog->public.records;
        for (int i = 0; i < 7 && turn == 0; i++, record = record->next)
            strcpy(titles[i], record->id);
        strcpy(titles[7], titles[0]);
        all_ids_differ(&list.catalog->public);
    }
    list_end(&list);
}

/* One edit after the other, and each entry that stays keeps its id. */
static void
edits_change_no_other_id(void **state)
{
    (void)state;
    static const char *const titles[] = {"Alpha", "Beta", "Gamma", "Beta",
                                         "数据", "Delta", "Inserted"};
    static const char *const urls[] = {
        "https://x.example/a", "https://x.example/b", NULL,
        "https://x.example/c", NULL, "https://x.example/a", NULL};
    static const struct {
        const char *what, *number, *order; /* of the titles; "|" a section */
    } edits[] = {{"as it was", "1", "012|345"},
                 {"inserted", "1", "06 12|345"},
                 {"moved within", "1", "102|543"},
                 {"moved across", "1", "01|2345"},
                 {"deleted", "1", "01|35"},
                 {"renumbered", "7", "012|345"}};
    char ids[7][CX_ID_SIZE] = {""};
    for (size_t e = 0; e < sizeof edits / sizeof edits[0]; e++) {
        struct list list;
        list_begin(&list);
        struct cx_draft *at[7] = {NULL};
        list_section(&list, edits[e].number, "First", NULL);
        for (const char *c = edits[e].order; *c != '\0'; c++) {
            if (*c == '|')
                list_section(&list, "2", "Second", NULL);
            if (*c < '0' || *c > '6')
                continue;
            size_t i = (size_t)(*c - '0');
            at[i] = list_record(&list, titles[i]);
            if (urls[i] != NULL)
                list_link(&list, CATEX_ROLE_ACCESS, urls[i]);
        }
        cx_settle(list.catalog);
        for (size_t i = 0; i < 6; i++) {
            if (e == 0)
                strcpy(ids[i], at[i]->public.id);
            else if (at[i] != NULL)
                assert_string_equal(at[i]->public.id, ids[i]);
        }
        assert_string_equal(list.catalog->public.sections->id, "first");
        list_end(&list);
    }
}

static void
ids_of_sections(void **state)
{
    (void)state;
    struct list list;
    list_begin(&list);
    const struct catex_section *images = list_section(&list, "1", "Images", NULL);
    const struct catex_section *a = list_section(&list, "1.1", "Other", images);
    const struct catex_section *text = list_section(&list, "6", "Text", NULL);
    const struct catex_section *b = list_section(&list, "6.1", "Other", text);
    const struct catex_section *c = list_section(&list, "6.2", "Other", text);
    const struct catex_section *d = list_section(&list, "6", "图像", NULL);
    list.catalog->public.title = "A List of Lists";
    cx_settle(list.catalog);
    assert_string_equal(images->id, "images");
    assert_string_equal(a->id, "images--other");
    assert_string_equal(b->id, "text--other");
    assert_string_equal(c->id, "text--other-2");
    assert_memory_equal(d->id, "section-", 8);
    assert_string_equal(list.catalog->public.id, "a-list-of-lists");
    list_end(&list);
}

static void
a_catalog_without_title_goes_by_its_file(void **state)
{
    (void)state;
    struct list list;
    list_begin(&list);
    cx_settle(list.catalog);
    assert_string_equal(list.catalog->public.id, "a-list");
    list_end(&list);
}

static void
shared_links_are_marked(void **state)
{
    (void)state;
    struct list list;
    list_begin(&list);
    list_record(&list, "A");
    struct catex_link *a = list_link(&list, CATEX_ROLE_ACCESS, "https://x/1");
    struct catex_link *own = list_link(&list, CATEX_ROLE_ACCESS, "https://x/2");
    list_link(&list, CATEX_ROLE_INFO, "https://x/2"); /* twice in one record */
    list_record(&list, "B");
    struct catex_link *b = list_link(&list, CATEX_ROLE_CODE, "https://x/1");
    cx_settle(list.catalog);
    assert_true(a->flags & CATEX_LINK_SHARED);
    assert_true(b->flags & CATEX_LINK_SHARED);
    assert_false(own->flags & CATEX_LINK_SHARED);
    list_end(&list);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ids_of_records),
        cmocka_unit_test(namesakes_do_not_depend_on_order),
        cmocka_unit_test(a_part_keeps_its_id_when_its_whole_meets_a_namesake),
        cmocka_unit_test(same_title_and_url_are_numbered),
        cmocka_unit_test(ids_differ_whatever_the_titles),
        cmocka_unit_test(edits_change_no_other_id),
        cmocka_unit_test(ids_of_sections),
        cmocka_unit_test(a_catalog_without_title_goes_by_its_file),
        cmocka_unit_test(shared_links_are_marked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
