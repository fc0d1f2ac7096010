/* SPDX-License-Identifier: MIT */
/* A table of the places in URLs where identifiers stand, and a reader for
 * each way to write one. */
#include "model/identifier.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "model/byte.h"
#include "model/text.h"
#include "model/url.h"

/* Longer URLs hold no identifier; so none of them costs much. */
enum { URL_MOST = 1024, VALUE_SIZE = URL_MOST + 32 };

/* Reads what begins at @text into @value; false if it is something else. */
typedef bool read_fn(const char *text, char value[VALUE_SIZE]);

static size_t
count_digits(const char *text)
{
    size_t n = 0;
    while (cx_byte_is(text[n], CX_DIGIT))
        n++;
    return n;
}

/* Whether an identifier can end before @text: nothing, a path that goes on,
 * or the punctuation of a sentence. */
static bool
is_end(const char *text)
{
    return *text == '/' || text[strspn(text, ".,;:)]}'\"")] == '\0';
}

static bool
ends_with(const char *text, size_t size, const char *end)
{
    size_t n = strlen(end);
    return size > n && strncasecmp(text + size - n, end, n) == 0;
}

/* A closing bracket that none opens is the sentence's. */
static bool
is_unopened(const char *text, size_t size, char open, char close)
{
    int depth = 0;
    for (size_t i = 0; i < size; i++)
        depth += text[i] == open ? 1 : text[i] == close ? -1 : 0;
    return depth < 0;
}

static size_t
without_punctuation(const char *text, size_t size)
{
    for (; size > 0; size--) {
        char last = text[size - 1];
        bool goes = strchr(".,;:!?'\"*/", last) != NULL ||
                    (last == ')' && is_unopened(text, size, '(', ')')) ||
                    (last == ']' && is_unopened(text, size, '[', ']')) ||
                    (last == '}' && is_unopened(text, size, '{', '}')) ||
                    (last == '>' && is_unopened(text, size, '<', '>'));
        if (!goes)
            break;
    }
    return size;
}

/* 10.NNNN/…, to the end of @text or its first blank. */
static bool
read_doi(const char *text, char value[VALUE_SIZE])
{
    if (strncmp(text, "10.", 3) != 0)
        return false;
    size_t digits = count_digits(text + 3), start = 3 + digits + 1;
    if (digits < 4 || digits > 9 || text[start - 1] != '/')
        return false;
    size_t size = start + strcspn(text + start, " \"");
    size = without_punctuation(text, size);
    if (size <= start)
        return false;
    for (size_t i = 0; i < size; i++)
        value[i] = text[i] >= 'A' && text[i] <= 'Z' ? (char)(text[i] + 32)
                                                    : text[i];
    value[size] = '\0';
    return true;
}

/* A DOI behind which the site names a view of the article. */
static bool
read_page_doi(const char *text, char value[VALUE_SIZE])
{
    static const char *const views[] = {
        ".pdf", ".full", ".abstract", ".html", ".svg", "/pdf", "/epdf",
        "/epub", "/html", "/full", "/fulltext", "/abstract", "/meta",
        "/summary", "/xml"};
    if (!read_doi(text, value))
        return false;
    size_t size = strlen(value), before;
    do {
        before = size;
        for (size_t i = 0; i < sizeof views / sizeof *views; i++)
            if (ends_with(value, size, views[i]))
                size -= strlen(views[i]);
    } while (size != before);
    value[size] = '\0';
    return strchr(value, '/') != NULL;
}

/* "10.1109/…", or a view's name before it: "abs/10.1109/…". */
static bool
read_view_doi(const char *text, char value[VALUE_SIZE])
{
    size_t view = strspn(text, "abcdefghijklmnopqrstuvwxyz-");
    if (view > 0 && text[view] == '/')
        text += view + 1;
    return read_page_doi(text, value);
}

/* bioRxiv and medRxiv put a version behind the DOI. */
static bool
read_rxiv_doi(const char *text, char value[VALUE_SIZE])
{
    if (strncmp(text, "10.1101/", 8) != 0 || !read_page_doi(text, value))
        return false;
    size_t size = strlen(value), digits = 0;
    while (cx_byte_is(value[size - 1 - digits], CX_DIGIT))
        digits++;
    if (digits > 0 && digits < 3 && value[size - 1 - digits] == 'v')
        value[size - 1 - digits] = '\0';
    return true;
}

