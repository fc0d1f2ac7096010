/* SPDX-License-Identifier: MIT */
/* NDJSON: the catalog on the first line, then a record a line; all at once,
 * or as a stream in the memory of one record. */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "load/check.h"
#include "load/facts.h"
#include "load/merge.h"
#include "load/ndjson.h"

static int
read_header(struct cx_json_loader *loader, void *data)
{
    struct cx_lines *lines = data;
    struct cx_json_reader *reader = &loader->reader;
    int status = cx_lines_next(lines, reader);
    if (status == 0)
        return catex_error_set(reader->error, CATEX_ERR_INPUT,
                               reader->input->name, 1,
                               "is empty, where a catex catalog must stand");
    if (status < 0)
        return status;
    lines->records.key = "records";
    lines->record.up = &lines->records;
    cx_json_skip_mark(&lines->line);
    return cx_json_read_document(loader, &lines->line, 0);
}

static int
read_all(struct cx_json_loader *loader, void *data)
{
    struct cx_lines *lines = data;
    int status = read_header(loader, lines);
    while (status == CATEX_OK
           && (status = cx_lines_next(lines, &loader->reader)) > 0) {
        loader->reader.path = &lines->record;
        status = cx_json_add_record(loader, &lines->line);
        lines->record.index++;
    }
    loader->reader.path = NULL;
    if (status == CATEX_OK)
        cx_json_report_dangling(loader);
    return status;
}

int
cx_load_ndjson(struct cx_catalog *catalog, const struct cx_input *input,
               struct catex_error *error)
{
    struct cx_lines lines = {
        .at = input->bytes, .end = input->bytes + input->size, .fd = -1};
    return cx_json_load(catalog, input, error, read_all, &lines);
}

struct catex_stream {
    struct cx_catalog *catalog;
    struct cx_input input;
    struct cx_lines lines;
    struct cx_arena records; /* holds one of them */
    struct cx_json_loader loader;
    const struct catex_record *record;
    const char *base_iri;
    const char *const *paths; /* of facts; NULL: there are none */
    struct cx_facts facts;
    const struct catex_merge *merge; /* NULL: there is one catalog */
    const struct cx_merge_part *part; /* the one being read */
    int fd; /* to close, or -1 */
};

static void
start(struct catex_stream *stream, const struct catex_load_options *options,
      int fd)
{
    stream->input = (struct cx_input){
        .name = options->name == NULL ? "-" : options->name,
        .language = options->language,
        .report = options->report,
        .user_data = options->user_data};
    stream->lines.fd = fd;
    stream->paths = options->facts;
    stream->base_iri = options->base_iri;
    stream->merge = options->merge;
    struct cx_json_loader *loader = &stream->loader;
    loader->catalog = stream->catalog;
    loader->sections.arena = loader->records.arena = &stream->catalog->arena;
    loader->reader.arena = &stream->catalog->arena;
    loader->reader.input = &stream->input;
    loader->reader.sections = &loader->sections;
}

/* The header of what is merged is known already. */
static int
pass_header(struct catex_stream *stream)
{
    struct cx_json_reader *reader = &stream->loader.reader;
    int status = cx_lines_next(&stream->lines, reader);
    stream->catalog->public = *cx_merge_catalog(stream->merge);
    stream->part = cx_merge_part(stream->merge, NULL);
    reader->sections = &stream->part->sections;
    return status > 0 ? CATEX_OK : status;
}

static int
read_start(struct cx_json_loader *loader, void *data)
{
    struct catex_stream *stream = data;
    struct cx_catalog *catalog = stream->catalog;
    int status = stream->merge != NULL ? pass_header(stream)
                                       : read_header(loader, &stream->lines);
    if (status == CATEX_OK && stream->paths != NULL) {
        status = cx_facts_begin(&stream->facts, catalog, &stream->input,
                                stream->merge != NULL
                                    ? cx_merge_sections(stream->merge)
                                    : &loader->sections,
                                stream->paths, loader->reader.error);
        if (status == CATEX_OK)
            cx_facts_catalog(&stream->facts, &catalog->public);
    }
    if (status == CATEX_OK)
        cx_overrule(catalog, stream->base_iri); /* jumps without memory */
    if (status == CATEX_OK)
        cx_check_base(&catalog->public, &stream->input);
    return status;
}

