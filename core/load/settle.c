/* SPDX-License-Identifier: MIT */
/* What can be said of a list only once all of it is read: ids, which records
 * are collections, which links are shared. */
#include "load/draft.h"

#include <string.h>

#include "load/derive.h"
#include "model/id.h"
#include "model/index.h"

static struct cx_draft *
draft_of(struct catex_record *record)
{
    return (struct cx_draft *)record;
}

/* For a title that leaves no slug: what it is, and the hash of its title. */
static const char *
hashed(struct cx_arena *arena, const char *what, const char *title)
{
    uint64_t hash = cx_hash(CX_HASH_START, title, strlen(title));
    return cx_printf(arena, "%s-%08x", what, (unsigned)(hash >> 32));
}

/* Sections. */

static const char *
plain_section_id(struct cx_arena *arena, const struct catex_section *section)
{
    char id[CX_ID_SIZE];
    if (cx_slug(id, section->title) > 0)
        return cx_strdup(arena, id);
    return hashed(arena, "section", section->title);
}

/* The plain ids of all its parents and its own. Sections of one name in one
 * section have nothing else to tell them apart but their order. */
static const char *
long_section_id(void *owner, struct cx_arena *arena)
{
    enum { DEEPEST = 8 };
    const struct catex_section *path[DEEPEST], *at = owner;
    size_t depth = 0;
    for (; at != NULL && depth < DEEPEST; at = at->parent)
        path[depth++] = at;
    char id[CX_ID_SIZE];
    memcpy(id, path[depth - 1]->id, strlen(path[depth - 1]->id) + 1);
    for (depth--; depth > 0; depth--)
        cx_slug_join(id, id, path[depth - 1]->id);
    return cx_strdup(arena, id);
}

static void
name_sections(struct cx_arena *arena, struct cx_arena *scratch,
              struct catex_section *sections)
{
    struct catex_section *section;
    size_t count = 0, i = 0;
    for (section = sections; section != NULL; section = section->next)
        count++;
    struct cx_claim *claims = cx_alloc(scratch, (count + 1) * sizeof *claims);
    for (section = sections; section != NULL; section = section->next, i++) {
        section->id = plain_section_id(arena, section);
        claims[i] = (struct cx_claim){.id = section->id, .owner = section};
    }
    cx_claims_settle(claims, count, long_section_id, arena, scratch);
    for (i = 0; i < count; i++)
        ((struct catex_section *)claims[i].owner)->id = claims[i].id;
}

/* Records. */

/* The URL that tells a record from others: its first own one. */
static const char *
own_url(const struct catex_record *record)
{
    const struct catex_link *link = record->links;
    while (link != NULL && (link->flags & CATEX_LINK_INHERITED))
        link = link->next;
    return link == NULL ? NULL : link->url;
}

/* The mark is part of ids, and so for ever. */
static const char *
with_mark(struct cx_arena *arena, const char *slug, uint64_t hash)
{
    return cx_printf(arena, "%s-%06x", slug, (unsigned)(hash >> 40));
}

/* The slug of an address, with a mark where it does not tell all of it: else
 * one of another page there would change the ids of both. */
static const char *
slug_of_url(struct cx_arena *arena, const char *url)
{
    char slug[CX_ID_SIZE];
    size_t size = cx_slug_url(slug, url);
    if (size == 0)
        return NULL;
    return cx_slug_tells(url) ? cx_strdup(arena, slug)
                              : with_mark(arena, slug, cx_hash_url(url));
}

static const char *
record_slug(struct cx_arena *arena, const struct cx_draft *draft)
{
    char slug[CX_ID_SIZE];
    const struct catex_link *link = draft->public.links;
    const char *of_url = NULL;
    if (!draft->untitled && cx_slug(slug, draft->public.title) > 0)
        return cx_strdup(arena, slug);
    if (link != NULL)
        of_url = slug_of_url(arena, link->url);
    return of_url != NULL ? of_url
                          : hashed(arena, "record", draft->public.title);
}

/* Ids that portals keep for themselves, and such as are too short for them. */
static bool
is_no_id(const char *slug)
{
    return strlen(slug) < 2 || strcmp(slug, "new") == 0 ||
           strcmp(slug, "edit") == 0 || strcmp(slug, "search") == 0;
}

/* A part goes by the plain id of its whole, so that it keeps its own when the
 * whole meets a namesake. */
static const char *
plain_record_id(struct cx_arena *arena, const struct cx_draft *draft)
{
    const char *slug = record_slug(arena, draft);
    if (draft->up != NULL) {
        char id[CX_ID_SIZE];
        cx_slug_join(id, draft->up->public.id, slug);
        return cx_strdup(arena, id);
    }
    return is_no_id(slug) ? cx_printf(arena, "record-%s", slug) : slug;
}

static const char *
long_record_id(void *owner, struct cx_arena *arena)
{
    const struct catex_record *record = owner;
    const char *url = own_url(record);
    uint64_t hash = url != NULL ? cx_hash_url(url)
                                : cx_hash(CX_HASH_START, record->title,
                                          strlen(record->title));
    const struct catex_section *section =
        url != NULL || record->sections == NULL ? NULL
                                                : record->sections->section;
    for (; section != NULL; section = section->parent)
        hash = cx_hash(hash, section->title, strlen(section->title) + 1);
    /* Where the address has marked both, their titles tell. */
    if (url != NULL && !cx_slug_tells(url))
        hash = cx_hash(hash, record->title, strlen(record->title));
    return with_mark(arena, record->id, hash);
}

