/* SPDX-License-Identifier: MIT */
/* Any block that belongs to a record, or to the prose of a section. */
#include "load/reader.h"

#include <string.h>

#include "load/grid.h"

static void
read_code(struct cx_reader *reader, struct cx_open *open, cmark_node *block)
{
    const char *code = cmark_node_get_literal(block);
    size_t size = strlen(code);
    code = cx_unmark(&reader->passing, code, &size);
    struct cx_buffer *plain = open == NULL ? &reader->prose : &open->plain;
    cx_buffer_add(plain, code, size);
    if (open != NULL) {
        /* A fence longer than any run of backticks in it. */
        size_t longest = 2, run = 0;
        for (size_t i = 0; i < size; i++) {
            run = code[i] == '`' ? run + 1 : 0;
            longest = run > longest ? run : longest;
        }
        for (size_t i = 0; i <= longest; i++)
            cx_buffer_putc(&open->md, '`');
        const char *info = cmark_node_get_fence_info(block);
        if (info != NULL && strchr(info, '`') == NULL) /* of another fence */
            cx_buffer_puts(&open->md, info);
        cx_buffer_puts(&open->md, "\n");
        cx_buffer_add(&open->md, code, size);
        for (size_t i = 0; i <= longest; i++)
            cx_buffer_putc(&open->md, '`');
    }
    cx_end_paragraph(reader, open);
}

/* What is nested deeper than anyone can read: its text and its links alone. */
static void
read_deep(struct cx_reader *reader, struct cx_open *open, cmark_node *block)
{
    cmark_iter *iter = cmark_iter_new(block);
    cmark_event_type event;
    struct cx_buffer *plain = open == NULL ? &reader->prose : &open->plain;
    while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(iter);
        const char *text = event == CMARK_EVENT_ENTER
                               ? cmark_node_get_literal(node)
                               : cmark_node_get_url(node);
        if (text == NULL)
            continue;
        size_t size = strlen(text);
        text = cx_unmark(&reader->passing, text, &size);
        cx_buffer_add(plain, text, size);
        cx_buffer_putc(plain, ' ');
        if (open != NULL) {
            cx_add_escaped(&open->md, text, size);
            cx_buffer_putc(&open->md, ' ');
        }
    }
    cmark_iter_free(iter);
    cx_end_paragraph(reader, open);
}

void
cx_read_block_in(struct cx_reader *reader, struct cx_open *open,
                 cmark_node *block, const struct cx_context *context)
{
    struct cx_context inside = *context;
    if (context->depth > CX_DEEPEST) {
        read_deep(reader, open, block);
        cx_used_block(reader, block, CX_FIELD);
        return;
    }
    switch (cmark_node_get_type(block)) {
    case CMARK_NODE_LIST:
        if (open != NULL) {
            cx_read_list_in(reader, open, block, context);
            return;
        }
        /* fall through */
    case CMARK_NODE_ITEM:
    case CMARK_NODE_BLOCK_QUOTE:
        if (open == NULL &&
            cmark_node_get_type(block) == CMARK_NODE_LIST &&
            cx_survey_of(block)->kind == CX_LIST_CONTENTS) {
            cx_skip_contents(reader, block);
            return;
        }
        inside.depth++;
        cx_read_blocks_in(reader, open, cmark_node_first_child(block), &inside);
        if (cmark_node_get_type(block) == CMARK_NODE_BLOCK_QUOTE)
            cx_used_block(reader, block, CX_FIELD);
        return;
    case CMARK_NODE_CODE_BLOCK:
        read_code(reader, open, block);
        break;
    case CMARK_NODE_THEMATIC_BREAK:
        cx_used_block(reader, block, CX_STRUCTURE);
        return;
    default:
        cx_spans_of(&reader->spans, block);
        if (cx_is_table(&reader->spans))
            cx_read_table_in(reader, open);
        else
            cx_read_lines(reader, open, 0, reader->spans.count, 0, context);
        cx_end_paragraph(reader, open);
    }
    cx_used_block(reader, block, CX_FIELD);
}

void
cx_read_blocks_in(struct cx_reader *reader, struct cx_open *open,
                  cmark_node *block, const struct cx_context *context)
{
    for (; block != NULL; block = cmark_node_next(block)) {
        cx_read_block_in(reader, open, block, context);
        if (open != NULL)
            cx_entry_extend(open, cx_last_line(block));
    }
}
