/* SPDX-License-Identifier: MIT */
/* Making and freeing catalogs; setting errors. */
#include "model/catalog.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <catex/error.h>
#include <catex/load.h>

#include "model/text.h"

struct cx_catalog *
cx_catalog_new(void)
{
    struct cx_arena arena = {0};
    struct cx_catalog *catalog = cx_new(&arena, struct cx_catalog);
    if (catalog == NULL)
        return NULL;
    catalog->arena = arena;
    catalog->section_tail = &catalog->public.sections;
    catalog->record_tail = &catalog->public.records;
    return catalog;
}

void
catex_catalog_free(struct catex_catalog *catalog)
{
    if (catalog == NULL)
        return;
    /* The catalog lies in its own arena. */
    struct cx_arena arena = ((struct cx_catalog *)catalog)->arena;
    cx_arena_done(&arena);
}

int
catex_error_set(struct catex_error *error, int code, const char *source,
                int line, const char *format, ...)
{
    if (error == NULL || error->code != CATEX_OK)
        return code;
    error->code = code;
    error->line = line;
    snprintf(error->source, sizeof error->source, "%s",
             source == NULL ? "" : source);
    va_list args;
    va_start(args, format);
    cx_text_format(error->text, sizeof error->text, format, args);
    va_end(args);
    return code;
}
