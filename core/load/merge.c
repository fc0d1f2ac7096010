/* SPDX-License-Identifier: MIT */
/* Joins catalogs. A first reading finds the headers and what ids, DOIs and
 * URLs more than one catalog has; of each it keeps a hash of 64 bits. The
 * rules:
 * - Each catalog becomes a section, "list--" and its id, above its sections.
 * - An id of a record or a section that several catalogs have gets, in each of
 *   them, "-" and six hexadecimal digits of the hash of the catalog's id and
 *   file name; so no id depends on which catalog comes first. Only where those
 *   digits are the same, as for a catalog that is there twice, the later one
 *   has others.
 * - What all catalogs say alike of themselves (language, base IRI) holds for
 *   the whole. What else they say of themselves does not, and is reported. */
#include "load/merge.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "load/ndjson.h"
#include "model/id.h"

enum kind { RECORD = 'r', SECTION = 's', DOI = 'd', URL = 'u' };

/* That a part has something. */
struct claim {
    uint64_t hash;
    int part;
};

struct catex_merge {
    struct cx_arena arena;
    struct cx_merge_part *parts, *last;
    int part_count;
    struct claim *claims; /* until the first reading is over */
    size_t claim_count, capacity;
    uint64_t *shared; /* what more than one part has, sorted */
    size_t shared_count;
    struct catex_catalog catalog;
    struct cx_index sections;
};

/* The first reading. */
struct scan {
    struct catex_merge *merge;
    struct cx_input input;
    struct cx_lines lines;
    struct cx_arena record;
    struct cx_json_loader loader;
    int is_over;
};

static uint64_t
hash_of(enum kind kind, const char *text)
{
    char salt = (char)kind;
    uint64_t hash = kind == URL ? cx_hash_url(text)
                                : cx_hash(CX_HASH_START, text, strlen(text));
    return cx_hash(hash, &salt, 1);
}

static void
claim(struct scan *scan, enum kind kind, const char *text)
{
    struct catex_merge *merge = scan->merge;
    if (text == NULL)
        return;
    if (merge->claim_count == merge->capacity) {
        size_t capacity = merge->capacity * 2 + 1024;
        struct claim *grown =
            cx_realloc(merge->claims, capacity * sizeof *grown);
        if (grown == NULL)
            longjmp(*scan->loader.reader.arena->no_memory, 1);
        merge->claims = grown;
        merge->capacity = capacity;
    }
    merge->claims[merge->claim_count++] =
        (struct claim){hash_of(kind, text), merge->part_count};
}

static const char *
doi_of(const struct catex_record *record)
{
    const struct catex_identifier *id = record->identifiers;
    while (id != NULL && strcmp(id->scheme, "doi") != 0)
        id = id->next;
    return id == NULL ? NULL : id->value;
}

/* The first link that is the record's own. */
static const char *
url_of(const struct catex_record *record)
{
    const struct catex_link *link = record->links;
    while (link != NULL &&
           (link->flags & (CATEX_LINK_INHERITED | CATEX_LINK_SHARED)))
        link = link->next;
    return link == NULL ? NULL : link->url;
}

/* A header's first key is "format", a record's is not. */
static int
is_header(struct scan *scan)
{
    struct cx_json_cursor cursor;
    struct cx_json_piece piece;
    return cx_json_open(&scan->loader.reader, '{', &scan->lines.line,
                        &cursor) == CATEX_OK &&
           cx_json_next(&scan->loader.reader, &cursor, &piece) > 0 &&
           piece.key_size == 8 && memcmp(piece.key, "\"format\"", 8) == 0;
}

static int
scan_header(struct scan *scan)
{
    struct catex_merge *merge = scan->merge;
    struct cx_json_loader *loader = &scan->loader;
    struct cx_merge_part *part = cx_new(&merge->arena, struct cx_merge_part);
    struct cx_catalog shell = {.public = {.id = NULL}};
    shell.section_tail = &shell.public.sections;
    loader->catalog = &shell;
    loader->sections = (struct cx_index){.arena = &merge->arena};
    int status = cx_json_read_document(loader, &scan->lines.line, 0);
    part->line = scan->lines.line.line;
    part->catalog = shell.public;
    part->sections = loader->sections;
    if (merge->last == NULL)
        merge->parts = part;
    else
        merge->last->next = part;
    merge->last = part;
    merge->part_count++;
    const struct catex_section *section = part->catalog.sections;
    for (; section != NULL; section = section->next)
        claim(scan, SECTION, section->id);
    return status;
}

