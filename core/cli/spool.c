/* SPDX-License-Identifier: MIT */
/* A copy of what can be read once only, such as a pipe, for several readers.
 * It has no name by the time that it holds anything, so that nothing is left
 * of it however the program ends. */
#include "plan.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* /tmp may be memory, which large lists must not fill. */
static int
open_nameless(struct cli_messages *messages, const char **ret_folder)
{
    char path[4096];
    const char *folder = getenv("TMPDIR");
    if (folder == NULL || folder[0] == '\0')
        folder = "/var/tmp";
    *ret_folder = folder;
    snprintf(path, sizeof path, "%s/catex-XXXXXX", folder);
    int fd = mkostemp(path, O_CLOEXEC);
    if (fd < 0) {
        cli_fail(messages, CLI_OUTPUT, folder,
                 "cannot hold a copy of the list: %s; set TMPDIR",
                 strerror(errno));
        return -1;
    }
    unlink(path);
    return fd;
}

/* All of it, or an errno value. */
static int
write_all(int fd, const char *bytes, size_t size)
{
    while (size > 0) {
        ssize_t n = write(fd, bytes, size);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return errno;
        bytes += n;
        size -= (size_t)n;
    }
    return 0;
}

/* Copies @from to @to, which then ends with a whole line. */
static int
copy_file(int from, int to, int *ret_read)
{
    char bytes[64 * 1024];
    char last = '\n';
    int failure = 0;
    *ret_read = 0;
    while (failure == 0) {
        ssize_t n = read(from, bytes, sizeof bytes);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0) {
            *ret_read = 1;
            return errno;
        }
        if (n == 0)
            break;
        last = bytes[n - 1];
        failure = write_all(to, bytes, (size_t)n);
    }
    return failure == 0 && last != '\n' ? write_all(to, "\n", 1) : failure;
}

int
cli_spool(struct cli_args *args, int *ret_fd)
{
    const char *folder;
    int fd = *ret_fd = open_nameless(&args->messages, &folder);
    for (size_t i = 0; fd >= 0 && i < args->list_count; i++) {
        const char *path = args->lists[i];
        int standard = strcmp(path, "-") == 0, reading = 1;
        int from = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
        int failure = from < 0 ? errno : copy_file(from, fd, &reading);
        if (from >= 0 && !standard)
            close(from);
        if (failure != 0)
            return cli_fail(&args->messages, reading ? CLI_INPUT : CLI_OUTPUT,
                            reading ? path : folder,
                            reading ? "cannot be read: %s"
                                    : "cannot hold a copy of the list: %s",
                            strerror(failure));
    }
    return fd < 0 ? CLI_OUTPUT : CLI_DONE;
}
