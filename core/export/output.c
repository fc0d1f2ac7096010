/* SPDX-License-Identifier: MIT */
/* Output files. The temporary file of out/list.csv is
 * out/.list.csv.catex-XXXXXX; it is locked while its run lives, so that a
 * later run knows what was left behind and removes it. */
#include "export/output.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "model/arena.h"

static const char mark[] = ".catex-";
enum { RANDOM_SIZE = 6, MOST_LINKS = 40, MOST_TRIES = 100 };

static int
cannot(const char *path, int why, struct catex_error *error)
{
    catex_error_set(error, CATEX_ERR_OUTPUT, path, 0, "cannot be written: %s",
                    strerror(why));
    errno = why;
    return CATEX_ERR_OUTPUT;
}

/* The part of @path that names its folder, with the slash. */
static size_t
folder_size(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash == NULL ? 0 : (size_t)(slash - path) + 1;
}

/* Where @path leads: a symbolic link stays, and its target is replaced, also
 * when that is not there yet. */
static int
follow(const char *path, char *into, size_t size)
{
    if (strlen(path) >= size)
        return ENAMETOOLONG;
    strcpy(into, path);
    for (int i = 0; i < MOST_LINKS; i++) {
        char link[PATH_MAX];
        ssize_t n = readlink(into, link, sizeof link - 1);
        if (n < 0)
            return 0;
        link[n] = '\0';
        size_t kept = link[0] == '/' ? 0 : folder_size(into);
        if (kept + (size_t)n >= size)
            return ENAMETOOLONG;
        strcpy(into + kept, link);
    }
    return ELOOP;
}

static void
random_name(char *into)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz012345";
    uint8_t bytes[RANDOM_SIZE];
    if (getrandom(bytes, sizeof bytes, GRND_NONBLOCK) != sizeof bytes) {
        struct timespec now;
        clock_gettime(CLOCK_MONOTONIC, &now);
        for (int i = 0; i < RANDOM_SIZE; i++)
            bytes[i] = (uint8_t)(now.tv_nsec >> i);
    }
    for (int i = 0; i < RANDOM_SIZE; i++)
        into[i] = letters[bytes[i] % 32];
}

