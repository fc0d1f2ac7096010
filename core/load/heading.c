/* SPDX-License-Identifier: MIT */
/* Headings: the document's title, sections, records. */
#include <string.h>

#include "load/outline.h"
#include "load/words.h"

static const struct cx_context plain_context;

/* Gives the collected prose to the section that is open, or the catalog. */
void
cx_end_prose(struct cx_reader *reader)
{
    struct cx_buffer *prose = &reader->prose;
    size_t size = prose->size;
    const char *text = size == 0 ? "" : cx_trim(prose->bytes, &size);
    if (size > 0 && reader->section != NULL) {
        reader->section->text = cx_strndup(reader->arena, text, size);
    } else if (size > 0) {
        if (reader->about.size > 0)
            cx_buffer_puts(&reader->about, "\n\n");
        cx_buffer_add(&reader->about, text, size);
    }
    cx_buffer_clear(prose);
}

static void
enter_section(struct cx_reader *reader, struct catex_section *section)
{
    size_t from, size;
    reader->section = section;
    reader->section_access =
        section == NULL ? 0 : cx_access_in(section->label,
                                           strlen(section->label), &from,
                                           &size);
}

/* Begins a section called @label, which stands in @node, below @parent. */
static struct catex_section *
new_section(struct cx_reader *reader, cmark_node *node, const char *label,
            const struct catex_section *parent)
{
    struct catex_section *section = cx_new(reader->arena, struct catex_section);
    const char *title = cx_without_number(label);
    section->label = cx_strdup(reader->arena, label);
    section->title = title == label ? section->label
                                    : cx_strdup(reader->arena, title);
    if (title != label) {
        const char *number = label + (*label == '(');
        size_t size = strspn(number, "0123456789.");
        while (size > 0 && number[size - 1] == '.')
            size--;
        section->number = cx_strndup(reader->arena, number, size);
    }
    section->parent = parent;
    section->source.path = reader->catalog->public.source.path;
    section->source.first_line = cmark_node_get_start_line(node);
    section->source.last_line = section->source.first_line;
    cx_append(&reader->catalog->section_tail, section);
    enter_section(reader, section);
    reader->section_has_records = false;
    return section;
}

static void
begin_section(struct cx_reader *reader, struct cx_outline *outline, int at)
{
    struct cx_block *block = &outline->blocks[at];
    int up = block->parent;
    while (up >= 0 && outline->blocks[up].section == NULL)
        up = outline->blocks[up].parent;
    block->section =
        new_section(reader, block->node, block->text,
                    up < 0 ? NULL : outline->blocks[up].section);
    if (block->heading == CX_HEADING_MATTER)
        block->section->flags |= CATEX_SECTION_MATTER;
    reader->ways = block->ways;
}

void
cx_begin_label_section(struct cx_reader *reader, cmark_node *node,
                       const char *label)
{
    cx_end_prose(reader);
    new_section(reader, node, label, NULL);
}

/* The spans of a heading, in Markdown or HTML, alone. */
static struct cx_spans
heading_spans(struct cx_reader *reader, cmark_node *node)
{
    cx_spans_of(&reader->spans, node);
    struct cx_spans spans = reader->spans;
    size_t from, to;
    if (cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK &&
        cx_html_heading(&spans, &from, &to) > 0) {
        spans.at += from;
        spans.count = to - from;
    }
    return spans;
}

/* What a heading of the list or a section holds beside its words: links go
 * into the text below it, pictures nowhere. */
static void
read_heading_links(struct cx_reader *reader, cmark_node *node)
{
    struct cx_spans spans = heading_spans(reader, node);
    for (size_t i = 0; i < spans.count; i++) {
        const struct cx_span *span = &spans.at[i];
        if (span->kind == CX_SPAN_IMAGE || cx_is_badge(span)) {
            cx_report_span(reader, span);
        } else if (span->kind == CX_SPAN_LINK && !cx_is_anchor(span)) {
            cx_buffer_putc(&reader->prose, '<');
            cx_buffer_puts(&reader->prose, span->url);
            cx_buffer_putc(&reader->prose, '>');
            cx_end_paragraph(reader, NULL);
        }
    }
}

/* Pictures behind the words of a heading, as badges of a repository's stars, are
 * not of the data set. */
static void
drop_last_pictures(struct cx_reader *reader, struct cx_spans *spans)
{
    for (; spans->count > 0; spans->count--) {
        const struct cx_span *last = &spans->at[spans->count - 1];
        size_t size = last->size;
        cx_trim(last->text, &size);
        if (last->kind == CX_SPAN_IMAGE)
            cx_report_span(reader, last);
        else if (last->kind != CX_SPAN_TEXT || size > 0)
            break;
    }
}

static void
read_title(struct cx_reader *reader, const struct cx_block *block)
{
    reader->catalog->public.title = cx_strdup(reader->arena, block->text);
    reader->ways = block->ways;
}

/* "3.1 Alpha" below section 3 is Alpha; "3.5 million images" is not numbered,
 * nor is anything else that does not say so. */
