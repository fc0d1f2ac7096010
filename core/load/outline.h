/* SPDX-License-Identifier: MIT */
/* The outline of a list: what the blocks at the top of the document are, and
 * which headings are sections, which are records. */
#ifndef CX_OUTLINE_H
#define CX_OUTLINE_H

#include "load/reader.h"

enum cx_block_kind {
    CX_BLOCK_PROSE = 0,
    CX_BLOCK_HEADING,
    CX_BLOCK_TITLE, /* a paragraph that begins with a bold or linked title */
    CX_BLOCK_LINKED, /* … with a plain link, which may be a title */
    CX_BLOCK_LINKS, /* lines of links with labels */
    CX_BLOCK_LIST,
    CX_BLOCK_TABLE, /* of records */
    CX_BLOCK_BREAK
};

enum cx_heading_kind {
    CX_HEADING_UNDECIDED = 0,
    CX_HEADING_TITLE, /* the document's own */
    CX_HEADING_SECTION,
    CX_HEADING_RECORD,
    CX_HEADING_KEY,   /* "Download" below a record's heading */
    CX_HEADING_MATTER /* contents, contributing, licence, … */
};

/* A block at the top of the document. */
struct cx_block {
    cmark_node *node;
    const char *text; /* of a heading; of a table, its only row's name; of
                         "Papers:", if @role_line, without the colon */
    struct catex_section *section; /* of a heading that has begun one */
    int parent; /* of a heading: the block of the one above, or -1 */
    int rank;   /* of a heading: its number among them, from 1 */
    int rows;   /* of a table, or of @terms */
    unsigned char kind, lead, level, heading;
    unsigned char properties; /* its lines that name a property, no link */
    struct cx_ways ways; /* of a heading: of the records below it */
    bool whole; /* the lead is all of its first line */
    bool colon; /* the lead ends in a colon */
    bool link;  /* there is a link in it */
    bool role_link; /* of a heading: one that is called by its role */
    bool title_link; /* it begins with a link, which is its title */
    bool apart; /* what follows the lead is parted from it */
    bool way_back; /* nothing but links within the page */
    bool known_key; /* its links have labels with a role */
    bool lines; /* each of its lines begins with a linked title … */
    bool headed; /* … but for the first, which is the name of their group */
    bool named; /* "Name: URL", or the name on a line above the URL */
    bool name;  /* a line without link that can be a name */
    bool called; /* "Name: …" over other lines */
    bool keyed; /* of a table: links and properties of one data set; of a
                   heading: those stand below it, and no title */
    bool columns; /* of a table: one is called after the names in it */
    bool blank; /* nothing to be read, as <div> alone */
    bool summary; /* of what can be unfolded: <summary> */
    bool terms;   /* several terms and what they are: <dl>; @rows of them */
    bool leads; /* it ends in a colon, so it leads over to what is below */
    bool leads_data; /* … and that is data sets */
    bool phrase; /* bold words with a colon, too many for a name */
    bool thanks; /* … to people */
    bool role_line; /* "Papers:": it names links, and has none */
    bool label; /* words over a list of entries, as over each beside it */
    bool urls;  /* of a heading: below it are bare URLs, which may be what an
                   entry links or entries of a section */
    bool alone; /* of a heading: below it is one name with its link, which may
                   be what an entry links or the only entry of a section */
    bool holds_links; /* of HTML: behind the heading, in its block */
};

struct cx_outline {
    struct cx_reader *reader;
    struct cx_block *blocks;
    int count, capacity;
    bool has_records;  /* below some heading */
    int headings;
    int heading_records; /* headings that are records */
    int entries; /* below headings, that no heading names */
    int plain_rows; /* of tables of records without links */
    int linked_titles;
    int linked_above; /* of them, above all headings but the list's own */
    bool flat;        /* there are no such headings */
};

/* Inspects each block of the document and decides about its headings. */
void cx_outline_make(struct cx_outline *outline, cmark_node *root);
void cx_outline_done(struct cx_outline *outline);

/* decide.c: the second half of that. */
void cx_decide_headings(struct cx_outline *outline);

/* The words of spans [from, to), without pictures. */
const char *cx_words_of(struct cx_reader *reader, struct cx_arena *arena,
                        size_t from, size_t to);

/* The level of an HTML heading among the spans, 0 without one, and where it
 * stands. */
unsigned cx_html_heading(const struct cx_spans *spans, size_t *ret_from,
                         size_t *ret_to);

/* A table of one row, of which @name is the name. */
bool cx_is_about(const struct cx_block *table, const char *name);

/* The block after @at, or NULL. */
const struct cx_block *cx_next_block(const struct cx_outline *outline, int at);

/* A list of one plain item with a list of another kind right below it: the
 * item names what the other list is about ("1) Name", then bullets). */
bool cx_is_title_item(const struct cx_outline *outline, int at);

/* Whether the paragraph at @at is a name above a paragraph that is a URL. */
bool cx_is_name_above(const struct cx_outline *outline, int at);

/* group.c: finds the words that stand over each list of their section. */
void cx_find_labels(struct cx_outline *outline);
/* Whether a table of entries stands below block @at, with a column that is
 * called after their names. */
bool cx_is_over_table(const struct cx_outline *outline, int at);
/* Whether a bold line without link stands right above a linked title, where
 * several titles of the list are linked. */
bool cx_is_over_titles(const struct cx_reader *reader,
                       const struct cx_outline *outline, int at);
/* Whether the bold line, or the few words, at @at are the name of a group; and
 * reading them, as of @records or of parts. */
bool cx_is_group_label(struct cx_reader *reader,
                       const struct cx_outline *outline, int at);
bool cx_is_word_label(const struct cx_reader *reader,
                      const struct cx_outline *outline, int at);
void cx_read_group_label(const struct cx_outline *outline,
                         const struct cx_block *block, bool records);

/* document.c: reads all its blocks. */
void cx_read_document(struct cx_reader *reader, struct cx_outline *outline);

/* heading.c: reads the heading at @at, which ends what stood before it. */
void cx_read_heading(struct cx_reader *reader, struct cx_outline *outline,
                     int at);

/* Gives the collected prose to the section that is open, or the catalog. */
void cx_end_prose(struct cx_reader *reader);

#endif
