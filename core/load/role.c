/* SPDX-License-Identifier: MIT */
/* What a link is for, after its label, its text and its URL. */
#include "load/role.h"

#include <stdbool.h>
#include <string.h>
#include <strings.h>

#include <catex/model.h>

#include "load/words.h"
#include "model/byte.h"
#include "model/text.h"

/* A file as repositories have it: "…/LICENSE", "…/license.txt". */
static bool
is_licence_file(const char *url)
{
    const char *slash = strrchr(url, '/');
    return slash != NULL &&
           cx_is_among(slash + 1, strlen(slash + 1),
                       "license license.md license.txt licence licence.md "
                       "licence.txt");
}

/* A page of arXiv or of a publisher is a publication, and one of Creative
 * Commons a licence, whatever it is called. */
static uint32_t
role_of_url(const char *url)
{
    static const struct {
        const char *start;
        uint32_t role;
    } known[] = {
        {"arxiv.org/abs/", CATEX_ROLE_PAPER},
        {"arxiv.org/pdf/", CATEX_ROLE_PAPER},
        {"ncbi.nlm.nih.gov/pubmed/", CATEX_ROLE_PAPER},
        {"pubmed.ncbi.nlm.nih.gov/", CATEX_ROLE_PAPER},
        {"aclanthology.org/", CATEX_ROLE_PAPER},
        {"aclweb.org/anthology/", CATEX_ROLE_PAPER},
        {"openaccess.thecvf.com/content", CATEX_ROLE_PAPER},
        {"openreview.net/forum", CATEX_ROLE_PAPER},
        {"openreview.net/pdf", CATEX_ROLE_PAPER},
        {"papers.nips.cc/paper", CATEX_ROLE_PAPER},
        {"proceedings.neurips.cc/paper", CATEX_ROLE_PAPER},
        {"proceedings.mlr.press/v", CATEX_ROLE_PAPER},
        {"isca-speech.org/archive/", CATEX_ROLE_PAPER},
        {"ieeexplore.ieee.org/document/", CATEX_ROLE_PAPER},
        {"ieeexplore.ieee.org/abstract/document/", CATEX_ROLE_PAPER},
        {"sciencedirect.com/science/article/", CATEX_ROLE_PAPER},
        {"semanticscholar.org/paper/", CATEX_ROLE_PAPER},
        {"link.springer.com/article/", CATEX_ROLE_PAPER},
        {"link.springer.com/chapter/", CATEX_ROLE_PAPER},
        {"nature.com/articles/", CATEX_ROLE_PAPER},
        {"biorxiv.org/content/", CATEX_ROLE_PAPER},
        {"medrxiv.org/content/", CATEX_ROLE_PAPER},
        {"dl.acm.org/doi/", CATEX_ROLE_PAPER},
        {"onlinelibrary.wiley.com/doi/", CATEX_ROLE_PAPER},
        {"creativecommons.org/licenses/", CATEX_ROLE_LICENCE},
        {"creativecommons.org/publicdomain/", CATEX_ROLE_LICENCE},
        {"creativecommons.org/share-your-work/", CATEX_ROLE_LICENCE},
        {"opendatacommons.org/licenses/", CATEX_ROLE_LICENCE},
        {"opensource.org/license", CATEX_ROLE_LICENCE},
        {"spdx.org/licenses/", CATEX_ROLE_LICENCE},
        {"gnu.org/licenses/", CATEX_ROLE_LICENCE},
        {"apache.org/licenses/", CATEX_ROLE_LICENCE}};
    const char *at = strstr(url, "://");
    at = at == NULL ? url : at + 3;
    for (bool more = true; more; at++) { /* each name within the host's */
        for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
            if (*at == known[i].start[0] &&
                strncmp(at, known[i].start, strlen(known[i].start)) == 0)
                return known[i].role;
        at += strcspn(at, "./");
        more = *at == '.';
    }
    return is_licence_file(url) ? CATEX_ROLE_LICENCE : 0;
}

