/* SPDX-License-Identifier: MIT */
/* A Markdown list through every exporter. */
#include "fuzz.h"

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct catex_catalog *catalog =
        fuzz_load(bytes, size, CATEX_FORMAT_MARKDOWN);
    if (catalog == NULL)
        return 0;
    fuzz_export_all(catalog, fuzz_hash(bytes, size));
    catex_catalog_free(catalog);
    return 0;
}
