/* SPDX-License-Identifier: MIT */
/* Texts that exporters of several formats need alike. */
#include <catex/text.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "export/export.h"
#include "model/url.h"

const char *
catex_run_uri(struct catex_run *run, const char *url)
{
    if (cx_uri_is_plain(url))
        return url;
    size_t size = 3 * strlen(url) + 1; /* if all of it is encoded */
    char *out = catex_run_scratch(run, size);
    if (out != NULL)
        catex_uri(out, size, url);
    return out;
}

/* @before, @id and @after as a URI; "#", "?", "%" and the dots of "/../" in
 * the id are encoded, since they are part of it. */
static const char *
id_uri(struct catex_run *run, const char *before, const char *id,
       const char *after)
{
    size_t size = strlen(before) + 3 * strlen(id) + strlen(after) + 1;
    char *url = catex_run_scratch(run, size);
    if (url == NULL)
        return NULL;
    char *at = stpcpy(url, before);
    for (char last = '\0'; *id != '\0'; last = *id++) {
        if (strchr("#?%", *id) != NULL || (*id == '.' && last == '/'))
            at += sprintf(at, "%%%02X", (unsigned)*id);
        else
            *at++ = *id;
    }
    strcpy(at, after);
    return catex_run_uri(run, url);
}

const char *
catex_run_doi(struct catex_run *run, const char *doi)
{
    return id_uri(run, "https://doi.org/", doi, "");
}

const char *
catex_run_publication(struct catex_run *run,
                      const struct catex_publication *publication)
{
    if (publication->doi != NULL)
        return catex_run_doi(run, publication->doi);
    if (publication->pmid != NULL)
        return id_uri(run, "https://pubmed.ncbi.nlm.nih.gov/",
                      publication->pmid, "/");
    if (publication->pmcid != NULL)
        return id_uri(run, "https://pmc.ncbi.nlm.nih.gov/articles/",
                      publication->pmcid, "/");
    if (publication->arxiv != NULL)
        return id_uri(run, "https://arxiv.org/abs/", publication->arxiv, "");
    if (publication->url != NULL && catex_url_is_link(publication->url))
        return catex_run_uri(run, publication->url);
    return NULL;
}

const char *
catex_run_licence(struct catex_run *run, const struct catex_licence *licence)
{
    if (licence->url != NULL &&
        catex_url_scheme(licence->url) == CATEX_SCHEME_WEB)
        return catex_run_uri(run, licence->url);
    if (licence->spdx != NULL)
        return id_uri(run, "https://spdx.org/licenses/", licence->spdx, "");
    return NULL;
}

static int
compare(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The URLs of the publications, sorted, since there may be many. */
static const char **
publication_urls(struct catex_run *run, const struct catex_record *record,
                 size_t *ret_count)
{
    const struct catex_publication *p;
    size_t count = 0;
    for (p = record->publications; p != NULL; p = p->next)
        count += p->url != NULL;
    const char **urls = catex_run_scratch(run, (count + 1) * sizeof *urls);
    *ret_count = count;
    if (urls == NULL)
        return NULL;
    for (p = record->publications; p != NULL; p = p->next)
        if (p->url != NULL)
            urls[--count] = p->url;
    qsort(urls, *ret_count, sizeof *urls, compare);
    return urls;
}

const struct catex_link **
catex_run_links(struct catex_run *run, const struct catex_record *record)
{
    const struct catex_link *link;
    size_t url_count, count = 0;
    const char **urls = publication_urls(run, record, &url_count);
    for (link = record->links; link != NULL; link = link->next)
        count++;
    const struct catex_link **links =
        catex_run_scratch(run, (count + 1) * sizeof *links);
    if (urls == NULL || links == NULL)
        return NULL;
    count = 0;
    for (link = record->links; link != NULL; link = link->next)
        if (!(link->roles & (CATEX_ROLE_PAPER | CATEX_ROLE_REFERENCE)) ||
            bsearch(&link->url, urls, url_count, sizeof *urls, compare) ==
                NULL)
            links[count++] = link;
    links[count] = NULL;
    return links;
}

const char *
catex_run_sentence(struct catex_run *run, const struct catex_record *record)
{
    const struct catex_catalog *catalog = run->catalog;
    const struct catex_section *section =
        record->sections == NULL ? NULL : record->sections->section;
    const char *name = section == NULL          ? NULL
                       : section->title != NULL ? section->title
                                                : section->label;
    const char *list = catalog->title != NULL         ? catalog->title
                       : catalog->source.path != NULL ? catalog->source.path
                                                      : "this list";
    size_t size = strlen(record->title) + strlen(list) +
                  (name == NULL ? 0 : strlen(name)) + 100;
    char *text = catex_run_scratch(run, size);
    if (text == NULL)
        return NULL;
    snprintf(text, size,
             "\"%s\" is listed %s%s%sin %s; the list gives no further "
             "description.",
             record->title, name == NULL ? "" : "under \"",
             name == NULL ? "" : name, name == NULL ? "" : "\" ", list);
    return text;
}

int
catex_link_is_file(const struct catex_link *link)
{
    const uint32_t texts =
        CATEX_ROLE_PAPER | CATEX_ROLE_REFERENCE | CATEX_ROLE_LICENCE;
    return (link->flags & CATEX_LINK_DIRECT) && (link->roles & ~texts) &&
           catex_url_is_link(link->url);
}

const char *
catex_access_words(uint32_t access)
{
    static const char *const words[] = {
        [CATEX_ACCESS_OPEN] = "Open access",
        [CATEX_ACCESS_REGISTRATION] = "Requires registration",
        [CATEX_ACCESS_REGISTRATION_OPEN] =
            "Requires registration, which is open to everyone",
        [CATEX_ACCESS_APPROVAL] = "Requires approval",
        [CATEX_ACCESS_CONTACT] = "On request",
        [CATEX_ACCESS_FEE] = "Requires a fee",
        [CATEX_ACCESS_CLOSED] = "Closed",
    };
    return access < sizeof words / sizeof words[0] ? words[access] : NULL;
}
