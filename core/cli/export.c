/* SPDX-License-Identifier: MIT */
/* catex export: lists in, one or more formats out. */
#include "plan.h"

#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

/* The tool's choice, not the library's. */
static const char *const default_formats[] = {"json", "csv", "bibtex", "dcat",
                                              "schemaorg"};
enum { DEFAULT_COUNT = sizeof default_formats / sizeof default_formats[0] };

/* One exporter that cannot be had does not keep the others from working, but
 * an unknown name is a mistake of the user's. A default format that is not
 * installed is left out, and said. */
static int
find_exporters(struct cli_plan *plan, struct cli_args *args,
               struct catex_registry *registry)
{
    const char *const *names =
        args->formats == NULL ? default_formats
                              : (const char *const *)args->formats;
    size_t count = args->formats == NULL ? DEFAULT_COUNT : args->format_count;
    int code = CLI_DONE;
    plan->exporters = cli_alloc(count * sizeof *plan->exporters);
    for (size_t i = 0; i < count; i++) {
        struct catex_error error = {0};
        int status = catex_registry_find(
            registry, names[i], &plan->exporters[plan->exporter_count],
            &error);
        if (status == CATEX_OK)
            plan->exporter_count++;
        else if (status == CATEX_ERR_USAGE && args->formats == NULL)
            cli_warn(&args->messages, "missing-format", names[i], error.text);
        else if (status == CATEX_ERR_USAGE)
            return cli_fail_error(&args->messages, NULL, &error);
        else
            code = cli_fail_error(&args->messages, NULL, &error);
    }
    if (plan->exporter_count == 0 && code == CLI_DONE)
        code = cli_fail(&args->messages, CLI_PLUGIN, NULL,
                        "no format is installed");
    return code;
}

static int
is_wanted(const struct cli_args *args, const char *format)
{
    for (size_t i = 0; i < args->format_count; i++)
        if (strcmp(args->formats[i], format) == 0)
            return 1;
    for (size_t i = 0; args->formats == NULL && i < DEFAULT_COUNT; i++)
        if (strcmp(default_formats[i], format) == 0)
            return 1;
    return 0;
}

/* Gives each exporter its settings; each is checked before a list is read. */
static int
sort_settings(struct cli_plan *plan, struct cli_args *args)
{
    plan->settings = cli_alloc(plan->exporter_count * sizeof *plan->settings);
    plan->setting_counts =
        cli_alloc(plan->exporter_count * sizeof *plan->setting_counts);
    for (size_t i = 0; i < args->setting_count; i++)
        if (!is_wanted(args, args->settings[i].format))
            return cli_fail(&args->messages, CLI_USAGE, "-O",
                            "%.80s is none of the formats to write",
                            args->settings[i].format);
    for (size_t n = 0; n < plan->exporter_count; n++) {
        plan->settings[n] =
            cli_alloc(args->setting_count * sizeof **plan->settings);
        for (size_t i = 0; i < args->setting_count; i++) {
            struct catex_error error = {0};
            const struct cli_setting *at = &args->settings[i];
            if (strcmp(at->format, plan->exporters[n]->name) != 0)
                continue;
            plan->settings[n][plan->setting_counts[n]++] = at->setting;
            if (catex_exporter_check(plan->exporters[n], &at->setting,
                                     &error) != CATEX_OK)
                return cli_fail_error(&args->messages, NULL, &error);
        }
    }
    return CLI_DONE;
}

static int
load_lists(struct cli_plan *plan, struct cli_args *args)
{
    struct catex_load_options options = cli_load_options(args);
    int standard = 0;
    if (args->messages.quiet && !args->strict)
        options.report = NULL; /* what nobody hears is not looked for */
    for (size_t i = 0; i < args->list_count; i++)
        standard += strcmp(args->lists[i], "-") == 0;
    if (standard > 1)
        return cli_fail(&args->messages, CLI_USAGE, "-",
                        "standard input can be read once only");
    plan->lists = cli_alloc(args->list_count * sizeof *plan->lists);
    args->messages.findings = 1;
    for (size_t i = 0; i < args->list_count; i++) {
        struct catex_error error = {0};
        struct cli_list *list = &plan->lists[plan->list_count++];
        list->path = args->lists[i];
        if (catex_load(list->path, &options, &list->loaded, &error) !=
            CATEX_OK) {
            cli_fail_error(&args->messages, NULL, &error);
            return error.code == CATEX_ERR_USAGE ? CLI_USAGE : CLI_INPUT;
        }
        list->catalog = list->loaded;
    }
    args->messages.findings = 0;
    return CLI_DONE;
}

/* Whoever read our output has had enough: end as other filters do. */
static void
end_with_reader(void)
{
    struct pollfd out = {STDOUT_FILENO, POLLOUT, 0};
    if (poll(&out, 1, 0) == 1 && (out.revents & POLLERR) != 0) {
        sigset_t end;
        sigemptyset(&end);
        sigaddset(&end, SIGPIPE);
        signal(SIGPIPE, SIG_DFL);
        raise(SIGPIPE);
        sigprocmask(SIG_UNBLOCK, &end, NULL);
    }
}

