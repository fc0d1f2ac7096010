/* SPDX-License-Identifier: MIT */
/* Reads files of facts, keeps what they say, and finds those facts that belong
 * to a record or publication. */
#include "load/facts.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "load/facts-cell.h"
#include "load/facts-merge.h"
#include "model/text.h"

void
cx_facts_report(const struct cx_facts *facts, struct cx_place place,
                const char *kind, const char *record, const char *format, ...)
{
    struct cx_input input = facts->input;
    char text[800];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    input.name = place.file;
    cx_report(&input, kind, place.line, record, "%s", text);
}

struct cx_fact *
cx_fact_new(struct cx_facts *facts, const struct catex_shape *shape,
            const char *name, int line)
{
    struct cx_fact *fact = cx_new(facts->arena, struct cx_fact);
    fact->shape = shape;
    fact->value = cx_alloc(facts->arena, shape->size);
    fact->places = cx_alloc(facts->arena, CX_MEMBERS * sizeof *fact->places);
    fact->place = (struct cx_place){facts->input.name, line};
    fact->name = name;
    for (size_t i = 0; i < CX_MEMBERS; i++)
        fact->places[i] = fact->place;
    return fact;
}

/* Lays @fact over @known, which is a fact as well. */
static void
merge_facts(struct cx_facts *facts, struct cx_fact *known,
            const struct cx_fact *fact)
{
    struct cx_merge merge = {.facts = facts, .arena = facts->arena,
                             .scratch = &facts->scratch,
                             .into = known->value, .places = known->places,
                             .list = known->place};
    cx_merge(&merge, fact);
}

void
cx_facts_add_catalog(struct cx_facts *facts, struct cx_fact *fact)
{
    if (facts->catalog == NULL)
        facts->catalog = fact;
    else
        merge_facts(facts, facts->catalog, fact);
}

void
cx_facts_add_record(struct cx_facts *facts, struct cx_fact *fact,
                    const char *key)
{
    const char *name = key;
    if (strncmp(key, "doi:", 4) == 0 || strncmp(key, "10.", 3) == 0)
        name = cx_doi_key(facts->arena, key + (key[0] == 'd' ? 4 : 0));
    else if (strstr(key, "://") != NULL)
        name = cx_url_key(facts->arena, key);
    else
        name = cx_printf(facts->arena, "id:%s", key);
    struct cx_fact **at = (struct cx_fact **)cx_index_at(&facts->records, name);
    while (*at != NULL)
        at = &(*at)->again;
    *at = fact;
    cx_append(&facts->tail, fact);
}

void
cx_facts_add_publication(struct cx_facts *facts, struct cx_fact *fact)
{
    const char *keys[CX_KEYS];
    int count = cx_publication_keys(facts->arena, fact->value, keys);
    struct cx_fact *known = NULL;
    for (int i = 0; i < count && known == NULL; i++)
        known = cx_index_get(&facts->publications, keys[i]);
    if (known != NULL) {
        merge_facts(facts, known, fact);
    } else {
        known = fact;
        cx_append(&facts->tail, fact);
    }
    for (int i = 0; i < count; i++) {
        void **at = cx_index_at(&facts->publications, keys[i]);
        if (*at == NULL)
            *at = known;
    }
}

void
cx_facts_catalog(struct cx_facts *facts, struct catex_catalog *catalog)
{
    struct cx_place places[CX_MEMBERS] = {{NULL, 0}};
    struct cx_merge merge = {.facts = facts, .arena = facts->arena,
                             .scratch = &facts->scratch,
                             .into = catalog, .places = places,
                             .list = {facts->list, 0},
                             .origin = &catalog->origin};
    if (facts->catalog != NULL)
        cx_merge(&merge, facts->catalog);
}

/* Completes one publication of a record; facts found by several of its keys
 * count once. */
static void
complete_publication(struct cx_facts *facts, struct cx_merge *merge,
                     struct catex_publication *publication)
{
    const char *keys[CX_KEYS];
    struct cx_fact *found[CX_KEYS];
    struct cx_place places[CX_MEMBERS] = {{NULL, 0}};
    int count = cx_publication_keys(merge->scratch, publication, keys);
    int used = 0;
    merge->into = publication;
    merge->places = places;
    merge->origin = &publication->origin;
    for (int i = 0; i < count; i++) {
        struct cx_fact *fact = cx_index_get(&facts->publications, keys[i]);
        for (int n = 0; n < used && fact != NULL; n++)
            if (found[n] == fact)
                fact = NULL;
        if (fact == NULL)
            continue;
        found[used++] = fact;
        fact->used = 1;
        cx_merge(merge, fact);
    }
}