static void
name_records(struct cx_arena *arena, struct cx_arena *scratch,
             struct catex_record *records)
{
    struct catex_record *record;
    size_t count = 0, i = 0;
    for (record = records; record != NULL; record = record->next)
        count++;
    struct cx_claim *claims = cx_alloc(scratch, (count + 1) * sizeof *claims);
    for (record = records; record != NULL; record = record->next, i++) {
        record->id = plain_record_id(arena, draft_of(record));
        claims[i] = (struct cx_claim){.id = record->id, .owner = record};
    }
    cx_claims_settle(claims, count, long_record_id, arena, scratch);
    for (i = 0; i < count; i++)
        ((struct catex_record *)claims[i].owner)->id = claims[i].id;
}

static void
name_catalog(struct catex_catalog *catalog, struct cx_arena *arena)
{
    char id[CX_ID_SIZE] = "";
    size_t size = catalog->title == NULL ? 0 : cx_slug(id, catalog->title);
    if (size == 0 && catalog->source.path != NULL) {
        const char *path = catalog->source.path;
        const char *dot = strrchr(path, '.');
        size_t stem = dot == NULL ? strlen(path) : (size_t)(dot - path);
        size = cx_slug(id, cx_strndup(arena, path, stem));
    }
    catalog->id = size == 0 ? "catalog" : cx_strdup(arena, id);
}

static void
set_kinds(struct catex_record *records)
{
    struct catex_record *record;
    for (record = records; record != NULL; record = record->next) {
        struct cx_draft *draft = draft_of(record);
        if (draft->up != NULL) {
            record->parent = draft->up->public.id;
            draft->up->has_parts = true;
        }
        if (draft->untitled)
            record->origin.derived |= CATEX_BIT(CATEX_FIELD_TITLE);
    }
    for (record = records; record != NULL; record = record->next) {
        if (record->kind != 0)
            continue;
        bool parts = draft_of(record)->has_parts;
        record->kind = parts ? CATEX_KIND_COLLECTION : CATEX_KIND_DATASET;
        if (parts)
            record->origin.derived |= CATEX_BIT(CATEX_FIELD_KIND);
    }
}

/* Marks links whose URL stands in more than one record. */
static void
mark_shared(struct catex_record *records, struct cx_arena *scratch)
{
    struct cx_index owners = {.arena = scratch};
    void *several = &owners; /* in place of one owner */
    struct catex_record *record;
    struct catex_link *link;
    for (record = records; record != NULL; record = record->next)
        for (link = record->links; link != NULL; link = link->next) {
            void **owner = cx_index_at(&owners, link->url);
            if (*owner == NULL)
                *owner = record;
            else if (*owner != record)
                *owner = several;
        }
    for (record = records; record != NULL; record = record->next)
        for (link = record->links; link != NULL; link = link->next)
            if (cx_index_get(&owners, link->url) == several) {
                link->flags |= CATEX_LINK_SHARED;
                record->origin.derived |= CATEX_BIT(CATEX_FIELD_LINK_SHARED);
            }
}

/* "[Title]()" makes an entry, but no link. */
static void
drop_empty_links(struct catex_record *records)
{
    for (; records != NULL; records = records->next) {
        struct catex_link **at = &records->links;
        while (*at != NULL)
            if ((*at)->url[0] == '\0')
                *at = (*at)->next;
            else
                at = &(*at)->next;
    }
}

/* Blanks in a row are one to who reads the list. */
static const char *
with_single_blanks(struct cx_arena *arena, const char *text)
{
    if (text == NULL || (strstr(text, "  ") == NULL &&
                         strpbrk(text, "\t\n") == NULL))
        return text;
    char *copy = cx_strdup(arena, text), *to = copy;
    for (const char *at = text; *at != '\0'; at++)
        if (strchr(" \t\n", *at) == NULL)
            *to++ = *at;
        else if (to > copy && to[-1] != ' ')
            *to++ = ' ';
    *to = '\0';
    return copy;
}

static void
tidy_titles(struct catex_catalog *catalog, struct cx_arena *arena)
{
    catalog->title = with_single_blanks(arena, catalog->title);
    struct catex_section *section = catalog->sections;
    for (; section != NULL; section = section->next) {
        section->title = with_single_blanks(arena, section->title);
        section->label = with_single_blanks(arena, section->label);
    }
    struct catex_record *record = catalog->records;
    const char *given = NULL, *group = NULL; /* those of one share it */
    for (; record != NULL; record = record->next) {
        record->title = with_single_blanks(arena, record->title);
        if (record->group != given) {
            given = record->group;
            group = with_single_blanks(arena, given);
        }
        record->group = group;
    }
}

static void
settle(struct cx_arena *scratch, void *data)
{
    struct cx_catalog *catalog = data;
    struct cx_arena *arena = &catalog->arena;
    drop_empty_links(catalog->public.records);
    tidy_titles(&catalog->public, arena);
    name_catalog(&catalog->public, arena);
    name_sections(arena, scratch, catalog->public.sections);
    name_records(arena, scratch, catalog->public.records);
    set_kinds(catalog->public.records);
    mark_shared(catalog->public.records, scratch);
    struct catex_record *record = catalog->public.records;
    for (; record != NULL; record = record->next) {
        cx_derive(arena, scratch, record);
        cx_derive_counts(record, arena);
    }
}

void
cx_settle(struct cx_catalog *catalog)
{
    cx_arena_within(&catalog->arena, settle, catalog);
}
