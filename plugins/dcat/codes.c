/* SPDX-License-Identifier: MIT */
/* The EU's code lists, as RDF. */
#include "codes.h"

#include <stdio.h>
#include <string.h>

#include <catex/model.h>
#include <catex/text.h>

const char *const dcat_themes[] = {
    "none", "AGRI", "ECON", "EDUC", "ENER", "ENVI", "GOVE", "HEAL",
    "INTR", "JUST", "REGI", "SOCI", "TECH", "TRAN", NULL};

static const char *const theme_labels[] = {
    NULL,
    "Agriculture, fisheries, forestry and food",
    "Economy and finance",
    "Education, culture and sport",
    "Energy",
    "Environment",
    "Government and public sector",
    "Health",
    "International issues",
    "Justice, legal system and public safety",
    "Regions and cities",
    "Population and society",
    "Science and technology",
    "Transport",
};

const char *
dcat_theme_label(int theme)
{
    return theme_labels[theme];
}

int
dcat_theme_of(const char *iri)
{
    static const char prefix[] = DCAT_AUTHORITY "data-theme/";
    if (strncmp(iri, prefix, sizeof prefix - 1) != 0)
        return 0;
    for (int i = 1; dcat_themes[i] != NULL; i++)
        if (strcmp(iri + sizeof prefix - 1, dcat_themes[i]) == 0)
            return i;
    return 0;
}

/* <property><type rdf:about="…/list/code">, its scheme and label. */
static void
write_code(struct rdf *rdf, const char *property, const char *type,
           const char *list, const char *code, const char *label)
{
    char iri[128];
    snprintf(iri, sizeof iri, DCAT_AUTHORITY "%s/%s", list, code);
    rdf_node(rdf, property, type, iri);
    snprintf(iri, sizeof iri, DCAT_AUTHORITY "%s", list);
    rdf_ref(rdf, "skos:inScheme", iri);
    rdf_english(rdf, "skos:prefLabel", label);
    rdf_close_node(rdf);
}

int
dcat_write_language(struct rdf *rdf, const char *tag)
{
    char code[4];
    const char *name = dcat_language(tag, code);
    if (name == NULL)
        return 0;
    write_code(rdf, "dct:language", "dct:LinguisticSystem", "language", code,
               name);
    return 1;
}

void
dcat_write_access(struct rdf *rdf, const char *code)
{
    const char *label = strcmp(code, "PUBLIC") == 0       ? "public"
                        : strcmp(code, "RESTRICTED") == 0 ? "restricted"
                                                          : "non-public";
    write_code(rdf, "dct:accessRights", "dct:RightsStatement", "access-right",
               code, label);
}

/* File types by media type, with the labels of the EU's table. */
static const char *const formats[][2] = {
    {"application/epub+zip", "EPUB"},
    {"application/geo+json", "GEOJSON"},
    {"application/gzip", "GZIP"},
    {"application/json", "JSON"},
    {"application/ld+json", "JSON_LD"},
    {"application/n-triples", "RDF_N_TRIPLES"},
    {"application/pdf", "PDF"},
    {"application/rdf+xml", "RDF_XML"},
    {"application/rtf", "RTF"},
    {"application/sql", "SQL"},
    {"application/vnd.apache.parquet", "PARQUET"},
    {"application/vnd.ms-excel", "XLS"},
    {"application/vnd.oasis.opendocument.spreadsheet", "ODS"},
    {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
     "XLSX"},
    {"application/xml", "XML"},
    {"application/zip", "ZIP"},
    {"audio/mpeg", "MP3"},
    {"image/gif", "GIF"},
    {"image/jpeg", "JPEG"},
    {"image/png", "PNG"},
    {"image/svg+xml", "SVG"},
    {"image/tiff", "TIFF"},
    {"text/csv", "CSV"},
    {"text/html", "HTML"},
    {"text/plain", "TXT"},
    {"text/tab-separated-values", "TSV"},
    {"text/turtle", "RDF_TURTLE"},
    {"text/xml", "XML"},
};

/* type/subtype as IANA names them (RFC 6838); its x- names are in no list. */
static int
is_registered(const char *type)
{
    static const char name[] = "abcdefghijklmnopqrstuvwxyz"
                               "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$&-^_.+";
    size_t n = strspn(type, name);
    const char *rest = type + n + 1;
    return n > 0 && n <= 64 && type[n] == '/' && strspn(rest, name) > 0 &&
           rest[strspn(rest, name)] == '\0' && strlen(rest) <= 64 &&
           strncmp(type, "x-", 2) != 0 && strncmp(rest, "x-", 2) != 0;
}

int
dcat_write_format(struct rdf *rdf, const char *media_type)
{
    char url[256];
    if (!is_registered(media_type))
        return 0;
    for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++)
        if (strcmp(media_type, formats[i][0]) == 0)
            write_code(rdf, "dct:format", "dct:MediaTypeOrExtent", "file-type",
                       formats[i][1], formats[i][1]);
    snprintf(url, sizeof url,
             "http://www.iana.org/assignments/media-types/%s", media_type);
    rdf_node(rdf, "dcat:mediaType", "dct:MediaType",
             catex_run_uri(rdf->run, url));
    rdf_plain(rdf, "rdfs:label", media_type);
    rdf_close_node(rdf);
    return 1;
}
