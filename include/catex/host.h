/* SPDX-License-Identifier: MIT */
/**
 * For programs that write catalogs: finding exporter plugins, checking their
 * options, and running them.
 *
 *     struct catex_registry *registry = catex_registry_new();
 *     const struct catex_exporter *csv;
 *     catex_registry_find(registry, "csv", &csv, &error);
 *     struct catex_target target = {
 *         .size = sizeof target, .exporter = csv, .catalog = catalog,
 *         .path = "list.csv"};
 *     catex_export(&target, 1, NULL, &error);
 *     catex_registry_free(registry);
 */
#ifndef CATEX_HOST_H
#define CATEX_HOST_H

#include <stddef.h>
#include <stdint.h>

#include <catex/attributes.h>
#include <catex/error.h>
#include <catex/exporter.h>
#include <catex/load.h>
#include <catex/model.h>

CATEX_BEGIN

/** Where exporters are found, and those that were opened. */
struct catex_registry;

/** A registry that searches, in this order, the folders that the caller adds,
 * those of CATEX_PLUGIN_PATH (parted by ":"; not in a privileged process), and
 * the folder `catex` beside the library. NULL without memory. */
CATEX_PUBLIC struct catex_registry *catex_registry_new(void);

/** Adds a folder, after those added before. */
CATEX_PUBLIC int catex_registry_add(struct catex_registry *registry,
                                    const char *folder,
                                    struct catex_error *error);

/** With @rehearse not 0, an exporter that is found elsewhere than beside the
 * library is from now on opened in a child process first, so that a file which
 * makes the system's loader crash is refused, too. For programs that have no
 * other threads yet and leave SIGCHLD alone. */
CATEX_PUBLIC void catex_registry_rehearse(struct catex_registry *registry,
                                          int rehearse);

/** Opens the exporter @name, and no other: the first NAME.so on the search
 * path. One that does not fit is refused before any code of it runs. The
 * table is the registry's; members that an older plugin lacks are zero. */
CATEX_PUBLIC int catex_registry_find(struct catex_registry *registry,
                                     const char *name,
                                     const struct catex_exporter **ret_exporter,
                                     struct catex_error *error);

/** Receives each exporter on the search path, by name; or, with @exporter
 * NULL, a file that was refused and why. */
typedef void catex_exporter_fn(const struct catex_exporter *exporter,
                               const char *path,
                               const struct catex_error *refusal,
                               void *user_data);

/** Opens every exporter on the search path. */
CATEX_PUBLIC int catex_registry_each(struct catex_registry *registry,
                                     catex_exporter_fn *visit, void *user_data,
                                     struct catex_error *error);

/** Closes the exporters and frees @registry. NULL is fine. */
CATEX_PUBLIC void catex_registry_free(struct catex_registry *registry);

/** An option's value, as the user typed it: -O FORMAT.NAME=VALUE. */
struct catex_setting {
    const char *name;
    const char *value;
};

/** The option number @i of @exporter, NULL behind the last. Use this instead
 * of an index: a plugin's options may be larger or smaller than the host's. */
CATEX_PUBLIC const struct catex_option *
catex_exporter_option(const struct catex_exporter *exporter, size_t i);

/** Checks a setting against the options of @exporter. */
CATEX_PUBLIC int catex_exporter_check(const struct catex_exporter *exporter,
                                      const struct catex_setting *setting,
                                      struct catex_error *error);

/** Hands out the next record, or NULL after the last. */
typedef int catex_next_fn(const struct catex_record **ret_record,
                          void *user_data, struct catex_error *error);

/** One file to write. The caller fills it; catex_export() fills @error. */
struct catex_target {
    uint32_t size; /**< sizeof(struct catex_target) */
    uint32_t reserved;
    const struct catex_exporter *exporter;
    const struct catex_catalog *catalog;
    const struct catex_setting *settings;
    size_t setting_count;
    const char *path; /**< NULL: standard output */
    const char *stem; /**< for catex_run, where there is no path; or NULL */
    struct catex_error error; /**< why this one was not written */
    catex_next_fn *next; /**< NULL: the records of the catalog */
    void *next_data;
    int next_fd; /**< what @next reads from, kept open for it; 0: none */
    uint32_t reserved_fd;
    /** The stream behind @next, if it is one that reports: what it finds is
     * passed on, as what the loader found. NULL: none. */
    struct catex_stream *stream;
};

/** How to export. Zero everywhere but in size is a good start. */
struct catex_export_options {
    uint32_t size; /**< sizeof(struct catex_export_options) */
    /** How many exporters run at a time, each in a child process of its own,
     * where its failure harms nobody else. 0: one after the other in this
     * process; no timeout or stop then holds. */
    uint32_t jobs;
    uint32_t timeout;    /**< seconds that one exporter may take; 0: any */
    int stop_fd;         /**< becomes readable when to give up; 0: none */
    uint64_t max_output; /**< bytes that one file may take; 0: any */
    /** Receives what exporters report, in the order of the targets (unless
     * tens of thousands would have to wait for their turn); or NULL. */
    catex_report_fn *report;
    void *user_data;
    /** Files that no output may replace, such as the inputs; NULL-ended. */
    const char *const *keep;
    uint32_t strict; /**< not 0: anything reported keeps all from being
                          written */
    /** Called several times a second while exporters run in children, so that
     * the caller can show how far they are; or NULL. */
    void (*tick)(void *user_data);
    void *tick_data;
};

/** Writes the @count targets of the array @targets; those to standard output
 * one after the other. Each goes to a temporary file beside its place and
 * moves there once all exporters have ended. An exporter that fails keeps its
 * own target from being written (its error says why), and no other; an output
 * that cannot be written (a full disk) keeps all of them. Returns the reason
 * why nothing was written, or else the first failure of a target. */
CATEX_PUBLIC int catex_export(struct catex_target *targets, size_t count,
                              const struct catex_export_options *options,
                              struct catex_error *error);

/** Whether this library is built to run exporters in children behind a filter
 * of system calls. Where the kernel has none, the run reports "isolation". */
CATEX_PUBLIC int catex_export_is_filtered(void);

CATEX_END

#endif
