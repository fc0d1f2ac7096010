/* SPDX-License-Identifier: MIT */
/* Publications about a record: nodes with a citation as far as it is known. */
#include <stdio.h>
#include <string.h>

#include <catex/text.h>

#include "dcat.h"

static void
write_identifier(struct rdf *rdf, const char *scheme, const char *value)
{
    if (value == NULL)
        return;
    rdf_open(rdf, "dct:identifier");
    rdf_chars(rdf, scheme);
    rdf_chars(rdf, value);
    rdf_close(rdf);
}

static void
write_names(struct rdf *rdf, const struct catex_agent *author)
{
    for (; author != NULL; author = author->next) {
        dcat_write_agent_name(rdf, author);
        rdf_chars(rdf, author->next != NULL ? ", " : "");
    }
}

/* " before" + text + "after", if there is a text. */
static void
write_piece(struct rdf *rdf, const char *before, const char *text,
            const char *after)
{
    if (text == NULL)
        return;
    rdf_chars(rdf, before);
    rdf_chars(rdf, text);
    rdf_chars(rdf, after);
}

/* Authors (year). Title. Editors (eds.). Venue volume(issue), pages.
 * Publisher. */
static void
write_citation(struct rdf *rdf, const struct catex_publication *p)
{
    char year[32];
    if (p->title == NULL && p->authors == NULL && p->editors == NULL &&
        p->venue == NULL && p->publisher == NULL)
        return;
    rdf_open(rdf, "dct:bibliographicCitation");
    write_names(rdf, p->authors);
    if (p->year != 0) {
        snprintf(year, sizeof year, "%s(%d)", p->authors ? " " : "", p->year);
        rdf_chars(rdf, year);
    }
    if (p->authors != NULL || p->year != 0)
        rdf_chars(rdf, ". ");
    write_piece(rdf, "", p->title, ".");
    if (p->editors != NULL) {
        rdf_chars(rdf, " ");
        write_names(rdf, p->editors);
        rdf_chars(rdf, " (eds.).");
    }
    write_piece(rdf, " ", p->venue, "");
    write_piece(rdf, " ", p->volume, "");
    write_piece(rdf, "(", p->issue, ")");
    write_piece(rdf, ", ", p->pages, "");
    if (p->venue != NULL || p->volume != NULL || p->pages != NULL)
        rdf_chars(rdf, ".");
    write_piece(rdf, " ", p->publisher, ".");
    rdf_close(rdf);
}

/* The list's own URL, where the publication is not named by it. */
static void
write_url(struct rdf *rdf, const char *url, const char *iri)
{
    if (url == NULL || iri == NULL)
        return;
    const char *uri = catex_run_uri(rdf->run, url);
    if (!catex_url_is_link(url))
        rdf_plain(rdf, "skos:note", url);
    else if (uri != NULL && strcmp(uri, iri) != 0)
        rdf_ref(rdf, "rdfs:seeAlso", uri);
}

void
dcat_write_publications(struct dcat_state *state,
                        const struct catex_record *record)
{
    struct rdf *rdf = &state->rdf;
    for (const struct catex_publication *p = record->publications; p != NULL;
         p = p->next) {
        char year[16];
        const char *iri = catex_run_publication(rdf->run, p);
        if (iri == NULL)
            iri = rdf_thing(rdf, "publication", p->id);
        snprintf(year, sizeof year, "%04d", p->year);
        rdf_node(rdf,
                 p->relation == CATEX_RELATION_DESCRIBES ? "dct:isReferencedBy"
                                                         : "dct:relation",
                 "foaf:Document", iri);
        rdf_plain(rdf, "dct:title", p->title);
        write_citation(rdf, p);
        rdf_date(rdf, "dct:issued",
                 p->issued != NULL ? p->issued : p->year != 0 ? year : NULL,
                 record);
        write_identifier(rdf, "doi:", p->doi);
        write_identifier(rdf, "pmid:", p->pmid);
        write_identifier(rdf, "pmcid:", p->pmcid);
        write_identifier(rdf, "arxiv:", p->arxiv);
        write_url(rdf, p->url, iri);
        rdf_close_node(rdf);
    }
}
