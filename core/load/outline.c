/* SPDX-License-Identifier: MIT */
/* Decides what the blocks of a document are before any is read. */
#include "load/outline.h"

#include <limits.h>
#include <setjmp.h>
#include <string.h>

#include "load/grid.h"
#include "load/key-table.h"
#include "load/lines.h"
#include "load/words.h"

enum {
    SEVERAL = 3,
    SHORT_NAME = 4 /* words; with more and a colon, it leads over */
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
        block->role_link = block->role_link || cx_is_role_link(span);
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
        size -= cx_colon_at_end(text, size);
        if (before->kind == CX_SPAN_TEXT && cx_is_role_text(text, size))
            return true;
    }
    return false;
}

/* Whether a separator, a line's end or an icon with a link stands behind a
 * linked title. */
static bool
is_apart(const struct cx_spans *spans, size_t at)
{
    if (at + 1 < spans->count && spans->at[at].kind == CX_SPAN_TEXT &&
        spans->at[at + 1].kind == CX_SPAN_LINK &&
        cx_is_mark(spans->at[at].text, spans->at[at].size) &&
        cx_are_shortcodes(spans->at[at + 1].text, spans->at[at + 1].size))
        return true;
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
        struct cx_spans line = cx_line_at(spans, at);
        struct cx_lead lead =
            cx_lead_of(&line, &reader->keys, &reader->passing);
        if (lead.kind == CX_LEAD_KEY && lead.colon && !lead.link)
            count++;
    }
    return count;
}

/* Whether there are several lines from @at on and each begins with a link that
 * can be a title, or with words before a bare URL. */
static bool
are_titled_lines(struct cx_reader *reader, size_t at)
{
    const struct cx_spans *spans = &reader->spans;
    size_t lines = 0, worded = 0;
    for (const size_t first = at; at < spans->count;
         at = cx_line_end(spans, at) + 1) {
        struct cx_spans line = cx_line_at(spans, at);
        if (line.count == 0 && at > first)
            continue; /* a <br> ended it */
        if (line.count == 0)
            return false;
        struct cx_lead lead =
            cx_lead_of(&line, &reader->keys, &reader->passing);
        bool words = lead.kind == CX_LEAD_TEXT_LINK && !lead.colon &&
                     (line.at[lead.body].style & CX_BARE) != 0;
        if (!words && (line.at[0].kind != CX_SPAN_LINK ||
                       lead.kind != CX_LEAD_LINK))
            return false;
        worded += words;
        lines++;
    }
    return lines > 1 && (worded == 0 || lines >= SEVERAL);
}

/* "Owls:" over lines that each begin with a linked title. */
static bool
is_headed(struct cx_reader *reader, const struct cx_lead *lead)
{
    size_t end = cx_line_end(&reader->spans, 0);
    return lead->kind == CX_LEAD_WORDS && lead->colon && lead->body == end &&
           !cx_names_data(lead->title, strlen(lead->title)) &&
           are_titled_lines(reader, end + 1);
}

/* Whether one of the badges, which are all there is, says what it leads to. */
static bool
is_badge_of_role(const struct cx_spans *spans)
{
    for (size_t i = 0; i < spans->count; i++)
        if (cx_is_role_link(&spans->at[i]))
            return true;
    return false;
}

static void
inspect_end(const struct cx_spans *spans, struct cx_block *block)
{
    if (spans->count == 0)
        return;
    const struct cx_span *last = &spans->at[spans->count - 1];
    block->leads = last->kind == CX_SPAN_TEXT &&
                   cx_colon_at_end(last->text, last->size) > 0;
    block->thanks = block->leads && cx_is_thanks(last->text, last->size);
    block->leads_data =
        block->leads && cx_leads_to_data(last->text, last->size);
}

