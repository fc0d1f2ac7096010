/* SPDX-License-Identifier: MIT */
/* The registry of exporters, and the opening of one plugin. */
#ifndef CX_REGISTRY_H
#define CX_REGISTRY_H

#include <catex/host.h>

#include "model/arena.h"

struct cx_plugin {
    struct cx_plugin *next;
    struct catex_exporter table; /* ours: zero where theirs is shorter */
    void *handle;
};

struct catex_registry {
    struct cx_arena arena;
    struct catex_string *folders;
    struct catex_string **added; /* behind the folders that the caller added */
    struct cx_plugin *plugins;
    const struct catex_string *own; /* the folder beside the library */
    int rehearse;
};

/* Whether the @size bytes at @name can name a format: [a-z0-9-]+. */
int cx_name_fits(const char *name, size_t size);

/* Does with the plugin what cx_plugin_open() will, in a child process: what
 * makes even the system's loader crash is refused by that. */
int cx_plugin_rehearse(const char *folder, const char *path, const char *name,
                       struct catex_error *error);

/* Opens the plugin at @path, a file in @folder, after all that can be checked
 * without running it; fills @plugin. @ours was linked with all that it needs:
 * what its libraries need is then looked up at its first use. */
int cx_plugin_open(struct cx_plugin *plugin, const char *folder,
                   const char *path, const char *name, int ours,
                   struct catex_error *error);

#endif
