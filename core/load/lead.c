/* SPDX-License-Identifier: MIT */
/* Reads the beginning of a paragraph or list item. */
#include "load/lead.h"

#include <string.h>

#include "load/words.h"
#include "model/text.h"

enum {
    TITLE_WORDS = 25, /* a longer bold line is a sentence */
    NAME_WORDS = 15,  /* longer words before a link are a sentence */
    FEW_WORDS = 8,
    FEW_BYTES = 90
};

size_t
cx_line_end(const struct cx_spans *spans, size_t at)
{
    while (at < spans->count && spans->at[at].kind != CX_SPAN_BREAK)
        at++;
    return at;
}

/* The bytes of a blank at @text: white space or a no-break space; 0: none. */
static size_t
blank_at(const char *text, size_t size)
{
    if (size > 0 && (*text == ' ' || *text == '\t' || *text == '\n'))
        return 1;
    return size >= 2 && memcmp(text, "\xC2\xA0", 2) == 0 ? 2 : 0;
}

const char *
cx_trim(const char *text, size_t *size)
{
    size_t n;
    while ((n = blank_at(text, *size)) > 0) {
        text += n;
        *size -= n;
    }
    for (;;) {
        if (*size >= 1 && blank_at(text + *size - 1, 1) > 0)
            *size -= 1;
        else if (*size >= 2 && blank_at(text + *size - 2, 2) == 2)
            *size -= 2;
        else
            return text;
    }
}

static bool
is_ascii_alnum(char c)
{
    return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z');
}

/* Pictographs and dingbats count as marks, letters of any script do not. */
static bool
is_mark_char(uint32_t c)
{
    return (c >= 0x80 && c < 0xC0 && c != 0xAA && c != 0xB5 && c != 0xBA) ||
           c == 0xD7 || c == 0xF7 || (c >= 0x2000 && c < 0x2070) ||
           (c >= 0x2190 && c < 0x2C00) || (c >= 0x3000 && c < 0x3004) ||
           (c >= 0x3008 && c < 0x3021) || (c >= 0xFE00 && c < 0xFE10) ||
           (c >= 0xFF01 && c < 0xFF10) || (c >= 0xFF1A && c < 0xFF21) ||
           (c >= 0x1F000 && c < 0x20000);
}

bool
cx_is_mark(const char *text, size_t size)
{
    size_t at = 0;
    while (at < size) {
        uint32_t c = 0;
        int n = cx_utf8_decode(text + at, size - at, &c);
        if (n <= 1 ? is_ascii_alnum(text[at]) : !is_mark_char(c))
            return false;
        at += n == 0 ? 1 : (size_t)n;
    }
    return true;
}

/* @text without the emoji at its ends, if anything is left. */
static const char *
without_signs(const char *text, size_t *size)
{
    size_t from = 0, to = *size;
    for (;;) {
        uint32_t c = 0;
        int n = from < to ? cx_utf8_decode(text + from, to - from, &c) : 0;
        if (n == 0 || !((c >= 0x2190 && is_mark_char(c)) ||
                        (from > 0 && c == ' ')))
            break;
        from += (size_t)n;
    }
    for (;;) {
        size_t at = to;
        while (at > from && (text[at - 1] & 0xC0) == 0x80)
            at--;
        uint32_t c = 0;
        if (at == from || cx_utf8_decode(text + at - 1, to - at + 1, &c) == 0 ||
            !((c >= 0x2190 && is_mark_char(c)) || (to < *size && c == ' ')))
            break;
        to = at - 1;
    }
    if (from == to)
        return text;
    *size = to - from;
    return text + from;
}

bool
cx_is_anchor(const struct cx_span *span)
{
    return span->kind == CX_SPAN_LINK && span->url[0] == '#';
}

bool
cx_is_badge(const struct cx_span *span)
{
    return span->kind == CX_SPAN_LINK && (span->style & CX_PICTURE) != 0;
}

