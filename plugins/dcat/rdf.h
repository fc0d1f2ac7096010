/* SPDX-License-Identifier: MIT */
/* RDF/XML, written as it comes: typed nodes, literals, references and the IRIs
 * of a catalog's own things. A failure stays until the end (rdf->failed). */
#ifndef DCAT_RDF_H
#define DCAT_RDF_H

#include <libxml/xmlerror.h>

#include <catex/exporter.h>

enum { RDF_DEEPEST = 20 /* elements within one another */ };

struct rdf {
    struct catex_run *run;
    struct catex_writer *out; /* of the document that is open */
    int documents; /* opened so far: what they all say is reported once */
    int failed; /* there was no memory */
    const char *open[RDF_DEEPEST]; /* names of the elements that are open */
    int depth;     /* how many these are */
    int in_tag;    /* whether the innermost can still get attributes */
    int is_parent; /* whether the innermost holds elements */
    xmlGenericErrorFunc told; /* who hears of libxml2's errors otherwise */
    void *told_context;
    char *base;           /* what a record's id is put behind */
    char mark;            /* what stands between a record's IRI and its parts */
    const char *language; /* tag of the list's text, or NULL */
};

/* CATEX_OK or CATEX_ERR_MEMORY. */
int rdf_begin(struct rdf *rdf, struct catex_run *run);
void rdf_done(struct rdf *rdf);
/* A document, one after the other. */
void rdf_open_document(struct rdf *rdf, struct catex_writer *out);
void rdf_close_document(struct rdf *rdf);

/* Elements; @name has its prefix: "dct:title". */
void rdf_open(struct rdf *rdf, const char *name);
/* The same for text in catex's own words. */
void rdf_open_english(struct rdf *rdf, const char *name);
void rdf_close(struct rdf *rdf);
/* An attribute of the element that was opened last, or of the document. */
void rdf_attribute(struct rdf *rdf, const char *name, const char *value);
/* <property><type rdf:about="iri">, to be closed by rdf_close_node(). */
void rdf_node(struct rdf *rdf, const char *property, const char *type,
              const char *iri);
void rdf_close_node(struct rdf *rdf);

/* Properties. NULL as text or IRI writes nothing. */
void rdf_ref(struct rdf *rdf, const char *property, const char *iri);
void rdf_type(struct rdf *rdf, const char *iri);
void rdf_text(struct rdf *rdf, const char *property, const char *text);
void rdf_texts(struct rdf *rdf, const char *property,
               const struct catex_string *texts);
void rdf_plain(struct rdf *rdf, const char *property, const char *text);
void rdf_english(struct rdf *rdf, const char *property, const char *text);
void rdf_typed(struct rdf *rdf, const char *property, const char *text,
               const char *datatype);
/* A date with its type; text that is no date is reported. */
void rdf_date(struct rdf *rdf, const char *property, const char *text,
              const struct catex_record *record);
/* Part of the text of an open element. */
void rdf_chars(struct rdf *rdf, const char *text);

/* IRIs: of a record; of part @part of it or, with NULL, of the catalog (@number
 * tells equal parts apart, 0 for none); of a thing of the catalog. No two of
 * them are equal, since ids hold neither "." nor "/". Memory of the callback. */
const char *rdf_record(struct rdf *rdf, const char *id);
const char *rdf_part(struct rdf *rdf, const struct catex_record *record,
                     const char *part, int number);
const char *rdf_thing(struct rdf *rdf, const char *kind, const char *id);
const char *rdf_catalog(struct rdf *rdf);

#endif
