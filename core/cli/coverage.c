/* SPDX-License-Identifier: MIT */
/* What each standard asks for and a catalog does not say: record by record,
 * and summed up in a table. */
#include "coverage.h"

#include <string.h>

enum scope { CATALOG, RECORD, PUBLICATION };

/* What a target needs. @must: it is mandatory there, else recommended. */
static const struct need {
    enum scope scope;
    const char *target, *member;
    int must;
    size_t least; /* characters of a text */
    const char *scheme; /* of an identifier */
} needs[] = {
    {CATALOG, "DCAT-AP", "title", 1, 0, NULL},
    {CATALOG, "DCAT-AP", "description", 1, 0, NULL},
    {CATALOG, "DCAT-AP", "publisher", 1, 0, NULL},
    {CATALOG, "DCAT-AP", "base_iri", 1, 0, NULL},
    {CATALOG, "DCAT-AP", "licence", 0, 0, NULL},
    {CATALOG, "DCAT-AP", "homepage", 0, 0, NULL},
    {RECORD, "DCAT-AP", "title", 1, 0, NULL},
    {RECORD, "DCAT-AP", "description", 1, 0, NULL},
    {RECORD, "DCAT-AP", "links", 0, 0, NULL},
    {RECORD, "DCAT-AP", "sections", 0, 0, NULL},
    {RECORD, "DCAT-AP", "keywords", 0, 0, NULL},
    {RECORD, "DCAT-AP", "publisher", 0, 0, NULL},
    {RECORD, "DCAT-AP", "contact", 0, 0, NULL},
    {RECORD, "DCAT-AP", "licence", 0, 0, NULL},
    {RECORD, "Google", "title", 1, 0, NULL},
    {RECORD, "Google", "description", 1, 50, NULL},
    {RECORD, "Google", "creators", 0, 0, NULL},
    {RECORD, "Google", "licence", 0, 0, NULL},
    {RECORD, "Google", "identifiers", 0, 0, NULL},
    {RECORD, "Google", "keywords", 0, 0, NULL},
    {RECORD, "BibTeX", "title", 1, 0, NULL},
    {RECORD, "BibTeX", "creators", 0, 0, NULL},
    {RECORD, "BibTeX", "issued", 0, 0, NULL},
    {RECORD, "DataCite", "identifiers", 1, 0, "doi"},
    {RECORD, "DataCite", "creators", 1, 0, NULL},
    {RECORD, "DataCite", "title", 1, 0, NULL},
    {RECORD, "DataCite", "publisher", 1, 0, NULL},
    {RECORD, "DataCite", "issued", 1, 0, NULL},
    {PUBLICATION, "BibTeX", "title", 1, 0, NULL},
    {PUBLICATION, "BibTeX", "authors", 1, 0, NULL},
    {PUBLICATION, "BibTeX", "year", 1, 0, NULL},
    {PUBLICATION, "BibTeX", "venue", 0, 0, NULL},
};
enum { NEEDS = sizeof needs / sizeof needs[0] };

static const struct catex_shape *const shapes[] = {
    &catex_shape_catalog, &catex_shape_record, &catex_shape_publication};
static const char *const names[] = {"catalogue", "records", "publications"};

struct coverage {
    struct cli_messages *messages;
    const char *list;
    size_t have[NEEDS], count[PUBLICATION + 1];
};

static size_t
count_characters(const char *text)
{
    size_t count = 0;
    for (; *text != '\0'; text++)
        count += (*text & 0xC0) != 0x80;
    return count;
}

static int
has(const struct need *need, const void *object)
{
    const struct catex_member *m = shapes[need->scope]->members;
    while (strcmp(m->name, need->member) != 0)
        m++;
    if (!catex_member_present(m, object))
        return 0;
    const void *at = (const char *)object + m->offset;
    if (need->least > 0)
        return count_characters(*(const char *const *)at) >= need->least;
    if (need->scheme == NULL)
        return 1;
    const struct catex_identifier *id =
        *(struct catex_identifier *const *)at;
    while (id != NULL && strcmp(id->scheme, need->scheme) != 0)
        id = id->next;
    return id != NULL;
}

