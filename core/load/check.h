/* SPDX-License-Identifier: MIT */
/* What a text must be beyond text: dates, DOIs, check digits, known ids. */
#ifndef CX_LOAD_CHECK_H
#define CX_LOAD_CHECK_H

#include <catex/shape.h>

#include "load/load.h"

struct cx_check {
    const char *shape; /* NULL: any */
    const char *member;
    int (*fits)(const char *text);
    const char *kind;  /* of a report; NULL: the model does not allow it */
    const char *words; /* what is wrong, as the end of a sentence */
};

/* The check that @text, meant for @member of @shape, does not pass, or NULL. */
const struct cx_check *cx_check_text(const struct catex_shape *shape,
                                     const struct catex_member *member,
                                     const char *text);

/* What is wrong with the @value of an identifier, as the end of a sentence, or
 * NULL. */
const char *cx_check_identifier(const char *scheme, const char *value);

/* Reports a base IRI that ends in a name, to which ids would be glued. */
void cx_check_base(const struct catex_catalog *catalog,
                   const struct cx_input *input);

/* YYYY, YYYY-MM or YYYY-MM-DD, a day that there was. */
int cx_is_date(const char *text);
/* 10.NNNN/name, in lower case. */
int cx_is_doi(const char *text);
/* 1901.00001v2 or hep-th/9901001. */
int cx_is_arxiv(const char *text);
/* An id of the SPDX licence list, or LicenseRef-something. */
int cx_is_spdx(const char *text);

#endif