static int
scan_record(struct scan *scan)
{
    struct catex_record record = {.id = NULL};
    int status =
        cx_json_read_record(&scan->loader, &scan->lines.line, &record);
    scan->lines.record.index++;
    if (status != CATEX_OK)
        return status;
    claim(scan, RECORD, record.id);
    claim(scan, DOI, doi_of(&record));
    claim(scan, URL, url_of(&record));
    return CATEX_OK;
}

static int
scan_line(struct cx_json_loader *loader, void *data)
{
    struct scan *scan = data;
    struct cx_json_reader *reader = &loader->reader;
    if (scan->merge->last == NULL)
        cx_json_skip_mark(&scan->lines.line);
    if (scan->merge->last != NULL && !is_header(scan)) {
        reader->path = &scan->lines.record;
        return scan_record(scan);
    }
    reader->arena = &scan->merge->arena;
    reader->arena->no_memory = scan->record.no_memory;
    int status = scan_header(scan);
    reader->arena->no_memory = NULL;
    reader->arena = &scan->record;
    return status;
}

static int
scan_all(struct scan *scan, struct catex_error *error)
{
    struct cx_json_reader *reader = &scan->loader.reader;
    *reader = (struct cx_json_reader){.arena = &scan->record,
                                      .input = &scan->input,
                                      .error = error,
                                      .sections = &scan->loader.sections};
    int status;
    while ((status = cx_lines_next(&scan->lines, reader)) > 0) {
        status = cx_json_guard(&scan->loader, scan_line, scan);
        reader->arena = &scan->record;
        cx_arena_reset(&scan->record);
        if (status != CATEX_OK)
            return status;
    }
    if (status == CATEX_OK && scan->merge->parts == NULL)
        status = catex_error_set(error, CATEX_ERR_INPUT, scan->input.name, 1,
                                 "is empty, where a catex catalog must stand");
    return status;
}

static int
by_hash(const void *a, const void *b)
{
    const struct claim *one = a, *other = b;
    return one->hash != other->hash
               ? (one->hash > other->hash) - (one->hash < other->hash)
               : (one->part > other->part) - (one->part < other->part);
}

/* Keeps of all claims the hashes that two parts have. They move to the front
 * of the same memory, which is behind what is still to be read. */
static void
find_shared(struct catex_merge *merge)
{
    size_t count = 0, i = 0;
    uint64_t *shared = (uint64_t *)merge->claims;
    if (merge->claim_count > 0)
        qsort(merge->claims, merge->claim_count, sizeof *merge->claims,
              by_hash);
    while (i < merge->claim_count) {
        const struct claim first = merge->claims[i];
        int several = 0;
        for (; i < merge->claim_count && merge->claims[i].hash == first.hash;
             i++)
            several |= merge->claims[i].part != first.part;
        if (several)
            shared[count++] = first.hash;
    }
    merge->shared_count = count;
    merge->shared = cx_realloc(shared, (count + 1) * sizeof *shared);
    if (merge->shared == NULL)
        merge->shared = shared;
    merge->claims = NULL;
}

static int
compare(const void *a, const void *b)
{
    uint64_t one = *(const uint64_t *)a, other = *(const uint64_t *)b;
    return (one > other) - (one < other);
}

static int
is_shared(const struct catex_merge *merge, enum kind kind, const char *text)
{
    uint64_t hash = hash_of(kind, text);
    return merge->shared_count > 0 &&
           bsearch(&hash, merge->shared, merge->shared_count, sizeof hash,
                   compare) != NULL;
}

static const char *
id_in_whole(const struct catex_merge *merge, const struct cx_merge_part *part,
            enum kind kind, const char *id, struct cx_arena *arena)
{
    if (!is_shared(merge, kind, id))
        return id;
    return cx_printf(arena, "%.*s%s", CX_CHILD_MOST, id, part->suffix);
}

