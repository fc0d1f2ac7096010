/* SPDX-License-Identifier: MIT */
/* Facts in CSL-JSON: what reference managers export (an array of items), and
 * what DOI content negotiation returns (an item; several may follow each
 * other in one file). */
#include <stdlib.h>
#include <string.h>

#include "load/check.h"
#include "load/facts.h"

/* Members of a publication under their names in CSL. */
static const struct {
    const char *csl, *member;
} names[] = {
    {"title", "title"},     {"container-title", "venue"},
    {"volume", "volume"},   {"issue", "issue"},
    {"page", "pages"},      {"publisher", "publisher"},
    {"DOI", "doi"},         {"PMID", "pmid"},
    {"PMCID", "pmcid"},     {"URL", "url"},
    {"author", "authors"},  {"editor", "editors"},
    {"issued", "issued"},   {"type", "kind"},
};

/* Types of CSL, and those that Crossref returns in their place. */
static const struct {
    const char *type;
    uint32_t kind;
} types[] = {
    {"article-journal", CATEX_PUBLICATION_JOURNAL},
    {"journal-article", CATEX_PUBLICATION_JOURNAL},
    {"article-magazine", CATEX_PUBLICATION_JOURNAL},
    {"paper-conference", CATEX_PUBLICATION_CONFERENCE},
    {"proceedings-article", CATEX_PUBLICATION_CONFERENCE},
    {"article", CATEX_PUBLICATION_PREPRINT},
    {"posted-content", CATEX_PUBLICATION_PREPRINT},
    {"report", CATEX_PUBLICATION_REPORT},
    {"book", CATEX_PUBLICATION_BOOK},
    {"monograph", CATEX_PUBLICATION_BOOK},
    {"chapter", CATEX_PUBLICATION_CHAPTER},
    {"book-chapter", CATEX_PUBLICATION_CHAPTER},
    {"thesis", CATEX_PUBLICATION_THESIS},
    {"dissertation", CATEX_PUBLICATION_THESIS},
    {"dataset", CATEX_PUBLICATION_DATASET},
    {"webpage", CATEX_PUBLICATION_WEBPAGE},
};

/* CSL allows these elements of HTML in texts. */
static const char *
without_markup(struct cx_arena *arena, const char *text)
{
    static const char *const tags[] = {"i>", "b>", "sub>", "sup>", "sc>",
                                       "span>", "span "};
    if (strchr(text, '<') == NULL)
        return text;
    char *plain = cx_strdup(arena, text), *out = plain;
    for (const char *at = text; *at != '\0'; at++) {
        const char *name = at + 1 + (*at == '<' && at[1] == '/');
        const char *end = *at == '<' ? strchr(name, '>') : NULL;
        size_t i = 0, count = sizeof tags / sizeof *tags;
        while (end != NULL && i < count
               && strncmp(name, tags[i], strlen(tags[i])) != 0)
            i++;
        if (end != NULL && i < count)
            at = end;
        else
            *out++ = *at;
    }
    *out = '\0';
    return *plain == '\0' ? text : plain;
}

/* A text, or what stands for one: a number, or an array of one text. */
static int
read_text(struct cx_json_reader *reader, json_t *value, const char **ret_text)
{
    json_t *one = value;
    if (json_is_array(value) && json_array_size(value) == 1)
        one = json_array_get(value, 0);
    if (json_is_integer(one)) {
        *ret_text = cx_printf(reader->arena, "%" JSON_INTEGER_FORMAT,
                              json_integer_value(one));
        return CATEX_OK;
    }
    if (json_is_array(value) && json_array_size(value) == 0)
        return CATEX_OK;
    if (json_is_string(one) && json_string_length(one) == 0)
        return CATEX_OK;
    int status = cx_json_text(reader, one, ret_text);
    if (status == CATEX_OK)
        *ret_text = without_markup(reader->arena, *ret_text);
    return status;
}

static int
read_name(struct cx_json_reader *reader, const json_t *value,
          struct catex_agent *agent)
{
    json_t *part = json_object_get(value, "literal");
    int status = CATEX_OK;
    if (part == NULL)
        part = json_object_get(value, "name");
    if (part != NULL)
        return cx_json_text(reader, part, &agent->name);
    part = json_object_get(value, "family");
    if (part == NULL)
        return cx_json_fail(reader, "has neither family nor literal");
    agent->kind = CATEX_AGENT_PERSON;
    status = cx_json_text(reader, part, &agent->family);
    const char *particle =
        json_string_value(json_object_get(value, "non-dropping-particle"));
    if (status == CATEX_OK && particle != NULL && *particle != '\0')
        agent->family =
            cx_printf(reader->arena, "%s %s", particle, agent->family);
    part = json_object_get(value, "given");
    if (status == CATEX_OK && part != NULL)
        status = read_text(reader, part, &agent->given);
    part = json_object_get(value, "ORCID");
    if (status == CATEX_OK && part != NULL)
        status = cx_json_text(reader, part, &agent->iri);
    return status;
}

