/* SPDX-License-Identifier: MIT */
/* Reads publications, identifiers and data files out of a record's links. */
#include "load/derive.h"

#include <string.h>
#include <strings.h>

#include "model/byte.h"
#include "model/catalog.h"
#include "model/id.h"
#include "model/identifier.h"
#include "model/index.h"
#include "model/url.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

/* Endings of data files, with the media type that IANA has registered for
 * them; NULL where it has none. */
static const struct {
    const char *ending, *media_type;
} data_files[] = {
    {".gz", "application/gzip"},
    {".tgz", "application/gzip"},
    {".zip", "application/zip"},
    {".rar", "application/vnd.rar"},
    {".zst", "application/zstd"},
    {".tar", NULL}, {".bz2", NULL}, {".tbz2", NULL}, {".xz", NULL},
    {".txz", NULL}, {".7z", NULL},
    {".csv", "text/csv"},
    {".tsv", "text/tab-separated-values"},
    {".json", "application/json"},
    {".geojson", "application/geo+json"},
    {".jsonld", "application/ld+json"},
    {".jsonl", NULL}, {".ndjson", NULL},
    {".xml", "application/xml"},
    {".rdf", "application/rdf+xml"},
    {".ttl", "text/turtle"},
    {".nt", "application/n-triples"},
    {".nq", "application/n-quads"},
    {".xls", "application/vnd.ms-excel"},
    {".xlsx", "application/"
              "vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    {".ods", "application/vnd.oasis.opendocument.spreadsheet"},
    {".parquet", "application/vnd.apache.parquet"},
    {".sqlite", "application/vnd.sqlite3"},
    {".gpkg", "application/geopackage+sqlite3"},
    {".kml", "application/vnd.google-earth.kml+xml"},
    {".kmz", "application/vnd.google-earth.kmz"},
    {".dcm", "application/dicom"},
    {".tif", "image/tiff"},
    {".tiff", "image/tiff"},
    {".arff", NULL}, {".feather", NULL}, {".nc", NULL}, {".h5", NULL},
    {".hdf", NULL}, {".hdf5", NULL}, {".mat", NULL}, {".npy", NULL},
    {".npz", NULL}, {".pkl", NULL}, {".rds", NULL}, {".rdata", NULL},
    {".sav", NULL}, {".dta", NULL}, {".shp", NULL}, {".nii", NULL},
    {".nrrd", NULL}, {".mha", NULL}, {".edf", NULL}, {".svs", NULL},
    {".vcf", NULL}, {".bam", NULL}, {".fasta", NULL}, {".fastq", NULL},
    {".tfrecord", NULL}, {".tfrecords", NULL},
};

/* A page that shows a file, under an address that ends like it. */
static bool
is_page_of_file(const struct cx_url *url)
{
    static const char *const views[] = {"/blob/", "/tree/", "/wiki/"};
    for (size_t i = 0; i < COUNT(views); i++)
        if (memmem(url->path.text, url->path.size, views[i],
                   strlen(views[i])) != NULL)
            return true;
    return cx_host_is(url->host, "dropbox.com") &&
           !cx_span_ends(url->query, "dl=1") &&
           !cx_span_ends(url->query, "raw=1");
}

static void
derive_file(struct catex_record *record, struct catex_link *link)
{
    struct cx_url url = cx_url_split(link->url);
    bool web = cx_span_is(url.scheme, "http") ||
               cx_span_is(url.scheme, "https") || cx_span_is(url.scheme, "ftp");
    if (!web || url.host.size == 0)
        return;
    const char *dot = memrchr(url.path.text, '.', url.path.size);
    if (dot == NULL)
        return;
    const struct cx_span ending = {
        dot, (size_t)(url.path.text + url.path.size - dot)};
    size_t i = 0;
    while (i < COUNT(data_files) && !cx_span_is(ending, data_files[i].ending))
        i++;
    if (i == COUNT(data_files) || is_page_of_file(&url))
        return;
    link->flags |= CATEX_LINK_DIRECT;
    if (link->label == NULL && link->roles == CATEX_ROLE_LANDING)
        link->roles = CATEX_ROLE_DOWNLOAD; /* a file is no page */
    record->origin.derived |= CATEX_BIT(CATEX_FIELD_LINK_DIRECT);
    if (link->media_type != NULL || data_files[i].media_type == NULL)
        return;
    link->media_type = data_files[i].media_type;
    record->origin.derived |= CATEX_BIT(CATEX_FIELD_LINK_MEDIA_TYPE);
}

/* Words that stand in what is said about a paper, not in its title: of
 * people, of the link, of a place to read it. */
static bool
is_no_title_word(const char *word, size_t size)
{
    static const char *const words[] = {
        "et", "al", "here", "link", "links", "pdf", "paper", "papers",
        "preprint", "publication", "article", "manuscript", "read", "click",
        "see", "download", "arxiv", "pubmed", "doi", "url", "bibtex",
        "citation", "cite", "this", "journal", "vol", "pp", "ieee", "isbn"};
    for (size_t i = 0; i < COUNT(words); i++)
        if (strlen(words[i]) == size && strncasecmp(words[i], word, size) == 0)
            return true;
    return false;
}

static bool
is_year(const char *word, size_t size)
{
    return size == 4 && strspn(word, "0123456789") >= 4 &&
           (strncmp(word, "19", 2) == 0 || strncmp(word, "20", 2) == 0);
}

/* A word of a text, and its letters without the punctuation around them. */
struct word {
    const char *text, *letters;
    size_t size, letter_count;
};

static struct word
next_word(const char **text)
{
    *text += strspn(*text, " \n\t");
    struct word word = {.text = *text, .size = strcspn(*text, " \n\t")};
    *text += word.size;
    word.letters = word.text;
    word.letter_count = word.size;
    while (word.letter_count > 0 && strchr("([\"'&-", *word.letters) != NULL) {
        word.letters++;
        word.letter_count--;
    }
    while (word.letter_count > 0 &&
           strchr(".,;:!?)]\"'-", word.letters[word.letter_count - 1]) != NULL)
        word.letter_count--;
    return word;
}

/* "J." or "J," as in a name; a year in brackets, behind a comma, or at the
 * end, as in a citation. */
static bool
is_of_citation(const struct word *word, char before, bool is_last)
{
    if (is_year(word->letters, word->letter_count))
        return is_last || before == ',' || before == '.' ||
               word->letters != word->text;
    return word->size == 2 && cx_byte_is(word->text[0], CX_UPPER) &&
           (word->text[1] == '.' || word->text[1] == ',');
}

/* Whether a link's text plainly is the title of what it leads to. In doubt it
 * is not: a wrong title is worse than none. */
static bool
is_title(const char *text)
{
    enum { LEAST_WORDS = 4 };
    char first = text[0], before = ' ';
    size_t words = 0;
    if (!cx_byte_is(first, CX_UPPER | CX_DIGIT | CX_WIDE))
        return false;
    if (strstr(text, "://") != NULL || strncasecmp(text, "www.", 4) == 0)
        return false;
    while (text[strspn(text, " \n\t")] != '\0') {
        struct word word = next_word(&text);
        bool is_last = text[strspn(text, " \n\t")] == '\0';
        if (is_of_citation(&word, before, is_last) ||
            is_no_title_word(word.letters, word.letter_count))
            return false;
        words += word.letter_count > 0;
        before = word.text[word.size - 1];
    }
    return words >= LEAST_WORDS;
}

/* Notes the id in the member of its scheme. */
static void
note_identifier(struct cx_arena *arena, struct catex_publication *publication,
                const struct cx_identifier *found)
{
    const struct {
        const char *scheme, **member;
        int field;
    } members[] = {
        {"doi", &publication->doi, CATEX_FIELD_PUBLICATION_DOI},
        {"pmid", &publication->pmid, CATEX_FIELD_PUBLICATION_PMID},
        {"pmcid", &publication->pmcid, CATEX_FIELD_PUBLICATION_PMCID},
        {"arxiv", &publication->arxiv, CATEX_FIELD_PUBLICATION_ARXIV}};
    for (size_t i = 0; i < COUNT(members); i++) {
        if (strcmp(members[i].scheme, found->scheme) != 0)
            continue;
        *members[i].member = found->value;
        publication->origin.derived |= CATEX_BIT(members[i].field);
    }
    publication->id = cx_printf(arena, "%s-%s", found->scheme, found->value);
}

/* One that stands there twice is one, with the stronger relation and the
 * first title. */
static void
merge(struct catex_publication *into,
      const struct catex_publication *publication)
{
    if (publication->relation < into->relation)
        into->relation = publication->relation;
    if (into->title == NULL)
        into->title = publication->title;
}

struct deriver {
    struct cx_arena *arena;
    struct catex_record *record;
    struct cx_index seen; /* publications by id, DOIs by themselves */
    struct catex_publication **publication_tail;
    struct catex_identifier **identifier_tail;
};

static void
derive_publication(struct deriver *to, const struct catex_link *link,
                   const struct cx_identifier *found)
{
    struct catex_publication *new = cx_new(to->arena, struct catex_publication);
    new->relation = link->roles & CATEX_ROLE_PAPER ? CATEX_RELATION_DESCRIBES
                                                   : CATEX_RELATION_UNSPECIFIED;
    new->url = link->url;
    if (link->title != NULL && is_title(link->title) &&
        strcmp(link->title, to->record->title) != 0)
        new->title = link->title;
    if (found->scheme != NULL)
        note_identifier(to->arena, new, found);
    else
        new->id = cx_printf(to->arena, "url-%08x",
                            (unsigned)(cx_hash_url(link->url) >> 32));
    void **same = cx_index_at(&to->seen, new->id);
    if (*same != NULL) {
        merge(*same, new);
        return;
    }
    *same = new;
    cx_append(&to->publication_tail, new);
    to->record->origin.derived |= CATEX_BIT(CATEX_FIELD_PUBLICATIONS);
}

static void
derive_identifier(struct deriver *to, const struct cx_identifier *found)
{
    void **same = cx_index_at(&to->seen, found->value);
    if (*same != NULL)
        return;
    struct catex_identifier *new = cx_new(to->arena, struct catex_identifier);
    new->scheme = found->scheme;
    new->value = found->value;
    *same = new;
    cx_append(&to->identifier_tail, new);
    to->record->origin.derived |= CATEX_BIT(CATEX_FIELD_IDENTIFIERS);
}

void
cx_derive(struct cx_arena *arena, struct cx_arena *scratch,
          struct catex_record *record)
{
    const uint32_t papers = CATEX_ROLE_PAPER | CATEX_ROLE_REFERENCE;
    const uint32_t data =
        CATEX_ROLE_ACCESS | CATEX_ROLE_DOWNLOAD | CATEX_ROLE_LANDING;
    struct deriver to = {.arena = arena, .record = record,
                         .seen = {.arena = scratch},
                         .publication_tail = &record->publications,
                         .identifier_tail = &record->identifiers};
    struct catex_link *link;
    for (link = record->links; link != NULL; link = link->next) {
        struct cx_identifier found = {0};
        derive_file(record, link);
        if ((link->roles & (papers | data)) == 0)
            continue;
        cx_identifier_read(arena, link->url, &found);
        if (link->roles & papers)
            derive_publication(&to, link, &found);
        /* An inherited link is of the block, not of each record in it. */
        else if (found.scheme != NULL && strcmp(found.scheme, "doi") == 0 &&
                 !found.article && !(link->flags & CATEX_LINK_INHERITED))
            derive_identifier(&to, &found);
    }
}
