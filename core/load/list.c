/* SPDX-License-Identifier: MIT */
/* Lists: how their items become records, parts, links, topics or text. */
#include "load/lines.h"

#include <string.h>

#include "load/words.h"
#include "model/text.h"
#include "model/byte.h"

enum { SEVERAL = 3, TOPIC_BYTES = 80, TOPIC_WORDS = 8, TOPIC_WORDS_MEAN = 6 };

static const struct cx_context plain_context;

bool
cx_lead_from_prose(const struct cx_spans *spans, struct cx_arena *arena,
                   struct cx_lead *lead)
{
    for (size_t i = 0; i < spans->count; i++) {
        const struct cx_span *span = &spans->at[i];
        if (span->kind != CX_SPAN_LINK || cx_is_anchor(span) ||
            cx_is_badge(span) || span->style & CX_BARE)
            continue;
        size_t size = span->size;
        const char *text = cx_trim(span->text, &size);
        if (size == 0 || cx_is_role_text(text, size) ||
            cx_is_filler(text, size))
            continue;
        lead->kind = CX_LEAD_PROSE;
        lead->title = cx_strndup(arena, text, size);
        lead->said_before = false; /* all of it is the text */
        lead->body = 0;
        lead->skip = 0;
        return true;
    }
    return false;
}

static cmark_node *
first_list(cmark_node *item)
{
    cmark_node *child = cmark_node_first_child(item);
    while (child != NULL && cmark_node_get_type(child) != CMARK_NODE_LIST)
        child = cmark_node_next(child);
    return child;
}

/* Whether an item without a link of its own is a name over a list of
 * entries. */
static bool
is_group(const struct cx_survey *item, cmark_node *node,
         const struct cx_counts *sisters)
{
    cmark_node *below = first_list(node);
    /* A name that says more than its name is an entry itself, and so is one
     * whose sisters are, which stand over links that are no titles. */
    if (item->own_links > 0 || below == NULL ||
        sisters->over_links * 2 > sisters->over ||
        item->lead == CX_LEAD_STRONG_RUN || item->lead == CX_LEAD_TEXT)
        return false;
    const struct cx_counts *list = cx_counts_of(below);
    return (list->survey.kind == CX_LIST_TITLED &&
            list->of[CX_LEAD_URL] * 2 < list->survey.items) ||
           list->survey.kind == CX_LIST_GROUPS;
}

static bool
is_record(const struct cx_reader *reader, const struct cx_survey *item,
          const struct cx_counts *list)
{
    bool entries = list->survey.kind == CX_LIST_TITLED;
    switch (item->lead) {
    case CX_LEAD_NONE:
    case CX_LEAD_ANCHOR:
        return false;
    case CX_LEAD_ROLE:
        return item->place && entries;
    case CX_LEAD_STRONG:
    case CX_LEAD_STRONG_RUN:
        /* Where headings are entries, bold words without links are advice. */
        return item->links > 0 ||
               !(item->stop || item->label ||
                 (reader->headings_are_entries && list->survey.links == 0));
    case CX_LEAD_LINK:
    case CX_LEAD_URL:
    case CX_LEAD_TEXT_LINK:
        return true;
    case CX_LEAD_KEY:
        return item->links > 0 && entries;
    case CX_LEAD_TEXT:
    case CX_LEAD_WORDS:
        if (item->mail && item->lead == CX_LEAD_WORDS)
            return false; /* "Write to …" */
        if (item->stop && item->links == 0 && item->lead == CX_LEAD_WORDS)
            return false; /* "Some of them are listed below." */
        if (list->survey.links == 0 && cx_are_sentences(list))
            return false;
        /* Plain names among others that have links are entries like them, and
         * so are names over a list where that is how entries look. */
        return item->links > 0 || entries || list->survey.links > 0 ||
               (item->lead == CX_LEAD_WORDS && !item->colon &&
                (reader->section_has_records ||
                 (item->over_list && reader->over_lists >= SEVERAL &&
                  list->over_lists * 2 > list->survey.items)));
    default:
        return item->links > 0 && entries && !item->mail;
    }
}

