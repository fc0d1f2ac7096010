/* SPDX-License-Identifier: MIT */
/* A catalog and the memory behind it. */
#ifndef CX_CATALOG_H
#define CX_CATALOG_H

#include <catex/model.h>

#include "model/arena.h"

struct cx_catalog {
    struct catex_catalog public; /* first: the two convert by cast */
    struct cx_arena arena;
    struct catex_section **section_tail; /* where the next one goes */
    struct catex_record **record_tail;
};

/* NULL without memory. */
struct cx_catalog *cx_catalog_new(void);

#define cx_new(arena, type) ((type *)cx_alloc((arena), sizeof(type)))

#endif
