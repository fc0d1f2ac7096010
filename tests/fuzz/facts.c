/* SPDX-License-Identifier: MIT */
/* A file of facts of any of the three kinds (catex's own JSON, CSL-JSON, CSV)
 * over a small list, through every exporter. */
#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

#include "fuzz.h"

static const char list[] =
    "# Birds\n\n## Songs\n\n"
    "**Songs at Dawn**  \nHolds songs of birds.\n\n"
    "Access: https://songs.example/dawn\n"
    "Paper: https://doi.org/10.1000/182\n\n---\n\n"
    "**Gulls**  \nHolds pictures of gulls.\n\n"
    "Access: https://gulls.example/\n"
    "Paper: https://www.ncbi.nlm.nih.gov/pubmed/11887357\n";

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    char path[32];
    int fd = memfd_create("facts", MFD_CLOEXEC);
    fuzz_check(fd >= 0 && write(fd, bytes, size) == (ssize_t)size,
               "a file in memory can be written");
    snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
    const char *const facts[] = {path, NULL};
    const struct catex_load_options options = {
        .size = sizeof options, .name = "list.md",
        .report = fuzz_see_report, .facts = facts};
    struct catex_error error = {0};
    struct catex_catalog *catalog = NULL;
    int status = catex_load_bytes(list, sizeof list - 1, &options, &catalog,
                                  &error);
    close(fd);
    fuzz_check(status == error.code && (status == CATEX_OK ||
                                        status == CATEX_ERR_INPUT),
               "facts are taken or refused, not %d", status);
    if (catalog != NULL)
        fuzz_export_all(catalog, fuzz_hash(bytes, size));
    catex_catalog_free(catalog);
    return 0;
}
