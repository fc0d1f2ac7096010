/* SPDX-License-Identifier: MIT */
/* Inside the exporter bibtex. */
#ifndef BIBTEX_PLUGIN_H
#define BIBTEX_PLUGIN_H

#include <stddef.h>
#include <stdint.h>

#include <catex/exporter.h>

/* Where text goes that TeX will read. */
struct bibtex_text {
    struct catex_writer *out;
    int ascii;       /* whether only ASCII may be written */
    char last;       /* character written, which may join the next one */
    size_t unmapped; /* characters that had to be replaced */
    uint32_t first_unmapped;
};

struct bibtex_state {
    int classic; /* option */
    void *seen;  /* the publications written, see key.c */
    const struct catex_section *section; /* of the record before */
};

struct bibtex_entry {
    struct catex_run *run;
    const struct catex_record *record;
    struct bibtex_text text;
    int classic;
    int note; /* how far the field `note` is, see note.c */
    const char *note_field; /* "note", or that which comes last in a paper */
};

/* text.c: @plain becomes text that TeX typesets as it reads. */
void bibtex_write(struct bibtex_text *text, const char *plain);
void bibtex_write_part(struct bibtex_text *text, const char *plain,
                       size_t size);
/* The same for a title: styles may change the case of its words, but not of
 * those that have a digit or a capital inside. */
void bibtex_write_title(struct bibtex_text *text, const char *plain);
/* What TeX already understands. */
void bibtex_markup(struct bibtex_text *text, const char *markup);

/* entry.c: an entry and its fields; a field with the value NULL is none. */
struct bibtex_entry bibtex_entry_of(struct catex_run *run,
                                    const struct catex_record *record);
void bibtex_begin(struct bibtex_entry *entry, const char *type,
                  const char *key);
void bibtex_end(struct bibtex_entry *entry);
void bibtex_open(struct bibtex_entry *entry, const char *name);
void bibtex_close(struct bibtex_entry *entry);
void bibtex_field(struct bibtex_entry *entry, const char *name,
                  const char *plain);
/* @url as BibTeX can hold it; memory as from catex_run_scratch(). */
const char *bibtex_uri(struct bibtex_entry *entry, const char *url);
/* Fields that are read verbatim. */
void bibtex_uri_field(struct bibtex_entry *entry, const char *name,
                      const char *uri);
/* Classic's only field for a URL. */
void bibtex_howpublished(struct bibtex_entry *entry, const char *url);
/* YYYY[-MM[-DD]] */
void bibtex_date(struct bibtex_entry *entry, const char *date);

/* names.c: people and organizations, and whoever publishes. */
void bibtex_names(struct bibtex_entry *entry, const char *name,
                  const struct catex_agent *agent);
void bibtex_organization(struct bibtex_entry *entry, const char *name,
                         const char *organization);

/* note.c: the field `note` is a row of pieces, "label: value. Label: …". */
void bibtex_note_text(struct bibtex_entry *entry, const char *label,
                      const char *plain);
/* "label: value (comment)", or the comment alone. */
void bibtex_note_pair(struct bibtex_entry *entry, const char *label,
                      const char *value, const char *comment);
void bibtex_note_name(struct bibtex_entry *entry, const char *label,
                      const struct catex_agent *agent);
void bibtex_note_url(struct bibtex_entry *entry, const char *label,
                     const char *url);
void bibtex_write_url(struct bibtex_entry *entry, const char *uri);
void bibtex_note_end(struct bibtex_entry *entry);

/* key.c */
enum { BIBTEX_KEY_SIZE = 128 };
const char *bibtex_record_key(const char *id, char key[BIBTEX_KEY_SIZE]);
const char *bibtex_paper_key(const char *id, char key[BIBTEX_KEY_SIZE]);
/* 1 if this publication has not been seen before, 0 if so, -1 without
 * memory. */
int bibtex_is_new(void **seen, const char *id);
void bibtex_forget(void *seen);

/* paper.c: the entry of a publication whose title is known. */
void bibtex_paper(struct catex_run *run, const struct catex_record *record,
                  const struct catex_publication *paper);
/* Its best URL: of its DOI, else of another identifier, else its own; memory
 * as from catex_run_scratch(), NULL if there is none. */
const char *bibtex_paper_url(struct catex_run *run,
                             const struct catex_publication *paper);

#endif
