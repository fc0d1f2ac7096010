/* SPDX-License-Identifier: MIT */
/* Which files an export writes. */
#ifndef CLI_PLAN_H
#define CLI_PLAN_H

#include "cli.h"

struct cli_list {
    const char *path; /* as the user named it */
    struct catex_catalog *loaded; /* NULL where it is a stream's */
    const struct catex_catalog *catalog;
    char *stem; /* what its files are called */
};

struct cli_stream {
    struct catex_stream *stream;
    int fd;
};

struct cli_plan {
    struct cli_list *lists;
    size_t list_count;
    const struct catex_exporter **exporters;
    size_t exporter_count;
    struct catex_setting **settings; /* of each exporter */
    size_t *setting_counts;
    struct catex_target *targets; /* of each list, all formats */
    size_t target_count;
    struct cli_stream *streams; /* one a target, if the list is streamed */
    size_t stream_count;
    struct catex_merge *merge; /* or NULL */
    char **folders; /* that were made for this */
    size_t folder_count;
};

/* Names the targets and makes the folder for them. */
int cli_plan_targets(struct cli_plan *plan, struct cli_args *args);

/* Removes those folders again that stayed empty. */
void cli_plan_undo(struct cli_plan *plan);

/* Opens the list as a stream for each exporter, if that can be done; else
 * there are no streams afterwards, and it is to be loaded. */
int cli_streams_open(struct cli_plan *plan, struct cli_args *args);

/* Copies all lists, one behind the other, into a file without a name. */
int cli_spool(struct cli_args *args, int *ret_fd);

/* Shows on a terminal how far the streams are; NULL where there is nothing to
 * show. _show() is the tick of an export. */
struct cli_progress;
struct cli_progress *cli_progress_new(const struct cli_plan *plan,
                                      const struct cli_args *args);
void cli_progress_show(void *progress);
void cli_progress_free(struct cli_progress *progress);

/* Gives each target its stream. */
void cli_streams_join(struct cli_plan *plan);

void cli_streams_close(struct cli_plan *plan);

#endif
