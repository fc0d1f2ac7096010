/* SPDX-License-Identifier: MIT */
/* Lines over a list that are the name of the group of its entries. */
#include "load/outline.h"

#include <string.h>
#include <strings.h>

bool
cx_is_over_table(const struct cx_outline *outline, int at)
{
    /* What can be unfolded is hardly called as the one entry in it. */
    bool summary = outline->blocks[at].summary;
    const struct cx_block *next = cx_next_block(outline, at);
    while (next != NULL && next->blank)
        next = cx_next_block(outline, ++at);
    return next != NULL && next->kind == CX_BLOCK_TABLE && next->columns &&
           (next->rows > 1 || (summary && next->link));
}

/* Whether there is nothing but one line, or what unfolds the rest. */
static bool
is_line(const struct cx_block *block)
{
    return block->summary || cmark_node_get_start_line(block->node) ==
                                 cx_last_line(block->node);
}

bool
cx_is_over_titles(const struct cx_reader *reader, const struct cx_outline *outline,
                  int at)
{
    enum { SEVERAL = 3 };
    const struct cx_block *next = cx_next_block(outline, at);
    return outline->linked_titles >= SEVERAL && next != NULL &&
           next->title_link &&
           (next->kind == CX_BLOCK_TITLE || reader->ways.by_paragraph);
}

/* Whether a bold line is a heading over the list or table below it, or over
 * linked titles, not a title: the items or rows are entries, or, below an
 * entry, parts without links. */
bool
cx_is_group_label(struct cx_reader *reader, const struct cx_outline *outline,
                  int at)
{
    const struct cx_block *block = &outline->blocks[at];
    const struct cx_block *next = cx_next_block(outline, at);
    if ((block->whole || block->summary) && !block->link &&
        cx_is_over_table(outline, at))
        return true;
    if (!block->whole || block->link || next == NULL || !is_line(block))
        return false;
    if (cx_is_over_titles(reader, outline, at))
        return true;
    if (next->kind != CX_BLOCK_LIST)
        return false;
    const struct cx_survey *list = cx_survey_of(next->node);
    if (list->kind == CX_LIST_TITLED || list->kind == CX_LIST_GROUPS)
        return list->links > 0 &&
               (list->titled > 1 || (block->phrase && list->items > 1));
    return reader->entry.draft != NULL && reader->block_first != NULL &&
           list->links == 0 && list->kind == CX_LIST_PARTS &&
           !reader->lists_are_text;
}

/* Whether a line of a few words stands over a list of entries. */
static bool
are_words_over_list(const struct cx_outline *outline, int at)
{
    const struct cx_block *block = &outline->blocks[at];
    const struct cx_block *next = cx_next_block(outline, at);
    if (block->kind != CX_BLOCK_PROSE ||
        (block->lead != CX_LEAD_WORDS && !block->summary) ||
        block->link || next == NULL || next->kind != CX_BLOCK_LIST ||
        !is_line(block))
        return false;
    const struct cx_counts *list = cx_counts_of(next->node);
    return list->survey.links > 0 && (list->survey.kind == CX_LIST_TITLED ||
                                      list->bare == list->survey.items);
}

void
cx_find_labels(struct cx_outline *outline)
{
    for (int at = 0, end; at < outline->count; at = end) {
        int lists = 0, labels = 0;
        for (end = at; end < outline->count &&
                       (end == at ||
                        outline->blocks[end].kind != CX_BLOCK_HEADING); end++) {
            lists += outline->blocks[end].kind == CX_BLOCK_LIST;
            labels += are_words_over_list(outline, end);
        }
        for (int i = at; lists > 1 && labels == lists && i < end; i++)
            outline->blocks[i].label = are_words_over_list(outline, i);
    }
}

/* Whether a few words above a list of entries are the name of the group, and
 * no word about the item that was read before: they stand right above it, end
 * in a colon, or are what each list of the section has. */
bool
cx_is_word_label(const struct cx_reader *reader,
                 const struct cx_outline *outline, int at)
{
    const struct cx_block *block = &outline->blocks[at];
    return are_words_over_list(outline, at) &&
           (block->label || block->colon || block->summary ||
            cmark_node_get_start_line(cx_next_block(outline, at)->node) ==
                cx_last_line(block->node) + 1) &&
           (reader->entry.draft == NULL || reader->entry.item);
}

void
cx_set_group(struct cx_reader *reader, const char *words, size_t size)
{
    words = cx_without_colons(words, &size);
    reader->group = size > 0 ? cx_strndup(reader->arena, words, size) : NULL;
}

/* "Click to expand" says nothing of what it hides. */
static bool
is_of_page(const char *words)
{
    static const char *const starts[] = {"click ", "expand", "show ", "unfold",
                                         "see more", "点击", "展开"};
    for (size_t i = 0; i < sizeof starts / sizeof starts[0]; i++)
        if (strncasecmp(words, starts[i], strlen(starts[i])) == 0)
            return true;
    return false;
}

void
cx_read_group_label(const struct cx_outline *outline,
                    const struct cx_block *block, bool records)
{
    struct cx_reader *reader = outline->reader;
    cx_spans_of(&reader->spans, block->node);
    if (records) /* the list below is not part of the entry above */
        cx_entry_end(reader, &reader->entry);
    const char *words =
        cx_words_of(reader, &reader->passing, 0, reader->spans.count);
    cx_set_group(reader, words,
                 block->summary && is_of_page(words) ? 0 : strlen(words));
    /* In a list without headings it is one. */
    if (records && outline->flat && reader->group != NULL) {
        cx_begin_label_section(reader, block->node, reader->group);
        reader->group = NULL;
    }
}
