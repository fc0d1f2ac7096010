/* SPDX-License-Identifier: MIT */
/* Identifiers of publications and datasets, read out of URLs. */
#ifndef CX_IDENTIFIER_H
#define CX_IDENTIFIER_H

#include <stdbool.h>

#include "model/arena.h"

struct cx_identifier {
    const char *scheme; /* "doi", "pmid", "pmcid" or "arxiv" */
    /* A DOI in lower case; an arXiv id without version and subject class; a
     * PMCID with its "PMC". */
    const char *value;
    bool article; /* the URL is of a page where articles are read, and so
                   * the identifier is not one of a dataset */
};

/* Reads the identifier that @url certainly holds: where the URL itself or the
 * known rule of its site leaves no doubt. The value comes from @arena. */
bool cx_identifier_read(struct cx_arena *arena, const char *url,
                        struct cx_identifier *ret_identifier);

#endif
