/* SPDX-License-Identifier: MIT */
/* What loading a whole catalog and streaming its records share. */
#ifndef CX_LOAD_JSON_LOAD_H
#define CX_LOAD_JSON_LOAD_H

#include "load/json.h"

struct cx_json_loader {
    struct cx_catalog *catalog;
    struct cx_index sections; /* id → struct catex_section */
    struct cx_index records;  /* id → struct catex_record */
    struct cx_json_reader reader;
};

typedef int cx_json_step(struct cx_json_loader *loader, void *data);

/* Runs @step with a place to go without memory, which is then an error. */
int cx_json_guard(struct cx_json_loader *loader, cx_json_step *step,
                  void *data);

/* Reads a document: the header, the sections, and the records, if any; these
 * are refused unless @with_records. */
int cx_json_read_document(struct cx_json_loader *loader,
                          const struct cx_json_piece *root, int with_records);

/* Reads one record, which no other is compared with. */
int cx_json_read_record(struct cx_json_loader *loader,
                        const struct cx_json_piece *piece,
                        struct catex_record *record);

/* Reads a record of a whole catalog, in which no two have the same id. */
int cx_json_add_record(struct cx_json_loader *loader,
                       const struct cx_json_piece *piece);

/* Reports records that are a part of one that is not there. */
void cx_json_report_dangling(struct cx_json_loader *loader);

/* Fills @catalog from @input by @step. */
int cx_json_load(struct cx_catalog *catalog, const struct cx_input *input,
                 struct catex_error *error, cx_json_step *step, void *data);

#endif
