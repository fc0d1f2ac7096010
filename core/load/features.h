/* SPDX-License-Identifier: MIT */
/* What stands directly below a heading, up to the next. */
#ifndef CX_FEATURES_H
#define CX_FEATURES_H

#include "load/outline.h"

struct cx_features {
    unsigned titled, tables, keys, links, linked, apart, named, prose, text;
    unsigned properties; /* keys without links */
    unsigned called;     /* paragraphs that say their name */
    unsigned worded;     /* of linked: those with words before the link */
    unsigned contents;   /* lists that lead to places in the page */
    unsigned urls;       /* keys that are items of a URL and nothing else */
    unsigned far;        /* links in lists that lead to other sites */
    unsigned led;          /* of titled: in lists that a text leads over to */
    unsigned led_data;     /* … as data sets */
    unsigned listed;       /* tables of several records, with links */
    unsigned plain_tables; /* of records, without any link */
    bool titles_first; /* a title stands before any named link */
};

/* Of heading @heading; -1: of what stands above the first. */
struct cx_features cx_features_of(const struct cx_outline *outline,
                                  int heading);

/* How records begin among what has these features. */
struct cx_ways cx_ways_of(const struct cx_features *features);

/* Whether there are paragraphs alone, most of them with a link in a sentence. */
bool cx_is_by_prose(const struct cx_features *features);

/* Whether there is one name with its link, and no other. */
bool cx_is_alone(const struct cx_features *features);

#endif
