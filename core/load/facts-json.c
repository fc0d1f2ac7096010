/* SPDX-License-Identifier: MIT */
/* Facts in catex JSON: {"catalog": {…}, "records": {"id": {…}},
 * "publications": {"id": {…}}}, with the names of a catalog's own JSON. */
#include <string.h>

#include "load/facts.h"

/* Adds a fact that is about what @key says. */
typedef void add_fn(struct cx_facts *facts, struct cx_fact *fact,
                    const char *key);

static void
add_catalog(struct cx_facts *facts, struct cx_fact *fact, const char *key)
{
    (void)key;
    cx_facts_add_catalog(facts, fact);
}

static void
add_publication(struct cx_facts *facts, struct cx_fact *fact, const char *key)
{
    struct catex_publication *publication = fact->value;
    publication->id = key;
    if (strncmp(key, "10.", 3) == 0 && publication->doi == NULL)
        publication->doi = cx_doi_key(facts->arena, key) + 4;
    cx_facts_add_publication(facts, fact);
}

/* Reads @piece as facts. One that is wrong is reported and left out, the
 * others still count; but what is no JSON ends the reading. */
static int
read_fact(struct cx_facts *facts, const struct cx_json_piece *piece,
          const struct catex_shape *shape, const char *key, add_fn *add)
{
    struct cx_json_reader *reader = &facts->reader;
    struct catex_error wrong = {0};
    const char *name = key == NULL ? "the catalog"
                                   : cx_printf(facts->arena, "\"%s\"", key);
    struct cx_fact *fact = cx_fact_new(facts, shape, name, piece->line);
    int lines[64] = {0};
    int status = cx_json_parse(reader, piece);
    if (status != CATEX_OK)
        return status;
    reader->error = &wrong;
    reader->placed = fact->value;
    reader->lines = lines;
    status = cx_json_read(reader, shape, reader->tree, fact->value);
    reader->placed = NULL;
    reader->error = facts->error;
    if (status != CATEX_OK) {
        const struct cx_place place = {facts->input.name, wrong.line};
        cx_facts_report(facts, place, "bad-fact", NULL,
                        "%s; what is said there of %s is left out",
                        wrong.text, name);
        return CATEX_OK;
    }
    for (size_t i = 0; shape->members[i].name != NULL; i++)
        if (lines[i] != 0)
            fact->places[i].line = lines[i];
    add(facts, fact, key);
    return CATEX_OK;
}

static int
read_all(struct cx_facts *facts, const struct cx_json_piece *part,
         const struct catex_shape *shape, add_fn *add)
{
    struct cx_json_reader *reader = &facts->reader;
    const struct cx_json_path *up = reader->path;
    struct cx_json_cursor cursor;
    struct cx_json_piece piece;
    struct cx_index seen = {.arena = &facts->scratch};
    int status = cx_json_open(reader, '{', part, &cursor);
    while (status >= 0
           && (status = cx_json_next(reader, &cursor, &piece)) > 0) {
        struct cx_json_path path = {.up = up};
        status = cx_json_key(reader, &piece, &path.key);
        if (status != CATEX_OK)
            break;
        reader->path = &path;
        void **before = cx_index_at(&seen, path.key);
        if (*before != NULL)
            status = cx_json_fail(reader, "stands here a second time");
        else
            status = read_fact(facts, &piece, shape, path.key, add);
        *before = facts;
        reader->path = up;
    }
    reader->path = up;
    return status;
}

static int
read_part(struct cx_facts *facts, const struct cx_json_piece *piece,
          const char *key)
{
    if (strcmp(key, "catalog") == 0)
        return read_fact(facts, piece, &catex_shape_catalog, NULL,
                         add_catalog);
    if (strcmp(key, "records") == 0)
        return read_all(facts, piece, &catex_shape_record,
                        cx_facts_add_record);
    if (strcmp(key, "publications") == 0)
        return read_all(facts, piece, &catex_shape_publication,
                        add_publication);
    cx_json_report(&facts->reader, "unknown-key",
                   "is not known to catex and is left out");
    return cx_json_parse(&facts->reader, piece);
}

int
cx_facts_read_json(struct cx_facts *facts, const struct cx_json_piece *root)
{
    struct cx_json_reader *reader = &facts->reader;
    struct cx_json_cursor cursor;
    struct cx_json_piece piece;
    int status = cx_json_open(reader, '{', root, &cursor);
    while (status >= 0
           && (status = cx_json_next(reader, &cursor, &piece)) > 0) {
        struct cx_json_path path = {0};
        status = cx_json_key(reader, &piece, &path.key);
        if (status != CATEX_OK)
            break;
        reader->path = &path;
        status = read_part(facts, &piece, path.key);
        reader->path = NULL;
    }
    return status;
}
