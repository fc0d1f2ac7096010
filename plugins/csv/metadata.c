/* SPDX-License-Identifier: MIT */
/* Describes the table as CSV on the Web wants it (W3C, "Metadata Vocabulary
 * for Tabular Data"), in the file where its processors look: the table's name
 * with "-metadata.json" behind it. */
#include <string.h>

#include <catex/text.h>

#include "csv.h"

/* The model's text has no control characters but these two. */
static void
put_string(struct catex_writer *out, const char *text)
{
    catex_putc(out, '"');
    for (; *text != '\0'; text++) {
        if (*text == '\n' || *text == '\t') {
            catex_puts(out, *text == '\n' ? "\\n" : "\\t");
            continue;
        }
        if (*text == '"' || *text == '\\')
            catex_putc(out, '\\');
        catex_putc(out, *text);
    }
    catex_putc(out, '"');
}

static void
put_column(struct catex_writer *out, const struct csv_column *column)
{
    catex_printf(out, "      {\"name\": \"%s\", \"titles\": \"%s\"",
                 column->name, column->name);
    catex_printf(out, ", \"datatype\": \"%s\"",
                 column->datatype != NULL ? column->datatype : "string");
    if (column->flags & CSV_MANY)
        catex_puts(out, ", \"separator\": \"|\"");
    if (column->flags & CSV_REQUIRED)
        catex_puts(out, ", \"required\": true");
    if (column->property != NULL)
        catex_printf(out, ", \"propertyUrl\": \"%s\"", column->property);
    catex_puts(out, column[1].name != NULL ? "},\n" : "}\n");
}

/* @name as a segment of a URL's path. */
static void
put_segment(struct catex_writer *out, const char *name)
{
    static const char plain[] = "abcdefghijklmnopqrstuvwxyz0123456789-._~"
                                "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    for (; *name != '\0'; name++) {
        if (strchr(plain, *name) != NULL)
            catex_putc(out, *name);
        else
            catex_printf(out, "%%%02X", (unsigned)(unsigned char)*name);
    }
}

static void
put_head(struct catex_run *run, struct catex_writer *out)
{
    const struct csv_state *csv = run->state;
    const struct catex_catalog *catalog = run->catalog;
    const char *folder = strrchr(run->stem, '/');
    catex_puts(out, "{\n  \"@context\": [\"http://www.w3.org/ns/csvw\", "
                    "{\"@language\": ");
    put_string(out, catalog->language);
    catex_puts(out, "}],\n  \"url\": \"");
    put_segment(out, folder == NULL ? run->stem : folder + 1);
    catex_puts(out, ".csv\",\n");
    if (catalog->title != NULL) {
        catex_puts(out, "  \"dc:title\": ");
        put_string(out, catalog->title);
        catex_puts(out, ",\n");
    }
    if (catalog->licence != NULL && catalog->licence->url != NULL) {
        catex_puts(out, "  \"dc:license\": {\"@id\": \"");
        catex_write_uri(out, catalog->licence->url);
        catex_puts(out, "\"},\n");
    }
    if (csv->guard)
        catex_puts(out,
                   "  \"rdfs:comment\": {\"@value\": \"A cell that begins "
                   "with =, +, -, @ or white space, or with apostrophes and "
                   "one of these, has one more apostrophe in front.\", "
                   "\"@language\": \"en\"},\n");
}

static void
put_schema(struct catex_run *run, struct catex_writer *out)
{
    const struct csv_state *csv = run->state;
    const struct csv_column *column = csv->shown->columns;
    const char *base = run->catalog->base_iri;
    catex_puts(out, "  \"tableSchema\": {\n    \"columns\": [\n");
    for (; column->name != NULL; column++)
        put_column(out, column);
    catex_puts(out, "    ]");
    if (csv->shown->key != NULL)
        catex_printf(out, ",\n    \"primaryKey\": \"%s\"", csv->shown->key);
    catex_puts(out, ",\n    \"aboutUrl\": \"");
    catex_write_uri(out, base == NULL ? "#" : base);
    catex_printf(out, "{%s}\"\n  }\n}\n", csv->shown->about);
}

int
csv_write_metadata(struct catex_run *run)
{
    struct catex_writer *out = catex_run_file(run, ".csv-metadata.json");
    if (out == NULL)
        return run->error->code;
    put_head(run, out);
    put_schema(run, out);
    return CATEX_OK;
}
