/* SPDX-License-Identifier: MIT */
/* Reads the beginning of a paragraph or list item. */
#include "load/lead.h"

#include <string.h>

#include <catex/text.h>

#include "load/cite.h"
#include "load/words.h"
#include "model/byte.h"
#include "model/text.h"

enum {
    NAME_WORDS = 15,  /* longer words before a link are a sentence */
    NAME_BYTES = 250,
    FEW_WORDS = 10,
    FEW_BYTES = 90
};

size_t
cx_line_end(const struct cx_spans *spans, size_t at)
{
    while (at < spans->count && spans->at[at].kind != CX_SPAN_BREAK)
        at++;
    return at;
}

size_t
cx_next_term(const struct cx_spans *spans, size_t at)
{
    do
        at++;
    while (at < spans->count && !(spans->at[at].style & CX_LABEL &&
                                  !(spans->at[at - 1].style & CX_LABEL)));
    return at;
}

struct cx_spans
cx_line_at(const struct cx_spans *spans, size_t at)
{
    struct cx_spans line = *spans;
    line.at += at;
    line.count = cx_line_end(spans, at) - at;
    return line;
}

bool
cx_is_mail(const char *url)
{
    return catex_url_scheme(url) == CATEX_SCHEME_MAIL;
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

/* The text of spans [from, to), trimmed of blanks and of a separator at its
 * end; @ret_colon says whether that was a colon. */
static const char *
text_of(const struct cx_spans *spans, size_t from, size_t to,
        struct cx_arena *arena, size_t *ret_size, bool *ret_colon)
{
    size_t size = 0;
    for (size_t i = from; i < to; i++)
        size += spans->at[i].size;
    char *all = cx_alloc(arena, size + 1), *text = all;
    if (size > 0) {
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
        } else if (cx_ends_in_wide_mark(start, size)) {
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

/* Whether only marks and pictures stand in [at, end). */
static bool
is_bare_to(const struct cx_spans *spans, size_t at, size_t end)
{
    return cx_skip_ornaments(spans, at, end) == end;
}

static size_t
first_link(const struct cx_spans *spans, size_t at, size_t end)
{
    while (at < end && (spans->at[at].kind != CX_SPAN_LINK ||
                        cx_is_badge(&spans->at[at]) ||
                        cx_is_mail(spans->at[at].url)))
        at++;
    return at;
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
    if (size < 2 || *text != ',')
        return false;
    size--;
    text = cx_trim(text + 1, &size); /* "**Logs**, 1803–1861" is none */
    return size > 0 && !cx_byte_is(*text, CX_DIGIT) &&
           first_link(spans, at, end) == end;
}

static void
lead_of_strong(const struct cx_spans *spans, size_t end, struct cx_arena *arena,
               struct cx_lead *lead)
{
    size_t at = lead->first, link = first_link(spans, at, end);
    while (at < end && cx_is_strong(&spans->at[at]))
        at++;
    size_t size;
    /* "**Access: URL**": what counts is the label within. */
    size_t title_end = link < at && link > lead->first ? link : at;
    lead->title = text_of(spans, lead->first, title_end, arena, &size,
                          &lead->colon);
    lead->body = title_end;
    size_t number = cx_number_before(lead->title, size);
    lead->title += number;
    size -= number;
    lead->title = cx_strndup(arena, lead->title, size);
    lead->whole = is_bare_to(spans, at, end);
    bool colon_behind = at < end && cx_begins_with_colon(&spans->at[at]);
    /* "**Location-** woods" */
    const struct cx_span *last = &spans->at[title_end - (title_end > 0)];
    if (!lead->colon && cx_ends_in_dash(last) && cx_is_key(lead->title, size))
        lead->colon = true;
    lead->label = lead->colon;
    lead->colon = lead->colon || colon_behind;
    if (title_end == link && link < at && lead->colon)
        lead->kind = CX_LEAD_KEY;
    else if (!cx_is_title(lead->title, size) ||
             (lead->title[size - 1] == '?' && link == end) ||
             (lead->title[size - 1] == '.' && !lead->whole &&
              !cx_are_few_words(lead->title, size, NAME_WORDS)))
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
    const char *text = cx_without_brackets(link->text, &size);
    text = cx_without_shortcodes(text, &size);
    text = cx_without_signs(text, &size);
    /* "[Name:](URL) It is.", but not ":owl:" */
    size_t colon = cx_colon_at_end(text, size);
    if (colon < size && (colon != 1 || *text != ':')) {
        size -= colon;
        text = cx_trim(text, &size);
    }
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

/* "Title - description" within the text spans that the line begins with, of
 * which some may be emphasized. */
static bool
split_text(const struct cx_spans *spans, size_t end, struct cx_arena *arena,
           struct cx_lead *lead)
{
    size_t at = 0, length = 0, whole = 0, body = lead->first;
    bool colon = false;
    for (; body < end && spans->at[body].kind == CX_SPAN_TEXT; body++) {
        const struct cx_span *span = &spans->at[body];
        length = cx_separator_in(span->text, span->size, &at, &colon);
        whole += length == 0 ? span->size : at;
        if (length > 0 || whole > NAME_BYTES)
            break;
    }
    if (length == 0)
        return false;
    char *all = cx_alloc(arena, whole + 1), *to = all;
    for (size_t i = lead->first; i < body; i++)
        to = mempcpy(to, spans->at[i].text, spans->at[i].size);
    memcpy(to, spans->at[body].text, at);
    const char *title = cx_trim(all, &whole);
    if (!cx_is_title(title, whole) || cx_is_year(title, whole) ||
        !cx_are_few_words(title, whole, NAME_WORDS))
        return false;
    lead->title = cx_strndup(arena, title, whole);
    lead->body = body;
    lead->skip = at + length;
    lead->colon = colon;
    lead->kind = colon && cx_is_key(title, whole) ? CX_LEAD_KEY : CX_LEAD_TEXT;
    return true;
}

/* "`name` - description", with a link in it: else it tells of a column. */
static bool
split_behind_code(const struct cx_spans *spans, size_t end,
                  struct cx_arena *arena, struct cx_lead *lead)
{
    const struct cx_span *name = &spans->at[lead->first], *behind = name + 1;
    bool colon = false;
    if (name->kind != CX_SPAN_CODE || lead->first + 1 >= end ||
        first_link(spans, lead->first, end) == end ||
        behind->kind != CX_SPAN_TEXT || !cx_is_title(name->text, name->size))
        return false;
    size_t length = cx_separator_at(behind->text, behind->size, &colon);
    if (length == 0 || length == behind->size ||
        (colon && cx_is_key(name->text, name->size)))
        return false;
    lead->kind = CX_LEAD_TEXT;
    lead->title = cx_strndup(arena, name->text, name->size);
    lead->body = lead->first + 1;
    lead->skip = length;
    lead->colon = colon;
    return true;
}

/* Whether a sentence goes on with the link behind @text; "GO [link](…)" may well
 * be a name, and "Download" a key. */
static bool
runs_into(const char *text, size_t size)
{
    return cx_runs_into_link(text, size) &&
           (memchr(text, ' ', size) != NULL ||
            (cx_byte_is(text[size - 1], CX_LOWER | CX_WIDE) &&
             !cx_is_key(text, size)));
}

/* "[Name] … [link](…)" */
static bool
lead_of_bracket(const struct cx_spans *spans, size_t end,
                struct cx_arena *arena, struct cx_lead *lead)
{
    struct cx_span name;
    size_t body, skip;
    if (first_link(spans, lead->first, spans->count) == spans->count ||
        !cx_is_bracketed(spans, lead->first, end, &name, &body, &skip))
        return false;
    size_t size = name.size;
    const char *text = cx_trim(name.text, &size);
    if (size < 2 || !cx_is_title(text, size) || cx_is_role_text(text, size))
        return false;
    size_t left = spans->at[body].size - skip;
    cx_trim(spans->at[body].text + skip, &left);
    bool linked = left == 0 && body + 1 < end &&
                  spans->at[body + 1].kind == CX_SPAN_LINK;
    lead->kind = linked ? CX_LEAD_TEXT_LINK : CX_LEAD_TEXT;
    lead->title = cx_strndup(arena, text, size);
    lead->body = linked ? body + 1 : body;
    lead->skip = linked ? 0 : skip;
    return true;
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
               cx_ends_in_wide_mark(text, size) ||
               (!runs_into(text, size) &&
                ((at->style & CX_BARE) || cx_is_filler(at->text, at->size) ||
                 cx_is_role_text(at->text, at->size)));
    size_t title_size;
    const char *title = text_of(spans, lead->first, link, arena, &title_size,
                                &lead->colon);
    /* "Nicholas Paige, [“Owls at Night.”](URL)" */
    bool quoted = size > 0 && strchr(".,", text[size - 1]) != NULL &&
                  cx_is_quoted(at);
    if (title_size > 0 && (quoted || cx_is_cited(at, title, title_size) ||
                           cx_is_month(title, title_size))) {
        title_size = at->size;
        title = cx_trim(at->text, &title_size);
        lead->kind = CX_LEAD_LINK;
        lead->title = cx_strndup(arena, title, title_size);
        lead->first = link;
        lead->body = link + 1;
        lead->skip = 0;
        lead->said_before = true;
        return;
    }
    while (title_size > 0 && strchr("[( ", title[title_size - 1]) != NULL)
        title_size--;
    bool name = led && cx_is_title(title, title_size) &&
                cx_are_few_words(title, title_size, NAME_WORDS);
    if (name && cx_is_key(title, title_size)) {
        lead->kind = CX_LEAD_KEY;
    } else if (!led && !(at->style & CX_BARE) && cx_is_kind_of(title, title_size)) {
        title = text_of(spans, lead->first, link + 1, arena, &title_size,
                        &lead->colon);
        lead->kind = cx_is_title(title, title_size) ? CX_LEAD_TEXT_LINK
                                                    : CX_LEAD_PROSE;
    } else if (split_text(spans, link, arena, lead) &&
               !(link == lead->body + 1 &&
                 lead->skip >= spans->at[lead->body].size)) {
        return;
    } else {
        lead->kind = name ? CX_LEAD_TEXT_LINK : CX_LEAD_PROSE;
    }
    lead->title = cx_strndup(arena, title, title_size);
    lead->body = link;
    lead->skip = 0;
}

/* What is cited has its title in quotation marks; all of it is the text. */
static bool
lead_of_citation(const struct cx_spans *spans, size_t end,
                 struct cx_arena *arena, struct cx_lead *lead)
{
    const struct cx_span *span = &spans->at[lead->first];
    size_t size;
    bool colon;
    if (span->kind != CX_SPAN_TEXT || !cx_has_quote(span->text, span->size))
        return false;
    const char *text = text_of(spans, lead->first,
                               first_link(spans, lead->first, end), arena,
                               &size, &colon);
    text = cx_cited_title(text, &size);
    if (text == NULL)
        return false;
    lead->kind = CX_LEAD_TEXT;
    lead->title = cx_strndup(arena, text, size);
    return true;
}

static void
lead_of_words(const struct cx_spans *spans, size_t end, struct cx_arena *arena,
              struct cx_lead *lead)
{
    size_t link = first_link(spans, lead->first, end);
    lead->body = lead->first;
    if (lead_of_citation(spans, end, arena, lead) ||
        split_behind_code(spans, end, arena, lead) ||
        lead_of_bracket(spans, end, arena, lead))
        return;
    if (link < end) {
        lead_of_words_and_link(spans, link, arena, lead);
        return;
    }
    if (split_text(spans, end, arena, lead))
        return;
    size_t size, badge = lead->first;
    while (badge < end && spans->at[badge].kind != CX_SPAN_LINK)
        badge++;
    /* A line that holds a link is text about the line above it. */
    size_t till = badge < end                            ? badge
                  : first_link(spans, end, spans->count) < spans->count
                      ? end : spans->count;
    const char *text = text_of(spans, lead->first, till, arena, &size,
                               &lead->colon);
    bool key = lead->colon && cx_is_key(text, size);
    /* "A longer name (of 2017):" over a line that begins with its link, or
     * behind tags. */
    bool name = lead->said_before ||
                (lead->colon && till == end && end + 1 < spans->count &&
                 spans->at[end + 1].kind == CX_SPAN_LINK);
    size_t bytes = name ? NAME_BYTES : FEW_BYTES;
    size_t words = name ? NAME_WORDS : FEW_WORDS;
    bool few = size <= bytes && cx_are_few_words(text, size, words) &&
               !cx_is_and_so_on(text, size);
    lead->kind = key ? CX_LEAD_KEY : few ? CX_LEAD_WORDS : CX_LEAD_PROSE;
    if (key || few)
        lead->title = cx_strndup(arena, text, size);
    if (key)
        lead->body = badge;
    else if (few) /* all of them are the title */
        lead->body = till;
}

/* A line's name without its number: "2.Name", too, which is no list item. */
static const char *
without_count(const char *name)
{
    size_t digits = strspn(name, "0123456789");
    if (digits > 0 && digits < 4 && name[digits] == '.' &&
        cx_byte_is(name[digits + 1], CX_LETTER))
        return name + digits + 1;
    return cx_without_number(name);
}

/* The first link or picture in [at, end), or @end. */
static size_t
words_end(const struct cx_spans *spans, size_t at, size_t end)
{
    while (at < end && spans->at[at].kind != CX_SPAN_LINK &&
           spans->at[at].kind != CX_SPAN_IMAGE)
        at++;
    return at;
}

/* Whether [at, end) is nothing but bare URLs, and there are any. */
static bool
are_urls(const struct cx_spans *spans, size_t at, size_t end)
{
    bool urls = at < end;
    for (; urls && at < end; at++)
        urls = spans->at[at].kind == CX_SPAN_BREAK ||
               (spans->at[at].style & CX_BARE) != 0 ||
               cx_is_mark(spans->at[at].text, spans->at[at].size);
    return urls;
}

bool
cx_lead_above(const struct cx_spans *spans, bool alone,
              struct cx_arena *arena, struct cx_lead *lead)
{
    size_t end = cx_line_end(spans, lead->first), size;
    /* "Name: what it is" is split already. */
    if (lead->kind == CX_LEAD_TEXT && !alone && !lead->link)
        return end + 1 < spans->count && are_urls(spans, end + 1, spans->count);
    if (lead->link ||
        (lead->kind != CX_LEAD_WORDS && lead->kind != CX_LEAD_PROSE))
        return false;
    bool colon, bare = end + 1 < spans->count &&
                       spans->at[end + 1].kind == CX_SPAN_LINK &&
                       spans->at[end + 1].style & CX_BARE;
    size_t whole = 0;
    for (size_t at = lead->first; at < end; at++)
        whole += spans->at[at].size;
    if (whole > NAME_BYTES || words_end(spans, lead->first, end) < end ||
        (alone ? end < spans->count : !bare))
        return false;
    const char *title =
        text_of(spans, lead->first, end, arena, &size, &colon);
    if (!cx_is_title(title, size) ||
        !cx_are_few_words(title, size, NAME_WORDS) ||
        strchr(".!?;", title[size - 1]) != NULL)
        return false;
    lead->kind = CX_LEAD_TEXT;
    lead->title = without_count(cx_strndup(arena, title, size));
    lead->body = alone ? end : end + 1;
    lead->skip = 0;
    return true;
}

bool
cx_lead_called(const struct cx_spans *spans, struct cx_arena *arena,
               struct cx_lead *lead)
{
    size_t end = cx_line_end(spans, lead->first), size;
    bool colon;
    if (lead->kind != CX_LEAD_KEY || lead->link || !lead->colon ||
        end >= spans->count || lead->title == NULL ||
        !cx_is_name_key(lead->title, strlen(lead->title)))
        return false;
    end = words_end(spans, lead->first, end);
    const char *line = text_of(spans, lead->first, end, arena, &size, &colon);
    size_t sign;
    const char *value = cx_find_colon(line, size, &sign);
    if (value == NULL)
        return false;
    value += sign;
    size -= (size_t)(value - line);
    value = cx_trim(value, &size);
    if (!cx_is_title(value, size))
        return false;
    lead->kind = CX_LEAD_TEXT;
    lead->title = cx_strndup(arena, value, size);
    lead->body = end;
    lead->skip = 0;
    return true;
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
        lead.first = cx_skip_ornaments(spans, lead.first, end);
        if (lead.first < end)
            break;
        end++;
    } while (end < spans->count);
    if (end >= spans->count && lead.first >= spans->count)
        return lead;
    if (lead.first >= end || spans->at[lead.first].kind == CX_SPAN_BREAK)
        return lead;
    size_t title = cx_skip_tags(spans, lead.first, end);
    lead.said_before = title > lead.first;
    lead.first = title;
    lead.link = first_link(spans, lead.first, end) < end;
    const struct cx_span *span = &spans->at[lead.first];
    if (cx_is_strong(span) && !cx_is_anchor(span))
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
    if (lead.kind == CX_LEAD_LINK &&
        cx_keys_know_label(keys, lead.title, strlen(lead.title)))
        lead.kind = CX_LEAD_ROLE;
    return lead;
}
