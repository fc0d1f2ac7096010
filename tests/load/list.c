/* SPDX-License-Identifier: MIT */
/* Makes catalogs as a loader does, without a list to read. */
#include "list.h"

#include <stdlib.h>
#include <string.h>

void
list_begin(struct list *list)
{
    memset(list, 0, sizeof *list);
    list->catalog = cx_catalog_new();
    if (list->catalog == NULL)
        abort();
    list->catalog->public.source.path = "a-list.md";
}

void
list_end(struct list *list)
{
    catex_catalog_free(&list->catalog->public);
}

struct catex_section *
list_section(struct list *list, const char *number, const char *title,
             const struct catex_section *parent)
{
    struct catex_section *section =
        cx_new(&list->catalog->arena, struct catex_section);
    section->title = section->label = title;
    section->number = number;
    section->parent = parent;
    section->source.first_line = section->source.last_line = ++list->line;
    cx_append(&list->catalog->section_tail, section);
    return list->section = section;
}

struct cx_draft *
list_record(struct list *list, const char *title)
{
    struct cx_arena *arena = &list->catalog->arena;
    struct cx_draft *draft = cx_new(arena, struct cx_draft);
    draft->public.title = title;
    draft->public.description = "It is described.";
    draft->public.source.first_line = ++list->line;
    draft->public.source.last_line = list->line;
    if (list->section != NULL) {
        draft->public.sections = cx_new(arena, struct catex_section_ref);
        draft->public.sections->section = list->section;
    }
    struct catex_record *record = &draft->public;
    cx_append(&list->catalog->record_tail, record);
    return list->record = draft;
}

struct cx_draft *
list_part(struct list *list, struct cx_draft *up, const char *title)
{
    list_record(list, title)->up = up;
    return list->record;
}

struct catex_link *
list_link(struct list *list, uint32_t roles, const char *url)
{
    struct catex_link *link = cx_new(&list->catalog->arena, struct catex_link);
    struct catex_link **tail = &list->record->public.links;
    while (*tail != NULL)
        tail = &(*tail)->next;
    link->roles = roles;
    link->url = url;
    link->line = ++list->line;
    list->record->public.source.last_line = list->line;
    return *tail = list->link = link;
}
