/* SPDX-License-Identifier: MIT */
/* Exporting NDJSON in the memory of one record: each exporter reads the list
 * for itself, as it goes. */
#include "plan.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int
ends_with(const char *text, const char *tail)
{
    size_t size = strlen(text), length = strlen(tail);
    return size >= length && strcmp(text + size - length, tail) == 0;
}

static int
is_ndjson(const struct cli_args *args, const char *path)
{
    return args->list_format == CATEX_FORMAT_NDJSON ||
           (args->list_format == 0 && ends_with(path, ".ndjson"));
}

static int
can_stream(const struct cli_plan *plan, const struct cli_args *args)
{
    if (args->list_count != 1 || !is_ndjson(args, args->lists[0]))
        return 0;
    for (size_t i = 0; i < plan->exporter_count; i++)
        if ((plan->exporters[i]->flags & CATEX_EXPORTER_WHOLE) != 0)
            return 0;
    return 1;
}

/* Whether the list can be opened again and again. */
static int
is_regular(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && S_ISREG(st.st_mode);
}

/* Where the streams read from, each for itself: the list, or the copy of what
 * comes once only. */
struct source {
    const char *path;
    char copy[64];
    int fd; /* of the copy, or -1 */
};

static int
find_source(struct source *source, const struct cli_plan *plan,
            struct cli_args *args)
{
    int readers = (int)plan->exporter_count + args->merge;
    source->path = args->lists[0];
    source->fd = -1;
    if (args->list_count == 1 && (is_regular(source->path) || readers == 1))
        return CLI_DONE;
    int code = cli_spool(args, &source->fd);
    snprintf(source->copy, sizeof source->copy, "/proc/self/fd/%d",
             source->fd);
    source->path = source->copy;
    return code;
}

static int
open_source(const char *path)
{
    return strcmp(path, "-") == 0 ? fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3)
                                  : open(path, O_RDONLY | O_CLOEXEC);
}

static int
open_one(struct cli_stream *stream, const char *path,
         const struct catex_load_options *options, struct catex_error *error)
{
    stream->fd = open_source(path);
    if (stream->fd < 0) /* the library says why, in its own words */
        return catex_stream_open(path, options, &stream->stream, error);
    return catex_stream_open_fd(stream->fd, options, &stream->stream, error);
}

static int
open_merge(struct cli_plan *plan, const char *path,
           const struct catex_load_options *options, struct catex_error *error)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return catex_error_set(error, CATEX_ERR_INPUT, options->name, 0,
                               "cannot be opened: %s", strerror(errno));
    int status = catex_merge_new(fd, options, &plan->merge, error);
    close(fd);
    return status;
}

static int
open_all(struct cli_plan *plan, struct cli_args *args, const char *path)
{
    struct catex_load_options options = cli_load_options(args);
    struct catex_error error = {0};
    options.name = args->list_count == 1 ? args->lists[0] : "(merged)";
    options.format = CATEX_FORMAT_NDJSON;
    int status = args->merge ? open_merge(plan, path, &options, &error)
                             : CATEX_OK;
    options.merge = plan->merge;
    plan->streams = cli_alloc(plan->exporter_count * sizeof *plan->streams);
    for (size_t i = 0; i < plan->exporter_count && status == CATEX_OK; i++) {
        status = open_one(&plan->streams[plan->stream_count++], path, &options,
                          &error);
        options.report = NULL; /* what the first one says is enough */
    }
    if (status == CATEX_OK)
        return CLI_DONE;
    cli_fail_error(&args->messages, NULL, &error);
    return CLI_INPUT;
}

static int
check_merge(const struct cli_plan *plan, struct cli_args *args)
{
    for (size_t i = 0; i < args->list_count; i++)
        if (!is_ndjson(args, args->lists[i]))
            return cli_fail(&args->messages, CLI_USAGE, args->lists[i],
                            "is not called .ndjson, and --merge joins NDJSON; "
                            "write a list so with «catex export -t json -O "
                            "json.lines=yes», or say -f ndjson");
    for (size_t i = 0; i < plan->exporter_count; i++)
        if ((plan->exporters[i]->flags & CATEX_EXPORTER_WHOLE) != 0)
            return cli_fail(&args->messages, CLI_USAGE,
                            plan->exporters[i]->name,
                            "needs the whole catalog at once, so it cannot "
                            "export what is merged");
    return CLI_DONE;
}

int
cli_streams_open(struct cli_plan *plan, struct cli_args *args)
{
    struct source source;
    int code = args->merge ? check_merge(plan, args) : CLI_DONE;
    if (code != CLI_DONE || (!args->merge && !can_stream(plan, args)))
        return code;
    code = find_source(&source, plan, args);
    if (code == CLI_DONE)
        code = open_all(plan, args, source.path);
    if (source.fd >= 0)
        close(source.fd);
    if (code != CLI_DONE)
        return code;
    plan->lists = cli_alloc(sizeof *plan->lists);
    plan->lists[plan->list_count++] = (struct cli_list){
        .path = args->list_count == 1 ? args->lists[0] : "-",
        .catalog = catex_stream_catalog(plan->streams[0].stream)};
    return CLI_DONE;
}

static int
next(const struct catex_record **ret_record, void *user_data,
     struct catex_error *error)
{
    return catex_stream_next(user_data, ret_record, error);
}

void
cli_streams_join(struct cli_plan *plan)
{
    for (size_t i = 0; i < plan->stream_count; i++) {
        struct catex_target *target = &plan->targets[i];
        target->catalog = catex_stream_catalog(plan->streams[i].stream);
        target->next = next;
        target->next_data = plan->streams[i].stream;
        target->next_fd = plan->streams[i].fd;
        target->stream = i == 0 ? plan->streams[i].stream : NULL;
    }
}

void
cli_streams_close(struct cli_plan *plan)
{
    for (size_t i = 0; i < plan->stream_count; i++) {
        catex_stream_close(plan->streams[i].stream);
        if (plan->streams[i].fd >= 0)
            close(plan->streams[i].fd);
    }
    free(plan->streams);
    catex_merge_free(plan->merge);
}
