/* SPDX-License-Identifier: MIT */
/* Laying facts over what is known, member by member. */
#include <string.h>

#include "load/facts-merge.h"
#include "model/value.h"

static const char *
place_text(struct cx_arena *arena, const struct cx_merge *merge,
           struct cx_place place)
{
    if (place.file == NULL)
        place = merge->list;
    if (place.line == 0)
        return place.file;
    return cx_printf(arena, "%s:%d", place.file, place.line);
}

static void
report_conflict(struct cx_merge *merge, const struct cx_fact *fact, size_t i)
{
    const struct catex_member *m = &fact->shape->members[i];
    char new[96], old[96];
    cx_member_print(m, fact->value, new, sizeof new);
    cx_member_print(m, merge->into, old, sizeof old);
    const char *there = place_text(merge->scratch, merge, merge->places[i]);
    if (new[0] == '\0')
        cx_facts_report(merge->facts, fact->places[i], "fact-conflict",
                        merge->record,
                        "%s: %s is not as in %s; what stands here holds",
                        fact->name, m->name, there);
    else
        cx_facts_report(merge->facts, fact->places[i], "fact-conflict",
                        merge->record,
                        "%s: %s is %s here and %s in %s; what stands here "
                        "holds",
                        fact->name, m->name, new, old, there);
}

static void
mark(struct catex_origin *origin, int field)
{
    if (origin == NULL || field < 0)
        return;
    origin->facts |= CATEX_BIT(field);
    origin->derived &= ~CATEX_BIT(field);
}

/* Facts about a part of a record, at the place of the whole. */
static struct cx_fact
inner_fact(const struct catex_shape *shape, const struct cx_fact *fact,
           void *value, struct cx_place place, struct cx_place *places)
{
    for (size_t i = 0; i < CX_MEMBERS; i++)
        places[i] = place;
    return (struct cx_fact){.shape = shape, .value = value, .place = place,
                            .places = places, .name = fact->name};
}

static void
merge_inner(struct cx_merge *merge, const struct cx_fact *fact, void *into,
            struct catex_origin *origin)
{
    struct cx_place none[CX_MEMBERS] = {{NULL, 0}};
    struct cx_merge inner = *merge;
    inner.into = into;
    inner.original = NULL;
    inner.places = none;
    inner.origin = origin;
    cx_merge(&inner, fact);
}

static void *
copy_of(struct cx_arena *arena, const struct catex_shape *shape,
        const void *value)
{
    return memcpy(cx_alloc(arena, shape->size), value, shape->size);
}

/* What is known of a URL: its first link, and the roles of all. */
struct known_url {
    struct catex_link *link;
    uint32_t roles;
};

static struct known_url *
known_url(struct cx_arena *arena, struct cx_index *index, const char *url)
{
    void **at = cx_index_at(index, cx_url_key(arena, url));
    if (*at == NULL)
        *at = cx_new(arena, struct known_url);
    return *at;
}

static void
index_links(struct cx_arena *arena, struct cx_index *index,
            struct catex_link *link)
{
    for (; link != NULL; link = link->next) {
        struct known_url *known = known_url(arena, index, link->url);
        if (known->link == NULL)
            known->link = link;
        known->roles |= link->roles;
    }
}

/* Facts about a link that is there. The list's spelling of its URL stays. */
static void
merge_link(struct cx_merge *merge, const struct cx_fact *fact,
           struct cx_place place, struct catex_link *link,
           struct catex_link *into)
{
    struct cx_place places[CX_MEMBERS];
    struct cx_fact inner =
        inner_fact(&catex_shape_link, fact, link, place, places);
    struct catex_link known = *into;
    struct catex_origin origin = {0, 0};
    known.url = link->url;
    merge_inner(merge, &inner, &known, &origin);
    known.url = into->url;
    *into = known;
    for (int f = 0; f < CATEX_FIELD_COUNT; f++)
        if (origin.facts & CATEX_BIT(f) & ~CATEX_BIT(CATEX_FIELD_LINKS))
            mark(merge->origin, f);
}

/* A URL that was put into another column of a table plays that role, too. */
static void
add_roles(struct cx_merge *merge, struct known_url *known, uint32_t roles)
{
    if (!(roles & ~known->roles))
        return;
    known->roles |= roles;
    known->link->roles |= roles;
    mark(merge->origin, CATEX_FIELD_LINKS);
}

