/* SPDX-License-Identifier: MIT */
/* The program catex: picks the command. */
#include "cli.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/signalfd.h>
#include <unistd.h>

static const struct {
    const char *name;
    int (*run)(struct cli_args *args);
} commands[] = {
    {"export", cli_export}, {"check", cli_check}, {"formats", cli_formats}};

/* A program can be started without its three standard descriptors; a file
 * must not take their place. What does can be used the wrong way only, so that
 * reading or writing there still fails. */
static void
open_standard(void)
{
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
        if (fcntl(fd, F_GETFD) < 0 &&
            open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY) != fd)
            return;
}

struct catex_registry *
cli_registry(struct cli_args *args)
{
    struct catex_registry *registry = catex_registry_new();
    int status = registry == NULL ? CATEX_ERR_MEMORY : CATEX_OK;
    for (size_t i = 0; i < args->folder_count && status == CATEX_OK; i++)
        status = catex_registry_add(registry, args->folders[i], NULL);
    if (status != CATEX_OK)
        cli_fail(&args->messages, CLI_OUTPUT, NULL,
                 "there is not enough memory");
    else
        catex_registry_rehearse(registry, 1);
    if (getenv("CATEX_PLUGIN_PATH") != NULL &&
        secure_getenv("CATEX_PLUGIN_PATH") == NULL)
        cli_warn(&args->messages, "environment", "CATEX_PLUGIN_PATH",
                 "is ignored, since catex runs with raised privileges");
    return status == CATEX_OK ? registry : NULL;
}

int
cli_hold_signals(sigset_t *ret_before)
{
    static const int signals[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT,
                                  SIGPIPE};
    sigset_t held;
    sigemptyset(&held);
    for (size_t i = 0; i < sizeof signals / sizeof signals[0]; i++) {
        struct sigaction now;
        if (sigaction(signals[i], NULL, &now) == 0 &&
            now.sa_handler != SIG_IGN)
            sigaddset(&held, signals[i]);
    }
    sigprocmask(SIG_BLOCK, &held, ret_before);
    return signalfd(-1, &held, SFD_CLOEXEC | SFD_NONBLOCK);
}

static int
run(int (*command)(struct cli_args *), int argc, char **argv)
{
    struct cli_args args;
    int code = cli_args_read(&args, argc, argv);
    if (code == CLI_DONE)
        code = args.help ? cli_help(argv[0]) : command(&args);
    if (code != CLI_USAGE)
        code = cli_close_output(&args.messages, code);
    cli_args_done(&args);
    return code;
}

static int
unknown(const char *word)
{
    fprintf(stderr,
            "catex: «%.80s» is no command; there are export, check, formats "
            "and help\n",
            word);
    return CLI_USAGE;
}

/* What tells about the program itself. */
static int
tell(const char *word, const char *command)
{
    struct cli_messages messages = {.to = stderr};
    int code = CLI_DONE;
    if (strcmp(word, "--version") == 0 || strcmp(word, "-V") == 0)
        printf("catex " CATEX_VERSION "\nplugin interface %d.%d; exporters "
               "run in processes of their own, %s\n",
               CATEX_ABI_MAJOR, CATEX_ABI_MINOR,
               catex_export_is_filtered()
                   ? "behind a filter of system calls"
                   : "without a filter of system calls (libseccomp)");
    else if (strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0)
        code = cli_help(NULL);
    else if (strcmp(word, "help") != 0)
        return unknown(word);
    else if (cli_help(command) != CLI_DONE)
        return unknown(command);
    return cli_close_output(&messages, code);
}

int
main(int argc, char **argv)
{
    open_standard();
    signal(SIGCHLD, SIG_DFL); /* we wait for our children */
    if (argc < 2) {
        fputs("catex: no command is given; see «catex --help»\n", stderr);
        return CLI_USAGE;
    }
    for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++)
        if (strcmp(commands[i].name, argv[1]) == 0)
            return run(commands[i].run, argc - 1, argv + 1);
    return tell(argv[1], argc > 2 ? argv[2] : NULL);
}
