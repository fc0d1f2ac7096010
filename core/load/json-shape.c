/* SPDX-License-Identifier: MIT */
/* Reads parsed JSON into the structs of the model, member by member as the
 * shape tables say. Values are visited in the order of the text, which is how
 * the line of each is found. */
#include "load/json.h"

#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "load/check.h"
#include "model/text.h"
#include "model/value.h"

/* Reads @value into the member at @at of a struct. */
typedef int read_fn(struct cx_json_reader *reader,
                    const struct catex_member *member, json_t *value,
                    void *at);

int
cx_json_wrong_type(struct cx_json_reader *reader, const json_t *value,
                   const char *wanted)
{
    static const char *const names[] = {
        [JSON_OBJECT] = "an object",  [JSON_ARRAY] = "an array",
        [JSON_STRING] = "text",       [JSON_INTEGER] = "a number",
        [JSON_REAL] = "a fraction",   [JSON_TRUE] = "true",
        [JSON_FALSE] = "false",       [JSON_NULL] = "null"};
    return cx_json_fail(reader, "is %s, where %s must stand",
                        names[json_typeof(value)], wanted);
}

/* @value as JSON in ASCII, for messages. */
static const char *
quoted(struct cx_json_reader *reader, const json_t *value)
{
    char *text = json_dumps(value, JSON_ENCODE_ANY | JSON_ENSURE_ASCII);
    const char *copy = text == NULL ? "" : cx_printf(reader->arena, "%.60s",
                                                     text);
    free(text);
    return copy;
}

int
cx_json_text(struct cx_json_reader *reader, json_t *value,
             const char **ret_text)
{
    if (!json_is_string(value))
        return cx_json_wrong_type(reader, value, "text");
    const char *text = json_string_value(value);
    size_t size = json_string_length(value);
    if (size == 0)
        return cx_json_fail(reader, "is empty, leave it out instead");
    if (cx_text_valid(text, size) < size) {
        cx_buffer_clear(&reader->clean);
        reader->clean.arena = reader->arena;
        if (cx_text_clean(&reader->clean, text, size) > 0)
            cx_json_report(reader, "replaced-character",
                           "holds characters that no text may hold, "
                           "U+FFFD stands in their place");
        text = reader->clean.bytes;
        size = reader->clean.size;
    }
    *ret_text = cx_strndup(reader->arena, text, size);
    return CATEX_OK;
}

static int
read_text(struct cx_json_reader *reader, const struct catex_member *member,
          json_t *value, void *at)
{
    const char **text = at;
    int status = cx_json_text(reader, value, text);
    const struct cx_check *failed =
        status == CATEX_OK ? cx_check_text(reader->shape, member, *text) : NULL;
    if (failed != NULL && (failed->kind == NULL || reader->facts))
        return cx_json_fail(reader, "%s", failed->words);
    if (failed != NULL)
        cx_json_report(reader, failed->kind, "%s", failed->words);
    return status;
}

/* Calls @read for each element of the array @value. */
static int
read_elements(struct cx_json_reader *reader, const struct catex_member *member,
              json_t *value, read_fn *read, void *at)
{
    if (!json_is_array(value))
        return cx_json_wrong_type(reader, value, "an array");
    struct cx_json_path here = {.up = reader->path};
    int status = CATEX_OK;
    json_t *element;
    reader->path = &here;
    json_array_foreach(value, here.index, element) {
        reader->ordinal++;
        status = read(reader, member, element, at);
        if (status != CATEX_OK)
            break;
    }
    reader->path = here.up;
    return status;
}

static int
append_text(struct cx_json_reader *reader, const struct catex_member *member,
            json_t *value, void *at)
{
    struct catex_string ***tail = at;
    struct catex_string *string = cx_new(reader->arena, struct catex_string);
    cx_append(tail, string);
    return read_text(reader, member, value, &string->text);
}

static int
read_texts(struct cx_json_reader *reader, const struct catex_member *member,
           json_t *value, void *at)
{
    struct catex_string **tail = at;
    return read_elements(reader, member, value, append_text, &tail);
}

static int
read_number(struct cx_json_reader *reader, const json_t *value,
            json_int_t least, json_int_t most, json_int_t *ret_number)
{
    if (!json_is_integer(value))
        return cx_json_wrong_type(reader, value, "a whole number");
    *ret_number = json_integer_value(value);
    if (*ret_number < least || *ret_number > most)
        return cx_json_fail(reader, "is %" JSON_INTEGER_FORMAT
                            ", where a number from %" JSON_INTEGER_FORMAT
                            " to %" JSON_INTEGER_FORMAT " must stand",
                            *ret_number, least, most);
    return CATEX_OK;
}

static int
read_int(struct cx_json_reader *reader, const struct catex_member *member,
         json_t *value, void *at)
{
    json_int_t number = 0;
    (void)member;
    int status = read_number(reader, value, 1, INT_MAX, &number);
    *(int *)at = (int)number;
    return status;
}

