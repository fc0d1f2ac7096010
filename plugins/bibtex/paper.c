/* SPDX-License-Identifier: MIT */
/* The entry of a publication. Types that demand more than is known (an article
 * without an author) would make every style and checker complain, so then it
 * is @online or @misc, which only want a title, and the rest goes to `note`. */
#include <stdio.h>
#include <string.h>

#include <catex/text.h>

#include "bibtex.h"

enum detail {
    DETAIL_VENUE = 1 << 0,
    DETAIL_VOLUME = 1 << 1,
    DETAIL_NUMBER = 1 << 2,
    DETAIL_PAGES = 1 << 3,
    DETAIL_PUBLISHER = 1 << 4,
    DETAIL_EDITORS = 1 << 5
};

struct paper_type {
    uint32_t kind;        /* enum catex_publication_kind */
    unsigned takes;       /* enum detail: for which it has fields */
    unsigned needs;       /* those that it demands, in biblatex */
    unsigned needs_more;  /* and in classic */
    const char *biblatex; /* the type, and its field for the venue */
    const char *biblatex_venue;
    const char *classic;
    const char *classic_venue;
};

enum { IN_BOOK = DETAIL_VENUE | DETAIL_PAGES | DETAIL_PUBLISHER |
                 DETAIL_EDITORS };

static const struct paper_type types[] = {
    {CATEX_PUBLICATION_JOURNAL,
     DETAIL_VENUE | DETAIL_VOLUME | DETAIL_NUMBER | DETAIL_PAGES,
     DETAIL_VENUE, 0, "article", "journaltitle", "article", "journal"},
    {CATEX_PUBLICATION_CONFERENCE, IN_BOOK, DETAIL_VENUE, 0, "inproceedings",
     "booktitle", "inproceedings", "booktitle"},
    {CATEX_PUBLICATION_CHAPTER, IN_BOOK, DETAIL_VENUE, DETAIL_PUBLISHER,
     "inbook", "booktitle", "incollection", "booktitle"},
    {CATEX_PUBLICATION_BOOK, DETAIL_PUBLISHER, 0, DETAIL_PUBLISHER, "book",
     NULL, "book", NULL}};

static const struct paper_type *
find_type(const struct bibtex_entry *entry,
          const struct catex_publication *paper)
{
    unsigned known = (paper->venue != NULL ? DETAIL_VENUE : 0) |
                     (paper->publisher != NULL ? DETAIL_PUBLISHER : 0);
    if (paper->authors == NULL || (paper->year == 0 && paper->issued == NULL))
        return NULL;
    for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
        const struct paper_type *type = &types[i];
        unsigned needs = type->needs | (entry->classic ? type->needs_more : 0);
        if (type->kind == paper->kind)
            return (needs & ~known) == 0 ? type : NULL;
    }
    return NULL;
}

const char *
bibtex_paper_url(struct catex_run *run, const struct catex_publication *paper)
{
    const char *before = "", *id = paper->url, *after = "";
    if (paper->doi != NULL)
        before = "https://doi.org/", id = paper->doi;
    else if (paper->arxiv != NULL)
        before = "https://arxiv.org/abs/", id = paper->arxiv;
    else if (paper->pmid != NULL)
        before = "https://pubmed.ncbi.nlm.nih.gov/", id = paper->pmid,
        after = "/";
    else if (paper->pmcid != NULL)
        before = "https://pmc.ncbi.nlm.nih.gov/articles/",
        id = paper->pmcid, after = "/";
    if (id == NULL)
        return NULL;
    size_t size = strlen(before) + strlen(id) + 2;
    char *url = catex_run_scratch(run, size);
    if (url != NULL)
        snprintf(url, size, "%s%s%s", before, id, after);
    /* As the list has it, in capitals, perhaps. */
    return url != NULL && paper->url != NULL && catex_same_url(url, paper->url)
               ? paper->url : url;
}

/* "1804.01486" was submitted in 2018-04: that much its number tells. */
static const char *
arxiv_date(const char *id, char date[8])
{
    if (id == NULL || strspn(id, "0123456789") != 4 || id[4] != '.' ||
        strncmp(id, "07", 2) < 0 || id[2] > '1')
        return NULL;
    snprintf(date, 8, "20%.2s-%.2s", id, id + 2);
    return date;
}

static void
write_date(struct bibtex_entry *entry, const struct catex_publication *paper)
{
    char date[16];
    snprintf(date, sizeof date, "%04d", paper->year);
    if (paper->issued != NULL)
        bibtex_date(entry, paper->issued);
    else if (paper->year != 0)
        bibtex_date(entry, date);
    else
        bibtex_date(entry, arxiv_date(paper->arxiv, date));
}

/* "1--5, 12": hyphens and dashes of all lengths part a range. Returns the end
 * of a page's label at @s, NULL for anything else. */
static const char *
skip_label(const char *s)
{
    size_t size = strspn(s, "0123456789abcdefghijklmnopqrstuvwxyz"
                            "ABCDEFGHIJKLMNOPQRSTUVWXYZ.:");
    return size == 0 ? NULL : s + size;
}

static const char *
skip_dashes(const char *s)
{
    for (;;) {
        if (*s == '-')
            s++;
        else if (strncmp(s, "\xE2\x80\x93", 3) == 0 ||
                 strncmp(s, "\xE2\x80\x94", 3) == 0)
            s += 3;
        else
            return s;
    }
}

static int
are_pages(const char *s)
{
    for (;;) {
        s = skip_label(s);
        if (s == NULL)
            return 0;
        const char *after = skip_dashes(s);
        if (after != s)
            s = skip_label(after);
        if (s == NULL)
            return 0;
        if (*s == '\0')
            return 1;
        if (*s++ != ',')
            return 0;
        s += strspn(s, " ");
    }
}

