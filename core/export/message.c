/* SPDX-License-Identifier: MIT */
/* Sends and receives the messages of children. */
#include "export/message.h"

#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

union control {
    char bytes[CMSG_SPACE(sizeof(int))];
    struct cmsghdr align;
};

int
cx_message_send(int socket, const struct cx_message *message, int fd)
{
    union control control;
    struct cx_message copy = *message;
    struct iovec part = {&copy, sizeof copy};
    struct msghdr packet = {.msg_iov = &part, .msg_iovlen = 1};
    if (fd >= 0) {
        memset(&control, 0, sizeof control);
        packet.msg_control = control.bytes;
        packet.msg_controllen = sizeof control.bytes;
        struct cmsghdr *head = CMSG_FIRSTHDR(&packet);
        head->cmsg_level = SOL_SOCKET;
        head->cmsg_type = SCM_RIGHTS;
        head->cmsg_len = CMSG_LEN(sizeof fd);
        memcpy(CMSG_DATA(head), &fd, sizeof fd);
    }
    while (sendmsg(socket, &packet, MSG_NOSIGNAL) < 0)
        if (errno != EINTR)
            return errno;
    return 0;
}

static int
taken_descriptor(struct msghdr *packet)
{
    int fd;
    struct cmsghdr *head = CMSG_FIRSTHDR(packet);
    if (head == NULL || head->cmsg_level != SOL_SOCKET ||
        head->cmsg_type != SCM_RIGHTS || head->cmsg_len != CMSG_LEN(sizeof fd))
        return -1;
    memcpy(&fd, CMSG_DATA(head), sizeof fd);
    return fd;
}

int
cx_message_receive(int socket, struct cx_message *message, int flags,
                   int *ret_fd)
{
    union control control;
    struct iovec part = {message, sizeof *message};
    struct msghdr packet = {.msg_iov = &part, .msg_iovlen = 1};
    if (ret_fd != NULL) {
        packet.msg_control = control.bytes;
        packet.msg_controllen = sizeof control.bytes;
    }
    ssize_t n;
    do
        n = recvmsg(socket, &packet, flags | MSG_CMSG_CLOEXEC);
    while (n < 0 && errno == EINTR);
    if (n <= 0)
        return (int)n;
    if (ret_fd != NULL)
        *ret_fd = taken_descriptor(&packet);
    if ((size_t)n != sizeof *message || (packet.msg_flags & MSG_TRUNC) != 0) {
        errno = EPROTO;
        return -1;
    }
    message->kind[sizeof message->kind - 1] = '\0';
    message->record[sizeof message->record - 1] = '\0';
    message->source[sizeof message->source - 1] = '\0';
    message->text[sizeof message->text - 1] = '\0';
    return 1;
}
