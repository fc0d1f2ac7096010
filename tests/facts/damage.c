/* SPDX-License-Identifier: MIT */
/* Files of facts that were cut or damaged anywhere are read or refused, and
 * never more than that: each kind of file, each byte of it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <unistd.h>

#include <catex/load.h>

static const char list[] =
    "{\"format\": \"catex-catalog\", \"version\": 1, \"catalog\": {},\n"
    "\"sections\": [{\"id\": \"s\", \"title\": \"S\"}], \"records\": [\n"
    "{\"id\": \"aa\", \"title\": \"A\", \"sections\": [\"s\"], \"links\": "
    "[{\"roles\": [\"access\"], \"url\": \"https://example.org/a\"}], "
    "\"publications\": [{\"id\": \"doi-10-1000-x\", \"doi\": \"10.1000/x\"}]"
    "}]}";

static const char *const files[] = {
    "{\"catalog\": {\"publisher\": {\"name\": \"P\"}},\n"
    "\"records\": {\"aa\": {\"licence\": {\"spdx\": \"MIT\"}, \"links\": "
    "[{\"url\": \"http://example.org/a\", \"direct\": true}, {\"url\": \"u\", "
    "\"roles\": [\"code\"]}], \"publications\": [{\"doi\": \"10.1000/x\", "
    "\"year\": 2001}, {\"doi\": \"10.1000/n\"}], \"counts\": [{\"value\": 3}],"
    " \"issued\": \"2001-02-03\"}, \"https://example.org/a\": {\"title\": "
    "\"B\"}},\n\"publications\": {\"10.1000/x\": {\"title\": \"T\"}}}",
    "[{\"DOI\": \"10.1000/X\", \"type\": \"book\", \"title\": \"<i>T</i>\", "
    "\"author\": [{\"family\": \"F\", \"given\": \"G\"}, {\"literal\": "
    "\"L\"}], \"issued\": {\"date-parts\": [[2001, \"2\", 3]]}, \"volume\": "
    "5, \"URL\": \"https://arxiv.org/abs/1901.00001v2\", \"number\": "
    "\"arXiv:1901.00001\"}]\n",
    "{\"DOI\": \"10.1000/X\", \"title\": \"T\"}{\"PMID\": 7}\n",
    "\xEF\xBB\xBFid,title,licence_spdx,creators,contact,contact_email,counts,"
    "issued,keywords,sections,landing_url,identifiers,mine\r\n"
    "aa,\"A \"\"b\"\"\nc\",MIT,\"F, G|L\",C,c@example.org,3 images|4,2001-02,"
    "k|'=l,s,https://example.org/a|u,doi:10.1000/y,\r\n"
    "zz,'=1,,,,,,,,,,,\r\n",
};
enum { FILES = sizeof files / sizeof files[0] };

static char path[] = "/tmp/catex-test-XXXXXX";

static void
count(const struct catex_report *report, void *user_data)
{
    assert_true(report->text[0] != '\0' && report->line >= 0);
    ++*(size_t *)user_data;
}

/* Reads the list with @size bytes of facts; whether they were taken. */
static int
takes(const char *bytes, size_t size)
{
    size_t reports = 0;
    const char *const paths[] = {path, NULL};
    const struct catex_load_options options = {
        .size = sizeof options, .format = CATEX_FORMAT_JSON, .name = "l.json",
        .facts = paths, .report = count, .user_data = &reports};
    struct catex_catalog *catalog = NULL;
    struct catex_error error = {0};
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, size, file), size);
    fclose(file);
    int status = catex_load_bytes(list, sizeof list - 1, &options, &catalog,
                                  &error);
    assert_true(status == CATEX_OK || status == CATEX_ERR_INPUT);
    assert_true((status == CATEX_OK) == (catalog != NULL));
    assert_true(status == CATEX_OK || error.text[0] != '\0');
    catex_catalog_free(catalog);
    return status == CATEX_OK;
}

static void
whole_files_are_taken(void **state)
{
    (void)state;
    for (size_t i = 0; i < FILES; i++)
        assert_true(takes(files[i], strlen(files[i])));
}

static void
cut_json_is_refused(void **state)
{
    (void)state;
    for (size_t i = 0; i < FILES; i++)
        for (size_t size = 0; size + 2 < strlen(files[i]); size++)
            if (takes(files[i], size) && i < 2)
                fail_msg("the first %zu bytes of file %zu are taken", size, i);
}

static void
damaged_files_do_no_harm(void **state)
{
    (void)state;
    static const char others[] = "\"{}[],:\\0\n\x80;|\x01<9";
    for (size_t i = 0; i < FILES; i++) {
        char *copy = strdup(files[i]);
        size_t size = strlen(copy);
        assert_non_null(copy);
        for (size_t at = 0; at < size; at++) {
            char kept = copy[at];
            copy[at] = others[(at * 7 + i) % sizeof others];
            takes(copy, size);
            copy[at] = kept;
        }
        free(copy);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(whole_files_are_taken),
        cmocka_unit_test(cut_json_is_refused),
        cmocka_unit_test(damaged_files_do_no_harm),
    };
    int fd = mkstemp(path);
    if (fd < 0)
        return 1;
    close(fd);
    int failures = cmocka_run_group_tests(tests, NULL, NULL);
    unlink(path);
    return failures;
}
