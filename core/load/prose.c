/* SPDX-License-Identifier: MIT */
/* The text of descriptions and sections: as plain text and as Markdown, less
 * the conditions of access and the other things that have a field. */
#include "load/lines.h"

#include <string.h>

#include "load/lead.h"
#include "load/picture.h"
#include "load/sentence.h"
#include "load/words.h"
#include "model/text.h"

/* A place for text: a record's two descriptions, or a section's prose. */
struct sink {
    struct cx_buffer *plain, *md; /* md may be NULL */
};

static struct sink
sink_of(struct cx_reader *reader, struct cx_open *open)
{
    if (open != NULL)
        return (struct sink){&open->plain, &open->md};
    return (struct sink){&reader->prose, NULL};
}

static void
put(struct sink sink, const char *text)
{
    cx_buffer_puts(sink.plain, text);
    if (sink.md != NULL)
        cx_buffer_puts(sink.md, text);
}

static bool
ends_with(const struct cx_buffer *text, char c)
{
    return text->size > 0 && text->bytes[text->size - 1] == c;
}

/* Ends the line that is being read, where a flag has just been taken out. */
#define FLAG '\x01'

static bool
at_line_start(const struct cx_buffer *text)
{
    return text->size == 0 || ends_with(text, '\n');
}

static void
add_text(struct sink sink, const struct cx_span *span, const char *text,
         size_t size)
{
    /* No blank where a line starts or after another. */
    if (at_line_start(sink.plain) || ends_with(sink.plain, ' '))
        while (size > 0 && (*text == ' ' || *text == '\t')) {
            text++;
            size--;
        }
    if (size == 0) {
        /* A picture without description still has its address. */
        if (sink.md != NULL && span->kind == CX_SPAN_IMAGE) {
            cx_add_span(sink.md, span, text, size);
            cx_buffer_putc(sink.md, ' ');
        }
        return;
    }
    if (sink.md != NULL)
        cx_add_span(sink.md, span, text, size);
    if (span->kind == CX_SPAN_IMAGE && cx_is_live_badge(span->url))
        return;
    /* No-break spaces are a typesetter's; the model has spaces. */
    const char *end = text + size, *at = text;
    while ((at = memchr(at, '\xC2', (size_t)(end - at))) != NULL) {
        at++;
        if (at == end || *at != '\xA0')
            continue;
        cx_buffer_add(sink.plain, text, (size_t)(at - 1 - text));
        cx_buffer_putc(sink.plain, ' ');
        text = ++at;
    }
    cx_buffer_add(sink.plain, text, (size_t)(end - text));
}

/* Whether a phrase at [at, at + size) of @text is a sentence or a last clause
 * of its own. */
static bool
stands_alone(const char *text, size_t whole, size_t at, size_t size)
{
    size_t before = at, end = at + size;
    while (before > 0 && strchr(" \n(*_", text[before - 1]) != NULL)
        before--;
    while (end < whole && strchr(" )*_", text[end]) != NULL)
        end++;
    return (before == 0 || strchr(".;!?,", text[before - 1]) != NULL ||
            text[at - 1] == '(') &&
           (end == whole || strchr(".;!", text[end]) != NULL ||
            text[end - 1] == ')');
}

void
cx_set_access(struct cx_reader *reader, struct catex_record *record,
              uint32_t access, const char *phrase, size_t size, bool alone)
{
    if (record->access_note != NULL)
        return;
    record->access = access;
    record->origin.derived &= ~CATEX_BIT(CATEX_FIELD_ACCESS);
    if (!alone)
        record->origin.derived |= CATEX_BIT(CATEX_FIELD_ACCESS);
    record->access_note = cx_strndup(reader->arena, phrase, size);
}

void
cx_state_access(struct cx_reader *reader, struct catex_record *record,
                const char *text, size_t size)
{
    size_t at, length;
    uint32_t access = cx_access_in(text, size, &at, &length);
    if (access != 0)
        cx_set_access(reader, record, access, text + at, length, false);
}

/* Drops the comma that a clause was parted by; whether there was one. */
static bool
drop_comma(struct cx_buffer *text)
{
    size_t size = text->size;
    while (size > 0 && text->bytes[size - 1] == ' ')
        size--;
    if (size == 0 || strchr(",;", text->bytes[size - 1]) == NULL)
        return false;
    text->size = size - 1;
    return true;
}

