/* SPDX-License-Identifier: MIT */
/* The exporter json: a catalog as catex JSON, the format that loses nothing,
 * or as NDJSON. It writes what the shape tables list, in their order. */
#include <stddef.h>

#include <catex/exporter.h>
#include <catex/shape.h>

struct json_state {
    struct catex_writer *out;
    int lines, only_ids; /* options */
    int records;   /* whether one was written */
};

/* Writes the member at @at; the table below has one for each type. */
typedef void write_fn(struct json_state *json,
                      const struct catex_member *member, const void *at);

/* Any struct of a chain: they all begin with `next`. */
struct chained {
    const struct chained *next;
};

static void
write_string(struct json_state *json, const char *text)
{
    catex_write_json(json->out, text, 0);
}

static void
write_number(struct json_state *json, uint64_t number)
{
    char digits[20];
    size_t at = sizeof digits;
    do
        digits[--at] = (char)('0' + number % 10);
    while ((number /= 10) > 0);
    catex_write(json->out, digits + at, sizeof digits - at);
}

static void
write_text(struct json_state *json, const struct catex_member *member,
           const void *at)
{
    (void)member;
    write_string(json, *(const char *const *)at);
}

static void
write_texts(struct json_state *json, const struct catex_member *member,
            const void *at)
{
    const struct catex_string *text = *(const struct catex_string *const *)at;
    (void)member;
    catex_putc(json->out, '[');
    for (; text != NULL; text = text->next) {
        write_string(json, text->text);
        if (text->next != NULL)
            catex_puts(json->out, ", ");
    }
    catex_putc(json->out, ']');
}

static void
write_int(struct json_state *json, const struct catex_member *member,
          const void *at)
{
    (void)member;
    write_number(json, (uint64_t)*(const int *)at);
}

static void
write_uint64(struct json_state *json, const struct catex_member *member,
             const void *at)
{
    (void)member;
    write_number(json, *(const uint64_t *)at);
}

static void
write_enum(struct json_state *json, const struct catex_member *member,
           const void *at)
{
    write_string(json, member->names[*(const uint32_t *)at - 1]);
}

static void
write_set(struct json_state *json, const struct catex_member *member,
          const void *at)
{
    uint32_t set = *(const uint32_t *)at;
    catex_putc(json->out, '[');
    for (uint32_t i = 0; set != 0 && member->names[i] != NULL; i++) {
        if (!(set & UINT32_C(1) << i))
            continue;
        write_string(json, member->names[i]);
        set &= ~(UINT32_C(1) << i);
        if (set != 0)
            catex_puts(json->out, ", ");
    }
    catex_putc(json->out, ']');
}

static void
write_flag(struct json_state *json, const struct catex_member *member,
           const void *at)
{
    (void)member;
    (void)at;
    catex_puts(json->out, "true");
}

static void
write_lines(struct json_state *json, const struct catex_member *member,
            const void *at)
{
    const int *lines = at;
    catex_putc(json->out, '[');
    write_int(json, member, &lines[0]);
    catex_puts(json->out, ", ");
    write_int(json, member, &lines[1]);
    catex_putc(json->out, ']');
}

static void
write_section(struct json_state *json, const struct catex_member *member,
              const void *at)
{
    (void)member;
    write_string(json, (*(const struct catex_section *const *)at)->id);
}

static void
write_sections(struct json_state *json, const struct catex_member *member,
               const void *at)
{
    const struct catex_section_ref *ref =
        *(const struct catex_section_ref *const *)at;
    catex_putc(json->out, '[');
    for (; ref != NULL; ref = ref->next) {
        write_section(json, member, &ref->section);
        if (ref->next != NULL)
            catex_puts(json->out, ", ");
    }
    catex_putc(json->out, ']');
}

static void
write_struct(struct json_state *json, const struct catex_shape *shape,
             const void *value);

static void
write_inline(struct json_state *json, const struct catex_member *member,
             const void *at)
{
    write_struct(json, member->shape, at);
}

static void
write_object(struct json_state *json, const struct catex_member *member,
             const void *at)
{
    write_struct(json, member->shape, *(const void *const *)at);
}

static void
write_list(struct json_state *json, const struct catex_member *member,
           const void *at)
{
    const struct chained *one = *(const struct chained *const *)at;
    catex_putc(json->out, '[');
    for (; one != NULL; one = one->next) {
        write_struct(json, member->shape, one);
        if (one->next != NULL)
            catex_puts(json->out, ", ");
    }
    catex_putc(json->out, ']');
}

/* Writes the origin of each field of @shape that is not the list's own word
 * and was not written before; @outer is the member that holds the struct. */
static uint64_t
write_origins(struct json_state *json, const struct catex_shape *shape,
              const struct catex_member *outer,
              const struct catex_origin *origin, uint64_t left)
{
    const struct catex_member *m;
    uint64_t known = origin->derived | origin->facts;
    for (m = shape->members; m->name != NULL; m++) {
        if (m->field < 0 || !(left & CATEX_BIT(m->field)))
            continue;
        catex_puts(json->out, left == known ? "\"" : ", \"");
        if (outer != NULL) {
            catex_puts(json->out, outer->name);
            catex_putc(json->out, '.');
        }
        catex_puts(json->out, m->name);
        catex_puts(json->out, origin->facts & CATEX_BIT(m->field)
                                  ? "\": \"facts\"" : "\": \"derived\"");
        left &= ~CATEX_BIT(m->field);
    }
    return left;
}

