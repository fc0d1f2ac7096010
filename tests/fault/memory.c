/* SPDX-License-Identifier: MIT */
/* Each allocation of an export fails once: in libcatex, in the plugins and in
 * the libraries below them. Each time the error is clean, nothing leaks, and
 * no file is torn: memory LIST [FACTS] */
#include <catex/catex.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The real allocator: of the sanitizers, or of glibc. */
void *__interceptor_malloc(size_t size) __attribute__((weak));
void *__interceptor_calloc(size_t count, size_t size) __attribute__((weak));
void *__interceptor_realloc(void *old, size_t size) __attribute__((weak));
void __interceptor_free(void *memory) __attribute__((weak));
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *old, size_t size);
void __libc_free(void *memory);
#define REAL(name) \
    (__interceptor_##name != NULL ? __interceptor_##name : __libc_##name)

static long made, held, fail_at; /* fail_at 0: none fails */

static int
fails(void)
{
    return ++made == fail_at;
}

void *
malloc(size_t size)
{
    void *memory = fails() ? NULL : REAL(malloc)(size);
    held += memory != NULL;
    return memory;
}

void *
calloc(size_t count, size_t size)
{
    void *memory = fails() ? NULL : REAL(calloc)(count, size);
    held += memory != NULL;
    return memory;
}

void *
realloc(void *old, size_t size)
{
    void *memory = fails() ? NULL : REAL(realloc)(old, size);
    held += memory != NULL && old == NULL;
    return memory;
}

void
free(void *memory)
{
    held -= memory != NULL;
    REAL(free)(memory);
}

static const char *list, *facts[2];
static struct catex_registry *registry;
static char folder[] = "/tmp/catex-memory-XXXXXX", path[64];

static void
ignore(const struct catex_report *report, void *user_data)
{
    (void)report;
    (void)user_data;
}

/* From the file to the file, in one format. */
static int
work(const char *format, struct catex_error *error)
{
    struct catex_catalog *catalog = NULL;
    struct catex_target target = {.size = sizeof target, .path = path};
    const struct catex_load_options load = {
        .size = sizeof load, .report = ignore,
        .facts = facts[0] == NULL ? NULL : facts};
    const struct catex_export_options options = {.size = sizeof options,
                                                 .report = ignore};
    int status = catex_registry_find(registry, format, &target.exporter,
                                     error);
    if (status == CATEX_OK)
        status = catex_load(list, &load, &catalog, error);
    target.catalog = catalog;
    if (status == CATEX_OK)
        status = catex_export(&target, 1, &options, error);
    catex_catalog_free(catalog);
    return status;
}

static char *
read_file(size_t *ret_size)
{
    static char bytes[1 << 20];
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        return NULL;
    *ret_size = fread(bytes, 1, sizeof bytes, file);
    fclose(file);
    return bytes;
}

static int
fail(const char *format, long at, const char *what)
{
    fprintf(stderr, "%s: allocation %ld: %s\n", format, at, what);
    return 1;
}

/* The allocation @at fails; what was there before must be there or gone as a
 * whole. */
static int
try_one(const char *format, long at, const char *whole, size_t whole_size)
{
    struct catex_error error = {0};
    size_t size = 0;
    unlink(path);
    long before = held;
    made = 0;
    fail_at = at;
    int status = work(format, &error);
    fail_at = 0;
    /* What libxml2 loses then is its own; exporters live in short processes. */
    if (held != before && strcmp(format, "dcat") != 0)
        return fail(format, at, "something leaks");
    if (status != error.code)
        return fail(format, at, "the error is not what was returned");
    const char *bytes = read_file(&size);
    if (status == CATEX_OK && (bytes == NULL || size != whole_size ||
                               memcmp(bytes, whole, size) != 0))
        return fail(format, at, "what is written is not whole");
    if (status != CATEX_OK && (bytes != NULL || error.text[0] == '\0'))
        return fail(format, at, "it failed and left a file, or said nothing");
    /* jansson does not tell a lack of memory from a fault of the text. */
    if (status != CATEX_OK && strstr(error.text, "memory") == NULL &&
        strstr(error.text, "is not JSON") == NULL)
        return fail(format, at, error.text);
    return 0;
}

/* What is made once and kept, like a table of libc, is no leak. */
static int
try_again(const char *format, long at, const char *whole, size_t size)
{
    return try_one(format, at, whole, size) != 0 &&
           try_one(format, at, whole, size) != 0;
}

static int
try_format(const char *format, long *ret_points)
{
    struct catex_error error = {0};
    size_t size = 0;
    int failed = 0;
    for (int i = 0; i < 2; i++) { /* the first run makes what stays */
        made = 0;
        if (work(format, &error) != CATEX_OK)
            return fail(format, 0, error.text);
    }
    long points = made;
    const char *bytes = read_file(&size);
    char *whole = bytes == NULL ? NULL : REAL(malloc)(size + 1);
    if (whole == NULL)
        return fail(format, 0, "nothing is written");
    memcpy(whole, bytes, size);
    for (long at = 1; at <= points && failed < 5; at++)
        failed += try_again(format, at, whole, size);
    REAL(free)(whole);
    *ret_points += points;
    return failed;
}

int
main(int argc, char **argv)
{
    static const char *const formats[] = {"json", "csv", "bibtex", "dcat",
                                          "schemaorg"};
    int failed = 0;
    long points = 0;
    if (argc < 2 || mkdtemp(folder) == NULL)
        return 2;
    list = argv[1];
    facts[0] = argc > 2 ? argv[2] : NULL;
    snprintf(path, sizeof path, "%s/out", folder);
    registry = catex_registry_new();
    for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++)
        failed += try_format(formats[i], &points);
    catex_registry_free(registry);
    unlink(path);
    rmdir(folder);
    printf("%ld allocations failed, one at a time\n", points);
    return failed == 0 ? 0 : 1;
}