/* Whether @text is what @shape says: "#" a digit, "?" a digit or a small
 * letter, "+" more digits to the end, and else itself. */
static bool
fits(const char *text, const char *shape)
{
    for (; *shape != '\0'; shape++, text++) {
        if (*shape == '+')
            return text[count_digits(text)] == '\0';
        bool digit = cx_byte_is(*text, CX_DIGIT);
        bool letter = *text >= 'a' && *text <= 'z';
        bool fit = *shape == '#'   ? digit
                   : *shape == '?' ? digit || letter
                                   : *text == *shape;
        if (!fit)
            return false;
    }
    return *text == '\0';
}

/* nature.com: sdataYYYYN is 10.1038/sdata.YYYY.N; the ids of today, and those
 * of some journals, follow the prefix as they are. */
static bool
read_nature(const char *text, char value[VALUE_SIZE])
{
    static const char *const shapes[] = {
        "s4####-###-####-?", "s4####-###-#####-?", "srep####+", "ncomms####",
        "nature#####"};
    char id[24];
    size_t size = strcspn(text, "/.,;)");
    const char *end = text + size;
    if (strncmp(end, ".pdf", 4) == 0)
        end += 4;
    if (size >= sizeof id || !is_end(end))
        return false;
    memcpy(id, text, size);
    id[size] = '\0';
    if (fits(id, "sdata20###+") && id[9] != '0')
        return snprintf(value, VALUE_SIZE, "10.1038/sdata.%.4s.%s", id + 5,
                        id + 9) > 0;
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++)
        if (fits(id, shapes[i]))
            return snprintf(value, VALUE_SIZE, "10.1038/%s", id) > 0;
    return false;
}

/* A number that stands by itself, behind @prefix. */
static bool
read_number(const char *text, size_t most, const char *prefix,
            char value[VALUE_SIZE])
{
    size_t digits = count_digits(text);
    if (digits == 0 || digits > most || *text == '0' || !is_end(text + digits))
        return false;
    return snprintf(value, VALUE_SIZE, "%s%.*s", prefix, (int)digits, text) > 0;
}

static bool
read_zenodo(const char *text, char value[VALUE_SIZE])
{
    return read_number(text, 10, "10.5281/zenodo.", value);
}

static bool
read_elife(const char *text, char value[VALUE_SIZE])
{
    return count_digits(text) >= 5 &&
           read_number(text, 6, "10.7554/elife.", value);
}

static bool
read_peerj(const char *text, char value[VALUE_SIZE])
{
    if (strncmp(text, "cs-", 3) == 0)
        return read_number(text + 3, 6, "10.7717/peerj-cs.", value);
    return read_number(text, 6, "10.7717/peerj.", value);
}

static bool
read_pmid(const char *text, char value[VALUE_SIZE])
{
    return read_number(text, 8, "", value);
}

static bool
read_pmcid(const char *text, char value[VALUE_SIZE])
{
    return strncasecmp(text, "PMC", 3) == 0 &&
           read_number(text + 3, 9, "PMC", value);
}

/* What may follow an arXiv id: a version, a file's ending. */
static bool
is_arxiv_end(const char *text)
{
    if (*text == 'v' && cx_byte_is(text[1], CX_DIGIT))
        text += 1 + count_digits(text + 1);
    if (strncasecmp(text, ".pdf", 4) == 0)
        text += 4;
    return is_end(text);
}

static int
two_digits(const char *text)
{
    return (text[0] - '0') * 10 + text[1] - '0';
}

/* YYMM.NNNN from April 2007, YYMM.NNNNN from 2015. */
static bool
read_new_arxiv(const char *text, char value[VALUE_SIZE])
{
    if (count_digits(text) != 4 || text[4] != '.')
        return false;
    int year = two_digits(text), month = two_digits(text + 2);
    size_t digits = count_digits(text + 5);
    if (month < 1 || month > 12 || year * 100 + month < 704 ||
        digits != (year < 15 ? 4u : 5u) || !is_arxiv_end(text + 5 + digits))
        return false;
    return snprintf(value, VALUE_SIZE, "%.*s", (int)(5 + digits), text) > 0;
}