static void
write_pages(struct bibtex_entry *entry, const char *pages)
{
    bibtex_open(entry, "pages");
    while (*pages != '\0') {
        const char *after = skip_dashes(pages);
        if (after != pages) {
            catex_puts(entry->text.out, "--");
            pages = after;
        } else {
            catex_putc(entry->text.out, *pages++);
        }
    }
    bibtex_close(entry);
}

static int
is_number(const char *text)
{
    return text[strspn(text, "0123456789")] == '\0';
}

/* The details that have a field of their own and a value that fits it. Classic
 * styles show no number without a volume. */
static unsigned
fitting(const struct bibtex_entry *entry, const struct paper_type *type,
        const struct catex_publication *paper)
{
    unsigned fits = type == NULL ? 0 : type->takes;
    if (paper->volume != NULL && !is_number(paper->volume))
        fits &= ~(unsigned)DETAIL_VOLUME;
    if (paper->pages != NULL && !are_pages(paper->pages))
        fits &= ~(unsigned)DETAIL_PAGES;
    if (entry->classic && (paper->volume == NULL || !(fits & DETAIL_VOLUME)))
        fits &= ~(unsigned)DETAIL_NUMBER;
    return fits;
}

static void
write_details(struct bibtex_entry *entry, const struct paper_type *type,
              const struct catex_publication *paper, unsigned fits)
{
    if (fits & DETAIL_VENUE)
        bibtex_field(entry,
                     entry->classic ? type->classic_venue
                                    : type->biblatex_venue,
                     paper->venue);
    if (fits & DETAIL_VOLUME)
        bibtex_field(entry, "volume", paper->volume);
    if (fits & DETAIL_NUMBER)
        bibtex_field(entry, "number", paper->issue);
    if ((fits & DETAIL_PAGES) && paper->pages != NULL)
        write_pages(entry, paper->pages);
    if (fits & DETAIL_PUBLISHER)
        bibtex_organization(entry, "publisher", paper->publisher);
    if (fits & DETAIL_EDITORS)
        bibtex_names(entry, "editor", paper->editors);
}

static void
write_note(struct bibtex_entry *entry, const struct catex_publication *paper,
           unsigned fits)
{
    const char *url = bibtex_paper_url(entry->run, paper);
    const struct catex_agent *editor = paper->editors;
    if (!(fits & DETAIL_VENUE))
        bibtex_note_text(entry, "In", paper->venue);
    if (!(fits & DETAIL_VOLUME))
        bibtex_note_text(entry, "Volume", paper->volume);
    if (!(fits & DETAIL_NUMBER))
        bibtex_note_text(entry, "Number", paper->issue);
    if (!(fits & DETAIL_PAGES))
        bibtex_note_text(entry, "Pages", paper->pages);
    if (!(fits & DETAIL_PUBLISHER))
        bibtex_note_text(entry, "Publisher", paper->publisher);
    for (; editor != NULL && !(fits & DETAIL_EDITORS); editor = editor->next)
        bibtex_note_name(entry, "Editor", editor);
    if (entry->classic || paper->arxiv != NULL)
        bibtex_note_text(entry, "PMID", paper->pmid);
    bibtex_note_text(entry, "PMCID", paper->pmcid);
    if (!entry->classic)
        return;
    bibtex_note_text(entry, "arXiv", paper->arxiv);
    if (paper->url != NULL && !catex_same_url(paper->url, url))
        bibtex_note_url(entry, NULL, paper->url);
}

/* Classic types but @misc have no field in which a style shows a URL. */
static void
write_ids(struct bibtex_entry *entry, const struct paper_type *type,
          const struct catex_publication *paper)
{
    const char *url = bibtex_paper_url(entry->run, paper);
    const char *eprint = paper->arxiv != NULL ? paper->arxiv : paper->pmid;
    bibtex_uri_field(entry, "doi", paper->doi);
    if (entry->classic) {
        if (type == NULL)
            bibtex_howpublished(entry, url);
        else
            bibtex_note_url(entry, NULL, url);
        return;
    }
    bibtex_uri_field(entry, "eprint", eprint);
    if (eprint != NULL)
        bibtex_field(entry, "eprinttype",
                     paper->arxiv != NULL ? "arxiv" : "pubmed");
    if (paper->url != NULL)
        bibtex_uri_field(entry, "url", paper->url);
    else if (paper->doi == NULL && eprint == NULL)
        bibtex_uri_field(entry, "url", url);
}

void
bibtex_paper(struct catex_run *run, const struct catex_record *record,
             const struct catex_publication *paper)
{
    struct bibtex_entry entry = bibtex_entry_of(run, record);
    const struct paper_type *type = find_type(&entry, paper);
    char key[BIBTEX_KEY_SIZE];
    const char *name = entry.classic ? "misc" : "online";
    /* The styles of biblatex put a note before the pages. */
    if (!entry.classic)
        entry.note_field = "addendum";
    if (type != NULL)
        name = entry.classic ? type->classic : type->biblatex;
    bibtex_begin(&entry, name, bibtex_paper_key(paper->id, key));
    bibtex_names(&entry, "author", paper->authors);
    if (entry.classic && paper->authors == NULL)
        bibtex_field(&entry, "key", paper->title);
    bibtex_open(&entry, "title");
    bibtex_write_title(&entry.text, paper->title);
    bibtex_close(&entry);
    write_date(&entry, paper);
    unsigned fits = fitting(&entry, type, paper);
    write_details(&entry, type, paper, fits);
    write_ids(&entry, type, paper);
    write_note(&entry, paper, fits);
    bibtex_note_end(&entry);
    bibtex_end(&entry);
}
