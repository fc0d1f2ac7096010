/* SPDX-License-Identifier: MIT */
/* Puts JSON-LD nodes together and writes them. */
#include "schemaorg.h"

#include <string.h>

struct value {
    struct value *next;
    const char *text; /* NULL: it is a node */
    const struct schemaorg_node *node;
    int bare; /* the text is a number or a truth value */
};

/* A second value makes an array of them. */
struct member {
    struct member *next;
    const char *key;
    struct value first, *last;
};

struct schemaorg_node {
    struct member *members, **tail;
};

struct schemaorg_node *
schemaorg_node(struct schemaorg_state *state, const char *type)
{
    struct schemaorg_node *node =
        catex_run_scratch(state->run, sizeof *node);
    if (node != NULL)
        node->tail = &node->members;
    schemaorg_text(state, node, "@type", type);
    return node;
}

/* Room for a value of a new member. NULL without memory, which the host has
 * noted. */
static struct value *
new_member(struct schemaorg_state *state, struct schemaorg_node *node,
           const char *key)
{
    struct member *member = catex_run_scratch(state->run, sizeof *member);
    if (node == NULL || member == NULL)
        return NULL;
    member->key = key;
    member->last = &member->first;
    *node->tail = member;
    node->tail = &member->next;
    return &member->first;
}

/* The same of a member that may be there. */
static struct value *
new_value(struct schemaorg_state *state, struct schemaorg_node *node,
          const char *key)
{
    struct member *member = node == NULL ? NULL : node->members;
    while (member != NULL && strcmp(member->key, key) != 0)
        member = member->next;
    if (member == NULL)
        return new_member(state, node, key);
    struct value *value = catex_run_scratch(state->run, sizeof *value);
    if (value != NULL) {
        member->last->next = value;
        member->last = value;
    }
    return value;
}

static void
set_text(struct schemaorg_state *state, struct schemaorg_node *node,
         const char *key, const char *text, int bare)
{
    struct value *value =
        text == NULL ? NULL : new_member(state, node, key);
    if (value == NULL)
        return;
    value->text = text;
    value->bare = bare;
}

void
schemaorg_text(struct schemaorg_state *state, struct schemaorg_node *node,
               const char *key, const char *text)
{
    set_text(state, node, key, text, 0);
}

void
schemaorg_bare(struct schemaorg_state *state, struct schemaorg_node *node,
               const char *key, const char *text)
{
    set_text(state, node, key, text, 1);
}

void
schemaorg_add(struct schemaorg_state *state, struct schemaorg_node *node,
              const char *key, const struct schemaorg_node *child)
{
    struct value *value =
        child == NULL ? NULL : new_value(state, node, key);
    if (value != NULL)
        value->node = child;
}

void
schemaorg_add_text(struct schemaorg_state *state, struct schemaorg_node *node,
                   const char *key, const char *text)
{
    struct value *value = text == NULL ? NULL : new_value(state, node, key);
    if (value != NULL)
        value->text = text;
}

static void
begin_line(struct catex_writer *out, int depth)
{
    static const char blanks[] = "\n                    ";
    size_t deepest = sizeof blanks - 2;
    size_t size = (size_t)depth < deepest ? (size_t)depth : deepest;
    catex_write(out, blanks, 1 + size);
}

static void
write_node(struct catex_writer *out, const struct schemaorg_node *node,
           int depth);

static void
write_value(struct catex_writer *out, const struct value *value, int depth)
{
    if (value->text == NULL)
        write_node(out, value->node, depth);
    else if (value->bare)
        catex_puts(out, value->text);
    else
        catex_write_json(out, value->text, 1);
}

static void
write_array(struct catex_writer *out, const struct value *value, int depth)
{
    char before = '[';
    for (; value != NULL; value = value->next) {
        catex_putc(out, before);
        begin_line(out, depth + 1);
        write_value(out, value, depth + 1);
        before = ',';
    }
    begin_line(out, depth);
    catex_putc(out, ']');
}

static void
write_node(struct catex_writer *out, const struct schemaorg_node *node,
           int depth)
{
    char before = '{';
    for (const struct member *m = node->members; m != NULL; m = m->next) {
        catex_putc(out, before);
        begin_line(out, depth + 1);
        catex_putc(out, '"');
        catex_puts(out, m->key);
        catex_puts(out, "\": ");
        if (m->first.next == NULL)
            write_value(out, &m->first, depth + 1);
        else
            write_array(out, &m->first, depth + 1);
        before = ',';
    }
    begin_line(out, depth);
    catex_putc(out, '}');
}

void
schemaorg_write(struct catex_writer *out, const struct schemaorg_node *node)
{
    if (node != NULL)
        write_node(out, node, 0);
}
