/* SPDX-License-Identifier: MIT */
/* Says who it runs as and whether it finds the format good, for the test of a
 * privileged process. All of catex is in it: the system would not look for a
 * library of ours on behalf of one. */
#include <stdbool.h>
#include <stdio.h>
#include <unistd.h>

#include <catex/catex.h>

int
main(void)
{
    struct catex_error error = {0};
    const struct catex_exporter *exporter;
    struct catex_registry *registry = catex_registry_new();
    int status = catex_registry_find(registry, "good", &exporter, &error);
    bool privileged = geteuid() != getuid();
    printf("%s %s\n", privileged ? "privileged" : "plain",
           status == CATEX_ERR_USAGE ? "ignored" : "searched");
    catex_registry_free(registry);
    fflush(stdout);
    /* The system lets no search for leaks look into a privileged process. */
    if (privileged)
        _exit(0);
    return 0;
}
