/* SPDX-License-Identifier: MIT */
/* Preloaded into the program: lets one call fail, the FAULT_AT-th of
 * FAULT_CALL in all its processes, with the errno FAULT_ERRNO (0: as a short
 * count). FAULT_COUNT names a file of 8 bytes that counts the calls. */
/* Checked versions of these calls would be inline functions of the same
 * names. */
#undef _FORTIFY_SOURCE

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static uint64_t *counter;
static uint64_t fault_at;
static int fault_errno;
static const char *fault_call = "";

#define REAL(name) \
    (__extension__(__typeof__(&name))dlsym(RTLD_NEXT, #name))

__attribute__((constructor)) static void
prepare(void)
{
    const char *path = getenv("FAULT_COUNT");
    if (path == NULL)
        return;
    int fd = REAL(open64)(path, O_RDWR);
    void *shared = mmap(NULL, sizeof *counter, PROT_READ | PROT_WRITE,
                        MAP_SHARED, fd, 0);
    REAL(close)(fd);
    fault_at = strtoull(getenv("FAULT_AT"), NULL, 10);
    fault_errno = atoi(getenv("FAULT_ERRNO"));
    fault_call = getenv("FAULT_CALL");
    if (shared != MAP_FAILED)
        counter = shared;
}

/* Whether this call is the one. */
static int
fails(const char *call)
{
    if (counter == NULL || strcmp(call, fault_call) != 0 ||
        __atomic_add_fetch(counter, 1, __ATOMIC_SEQ_CST) != fault_at)
        return 0;
    errno = fault_errno;
    return 1;
}

ssize_t
read(int fd, void *bytes, size_t size)
{
    if (fails("read")) {
        if (fault_errno != 0)
            return -1;
        size = size / 1000 + 1;
    }
    return REAL(read)(fd, bytes, size);
}

ssize_t
write(int fd, const void *bytes, size_t size)
{
    if (fd != STDERR_FILENO && fails("write")) {
        if (fault_errno != 0)
            return -1;
        size = size / 2 + (size == 1);
    }
    return REAL(write)(fd, bytes, size);
}

/* Linux closes the descriptor whatever it says. */
int
close(int fd)
{
    int failed = fails("close"), result = REAL(close)(fd);
    if (!failed)
        return result;
    errno = fault_errno;
    return -1;
}

int
fsync(int fd)
{
    return fails("fsync") ? -1 : REAL(fsync)(fd);
}

int
rename(const char *from, const char *to)
{
    return fails("rename") ? -1 : REAL(rename)(from, to);
}

/* Of a file with the one that it replaces. */
int
renameat2(int from_at, const char *from, int to_at, const char *to,
          unsigned flags)
{
    return fails("exchange")
               ? -1 : REAL(renameat2)(from_at, from, to_at, to, flags);
}

int
mkdir(const char *path, mode_t mode)
{
    return fails("mkdir") ? -1 : REAL(mkdir)(path, mode);
}

int
open64(const char *path, int flags, ...)
{
    va_list args;
    va_start(args, flags);
    mode_t mode = flags & O_CREAT ? va_arg(args, mode_t) : 0;
    va_end(args);
    return fails("open") ? -1 : REAL(open64)(path, flags, mode);
}

int
openat64(int folder, const char *path, int flags, ...)
{
    va_list args;
    va_start(args, flags);
    mode_t mode = flags & O_CREAT ? va_arg(args, mode_t) : 0;
    va_end(args);
    return fails("open") ? -1 : REAL(openat64)(folder, path, flags, mode);
}
