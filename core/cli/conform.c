/* SPDX-License-Identifier: MIT */
/* Runs the conformance checks, each in a process of its own with a limit of
 * time, and prints what came of each. */
#include "conform.h"

#include <dirent.h>
#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { SHOWN = 3, PRINTED = 12, WIDTH = 9 };

/* All checks of one plugin. */
struct trial {
    struct cli_args *args;
    struct conform conform; /* what each check starts with */
    const char *name;
    char *folder; /* of the plugin's file; NULL: where formats are found */
    int stop_fd, stopped;
    enum conform_need reached;
    int passed, warned, failed, skipped;
};

/* What is known of one check. */
struct result {
    FILE *words; /* what it said so far */
    char *text;
    size_t size;
    int said; /* what the plugin printed, as a file */
    int status, late;
};

static struct catex_registry *
open_registry(const struct trial *trial)
{
    struct catex_registry *registry = catex_registry_new();
    int ok = registry != NULL &&
             (trial->folder == NULL ||
              catex_registry_add(registry, trial->folder, NULL) == CATEX_OK);
    for (size_t i = 0; ok && i < trial->args->folder_count; i++)
        ok = catex_registry_add(registry, trial->args->folders[i], NULL) ==
             CATEX_OK;
    if (!ok)
        abort();
    return registry;
}

static void
set_limits(void)
{
    const struct rlimit no_core = {0, 0}, size = {1 << 30, 1 << 30};
    setrlimit(RLIMIT_CORE, &no_core);
    setrlimit(RLIMIT_FSIZE, &size);
}

/* The inside of the process of a check. */
static void
be_check(const struct trial *trial, const struct conform_check *check,
         int words, int said)
{
    struct conform c = trial->conform;
    struct catex_error error = {0};
    sigset_t none;
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    setpgid(0, 0);
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    dup2(said, STDOUT_FILENO);
    dup2(said, STDERR_FILENO);
    set_limits();
    c.fd = words;
    c.registry = open_registry(trial);
    conform_say(&c, CONFORM_STEP, "opening it");
    if (catex_registry_find(c.registry, trial->name, &c.exporter, &error) !=
        CATEX_OK)
        conform_say(&c, CONFORM_FAIL, "%s: %s", error.source, error.text);
    else
        check->run(&c);
    catex_registry_free(c.registry);
    fflush(NULL);
    conform_say(&c, CONFORM_END, "-");
    _exit(0);
}

static int64_t
now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

/* Takes what the check says until it is over, late, or we are to stop. */
static void
listen_to(struct trial *trial, struct result *result, int words)
{
    struct pollfd polled[2] = {{words, POLLIN, 0},
                               {trial->stop_fd, POLLIN, 0}};
    uint64_t timeout = trial->args->timeout;
    int64_t end = now() + (int64_t)timeout * 1000;
    for (;;) {
        char bytes[4096];
        int64_t left = end - now();
        int ready = poll(polled, 2, timeout == 0 ? -1
                                    : left < 0   ? 0
                                                 : (int)left);
        if (ready < 0 && errno == EINTR)
            continue;
        result->late = ready <= 0;
        trial->stopped = (polled[1].revents & POLLIN) != 0;
        if (ready <= 0 || trial->stopped)
            return;
        ssize_t size = read(words, bytes, sizeof bytes);
        if (size <= 0)
            return;
        fwrite(bytes, 1, (size_t)size, result->words);
    }
}

static int
run_check(struct trial *trial, const struct conform_check *check,
          struct result *result)
{
    int words[2];
    fflush(NULL);
    if (pipe(words) != 0)
        return 0;
    pid_t pid = fork();
    if (pid == 0) {
        close(words[0]);
        be_check(trial, check, words[1], result->said);
    }
    close(words[1]);
    if (pid > 0) {
        setpgid(pid, pid);
        listen_to(trial, result, words[0]);
        if (result->late || trial->stopped)
            kill(-pid, SIGKILL);
        while (waitpid(pid, &result->status, 0) < 0 && errno == EINTR)
            ;
        kill(-pid, SIGKILL); /* what it has started */
    }
    close(words[0]);
    return pid > 0;
}

static void
print_word(const char *verdict, const char *name, const char *text,
           const char *more)
{
    printf("%-*s%-*s%s%s%s\n", WIDTH, verdict, WIDTH, name, text,
           more[0] == '\0' ? "" : "; ", more);
}

/* What there is to see of the text that the plugin printed. */
static void
print_said(const struct result *result)
{
    char line[256];
    int lines = 0;
    lseek(result->said, 0, SEEK_SET);
    FILE *said = fdopen(dup(result->said), "r");
    while (said != NULL && lines++ < PRINTED && fgets(line, sizeof line, said)) {
        for (char *at = line; *at != '\0'; at++)
            if ((unsigned char)*at < 0x20 || *at == 0x7f)
                *at = *at == '\n' ? '\0' : ' ';
        printf("%*s| %s\n", 2 * WIDTH, "", line);
    }
    if (said != NULL)
        fclose(said);
}

/* How a check ended that did not say so; NULL if it did. */
static const char *
describe_end(const struct result *result, const char *step, int ended,
             char text[256])
{
    if (result->late)
        snprintf(text, 256, "did not end in time: %.160s", step);
    else if (ended)
        return NULL;
    else if (WIFSIGNALED(result->status))
        snprintf(text, 256, "crashed (%s): %.160s",
                 strsignal(WTERMSIG(result->status)), step);
    else
        snprintf(text, 256, "ended its process (exit status %d): %.160s",
                 WEXITSTATUS(result->status), step);
    return text;
}

static void
skip(struct trial *trial, const struct conform_check *check, const char *why)
{
    trial->skipped++;
    print_word("skipped", check->name, check->subject, why);
}

