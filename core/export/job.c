/* SPDX-License-Identifier: MIT */
/* An export job from its first file to the moment when all of them move to
 * their places. */
#include "export/job.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "export/export.h"

static const char standard_output[] = "standard output";

static int
no_memory(const char *what, struct catex_error *error)
{
    return catex_error_set(error, CATEX_ERR_MEMORY, what, 0,
                           "there is not enough memory");
}

const char *
cx_base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash == NULL ? path : slash + 1;
}

size_t
cx_stem_size(const char *path, const char *ending)
{
    size_t size = strlen(path), tail = strlen(ending);
    const char *name = cx_base_name(path), *dot = strrchr(name, '.');
    if (strlen(name) > tail && strcmp(path + size - tail, ending) == 0)
        return size - tail;
    return dot == NULL || dot == name ? size : (size_t)(dot - path);
}

static int
is_kept(const struct cx_job *job, const char *path)
{
    struct stat st;
    if (path == NULL || stat(path, &st) != 0 || !S_ISREG(st.st_mode))
        return 0;
    for (size_t i = 0; i < job->kept_count; i++)
        if (job->kept[i].inode == st.st_ino &&
            job->kept[i].device == st.st_dev)
            return 1;
    return 0;
}

/* Notes which files are not to be replaced, whatever their names are. */
static int
take_kept(struct cx_job *job, const char *const *paths,
          struct catex_error *error)
{
    size_t count = 0;
    struct stat st;
    while (paths != NULL && paths[count] != NULL)
        count++;
    job->kept = cx_malloc((count + 1) * sizeof *job->kept);
    if (job->kept == NULL)
        return no_memory("", error);
    for (size_t i = 0; i < count; i++)
        if (stat(paths[i], &st) == 0)
            job->kept[job->kept_count++] =
                (struct cx_file_id){st.st_dev, st.st_ino};
    return CATEX_OK;
}

/* Whether a further file would be the same as one that is there already; the
 * main ones were compared at the start. */
static int
is_taken(const struct cx_job *job, const char *path)
{
    for (const struct cx_output *o = job->outputs; o != NULL; o = o->next)
        if (o->path != NULL && strcmp(o->path, path) == 0)
            return 1;
    for (size_t i = 0; i < job->count; i++)
        if (job->targets[i]->path != NULL &&
            strcmp(job->targets[i]->path, path) == 0)
            return 1;
    return 0;
}

/* The first output in a folder sees to what an earlier run left there. */
static void
sweep(const struct cx_job *job, const char *path)
{
    size_t size = (size_t)(cx_base_name(path) - path);
    for (const struct cx_output *o = job->outputs; o != NULL; o = o->next)
        if (o->temp != NULL && strncmp(o->temp, path, size) == 0 &&
            strchr(o->temp + size, '/') == NULL)
            return;
    cx_output_sweep(path);
}

static struct cx_output *
open_path(struct cx_job *job, size_t target, const char *path,
          struct catex_error *error)
{
    struct cx_output *output = NULL;
    if (is_kept(job, path)) {
        catex_error_set(error, CATEX_ERR_OUTPUT, path, 0,
                        "is an input, so it is not overwritten");
        return NULL;
    }
    if (path != NULL && job->options.jobs > 0)
        sweep(job, path);
    if (cx_output_new(path, &output, error) != CATEX_OK)
        return NULL;
    output->target = target;
    output->next = job->outputs;
    job->outputs = output;
    return output;
}

