/* SPDX-License-Identifier: MIT */
/* The exporter bibtex: each record an entry, and after it one for each of its
 * publications whose title is known and that has none yet.
 *
 * dialect=biblatex (UTF-8, for biblatex and biber): @dataset; publications are
 * @article, @inproceedings, @inbook, @book or @online, named in `related`. Any
 * script is typeset by LuaLaTeX and XeLaTeX; pdflatex knows Latin letters and
 * common symbols, and more after biber --output-safechars.
 * dialect=classic (ASCII, for BibTeX and its styles): @misc with its URL in
 * `howpublished`; a document wants \usepackage{url} and, for letters such as ą
 * and đ, \usepackage[T1]{fontenc}. Characters without a TeX command are
 * written [U+XXXX] and reported.
 *
 * Rules, beside those of each file:
 * - `url` is the first landing page, else access, else download link, else the
 *   first that is no paper. The other links are in `note` under their labels,
 *   each URL once.
 * - A title is a name: it stands in braces, so that no style changes its case.
 * - What a paper has no field for is in `note`, with biblatex in `addendum`.
 * - A publication without a known title has no entry; `note` tells its
 *   identifier. A preprint whose year is unknown has the month that is in its
 *   arXiv number.
 * - `keywords` are the sections, the group, topics and keywords; a comma within
 *   one parts it, since readers disagree on any way to protect it. `abstract`
 *   is the description; newlines, which mean nothing in BibTeX, are spaces.
 */
#include "bibtex.h"

#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <catex/shape.h>
#include <catex/text.h>

static const char *const dialects[] = {"biblatex", "classic", NULL};

static const struct catex_option bibtex_options[] = {
    {.name = "dialect", .preset = "biblatex", .choices = dialects,
     .help = "for biblatex (UTF-8) or for classic BibTeX (ASCII)",
     .type = CATEX_OPTION_CHOICE,
     .offset = (uint32_t)offsetof(struct bibtex_state, classic)},
    {.name = NULL}};

/* The first link with @role (any but a paper for 0) that can be followed. */
static const struct catex_link *
first_link(const struct catex_record *record, uint32_t role)
{
    const struct catex_link *link = record->links;
    for (; link != NULL; link = link->next)
        if ((role != 0 ? link->roles & role
                       : !(link->roles & CATEX_ROLE_PAPER)) &&
            catex_url_is_link(link->url))
            return link;
    return NULL;
}

static const struct catex_link *
main_link(const struct catex_record *record)
{
    static const uint32_t order[] = {CATEX_ROLE_LANDING, CATEX_ROLE_ACCESS,
                                     CATEX_ROLE_DOWNLOAD, 0};
    const struct catex_link *link = NULL;
    for (size_t i = 0; i < 4 && link == NULL; i++)
        link = first_link(record, order[i]);
    return link;
}

static const char *
find_doi(const struct catex_record *record)
{
    const struct catex_identifier *id = record->identifiers;
    for (; id != NULL; id = id->next)
        if (strcmp(id->scheme, "doi") == 0)
            return id->value;
    return NULL;
}

static int
has_entry(const struct catex_publication *paper)
{
    return paper->title != NULL && paper->id != NULL;
}

/* Whether the field `related` shows how @paper belongs to the record. */
static int
is_related(const struct bibtex_entry *entry,
           const struct catex_publication *paper)
{
    return !entry->classic && has_entry(paper) &&
           paper->relation == CATEX_RELATION_DESCRIBES;
}

static void
note_access(struct bibtex_entry *entry)
{
    const struct catex_record *record = entry->record;
    const char *access = catex_access_name(record->access);
    bibtex_note_pair(entry, "Access rights", access, record->access_note);
    bibtex_note_text(entry, NULL, record->rights_note);
    if (record->licence == NULL)
        return;
    const char *name = record->licence->name != NULL ? record->licence->name
                                                     : record->licence->spdx;
    if (name != NULL)
        bibtex_note_text(entry, "Licence", name);
    bibtex_note_url(entry, name != NULL ? NULL : "Licence",
                    record->licence->url);
}

static void
note_identity(struct bibtex_entry *entry)
{
    const struct catex_record *record = entry->record;
    const struct catex_identifier *id = record->identifiers;
    const char *doi = find_doi(record);
    if (entry->classic)
        bibtex_note_text(entry, "Version", record->version);
    for (; id != NULL; id = id->next)
        if (id->value != doi)
            bibtex_note_text(entry, id->scheme, id->value);
    bibtex_note_text(entry, "Part of", record->parent);
}