/* A fresh file at output->temp, which ends in RANDOM_SIZE free characters. */
static int
create(struct cx_output *output)
{
    char *random = output->temp + strlen(output->temp) - RANDOM_SIZE;
    for (int i = 0; i < MOST_TRIES; i++) {
        struct stat st;
        random_name(random);
        output->fd = open(output->temp,
                          O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (output->fd < 0 && errno == EEXIST)
            continue;
        if (output->fd < 0)
            return errno;
        /* Another run may sweep between these two; then there is no name. */
        int locked = flock(output->fd, LOCK_EX | LOCK_NB) == 0 ||
                     errno != EWOULDBLOCK;
        if (locked && fstat(output->fd, &st) == 0 && st.st_nlink > 0)
            return 0;
        close(output->fd);
        output->fd = -1;
    }
    return EEXIST;
}

static int
open_beside(struct cx_output *output)
{
    const char *path = output->path;
    size_t folder = folder_size(path);
    /* A long name is cut in the temporary one, to keep within NAME_MAX. */
    size_t size = strlen(path) + sizeof mark + RANDOM_SIZE + 2;
    output->temp = cx_malloc(size);
    if (output->temp == NULL)
        return ENOMEM;
    snprintf(output->temp, size, "%.*s.%.200s%sXXXXXX", (int)folder, path,
             path + folder, mark);
    return create(output);
}

/* The descriptor that @path is a name of, or -1. Opened by its name, a file
 * behind it would be written from its start on. */
static int
descriptor_of(const char *path)
{
    static const char *const folders[] = {"/dev/fd/", "/proc/self/fd/"};
    if (path == NULL || strcmp(path, "/dev/stdout") == 0)
        return STDOUT_FILENO;
    if (strcmp(path, "/dev/stderr") == 0)
        return STDERR_FILENO;
    for (size_t i = 0; i < sizeof folders / sizeof folders[0]; i++) {
        size_t size = strlen(folders[i]);
        if (strncmp(path, folders[i], size) == 0 && path[size] >= '0' &&
            path[size] <= '9') {
            long fd = strtol(path + size, NULL, 10);
            return fd <= INT_MAX ? (int)fd : -1;
        }
    }
    return -1;
}

/* Standard output, a FIFO, a device: no file to be replaced. */
static int
open_through(struct cx_output *output)
{
    int fd = descriptor_of(output->path);
    output->fd = fd >= 0 ? fcntl(fd, F_DUPFD_CLOEXEC, 3)
                         : open(output->path,
                                O_WRONLY | O_CLOEXEC | O_NOCTTY);
    return output->fd < 0 ? errno : 0;
}

static int
is_device(const char *path, const struct stat *st)
{
    return strncmp(path, "/dev/", 5) == 0 ||
           strncmp(path, "/proc/self/fd/", 14) == 0 ||
           !(S_ISREG(st->st_mode) || S_ISDIR(st->st_mode));
}

static int
open_output(struct cx_output *output, const char *path,
            struct catex_error *error)
{
    char led[PATH_MAX];
    struct stat st;
    int exists = path != NULL && stat(path, &st) == 0;
    int through = path == NULL || (exists && is_device(path, &st));
    if (exists && S_ISDIR(st.st_mode))
        return catex_error_set(error, CATEX_ERR_OUTPUT, path, 0,
                               "is a folder; name a file in it");
    int why = path == NULL ? 0
              : through    ? (snprintf(led, sizeof led, "%s", path), 0)
                           : follow(path, led, sizeof led);
    if (why == 0 && path != NULL) {
        output->path = cx_malloc(strlen(led) + 1);
        why = output->path == NULL ? ENOMEM : 0;
    }
    if (why == 0 && path != NULL)
        strcpy(output->path, led);
    if (why == 0 && exists && access(path, W_OK) != 0)
        why = errno;
    if (why == 0 && exists && !through)
        output->mode = st.st_mode & 07777;
    if (why == 0)
        why = through ? open_through(output) : open_beside(output);
    return why == 0 ? CATEX_OK
                    : cannot(path == NULL ? "standard output" : path, why,
                             error);
}

int
cx_output_new(const char *path, struct cx_output **ret_output,
              struct catex_error *error)
{
    struct cx_output *output = cx_malloc(sizeof *output);
    if (output == NULL)
        return cannot(path == NULL ? "standard output" : path, ENOMEM, error);
    memset(output, 0, sizeof *output);
    output->fd = -1;
    int status = open_output(output, path, error);
    if (status != CATEX_OK) {
        if (output->fd < 0) { /* it was never made, so it is not removed */
            cx_free(output->temp);
            output->temp = NULL;
        }
        cx_output_free(output);
        return status;
    }
    *ret_output = output;
    return CATEX_OK;
}

int
cx_output_sync(struct cx_output *output, struct catex_error *error)
{
    if (output->temp == NULL)
        return CATEX_OK;
    int failed = output->mode != 0 && fchmod(output->fd, output->mode) != 0;
    while (!failed && fsync(output->fd) != 0)
        if (errno != EINTR) {
            failed = errno != EINVAL && errno != ENOSYS;
            break;
        }
    return failed ? cannot(output->path, errno, error) : CATEX_OK;
}

/* Lets two files change places, if the second is there and a plain one. */
static int
exchange(const char *one, const char *other)
{
    struct stat st;
    return lstat(other, &st) == 0 && S_ISREG(st.st_mode) &&
           renameat2(AT_FDCWD, one, AT_FDCWD, other, RENAME_EXCHANGE) == 0;
}

int
cx_output_commit(struct cx_output *output, struct catex_error *error)
{
    if (output->temp == NULL)
        return CATEX_OK;
    output->placed = exchange(output->temp, output->path);
    if (output->placed)
        return CATEX_OK;
    int fresh = access(output->path, F_OK) != 0;
    if (rename(output->temp, output->path) != 0)
        return cannot(output->path, errno, error);
    output->placed = fresh;
    cx_free(output->temp);
    output->temp = NULL;
    return CATEX_OK;
}

void
cx_output_undo(struct cx_output *output)
{
    if (output->placed && output->temp != NULL)
        exchange(output->temp, output->path);
    else if (output->placed)
        unlink(output->path);
}

void
cx_output_free(struct cx_output *output)
{
    if (output == NULL)
        return;
    if (output->temp != NULL)
        unlink(output->temp);
    if (output->fd >= 0)
        close(output->fd);
    cx_free(output->temp);
    cx_free(output->path);
    cx_free(output);
}

/* A file of ours that no living run holds. */
static void
sweep_file(int folder, const char *name)
{
    int fd = openat(folder, name,
                    O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (fd < 0)
        return;
    if (flock(fd, LOCK_EX | LOCK_NB) == 0)
        unlinkat(folder, name, 0);
    close(fd);
}

void
cx_output_sweep(const char *path)
{
    char folder[PATH_MAX];
    size_t size = folder_size(path);
    snprintf(folder, sizeof folder, "%.*s", size == 0 ? 1 : (int)size,
             size == 0 ? "." : path);
    DIR *dir = opendir(folder);
    if (dir == NULL)
        return;
    for (struct dirent *entry; (entry = readdir(dir)) != NULL;) {
        const char *name = entry->d_name;
        size_t tail = sizeof mark - 1 + RANDOM_SIZE, length = strlen(name);
        if (name[0] == '.' && length > tail + 1 &&
            strncmp(name + length - tail, mark, sizeof mark - 1) == 0)
            sweep_file(dirfd(dir), name);
    }
    closedir(dir);
}
