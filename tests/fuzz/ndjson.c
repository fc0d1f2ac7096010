/* SPDX-License-Identifier: MIT */
/* NDJSON, read whole and as a stream, which must agree. */
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "fuzz.h"

static size_t
count_records(const struct catex_catalog *catalog)
{
    size_t count = 0;
    for (const struct catex_record *r = catalog->records; r != NULL;
         r = r->next)
        count++;
    return count;
}

/* How many records the stream gives, and whether all of it could be read. */
static size_t
stream(int fd, int *ret_status)
{
    const struct catex_load_options options = {.size = sizeof options};
    const struct catex_record *record = NULL;
    struct catex_stream *stream = NULL;
    struct catex_error error = {0};
    size_t count = 0;
    *ret_status = catex_stream_open_fd(fd, &options, &stream, &error);
    while (*ret_status == CATEX_OK) {
        *ret_status = catex_stream_next(stream, &record, &error);
        if (*ret_status != CATEX_OK || record == NULL)
            break;
        fuzz_check(record->id != NULL && record->title != NULL,
                   "a record has an id and a title");
        count++;
    }
    fuzz_check(*ret_status == error.code, "the error says what was returned");
    catex_stream_close(stream);
    return count;
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct catex_catalog *catalog =
        fuzz_load(bytes, size, CATEX_FORMAT_NDJSON);
    int status, fd = memfd_create("list", MFD_CLOEXEC);
    fuzz_check(fd >= 0 && write(fd, bytes, size) == (ssize_t)size &&
                   lseek(fd, 0, SEEK_SET) == 0,
               "a file in memory can be written");
    size_t count = stream(fd, &status);
    close(fd);
    if (catalog == NULL)
        return 0;
    fuzz_check(status == CATEX_OK, "what loads whole can be streamed");
    fuzz_check(count == count_records(catalog), "with as many records");
    fuzz_export_all(catalog, fuzz_hash(bytes, size));
    catex_catalog_free(catalog);
    return 0;
}
