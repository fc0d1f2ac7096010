/* SPDX-License-Identifier: MIT */
#ifndef CATEX_ERROR_H
#define CATEX_ERROR_H

#include <catex/attributes.h>

CATEX_BEGIN

/** What a call returns: CATEX_OK, or why it failed. The values are stable. */
enum catex_status {
    CATEX_OK = 0,
    CATEX_ERR_MEMORY = -1, /**< the system gave no memory */
    CATEX_ERR_USAGE = -2,  /**< an argument or option is wrong */
    CATEX_ERR_INPUT = -3,  /**< an input cannot be read or makes no sense */
    CATEX_ERR_OUTPUT = -4, /**< an output cannot be written */
    CATEX_ERR_PLUGIN = -5, /**< a plugin failed, or was refused */
    CATEX_ERR_STRICT = -6  /**< something was reported to a strict caller */
};

/** Where a call that can fail leaves the reason. The caller owns it and sets
 * it to zero first; every function takes NULL for «not interested». The first
 * error stays: a later one does not overwrite it. */
struct catex_error {
    int code;         /**< an enum catex_status; CATEX_OK while unset */
    int line;         /**< 1-based line of @source, 0 if none applies */
    char source[256]; /**< the file or plugin concerned, "" if none */
    char text[512];   /**< one sentence for a person, without a full stop */
};

/** Fills @error (if not NULL and still unset) and returns @code, so that a
 * failure is one statement: return catex_error_set(error, CODE, …);
 * A text that is too long is cut. */
CATEX_PUBLIC int catex_error_set(struct catex_error *error, int code,
                                 const char *source, int line,
                                 const char *format, ...) CATEX_PRINTF(5, 6);

/** Something a person should know that does not stop the work: what a list's
 * curator may mend, what a format could not carry. */
struct catex_report {
    const char *kind;   /**< a stable name, such as "unplaced" */
    const char *path;   /**< the file, as the caller named it, or NULL */
    int line;           /**< 1-based, 0 if none applies */
    const char *record; /**< the record's id, or NULL */
    const char *text;   /**< one sentence, without a full stop */
    const char *format; /**< the exporter that reports; NULL: the loader */
};

/** Receives reports in the order of the input. Everything in @report is
 * borrowed for the length of the call. */
typedef void catex_report_fn(const struct catex_report *report,
                             void *user_data);

CATEX_END

#endif
