/* SPDX-License-Identifier: MIT */
/* Decides what the blocks of a document are before any is read. */
#include "load/outline.h"

#include <limits.h>
#include <string.h>

#include "load/words.h"

/* What stands directly below a heading. */
struct features {
    unsigned titled, tables, keys, links, linked, apart, prose;
    unsigned subheadings, key_subheadings;
    unsigned properties; /* keys without links */
    bool titles_first; /* a title stands before any named link */
};

const char *
cx_words_of(struct cx_reader *reader, struct cx_arena *arena, size_t from,
           size_t to)
{
    cx_buffer_clear(&reader->line);
    cx_buffer_add(&reader->line, "", 0);
    for (size_t i = from; i < to; i++) {
        const struct cx_span *span = &reader->spans.at[i];
        if (span->kind == CX_SPAN_IMAGE || cx_is_badge(span))
            continue;
        cx_buffer_add(&reader->line,
                      span->kind == CX_SPAN_BREAK ? " " : span->text,
                      span->size);
    }
    size_t size = reader->line.size;
    const char *text = cx_trim(reader->line.bytes, &size);
    return cx_strndup(arena, text, size);
}

/* The level of an HTML heading that begins the spans, and where it ends. */
unsigned
cx_html_heading(const struct cx_spans *spans, size_t *ret_from, size_t *ret_to)
{
    size_t at = 0;
    while (at < spans->count && spans->at[at].style < CX_HEADING)
        at++;
    if (at == spans->count)
        return 0;
    unsigned level = spans->at[at].style / CX_HEADING;
    *ret_from = at;
    while (at < spans->count && spans->at[at].style / CX_HEADING == level)
        at++;
    *ret_to = at;
    return level;
}

static void
inspect_heading(struct cx_outline *outline, struct cx_block *block, size_t from,
                size_t to)
{
    struct cx_reader *reader = outline->reader;
    block->text = cx_words_of(reader, &reader->scratch, from, to);
    if (*block->text == '\0')
        return; /* a picture, or nothing: it heads no section */
    block->kind = CX_BLOCK_HEADING;
    for (size_t i = from; i < to; i++) {
        const struct cx_span *span = &reader->spans.at[i];
        block->link = block->link ||
                      (span->kind == CX_SPAN_LINK && !cx_is_anchor(span) &&
                       !cx_is_badge(span));
    }
}

static bool
has_known_key(const struct cx_reader *reader)
{
    const struct cx_spans *spans = &reader->spans;
    for (size_t i = 1; i < spans->count; i++) {
        const struct cx_span *before = &spans->at[i - 1];
        if (spans->at[i].kind != CX_SPAN_LINK)
            continue;
        size_t size = before->size;
        const char *text = cx_trim(before->text, &size);
        if (size > 0 && text[size - 1] == ':')
            size--;
        if (before->kind == CX_SPAN_TEXT && cx_is_role_text(text, size))
            return true;
    }
    return false;
}

/* Whether a separator or a line's end stands behind a linked title. */
static bool
is_apart(const struct cx_spans *spans, size_t at)
{
    if (at >= spans->count || spans->at[at].kind == CX_SPAN_BREAK)
        return true;
    size_t size = spans->at[at].size;
    const char *text = cx_trim(spans->at[at].text, &size);
    return spans->at[at].kind == CX_SPAN_TEXT && size > 0 &&
           (strchr("-:|(", *text) != NULL || (*text & 0x80) != 0);
}

/* "(back to top)": nothing but links within the page. */
static bool
is_way_back(const struct cx_spans *spans)
{
    bool found = false;
    for (size_t i = 0; i < spans->count; i++) {
        const struct cx_span *span = &spans->at[i];
        if (!cx_is_anchor(span) && !cx_is_mark(span->text, span->size))
            return false;
        found = found || cx_is_anchor(span);
    }
    return found;
}

