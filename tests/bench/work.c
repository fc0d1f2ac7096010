/* SPDX-License-Identifier: MIT */
/* Loads a list and writes it to nowhere in each format, all in one process,
 * for growth.py to count: work LIST [FORMAT…]; no format: it only loads. */
#include <stdio.h>

#include <catex/catex.h>

static int
write_in(struct catex_registry *registry, const struct catex_catalog *catalog,
         const char *format, struct catex_error *error)
{
    struct catex_target target = {.size = sizeof target, .catalog = catalog,
                                  .path = "/dev/null"};
    if (catex_registry_find(registry, format, &target.exporter, error) == 0)
        catex_export(&target, 1, NULL, error);
    return error->code;
}

static void
ignore(const struct catex_report *report, void *user_data)
{
    (void)report;
    (void)user_data;
}

int
main(int argc, char **argv)
{
    struct catex_error error = {0};
    struct catex_catalog *catalog = NULL;
    const struct catex_load_options options = {.size = sizeof options,
                                               .report = ignore};
    struct catex_registry *registry = catex_registry_new();
    if (argc < 2 || registry == NULL)
        return 2;
    catex_load(argv[1], &options, &catalog, &error);
    for (int i = 2; i < argc && error.code == CATEX_OK; i++)
        write_in(registry, catalog, argv[i], &error);
    if (error.code != CATEX_OK)
        fprintf(stderr, "%s: %s\n", error.source, error.text);
    catex_catalog_free(catalog);
    catex_registry_free(registry);
    return error.code == CATEX_OK ? 0 : 1;
}
