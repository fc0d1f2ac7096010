/* SPDX-License-Identifier: MIT */
/* Comparing, copying and naming values, as the shapes describe them. */
#include "model/value.h"

#include <stdio.h>
#include <string.h>

#include <catex/model.h>

#include "model/text.h"

/* Any struct of a chain: they all begin with `next`. */
struct chained {
    const struct chained *next;
};

/* The next character of @text, as @loosely has it: any white space is one
 * blank, and none at the end; %7C is how a table writes "|". */
static char
next_char(const char **text, int loosely)
{
    static const char space[] = " \t\n";
    const char *at = *text;
    if (*at == '\0')
        return '\0';
    (*text)++;
    if (!loosely)
        return *at;
    if (strchr(space, *at) != NULL) {
        *text = at + strspn(at, space);
        return **text == '\0' ? '\0' : ' ';
    }
    if (strncmp(at, "%7C", 3) != 0)
        return *at;
    *text = at + 3;
    return '|';
}

static int
same_text(const char *a, const char *b, int loosely)
{
    if (a == NULL || b == NULL)
        return a == b;
    if (loosely) {
        a += strspn(a, " \t\n");
        b += strspn(b, " \t\n");
    }
    char c;
    while ((c = next_char(&a, loosely)) == next_char(&b, loosely))
        if (c == '\0')
            return 1;
    return 0;
}

int
cx_text_alike(const char *a, const char *b)
{
    return same_text(a, b, 1);
}

static int
same_texts(const struct catex_string *a, const struct catex_string *b,
           int loosely)
{
    for (; a != NULL && b != NULL; a = a->next, b = b->next)
        if (!same_text(a->text, b->text, loosely))
            return 0;
    return a == b;
}

static int
same_struct(const struct catex_shape *shape, const void *a, const void *b,
            int loosely)
{
    const struct catex_member *m;
    if (a == NULL || b == NULL)
        return a == b;
    for (m = shape->members; m->name != NULL; m++)
        if ((!loosely || catex_member_present(m, a))
            && !cx_member_equal(m, a, b, loosely))
            return 0;
    return 1;
}

static int
same_list(const struct catex_shape *shape, const struct chained *a,
          const struct chained *b, int loosely)
{
    for (; a != NULL && b != NULL; a = a->next, b = b->next)
        if (!same_struct(shape, a, b, loosely))
            return 0;
    return a == b;
}

static int
same_sections(const struct catex_section_ref *a,
              const struct catex_section_ref *b)
{
    for (; a != NULL && b != NULL; a = a->next, b = b->next)
        if (a->section != b->section)
            return 0;
    return a == b;
}

int
cx_member_equal(const struct catex_member *member, const void *a,
                const void *b, int loosely)
{
    const void *x = (const char *)a + member->offset;
    const void *y = (const char *)b + member->offset;
    switch (member->type) {
    case CATEX_TYPE_TEXT:
        return same_text(*(const char *const *)x, *(const char *const *)y,
                         loosely);
    case CATEX_TYPE_TEXTS:
        return same_texts(*(struct catex_string *const *)x,
                          *(struct catex_string *const *)y, loosely);
    case CATEX_TYPE_INT:
        return *(const int *)x == *(const int *)y;
    case CATEX_TYPE_LINES:
        return memcmp(x, y, 2 * sizeof(int)) == 0;
    case CATEX_TYPE_UINT64:
        return *(const uint64_t *)x == *(const uint64_t *)y;
    case CATEX_TYPE_ENUM:
    case CATEX_TYPE_SET:
        return *(const uint32_t *)x == *(const uint32_t *)y;
    case CATEX_TYPE_FLAG:
        return ((*(const uint32_t *)x ^ *(const uint32_t *)y) & member->flag)
               == 0;
    case CATEX_TYPE_OBJECT:
        return same_struct(member->shape, *(const void *const *)x,
                           *(const void *const *)y, loosely);
    case CATEX_TYPE_LIST:
        return same_list(member->shape, *(const void *const *)x,
                         *(const void *const *)y, loosely);
    case CATEX_TYPE_INLINE:
        return same_struct(member->shape, x, y, loosely);
    case CATEX_TYPE_SECTIONS:
        return same_sections(*(struct catex_section_ref *const *)x,
                             *(struct catex_section_ref *const *)y);
    case CATEX_TYPE_ORIGIN:
        return 1;
    default:
        return *(const void *const *)x == *(const void *const *)y;
    }
}

static size_t
size_of(const struct catex_member *member)
{
    switch (member->type) {
    case CATEX_TYPE_INT:
        return sizeof(int);
    case CATEX_TYPE_LINES:
        return 2 * sizeof(int);
    case CATEX_TYPE_ENUM:
    case CATEX_TYPE_SET:
        return sizeof(uint32_t);
    case CATEX_TYPE_UINT64:
        return sizeof(uint64_t);
    case CATEX_TYPE_INLINE:
        return member->shape->size;
    case CATEX_TYPE_ORIGIN:
        return sizeof(struct catex_origin);
    default:
        return sizeof(void *);
    }
}

void
cx_member_copy(const struct catex_member *member, void *into,
               const void *from)
{
    void *x = (char *)into + member->offset;
    const void *y = (const char *)from + member->offset;
    if (member->type == CATEX_TYPE_FLAG)
        *(uint32_t *)x |= *(const uint32_t *)y & member->flag;
    else
        memcpy(x, y, size_of(member));
}

static void
print_text(const char *text, char *out, size_t size)
{
    enum { MOST = 60 };
    size_t length = strcspn(text, "\n"), cut = length < MOST ? length : MOST;
    cut = cx_text_valid(text, cut);
    snprintf(out, size, "\"%.*s%s\"", (int)cut, text,
             text[cut] == '\0' ? "" : "…");
}

void
cx_member_print(const struct catex_member *member, const void *object,
                char *out, size_t size)
{
    const void *at = (const char *)object + member->offset;
    out[0] = '\0';
    if (member->type == CATEX_TYPE_TEXT)
        print_text(*(const char *const *)at, out, size);
    else if (member->type == CATEX_TYPE_INT)
        snprintf(out, size, "%d", *(const int *)at);
    else if (member->type == CATEX_TYPE_ENUM)
        snprintf(out, size, "%s", member->names[*(const uint32_t *)at - 1]);
}
