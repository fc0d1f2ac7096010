/* SPDX-License-Identifier: MIT */
/* JSON that is no catalog is refused with a line, the path of the value and
 * the reason; whatever the bytes are, nothing worse happens. */
#include "load.h"

#define HEAD "{\"format\": \"catex-catalog\", \"version\": 1,\n"
#define RECORDS(text) HEAD "\"sections\": [{\"id\": \"s\", \"title\": " \
    "\"S\"}],\n\"records\": [\n" text "\n]}\n"
#define RECORD(text) RECORDS("{\"id\": \"aa\", \"title\": \"A\"},\n" \
    "{\"id\": \"bb\", \"title\": \"B\",\n" text "}")

static const struct {
    const char *text;
    int line;
    const char *words;
} refused[] = {
    {"", 1, "the text ends"},
    {"[]", 1, "an object"},
    {"{}", 1, "no \"format\""},
    {"{\"format\": \"other\", \"version\": 1}", 1, "format must be"},
    {"{\"format\": \"catex-catalog\"}", 1, "no \"version\""},
    {"{\"format\": \"catex-catalog\",\n\"version\": 2}", 2,
     "version must be 1"},
    {HEAD "\"records\": []} x", 2, "is not JSON"},
    {HEAD "\"records\": []\n\"sections\": []}", 3, "a comma"},
    {HEAD "\"records\": [],\n\"records\": []}", 3, "a second time"},
    {HEAD "\"records\": [],}", 2, "a key"},
    {HEAD "\"records\": {}}", 2, "an array"},
    {HEAD "\"records\": [1]}", 2, "records[0] is a number, where an object"},
    {HEAD "\"nothing\": [tru]}", 2, "nothing is not JSON"},
    {RECORDS("{\"id\": \"aa\"}"), 4, "records[0] lacks title"},
    {RECORDS("{\"title\": \"A\"}"), 4, "records[0] lacks id"},
    {RECORDS("{\"id\": \"A A\", \"title\": \"A\"}"), 4, "id that is not"},
    {RECORDS("{\"id\": \"a\", \"title\": \"A\"}"), 4, "id that is not"},
    {RECORDS("{\"id\": \"aa\", \"title\": \"A\"},\n"
             "{\"id\": \"aa\", \"title\": \"A\"}"),
     5, "records[1] has the id \"aa\" of another"},
    {RECORD("\"title\": \"C\""), 6, "duplicate object key"},
    {RECORD("\"group\": 5"), 6, "records[1].group is a number, where text"},
    {RECORD("\"group\": null"), 6, "is null, where text"},
    {RECORD("\"group\": \"\""), 6, "is empty"},
    {RECORD("\"topics\": [\"a\",\n\"b\",\n3]"), 8,
     "records[1].topics[2] is a number"},
    {RECORD("\"topics\": \"a\""), 6, "records[1].topics is text"},
    {RECORD("\"kind\": \"thing\""), 6, "is \"thing\", which is no kind"},
    {RECORD("\"sections\": [\n\"s\",\n\"t\"]"), 8,
     "records[1].sections[1] is \"t\", which is the id of no section"},
    {RECORD("\"links\": [{\"roles\": [\"access\"]}]"), 6,
     "records[1].links[0] lacks url"},
    {RECORD("\"links\": [{\"url\": \"u\"}]"), 6, "lacks roles"},
    {RECORD("\"links\": [{\"url\": \"u\", \"roles\": []}]"), 6,
     "links[0].roles is empty"},
    {RECORD("\"links\": [{\"url\": \"u\",\n\"roles\": [\"access\", "
            "\"Acess\"]}]"),
     7, "links[0].roles[1] is \"Acess\", which is no roles known"},
    {RECORD("\"counts\": [{\"value\": 1.5}]"), 6, "a fraction"},
    {RECORD("\"counts\": [{\"value\": -1}]"), 6, "is -1, where a number"},
    {RECORD("\"counts\": [{\"value\": 18446744073709551616}]"), 6,
     "too big integer"},
    {RECORD("\"counts\": [{\"value\": 1e999}]"), 6, "overflow"},
    {RECORD("\"publications\": [{\"id\": \"p\", \"year\": 0}]"), 6,
     "publications[0].year is 0"},
    {RECORD("\"publications\": [{\"id\": \"p\", \"year\": 2147483648}]"), 6,
     "is 2147483648"},
    {RECORD("\"publisher\": {\"email\": \"e\"}"), 6, "lacks name or family"},
    {RECORD("\"source\": {\"lines\": [3]}"), 6, "two line numbers"},
    {RECORD("\"source\": {\"lines\": [3, 2]}"), 6, "ends before it begins"},
    {RECORD("\"issued\": \"2001-13\""), 6, "issued is no date"},
    {RECORD("\"issued\": \"2001-02-29\""), 6, "issued is no date"},
    {RECORD("\"modified\": \"1.2.2001\""), 6, "modified is no date"},
    {RECORD("\"origin\": {\"nothing\": \"facts\"}"), 6, "is no field"},
    {RECORD("\"origin\": {\"title\": \"list\"}"), 6, "\"derived\" or"},
    {RECORD("\"group\": \"\\ud800\""), 6, "is not JSON"},
    {RECORD("\"group\": \"\\u0000\""), 6, "is not JSON"},
    {RECORD("\"group\": \"\xC0\xAF\""), 6, "is not JSON"},
    {RECORD("\"group\": \"\xED\xA0\x80\""), 6, "is not JSON"},
    {RECORD("\"group\": \"a\nb\""), 6, "is not JSON"},
    {RECORD("\"links\": [}"), 6, "is not JSON"},
    {HEAD "\"sections\": [{\"id\": \"a\", \"title\": \"A\", \"parent\": "
          "\"b\"}]}", 2, "sections[0].parent is \"b\""},
    {HEAD "\"sections\": [{\"id\": \"a\", \"title\": \"A\"},\n"
          "{\"id\": \"a\", \"title\": \"B\"}]}", 3, "of another section"},
    {HEAD "\"catalog\": {\"source\": []}}", 2,
     "catalog.source is an array, where an object"},
};

