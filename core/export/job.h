/* SPDX-License-Identifier: MIT */
/* An export job: its targets, the files it writes, its children. */
#ifndef CX_JOB_H
#define CX_JOB_H

#include <catex/host.h>

#include "export/output.h"

struct cx_file_id {
    dev_t device;
    ino_t inode;
};

struct cx_job {
    struct catex_target **targets;
    size_t count;
    struct catex_export_options options; /* whole, whatever size was given */
    struct cx_file_id *kept; /* files that no output may replace */
    size_t kept_count;
    struct cx_output *outputs;           /* the newest first */
    uint64_t reports;
    struct catex_error fatal; /* why nothing at all is written */
};

/* Opens the main output of a target, or, with @suffix, a further one. NULL
 * on failure; one that is to do with the output ends the whole job. */
struct cx_output *cx_job_open(struct cx_job *job, size_t target,
                              const char *suffix, struct catex_error *error);

/* Passes on what an exporter reports or, with @loader, its stream. */
void cx_job_report(struct cx_job *job, size_t target, int loader,
                   const struct catex_report *report);

/* Notes that a target has failed; returns its code. */
int cx_job_failed(struct cx_job *job, size_t target,
                  const struct catex_error *error);

/* Runs each target in a child process, some at a time. */
void cx_job_fork(struct cx_job *job);

/* What a child process is for: runs one target, writing to @out and talking
 * to the parent over @socket. Never returns. */
void cx_child_main(struct cx_job *job, size_t target, int out, int socket)
    __attribute__((noreturn));

/* Takes from this process all that an exporter has no need of; it keeps
 * talking over the descriptor @socket. 0, or an errno value where the kernel
 * does not offer it. */
int cx_sandbox_enter(int socket);

#endif
