/* SPDX-License-Identifier: MIT */
/* Reading a Markdown list: the state that its rules share. */
#ifndef CX_READER_H
#define CX_READER_H

#include <cmark.h>

#include "load/draft.h"
#include "load/lead.h"
#include "load/span.h"

/* A record that is being read. */
struct cx_open {
    struct cx_draft *draft; /* NULL: none is open */
    struct cx_buffer plain, md; /* its description so far */
    struct catex_link **link_tail;
    struct catex_string **topic_tail;
    bool own_links; /* it has links of its own */
    bool apart;     /* its last links stood in a paragraph of their own */
    bool item;      /* it is an item of a list, and lists below are its own */
};

enum cx_use { CX_UNPLACED = 0, CX_FIELD = 1, CX_STRUCTURE = 2 };

/* How a line's words and links are taken. */
enum { CX_DEEPEST = 48 }; /* what is nested deeper is read as plain text */

struct cx_context {
    const char *label; /* of the bullet above, for links without one */
    uint32_t roles;    /* what that label claims */
    unsigned depth;    /* of the list, for the description */
    const char *marker; /* "- ", "1. ", or NULL in a paragraph */
    bool parts; /* titled items are said to be parts of the record */
};

/* How the records of a section begin. */
struct cx_ways {
    bool titled;       /* some have a title of their own */
    bool by_paragraph; /* each linked paragraph is one */
    bool by_run;       /* … also those whose link runs into a sentence */
    bool by_name;      /* each paragraph "Name: …" is one */
    bool by_prose;     /* each paragraph that has a link with a name is one */
};

struct cx_reader {
    struct cx_catalog *catalog;
    struct cx_arena *arena; /* the catalog's */
    const struct cx_input *input;
    struct cx_arena scratch; /* of what only the reading needs */
    struct cx_arena passing; /* … and no longer than for one block */
    struct cx_keys keys;
    struct cx_spans spans;
    struct cx_buffer line; /* for a text in the making */
    unsigned char *use;    /* an enum cx_use for each line, from 1 */
    int lines;

    struct catex_section *section; /* the innermost open one, or NULL */
    uint32_t section_access;       /* stated by its heading */
    const char *group;             /* the label of an unlinked sub-heading */
    bool groups_titles;            /* … is that of linked titles */
    unsigned groups;               /* lists within each other */
    struct cx_open entry, part;
    struct cx_context context; /* "#### Download" above, in a record */
    bool section_has_records;
    bool lists_are_text; /* those right below titles */
    bool headings_are_entries; /* several are */
    unsigned over_lists; /* items with links that stand over a list */
    struct cx_ways ways; /* of the section */
    bool entry_is_heading; /* the section's heading is the entry's title */
    struct {
        size_t plain, md;
    } before_line; /* the sizes of the entry's texts before its last block */
    struct cx_buffer prose; /* the open section's or the catalog's text */
    struct cx_buffer about; /* all of the catalog's */

    /* Records of the block between two thematic breaks. */
    struct cx_draft *block_first;
    struct catex_link *block_links; /* printed before any of its records */
    struct catex_link **block_tail;
    bool broken; /* a break began this block */
};

/* entry.c: records. */
void cx_entry_begin(struct cx_reader *reader, struct cx_open *open,
                    const char *title, int line);
void cx_entry_end(struct cx_reader *reader, struct cx_open *open);
struct catex_link *cx_entry_link(struct cx_reader *reader,
                                 struct cx_open *open,
                                 const struct cx_span *span,
                                 const char *label, uint32_t roles);
/* The links of the pictures before span @to, which no title or label holds. */
void cx_read_badges(struct cx_reader *reader, struct cx_open *open, size_t to);
/* The innermost open record, or NULL. */
struct cx_open *cx_entry_open(struct cx_reader *reader);
void cx_entry_extend(struct cx_open *open, int line);

/* escape.c: text as Markdown: what would be markup gets a backslash; and a
 * span, of which @text is all or the rest. */
void cx_add_escaped(struct cx_buffer *md, const char *text, size_t size);
void cx_add_span(struct cx_buffer *md, const struct cx_span *span,
                 const char *text, size_t size);
/* lines.c: spans [from, to) into fields of @open, or, without one, into the
 * prose of the section. @skip bytes of the first span are left out. */
void cx_read_lines(struct cx_reader *reader, struct cx_open *open, size_t from,
                   size_t to, size_t skip, const struct cx_context *context);
/* Whether each line of spans [from, to) is links and their labels. */
bool cx_are_link_lines(struct cx_spans *spans, size_t from, size_t to);
/* The links of spans [from, to), which are link lines. */
void cx_read_link_lines(struct cx_reader *reader, struct cx_open *open,
                        size_t from, size_t to,
                        const struct cx_context *context);
/* Say that a text, or what a span holds, went nowhere. */
void cx_report_unplaced(struct cx_reader *reader, int line, const char *text,
                        size_t size);
void cx_report_span(struct cx_reader *reader, const struct cx_span *span);
/* heading.c: begins a section that words at @node name, which are no heading. */
void cx_begin_label_section(struct cx_reader *reader, cmark_node *node,
                            const char *label);

/* group.c: what begins from here on is of the group of these words, less a colon
 * at their end; of none, if they are none. */
void cx_set_group(struct cx_reader *reader, const char *words, size_t size);

/* Ends a paragraph in the texts of @open, or in the prose. */
void cx_end_paragraph(struct cx_reader *reader, struct cx_open *open);

/* shared.c: reader->spans are links before any record of their block, which
 * all its records share. */
