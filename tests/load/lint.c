/* SPDX-License-Identifier: MIT */
/* What is reported of a list, and what is not: each kind by example. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "list.h"

struct heard {
    char all[4000]; /* "LINE KIND" of each report */
    char last[1024];
    int line;
};

static void
hear(const struct catex_report *report, void *user_data)
{
    struct heard *heard = user_data;
    size_t size = strlen(heard->all);
    snprintf(heard->all + size, sizeof heard->all - size, "%s%d %s",
             size == 0 ? "" : ", ", report->line, report->kind);
    snprintf(heard->last, sizeof heard->last, "%s", report->text);
    assert_string_equal(report->path, "a/list.md");
    assert_true(report->line >= heard->line); /* the order of the list */
    heard->line = report->line;
    const struct catex_report_kind *kind = catex_report_kinds();
    while (kind->name != NULL && strcmp(kind->name, report->kind) != 0)
        kind++;
    assert_non_null(kind->name);
}

/* Settles and checks the list, and frees it. */
static struct heard
reports(struct list *list)
{
    struct heard heard = {{0}, {0}, 0};
    const struct cx_input input = {
        .name = "a/list.md", .report = hear, .user_data = &heard};
    cx_settle(list->catalog);
    cx_lint(list->catalog, &input);
    list_end(list);
    return heard;
}

static struct heard
reports_of_url(const char *url)
{
    struct list list;
    list_begin(&list);
    list_record(&list, "A");
    list_link(&list, CATEX_ROLE_ACCESS, url);
    return reports(&list);
}

static void
a_good_list_gives_none(void **state)
{
    (void)state;
    struct list list;
    list_begin(&list);
    list_section(&list, "1", "Images", NULL);
    struct cx_draft *whole = list_record(&list, "Whole");
    list_link(&list, CATEX_ROLE_LANDING, "https://a.example/whole");
    list_part(&list, whole, "First part")->public.description = NULL;
    list_part(&list, whole, "Second part");
    list_link(&list, CATEX_ROLE_LANDING, "https://a.example/whole#2");
    list_section(&list, "2", "Texts", NULL);
    struct cx_draft *parts_only = list_record(&list, "Only its parts");
    list_part(&list, parts_only, "First part");
    list_link(&list, CATEX_ROLE_LANDING, "https://b.example/1");
    list_record(&list, "By mail")->public.access = CATEX_ACCESS_CONTACT;
    list_record(&list, "Labelled");
    list_link(&list, CATEX_ROLE_OTHER, "http://c.example")->label = "2019";
    assert_string_equal(reports(&list).all, "");
}

static void
no_description(void **state)
{
    (void)state;
    struct list list;
    list_begin(&list);
    list_record(&list, "A")->public.description = NULL;
    list_link(&list, CATEX_ROLE_ACCESS, "https://a.example/");
    assert_string_equal(reports(&list).all, "1 no-description");
}

static void
no_entry(void **state)
{
    (void)state;
    struct list list;
    list_begin(&list);
    list_section(&list, "1", "Images", NULL);
    assert_string_equal(reports(&list).all, "0 no-entry");
}

static void
no_link(void **state)
{
    (void)state;
    struct list list;
    list_begin(&list);
    struct cx_draft *whole = list_record(&list, "Whole");
    list_part(&list, whole, "Part");
    assert_string_equal(reports(&list).all, "1 no-link, 2 no-link");
}

static void
truncated_description(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool is;
    } ends[] = {{"It goes on…", true},   {"It goes on ...", true},
                {"It goes on [...]", true}, {"One. Two", false},
                {"It … ends.", false},    {"..", false}};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        struct list list;
        list_begin(&list);
        list_record(&list, "A")->public.description = ends[i].text;
        list_link(&list, CATEX_ROLE_ACCESS, "https://a.example/");
        assert_string_equal(reports(&list).all,
                            ends[i].is ? "1 truncated-description" : "");
    }
}

