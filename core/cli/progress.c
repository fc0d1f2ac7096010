/* SPDX-License-Identifier: MIT */
/* How far an export of streams is, on a terminal, once it takes longer than a
 * second. Children share the position in their file with this process. The
 * line ends at its start, so that a message takes its place. */
#include "plan.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

struct cli_progress {
    const struct cli_plan *plan;
    double start, last;
    int shown;
};

static double
now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

struct cli_progress *
cli_progress_new(const struct cli_plan *plan, const struct cli_args *args)
{
    const char *terminal = getenv("TERM");
    if (plan->stream_count == 0 || args->messages.quiet ||
        args->messages.json || !isatty(STDERR_FILENO) || terminal == NULL ||
        strcmp(terminal, "dumb") == 0)
        return NULL;
    struct cli_progress *progress = cli_alloc(sizeof *progress);
    *progress = (struct cli_progress){.plan = plan, .start = now()};
    return progress;
}

/* Bytes that were read, and that there are; 0 of what has no size. */
static void
add_up(const struct cli_plan *plan, double *ret_done, double *ret_all)
{
    *ret_done = *ret_all = 0;
    for (size_t i = 0; i < plan->stream_count; i++) {
        struct stat st;
        off_t at = lseek(plan->streams[i].fd, 0, SEEK_CUR);
        if (at < 0 || fstat(plan->streams[i].fd, &st) != 0)
            continue;
        *ret_done += (double)at;
        *ret_all += (double)st.st_size;
    }
}

void
cli_progress_show(void *data)
{
    struct cli_progress *progress = data;
    double time = now(), took = time - progress->start, done, all;
    if (took < 1 || time - progress->last < 0.5)
        return;
    add_up(progress->plan, &done, &all);
    progress->last = time;
    progress->shown = 1;
    if (all <= 0 || done <= 0)
        fprintf(stderr, "catex: %.0f s\033[K\r", took);
    else
        fprintf(stderr, "catex: %.0f %%, %.1f MB/s, %.0f s left\033[K\r",
                100 * done / all, done / took / 1e6,
                took * (all - done) / done);
}

void
cli_progress_free(struct cli_progress *progress)
{
    if (progress != NULL && progress->shown)
        fputs("\033[K", stderr);
    free(progress);
}
