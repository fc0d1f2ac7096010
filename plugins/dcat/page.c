/* SPDX-License-Identifier: MIT */
/* A catalog in pages: each is a document with the whole catalog's description
 * and some of its records, and says which one comes next (Hydra's partial
 * collection views; harvesters follow hydra:next). How many pages there will
 * be is known only at the end, so none names the last. */
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include <catex/text.h>

#include "dcat.h"

/* The bytes of @base in which a name stands beside it (RFC 3986, 5.2.3), or,
 * if @base is @a_folder, below it; @ret_slash is what to put between. */
static size_t
folder_of(const char *base, bool a_folder, const char **ret_slash)
{
    const char *host = strstr(base, "://");
    size_t least = host == NULL ? 0 : (size_t)(host - base) + 3;
    size_t end = strcspn(base, "?#"), size = end;
    if (a_folder) {
        *ret_slash = size > 0 && base[size - 1] == '/' ? "" : "/";
        return size;
    }
    while (size > least && base[size - 1] != '/')
        size--;
    *ret_slash = size == least && host != NULL ? "/" : "";
    return size == least && host != NULL ? end : size;
}

/* The file's @name in the folder of @base, or in @base itself, with all of it
 * in the path. */
static const char *
join(struct rdf *rdf, const char *base, bool a_folder, const char *name)
{
    const char *slash;
    size_t folder = folder_of(base, a_folder, &slash);
    char *iri =
        catex_run_scratch(rdf->run, folder + 1 + 3 * strlen(name) + 1);
    if (iri == NULL)
        return NULL;
    char *at = stpcpy(mempcpy(iri, base, folder), slash);
    for (; *name != '\0'; name++)
        if (strchr("#%:?", *name) != NULL)
            at += sprintf(at, "%%%02X", (unsigned)*name);
        else
            *at++ = *name;
    return catex_run_uri(rdf->run, iri);
}

static const char *
page_iri(struct dcat_state *state, int page)
{
    struct catex_run *run = state->rdf.run;
    const char *base = state->page_base != NULL     ? state->page_base
                       : run->catalog->base_iri != NULL
                           ? run->catalog->base_iri : "";
    if (page == 1)
        return join(&state->rdf, base, state->page_base != NULL, run->file);
    size_t size = strlen(run->stem) + 32;
    char *name = catex_run_scratch(run, size);
    if (name == NULL)
        return NULL;
    snprintf(name, size, "%s-%d.rdf", run->stem, page);
    return join(&state->rdf, base, state->page_base != NULL, name);
}

struct catex_writer *
dcat_next_page(struct dcat_state *state)
{
    char suffix[32];
    snprintf(suffix, sizeof suffix, "-%d.rdf", ++state->page);
    return catex_run_file(state->rdf.run, suffix);
}

void
dcat_write_collection(struct dcat_state *state)
{
    rdf_type(&state->rdf, DCAT_HYDRA "Collection");
    rdf_ref(&state->rdf, "hydra:view", page_iri(state, state->page));
}

void
dcat_write_view(struct dcat_state *state, int is_last)
{
    struct rdf *rdf = &state->rdf;
    int page = state->page;
    rdf_node(rdf, NULL, "hydra:PartialCollectionView", page_iri(state, page));
    /* Its former name, which some harvesters look for. */
    rdf_type(rdf, DCAT_HYDRA "PagedCollection");
    rdf_ref(rdf, "hydra:first", page_iri(state, 1));
    if (page > 1)
        rdf_ref(rdf, "hydra:previous", page_iri(state, page - 1));
    if (!is_last)
        rdf_ref(rdf, "hydra:next", page_iri(state, page + 1));
    rdf_close(rdf);
}
