/* SPDX-License-Identifier: MIT */
/* Finds in links what the list's curator may want to mend. */
#include "load/lint.h"

#include <string.h>
#include <strings.h>

#include <catex/text.h>

#include "load/words.h"
#include "model/byte.h"
#include "model/index.h"
#include "model/url.h"

struct checker {
    struct cx_linter *linter;
    const struct catex_record *record; /* the link's */
    struct cx_index inherited;         /* links of blocks that were seen */
    struct cx_index labels;            /* unknown ones: where they stood */
    struct cx_index owners;            /* of URLs */
    struct cx_index secure;            /* hosts that are linked by https: */
    struct plain *plain, **plain_tail; /* links by http: */
};

struct plain {
    struct plain *next;
    const struct catex_link *link;
    const struct catex_record *record;
    const char *host;
};

/* Where a label was first seen, and how often. */
struct label {
    struct label *next;
    const char *text;
    const struct catex_record *record;
    int line;
    size_t count;
};

static void
find_url(struct checker *checker, enum cx_finding_kind kind,
         const struct catex_link *link, const char *what)
{
    cx_find(checker->linter, kind, link->line, checker->record,
            cx_printf(checker->linter->scratch, "the URL %.*s %s",
                      cx_clip(link->url), link->url, what));
}

/* What is wrong with a host's name, or NULL. */
static const char *
fault_of_host(struct cx_span host)
{
    bool dot = false;
    if (host.size == 0)
        return "names no host; write it as https://host/path";
    if (host.text[0] == '[' || cx_span_is(host, "localhost"))
        return NULL;
    for (size_t i = 0; i < host.size; i++) {
        char c = host.text[i];
        if (c == '.' && (i == 0 || host.text[i - 1] == '.'))
            return "has a dot too many in its host";
        dot = dot || c == '.';
        if (!cx_byte_is(c, CX_ALNUM | CX_WIDE) && c != '.' && c != '-' &&
            c != '_' && c != '%')
            return "has in its host a character that no host has";
    }
    return dot ? NULL : "names a host without a dot; write the whole name";
}

static const char *
fault_of_characters(const char *url, const struct cx_url *parts)
{
    static const bool looked_at[256] = {
        [' '] = true, ['\t'] = true, ['\n'] = true, ['<'] = true,
        ['>'] = true, ['"'] = true,  ['{'] = true,  ['}'] = true,
        ['|'] = true, ['\\'] = true, ['^'] = true,  ['`'] = true,
        ['%'] = true};
    for (const char *c = url; *c != '\0'; c++) {
        if (!looked_at[(unsigned char)*c])
            continue;
        if (*c == ' ' || *c == '\t' || *c == '\n')
            return "holds a blank; write %20 in its place";
        if (*c != '%')
            return "holds a character that no URL has; write its percent "
                   "code, or remove it";
        if (!cx_byte_is(c[1], CX_HEX) || !cx_byte_is(c[2], CX_HEX))
            return "holds a percent sign without its two digits; write %25";
    }
    if (memchr(parts->path.text, '[', parts->path.size) != NULL ||
        memchr(parts->path.text, ']', parts->path.size) != NULL)
        return "holds a square bracket, as two links run into one do";
    return NULL;
}

static const char *
fault_of(const char *url, const struct cx_url *parts)
{
    static const char *const hosted[] = {"http", "https", "ftp", "ftps",
                                         "sftp", "s3", "gs", "git", "ssh",
                                         "rsync", "irods", NULL};
    static const char *const others[] = {"mailto", "doi", "arxiv", "pmid",
                                         "hdl", "urn", "info", "magnet",
                                         "tel", NULL};
    if (cx_span_is(parts->scheme, "mailto") && strchr(url, '@') == NULL)
        return "names no mailbox; write mailto:name@host";
    for (size_t i = 0; others[i] != NULL; i++)
        if (cx_span_is(parts->scheme, others[i]))
            return NULL;
    size_t i = 0;
    while (hosted[i] != NULL && !cx_span_is(parts->scheme, hosted[i]))
        i++;
    if (hosted[i] == NULL && ((parts->scheme.text[0] | 0x20) == 'h' ||
                              cx_span_is(parts->scheme, "ttps") ||
                              cx_span_is(parts->scheme, "ttp")))
        return "begins with a slip; write https:// there";
    if (hosted[i] == NULL && parts->host.size > 0)
        return NULL; /* wss:, and what is yet to come */
    if (cx_span_is(parts->scheme, "file") || parts->scheme.size == 1)
        return "is a file of one computer; link to where all can have it";
    if (cx_span_is(parts->scheme, "javascript") ||
        cx_span_is(parts->scheme, "data"))
        return "leads nowhere; link to a page";
    if (hosted[i] == NULL)
        return "does not begin as addresses do; write https:// in front";
    if (cx_span_is(parts->host, "http") || cx_span_is(parts->host, "https"))
        return "begins twice; leave one https:// out";
    if (i < 3 || parts->host.size == 0) {
        const char *fault = fault_of_host(parts->host);
        if (fault != NULL)
            return fault;
    }
    return fault_of_characters(url, parts);
}

