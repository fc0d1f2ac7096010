/* SPDX-License-Identifier: MIT */
/* Decides which headings are sections, which are records, keys, or about the
 * list, by what stands below each and by its sisters. */
#include <string.h>

#include "load/features.h"
#include "load/words.h"
#include "model/text.h"

enum { SEVERAL = 3, MANY = 8 };

/* What stands below a heading, or below none, and what is known of it. */
struct below {
    unsigned subheadings, keys; /* keys: sub-headings that are */
    int votes;   /* of its sub-headings, for being records */
    /* Of its sub-headings that tell nothing for certain: with a link in the
     * text; with one name and its link. */
    int told, alone;
    int records; /* of its sub-headings, that tell it */
    bool linked; /* there is a link in its text, and no sub-heading */
    bool data;   /* it says that data are below */
    bool prose;  /* … and what is below are paragraphs with links, several */
};

static bool
is_matter(const struct cx_outline *outline, const struct cx_block *block,
          bool entries_below)
{
    const char *text = cx_without_number(block->text);
    size_t size = strlen(text);
    const struct cx_block *above =
        block->parent < 0 ? NULL : &outline->blocks[block->parent];
    bool within = above != NULL && above->heading == CX_HEADING_SECTION;
    if (cx_is_matter(text, size) &&
        !((entries_below || within) && cx_may_be_topic(text, size)))
        return true;
    if (above == NULL)
        return false;
    return above->heading == CX_HEADING_MATTER &&
           !cx_is_contents(above->text, strlen(above->text));
}

/* Links each heading to the one above it. */
static void
set_parents(struct cx_outline *outline)
{
    int open[8] = {-1, -1, -1, -1, -1, -1, -1, -1};
    for (int i = 0; i < outline->count; i++) {
        struct cx_block *block = &outline->blocks[i];
        if (block->kind != CX_BLOCK_HEADING)
            continue;
        unsigned level = block->level > 6 ? 6 : block->level;
        for (unsigned l = level; l-- > 0 && block->parent < 0;)
            block->parent = open[l];
        open[level] = i;
        for (unsigned l = level + 1; l < 8; l++)
            open[l] = -1;
    }
}

/* As titles in HTML are. */
static bool
is_centred(cmark_node *heading)
{
    return cmark_node_get_type(heading) == CMARK_NODE_HTML_BLOCK &&
           strcasestr(cmark_node_get_literal(heading), "center") != NULL;
}

/* The document's own heading: its first, if no other has its level, or it is
 * HTML and centred, and no other is HTML. */
static void
find_title(struct cx_outline *outline)
{
    int first = -1, same = 0, html = 0;
    bool bare = true; /* there are no entries below it */
    if (cx_features_of(outline, -1).titled > 1)
        return; /* entries stand above all headings */
    for (int i = 0; i < outline->count; i++) {
        const struct cx_block *block = &outline->blocks[i];
        if (block->kind != CX_BLOCK_HEADING)
            continue;
        if (first < 0)
            first = i;
        else if (block->level < outline->blocks[first].level)
            return;
        same += block->level == outline->blocks[first].level;
        html += cmark_node_get_type(block->node) == CMARK_NODE_HTML_BLOCK;
        if (same == 1 && bare) {
            struct cx_features features = cx_features_of(outline, i);
            bare = features.titled == 0 && features.keys == 0 &&
                   (i == first || !block->link);
        }
    }
    if (first < 0 || outline->blocks[first].text[0] == '\0')
        return;
    bool alone = html == 1 && is_centred(outline->blocks[first].node);
    if (same == 1 ||
        (bare && (alone || outline->blocks[first].level == 1)))
        outline->blocks[first].heading = CX_HEADING_TITLE;
}

