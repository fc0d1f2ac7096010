/* SPDX-License-Identifier: MIT */
/* Runs exporters in children, some at a time, and outlives whatever they do. */
#include <errno.h>
#include <inttypes.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "export/job.h"
#include "export/message.h"
#include "export/order.h"

enum { MOST_CHILDREN = 64, TICK = 200 /* milliseconds */ };

/* Why we ended a child, if we did. */
enum stop { STOP_NOT, STOP_LATE, STOP_BABBLE, STOP_SILENT, STOP_ALL };

struct child {
    size_t target;
    pid_t pid;
    int socket;
    int64_t deadline; /* in milliseconds; 0: none */
    enum stop stop;
    int done; /* it said so, with this error: */
    struct catex_error error;
};

struct crew {
    struct cx_job *job;
    struct cx_order order; /* of what the children report */
    struct child children[MOST_CHILDREN];
    size_t running;
    size_t next; /* target */
    int bare;    /* the note about a missing sandbox was given */
};

static int64_t
now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

static void
fatal(struct cx_job *job, const char *what)
{
    catex_error_set(&job->fatal, CATEX_ERR_MEMORY, what, 0,
                    "cannot be started: %s", strerror(errno));
}

static void
start(struct crew *crew)
{
    struct cx_job *job = crew->job;
    size_t target = crew->next++;
    const char *name = job->targets[target]->exporter->name;
    struct catex_error error = {0};
    int pair[2];
    const struct cx_output *out = cx_job_open(job, target, NULL, &error);
    if (out == NULL) {
        cx_job_failed(job, target, &error);
        cx_order_ended(&crew->order, target);
        return;
    }
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair) != 0) {
        fatal(job, name);
        return;
    }
    fflush(NULL); /* or the child would have the same bytes to write */
    pid_t pid = fork();
    if (pid == 0)
        cx_child_main(job, target, out->fd, pair[1]);
    close(pair[1]);
    if (pid < 0) {
        fatal(job, name);
        close(pair[0]);
        return;
    }
    setpgid(pid, pid); /* both do it: whoever comes first */
    int64_t timeout = (int64_t)job->options.timeout * 1000;
    crew->children[crew->running++] = (struct child){
        .target = target,
        .pid = pid,
        .socket = pair[0],
        .deadline = timeout == 0 ? 0 : now() + timeout};
}

static void
stop(struct child *child, enum stop why)
{
    if (child->stop == STOP_NOT)
        child->stop = why;
    kill(-child->pid, SIGKILL);
    kill(child->pid, SIGKILL); /* its group may not be there yet */
}

static void
answer_file(struct crew *crew, struct child *child, struct cx_message *message)
{
    struct catex_error error = {0};
    const struct cx_output *out =
        cx_job_open(crew->job, child->target, message->text, &error);
    message->code = error.code;
    message->line = error.line;
    memcpy(message->source, error.source, sizeof message->source);
    snprintf(message->text, sizeof message->text, "%s", error.text);
    if (cx_message_send(child->socket, message, out == NULL ? -1 : out->fd))
        stop(child, STOP_BABBLE);
}

/* The first child that could not shut itself in speaks for all. */
static void
note_bare(struct crew *crew, const struct cx_message *message)
{
    char text[256];
    const struct catex_export_options *options = &crew->job->options;
    if (crew->bare++ > 0 || options->report == NULL)
        return;
    snprintf(text, sizeof text,
             "exporters run in processes of their own, but without a filter "
             "of system calls: %.100s",
             message->text);
    const struct catex_report report = {.kind = "isolation", .text = text};
    options->report(&report, options->user_data);
}

static void
take_message(struct crew *crew, struct child *child,
             struct cx_message *message)
{
    if (message->type == CX_MESSAGE_REPORT ||
        message->type == CX_MESSAGE_FOUND) {
        cx_order_report(&crew->order, child->target, message);
    } else if (message->type == CX_MESSAGE_FILE) {
        answer_file(crew, child, message);
    } else if (message->type == CX_MESSAGE_BARE) {
        note_bare(crew, message);
    } else if (message->type == CX_MESSAGE_DONE) {
        child->done = 1;
        if (message->code != CATEX_OK)
            catex_error_set(&child->error, message->code, message->source,
                            message->line, "%s", message->text);
    } else {
        stop(child, STOP_BABBLE);
    }
}

/* Takes what the child has said so far; 0 when it will say no more. */
static int
listen_to(struct crew *crew, struct child *child)
{
    struct cx_message message;
    for (;;) {
        int got = cx_message_receive(child->socket, &message, MSG_DONTWAIT,
                                     NULL);
        if (got < 0 && errno == EAGAIN)
            return 1;
        if (got < 0)
            stop(child, STOP_BABBLE);
        if (got <= 0)
            return 0;
        take_message(crew, child, &message);
        if (child->done)
            return 0;
    }
}

/* How large a file of a child can be: ours, or a lower one that we are under
 * ourselves and cannot lift. */
