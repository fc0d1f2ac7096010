/* SPDX-License-Identifier: MIT */
/* Names the files that an export writes, and makes their folder. */
#include "plan.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

/* What a list from standard input is called: by its id, if that is a name. */
static char *
stem_of_input(const struct catex_catalog *catalog)
{
    const char *id = catalog->id;
    size_t plain = id == NULL ? 0
                              : strspn(id, "abcdefghijklmnopqrstuvwxyz"
                                           "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                           "0123456789_-");
    return strdup(plain > 0 && plain < 200 && id[plain] == '\0' ? id
                                                                : "catalog");
}

/* The name of the folder that the file lies in; NULL for the root. */
static char *
folder_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    char folder[PATH_MAX];
    snprintf(folder, sizeof folder, "%.*s",
             slash == NULL ? 1 : (int)(slash - path + 1),
             slash == NULL ? "." : path);
    char *real = realpath(folder, NULL);
    const char *name = real == NULL ? NULL : strrchr(real, '/') + 1;
    char *copy = name == NULL || *name == '\0' ? NULL : strdup(name);
    free(real);
    return copy;
}

static char *
stem_of(const struct cli_list *list)
{
    if (strcmp(list->path, "-") == 0)
        return stem_of_input(list->catalog);
    const char *slash = strrchr(list->path, '/');
    char *stem = strdup(slash == NULL ? list->path : slash + 1);
    char *dot = stem == NULL ? NULL : strrchr(stem, '.');
    if (dot != NULL && dot != stem)
        *dot = '\0';
    if (stem == NULL || strcasecmp(stem, "readme") != 0)
        return stem;
    char *folder = folder_name(list->path);
    if (folder == NULL)
        return stem;
    free(stem);
    return folder;
}

static int
by_stem(const void *a, const void *b)
{
    const struct cli_list *const *first = a, *const *second = b;
    return strcmp((*first)->stem, (*second)->stem);
}

static int
name_lists(struct cli_plan *plan, struct cli_messages *messages)
{
    const struct cli_list **sorted =
        cli_alloc(plan->list_count * sizeof *sorted);
    int code = CLI_DONE;
    for (size_t i = 0; i < plan->list_count; i++) {
        plan->lists[i].stem = stem_of(&plan->lists[i]);
        sorted[i] = &plan->lists[i];
        if (plan->lists[i].stem == NULL) {
            free(sorted);
            return cli_fail(messages, CLI_OUTPUT, plan->lists[i].path,
                            "there is not enough memory");
        }
    }
    qsort(sorted, plan->list_count, sizeof *sorted, by_stem);
    for (size_t i = 1; i < plan->list_count && code == CLI_DONE; i++)
        if (by_stem(&sorted[i - 1], &sorted[i]) == 0)
            code = cli_fail(messages, CLI_USAGE, sorted[i]->path,
                            "and %s would be written under the same name, "
                            "%s; export them into different folders",
                            sorted[i - 1]->path, sorted[i]->stem);
    free(sorted);
    return code;
}

static int
is_folder(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

/* Makes the folder and those around it that are missing. */
static int
make_folder(struct cli_plan *plan, const char *path,
            struct cli_messages *messages)
{
    char part[PATH_MAX];
    size_t size = strlen(path);
    if (size >= sizeof part)
        return cli_fail(messages, CLI_OUTPUT, path, "cannot be made: %s",
                        strerror(ENAMETOOLONG));
    plan->folders = cli_alloc((size + 1) * sizeof *plan->folders);
    for (size_t i = 1; i <= size; i++) {
        if (path[i] != '/' && path[i] != '\0')
            continue;
        memcpy(part, path, i);
        part[i] = '\0';
        int why = mkdir(part, 0777) == 0 ? 0 : errno;
        if (why == 0)
            plan->folders[plan->folder_count++] = strdup(part);
        else if (!is_folder(part))
            return cli_fail(messages, CLI_OUTPUT, part,
                            why == EEXIST ? "is not a folder"
                                          : "cannot be made: %s",
                            strerror(why));
    }
    if (access(path, W_OK | X_OK) != 0)
        return cli_fail(messages, CLI_OUTPUT, path,
                        "cannot be written into: %s", strerror(errno));
    return CLI_DONE;
}

void
cli_plan_undo(struct cli_plan *plan)
{
    while (plan->folder_count > 0) {
        char *folder = plan->folders[--plan->folder_count];
        if (folder != NULL)
            rmdir(folder); /* refuses by itself if something is in it */
        free(folder);
    }
}

static char *
path_in(const char *folder, const char *stem, const char *ending)
{
    size_t size = strlen(folder) + strlen(stem) + strlen(ending) + 2;
    char *path = cli_alloc(size);
    int slash = folder[strlen(folder) - 1] != '/';
    if (strcmp(folder, ".") == 0)
        snprintf(path, size, "%s%s", stem, ending);
    else
        snprintf(path, size, "%s%s%s%s", folder, slash ? "/" : "", stem,
                 ending);
    return path;
}

static void
add_targets(struct cli_plan *plan, const char *folder, const char *file)
{
    for (size_t i = 0; i < plan->list_count; i++)
        for (size_t n = 0; n < plan->exporter_count; n++) {
            const struct cli_list *list = &plan->lists[i];
            const struct catex_exporter *exporter = plan->exporters[n];
            plan->targets[plan->target_count++] = (struct catex_target){
                .size = sizeof(struct catex_target),
                .exporter = exporter,
                .catalog = list->catalog,
                .settings = plan->settings[n],
                .setting_count = plan->setting_counts[n],
                .path = folder != NULL
                            ? path_in(folder, list->stem, exporter->ending)
                        : file != NULL ? strdup(file)
                                       : NULL,
                .stem = list->stem,
            };
        }
}

int
cli_plan_targets(struct cli_plan *plan, struct cli_args *args)
{
    const char *out = args->out, *folder = NULL;
    size_t count = plan->list_count * plan->exporter_count;
    int standard = out != NULL && strcmp(out, "-") == 0;
    plan->targets = cli_alloc(count * sizeof *plan->targets);
    if (standard && plan->exporter_count > 1)
        return cli_fail(&args->messages, CLI_USAGE, "-o -",
                        "several formats cannot share standard output; name "
                        "a folder");
    if (out != NULL && out[0] == '\0')
        return cli_fail(&args->messages, CLI_USAGE, "-o",
                        "takes a file or a folder, not an empty name");
    if (count > 1 && !standard)
        folder = out == NULL ? "." : out;
    else if (out != NULL && !standard &&
             (is_folder(out) || out[strlen(out) - 1] == '/'))
        folder = out;
    int code = CLI_DONE;
    if (folder != NULL)
        code = name_lists(plan, &args->messages);
    if (code == CLI_DONE && folder != NULL)
        code = make_folder(plan, folder, &args->messages);
    if (code == CLI_DONE)
        add_targets(plan, folder, standard ? NULL : out);
    return code;
}
