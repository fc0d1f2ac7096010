/* SPDX-License-Identifier: MIT */
/* How a record begins: its title, the link of the title, and what stands
 * behind them. */
#include "load/lines.h"

#include <string.h>

#include "load/words.h"

/* The separator between a title and what follows. */
static void
skip_separator(const struct cx_spans *spans, size_t *body, size_t *skip)
{
    while (*body < spans->count && spans->at[*body].kind == CX_SPAN_TEXT) {
        const struct cx_span *span = &spans->at[*body];
        size_t at = *skip;
        while (at < span->size) {
            if (strchr(" \t:-|,)]", span->text[at]) != NULL ||
                (span->text[at] == '>' && at > 0 && span->text[at - 1] == '-'))
                at++;
            else if (span->size - at > 1 && memcmp(span->text + at, ". ", 2) == 0)
                at += 2;
            else if (span->size - at >= 3 &&
                     (memcmp(span->text + at, "\xE2\x80\x93", 3) == 0 ||
                      memcmp(span->text + at, "\xE2\x80\x94", 3) == 0 ||
                      memcmp(span->text + at, "\xEF\xBC\x9A", 3) == 0))
                at += 3;
            else if (span->size - at >= 2 &&
                     memcmp(span->text + at, "\xC2\xA0", 2) == 0)
                at += 2;
            else
                break;
        }
        *skip = at;
        if (at < span->size)
            return;
        (*body)++;
        *skip = 0;
    }
}

/* Pictures between a title and its separator are of the name, as those before
 * it. */
static void
skip_pictures(struct cx_reader *reader, size_t *body, size_t *skip)
{
    const struct cx_spans *spans = &reader->spans;
    size_t end = *body;
    while (*skip == 0 && end < spans->count &&
           spans->at[end].kind == CX_SPAN_IMAGE)
        end++;
    const struct cx_span *next = &spans->at[end];
    bool colon;
    if (end == *body || end == spans->count || next->kind != CX_SPAN_TEXT ||
        cx_separator_at(next->text, next->size, &colon) == 0)
        return;
    for (; *body < end; (*body)++)
        cx_report_span(reader, &spans->at[*body]);
    skip_separator(spans, body, skip);
}

/* "[Paper](…) [Data](…)" right behind a title: links, and no words of the
 * description that follows them. */
static void
read_role_links(struct cx_reader *reader, struct cx_open *open, size_t *body,
                size_t *skip)
{
    const struct cx_spans *spans = &reader->spans;
    if (*body < spans->count &&
        cx_is_link_line(spans, *body, cx_line_end(spans, *body), 0,
                        &reader->line))
        return;
    while (*body < spans->count && *skip == 0 &&
           cx_is_role_link(&spans->at[*body])) {
        cx_entry_link(reader, open, &spans->at[*body], NULL, 0);
        (*body)++;
        skip_separator(spans, body, skip);
    }
}

static void
end_word(struct cx_buffer *text)
{
    if (text->size > 0 && text->bytes[text->size - 1] != ' ')
        cx_buffer_putc(text, ' ');
}

/* What stands before a title: who made what is cited, tags, or badges and
 * pictures, of which these are reported. */
static void
read_before(struct cx_reader *reader, struct cx_open *open,
            const struct cx_lead *lead)
{
    static const struct cx_context none;
    const struct cx_spans *spans = &reader->spans;
    if (lead->said_before) {
        cx_read_lines(reader, open, 0, lead->first, 0, &none);
        end_word(&open->plain);
        end_word(&open->md);
        return;
    }
    cx_read_badges(reader, open, lead->first);
    for (size_t i = 0; i < lead->first; i++)
        if (spans->at[i].kind == CX_SPAN_IMAGE)
            cx_report_span(reader, &spans->at[i]);
}

/* The link of "(URL) …" or "URL - …" at @body, or NULL. */
static const struct cx_span *
link_behind(const struct cx_spans *spans, size_t body, size_t skip)
{
    const struct cx_span *at = &spans->at[body], *end = spans->at + spans->count;
    bool colon, bracket = at < end && at->kind == CX_SPAN_TEXT &&
                          at->size == skip + 1 && at->text[skip] == '(';
    if (bracket)
        at++;
    if (end - at < 2 || at->kind != CX_SPAN_LINK || !(at->style & CX_BARE) ||
        at[1].kind != CX_SPAN_TEXT || at[1].size == 0 || cx_is_mail(at->url))
        return NULL;
    return bracket ? (at[1].text[0] == ')' ? at : NULL)
           : cx_separator_at(at[1].text, at[1].size, &colon) > 0 ? at : NULL;
}

/* "(of 1990)" between a title and its URL. */
static void
read_remark(struct cx_reader *reader, struct cx_open *open, size_t *body,
            size_t *skip)
{
    static const struct cx_context none;
    struct cx_span *span = &reader->spans.at[*body];
    if (*body + 1 >= reader->spans.count || span->kind != CX_SPAN_TEXT ||
        !(span[1].style & CX_BARE) || span->text[*skip] != '(')
        return;
    const char *close = memchr(span->text + *skip, ')', span->size - *skip);
    size_t size = span->size;
    if (close == NULL ||
        !cx_is_separator(close + 1, size - (size_t)(close + 1 - span->text)))
        return;
    span->size = (size_t)(close + 1 - span->text);
    cx_read_lines(reader, open, *body, *body + 1, *skip, &none);
    span->size = size;
    ++*body;
    *skip = 0;
}

/* Opens a record from the lead of reader->spans and reads what the spans hold
 * beyond the title. */
void
cx_begin_from_lead(struct cx_reader *reader, struct cx_open *open,
                   const struct cx_lead *lead)
{
    const struct cx_spans *spans = &reader->spans;
    const struct cx_span *first = &spans->at[lead->first];
    bool linked = first->kind == CX_SPAN_LINK;
    size_t body = lead->body, skip = lead->skip;
    const char *title = lead->title;
    cx_entry_begin(reader, open, title, first->line);
    open->draft->untitled = lead->kind == CX_LEAD_URL;
    if (linked) {
        struct catex_link *link =
            cx_entry_link(reader, open, first, NULL, CATEX_ROLE_LANDING);
        if (link->title != NULL && strstr(link->title, title) != NULL)
            link->title = NULL; /* with signs around it, perhaps */
    }
    read_before(reader, open, lead);
    skip_separator(spans, &body, &skip);
    skip_pictures(reader, &body, &skip);
    bool named = lead->kind == CX_LEAD_TEXT_LINK && body < spans->count &&
                 spans->at[body].kind == CX_SPAN_LINK;
    /* "Name (URL) - description" */
    if (named && !cx_is_link_line(spans, body, cx_line_end(spans, body), 0,
                                  &reader->line)) {
        cx_entry_link(reader, open, &spans->at[body], NULL,
                      CATEX_ROLE_LANDING);
        body++;
        named = false; /* the others are not the title's */
        skip_separator(spans, &body, &skip);
    }
    const struct cx_span *behind =
        linked ? NULL : link_behind(spans, body, skip);
    if (behind != NULL) {
        cx_entry_link(reader, open, behind, NULL, CATEX_ROLE_LANDING);
        body = (size_t)(behind - spans->at) + 1;
        skip = 0;
        skip_separator(spans, &body, &skip);
    } else if (!linked) {
        read_remark(reader, open, &body, &skip);
    }
    const struct cx_context main_link = {.roles = named ? CATEX_ROLE_LANDING
                                                        : 0};
    read_role_links(reader, open, &body, &skip);
    cx_read_lines(reader, open, body, spans->count, skip, &main_link);
    cx_end_paragraph(reader, open);
}
