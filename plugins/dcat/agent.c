/* SPDX-License-Identifier: MIT */
/* People, organizations, licences, documents. */
#include <string.h>

#include <catex/text.h>

#include "dcat.h"

#define FOAF "http://xmlns.com/foaf/0.1/"

void
dcat_write_document(struct rdf *rdf, const char *property, const char *url,
                    const char *label)
{
    rdf_node(rdf, property, "foaf:Document", catex_run_uri(rdf->run, url));
    rdf_text(rdf, "dct:title", label);
    rdf_close_node(rdf);
}

void
dcat_write_agent_name(struct rdf *rdf, const struct catex_agent *agent)
{
    if (agent->name != NULL) {
        rdf_chars(rdf, agent->name);
        return;
    }
    if (agent->given != NULL) {
        rdf_chars(rdf, agent->given);
        rdf_chars(rdf, " ");
    }
    if (agent->family != NULL)
        rdf_chars(rdf, agent->family);
}

/* mailto:… as an IRI, also where the list leaves out the scheme. */
static const char *
mail_iri(struct rdf *rdf, const char *email)
{
    static const char scheme[] = "mailto:";
    if (catex_url_scheme(email) == CATEX_SCHEME_MAIL)
        return catex_run_uri(rdf->run, email);
    char *iri = catex_run_scratch(rdf->run, sizeof scheme + strlen(email));
    if (iri == NULL)
        return NULL;
    memcpy(iri, scheme, sizeof scheme - 1);
    strcpy(iri + sizeof scheme - 1, email);
    return catex_run_uri(rdf->run, iri);
}

static const char *
web_iri(struct rdf *rdf, const char *url)
{
    return url != NULL && catex_url_scheme(url) == CATEX_SCHEME_WEB
               ? catex_run_uri(rdf->run, url)
               : NULL;
}

void
dcat_write_agent(struct rdf *rdf, const char *property,
                 const struct catex_agent *agent,
                 const struct catex_record *record, int number)
{
    const char *iri = web_iri(rdf, agent->iri);
    if (iri == NULL)
        iri = rdf_part(rdf, record, strchr(property, ':') + 1, number);
    rdf_node(rdf, property, "foaf:Agent", iri);
    if (agent->kind == CATEX_AGENT_PERSON)
        rdf_type(rdf, FOAF "Person");
    else if (agent->kind == CATEX_AGENT_ORGANIZATION)
        rdf_type(rdf, FOAF "Organization");
    rdf_open(rdf, "foaf:name");
    dcat_write_agent_name(rdf, agent);
    rdf_close(rdf);
    if (agent->iri != NULL && web_iri(rdf, agent->iri) == NULL)
        rdf_plain(rdf, "dct:identifier", agent->iri);
    if (agent->email != NULL)
        rdf_ref(rdf, "foaf:mbox", mail_iri(rdf, agent->email));
    if (web_iri(rdf, agent->url) != NULL)
        dcat_write_document(rdf, "foaf:homepage", agent->url, NULL);
    else
        rdf_plain(rdf, "skos:note", agent->url);
    rdf_close_node(rdf);
}

void
dcat_write_contact(struct rdf *rdf, const struct catex_record *record)
{
    const struct catex_agent *contact = record->contact;
    if (contact == NULL)
        return;
    const char *iri = web_iri(rdf, contact->iri);
    if (iri == NULL)
        iri = rdf_part(rdf, record, "contact", 0);
    rdf_node(rdf, "dcat:contactPoint", "vcard:Kind", iri);
    rdf_open(rdf, "vcard:fn");
    dcat_write_agent_name(rdf, contact);
    rdf_close(rdf);
    if (contact->email != NULL)
        rdf_ref(rdf, "vcard:hasEmail", mail_iri(rdf, contact->email));
    rdf_ref(rdf, "vcard:hasURL", web_iri(rdf, contact->url));
    rdf_close_node(rdf);
}

void
dcat_write_licence(struct rdf *rdf, const struct catex_licence *licence,
                   const struct catex_record *record)
{
    const char *iri = catex_run_licence(rdf->run, licence);
    if (iri == NULL)
        iri = rdf_part(rdf, record, "licence", 0);
    rdf_node(rdf, "dct:license", "dct:LicenseDocument", iri);
    rdf_text(rdf, "rdfs:label", licence->name);
    rdf_plain(rdf, "dct:identifier", licence->spdx);
    if (web_iri(rdf, licence->url) == NULL)
        rdf_plain(rdf, "skos:note", licence->url);
    rdf_close_node(rdf);
}
