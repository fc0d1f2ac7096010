/* SPDX-License-Identifier: MIT */
/* The parts of a record: items of a list below it that are records of their
 * own. */
#include "load/reader.h"

#include <string.h>

#include "load/words.h"

enum { SHORT_VALUE = 60, LONG_TITLE = 5 };

static const struct cx_context plain_context;

/* Where the name ends with which a sentence begins: at a full stop, before a
 * verb, or where capitals end ("The ADAM Encyclopedia with Illustrations. One
 * of", "Hardin MD is a"). */
static size_t
run_in_title(const char *text, size_t size)
{
    static const char *const links[] = {"of", "the", "for", "and", "with", "in",
                                        "on", "to", "a", "an", "de", "by", "&"};
    static const char *const verbs[] = {"is", "are", "was", "were", "has",
                                        "Is", "Are", "Was", "Were", "Has",
                                        "provides", "contains", "includes"};
    size_t at = 0, end = 0;
    while (at < size) {
        size_t from = at;
        while (at < size && text[at] != ' ')
            at++;
        size_t length = at - from;
        bool linking = false, verb = false;
        for (size_t i = 0; i < sizeof links / sizeof links[0]; i++)
            linking = linking || (strlen(links[i]) == length &&
                                  memcmp(links[i], text + from, length) == 0);
        for (size_t i = 0; i < sizeof verbs / sizeof verbs[0]; i++)
            verb = verb || (strlen(verbs[i]) == length &&
                            memcmp(verbs[i], text + from, length) == 0);
        bool small = text[from] >= 'a' && text[from] <= 'z' && !linking;
        if (end > 0 && (verb || small))
            break;
        if (!linking || end == 0)
            end = at;
        if (length > 2 && strchr(".,;:)", text[at - 1]) != NULL)
            break; /* "(PHIL) Created by": what follows is the sentence */
        while (at < size && text[at] == ' ')
            at++;
    }
    while (end > 0 && strchr(".,;:", text[end - 1]) != NULL)
        end--;
    return end;
}

bool
cx_read_run_in_part(struct cx_reader *reader, cmark_node *item)
{
    cmark_node *first = cmark_node_first_child(item);
    cx_spans_of(&reader->spans, first);
    const struct cx_span *span = &reader->spans.at[0];
    struct cx_lead lead = {.kind = CX_LEAD_TEXT};
    size_t size = span->kind == CX_SPAN_TEXT
                      ? run_in_title(span->text, span->size) : 0;
    lead.title = size > 0 ? cx_strndup(&reader->passing, span->text, size)
                          : cx_name_of(reader, 0);
    if (lead.title == NULL)
        return false;
    lead.skip = size;
    if (size > 0 && size < span->size && span->text[size] == '.')
        lead.skip++;
    cx_begin_from_lead(reader, &reader->part, &lead);
    reader->part.draft->public.origin.derived |= CATEX_BIT(CATEX_FIELD_TITLE);
    cx_used_block(reader, first, CX_FIELD);
    cx_read_blocks_in(reader, &reader->part, cmark_node_next(first), &plain_context);
    return true;
}

void
cx_read_part(struct cx_reader *reader, cmark_node *item)
{
    cmark_node *first = cmark_node_first_child(item);
    cx_spans_of(&reader->spans, first);
    struct cx_lead lead = cx_lead_of(&reader->spans, &reader->keys, &reader->passing);
    cx_begin_from_lead(reader, &reader->part, &lead);
    cx_used_block(reader, first, CX_FIELD);
    cx_read_blocks_in(reader, &reader->part, cmark_node_next(first), &plain_context);
}

/* "Modality: MRI" is a property; "Longitudinal MRI Data in Older Adults: This
 * set consists of …" is a part. */
bool
cx_is_named_part(const struct cx_spans *spans, const struct cx_lead *lead)
{
    if (lead->kind != CX_LEAD_TEXT)
        return false;
    if (!lead->colon)
        return true;
    size_t size = 0;
    for (size_t i = lead->body; i < spans->count; i++)
        size += spans->at[i].size;
    size -= lead->skip;
    return size > SHORT_VALUE ||
           !cx_are_few_words(lead->title, strlen(lead->title), LONG_TITLE - 1);
}
