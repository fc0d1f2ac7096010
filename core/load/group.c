/* SPDX-License-Identifier: MIT */
/* Lines over a list that are the name of the group of its entries. */
#include "load/outline.h"

/* Whether a bold line is a heading over the list below it, not a title: the
 * list's items are entries, or, below an entry, parts without links. */
bool
cx_is_group_label(struct cx_reader *reader, const struct cx_outline *outline,
               int at)
{
    const struct cx_block *block = &outline->blocks[at];
    const struct cx_block *next = cx_next_block(outline, at);
    if (!block->whole || block->link || next == NULL ||
        next->kind != CX_BLOCK_LIST ||
        cmark_node_get_start_line(block->node) !=
            cx_last_line(block->node))
        return false;
    const struct cx_survey *list = cx_survey_of(next->node);
    if (list->kind == CX_LIST_TITLED || list->kind == CX_LIST_GROUPS)
        return list->links > 0 && list->titled > 1;
    return reader->entry.draft != NULL && reader->block_first != NULL &&
           list->links == 0 && list->kind == CX_LIST_PARTS;
}

/* Whether a few words right above a list of entries are the name of the group,
 * and no word about the item that was read before. */
bool
cx_is_word_label(const struct cx_reader *reader, const struct cx_outline *outline,
              int at)
{
    const struct cx_block *block = &outline->blocks[at];
    const struct cx_block *next = cx_next_block(outline, at);
    int line = cx_last_line(block->node);
    return block->kind == CX_BLOCK_PROSE && block->lead == CX_LEAD_WORDS &&
           !block->link && next != NULL && next->kind == CX_BLOCK_LIST &&
           cmark_node_get_start_line(block->node) == line &&
           cmark_node_get_start_line(next->node) == line + 1 &&
           cx_survey_of(next->node)->kind == CX_LIST_TITLED &&
           cx_survey_of(next->node)->links > 0 &&
           (reader->entry.draft == NULL || reader->entry.item);
}

void
cx_read_group_label(struct cx_reader *reader, const struct cx_block *block,
                 bool records)
{
    cx_spans_of(&reader->spans, block->node);
    if (records) /* the list below is not part of the entry above */
        cx_entry_end(reader, &reader->entry);
    reader->group =
        cx_words_of(reader, reader->arena, 0, reader->spans.count);
}
