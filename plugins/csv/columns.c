/* SPDX-License-Identifier: MIT */
/* The columns of each table, and what they show that is not just a member. */

#include <catex/text.h>

#include "csv.h"

static void
write_agent(struct csv_cell *cell, const void *item)
{
    const struct catex_agent *agent = item;
    if (agent->name == NULL && agent->family == NULL)
        return;
    csv_value(cell);
    cell->name = 1;
    csv_part(cell, agent->name != NULL ? agent->name : agent->family);
    cell->name = 0;
    if (agent->name == NULL && agent->given != NULL) {
        csv_part(cell, ", ");
        csv_part(cell, agent->given);
    }
}

static void
write_pair(struct csv_cell *cell, const char *scheme, const char *value)
{
    csv_value(cell);
    csv_part(cell, scheme);
    csv_part(cell, ":");
    csv_part(cell, value);
}

static void
write_identifier(struct csv_cell *cell, const void *item)
{
    const struct catex_identifier *identifier = item;
    write_pair(cell, identifier->scheme, identifier->value);
}

static void
write_relation(struct csv_cell *cell, const void *item)
{
    const struct catex_relation *relation = item;
    write_pair(cell, relation->type, relation->id);
}

static void
write_count(struct csv_cell *cell, const void *item)
{
    const struct catex_count *count = item;
    csv_number(cell, count->value);
    if (count->unit == NULL)
        return;
    csv_part(cell, " ");
    csv_part(cell, count->unit);
}

static void
write_section(struct csv_cell *cell, const struct csv_row *row,
              const struct csv_column *column)
{
    (void)column;
    if (row->record->sections != NULL)
        csv_text(cell, row->record->sections->section->title);
}

static void
write_url(struct csv_cell *cell, const struct catex_link *link)
{
    if (link == NULL)
        return;
    csv_value(cell);
    csv_url_part(cell, link->url);
}

static const struct catex_link *
first_link(const struct csv_row *row, uint32_t role)
{
    const struct catex_link *link = row->record->links;
    while (link != NULL && !(link->roles & role))
        link = link->next;
    return link;
}

static void
write_first_url(struct csv_cell *cell, const struct csv_row *row,
                const struct csv_column *column)
{
    write_url(cell, first_link(row, column->role));
}

static void
write_urls(struct csv_cell *cell, const struct csv_row *row,
           const struct csv_column *column)
{
    const struct catex_link *link = row->record->links;
    for (; link != NULL; link = link->next)
        if (link->roles & column->role)
            write_url(cell, link);
}

/* The links that no other column shows: each URL is in the row somewhere. */
static void
write_other_urls(struct csv_cell *cell, const struct csv_row *row,
                 const struct csv_column *column)
{
    const struct catex_link *landing = first_link(row, CATEX_ROLE_LANDING);
    const struct catex_link *access = first_link(row, CATEX_ROLE_ACCESS);
    const struct catex_link *download = first_link(row, CATEX_ROLE_DOWNLOAD);
    const struct catex_link *code = first_link(row, CATEX_ROLE_CODE);
    const struct catex_link *link = row->record->links;
    (void)column;
    for (; link != NULL; link = link->next)
        if (!(link->roles & CATEX_ROLE_PAPER) && link != landing &&
            link != access && link != download && link != code)
            write_url(cell, link);
}

static void
write_line(struct csv_cell *cell, int line)
{
    if (line > 0)
        csv_number(cell, (uint64_t)line);
}

static void
write_line_first(struct csv_cell *cell, const struct csv_row *row,
                 const struct csv_column *column)
{
    (void)column;
    write_line(cell, row->record->source.first_line);
}

static void
write_line_last(struct csv_cell *cell, const struct csv_row *row,
                const struct csv_column *column)
{
    (void)column;
    write_line(cell, row->record->source.last_line);
}

static void
write_record_id(struct csv_cell *cell, const struct csv_row *row,
                const struct csv_column *column)
{
    (void)column;
    csv_text(cell, row->record->id);
}

static void
write_link_id(struct csv_cell *cell, const struct csv_row *row,
              const struct csv_column *column)
{
    char id[CATEX_LINK_ID_SIZE];
    (void)column;
    csv_value(cell);
    csv_part(cell, row->record->id);
    csv_part(cell, "#");
    csv_part(cell, catex_link_id(row->item, id));
}