static int
refuses(const char *text, size_t size, uint32_t format,
        struct catex_error *error)
{
    struct catex_load_options options = {
        .size = sizeof options, .format = format, .name = "list.json"};
    struct catex_catalog *catalog = NULL;
    *error = (struct catex_error){0};
    int status = catex_load_bytes(text, size, &options, &catalog, error);
    if (status == CATEX_OK)
        catex_catalog_free(catalog);
    else
        assert_null(catalog);
    return status == CATEX_ERR_INPUT;
}

static void
what_is_wrong_is_said(void **state)
{
    (void)state;
    struct catex_error error;
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        const char *text = refused[i].text;
        if (!refuses(text, strlen(text), CATEX_FORMAT_JSON, &error))
            fail_msg("loaded: %s", text);
        if (strstr(error.text, refused[i].words) == NULL)
            fail_msg("%s: \"%s\" is not in \"%s\"", text, refused[i].words,
                     error.text);
        if (error.line != refused[i].line)
            fail_msg("%s: %s: line %d, not %d", text, error.text, error.line,
                     refused[i].line);
        assert_string_equal(error.source, "list.json");
    }
}

static void
lines_are_physical_ones(void **state)
{
    (void)state;
    static const char text[] =
        "{\"format\": \"catex-catalog\", \"version\": 1}\n\n"
        "{\"id\": \"aa\", \"title\": \"A\"}\r\n \n"
        "{\"id\": \"bb\", \"title\": 7}\n";
    struct catex_error error;
    assert_true(refuses(text, strlen(text), CATEX_FORMAT_NDJSON, &error));
    assert_int_equal(error.line, 5);
    assert_string_equal(error.text,
                        "records[1].title is a number, where text must stand");
}

/* A file that was cut anywhere is not taken for a whole one. */
static void
no_prefix_loads(void **state)
{
    (void)state;
    size_t size;
    char *text = read_text(EVERY_FIELD, &size);
    struct catex_error error;
    for (size_t cut = 0; cut + 1 < size; cut++) {
        char *prefix = malloc(cut + 1); /* so that a read behind it shows */
        assert_non_null(prefix);
        memcpy(prefix, text, cut);
        if (!refuses(prefix, cut, CATEX_FORMAT_JSON, &error))
            fail_msg("the first %zu bytes load", cut);
        assert_true(error.line > 0 && error.text[0] != '\0');
        free(prefix);
    }
    free(text);
}

