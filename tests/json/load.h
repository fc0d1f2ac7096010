/* SPDX-License-Identifier: MIT */
/* What the tests of JSON share: loading from memory, exporting to memory. */
#ifndef TEST_JSON_LOAD_H
#define TEST_JSON_LOAD_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <fcntl.h>
#include <unistd.h>

#include <catex/catex.h>
#include <catex/host.h>

/* The file at @path; to be freed. */
static inline char *
read_text(const char *path, size_t *ret_size)
{
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    size_t size = 0, room = 1 << 16, n;
    char *text = malloc(room + 1);
    assert_non_null(text);
    while ((n = fread(text + size, 1, room - size, file)) > 0) {
        size += n;
        if (size == room)
            assert_non_null(text = realloc(text, (room *= 2) + 1));
    }
    fclose(file);
    text[size] = '\0';
    *ret_size = size;
    return text;
}

/* What the exporter json makes of @catalog; to be freed. */
static inline char *
export_text(const struct catex_catalog *catalog, const char *lines,
            size_t *ret_size)
{
    char path[] = "/tmp/catex-test-XXXXXX";
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    close(fd);
    struct catex_error error = {0};
    struct catex_registry *registry = catex_registry_new();
    const struct catex_exporter *exporter;
    assert_int_equal(catex_registry_find(registry, "json", &exporter, &error),
                     CATEX_OK);
    const struct catex_setting setting = {"lines", lines};
    struct catex_target target = {.exporter = exporter,
                                  .catalog = catalog,
                                  .settings = &setting,
                                  .setting_count = 1,
                                  .path = path};
    struct catex_export_options options = {.size = sizeof options};
    if (catex_export(&target, 1, &options, &error) != CATEX_OK)
        fail_msg("%s", error.text);
    catex_registry_free(registry);
    char *text = read_text(path, ret_size);
    unlink(path);
    return text;
}

static inline struct catex_catalog *
load_text(const char *text, size_t size, uint32_t format)
{
    struct catex_load_options options = {
        .size = sizeof options, .format = format, .name = "list.json"};
    struct catex_catalog *catalog = NULL;
    struct catex_error error = {0};
    if (catex_load_bytes(text, size, &options, &catalog, &error) != CATEX_OK)
        fail_msg("%d: %s", error.line, error.text);
    return catalog;
}

#endif
