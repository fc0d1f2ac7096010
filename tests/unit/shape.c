/* SPDX-License-Identifier: MIT */
/* The tables that describe the model name every field, once each. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include <catex/catex.h>

static void
each_field_has_a_name_of_its_own(void **state)
{
    (void)state;
    for (int i = 0; i < CATEX_FIELD_COUNT; i++) {
        assert_non_null(catex_field_name(i));
        for (int n = 0; n < i; n++)
            assert_string_not_equal(catex_field_name(i), catex_field_name(n));
    }
    assert_null(catex_field_name(-1));
    assert_null(catex_field_name(CATEX_FIELD_COUNT));
}

static uint64_t
fields_of(const struct catex_shape *shape)
{
    uint64_t fields = 0;
    for (const struct catex_member *m = shape->members; m->name != NULL; m++) {
        assert_true(m->offset < shape->size);
        if (m->field >= 0)
            fields |= CATEX_BIT(m->field);
    }
    return fields;
}

static void
each_field_is_in_a_table(void **state)
{
    (void)state;
    uint64_t all = fields_of(&catex_shape_catalog) |
                   fields_of(&catex_shape_section) |
                   fields_of(&catex_shape_record) |
                   fields_of(&catex_shape_link) |
                   fields_of(&catex_shape_publication);
    assert_int_equal(all, CATEX_BIT(CATEX_FIELD_COUNT) - 1);
}

static void
keys_lead_to_fields(void **state)
{
    (void)state;
    const struct catex_shape *record = &catex_shape_record;
    assert_int_equal(catex_shape_field(record, "title"), CATEX_FIELD_TITLE);
    assert_int_equal(catex_shape_field(record, "links.label"),
                     CATEX_FIELD_LINK_LABEL);
    assert_int_equal(catex_shape_field(record, "links.nothing"), -1);
    assert_int_equal(catex_shape_field(record, "title.label"), -1);
    assert_int_equal(catex_shape_field(record, ""), -1);
}

static const struct catex_member *
member(const struct catex_shape *shape, const char *name)
{
    const struct catex_member *m = shape->members;
    while (strcmp(m->name, name) != 0)
        m++;
    return m;
}

static void
what_is_there_is_present(void **state)
{
    (void)state;
    static const char *const names[] = {"title", "access", "links", "source",
                                        "origin"};
    struct catex_link link = {.url = "x", .flags = CATEX_LINK_SHARED};
    const struct catex_record none = {.id = "x"}, all = {
        .title = "T", .access = CATEX_ACCESS_FEE, .links = &link,
        .source = {.last_line = 1, .first_line = 1}, .origin = {.facts = 1}};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        const struct catex_member *m = member(&catex_shape_record, names[i]);
        assert_int_equal(catex_member_present(m, &none), 0);
        assert_int_equal(catex_member_present(m, &all), 1);
    }
    assert_int_equal(catex_member_present(
                         member(&catex_shape_link, "shared"), &link), 1);
    assert_int_equal(catex_member_present(
                         member(&catex_shape_link, "direct"), &link), 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_field_has_a_name_of_its_own),
        cmocka_unit_test(each_field_is_in_a_table),
        cmocka_unit_test(keys_lead_to_fields),
        cmocka_unit_test(what_is_there_is_present),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
