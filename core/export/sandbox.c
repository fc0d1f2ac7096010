/* SPDX-License-Identifier: MIT */
/* The filter of system calls around an exporter: it can use memory, write to
 * what it has open, talk to its parent, and end. It cannot open or rename a
 * file, reach a network, start a program or a thread, or signal another. */
#include "export/job.h"

#include <errno.h>
#include <unistd.h>

#ifdef HAVE_SECCOMP
#include <seccomp.h>
#include <stddef.h>

static const int allowed[] = {
    SCMP_SYS(brk), SCMP_SYS(clock_gettime), SCMP_SYS(clock_nanosleep),
    SCMP_SYS(close), SCMP_SYS(exit), SCMP_SYS(exit_group), SCMP_SYS(fstat),
    SCMP_SYS(futex), SCMP_SYS(getpid), SCMP_SYS(getrandom), SCMP_SYS(gettid),
    SCMP_SYS(gettimeofday), SCMP_SYS(lseek), SCMP_SYS(madvise),
    SCMP_SYS(mmap), SCMP_SYS(mprotect), SCMP_SYS(mremap), SCMP_SYS(munmap),
    SCMP_SYS(nanosleep), SCMP_SYS(pread64), SCMP_SYS(read), SCMP_SYS(readv),
    SCMP_SYS(restart_syscall), SCMP_SYS(rt_sigaction),
    SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigreturn), SCMP_SYS(sched_yield),
    SCMP_SYS(sigaltstack), SCMP_SYS(time), SCMP_SYS(write), SCMP_SYS(writev),
};

/* Allows a call whose first argument is @value. */
static int
allow_for(scmp_filter_ctx filter, int call, scmp_datum_t value)
{
    const struct scmp_arg_cmp only = {0, SCMP_CMP_EQ, value, 0};
    return seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, call, 1, &only);
}

static int
add_rules(scmp_filter_ctx filter, int socket)
{
    int why = 0;
    for (size_t i = 0; i < sizeof allowed / sizeof allowed[0] && why == 0; i++)
        why = seccomp_rule_add(filter, SCMP_ACT_ALLOW, allowed[i], 0);
    /* abort() and raise() signal the process itself, and no other may be. */
    if (why == 0)
        why = allow_for(filter, SCMP_SYS(tgkill), (scmp_datum_t)getpid());
    if (why == 0)
        why = allow_for(filter, SCMP_SYS(sendmsg), (scmp_datum_t)socket);
    if (why == 0)
        why = allow_for(filter, SCMP_SYS(recvmsg), (scmp_datum_t)socket);
    return why;
}

int
catex_export_is_filtered(void)
{
    return 1;
}

int
cx_sandbox_enter(int socket)
{
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(EPERM));
    if (filter == NULL)
        return ENOMEM;
    int why = add_rules(filter, socket);
    if (why == 0)
        why = seccomp_load(filter);
    seccomp_release(filter);
    return -why;
}
#else
int
catex_export_is_filtered(void)
{
    return 0;
}

int
cx_sandbox_enter(int socket)
{
    (void)socket;
    return 0; /* built without: `catex --version` says so */
}
#endif