static const char *
title_without_number(const struct catex_section *section, const char *text)
{
    const char *title = cx_without_number(text), *end = title;
    if (title == text)
        return text;
    while (end > text && end[-1] == ' ')
        end--;
    if (end[-1] < '0' || end[-1] > '9')
        return title;
    const char *above = section == NULL ? NULL : section->number;
    size_t size = above == NULL ? 0 : strlen(above);
    return size > 0 && strncmp(text, above, size) == 0 && text[size] == '.'
               ? title : text;
}

/* A heading that is a record: its name, its link, and what follows them. */
static void
begin_heading_record(struct cx_reader *reader, const struct cx_outline *outline,
                     const struct cx_block *block)
{
    int up = block->parent;
    while (up >= 0 && outline->blocks[up].heading != CX_HEADING_SECTION)
        up = outline->blocks[up].parent;
    enter_section(reader, up < 0 ? NULL : outline->blocks[up].section);
    reader->ways = block->ways;
    const char *title = title_without_number(reader->section, block->text);
    int line = cmark_node_get_start_line(block->node);
    struct cx_spans spans = heading_spans(reader, block->node);
    struct cx_lead lead = {.kind = CX_LEAD_NONE};
    drop_last_pictures(reader, &spans);
    if (cmark_node_get_type(block->node) != CMARK_NODE_HTML_BLOCK) {
        reader->spans.count = spans.count;
        lead = cx_lead_of(&spans, &reader->keys, &reader->passing);
    }
    bool linked = lead.kind == CX_LEAD_LINK;
    bool named = lead.kind == CX_LEAD_TEXT_LINK && lead.title != NULL;
    if (linked || named) {
        lead.title = title_without_number(reader->section, lead.title);
        cx_begin_from_lead(reader, &reader->entry, &lead);
        return;
    }
    size_t size = strlen(title);
    title = cx_without_shortcodes(title, &size);
    cx_entry_begin(reader, &reader->entry,
                   cx_strndup(reader->arena, title, size), line);
    for (size_t i = 0; i < spans.count; i++) {
        const struct cx_span *span = &spans.at[i];
        if (span->kind == CX_SPAN_IMAGE)
            cx_report_span(reader, span);
        if (span->kind != CX_SPAN_LINK || cx_is_anchor(span))
            continue;
        struct catex_link *link = cx_entry_link(reader, &reader->entry, span,
                                                NULL, CATEX_ROLE_LANDING);
        if (link->title != NULL && strcmp(link->title, title) == 0)
            link->title = NULL;
    }
}

void
cx_read_heading(struct cx_reader *reader, struct cx_outline *outline, int at)
{
    struct cx_block *block = &outline->blocks[at];
    cx_used_block(reader, block->node, CX_FIELD);
    if (block->heading == CX_HEADING_KEY && reader->entry.draft != NULL) {
        if (block->link) {
            cx_spans_of(&reader->spans, block->node);
            cx_read_lines(reader, &reader->entry, 0, reader->spans.count, 0,
                          &plain_context);
        } else {
            cx_buffer_puts(&reader->entry.plain, block->text);
            cx_add_escaped(&reader->entry.md, block->text,
                           strlen(block->text));
        }
        cx_end_paragraph(reader, &reader->entry);
        reader->context = (struct cx_context){.label = NULL};
        if (cx_is_text_column(block->text, strlen(block->text)))
            return; /* "Overview": a text with links */
        reader->context = (struct cx_context){
            .label = cx_strdup(reader->arena, block->text),
            .roles = cx_roles_of(block->text, strlen(block->text))};
        return;
    }
    reader->context = (struct cx_context){.label = NULL};
    if (block->parent >= 0 && reader->section != NULL &&
        outline->blocks[block->parent].section == reader->section)
        cx_read_section_entry(reader);
    cx_end_block(reader, false);
    cx_end_prose(reader);
    if (block->heading == CX_HEADING_TITLE)
        read_title(reader, block);
    else if (block->heading == CX_HEADING_RECORD)
        begin_heading_record(reader, outline, block);
    else
        begin_section(reader, outline, at);
    reader->entry_is_heading = block->heading == CX_HEADING_RECORD;
    if (!reader->entry_is_heading)
        read_heading_links(reader, block->node);
    /* HTML after a heading in the same block is text. */
    size_t from, to;
    if (cmark_node_get_type(block->node) != CMARK_NODE_HTML_BLOCK)
        return;
    cx_spans_of(&reader->spans, block->node);
    bool heads = cx_html_heading(&reader->spans, &from, &to) > 0;
    for (size_t i = 0; heads && i < from; i++) /* stands before it */
        if (!cx_is_anchor(&reader->spans.at[i]))
            cx_report_span(reader, &reader->spans.at[i]);
    if (heads && to < reader->spans.count) {
        struct cx_open *open = cx_entry_open(reader);
        cx_read_lines(reader, open, to, reader->spans.count, 0,
                      &plain_context);
        cx_end_paragraph(reader, open);
    }
}
