/* SPDX-License-Identifier: MIT */
/* catex JSON, as somebody may have edited it, through every exporter. */
#include "fuzz.h"

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct catex_catalog *catalog =
        fuzz_load(bytes, size, CATEX_FORMAT_JSON);
    if (catalog == NULL)
        return 0;
    fuzz_export_all(catalog, fuzz_hash(bytes, size));
    catex_catalog_free(catalog);
    return 0;
}