static int
read_uint64(struct cx_json_reader *reader, const struct catex_member *member,
            json_t *value, void *at)
{
    json_int_t number = 0;
    (void)member;
    int status = read_number(reader, value, 0, INT64_MAX, &number);
    *(uint64_t *)at = (uint64_t)number;
    return status;
}

/* The place of @value among the names of @member, from 0. */
static int
read_name(struct cx_json_reader *reader, const struct catex_member *member,
          const json_t *value, uint32_t *ret_place)
{
    if (!json_is_string(value))
        return cx_json_wrong_type(reader, value, "text");
    for (uint32_t i = 0; member->names[i] != NULL; i++) {
        if (strcmp(member->names[i], json_string_value(value)) == 0) {
            *ret_place = i;
            return CATEX_OK;
        }
    }
    return cx_json_fail(reader, "is %s, which is no %s known here",
                        quoted(reader, value), member->name);
}

static int
read_enum(struct cx_json_reader *reader, const struct catex_member *member,
          json_t *value, void *at)
{
    uint32_t place = 0;
    int status = read_name(reader, member, value, &place);
    *(uint32_t *)at = place + 1;
    return status;
}

static int
add_to_set(struct cx_json_reader *reader, const struct catex_member *member,
           json_t *value, void *at)
{
    uint32_t place = 0;
    int status = read_name(reader, member, value, &place);
    *(uint32_t *)at |= UINT32_C(1) << place;
    return status;
}

static int
read_set(struct cx_json_reader *reader, const struct catex_member *member,
         json_t *value, void *at)
{
    if (json_is_array(value) && json_array_size(value) == 0)
        return cx_json_fail(reader, "is empty, at least one must stand there");
    return read_elements(reader, member, value, add_to_set, at);
}

static int
read_flag(struct cx_json_reader *reader, const struct catex_member *member,
          json_t *value, void *at)
{
    if (!json_is_boolean(value))
        return cx_json_wrong_type(reader, value, "true");
    if (json_is_true(value))
        *(uint32_t *)at |= member->flag;
    return CATEX_OK;
}

static int
read_inline(struct cx_json_reader *reader, const struct catex_member *member,
            json_t *value, void *at)
{
    return cx_json_read(reader, member->shape, value, at);
}

static bool
is_blank(const char *bytes, size_t size)
{
    return bytes[0] == 0 && memcmp(bytes, bytes + 1, size - 1) == 0;
}

static int
read_object(struct cx_json_reader *reader, const struct catex_member *member,
            json_t *value, void *at)
{
    if (json_is_object(value) && json_object_size(value) == 0)
        return CATEX_OK;
    void *made = cx_alloc(reader->arena, member->shape->size);
    int status = cx_json_require(reader, member->shape, value);
    if (status != CATEX_OK)
        return status;
    status = cx_json_read(reader, member->shape, value, made);
    /* Keys that are not known may have been all it had. */
    if (!is_blank(made, member->shape->size))
        *(void **)at = made;
    return status;
}

/* Any struct of a chain: they all begin with `next`. */
struct chained {
    struct chained *next;
};

static int
append_object(struct cx_json_reader *reader, const struct catex_member *member,
              json_t *value, void *at)
{
    struct chained ***tail = at;
    struct chained *made = cx_alloc(reader->arena, member->shape->size);
    int status = cx_json_require(reader, member->shape, value);
    if (status != CATEX_OK)
        return status;
    cx_append(tail, made);
    return cx_json_read(reader, member->shape, value, made);
}

static int
read_list(struct cx_json_reader *reader, const struct catex_member *member,
          json_t *value, void *at)
{
    struct chained **tail = at;
    return read_elements(reader, member, value, append_object, &tail);
}

static int
append_line(struct cx_json_reader *reader, const struct catex_member *member,
            json_t *value, void *at)
{
    int **line = at;
    return read_int(reader, member, value, (*line)++);
}

static int
read_lines(struct cx_json_reader *reader, const struct catex_member *member,
           json_t *value, void *at)
{
    int *line = at, *lines = at;
    if (json_is_array(value) && json_array_size(value) != 2)
        return cx_json_fail(reader, "must hold two line numbers");
    int status = read_elements(reader, member, value, append_line, &line);
    if (status == CATEX_OK && lines[0] > lines[1])
        return cx_json_fail(reader, "ends before it begins");
    return status;
}

static int
read_section(struct cx_json_reader *reader, const struct catex_member *member,
             json_t *value, void *at)
{
    (void)member;
    if (!json_is_string(value))
        return cx_json_wrong_type(reader, value, "text");
    const struct catex_section *section = NULL;
    if (reader->sections != NULL)
        section = cx_index_get(reader->sections, json_string_value(value));
    if (section == NULL)
        return cx_json_fail(reader, "is %s, which is the id of no section",
                            quoted(reader, value));
    *(const struct catex_section **)at = section;
    return CATEX_OK;
}

static int
append_section(struct cx_json_reader *reader, const struct catex_member *member,
               json_t *value, void *at)
{
    struct catex_section_ref ***tail = at;
    struct catex_section_ref *ref =
        cx_new(reader->arena, struct catex_section_ref);
    cx_append(tail, ref);
    return read_section(reader, member, value, &ref->section);
}