static enum cx_heading_kind
decide(const struct cx_block *block, const struct cx_features *features,
       const struct below *below)
{
    /* Sections may well stand below an entry that has links of its own. */
    bool keyed = features->keys > 1 && features->titled == 0;
    if (below->subheadings > below->keys && !keyed)
        return CX_HEADING_SECTION;
    if (block->urls || block->alone)
        return CX_HEADING_UNDECIDED;
    if (block->ways.by_prose)
        return below->prose ? CX_HEADING_SECTION : CX_HEADING_UNDECIDED;
    /* "Alpha [[paper](…)] [[code](…)]", whatever is said of it. */
    if (block->role_link && features->listed == 0 && below->subheadings == 0)
        return CX_HEADING_RECORD;
    if (features->contents > 0 && !block->link &&
        features->keys + features->links + features->linked == 0)
        return CX_HEADING_SECTION;
    /* The rows of a table may as well be parts of the entry. */
    if (below->keys > 0 && features->titled == features->plain_tables)
        return CX_HEADING_RECORD;
    /* One link below some text may be the entry, or where the entry above is
     * to be had. */
    if (features->titled == 1 && features->tables == 0 && features->text > 0 &&
        features->keys + features->links + features->linked == 0 &&
        below->subheadings == 0)
        return CX_HEADING_UNDECIDED;
    /* "It has three parts:", or a table without links, below a heading with a
     * link of its own, or "It holds these datasets:" below one with links. */
    bool led = (block->link && features->led + features->plain_tables >=
                                   features->titled) ||
               (features->keys + features->links > 0 &&
                features->led_data == features->titled);
    if (led && features->titled > 0 && below->subheadings == 0)
        return CX_HEADING_UNDECIDED;
    if (features->titles_first || (features->titled > 0 && features->keys == 0 &&
                                    (features->links == 0 ||
                                     features->titled > 1)))
        return CX_HEADING_SECTION;
    if (features->linked > 1)
        return (features->keys + features->links) * 2 >= features->linked &&
                       features->titled == 0
                   ? CX_HEADING_UNDECIDED : CX_HEADING_SECTION;
    if (features->keys > 0 || features->links > 0 || features->linked > 0 ||
        block->link || features->properties > 1)
        return features->titled > features->keys || features->listed > 0
                   ? CX_HEADING_SECTION : CX_HEADING_RECORD;
    return CX_HEADING_UNDECIDED;
}

/* "### Tags", "### **Paper**: [On Owls](…)", but not "### Dataset 1: Owls". */
static bool
says_key(const char *text)
{
    const char *colon = strchr(text, ':');
    bool numbered = colon != NULL && colon > text && colon[-1] >= '0' &&
                    colon[-1] <= '9';
    return cx_is_key(text, strlen(text)) ||
           (colon != NULL && !numbered &&
            cx_is_key(text, (size_t)(colon - text)));
}

/* "### Project: Owls", with links below, under no entry. */
static bool
names_project(const struct cx_outline *outline, int i)
{
    const char *text = outline->blocks[i].text, *colon = strchr(text, ':');
    if (colon == NULL || colon[1] == '\0' ||
        !(cx_names_data(text, (size_t)(colon - text)) ||
          cx_is_among(text, (size_t)(colon - text), "project")))
        return false;
    struct cx_features features = cx_features_of(outline, i);
    return features.keys + features.links > 0 &&
           !outline->blocks[outline->blocks[i].parent].keyed;
}

/* "Overview", "Description": no name of an entry. */
static bool
says_text(const char *text)
{
    return cx_is_text_column(text, strlen(text));
}

/* Where a heading stands that has been seen with the same text. */
struct repeated {
    int parent; /* of the last one */
    int all;    /* under different headings */
    int plain;  /* of these, without entries below */
    int keyed;  /* of these, below one that has links with labels, no titles */
};

/* Counts the headings that stand, with the same text, under several others:
 * "Overview" and "Funding" of each entry. */
static void
count_repeated(struct cx_outline *outline, struct cx_index *index)
{
    for (int i = 0; i < outline->count; i++) {
        struct cx_block *block = &outline->blocks[i];
        if (block->kind != CX_BLOCK_HEADING)
            continue;
        struct cx_features features = cx_features_of(outline, i);
        block->keyed = features.keys > 1 && features.titled == 0;
        if (block->parent < 0)
            continue;
        void **at = cx_index_at(index, block->text);
        if (*at == NULL)
            *at = cx_alloc(index->arena, sizeof(struct repeated));
        struct repeated *seen = *at;
        if (seen->all == 0 || seen->parent != block->parent) {
            seen->all++;
            seen->plain += features.titled + features.linked == 0;
            seen->keyed += outline->blocks[block->parent].keyed;
        }
        seen->parent = block->parent;
    }
}

/* "Links": a word that says nothing of what the links lead to. */
static bool
is_of_links(const char *text)
{
    size_t size = strlen(text);
    return cx_is_filler(text, size) && !cx_is_name_column(text, size);
}