static void
note_papers(struct bibtex_entry *entry)
{
    static const char *const labels[] = {"Publication", "Described in",
                                         "Reference", "Used in", "Cited in"};
    const struct catex_publication *paper = entry->record->publications;
    for (; paper != NULL; paper = paper->next) {
        const char *url = bibtex_paper_url(entry->run, paper);
        if (is_related(entry, paper))
            continue;
        if (url != NULL)
            bibtex_note_url(entry, labels[paper->relation], url);
        else
            bibtex_note_text(entry, labels[paper->relation], paper->title);
    }
}

/* The URLs that the entry tells already. Only so many are remembered, so that
 * a record with very many takes no square of time. */
struct told {
    const char *urls[32];
    int count;
};

static void
tell(struct told *told, const char *url)
{
    if (url != NULL && told->count < 32)
        told->urls[told->count++] = url;
}

static void
find_told(const struct bibtex_entry *entry, struct told *told)
{
    const struct catex_publication *paper = entry->record->publications;
    if (entry->record->licence != NULL)
        tell(told, entry->record->licence->url);
    for (; paper != NULL && told->count < 32; paper = paper->next) {
        tell(told, bibtex_paper_url(entry->run, paper));
        tell(told, has_entry(paper) ? paper->url : NULL);
    }
}

static int
is_told(const struct told *told, const char *url)
{
    for (int i = 0; i < told->count; i++)
        if (catex_same_url(told->urls[i], url))
            return 1;
    return 0;
}

/* A link's own label, else its role as a word; an unknown role tells
 * nothing. */
static void
note_link(struct bibtex_entry *entry, const struct catex_link *link)
{
    char role[32] = "";
    const char *name = catex_role_name(link->roles);
    if (link->label == NULL && name != NULL &&
        !(link->roles & CATEX_ROLE_OTHER)) {
        snprintf(role, sizeof role, "%s", name);
        role[0] = (char)(role[0] - 'a' + 'A');
    }
    const char *label = link->label != NULL ? link->label
                        : *role != '\0'     ? role : NULL;
    if (catex_url_scheme(link->url) == CATEX_SCHEME_MAIL)
        bibtex_note_text(entry, label, link->url + strlen("mailto:"));
    else
        bibtex_note_url(entry, label, link->url);
}

static void
write_note(struct bibtex_entry *entry, const struct catex_link *shown)
{
    const struct catex_link *link = entry->record->links;
    struct told told = {.count = 0};
    tell(&told, shown != NULL ? shown->url : NULL);
    find_told(entry, &told);
    note_access(entry);
    note_identity(entry);
    note_papers(entry);
    for (; link != NULL; link = link->next) {
        if (is_told(&told, link->url))
            continue;
        note_link(entry, link);
        tell(&told, link->url);
    }
    bibtex_note_end(entry);
}

static void
write_keyword(struct bibtex_entry *entry, const char *keyword, int *count)
{
    if (keyword == NULL)
        return;
    if ((*count)++ == 0)
        bibtex_open(entry, "keywords");
    else
        bibtex_markup(&entry->text, ", ");
    bibtex_write(&entry->text, keyword);
}

/* What is lost of a section's title is told once, not by all its records. */
static void
write_section_keywords(struct bibtex_entry *entry, int *count)
{
    struct bibtex_state *bibtex = entry->run->state;
    const struct catex_section_ref *ref = entry->record->sections;
    size_t unmapped = entry->text.unmapped;
    for (; ref != NULL; ref = ref->next)
        write_keyword(entry, ref->section->title, count);
    ref = entry->record->sections;
    if (ref != NULL && ref->section == bibtex->section)
        entry->text.unmapped = unmapped;
    bibtex->section = ref == NULL ? NULL : ref->section;
}

static void
write_keywords(struct bibtex_entry *entry)
{
    const struct catex_record *record = entry->record;
    const struct catex_string *text;
    int count = 0;
    write_section_keywords(entry, &count);
    write_keyword(entry, record->group, &count);
    for (text = record->topics; text != NULL; text = text->next)
        write_keyword(entry, text->text, &count);
    for (text = record->keywords; text != NULL; text = text->next)
        write_keyword(entry, text->text, &count);
    if (count > 0)
        bibtex_close(entry);
}

static void
write_keys(struct bibtex_entry *entry)
{
    const struct catex_publication *paper = entry->record->publications;
    const struct catex_string *alias = entry->record->aliases;
    char key[BIBTEX_KEY_SIZE];
    int count = 0;
    if (entry->classic)
        return;
    for (; alias != NULL; alias = alias->next)
        catex_printf(entry->text.out, "%s%s", count++ ? "," : "  ids = {",
                     bibtex_record_key(alias->text, key));
    if (count > 0)
        bibtex_close(entry);
    count = 0;
    for (; paper != NULL; paper = paper->next)
        if (is_related(entry, paper))
            catex_printf(entry->text.out, "%s%s",
                         count++ ? "," : "  related = {",
                         bibtex_paper_key(paper->id, key));
    if (count == 0)
        return;
    bibtex_close(entry);
    bibtex_field(entry, "relatedstring", "Described in");
}

