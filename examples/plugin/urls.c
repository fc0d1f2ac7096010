/* SPDX-License-Identifier: MIT */
/* The smallest useful exporter: every URL of a list, one a line. */
#include <catex/exporter.h>

static int
urls_record(struct catex_run *run, const struct catex_record *record)
{
    for (const struct catex_link *l = record->links; l != NULL; l = l->next)
        catex_printf(run->out, "%s\n", l->url);
    return CATEX_OK;
}

CATEX_EXPORTER_NOTE("urls")

const struct catex_exporter catex_exporter = {
    CATEX_EXPORTER_HEAD,
    .name = "urls",
    .summary = "every URL, one a line",
    .media_type = "text/plain",
    .ending = ".txt",
    .fields = CATEX_BIT(CATEX_FIELD_LINKS),
    .record = urls_record,
};
