/* SPDX-License-Identifier: MIT */
/* Lines that are links with their labels. */
#include "load/lines.h"

#include <string.h>

#include "load/words.h"
#include "model/byte.h"

enum { LABEL_WORDS = 6 };

bool
cx_is_separator(const char *text, size_t size)
{
    text = cx_trim(text, &size);
    if (size == 0 || cx_is_mark(text, size))
        return true;
    static const char *const words[] = {"and", "or", "see", "See", "via", "at"};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (strlen(words[i]) == size && memcmp(text, words[i], size) == 0)
            return true;
    return false;
}

/* @size less a word that only points at the link: "Download: See". */
static size_t
without_pointer(const char *text, size_t size)
{
    static const char *const words[] = {"see", "via", "at", "from"};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        size_t length = strlen(words[i]);
        if (size > length + 1 && text[size - length - 1] == ' ' &&
            strncasecmp(text + size - length, words[i], length) == 0) {
            size_t left = size - length;
            cx_trim(text, &left);
            return left > 0 && text[left - 1] == ':' ? left : size;
        }
    }
    return size;
}

/* The bytes of the wide full stop, comma or the like at @text; 0: none. */
static size_t
wide_stop_at(const char *text, size_t size)
{
    static const char stops[] = "\xE3\x80\x82\xE3\x80\x81\xEF\xBC\x8C"
                                "\xEF\xBC\x9B\xEF\xBC\x81\xEF\xBC\x9F";
    for (size_t i = 0; i + 3 < sizeof stops && size >= 3; i += 3)
        if (memcmp(text, stops + i, 3) == 0)
            return 3;
    return 0;
}

/* The bytes of a separator that stands before a label; 0: none. */
static size_t
separator_at(const char *text, size_t size)
{
    return size > 0 && strchr("|,;/&+([])-", *text) != NULL
               ? 1 : wide_stop_at(text, size);
}

/* A full stop, but for one within a number: "V1.0". */
static bool
is_stop(const char *text, size_t at, size_t size)
{
    return text[at] == '.' && !(at > 0 && at + 1 < size &&
                                cx_byte_is(text[at - 1], CX_DIGIT) &&
                                cx_byte_is(text[at + 1], CX_DIGIT));
}

static bool
holds_stop(const char *text, size_t size)
{
    for (size_t at = 0; at < size; at++)
        if (is_stop(text, at, size) ||
            (size - at >= 3 && memcmp(text + at, "\xE3\x80\x82", 3) == 0))
            return true;
    return false;
}

/* The label that @text is, if all of it is one: a few words before a colon or
 * dash, or a role. Separators before it do not count. */
static bool
whole_label(const char *text, size_t size, const char **ret, size_t *ret_size)
{
    text = cx_trim(text, &size);
    size_t mark;
    while ((mark = separator_at(text, size)) > 0) {
        text += mark;
        size -= mark;
        text = cx_trim(text, &size);
    }
    if (size > 0 && text[size - 1] == ')' && memchr(text, '(', size) == NULL)
        size--; /* "(Data portal) URL" */
    size = without_pointer(text, size);
    bool led = false;
    for (;;) {
        size_t before = size;
        bool bracket = size > 0 && strchr("([", text[size - 1]) != NULL;
        if (bracket || (size > 0 && strchr(":-", text[size - 1]) != NULL))
            size--;
        else if (size >= 3 && (memcmp(text + size - 3, "\xEF\xBC\x9A", 3) == 0 ||
                               memcmp(text + size - 3, "\xE2\x80\x93", 3) == 0 ||
                               memcmp(text + size - 3, "\xE2\x80\x94", 3) == 0))
            size -= 3;
        if (size == before)
            break;
        led = led || !bracket;
        text = cx_trim(text, &size);
    }
    *ret = text;
    *ret_size = size;
    if (size == 0 || size > CX_LABEL_BYTES || holds_stop(text, size))
        return false;
    return (led && cx_are_few_words(text, size, LABEL_WORDS)) ||
           cx_is_role_text(text, size);
}