/* ":fire: :tada:" */
static bool
are_shortcodes(const char *text, size_t size)
{
    size_t at = 0, codes = 0;
    while (at < size) {
        size_t n = 1;
        if (text[at] != ' ') {
            while (at + n < size && (is_ascii_alnum(text[at + n]) ||
                                     strchr("_+-", text[at + n]) != NULL))
                n++;
            if (text[at] != ':' || n < 2 || at + n == size ||
                text[at + n] != ':')
                return false;
            n++;
            codes++;
        }
        at += n;
    }
    return codes > 0;
}

/* What stands before a title and is no part of it: pictures, badges, emoji,
 * check boxes. */
static bool
is_ornament(const struct cx_span *span)
{
    size_t size = span->size;
    const char *text = cx_trim(span->text, &size);
    if (span->kind == CX_SPAN_TEXT && size == 3 &&
        (memcmp(text, "[x]", 3) == 0 || memcmp(text, "[X]", 3) == 0 ||
         memcmp(text, "[ ]", 3) == 0))
        return true;
    if (span->kind == CX_SPAN_IMAGE || cx_is_badge(span) ||
        (span->kind == CX_SPAN_TEXT && are_shortcodes(text, size)))
        return true;
    return span->kind == CX_SPAN_TEXT && cx_is_mark(span->text, span->size) &&
           memchr(span->text, '[', span->size) == NULL &&
           memchr(span->text, '(', span->size) == NULL;
}

static size_t
skip_ornaments(const struct cx_spans *spans, size_t at, size_t end)
{
    while (at < end && is_ornament(&spans->at[at]))
        at++;
    return at;
}

/* The text of spans [from, to), trimmed of blanks and of a separator at its
 * end; @ret_colon says whether that was a colon. */
static const char *
text_of(const struct cx_spans *spans, size_t from, size_t to,
        struct cx_arena *arena, size_t *ret_size, bool *ret_colon)
{
    size_t size = 0;
    for (size_t i = from; i < to; i++)
        size += spans->at[i].size;
    char *all = cx_strndup(arena, "", 0), *text = all;
    if (size > 0) {
        text = all = cx_alloc(arena, size + 1);
        for (size_t i = from; i < to; i++) {
            bool stop = spans->at[i].kind == CX_SPAN_BREAK;
            memcpy(text, stop ? " " : spans->at[i].text, spans->at[i].size);
            text += spans->at[i].size;
        }
    }
    const char *start = cx_trim(all, &size);
    *ret_colon = false;
    for (;;) {
        size_t before = size;
        if (size > 0 && strchr(":-|,(", start[size - 1]) != NULL) {
            *ret_colon = *ret_colon || start[size - 1] == ':';
            size--;
        } else if (size >= 3 &&
                   (memcmp(start + size - 3, "\xEF\xBC\x9A", 3) == 0 ||
                    memcmp(start + size - 3, "\xE2\x80\x93", 3) == 0 ||
                    memcmp(start + size - 3, "\xE2\x80\x94", 3) == 0)) {
            *ret_colon = *ret_colon || start[size - 1] == '\x9A';
            size -= 3;
        }
        if (size == before)
            break;
        start = cx_trim(start, &size);
    }
    *ret_size = size;
    return start;
}

/* A full stop, question or exclamation mark with a further word behind it. */
static bool
holds_sentences(const char *text, size_t size)
{
    size_t number = strspn(text, "0123456789."); /* "1. Name" is none */
    for (size_t i = number > 0 ? number : 1; i + 2 < size; i++)
        if (text[i + 1] == ' ' && strchr(".?!", text[i]) != NULL &&
            text[i + 2] >= 'A' && text[i + 2] <= 'Z' &&
            !(text[i - 1] >= 'A' && text[i - 1] <= 'Z'))
            return true;
    return false;
}

/* "2024.01.05", "2024-01". */
static bool
is_date(const char *text, size_t size)
{
    size_t digits = 0, parts = 0;
    for (size_t i = 0; i < size; i++) {
        if (text[i] >= '0' && text[i] <= '9')
            digits++;
        else if (strchr(".-/", text[i]) != NULL)
            parts++;
        else
            return false;
    }
    return digits >= 5 && digits <= 8 && parts > 0 && size >= 6 &&
           (memcmp(text, "19", 2) == 0 || memcmp(text, "20", 2) == 0);
}

