/* SPDX-License-Identifier: MIT */
/* Facts: what the list does not say, from files that the user keeps. They are
 * read before the records are completed, one by one, so that a stream can use
 * them, too; they are found by keys: ids, DOIs, PubMed and arXiv ids, URLs. */
#ifndef CX_LOAD_FACTS_H
#define CX_LOAD_FACTS_H

#include <catex/shape.h>

#include "load/json.h"
#include "model/catalog.h"
#include "model/index.h"

struct cx_row;

struct cx_place {
    const char *file; /* NULL: the list itself */
    int line;
};

/* Facts about one thing. */
struct cx_fact {
    struct cx_fact *next;  /* in the order of the files */
    struct cx_fact *again; /* about the same record, from a later file */
    const struct catex_shape *shape;
    void *value;             /* a struct of it, of which not all is there */
    struct cx_place *places; /* of each member */
    struct cx_place place;
    const char *name; /* of what they are about, in messages */
    const char *fills; /* a member that gives way to what is there, or NULL */
    const struct cx_row *row; /* of a table: what a spreadsheet keeps the
                                 same is no fact */
    int used;
};

struct cx_facts {
    struct cx_arena *arena; /* the catalog's; no_memory is set in each call */
    const struct cx_index *sections;
    struct cx_input input; /* of reports: the file being read, or the list */
    const char *list;      /* its name in messages */
    struct catex_error *error;
    struct cx_fact *all, **tail;
    struct cx_fact *catalog;
    struct cx_index records, publications; /* key → struct cx_fact */
    struct cx_arena scratch; /* of one record */
    struct cx_json_reader reader;
    char *bytes; /* of the file being read */
    void *table; /* the same, if it is CSV */
};

/* Reads the files @paths (NULL-ended), with memory from the catalog's arena,
 * whose no_memory is set; so it is in all calls. Frees nothing on failure. */
int cx_facts_begin(struct cx_facts *facts, struct cx_catalog *catalog,
                   const struct cx_input *list,
                   const struct cx_index *sections, const char *const *paths,
                   struct catex_error *error);

/* Frees what lies outside of the catalog's arena. */
void cx_facts_done(struct cx_facts *facts);

/* Completes what is there. Records come one after the other, each once; what
 * is made for one comes from @arena. */
void cx_facts_catalog(struct cx_facts *facts, struct catex_catalog *catalog);
void cx_facts_record(struct cx_facts *facts, struct catex_record *record,
                     struct cx_arena *arena);

/* Reports what matched nothing. */
void cx_facts_end(struct cx_facts *facts);

/* Completes all of @catalog, which is not to grow any more. */
int cx_facts_apply(struct cx_catalog *catalog, const struct cx_input *list,
                   const char *const *paths, struct catex_error *error);

/* For the readers of the three kinds of file. */

int cx_facts_read_json(struct cx_facts *facts,
                       const struct cx_json_piece *root);
int cx_facts_read_csl(struct cx_facts *facts,
                      const struct cx_json_piece *root);
int cx_facts_read_csv(struct cx_facts *facts, const char *bytes, size_t size);
/* Frees what reading CSV holds outside of the arenas. */
void cx_facts_end_csv(struct cx_facts *facts);

struct cx_fact *cx_fact_new(struct cx_facts *facts,
                            const struct catex_shape *shape, const char *name,
                            int line);
void cx_facts_add_catalog(struct cx_facts *facts, struct cx_fact *fact);
/* @key is as the user wrote it: an id, a DOI or a URL. */
void cx_facts_add_record(struct cx_facts *facts, struct cx_fact *fact,
                         const char *key);
void cx_facts_add_publication(struct cx_facts *facts, struct cx_fact *fact);

/* A report about @place. */
void cx_facts_report(const struct cx_facts *facts, struct cx_place place,
                     const char *kind, const char *record, const char *format,
                     ...) __attribute__((format(printf, 5, 6)));

/* Keys of publications, in @keys, which holds CX_KEYS; returns how many. */
enum { CX_KEYS = 12 };
int cx_publication_keys(struct cx_arena *arena,
                        const struct catex_publication *publication,
                        const char **keys);
const char *cx_url_key(struct cx_arena *arena, const char *url);
const char *cx_doi_key(struct cx_arena *arena, const char *doi);
/* Without its version. */
const char *cx_arxiv_key(struct cx_arena *arena, const char *id);

#endif
