/* SPDX-License-Identifier: MIT */
/* Finds in entries and sections what the list's curator may want to mend. */
#include "load/lint.h"

#include <stdlib.h>
#include <string.h>

#include "load/draft.h"
#include "model/byte.h"
#include "model/index.h"
#include "model/text.h"

static const struct catex_report_kind kinds[] = {
    [CX_DUPLICATE_SECTION_NUMBER] =
        {"duplicate-section-number", "Two sections bear the same number."},
    [CX_DUPLICATE_TITLE] = {"duplicate-title",
                            "Two entries bear the same title."},
    [CX_DUPLICATE_URL] = {"duplicate-url", "Two entries lead to the same URL."},
    [CX_HTTP_AND_HTTPS] =
        {"http-and-https",
         "A link is http:, and others to the same host are https:."},
    [CX_INHERITED_LINK] =
        {"inherited-link",
         "An entry without links was given those of the block it stands in."},
    [CX_ITEM_WITHOUT_TITLE] = {"item-without-title",
                               "An item among entries has no title."},
    [CX_LINK_WITHOUT_ENTRY] = {"link-without-entry",
                               "A link belongs to no entry."},
    [CX_MALFORMED_LINK] = {"malformed-link",
                           "What looks like a link is none in Markdown."},
    [CX_MALFORMED_TITLE] = {"malformed-title",
                            "A title begins with a sign that nothing closes."},
    [CX_MALFORMED_URL] = {"malformed-url", "A URL is not written as URLs are."},
    [CX_MENDED] = {"mended", "A slip in the Markdown was taken as it was meant."},
    [CX_NO_DESCRIPTION] = {"no-description", "An entry has no description."},
    [CX_NO_ENTRY] = {"no-entry", "The list has no entry that catex can see."},
    [CX_NO_LINK] = {"no-link", "An entry has no link."},
    [CX_RELATIVE_URL] = {"relative-url",
                         "A URL leads nowhere outside of the list's folder."},
    [CX_REPLACED_CHARACTER] =
        {"replaced-character",
         "A byte that is no UTF-8, or a control character, became U+FFFD."},
    [CX_TRUNCATED_DESCRIPTION] =
        {"truncated-description", "A description breaks off with an ellipsis."},
    [CX_UNCLOSED] = {"unclosed", "Code or a comment is never closed."},
    [CX_UNKNOWN_LABEL] = {"unknown-label",
                          "Nothing is known of what a link's label means."},
    [CX_UNPLACED] = {"unplaced", "Something in the list became part of no "
                                 "entry and no section."},
    {NULL, NULL}};

const struct catex_report_kind *
catex_report_kinds(void)
{
    return kinds;
}

void
cx_find(struct cx_linter *linter, enum cx_finding_kind kind, int line,
        const struct catex_record *record, const char *text)
{
    struct cx_finding *new = cx_new(linter->scratch, struct cx_finding);
    new->kind = kind;
    new->line = line;
    new->record = record == NULL ? NULL : record->id;
    new->text = text;
    cx_append(&linter->tail, new);
    linter->count++;
}

int
cx_clip(const char *text)
{
    enum { MOST = 160 };
    return (int)cx_text_clip(text, strnlen(text, MOST + 1), MOST);
}

static void
check_section(struct cx_linter *linter, struct cx_index *numbers,
              const struct catex_section *section)
{
    if (section->number == NULL)
        return;
    /* "3.2" says all of its place; "2" counts within the section above. */
    const void *place =
        strchr(section->number, '.') == NULL ? section->parent : NULL;
    const char *key = cx_printf(linter->scratch, "%p %s", place,
                                section->number);
    void **first = cx_index_at(numbers, key);
    if (*first == NULL) {
        *first = cx_alloc(linter->scratch, sizeof(int));
        *(int *)*first = section->source.first_line;
        return;
    }
    cx_find(linter, CX_DUPLICATE_SECTION_NUMBER, section->source.first_line,
            NULL,
            cx_printf(linter->scratch,
                      "section number %.*s is that of line %d, too; give one "
                      "of the two another",
                      cx_clip(section->number), section->number,
                      *(int *)*first));
}