static bool
is_title(const char *text, size_t size)
{
    return size > 0 && !cx_is_mark(text, size) && !is_date(text, size) &&
           !(text[0] == '[' && text[size - 1] == ']') &&
           cx_word_count(text, size) <= TITLE_WORDS &&
           !holds_sentences(text, size);
}

/* Whether only marks and pictures stand in [at, end). */
static bool
is_bare_to(const struct cx_spans *spans, size_t at, size_t end)
{
    return skip_ornaments(spans, at, end) == end;
}

static size_t
first_link(const struct cx_spans *spans, size_t at, size_t end)
{
    while (at < end && (spans->at[at].kind != CX_SPAN_LINK ||
                        cx_is_badge(&spans->at[at])))
        at++;
    return at;
}

static bool
is_strong(const struct cx_span *span)
{
    return (span->style & CX_STRONG) != 0 || span->style >= CX_HEADING;
}

/* "3. Name" counts its titles; the count is no part of them. */
static size_t
number_before(const char *text, size_t size)
{
    size_t at = 0;
    while (at < size && at < 3 && text[at] >= '0' && text[at] <= '9')
        at++;
    return at > 0 && at + 2 < size && (text[at] == '.' || text[at] == ')') &&
                   text[at + 1] == ' ' ? at + 2 : 0;
}

/* Whether a sentence that began in bold goes on at @at: "**Read this** before
 * you", "**it**, too". */
static bool
goes_on(const struct cx_spans *spans, size_t at, size_t end)
{
    if (at == end || spans->at[at].kind != CX_SPAN_TEXT)
        return false;
    const struct cx_span *span = &spans->at[at];
    size_t size = span->size;
    const char *text = cx_trim(span->text, &size);
    return size > 1 && *text == ',' && first_link(spans, at, end) == end;
}

static void
lead_of_strong(const struct cx_spans *spans, size_t end, struct cx_arena *arena,
               struct cx_lead *lead)
{
    size_t at = lead->first, link = first_link(spans, at, end);
    while (at < end && is_strong(&spans->at[at]))
        at++;
    size_t size;
    /* "**Access: URL**": what counts is the label within. */
    size_t title_end = link < at && link > lead->first ? link : at;
    lead->title = text_of(spans, lead->first, title_end, arena, &size,
                          &lead->colon);
    lead->body = title_end;
    size_t number = number_before(lead->title, size);
    lead->title += number;
    size -= number;
    lead->title = cx_strndup(arena, lead->title, size);
    lead->whole = is_bare_to(spans, at, end);
    bool colon_behind = at < end && spans->at[at].kind == CX_SPAN_TEXT &&
                        *spans->at[at].text == ':';
    lead->label = lead->colon;
    lead->colon = lead->colon || colon_behind;
    if (title_end == link && link < at && lead->colon)
        lead->kind = CX_LEAD_KEY;
    else if (!is_title(lead->title, size) ||
             (lead->title[size - 1] == '?' && link == end))
        lead->kind = CX_LEAD_PROSE;
    else if (cx_is_key(lead->title, size) && (lead->colon || lead->whole))
        lead->kind = CX_LEAD_KEY;
    else
        lead->kind = lead->whole                      ? CX_LEAD_STRONG
                     : goes_on(spans, at, end)        ? CX_LEAD_PROSE
                                                      : CX_LEAD_STRONG_RUN;
    if (lead->kind != CX_LEAD_KEY && link == lead->first)
        lead->body = link + 1 > at ? link + 1 : at;
}

static void
lead_of_link(const struct cx_spans *spans, size_t end, struct cx_arena *arena,
             struct cx_lead *lead)
{
    const struct cx_span *link = &spans->at[lead->first];
    size_t size = link->size;
    const char *text = cx_trim(link->text, &size);
    if (size > 2 && *text == '[' && text[size - 1] == ']') {
        text++;
        size -= 2;
    }
    text = without_signs(text, &size);
    lead->body = lead->first + 1;
    lead->whole = is_bare_to(spans, lead->body, end);
    lead->title = cx_strndup(arena, text, size);
    lead->place = cx_is_place(text, size);
    if (cx_is_anchor(link))
        lead->kind = CX_LEAD_ANCHOR;
    else if (link->style & CX_BARE)
        lead->kind = CX_LEAD_URL;
    else if (cx_is_role_text(text, size) || cx_is_filler(text, size) ||
             size == 0)
        lead->kind = CX_LEAD_ROLE;
    else
        lead->kind = CX_LEAD_LINK;
}

