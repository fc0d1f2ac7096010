/* SPDX-License-Identifier: MIT */
/* A program that embeds catex: loads a list and walks its records. */
#include <stdio.h>

#include <catex/catex.h>

static void
print(const struct catex_record *record)
{
    printf("%s (line %d)\n", record->title, record->source.first_line);
    for (const struct catex_link *l = record->links; l != NULL; l = l->next)
        printf("    %s\n", l->url);
}

int
main(int argc, char **argv)
{
    const char *path = argc > 1 ? argv[1] : "-"; /* standard input */
    struct catex_load_options options = {.size = sizeof options};
    struct catex_error error = {0};
    struct catex_catalog *catalog;
    if (catex_load(path, &options, &catalog, &error) != CATEX_OK) {
        fprintf(stderr, "%s: %s\n", error.source, error.text);
        return 1;
    }
    for (const struct catex_record *r = catalog->records; r; r = r->next)
        print(r);
    catex_catalog_free(catalog);
    return 0;
}