/* The name of a group of items, or of one that begins as nothing else: the
 * words of the first line from span @from on, up to a bare URL. */
const char *
cx_name_of(struct cx_reader *reader, size_t from)
{
    struct cx_buffer *line = &reader->line;
    cx_buffer_clear(line);
    cx_buffer_add(line, "", 0);
    size_t end = cx_line_end(&reader->spans, from);
    for (size_t i = from; i < end; i++) {
        if (line->size > 0 && reader->spans.at[i].style & CX_BARE)
            break;
        cx_buffer_add(line, reader->spans.at[i].text,
                      reader->spans.at[i].size);
    }
    size_t size = line->size;
    const char *text = cx_without_colons(line->bytes, &size);
    return size == 0 ? NULL : cx_strndup(reader->arena, text, size);
}

static void
read_group(struct cx_reader *reader, cmark_node *item)
{
    static const struct cx_context deep = {.depth = CX_DEEPEST + 1};
    const char *outer = reader->group;
    cmark_node *child = cmark_node_first_child(item);
    bool too_deep = reader->groups == CX_DEEPEST;
    reader->groups++;
    if (cmark_node_get_type(child) == CMARK_NODE_PARAGRAPH) {
        cx_spans_of(&reader->spans, child);
        const char *name = cx_name_of(reader, 0);
        reader->group = name == NULL ? outer : name;
        cx_used_block(reader, child, CX_FIELD);
        child = cmark_node_next(child);
    }
    for (; child != NULL; child = cmark_node_next(child)) {
        cx_entry_end(reader, &reader->entry);
        if (cmark_node_get_type(child) == CMARK_NODE_LIST && !too_deep)
            cx_read_list(reader, child);
        else
            cx_read_block_in(reader, NULL, child,
                             too_deep ? &deep : &plain_context);
    }
    reader->groups--;
    reader->group = outer;
}

/* All words, or the first sentence of several, which the description then
 * repeats. */
static void
lead_from_sentence(struct cx_reader *reader, struct cx_lead *lead)
{
    lead->title = cx_name_of(reader, lead->first);
    const char *stop = lead->title == NULL ? NULL : strstr(lead->title, ". ");
    if (stop == NULL || stop - lead->title < 4) /* "No. 1" */
        return;
    lead->title = cx_strndup(&reader->passing, lead->title,
                             (size_t)(stop - lead->title));
    lead->body = lead->first;
    lead->skip = 0;
}

static void
read_record(struct cx_reader *reader, cmark_node *item)
{
    cmark_node *first = cmark_node_first_child(item);
    cx_spans_of(&reader->spans, first);
    struct cx_lead lead = cx_lead_of(&reader->spans, &reader->keys, &reader->passing);
    if (lead.kind == CX_LEAD_PROSE &&
        !cx_lead_from_prose(&reader->spans, &reader->passing, &lead))
        lead_from_sentence(reader, &lead);
    if (lead.title == NULL || *lead.title == '\0') {
        cx_read_blocks_in(reader, NULL, first, &plain_context);
        return;
    }
    cx_begin_from_lead(reader, &reader->entry, &lead);
    reader->entry.item = true;
    cx_used_block(reader, first, CX_FIELD);
    /* cmark does not say on which line what follows a link's URL stands. */
    cx_entry_extend(&reader->entry, cx_last_line(first));
    cx_read_blocks_in(reader, &reader->entry, cmark_node_next(first), &plain_context);
}

void
cx_read_title_item(struct cx_reader *reader, cmark_node *list)
{
    read_record(reader, cmark_node_first_child(list));
    reader->entry.item = false;
}