/* A URL without a scheme: what it may be meant to be. */
static const char *
fault_of_relative(const char *url)
{
    static const char *const slips[] = {"http//", "https//", "http;/",
                                        "https;/"};
    const char *at = strchr(url, '@'), *slash = strchr(url, '/');
    for (size_t i = 0; i < sizeof slips / sizeof slips[0]; i++)
        if (strncasecmp(url, slips[i], strlen(slips[i])) == 0)
            return "begins with a slip; write https:// there";
    if (strncmp(url, "10.", 3) == 0 && slash != NULL && slash - url > 6)
        return "is a DOI; write https://doi.org/ in front";
    if (at != NULL && strchr(at, ':') != NULL && (slash == NULL || slash > at))
        return "is an address of git; write that of its page";
    return "is relative to the list; write all of it, from https:// on";
}

static void
check_url(struct checker *checker, const struct catex_link *link,
          const struct cx_url *parts)
{
    if (parts->scheme.size == 0) {
        find_url(checker, CX_RELATIVE_URL, link, fault_of_relative(link->url));
        return;
    }
    const char *fault = fault_of(link->url, parts);
    if (fault != NULL)
        find_url(checker, CX_MALFORMED_URL, link, fault);
}

/* The same key for URLs that differ only in what leads to the same page. */
static const char *
url_key(struct cx_arena *scratch, const struct cx_url *url)
{
    size_t www = cx_span_begins(url->host, "www.") ? 4 : 0;
    size_t path = url->path.size;
    while (path > 0 && url->path.text[path - 1] == '/')
        path--;
    const struct cx_span parts[] = {
        {url->host.text + www, url->host.size - www},
        {url->path.text, path}, {"?", 1}, url->query, {"#", 1}, url->fragment};
    const size_t count = sizeof parts / sizeof parts[0];
    size_t size = 0;
    for (size_t i = 0; i < count; i++)
        size += parts[i].size;
    char *key = cx_alloc(scratch, size + 1), *at = key;
    for (size_t i = 0; i < count; i++)
        at = mempcpy(at, parts[i].text, parts[i].size);
    for (size_t i = 0; i < parts[0].size; i++)
        key[i] = cx_lower(key[i]);
    return key;
}

struct owner {
    const struct catex_record *record;
    int line;
};

static bool
is_family(const struct catex_record *a, const struct catex_record *b)
{
    return a == b || (a->parent != NULL && strcmp(a->parent, b->id) == 0) ||
           (b->parent != NULL && strcmp(b->parent, a->id) == 0);
}

/* A part may well have the URL of its whole. */
static void
check_owner(struct checker *checker, const struct catex_link *link,
            const struct cx_url *parts)
{
    struct cx_arena *scratch = checker->linter->scratch;
    const uint32_t own =
        CATEX_ROLE_LANDING | CATEX_ROLE_ACCESS | CATEX_ROLE_DOWNLOAD;
    if ((link->roles & own) == 0 || parts->host.size == 0)
        return;
    void **first = cx_index_at(&checker->owners, url_key(scratch, parts));
    if (*first == NULL) {
        struct owner *new = cx_new(scratch, struct owner);
        new->record = checker->record;
        new->line = link->line;
        *first = new;
        return;
    }
    const struct owner *other = *first;
    if (is_family(checker->record, other->record))
        return;
    const char *title = other->record->title;
    find_url(checker, CX_DUPLICATE_URL, link,
             cx_printf(scratch,
                       "is that of «%.*s» on line %d, too; link each entry "
                       "to its own page, or make them one",
                       cx_clip(title), title, other->line));
}

static const char *
host_key(struct cx_arena *scratch, struct cx_span host)
{
    char *key = cx_strndup(scratch, host.text, host.size);
    for (char *c = key; *c != '\0'; c++)
        *c = cx_lower(*c);
    return key;
}

/* Remembers a host that is linked by https:, or a link by http:. */
static void
note_host(struct checker *checker, const struct catex_link *link,
          const struct cx_url *parts)
{
    struct cx_arena *scratch = checker->linter->scratch;
    bool plain = cx_span_is(parts->scheme, "http");
    bool secure = cx_span_is(parts->scheme, "https");
    if (parts->host.size == 0 || (!plain && !secure))
        return;
    const char *host = host_key(scratch, parts->host);
    if (secure) {
        *cx_index_at(&checker->secure, host) = checker;
        return;
    }
    struct plain *new = cx_new(scratch, struct plain);
    new->link = link;
    new->record = checker->record;
    new->host = host;
    cx_append(&checker->plain_tail, new);
}

