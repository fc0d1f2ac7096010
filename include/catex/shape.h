/* SPDX-License-Identifier: MIT */
/**
 * The record model described as data: which members each struct of
 * <catex/model.h> has, under which name they stand in catex JSON, and of what
 * type they are. Whatever treats all fields alike (reading and writing JSON,
 * reading facts, listing what a format carries) walks these tables, so that a
 * new field is added in one place.
 */
#ifndef CATEX_SHAPE_H
#define CATEX_SHAPE_H

#include <stdint.h>

#include <catex/attributes.h>

CATEX_BEGIN

/** The C type of a member, and how it stands in JSON. */
enum catex_type {
    CATEX_TYPE_TEXT = 1,     /**< const char *; a string */
    CATEX_TYPE_TEXTS = 2,    /**< struct catex_string *; array of strings */
    CATEX_TYPE_INT = 3,      /**< int; a number; 0 is absent */
    CATEX_TYPE_UINT64 = 4,   /**< uint64_t; a number; always there */
    CATEX_TYPE_ENUM = 5,     /**< uint32_t; names[value - 1] */
    CATEX_TYPE_SET = 6,      /**< uint32_t mask; array of names[bit] */
    CATEX_TYPE_FLAG = 7,     /**< bit `flag` of a uint32_t; true or absent */
    CATEX_TYPE_OBJECT = 8,   /**< pointer to a struct of `shape` */
    CATEX_TYPE_LIST = 9,     /**< chain of structs of `shape`; an array */
    CATEX_TYPE_INLINE = 10,  /**< struct of `shape` held by value; an object */
    CATEX_TYPE_LINES = 11,   /**< int[2]; [first, last]; 0 is absent */
    CATEX_TYPE_SECTION = 12, /**< const struct catex_section *; its id */
    CATEX_TYPE_SECTIONS = 13, /**< struct catex_section_ref *; their ids */
    CATEX_TYPE_ORIGIN = 14   /**< struct catex_origin; {member: origin} */
};

struct catex_member {
    const char *name; /**< key in JSON; NULL ends a table */
    uint32_t type;    /**< enum catex_type */
    uint32_t offset;  /**< in bytes, in the struct */
    uint32_t flag;    /**< CATEX_TYPE_FLAG: the bit */
    int32_t field;    /**< enum catex_field, or -1 */
    const struct catex_shape *shape; /**< of the member's own struct */
    const char *const *names;        /**< of an enum or set, NULL-ended */
};

struct catex_shape {
    const char *name; /**< "record", "link", … */
    uint32_t size;    /**< of the struct */
    const struct catex_member *members; /**< in the order of the JSON keys */
};

/** The structs of the model of the same names. */
CATEX_PUBLIC extern const struct catex_shape catex_shape_catalog;
CATEX_PUBLIC extern const struct catex_shape catex_shape_section;
CATEX_PUBLIC extern const struct catex_shape catex_shape_record;
CATEX_PUBLIC extern const struct catex_shape catex_shape_link;
CATEX_PUBLIC extern const struct catex_shape catex_shape_publication;

/** The stable name of an enum value or of a set's lowest bit, as in JSON;
 * NULL for 0 and for a value that has no name. */
CATEX_PUBLIC const char *catex_kind_name(uint32_t kind);
CATEX_PUBLIC const char *catex_access_name(uint32_t access);
CATEX_PUBLIC const char *catex_role_name(uint32_t role);

/** The name of an enum catex_field, such as "link label"; NULL if there is no
 * such field. */
CATEX_PUBLIC const char *catex_field_name(int field);

/** The enum catex_field whose origin stands under @key in a struct of
 * @shape: that of the member @key, or of "outer.inner" where the inner struct
 * keeps no origin of its own, as in "links.label"; -1 if there is none. */
CATEX_PUBLIC int catex_shape_field(const struct catex_shape *shape,
                                   const char *key);

/** Whether @member is there in @object, a struct of the member's shape. */
CATEX_PUBLIC int catex_member_present(const struct catex_member *member,
                                      const void *object);

CATEX_END

#endif