/* Whether entries stand below headings that stand below this one. */
static bool
has_entries_deeper(const struct cx_outline *outline, int heading)
{
    unsigned level = outline->blocks[heading].level;
    for (int i = heading + 1; i < outline->count; i++) {
        const struct cx_block *block = &outline->blocks[i];
        if (block->kind != CX_BLOCK_HEADING)
            continue;
        if (block->level <= level)
            return false;
        if (cx_features_of(outline, i).titled > 0)
            return true;
    }
    return false;
}

/* "#### Download", or what several entries have, with nothing of its own to
 * list; the "References" and "Links" of several have. */
static bool
is_key_heading(const struct cx_outline *outline, int i,
               const struct cx_index *index)
{
    const struct cx_block *block = &outline->blocks[i];
    if (block->parent < 0 ||
        outline->blocks[block->parent].heading == CX_HEADING_TITLE)
        return false;
    const struct repeated *seen = cx_index_get(index, block->text);
    if (seen != NULL && seen->all >= SEVERAL &&
        (cx_is_matter(block->text, strlen(block->text)) ||
         is_of_links(block->text)))
        return true;
    if (seen != NULL && seen->keyed > 1 && seen->keyed == seen->all &&
        !cx_announces_data(block->text, strlen(block->text)))
        return true; /* what each entry has, of which the links are above */
    bool plain = seen != NULL && seen->plain >= SEVERAL;
    if (!plain && (!says_key(block->text) || names_project(outline, i)))
        return false;
    return (plain && seen->plain * 3 >= seen->all * 2) ||
           (cx_features_of(outline, i).titled == 0 &&
            !has_entries_deeper(outline, i));
}

static struct below *
below_of(struct below *all, const struct cx_outline *outline, int heading)
{
    return &all[heading < 0 ? 0 : outline->blocks[heading].rank];
}

/* How a heading's sub-headings vote: each that tells what it is for that; many
 * that have only a link in their text for records, in a list with far fewer
 * entries than those or below "Datasets"; and where nothing tells, those with
 * one name. */
static void
count_votes(const struct cx_outline *outline, struct below *all)
{
    for (int i = 0; i < outline->count; i++) {
        const struct cx_block *block = &outline->blocks[i];
        if (block->kind != CX_BLOCK_HEADING)
            continue;
        struct below *above = below_of(all, outline, block->parent);
        above->votes += block->heading == CX_HEADING_RECORD    ? 1
                        : block->heading == CX_HEADING_SECTION ? -1
                                                               : 0;
        above->told += block->heading == CX_HEADING_UNDECIDED &&
                       !block->ways.by_prose &&
                       (block->alone || below_of(all, outline, i)->linked);
        above->alone += block->alone;
        above->records += block->heading == CX_HEADING_RECORD;
    }
    for (int i = 0; i <= outline->headings; i++) {
        bool many = all[i].told > 2 * outline->entries ||
                    (all[i].told >= MANY && all[i].told > outline->entries) ||
                    (all[i].data && all[i].told > -all[i].votes);
        if (all[i].told + all[i].records >= SEVERAL && many)
            all[i].votes += all[i].told;
        else if (all[i].votes == 0)
            all[i].votes = all[i].alone;
    }
}

/* Headings that tell nothing are read like their sisters; where no heading of
 * the list tells anything, each that has a link in its text is a record. */
static void
decide_like_sisters(struct cx_outline *outline, struct below *all)
{
    count_votes(outline, all);
    for (int i = 0; i < outline->count; i++) {
        struct cx_block *block = &outline->blocks[i];
        if (block->kind != CX_BLOCK_HEADING)
            continue;
        int votes = below_of(all, outline, block->parent)->votes;
        bool linked = below_of(all, outline, i)->linked;
        if (block->heading == CX_HEADING_UNDECIDED && says_text(block->text))
            block->heading = CX_HEADING_SECTION;
        else if (block->heading == CX_HEADING_UNDECIDED)
            block->heading =
                votes > 0 || (votes == 0 && (block->urls ||
                                (!outline->has_records && linked)))
                    ? CX_HEADING_RECORD : CX_HEADING_SECTION;
        block->ways.by_prose = block->ways.by_prose &&
                               block->heading != CX_HEADING_RECORD;
        block->ways.by_paragraph =
            block->heading != CX_HEADING_RECORD &&
            (block->ways.by_paragraph || block->alone);
        outline->heading_records += block->heading == CX_HEADING_RECORD;
    }
}

/* Among keys that stand below each of several headings, one more that does is
 * a key, too, whatever it lists. */