/* Whether more is said than numbers and signs. */
static bool
says_more(const struct cx_span *span)
{
    bool said = span->kind == CX_SPAN_LINK || span->kind == CX_SPAN_IMAGE;
    for (size_t i = 0; i < span->size && !said; i++)
        said = cx_byte_is(span->text[i], CX_LETTER | CX_WIDE);
    return said && !cx_is_anchor(span);
}

/* Up to the line of its last link, or its first. What is said beside a link
 * goes nowhere. */
static void
skip_way(struct cx_reader *reader, cmark_node *paragraph)
{
    const struct cx_spans *spans = &reader->spans;
    int first = cmark_node_get_start_line(paragraph), last = first;
    bool way = false;
    cx_spans_of(&reader->spans, paragraph);
    for (size_t i = 0; i < spans->count; i++)
        if (cx_is_anchor(&spans->at[i])) {
            last = spans->at[i].line;
            way = true;
        }
    cx_used(reader, first, last, CX_STRUCTURE);
    for (size_t i = 0; way && i < spans->count; i++)
        if (says_more(&spans->at[i]) && spans->at[i].line <= last)
            cx_report_span(reader, &spans->at[i]);
}

/* A table of contents; what leads elsewhere is none of it, and unplaced. */
void
cx_skip_contents(struct cx_reader *reader, cmark_node *list)
{
    cmark_iter *iter = cmark_iter_new(list);
    cmark_event_type event;
    while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(iter);
        cmark_node *parent = cmark_node_parent(node);
        if (event != CMARK_EVENT_ENTER)
            continue;
        if (cmark_node_get_type(node) == CMARK_NODE_ITEM &&
            cmark_node_first_child(node) == NULL)
            cx_used_block(reader, node, CX_STRUCTURE);
        else if (cx_is_text(node) &&
                 cmark_node_get_type(parent) == CMARK_NODE_ITEM &&
                 cx_survey_of(parent)->own_links == 0)
            skip_way(reader, node);
    }
    cmark_iter_free(iter);
}

/* An item among entries that is none, but has links, or leads nowhere. */
static void
read_untitled(struct cx_reader *reader, const struct cx_survey *list,
              const struct cx_survey *at, cmark_node *item)
{
    cmark_node *first = cmark_node_first_child(item);
    if (list->titled > 1 && cx_is_text(first) &&
        (at->links > 0 || at->lead == CX_LEAD_ANCHOR)) {
        cx_spans_of(&reader->spans, first);
        const char *words = cx_name_of(reader, 0);
        if (words == NULL)
            words = "";
        cx_report(reader->input, "item-without-title",
                  cmark_node_get_start_line(item), NULL,
                  "«%.*s» names no entry, as the items beside it do; begin it "
                  "with a name, which its link leads from",
                  (int)cx_text_clip(words, strlen(words), 60), words);
    }
    cx_read_blocks_in(reader, NULL, first, &plain_context);
}

void
cx_read_list(struct cx_reader *reader, cmark_node *list)
{
    const struct cx_survey *survey = cx_survey_of(list);
    if (survey->kind == CX_LIST_CONTENTS) {
        cx_skip_contents(reader, list);
        return;
    }
    cmark_node *item = cmark_node_first_child(list);
    for (; item != NULL; item = cmark_node_next(item)) {
        const struct cx_survey *at = cx_survey_of(item);
        cx_arena_reset(&reader->passing);
        cx_entry_end(reader, &reader->entry);
        if (cmark_node_first_child(item) == NULL)
            cx_used_block(reader, item, CX_STRUCTURE);
        else if (is_group(at, item, cx_counts_of(list)))
            read_group(reader, item);
        else if (is_record(reader, at, cx_counts_of(list)) &&
                 cx_is_text(cmark_node_first_child(item)))
            read_record(reader, item);
        else
            read_untitled(reader, survey, at, item);
    }
}

/* ---- lists that belong to a record ---- */