static struct cx_output *
open_further(struct cx_job *job, size_t target, const char *suffix,
             struct catex_error *error)
{
    const struct catex_target *main = job->targets[target];
    struct cx_output *output = NULL;
    struct stat st;
    if (main->path == NULL ||
        (stat(main->path, &st) == 0 && !S_ISREG(st.st_mode))) {
        catex_error_set(error, CATEX_ERR_USAGE, main->exporter->name, 0,
                        "writes more than one file, so it needs a file to "
                        "write to, not %s",
                        main->path == NULL ? standard_output : main->path);
        return NULL;
    }
    size_t size = cx_stem_size(main->path, main->exporter->ending);
    char *path = cx_malloc(size + strlen(suffix) + 1);
    if (path == NULL) {
        no_memory(main->path, error);
        return NULL;
    }
    memcpy(path, main->path, size);
    strcpy(path + size, suffix);
    if (strchr(suffix, '/') != NULL || is_taken(job, path))
        catex_error_set(error, CATEX_ERR_PLUGIN, path, 0,
                        "would be written twice");
    else
        output = open_path(job, target, path, error);
    if (output == NULL && error->code == CATEX_ERR_OUTPUT &&
        (errno == EMFILE || errno == ENFILE))
        error->code = CATEX_ERR_PLUGIN; /* it asked for too many */
    cx_free(path);
    return output;
}

struct cx_output *
cx_job_open(struct cx_job *job, size_t target, const char *suffix,
            struct catex_error *error)
{
    return suffix == NULL
               ? open_path(job, target, job->targets[target]->path, error)
               : open_further(job, target, suffix, error);
}

void
cx_job_report(struct cx_job *job, size_t target, int loader,
              const struct catex_report *report)
{
    struct catex_report named = *report;
    named.format = loader ? NULL : job->targets[target]->exporter->name;
    job->reports++;
    if (job->options.report != NULL)
        job->options.report(&named, job->options.user_data);
}

int
cx_job_failed(struct cx_job *job, size_t target,
              const struct catex_error *error)
{
    job->targets[target]->error = *error;
    if (error->code == CATEX_ERR_OUTPUT)
        catex_error_set(&job->fatal, error->code, error->source, error->line,
                        "%s", error->text);
    return error->code;
}

/* The services of an exporter that runs in this process. */
struct here {
    struct cx_job *job;
    size_t target;
};

static void
report_here(void *host_data, const struct catex_report *report)
{
    const struct here *here = host_data;
    cx_job_report(here->job, here->target, 0, report);
}

static void
report_stream_here(const struct catex_report *report, void *user_data)
{
    const struct here *here = user_data;
    cx_job_report(here->job, here->target, 1, report);
}

static int
open_here(void *host_data, const char *suffix, struct catex_error *error)
{
    const struct here *here = host_data;
    const struct cx_output *output =
        cx_job_open(here->job, here->target, suffix, error);
    return output == NULL ? -1 : output->fd;
}

static void
run_here(struct cx_job *job, size_t target)
{
    struct here here = {job, target};
    const struct cx_services services = {report_here, open_here, &here,
                                         job->options.max_output};
    struct catex_error error = {0};
    if (job->targets[target]->stream != NULL)
        catex_stream_report(job->targets[target]->stream, report_stream_here,
                            &here);
    const struct cx_output *output = cx_job_open(job, target, NULL, &error);
    struct catex_writer *writer =
        output == NULL ? NULL : catex_writer_new_fd(output->fd);
    if (writer != NULL)
        cx_run(job->targets[target], writer, &services, &error);
    else
        no_memory("", &error);
    catex_writer_free(writer);
    if (error.code != CATEX_OK)
        cx_job_failed(job, target, &error);
}

/* Fails whatever part of the outputs does not get to its place. */
static void
commit(struct cx_job *job)
{
    struct cx_output *o;
    struct catex_error *fatal = &job->fatal;
    if (job->options.strict && job->reports > 0)
        catex_error_set(fatal, CATEX_ERR_STRICT, "", 0,
                        "nothing is written, since there were warnings");
    for (o = job->outputs; o != NULL && fatal->code == CATEX_OK; o = o->next)
        if (job->targets[o->target]->error.code == CATEX_OK)
            cx_output_sync(o, fatal);
    for (o = job->outputs; o != NULL && fatal->code == CATEX_OK; o = o->next)
        if (job->targets[o->target]->error.code == CATEX_OK)
            cx_output_commit(o, fatal);
    for (o = job->outputs; o != NULL && fatal->code != CATEX_OK; o = o->next)
        cx_output_undo(o);
}