/* Takes a condition of access out of a text; returns how many bytes of it
 * were used up, 0 if there is none or it is part of a sentence that stays. */
static size_t
take_access(struct cx_reader *reader, struct cx_open *open, struct sink sink,
            const struct cx_span *span, const char *text, size_t size)
{
    size_t at = 0, length = 0;
    uint32_t access = cx_access_in(text, size, &at, &length);
    if (access == 0)
        return 0;
    bool alone = stands_alone(text, size, at, length);
    cx_set_access(reader, &open->draft->public, access, text + at, length, alone);
    if (!alone)
        return 0;
    size_t before = at, end = at + length;
    if (before > 0 && text[before - 1] == '(' && end < size &&
        text[end] == ')') {
        before--;
        end++;
    }
    add_text(sink, span, text, before);
    bool clause = drop_comma(sink.plain);
    if (sink.md != NULL)
        drop_comma(sink.md);
    /* A sentence that goes on before it keeps its end. */
    while (!clause && end < size && strchr(".;!", text[end]) != NULL)
        end++;
    return end;
}

/* "Paper: Doe, J. On Owls. [DOI](…)": the role that the whole line is about. */
static bool
role_at_start(const struct cx_buffer *said, const char **ret, size_t *ret_size)
{
    size_t most = said->size < CX_LABEL_BYTES ? said->size : CX_LABEL_BYTES;
    size_t wide;
    const char *colon = cx_find_colon(said->bytes, most, &wide);
    *ret_size = colon == NULL ? 0 : (size_t)(colon - said->bytes);
    *ret = cx_trim(said->bytes, ret_size);
    return *ret_size > 0 && cx_is_role_text(*ret, *ret_size);
}

static void
add_prose_link(struct cx_reader *reader, struct cx_open *open,
               const struct cx_span *span, const struct cx_context *context)
{
    /* The label is what the sentence says right before the link. */
    const struct cx_buffer *said = &reader->line;
    const char *found;
    size_t size;
    const char *label = NULL;
    if (said->size > 0 &&
        (cx_label_at_end(said->bytes, said->size, &found, &size)
             ? !cx_is_text_column(found, size) || cx_is_role_text(found, size)
             : !cx_is_role_link(span) && role_at_start(said, &found, &size)))
        label = cx_strndup(reader->arena, found, size);
    struct catex_link *link =
        cx_entry_link(reader, open, span, label, context->roles);
    uint32_t roles = 0;
    if (link->roles == CATEX_ROLE_OTHER && link->label == NULL &&
        (span->style & CX_BARE || cx_is_filler(span->text, span->size)))
        roles = cx_roles_in_sentence(open->plain.bytes, open->plain.size);
    if (roles != 0)
        link->roles = roles;
}

bool
cx_is_role_link(const struct cx_span *span)
{
    size_t size = span->size;
    const char *text = cx_without_brackets(span->text, &size);
    return span->kind == CX_SPAN_LINK && !cx_is_anchor(span) &&
           cx_is_role_text(text, size);
}

/* A bare URL at the end of the line [from, to) that no sentence needs: "Pictures
 * of owls https://…". Returns where it stands, else @to. */
static size_t
trailing_url(const struct cx_spans *spans, size_t from, size_t to)
{
    size_t at = to;
    while (at > from && spans->at[at - 1].kind == CX_SPAN_TEXT &&
           cx_is_mark(spans->at[at - 1].text, spans->at[at - 1].size))
        at--;
    if (at < from + 2 || spans->at[at - 1].kind != CX_SPAN_LINK ||
        !(spans->at[at - 1].style & CX_BARE) ||
        cx_is_mail(spans->at[at - 1].url) ||
        spans->at[at - 2].kind != CX_SPAN_TEXT)
        return to;
    size_t size = spans->at[at - 2].size;
    const char *text = cx_trim(spans->at[at - 2].text, &size);
    bool word = size > 0 && (!cx_is_mark(text + size - 1, 1) ||
                             strchr(".;!?)", text[size - 1]) != NULL);
    return word && !cx_runs_into_link(text, size) ? at - 1 : to;
}

