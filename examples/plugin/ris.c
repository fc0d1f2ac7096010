/* SPDX-License-Identifier: MIT */
/* RIS, which reference managers import: one DATA entry a record. A line is a
 * tag of two letters, two spaces, "- " and a value; lines end in CR LF. */
#include <string.h>

#include <catex/exporter.h>

struct ris_state {
    int abstract; /* the option of this name */
};

/* A value stays on its line, or it could pose as another tag; an asterisk
 * means something else in names and keywords. */
static void
put(struct catex_run *run, const char *tag, const char *value)
{
    if (value == NULL)
        return;
    int word = strcmp(tag, "AU") == 0 || strcmp(tag, "KW") == 0;
    catex_printf(run->out, "%s  - ", tag);
    for (; *value != '\0'; value++) {
        int space = *value == '\n' || *value == '\t' || (word && *value == '*');
        catex_putc(run->out, space ? ' ' : *value);
    }
    catex_puts(run->out, "\r\n");
}

/* "Label: value" as a note. */
static void
put_note(struct catex_run *run, const char *label, const char *value)
{
    size_t size = strlen(label) + strlen(value) + 3;
    char *text = catex_run_scratch(run, size);
    if (text == NULL)
        return; /* and the run fails */
    strcpy(text, label);
    strcat(text, ": ");
    strcat(text, value);
    put(run, "N1", text);
}

static void
put_agent(struct catex_run *run, const char *tag, const struct catex_agent *a)
{
    if (a->name != NULL || a->given == NULL) {
        put(run, tag, a->name != NULL ? a->name : a->family);
        return;
    }
    size_t size = strlen(a->family) + strlen(a->given) + 3;
    char *text = catex_run_scratch(run, size);
    if (text == NULL)
        return;
    strcpy(text, a->family);
    strcat(text, ", ");
    strcat(text, a->given);
    put(run, tag, text);
}

static void
put_texts(struct catex_run *run, const char *tag, const struct catex_string *s)
{
    for (; s != NULL; s = s->next)
        put(run, tag, s->text);
}

/* The link that a reader should follow first. */
static const struct catex_link *
best_link(const struct catex_link *links)
{
    static const uint32_t order[] = {
        CATEX_ROLE_LANDING, CATEX_ROLE_ACCESS, CATEX_ROLE_DOWNLOAD};
    for (size_t i = 0; i < sizeof order / sizeof *order; i++)
        for (const struct catex_link *l = links; l != NULL; l = l->next)
            if (l->roles & order[i])
                return l;
    return links;
}

/* The best link is the entry's address, the others are notes. */
static void
put_links(struct catex_run *run, const struct catex_link *links)
{
    const struct catex_link *best = best_link(links);
    if (best != NULL)
        put(run, "UR", best->url);
    for (const struct catex_link *l = links; l != NULL; l = l->next)
        if (l != best)
            put_note(run, l->label == NULL ? "Link" : l->label, l->url);
}

static void
put_identifiers(struct catex_run *run, const struct catex_identifier *id)
{
    for (; id != NULL; id = id->next)
        if (strcmp(id->scheme, "doi") == 0)
            put(run, "DO", id->value);
        else
            put_note(run, id->scheme, id->value);
}

/* A year, and YYYY/MM/DD/ with nothing for what is not known. */
static void
put_date(struct catex_run *run, const char *date)
{
    int slashes = 3;
    catex_printf(run->out, "PY  - %.4s\r\nDA  - ", date);
    for (const char *c = date; *c != '\0'; c++) {
        catex_putc(run->out, *c == '-' ? '/' : *c);
        slashes -= *c == '-';
    }
    for (; slashes > 0; slashes--)
        catex_putc(run->out, '/');
    catex_puts(run->out, "\r\n");
}

static int
ris_record(struct catex_run *run, const struct catex_record *r)
{
    const struct ris_state *state = run->state;
    put(run, "TY", "DATA");
    put(run, "ID", r->id);
    put(run, "TI", r->title);
    for (const struct catex_agent *a = r->creators; a != NULL; a = a->next)
        put_agent(run, "AU", a);
    if (r->publisher != NULL)
        put_agent(run, "PB", r->publisher);
    if (r->issued != NULL)
        put_date(run, r->issued);
    put(run, "ET", r->version);
    put_identifiers(run, r->identifiers);
    if (state->abstract)
        put(run, "AB", r->description);
    for (const struct catex_section_ref *s = r->sections; s; s = s->next)
        put(run, "KW", s->section->title);
    put_texts(run, "KW", r->keywords);
    put_texts(run, "KW", r->topics);
    put_links(run, r->links);
    put(run, "N1", r->access_note);
    put(run, "DB", run->catalog->title);
    catex_puts(run->out, "ER  - \r\n\r\n");
    return CATEX_OK;
}

static const struct catex_option ris_options[] = {
    {.name = "abstract",
     .help = "write descriptions",
     .preset = "yes",
     .type = CATEX_OPTION_BOOL,
     .offset = offsetof(struct ris_state, abstract)},
    {0},
};

CATEX_EXPORTER_NOTE("ris")

const struct catex_exporter catex_exporter = {
    CATEX_EXPORTER_HEAD,
    .name = "ris",
    .summary = "RIS for reference managers",
    .media_type = "application/x-research-info-systems",
    .ending = ".ris",
    .fields = CATEX_BIT(CATEX_FIELD_ID) | CATEX_BIT(CATEX_FIELD_TITLE) |
              CATEX_BIT(CATEX_FIELD_CREATORS) |
              CATEX_BIT(CATEX_FIELD_PUBLISHER) |
              CATEX_BIT(CATEX_FIELD_ISSUED) | CATEX_BIT(CATEX_FIELD_VERSION) |
              CATEX_BIT(CATEX_FIELD_IDENTIFIERS) |
              CATEX_BIT(CATEX_FIELD_DESCRIPTION) |
              CATEX_BIT(CATEX_FIELD_SECTIONS) |
              CATEX_BIT(CATEX_FIELD_KEYWORDS) |
              CATEX_BIT(CATEX_FIELD_TOPICS) | CATEX_BIT(CATEX_FIELD_LINKS) |
              CATEX_BIT(CATEX_FIELD_LINK_LABEL) |
              CATEX_BIT(CATEX_FIELD_ACCESS_NOTE),
    .options = ris_options,
    .state_size = sizeof(struct ris_state),
    .record = ris_record,
};
