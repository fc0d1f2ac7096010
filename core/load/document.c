/* SPDX-License-Identifier: MIT */
/* Reads the blocks of a document from top to bottom into sections and records.
 * catex-lists(7) states the rules. */
#include <string.h>

#include "load/outline.h"
#include "load/role.h"
#include "load/words.h"

void
cx_used(struct cx_reader *reader, int first, int last, enum cx_use use)
{
    for (int line = first; line >= 1 && line <= last && line <= reader->lines;
         line++)
        reader->use[line] = (unsigned char)use;
}

int
cx_last_line(cmark_node *block)
{
    int last = cmark_node_get_end_line(block);
    if (cmark_node_get_type(block) != CMARK_NODE_HTML_BLOCK)
        return last;
    /* cmark ends a comment a line too early, but its text is whole. */
    int end = cmark_node_get_start_line(block) - 1;
    for (const char *at = cmark_node_get_literal(block);
         (at = strchr(at, '\n')) != NULL; at++)
        end++;
    return last < end ? end : last;
}

void
cx_used_block(struct cx_reader *reader, cmark_node *block, enum cx_use use)
{
    cx_used(reader, cmark_node_get_start_line(block), cx_last_line(block), use);
}

/* Where the next line begins that has a title like the first: "**A** - …"
 * over "**B** - …" are two entries; so are @lines that are known to begin with
 * linked titles. */
static size_t
next_title(struct cx_reader *reader, const struct cx_lead *first, size_t at,
           const struct cx_block *block)
{
    const struct cx_spans *spans = &reader->spans;
    size_t access, size;
    bool run = first->kind == CX_LEAD_STRONG_RUN ||
               (first->kind == CX_LEAD_LINK && !first->whole);
    if (block->lines) {
        do
            at = cx_line_end(spans, at) + 1;
        while (at < spans->count && spans->at[at].kind == CX_SPAN_BREAK);
        return at < spans->count ? at : spans->count;
    }
    for (at = cx_line_end(spans, at) + 1; run && at < spans->count;
         at = cx_line_end(spans, at) + 1) {
        struct cx_spans line = cx_line_at(spans, at);
        struct cx_lead lead =
            cx_lead_of(&line, &reader->keys, &reader->passing);
        if (lead.kind == first->kind && !lead.whole &&
            cx_access_in(lead.title, strlen(lead.title), &access, &size) == 0)
            return at;
    }
    return spans->count;
}

static void
skip_line(struct cx_reader *reader)
{
    size_t next = cx_line_end(&reader->spans, 0) + 1;
    reader->spans.at += next;
    reader->spans.count -= next;
}

/* The term that begins reader->spans, and what is said of it. */
static void
read_term(struct cx_reader *reader)
{
    static const struct cx_context none;
    struct cx_spans *spans = &reader->spans;
    size_t count = spans->count, end = 0, words = 0;
    while (end < count && spans->at[end].style & CX_LABEL)
        end++;
    spans->count = end;
    struct cx_lead lead =
        cx_lead_of(spans, &reader->keys, &reader->passing);
    if (lead.kind != CX_LEAD_LINK) {
        while (words < end && spans->at[words].kind != CX_SPAN_LINK)
            words++;
        spans->count = words > 0 ? words : end;
        const char *name = cx_name_of(reader, 0);
        size_t size = name == NULL ? 0 : strlen(name);
        while (size > 0 && strchr(" (", name[size - 1]) != NULL)
            size--; /* "Name (link)" */
        lead = (struct cx_lead){
            .kind = CX_LEAD_STRONG,
            .title = size == 0 ? NULL : cx_strndup(reader->arena, name, size),
            .body = words};
    }
    spans->count = count;
    if (lead.title != NULL && *lead.title != '\0') {
        cx_begin_from_lead(reader, &reader->entry, &lead);
    } else {
        struct cx_open *open = cx_entry_open(reader);
        cx_read_lines(reader, open, 0, count, 0, &none);
        cx_end_paragraph(reader, open);
    }
}