/* A page of one data set in a place where data lie. */
static bool
is_data_page(const char *url)
{
    static const char *const known[] = {
        "zenodo.org/record", "zenodo.org/doi/", "data.mendeley.com/datasets/",
        "figshare.com/articles/dataset/", "kaggle.com/datasets/",
        "huggingface.co/datasets/", "/dataset.xhtml", "physionet.org/content/",
        "openneuro.org/datasets/", "ieee-dataport.org/",
        "archive.ics.uci.edu/", "datadryad.org/", "doi.pangaea.de/",
        /* The DOIs that such places give. */
        "/10.5281/zenodo.", "/10.6084/m9.figshare.", "/10.17632/",
        "/10.7910/dvn/", "/10.1594/pangaea.", "/10.5061/dryad.", "/10.24432/",
        "/10.13026/", "/10.18112/openneuro.", "/10.57967/hf/",
        "/10.34740/kaggle/", "/10.7937/", "/10.15468/", "/10.21227/",
        "/10.3886/icpsr", "/10.4121/", "/10.5067/", "/10.5066/", "/10.7289/",
        "/10.25921/"};
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
        if (strcasestr(url, known[i]) != NULL)
            return true;
    return false;
}

/* Whether what stands behind a licence's name goes on with it: "CC BY-SA 4.0",
 * but not "Creative Commons photos". */
static bool
is_of_licence(const char *rest, size_t size)
{
    size_t from = 0, end;
    while (from < size && strchr(" -_/(", rest[from]) != NULL)
        from++;
    if (from == 0 || from == size)
        return size == 0 || !cx_byte_is(*rest, CX_ALNUM);
    for (end = from; end < size && cx_byte_is(rest[end], CX_ALNUM);)
        end++;
    return (rest[from] >= '0' && rest[from] <= '9') ||
           cx_is_among(rest + from, end - from,
                       "sa nc nd by cc cc0 v attribution zero public share "
                       "noncommercial non licence license licenses licences "
                       "international universal unported open database odbl "
                       "pddl ouverte etalab version");
}

uint32_t
cx_role_of_name(const char *text, size_t size)
{
    static const struct {
        const char *words;
        uint32_t role;
    } ends[] = {{" licence", CATEX_ROLE_LICENCE},
                {" license", CATEX_ROLE_LICENCE},
                {" website", CATEX_ROLE_LANDING},
                {" homepage", CATEX_ROLE_LANDING},
                {" home page", CATEX_ROLE_LANDING},
                {" code", CATEX_ROLE_CODE},
                {" paper", CATEX_ROLE_PAPER}};
    static const char *const licences[] = {
        "cc0", "cc by", "cc-by", "creative commons", "odbl", "odc",
        "open data commons", "pddl", "licence ouverte"};
    for (size_t i = 0; i < sizeof licences / sizeof licences[0]; i++) {
        size_t start = strlen(licences[i]);
        if (size >= start && strncasecmp(text, licences[i], start) == 0 &&
            is_of_licence(text + start, size - start))
            return CATEX_ROLE_LICENCE;
    }
    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) {
        size_t end = strlen(ends[i].words);
        if (size > end &&
            strncasecmp(text + size - end, ends[i].words, end) == 0)
            return ends[i].role;
    }
    return 0;
}

uint32_t
cx_role_of_filler(const char *word, size_t size, const char *url)
{
    uint32_t told = role_of_url(url);
    if (told == 0 && is_data_page(url))
        told = CATEX_ROLE_ACCESS;
    return told != 0 ? told : cx_roles_of(word, size);
}

uint32_t
cx_link_roles(const char *label, uint32_t own, uint32_t around, const char *url)
{
    size_t size = label == NULL ? 0 : strlen(label);
    uint32_t roles = size > 0 ? cx_roles_of(label, size) : 0;
    uint32_t told = role_of_url(url);
    bool filler = size > 0 && cx_is_filler(label, size);
    if (own != 0 && (roles == 0 || filler))
        roles = own;
    else if (filler)
        roles = cx_role_of_filler(label, size, url);
    /* The DOI of a data set is none of a paper about it. */
    if (size == 3 && strcasecmp(label, "doi") == 0 && is_data_page(url))
        roles = CATEX_ROLE_ACCESS;
    /* The page of a paper is one, be it the link of a title. */
    if (roles == 0)
        roles = around != 0 && !(around == CATEX_ROLE_LANDING &&
                                 told == CATEX_ROLE_PAPER) ? around : told;
    /* "Paper / Project": one of them, and the URL may tell which. */
    if (size > 0 && memchr(label, '/', size) != NULL && roles & told)
        roles = told;
    return roles;
}