/* Once all hosts are known. */
static void
check_plain(struct checker *checker)
{
    for (struct plain *at = checker->plain; at != NULL; at = at->next) {
        checker->record = at->record;
        if (cx_index_get(&checker->secure, at->host) != NULL)
            find_url(checker, CX_HTTP_AND_HTTPS, at->link,
                     "is http:, and the list links to the same host by "
                     "https:; write https: if it answers there");
    }
}

/* Years and other numbers name an edition, and need not be known. */
static bool
has_letter(const char *text)
{
    for (; *text != '\0'; text++)
        if (cx_byte_is(*text, CX_LETTER | CX_WIDE))
            return true;
    return false;
}

static void
note_label(struct checker *checker, struct label ***tail,
           const struct catex_link *link)
{
    /* What a mailbox is called says whose it is. */
    if (link->roles != CATEX_ROLE_OTHER || link->label == NULL ||
        catex_url_scheme(link->url) == CATEX_SCHEME_MAIL || !has_letter(link->label))
        return;
    void **known = cx_index_at(&checker->labels, link->label);
    if (*known == NULL) {
        struct label *new = cx_new(checker->linter->scratch, struct label);
        new->text = link->label;
        new->record = checker->record;
        new->line = link->line;
        cx_append(tail, new);
        *known = new;
    }
    ((struct label *)*known)->count++;
}

/* How many letters to change, add or drop to make @b of @a; both are short. */
static size_t
distance(const char *a, const char *b)
{
    enum { MOST = 48 };
    size_t row[MOST + 1], n = strlen(a), m = strlen(b);
    if (n > MOST || m > MOST)
        return MOST;
    for (size_t i = 0; i <= n; i++)
        row[i] = i;
    for (size_t j = 1; j <= m; j++) {
        size_t corner = row[0];
        row[0] = j;
        for (size_t i = 1; i <= n; i++) {
            size_t change = corner + (strncasecmp(a + i - 1, b + j - 1, 1) != 0);
            size_t least = row[i] < row[i - 1] ? row[i] : row[i - 1];
            corner = row[i];
            row[i] = least + 1 < change ? least + 1 : change;
        }
    }
    return row[n];
}

/* The known label that is so near that it may have been meant, or NULL. */
static const char *
nearest_label(const char *label)
{
    const char *const *word = cx_role_words(), *nearest = NULL;
    size_t least = strlen(label) / 3 + 1; /* one letter of three */
    for (; *word != NULL; word++) {
        size_t size = strlen(label), length = strlen(*word);
        if (size >= length + least || length >= size + least)
            continue; /* their lengths alone differ as much */
        size_t d = distance(label, *word);
        if (d >= least || d >= length)
            continue;
        least = d;
        nearest = *word;
    }
    return nearest;
}

static void
find_label(struct cx_linter *linter, const struct label *label)
{
    struct cx_arena *scratch = linter->scratch;
    const char *meant = nearest_label(label->text);
    const char *more = label->count == 1 ? ""
                                         : cx_printf(scratch, " (on %zu links)",
                                                     label->count);
    const char *remedy =
        meant == NULL ? "use one of those in catex-lists(7)"
                      : cx_printf(scratch, "was «%s» meant?", meant);
    cx_find(linter, CX_UNKNOWN_LABEL, label->line, label->record,
            cx_printf(scratch, "the label «%.*s»%s is not known; %s",
                      cx_clip(label->text), label->text, more, remedy));
}

/* The link of a block stands in each of its entries; once is enough. */
static bool
is_again(struct checker *checker, const struct catex_link *link)
{
    if (!(link->flags & CATEX_LINK_INHERITED))
        return false;
    const char *key = cx_printf(checker->linter->scratch, "%d %s", link->line,
                                link->url);
    void **seen = cx_index_at(&checker->inherited, key);
    bool again = *seen != NULL;
    *seen = checker;
    return again;
}

void
cx_lint_links(struct cx_linter *linter)
{
    struct cx_index none = {.arena = linter->scratch};
    struct checker checker = {.linter = linter, .inherited = none,
                              .labels = none, .owners = none, .secure = none};
    struct label *labels = NULL, **tail = &labels;
    checker.plain_tail = &checker.plain;
    struct catex_record *record = linter->catalog->records;
    for (; record != NULL; record = record->next) {
        checker.record = record;
        for (struct catex_link *link = record->links; link != NULL;
             link = link->next) {
            if (is_again(&checker, link))
                continue;
            const struct cx_url parts = cx_url_split(link->url);
            check_url(&checker, link, &parts);
            note_host(&checker, link, &parts);
            note_label(&checker, &tail, link);
            if (!(link->flags & CATEX_LINK_INHERITED))
                check_owner(&checker, link, &parts);
        }
    }
    check_plain(&checker);
    for (; labels != NULL; labels = labels->next)
        find_label(linter, labels);
}