static void
read_terms(struct cx_reader *reader)
{
    struct cx_spans whole = reader->spans;
    size_t at = 0, next;
    while (at < whole.count && !(whole.at[at].style & CX_LABEL))
        at++;
    for (; at < whole.count; at = next) {
        next = cx_next_term(&whole, at);
        next = next < whole.count ? next : whole.count;
        reader->spans.at = whole.at + at;
        reader->spans.count = next - at;
        read_term(reader);
    }
    reader->spans.at = whole.at;
    reader->spans.count = whole.count;
}

static void
read_title_paragraph(struct cx_reader *reader, const struct cx_block *block)
{
    cx_spans_of(&reader->spans, block->node);
    if (block->terms) {
        read_terms(reader);
        return;
    }
    struct cx_spans whole = reader->spans;
    struct cx_lead lead =
        cx_lead_of(&reader->spans, &reader->keys, &reader->passing);
    if (block->headed) {
        cx_set_group(reader, lead.title, strlen(lead.title));
        skip_line(reader);
        lead = cx_lead_of(&reader->spans, &reader->keys, &reader->passing);
    }
    if (block->called)
        cx_lead_called(&whole, &reader->passing, &lead);
    else if (block->named || block->name)
        cx_lead_above(&whole, block->name, &reader->passing, &lead);
    while (reader->spans.count > 0) {
        size_t count = reader->spans.count;
        size_t end = next_title(reader, &lead, lead.first, block);
        reader->spans.count = end;
        if (reader->spans.at != whole.at || end != whole.count)
            lead = cx_lead_of(&reader->spans, &reader->keys, &reader->passing);
        cx_begin_from_lead(reader, &reader->entry, &lead);
        reader->spans.at += end;
        reader->spans.count = count - end;
        lead.first = 0; /* each further title begins its line */
    }
    reader->spans.at = whole.at;
    reader->spans.count = whole.count;
    if (block->headed)
        reader->group = NULL;
}

static bool
is_separate_block(const struct cx_outline *outline, int at)
{
    const struct cx_block *next = cx_next_block(outline, at);
    if (next == NULL || next->kind != CX_BLOCK_LIST)
        return false;
    return cx_survey_of(cmark_node_first_child(next->node))->strong;
}

static void
read_links_paragraph(struct cx_reader *reader, const struct cx_outline *outline,
                     int at)
{
    cx_spans_of(&reader->spans, outline->blocks[at].node);
    struct cx_open *open = cx_entry_open(reader);
    if (open != NULL && reader->block_first == NULL &&
        is_separate_block(outline, at)) {
        cx_entry_end(reader, &reader->entry);
        open = NULL;
    }
    if (open == NULL && reader->section != NULL) {
        cx_read_block_links(reader);
        return;
    }
    bool had = open != NULL && open->own_links;
    cx_read_lines(reader, open, 0, reader->spans.count, 0, &reader->context);
    cx_end_paragraph(reader, open);
    if (open != NULL && !had)
        open->apart = true;
    if (open == &reader->part)
        cx_entry_end(reader, &reader->part);
}

static bool
in_matter(const struct cx_reader *reader)
{
    return reader->section != NULL &&
           reader->section->flags & CATEX_SECTION_MATTER;
}

/* Tables without links that stand among records with headings of their own
 * compare them, unless there are far more rows. */
static bool
is_comparison(const struct cx_outline *outline, const struct cx_block *block)
{
    enum { FAR_MORE = 4 };
    return block->kind == CX_BLOCK_TABLE && !block->link &&
           outline->heading_records > 0 &&
           outline->plain_rows < outline->heading_records * FAR_MORE;
}

/* Whether a link stands in the block at @at or the one below it. */
static bool
leads_to_links(const struct cx_outline *outline, int at)
{
    const struct cx_block *next = cx_next_block(outline, at);
    if (outline->blocks[at].link || next == NULL)
        return outline->blocks[at].link;
    return next->kind == CX_BLOCK_LIST ? cx_survey_of(next->node)->links > 0
                                       : next->link;
}

