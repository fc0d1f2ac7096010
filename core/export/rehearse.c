/* SPDX-License-Identifier: MIT */
/* Opens a plugin in a child process. Its note may be right and all the rest
 * broken: the system's loader trusts what it loads, and crashes. */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "export/registry.h"

enum { TIMEOUT = 10 /* seconds */ };

static void
be_child(const char *folder, const char *path, const char *name)
{
    const struct rlimit no_core = {0, 0};
    struct cx_plugin plugin = {0};
    int null = open("/dev/null", O_RDWR | O_CLOEXEC);
    setrlimit(RLIMIT_CORE, &no_core);
    alarm(TIMEOUT);
    dup2(null, STDOUT_FILENO);
    dup2(null, STDERR_FILENO); /* all this will be said once more */
    if (cx_plugin_open(&plugin, folder, path, name, 0, NULL) == CATEX_OK)
        dlclose(plugin.handle);
    _exit(0);
}

int
cx_plugin_rehearse(const char *folder, const char *path, const char *name,
                   struct catex_error *error)
{
    int status;
    pid_t pid = fork();
    if (pid == 0)
        be_child(folder, path, name);
    while (pid > 0 && waitpid(pid, &status, 0) < 0)
        if (errno != EINTR)
            return CATEX_OK;
    /* Where no process can be had, there is no rehearsal. */
    if (pid < 0 || (WIFEXITED(status) && WEXITSTATUS(status) == 0))
        return CATEX_OK;
    if (WIFSIGNALED(status))
        return catex_error_set(error, CATEX_ERR_PLUGIN, path, 0,
                               "crashes while it is loaded (%s)",
                               strsignal(WTERMSIG(status)));
    return catex_error_set(error, CATEX_ERR_PLUGIN, path, 0,
                           "ends the process that loads it (exit status %d)",
                           WEXITSTATUS(status));
}
