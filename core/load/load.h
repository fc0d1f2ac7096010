/* SPDX-License-Identifier: MIT */
/* What the loaders share: an input in memory, and the way to report. */
#ifndef CX_LOAD_H
#define CX_LOAD_H

#include <stddef.h>

#include <catex/load.h>

#include "model/catalog.h"

struct cx_input {
    const char *name; /* in messages: the path as the user gave it */
    const char *stem; /* in the catalog: the file's name without folders */
    const char *bytes;
    size_t size;
    char **own; /* the bytes, where a loader that has copied them may free them
                 * (and set this to NULL) before it goes on; or NULL */
    const char *language;    /* or NULL */
    catex_report_fn *report; /* or NULL */
    void *user_data;
};

/* Each fills @catalog from @input; CATEX_OK, or an error with a line. What
 * the catalog needs is copied into its arena. */
int cx_load_markdown(struct cx_catalog *catalog, const struct cx_input *input,
                     struct catex_error *error);
int cx_load_json(struct cx_catalog *catalog, const struct cx_input *input,
                 struct catex_error *error);
int cx_load_ndjson(struct cx_catalog *catalog, const struct cx_input *input,
                   struct catex_error *error);

/* Says something about a line of the input to whoever listens. */
void cx_report(const struct cx_input *input, const char *kind, int line,
               const char *record, const char *format, ...)
    __attribute__((format(printf, 5, 6)));

/* All of the file at @path ("-": standard input), with cx_malloc(). */
int cx_read_file(const char *path, char **ret_bytes, size_t *ret_size,
                 struct catex_error *error);

/* The options, whole: an older caller's are shorter. */
struct catex_load_options
cx_load_options(const struct catex_load_options *options);

/* What the caller knows better than the list; false without memory. */
int cx_overrule(struct cx_catalog *catalog, const char *base_iri);

#endif