static bool
is_list_of_entries(const struct cx_block *block)
{
    if (block->kind != CX_BLOCK_LIST)
        return false;
    enum cx_list_kind kind = cx_survey_of(block->node)->kind;
    return kind == CX_LIST_TITLED || kind == CX_LIST_GROUPS;
}

enum { SEVERAL = 3 };

/* A table of records, or a list of several: too much for a preface. */
static bool
is_plainly_of_entries(const struct cx_block *block)
{
    return block->kind == CX_BLOCK_TABLE ||
           (is_list_of_entries(block) &&
            cx_survey_of(block->node)->titled >= SEVERAL);
}

/* Whether records may begin here: in a section that is no matter, or below a
 * record; before the first section only where no section has any, or where it
 * can be nothing else. */
static bool
may_begin(const struct cx_reader *reader, const struct cx_outline *outline,
          const struct cx_block *block)
{
    if (reader->entry.draft != NULL)
        return true;
    if (reader->section != NULL)
        return !in_matter(reader);
    return (!outline->has_records && outline->heading_records == 0) ||
           is_plainly_of_entries(block) ||
           (block->title_link && outline->linked_above >= SEVERAL);
}

/* "**It holds:**" leads over to what follows, and "**Mirror:** …" says
 * something of the entry that a heading is. */
static bool
leads_over(const struct cx_reader *reader, const struct cx_outline *outline,
           int at)
{
    const struct cx_block *block = &outline->blocks[at];
    if (!block->colon)
        return false;
    if (reader->entry_is_heading && reader->entry.draft != NULL)
        return true;
    return block->whole && !leads_to_links(outline, at);
}

/* A paragraph that begins with a link is a record's title if something parts
 * the link from the rest; a sentence that begins with one is a record only
 * where nothing else in the section is. */
static bool
is_linked_title(const struct cx_reader *reader, const struct cx_block *block)
{
    bool open = reader->entry.draft != NULL && !reader->entry.item;
    if (block->kind == CX_BLOCK_LINKED && block->lead == CX_LEAD_LINK &&
        reader->ways.by_run && !reader->entry_is_heading)
        return true;
    return block->kind == CX_BLOCK_LINKED &&
           (block->apart ? !open || reader->ways.by_paragraph
                         : !open && !reader->ways.titled);
}

/* "[The whole list](…)" over a table of records, or a list of several. */
static bool
leads_over_to_entries(const struct cx_outline *outline, int at)
{
    const struct cx_block *next = cx_next_block(outline, at);
    return outline->blocks[at].whole && !outline->blocks[at].lines &&
           next != NULL && is_plainly_of_entries(next);
}

static void
read_title(struct cx_reader *reader, const struct cx_outline *outline, int at)
{
    const struct cx_block *block = &outline->blocks[at];
    if (cx_is_group_label(reader, outline, at)) {
        bool titles = cx_is_over_titles(reader, outline, at);
        cx_read_group_label(outline, block,
                            titles ||
                                is_list_of_entries(cx_next_block(outline, at)) ||
                                cx_is_over_table(outline, at));
        reader->groups_titles = titles;
        return;
    }
    if (!reader->groups_titles || !block->title_link)
        reader->group = NULL;
    read_title_paragraph(reader, block);
}

/* Whether @links are @count, and all have this label. */
static bool
are_all_called(const struct catex_link *links, unsigned count,
               const char *label)
{
    for (; links != NULL; links = links->next, count--)
        if (links->label != label)
            return false;
    return count == 0;
}

/* A list below an entry. "It holds these datasets:" over it makes parts of its
 * items; "Papers:" is the label of its links, and no text where nothing else is
 * in the list. */
