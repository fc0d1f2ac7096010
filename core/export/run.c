/* SPDX-License-Identifier: MIT */
/* One run of one exporter, and the services it has meanwhile. */
#include "export/export.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "model/text.h"

/* What run->host points to. */
struct cx_host {
    const struct cx_services *services;
    const char *format;
    struct cx_arena scratch;
    struct cx_file *files; /* further files of this run */
    int failure; /* what a service that failed returned */
};

struct cx_file {
    struct cx_file *next;
    struct catex_writer *writer;
    char suffix[];
};

void
catex_run_warn(struct catex_run *run, const char *kind,
               const struct catex_record *record, const char *format, ...)
{
    struct cx_host *host = run->host;
    char text[1024];
    va_list args;
    va_start(args, format);
    cx_text_format(text, sizeof text, format, args);
    va_end(args);
    const struct catex_report report = {
        .format = host->format,
        .kind = kind,
        .path = record == NULL ? NULL : record->source.path,
        .line = record == NULL ? 0 : record->source.first_line,
        .record = record == NULL ? NULL : record->id,
        .text = text,
    };
    host->services->report(host->services->host_data, &report);
}

void *
catex_run_scratch(struct catex_run *run, size_t size)
{
    struct cx_host *host = run->host;
    void *memory = cx_alloc(&host->scratch, size);
    if (memory == NULL)
        host->failure = CATEX_ERR_MEMORY;
    return memory;
}

static int
suffix_fits(const char *suffix)
{
    return suffix != NULL && (suffix[0] == '-' || suffix[0] == '.') &&
           suffix[1] != '\0' && strchr(suffix, '/') == NULL &&
           strlen(suffix) < 64;
}

static struct catex_writer *
add_file(struct cx_host *host, const char *suffix, int fd)
{
    struct cx_file *file = cx_malloc(sizeof *file + strlen(suffix) + 1);
    if (file == NULL)
        return NULL;
    strcpy(file->suffix, suffix);
    file->writer = catex_writer_new_fd(fd);
    if (file->writer == NULL) {
        cx_free(file);
        return NULL;
    }
    cx_writer_limit(file->writer, host->services->max_output);
    file->next = host->files;
    host->files = file;
    return file->writer;
}

struct catex_writer *
catex_run_file(struct catex_run *run, const char *suffix)
{
    struct cx_host *host = run->host;
    if (!suffix_fits(suffix)) {
        catex_error_set(run->error, CATEX_ERR_PLUGIN, host->format, 0,
                        "asks for a further file with the suffix «%.60s», "
                        "which must begin with - or . and hold no /",
                        suffix == NULL ? "" : suffix);
        return NULL;
    }
    int fd = host->services->open_file(host->services->host_data, suffix,
                                       run->error);
    if (fd < 0) {
        host->failure = run->error->code;
        return NULL;
    }
    struct catex_writer *writer = add_file(host, suffix, fd);
    if (writer == NULL)
        host->failure = CATEX_ERR_MEMORY;
    return writer;
}

/* A callback's result, seen together with what it left behind. A plugin can
 * say that it is used wrongly; whether memory or a disk is at fault, only we
 * can. One that clears the error of a service goes on without it. */
static int
settle(struct catex_run *run, int status, const char *callback)
{
    struct cx_host *host = run->host;
    struct catex_error *error = run->error;
    int failure = host->failure;
    host->failure = CATEX_OK;
    cx_arena_reset(&host->scratch);
    if (failure == CATEX_ERR_MEMORY)
        catex_error_set(error, CATEX_ERR_MEMORY, host->format, 0,
                        "there is not enough memory");
    else if (status == CATEX_ERR_MEMORY)
        catex_error_set(error, CATEX_ERR_MEMORY, host->format, 0,
                        "%s returned %d, which says that there is not enough "
                        "memory", callback, status);
    if (status == CATEX_OK && error->code == CATEX_OK)
        return CATEX_OK;
    catex_error_set(error, CATEX_ERR_PLUGIN, host->format, 0,
                    "failed in %s without saying why", callback);
    if (error->code != CATEX_ERR_USAGE && error->code != failure)
        error->code = CATEX_ERR_PLUGIN;
    return error->code;
}

static int
next_in_chain(const struct catex_record **ret_record, void *user_data,
              struct catex_error *error)
{
    (void)error;
    struct catex_record **at = user_data;
    *ret_record = *at;
    if (*at != NULL)
        *at = (*at)->next;
    return CATEX_OK;
}