/* @note NULL: it has said something already. */
static void
pass(struct trial *trial, const struct conform_check *check, const char *note)
{
    trial->passed++;
    if (strcmp(check->name, "opens") == 0)
        trial->reached = CONFORM_TO_OPEN;
    else if (strcmp(check->name, "full") == 0)
        trial->reached = CONFORM_TO_RUN;
    if (note != NULL)
        print_word("ok", check->name, check->subject, note);
}

/* Prints the verdict on one check, the details below it. */
static void
judge(struct trial *trial, const struct conform_check *check,
      const struct result *result)
{
    const char *step = "", *note = "", *why = NULL, *last = "";
    char *rest = result->text, end[256];
    int failed = 0, warned = 0, ended = 0;
    off_t printed = lseek(result->said, 0, SEEK_END);
    for (char *line; (line = strsep(&rest, "\n")) != NULL && line[0] != '\0';) {
        if (strcmp(line, last) == 0)
            continue;
        last = line;
        switch (line[0]) {
        case CONFORM_STEP: step = line + 1; break;
        case CONFORM_NOTE: note = line + 1; break;
        case CONFORM_SKIP: why = line + 1; break;
        case CONFORM_END: ended = 1; break;
        case CONFORM_WARN:
            warned++;
            print_word("warning", check->name, line + 1, "");
            break;
        default:
            if (failed++ < SHOWN)
                print_word("FAILED", check->name, line + 1, "");
        }
    }
    const char *what = describe_end(result, step, ended, end);
    if (what == NULL && printed > 0)
        what = "prints, where only catex has something to say";
    if (what != NULL)
        print_word("FAILED", check->name, what, "");
    if (printed > 0)
        print_said(result);
    failed += what != NULL;
    trial->warned += warned;
    if (failed > 0)
        trial->failed++;
    else if (why != NULL)
        skip(trial, check, why);
    else
        pass(trial, check, warned == 0 ? note : NULL);
}

/* One check from its start to its verdict; 0 if no other needs to follow. */
static int
try_check(struct trial *trial, const struct conform_check *check)
{
    struct result result = {.said = memfd_create("said", MFD_CLOEXEC)};
    result.words = open_memstream(&result.text, &result.size);
    int ran = result.said >= 0 && result.words != NULL &&
              run_check(trial, check, &result);
    if (result.words != NULL)
        fclose(result.words);
    if (!ran)
        cli_fail(&trial->args->messages, CLI_OUTPUT, NULL,
                 "a check cannot be started: %s", strerror(errno));
    else if (!trial->stopped)
        judge(trial, check, &result);
    free(result.text);
    close(result.said);
    return ran && !trial->stopped;
}

/* Removes the scratch folder with what a crash may have left in it. */
static void
remove_scratch(const char *folder)
{
    DIR *dir = opendir(folder);
    for (struct dirent *entry; dir && (entry = readdir(dir)) != NULL;)
        unlinkat(dirfd(dir), entry->d_name, 0);
    if (dir != NULL)
        closedir(dir);
    rmdir(folder);
}

static int
run_all(struct trial *trial, const char *plugin)
{
    int more = 1;
    for (const struct conform_check *check = conform_checks;
         check->name != NULL && more; check++)
        if (check->need <= trial->reached)
            more = try_check(trial, check);
        else
            skip(trial, check, trial->reached == CONFORM_NOTHING
                                   ? "it cannot be opened"
                                   : "«full» must pass first");
    if (trial->stopped)
        return CLI_OUTPUT;
    printf("%s: %s; passed %d, warnings %d, failed %d, skipped %d\n", plugin,
           trial->failed > 0 ? "does not conform" : "conforms", trial->passed,
           trial->warned, trial->failed, trial->skipped);
    return trial->failed > 0 ? CLI_PLUGIN : CLI_DONE;
}

/* A file is told from a name by its slash or its ending. */
static char *
name_of(const char *plugin, char **ret_folder)
{
    const char *slash = strrchr(plugin, '/');
    size_t size = strlen(plugin);
    int file = size > 3 && strcmp(plugin + size - 3, ".so") == 0;
    const char *base = slash == NULL ? plugin : slash + 1;
    *ret_folder = NULL;
    if (slash != NULL)
        *ret_folder = strndup(plugin, (size_t)(slash - plugin) + 1);
    else if (file)
        *ret_folder = strdup(".");
    return strndup(base, strlen(base) - (file ? 3 : 0));
}

int
cli_conform(struct cli_args *args, const char *plugin)
{
    const char *temp = getenv("TMPDIR");
    char scratch[4096];
    struct trial trial = {.args = args};
    sigset_t before;
    snprintf(scratch, sizeof scratch, "%.4000s/catex-test-XXXXXX",
             temp == NULL || temp[0] == '\0' ? "/tmp" : temp);
    char *name = name_of(plugin, &trial.folder);
    /* Or a format of the same name could be taken for it. */
    if (trial.folder != NULL && access(plugin, F_OK) != 0) {
        free(trial.folder);
        free(name);
        return cli_fail(&args->messages, CLI_PLUGIN, plugin,
                        "cannot be opened: %s", strerror(errno));
    }
    if (mkdtemp(scratch) == NULL) {
        free(trial.folder);
        free(name);
        return cli_fail(&args->messages, CLI_OUTPUT, scratch,
                        "cannot be made: %s", strerror(errno));
    }
    trial.name = name;
    trial.conform.scratch = scratch;
    trial.stop_fd = cli_hold_signals(&before);
    int code = run_all(&trial, plugin);
    remove_scratch(scratch);
    if (trial.stop_fd >= 0)
        close(trial.stop_fd);
    free(trial.folder);
    free(name);
    sigprocmask(SIG_SETMASK, &before, NULL);
    return code;
}
