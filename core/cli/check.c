/* SPDX-License-Identifier: MIT */
/* catex check: what is wrong or unclear in a list. */
#include "coverage.h"

#include <stdlib.h>
#include <string.h>

/* What the loader says of a list comes when it finds it; who mends the list
 * goes through it line by line. So all of it is kept to the list's end; kinds
 * are the loader's own words, and stay. */
struct kept {
    struct catex_report report;
    size_t order; /* in which it came */
};

struct heard {
    struct cli_messages *messages;
    const char *list;
    struct kept *kept;
    size_t count, capacity;
};

static const char *
copy(const char *text)
{
    return text == NULL ? NULL
                        : strcpy(cli_alloc(strlen(text) + 1), text);
}

static void
hear(const struct catex_report *report, void *user_data)
{
    struct heard *heard = user_data;
    if (report->path == NULL || strcmp(report->path, heard->list) != 0) {
        cli_report(report, heard->messages);
        return;
    }
    if (heard->count == heard->capacity) {
        struct kept *before = heard->kept;
        heard->capacity = heard->capacity == 0 ? 64 : heard->capacity * 2;
        heard->kept = cli_alloc(heard->capacity * sizeof *heard->kept);
        if (heard->count > 0)
            memcpy(heard->kept, before, heard->count * sizeof *before);
        free(before);
    }
    struct kept *new = &heard->kept[heard->count];
    *new = (struct kept){*report, heard->count++};
    new->report.path = heard->list;
    new->report.record = copy(report->record);
    new->report.text = copy(report->text);
}

static int
by_line(const void *a, const void *b)
{
    const struct kept *one = a, *other = b;
    if (one->report.line != other->report.line)
        return one->report.line < other->report.line ? -1 : 1;
    return one->order < other->order ? -1 : one->order > other->order;
}

static void
tell(struct heard *heard)
{
    if (heard->count > 0)
        qsort(heard->kept, heard->count, sizeof *heard->kept, by_line);
    for (size_t i = 0; i < heard->count; i++) {
        struct catex_report *report = &heard->kept[i].report;
        cli_report(report, heard->messages);
        free((void *)(uintptr_t)report->record);
        free((void *)(uintptr_t)report->text);
    }
    free(heard->kept);
}

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
        struct catex_load_options options = cli_load_options(args);
        struct catex_error error = {0};
        struct catex_catalog *catalog = NULL;
        struct heard heard = {.messages = messages, .list = args->lists[i]};
        options.report = hear;
        options.user_data = &heard;
        int status = catex_load(args->lists[i], &options, &catalog, &error);
        tell(&heard);
        if (status != CATEX_OK)
            code = cli_fail_error(messages, NULL, &error);
        else if (args->coverage || args->facts_count > 0)
            cli_coverage(messages, args->lists[i], catalog);
        catex_catalog_free(catalog);
    }
    return code == CLI_DONE && messages->reports > 0 ? CLI_PROBLEMS : code;
}
