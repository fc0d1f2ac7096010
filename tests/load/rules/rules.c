/* SPDX-License-Identifier: MIT */
/* Tells a catalog in few words, a line for each thing that the list says, so
 * that a test can state the whole of it. In texts " / " is a line's end and
 * " // " a paragraph's. */
#include "rules.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <catex/catex.h>

struct told {
    FILE *out;
    int also;
};

static void
tell_text(struct told *told, const char *key, const char *text)
{
    if (text == NULL)
        return;
    fputs(key, told->out);
    for (; *text != '\0'; text++)
        if (strncmp(text, "\n\n", 2) == 0) {
            fputs(" // ", told->out);
            text++;
        } else if (*text == '\n') {
            fputs(" / ", told->out);
        } else {
            putc(*text, told->out);
        }
}

static void
tell_line(struct told *told, const char *key, const char *text)
{
    if (text == NULL)
        return;
    tell_text(told, key, text);
    putc('\n', told->out);
}

/* The names of bits or numbers, from the first on. */
static const char *const roles[] = {"access",    "download", "landing",
                                    "info",      "explorer", "code",
                                    "paper",     "reference", "challenge",
                                    "benchmark", "licence",  "other"};
static const char *const accesses[] = {
    "", "open", "registration", "registration-open", "approval",
    "contact", "fee", "closed"};

static void
tell_source(struct told *told, const struct catex_source *source)
{
    if (told->also & LINES)
        fprintf(told->out, " @%d-%d", source->first_line, source->last_line);
}

static void
tell_link(struct told *told, const struct catex_link *link)
{
    FILE *out = told->out;
    fputs("  link ", out);
    const char *joint = "";
    for (size_t i = 0; i < sizeof roles / sizeof roles[0]; i++)
        if (link->roles & (uint32_t)1 << i) {
            fprintf(out, "%s%s", joint, roles[i]);
            joint = "+";
        }
    fprintf(out, " %s", link->url);
    tell_text(told, " label=", link->label);
    tell_text(told, " title=", link->title);
    tell_text(told, " note=", link->note);
    if (link->flags & CATEX_LINK_INHERITED)
        fputs(" inherited", out);
    if (link->flags & CATEX_LINK_SHARED && told->also & IDS)
        fputs(" shared", out);
    if (link->flags & CATEX_LINK_DIRECT && told->also & IDS)
        fprintf(out, " direct %s",
                link->media_type == NULL ? "" : link->media_type);
    if (told->also & LINES)
        fprintf(out, " @%d", link->line);
    putc('\n', out);
}

static void
tell_ids(struct told *told, const struct catex_record *record)
{
    fprintf(told->out, "  id %s\n", record->id);
    if (record->kind == CATEX_KIND_COLLECTION)
        fputs("  collection\n", told->out);
    const struct catex_publication *paper = record->publications;
    for (; paper != NULL; paper = paper->next)
        fprintf(told->out, "  %s %s\n",
                paper->relation == CATEX_RELATION_DESCRIBES ? "described by"
                                                            : "reference",
                paper->id);
    const struct catex_identifier *id = record->identifiers;
    for (; id != NULL; id = id->next)
        fprintf(told->out, "  %s %s\n", id->scheme, id->value);
    const struct catex_count *count = record->counts;
    for (; count != NULL; count = count->next)
        fprintf(told->out, "  count %llu %s\n",
                (unsigned long long)count->value, count->unit);
}

static const char *
title_of(const struct catex_catalog *catalog, const char *id)
{
    const struct catex_record *record = catalog->records;
    while (strcmp(record->id, id) != 0)
        record = record->next;
    return record->title;
}