/* The length of a separator at @text, which must leave something behind it or
 * end the text; 0: there is none. */
static size_t
separator_at(const char *text, size_t size, bool *ret_colon)
{
    static const struct {
        const char *mark;
        bool colon;
    } marks[] = {{" - ", false},  {" \xE2\x80\x93 ", false},
                 {" -- ", false}, {" \xE2\x80\x94 ", false},
                 {": ", true},    {" : ", true},
                 {" | ", false},  {"\xEF\xBC\x9A", true},
                 {"; ", false},   {"\xE2\x80\x94\xE2\x80\x94", false}};
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
        size_t length = strlen(marks[i].mark);
        if (length <= size && memcmp(text, marks[i].mark, length) == 0) {
            *ret_colon = marks[i].colon;
            return length;
        }
    }
    return 0;
}

/* Where the first separator begins in @text, and its length. */
static size_t
separator_in(const char *text, size_t size, size_t *ret_at, bool *ret_colon)
{
    static const bool may_begin[256] = {[' '] = true,    [':'] = true,
                                        [';'] = true,    [0xE2] = true,
                                        [0xEF] = true};
    for (size_t at = 0; at < size; at++) {
        size_t length = may_begin[(unsigned char)text[at]] &&
                                (text[at] != ' ' || (at + 1 < size &&
                                 strchr("-:|\xE2", text[at + 1]) != NULL))
                            ? separator_at(text + at, size - at, ret_colon)
                            : 0;
        if (length > 0) {
            *ret_at = at;
            return length;
        }
    }
    *ret_at = size;
    return 0;
}

/* "Title - description" within the first text span. */
static bool
split_text(const struct cx_spans *spans, struct cx_arena *arena,
           struct cx_lead *lead)
{
    const struct cx_span *span = &spans->at[lead->first];
    size_t at;
    bool colon = false;
    size_t length = separator_in(span->text, span->size, &at, &colon);
    if (length == 0)
        return false;
    size_t size = at;
    const char *title = cx_trim(span->text, &size);
    if (!is_title(title, size) || cx_word_count(title, size) > NAME_WORDS)
        return false;
    lead->title = cx_strndup(arena, title, size);
    lead->body = lead->first;
    lead->skip = at + length;
    lead->colon = colon;
    lead->kind = colon && cx_is_key(title, size) ? CX_LEAD_KEY : CX_LEAD_TEXT;
    return true;
}

bool
cx_runs_into_link(const char *text, size_t size)
{
    static const char *const words[] = {
        "a", "an", "and", "are", "as", "at", "available", "be", "by", "click",
        "described", "download", "downloaded", "for", "found", "from", "go",
        "in", "is", "of", "on", "or", "out", "read", "see", "the", "this",
        "to", "use", "used", "using", "via", "visit", "was", "wget",
        "with", "your"};
    size_t from = size;
    while (from > 0 && strchr(" (,", text[from - 1]) == NULL)
        from--;
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (strlen(words[i]) == size - from &&
            strncasecmp(text + from, words[i], size - from) == 0)
            return true;
    return false;
}

/* Words and then a link: the words are a name or a key if they lead up to the
 * link, by a separator, a bracket, or a link text that says nothing. */