static void
read_list_below(struct cx_reader *reader, const struct cx_outline *outline,
                int at)
{
    struct cx_open *open = &reader->entry;
    cmark_node *list = outline->blocks[at].node;
    const struct cx_block *above = at == 0 ? NULL : &outline->blocks[at - 1];
    if (above == NULL || !above->role_line) {
        struct cx_context plain = reader->context;
        plain.parts = reader->entry_is_heading && above != NULL &&
                      above->leads_data &&
                      cx_survey_of(list)->kind == CX_LIST_TITLED;
        cx_read_list_in(reader, open, list, &plain);
        return;
    }
    const char *words = above->text;
    const struct cx_context context = {
        .label = cx_strdup(reader->arena, words),
        .roles = cx_roles_of(words, strlen(words))};
    size_t said = open->plain.size;
    struct catex_link **links = open->link_tail;
    cx_read_list_in(reader, open, list, &context);
    if (open->plain.size == said && *links != NULL &&
        are_all_called(*links, cx_survey_of(list)->links, context.label)) {
        open->plain.size = reader->before_line.plain;
        open->md.size = reader->before_line.md;
    }
}

static bool
may_be_prose_entry(const struct cx_reader *reader, const struct cx_block *block)
{
    return reader->ways.by_prose && block->link &&
           (block->kind == CX_BLOCK_PROSE || block->kind == CX_BLOCK_LINKED);
}

/* A paragraph that is an entry, named by the first link in it that can name
 * one; false if none can. */
static bool
read_prose_entry(struct cx_reader *reader, cmark_node *paragraph)
{
    cx_spans_of(&reader->spans, paragraph);
    struct cx_lead lead = {.kind = CX_LEAD_PROSE};
    if (!cx_lead_from_prose(&reader->spans, &reader->passing, &lead))
        return false;
    cx_begin_from_lead(reader, &reader->entry, &lead);
    struct catex_record *record = &reader->entry.draft->public;
    record->origin.derived |= CATEX_BIT(CATEX_FIELD_TITLE);
    struct catex_link *link = record->links;
    while (link != NULL && (link->title == NULL ||
                            strcmp(link->title, record->title) != 0))
        link = link->next;
    if (link != NULL && link->roles == CATEX_ROLE_OTHER) {
        link->roles = CATEX_ROLE_LANDING;
        link->title = NULL;
    }
    return true;
}

/* Reads a block that may begin records; false if it is only text. */
static bool
read_records(struct cx_reader *reader, struct cx_outline *outline, int at)
{
    const struct cx_block *block = &outline->blocks[at];
    /* Lists and tables below an item of a list are not the item's. */
    bool open = reader->entry.draft != NULL && !reader->entry.item;
    if (reader->entry_is_heading && reader->entry.draft != NULL &&
        cx_is_about(block, reader->entry.draft->public.title)) {
        cx_spans_of(&reader->spans, block->node);
        cx_read_table_within(reader);
    } else if (block->kind == CX_BLOCK_TITLE &&
               !leads_over(reader, outline, at)) {
        read_title(reader, outline, at);
    } else if (block->kind == CX_BLOCK_TABLE && !open &&
               !is_comparison(outline, block)) {
        cx_spans_of(&reader->spans, block->node);
        cx_read_table(reader);
        reader->group = NULL;
    } else if (cx_is_word_label(reader, outline, at)) {
        cx_read_group_label(outline, block, true);
    } else if (block->called && reader->ways.by_name) {
        read_title_paragraph(reader, block);
    } else if (reader->ways.by_paragraph &&
               (block->named || cx_is_name_above(outline, at))) {
        read_title_paragraph(reader, block);
    } else if (may_be_prose_entry(reader, block) &&
               read_prose_entry(reader, block->node)) {
        ; /* it is read */
    } else if (block->kind == CX_BLOCK_LINKS) {
        read_links_paragraph(reader, outline, at);
    } else if (is_linked_title(reader, block) &&
               !leads_over_to_entries(outline, at)) {
        read_title_paragraph(reader, block);
    } else if (cx_is_title_item(outline, at)) {
        cx_entry_end(reader, &reader->entry);
        cx_read_title_item(reader, block->node);
    } else if (block->kind == CX_BLOCK_LIST && open) {
        read_list_below(reader, outline, at);
    } else if (block->kind == CX_BLOCK_LIST) {
        /* Its last entry stays open for paragraphs that go on about it. */
        cx_read_list(reader, block->node);
        reader->group = NULL;
    } else {
        return false;
    }
    return true;
}

