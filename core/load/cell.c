/* SPDX-License-Identifier: MIT */
/* What a cell of a table says. */
#include "load/cell.h"

#include "load/words.h"
#include "model/text.h"

const char *
cx_cell_text(struct cx_reader *reader, const struct cx_spans *spans,
             struct cx_cell cell, size_t *ret_size)
{
    cx_buffer_clear(&reader->line);
    cx_buffer_add(&reader->line, "", 0);
    for (size_t i = cell.from; i < cell.to; i++) {
        bool gap = spans->at[i].kind == CX_SPAN_BREAK ||
                   spans->at[i].kind == CX_SPAN_CELL; /* a tag, no border */
        cx_buffer_add(&reader->line, gap ? " " : spans->at[i].text,
                      spans->at[i].size);
    }
    size_t size = reader->line.size;
    const char *text = cx_trim(reader->line.bytes, &size);
    *ret_size = size;
    return cx_strndup(&reader->passing, text, size);
}

bool
cx_is_nothing(const char *text, size_t size)
{
    return cx_is_among(text, size,
                       "- -- --- \xE2\x80\x93 \xE2\x80\x94 \\ / ? n/a na n.a. "
                       "none null nil \xE6\x97\xA0");
}

static void
put_key(struct cx_open *open, const char *key, size_t size)
{
    cx_buffer_add(&open->plain, key, size);
    cx_buffer_puts(&open->plain, ": ");
    cx_add_escaped(&open->md, key, size);
    cx_buffer_puts(&open->md, ": ");
}

void
cx_read_cell(struct cx_reader *reader, struct cx_open *open,
             struct cx_cell cell, const char *head, size_t size)
{
    const struct cx_spans *spans = &reader->spans;
    if (cx_is_blank(spans, cell.from, cell.to))
        return;
    bool says = cx_is_text_column(head, size) || size == 0;
    uint32_t roles = cx_roles_of(head, size);
    struct cx_context context = {
        .label = size == 0 || cx_is_text_column(head, size)
                     ? NULL : cx_strndup(reader->arena, head, size),
        .roles = roles};
    size_t text_size;
    const char *text = cx_cell_text(reader, spans, cell, &text_size);
    bool wordless = text_size == 0; /* pictures without description */
    if (cx_is_nothing(text, text_size) &&
        !cx_span_has(spans, CX_SPAN_LINK, cell.from, cell.to))
        return;
    if (cx_are_link_lines(&reader->spans, cell.from, cell.to)) {
        cx_read_link_lines(reader, open, cell.from, cell.to, &context);
        return;
    }
    struct catex_record *record = &open->draft->public;
    if (roles == CATEX_ROLE_LICENCE && record->licence == NULL && !wordless &&
        !cx_is_answer(text, text_size) &&
        !cx_span_has(spans, CX_SPAN_LINK, cell.from, cell.to)) {
        record->licence = cx_new(reader->arena, struct catex_licence);
        record->licence->name = cx_strndup(reader->arena, text, text_size);
        return;
    }
    size_t plain = open->plain.size, md = open->md.size;
    if (!says && !wordless)
        put_key(open, head, size);
    size_t keyed = open->plain.size;
    context.label = NULL;
    if (!wordless && cx_is_mark(text, text_size)) {
        /* signs, which elsewhere say nothing */
        cx_buffer_add(&open->plain, text, text_size);
        cx_add_escaped(&open->md, text, text_size);
    } else {
        cx_read_lines(reader, open, cell.from, cell.to, 0, &context);
    }
    if (open->plain.size == keyed && keyed > plain) {
        open->plain.size = plain; /* the value was a condition of access */
        open->md.size = md;
        return;
    }
    cx_end_paragraph(reader, open);
    /* A row's values stand below each other. */
    if (open->plain.size > 1)
        open->plain.size--;
    if (open->md.size > 1)
        open->md.size--;
}