/* No two parts have the same one. */
static void
make_suffix(struct catex_merge *merge, struct cx_merge_part *part,
            struct cx_index *taken)
{
    const struct catex_catalog *catalog = &part->catalog;
    const char *id = catalog->id == NULL ? "" : catalog->id;
    const char *path = catalog->source.path == NULL ? "" : catalog->source.path;
    uint64_t hash = cx_hash(CX_HASH_START, id, strlen(id) + 1);
    hash = cx_hash(hash, path, strlen(path) + 1);
    void **place;
    do {
        part->suffix = cx_printf(&merge->arena, "-%06x",
                                 (unsigned)(hash >> 40));
        place = cx_index_at(taken, part->suffix);
        hash = cx_hash(hash, "+", 1);
    } while (*place != NULL);
    *place = part;
}

/* The section that stands for a part. */
static void
make_list(struct catex_merge *merge, struct cx_merge_part *part,
          struct cx_index *taken)
{
    const struct catex_catalog *catalog = &part->catalog;
    struct catex_section *list = cx_new(&merge->arena, struct catex_section);
    list->id = cx_printf(&merge->arena, "list--%s",
                         catalog->id == NULL ? part->suffix + 1 : catalog->id);
    void **place = cx_index_at(taken, list->id);
    if (*place != NULL)
        list->id = cx_printf(&merge->arena, "%s%s", list->id, part->suffix);
    *place = part;
    list->title = catalog->title != NULL  ? catalog->title
                  : catalog->id != NULL ? catalog->id
                                          : catalog->source.path;
    list->label = list->title;
    list->text = catalog->description;
    list->source = catalog->source;
    part->list = list;
}

/* Hangs the sections of @part into the whole. */
static void
take_sections(struct catex_merge *merge, struct cx_merge_part *part,
              struct catex_section ***tail)
{
    if (part->list != NULL) {
        cx_append(tail, part->list);
        *cx_index_at(&merge->sections, part->list->id) = part->list;
    }
    struct catex_section *section = part->catalog.sections;
    for (; section != NULL; section = section->next) {
        if (section->parent == NULL)
            section->parent = part->list;
        section->id = id_in_whole(merge, part, SECTION, section->id,
                                  &merge->arena);
        cx_append(tail, section);
        *cx_index_at(&merge->sections, section->id) = section;
    }
}

static int
is_same(const char *one, const char *other)
{
    return one == NULL || other == NULL ? one == other
                                        : strcmp(one, other) == 0;
}

static void
report_lost(const struct cx_merge_part *part, const struct cx_input *input)
{
    const struct catex_catalog *catalog = &part->catalog;
    const struct {
        const char *name;
        int there;
    } facts[] = {{"publisher", catalog->publisher != NULL},
                 {"creators", catalog->creators != NULL},
                 {"licence", catalog->licence != NULL},
                 {"homepage", catalog->homepage != NULL},
                 {"issued", catalog->issued != NULL},
                 {"modified", catalog->modified != NULL},
                 {"keywords", catalog->keywords != NULL},
                 {"themes", catalog->themes != NULL}};
    for (size_t i = 0; i < sizeof facts / sizeof facts[0]; i++)
        if (facts[i].there)
            cx_report(input, "not-merged", part->line, NULL,
                      "the catalog \"%.80s\" states its %s, which is not that "
                      "of the whole; a file of facts can state it",
                      part->list->title == NULL ? "" : part->list->title,
                      facts[i].name);
}

/* One catalog stays as it is. */
static void
make_whole(struct catex_merge *merge, const struct cx_input *input)
{
    struct cx_index suffixes = {.arena = &merge->arena}, lists = suffixes;
    struct catex_catalog *whole = &merge->catalog;
    struct cx_merge_part *part = merge->parts;
    *whole = part->catalog;
    if (part->next != NULL)
        *whole = (struct catex_catalog){.language = part->catalog.language,
                                        .base_iri = part->catalog.base_iri};
    whole->sections = NULL;
    struct catex_section **tail = &whole->sections;
    for (; part != NULL; part = part->next) {
        make_suffix(merge, part, &suffixes);
        if (merge->parts->next != NULL) {
            make_list(merge, part, &lists);
            report_lost(part, input);
        }
        if (!is_same(whole->language, part->catalog.language))
            whole->language = "und";
        if (!is_same(whole->base_iri, part->catalog.base_iri))
            whole->base_iri = NULL;
        take_sections(merge, part, &tail);
    }
    if (input->language != NULL)
        whole->language = cx_strdup(&merge->arena, input->language);
}

