/* SPDX-License-Identifier: MIT */
/* Loads catex JSON: the header, the sections, the records. */
#include <string.h>

#include "load/json-load.h"

/* The parts of a document, in the order in which they are read. */
enum { FORMAT, VERSION, CATALOG, SECTIONS, RECORDS, PART_COUNT };
static const char *const part_names[PART_COUNT] = {
    "format", "version", "catalog", "sections", "records"};

struct parts {
    struct cx_json_piece piece[PART_COUNT]; /* bytes NULL: absent */
};

/* Sorts the members of the document @root into @parts. */
static int
find_parts(struct cx_json_reader *reader, const struct cx_json_piece *root,
           struct parts *parts)
{
    struct cx_json_cursor cursor;
    struct cx_json_piece piece;
    int status = cx_json_open(reader, '{', root, &cursor);
    if (status != CATEX_OK)
        return status;
    while ((status = cx_json_next(reader, &cursor, &piece)) > 0) {
        struct cx_json_path path = {0};
        int part = 0;
        int known = cx_json_key(reader, &piece, &path.key);
        if (known != CATEX_OK)
            return known;
        while (part < PART_COUNT && strcmp(part_names[part], path.key) != 0)
            part++;
        reader->path = &path;
        if (part == PART_COUNT)
            cx_json_report(reader, "unknown-key",
                           "is not known to catex and is left out");
        else if (parts->piece[part].bytes != NULL)
            status = cx_json_fail(reader, "stands here a second time");
        else
            parts->piece[part] = piece;
        if (part == PART_COUNT)
            status = cx_json_parse(reader, &piece);
        reader->path = NULL;
        if (status < 0)
            return status;
    }
    return status;
}

static int
check_format(struct cx_json_reader *reader, const struct parts *parts)
{
    static const char *const wanted[] = {[FORMAT] = "\"catex-catalog\"",
                                         [VERSION] = "1"};
    for (int i = FORMAT; i <= VERSION; i++) {
        const struct cx_json_piece *piece = &parts->piece[i];
        if (piece->bytes == NULL)
            return cx_json_fail(reader, "has no \"%s\", so it is no catex "
                                "catalog", part_names[i]);
        struct cx_json_path path = {.key = part_names[i]};
        reader->path = &path;
        int status = cx_json_parse(reader, piece);
        json_t *value = status == CATEX_OK
                            ? json_loads(wanted[i], JSON_DECODE_ANY, NULL)
                            : NULL;
        if (status == CATEX_OK && value == NULL)
            status = catex_error_set(reader->error, CATEX_ERR_MEMORY,
                                     reader->input->name, 0,
                                     "there is not enough memory to load it");
        else if (status == CATEX_OK && !json_equal(value, reader->tree))
            status = cx_json_fail(reader, "must be %s", wanted[i]);
        json_decref(value);
        reader->path = NULL;
        if (status != CATEX_OK)
            return status;
    }
    return CATEX_OK;
}

static int
read_catalog(struct cx_json_loader *loader, const struct cx_json_piece *piece)
{
    struct catex_catalog *public = &loader->catalog->public;
    struct cx_json_path path = {.key = part_names[CATALOG]};
    struct cx_json_reader *reader = &loader->reader;
    int status = CATEX_OK;
    reader->path = &path;
    if (piece->bytes != NULL)
        status = cx_json_parse(reader, piece);
    if (status == CATEX_OK && piece->bytes != NULL)
        status = cx_json_read(reader, &catex_shape_catalog, reader->tree,
                              public);
    reader->path = NULL;
    const char *language = reader->input->language;
    if (language != NULL || public->language == NULL)
        public->language =
            cx_strdup(reader->arena, language == NULL ? "en" : language);
    return status;
}

/* Reads the elements of the array @part, one by one. */
static int
read_array(struct cx_json_loader *loader, const struct cx_json_piece *part,
           const char *name,
           int (*read)(struct cx_json_loader *loader,
                       const struct cx_json_piece *piece))
{
    struct cx_json_path path = {.key = name}, element = {.up = &path};
    struct cx_json_reader *reader = &loader->reader;
    struct cx_json_cursor cursor;
    struct cx_json_piece piece;
    if (part->bytes == NULL)
        return CATEX_OK;
    reader->path = &path;
    int status = cx_json_open(reader, '[', part, &cursor);
    while (status >= 0
           && (status = cx_json_next(reader, &cursor, &piece)) > 0) {
        element.index = piece.index;
        reader->path = &element;
        status = read(loader, &piece);
        reader->path = &path;
    }
    reader->path = NULL;
    return status;
}

static int
read_section(struct cx_json_loader *loader, const struct cx_json_piece *piece)
{
    struct cx_json_reader *reader = &loader->reader;
    struct cx_catalog *catalog = loader->catalog;
    struct catex_section *section =
        cx_new(reader->arena, struct catex_section);
    int status = cx_json_parse(reader, piece);
    if (status == CATEX_OK)
        status = cx_json_read(reader, &catex_shape_section, reader->tree,
                              section);
    reader->ordinal = 1;
    if (status == CATEX_OK)
        status = cx_json_require(reader, &catex_shape_section, reader->tree);
    if (status != CATEX_OK)
        return status;
    void **place = cx_index_at(&loader->sections, section->id);
    if (*place != NULL)
        return cx_json_fail(reader, "has the id \"%.80s\" of another section",
                            section->id);
    *place = section;
    cx_append(&catalog->section_tail, section);
    return CATEX_OK;
}

