/* SPDX-License-Identifier: MIT */
/* Slugs, and the hash that ids hold. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "model/id.h"

static void
slug_is(const char *text, const char *want)
{
    char slug[CX_ID_SIZE];
    assert_int_equal(cx_slug(slug, text), strlen(want));
    assert_string_equal(slug, want);
}

static void
slugs_of_titles(void **state)
{
    (void)state;
    slug_is("EchoNet-Dynamic", "echonet-dynamic");
    slug_is("  (ADNI): a, b & c!  ", "adni-a-b-c");
    slug_is("2018 Data -- Science", "2018-data-science");
    slug_is("", "");
    slug_is("!?", "");
}

static void
letters_of_other_scripts(void **state)
{
    (void)state;
    slug_is("Universität São Łódź", "universitat-sao-lodz");
    slug_is("Straße Œuvre ĐÐ Þing ıI", "strasse-oeuvre-dd-thing-ii");
    slug_is("ﬁnal Ⅷ ℡ ½ Ｆｕｌｌ １２ x² 𝐁𝐨𝐥𝐝", "final-viii-tel-1-2-full-12-x2-bold");
    slug_is("e\u0301te\u0301 Z\u0351\u036Bal", "ete-zal"); /* marks */
    slug_is("soft\u00ADhyphen zero\u200Bwidth", "softhyphen-zerowidth");
    slug_is("a\u00A0b–c’s®", "a-b-c-s");
    slug_is("数据集 MRI 集", "mri");
    slug_is("中文数据集", "");
    slug_is("Набор", "");
    slug_is("\xFF" "a\xC3", "a"); /* no UTF-8 */
}

static void
long_titles_are_cut_at_a_word(void **state)
{
    (void)state;
    char text[400], want[400];
    memset(text, 'a', sizeof text);
    text[80] = '\0';
    slug_is(text, text);
    strcpy(text + 80, " more");
    strcpy(want, text);
    want[80] = '\0';
    slug_is(text, want);
    memcpy(text + 70, " bcd efghij jkl", 16);
    strcpy(want + 70, "-bcd");
    slug_is(text, want);
    memset(text, 'a', 399);
    text[399] = '\0';
    memset(want, 'a', 80);
    want[80] = '\0';
    slug_is(text, want);
}

static void
slugs_of_urls(void **state)
{
    (void)state;
    char slug[CX_ID_SIZE];
    cx_slug_url(slug, "https://me:pw@Data.example.org:8080/a/caf%C3%A9.html?q#f");
    assert_string_equal(slug, "data-example-org-a-cafe-html");
    cx_slug_url(slug, "files/x.csv");
    assert_string_equal(slug, "files-x-csv");
    assert_int_equal(cx_slug_url(slug, "#top"), 0);
}

static void
a_part_keeps_both_names(void **state)
{
    (void)state;
    char id[CX_ID_SIZE], part[81], whole[81];
    cx_slug_join(id, "whole", "part");
    assert_string_equal(id, "whole--part");
    memset(part, 'p', 80);
    memset(whole, 'w', 80);
    part[80] = whole[80] = '\0';
    assert_int_equal(cx_slug_join(id, whole, part), CX_CHILD_MOST);
    assert_memory_equal(id + 58, "ww--pp", 6);
    part[20] = '-';
    cx_slug_join(id, whole, part);
    assert_string_equal(id + 60, "--pppppppppppppppppppp");
    /* One after the other, however deep. */
    for (int i = 0; i < 5; i++)
        assert_true(cx_slug_join(id, id, part) <= CX_CHILD_MOST);
}

static void
hashes_stay_for_ever(void **state)
{
    (void)state;
    /* The values that FNV-1a's authors give. */
    assert_true(cx_hash(CX_HASH_START, "", 0) == UINT64_C(0xcbf29ce484222325));
    assert_true(cx_hash(CX_HASH_START, "foobar", 6) ==
                UINT64_C(0x85944171f73967e8));
    static const char *const same[] = {
        "https://www.a.example/b", "http://a.example/b/", "https://A.Example/b",
        "https://a.example:443/b#c"};
    for (size_t i = 0; i < 4; i++)
        assert_true(cx_hash_url(same[i]) == cx_hash_url("https://a.example/b"));
    assert_false(cx_hash_url("https://a.example/B") ==
                 cx_hash_url("https://a.example/b"));
    assert_false(cx_hash_url("https://a.example/b?c") ==
                 cx_hash_url("https://a.example/b"));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(slugs_of_titles),
        cmocka_unit_test(letters_of_other_scripts),
        cmocka_unit_test(long_titles_are_cut_at_a_word),
        cmocka_unit_test(slugs_of_urls),
        cmocka_unit_test(a_part_keeps_both_names),
        cmocka_unit_test(hashes_stay_for_ever),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