/* Facts about a record, with those of earlier files first. */
static void
lay_over(struct cx_merge *merge, const char *key)
{
    struct cx_fact *fact = cx_index_get(&merge->facts->records, key);
    for (; fact != NULL; fact = fact->again) {
        fact->used = 1;
        cx_merge(merge, fact);
        if (fact->row != NULL)
            cx_row_check(merge->facts, fact, merge->original, merge->into);
    }
}

static void
lay_all_over(struct cx_merge *merge, const struct catex_record *record)
{
    struct cx_arena *arena = merge->scratch;
    lay_over(merge, cx_printf(arena, "id:%s", record->id));
    for (const struct catex_string *alias = record->aliases; alias != NULL;
         alias = alias->next)
        lay_over(merge, cx_printf(arena, "id:%s", alias->text));
    for (const struct catex_identifier *identifier = record->identifiers;
         identifier != NULL; identifier = identifier->next)
        if (strcmp(identifier->scheme, "doi") == 0)
            lay_over(merge, cx_doi_key(arena, identifier->value));
    for (const struct catex_link *link = record->links; link != NULL;
         link = link->next)
        if (!(link->flags & (CATEX_LINK_SHARED | CATEX_LINK_INHERITED)))
            lay_over(merge, cx_url_key(arena, link->url));
}

/* Where the list has a record; a catalog that was written before names the
 * list that it was read from. */
static struct cx_place
place_of(const struct cx_facts *facts, const struct catex_source *source)
{
    const char *slash = strrchr(facts->list, '/');
    const char *stem = slash == NULL ? facts->list : slash + 1;
    const char *file = source->path == NULL || strcmp(source->path, stem) == 0
                           ? facts->list : source->path;
    return (struct cx_place){file, source->first_line};
}

void
cx_facts_record(struct cx_facts *facts, struct catex_record *record,
                struct cx_arena *arena)
{
    const struct catex_record original = *record;
    struct cx_place places[CX_MEMBERS] = {{NULL, 0}};
    struct cx_merge merge = {.facts = facts, .arena = arena,
                             .scratch = &facts->scratch, .into = record,
                             .original = &original, .places = places,
                             .list = place_of(facts, &record->source),
                             .origin = &record->origin,
                             .record = record->id};
    facts->scratch.no_memory = arena->no_memory;
    cx_arena_reset(&facts->scratch);
    lay_all_over(&merge, &original);
    merge.original = NULL;
    for (struct catex_publication *publication = record->publications;
         publication != NULL; publication = publication->next)
        complete_publication(facts, &merge, publication);
}

void
cx_facts_end(struct cx_facts *facts)
{
    for (const struct cx_fact *fact = facts->all; fact != NULL;
         fact = fact->next)
        if (!fact->used)
            cx_facts_report(facts, fact->place, "fact-unmatched", NULL,
                            "%s is in none of what the list says", fact->name);
}

/* Whether what begins with this member is facts, be its name misspelt, and no
 * item of CSL, of which only dates and the like are objects. */
static int
begins_facts(const char *key, const struct cx_json_piece *value)
{
    return cx_is_among(key, strlen(key), "catalog records publications") ||
           (value->size > 0 && value->bytes[0] == '{' &&
            !cx_is_among(key, strlen(key),
                         "issued accessed submitted event-date original-date "
                         "available-date custom"));
}

static int
read_json_kind(struct cx_facts *facts, const struct cx_json_piece *root)
{
    struct cx_json_reader *reader = &facts->reader;
    struct cx_json_cursor cursor;
    struct cx_json_piece first = {0};
    const char *key = "";
    int status = CATEX_OK;
    if (root->bytes[0] == '{') {
        status = cx_json_open(reader, '{', root, &cursor);
        if (status == CATEX_OK)
            status = cx_json_next(reader, &cursor, &first);
        if (status > 0)
            status = cx_json_key(reader, &first, &key);
    }
    if (status < 0)
        return status;
    if (root->bytes[0] == '{' && (*key == '\0' || begins_facts(key, &first)))
        return cx_facts_read_json(facts, root);
    return cx_facts_read_csl(facts, root);
}

/* What a file is shows in its first character. */
static int
read_kind(struct cx_facts *facts, const char *bytes, size_t size)
{
    struct cx_json_piece root = {.bytes = bytes, .size = size, .line = 1};
    cx_json_skip_mark(&root);
    for (; root.size > 0 && strchr(" \t\r\n", *root.bytes) != NULL
           && *root.bytes != '\0'; root.bytes++, root.size--)
        root.line += *root.bytes == '\n';
    if (root.size == 0)
        return catex_error_set(facts->error, CATEX_ERR_INPUT,
                               facts->input.name, 1,
                               "is empty, where facts must stand");
    if (*root.bytes == '{' || *root.bytes == '[')
        return read_json_kind(facts, &root);
    return cx_facts_read_csv(facts, root.bytes, root.size);
}

