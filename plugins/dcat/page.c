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

/* The bytes of @iri up to the last slash of its path, or all of it up to the
 * query where it has no path (RFC 3986, 5.2.3). */
static size_t
folder_of(const char *iri)
{
    const char *host = strstr(iri, "://");
    size_t least = host == NULL ? 0 : (size_t)(host - iri) + 3;
    size_t end = strcspn(iri, "?#"), size = end;
    while (size > least && iri[size - 1] != '/')
        size--;
    return size == least && host != NULL ? end : size;
}

/* The file's @name below the first @size bytes of @folder, with all of it in
 * the path. */
static const char *
join(struct rdf *rdf, const char *folder, size_t size, const char *name)
{
    char *iri = catex_run_scratch(rdf->run, size + 1 + 3 * strlen(name) + 1);
    if (iri == NULL)
        return NULL;
    bool slash = size > 0 && folder[size - 1] != '/';
    char *at = stpcpy(mempcpy(iri, folder, size), slash ? "/" : "");
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
    const char *base = run->catalog->base_iri == NULL
                           ? "" : run->catalog->base_iri;
    const char *folder = state->page_base != NULL ? state->page_base : base;
    size_t folder_size = state->page_base != NULL ? strlen(folder)
                                                  : folder_of(base);
    if (page == 1)
        return join(&state->rdf, folder, folder_size, run->file);
    size_t size = strlen(run->stem) + 32;
    char *name = catex_run_scratch(run, size);
    if (name == NULL)
        return NULL;
    snprintf(name, size, "%s-%d.rdf", run->stem, page);
    return join(&state->rdf, folder, folder_size, name);
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