static int
run_records(struct catex_run *run, const struct catex_exporter *exporter,
            catex_next_fn *next, void *next_data)
{
    for (;;) {
        const struct catex_record *record = NULL;
        int status = next(&record, next_data, run->error);
        if (status != CATEX_OK || record == NULL)
            return status;
        status = settle(run, exporter->record(run, record), "record");
        if (status != CATEX_OK)
            return status;
        if (catex_writer_status(run->out) != CATEX_OK)
            return CATEX_OK; /* the flush tells */
    }
}

static int
run_all(struct catex_run *run, const struct catex_target *target)
{
    const struct catex_exporter *exporter = target->exporter;
    struct catex_record *at = target->catalog->records;
    int status = CATEX_OK;
    if (exporter->begin != NULL)
        status = settle(run, exporter->begin(run), "begin");
    if (status == CATEX_OK)
        status = target->next != NULL
                     ? run_records(run, exporter, target->next,
                                   target->next_data)
                     : run_records(run, exporter, next_in_chain, &at);
    if (status == CATEX_OK && exporter->end != NULL)
        status = settle(run, exporter->end(run), "end");
    if (exporter->cleanup != NULL)
        exporter->cleanup(run);
    return status;
}

/* A writer that failed is why the run failed, whatever the exporter made of
 * it. */
static int
finish(const struct cx_host *host, struct catex_writer *writer,
       const char *path, int status, struct catex_error *error)
{
    if (status != CATEX_OK && catex_writer_status(writer) == CATEX_OK)
        return status;
    if (status != CATEX_OK)
        memset(error, 0, sizeof *error);
    if (cx_writer_is_over(writer))
        return catex_error_set(error, CATEX_ERR_PLUGIN, host->format, 0,
                               "was stopped: it wrote more than the limit of "
                               "%" PRIu64 " bytes before %.200s was complete",
                               host->services->max_output, path);
    return catex_writer_flush(writer, path, error);
}

/* Takes the file at @at out of the chain. */
static int
finish_file(const struct cx_host *host, struct cx_file **at, int status,
            struct catex_error *error)
{
    struct cx_file *file = *at;
    *at = file->next;
    status = finish(host, file->writer, file->suffix, status, error);
    catex_writer_free(file->writer);
    cx_free(file);
    return status;
}

static int
finish_files(struct cx_host *host, int status, struct catex_error *error)
{
    while (host->files != NULL)
        status = finish_file(host, &host->files, status, error);
    return status;
}

int
catex_run_file_end(struct catex_run *run, struct catex_writer *writer)
{
    struct cx_host *host = run->host;
    struct cx_file **at = &host->files;
    while (*at != NULL && (*at)->writer != writer)
        at = &(*at)->next;
    if (*at == NULL)
        return CATEX_OK;
    int status = finish_file(host, at, CATEX_OK, run->error);
    if (status != CATEX_OK)
        host->failure = status;
    return status;
}

int
cx_run(const struct catex_target *target, struct catex_writer *out,
       const struct cx_services *services, struct catex_error *error)
{
    const struct catex_exporter *exporter = target->exporter;
    struct cx_host host = {.services = services, .format = exporter->name};
    char stem[256];
    if (target->path != NULL) {
        const char *name = cx_base_name(target->path);
        snprintf(stem, sizeof stem, "%.*s",
                 (int)cx_stem_size(name, exporter->ending), name);
    }
    struct catex_run run = {
        .size = sizeof run,
        .state = cx_malloc(exporter->state_size + 1),
        .out = out,
        .catalog = target->catalog,
        .error = error,
        .stem = target->path != NULL ? stem : target->stem,
        .host = &host,
        .file = target->path != NULL ? cx_base_name(target->path) : NULL,
    };
    if (run.state == NULL)
        return catex_error_set(error, CATEX_ERR_MEMORY, exporter->name, 0,
                               "there is not enough memory");
    memset(run.state, 0, exporter->state_size + 1);
    cx_writer_limit(out, services->max_output);
    int status = cx_options_apply(exporter, target->settings,
                                  target->setting_count, run.state, error);
    if (status == CATEX_OK) {
        status = run_all(&run, target);
        status = finish_files(&host, status, error);
        status = finish(&host, out,
                        target->path == NULL ? "standard output"
                                             : target->path,
                        status, error);
    }
    cx_arena_done(&host.scratch);
    cx_free(run.state);
    return status;
}
