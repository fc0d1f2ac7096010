/* SPDX-License-Identifier: MIT */
/* The JSON Schema that ships says what the model's shapes say: the same
 * members, no others, of the same types and words. */
#include <jansson.h>

#include <catex/shape.h>

#include "load.h"

static json_t *schema;

/* The values of enums and sets, as the shape has them. */
static void
same_names(const struct catex_member *m, const json_t *property)
{
    const json_t *words = json_object_get(property, "enum");
    size_t count = 0;
    if (m->type == CATEX_TYPE_SET)
        words = json_object_get(json_object_get(property, "items"), "enum");
    for (; m->names[count] != NULL; count++)
        assert_string_equal(json_string_value(json_array_get(words, count)),
                            m->names[count]);
    assert_int_equal(json_array_size(words), count);
}

static void
refers_to(const json_t *property, const char *name)
{
    char reference[64];
    snprintf(reference, sizeof reference, "#/$defs/%s", name);
    const char *text = json_string_value(json_object_get(property, "$ref"));
    assert_non_null(text);
    assert_string_equal(text, reference);
}

static void same_shape(const struct catex_shape *shape);

static void
same_member(const struct catex_member *m, const json_t *property)
{
    static const char *const types[] = {
        [CATEX_TYPE_TEXTS] = "texts",   [CATEX_TYPE_LINES] = "lines",
        [CATEX_TYPE_SECTION] = "text",  [CATEX_TYPE_SECTIONS] = "texts",
        [CATEX_TYPE_ORIGIN] = "origin"};
    if (m->names != NULL)
        same_names(m, property);
    else if (m->type == CATEX_TYPE_INT || m->type == CATEX_TYPE_UINT64)
        assert_string_equal(
            json_string_value(json_object_get(property, "type")), "integer");
    else if (m->type == CATEX_TYPE_FLAG)
        assert_true(json_is_true(json_object_get(property, "const")));
    else if (m->type == CATEX_TYPE_LIST)
        refers_to(json_object_get(property, "items"), m->shape->name);
    else if (m->shape != NULL)
        refers_to(property, m->shape->name);
    else if (m->type != CATEX_TYPE_TEXT)
        refers_to(property, types[m->type]);
    if (m->shape != NULL)
        same_shape(m->shape);
}

static void
same_shape(const struct catex_shape *shape)
{
    const json_t *definition =
        json_object_get(json_object_get(schema, "$defs"), shape->name);
    json_t *properties = json_object_get(definition, "properties");
    const struct catex_member *m;
    size_t count = 0;
    for (m = shape->members; m->name != NULL; m++, count++) {
        const json_t *property = json_object_get(properties, m->name);
        if (property == NULL)
            fail_msg("%s.%s is not in the schema", shape->name, m->name);
        same_member(m, property);
    }
    m = shape->members;
    const char *key;
    json_t *value;
    json_object_foreach(properties, key, value)
        assert_string_equal(key, m++->name);
    assert_int_equal(json_object_size(properties), count);
    assert_true(
        json_is_false(json_object_get(definition, "additionalProperties")));
}

static void
every_shape_is_in_the_schema(void **state)
{
    (void)state;
    same_shape(&catex_shape_catalog);
    same_shape(&catex_shape_section);
    same_shape(&catex_shape_record);
}

/* Whether @shape has its members in some @object of the file. */
static void
mark(const struct catex_shape *shape, const json_t *object, json_t *seen)
{
    const struct catex_member *m;
    for (m = shape->members; m->name != NULL; m++) {
        char name[80];
        size_t index;
        json_t *element;
        const json_t *value = json_object_get(object, m->name);
        if (value == NULL)
            continue;
        snprintf(name, sizeof name, "%s.%s", shape->name, m->name);
        json_object_set_new(seen, name, json_true());
        if (m->type == CATEX_TYPE_LIST)
            json_array_foreach(value, index, element)
                mark(m->shape, element, seen);
        else if (m->shape != NULL)
            mark(m->shape, value, seen);
    }
}

static void
assert_all_seen(const struct catex_shape *shape, const json_t *seen)
{
    const struct catex_member *m;
    for (m = shape->members; m->name != NULL; m++) {
        char name[80];
        snprintf(name, sizeof name, "%s.%s", shape->name, m->name);
        if (json_object_get(seen, name) == NULL)
            fail_msg("%s is not in every-field.json", name);
        if (m->shape != NULL)
            assert_all_seen(m->shape, seen);
    }
}

/* The file of the round trip has every member at least once. */
static void
every_member_makes_the_round_trip(void **state)
{
    (void)state;
    static const struct {
        const char *key;
        const struct catex_shape *shape;
    } parts[] = {{"sections", &catex_shape_section},
                 {"records", &catex_shape_record}};
    json_t *seen = json_object();
    json_t *file = json_load_file(EVERY_FIELD, 0, NULL);
    json_t *element;
    size_t index;
    mark(&catex_shape_catalog, json_object_get(file, "catalog"), seen);
    assert_all_seen(&catex_shape_catalog, seen);
    for (size_t i = 0; i < 2; i++) {
        json_array_foreach(json_object_get(file, parts[i].key), index, element)
            mark(parts[i].shape, element, seen);
        assert_all_seen(parts[i].shape, seen);
    }
    json_decref(file);
    json_decref(seen);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_shape_is_in_the_schema),
        cmocka_unit_test(every_member_makes_the_round_trip),
    };
    schema = json_load_file(SCHEMA, JSON_REJECT_DUPLICATES, NULL);
    int failures = schema == NULL
                       ? 1 : cmocka_run_group_tests(tests, NULL, NULL);
    json_decref(schema);
    return failures;
}