static int
read_sections(struct cx_json_reader *reader, const struct catex_member *member,
              json_t *value, void *at)
{
    struct catex_section_ref **tail = at;
    return read_elements(reader, member, value, append_section, &tail);
}

static int
read_origin(struct cx_json_reader *reader, const struct catex_member *member,
            json_t *value, void *at)
{
    struct catex_origin *origin = at;
    const struct catex_shape *shape = reader->shape;
    struct cx_json_path here = {.up = reader->path};
    int status = CATEX_OK;
    json_t *word;
    (void)member;
    if (!json_is_object(value))
        return cx_json_wrong_type(reader, value, "an object");
    reader->path = &here;
    json_object_foreach(value, here.key, word) {
        reader->ordinal++;
        int field = catex_shape_field(shape, here.key);
        const char *name = json_is_string(word) ? json_string_value(word) : "";
        if (field < 0)
            status = cx_json_fail(reader, "is no field that has an origin");
        else if (strcmp(name, "derived") == 0)
            origin->derived |= CATEX_BIT(field);
        else if (strcmp(name, "facts") == 0)
            origin->facts |= CATEX_BIT(field);
        else
            status = cx_json_fail(reader, "is %s, where \"derived\" or "
                                  "\"facts\" must stand",
                                  quoted(reader, word));
        if (status != CATEX_OK)
            break;
    }
    reader->path = here.up;
    return status;
}

/* How many values @value is, for passing over it. */
static size_t
count_values(json_t *value)
{
    size_t count = 1, index;
    const char *key;
    json_t *inner;
    if (json_is_object(value)) {
        json_object_foreach(value, key, inner)
            count += count_values(inner);
    } else if (json_is_array(value)) {
        json_array_foreach(value, index, inner)
            count += count_values(inner);
    }
    return count;
}

void
cx_json_skip(struct cx_json_reader *reader, json_t *value)
{
    reader->ordinal += count_values(value) - 1;
}

static read_fn *const readers[] = {
    [CATEX_TYPE_TEXT] = read_text,       [CATEX_TYPE_TEXTS] = read_texts,
    [CATEX_TYPE_INT] = read_int,         [CATEX_TYPE_UINT64] = read_uint64,
    [CATEX_TYPE_ENUM] = read_enum,       [CATEX_TYPE_SET] = read_set,
    [CATEX_TYPE_FLAG] = read_flag,       [CATEX_TYPE_OBJECT] = read_object,
    [CATEX_TYPE_LIST] = read_list,       [CATEX_TYPE_INLINE] = read_inline,
    [CATEX_TYPE_LINES] = read_lines,     [CATEX_TYPE_SECTION] = read_section,
    [CATEX_TYPE_SECTIONS] = read_sections, [CATEX_TYPE_ORIGIN] = read_origin};

static const struct catex_member *
find_member(const struct catex_shape *shape, const struct catex_member *hint,
            const char *key)
{
    /* Keys mostly stand in the order of the table. */
    const struct catex_member *m;
    for (m = hint; m->name != NULL; m++)
        if (strcmp(m->name, key) == 0)
            return m;
    for (m = shape->members; m < hint; m++)
        if (strcmp(m->name, key) == 0)
            return m;
    return NULL;
}

/* Reports that a member of a fact is wrong, and leaves that one out. */
static void
drop_member(struct cx_json_reader *reader, const struct catex_shape *shape,
            const struct catex_member *member, void *out)
{
    const void *empty = cx_alloc(reader->arena, shape->size);
    cx_report(reader->input, "bad-fact", reader->error->line, NULL,
              "%s; that is left out", reader->error->text);
    *reader->error = (struct catex_error){.code = CATEX_OK};
    cx_member_copy(member, out, empty);
    reader->lines[member - shape->members] = 0;
}

int
cx_json_read(struct cx_json_reader *reader, const struct catex_shape *shape,
             json_t *object, void *out)
{
    if (!json_is_object(object))
        return cx_json_wrong_type(reader, object, "an object");
    const struct catex_member *hint = shape->members;
    struct cx_json_path here = {.up = reader->path};
    int status = CATEX_OK;
    json_t *value;
    reader->path = &here;
    json_object_foreach(object, here.key, value) {
        const struct catex_member *m = find_member(shape, hint, here.key);
        reader->ordinal++;
        if (m == NULL) {
            cx_json_report(reader, "unknown-key",
                           "is not known to catex and is left out");
            cx_json_skip(reader, value);
            continue;
        }
        reader->shape = shape;
        if (reader->placed == out)
            reader->lines[m - shape->members] = cx_json_line(reader);
        size_t ordinal = reader->ordinal;
        status = readers[m->type](reader, m, value, (char *)out + m->offset);
        if (status == CATEX_ERR_INPUT && reader->placed == out) {
            drop_member(reader, shape, m, out);
            reader->path = &here;
            reader->ordinal = ordinal;
            cx_json_skip(reader, value);
            status = CATEX_OK;
        }
        if (status != CATEX_OK)
            break;
        hint = m + 1;
    }
    reader->path = here.up;
    return status;
}
