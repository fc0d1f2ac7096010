/* SPDX-License-Identifier: MIT */
/* The inside of a child process that runs one exporter: it keeps its output
 * and the talk with its parent, and gives up everything else. */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "export/export.h"
#include "export/job.h"
#include "export/message.h"

static void
copy(char *into, size_t size, const char *text)
{
    snprintf(into, size, "%s", text == NULL ? "" : text);
}

static void
send_as(uint32_t type, int socket, const struct catex_report *report)
{
    struct cx_message message = {.type = type, .line = report->line};
    copy(message.kind, sizeof message.kind, report->kind);
    copy(message.record, sizeof message.record, report->record);
    copy(message.source, sizeof message.source, report->path);
    copy(message.text, sizeof message.text, report->text);
    cx_message_send(socket, &message, -1);
}

static void
send_report(void *host_data, const struct catex_report *report)
{
    send_as(CX_MESSAGE_REPORT, *(const int *)host_data, report);
}

static void
send_found(const struct catex_report *report, void *user_data)
{
    send_as(CX_MESSAGE_FOUND, *(const int *)user_data, report);
}

static int
ask_for_file(void *host_data, const char *suffix, struct catex_error *error)
{
    const int *socket = host_data;
    int fd = -1;
    struct cx_message message = {.type = CX_MESSAGE_FILE};
    copy(message.text, sizeof message.text, suffix);
    if (cx_message_send(*socket, &message, -1) != 0 ||
        cx_message_receive(*socket, &message, 0, &fd) != 1)
        catex_error_set(error, CATEX_ERR_PLUGIN, suffix, 0,
                        "cannot be opened: catex does not answer");
    else if (fd < 0)
        catex_error_set(error, message.code, message.source, message.line,
                        "%s", message.text);
    return fd;
}

static void
say_done(int socket, const struct catex_error *error)
{
    struct cx_message message = {.type = CX_MESSAGE_DONE, .code = error->code,
                                 .line = error->line};
    copy(message.source, sizeof message.source, error->source);
    copy(message.text, sizeof message.text, error->text);
    cx_message_send(socket, &message, -1);
}

static void
close_from(int first, int last)
{
#ifdef SYS_close_range
    if (first > last || syscall(SYS_close_range, first, last, 0) == 0)
        return;
#endif
    long most = sysconf(_SC_OPEN_MAX);
    for (int fd = first; fd <= last && fd < (most < 0 ? 1024 : most); fd++)
        close(fd);
}

static int
by_number(const void *a, const void *b)
{
    return *(const int *)a - *(const int *)b;
}

/* Lets go of every descriptor but these and standard error: among them are
 * the outputs of others. */
static void
keep(int out, int socket, int input)
{
    int kept[] = {out, socket, input}, next = STDERR_FILENO + 1;
    int null = open("/dev/null", O_RDWR | O_CLOEXEC);
    qsort(kept, 3, sizeof kept[0], by_number);
    dup2(null, STDIN_FILENO);
    dup2(null, STDOUT_FILENO);
    for (int i = 0; i < 3; i++) {
        if (kept[i] < next)
            continue;
        close_from(next, kept[i] - 1);
        next = kept[i] + 1;
    }
    close_from(next, INT_MAX);
}

/* What the program does on a signal is not for its children; what it does on
 * a crash (a sanitizer's report) may stay. */
static void
reset_signals(void)
{
    static const int plain[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGUSR1,
                                SIGUSR2, SIGALRM, SIGCHLD, SIGXFSZ, SIGXCPU};
    sigset_t none;
    for (size_t i = 0; i < sizeof plain / sizeof plain[0]; i++)
        signal(plain[i], SIG_DFL);
    signal(SIGPIPE, SIG_IGN); /* the writer sees EPIPE and says so */
    signal(SIGTTOU, SIG_IGN); /* a terminal may be the output */
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
}

static void
set_limits(const struct catex_export_options *options)
{
    const struct rlimit no_core = {0, 0};
    const struct rlimit size = {options->max_output, options->max_output};
    setrlimit(RLIMIT_CORE, &no_core);
    if (options->max_output != 0)
        setrlimit(RLIMIT_FSIZE, &size);
}

static void
shut_in(int socket)
{
    int why = cx_sandbox_enter(socket);
    if (why == 0)
        return;
    struct cx_message message = {.type = CX_MESSAGE_BARE};
    copy(message.text, sizeof message.text, strerror(why));
    cx_message_send(socket, &message, -1);
}

void
cx_child_main(struct cx_job *job, size_t target, int out, int socket)
{
    const struct cx_services services = {
        .report = send_report, .open_file = ask_for_file, .host_data = &socket};
    struct catex_error error = {0};
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    setpgid(0, 0);
    reset_signals();
    keep(out, socket, job->targets[target]->next_fd);
    set_limits(&job->options);
    if (job->targets[target]->stream != NULL)
        catex_stream_report(job->targets[target]->stream, send_found,
                            &socket);
    struct catex_writer *writer = catex_writer_new_fd(out);
    shut_in(socket);
    if (writer == NULL)
        catex_error_set(&error, CATEX_ERR_MEMORY, "", 0,
                        "there is not enough memory");
    else
        cx_run(job->targets[target], writer, &services, &error);
    say_done(socket, &error);
    _exit(0);
}