/* The lines "Size: …", "**Format**: …" without links. */
static unsigned char
count_properties(struct cx_reader *reader)
{
    const struct cx_spans *spans = &reader->spans;
    unsigned char count = 0;
    for (size_t at = 0; at < spans->count && count < UCHAR_MAX;
         at = cx_line_end(spans, at) + 1) {
        struct cx_spans line = *spans;
        line.at += at;
        line.count = cx_line_end(spans, at) - at;
        struct cx_lead lead =
            cx_lead_of(&line, &reader->keys, &reader->passing);
        if (lead.kind == CX_LEAD_KEY && lead.colon && !lead.link)
            count++;
    }
    return count;
}

/* Whether there are several lines and each begins with a link that can be a
 * title. */
static bool
are_titled_lines(struct cx_reader *reader)
{
    const struct cx_spans *spans = &reader->spans;
    size_t lines = 0;
    for (size_t at = 0; at < spans->count; at = cx_line_end(spans, at) + 1) {
        struct cx_spans line = *spans;
        line.at += at;
        line.count = cx_line_end(spans, at) - at;
        if (line.count == 0 || line.at[0].kind != CX_SPAN_LINK ||
            cx_lead_of(&line, &reader->keys, &reader->passing).kind !=
                CX_LEAD_LINK)
            return false;
        lines++;
    }
    return lines > 1;
}

static void
inspect_paragraph(struct cx_outline *outline, struct cx_block *block)
{
    struct cx_reader *reader = outline->reader;
    struct cx_spans *spans = &reader->spans;
    size_t from, to;
    cx_spans_of(spans, block->node);
    unsigned level = cmark_node_get_type(block->node) ==
                             CMARK_NODE_HTML_BLOCK
                         ? cx_html_heading(spans, &from, &to) : 0;
    if (level > 0) {
        block->level = (unsigned char)level;
        inspect_heading(outline, block, from, to);
        return;
    }
    for (size_t i = 0; i < spans->count; i++)
        block->link = block->link ||
                      (spans->at[i].kind == CX_SPAN_LINK &&
                       !cx_is_anchor(&spans->at[i]));
    if (cx_is_table(spans)) {
        const char *only;
        block->kind = cx_is_record_table(reader, &only) ? CX_BLOCK_TABLE
                                                        : CX_BLOCK_PROSE;
        block->text = cx_strdup(&reader->scratch, only);
        return;
    }
    struct cx_lead lead = cx_lead_of(spans, &reader->keys, &reader->passing);
    block->lead = (unsigned char)lead.kind;
    block->whole = lead.whole;
    block->colon = lead.colon;
    block->way_back = is_way_back(spans);
    block->apart = lead.whole || is_apart(spans, lead.body);
    bool strong = spans->count > 0 && lead.first < spans->count &&
                  spans->at[lead.first].style & CX_STRONG;
    /* "**Scope:** images only" is a remark; a title has links with it. */
    if (lead.kind == CX_LEAD_STRONG ||
        (lead.kind == CX_LEAD_STRONG_RUN && (!lead.colon || block->link)) ||
        (lead.kind == CX_LEAD_LINK && strong))
        block->kind = CX_BLOCK_TITLE;
    else if (cx_are_link_lines(spans, 0, spans->count) &&
             lead.kind != CX_LEAD_LINK)
        block->kind = CX_BLOCK_LINKS;
    else if (lead.kind == CX_LEAD_LINK || lead.kind == CX_LEAD_TEXT_LINK)
        block->kind = CX_BLOCK_LINKED;
    if (block->lead == CX_LEAD_KEY && !block->link)
        block->properties = count_properties(reader);
    block->lines = block->kind == CX_BLOCK_LINKED && are_titled_lines(reader);
    block->apart = block->apart || block->lines;
    block->known_key = block->kind != CX_BLOCK_LINKED && has_known_key(reader);
}