static void
check_sections(struct cx_linter *linter)
{
    struct cx_index numbers = {.arena = linter->scratch};
    const struct catex_section *section = linter->catalog->sections;
    for (; section != NULL; section = section->next)
        check_section(linter, &numbers, section);
}

static bool
is_truncated(const char *text)
{
    size_t size = strlen(text);
    while (size > 0 && strchr(" \n\t)]\"'", text[size - 1]) != NULL)
        size--;
    return size >= 3 && (memcmp(text + size - 3, "...", 3) == 0 ||
                         memcmp(text + size - 3, "\xE2\x80\xA6", 3) == 0);
}

static void
find_about(struct cx_linter *linter, enum cx_finding_kind kind,
           const struct catex_record *record, const char *what)
{
    cx_find(linter, kind, record->source.first_line, record,
            cx_printf(linter->scratch, "«%.*s» %s", cx_clip(record->title),
                      record->title, what));
}

/* A part needs no description: its whole has one, or is a mere list. */
static void
check_description(struct cx_linter *linter, const struct catex_record *record)
{
    if (record->description == NULL && record->parent == NULL)
        find_about(linter, CX_NO_DESCRIPTION, record,
                   "has no description; say in a sentence what it holds");
    else if (record->description != NULL && is_truncated(record->description))
        find_about(linter, CX_TRUNCATED_DESCRIPTION, record,
                   "has a description that breaks off with an ellipsis; "
                   "write it to its end");
}

/* What is left of "[Name](URL" and "(Name)[URL]", in a title and in a text. */
static bool
holds_broken_link(const char *title, const char *text)
{
    static const char *const signs[] = {"](http", "](www.", ")[http", "](<"};
    while (text != NULL && (text = strpbrk(text, "])")) != NULL) {
        for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++)
            if (strncmp(text, signs[i], strlen(signs[i])) == 0)
                return true;
        text++;
    }
    return title != NULL && strstr(title, "](") != NULL;
}

static void
check_broken_link(struct cx_linter *linter, const struct catex_record *record)
{
    if (holds_broken_link(record->title, record->description))
        find_about(linter, CX_MALFORMED_LINK, record,
                   "holds what looks like a link and is none; write it "
                   "[words](address), without blanks in the address");
    else if (record->title != NULL && strstr(record->title, "][") != NULL)
        find_about(linter, CX_MALFORMED_LINK, record,
                   "refers to an address that the list nowhere has; write "
                   "[words](address), or a line [name]: address");
}

/* "**Name - text", "[Name(URL)": Markdown shows the signs. */
static void
check_title_closes(struct cx_linter *linter, const struct catex_record *record)
{
    const char *title = record->title;
    if (title == NULL)
        return;
    if (strncmp(title, "**", 2) == 0)
        find_about(linter, CX_MALFORMED_TITLE, record,
                   "begins with stars that nothing closes; write **Name**");
    else if (*title == '[' && strchr(title, ']') == NULL)
        find_about(linter, CX_MALFORMED_TITLE, record,
                   "begins with a bracket that nothing closes; write "
                   "[Name](address)");
}

struct ways { /* how an entry without own links can be reached */
    struct cx_index linked; /* entries with links, by id */
    struct cx_index parts;  /* wholes of which a part has links, by id */
};

static struct ways
find_ways(struct cx_linter *linter)
{
    struct ways ways = {{.arena = linter->scratch}, {.arena = linter->scratch}};
    struct catex_record *record = linter->catalog->records;
    if (record == NULL)
        cx_find(linter, CX_NO_ENTRY, 0, NULL,
                "no entry is seen in this list; one begins with a bold title "
                "on a line of its own, or is a list item with a link");
    for (; record != NULL; record = record->next) {
        if (record->links == NULL)
            continue;
        *cx_index_at(&ways.linked, record->id) = record;
        if (record->parent != NULL)
            *cx_index_at(&ways.parts, record->parent) = record;
    }
    return ways;
}