/* The words of a paragraph that is nothing but "Papers:"; NULL if it is not. */
static const char *
role_line(struct cx_reader *reader)
{
    enum { SHORT = 40 };
    const struct cx_spans *spans = &reader->spans;
    if (spans->count == 0 || spans->at[0].kind != CX_SPAN_TEXT ||
        spans->count > 2 || spans->at[0].size > SHORT)
        return NULL;
    size_t size = spans->at[0].size;
    const char *text = cx_trim(spans->at[0].text, &size);
    const struct cx_span *behind = &spans->at[1];
    if (spans->count == 2 && (behind->size == 0 ||
                              cx_colon_at_end(behind->text, behind->size) !=
                                  behind->size))
        return NULL;
    size -= cx_colon_at_end(text, size);
    return size > 0 && cx_is_role_text(text, size)
               ? cx_strndup(&reader->scratch, text, size) : NULL;
}

/* Whether the block begins with a heading in HTML; then it is inspected. */
static bool
inspect_html_heading(struct cx_outline *outline, struct cx_block *block)
{
    const struct cx_spans *spans = &outline->reader->spans;
    size_t from, to;
    unsigned level = cmark_node_get_type(block->node) ==
                             CMARK_NODE_HTML_BLOCK
                         ? cx_html_heading(spans, &from, &to) : 0;
    if (level == 0)
        return false;
    block->level = (unsigned char)level;
    inspect_heading(outline, block, from, to);
    for (size_t i = to; i < spans->count; i++)
        block->holds_links = block->holds_links ||
                             (spans->at[i].kind == CX_SPAN_LINK &&
                              !cx_is_anchor(&spans->at[i]) &&
                              !cx_is_badge(&spans->at[i]));
    return true;
}

/* How many terms a list of definitions in HTML has. */
static int
count_terms(const struct cx_spans *spans, cmark_node *node)
{
    int terms = 0;
    if (cmark_node_get_type(node) != CMARK_NODE_HTML_BLOCK ||
        strcasestr(cmark_node_get_literal(node), "<dt") == NULL)
        return 0;
    for (size_t at = 0; at < spans->count; at = cx_next_term(spans, at))
        terms += (spans->at[at].style & CX_LABEL) != 0 && terms < INT_MAX;
    return terms;
}

static void
inspect_table(struct cx_reader *reader, struct cx_block *block)
{
    struct cx_key_table keys;
    struct cx_record_table table;
    if (cx_is_key_table(reader, &keys)) {
        if (keys.name != NULL)
            block->kind = CX_BLOCK_TABLE;
        block->text = cx_strdup(&reader->scratch, keys.name);
        block->keyed = keys.links > 0 && keys.others > 0;
        block->known_key = keys.links > 0;
        block->properties = keys.others < UCHAR_MAX
                                ? (unsigned char)keys.others : UCHAR_MAX;
    } else if (cx_is_record_table(reader, &table)) {
        block->kind = CX_BLOCK_TABLE;
        block->text = cx_strdup(&reader->scratch, table.only);
        block->rows = (int)table.rows;
        block->columns = table.called;
    }
}

static unsigned char
kind_of(struct cx_spans *spans, const struct cx_block *block,
        const struct cx_lead *lead)
{
    bool strong = spans->count > 0 && lead->first < spans->count &&
                  spans->at[lead->first].style & CX_STRONG;
    /* "**Scope:** images only" is a remark; a title has links with it. */
    if (block->terms || lead->kind == CX_LEAD_STRONG ||
        (lead->kind == CX_LEAD_STRONG_RUN && (!lead->colon || block->link)) ||
        (lead->kind == CX_LEAD_LINK && strong))
        return CX_BLOCK_TITLE;
    if (cx_are_link_lines(spans, 0, spans->count) &&
        lead->kind != CX_LEAD_LINK &&
        (lead->kind != CX_LEAD_NONE || is_badge_of_role(spans)))
        return CX_BLOCK_LINKS;
    return lead->kind == CX_LEAD_LINK || lead->kind == CX_LEAD_TEXT_LINK
               ? CX_BLOCK_LINKED : CX_BLOCK_PROSE;
}