static struct cx_block *
add_block(struct cx_outline *outline, cmark_node *node)
{
    struct cx_reader *reader = outline->reader;
    if (outline->count == outline->capacity) {
        int capacity = outline->capacity == 0 ? 256 : outline->capacity * 2;
        struct cx_block *blocks = cx_alloc(&reader->scratch,
                                        sizeof *blocks * (size_t)capacity);
        if (outline->count > 0)
            memcpy(blocks, outline->blocks,
                   sizeof *blocks * (size_t)outline->count);
        outline->blocks = blocks;
        outline->capacity = capacity;
    }
    struct cx_block *block = &outline->blocks[outline->count++];
    *block = (struct cx_block){.node = node, .parent = -1};
    return block;
}

/* Whether a quotation is no quotation: there are headings, or lists of entries
 * in it. */
static bool
holds_entries(cmark_node *quotation)
{
    cmark_node *node = cmark_node_first_child(quotation);
    for (; node != NULL; node = cmark_node_next(node)) {
        cmark_node_type type = cmark_node_get_type(node);
        if (type == CMARK_NODE_HEADING ||
            (type == CMARK_NODE_LIST && cx_survey_of(node)->titled > 1))
            return true;
    }
    return false;
}

static void
inspect(struct cx_outline *outline, cmark_node *root)
{
    struct cx_reader *reader = outline->reader;
    cmark_node *node = cmark_node_first_child(root);
    for (; node != NULL; node = cmark_node_next(node)) {
        if (cmark_node_get_type(node) == CMARK_NODE_BLOCK_QUOTE &&
            cmark_node_get_type(root) == CMARK_NODE_DOCUMENT &&
            holds_entries(node)) {
            cx_used_block(reader, node, CX_STRUCTURE);
            inspect(outline, node);
            continue;
        }
        struct cx_block *block = add_block(outline, node);
        cx_arena_reset(&reader->passing);
        switch (cmark_node_get_type(node)) {
        case CMARK_NODE_HEADING:
            cx_spans_of(&reader->spans, node);
            block->level = (unsigned char)cmark_node_get_heading_level(node);
            inspect_heading(outline, block, 0, reader->spans.count);
            break;
        case CMARK_NODE_PARAGRAPH:
        case CMARK_NODE_HTML_BLOCK:
            inspect_paragraph(outline, block);
            break;
        case CMARK_NODE_LIST:
            block->kind = CX_BLOCK_LIST;
            break;
        case CMARK_NODE_THEMATIC_BREAK:
            block->kind = CX_BLOCK_BREAK;
            break;
        default:
            break;
        }
    }
}

const struct cx_block *
cx_next_block(const struct cx_outline *outline, int at)
{
    return at + 1 < outline->count ? &outline->blocks[at + 1] : NULL;
}

/* A list of one plain item with a list of another kind right below it: the
 * item names what the other list is about ("1) Name", then bullets). */
bool
cx_is_title_item(const struct cx_outline *outline, int at)
{
    if (outline->blocks[at].kind != CX_BLOCK_LIST)
        return false;
    cmark_node *list = outline->blocks[at].node;
    const struct cx_block *next = cx_next_block(outline, at);
    const struct cx_survey *survey = cx_survey_of(list);
    return survey->items == 1 && survey->links == 0 && next != NULL &&
           cx_survey_of(cmark_node_first_child(list))->lead != CX_LEAD_NONE &&
           next->kind == CX_BLOCK_LIST &&
           cmark_node_get_list_type(list) == CMARK_ORDERED_LIST &&
           cmark_node_get_list_type(next->node) == CMARK_BULLET_LIST &&
           cmark_node_get_start_line(next->node) ==
               cmark_node_get_end_line(list) + 1;
}

bool
cx_is_about(const struct cx_block *table, const char *name)
{
    return table->kind == CX_BLOCK_TABLE && table->text != NULL &&
           (strcasestr(name, table->text) != NULL ||
            strcasestr(table->text, name) != NULL);
}

