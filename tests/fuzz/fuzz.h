/* SPDX-License-Identifier: MIT */
/* What the fuzz targets share: loading, exporting and judging in memory. A
 * property that does not hold ends the process, so that both libFuzzer and
 * the replay (replay.c) see it. */
#ifndef FUZZ_H
#define FUZZ_H

#include <catex/catex.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

/* Says what does not hold, and aborts. */
#define fuzz_check(holds, ...)          \
    do {                                \
        if (!(holds))                   \
            fuzz_fail(__VA_ARGS__);     \
    } while (0)
void fuzz_fail(const char *format, ...) CATEX_PRINTF(1, 2)
    __attribute__((noreturn));

/* A catex_report_fn that judges what it is told. */
void fuzz_see_report(const struct catex_report *report, void *user_data);

struct fuzz_text {
    char *bytes; /* ends in a NUL that @size does not count */
    size_t size;
};

/* NULL where @bytes are no list, which has to be said in one sentence. */
struct catex_catalog *fuzz_load(const uint8_t *bytes, size_t size,
                                uint32_t format);

/* What the exporter @format makes of @catalog, free it with free(). @seed
 * picks the options; 0: the presets. */
struct fuzz_text fuzz_export(const struct catex_catalog *catalog,
                             const char *format, uint64_t seed);

/* Exports @catalog to each format and judges what comes out. */
void fuzz_export_all(const struct catex_catalog *catalog, uint64_t seed);

/* A number that depends on all of @bytes. */
uint64_t fuzz_hash(const uint8_t *bytes, size_t size);

/* judge.c: whether a text is what its format says. */
void fuzz_judge_utf8(const char *format, const struct fuzz_text *text);
void fuzz_judge_json(const struct fuzz_text *text);
void fuzz_judge_lines(const struct fuzz_text *text);
void fuzz_judge_xml(const struct fuzz_text *text);
void fuzz_judge_csv(const struct fuzz_text *text);
void fuzz_judge_bibtex(const struct fuzz_text *text);

#endif