static void
inspect_paragraph(struct cx_outline *outline, struct cx_block *block)
{
    struct cx_reader *reader = outline->reader;
    struct cx_spans *spans = &reader->spans;
    cx_spans_of(spans, block->node);
    block->blank = cx_is_blank(spans, 0, spans->count);
    if (inspect_html_heading(outline, block))
        return;
    for (size_t i = 0; i < spans->count; i++)
        block->link = block->link ||
                      (spans->at[i].kind == CX_SPAN_LINK &&
                       !cx_is_anchor(&spans->at[i]));
    if (cx_is_table(spans)) {
        inspect_table(reader, block);
        return;
    }
    struct cx_lead lead = cx_lead_of(spans, &reader->keys, &reader->passing);
    block->lead = (unsigned char)lead.kind;
    block->whole = lead.whole;
    block->colon = lead.colon;
    block->phrase = lead.kind == CX_LEAD_STRONG && lead.colon &&
                    !cx_are_few_words(lead.title, strlen(lead.title), SHORT_NAME);
    block->way_back = is_way_back(spans);
    /* The link of "Name: URL" is the first of its body. */
    block->apart = lead.whole ||
                   is_apart(spans, lead.body + (lead.kind == CX_LEAD_TEXT_LINK));
    block->rows = count_terms(spans, block->node);
    block->terms = block->rows > 1;
    block->kind = kind_of(spans, block, &lead);
    if (block->lead == CX_LEAD_KEY && !block->link)
        block->properties = count_properties(reader);
    block->headed = block->kind == CX_BLOCK_PROSE && is_headed(reader, &lead);
    if (block->headed)
        block->kind = CX_BLOCK_LINKED;
    block->lines = block->headed || (block->kind == CX_BLOCK_LINKED &&
                                     are_titled_lines(reader, 0));
    block->apart = block->apart || block->lines;
    block->known_key = block->kind != CX_BLOCK_LINKED && has_known_key(reader);
    block->named = (lead.kind == CX_LEAD_TEXT_LINK &&
                    (lead.colon || block->kind == CX_BLOCK_LINKS)) ||
                   cx_lead_above(spans, false, &reader->passing, &lead);
    block->name = cx_lead_above(spans, true, &reader->passing, &lead);
    inspect_end(spans, block);
    block->title_link =
        (block->kind == CX_BLOCK_TITLE ||
         (block->kind == CX_BLOCK_LINKED && block->apart)) &&
        spans->at[lead.first].kind == CX_SPAN_LINK;
    block->summary = spans->count > 0 && lead.first < spans->count &&
                     spans->at[lead.first].style & CX_LABEL;
    block->text = role_line(reader);
    block->role_line = block->text != NULL;
    block->called = cx_lead_called(spans, &reader->passing, &lead);
}

static struct cx_block *
add_block(struct cx_outline *outline, cmark_node *node)
{
    struct cx_reader *reader = outline->reader;
    if (outline->count == outline->capacity) {
        int capacity = outline->capacity == 0 ? 256 : outline->capacity * 2;
        struct cx_block *blocks = cx_realloc(
            outline->blocks, sizeof *blocks * (size_t)capacity);
        if (blocks == NULL)
            longjmp(*reader->scratch.no_memory, 1);
        outline->blocks = blocks;
        outline->capacity = capacity;
    }
    struct cx_block *block = &outline->blocks[outline->count++];
    *block = (struct cx_block){.node = node, .parent = -1};
    return block;
}

enum { QUOTATIONS = 4 }; /* within each other, that are looked into */

/* Whether the items of a list are entries, and no notes on the rows of a table
 * above: "**Alpha:** It is". */
static bool
holds_titles(cmark_node *list, bool below_table)
{
    return cx_survey_of(list)->titled > 1 &&
           !(below_table &&
             cx_survey_of(cmark_node_first_child(list))->label);
}

/* Whether a quotation is no quotation: there are headings or lists of entries
 * in it, or nothing but bare URLs. */
