/* SPDX-License-Identifier: MIT */
/* Comparing, copying and naming values, as the shapes describe them. */
#ifndef CX_VALUE_H
#define CX_VALUE_H

#include <stddef.h>

#include <catex/shape.h>

/* Whether @member is the same in the structs @a and @b. With @loosely, as a
 * spreadsheet keeps it: white space and the parts that only @b has do not
 * count, and an agent is its name. */
int cx_member_equal(const struct catex_member *member, const void *a,
                    const void *b, int loosely);

/* Whether a spreadsheet takes the one text for the other. */
int cx_text_alike(const char *a, const char *b);

/* Lets @member of @into be that of @from; what it points to is shared. */
void cx_member_copy(const struct catex_member *member, void *into,
                    const void *from);

/* Writes @member of @object as people read it, cut where it is long; "" for
 * what is more than a word. */
void cx_member_print(const struct catex_member *member, const void *object,
                     char *out, size_t size);

#endif
