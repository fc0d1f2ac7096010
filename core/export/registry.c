/* SPDX-License-Identifier: MIT */
/* Finds exporter plugins and keeps those that were opened. */
#include "export/registry.h"

#include <dirent.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct catex_string *
add_folder(struct catex_registry *registry, struct catex_string **place,
           const char *path, size_t size)
{
    struct catex_string *folder = cx_alloc(&registry->arena, sizeof *folder);
    if (folder == NULL)
        return NULL;
    folder->text = cx_strndup(&registry->arena, path, size);
    folder->next = *place;
    if (folder->text == NULL)
        return NULL;
    *place = folder;
    return folder;
}

/* The folder `catex` beside the library, wherever that lies now. */
static int
add_own(struct catex_registry *registry, struct catex_string **place)
{
    static const char here = 0;
    Dl_info info;
    char *file = dladdr(&here, &info) == 0 ? NULL
                                           : realpath(info.dli_fname, NULL);
    if (file == NULL)
        return 1;
    *strrchr(file, '/') = '\0';
    char *folder = cx_printf(&registry->arena, "%s/catex", file);
    free(file);
    if (folder != NULL)
        registry->own = add_folder(registry, place, folder, strlen(folder));
    return registry->own != NULL;
}

static int
add_path(struct catex_registry *registry, struct catex_string ***place,
         const char *path)
{
    while (path != NULL && *path != '\0') {
        size_t size = strcspn(path, ":");
        /* An empty part would be the working directory: never searched. */
        if (size > 0) {
            struct catex_string *added =
                add_folder(registry, *place, path, size);
            if (added == NULL)
                return 0;
            *place = &added->next;
        }
        path += size + (path[size] == ':');
    }
    return 1;
}

struct catex_registry *
catex_registry_new(void)
{
    struct catex_registry *registry = cx_malloc(sizeof *registry);
    if (registry == NULL)
        return NULL;
    memset(registry, 0, sizeof *registry);
    registry->added = &registry->folders;
    struct catex_string **place = &registry->folders;
    if (!add_path(registry, &place, secure_getenv("CATEX_PLUGIN_PATH")) ||
        !add_own(registry, place)) {
        catex_registry_free(registry);
        return NULL;
    }
    return registry;
}

static int
no_memory(const char *name, struct catex_error *error)
{
    return catex_error_set(error, CATEX_ERR_MEMORY, name, 0,
                           "there is not enough memory to open it");
}

int
catex_registry_add(struct catex_registry *registry, const char *folder,
                   struct catex_error *error)
{
    struct catex_string *added =
        add_folder(registry, registry->added, folder, strlen(folder));
    if (added == NULL)
        return no_memory(folder, error);
    registry->added = &added->next;
    return CATEX_OK;
}

void
catex_registry_rehearse(struct catex_registry *registry, int rehearse)
{
    registry->rehearse = rehearse;
}

int
cx_name_fits(const char *name, size_t size)
{
    if (size == 0 || size >= sizeof(((struct catex_note *)0)->name))
        return 0;
    for (size_t i = 0; i < size; i++)
        if (strchr("abcdefghijklmnopqrstuvwxyz0123456789-", name[i]) == NULL)
            return 0;
    return name[0] != '-';
}

/* The first NAME.so on the search path; NULL if there is none. */
static int
locate(struct catex_registry *registry, const char *name,
       const struct catex_string **ret_folder, char **ret_path)
{
    for (struct catex_string *s = registry->folders; s != NULL; s = s->next) {
        char *path = cx_printf(&registry->arena, "%s/%s.so", s->text, name);
        if (path == NULL)
            return 0;
        if (faccessat(AT_FDCWD, path, F_OK, AT_SYMLINK_NOFOLLOW) == 0) {
            *ret_folder = s;
            *ret_path = path;
            return 1;
        }
    }
    *ret_path = NULL;
    return 1;
}

static const struct catex_exporter *
opened(const struct catex_registry *registry, const char *name)
{
    for (const struct cx_plugin *p = registry->plugins; p; p = p->next)
        if (strcmp(p->table.name, name) == 0)
            return &p->table;
    return NULL;
}

static int
find(struct catex_registry *registry, const char *name, char **ret_path,
     const struct catex_exporter **ret_exporter, struct catex_error *error)
{
    const struct catex_string *folder = NULL;
    *ret_exporter = opened(registry, name);
    if (!locate(registry, name, &folder, ret_path))
        return no_memory(name, error);
    if (*ret_exporter != NULL)
        return CATEX_OK;
    if (*ret_path == NULL)
        return CATEX_ERR_USAGE;
    struct cx_plugin *plugin = cx_alloc(&registry->arena, sizeof *plugin);
    if (plugin == NULL)
        return no_memory(name, error);
    int ours = folder == registry->own;
    int status = !registry->rehearse || ours
                     ? CATEX_OK
                     : cx_plugin_rehearse(folder->text, *ret_path, name,
                                          error);
    if (status == CATEX_OK)
        status = cx_plugin_open(plugin, folder->text, *ret_path, name, ours,
                                error);
    if (status != CATEX_OK)
        return status;
    plugin->next = registry->plugins;
    registry->plugins = plugin;
    *ret_exporter = &plugin->table;
    return CATEX_OK;
}