static bool
holds_entries(struct cx_outline *outline, cmark_node *quotation)
{
    struct cx_reader *reader = outline->reader;
    bool below_table =
        outline->count > 0 &&
        outline->blocks[outline->count - 1].kind == CX_BLOCK_TABLE;
    cmark_node *node = cmark_node_first_child(quotation);
    for (int i = 0; i < QUOTATIONS && node != NULL &&
                    cmark_node_next(node) == NULL &&
                    cmark_node_get_type(node) == CMARK_NODE_BLOCK_QUOTE; i++)
        node = cmark_node_first_child(node);
    bool urls = node != NULL;
    for (; node != NULL; node = cmark_node_next(node)) {
        cmark_node_type type = cmark_node_get_type(node);
        if (type == CMARK_NODE_HEADING ||
            (type == CMARK_NODE_LIST && holds_titles(node, below_table)))
            return true;
        urls = urls && type == CMARK_NODE_PARAGRAPH;
        if (!urls)
            continue;
        cx_arena_reset(&reader->passing);
        cx_spans_of(&reader->spans, node);
        for (size_t i = 0; i < reader->spans.count; i++)
            urls = urls && (reader->spans.at[i].kind == CX_SPAN_BREAK ||
                            reader->spans.at[i].style & CX_BARE);
    }
    return urls;
}

static void
inspect(struct cx_outline *outline, cmark_node *root, int depth)
{
    struct cx_reader *reader = outline->reader;
    cmark_node *node = cmark_node_first_child(root);
    for (; node != NULL; node = cmark_node_next(node)) {
        if (cmark_node_get_type(node) == CMARK_NODE_BLOCK_QUOTE &&
            depth < QUOTATIONS && holds_entries(outline, node)) {
            cx_used_block(reader, node, CX_STRUCTURE);
            inspect(outline, node, depth + 1);
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
            outline->linked_titles += block->title_link;
            if (block->kind == CX_BLOCK_TABLE && !block->link)
                outline->plain_rows += block->rows;
            break;
        case CMARK_NODE_LIST:
            /* Those to whom thanks go are no entries. */
            block->kind = outline->count > 1 && block[-1].thanks
                              ? CX_BLOCK_PROSE : CX_BLOCK_LIST;
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

bool
cx_is_name_above(const struct cx_outline *outline, int at)
{
    const struct cx_block *next = cx_next_block(outline, at);
    return outline->blocks[at].name && next != NULL &&
           next->kind == CX_BLOCK_LINKS && next->lead == CX_LEAD_URL &&
           next->whole;
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
               cx_last_line(list) + 1;
}

/* Whether the lists right below titles describe what is titled, nearly all of
 * them; then one that looks like parts of it does, too. */
static bool
lists_are_text(const struct cx_outline *outline)
{
    int text = 0, parts = 0;
    for (int i = 1; i < outline->count; i++) {
        const struct cx_block *block = &outline->blocks[i];
        unsigned char above = block[-1].kind;
        if (block->kind != CX_BLOCK_LIST ||
            (above != CX_BLOCK_TITLE && above != CX_BLOCK_LINKED))
            continue;
        const struct cx_survey *list = cx_survey_of(block->node);
        parts += list->kind == CX_LIST_PARTS;
        text += list->kind != CX_LIST_PARTS && list->links == 0;
    }
    return text >= SEVERAL && parts * SEVERAL <= text;
}

/* What stands above the first heading but the list's own. */
static void
look_above(struct cx_outline *outline)
{
    for (int i = 0; i < outline->count; i++) {
        const struct cx_block *block = &outline->blocks[i];
        if (block->kind == CX_BLOCK_HEADING &&
            block->heading != CX_HEADING_TITLE)
            return;
        outline->linked_above += block->title_link;
    }
    outline->flat = true;
}

void
cx_outline_make(struct cx_outline *outline, cmark_node *root)
{
    inspect(outline, root, 0);
    outline->reader->lists_are_text = lists_are_text(outline);
    cx_find_labels(outline);
    cx_decide_headings(outline);
    look_above(outline);
    outline->reader->headings_are_entries =
        outline->heading_records >= SEVERAL;
}

void
cx_outline_done(struct cx_outline *outline)
{
    cx_free(outline->blocks);
    outline->blocks = NULL;
}
