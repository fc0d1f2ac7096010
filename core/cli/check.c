/* SPDX-License-Identifier: MIT */
/* catex check: what is wrong or unclear in a list. */
#include "coverage.h"

int
cli_check(struct cli_args *args)
{
    struct cli_messages *messages = &args->messages;
    int code = CLI_DONE;
    if (args->list_count == 0)
        return cli_fail(messages, CLI_USAGE, NULL,
                        "no list to check is given; see «catex help check»");
    messages->to = stdout;
    messages->verbose = 1;
    messages->lists = NULL; /* the loader names a list as we do */
    for (size_t i = 0; i < args->list_count; i++) {
        const struct catex_load_options options = cli_load_options(args);
        struct catex_error error = {0};
        struct catex_catalog *catalog = NULL;
        if (catex_load(args->lists[i], &options, &catalog, &error) != CATEX_OK)
            code = cli_fail_error(messages, NULL, &error);
        else if (args->coverage || args->facts_count > 0)
            cli_coverage(messages, args->lists[i], catalog);
        catex_catalog_free(catalog);
    }
    return code == CLI_DONE && messages->reports > 0 ? CLI_PROBLEMS : code;
}