/* Whether a dash between blanks ends before @at. */
static bool
is_behind_dash(const char *text, size_t at)
{
    static const char *const dashes[] = {" - ", " -- ", " \xE2\x80\x93 ",
                                         " \xE2\x80\x94 "};
    for (size_t i = 0; i < sizeof dashes / sizeof dashes[0]; i++) {
        size_t size = strlen(dashes[i]);
        if (at >= size && memcmp(text + at - size, dashes[i], size) == 0)
            return true;
    }
    return false;
}

/* The label that @text ends with, in a sentence: the words before a closing
 * colon, back to the end of the clause before. */
bool
cx_label_at_end(const char *text, size_t size, const char **ret, size_t *ret_size)
{
    text = cx_trim(text, &size);
    size = without_pointer(text, size);
    size_t colon = cx_colon_at_end(text, size);
    if (colon == 0)
        return false;
    size -= colon;
    size_t from = size;
    while (from > 0 && strchr(",;|()[]!?", text[from - 1]) == NULL &&
           !is_stop(text, from - 1, size) && !is_behind_dash(text, from) &&
           (from < 3 || wide_stop_at(text + from - 3, 3) == 0))
        from--;
    size_t length = size - from;
    *ret = cx_trim(text + from, &length);
    *ret_size = length;
    return length > 0 && length <= CX_LABEL_BYTES &&
           cx_are_few_words(*ret, length, LABEL_WORDS);
}

/* The text of the spans [from, to) into @out. */
void
cx_gather(struct cx_buffer *out, const struct cx_spans *spans, size_t from,
       size_t to, size_t skip)
{
    cx_buffer_clear(out);
    cx_buffer_add(out, "", 0);
    for (; from < to; from++, skip = 0)
        cx_buffer_add(out, spans->at[from].text + skip,
                      spans->at[from].size - skip);
}

size_t
cx_next_link(const struct cx_spans *spans, size_t at, size_t end)
{
    while (at < end && spans->at[at].kind != CX_SPAN_LINK)
        at++;
    return at;
}

/* Whether [from, to), one line, is links, their labels and notes. */
bool
cx_is_link_line(const struct cx_spans *spans, size_t from, size_t to, size_t skip,
             struct cx_buffer *text)
{
    size_t at = from, link;
    bool labelled = false, of_text = false; /* "Description:" */
    const char *label;
    size_t size;
    if (cx_next_link(spans, from, to) == to)
        return false;
    while ((link = cx_next_link(spans, at, to)) < to) {
        cx_gather(text, spans, at, link, at == from ? skip : 0);
        bool is_label = whole_label(text->bytes, text->size, &label, &size);
        if (!is_label && !cx_is_separator(text->bytes, text->size))
            return false;
        labelled = labelled || is_label;
        of_text = of_text || (is_label && cx_is_text_column(label, size) &&
                              !cx_is_role_text(label, size));
        at = link + 1;
    }
    cx_gather(text, spans, at, to, 0);
    size = text->size;
    const char *tail = cx_trim(text->bytes, &size);
    if (size == 0 || cx_is_mark(tail, size))
        return true;
    return (labelled && !of_text) || *tail == '(' || *tail == '[';
}

enum { LONGEST_NOTE = 2000 }; /* bytes, to which no more is added */

static void
take_note(struct cx_reader *reader, struct catex_record *record,
          struct catex_link *link, const char *text, size_t size)
{
    text = cx_trim(text, &size);
    if (size == 0 || cx_is_mark(text, size))
        return;
    cx_state_access(reader, record, text, size);
    if (link->note == NULL)
        link->note = cx_strndup(reader->arena, text, size);
    else if (strlen(link->note) < LONGEST_NOTE)
        link->note = cx_printf(reader->arena, "%s %.*s", link->note, (int)size,
                               text);
    else
        cx_report_unplaced(reader, link->line, text, size);
}