static int
say_failures(const struct cli_plan *plan, struct cli_args *args,
             const struct catex_error *first)
{
    int worst = CLI_DONE, said = 0;
    for (size_t i = 0; i < plan->target_count; i++) {
        const struct catex_target *target = &plan->targets[i];
        if (target->error.code == CATEX_OK)
            continue;
        /* A broken stream breaks for each of its readers: once is enough. */
        if (target->error.code == CATEX_ERR_INPUT && worst == CLI_INPUT)
            continue;
        int code = cli_fail_error(&args->messages, target->exporter->name,
                                  &target->error);
        said |= strcmp(target->error.text, first->text) == 0;
        worst = code > worst ? code : worst;
    }
    if (first->code == CATEX_OK || said)
        return worst;
    return cli_fail_error(&args->messages, NULL, first);
}

static int
run_job(struct cli_plan *plan, struct cli_args *args)
{
    sigset_t before;
    struct catex_error error = {0};
    struct cli_progress *progress = cli_progress_new(plan, args);
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    const struct catex_export_options options = {
        .size = sizeof options,
        .jobs = args->jobs != 0   ? (uint32_t)args->jobs
                : processors > 0 ? (uint32_t)processors
                                  : 1,
        .timeout = (uint32_t)args->timeout,
        .stop_fd = cli_hold_signals(&before),
        .max_output = args->max_output,
        .report = cli_report,
        .user_data = &args->messages,
        .keep = args->lists,
        .strict = (uint32_t)args->strict,
        .tick = progress == NULL ? NULL : cli_progress_show,
        .tick_data = progress,
    };
    catex_export(plan->targets, plan->target_count, &options, &error);
    cli_progress_free(progress);
    if (options.stop_fd >= 0)
        close(options.stop_fd);
    if (error.code == CATEX_ERR_OUTPUT && plan->targets[0].path == NULL)
        end_with_reader();
    int code = say_failures(plan, args, &error);
    if (code != CLI_DONE)
        cli_plan_undo(plan);
    sigprocmask(SIG_SETMASK, &before, NULL);
    return code;
}

/* Each output is open until all are complete. */
static void
allow_many_files(void)
{
    struct rlimit files;
    if (getrlimit(RLIMIT_NOFILE, &files) != 0)
        return;
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);
}

static int
prepare_and_run(struct cli_plan *plan, struct cli_args *args)
{
    int code = sort_settings(plan, args);
    if (code == CLI_DONE)
        code = cli_streams_open(plan, args);
    if (code == CLI_DONE && plan->stream_count == 0)
        code = load_lists(plan, args);
    if (code == CLI_DONE && args->strict && args->messages.reports > 0)
        code = cli_fail(&args->messages, CLI_PROBLEMS, NULL,
                        "nothing is written, since --strict was asked for");
    if (code == CLI_DONE)
        code = cli_plan_targets(plan, args);
    if (code == CLI_DONE)
        cli_streams_join(plan);
    if (code == CLI_DONE)
        code = run_job(plan, args);
    else
        cli_plan_undo(plan);
    return code;
}

static void
plan_done(struct cli_plan *plan)
{
    for (size_t i = 0; i < plan->list_count; i++) {
        catex_catalog_free(plan->lists[i].loaded);
        free(plan->lists[i].stem);
    }
    for (size_t i = 0; i < plan->target_count; i++)
        free((char *)(uintptr_t)plan->targets[i].path);
    for (size_t i = 0; plan->settings != NULL && i < plan->exporter_count; i++)
        free(plan->settings[i]);
    for (size_t i = 0; i < plan->folder_count; i++)
        free(plan->folders[i]);
    cli_streams_close(plan);
    free(plan->lists);
    free(plan->targets);
    free(plan->settings);
    free(plan->setting_counts);
    free(plan->exporters);
    free(plan->folders);
}

int
cli_export(struct cli_args *args)
{
    struct cli_plan plan = {0};
    if (args->list_count == 0)
        return cli_fail(&args->messages, CLI_USAGE, NULL,
                        "no list to export is given; see «catex help export»");
    struct catex_registry *registry = cli_registry(args);
    if (registry == NULL)
        return CLI_OUTPUT;
    allow_many_files();
    /* A refused plugin (5) does not stop the others, and is not forgotten. */
    int refused = find_exporters(&plan, args, registry);
    int code = refused == CLI_USAGE || plan.exporter_count == 0
                   ? refused
                   : prepare_and_run(&plan, args);
    cli_messages_end(&args->messages);
    plan_done(&plan);
    catex_registry_free(registry);
    return code == CLI_DONE ? refused : code;
}