int
catex_stream_open_fd(int fd, const struct catex_load_options *given,
                     struct catex_stream **ret_stream,
                     struct catex_error *error)
{
    const struct catex_load_options whole = cx_load_options(given);
    const struct catex_load_options *options = &whole;
    struct catex_stream *stream = cx_malloc(sizeof *stream);
    struct cx_catalog *catalog = cx_catalog_new();
    *ret_stream = NULL;
    if (stream == NULL || catalog == NULL) {
        cx_free(stream);
        catex_catalog_free(catalog == NULL ? NULL : &catalog->public);
        return catex_error_set(error, CATEX_ERR_MEMORY, options->name, 0,
                               "there is not enough memory to load it");
    }
    *stream = (struct catex_stream){.catalog = catalog, .fd = -1};
    start(stream, options, fd);
    stream->loader.reader.error = error;
    int status = cx_json_guard(&stream->loader, read_start, stream);
    if (status != CATEX_OK) {
        catex_stream_close(stream);
        return status;
    }
    stream->loader.reader.arena = &stream->records;
    *ret_stream = stream;
    return CATEX_OK;
}

int
catex_stream_open(const char *path, const struct catex_load_options *options,
                  struct catex_stream **ret_stream, struct catex_error *error)
{
    struct catex_load_options named = cx_load_options(options);
    if (named.name == NULL)
        named.name = path;
    int standard = strcmp(path, "-") == 0;
    int fd = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    *ret_stream = NULL;
    if (fd < 0)
        return catex_error_set(error, CATEX_ERR_INPUT, path, 0,
                               "cannot be opened: %s", strerror(errno));
    int status = catex_stream_open_fd(fd, &named, ret_stream, error);
    if (status != CATEX_OK && !standard)
        close(fd);
    else if (status == CATEX_OK && !standard)
        (*ret_stream)->fd = fd;
    return status;
}

const struct catex_catalog *
catex_stream_catalog(const struct catex_stream *stream)
{
    return &stream->catalog->public;
}

/* Goes on to the next part where its header stands. */
static int
next_record_line(struct catex_stream *stream)
{
    struct cx_lines *lines = &stream->lines;
    struct cx_json_reader *reader = &stream->loader.reader;
    int status = cx_lines_next(lines, reader);
    while (status > 0 && stream->merge != NULL) {
        const struct cx_merge_part *next =
            cx_merge_part(stream->merge, stream->part);
        if (next == NULL || next->line != lines->line.line)
            break;
        stream->part = next;
        reader->sections = &next->sections;
        status = cx_lines_next(lines, reader);
    }
    return status;
}

static int
read_next(struct cx_json_loader *loader, void *data)
{
    struct catex_stream *stream = data;
    struct cx_lines *lines = &stream->lines;
    struct cx_facts *facts = stream->paths == NULL ? NULL : &stream->facts;
    int status = next_record_line(stream);
    if (status == 0 && facts != NULL) {
        cx_facts_end(facts);
        stream->paths = NULL;
    }
    if (status <= 0)
        return status;
    struct catex_record *record =
        cx_new(loader->reader.arena, struct catex_record);
    loader->reader.path = &lines->record;
    status = cx_json_read_record(loader, &lines->line, record);
    lines->record.index++;
    if (status == CATEX_OK && stream->merge != NULL)
        cx_merge_record(stream->merge, stream->part, record,
                        loader->reader.arena, &stream->input);
    if (status == CATEX_OK && facts != NULL)
        cx_facts_record(facts, record, loader->reader.arena);
    stream->record = record;
    return status;
}

int
catex_stream_next(struct catex_stream *stream,
                  const struct catex_record **ret_record,
                  struct catex_error *error)
{
    cx_arena_reset(&stream->records);
    stream->record = NULL;
    stream->loader.reader.error = error;
    int status = cx_json_guard(&stream->loader, read_next, stream);
    *ret_record = status == CATEX_OK ? stream->record : NULL;
    return status;
}

void
catex_stream_report(struct catex_stream *stream, catex_report_fn *report,
                    void *user_data)
{
    stream->input.report = report;
    stream->input.user_data = user_data;
    stream->facts.input.report = report;
    stream->facts.input.user_data = user_data;
}

void
catex_stream_close(struct catex_stream *stream)
{
    if (stream == NULL)
        return;
    if (stream->fd >= 0)
        close(stream->fd);
    cx_json_done(&stream->loader.reader);
    cx_facts_done(&stream->facts);
    cx_buffer_done(&stream->lines.buffer);
    cx_arena_done(&stream->records);
    catex_catalog_free(&stream->catalog->public);
    cx_free(stream);
}