static int
compare(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static int
add_names(struct catex_registry *registry, const char *folder,
          struct cx_buffer *names)
{
    DIR *dir = opendir(folder);
    if (dir == NULL)
        return 1; /* a folder on the path need not be there */
    int ok = 1;
    for (struct dirent *entry; ok && (entry = readdir(dir)) != NULL;) {
        size_t size = strlen(entry->d_name);
        if (size <= 3 || strcmp(entry->d_name + size - 3, ".so") != 0)
            continue;
        char *name = cx_strndup(&registry->arena, entry->d_name, size - 3);
        size_t before = names->size;
        cx_buffer_add(names, (const char *)&name, sizeof name);
        ok = name != NULL && names->size != before;
    }
    closedir(dir);
    return ok;
}

/* The names of all files on the search path that could be exporters, sorted,
 * each once. */
static int
list(struct catex_registry *registry, struct cx_buffer *names)
{
    for (struct catex_string *s = registry->folders; s != NULL; s = s->next)
        if (!add_names(registry, s->text, names))
            return 0;
    char **at = (char **)(void *)names->bytes;
    size_t count = names->size / sizeof *at, kept = 0;
    if (count > 0)
        qsort(at, count, sizeof *at, compare);
    for (size_t i = 0; i < count; i++)
        if (kept == 0 || strcmp(at[i], at[kept - 1]) != 0)
            at[kept++] = at[i];
    names->size = kept * sizeof *at;
    return 1;
}

int
catex_registry_each(struct catex_registry *registry, catex_exporter_fn *visit,
                    void *user_data, struct catex_error *error)
{
    struct cx_buffer names = {0};
    int status = list(registry, &names) ? CATEX_OK
                                        : no_memory("the plugins", error);
    char **at = (char **)(void *)names.bytes;
    size_t count = status == CATEX_OK ? names.size / sizeof *at : 0;
    for (size_t i = 0; i < count; i++) {
        struct catex_error refusal = {0};
        const struct catex_exporter *exporter = NULL;
        char *path = NULL;
        if (!cx_name_fits(at[i], strlen(at[i]))) {
            path = at[i];
            catex_error_set(&refusal, CATEX_ERR_PLUGIN, at[i], 0,
                            "is no name for a format (a-z, 0-9 and - are)");
        } else if (find(registry, at[i], &path, &exporter, &refusal) !=
                   CATEX_OK) {
            exporter = NULL;
        }
        visit(exporter, path, &refusal, user_data);
    }
    cx_buffer_done(&names);
    return status;
}

/* Says what there is instead, going by the files' names alone. */
static int
unknown(struct catex_registry *registry, const char *name,
        struct catex_error *error)
{
    struct cx_buffer names = {0}, text = {0};
    if (list(registry, &names)) {
        char **at = (char **)(void *)names.bytes;
        for (size_t i = 0; i < names.size / sizeof *at; i++) {
            cx_buffer_puts(&text, i == 0 ? "" : ", ");
            cx_buffer_puts(&text, at[i]);
        }
    }
    catex_error_set(error, CATEX_ERR_USAGE, name, 0,
                    text.size == 0
                        ? "is no format that is installed here; none is%s"
                        : "is no format that is installed here; there are %s",
                    text.size == 0 ? "" : text.bytes);
    cx_buffer_done(&names);
    cx_buffer_done(&text);
    return CATEX_ERR_USAGE;
}

int
catex_registry_find(struct catex_registry *registry, const char *name,
                    const struct catex_exporter **ret_exporter,
                    struct catex_error *error)
{
    char *path = NULL;
    *ret_exporter = NULL;
    if (!cx_name_fits(name, strlen(name)))
        return catex_error_set(error, CATEX_ERR_USAGE,
                               *name == '\0' ? "an empty name" : name, 0,
                               "is no name of a format; see «catex formats»");
    int status = find(registry, name, &path, ret_exporter, error);
    if (status == CATEX_ERR_USAGE)
        return unknown(registry, name, error);
    return status;
}

void
catex_registry_free(struct catex_registry *registry)
{
    if (registry == NULL)
        return;
    for (struct cx_plugin *p = registry->plugins; p != NULL; p = p->next)
        dlclose(p->handle);
    cx_arena_done(&registry->arena);
    cx_free(registry);
}
