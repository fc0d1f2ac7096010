/* SPDX-License-Identifier: MIT */
/* Makes catalogs as a loader does, without a list to read. */
#ifndef TEST_LIST_H
#define TEST_LIST_H

#include "load/draft.h"

struct list {
    struct cx_catalog *catalog;
    jmp_buf no_memory;
    struct catex_section *section; /* of the records that follow */
    struct cx_draft *record;       /* the last */
    struct catex_link *link;       /* the last */
    int line;
};

void list_begin(struct list *list);
void list_end(struct list *list);

struct catex_section *list_section(struct list *list, const char *number,
                                   const char *title,
                                   const struct catex_section *parent);
struct cx_draft *list_record(struct list *list, const char *title);
struct cx_draft *list_part(struct list *list, struct cx_draft *up,
                           const char *title);
/* Of the last record. */
struct catex_link *list_link(struct list *list, uint32_t roles,
                             const char *url);

#endif