/* "Google: 50 characters": whoever asks, and for what in particular. */
static size_t
name_target(const struct need *need, char *out, size_t size)
{
    if (need->least > 0)
        return (size_t)snprintf(out, size, "%s: %zu characters", need->target,
                                need->least);
    return (size_t)snprintf(out, size, "%s%s%s", need->target,
                            need->scheme == NULL ? "" : ": a ",
                            need->scheme == NULL ? "" : need->scheme);
}

/* Counts what @object has of what is needed in @scope, and writes what it
 * must have and has not, such as "description (DCAT-AP, Google)", to @out. */
static void
survey(struct coverage *coverage, enum scope scope, const void *object,
       char *out, size_t size)
{
    size_t at = 0;
    int lacks[NEEDS] = {0};
    out[0] = '\0';
    coverage->count[scope]++;
    for (size_t i = 0; i < NEEDS; i++) {
        if (needs[i].scope != scope)
            continue;
        int there = has(&needs[i], object);
        coverage->have[i] += there;
        lacks[i] = !there && needs[i].must;
    }
    for (size_t i = 0; i < NEEDS; i++) {
        const char *part = at == 0 ? "" : "), ";
        if (!lacks[i])
            continue;
        at += (size_t)snprintf(out + at, size - at, "%s%s (", part,
                               needs[i].member);
        at += name_target(&needs[i], out + at, size - at);
        for (size_t n = i + 1; n < NEEDS; n++) {
            if (!lacks[n] || strcmp(needs[n].member, needs[i].member) != 0)
                continue;
            at += (size_t)snprintf(out + at, size - at, ", ");
            at += name_target(&needs[n], out + at, size - at);
            lacks[n] = 0;
        }
    }
    if (at > 0)
        snprintf(out + at, size - at, ")");
}

static void
report(struct coverage *coverage, const struct catex_record *record,
       const char *name, const char *lacks)
{
    char text[640];
    if (*lacks == '\0')
        return;
    snprintf(text, sizeof text, "«%.200s» lacks %s", name, lacks);
    const struct catex_report incomplete = {
        .kind = "incomplete", .path = coverage->list, .text = text,
        .line = record == NULL ? 0 : record->source.first_line,
        .record = record == NULL ? NULL : record->id};
    cli_report(&incomplete, coverage->messages);
}

static void
survey_record(struct coverage *coverage, const struct catex_record *record)
{
    char lacks[400];
    const struct catex_publication *publication = record->publications;
    survey(coverage, RECORD, record, lacks, sizeof lacks);
    report(coverage, record, record->title, lacks);
    for (; publication != NULL; publication = publication->next) {
        survey(coverage, PUBLICATION, publication, lacks, sizeof lacks);
        report(coverage, record,
               publication->title != NULL ? publication->title
               : publication->id != NULL  ? publication->id
                                          : "a publication", lacks);
    }
}

static void
print_table(const struct coverage *coverage)
{
    FILE *to = coverage->messages->to;
    for (size_t i = 0; i < NEEDS; i++) {
        const char *level = needs[i].must ? "mandatory" : "recommended";
        size_t have = coverage->have[i];
        size_t count = coverage->count[needs[i].scope];
        if (coverage->messages->json)
            fprintf(to, "{\"target\": \"%s\", \"of\": \"%s\", \"need\": "
                    "\"%s\", \"level\": \"%s\", \"have\": %zu, "
                    "\"count\": %zu}\n", needs[i].target,
                    names[needs[i].scope], needs[i].member, level, have,
                    count);
        else
            fprintf(to, "%-9s %-13s %-12s %-12s %5zu of %zu\n",
                    needs[i].target, names[needs[i].scope], needs[i].member,
                    level, have, count);
    }
}

void
cli_coverage(struct cli_messages *messages, const char *list,
             const struct catex_catalog *catalog)
{
    struct coverage coverage = {.messages = messages, .list = list};
    char lacks[400];
    survey(&coverage, CATALOG, catalog, lacks, sizeof lacks);
    report(&coverage, NULL, catalog->title != NULL ? catalog->title : list,
           lacks);
    for (const struct catex_record *record = catalog->records; record != NULL;
         record = record->next)
        survey_record(&coverage, record);
    if (!messages->quiet)
        print_table(&coverage);
}