static void
add_topic(struct cx_reader *reader, struct cx_open *open, const char *title)
{
    size_t at, length, size = strlen(title);
    uint32_t access = cx_access_in(title, size, &at, &length);
    bool alone = access != 0 && length == size;
    if (access != 0)
        cx_set_access(reader, &open->draft->public, access, title + at, length,
                      alone);
    if (alone)
        return;
    struct catex_string *topic = cx_new(reader->arena, struct catex_string);
    topic->text = cx_strdup(reader->arena, title);
    cx_append(&open->topic_tail, topic);
}

static void
put_marker(struct cx_open *open, const struct cx_context *context)
{
    struct cx_buffer *both[] = {&open->plain, &open->md};
    for (int i = 0; i < 2; i++) {
        /* Items follow each other without an empty line. */
        if (context->depth > 1 || context->marker != NULL)
            while (both[i]->size > 1 &&
                   both[i]->bytes[both[i]->size - 1] == '\n' &&
                   both[i]->bytes[both[i]->size - 2] == '\n' &&
                   context->marker != NULL)
                both[i]->size--;
        for (unsigned d = 1; d < context->depth; d++)
            cx_buffer_puts(both[i], "  ");
        cx_buffer_puts(both[i], "- ");
    }
}

/* Ends @text where it ended with @last, before a marker took its place. */
static void
take_back(struct cx_buffer *text, size_t size, char last)
{
    text->size = size;
    if (size > 0)
        text->bytes[size - 1] = last;
}

static char
last_of(const struct cx_buffer *text)
{
    return text->size == 0 ? '\0' : text->bytes[text->size - 1];
}

/* The words of an item go into the description behind a bullet, its links to
 * the links; a bullet with nothing behind it is taken back. */
static void
read_bullet(struct cx_reader *reader, struct cx_open *open, bool first,
            const struct cx_context *context)
{
    size_t plain = open->plain.size, md = open->md.size;
    char plain_last = last_of(&open->plain), md_last = last_of(&open->md);
    struct cx_context here = *context;
    here.marker = first ? NULL : "- ";
    put_marker(open, &here);
    size_t marked = open->plain.size;
    cx_read_lines(reader, open, 0, reader->spans.count, 0, context);
    if (open->plain.size == marked) {
        for (size_t i = 0; i < reader->spans.count; i++)
            if (reader->spans.at[i].kind == CX_SPAN_IMAGE)
                cx_report_span(reader, &reader->spans.at[i]);
        take_back(&open->plain, plain, plain_last);
        take_back(&open->md, md, md_last);
    } else {
        cx_end_paragraph(reader, open);
    }
}

struct list_reading {
    enum cx_list_kind kind;
    bool parts;  /* its titled items are records of their own */
    bool topics; /* its items are topics */
    bool first;  /* no bullet of it is in the description yet */
};

static void
read_below(struct cx_reader *reader, struct cx_open *open, cmark_node *item,
           const struct cx_lead *lead, const struct cx_context *context)
{
    struct cx_context below = *context;
    if (lead->title != NULL && (lead->kind == CX_LEAD_KEY ||
                                lead->kind == CX_LEAD_WORDS)) {
        uint32_t roles = cx_roles_of(lead->title, strlen(lead->title));
        below.label = cx_strdup(reader->arena, lead->title);
        below.roles = roles != 0 ? roles : context->roles;
    }
    cmark_node *child = cmark_node_first_child(item);
    if (child != NULL)
        cx_read_blocks_in(reader, open, cmark_node_next(child), &below);
}

