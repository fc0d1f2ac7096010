/* SPDX-License-Identifier: MIT */
/* What the parts of the plugin host share. */
#ifndef CX_EXPORT_H
#define CX_EXPORT_H

#include <catex/host.h>

#include "model/arena.h"

/* What an exporter's run asks of whoever hosts it: this process or, from a
 * child, its parent. */
struct cx_services {
    void (*report)(void *host_data, const struct catex_report *report);
    /* A descriptor for a further file, which the host closes; or -1. */
    int (*open_file)(void *host_data, const char *suffix,
                     struct catex_error *error);
    void *host_data;
    uint64_t max_output; /* bytes that one file may take; 0: any */
};

/* Lets @writer fail from byte @most on; 0: never. */
void cx_writer_limit(struct catex_writer *writer, uint64_t most);
int cx_writer_is_over(const struct catex_writer *writer);

/* Whether the options of a plugin keep within its state and make sense. */
int cx_options_check(const struct catex_exporter *exporter,
                     struct catex_error *error);

/* Sets the presets and then the settings in a fresh state. */
int cx_options_apply(const struct catex_exporter *exporter,
                     const struct catex_setting *settings, size_t count,
                     void *state, struct catex_error *error);

/* Runs one exporter from begin to cleanup, writing to @out. */
int cx_run(const struct catex_target *target, struct catex_writer *out,
           const struct cx_services *services, struct catex_error *error);

/* The part of @path behind its last slash. */
const char *cx_base_name(const char *path);

/* The size of @path without its ending: the exporter's own, or another. */
size_t cx_stem_size(const char *path, const char *ending);

#endif
