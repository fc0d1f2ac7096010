/* SPDX-License-Identifier: MIT */
/* RDF/XML as a stream of elements. */
#include "rdf.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/entities.h>
#include <libxml/parser.h>

#include <catex/text.h>

#define XSD "http://www.w3.org/2001/XMLSchema#"

static const char *const namespaces[][2] = {
    {"xmlns:rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
    {"xmlns:rdfs", "http://www.w3.org/2000/01/rdf-schema#"},
    {"xmlns:dcat", "http://www.w3.org/ns/dcat#"},
    {"xmlns:dct", "http://purl.org/dc/terms/"},
    {"xmlns:foaf", "http://xmlns.com/foaf/0.1/"},
    {"xmlns:skos", "http://www.w3.org/2004/02/skos/core#"},
    {"xmlns:adms", "http://www.w3.org/ns/adms#"},
    {"xmlns:vcard", "http://www.w3.org/2006/vcard/ns#"},
};

/* Without memory, libxml2 says so here besides; there is nothing else that it
 * could have to tell. */
static void
hear(void *context, const char *format, ...)
{
    (void)context;
    (void)format;
}

static void
put(struct rdf *rdf, const char *text)
{
    catex_puts(rdf->out, text);
}

static void
put_char(struct rdf *rdf, char c)
{
    catex_putc(rdf->out, c);
}

/* libxml2 knows what has to be escaped, and makes a copy; few texts need it. */
static void
put_escaped(struct rdf *rdf, const char *text)
{
    if (text[strcspn(text, "<>&\"")] == '\0') {
        put(rdf, text);
        return;
    }
    xmlChar *escaped = xmlEncodeSpecialChars(NULL, (const xmlChar *)text);
    if (escaped == NULL)
        rdf->failed = 1;
    else
        put(rdf, (const char *)escaped);
    xmlFree(escaped);
}

void
rdf_attribute(struct rdf *rdf, const char *name, const char *value)
{
    put_char(rdf, ' ');
    put(rdf, name);
    put(rdf, "=\"");
    put_escaped(rdf, value);
    put_char(rdf, '"');
}

/* A BCP 47 tag as far as RDF readers look at it: subtags of one to eight
 * letters and digits, the first of letters alone. */
static int
is_language(const char *tag)
{
    static const char digits[] = "0123456789";
    static const char letters[] =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    if (strcspn(tag, digits) < strcspn(tag, "-"))
        return 0;
    for (;; tag++) {
        size_t n = strspn(tag, letters);
        if (n == 0 || n > 8)
            return 0;
        tag += n;
        if (*tag != '-')
            return *tag == '\0';
    }
}

static int
set_base(struct rdf *rdf, const struct catex_catalog *catalog)
{
    const char *base = catalog->base_iri == NULL ? "#" : catalog->base_iri;
    size_t size = catex_uri(NULL, 0, base) + 1;
    rdf->base = malloc(size);
    if (rdf->base == NULL)
        return CATEX_ERR_MEMORY;
    catex_uri(rdf->base, size, base);
    rdf->mark = strchr(rdf->base, '#') == NULL ? '#' : '.';
    rdf->language = is_language(catalog->language) ? catalog->language : NULL;
    return CATEX_OK;
}

/* libxml2 sets itself up at its first use, which two threads must not make at
 * once; plugins are loaded one after the other. */
__attribute__((constructor)) static void
set_up(void)
{
    xmlInitParser();
}

int
rdf_begin(struct rdf *rdf, struct catex_run *run)
{
    rdf->run = run;
    rdf->told = xmlGenericError;
    rdf->told_context = xmlGenericErrorContext;
    xmlSetGenericErrorFunc(NULL, hear);
    if (set_base(rdf, run->catalog) != CATEX_OK)
        return CATEX_ERR_MEMORY;
    return CATEX_OK;
}

void
rdf_done(struct rdf *rdf)
{
    if (rdf->told != NULL)
        xmlSetGenericErrorFunc(rdf->told_context, rdf->told);
    free(rdf->base);
}

/* Begins the line of an element, or of the end of one that holds others. */
static void
begin_line(struct rdf *rdf)
{
    static const char blanks[RDF_DEEPEST + 1] =
        "\n                   ";
    catex_write(rdf->out, blanks, 1 + (size_t)rdf->depth);
}

static void
end_tag(struct rdf *rdf)
{
    if (rdf->in_tag)
        put_char(rdf, '>');
    rdf->in_tag = 0;
}

void
rdf_open(struct rdf *rdf, const char *name)
{
    assert(rdf->depth < RDF_DEEPEST);
    end_tag(rdf);
    begin_line(rdf);
    put_char(rdf, '<');
    put(rdf, name);
    rdf->open[rdf->depth++] = name;
    rdf->in_tag = 1;
    rdf->is_parent = 0;
}

void
rdf_open_english(struct rdf *rdf, const char *name)
{
    rdf_open(rdf, name);
    rdf_attribute(rdf, "xml:lang", "en");
}

void
rdf_close(struct rdf *rdf)
{
    const char *name = rdf->open[--rdf->depth];
    if (rdf->in_tag) {
        put(rdf, "/>");
    } else {
        if (rdf->is_parent)
            begin_line(rdf);
        put(rdf, "</");
        put(rdf, name);
        put_char(rdf, '>');
    }
    rdf->in_tag = 0;
    rdf->is_parent = 1;
}

void
rdf_open_document(struct rdf *rdf, struct catex_writer *out)
{
    rdf->out = out;
    rdf->documents++;
    put(rdf, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    rdf_open(rdf, "rdf:RDF");
    for (size_t i = 0; i < sizeof namespaces / sizeof namespaces[0]; i++)
        rdf_attribute(rdf, namespaces[i][0], namespaces[i][1]);
}

void
rdf_close_document(struct rdf *rdf)
{
    rdf_close(rdf);
    put_char(rdf, '\n');
}

void
rdf_node(struct rdf *rdf, const char *property, const char *type,
         const char *iri)
{
    if (property != NULL)
        rdf_open(rdf, property);
    rdf_open(rdf, type);
    if (iri == NULL)
        rdf->failed = 1;
    else
        rdf_attribute(rdf, "rdf:about", iri);
}

void
rdf_close_node(struct rdf *rdf)
{
    rdf_close(rdf);
    rdf_close(rdf);
}

void
rdf_ref(struct rdf *rdf, const char *property, const char *iri)
{
    if (iri == NULL)
        return;
    rdf_open(rdf, property);
    rdf_attribute(rdf, "rdf:resource", iri);
    rdf_close(rdf);
}

void
rdf_type(struct rdf *rdf, const char *iri)
{
    rdf_ref(rdf, "rdf:type", iri);
}

static void
literal(struct rdf *rdf, const char *property, const char *text,
        const char *name, const char *value)
{
    if (text == NULL)
        return;
    rdf_open(rdf, property);
    if (value != NULL)
        rdf_attribute(rdf, name, value);
    rdf_chars(rdf, text);
    rdf_close(rdf);
}

void
rdf_text(struct rdf *rdf, const char *property, const char *text)
{
    literal(rdf, property, text, "xml:lang", rdf->language);
}

void
rdf_texts(struct rdf *rdf, const char *property,
          const struct catex_string *texts)
{
    for (; texts != NULL; texts = texts->next)
        rdf_text(rdf, property, texts->text);
}

void
rdf_plain(struct rdf *rdf, const char *property, const char *text)
{
    literal(rdf, property, text, NULL, NULL);
}

void
rdf_english(struct rdf *rdf, const char *property, const char *text)
{
    literal(rdf, property, text, "xml:lang", "en");
}

void
rdf_typed(struct rdf *rdf, const char *property, const char *text,
          const char *datatype)
{
    literal(rdf, property, text, "rdf:datatype", datatype);
}

/* The datatype of YYYY[-MM[-DD]], or NULL. */
static const char *
date_type(const char *text)
{
    static const int days[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    static const char *const types[] = {XSD "gYear", XSD "gYearMonth",
                                        XSD "date"};
    int number[3] = {0, 1, 1}, parts = 0;
    for (const char *at = text; parts < 3;) {
        int digits = parts == 0 ? 4 : 2;
        int value = 0;
        for (int i = 0; i < digits; i++, at++) {
            if (*at < '0' || *at > '9')
                return NULL;
            value = value * 10 + *at - '0';
        }
        number[parts++] = value;
        if (*at == '\0')
            break;
        if (*at++ != '-' || parts == 3)
            return NULL;
    }
    int year = number[0], month = number[1], day = number[2];
    int leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    if (year < 1 || month < 1 || month > 12 || day < 1 ||
        day > days[month - 1] || (month == 2 && day == 29 && !leap))
        return NULL;
    return types[parts - 1];
}

void
rdf_date(struct rdf *rdf, const char *property, const char *text,
         const struct catex_record *record)
{
    if (text == NULL)
        return;
    const char *type = date_type(text);
    if (type != NULL)
        rdf_typed(rdf, property, text, type);
    else if (record != NULL || rdf->documents == 1)
        catex_run_warn(rdf->run, "not-carried", record,
                       "«%.60s» is no date and not written", text);
}

void
rdf_chars(struct rdf *rdf, const char *text)
{
    end_tag(rdf);
    put_escaped(rdf, text);
}

/* base, then the rest, with @mark (0: none) between the two of it. */
static const char *
join(struct rdf *rdf, const char *first, char mark, const char *second)
{
    size_t size = strlen(rdf->base) + strlen(first) + strlen(second) + 2;
    char *iri = catex_run_scratch(rdf->run, size);
    if (iri == NULL)
        return NULL;
    char *end = stpcpy(stpcpy(iri, rdf->base), first);
    if (mark != '\0')
        *end++ = mark;
    strcpy(end, second);
    return catex_run_uri(rdf->run, iri);
}

const char *
rdf_record(struct rdf *rdf, const char *id)
{
    return join(rdf, id, '\0', "");
}

const char *
rdf_part(struct rdf *rdf, const struct catex_record *record, const char *part,
         int number)
{
    char name[64];
    if (number == 0)
        snprintf(name, sizeof name, "%s", part);
    else
        snprintf(name, sizeof name, "%s-%d", part, number);
    if (record == NULL)
        return join(rdf, "catalog", '/', name);
    return join(rdf, record->id, rdf->mark, name);
}

const char *
rdf_thing(struct rdf *rdf, const char *kind, const char *id)
{
    return join(rdf, kind, '/', id);
}

/* The catalog is the document that its records are parts of. */
const char *
rdf_catalog(struct rdf *rdf)
{
    size_t size = strcspn(rdf->base, "#");
    char *iri = catex_run_scratch(rdf->run, size + 1);
    if (iri == NULL)
        return NULL;
    memcpy(iri, rdf->base, size);
    iri[size] = '\0';
    return iri;
}
