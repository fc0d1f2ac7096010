/* SPDX-License-Identifier: MIT */
/* What is written loads again and is written again as the same bytes. The
 * file every-field.json has each member that there is, as it is written. */
#include "load.h"

static void
json_loads_as_it_was_written(void **state)
{
    (void)state;
    size_t size, out_size;
    char *text = read_text(EVERY_FIELD, &size);
    struct catex_catalog *catalog = load_text(text, size, CATEX_FORMAT_JSON);
    char *out = export_text(catalog, "no", &out_size);
    assert_string_equal(out, text);
    catex_catalog_free(catalog);
    free(out);
    free(text);
}

static void
lines_load_as_they_were_written(void **state)
{
    (void)state;
    size_t size, lines_size, again_size;
    char *text = read_text(EVERY_FIELD, &size);
    struct catex_catalog *catalog = load_text(text, size, CATEX_FORMAT_JSON);
    char *lines = export_text(catalog, "yes", &lines_size);
    catex_catalog_free(catalog);
    catalog = load_text(lines, lines_size, CATEX_FORMAT_NDJSON);
    char *again = export_text(catalog, "yes", &again_size);
    assert_string_equal(again, lines);
    free(again);
    again = export_text(catalog, "no", &again_size);
    assert_string_equal(again, text);
    catex_catalog_free(catalog);
    free(again);
    free(lines);
    free(text);
}

static void
an_empty_catalog_stays_one(void **state)
{
    (void)state;
    static const char text[] =
        "{\"format\": \"catex-catalog\", \"version\": 1,\n"
        "\"catalog\": {\"language\": \"en\"},\n"
        "\"sections\": [],\n\"records\": []}\n";
    size_t size;
    struct catex_catalog *catalog =
        load_text(text, sizeof text - 1, CATEX_FORMAT_JSON);
    char *out = export_text(catalog, "no", &size);
    assert_string_equal(out, text);
    catex_catalog_free(catalog);
    free(out);
}

/* Keys in another order, more space, escapes, a byte order mark: what other
 * programs make of the file is still the same catalog. */
static void
other_spellings_are_the_same(void **state)
{
    (void)state;
    static const char odd[] =
        "\xEF\xBB\xBF\r\n{ \"records\" : [ {\"title\":\"\\u0041\\ud83d\\ude00"
        "\",\"sections\":[\"s\"],\"id\":\"aa\"} ] ,\r\n"
        "\"s\\u0065ctions\":[{\"title\":\"S\",\"id\":\"s\"}],\n"
        "\"catalog\":{},\"version\":1,\"format\":\"catex-catalog\"}\n\n ";
    static const char plain[] =
        "{\"format\": \"catex-catalog\", \"version\": 1,\n"
        "\"catalog\": {\"language\": \"en\"},\n"
        "\"sections\": [\n{\"id\": \"s\", \"title\": \"S\"}\n],\n"
        "\"records\": [\n{\"id\": \"aa\", \"title\": \"A\xF0\x9F\x98\x80\", "
        "\"sections\": [\"s\"]}\n]}\n";
    size_t size;
    struct catex_catalog *catalog =
        load_text(odd, sizeof odd - 1, CATEX_FORMAT_JSON);
    char *out = export_text(catalog, "no", &size);
    assert_string_equal(out, plain);
    catex_catalog_free(catalog);
    free(out);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(json_loads_as_it_was_written),
        cmocka_unit_test(lines_load_as_they_were_written),
        cmocka_unit_test(an_empty_catalog_stays_one),
        cmocka_unit_test(other_spellings_are_the_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
