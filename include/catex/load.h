/* SPDX-License-Identifier: MIT */
/** Loading: a list becomes a catalog. */
#ifndef CATEX_LOAD_H
#define CATEX_LOAD_H

#include <stddef.h>
#include <stdint.h>

#include <catex/attributes.h>
#include <catex/error.h>
#include <catex/model.h>

CATEX_BEGIN

enum catex_format {
    CATEX_FORMAT_MARKDOWN = 1,
    CATEX_FORMAT_JSON = 2,
    CATEX_FORMAT_NDJSON = 3
};

struct catex_merge;

/** How to load. Zero everywhere is a good start. */
struct catex_load_options {
    uint32_t size;        /**< sizeof(struct catex_load_options) */
    uint32_t format;      /**< enum catex_format; 0: by the file's ending */
    const char *name;     /**< the list's name in messages; NULL: the path */
    const char *language; /**< BCP 47; NULL: what the list says or looks like */
    catex_report_fn *report; /**< receives findings; may be NULL */
    void *user_data;
    const char *base_iri; /**< NULL: what the list says, if anything */
    /** Paths of files with facts that the list does not say, NULL-ended; of
     * two that contradict each other the later one counts. Or NULL. */
    const char *const *facts;
    const struct catex_merge *merge; /**< of a stream of several catalogs */
};

/** Loads the list at @path ("-" is standard input). On success the catalog is
 * the caller's, to give back with catex_catalog_free(). */
CATEX_PUBLIC int catex_load(const char *path,
                            const struct catex_load_options *options,
                            struct catex_catalog **ret_catalog,
                            struct catex_error *error);

/** The same from memory; @bytes need not outlive the call. */
CATEX_PUBLIC int catex_load_bytes(const char *bytes, size_t size,
                                  const struct catex_load_options *options,
                                  struct catex_catalog **ret_catalog,
                                  struct catex_error *error);

/** A kind of report that reading a Markdown list gives. */
struct catex_report_kind {
    const char *name;    /**< as in struct catex_report */
    const char *meaning; /**< one sentence */
};

/** The kinds by name, the last one followed by a name that is NULL. */
CATEX_PUBLIC const struct catex_report_kind *catex_report_kinds(void);

/** Frees a catalog and all that hangs on it. NULL is fine. */
CATEX_PUBLIC void catex_catalog_free(struct catex_catalog *catalog);

/** What is known of several catalogs that stand one behind the other in NDJSON
 * and are to be read as one: struct catex_merge, after a first reading. */

/** Reads the NDJSON of the open descriptor @fd from where it stands to its end:
 * the headers are kept, and some fifty bytes a record until this returns. A
 * stream that names the result in its options then gives the records of all
 * under ids that are unique in the whole. @options as for a stream. */
CATEX_PUBLIC int catex_merge_new(int fd,
                                 const struct catex_load_options *options,
                                 struct catex_merge **ret_merge,
                                 struct catex_error *error);

/** Frees @merge, after all streams that use it. NULL is fine. */
CATEX_PUBLIC void catex_merge_free(struct catex_merge *merge);

/** NDJSON, read record by record in the memory of one record: a file, a pipe,
 * any number of records. Unlike catex_load(), a stream does not see that two
 * records have the same id. */
struct catex_stream;

/** Opens the NDJSON at @path ("-" is standard input) and reads its first
 * line. On success the stream is the caller's, to give back with
 * catex_stream_close(). @options (copied, but for the texts in it) must not
 * name another format. */
CATEX_PUBLIC int catex_stream_open(const char *path,
                                   const struct catex_load_options *options,
                                   struct catex_stream **ret_stream,
                                   struct catex_error *error);

/** The same from the open descriptor @fd, which stays the caller's to close,
 * and which the stream alone may read. */
CATEX_PUBLIC int catex_stream_open_fd(int fd,
                                      const struct catex_load_options *options,
                                      struct catex_stream **ret_stream,
                                      struct catex_error *error);

/** The catalog with its sections and without records. The stream's. */
CATEX_PUBLIC const struct catex_catalog *
catex_stream_catalog(const struct catex_stream *stream);

/** The next record, valid until the next call; NULL after the last. */
CATEX_PUBLIC int catex_stream_next(struct catex_stream *stream,
                                   const struct catex_record **ret_record,
                                   struct catex_error *error);

/** From now on, what @stream finds goes to @report, which may be NULL. */
CATEX_PUBLIC void catex_stream_report(struct catex_stream *stream,
                                      catex_report_fn *report,
                                      void *user_data);

/** Frees @stream and all that it handed out. NULL is fine. */
CATEX_PUBLIC void catex_stream_close(struct catex_stream *stream);

CATEX_END

#endif
