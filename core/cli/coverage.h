/* SPDX-License-Identifier: MIT */
/* What a catalog lacks for the standards that it can be written in. */
#ifndef CLI_COVERAGE_H
#define CLI_COVERAGE_H

#include "cli.h"

/* Reports what each record of @list lacks, and prints the table. */
void cli_coverage(struct cli_messages *messages, const char *list,
                  const struct catex_catalog *catalog);

#endif