static int
finish(struct cx_json_loader *loader, void *data)
{
    struct scan *scan = data;
    (void)loader;
    make_whole(scan->merge, &scan->input);
    return CATEX_OK;
}

int
catex_merge_new(int fd, const struct catex_load_options *given,
                struct catex_merge **ret_merge, struct catex_error *error)
{
    const struct catex_load_options options = cx_load_options(given);
    struct catex_merge *merge = cx_malloc(sizeof *merge);
    *ret_merge = NULL;
    if (merge == NULL)
        return catex_error_set(error, CATEX_ERR_MEMORY, options.name, 0,
                               "there is not enough memory to load it");
    *merge = (struct catex_merge){.part_count = 0};
    merge->sections.arena = &merge->arena;
    struct scan scan = {
        .merge = merge,
        .input = {.name = options.name == NULL ? "-" : options.name,
                  .language = options.language},
        .lines = {.fd = fd}};
    scan.lines.records.key = "records";
    scan.lines.record.up = &scan.lines.records;
    int status = scan_all(&scan, error);
    scan.input.report = options.report;
    scan.input.user_data = options.user_data;
    find_shared(merge);
    scan.loader.reader.arena = &merge->arena;
    if (status == CATEX_OK)
        status = cx_json_guard(&scan.loader, finish, &scan);
    cx_json_done(&scan.loader.reader);
    cx_buffer_done(&scan.lines.buffer);
    cx_arena_done(&scan.record);
    if (status != CATEX_OK)
        catex_merge_free(merge);
    else
        *ret_merge = merge;
    return status;
}

void
catex_merge_free(struct catex_merge *merge)
{
    if (merge == NULL)
        return;
    cx_free(merge->shared);
    cx_arena_done(&merge->arena);
    cx_free(merge);
}

const struct catex_catalog *
cx_merge_catalog(const struct catex_merge *merge)
{
    return &merge->catalog;
}

const struct cx_index *
cx_merge_sections(const struct catex_merge *merge)
{
    return &merge->sections;
}

const struct cx_merge_part *
cx_merge_part(const struct catex_merge *merge,
              const struct cx_merge_part *part)
{
    return part == NULL ? merge->parts : part->next;
}

static void
report_twins(const struct catex_merge *merge, const struct catex_record *record,
             const struct cx_input *input)
{
    const char *doi = doi_of(record), *url = url_of(record);
    const char *what = doi != NULL && is_shared(merge, DOI, doi)   ? "DOI"
                       : url != NULL && is_shared(merge, URL, url) ? "URL"
                                                                   : NULL;
    if (what == NULL || input->report == NULL)
        return;
    struct cx_input list = *input; /* where a person can look it up */
    if (record->source.path != NULL)
        list.name = record->source.path;
    cx_report(&list, "duplicate", record->source.first_line, record->id,
              "another list has a record of the same %s, %.200s", what,
              what[0] == 'D' ? doi : url);
}

void
cx_merge_record(const struct catex_merge *merge,
                const struct cx_merge_part *part, struct catex_record *record,
                struct cx_arena *arena, const struct cx_input *input)
{
    record->id = id_in_whole(merge, part, RECORD, record->id, arena);
    if (record->parent != NULL)
        record->parent =
            id_in_whole(merge, part, RECORD, record->parent, arena);
    struct catex_relation *relation = record->relations;
    for (; relation != NULL; relation = relation->next)
        relation->id = id_in_whole(merge, part, RECORD, relation->id, arena);
    if (record->sections == NULL && part->list != NULL) {
        record->sections = cx_new(arena, struct catex_section_ref);
        record->sections->section = part->list;
    }
    report_twins(merge, record, input);
}