static void
check_ways(struct cx_linter *linter, const struct ways *ways,
           const struct catex_record *record)
{
    const struct catex_link *link = record->links;
    if (link != NULL && (link->flags & CATEX_LINK_INHERITED)) {
        cx_find(linter, CX_INHERITED_LINK, record->source.first_line, record,
                cx_printf(linter->scratch,
                          "«%.*s» was given the link on line %d, which "
                          "stands for several entries; write its own link "
                          "into it",
                          cx_clip(record->title), record->title, link->line));
        return;
    }
    bool reached = link != NULL || record->access == CATEX_ACCESS_CONTACT ||
                   cx_index_get(&ways->parts, record->id) != NULL ||
                   (record->parent != NULL &&
                    cx_index_get(&ways->linked, record->parent) != NULL);
    if (!reached)
        find_about(linter, CX_NO_LINK, record,
                   "has no link; write where it is to be had, as in "
                   "«Access: https://…»");
}

/* Parts of different wholes may well have the same title. */
static void
check_title(struct cx_linter *linter, struct cx_index *titles,
            struct catex_record *record)
{
    const char *parent = record->parent == NULL ? "" : record->parent;
    char *key = cx_alloc(linter->scratch,
                         strlen(parent) + strlen(record->title) + 2);
    strcpy(stpcpy(stpcpy(key, parent), "\n"), record->title);
    for (char *c = key; *c != '\0'; c++)
        *c = cx_lower(*c);
    void **first = cx_index_at(titles, key);
    if (*first == NULL) {
        *first = record;
        return;
    }
    const struct catex_record *other = *first;
    cx_find(linter, CX_DUPLICATE_TITLE, record->source.first_line, record,
            cx_printf(linter->scratch,
                      "«%.*s» is the title of the entry on line %d, too; "
                      "remove one, or say in the titles what sets them apart",
                      cx_clip(record->title), record->title,
                      other->source.first_line));
}

static void
check_records(struct cx_linter *linter)
{
    struct cx_index titles = {.arena = linter->scratch};
    const struct ways ways = find_ways(linter);
    struct catex_record *record = linter->catalog->records;
    for (; record != NULL; record = record->next) {
        check_title(linter, &titles, record);
        check_description(linter, record);
        check_broken_link(linter, record);
        check_title_closes(linter, record);
        check_ways(linter, &ways, record);
    }
}

/* By line, else by kind, else as they were found. */
static int
compare(const void *a, const void *b)
{
    const struct cx_finding *const *x = a, *const *y = b;
    if ((*x)->line != (*y)->line)
        return (*x)->line < (*y)->line ? -1 : 1;
    if ((*x)->kind != (*y)->kind)
        return (*x)->kind < (*y)->kind ? -1 : 1;
    return strcmp((*x)->text, (*y)->text);
}

static void
give_in_order(struct cx_linter *linter, const struct cx_input *input)
{
    struct cx_finding **sorted =
        cx_alloc(linter->scratch, (linter->count + 1) * sizeof *sorted);
    size_t count = 0;
    for (struct cx_finding *at = linter->findings; at != NULL; at = at->next)
        sorted[count++] = at;
    qsort(sorted, count, sizeof *sorted, compare);
    for (size_t i = 0; i < count; i++)
        cx_report(input, kinds[sorted[i]->kind].name, sorted[i]->line,
                  sorted[i]->record, "%s", sorted[i]->text);
}

struct lint {
    const struct cx_catalog *catalog;
    const struct cx_input *input;
};

static void
lint(struct cx_arena *scratch, void *data)
{
    const struct lint *job = data;
    struct cx_linter linter = {.catalog = &job->catalog->public,
                               .scratch = scratch};
    linter.tail = &linter.findings;
    check_sections(&linter);
    check_records(&linter);
    cx_lint_links(&linter);
    give_in_order(&linter, job->input);
}

void
cx_lint(struct cx_catalog *catalog, const struct cx_input *input)
{
    struct lint job = {catalog, input};
    if (input->report != NULL)
        cx_arena_within(&catalog->arena, lint, &job);
}
