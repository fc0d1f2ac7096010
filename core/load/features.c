/* SPDX-License-Identifier: MIT */
/* Counts what stands directly below a heading. */
#include "load/features.h"

#include <string.h>
#include <strings.h>

bool
cx_is_about(const struct cx_block *table, const char *name)
{
    enum { SHORT = 3 }; /* "A" is part of any name */
    if (table->kind != CX_BLOCK_TABLE || table->text == NULL)
        return false;
    if (strlen(table->text) < SHORT || strlen(name) < SHORT)
        return strcasecmp(table->text, name) == 0;
    return strcasestr(name, table->text) != NULL ||
           strcasestr(table->text, name) != NULL;
}

static void
count_list(const struct cx_block *block, const struct cx_block *above,
           struct cx_features *features)
{
    const struct cx_survey *list = cx_survey_of(block->node);
    unsigned bare = cx_counts_of(block->node)->bare;
    bool titled = list->kind == CX_LIST_TITLED ||
                  list->kind == CX_LIST_GROUPS;
    if (above != NULL && above->role_line && bare == list->items) {
        features->keys += list->items; /* "References:", and bare URLs */
        return;
    }
    features->far += list->far;
    features->contents += list->kind == CX_LIST_CONTENTS;
    if (list->kind == CX_LIST_KEYS)
        features->urls += bare;
    if (titled && above != NULL && above->leads)
        features->led += list->titled;
    if (titled && above != NULL && above->leads_data)
        features->led_data += list->titled;
    if (titled)
        features->titled += list->titled;
    else if (list->kind == CX_LIST_KEYS && list->links == 0)
        features->properties += list->items;
    else if (list->kind == CX_LIST_KEYS)
        features->keys += list->items;
    else
        features->links += list->links > 0;
}

/* @above: the block above it, or NULL. */
static void
count_block(const struct cx_block *block, const struct cx_block *above,
            struct cx_features *features)
{
    switch (block->kind) {
    case CX_BLOCK_TITLE:
        /* A bold line that ends in a colon leads over to something. */
        features->titled += block->terms ? (unsigned)block->rows
                                         : !(block->whole && block->colon);
        break;
    case CX_BLOCK_TABLE:
        features->titled++;
        features->tables++;
        features->plain_tables += !block->link;
        features->listed += block->link && block->columns && block->rows > 1;
        break;
    case CX_BLOCK_LINKED:
        features->linked += 1 + block->lines; /* at least two */
        features->apart += block->apart + block->lines;
        features->worded += block->lead == CX_LEAD_TEXT_LINK;
        break;
    case CX_BLOCK_LINKS:
        features->keys += block->known_key;
        if (block->named && !block->known_key)
            features->named++;
        else
            features->links++;
        break;
    case CX_BLOCK_LIST:
        count_list(block, above, features);
        break;
    default:
        features->keys += block->known_key ||
                          (block->lead == CX_LEAD_KEY && block->link);
        features->keys += block->keyed;
        features->properties += block->properties;
        if (block->named && !block->known_key)
            features->named++;
        else
            features->prose += block->link;
        features->text += !block->link;
        break;
    }
}

struct cx_features
cx_features_of(const struct cx_outline *outline, int heading)
{
    struct cx_features features = {.titled = 0};
    features.links = heading >= 0 && outline->blocks[heading].holds_links;
    for (int i = heading + 1; i < outline->count &&
                              outline->blocks[i].kind != CX_BLOCK_HEADING; i++) {
        if (outline->blocks[i].way_back)
            continue;
        features.called += outline->blocks[i].called;
        if (heading >= 0 &&
            cx_is_about(&outline->blocks[i], outline->blocks[heading].text)) {
            features.keys += 2;
        } else if (cx_is_title_item(outline, i)) {
            features.titled++;
            i++; /* the list below is about it */
        } else if (cx_is_name_above(outline, i)) {
            features.named++;
            i++;
        } else {
            count_block(&outline->blocks[i],
                        i > 0 ? &outline->blocks[i - 1] : NULL, &features);
        }
        if (features.keys + features.links == 0 &&
            features.titled > features.plain_tables)
            features.titles_first = true;
    }
    /* Those that say their name are entries where there are several, and no
     * others. */
    if (features.called > 1 && features.titled == 0) {
        features.titled = features.called;
        features.titles_first = true;
    } else {
        features.called = 0;
    }
    /* Named paragraphs are entries where they are several, and nearly all
     * there is; else their names are labels of links. */
    unsigned least = features.text > 0 ? 3 : 2;
    if (features.named > 0 && features.named + features.worded >= least &&
        features.links * 3 <= features.named &&
        features.titled == 0 &&
        (features.keys + features.properties) * 3 <= features.named &&
        (heading < 0 || !outline->blocks[heading].link)) {
        features.linked += features.named;
        features.apart += features.named;
        features.links = 0;
    } else {
        features.links += features.named;
    }
    return features;
}

/* Whether each paragraph that begins with a link, which something parts from
 * the rest, is a record: nearly all that begin with one do so, and there are
 * hardly any other titles. */
static bool
is_by_paragraph(const struct cx_features *features)
{
    return features->apart > 1 && features->titled * 4 <= features->apart &&
           features->apart * 4 >= features->linked * 3;
}

/* Whether most paragraphs begin with a link, and there are several. */
static bool
is_by_run(const struct cx_features *features)
{
    enum { SEVERAL = 3 };
    unsigned all = features->linked + features->text + features->prose;
    return features->linked >= SEVERAL && features->linked * 3 >= all * 2;
}

struct cx_ways
cx_ways_of(const struct cx_features *features)
{
    return (struct cx_ways){.titled = features->titled > 0,
                            .by_paragraph = is_by_paragraph(features),
                            .by_run = is_by_run(features),
                            .by_name = features->called > 0};
}

/* Whether there is one name with its link, and no other. */
bool
cx_is_alone(const struct cx_features *features)
{
    return features->titled + features->keys + features->properties +
                   features->prose == 0 &&
           features->linked + features->named == 1 &&
           features->apart + features->named == 1 &&
           features->links == features->named;
}

bool
cx_is_by_prose(const struct cx_features *features)
{
    return features->prose > 0 && features->prose >= features->text &&
           features->prose >= features->linked &&
           features->titled + features->keys + features->links +
                   features->properties == 0;
}