static const struct csv_column record_columns[] = {
    {.name = "id", .flags = CSV_REQUIRED, .property = "dcterms:identifier"},
    {.name = "parent"},
    {.name = "kind"},
    {.name = "title", .flags = CSV_REQUIRED, .property = "dcterms:title"},
    {.name = "alt_titles", .flags = CSV_MANY,
     .property = "dcterms:alternative"},
    {.name = "description", .property = "dcterms:description"},
    {.name = "sections", .flags = CSV_MANY},
    {.name = "section", .write = write_section},
    {.name = "group"},
    {.name = "topics", .flags = CSV_MANY},
    {.name = "keywords", .flags = CSV_MANY, .property = "dcat:keyword"},
    {.name = "access"},
    {.name = "access_note"},
    {.name = "fee"},
    {.name = "licence_spdx", .path = "licence.spdx"},
    {.name = "licence_url", .path = "licence.url", .datatype = "anyURI"},
    {.name = "licence_name", .path = "licence.name"},
    {.name = "rights_note"},
    {.name = "creators", .item = write_agent, .flags = CSV_MANY},
    {.name = "publisher", .item = write_agent},
    {.name = "contact", .item = write_agent},
    {.name = "contact_email", .path = "contact.email"},
    {.name = "issued", .property = "dcterms:issued"},
    {.name = "modified", .property = "dcterms:modified"},
    {.name = "version", .property = "dcat:version"},
    {.name = "temporal"},
    {.name = "spatial"},
    {.name = "languages", .flags = CSV_MANY},
    {.name = "identifiers", .item = write_identifier, .flags = CSV_MANY},
    {.name = "landing_url", .write = write_first_url,
     .role = CATEX_ROLE_LANDING, .datatype = "anyURI",
     .property = "dcat:landingPage"},
    {.name = "access_url", .write = write_first_url, .role = CATEX_ROLE_ACCESS,
     .datatype = "anyURI"},
    {.name = "download_url", .write = write_first_url,
     .role = CATEX_ROLE_DOWNLOAD, .datatype = "anyURI"},
    {.name = "code_url", .write = write_first_url, .role = CATEX_ROLE_CODE,
     .datatype = "anyURI"},
    {.name = "paper_urls", .write = write_urls, .role = CATEX_ROLE_PAPER,
     .flags = CSV_MANY, .datatype = "anyURI"},
    {.name = "other_urls", .write = write_other_urls, .flags = CSV_MANY,
     .datatype = "anyURI"},
    {.name = "publications", .path = "publications.id", .flags = CSV_MANY},
    {.name = "counts", .item = write_count, .flags = CSV_MANY},
    {.name = "relations", .item = write_relation, .flags = CSV_MANY},
    {.name = "aliases", .flags = CSV_MANY},
    {.name = "source_file", .path = "source.path"},
    {.name = "line_first", .write = write_line_first, .datatype = "integer"},
    {.name = "line_last", .write = write_line_last, .datatype = "integer"},
    {.name = NULL}};
const struct csv_table csv_records = {&catex_shape_record, record_columns,
                                      "id", "id"};

static const struct csv_column link_columns[] = {
    {.name = "link_id", .write = write_link_id, .flags = CSV_REQUIRED},
    {.name = "record_id", .write = write_record_id, .flags = CSV_REQUIRED},
    {.name = "roles", .flags = CSV_MANY},
    {.name = "label"},
    {.name = "url", .flags = CSV_REQUIRED, .datatype = "anyURI"},
    {.name = "title"},
    {.name = "note"},
    {.name = "media_type"},
    {.name = "direct", .datatype = "boolean"},
    {.name = "inherited", .datatype = "boolean"},
    {.name = "shared", .datatype = "boolean"},
    {.name = "line", .datatype = "integer"},
    {.name = NULL}};
const struct csv_table csv_links = {&catex_shape_link, link_columns,
                                    "link_id", NULL};

static const struct csv_column publication_columns[] = {
    {.name = "publication_id", .path = "id", .flags = CSV_REQUIRED},
    {.name = "record_id", .write = write_record_id, .flags = CSV_REQUIRED},
    {.name = "relation"},
    {.name = "kind"},
    {.name = "title"},
    {.name = "authors", .item = write_agent, .flags = CSV_MANY},
    {.name = "editors", .item = write_agent, .flags = CSV_MANY},
    {.name = "year", .datatype = "integer"},
    {.name = "issued"},
    {.name = "venue"},
    {.name = "volume"},
    {.name = "issue"},
    {.name = "pages"},
    {.name = "publisher"},
    {.name = "doi"},
    {.name = "pmid"},
    {.name = "pmcid"},
    {.name = "arxiv"},
    {.name = "url", .datatype = "anyURI"},
    {.name = NULL}};
const struct csv_table csv_publications = {
    &catex_shape_publication, publication_columns, "publication_id", NULL};
