/* SPDX-License-Identifier: MIT */
/* Output files: written beside their place, moved there when all is well. */
#ifndef CX_OUTPUT_H
#define CX_OUTPUT_H

#include <stddef.h>
#include <sys/types.h>

#include <catex/error.h>

struct cx_output {
    struct cx_output *next;
    char *path;    /* where it goes, symbolic links followed */
    char *temp;    /* where it is meanwhile, and then what it replaced, if
                      that can be put back; NULL: neither */
    int placed;    /* it is at its path, and can be taken away again */
    int fd;        /* -1 once closed */
    mode_t mode;   /* of the file that it replaces; 0: there is none */
    size_t target; /* the index of the target that it belongs to */
};

/* Opens an output for @path, or for standard output (NULL); on failure errno
 * says why. A FIFO, a device and what lies in /dev are written straight
 * through. */
int cx_output_new(const char *path, struct cx_output **ret_output,
                  struct catex_error *error);

/* Brings the bytes to the disk. */
int cx_output_sync(struct cx_output *output, struct catex_error *error);

/* Moves the file to its place. */
int cx_output_commit(struct cx_output *output, struct catex_error *error);

/* Takes the file from its place, and puts back what it replaced. */
void cx_output_undo(struct cx_output *output);

/* Frees @output; what was not moved to its place is removed. */
void cx_output_free(struct cx_output *output);

/* Removes temporary files beside @path that a killed run has left. */
void cx_output_sweep(const char *path);

#endif
