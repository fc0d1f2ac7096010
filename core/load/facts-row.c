/* SPDX-License-Identifier: MIT */
/* What a row of a table of facts no longer says of its record: facts add and
 * replace, so a cell that was emptied, a URL that was taken out, and a change
 * in a column that repeats others would come to nothing. They are reported. */
#include <string.h>

#include "load/facts-cell.h"
#include "model/value.h"

/* Each has a column for the first link of it. */
static const uint32_t places[] = {CATEX_ROLE_LANDING, CATEX_ROLE_ACCESS,
                                  CATEX_ROLE_DOWNLOAD, CATEX_ROLE_CODE};
enum { PLACES = sizeof places / sizeof *places };

static void
report(const struct cx_facts *facts, const struct cx_fact *fact, size_t i,
       const char *words, const char *value)
{
    const struct cx_row *row = fact->row;
    cx_facts_report(facts, fact->place, "bad-fact", NULL,
                    "row %zu, column \"%.60s\" %s%.200s", row->number,
                    row->columns[i].name, words, value);
}

/* Whether the column of @role shows @link; @first are those of places. */
static int
is_shown(const struct catex_link *link, const struct catex_link *const *first,
         uint32_t role)
{
    uint32_t firsts = 0;
    for (size_t i = 0; i < PLACES; i++)
        firsts |= link == first[i] ? places[i] : 0;
    firsts |= link->roles & CATEX_ROLE_PAPER;
    return role == 0 ? firsts == 0 : (firsts & role) != 0;
}

static void
check_urls(struct cx_facts *facts, const struct cx_fact *fact, size_t i,
           const struct catex_record *record)
{
    struct cx_arena *arena = &facts->scratch;
    struct cx_index there = {.arena = arena};
    const struct catex_link *first[PLACES] = {NULL}, *link;
    const char *cell = fact->row->cells[i] == NULL ? "" : fact->row->cells[i];
    for (const char *url; (url = cx_cell_value(arena, &cell)) != NULL;)
        *cx_index_at(&there, cx_url_key(arena, url)) = &there;
    for (link = record->links; link != NULL; link = link->next)
        for (size_t n = 0; n < PLACES; n++)
            if (first[n] == NULL && (link->roles & places[n]))
                first[n] = link;
    for (link = record->links; link != NULL; link = link->next)
        if (is_shown(link, first, fact->row->columns[i].role)
            && cx_index_get(&there, cx_url_key(arena, link->url)) == NULL)
            report(facts, fact, i, "lacks a URL that the list has; facts take "
                   "none away, so it stays: ", link->url);
}

static const char *
publication_ids(struct cx_arena *arena, const struct catex_record *record)
{
    const struct catex_publication *publication;
    size_t size = 1;
    for (publication = record->publications; publication != NULL;
         publication = publication->next)
        size += strlen(publication->id) + 1;
    char *text = cx_alloc(arena, size), *end = text;
    for (publication = record->publications; publication != NULL;
         publication = publication->next) {
        if (end != text)
            *end++ = '|';
        end = stpcpy(end, publication->id);
    }
    return text;
}

/* What a column that is not read back shows of @record. */
static const char *
shown(struct cx_arena *arena, const struct catex_record *record,
      const char *column)
{
    if (strcmp(column, "section") == 0)
        return record->sections == NULL ? ""
                                        : record->sections->section->title;
    if (strcmp(column, "source_file") == 0)
        return record->source.path == NULL ? "" : record->source.path;
    if (strcmp(column, "line_first") == 0)
        return cx_printf(arena, "%d", record->source.first_line);
    if (strcmp(column, "line_last") == 0)
        return cx_printf(arena, "%d", record->source.last_line);
    return publication_ids(arena, record);
}

static void
check_repeated(struct cx_facts *facts, const struct cx_fact *fact, size_t i,
               const struct catex_record *before,
               const struct catex_record *now)
{
    struct cx_arena *arena = &facts->scratch;
    const char *cell = fact->row->cells[i], *name = fact->row->columns[i].name;
    const char *old = shown(arena, before, name);
    if (cell == NULL || cx_text_alike(cell, old)
        || cx_text_alike(cell, shown(arena, now, name)))
        return;
    report(facts, fact, i, "is not read back, so the change in it is left "
           "out; the list has: ", old);
}

/* Whether the list has a value for the whole or the part that @column is of. */
static int
was_filled(const struct cx_column *column, const struct catex_record *record)
{
    const struct catex_member *m = column->member;
    if (!catex_member_present(m, record))
        return 0;
    if (m->type != CATEX_TYPE_OBJECT)
        return 1;
    const void *object =
        *(void *const *)(const void *)((const char *)record + m->offset);
    if (column->part != NULL)
        return catex_member_present(column->part, object);
    const struct catex_agent *agent = object;
    return agent->name != NULL || agent->family != NULL;
}

void
cx_row_check(struct cx_facts *facts, const struct cx_fact *fact,
             const struct catex_record *before, const struct catex_record *now)
{
    const struct cx_row *row = fact->row;
    for (size_t i = 0; i < row->count; i++) {
        const struct cx_column *column = &row->columns[i];
        if (column->is_repeated)
            check_repeated(facts, fact, i, before, now);
        else if (column->member != NULL
                 && column->member->shape == &catex_shape_link)
            check_urls(facts, fact, i, before);
        else if (column->member != NULL && row->cells[i] == NULL
                 && was_filled(column, before))
            report(facts, fact, i, "is empty where the list has a value; "
                   "facts take none away, so it stays", "");
    }
}