/* The licence of the list, which the first link to one below a heading
 * "License" leads to; true if it is a badge alone, of which no more is kept. */
static bool
take_list_licence(struct cx_reader *reader, cmark_node *block)
{
    struct catex_catalog *catalog = &reader->catalog->public;
    const struct catex_section *section = reader->section;
    if (catalog->licence != NULL || !in_matter(reader) || !cx_is_text(block) ||
        cx_roles_of(section->title, strlen(section->title)) !=
            CATEX_ROLE_LICENCE)
        return false;
    cx_spans_of(&reader->spans, block);
    const struct cx_span *span = reader->spans.at,
                         *end = span + reader->spans.count;
    while (span < end &&
           (span->kind != CX_SPAN_LINK ||
            cx_link_roles(NULL, 0, 0, span->url) != CATEX_ROLE_LICENCE))
        span++;
    if (span == end)
        return false;
    size_t size = span->size;
    const char *text = cx_trim(span->text, &size);
    bool says = size > 0 && !(span->style & CX_BARE) &&
                !cx_is_filler(text, size) && !cx_is_role_text(text, size);
    catalog->licence = cx_new(reader->arena, struct catex_licence);
    catalog->licence->url = cx_strdup(reader->arena, span->url);
    if (says)
        catalog->licence->name = cx_strndup(reader->arena, text, size);
    return cx_is_badge(span) && reader->spans.count == 1;
}

static void
read_block(struct cx_reader *reader, struct cx_outline *outline, int at)
{
    struct cx_block *block = &outline->blocks[at];
    int last = cx_last_line(block->node);
    if (block->way_back) {
        cx_used_block(reader, block->node, CX_STRUCTURE);
        return;
    }
    /* A list of entries behind a break is not the record's above it. */
    if (reader->block_first == NULL && is_list_of_entries(block))
        cx_entry_end(reader, &reader->entry);
    if (may_begin(reader, outline, block) && read_records(reader, outline, at)) {
        if (block->kind != CX_BLOCK_LIST) /* its items are used one by one */
            cx_used_block(reader, block->node, CX_FIELD);
        cx_entry_extend(&reader->part, last);
    } else if (take_list_licence(reader, block->node)) {
        cx_used_block(reader, block->node, CX_FIELD);
    } else {
        cx_entry_end(reader, &reader->part);
        struct cx_open *open = cx_entry_open(reader);
        reader->before_line.plain = reader->entry.plain.size;
        reader->before_line.md = reader->entry.md.size;
        cx_read_block_in(reader, open, block->node, &reader->context);
    }
    /* Items say themselves where they end. */
    if (block->kind != CX_BLOCK_LIST || !reader->entry.item)
        cx_entry_extend(&reader->entry, last);
}

void
cx_read_document(struct cx_reader *reader, struct cx_outline *outline)
{
    for (int i = 0; i < outline->count; i++) {
        struct cx_block *block = &outline->blocks[i];
        cx_arena_reset(&reader->passing);
        if (block->kind == CX_BLOCK_HEADING) {
            cx_read_heading(reader, outline, i);
        } else if (block->kind == CX_BLOCK_BREAK) {
            cx_used_block(reader, block->node, CX_STRUCTURE);
            cx_end_block(reader, true);
        } else {
            read_block(reader, outline, i);
        }
        if (reader->section != NULL)
            reader->section->source.last_line =
                cx_last_line(block->node);
    }
    cx_end_block(reader, false);
    cx_end_prose(reader);
}