/* Links are told apart by their URL: facts complete one that is there, or
 * add one. */
static void
merge_links(struct cx_merge *merge, const struct cx_fact *fact,
            struct cx_place place)
{
    const struct catex_record *facts = fact->value;
    struct catex_record *record = merge->into;
    struct catex_link **tail = &record->links, *link;
    struct cx_index index = {.arena = merge->scratch};
    index_links(merge->scratch, &index, record->links);
    while (*tail != NULL)
        tail = &(*tail)->next;
    for (link = facts->links; link != NULL; link = link->next) {
        struct known_url *known = known_url(merge->scratch, &index, link->url);
        if (known->link != NULL && fact->row == NULL) {
            merge_link(merge, fact, place, link, known->link);
        } else if (known->link != NULL) {
            add_roles(merge, known, link->roles);
        } else if (link->roles == 0) {
            cx_facts_report(merge->facts, place, "bad-fact", merge->record,
                            "%s: the link \"%.200s\" is new and lacks roles, "
                            "it is left out", fact->name, link->url);
        } else {
            *tail = known->link =
                copy_of(merge->arena, &catex_shape_link, link);
            (*tail)->next = NULL;
            tail = &(*tail)->next;
            known->roles = link->roles;
            mark(merge->origin, CATEX_FIELD_LINKS);
        }
    }
}

/* The publication of a new one's id: what it would get from the list. */
static const char *
new_id(struct cx_arena *arena, const struct catex_publication *publication)
{
    const struct {
        const char *scheme, *value;
    } ids[] = {{"doi", publication->doi},
               {"pmid", publication->pmid},
               {"pmcid", publication->pmcid},
               {"arxiv", publication->arxiv}};
    if (publication->id != NULL)
        return publication->id;
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
        if (ids[i].value == NULL)
            continue;
        char *id = cx_printf(arena, "%s-%s", ids[i].scheme, ids[i].value);
        for (char *at = id; *at != '\0'; at++)
            if (strchr("abcdefghijklmnopqrstuvwxyz0123456789", *at) == NULL)
                *at = *at >= 'A' && *at <= 'Z' ? (char)(*at - 'A' + 'a') : '-';
        return id;
    }
    return NULL;
}

/* All of a new publication is a fact. */
static void
mark_all(struct catex_publication *publication)
{
    const struct catex_member *m = catex_shape_publication.members;
    for (; m->name != NULL; m++)
        if (catex_member_present(m, publication))
            mark(&publication->origin, m->field);
}

static struct catex_publication *
find_publication(struct cx_merge *merge, struct cx_index *index,
                 const struct catex_publication *publication)
{
    const char *keys[CX_KEYS];
    int count = cx_publication_keys(merge->scratch, publication, keys);
    struct catex_publication *known = NULL;
    for (int i = 0; i < count && known == NULL; i++)
        known = cx_index_get(index, keys[i]);
    return known;
}

static void
index_publication(struct cx_merge *merge, struct cx_index *index,
                  struct catex_publication *publication)
{
    const char *keys[CX_KEYS];
    int count = cx_publication_keys(merge->scratch, publication, keys);
    for (int i = 0; i < count; i++) {
        void **at = cx_index_at(index, keys[i]);
        if (*at == NULL)
            *at = publication;
    }
}

static void
merge_publications(struct cx_merge *merge, const struct cx_fact *fact,
                   struct cx_place place)
{
    const struct catex_record *facts = fact->value;
    struct catex_record *record = merge->into;
    struct catex_publication **tail = &record->publications, *publication;
    struct cx_index index = {.arena = merge->scratch};
    struct cx_place places[CX_MEMBERS];
    for (; (publication = *tail) != NULL; tail = &publication->next)
        index_publication(merge, &index, publication);
    for (publication = facts->publications; publication != NULL;
         publication = publication->next) {
        struct catex_publication *known =
            find_publication(merge, &index, publication);
        struct cx_fact inner = inner_fact(&catex_shape_publication, fact,
                                          publication, place, places);
        if (known != NULL) {
            merge_inner(merge, &inner, known, &known->origin);
            continue;
        }
        const char *id = new_id(merge->arena, publication);
        if (id == NULL) {
            cx_facts_report(merge->facts, place, "bad-fact", merge->record,
                            "%s: a new publication lacks an id, it is left "
                            "out", fact->name);
            continue;
        }
        known = copy_of(merge->arena, &catex_shape_publication, publication);
        known->id = id;
        known->next = NULL;
        mark_all(known);
        if (known->relation == 0)
            known->relation = CATEX_RELATION_UNSPECIFIED;
        *tail = known;
        tail = &known->next;
        index_publication(merge, &index, known);
        mark(merge->origin, CATEX_FIELD_PUBLICATIONS);
    }
}

