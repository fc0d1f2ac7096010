/* SPDX-License-Identifier: MIT */
/* URLs of lists come out as URIs, and nothing of them is lost. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include <catex/text.h>

static void
becomes(const char *url, const char *want)
{
    char out[512];
    assert_int_equal(catex_uri(out, sizeof out, url), strlen(want));
    assert_string_equal(out, want);
    char again[512];
    catex_uri(again, sizeof again, out);
    assert_string_equal(again, out);
}

static void
a_uri_stays_as_it_is(void **state)
{
    (void)state;
    static const char *const uris[] = {
        "http://a.example/b(c)/d;e=f,g?h=i&j=/?k#l?m/:@!$'*+~",
        "https://user:pw@a.example:8080/%C3%A9%2F%2f",
        "http://[2001:db8::1]:80/", "mailto:someone@a.example?subject=x",
        "ftp://a.example", "javascript:alert(1)"};
    for (size_t i = 0; i < sizeof uris / sizeof uris[0]; i++)
        becomes(uris[i], uris[i]);
}

static void
what_the_syntax_forbids_is_encoded(void **state)
{
    (void)state;
    becomes("http://a.example/b c\"<>\\^`{|}\n",
            "http://a.example/b%20c%22%3C%3E%5C%5E%60%7B%7C%7D%0A");
    becomes("http://a.example/\xC3\xA9?\xE2\x80\xAE#\xF0\x9F\x98\x80",
            "http://a.example/%C3%A9?%E2%80%AE#%F0%9F%98%80");
    becomes("http://b\xC3\xBC.example/", "http://b%C3%BC.example/");
    becomes("http://a.example/100%/%4/%zz/%41",
            "http://a.example/100%25/%254/%25zz/%41");
    becomes("http://a.example/a[1]#b#c", "http://a.example/a%5B1%5D#b%23c");
    becomes("http://[::1::2]/", "http://%5B%3A%3A1%3A%3A2%5D/");
    becomes("http://a.example:b/", "http://a.example%3Ab/");
    becomes("http://a@b@c/", "http://a%40b@c/");
    becomes("http://a.example\\@b.example/", "http://a.example%5C@b.example/");
    becomes("mailto:a/b@c?d/e", "mailto:a%2Fb@c?d/e");
    becomes("", "");
}

static void
what_readers_resolve_is_resolved(void **state)
{
    (void)state;
    becomes("HTTPS://A.example/B", "https://A.example/B");
    becomes("http://a/b/../c/./d/..", "http://a/c/");
    becomes("http://a/../../b/.", "http://a/b/");
    becomes("/.//a/b", "/.//a/b");
    becomes("urn:/a/..//b", "urn:/.//b");
    becomes("http://a/.//b", "http://a//b");
    becomes("http://a/..b/.../c..", "http://a/..b/.../c..");
    becomes("http://a/b?c/../d#e/../f", "http://a/b?c/../d#e/../f");
    char deep[1024] = "http://a", want[1024];
    for (int i = 0; i < 70; i++)
        strcat(deep, "/b");
    strcpy(want, deep);
    want[strlen("http://a") + 2 * 6] = '\0';
    for (int i = 0; i < 64; i++)
        strcat(deep, "/..");
    strcat(deep, "/c");
    strcat(want, "/c");
    becomes(deep, want);
}

static void
too_little_room_is_told(void **state)
{
    (void)state;
    char out[10] = "untouched";
    assert_int_equal(catex_uri(NULL, 0, "http://a/ "), 12);
    assert_int_equal(catex_uri(out, 0, "http://a/ "), 12);
    assert_string_equal(out, "untouched");
    assert_int_equal(catex_uri(out, sizeof out, "http://a/ "), 12);
    assert_string_equal(out, "http://a/");
}

static void
schemes_are_told_apart(void **state)
{
    (void)state;
    static const struct {
        const char *url;
        int scheme;
    } cases[] = {{"http://a", CATEX_SCHEME_WEB},
                 {"HTTPS://a", CATEX_SCHEME_WEB},
                 {"ftp://a", CATEX_SCHEME_FTP},
                 {"mailto:a@b", CATEX_SCHEME_MAIL},
                 {"javascript:alert(1)", CATEX_SCHEME_OTHER},
                 {"data:text/html,x", CATEX_SCHEME_OTHER},
                 {"http://", CATEX_SCHEME_OTHER},
                 {"http:///path", CATEX_SCHEME_OTHER},
                 {"http:a", CATEX_SCHEME_OTHER},
                 {"mailto:", CATEX_SCHEME_OTHER},
                 {"docs/readme.md", CATEX_SCHEME_NONE},
                 {"//a.example/", CATEX_SCHEME_NONE},
                 {"1:2", CATEX_SCHEME_NONE},
                 {" http://a", CATEX_SCHEME_NONE},
                 {"", CATEX_SCHEME_NONE}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        assert_int_equal(catex_url_scheme(cases[i].url), cases[i].scheme);
        assert_int_equal(catex_url_is_link(cases[i].url),
                         cases[i].scheme == CATEX_SCHEME_WEB ||
                             cases[i].scheme == CATEX_SCHEME_FTP);
    }
}

static void
a_doi_is_the_same_in_capitals(void **state)
{
    (void)state;
    static const struct {
        const char *url, *other;
        int same;
    } cases[] = {
        {"http://a.b/C", "http://a.b/C", 1},
        {"http://a.b/C", "http://a.b/c", 0},
        {"https://doi.org/10.1/AbC", "http://dx.doi.org/10.1/aBc", 1},
        {"https://DOI.org/10.1/a", "https://www.doi.org/10.1/A", 1},
        {"https://doi.org/10.1/a", "https://doi.org/10.1/ab", 0},
        {"https://doi.org/10.1/a", "https://not-doi.org/10.1/a", 0},
        {"doi.org/10.1/a", "doi.org/10.1/A", 0},
        {"", "https://doi.org/", 0}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        assert_int_equal(catex_same_url(cases[i].url, cases[i].other),
                         cases[i].same);
        assert_int_equal(catex_same_url(cases[i].other, cases[i].url),
                         cases[i].same);
    }
}

static int
append(const void *bytes, size_t size, void *user_data)
{
    strncat(user_data, bytes, size);
    return 0;
}

static void
a_writer_gets_the_same(void **state)
{
    (void)state;
    char out[64] = "";
    struct catex_writer *writer = catex_writer_new(append, out);
    catex_write_uri(writer, "HTTP://a.example/b c");
    assert_int_equal(catex_writer_flush(writer, "out", NULL), CATEX_OK);
    assert_string_equal(out, "http://a.example/b%20c");
    catex_writer_free(writer);
}

static void
a_file_is_more_than_a_paper(void **state)
{
    (void)state;
    struct catex_link link = {.roles = CATEX_ROLE_ACCESS,
                              .url = "https://a.example/b.csv"};
    assert_false(catex_link_is_file(&link));
    link.flags = CATEX_LINK_DIRECT;
    assert_true(catex_link_is_file(&link));
    link.roles = CATEX_ROLE_PAPER | CATEX_ROLE_LICENCE;
    assert_false(catex_link_is_file(&link));
    link.roles |= CATEX_ROLE_DOWNLOAD;
    assert_true(catex_link_is_file(&link));
    link.url = "b.csv";
    assert_false(catex_link_is_file(&link));
}

static void
a_link_is_named_by_role_and_url(void **state)
{
    (void)state;
    struct catex_link link = {.roles = CATEX_ROLE_CODE | CATEX_ROLE_DOWNLOAD,
                              .url = "a"};
    char out[CATEX_LINK_ID_SIZE];
    assert_string_equal(catex_link_id(&link, out), "download-e40c292c");
    link.roles = CATEX_ROLE_BENCHMARK;
    link.url = "b";
    assert_string_equal(catex_link_id(&link, out), "benchmark-e70c2de5");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_uri_stays_as_it_is),
        cmocka_unit_test(what_the_syntax_forbids_is_encoded),
        cmocka_unit_test(what_readers_resolve_is_resolved),
        cmocka_unit_test(too_little_room_is_told),
        cmocka_unit_test(schemes_are_told_apart),
        cmocka_unit_test(a_doi_is_the_same_in_capitals),
        cmocka_unit_test(a_writer_gets_the_same),
        cmocka_unit_test(a_file_is_more_than_a_paper),
        cmocka_unit_test(a_link_is_named_by_role_and_url),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