void cx_read_block_links(struct cx_reader *reader);
/* A sub-section begins: a section that has had nothing but text and links is
 * an entry, too, beside it, if that is where the links lead. */
void cx_read_section_entry(struct cx_reader *reader);
/* Ends a block: its records without links get those that it shares. @broken:
 * by a thematic break, across which a record stays open. */
void cx_end_block(struct cx_reader *reader, bool broken);

/* survey.c: what the items of a list are. Counts are kept in the nodes' user
 * data by cx_list_survey(), which visits each node of the document once. */
enum cx_list_kind {
    CX_LIST_CONTENTS = 1, /* links within the page */
    CX_LIST_KEYS,         /* properties and named links */
    CX_LIST_TITLED,       /* linked or bold titles: entries */
    CX_LIST_GROUPS,       /* unlinked names over lists of entries */
    CX_LIST_PARTS,        /* "Title - description" without links */
    CX_LIST_WORDS,        /* a few words each */
    CX_LIST_PROSE
};

struct cx_survey {
    unsigned char lead; /* of an item: enum cx_lead_kind */
    unsigned char kind; /* of a list: enum cx_list_kind */
    bool colon, whole, strong, place, stop, label;
    bool over_list; /* of an item: ends with a list below it */
    bool mail; /* the first link in it is an address of mail */
    bool person; /* … the page of a person */
    unsigned items;       /* of a list */
    unsigned links;       /* within, lists below included */
    unsigned own_links;   /* of an item's own paragraphs */
    unsigned far;         /* of the links within, those to other sites */
    unsigned titled;      /* items with a title and a link, also below */
    unsigned urls;        /* of these, those that begin with a bare URL */
};

/* The survey of a list. */
struct cx_counts {
    struct cx_survey survey; /* first: the two convert by cast */
    unsigned of[CX_LEAD_PROSE + 1];
    unsigned titled_items; /* among its own items */
    unsigned bare;         /* items that are a URL and nothing else */
    unsigned people;       /* items that lead to a person's page first */
    unsigned stops;        /* items that are a sentence and nothing else */
    unsigned colons;       /* items with a name that no table knows, and ":" */
    unsigned over;         /* items without a link over items with links */
    unsigned over_lists;   /* items that stand over a list */
    unsigned over_links;   /* of these: none of the links is a title */
};

void cx_list_survey(struct cx_reader *reader, cmark_node *document);
const struct cx_survey *cx_survey_of(cmark_node *node);
const struct cx_counts *cx_counts_of(cmark_node *list);
/* Whether nearly all items are a sentence and nothing else. */
bool cx_are_sentences(const struct cx_counts *list);
/* Whether an item has a title and a link. */
bool cx_is_titled(const struct cx_survey *item);
/* A paragraph, in Markdown or HTML. */
bool cx_is_text(cmark_node *block);

/* list.c: lists become records, parts, links, topics or text.
 * Reads a list where no record is open: its items are records or prose. */
void cx_read_list(struct cx_reader *reader, cmark_node *list);
/* Reads a list of one item that names a record. */
void cx_read_title_item(struct cx_reader *reader, cmark_node *list);
void cx_skip_contents(struct cx_reader *reader, cmark_node *list);
/* Reads a list that belongs to @open. */
void cx_read_list_in(struct cx_reader *reader, struct cx_open *open,
                     cmark_node *list, const struct cx_context *context);
/* Whether a link of @spans, which are a sentence, has a text that can be a
 * title; then @lead becomes that of a record with all of it as text. */
bool cx_lead_from_prose(const struct cx_spans *spans, struct cx_arena *arena,
                        struct cx_lead *lead);
/* title.c: opens a record from the lead of reader->spans and reads what the
 * spans hold beyond the title. */
void cx_begin_from_lead(struct cx_reader *reader, struct cx_open *open,
                        const struct cx_lead *lead);

/* part.c: whether an item names a part, and reading one as a part; with a
 * name that runs into its sentence, too. */
bool cx_is_named_part(const struct cx_spans *spans,
                      const struct cx_lead *lead);
void cx_read_part(struct cx_reader *reader, cmark_node *item);
bool cx_read_run_in_part(struct cx_reader *reader, cmark_node *item);
/* The words of the first line of reader->spans from span @from on, without a
 * colon at its end; NULL if there are none. */
const char *cx_name_of(struct cx_reader *reader, size_t from);

/* block.c: any block below a record, or into the prose. */
void cx_read_block_in(struct cx_reader *reader, struct cx_open *open,
                      cmark_node *block, const struct cx_context *context);

/* The same for @block and all after it. */
void cx_read_blocks_in(struct cx_reader *reader, struct cx_open *open,
                       cmark_node *block, const struct cx_context *context);

/* table.c: whether the rows of a table are records, and reading them: as
 * records, as what is said of the one that is open, or as text. */
struct cx_record_table {
    size_t rows;
    const char *only; /* the name of the only row, or NULL */
    bool called;      /* the column of names is called so */
};

bool cx_is_record_table(struct cx_reader *reader,
                        struct cx_record_table *ret_table);
void cx_read_table(struct cx_reader *reader);
void cx_read_table_within(struct cx_reader *reader);
void cx_read_table_in(struct cx_reader *reader, struct cx_open *open);

/* unplaced.c: what of the text has become part of nothing. */
void cx_report_rest(struct cx_reader *reader, const struct cx_buffer *text);

/* The line on which @block ends. */
int cx_last_line(cmark_node *block);

/* Lines [first, last] have been read. */
void cx_used(struct cx_reader *reader, int first, int last, enum cx_use use);
void cx_used_block(struct cx_reader *reader, cmark_node *block,
                   enum cx_use use);

#endif