/* The run of links that are called by their role at the end of the line
 * [from, to): "… of molecules. [Paper](…), [Code](…)", or a URL. Returns where
 * it begins; @to if there is none, or if a sentence needs it. */
static size_t
trailing_links(const struct cx_spans *spans, size_t from, size_t to)
{
    size_t at = to, run = to;
    while (at > from) {
        const struct cx_span *span = &spans->at[at - 1];
        if (cx_is_role_link(span))
            run = at - 1;
        else if (span->kind != CX_SPAN_TEXT ||
                 !cx_is_separator(span->text, span->size))
            break;
        at--;
    }
    if (run == to)
        return trailing_url(spans, from, to);
    if (at == from)
        return run;
    const struct cx_span *before = &spans->at[at - 1];
    size_t size = before->size;
    const char *text = cx_trim(before->text, &size);
    bool ended = size > 0 && before->kind == CX_SPAN_TEXT &&
                 strchr(".;!?|([", text[size - 1]) != NULL;
    return ended ? run : to;
}

static void
add_span(struct cx_reader *reader, struct cx_open *open, struct sink sink,
         const struct cx_span *span, size_t skip,
         const struct cx_context *context)
{
    const char *text = span->text + skip;
    size_t size = span->size - skip;
    if (span->kind == CX_SPAN_LINK && !cx_is_anchor(span)) {
        if (open != NULL)
            add_prose_link(reader, open, span, context);
        if (open == NULL && !(span->style & CX_BARE)) {
            /* Prose has no list of links: the URL follows its text. */
            add_text(sink, span, text, size);
            put(sink, size > 0 ? " <" : "<");
            put(sink, span->url);
            put(sink, ">");
            if (span->hint != NULL && *span->hint != '\0') {
                put(sink, " (");
                put(sink, span->hint);
                put(sink, ")");
            }
            return;
        }
    }
    if (span->kind == CX_SPAN_TEXT && open != NULL) {
        size_t used = take_access(reader, open, sink, span, text, size);
        text += used;
        size -= used;
        if (used > 0 && size == 0) {
            cx_buffer_putc(&reader->line, FLAG);
            return;
        }
        size_t stop = size > 0 && ends_with(&reader->line, FLAG) &&
                      strchr(".,;!", *text) != NULL;
        text += stop;
        size -= stop;
    }
    /* What a flag was taken from is a sentence that has ended. */
    if (ends_with(&reader->line, FLAG))
        reader->line.bytes[reader->line.size - 1] = '.';
    cx_buffer_add(&reader->line, text, size);
    /* No label reaches back across a link. */
    if (span->kind == CX_SPAN_LINK)
        cx_buffer_putc(&reader->line, '|');
    add_text(sink, span, text, size);
}

static void
trim_end(struct cx_buffer *text)
{
    while (ends_with(text, ' ') || ends_with(text, '\t'))
        text->bytes[--text->size] = '\0';
}

/* The brackets that links stood in: "… of molecules ([Paper](…))". */
static void
trim_brackets(struct sink sink)
{
    struct cx_buffer *both[] = {sink.plain, sink.md};
    for (int i = 0; i < 2 && both[i] != NULL; i++) {
        struct cx_buffer *text = both[i];
        while (text->size > 0 &&
               strchr(" ([,|", text->bytes[text->size - 1]) != NULL) {
            bool bracket = ends_with(text, '[');
            text->bytes[--text->size] = '\0';
            if (bracket && ends_with(text, '\\'))
                text->bytes[--text->size] = '\0';
        }
    }
}

/* "Access: Contact authors." and "License: CC BY 4.0": what they say has a
 * field of its own. */
