/* SPDX-License-Identifier: MIT */
#include "load/json.h"

#include <string.h>

#include "load/check.h"

/* What a struct cannot do without; of an alternative, one must be there. */
static const struct {
    const char *shape, *member, *alternative;
    int but_facts; /* facts about one can */
} needs[] = {
    {"record", "id", NULL, 1},         {"record", "title", NULL, 1},
    {"section", "id", NULL, 1},        {"section", "title", "label", 1},
    {"link", "url", NULL, 0},          {"link", "roles", NULL, 1},
    {"publication", "id", NULL, 1},    {"agent", "name", "family", 0},
    {"identifier", "scheme", NULL, 0}, {"identifier", "value", NULL, 0},
    {"count", "value", NULL, 0},       {"relation", "type", NULL, 0},
    {"relation", "id", NULL, 0},
};

int
cx_json_require(struct cx_json_reader *reader, const struct catex_shape *shape,
                const json_t *object)
{
    if (!json_is_object(object))
        return cx_json_wrong_type(reader, object, "an object");
    const char *scheme = json_string_value(json_object_get(object, "scheme"));
    const char *value = json_string_value(json_object_get(object, "value"));
    const char *wrong = reader->facts && scheme != NULL && value != NULL
                            ? cx_check_identifier(scheme, value) : NULL;
    if (wrong != NULL)
        return cx_json_fail(reader, "%s", wrong);
    for (size_t i = 0; i < sizeof needs / sizeof *needs; i++) {
        if (strcmp(needs[i].shape, shape->name) != 0
            || (reader->facts && needs[i].but_facts)
            || json_object_get(object, needs[i].member) != NULL
            || (needs[i].alternative != NULL
                && json_object_get(object, needs[i].alternative) != NULL))
            continue;
        return cx_json_fail(reader, "lacks %s%s%s", needs[i].member,
                            needs[i].alternative == NULL ? "" : " or ",
                            needs[i].alternative == NULL
                                ? "" : needs[i].alternative);
    }
    return CATEX_OK;
}
