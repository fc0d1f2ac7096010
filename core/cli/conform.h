/* SPDX-License-Identifier: MIT */
/* catex formats --test: checks that anyone's exporter has to stand. */
#ifndef CONFORM_H
#define CONFORM_H

#include <pthread.h>

#include "cli.h"

/* What a check has to say, each with one line of text. */
enum conform_word {
    CONFORM_FAIL = 'F',
    CONFORM_WARN = 'W',
    CONFORM_SKIP = 'K', /* and why the check does not apply */
    CONFORM_STEP = 'S', /* what it is about to do, in case it dies */
    CONFORM_NOTE = 'N', /* what it did */
    CONFORM_END = 'E'   /* it ran to its end */
};

/* One check, in a process of its own. */
struct conform {
    struct catex_registry *registry;
    const struct catex_exporter *exporter;
    const char *scratch; /* an empty folder */
    int fd;              /* where its words go */
};

/* Says a word; a text that is too long is cut. */
void conform_say(const struct conform *c, enum conform_word word,
                 const char *format, ...) CATEX_PRINTF(3, 4);

enum conform_need { CONFORM_NOTHING, CONFORM_TO_OPEN, CONFORM_TO_RUN };

struct conform_check {
    const char *name;
    const char *subject;
    void (*run)(struct conform *c);
    enum conform_need need; /* what must have passed before */
};

/* Ended by an entry without a name; the first one opens the plugin. */
extern const struct conform_check conform_checks[];

/* One export into the scratch folder, and all the bytes that came out. */
struct conform_run {
    const struct catex_catalog *catalog;
    struct catex_setting setting; /* name NULL: none */
    catex_next_fn *next;
    void *next_data;
    uint32_t jobs;
    uint64_t max_output;
    const char *place; /* a file name without ending; NULL: "out" */
    struct catex_error error;
    char *bytes; /* of all files, each after its name */
    size_t size, longest; /* longest: of one file, without its name */
};

/* Runs the exporter; the status of catex_export(). */
int conform_export(const struct conform *c, struct conform_run *run);
void conform_free(struct conform_run *run);

/* The same, for a run that has to succeed; whether it did. */
int conform_must(const struct conform *c, struct conform_run *run,
                 const char *what);

/* Whether two runs gave the same; says where they part if not. */
int conform_same(const struct conform *c, const struct conform_run *one,
                 const struct conform_run *other, const char *when);

/* From now on, memory is full of rubbish when it is given out and when it was
 * given back. */
void conform_perturb(void);

/* The lists to export. */
enum conform_list {
    CONFORM_EMPTY,  /* no section, no record */
    CONFORM_BARE,   /* only what the model promises */
    CONFORM_FULL,   /* every field */
    CONFORM_OTHER,  /* the same with other values */
    CONFORM_HOSTILE /* every field; add a number of 0 or more to turn them */
};

/* A list as NDJSON, to be freed. */
char *conform_text(int list);
/* The same, loaded; to be freed with catex_catalog_free(). */
struct catex_catalog *conform_load(int list);

/* A number that changes when anything in @catalog does. */
uint64_t conform_hash(const struct catex_catalog *catalog);

/* Takes @field from everything in @catalog; where it must be there, sets it
 * to what stands in @other, a catalog of the same build. */
void conform_drop_field(struct catex_catalog *catalog,
                        const struct catex_catalog *other, int field);

void conform_check_table(struct conform *c);
void conform_check_symbols(struct conform *c);
void conform_check_fields(struct conform *c);
void conform_check_options(struct conform *c);
void conform_check_limit(struct conform *c);
void conform_check_threads(struct conform *c);
void conform_check_stream(struct conform *c);
void conform_check_place(struct conform *c);
void conform_check_leak(struct conform *c);

#endif
