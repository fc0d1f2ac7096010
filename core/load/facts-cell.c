/* SPDX-License-Identifier: MIT */
/* Reads a cell of a table of facts: a text, a word, several values parted by
 * "|", or a part of a struct. */
#include "load/facts-cell.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "load/check.h"

char *
cx_cell_value(struct cx_arena *arena, const char **cell)
{
    *cell += strspn(*cell, "| \n\t"); /* between two bars there may be nothing */
    if (**cell == '\0')
        return NULL;
    size_t size = strcspn(*cell, "|");
    const char *start = *cell;
    *cell += size;
    while (strchr(" \n\t", start[size - 1]) != NULL)
        size--;
    char *value = cx_strndup(arena, start, size), *out = value;
    for (const char *at = value; *at != '\0'; at++) {
        int is_bar = strncmp(at, "%7C", 3) == 0;
        *out++ = is_bar ? '|' : *at;
        at += is_bar ? 2 : 0;
    }
    *out = '\0';
    return value;
}

static const char *
fill_texts(struct cx_facts *facts, const char *cell, struct catex_string **tail)
{
    struct cx_arena *arena = facts->arena;
    for (char *value; (value = cx_cell_value(arena, &cell)) != NULL;) {
        struct catex_string *string = cx_new(arena, struct catex_string);
        string->text = value;
        *tail = string;
        tail = &string->next;
    }
    return NULL;
}

static const char *
fill_sections(struct cx_facts *facts, const char *cell,
              struct catex_section_ref **tail)
{
    struct cx_arena *arena = facts->arena;
    for (char *value; (value = cx_cell_value(arena, &cell)) != NULL;) {
        struct catex_section_ref *ref =
            cx_new(arena, struct catex_section_ref);
        ref->section = cx_index_get(facts->sections, value);
        if (ref->section == NULL)
            return "names a section that is not in the list";
        *tail = ref;
        tail = &ref->next;
    }
    return NULL;
}

/* %2C is how a comma is written inside a name. */
static char *
take_name(struct cx_arena *arena, const char *text, size_t size)
{
    char *name = cx_strndup(arena, text, size), *out = name;
    for (const char *at = name; *at != '\0'; at++) {
        int is_comma = strncmp(at, "%2C", 3) == 0;
        *out++ = is_comma ? ',' : *at;
        at += is_comma ? 2 : 0;
    }
    *out = '\0';
    return name;
}

/* "Family, Given", or a name. */
static void
fill_agent(struct cx_arena *arena, const char *value,
           struct catex_agent *agent)
{
    const char *comma = strstr(value, ", ");
    size_t size = strlen(value);
    if (comma == NULL) {
        agent->name = take_name(arena, value, size);
        return;
    }
    agent->family = take_name(arena, value, (size_t)(comma - value));
    agent->given = take_name(arena, comma + 2, strlen(comma + 2));
}

static const char *
fill_count(char *value, struct catex_count *count)
{
    char *end = value;
    errno = 0;
    if (*value >= '0' && *value <= '9')
        count->value = strtoull(value, &end, 10);
    if (end == value || errno != 0 || (*end != ' ' && *end != '\0'))
        return "is no number and unit, such as \"1200 images\"";
    count->unit = *end == '\0' ? NULL : end + 1;
    return NULL;
}

/* "scheme:value" into two texts that follow each other in a struct. */
static const char *
fill_pair(char *value, const char **pair)
{
    char *colon = strchr(value, ':');
    if (colon == NULL || colon == value || colon[1] == '\0')
        return "is no pair, such as \"doi:10.1000/x\"";
    *colon = '\0';
    pair[0] = value;
    pair[1] = colon + 1;
    return NULL;
}

/* Any struct of a chain: they all begin with `next`. */
struct chained {
    struct chained *next;
};

static const char *
fill_list(struct cx_facts *facts, const struct cx_column *column, const char *cell,
          struct chained **tail)
{
    struct cx_arena *arena = facts->arena;
    const struct catex_shape *shape = column->member->shape;
    const char *wrong = NULL;
    char *value;
    while (*tail != NULL)
        tail = &(*tail)->next;
    while (wrong == NULL && (value = cx_cell_value(arena, &cell)) != NULL) {
        struct chained *made = cx_alloc(arena, shape->size);
        if (shape == &catex_shape_link) {
            ((struct catex_link *)made)->url = value;
            ((struct catex_link *)made)->roles = column->role;
        } else if (strcmp(shape->name, "agent") == 0) {
            fill_agent(arena, value, (struct catex_agent *)made);
        } else if (strcmp(shape->name, "count") == 0) {
            wrong = fill_count(value, (struct catex_count *)made);
        } else if (strcmp(shape->name, "relation") == 0) {
            wrong = fill_pair(value, &((struct catex_relation *)made)->type);
        } else {
            struct catex_identifier *id = (struct catex_identifier *)made;
            wrong = fill_pair(value, &id->scheme);
            if (wrong == NULL)
                wrong = cx_check_identifier(id->scheme, id->value);
        }
        *tail = made;
        tail = &made->next;
    }
    return wrong;
}

static const char *
fill_text(struct cx_facts *facts, const struct catex_shape *shape,
          const struct catex_member *member, const char *cell, void *at)
{
    const struct cx_check *failed = cx_check_text(shape, member, cell);
    if (failed != NULL)
        return failed->words;
    *(const char **)at = cx_strdup(facts->arena, cell);
    return NULL;
}

static const char *
fill_name(const struct catex_member *member, const char *cell, uint32_t *at)
{
    for (uint32_t i = 0; member->names[i] != NULL; i++)
        if (strcmp(member->names[i], cell) == 0)
            *at = i + 1;
    return *at == 0 ? "holds a word that is not known there" : NULL;
}

/* One struct: the columns of its parts, and its name, fill it together. */
static const char *
fill_object(struct cx_facts *facts, const struct cx_column *column, const char *cell,
            void **at)
{
    const struct catex_shape *shape = column->member->shape;
    if (column->part != NULL) {
        const struct cx_check *failed =
            cx_check_text(shape, column->part, cell);
        if (failed != NULL)
            return failed->words; /* and no empty struct is there */
    }
    if (*at == NULL)
        *at = cx_alloc(facts->arena, shape->size);
    if (column->part != NULL)
        return fill_text(facts, shape, column->part, cell,
                         (char *)*at + column->part->offset);
    fill_agent(facts->arena, cx_strdup(facts->arena, cell), *at);
    return NULL;
}

const char *
cx_cell_read(struct cx_facts *facts, const struct cx_column *column,
             const char *cell, struct catex_record *record)
{
    const struct catex_member *m = column->member;
    void *at = (char *)record + m->offset;
    switch (m->type) {
    case CATEX_TYPE_TEXT:
        return fill_text(facts, &catex_shape_record, m, cell, at);
    case CATEX_TYPE_TEXTS:
        return fill_texts(facts, cell, at);
    case CATEX_TYPE_ENUM:
        return fill_name(m, cell, at);
    case CATEX_TYPE_SECTIONS:
        return fill_sections(facts, cell, at);
    case CATEX_TYPE_OBJECT:
        return fill_object(facts, column, cell, at);
    case CATEX_TYPE_LIST:
        return fill_list(facts, column, cell, at);
    default:
        return "cannot be read back";
    }
}
