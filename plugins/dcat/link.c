/* SPDX-License-Identifier: MIT */
/* What a record's links are in DCAT: distributions, pages, related things. */
#include <string.h>

#include <catex/text.h>

#include "codes.h"
#include "dcat.h"

enum { GETS = CATEX_ROLE_ACCESS | CATEX_ROLE_DOWNLOAD };

/* Other roles are pages; which property leads to them. A link's direction may
 * be unknown, as that of a reference: dct:relation says no more. */
static const struct {
    uint32_t roles;
    const char *property;
} pages[] = {
    {CATEX_ROLE_LANDING, "dcat:landingPage"},
    {CATEX_ROLE_INFO | CATEX_ROLE_EXPLORER | CATEX_ROLE_OTHER, "foaf:page"},
    {CATEX_ROLE_PAPER, "dct:isReferencedBy"},
    {CATEX_ROLE_REFERENCE | CATEX_ROLE_CODE | CATEX_ROLE_CHALLENGE |
         CATEX_ROLE_BENCHMARK,
     "dct:relation"},
};

/* What is said about all distributions of a record at once. */
struct common {
    const struct catex_record *record;
    const char *rights; /* IRI of the rights statement once written */
    const struct catex_licence *licence;
    uint32_t roles; /* of all links that can be followed */
    int count;      /* of distributions */
};

static int
has_rights(const struct catex_record *record)
{
    return record->access != 0 || record->access_note != NULL ||
           record->rights_note != NULL;
}

/* One statement with all that the list says about access, in its words and in
 * those that are the same for all records; the first use tells it in full. */
static void
write_rights(struct rdf *rdf, struct common *common)
{
    const struct catex_record *record = common->record;
    const char *words = catex_access_words(record->access);
    if (!has_rights(record))
        return;
    if (common->rights != NULL) {
        rdf_ref(rdf, "dct:rights", common->rights);
        return;
    }
    common->rights = rdf_part(rdf, record, "rights", 0);
    rdf_node(rdf, "dct:rights", "dct:RightsStatement", common->rights);
    rdf_text(rdf, "rdfs:label", record->access_note);
    if (words != NULL && (record->access_note == NULL ||
                          strcmp(words, record->access_note) != 0))
        rdf_english(rdf, "rdfs:label", words);
    rdf_text(rdf, "rdfs:label", record->rights_note);
    rdf_close_node(rdf);
}

/* Licence and rights: of each distribution, or of a dataset that has none. */
static void
write_terms(struct rdf *rdf, struct common *common)
{
    if (common->licence != NULL)
        dcat_write_licence(rdf, common->licence, common->record);
    write_rights(rdf, common);
}

static const char *
label_of(const struct catex_link *link)
{
    return link->label != NULL ? link->label : link->title;
}

static void
write_distribution(struct rdf *rdf, const struct catex_link *link,
                   struct common *common)
{
    char id[CATEX_LINK_ID_SIZE];
    const char *url = catex_run_uri(rdf->run, link->url);
    rdf_node(rdf, "dcat:distribution", "dcat:Distribution",
             rdf_part(rdf, common->record, catex_link_id(link, id), 0));
    rdf_text(rdf, "dct:title", label_of(link));
    if (link->label != NULL)
        rdf_text(rdf, "dct:alternative", link->title);
    rdf_text(rdf, "dct:description", link->note);
    rdf_ref(rdf, "dcat:accessURL", url);
    if (catex_link_is_file(link))
        rdf_ref(rdf, "dcat:downloadURL", url);
    if (link->media_type != NULL &&
        !dcat_write_format(rdf, link->media_type))
        rdf_plain(rdf, "skos:note", link->media_type);
    write_terms(rdf, common);
    rdf_close_node(rdf);
    common->count++;
}

