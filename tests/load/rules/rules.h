/* SPDX-License-Identifier: MIT */
/* The rules of catex-lists(7), one by one: what a small list says. */
#ifndef TEST_RULES_H
#define TEST_RULES_H

#include <stddef.h>

enum { /* also told */
    LINES = 1 << 0,    /* lines of sections and entries, of links */
    MARKDOWN = 1 << 1, /* the Markdown of descriptions */
    IDS = 1 << 2,      /* ids, kinds, publications, identifiers */
    REPORTS = 1 << 3   /* every report; else only what is unplaced */
};

struct rule {
    const char *name; /* as in catex-lists(7), then what is tried, if there
                       * are several: "parts: below a linked entry" */
    const char *list; /* Markdown */
    const char *says; /* what rules.c tells of its catalog */
    int also;
};

/* Runs one test for each rule, named after it. */
int run_rules(const char *area, const struct rule *rules, size_t count);

#define RUN_RULES(area, rules) \
    run_rules((area), (rules), sizeof(rules) / sizeof(rules)[0])

#endif