static int
read_names(struct cx_json_reader *reader, json_t *value,
           struct catex_agent **ret_agents)
{
    struct catex_agent **tail = ret_agents;
    size_t index;
    json_t *name;
    if (!json_is_array(value))
        return cx_json_wrong_type(reader, value, "an array");
    json_array_foreach(value, index, name) {
        struct catex_agent *agent = cx_new(reader->arena, struct catex_agent);
        int status = read_name(reader, name, agent);
        if (status != CATEX_OK)
            return status;
        *tail = agent;
        tail = &agent->next;
    }
    return CATEX_OK;
}

/* The number that @text begins with, 0 if it is none of four digits. */
static int
number_of(const char *text)
{
    long number = strtol(text, NULL, 10);
    return number < 0 || number > 9999 ? 0 : (int)number;
}

static int
date_part(const json_t *parts, size_t index)
{
    const json_t *part = json_array_get(parts, index);
    if (json_is_string(part))
        return number_of(json_string_value(part));
    json_int_t number = json_integer_value(part);
    return number < 0 || number > 9999 ? 0 : (int)number;
}

/* {"date-parts": [[2016, 5, 24]]}, or {"raw": "2016-05-24"}. */
static int
read_date(struct cx_json_reader *reader, const json_t *value,
          struct catex_publication *publication)
{
    char text[40] = "";
    const json_t *ranges = json_object_get(value, "date-parts");
    const json_t *parts = json_array_get(ranges, 0);
    const char *raw = json_string_value(json_object_get(value, "raw"));
    if (raw == NULL)
        raw = json_string_value(json_object_get(value, "literal"));
    int year = date_part(parts, 0), month = date_part(parts, 1);
    int day = month > 0 ? date_part(parts, 2) : 0;
    if (year > 0)
        snprintf(text, sizeof text,
                 day > 0 ? "%04d-%02d-%02d" : month > 0 ? "%04d-%02d" : "%04d",
                 year, month, day);
    else if (raw != NULL && cx_is_date(raw))
        snprintf(text, sizeof text, "%s", raw);
    if (!cx_is_date(text))
        return cx_json_fail(reader, "is no date that catex reads");
    publication->year = number_of(text);
    if (text[4] != '\0')
        publication->issued = cx_strdup(reader->arena, text);
    return CATEX_OK;
}

/* arXiv ids have no name of their own in CSL: they stand as "arXiv:ID" in
 * number, in custom.arxiv, or in the DOI that arXiv gives. */
static void
find_arxiv(struct cx_json_reader *reader, const json_t *item,
           struct catex_publication *publication)
{
    const char *number = json_string_value(json_object_get(item, "number"));
    const char *id = json_string_value(
        json_object_get(json_object_get(item, "custom"), "arxiv"));
    const char *doi = publication->doi;
    if (id == NULL && number != NULL && strncasecmp(number, "arxiv:", 6) == 0)
        id = number + 6;
    if (id == NULL && doi != NULL
        && strncmp(doi, "10.48550/arxiv.", 15) == 0)
        id = doi + 15;
    if (id != NULL && cx_is_arxiv(id))
        publication->arxiv = cx_arxiv_key(reader->arena, id) + 6;
}

static const struct catex_member *
find_member(const char *csl)
{
    const struct catex_member *m = catex_shape_publication.members;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strcmp(names[i].csl, csl) != 0)
            continue;
        while (m->name != NULL && strcmp(m->name, names[i].member) != 0)
            m++;
        return m->name == NULL ? NULL : m;
    }
    return NULL;
}

static int
read_identifier(struct cx_json_reader *reader, const struct catex_member *m,
                const char **text)
{
    if (*text == NULL)
        return CATEX_OK;
    if (strcmp(m->name, "doi") == 0) {
        const char *doi = strstr(*text, "doi.org/");
        *text = cx_doi_key(reader->arena, doi == NULL ? *text : doi + 8) + 4;
    }
    if (strcmp(m->name, "pmcid") == 0 && strncmp(*text, "PMC", 3) != 0)
        *text = cx_printf(reader->arena, "PMC%s", *text);
    const struct cx_check *failed =
        cx_check_text(&catex_shape_publication, m, *text);
    return failed == NULL ? CATEX_OK
                          : cx_json_fail(reader, "%s", failed->words);
}