static void
read_item_in(struct cx_reader *reader, struct cx_open *open, cmark_node *item,
             struct list_reading *list, const struct cx_context *context)
{
    cmark_node *first = cmark_node_first_child(item);
    if (first == NULL) {
        cx_used_block(reader, item, CX_STRUCTURE);
        return;
    }
    if (!cx_is_text(first)) {
        cx_read_blocks_in(reader, open, first, context);
        return;
    }
    const struct cx_survey *survey = cx_survey_of(item);
    cx_spans_of(&reader->spans, first);
    struct cx_lead lead = cx_lead_of(&reader->spans, &reader->keys, &reader->passing);
    bool named = cx_is_named_part(&reader->spans, &lead);
    if (list->parts && (named || cx_is_titled(survey))) {
        cx_read_part(reader, item);
        return;
    }
    if (list->parts && list->kind == CX_LIST_PARTS &&
        lead.kind != CX_LEAD_KEY && lead.kind != CX_LEAD_NONE &&
        cx_read_run_in_part(reader, item))
        return;
    cx_used_block(reader, first, CX_FIELD);
    cx_entry_extend(open, cx_last_line(first));
    bool topic = list->topics && lead.kind == CX_LEAD_WORDS;
    /* A key over a list is the label of the links below. */
    bool head = lead.kind == CX_LEAD_KEY && survey->own_links == 0 &&
                survey->links > 0 && lead.body >= reader->spans.count;
    if (topic) {
        add_topic(reader, open, lead.title);
    } else if (!head) {
        size_t before = open->plain.size;
        read_bullet(reader, open, list->first, context);
        list->first = list->first && open->plain.size == before;
    }
    read_below(reader, open, item, &lead, context);
}

/* Whether most items with a title also say something about it. */
static bool
are_parts(const struct cx_reader *reader, const struct cx_open *open,
          const struct cx_counts *list)
{
    unsigned said = 0, named = 0;
    const struct cx_survey *survey = &list->survey;
    if (survey->kind == CX_LIST_PARTS)
        return !reader->lists_are_text;
    if (survey->kind != CX_LIST_TITLED || open->own_links)
        return false;
    said = list->of[CX_LEAD_STRONG] + list->of[CX_LEAD_STRONG_RUN] +
           list->of[CX_LEAD_LINK] + list->of[CX_LEAD_TEXT];
    named = survey->items;
    return said * 2 > named;
}

/* Whether all items of a list are topics: a few words each, not a description
 * in keywords. */
static bool
are_topics(struct cx_reader *reader, cmark_node *list)
{
    size_t words = 0, items = 0;
    cmark_node *item = cmark_node_first_child(list);
    for (; item != NULL; item = cmark_node_next(item), items++) {
        const struct cx_survey *survey = cx_survey_of(item);
        cmark_node *first = cmark_node_first_child(item);
        if (survey->lead != CX_LEAD_WORDS || survey->links > 0 ||
            survey->stop || !cx_is_text(first))
            return false;
        cx_spans_of(&reader->spans, first);
        struct cx_lead lead =
            cx_lead_of(&reader->spans, &reader->keys, &reader->passing);
        size_t size = strlen(lead.title);
        size_t count = cx_word_count(lead.title, size);
        if (size == 0 || size > TOPIC_BYTES || count > TOPIC_WORDS)
            return false;
        words += count;
    }
    return items > 1 && words <= items * TOPIC_WORDS_MEAN;
}

void
cx_read_list_in(struct cx_reader *reader, struct cx_open *open,
                cmark_node *list, const struct cx_context *context)
{
    const struct cx_counts *counts = cx_counts_of(list);
    if (counts->survey.kind == CX_LIST_CONTENTS) {
        cx_skip_contents(reader, list);
        return;
    }
    struct cx_context inside = *context;
    inside.depth++;
    inside.parts = false;
    struct list_reading reading = {
        .kind = counts->survey.kind,
        .parts = context->parts ||
                 (open == &reader->entry && !open->item &&
                  !reader->entry_is_heading && context->depth == 0 &&
                  context->label == NULL && are_parts(reader, open, counts)),
        .topics = counts->survey.kind == CX_LIST_WORDS &&
                  context->depth == 0 && are_topics(reader, list),
        .first = context->depth == 0,
    };
    cmark_node *item = cmark_node_first_child(list);
    for (; item != NULL; item = cmark_node_next(item))
        read_item_in(reader, open, item, &reading, &inside);
    if (reader->part.draft != NULL && counts->survey.items != 1)
        cx_entry_end(reader, &reader->part);
}
