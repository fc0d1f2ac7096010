/* SPDX-License-Identifier: MIT */
/* Keys by which facts and what they are about find each other. */
#include <string.h>

#include "load/facts.h"
#include "model/byte.h"

static void
lower(char *text, size_t size)
{
    for (size_t i = 0; i < size; i++)
        text[i] = cx_lower(text[i]);
}

const char *
cx_doi_key(struct cx_arena *arena, const char *doi)
{
    char *key = cx_printf(arena, "doi:%s", doi);
    lower(key, strlen(key));
    return key;
}

/* Without what may change while it stays the same address: the scheme, "www.",
 * the case of the host, the fragment, a slash at the end. */
const char *
cx_url_key(struct cx_arena *arena, const char *url)
{
    const char *host = strstr(url, "://");
    host = host == NULL ? url : host + 3;
    if (strncasecmp(host, "www.", 4) == 0)
        host += 4;
    size_t size = strcspn(host, "#");
    while (size > 0 && host[size - 1] == '/')
        size--;
    char *key = cx_printf(arena, "url:%.*s", (int)size, host);
    lower(key, strcspn(key, "/?"));
    char *out = key; /* a table writes "|" so; it means the same */
    for (const char *at = key; *at != '\0'; at++) {
        int is_bar = strncasecmp(at, "%7c", 3) == 0;
        *out++ = is_bar ? '|' : *at;
        at += is_bar ? 2 : 0;
    }
    *out = '\0';
    return key;
}

const char *
cx_arxiv_key(struct cx_arena *arena, const char *id)
{
    size_t size = strlen(id), digits = size;
    while (digits > 0 && cx_byte_is(id[digits - 1], CX_DIGIT))
        digits--;
    if (digits > 0 && digits < size && id[digits - 1] == 'v')
        size = digits - 1;
    char *key = cx_printf(arena, "arxiv:%.*s", (int)size, id);
    lower(key, strlen(key));
    return key;
}

static const char *
after(const char *text, const char *start)
{
    size_t size = strlen(start);
    return strncasecmp(text, start, size) == 0 ? text + size : NULL;
}

int
cx_publication_keys(struct cx_arena *arena,
                    const struct catex_publication *publication,
                    const char **keys)
{
    int count = 0;
    const char *rest;
    if (publication->doi != NULL) {
        keys[count++] = cx_doi_key(arena, publication->doi);
        if ((rest = after(publication->doi, "10.48550/arxiv.")) != NULL)
            keys[count++] = cx_arxiv_key(arena, rest);
    }
    if (publication->pmid != NULL)
        keys[count++] = cx_printf(arena, "pmid:%s", publication->pmid);
    if (publication->pmcid != NULL)
        keys[count++] = cx_printf(arena, "pmcid:%s", publication->pmcid);
    if (publication->arxiv != NULL)
        keys[count++] = cx_arxiv_key(arena, publication->arxiv);
    if (publication->url != NULL) {
        const char *key = cx_url_key(arena, publication->url);
        keys[count++] = key;
        if ((rest = after(key, "url:doi.org/")) != NULL
            || (rest = after(key, "url:dx.doi.org/")) != NULL)
            keys[count++] = cx_doi_key(arena, rest);
        if ((rest = after(key, "url:arxiv.org/abs/")) != NULL)
            keys[count++] = cx_arxiv_key(arena, rest);
    }
    if (publication->id != NULL)
        keys[count++] = cx_printf(arena, "id:%s", publication->id);
    return count;
}