/* archive/YYMMNNN or archive.SC/YYMMNNN, until March 2007. */
static bool
read_old_arxiv(const char *text, char value[VALUE_SIZE])
{
    size_t archive = strspn(text, "abcdefghijklmnopqrstuvwxyz-");
    const char *number = text + archive;
    if (*number == '.' && strlen(number) > 3)
        number += 3;
    if (archive < 2 || *number++ != '/' || count_digits(number) != 7 ||
        !is_arxiv_end(number + 7))
        return false;
    int year = two_digits(number), month = two_digits(number + 2);
    if (month < 1 || month > 12 || (year > 7 && year < 91))
        return false;
    return snprintf(value, VALUE_SIZE, "%.*s/%.7s", (int)archive, text,
                    number) > 0;
}

static bool
read_arxiv(const char *text, char value[VALUE_SIZE])
{
    return read_new_arxiv(text, value) || read_old_arxiv(text, value);
}

/* Where an identifier stands. A host is itself, with or without "www."; with
 * a dot in front also any below it; with one at its end any that begins so;
 * an empty one is any. A place is the start of the path or of a parameter of the
 * query; behind "*" also any part of it. The first that fits is taken. */
struct place {
    const char *host;
    size_t host_size;
    const char *at, *scheme;
    read_fn *read;
    bool article;
};

#define HOST(host) (host), sizeof(host) - 1
#define ANY HOST("")

static const struct place places[] = {
    {HOST(".doi.org"), "", "doi", read_doi, false},
    {HOST("doi."), "", "doi", read_doi, false},
    {HOST("dx."), "", "doi", read_doi, false},
    {ANY, "*doi:", "doi", read_doi, false},
    {ANY, "*info:doi/", "doi", read_page_doi, true},
    {HOST("zenodo.org"), "doi/", "doi", read_doi, false},
    {HOST("zenodo.org"), "record/", "doi", read_zenodo, false},
    {HOST("zenodo.org"), "records/", "doi", read_zenodo, false},
    {ANY, "*doi/", "doi", read_view_doi, true},
    {ANY, "doi=", "doi", read_page_doi, true},
    {HOST(".plos.org"), "id=", "doi", read_doi, true},
    {HOST("link.springer.com"), "article/", "doi", read_page_doi, true},
    {HOST("link.springer.com"), "chapter/", "doi", read_page_doi, true},
    {HOST("link.springer.com"), "book/", "doi", read_page_doi, true},
    {HOST("link.springer.com"), "content/pdf/", "doi", read_page_doi, true},
    {HOST(".biomedcentral.com"), "articles/", "doi", read_page_doi, true},
    {HOST(".biomedcentral.com"), "track/pdf/", "doi", read_page_doi, true},
    {HOST(".springeropen.com"), "articles/", "doi", read_page_doi, true},
    {HOST("frontiersin.org"), "*articles/", "doi", read_page_doi, true},
    {HOST("frontiersin.org"), "*article/", "doi", read_page_doi, true},
    {HOST("iopscience.iop.org"), "article/", "doi", read_page_doi, true},
    {HOST("biorxiv.org"), "content/", "doi", read_rxiv_doi, true},
    {HOST("medrxiv.org"), "content/", "doi", read_rxiv_doi, true},
    {HOST("nature.com"), "articles/", "doi", read_nature, true},
    {HOST("elifesciences.org"), "articles/", "doi", read_elife, true},
    {HOST("peerj.com"), "articles/", "doi", read_peerj, true},
    {HOST("pubmed.ncbi.nlm.nih.gov"), "", "pmid", read_pmid, true},
    {HOST("pubmed.ncbi.nlm.nih.gov"), "term=", "pmid", read_pmid, true},
    {HOST("ncbi.nlm.nih.gov"), "pubmed/", "pmid", read_pmid, true},
    {HOST("europepmc.org"), "article/MED/", "pmid", read_pmid, true},
    {HOST("europepmc.org"), "abstract/MED/", "pmid", read_pmid, true},
    {HOST("ncbi.nlm.nih.gov"), "pmc/articles/", "pmcid", read_pmcid, true},
    {HOST("pmc.ncbi.nlm.nih.gov"), "articles/", "pmcid", read_pmcid, true},
    {HOST("europepmc.org"), "article/PMC/", "pmcid", read_pmcid, true},
    {HOST("europepmc.org"), "articles/", "pmcid", read_pmcid, true},
    {HOST(".arxiv.org"), "abs/", "arxiv", read_arxiv, true},
    {HOST(".arxiv.org"), "pdf/", "arxiv", read_arxiv, true},
    {HOST(".arxiv.org"), "html/", "arxiv", read_arxiv, true},
    {HOST(".arxiv.org"), "format/", "arxiv", read_arxiv, true},
    {HOST(".arxiv.org"), "ps/", "arxiv", read_arxiv, true},
    {HOST("ar5iv.org"), "abs/", "arxiv", read_arxiv, true},
    {HOST("ar5iv.org"), "html/", "arxiv", read_arxiv, true},
    {HOST("alphaxiv.org"), "abs/", "arxiv", read_arxiv, true},
    {HOST("huggingface.co"), "papers/", "arxiv", read_new_arxiv, true},
    {ANY, "arxiv:", "arxiv", read_arxiv, true},
    {ANY, "pmid:", "pmid", read_pmid, true},
};

