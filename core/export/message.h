/* SPDX-License-Identifier: MIT */
/* What a child and its parent say to each other, one packet each. */
#ifndef CX_MESSAGE_H
#define CX_MESSAGE_H

#include <stdint.h>

enum cx_message_type {
    CX_MESSAGE_REPORT = 1, /* all but code */
    CX_MESSAGE_FILE = 2,   /* text: the suffix; the answer is a descriptor,
                              or code, source and text of an error */
    CX_MESSAGE_DONE = 3,   /* code, line, source and text; the last one */
    CX_MESSAGE_BARE = 4,   /* text: why the child could not shut itself in */
    CX_MESSAGE_FOUND = 5   /* as a report, by the stream that is read */
};

/* Absent texts are empty. */
struct cx_message {
    uint32_t type;
    int32_t code, line;
    char kind[64], record[128], source[256], text[1024];
};

/* Sends a message, with a descriptor unless @fd is -1. 0 or an errno. */
int cx_message_send(int socket, const struct cx_message *message, int fd);

/* Receives a message from the socket; @ret_fd NULL: no descriptor is taken.
 * All its texts end in NUL. 1; 0 at the end of the talk; -1 with errno. */
int cx_message_receive(int socket, struct cx_message *message, int flags,
                       int *ret_fd);

#endif
