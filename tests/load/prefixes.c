/* SPDX-License-Identifier: MIT */
/* Loads a list cut off at the end of each of its lines. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <catex/catex.h>

static char *
read_all(const char *path, size_t *ret_size)
{
    FILE *file = fopen(path, "rb");
    char *bytes = NULL, *grown;
    size_t size = 0, got = 1;
    while (file != NULL && got > 0) {
        grown = realloc(bytes, size + 65536);
        if (grown == NULL)
            break;
        bytes = grown;
        got = fread(bytes + size, 1, 65536, file);
        size += got;
    }
    if (file != NULL)
        fclose(file);
    *ret_size = size;
    return bytes;
}

static void
on_report(const struct catex_report *report, void *user_data)
{
    *(size_t *)user_data += strlen(report->text) > 0;
}

/* How many records there are; -1: it cannot be read. */
static long
load(const char *bytes, size_t size, size_t *reports)
{
    struct catex_load_options options = {
        .size = sizeof options, .format = CATEX_FORMAT_MARKDOWN,
        .name = "prefix.md", .report = on_report, .user_data = reports};
    struct catex_catalog *catalog = NULL;
    struct catex_error error = {0};
    /* A copy as large as the text, so that a sanitizer sees its end. */
    char *copy = malloc(size + (size == 0));
    if (copy == NULL)
        return -1;
    memcpy(copy, bytes, size);
    int status = catex_load_bytes(copy, size, &options, &catalog, &error);
    free(copy);
    if (status != CATEX_OK) {
        printf("%zu bytes: %s\n", size, error.text);
        return -1;
    }
    long records = 0;
    for (struct catex_record *at = catalog->records; at != NULL; at = at->next)
        records++;
    catex_catalog_free(catalog);
    return records;
}

int
main(int argc, char **argv)
{
    size_t size, reports = 0;
    char *bytes = argc > 1 ? read_all(argv[1], &size) : NULL;
    if (bytes == NULL)
        return 1;
    long before = 0, lines = 0, fallen = 0;
    for (const char *at = bytes; at < bytes + size; lines++) {
        const char *stop = memchr(at, '\n', (size_t)(bytes + size - at));
        at = stop == NULL ? bytes + size : stop + 1;
        long records = load(bytes, (size_t)(at - bytes), &reports);
        if (records < 0)
            return 1;
        fallen += records < before;
        before = records;
    }
    printf("%ld lines, %ld entries, %zu reports, %ld times an entry less\n",
           lines, before, reports, fallen);
    free(bytes);
    return lines == 0 || before == 0;
}
