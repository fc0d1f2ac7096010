/* SPDX-License-Identifier: MIT */
/* An exporter of the first ABI. first-x86_64.so was built from this file and
 * the headers of interface 1.0 on 2026-11-23, with gcc 12.2 by
 *     cc -shared -fPIC -O2 -fvisibility=hidden -nostartfiles -s \
 *         -Wl,-z,noseparate-code -Wl,-z,norelro -Wl,--build-id=none \
 *         -Iinclude -Ibuild/include first.c -Lbuild/core -lcatex
 * It is never built again: every later catex must run it as it is, with the
 * output of first.txt. It uses all that the interface offers. */
#include <stddef.h>

#include <catex/exporter.h>
#include <catex/shape.h>
#include <catex/text.h>

struct first_state {
    int64_t number;
    const char *text;
    int yes, colour;
    uint64_t before, records;
};

static const char *const colours[] = {"red", "green", NULL};

static void
put(struct catex_run *run, const char *name, const char *value)
{
    if (value != NULL)
        catex_printf(run->out, "  %s: %s\n", name, value);
}

static int
first_begin(struct catex_run *run)
{
    struct first_state *state = run->state;
    const struct catex_catalog *c = run->catalog;
    catex_printf(run->out, "run %d stem=%s\n",
                 run->size >= sizeof *run, run->stem);
    catex_printf(run->out, "number=%d text=%s yes=%d colour=%s\n",
                 (int)state->number, state->text == NULL ? "-" : state->text,
                 state->yes, colours[state->colour]);
    put(run, "catalog", c->id);
    put(run, "title", c->title);
    put(run, "language", c->language);
    put(run, "base", c->base_iri);
    put(run, "path", c->source.path);
    for (const struct catex_section *s = c->sections; s; s = s->next)
        put(run, s->id, s->title != NULL ? s->title : s->label);
    struct catex_writer *more = catex_run_file(run, "-more.txt");
    if (more == NULL)
        return run->error->code;
    catex_puts(more, "more\n");
    return CATEX_OK;
}

static void
put_links(struct catex_run *run, const struct catex_record *record)
{
    char id[CATEX_LINK_ID_SIZE];
    const struct catex_link **all = catex_run_links(run, record);
    for (const struct catex_link *l = record->links; l; l = l->next) {
        put(run, catex_role_name(l->roles), catex_run_uri(run, l->url));
        put(run, "label", l->label);
        put(run, "id", catex_link_id(l, id));
        catex_printf(run->out, "  scheme %d, link %d, line %d, flags %u\n",
                     catex_url_scheme(l->url), catex_url_is_link(l->url),
                     l->line, (unsigned)l->flags);
    }
    put(run, "first", all == NULL || *all == NULL ? NULL : (*all)->url);
}

static void
put_publications(struct catex_run *run, const struct catex_record *record)
{
    for (const struct catex_publication *p = record->publications; p;
         p = p->next) {
        put(run, "publication", p->id);
        put(run, "address", catex_run_publication(run, p));
        put(run, "doi", p->doi == NULL ? NULL : catex_run_doi(run, p->doi));
        put(run, "venue", p->venue);
        catex_printf(run->out, "  year %d, relation %u\n", p->year,
                     (unsigned)p->relation);
        for (const struct catex_agent *a = p->authors; a; a = a->next)
            put(run, "author", a->name != NULL ? a->name : a->family);
    }
}

static int
first_record(struct catex_run *run, const struct catex_record *record)
{
    struct first_state *state = run->state;
    char *scratch = catex_run_scratch(run, 2);
    if (scratch == NULL)
        return CATEX_ERR_MEMORY;
    scratch[0] = (char)('a' + state->records++ % 26);
    scratch[1] = '\0';
    put(run, scratch, record->id);
    put(run, "title", record->title);
    put(run, "kind", catex_kind_name(record->kind));
    put(run, "access", catex_access_name(record->access));
    /* Their wording may change. */
    put(run, "words", catex_access_words(record->access) ? "some" : "none");
    put(run, "description", record->description);
    put(run, "sentence", catex_run_sentence(run, record) ? "one" : "none");
    for (const struct catex_section_ref *s = record->sections; s; s = s->next)
        put(run, "section", s->section->id);
    for (const struct catex_string *s = record->keywords; s; s = s->next)
        put(run, "keyword", s->text);
    for (const struct catex_identifier *i = record->identifiers; i;
         i = i->next)
        put(run, i->scheme, i->value);
    for (const struct catex_count *n = record->counts; n; n = n->next)
        put(run, "count", n->unit);
    for (const struct catex_relation *r = record->relations; r; r = r->next)
        put(run, r->type, r->id);
    if (record->licence != NULL)
        put(run, "licence", catex_run_licence(run, record->licence));
    put_links(run, record);
    put_publications(run, record);
    put(run, "issued", record->issued);
    put(run, "path", record->source.path);
    catex_printf(run->out, "  derived %d, lines %d-%d\n",
                 (int)record->origin.derived, record->source.first_line,
                 record->source.last_line);
    catex_run_warn(run, "first", record, "says that %s is there", record->id);
    return CATEX_OK;
}

static int
first_end(struct catex_run *run)
{
    const struct first_state *state = run->state;
    if (state->yes)
        return catex_error_set(run->error, CATEX_ERR_USAGE, "first", 0,
                               "yes is not allowed");
    catex_write(run->out, "end", 3);
    catex_putc(run->out, '\n');
    return catex_writer_status(run->out);
}

static void
first_cleanup(struct catex_run *run)
{
    struct first_state *state = run->state;
    state->before++;
}

#define AT(member) (uint32_t)offsetof(struct first_state, member)
static const struct catex_option first_options[] = {
    {.name = "number", .help = "a number", .preset = "7", .min = -3,
     .max = 10, .type = CATEX_OPTION_INT, .offset = AT(number)},
    {.name = "text", .help = "a text", .type = CATEX_OPTION_TEXT,
     .offset = AT(text)},
    {.name = "yes", .help = "a truth", .preset = "no",
     .type = CATEX_OPTION_BOOL, .offset = AT(yes)},
    {.name = "colour", .help = "a colour", .preset = "green",
     .choices = colours, .type = CATEX_OPTION_CHOICE, .offset = AT(colour)},
    {0},
};

CATEX_EXPORTER_NOTE("first")

const struct catex_exporter catex_exporter = {
    CATEX_EXPORTER_HEAD,
    .name = "first",
    .summary = "what the first interface offered",
    .media_type = "text/plain",
    .ending = ".txt",
    .fields = CATEX_BIT(CATEX_FIELD_ID) | CATEX_BIT(CATEX_FIELD_TITLE),
    .flags = CATEX_EXPORTER_WHOLE,
    .options = first_options,
    .state_size = sizeof(struct first_state),
    .begin = first_begin,
    .record = first_record,
    .end = first_end,
    .cleanup = first_cleanup,
};