static void
lead_of_words_and_link(const struct cx_spans *spans, size_t link,
                       struct cx_arena *arena, struct cx_lead *lead)
{
    const struct cx_span *before = &spans->at[link - 1], *at = &spans->at[link];
    size_t size = before->size;
    const char *text = cx_trim(before->text, &size);
    bool led = size == 0 || strchr(":-|(,[", text[size - 1]) != NULL ||
               (size >= 3 &&
                (memcmp(text + size - 3, "\xEF\xBC\x9A", 3) == 0 ||
                 memcmp(text + size - 3, "\xE2\x80\x93", 3) == 0 ||
                 memcmp(text + size - 3, "\xE2\x80\x94", 3) == 0)) ||
               /* "GO [link](…)" may well be a name */
               (!(memchr(text, ' ', size) && cx_runs_into_link(text, size)) &&
                ((at->style & CX_BARE) || cx_is_filler(at->text, at->size) ||
                 cx_is_role_text(at->text, at->size)));
    size_t title_size;
    const char *title = text_of(spans, lead->first, link, arena, &title_size,
                                &lead->colon);
    while (title_size > 0 && strchr("[( ", title[title_size - 1]) != NULL)
        title_size--;
    bool name = led && is_title(title, title_size) &&
                cx_word_count(title, title_size) <= NAME_WORDS;
    if (name && cx_is_key(title, title_size)) {
        lead->kind = CX_LEAD_KEY;
    } else if (spans->at[lead->first].kind == CX_SPAN_TEXT &&
               separator_in(spans->at[lead->first].text,
                            spans->at[lead->first].size, &(size_t){0},
                            &(bool){false}) > 0 &&
               split_text(spans, arena, lead) &&
               !(link == lead->first + 1 &&
                 lead->skip >= spans->at[lead->first].size)) {
        return;
    } else {
        lead->kind = name ? CX_LEAD_TEXT_LINK : CX_LEAD_PROSE;
    }
    lead->title = cx_strndup(arena, title, title_size);
    lead->body = link;
    lead->skip = 0;
}

static void
lead_of_words(const struct cx_spans *spans, size_t end, struct cx_arena *arena,
              struct cx_lead *lead)
{
    size_t link = first_link(spans, lead->first, end);
    lead->body = lead->first;
    if (link < end) {
        lead_of_words_and_link(spans, link, arena, lead);
        return;
    }
    if (spans->at[lead->first].kind == CX_SPAN_TEXT &&
        split_text(spans, arena, lead))
        return;
    size_t size;
    /* A line that holds a link is text about the line above it. */
    size_t till = first_link(spans, end, spans->count) < spans->count
                      ? end : spans->count;
    const char *text = text_of(spans, lead->first, till, arena, &size,
                               &lead->colon);
    bool key = lead->colon && cx_is_key(text, size);
    bool few = size <= FEW_BYTES && cx_word_count(text, size) <= FEW_WORDS;
    lead->kind = key ? CX_LEAD_KEY : few ? CX_LEAD_WORDS : CX_LEAD_PROSE;
    if (key || few)
        lead->title = cx_strndup(arena, text, size);
    if (key)
        lead->body = end;
    else if (few) /* all of them are the title */
        lead->body = till;
}

struct cx_lead
cx_lead_of(const struct cx_spans *spans, const struct cx_keys *keys,
           struct cx_arena *arena)
{
    struct cx_lead lead = {.kind = CX_LEAD_NONE};
    size_t end = 0;
    /* The first line that has more than pictures. */
    do {
        lead.first = end;
        end = cx_line_end(spans, end);
        lead.first = skip_ornaments(spans, lead.first, end);
        if (lead.first < end)
            break;
        end++;
    } while (end < spans->count);
    if (end >= spans->count && lead.first >= spans->count)
        return lead;
    if (lead.first >= end || spans->at[lead.first].kind == CX_SPAN_BREAK)
        return lead;
    lead.link = first_link(spans, lead.first, end) < end;
    const struct cx_span *span = &spans->at[lead.first];
    if (is_strong(span))
        lead_of_strong(spans, end, arena, &lead);
    else if (span->kind == CX_SPAN_LINK)
        lead_of_link(spans, end, arena, &lead);
    else
        lead_of_words(spans, end, arena, &lead);
    /* What begins several lines with a colon is a key, known or not. */
    bool may_be_key = lead.kind == CX_LEAD_STRONG ||
                      lead.kind == CX_LEAD_STRONG_RUN ||
                      lead.kind == CX_LEAD_TEXT_LINK ||
                      lead.kind == CX_LEAD_TEXT;
    if (may_be_key && lead.colon && lead.title != NULL &&
        cx_keys_know(keys, lead.title))
        lead.kind = CX_LEAD_KEY;
    return lead;
}