/* "[One](URL) & [Two](URL)" is one link, which has two names. */
static void
note_other_name(struct cx_reader *reader, struct cx_open *open,
                struct catex_link *link, const struct cx_span *span)
{
    size_t size = span->size;
    const char *text = cx_trim(span->text, &size);
    const struct catex_record *record = &open->draft->public;
    const char *known[] = {link->title, link->label, record->title};
    if (span->style & CX_BARE || cx_is_role_text(text, size) ||
        cx_is_filler(text, size))
        return;
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++) {
        size_t length = known[i] == NULL ? size + 1 : strlen(known[i]);
        if (length > size ||
            memcmp(known[i], text + size - length, length) != 0)
            continue;
        /* But for signs before it, or its label and a colon. */
        size_t left = size - length;
        const char *before = cx_trim(text, &left);
        if (cx_is_mark(before, left) || cx_colon_at_end(before, left) > 0)
            return;
    }
    take_note(reader, &open->draft->public, link, text, size);
}

/* Whether "[Code](…)" says more than the "References" above it. */
static bool
says_more(const struct cx_span *link, const struct cx_context *above)
{
    const uint32_t general = CATEX_ROLE_REFERENCE | CATEX_ROLE_ACCESS |
                             CATEX_ROLE_LANDING;
    size_t size = link->size;
    const char *text = cx_trim(link->text, &size);
    return above->label != NULL && above->roles != 0 &&
           (above->roles & ~general) == 0 && !(link->style & CX_BARE) &&
           !cx_is_filler(above->label, strlen(above->label)) &&
           cx_is_role_text(text, size) && !cx_is_filler(text, size) &&
           !cx_is_place(text, size);
}

void
cx_read_link_line(struct cx_reader *reader, struct cx_open *open, size_t from,
               size_t to, size_t skip, const struct cx_context *context)
{
    const struct cx_spans *spans = &reader->spans;
    const char *label = context->label, *found;
    uint32_t roles = context->roles;
    struct catex_link *last = NULL;
    size_t at = from, link, size;
    while ((link = cx_next_link(spans, at, to)) < to) {
        cx_gather(&reader->line, spans, at, link, at == from ? skip : 0);
        if (whole_label(reader->line.bytes, reader->line.size, &found, &size))
            label = cx_strndup(reader->arena, found, size);
        bool first = !open->own_links;
        bool own = label == context->label &&
                   says_more(&spans->at[link], context);
        last = cx_entry_link(reader, open, &spans->at[link],
                             own ? NULL : label, roles);
        /* A URL alone, the first of its record, is where that is to be had. */
        if (first && label == NULL && last->roles == CATEX_ROLE_OTHER &&
            spans->at[link].style & CX_BARE &&
            !cx_is_mail(last->url))
            last->roles = CATEX_ROLE_LANDING;
        /* What a labelled link is called is a word about it, too. */
        if (last->label != NULL && last->note == NULL)
            last->note = last->title;
        note_other_name(reader, open, last, &spans->at[link]);
        at = link + 1;
    }
    cx_gather(&reader->line, spans, at, to, 0);
    take_note(reader, &open->draft->public, last, reader->line.bytes, reader->line.size);
}

/* A table's cell ends before its line does. */
static size_t
line_end(const struct cx_spans *spans, size_t from, size_t to)
{
    size_t end = cx_line_end(spans, from);
    return end < to ? end : to;
}

bool
cx_are_link_lines(struct cx_spans *spans, size_t from, size_t to)
{
    bool all = cx_next_link(spans, from, to) < to;
    while (all && from < to) {
        size_t end = line_end(spans, from, to);
        all = end == from || cx_is_link_line(spans, from, end, 0,
                                           &spans->aside);
        from = end + 1;
    }
    return all;
}

void
cx_read_link_lines(struct cx_reader *reader, struct cx_open *open, size_t from,
                   size_t to, const struct cx_context *context)
{
    while (from < to) {
        size_t end = line_end(&reader->spans, from, to);
        if (end > from)
            cx_read_link_line(reader, open, from, end, 0, context);
        from = end + 1;
    }
}
