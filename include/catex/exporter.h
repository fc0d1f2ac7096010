/* SPDX-License-Identifier: MIT */
/**
 * The plugin interface. An exporter is a shared object NAME.so that exports
 * one constant, `catex_exporter`, and carries a note with its name and ABI,
 * which the host reads from the file before it runs any of its code:
 *
 *     CATEX_EXPORTER_NOTE("csv")
 *     const struct catex_exporter catex_exporter = {
 *         CATEX_EXPORTER_HEAD,
 *         .name = "csv", .summary = "comma-separated values (RFC 4180)",
 *         .media_type = "text/csv", .ending = ".csv",
 *         .fields = CATEX_BIT(CATEX_FIELD_ID) | …,
 *         .options = csv_options, .state_size = sizeof(struct csv_state),
 *         .begin = csv_begin, .record = csv_record,
 *     };
 *
 * A plugin keeps everything in its state: it has no mutable globals, so two
 * runs can go side by side. It prints nothing and opens nothing; it writes to
 * the run's writer and reports through catex_run_warn().
 *
 * ABI policy. The head of the table is frozen for ever. Structs grow only at
 * their end, and these not at all, since they stand inside of others, in arrays
 * or on a caller's stack: catex_error, catex_origin, catex_source, catex_note,
 * catex_setting, catex_member, catex_shape, catex_report_kind. A host gives
 * tables from an older plugin zero in the members that it lacks.
 * CATEX_ABI_MINOR rises with each growth and each new function,
 * CATEX_ABI_MAJOR only when something that exists changes. A host runs a plugin
 * of its own major whose minor is not above its own.
 */
#ifndef CATEX_EXPORTER_H
#define CATEX_EXPORTER_H

#include <stddef.h>
#include <stdint.h>

#include <catex/attributes.h>
#include <catex/error.h>
#include <catex/model.h>
#include <catex/writer.h>

CATEX_BEGIN

#define CATEX_ABI_MAJOR 1
#define CATEX_ABI_MINOR 0

enum catex_option_type {
    CATEX_OPTION_BOOL = 1,  /**< int: yes or no (also true, false, 1, 0) */
    CATEX_OPTION_INT = 2,   /**< int64_t within min and max */
    CATEX_OPTION_TEXT = 3,  /**< const char *, NULL while unset */
    CATEX_OPTION_CHOICE = 4 /**< int: the index in choices */
};

/** One option, -O FORMAT.NAME=VALUE. The host parses, checks and prints it. */
struct catex_option {
    const char *name;   /**< NULL ends the table */
    const char *help;   /**< one line */
    const char *preset; /**< the default, as a user would type it, or NULL */
    const char *const *choices; /**< CHOICE: NULL-ended */
    int64_t min, max;           /**< INT: the range, inclusive */
    uint32_t type;              /**< enum catex_option_type */
    uint32_t offset;            /**< of the value in the plugin's state */
};

/** One export, made by the host; it lives from begin to cleanup. */
struct catex_run {
    uint32_t size;            /**< of this struct, in bytes */
    uint32_t reserved;
    void *state;              /**< state_size bytes: zero, options set */
    struct catex_writer *out; /**< borrowed, like all below */
    const struct catex_catalog *catalog; /**< use sections, not records */
    struct catex_error *error;           /**< for callbacks that fail */
    const char *stem; /**< the output's name without ending, or NULL */
    void *host;       /**< the host's own */
    const char *file; /**< the name of the output's file, or NULL */
};

/** What a plugin needs from the host. */
enum catex_exporter_flag {
    CATEX_EXPORTER_WHOLE = 1 << 0 /**< needs catalog->records in begin */
};

/** What a plugin exports, under the name `catex_exporter`. */
struct catex_exporter {
    uint32_t abi_major, abi_minor, size, option_size; /**< the frozen head */
    const char *name;       /**< [a-z0-9-]+, also the file's name */
    const char *summary;    /**< one line */
    const char *media_type; /**< e.g. "text/csv" */
    const char *ending;     /**< e.g. ".csv" */
    uint64_t fields;        /**< CATEX_BIT of each field it carries */
    uint32_t flags;         /**< enum catex_exporter_flag */
    uint32_t reserved;
    const struct catex_option *options; /**< or NULL */
    size_t state_size;

    /** Each returns CATEX_OK, or fails with catex_error_set(run->error, …).
     * Failures of the writer need no attention: the host looks after them. */
    int (*begin)(struct catex_run *run); /**< once, first; may be NULL */
    int (*record)(struct catex_run *run, const struct catex_record *record);
    int (*end)(struct catex_run *run); /**< once, last; may be NULL */
    /** Frees what the state holds; may be NULL. Called exactly once, also
     * when begin failed. */
    void (*cleanup)(struct catex_run *run);
};

/** The constant itself; only a plugin defines it, in C or in C++20. */
CATEX_PUBLIC extern const struct catex_exporter catex_exporter;

#define CATEX_EXPORTER_HEAD                                \
    .abi_major = CATEX_ABI_MAJOR,                          \
    .abi_minor = CATEX_ABI_MINOR,                          \
    .size = (uint32_t)sizeof(struct catex_exporter),       \
    .option_size = (uint32_t)sizeof(struct catex_option)

/** The ELF note (section .note.catex, type 1, owner "catex") that names the
 * plugin and its ABI to a host that has not run it. */
struct catex_note {
    uint32_t owner_size, body_size, type;
    char owner[8];
    uint32_t abi_major, abi_minor;
    char name[32];
};
#define CATEX_NOTE_TYPE 1

#if defined(__ELF__)
#define CATEX_EXPORTER_NOTE(exporter_name)                              \
    __attribute__((section(".note.catex"), used,                        \
                   aligned(4))) static const struct catex_note          \
        catex_note = {6, 40, CATEX_NOTE_TYPE, "catex", CATEX_ABI_MAJOR, \
                      CATEX_ABI_MINOR, exporter_name};
#else
#define CATEX_EXPORTER_NOTE(exporter_name)
#endif

/** Reports something about @record (or NULL) that the output cannot show. */
CATEX_PUBLIC void catex_run_warn(struct catex_run *run, const char *kind,
                                 const struct catex_record *record,
                                 const char *format, ...) CATEX_PRINTF(4, 5);

/** Memory that lasts until the callback returns; NULL without memory, and
 * then the run fails, so a callback may just return CATEX_ERR_MEMORY. */
CATEX_PUBLIC void *catex_run_scratch(struct catex_run *run, size_t size);

/** A further output file beside the main one: the stem plus @suffix, which
 * begins with "-" or "." and holds no "/". It is kept or removed together
 * with the main one. NULL (with run->error set) when there is no file to put
 * it beside, as on standard output. The host closes it. */
CATEX_PUBLIC struct catex_writer *catex_run_file(struct catex_run *run,
                                                 const char *suffix);

/** Ends a file of catex_run_file() before the run ends, and gives its memory
 * back: for exporters that write many files. Fails if not all of it could be
 * written; then the callback returns the same code. */
CATEX_PUBLIC int catex_run_file_end(struct catex_run *run,
                                    struct catex_writer *writer);

CATEX_END

#endif