static int
is_id(const char *id)
{
    size_t size = strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789_-");
    return id[size] == '\0' && size >= 2 && size <= 100;
}

int
cx_json_read_record(struct cx_json_loader *loader,
                    const struct cx_json_piece *piece,
                    struct catex_record *record)
{
    struct cx_json_reader *reader = &loader->reader;
    int status = cx_json_parse(reader, piece);
    if (status != CATEX_OK)
        return status;
    const char *id = json_string_value(json_object_get(reader->tree, "id"));
    if (id == NULL && json_object_get(reader->tree, "format") != NULL)
        return cx_json_fail(reader, "begins another catalog; «catex export "
                            "--merge» joins several");
    reader->record = id != NULL && is_id(id) ? id : NULL;
    status = cx_json_read(reader, &catex_shape_record, reader->tree, record);
    reader->record = NULL;
    reader->ordinal = 1;
    if (status == CATEX_OK)
        status = cx_json_require(reader, &catex_shape_record, reader->tree);
    if (status == CATEX_OK && !is_id(record->id))
        status = cx_json_fail(reader, "has an id that is not 2 to 100 of the "
                              "characters a-z 0-9 _ -");
    return status;
}

/* A record with the line of the JSON that it stands on. */
struct placed {
    struct catex_record public; /* first: the two convert by cast */
    int line;
};

/* A record of a whole catalog, in which no two have the same id. */
int
cx_json_add_record(struct cx_json_loader *loader,
                   const struct cx_json_piece *piece)
{
    struct cx_json_reader *reader = &loader->reader;
    struct placed *placed = cx_new(reader->arena, struct placed);
    struct catex_record *record = &placed->public;
    placed->line = piece->line;
    int status = cx_json_read_record(loader, piece, record);
    if (status != CATEX_OK)
        return status;
    void **place = cx_index_at(&loader->records, record->id);
    if (*place != NULL)
        return cx_json_fail(reader, "has the id \"%s\" of another record",
                            record->id);
    *place = record;
    cx_append(&loader->catalog->record_tail, record);
    return CATEX_OK;
}

int
cx_json_read_document(struct cx_json_loader *loader,
                      const struct cx_json_piece *root, int with_records)
{
    struct parts parts = {0};
    int status = find_parts(&loader->reader, root, &parts);
    if (status == CATEX_OK)
        status = check_format(&loader->reader, &parts);
    if (status == CATEX_OK && !with_records
        && parts.piece[RECORDS].bytes != NULL)
        status = cx_json_fail(&loader->reader, "has its records on its first "
                              "line: it is of the format json, not ndjson");
    if (status == CATEX_OK)
        status = read_catalog(loader, &parts.piece[CATALOG]);
    if (status == CATEX_OK)
        status = read_array(loader, &parts.piece[SECTIONS], "sections",
                            read_section);
    if (status == CATEX_OK)
        status = read_array(loader, &parts.piece[RECORDS], "records",
                            cx_json_add_record);
    return status;
}

/* Parts that no record has are no error: somebody may have taken a part of a
 * catalog. A curator wants to know, though. */
void
cx_json_report_dangling(struct cx_json_loader *loader)
{
    const struct catex_record *record = loader->catalog->public.records;
    for (; record != NULL; record = record->next)
        if (record->parent != NULL
            && cx_index_get(&loader->records, record->parent) == NULL)
            cx_report(loader->reader.input, "dangling-id",
                      ((const struct placed *)record)->line, record->id,
                      "the record \"%s\" names \"%.100s\" as its parent, "
                      "which is the id of no record",
                      record->id, record->parent);
}

static int
load_json(struct cx_json_loader *loader, void *data)
{
    (void)data;
    const struct cx_input *input = loader->reader.input;
    struct cx_json_piece root = {.bytes = input->bytes, .size = input->size,
                                 .line = 1};
    cx_json_skip_mark(&root);
    int status = cx_json_read_document(loader, &root, 1);
    if (status == CATEX_OK)
        cx_json_report_dangling(loader);
    return status;
}

int
cx_json_guard(struct cx_json_loader *loader, cx_json_step *step, void *data)
{
    jmp_buf no_memory;
    struct cx_json_reader *reader = &loader->reader;
    int status = CATEX_ERR_MEMORY;
    reader->arena->no_memory = &no_memory;
    if (setjmp(no_memory) == 0)
        status = step(loader, data);
    else
        catex_error_set(reader->error, CATEX_ERR_MEMORY, reader->input->name,
                        0, "there is not enough memory to load it");
    reader->arena->no_memory = NULL;
    reader->path = NULL;
    return status;
}

int
cx_json_load(struct cx_catalog *catalog, const struct cx_input *input,
             struct catex_error *error, cx_json_step *step, void *data)
{
    struct cx_json_loader loader = {
        .catalog = catalog,
        .sections = {.arena = &catalog->arena},
        .records = {.arena = &catalog->arena},
        .reader = {.arena = &catalog->arena, .input = input, .error = error}};
    loader.reader.sections = &loader.sections;
    int status = cx_json_guard(&loader, step, data);
    cx_json_done(&loader.reader);
    return status;
}

int
cx_load_json(struct cx_catalog *catalog, const struct cx_input *input,
             struct catex_error *error)
{
    return cx_json_load(catalog, input, error, load_json, NULL);
}