/* Who has an address and nothing else goes by it, as in a list. */
static void
name_by_email(struct catex_agent *agent)
{
    if (agent->name == NULL && agent->family == NULL)
        agent->name = agent->email;
}

/* A spreadsheet knows some members of an object: the others stay. What it
 * adds contradicts nothing. */
static void
merge_object(struct cx_merge *merge, const struct cx_fact *fact, size_t i)
{
    const struct catex_member *m = &fact->shape->members[i], *inner;
    void **at = (void *)((char *)merge->into + m->offset);
    const void *from =
        *(void *const *)(const void *)((const char *)fact->value + m->offset);
    void *whole = *at == NULL ? cx_alloc(merge->arena, m->shape->size)
                              : copy_of(merge->arena, m->shape, *at);
    int contradicts = 0;
    for (inner = m->shape->members; inner->name != NULL; inner++) {
        if (!catex_member_present(inner, from))
            continue;
        contradicts |= catex_member_present(inner, whole)
                       && !cx_member_equal(inner, from, whole, 1);
        cx_member_copy(inner, whole, from);
    }
    if (contradicts)
        report_conflict(merge, fact, i);
    if (m->field == CATEX_FIELD_CONTACT)
        name_by_email(whole);
    *at = whole;
}

/* A day says more than its month or year, and does not contradict it. */
static int
is_more_exact(const struct catex_member *member, const void *new,
              const void *old)
{
    if (member->type != CATEX_TYPE_TEXT
        || (strcmp(member->name, "issued") != 0
            && strcmp(member->name, "modified") != 0))
        return 0;
    const char *a = *(const char *const *)(const void *)((const char *)new
                                                         + member->offset);
    const char *b = *(const char *const *)(const void *)((const char *)old
                                                         + member->offset);
    return strncmp(a, b, strlen(b)) == 0;
}

static void
merge_member(struct cx_merge *merge, const struct cx_fact *fact, size_t i)
{
    const struct catex_member *m = &fact->shape->members[i];
    struct cx_place place = fact->places[i];
    if (m->shape == &catex_shape_link) {
        merge_links(merge, fact, place);
        return;
    }
    if (m->shape == &catex_shape_publication) {
        merge_publications(merge, fact, place);
        return;
    }
    if (fact->row != NULL && merge->original != NULL
        && cx_member_equal(m, fact->value, merge->original, 1))
        return;
    int is_part = fact->row != NULL && m->type == CATEX_TYPE_OBJECT;
    if (!is_part && catex_member_present(m, merge->into)) {
        if (fact->fills != NULL && strcmp(fact->fills, m->name) == 0)
            return;
        if (cx_member_equal(m, fact->value, merge->into, fact->row != NULL))
            return;
        if ((m->field != CATEX_FIELD_KIND || merge->places[i].file != NULL)
            && !is_more_exact(m, fact->value, merge->into))
            report_conflict(merge, fact, i);
    }
    if (is_part)
        merge_object(merge, fact, i);
    else
        cx_member_copy(m, merge->into, fact->value);
    merge->places[i] = place;
    mark(merge->origin, m->field);
}

/* What facts cannot change: what a thing is called by, and where it stands. */
static int
is_fixed(const struct catex_member *member)
{
    return strcmp(member->name, "id") == 0 || member->type == CATEX_TYPE_ORIGIN
           || member->type == CATEX_TYPE_INLINE;
}

void
cx_merge(struct cx_merge *merge, const struct cx_fact *fact)
{
    const struct catex_member *members = fact->shape->members;
    for (size_t i = 0; members[i].name != NULL; i++)
        if (!is_fixed(&members[i])
            && catex_member_present(&members[i], fact->value))
            merge_member(merge, fact, i);
}