static bool
read_named_text(struct cx_reader *reader, struct cx_open *open, size_t from,
                size_t to, size_t skip)
{
    cx_gather(&reader->line, &reader->spans, from, to, skip);
    size_t wide;
    const char *text = reader->line.bytes;
    const char *colon = cx_find_colon(text, reader->line.size, &wide);
    if (colon == NULL || colon - text > CX_LABEL_BYTES)
        return false;
    size_t key_size = (size_t)(colon - text);
    const char *key = cx_trim(text, &key_size);
    size_t size = reader->line.size - (size_t)(colon + wide - text);
    const char *value = cx_trim(colon + wide, &size);
    if (size == 0 || !cx_is_role_text(key, key_size))
        return false;
    uint32_t roles = cx_roles_of(key, key_size), access;
    struct catex_record *record = &open->draft->public;
    size_t at, length;
    if (roles & CATEX_ROLE_ACCESS && record->access_note == NULL) {
        access = cx_access_in(value, size, &at, &length);
        record->access_note = cx_strndup(reader->arena, value, size);
        if (access != 0)
            record->access = access;
        return true;
    }
    if (roles == CATEX_ROLE_LICENCE && record->licence == NULL &&
        !cx_is_answer(value, size)) {
        record->licence = cx_new(reader->arena, struct catex_licence);
        record->licence->name = cx_strndup(reader->arena, value, size);
        return true;
    }
    return false;
}

void
cx_report_unplaced(struct cx_reader *reader, int line, const char *text,
                   size_t size)
{
    text = cx_trim(text, &size);
    /* The line that is named shows the rest of a long text. */
    size_t shown = cx_text_clip(text, size, 200);
    cx_report(reader->input, "unplaced", line, NULL, "%.*s%s", (int)shown,
              text, shown < size ? "…" : "");
}

void
cx_report_span(struct cx_reader *reader, const struct cx_span *span)
{
    size_t size = span->size;
    const char *text = cx_trim(span->text, &size);
    int shown = (int)cx_text_clip(text, size, 200);
    /* Pictures say nothing of a dataset but in its description. */
    if (span->kind == CX_SPAN_IMAGE && size == 0)
        cx_report(reader->input, "unplaced", span->line, NULL,
                  "what is shown from %s",
                  span->url == NULL ? "nowhere" : span->url);
    else if (span->kind == CX_SPAN_IMAGE || cx_is_badge(span))
        cx_report(reader->input, "unplaced", span->line, NULL,
                  "the picture «%.*s» %s", shown, text,
                  span->url == NULL ? "" : span->url);
    else if (span->kind == CX_SPAN_LINK)
        cx_report(reader->input, "unplaced", span->line, NULL,
                  "the link «%.*s» %s", shown, text, span->url);
    else if (!cx_is_mark(text, size))
        cx_report_unplaced(reader, span->line, text, size);
}

static void
read_prose(struct cx_reader *reader, struct cx_open *open, size_t from,
           size_t to, size_t skip, const struct cx_context *context)
{
    struct sink sink = sink_of(reader, open);
    cx_buffer_clear(&reader->line);
    cx_buffer_add(&reader->line, "", 0);
    for (; from < to; from++, skip = 0) {
        const struct cx_span *span = &reader->spans.at[from];
        if (span->kind == CX_SPAN_CELL || span->kind == CX_SPAN_ROW)
            put(sink, span->style & CX_TAG ? "" : " | ");
        else if (open == NULL &&
                 (cx_is_badge(span) || span->kind == CX_SPAN_IMAGE))
            cx_report_span(reader, span);
        else
            add_span(reader, open, sink, span, skip, context);
    }
}

static void
end_line(struct cx_reader *reader, struct cx_open *open, bool hard)
{
    struct sink sink = sink_of(reader, open);
    trim_end(sink.plain);
    if (sink.md != NULL)
        trim_end(sink.md);
    if (at_line_start(sink.plain))
        return;
    cx_buffer_putc(sink.plain, hard ? '\n' : ' ');
    if (sink.md != NULL)
        cx_buffer_puts(sink.md, hard ? "\\\n" : " ");
}

/* A line of nothing but emoji or dashes. */
static bool
is_ornament_line(const struct cx_spans *spans, size_t from, size_t to,
                 size_t skip)
{
    for (; from < to; from++, skip = 0) {
        const struct cx_span *span = &spans->at[from];
        if (span->kind != CX_SPAN_TEXT ||
            !cx_is_mark(span->text + skip, span->size - skip))
            return false;
    }
    return true;
}

/* Whether a sentence goes on with the link that begins the line at @from: "… to
 * be had⏎[here](…)". */