static void
write_dataset(struct bibtex_entry *entry)
{
    const struct catex_record *record = entry->record;
    const struct catex_link *link = main_link(record);
    const char *publisher = entry->classic ? "organization" : "publisher";
    char key[BIBTEX_KEY_SIZE];
    bibtex_begin(entry, entry->classic ? "misc" : "dataset",
                 bibtex_record_key(record->id, key));
    bibtex_names(entry, "author", record->creators);
    if (record->creators == NULL)
        bibtex_field(entry, entry->classic ? "key" : "label", record->title);
    bibtex_open(entry, "title");
    bibtex_markup(&entry->text, "{");
    bibtex_write(&entry->text, record->title);
    bibtex_markup(&entry->text, "}");
    bibtex_close(entry);
    bibtex_date(entry, record->issued);
    if (record->publisher != NULL)
        bibtex_organization(entry, publisher,
                            record->publisher->name != NULL
                                ? record->publisher->name
                                : record->publisher->family);
    if (!entry->classic)
        bibtex_field(entry, "version", record->version);
    bibtex_uri_field(entry, "doi", find_doi(record));
    if (link != NULL && entry->classic)
        bibtex_howpublished(entry, link->url);
    else if (link != NULL)
        bibtex_uri_field(entry, "url", link->url);
    write_keys(entry);
    write_note(entry, link);
    write_keywords(entry);
    bibtex_field(entry, "abstract", record->description);
    bibtex_end(entry);
}

static int
bibtex_record(struct catex_run *run, const struct catex_record *record)
{
    struct bibtex_state *bibtex = run->state;
    struct bibtex_entry entry = bibtex_entry_of(run, record);
    const struct catex_publication *paper = record->publications;
    write_dataset(&entry);
    for (; paper != NULL; paper = paper->next) {
        if (!has_entry(paper))
            continue;
        int is_new = bibtex_is_new(&bibtex->seen, paper->id);
        if (is_new < 0)
            return catex_error_set(run->error, CATEX_ERR_MEMORY, "bibtex", 0,
                                   "there is not enough memory");
        if (is_new)
            bibtex_paper(run, record, paper);
    }
    return CATEX_OK;
}

static void
bibtex_cleanup(struct catex_run *run)
{
    struct bibtex_state *bibtex = run->state;
    bibtex_forget(bibtex->seen);
}

#define BIT(name) CATEX_BIT(CATEX_FIELD_##name)

CATEX_EXPORTER_NOTE("bibtex")
CATEX_PUBLIC const struct catex_exporter catex_exporter = {
    CATEX_EXPORTER_HEAD,
    .name = "bibtex",
    .summary = "references for biblatex or BibTeX",
    .media_type = "application/x-bibtex",
    .ending = ".bib",
    /* Of the dialect biblatex; classic lacks the aliases. */
    .fields = BIT(ID) | BIT(PARENT) | BIT(TITLE) | BIT(DESCRIPTION) |
              BIT(SECTIONS) | BIT(GROUP) | BIT(TOPICS) | BIT(KEYWORDS) |
              BIT(ACCESS) | BIT(ACCESS_NOTE) | BIT(LINKS) |
              BIT(PUBLICATIONS) | BIT(IDENTIFIERS) | BIT(CREATORS) |
              BIT(PUBLISHER) | BIT(LICENCE) | BIT(RIGHTS_NOTE) |
              BIT(ISSUED) | BIT(VERSION) | BIT(ALIASES) | BIT(LINK_LABEL) |
              BIT(PUBLICATION_DOI) | BIT(PUBLICATION_PMID) |
              BIT(PUBLICATION_PMCID) | BIT(PUBLICATION_ARXIV) |
              BIT(PUBLICATION_URL) | BIT(PUBLICATION_RELATION) |
              BIT(PUBLICATION_TITLE) | BIT(PUBLICATION_AUTHORS) |
              BIT(PUBLICATION_YEAR) | BIT(PUBLICATION_VENUE) |
              BIT(PUBLICATION_DETAILS),
    .options = bibtex_options,
    .state_size = sizeof(struct bibtex_state),
    .record = bibtex_record,
    .cleanup = bibtex_cleanup,
};
