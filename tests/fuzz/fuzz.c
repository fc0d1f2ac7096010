/* SPDX-License-Identifier: MIT */
/* Loads and exports in this process, through the public interface. */
#include "fuzz.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

void
fuzz_fail(const char *format, ...)
{
    va_list args;
    va_start(args, format);
    fputs("does not hold: ", stderr);
    vfprintf(stderr, format, args);
    fputc('\n', stderr);
    va_end(args);
    abort();
}

uint64_t
fuzz_hash(const uint8_t *bytes, size_t size)
{
    uint64_t hash = UINT64_C(0xcbf29ce484222325);
    for (size_t i = 0; i < size; i++)
        hash = (hash ^ bytes[i]) * UINT64_C(0x100000001b3);
    return hash;
}

void
fuzz_see_report(const struct catex_report *report, void *user_data)
{
    (void)user_data;
    fuzz_check(report->kind != NULL && report->text != NULL,
               "a report says what it is");
    fuzz_check(report->line >= 0, "a report has a line");
    struct fuzz_text text = {(char *)(uintptr_t)report->text,
                             strlen(report->text)};
    fuzz_judge_utf8("a report", &text);
}

struct catex_catalog *
fuzz_load(const uint8_t *bytes, size_t size, uint32_t format)
{
    const struct catex_load_options options = {
        .size = sizeof options, .format = format, .name = "list.md",
        .report = fuzz_see_report};
    struct catex_error error = {0};
    struct catex_catalog *catalog = NULL;
    int status = catex_load_bytes((const char *)bytes, size, &options,
                                  &catalog, &error);
    fuzz_check((status == CATEX_OK) == (catalog != NULL),
               "a catalog comes with success alone");
    fuzz_check(status == error.code, "the error says what was returned");
    fuzz_check(status == CATEX_OK || status == CATEX_ERR_INPUT,
               "bytes are at fault, not %d", status);
    fuzz_check(status == CATEX_OK || error.text[0] != '\0',
               "a failure says why");
    return catalog;
}

static const struct catex_exporter *
exporter_of(const char *format)
{
    static struct catex_registry *registry;
    struct catex_error error = {0};
    const struct catex_exporter *exporter = NULL;
    if (registry == NULL)
        registry = catex_registry_new();
    if (catex_registry_find(registry, format, &exporter, &error) != CATEX_OK)
        fuzz_fail("%s: %s", format, error.text);
    return exporter;
}

/* Settings as @seed picks them, all of them valid; each text is at most
 * @size. How many there are. */
enum { MOST_SETTINGS = 8, VALUE_SIZE = 24 };
static size_t
pick_settings(const struct catex_exporter *exporter, uint64_t seed,
              struct catex_setting *settings, char values[][VALUE_SIZE])
{
    const struct catex_option *option;
    size_t count = 0;
    for (size_t i = 0;
         (option = catex_exporter_option(exporter, i)) != NULL; i++) {
        uint64_t pick = (seed >> (i * 6)) & 63, choices = 0;
        if (count == MOST_SETTINGS || pick < 32 ||
            option->type == CATEX_OPTION_TEXT ||
            strcmp(option->name, "metadata") == 0) /* needs a file */
            continue;
        while (option->choices != NULL && option->choices[choices] != NULL)
            choices++;
        char *value = values[count];
        if (option->type == CATEX_OPTION_BOOL)
            snprintf(value, VALUE_SIZE, "%s", pick & 1 ? "yes" : "no");
        else if (option->type == CATEX_OPTION_INT)
            snprintf(value, VALUE_SIZE, "%lld",
                     (long long)(pick & 1 ? option->min : option->max));
        else
            snprintf(value, VALUE_SIZE, "%s", option->choices[pick % choices]);
        settings[count++] = (struct catex_setting){option->name, value};
    }
    return count;
}

static struct fuzz_text
read_back(int fd)
{
    struct stat st;
    struct fuzz_text text = {0};
    fuzz_check(fstat(fd, &st) == 0, "the output is there");
    text.size = (size_t)st.st_size;
    text.bytes = malloc(text.size + 1);
    fuzz_check(text.bytes != NULL &&
                   pread(fd, text.bytes, text.size, 0) == st.st_size,
               "the output can be read");
    text.bytes[text.size] = '\0';
    close(fd);
    return text;
}

struct fuzz_text
fuzz_export(const struct catex_catalog *catalog, const char *format,
            uint64_t seed)
{
    char path[32], values[MOST_SETTINGS][VALUE_SIZE];
    struct catex_setting settings[MOST_SETTINGS];
    int fd = memfd_create(format, MFD_CLOEXEC);
    fuzz_check(fd >= 0, "a file in memory can be had");
    snprintf(path, sizeof path, "/dev/fd/%d", fd); /* written through */
    const struct catex_exporter *exporter = exporter_of(format);
    struct catex_target target = {
        .size = sizeof target, .exporter = exporter, .catalog = catalog,
        .path = path, .settings = settings,
        .setting_count = pick_settings(exporter, seed, settings, values)};
    const struct catex_export_options options = {.size = sizeof options,
                                                 .report = fuzz_see_report};
    struct catex_error error = {0};
    catex_export(&target, 1, &options, &error);
    fuzz_check(error.code == CATEX_OK, "%s can be written: %s", format,
               error.text);
    return read_back(fd);
}

/* What is written loads again, as the same bytes. */
static void
judge_round_trip(const struct fuzz_text *text, uint32_t format, uint64_t seed)
{
    struct catex_catalog *again =
        fuzz_load((const uint8_t *)text->bytes, text->size, format);
    fuzz_check(again != NULL, "what is written loads again:\n%s",
               text->bytes);
    struct fuzz_text second = fuzz_export(again, "json", seed);
    fuzz_check(second.size == text->size &&
                   memcmp(second.bytes, text->bytes, text->size) == 0,
               "the second export is the first:\n%s\n%s", text->bytes,
               second.bytes);
    catex_catalog_free(again);
    free(second.bytes);
}

void
fuzz_export_all(const struct catex_catalog *catalog, uint64_t seed)
{
    static const char *const formats[] = {"json", "json", "csv", "bibtex",
                                          "dcat", "schemaorg"};
    for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++) {
        /* JSON both ways: as one text and as lines. */
        uint64_t pick = i == 0 ? 0 : i == 1 ? 63 : seed;
        struct fuzz_text text = fuzz_export(catalog, formats[i], pick);
        fuzz_judge_utf8(formats[i], &text);
        if (i == 0)
            fuzz_judge_json(&text);
        else if (i == 1)
            fuzz_judge_lines(&text);
        else if (strcmp(formats[i], "csv") == 0)
            fuzz_judge_csv(&text);
        else if (strcmp(formats[i], "bibtex") == 0)
            fuzz_judge_bibtex(&text);
        else if (strcmp(formats[i], "dcat") == 0)
            fuzz_judge_xml(&text);
        else
            fuzz_judge_json(&text);
        if (i < 2)
            judge_round_trip(&text,
                             i == 0 ? CATEX_FORMAT_JSON : CATEX_FORMAT_NDJSON,
                             pick);
        free(text.bytes);
    }
}