static void
unknown_label(void **state)
{
    (void)state;
    struct list list;
    list_begin(&list);
    list_record(&list, "A");
    list_link(&list, CATEX_ROLE_OTHER, "https://a.example/1")->label = "Dwnload";
    list_link(&list, CATEX_ROLE_OTHER, "https://a.example/2")->label = "Dwnload";
    list_link(&list, CATEX_ROLE_OTHER, "https://a.example/3");
    struct heard heard = reports(&list);
    assert_string_equal(heard.all, "2 unknown-label");
    assert_non_null(strstr(heard.last, "on 2 links"));
    assert_non_null(strstr(heard.last, "«Download»"));
}

static void
an_unknown_label_is_like_none(void **state)
{
    (void)state;
    struct list list;
    list_begin(&list);
    list_record(&list, "A");
    list_link(&list, CATEX_ROLE_OTHER, "https://a.example/1")->label = "Xyzzy";
    assert_null(strstr(reports(&list).last, "meant"));
}

static void
malformed_title(void **state)
{
    (void)state;
    static const struct {
        const char *title, *reports;
    } titles[] = {{"**Owls", "1 malformed-title"},
                  {"[Owls", "1 malformed-title"},
                  {"[Owls][owls] - Songs", "1 malformed-link"},
                  {"[Owls](owls", "1 malformed-link"},
                  {"Owls **", ""}, {"[Owls] of old", ""}, {"A* of [all", ""}};
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++) {
        struct list list;
        list_begin(&list);
        list_record(&list, titles[i].title)->public.description = "It is.";
        list_link(&list, CATEX_ROLE_ACCESS, "https://a.example/");
        assert_string_equal(reports(&list).all, titles[i].reports);
    }
}