static int
by_path(const void *a, const void *b)
{
    const struct catex_target *const *first = a, *const *second = b;
    const char *one = (*first)->path, *other = (*second)->path;
    return one == NULL || other == NULL ? (one != NULL) - (other != NULL)
                                        : strcmp(one, other);
}

/* Fills the list of targets; an error if two go to the same place. */
static int
take_targets(struct cx_job *job, struct catex_target *targets, size_t count,
             struct catex_error *error)
{
    size_t step = count == 0 || targets->size == 0 ? sizeof *targets
                                                   : targets->size;
    struct catex_target **sorted = cx_malloc((count + 1) * sizeof *sorted);
    job->targets = cx_malloc((count + 1) * sizeof *job->targets);
    int status = CATEX_OK;
    if (sorted == NULL || job->targets == NULL)
        status = no_memory("", error);
    for (size_t i = 0; i < count && status == CATEX_OK; i++) {
        job->targets[i] = (void *)((char *)targets + i * step);
        memset(&job->targets[i]->error, 0, sizeof job->targets[i]->error);
    }
    if (status == CATEX_OK && count > 1) {
        memcpy(sorted, job->targets, count * sizeof *sorted);
        qsort(sorted, count, sizeof *sorted, by_path);
    }
    for (size_t i = 1; i < count && status == CATEX_OK; i++)
        if (sorted[i]->path == NULL)
            job->options.jobs = job->options.jobs > 0; /* in their order */
        else if (by_path(&sorted[i - 1], &sorted[i]) == 0)
            status = catex_error_set(
                error, CATEX_ERR_USAGE, sorted[i]->path, 0,
                "would be written twice, by %s and by %s",
                sorted[i - 1]->exporter->name, sorted[i]->exporter->name);
    cx_free(sorted);
    job->count = count;
    return status;
}

static int
check_targets(const struct cx_job *job, struct catex_error *error)
{
    for (size_t i = 0; i < job->count; i++) {
        const struct catex_target *target = job->targets[i];
        const struct catex_exporter *exporter = target->exporter;
        if (target->next != NULL &&
            (exporter->flags & CATEX_EXPORTER_WHOLE) != 0)
            return catex_error_set(error, CATEX_ERR_USAGE, exporter->name, 0,
                                   "needs the whole catalog at once, so it "
                                   "cannot export a stream");
        for (size_t n = 0; n < target->setting_count; n++) {
            int status = catex_exporter_check(exporter, &target->settings[n],
                                              error);
            if (status != CATEX_OK)
                return status;
        }
    }
    return CATEX_OK;
}

static int
run(struct cx_job *job, struct catex_error *error)
{
    if (job->options.jobs > 0)
        cx_job_fork(job);
    for (size_t i = 0; job->options.jobs == 0 && i < job->count; i++)
        if (job->fatal.code == CATEX_OK)
            run_here(job, i);
    commit(job);
    const struct catex_error *first = &job->fatal;
    for (size_t i = 0; first->code == CATEX_OK && i < job->count; i++)
        if (job->targets[i]->error.code != CATEX_OK)
            first = &job->targets[i]->error;
    if (first->code != CATEX_OK)
        catex_error_set(error, first->code, first->source, first->line, "%s",
                        first->text);
    while (job->outputs != NULL) {
        struct cx_output *output = job->outputs;
        job->outputs = output->next;
        cx_output_free(output);
    }
    return first->code;
}

int
catex_export(struct catex_target *targets, size_t count,
             const struct catex_export_options *options,
             struct catex_error *error)
{
    struct cx_job job = {0};
    if (options != NULL)
        memcpy(&job.options, options,
               options->size < sizeof job.options ? options->size
                                                  : sizeof job.options);
    int status = take_targets(&job, targets, count, error);
    if (status == CATEX_OK)
        status = check_targets(&job, error);
    if (status == CATEX_OK)
        status = take_kept(&job, job.options.keep, error);
    if (status == CATEX_OK)
        status = run(&job, error);
    cx_free(job.kept);
    cx_free(job.targets);
    return status;
}