/* With any one byte changed a file loads or is refused, never more. */
static void
any_byte_may_change(void **state)
{
    (void)state;
    static const char others[] = "\"{}[],:\\0\n\x80";
    size_t size;
    char *text = read_text(EVERY_FIELD, &size);
    struct catex_error error;
    for (size_t at = 0; at < size; at++) {
        char kept = text[at];
        text[at] = others[at % (sizeof others)];
        refuses(text, size, CATEX_FORMAT_JSON, &error);
        text[at] = kept;
    }
    free(text);
}

static char *
nested(const char *head, char open, size_t depth, const char *tail)
{
    char *text = malloc(strlen(head) + depth + strlen(tail) + 1);
    assert_non_null(text);
    strcpy(text, head);
    memset(text + strlen(head), open, depth);
    strcpy(text + strlen(head) + depth, tail);
    return text;
}

static void
deep_nesting_is_refused(void **state)
{
    (void)state;
    static const char *const heads[] = {
        "", HEAD "\"records\": ", HEAD "\"x\": ", HEAD "\"catalog\": ",
        HEAD "\"records\": [{\"id\": \"aa\", \"title\": \"A\", \"x\": "};
    struct catex_error error;
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
        for (const char *open = "[{"; *open != '\0'; open++) {
            char *text = nested(heads[i], *open, 100 * 1000, "1");
            assert_true(
                refuses(text, strlen(text), CATEX_FORMAT_JSON, &error));
            assert_true(
                refuses(text, strlen(text), CATEX_FORMAT_NDJSON, &error));
            free(text);
        }
    }
    char *closed = nested(HEAD "\"x\": ", '[', 200 * 1000, "}");
    memset(closed + strlen(closed) - 1 - 100 * 1000, ']', 100 * 1000);
    assert_true(refuses(closed, strlen(closed), CATEX_FORMAT_JSON, &error));
    assert_non_null(strstr(error.text, "x is not JSON"));
    free(closed);
}

struct reports {
    size_t count;
    char all[4096];
};

static void
note(const struct catex_report *report, void *user_data)
{
    struct reports *reports = user_data;
    size_t size = strlen(reports->all);
    snprintf(reports->all + size, sizeof reports->all - size,
             "%s:%d: %s: %s: %s\n", report->path, report->line, report->kind,
             report->record == NULL ? "-" : report->record, report->text);
    reports->count++;
}

static void
what_is_left_out_is_reported(void **state)
{
    (void)state;
    static const char text[] = HEAD
        "\"extra\": {\"a\": [1,\n2]},\n"
        "\"records\": [\n"
        "{\"id\": \"aa\", \"title\": \"A\", \"x y\": [{\n}, \"k\"],\n"
        "\"parent\": \"none\",\n\"links\": [{\"roles\": [\"access\"],\n"
        "\"colour\": 1, \"url\": \"u\\u0007\"}]}]}";
    struct reports reports = {0};
    struct catex_load_options options = {.size = sizeof options,
                                         .name = "list.json",
                                         .report = note,
                                         .user_data = &reports};
    struct catex_catalog *catalog;
    struct catex_error error = {0};
    assert_int_equal(catex_load_bytes(text, strlen(text), &options, &catalog,
                                      &error), CATEX_OK);
    assert_string_equal(
        reports.all,
        "list.json:2: unknown-key: -: extra is not known to catex and is left "
        "out\n"
        "list.json:5: unknown-key: aa: records[0][\"x y\"] is not known to "
        "catex and is left out\n"
        "list.json:9: unknown-key: aa: records[0].links[0].colour is not "
        "known to catex and is left out\n"
        "list.json:9: replaced-character: aa: records[0].links[0].url holds "
        "characters that no text may hold, U+FFFD stands in their place\n"
        "list.json:5: dangling-id: aa: the record \"aa\" names \"none\" as "
        "its parent, which is the id of no record\n");
    assert_string_equal(catalog->records->links->url, "u\xEF\xBF\xBD");
    catex_catalog_free(catalog);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_wrong_is_said),
        cmocka_unit_test(lines_are_physical_ones),
        cmocka_unit_test(no_prefix_loads),
        cmocka_unit_test(any_byte_may_change),
        cmocka_unit_test(deep_nesting_is_refused),
        cmocka_unit_test(what_is_left_out_is_reported),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