static void
malformed_url(void **state)
{
    (void)state;
    static const char *const bad[] = {
        "https://a.example/b c", "http://", "https:///path", "http:/a.example",
        "https://https://a.example", "htps://a.example", "javascript:alert(1)", "hhttps://a.example",
        "https://example/x", "https://a..example/x", "https://a,b.example",
        "https://a.example/<x>", "https://a.example/50%", "https://a.example/%zz",
        "https://a.example/](https://b.example)", "ttps://a.example/x",
        "mailto:", "file:///home/x", "C:\\x.csv", "data:text/csv,x"};
    static const char *const good[] = {
        "https://a.example", "http://a.example:8080/b?c[]=d#e",
        "ftp://a.example/%41", "https://bücher.example/é",
        "http://[2001:db8::1]/", "http://localhost:80/", "mailto:a@b.example",
        "doi:10.1000/x", "s3://bucket/key", "wss://a.example/x", "https://me@a_b.example/~x(y)"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        if (strcmp(reports_of_url(bad[i]).all, "2 malformed-url") != 0)
            fail_msg("%s: %s", bad[i], reports_of_url(bad[i]).all);
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        if (reports_of_url(good[i]).all[0] != '\0')
            fail_msg("%s: %s", good[i], reports_of_url(good[i]).last);
}

static void
relative_url(void **state)
{
    (void)state;
    static const char *const urls[] = {"data/x.csv", "#section", "/x", "../y",
                                       "www.a.example/x", "//a.example/x",
                                       "10.1234/abc", "git@a.example:b/c.git",
                                       "https//a.example"};
    for (size_t i = 0; i < sizeof urls / sizeof *urls; i++)
        assert_string_equal(reports_of_url(urls[i]).all, "2 relative-url");
}

static void
duplicate_url(void **state)
{
    (void)state;
    struct list list;
    list_begin(&list);
    struct cx_draft *a = list_record(&list, "A");
    list_link(&list, CATEX_ROLE_LANDING, "https://www.x.example/1/");
    list_part(&list, a, "Part");
    list_link(&list, CATEX_ROLE_ACCESS, "https://www.x.example/1/");
    list_record(&list, "B");
    list_link(&list, CATEX_ROLE_PAPER, "https://x.example/1");
    list_record(&list, "C");
    list_link(&list, CATEX_ROLE_DOWNLOAD, "https://X.example/1");
    struct heard heard = reports(&list);
    assert_string_equal(heard.all, "8 duplicate-url");
    assert_non_null(strstr(heard.last, "«A» on line 2"));
}

static void
duplicate_title(void **state)
{
    (void)state;
    struct list list;
    list_begin(&list);
    for (int i = 0; i < 2; i++) {
        list_record(&list, i == 0 ? "Retina scans" : "Retina Scans");
        list_link(&list, CATEX_ROLE_ACCESS,
                  i == 0 ? "https://a.example/0" : "https://a.example/1");
    }
    assert_string_equal(reports(&list).all, "3 duplicate-title");
}

static void
inherited_link(void **state)
{
    (void)state;
    struct list list;
    list_begin(&list);
    for (int i = 0; i < 2; i++) {
        list_record(&list, i == 0 ? "A" : "B");
        struct catex_link *link = list_link(&list, CATEX_ROLE_ACCESS, "x y");
        link->flags = CATEX_LINK_INHERITED;
        link->line = 9;
    }
    /* The link itself is reported once, and not as a duplicate. */
    assert_string_equal(reports(&list).all,
                        "1 inherited-link, 3 inherited-link, 9 relative-url");
}

static void
duplicate_section_number(void **state)
{
    (void)state;
    struct list list;
    list_begin(&list);
    struct catex_section *first = list_section(&list, "1", "A", NULL);
    list_section(&list, "1", "B", first); /* counts within the first */
    list_section(&list, NULL, "C", NULL);
    list_section(&list, NULL, "D", NULL);
    struct catex_section *second = list_section(&list, "1", "E", NULL);
    list_section(&list, "1.1", "F", first);
    list_section(&list, "1.1", "G", second);
    assert_string_equal(
        reports(&list).all,
        "0 no-entry, 5 duplicate-section-number, "
                        "7 duplicate-section-number");
}

static void
http_and_https(void **state)
{
    (void)state;
    struct list list;
    list_begin(&list);
    list_record(&list, "A");
    list_link(&list, CATEX_ROLE_ACCESS, "http://a.example/1");
    list_link(&list, CATEX_ROLE_INFO, "https://A.example/2");
    list_link(&list, CATEX_ROLE_INFO, "http://b.example/2");
    assert_string_equal(reports(&list).all, "2 http-and-https");
}

static void
a_message_is_no_longer_than_it_should_be(void **state)
{
    (void)state;
    char title[2000];
    for (size_t i = 0; i < sizeof title - 1; i++)
        title[i] = i % 2 == 0 ? '\xC3' : '\xA9';
    title[sizeof title - 2] = '\0';
    struct list list;
    list_begin(&list);
    list_record(&list, title);
    struct heard heard = reports(&list);
    assert_in_range(strlen(heard.last), 100, 300);
    assert_non_null(strstr(heard.last, "\xC3\xA9» has no link"));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_good_list_gives_none),
        cmocka_unit_test(no_description),
        cmocka_unit_test(no_entry),
        cmocka_unit_test(no_link),
        cmocka_unit_test(truncated_description),
        cmocka_unit_test(unknown_label),
        cmocka_unit_test(an_unknown_label_is_like_none),
        cmocka_unit_test(malformed_title),
        cmocka_unit_test(malformed_url),
        cmocka_unit_test(relative_url),
        cmocka_unit_test(duplicate_url),
        cmocka_unit_test(duplicate_title),
        cmocka_unit_test(inherited_link),
        cmocka_unit_test(duplicate_section_number),
        cmocka_unit_test(http_and_https),
        cmocka_unit_test(a_message_is_no_longer_than_it_should_be),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