static void
count_block(const struct cx_block *block, struct features *features)
{
    switch (block->kind) {
    case CX_BLOCK_TITLE:
        /* A bold line that ends in a colon leads over to something. */
        features->titled += !(block->whole && block->colon);
        break;
    case CX_BLOCK_TABLE:
        features->titled++;
        features->tables++;
        break;
    case CX_BLOCK_LINKED:
        features->linked += 1 + block->lines; /* at least two */
        features->apart += block->apart + block->lines;
        break;
    case CX_BLOCK_LINKS:
        features->keys += block->known_key;
        features->links++;
        break;
    case CX_BLOCK_LIST: {
        const struct cx_survey *list = cx_survey_of(block->node);
        if (list->kind == CX_LIST_TITLED || list->kind == CX_LIST_GROUPS)
            features->titled += list->titled;
        else if (list->kind == CX_LIST_KEYS && list->links == 0)
            features->properties += list->items;
        else if (list->kind == CX_LIST_KEYS)
            features->keys += list->items;
        else
            features->links += list->links > 0;
        break;
    }
    default:
        features->keys += block->known_key ||
                          (block->lead == CX_LEAD_KEY && block->link);
        features->properties += block->properties;
        features->prose += block->link;
        break;
    }
}

static struct features
features_of(const struct cx_outline *outline, int heading)
{
    struct features features = {.titled = 0};
    for (int i = heading + 1; i < outline->count &&
                              outline->blocks[i].kind != CX_BLOCK_HEADING; i++) {
        if (heading >= 0 &&
            cx_is_about(&outline->blocks[i], outline->blocks[heading].text)) {
            features.keys += 2;
        } else if (cx_is_title_item(outline, i)) {
            features.titled++;
            i++; /* the list below is about it */
        } else {
            count_block(&outline->blocks[i], &features);
        }
        if (features.keys + features.links == 0 && features.titled > 0)
            features.titles_first = true;
    }
    return features;
}

const char *
cx_without_number(const char *text)
{
    const char *at = text + (*text == '(');
    size_t digits = strspn(at, "0123456789.");
    if (digits == 0 || *at == '.')
        return text;
    bool marked = at[digits - 1] == '.' || memchr(at, '.', digits) != NULL;
    at += digits;
    if (*at == ')' || *at == ':') {
        marked = true;
        at++;
    }
    size_t blanks = strspn(at, " ");
    return marked && (blanks > 0 || (*at & 0x80)) && at[blanks] != '\0'
               ? at + blanks : text;
}

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

/* The document's own heading: its first, if no other has its level. */
static void
find_title(struct cx_outline *outline)
{
    int first = -1, same = 0, below = 0;
    if (features_of(outline, -1).titled > 1)
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
        below += block->parent == first;
    }
    if (first < 0 || outline->blocks[first].text[0] == '\0')
        return;
    struct features features = features_of(outline, first);
    if (same == 1 || (below == 0 && features.titled == 0 &&
                      features.keys == 0 &&
                      outline->blocks[first].level == 1))
        outline->blocks[first].heading = CX_HEADING_TITLE;
}

static enum cx_heading_kind
decide(const struct cx_block *block, const struct features *features,
       const struct features *below)
{
    /* Sections may well stand below an entry that has links of its own. */
    bool keyed = features->keys > 1 && features->titled == 0;
    if (below->subheadings > below->key_subheadings && !keyed)
        return CX_HEADING_SECTION;
    if (below->key_subheadings > 0 && features->titled == 0)
        return CX_HEADING_RECORD;
    if (features->titles_first || (features->titled > 0 && features->keys == 0 &&
                                    (features->links == 0 ||
                                     features->titled > 1)))
        return CX_HEADING_SECTION;
    if (features->linked > 1)
        return CX_HEADING_SECTION;
    if (features->keys > 0 || features->links > 0 || features->linked > 0 ||
        block->link || features->properties > 1)
        return features->titled > features->keys ? CX_HEADING_SECTION
                                                 : CX_HEADING_RECORD;
    return CX_HEADING_UNDECIDED;
}