static void
write_page(struct rdf *rdf, const char *property,
           const struct catex_link *link)
{
    rdf_node(rdf, property, "foaf:Document",
             catex_run_uri(rdf->run, link->url));
    rdf_text(rdf, "dct:title", label_of(link));
    if (link->label != NULL)
        rdf_text(rdf, "dct:alternative", link->title);
    rdf_text(rdf, "dct:description", link->note);
    rdf_close_node(rdf);
}

/* A link that nobody can follow safely, kept as text. */
static void
write_text(struct rdf *rdf, const struct catex_link *link,
           const struct catex_record *record)
{
    rdf_plain(rdf, "skos:note", link->url);
    catex_run_warn(rdf->run, "not-a-link", record,
                   "«%.60s» is no web address and written as plain text",
                   link->url);
}

static void
write_mail(struct rdf *rdf, const struct catex_link *link,
           const struct catex_record *record)
{
    char id[CATEX_LINK_ID_SIZE];
    const struct catex_agent *contact = record->contact;
    /* The contact of the record, whom dcat_write_contact() has written. */
    if (contact != NULL && contact->email != NULL && link->note == NULL &&
        strcmp(link->url + strlen("mailto:"), contact->email) == 0)
        return;
    rdf_node(rdf, "dcat:contactPoint", "vcard:Kind",
             rdf_part(rdf, record, catex_link_id(link, id), 0));
    rdf_text(rdf, "vcard:fn", label_of(link));
    rdf_text(rdf, "vcard:note", link->note);
    rdf_ref(rdf, "vcard:hasEmail", catex_run_uri(rdf->run, link->url));
    rdf_close_node(rdf);
}

/* DCAT 3 on accessURL: where a landing page is the only way to the data, it is
 * the access URL as well. */
static int
is_distribution(const struct catex_link *link, const struct common *common)
{
    if (link->roles & GETS || catex_link_is_file(link))
        return 1;
    return (link->roles & CATEX_ROLE_LANDING) && !(common->roles & GETS);
}

static void
write_link(struct rdf *rdf, const struct catex_link *link,
           struct common *common)
{
    const struct catex_licence *licence = common->licence;
    if (is_distribution(link, common))
        write_distribution(rdf, link, common);
    for (size_t i = 0; i < sizeof pages / sizeof pages[0]; i++)
        if (link->roles & pages[i].roles)
            write_page(rdf, pages[i].property, link);
    if ((link->roles & CATEX_ROLE_LICENCE) &&
        (licence->url == NULL || strcmp(licence->url, link->url) != 0))
        write_page(rdf, "foaf:page", link);
}

/* What the links say together, before any of them is written: the first of a
 * licence names it where the record has none. */
static void
survey(struct common *common, struct catex_licence *licence,
       const struct catex_link *const *links)
{
    common->licence = common->record->licence;
    for (size_t i = 0; links[i] != NULL; i++) {
        if (!catex_url_is_link(links[i]->url))
            continue;
        common->roles |= links[i]->roles;
        if (!(links[i]->roles & CATEX_ROLE_LICENCE) || common->licence != NULL)
            continue;
        licence->url = links[i]->url;
        licence->name = label_of(links[i]);
        common->licence = licence;
    }
}

void
dcat_write_links(struct dcat_state *state, const struct catex_record *record)
{
    struct rdf *rdf = &state->rdf;
    struct common common = {.record = record};
    struct catex_licence licence = {.url = NULL};
    const struct catex_link **links = catex_run_links(rdf->run, record);
    if (links == NULL)
        return;
    survey(&common, &licence, links);
    for (size_t i = 0; links[i] != NULL; i++) {
        if (catex_url_is_link(links[i]->url))
            write_link(rdf, links[i], &common);
        else if (catex_url_scheme(links[i]->url) == CATEX_SCHEME_MAIL)
            write_mail(rdf, links[i], record);
        else
            write_text(rdf, links[i], record);
    }
    if (common.count == 0)
        write_terms(rdf, &common);
}
