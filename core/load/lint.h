/* SPDX-License-Identifier: MIT */
/* What the checks of a list share: the place where findings are kept until
 * they can be given in the order of the list. */
#ifndef CX_LINT_H
#define CX_LINT_H

#include <stdbool.h>

#include "load/load.h"

/* In the order of the table of kinds in lint.c. */
enum cx_finding_kind {
    CX_DUPLICATE_SECTION_NUMBER,
    CX_DUPLICATE_TITLE,
    CX_DUPLICATE_URL,
    CX_HTTP_AND_HTTPS,
    CX_INHERITED_LINK,
    CX_ITEM_WITHOUT_TITLE,
    CX_LINK_WITHOUT_ENTRY,
    CX_MALFORMED_LINK,
    CX_MALFORMED_TITLE,
    CX_MALFORMED_URL,
    CX_MENDED,
    CX_NO_DESCRIPTION,
    CX_NO_ENTRY,
    CX_NO_LINK,
    CX_RELATIVE_URL,
    CX_REPLACED_CHARACTER,
    CX_TRUNCATED_DESCRIPTION,
    CX_UNCLOSED,
    CX_UNKNOWN_LABEL,
    CX_UNPLACED
};

struct cx_finding {
    struct cx_finding *next;
    enum cx_finding_kind kind;
    int line;
    const char *record, *text;
};

struct cx_linter {
    const struct catex_catalog *catalog;
    struct cx_arena *scratch;
    struct cx_finding *findings, **tail;
    size_t count;
};

/* Keeps a finding; @text is of the linter's scratch. */
void cx_find(struct cx_linter *linter, enum cx_finding_kind kind, int line,
             const struct catex_record *record, const char *text);

/* For "%.*s" in a finding: no more of @text than a message should hold, and no
 * character cut in two. */
int cx_clip(const char *text);

/* Checks the links of all records. */
void cx_lint_links(struct cx_linter *linter);

#endif
