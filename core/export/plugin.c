/* SPDX-License-Identifier: MIT */
/* Opens one plugin, or refuses it: first by its file, then by its table. */
#include "export/registry.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "export/elf.h"
#include "export/export.h"

/* The sizes of the first release: no table can be smaller. */
#define FIRST_TABLE \
    (offsetof(struct catex_exporter, cleanup) + sizeof(void (*)(void)))
#define FIRST_OPTION \
    (offsetof(struct catex_option, offset) + sizeof(uint32_t))

/* What everybody may write to, anybody may have written. */
static int
check_place(int fd, const char *folder, const char *path,
            struct catex_error *error)
{
    struct stat file, around;
    if (fstat(fd, &file) != 0 || stat(folder, &around) != 0)
        return catex_error_set(error, CATEX_ERR_PLUGIN, path, 0,
                               "cannot be looked at: %s", strerror(errno));
    if (!S_ISREG(file.st_mode))
        return catex_error_set(error, CATEX_ERR_PLUGIN, path, 0,
                               "is not a regular file");
    if ((file.st_mode & S_IWOTH) != 0)
        return catex_error_set(error, CATEX_ERR_PLUGIN, path, 0,
                               "can be written by everybody, so it is not "
                               "opened; chmod o-w it");
    if ((around.st_mode & S_IWOTH) != 0)
        return catex_error_set(error, CATEX_ERR_PLUGIN, path, 0,
                               "lies in a folder that everybody can write "
                               "to, so it is not opened");
    return CATEX_OK;
}

static int
check_abi(uint32_t major, uint32_t minor, const char *path,
          struct catex_error *error)
{
    if (major == CATEX_ABI_MAJOR && minor <= CATEX_ABI_MINOR)
        return CATEX_OK;
    return catex_error_set(error, CATEX_ERR_PLUGIN, path, 0,
                           "is built for plugin interface %u.%u, and this "
                           "catex has %d.%d; %s",
                           major, minor, CATEX_ABI_MAJOR, CATEX_ABI_MINOR,
                           major < CATEX_ABI_MAJOR ? "build it anew"
                                                   : "a newer catex runs it");
}

static int
check_name(const char *theirs, const char *name, const char *path,
           struct catex_error *error)
{
    if (theirs != NULL && strcmp(theirs, name) == 0)
        return CATEX_OK;
    return catex_error_set(error, CATEX_ERR_PLUGIN, path, 0,
                           "says that its name is «%.40s», not «%s»",
                           theirs == NULL ? "" : theirs, name);
}

/* All that can be known before any code of the file runs. */
static int
check_file(const char *folder, const char *path, const char *name,
           struct catex_error *error)
{
    struct catex_note note;
    /* O_NONBLOCK: a FIFO with such a name must not hold us up. */
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0)
        return catex_error_set(error, CATEX_ERR_PLUGIN, path, 0,
                               "cannot be opened: %s", strerror(errno));
    int status = check_place(fd, folder, path, error);
    if (status == CATEX_OK)
        status = cx_elf_note(fd, path, &note, error);
    close(fd);
    if (status == CATEX_OK)
        status = check_abi(note.abi_major, note.abi_minor, path, error);
    if (status == CATEX_OK)
        status = check_name(note.name, name, path, error);
    return status;
}

static int
check_options(const struct catex_exporter *table, const char *path,
              struct catex_error *error)
{
    struct catex_error detail = {0};
    if (cx_options_check(table, &detail) == CATEX_OK)
        return CATEX_OK;
    return catex_error_set(error, CATEX_ERR_PLUGIN, path, 0,
                           "has a broken table of options: %s", detail.text);
}

/* @theirs is as large as it says, which may be less or more than ours. */
static int
take_table(struct cx_plugin *plugin, const struct catex_exporter *theirs,
           const char *path, const char *name, struct catex_error *error)
{
    struct catex_exporter *ours = &plugin->table;
    int status = check_abi(theirs->abi_major, theirs->abi_minor, path, error);
    if (status != CATEX_OK)
        return status;
    if (theirs->size < FIRST_TABLE || theirs->option_size < FIRST_OPTION)
        return catex_error_set(error, CATEX_ERR_PLUGIN, path, 0,
                               "has a table that is too short");
    memset(ours, 0, sizeof *ours);
    memcpy(ours, theirs,
           theirs->size < sizeof *ours ? theirs->size : sizeof *ours);
    status = check_name(ours->name, name, path, error);
    if (status != CATEX_OK)
        return status;
    if (ours->record == NULL || ours->summary == NULL ||
        ours->media_type == NULL || ours->ending == NULL)
        return catex_error_set(error, CATEX_ERR_PLUGIN, path, 0,
                               "has a table that lacks %s",
                               ours->record == NULL ? "the record callback"
                                                    : "a description");
    if (ours->ending[0] != '.' || strchr(ours->ending, '/') != NULL)
        return catex_error_set(error, CATEX_ERR_PLUGIN, path, 0,
                               "gives its files an ending that is none");
    return check_options(ours, path, error);
}

int
cx_plugin_open(struct cx_plugin *plugin, const char *folder, const char *path,
               const char *name, int ours, struct catex_error *error)
{
    int status = check_file(folder, path, name, error);
    if (status != CATEX_OK)
        return status;
    /* A bare name would be looked for elsewhere; a path with / is not. */
    plugin->handle = dlopen(path, (ours ? RTLD_LAZY : RTLD_NOW) |
                                      RTLD_LOCAL);
    if (plugin->handle == NULL)
        return catex_error_set(error, CATEX_ERR_PLUGIN, path, 0,
                               "cannot be loaded: %s", dlerror());
    const struct catex_exporter *theirs =
        dlsym(plugin->handle, "catex_exporter");
    status = theirs == NULL
                 ? catex_error_set(error, CATEX_ERR_PLUGIN, path, 0,
                                   "does not export «catex_exporter»")
                 : take_table(plugin, theirs, path, name, error);
    if (status != CATEX_OK) {
        dlclose(plugin->handle);
        plugin->handle = NULL;
    }
    return status;
}