static uint64_t
size_limit(const struct cx_job *job)
{
    struct rlimit own;
    uint64_t limit = job->options.max_output;
    if (getrlimit(RLIMIT_FSIZE, &own) == 0 &&
        (limit == 0 || own.rlim_max < limit))
        limit = own.rlim_cur;
    return limit;
}

/* A sentence for an end without a result. */
static void
describe_end(const struct crew *crew, struct child *child, int status)
{
    const struct catex_export_options *options = &crew->job->options;
    const struct catex_target *target = crew->job->targets[child->target];
    const char *path = target->path == NULL ? "standard output" : target->path;
    char what[160];
    if (child->stop == STOP_LATE)
        snprintf(what, sizeof what, "was stopped after %u seconds",
                 options->timeout);
    else if (child->stop == STOP_BABBLE)
        snprintf(what, sizeof what, "was stopped: it disturbed catex");
    else if (WIFSIGNALED(status) && WTERMSIG(status) == SIGXFSZ)
        snprintf(what, sizeof what,
                 "was stopped: it wrote more than the limit of %" PRIu64
                 " bytes", size_limit(crew->job));
    else if (child->stop == STOP_SILENT)
        snprintf(what, sizeof what, "closed its connection with catex");
    else if (WIFSIGNALED(status))
        snprintf(what, sizeof what, "crashed (%s)",
                 strsignal(WTERMSIG(status)));
    else
        snprintf(what, sizeof what, "ended its process (exit status %d)",
                 WEXITSTATUS(status));
    child->error.code = CATEX_OK;
    catex_error_set(&child->error, CATEX_ERR_PLUGIN, target->exporter->name, 0,
                    "%s before %.200s was complete", what, path);
}

static int
has_ended(const struct child *child)
{
    siginfo_t info = {0};
    return waitid(P_PID, (id_t)child->pid, &info,
                  WEXITED | WNOHANG | WNOWAIT) == 0 && info.si_pid != 0;
}

/* Ends the child and all that it started, and settles its target. What says
 * «done» has written all, so that its end does not matter; what falls silent
 * is given a moment to die, so that we learn of what. */
static void
finish(struct crew *crew, size_t i)
{
    static const struct timespec moment = {0, 5000000L};
    struct child *child = &crew->children[i];
    int status = 0;
    for (int n = 0; n < 20 && !child->done && !has_ended(child); n++)
        nanosleep(&moment, NULL);
    if (!child->done && !has_ended(child))
        stop(child, STOP_SILENT);
    kill(-child->pid, SIGKILL);
    while (waitpid(child->pid, &status, 0) < 0 && errno == EINTR)
        ;
    close(child->socket);
    if (!child->done && child->stop != STOP_ALL)
        describe_end(crew, child, status);
    if (child->error.code != CATEX_OK)
        cx_job_failed(crew->job, child->target, &child->error);
    cx_order_ended(&crew->order, child->target);
    *child = crew->children[--crew->running];
}

static void
stop_all(struct crew *crew)
{
    for (size_t i = 0; i < crew->running; i++)
        stop(&crew->children[i], STOP_ALL);
}

/* Those that are late, and those that are gone though somebody keeps their
 * end of the talk open. */
static int
is_over(struct child *child)
{
    if (child->deadline != 0 && now() >= child->deadline)
        stop(child, STOP_LATE);
    return has_ended(child);
}

static void
look_after(struct crew *crew, const struct pollfd *polled)
{
    for (size_t i = crew->running; i-- > 0;) {
        struct child *child = &crew->children[i];
        int over = is_over(child);
        if ((polled[i].revents != 0 || over) && !listen_to(crew, child))
            over = 1;
        if (over)
            finish(crew, i);
    }
}

static void
wait_for_news(struct crew *crew)
{
    struct cx_job *job = crew->job;
    struct pollfd polled[MOST_CHILDREN + 1];
    size_t count = crew->running;
    for (size_t i = 0; i < count; i++)
        polled[i] = (struct pollfd){crew->children[i].socket, POLLIN, 0};
    polled[count] = (struct pollfd){job->options.stop_fd, POLLIN, 0};
    int with_stop = job->options.stop_fd > 0;
    if (poll(polled, count + (with_stop ? 1 : 0), TICK) < 0)
        for (size_t i = 0; i <= count; i++)
            polled[i].revents = 0;
    if (with_stop && polled[count].revents != 0)
        catex_error_set(&job->fatal, CATEX_ERR_OUTPUT, "", 0,
                        "the work was interrupted");
    if (job->options.tick != NULL)
        job->options.tick(job->options.tick_data);
    look_after(crew, polled);
}

void
cx_job_fork(struct cx_job *job)
{
    struct crew crew = {.job = job};
    cx_order_init(&crew.order, job);
    size_t most = job->options.jobs < MOST_CHILDREN ? job->options.jobs
                                                    : MOST_CHILDREN;
    while (crew.running > 0 ||
           (crew.next < job->count && job->fatal.code == CATEX_OK)) {
        while (crew.running < most && crew.next < job->count &&
               job->fatal.code == CATEX_OK)
            start(&crew);
        if (job->fatal.code != CATEX_OK)
            stop_all(&crew);
        wait_for_news(&crew);
    }
    cx_order_free(&crew.order);
}