static int
read_member(struct cx_json_reader *reader, const struct catex_member *m,
            json_t *value, struct catex_publication *publication)
{
    void *at = (char *)publication + m->offset;
    if (m->type == CATEX_TYPE_LIST)
        return read_names(reader, value, at);
    if (strcmp(m->name, "issued") == 0)
        return read_date(reader, value, publication);
    if (m->type == CATEX_TYPE_ENUM) {
        const char *type = json_string_value(value);
        for (size_t i = 0; i < sizeof types / sizeof *types; i++)
            if (type != NULL && strcmp(types[i].type, type) == 0)
                publication->kind = types[i].kind;
        return CATEX_OK;
    }
    int status = read_text(reader, value, at);
    return status == CATEX_OK ? read_identifier(reader, m, at) : status;
}

static int
read_item(struct cx_facts *facts, json_t *item, struct cx_fact *fact)
{
    struct cx_json_reader *reader = &facts->reader;
    const struct cx_json_path *up = reader->path;
    struct cx_json_path here = {.up = up};
    int status = CATEX_OK;
    json_t *value;
    if (!json_is_object(item))
        return cx_json_wrong_type(reader, item, "an item of CSL-JSON");
    reader->path = &here;
    json_object_foreach(item, here.key, value) {
        const struct catex_member *m = find_member(here.key);
        reader->ordinal++;
        if (m != NULL && !json_is_null(value)) {
            size_t i = (size_t)(m - catex_shape_publication.members);
            fact->places[i].line = cx_json_line(reader);
            status = read_member(reader, m, value, fact->value);
        }
        if (status != CATEX_OK)
            break;
        cx_json_skip(reader, value);
    }
    reader->path = up;
    return status;
}

/* How messages call an item: by what people know it by. */
static const char *
name_of(struct cx_arena *arena, const struct catex_publication *publication)
{
    const char *id = publication->doi != NULL     ? publication->doi
                     : publication->arxiv != NULL ? publication->arxiv
                     : publication->pmid != NULL  ? publication->pmid
                     : publication->pmcid != NULL ? publication->pmcid
                                                  : publication->url;
    if (publication->title == NULL)
        return id;
    return cx_printf(arena, "\"%s\" (%s)", publication->title, id);
}

static int
read_one(struct cx_facts *facts, const struct cx_json_piece *piece)
{
    struct cx_json_reader *reader = &facts->reader;
    struct catex_error wrong = {0};
    struct cx_fact *fact =
        cx_fact_new(facts, &catex_shape_publication, NULL, piece->line);
    struct cx_place place = fact->place;
    const char *keys[CX_KEYS];
    int status = cx_json_parse(reader, piece);
    if (status != CATEX_OK)
        return status;
    reader->error = &wrong;
    status = read_item(facts, reader->tree, fact);
    reader->error = facts->error;
    if (status != CATEX_OK) {
        place.line = wrong.line;
        cx_facts_report(facts, place, "bad-fact", NULL,
                        "%s; this item is left out", wrong.text);
        return CATEX_OK;
    }
    find_arxiv(reader, reader->tree, fact->value);
    if (cx_publication_keys(facts->arena, fact->value, keys) == 0) {
        cx_facts_report(facts, place, "bad-fact", NULL,
                        "this item has no DOI, PMID, PMCID, arXiv id or URL "
                        "to be found by, it is left out");
        return CATEX_OK;
    }
    fact->name = name_of(facts->arena, fact->value);
    fact->fills = "url";
    cx_facts_add_publication(facts, fact);
    return CATEX_OK;
}

int
cx_facts_read_csl(struct cx_facts *facts, const struct cx_json_piece *root)
{
    struct cx_json_reader *reader = &facts->reader;
    struct cx_json_cursor cursor;
    struct cx_json_piece piece;
    char kind = root->bytes[0] == '[' ? '[' : CX_JSON_SEQUENCE;
    int status = cx_json_open(reader, kind, root, &cursor);
    while (status >= 0
           && (status = cx_json_next(reader, &cursor, &piece)) > 0) {
        struct cx_json_path path = {.index = piece.index};
        reader->path = &path;
        status = read_one(facts, &piece);
        reader->path = NULL;
    }
    return status;
}