/* "### Tags", "### **Paper**: [On Owls](…)". */
static bool
says_key(const char *text)
{
    const char *colon = strchr(text, ':');
    return cx_is_key(text, strlen(text)) ||
           (colon != NULL && cx_is_key(text, (size_t)(colon - text)));
}

/* "#### Download" with nothing of its own to list. */
static bool
is_key_heading(const struct cx_outline *outline, int i)
{
    const struct cx_block *block = &outline->blocks[i];
    if (block->parent < 0 ||
        outline->blocks[block->parent].heading == CX_HEADING_TITLE ||
        !says_key(block->text))
        return false;
    return features_of(outline, i).titled == 0;
}

/* Headings that tell nothing are read like their sisters; where no heading of
 * the list tells anything, each that has a link in its text is a record. */
static void
decide_like_sisters(struct cx_outline *outline, const bool *linked)
{
    int *votes = cx_alloc(&outline->reader->scratch,
                          sizeof *votes * (size_t)(outline->count + 1));
    for (int i = 0; i < outline->count; i++) {
        const struct cx_block *block = &outline->blocks[i];
        if (block->kind == CX_BLOCK_HEADING)
            votes[block->parent + 1] += block->heading == CX_HEADING_RECORD ? 1
                                        : block->heading == CX_HEADING_SECTION
                                            ? -1 : 0;
    }
    for (int i = 0; i < outline->count; i++) {
        struct cx_block *block = &outline->blocks[i];
        if (block->kind == CX_BLOCK_HEADING &&
            block->heading == CX_HEADING_UNDECIDED)
            block->heading = votes[block->parent + 1] > 0 ||
                                     (!outline->has_records && linked[i] &&
                                      votes[block->parent + 1] == 0)
                                 ? CX_HEADING_RECORD
                                 : CX_HEADING_SECTION;
        outline->heading_records += block->kind == CX_BLOCK_HEADING &&
                                     block->heading == CX_HEADING_RECORD;
    }
}

static void
decide_headings(struct cx_outline *outline)
{
    set_parents(outline);
    find_title(outline);
    struct features *below =
        cx_alloc(&outline->reader->scratch,
                 sizeof *below * (size_t)(outline->count + 1));
    bool *linked = cx_alloc(&outline->reader->scratch,
                            sizeof *linked * (size_t)(outline->count + 1));
    for (int i = 0; i < outline->count; i++) {
        struct cx_block *block = &outline->blocks[i];
        if (block->kind != CX_BLOCK_HEADING || block->parent < 0)
            continue;
        bool key = is_key_heading(outline, i);
        below[block->parent].subheadings++;
        below[block->parent].key_subheadings += key;
        if (key)
            block->heading = CX_HEADING_KEY;
    }
    for (int i = 0; i < outline->count; i++) {
        struct cx_block *block = &outline->blocks[i];
        if (block->kind != CX_BLOCK_HEADING || block->heading == CX_HEADING_TITLE)
            continue;
        struct features features = features_of(outline, i);
        linked[i] = features.prose > 0 && below[i].subheadings == 0;
        enum cx_heading_kind parent =
            block->parent < 0 ? CX_HEADING_TITLE
                              : outline->blocks[block->parent].heading;
        if (block->heading == CX_HEADING_KEY && parent == CX_HEADING_RECORD)
            continue;
        block->heading = is_matter(outline, block,
                                   below[i].subheadings > 0 ||
                                       features.tables > 0)
                             ? CX_HEADING_MATTER
                             : (unsigned char)decide(block, &features,
                                                     &below[i]);
        block->titled = features.titled > 0;
        block->by_paragraph = features.apart > 1 && features.titled == 0 &&
                              features.apart == features.linked;
        outline->has_records =
            outline->has_records ||
            (block->heading != CX_HEADING_MATTER &&
             (features.titled > 0 || features.keys > 0));
    }
    decide_like_sisters(outline, linked);
}

void
cx_outline_make(struct cx_outline *outline, cmark_node *root)
{
    inspect(outline, root);
    decide_headings(outline);
}