static void
write_struct_origin(struct json_state *json, const struct catex_shape *shape,
                    const struct catex_origin *origin)
{
    const struct catex_member *m;
    uint64_t left = origin->derived | origin->facts;
    catex_putc(json->out, '{');
    left = write_origins(json, shape, NULL, origin, left);
    for (m = shape->members; m->name != NULL && left != 0; m++)
        if (m->shape != NULL)
            left = write_origins(json, m->shape, m, origin, left);
    catex_putc(json->out, '}');
}

static write_fn *const writers[] = {
    [CATEX_TYPE_TEXT] = write_text,       [CATEX_TYPE_TEXTS] = write_texts,
    [CATEX_TYPE_INT] = write_int,         [CATEX_TYPE_UINT64] = write_uint64,
    [CATEX_TYPE_ENUM] = write_enum,       [CATEX_TYPE_SET] = write_set,
    [CATEX_TYPE_FLAG] = write_flag,       [CATEX_TYPE_OBJECT] = write_object,
    [CATEX_TYPE_LIST] = write_list,       [CATEX_TYPE_INLINE] = write_inline,
    [CATEX_TYPE_LINES] = write_lines,     [CATEX_TYPE_SECTION] = write_section,
    [CATEX_TYPE_SECTIONS] = write_sections};

static void
write_struct(struct json_state *json, const struct catex_shape *shape,
             const void *value)
{
    const struct catex_member *m;
    const char *before = "{\"";
    for (m = shape->members; m->name != NULL; m++) {
        const void *at = (const char *)value + m->offset;
        if (!catex_member_present(m, value))
            continue;
        catex_puts(json->out, before);
        catex_puts(json->out, m->name);
        catex_puts(json->out, "\": ");
        before = ", \"";
        if (m->type == CATEX_TYPE_ORIGIN)
            write_struct_origin(json, shape, at);
        else
            writers[m->type](json, m, at);
    }
    catex_puts(json->out, before[0] == '{' ? "{}" : "}");
}

/* The ids by which publications are known elsewhere, one a line. */
static void
write_ids(struct catex_writer *out, const struct catex_record *record)
{
    const struct catex_publication *at = record->publications;
    for (; at != NULL; at = at->next) {
        const char *const ids[][2] = {{"doi", at->doi},
                                      {"pmid", at->pmid},
                                      {"pmcid", at->pmcid},
                                      {"arxiv", at->arxiv}};
        for (size_t i = 0; i < sizeof ids / sizeof ids[0]; i++)
            if (ids[i][1] != NULL)
                catex_printf(out, "%s %s\n", ids[i][0], ids[i][1]);
    }
}

static int
json_begin(struct catex_run *run)
{
    struct json_state *json = run->state;
    const struct catex_section *section = run->catalog->sections;
    struct catex_writer *out = json->out = run->out;
    const char *line = json->lines ? " " : "\n";
    const char *edge = json->lines || section == NULL ? "" : "\n";
    if (json->only_ids)
        return CATEX_OK;
    catex_printf(out, "{\"format\": \"catex-catalog\", \"version\": 1,%s"
                 "\"catalog\": ", line);
    write_struct(json, &catex_shape_catalog, run->catalog);
    catex_printf(out, ",%s\"sections\": [%s", line, edge);
    for (; section != NULL; section = section->next) {
        write_struct(json, &catex_shape_section, section);
        if (section->next != NULL)
            catex_printf(out, ",%s", line);
    }
    catex_printf(out, "%s]", edge);
    catex_puts(out, json->lines ? "}\n" : ",\n\"records\": [");
    return CATEX_OK;
}

static int
json_record(struct catex_run *run, const struct catex_record *record)
{
    struct json_state *json = run->state;
    if (json->only_ids) {
        write_ids(run->out, record);
        return CATEX_OK;
    }
    if (!json->lines)
        catex_puts(run->out, json->records ? ",\n" : "\n");
    json->records = 1;
    write_struct(json, &catex_shape_record, record);
    if (json->lines)
        catex_putc(run->out, '\n');
    return CATEX_OK;
}

static int
json_end(struct catex_run *run)
{
    const struct json_state *json = run->state;
    if (!json->lines && !json->only_ids)
        catex_puts(run->out, json->records ? "\n]}\n" : "]}\n");
    return CATEX_OK;
}

static const struct catex_option json_options[] = {
    {.name = "lines", .help = "write NDJSON: the catalog, then a record a line",
     .preset = "no", .type = CATEX_OPTION_BOOL,
     .offset = offsetof(struct json_state, lines)},
    {.name = "only-ids",
     .help = "write nothing but the DOIs, PMIDs, PMCIDs and arXiv ids of "
             "publications, such as \"doi 10.1000/x\"",
     .preset = "no", .type = CATEX_OPTION_BOOL,
     .offset = offsetof(struct json_state, only_ids)},
    {.name = NULL}};

CATEX_EXPORTER_NOTE("json")
CATEX_PUBLIC const struct catex_exporter catex_exporter = {
    CATEX_EXPORTER_HEAD,
    .name = "json",
    .summary = "catex JSON, which loses nothing",
    .media_type = "application/json",
    .ending = ".json",
    .fields = CATEX_BIT(CATEX_FIELD_COUNT) - 1,
    .options = json_options,
    .state_size = sizeof(struct json_state),
    .begin = json_begin,
    .record = json_record,
    .end = json_end,
};