static void
find_last_keys(struct cx_outline *outline, struct below *all,
               const struct cx_index *index)
{
    for (int i = 0; i < outline->count; i++) {
        struct cx_block *block = &outline->blocks[i];
        if (block->kind != CX_BLOCK_HEADING || block->parent < 0 ||
            block->heading == CX_HEADING_KEY ||
            cx_announces_data(block->text, strlen(block->text)) ||
            outline->blocks[block->parent].heading == CX_HEADING_TITLE)
            continue;
        struct below *below = below_of(all, outline, block->parent);
        const struct repeated *seen = cx_index_get(index, block->text);
        if (seen == NULL || seen->all < SEVERAL || below->keys < 2 ||
            below->keys + 1 < below->subheadings)
            continue;
        block->heading = CX_HEADING_KEY;
        below->keys++;
    }
}

static void
find_keys(struct cx_outline *outline, struct below *all)
{
    struct cx_index index = {.arena = &outline->reader->scratch};
    count_repeated(outline, &index);
    for (int i = 0; i < outline->count; i++) {
        struct cx_block *block = &outline->blocks[i];
        if (block->kind != CX_BLOCK_HEADING || block->parent < 0)
            continue;
        struct below *below = below_of(all, outline, block->parent);
        bool key = is_key_heading(outline, i, &index);
        below->subheadings++;
        below->keys += key;
        if (key)
            block->heading = CX_HEADING_KEY;
    }
    find_last_keys(outline, all, &index);
}

static void
decide_heading(struct cx_outline *outline, struct cx_block *block, int at,
               struct below *below)
{
    struct cx_features features = cx_features_of(outline, at);
    below->linked = features.prose > 0 && below->subheadings == 0;
    below->data = cx_names_data(block->text, strlen(block->text));
    block->ways = cx_ways_of(&features);
    block->ways.by_prose =
        below->subheadings == 0 && !block->link &&
        cx_announces_data(block->text, strlen(block->text)) &&
        cx_is_by_prose(&features);
    below->prose = block->ways.by_prose && features.prose >= SEVERAL;
    if (block->heading == CX_HEADING_KEY && block->parent >= 0 &&
        outline->blocks[block->parent].heading == CX_HEADING_RECORD)
        return;
    bool contents = cx_is_contents(block->text, strlen(block->text));
    bool entries_below = below->subheadings > 0 || features.tables > 0 ||
                         (contents && features.titled >= SEVERAL &&
                          features.far >= SEVERAL);
    block->urls = features.urls > 0 && features.urls == features.keys &&
                  features.titled + features.links + features.linked +
                          features.prose + features.text == 0 &&
                  below->subheadings == 0 && !block->link;
    block->alone = cx_is_alone(&features) && below->subheadings == 0 &&
                   !block->link && !block->holds_links;
    block->heading = is_matter(outline, block, entries_below)
                         ? CX_HEADING_MATTER
                         : (unsigned char)decide(block, &features, below);
    if (block->heading == CX_HEADING_RECORD && says_text(block->text))
        block->heading = CX_HEADING_SECTION;
    if (block->heading != CX_HEADING_MATTER &&
        (features.titled > 0 || features.keys > 0 || block->ways.by_paragraph))
        outline->has_records = true;
    if (block->heading != CX_HEADING_MATTER)
        outline->entries += (int)(features.titled + features.linked);
}

void
cx_decide_headings(struct cx_outline *outline)
{
    for (int i = 0; i < outline->count; i++)
        if (outline->blocks[i].kind == CX_BLOCK_HEADING)
            outline->blocks[i].rank = ++outline->headings;
    struct below *all = cx_alloc(&outline->reader->scratch,
                                 sizeof *all * ((size_t)outline->headings + 1));
    set_parents(outline);
    find_title(outline);
    find_keys(outline, all);
    for (int i = 0; i < outline->count; i++) {
        struct cx_block *block = &outline->blocks[i];
        if (block->kind != CX_BLOCK_HEADING)
            continue;
        if (block->heading == CX_HEADING_TITLE) {
            struct cx_features features = cx_features_of(outline, i);
            block->ways = cx_ways_of(&features);
        } else {
            decide_heading(outline, block, i, below_of(all, outline, i));
        }
    }
    struct cx_features features = cx_features_of(outline, -1);
    outline->reader->ways = cx_ways_of(&features); /* above the first heading */
    decide_like_sisters(outline, all);
}
