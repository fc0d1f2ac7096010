/* SPDX-License-Identifier: MIT */
/* Walks over all that is in a catalog, by the tables of <catex/shape.h>. */
#include "conform.h"

#include <string.h>

typedef void visit_fn(const struct catex_shape *shape, void *object,
                      const void *other, void *user_data);

static int
has_fields(const struct catex_shape *shape)
{
    for (const struct catex_member *m = shape->members; m->name != NULL; m++)
        if (m->field >= 0)
            return 1;
    return 0;
}

/* The pointer that @place holds, whatever it points to; NULL in none. */
static void *
pointer_at(const void *place)
{
    void *pointer = NULL;
    if (place != NULL)
        memcpy(&pointer, place, sizeof pointer);
    return pointer;
}

/* The structs that @member of @object holds, and beside them those of
 * @other, which may be fewer or none. */
static void
visit_member(const struct catex_member *member, char *object,
             const char *other, visit_fn *visit, void *user_data)
{
    void *at = object + member->offset;
    const void *beside = other == NULL ? NULL : other + member->offset;
    if (member->type == CATEX_TYPE_INLINE) {
        visit(member->shape, at, beside, user_data);
        return;
    }
    at = pointer_at(at);
    beside = pointer_at(beside);
    while (at != NULL) { /* every chain begins with `next` */
        visit(member->shape, at, beside, user_data);
        at = member->type == CATEX_TYPE_LIST ? pointer_at(at) : NULL;
        beside = pointer_at(beside);
    }
}

/* All that hangs on a catalog. */
static void
visit_catalog(struct catex_catalog *catalog, const struct catex_catalog *other,
              visit_fn *visit, void *user_data)
{
    const struct catex_section *s = other == NULL ? NULL : other->sections;
    const struct catex_record *r = other == NULL ? NULL : other->records;
    visit(&catex_shape_catalog, catalog, other, user_data);
    for (struct catex_section *at = catalog->sections; at; at = at->next) {
        visit(&catex_shape_section, at, s, user_data);
        s = pointer_at(s);
    }
    for (struct catex_record *at = catalog->records; at; at = at->next) {
        visit(&catex_shape_record, at, r, user_data);
        r = pointer_at(r);
    }
}

static void
mix(uint64_t *hash, const void *bytes, size_t size)
{
    for (size_t i = 0; i < size; i++)
        *hash = (*hash ^ ((const unsigned char *)bytes)[i]) *
                UINT64_C(1099511628211);
}

static void
mix_text(uint64_t *hash, const char *text)
{
    mix(hash, text == NULL ? "" : text, text == NULL ? 1 : strlen(text) + 1);
}

static size_t
plain_size(uint32_t type)
{
    switch (type) {
    case CATEX_TYPE_INT: return sizeof(int);
    case CATEX_TYPE_LINES: return 2 * sizeof(int);
    case CATEX_TYPE_UINT64: return sizeof(uint64_t);
    case CATEX_TYPE_ENUM:
    case CATEX_TYPE_SET:
    case CATEX_TYPE_FLAG: return sizeof(uint32_t);
    case CATEX_TYPE_ORIGIN: return sizeof(struct catex_origin);
    default: return 0;
    }
}

static void
hash_object(const struct catex_shape *shape, void *object, const void *other,
            void *user_data)
{
    uint64_t *hash = user_data;
    (void)other;
    for (const struct catex_member *m = shape->members; m->name != NULL; m++) {
        const char *place = (char *)object + m->offset;
        const void *at = NULL;
        mix(hash, place, plain_size(m->type));
        if (plain_size(m->type) > 0)
            continue;
        if (m->shape != NULL) {
            visit_member(m, object, NULL, hash_object, hash);
            continue;
        }
        memcpy(&at, place, sizeof at);
        if (m->type == CATEX_TYPE_TEXT)
            mix_text(hash, at);
        else /* the pointers themselves, too: where they lead is hashed */
            mix(hash, &at, sizeof at);
        if (m->type == CATEX_TYPE_TEXTS)
            for (const struct catex_string *s = at; s != NULL; s = s->next)
                mix_text(hash, s->text);
    }
}

uint64_t
conform_hash(const struct catex_catalog *catalog)
{
    uint64_t hash = UINT64_C(14695981039346656037);
    /* Nothing is changed here. */
    visit_catalog((void *)(uintptr_t)catalog, NULL, hash_object, &hash);
    return hash;
}

/* What must be there cannot be taken away, but can be another. */
static int
is_needed(int field)
{
    static const int needed[] = {
        CATEX_FIELD_ID, CATEX_FIELD_KIND, CATEX_FIELD_TITLE, CATEX_FIELD_LINKS,
        CATEX_FIELD_LINK_ROLES, CATEX_FIELD_PUBLICATION_RELATION,
        CATEX_FIELD_LANGUAGE};
    for (size_t i = 0; i < sizeof needed / sizeof *needed; i++)
        if (needed[i] == field)
            return 1;
    return 0;
}

static size_t
size_of(const struct catex_member *member)
{
    size_t size = plain_size(member->type);
    return member->type == CATEX_TYPE_INLINE ? member->shape->size
           : size > 0                        ? size
                                             : sizeof(void *);
}

static void
drop(const struct catex_shape *shape, void *object, const void *other,
     void *user_data)
{
    const int *field = user_data;
    for (const struct catex_member *m = shape->members; m->name != NULL; m++) {
        char *place = (char *)object + m->offset;
        int inner = m->shape != NULL && has_fields(m->shape);
        if (m->field != *field || (inner && is_needed(*field))) {
            if (inner)
                visit_member(m, object, other, drop, user_data);
        } else if (m->type == CATEX_TYPE_FLAG) {
            *(uint32_t *)(void *)place &= ~m->flag;
        } else if (!is_needed(*field)) {
            memset(place, 0, size_of(m));
        } else if (other != NULL) {
            memcpy(place, (const char *)other + m->offset, size_of(m));
        }
    }
}

void
conform_drop_field(struct catex_catalog *catalog,
                   const struct catex_catalog *other, int field)
{
    visit_catalog(catalog, other, drop, &field);
}