static bool
runs_on(const struct cx_spans *spans, const struct cx_open *open, size_t from)
{
    const struct cx_span *link = &spans->at[from];
    if (from == 0 || link->kind != CX_SPAN_LINK ||
        spans->at[from - 1].style & (CX_HARD | CX_TAG))
        return false;
    size_t size = open->plain.size;
    while (size > 0 && open->plain.bytes[size - 1] == ' ')
        size--;
    if (size == 0 || open->plain.bytes[size - 1] == '\n')
        return false;
    bool word = !cx_is_mark(open->plain.bytes + size - 1, 1);
    return (word && cx_is_filler(link->text, link->size)) ||
           cx_runs_into_link(open->plain.bytes, size);
}

/* Whether the line [from, end) is "Papers:" over a line of links: then their
 * label and role are in @ret. */
static bool
is_role_above(struct cx_reader *reader, size_t from, size_t end, size_t to,
              size_t skip, struct cx_context *ret)
{
    const struct cx_spans *spans = &reader->spans;
    if (end + 1 >= to || spans->at[end + 1].kind != CX_SPAN_LINK ||
        cx_next_link(spans, from, end) < end)
        return false;
    cx_gather(&reader->line, spans, from, end, skip);
    size_t size = reader->line.size;
    const char *text = cx_trim(reader->line.bytes, &size);
    size_t colon = cx_colon_at_end(text, size);
    if (colon == 0 || !cx_is_role_text(text, size -= colon))
        return false;
    ret->label = cx_strndup(reader->arena, text, size);
    ret->roles = cx_roles_of(text, size);
    size_t next = cx_line_end(spans, end + 1);
    return cx_is_link_line(spans, end + 1, next < to ? next : to, 0,
                           &reader->line);
}

void
cx_read_lines(struct cx_reader *reader, struct cx_open *open, size_t from,
              size_t to, size_t skip, const struct cx_context *context)
{
    const struct cx_spans *spans = &reader->spans;
    const struct cx_context *outer = context;
    struct cx_context named = *context; /* by the line above */
    while (from < to) {
        size_t end = cx_line_end(spans, from);
        if (end > to)
            end = to;
        if (open != NULL && is_role_above(reader, from, end, to, skip, &named)) {
            context = &named;
            from = end + 1;
            skip = 0;
            continue;
        }
        bool links = open != NULL &&
                     (context == &named || !runs_on(spans, open, from)) &&
                     cx_is_link_line(spans, from, end, skip, &reader->line);
        if (!links)
            context = outer;
        size_t run = !links && open != NULL ? trailing_links(spans, from, end)
                                            : end;
        if (is_ornament_line(spans, from, end, skip))
            ;
        else if (links)
            cx_read_link_line(reader, open, from, end, skip, context);
        else if (open == NULL || cx_next_link(spans, from, run) < run ||
                 !read_named_text(reader, open, from, end, skip))
            read_prose(reader, open, from, run, skip, context);
        if (run < end) {
            struct cx_context here = *context;
            if (here.roles == 0 && !open->own_links &&
                spans->at[run].style & CX_BARE)
                here.roles = CATEX_ROLE_LANDING;
            trim_brackets(sink_of(reader, open));
            cx_read_link_line(reader, open, run, end, 0, &here);
        }
        if (end < to && !links)
            end_line(reader, open, spans->at[end].style & CX_HARD);
        if (open != NULL && end > from)
            cx_entry_extend(open, spans->at[end - 1].line);
        from = end + 1;
        skip = 0;
    }
}

void
cx_end_paragraph(struct cx_reader *reader, struct cx_open *open)
{
    struct sink sink = sink_of(reader, open);
    struct cx_buffer *both[] = {sink.plain, sink.md};
    for (int i = 0; i < 2 && both[i] != NULL; i++) {
        struct cx_buffer *text = both[i];
        trim_end(text);
        if (text == sink.md && text->size >= 2 &&
            memcmp(text->bytes + text->size - 2, "\\\n", 2) == 0)
            text->size -= 2;
        while (ends_with(text, '\n'))
            text->size--;
        if (text->size > 0)
            cx_buffer_puts(text, "\n\n");
    }
}