/* @host is without "www." here. */
static bool
is_host(const struct place *place, struct cx_span whole, struct cx_span host)
{
    size_t size = place->host_size;
    if (size == 0)
        return true;
    if (place->host[0] == '.')
        return whole.size + 1 >= size && cx_host_is(whole, place->host + 1);
    if (place->host[size - 1] == '.')
        return cx_span_begins(whole, place->host);
    return host.size == size && cx_span_is(host, place->host);
}

static bool
read_at(const struct place *place, const char *text, char value[VALUE_SIZE])
{
    bool anywhere = place->at[0] == '*';
    const char *start = place->at + anywhere;
    for (const char *at = text;; at++) {
        size_t size = cx_span_same((struct cx_span){at, SIZE_MAX}, start);
        if (start[size] == '\0' && place->read(at + size, value))
            return true;
        at = anywhere ? strpbrk(at, "/=") : NULL;
        if (at == NULL)
            return false;
    }
}

/* One text of a URL: its path, or a parameter of its query. */
static bool
read_part(struct cx_arena *arena, struct cx_span host, struct cx_span part,
          struct cx_identifier *ret)
{
    char text[URL_MOST + 1], value[VALUE_SIZE];
    if (part.size > 0 && part.text[0] == '/') {
        part.text++;
        part.size--;
    }
    if (part.size > URL_MOST)
        return false;
    size_t size = cx_percent_decode(text, part.text, part.size);
    if (cx_text_valid(text, size) != size || memchr(text, '\n', size) != NULL ||
        memchr(text, '\t', size) != NULL)
        return false;
    text[size] = '\0';
    if (text[strcspn(text, "0123456789")] == '\0')
        return false; /* every identifier has a digit */
    size_t www = cx_span_begins(host, "www.") ? 4 : 0;
    const struct cx_span bare = {host.text + www, host.size - www};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        if (!is_host(&places[i], host, bare) ||
            !read_at(&places[i], text, value))
            continue;
        ret->scheme = places[i].scheme;
        ret->value = cx_strdup(arena, value);
        ret->article = places[i].article;
        return true;
    }
    return false;
}

bool
cx_identifier_read(struct cx_arena *arena, const char *url,
                   struct cx_identifier *ret_identifier)
{
    struct cx_url parts = cx_url_split(url);
    if (parts.host.size == 0) /* doi:…, arxiv:… */
        return read_part(arena, parts.host,
                         (struct cx_span){url, strlen(url)}, ret_identifier);
    if (read_part(arena, parts.host, parts.path, ret_identifier))
        return true;
    while (parts.query.size > 0 && parts.query.size <= URL_MOST) {
        const char *end = memchr(parts.query.text, '&', parts.query.size);
        size_t size = end == NULL ? parts.query.size
                                  : (size_t)(end - parts.query.text);
        if (read_part(arena, parts.host,
                      (struct cx_span){parts.query.text, size},
                      ret_identifier))
            return true;
        size += end != NULL;
        parts.query.text += size;
        parts.query.size -= size;
    }
    return false;
}