static int
read_file(struct cx_facts *facts, const char *path)
{
    size_t size = 0;
    facts->input.name = cx_strdup(facts->arena, path);
    int status = cx_read_file(path, &facts->bytes, &size, facts->error);
    if (status == CATEX_OK)
        status = read_kind(facts, size == 0 ? "" : facts->bytes, size);
    cx_free(facts->bytes);
    facts->bytes = NULL;
    cx_arena_reset(&facts->scratch);
    return status;
}

int
cx_facts_begin(struct cx_facts *facts, struct cx_catalog *catalog,
               const struct cx_input *list, const struct cx_index *sections,
               const char *const *paths, struct catex_error *error)
{
    struct cx_arena *arena = &catalog->arena;
    facts->arena = arena;
    facts->scratch.no_memory = arena->no_memory;
    facts->sections = sections;
    facts->input = *list;
    facts->list = list->name;
    facts->error = error;
    facts->tail = &facts->all;
    facts->records.arena = facts->publications.arena = arena;
    facts->reader = (struct cx_json_reader){
        .arena = arena, .input = &facts->input, .error = error,
        .sections = sections, .facts = 1};
    for (; *paths != NULL; paths++) {
        int status = read_file(facts, *paths);
        if (status != CATEX_OK)
            return status;
    }
    return CATEX_OK;
}

void
cx_facts_done(struct cx_facts *facts)
{
    cx_json_done(&facts->reader);
    cx_facts_end_csv(facts);
    cx_arena_done(&facts->scratch);
    cx_free(facts->bytes);
    facts->bytes = NULL;
}

/* What cx_facts_apply() is about, in one place that outlives a jump. */
struct application {
    struct cx_catalog *catalog;
    const struct cx_input *list;
    const char *const *paths;
    struct catex_error *error;
    struct cx_facts facts;
};

static void
check_id(struct cx_facts *facts, const struct cx_index *records,
         const struct catex_record *record, const char *member, int field,
         const char *id)
{
    if (id == NULL || !(record->origin.facts & CATEX_BIT(field))
        || cx_index_get(records, id) != NULL)
        return;
    cx_facts_report(facts, place_of(facts, &record->source), "dangling-id",
                    record->id, "%s of \"%s\" is \"%.100s\" by a fact, which "
                    "is the id of no record", member, record->id, id);
}

/* Facts may name records: those that there are. */
static void
check_ids(struct cx_facts *facts, struct catex_catalog *catalog)
{
    struct cx_index records = {.arena = &facts->scratch};
    struct catex_record *record;
    for (record = catalog->records; record != NULL; record = record->next)
        *cx_index_at(&records, record->id) = record;
    for (record = catalog->records; record != NULL; record = record->next) {
        check_id(facts, &records, record, "parent", CATEX_FIELD_PARENT,
                 record->parent);
        for (const struct catex_relation *relation = record->relations;
             relation != NULL; relation = relation->next)
            check_id(facts, &records, record, "relations",
                     CATEX_FIELD_RELATIONS, relation->id);
    }
}

static int
apply(struct application *all)
{
    struct cx_arena *arena = &all->catalog->arena;
    struct catex_catalog *public = &all->catalog->public;
    struct cx_index sections = {.arena = arena};
    for (struct catex_section *section = public->sections; section != NULL;
         section = section->next)
        *cx_index_at(&sections, section->id) = section;
    int status = cx_facts_begin(&all->facts, all->catalog, all->list,
                                &sections, all->paths, all->error);
    if (status != CATEX_OK)
        return status;
    cx_facts_catalog(&all->facts, public);
    for (struct catex_record *record = public->records; record != NULL;
         record = record->next)
        cx_facts_record(&all->facts, record, arena);
    check_ids(&all->facts, public);
    cx_facts_end(&all->facts);
    return CATEX_OK;
}

static int
apply_or_fail(struct application *all)
{
    jmp_buf no_memory;
    struct cx_arena *arena = &all->catalog->arena;
    int status = CATEX_ERR_MEMORY;
    arena->no_memory = &no_memory;
    if (setjmp(no_memory) == 0)
        status = apply(all);
    else
        catex_error_set(all->error, CATEX_ERR_MEMORY, all->list->name, 0,
                        "there is not enough memory to load it");
    arena->no_memory = NULL;
    return status;
}

int
cx_facts_apply(struct cx_catalog *catalog, const struct cx_input *list,
               const char *const *paths, struct catex_error *error)
{
    struct application all = {.catalog = catalog, .list = list,
                              .paths = paths, .error = error};
    int status = apply_or_fail(&all);
    cx_facts_done(&all.facts);
    return status;
}