static void
tell_record(struct told *told, const struct catex_catalog *catalog,
            const struct catex_record *record)
{
    fprintf(told->out, "%s %s", record->parent == NULL ? "entry" : "part",
            record->title);
    if (record->parent != NULL)
        fprintf(told->out, " of %s", title_of(catalog, record->parent));
    if (record->sections != NULL)
        fprintf(told->out, " in %s", record->sections->section->title);
    tell_source(told, &record->source);
    putc('\n', told->out);
    if (told->also & IDS)
        tell_ids(told, record);
    tell_line(told, "  group ", record->group);
    tell_line(told, told->also & MARKDOWN ? "  markdown " : "  text ",
              told->also & MARKDOWN ? record->description_md
                                    : record->description);
    const struct catex_string *topic = record->topics;
    for (; topic != NULL; topic = topic->next)
        tell_line(told, "  topic ", topic->text);
    if (record->access != 0)
        fprintf(told->out, "  access %s\n", accesses[record->access]);
    tell_line(told, "  note ", record->access_note);
    if (record->licence != NULL) {
        fputs("  licence", told->out);
        tell_text(told, " ", record->licence->name);
        tell_text(told, " ", record->licence->url);
        putc('\n', told->out);
    }
    if (record->contact != NULL)
        tell_line(told, "  contact ", record->contact->email);
    const struct catex_link *link = record->links;
    for (; link != NULL; link = link->next)
        tell_link(told, link);
}

static void
tell_catalog(struct told *told, const struct catex_catalog *catalog)
{
    if (catalog->title != NULL && strcmp(catalog->title, "L") != 0)
        tell_line(told, "catalog ", catalog->title);
    tell_line(told, "about ", catalog->description);
    if (strcmp(catalog->language, "en") != 0)
        tell_line(told, "language ", catalog->language);
    if (catalog->licence != NULL) {
        tell_text(told, "licence ", catalog->licence->name);
        tell_line(told, " ", catalog->licence->url);
    }
    const struct catex_section *section = catalog->sections;
    for (; section != NULL; section = section->next) {
        fprintf(told->out, "%s", section->flags & CATEX_SECTION_MATTER
                                     ? "matter" : "section");
        tell_text(told, " number=", section->number);
        fprintf(told->out, " %s", section->title);
        if (section->parent != NULL)
            fprintf(told->out, " below %s", section->parent->title);
        tell_source(told, &section->source);
        tell_text(told, ": ", section->text);
        putc('\n', told->out);
    }
    const struct catex_record *record = catalog->records;
    for (; record != NULL; record = record->next)
        tell_record(told, catalog, record);
}

static void
on_report(const struct catex_report *report, void *user_data)
{
    struct told *told = user_data;
    if (told->also & REPORTS || strcmp(report->kind, "unplaced") == 0)
        fprintf(told->out, "report %s @%d\n", report->kind, report->line);
}

static void
test_rule(void **state)
{
    const struct rule *rule = *state;
    char *text = NULL;
    size_t size = 0;
    struct told told = {open_memstream(&text, &size), rule->also};
    struct catex_load_options options = {
        .size = sizeof options, .format = CATEX_FORMAT_MARKDOWN, .name = "L",
        .report = on_report, .user_data = &told};
    struct catex_catalog *catalog = NULL;
    struct catex_error error = {0};
    assert_non_null(told.out);
    int status = catex_load_bytes(rule->list, strlen(rule->list), &options,
                                  &catalog, &error);
    if (status == CATEX_OK)
        tell_catalog(&told, catalog);
    fclose(told.out);
    if (status != CATEX_OK)
        fail_msg("%s", error.text);
    /* Reports come while reading, and are told first. */
    if (strcmp(text, rule->says) != 0) {
        /* cmocka would cut a text as long as this. */
        fprintf(stderr, "%s: the list\n%s\nsays\n%s\nand not\n%s\n",
                rule->name, rule->list, text, rule->says);
        fail();
    }
    catex_catalog_free(catalog);
    free(text);
}

int
run_rules(const char *area, const struct rule *rules, size_t count)
{
    struct CMUnitTest *tests = calloc(count, sizeof *tests);
    if (tests == NULL)
        return 1;
    for (size_t i = 0; i < count; i++)
        tests[i] = (struct CMUnitTest){
            .name = rules[i].name, .test_func = test_rule,
            .initial_state = (void *)(uintptr_t)&rules[i]};
    int failed = _cmocka_run_group_tests(area, tests, count, NULL, NULL);
    free(tests);
    return failed;
}
