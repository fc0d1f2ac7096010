/* SPDX-License-Identifier: MIT */
/* Reports what of a list went nowhere. */
#include "load/reader.h"

#include <string.h>

#include "model/byte.h"
#include "model/index.h"
#include "model/text.h"

enum { LONGEST = 999 }; /* bytes of a link's label, by CommonMark */

/* "[label]: address" at a line's start, or behind what makes items and
 * quotations; cmark uses such lines up. */
struct reference {
    const char *label, *address;
    size_t label_size, address_size;
};

/* Makes items and quotations, or stands before them. */
static bool
is_marker(char c)
{
    return strchr(" \t>-*+0123456789.)", c) != NULL;
}

/* An address alone, or with a title in quotation marks or parentheses behind
 * it: "[Alpha]: It is" defines nothing. */
static bool
is_address(const char *text, size_t size)
{
    size_t at = 0;
    while (at < size && text[at] != ' ' && text[at] != '\t')
        at++;
    while (at < size && (text[at] == ' ' || text[at] == '\t'))
        at++;
    return size > 0 && (at == size || strchr("\"'(", text[at]) != NULL);
}

static bool
is_reference(const char *line, size_t size, struct reference *ret)
{
    size_t at = 0;
    while (at < size && is_marker(line[at]))
        at++;
    if (at == size || line[at] != '[')
        return false;
    const char *end = line + size, *label = line + at + 1;
    const char *close = memmem(label, (size_t)(end - label), "]:", 2);
    if (close == NULL || close - label > LONGEST)
        return false;
    *ret = (struct reference){label, close + 2, (size_t)(close - label),
                              (size_t)(end - close - 2)};
    ret->address = cx_trim(ret->address, &ret->address_size);
    return is_address(ret->address, ret->address_size);
}

/* A label as labels are compared: small letters, single blanks. */
static const char *
key_of(struct cx_buffer *key, const char *label, size_t size)
{
    cx_buffer_clear(key);
    cx_buffer_add(key, "", 0);
    for (size_t i = 0; i < size; i++) {
        bool blank = strchr(" \t\n", label[i]) != NULL;
        if (!blank)
            cx_buffer_putc(key, cx_lower(label[i]));
        else if (key->size > 0 && key->bytes[key->size - 1] != ' ')
            cx_buffer_putc(key, ' ');
    }
    while (key->size > 0 && key->bytes[key->size - 1] == ' ')
        key->bytes[--key->size] = '\0';
    return key->bytes;
}

/* Whether what stands in brackets from @at to @close refers to nothing: it is a
 * label that is defined there, or the words of a link. */
static bool
refers_to_nothing(const char *text, const char *at, const char *close,
                  const char *end, const char **address_end)
{
    if (end - close > 1 && close[1] == '(') {
        /* Where the last address ended, this one may end as well. */
        const char *at_end = *address_end;
        if (at_end < close + 2)
            at_end = close + 2;
        while (at_end < end && strchr(" \n)", *at_end) == NULL)
            at_end++;
        *address_end = at_end;
        return at_end < end && *at_end == ')';
    }
    if (end - close < 2 || close[1] != ':')
        return false;
    while (at > text && is_marker(at[-1]))
        at--;
    if (at > text && at[-1] != '\n')
        return false;
    const char *address = close + 2,
               *stop = memchr(address, '\n', (size_t)(end - address));
    size_t size = (size_t)((stop == NULL ? end : stop) - address);
    address = cx_trim(address, &size);
    return is_address(address, size);
}

/* Notes all that stands in brackets and may refer to a definition. */
static void
note_used(struct cx_reader *reader, const struct cx_buffer *text,
          struct cx_index *used)
{
    const char *at = text->bytes, *end = at + text->size, *open = NULL;
    const char *address_end = at;
    for (; at < end; at++) {
        if (*at == '\\') {
            at++;
        } else if (*at == '[') {
            open = at;
        } else if (*at == ']' && open != NULL) {
            const char *label = open + 1;
            open = NULL;
            if (at - label >= LONGEST ||
                refers_to_nothing(text->bytes, label - 1, at, end,
                                  &address_end))
                continue;
            const char *key =
                key_of(&reader->line, label, (size_t)(at - label));
            if (cx_index_get(used, key) == NULL)
                *cx_index_at(used, cx_strdup(used->arena, key)) = used;
        }
    }
}

/* What nothing refers to is not seen by a reader of the list. "[//]: #" is how
 * some write a comment; and of letters of other scripts, cmark alone knows
 * which are the same. */
static void
report_unused(struct cx_reader *reader, const struct cx_buffer *text,
              struct cx_index *used, const struct reference *reference,
              int line)
{
    size_t size = reference->address_size;
    if (size == 0 || *reference->address == '#' ||
        !cx_is_ascii(reference->label, reference->label_size) ||
        (size > 1 && memcmp(reference->address, "<>", 2) == 0))
        return;
    if (used->arena == NULL) { /* few lists come here */
        used->arena = &reader->scratch;
        note_used(reader, text, used);
    }
    const char *key =
        key_of(&reader->line, reference->label, reference->label_size);
    if (cx_index_get(used, key) == NULL)
        cx_report(reader->input, "unplaced", line, NULL,
                  "nothing refers to «[%.*s]: %.*s»; to make it a link, write "
                  "the address in parentheses",
                  (int)reference->label_size, reference->label,
                  (int)reference->address_size, reference->address);
}

static void
report_lines(struct cx_reader *reader, const struct cx_buffer *text)
{
    const char *at = text->bytes, *end = at + text->size;
    struct cx_index used = {.arena = NULL};
    struct reference reference;
    for (int line = 1; line <= reader->lines && at < end; line++) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        size_t size = (size_t)((stop == NULL ? end : stop) - at), left = size;
        const char *said = cx_trim(at, &left);
        bool field = reader->use[line] == CX_FIELD || left == 0;
        if (!field && is_reference(at, size, &reference))
            report_unused(reader, text, &used, &reference, line);
        else if (!field && reader->use[line] == CX_UNPLACED)
            cx_report_unplaced(reader, line, said, left);
        at = stop == NULL ? end : stop + 1;
    }
}

/* "[Paper]()": cx_settle() drops such links. That of a title has made an
 * entry. */
static void
report_empty_links(struct cx_reader *reader)
{
    const struct catex_record *record = reader->catalog->public.records;
    for (; record != NULL; record = record->next)
        for (const struct catex_link *link = record->links; link != NULL;
             link = link->next) {
            const char *said = link->label != NULL   ? link->label
                               : link->title != NULL ? link->title
                                                     : record->title;
            if (link->url[0] == '\0')
                cx_report(reader->input, "unplaced", link->line, NULL,
                          "the link «%s» has no URL", said);
        }
}

void
cx_report_rest(struct cx_reader *reader, const struct cx_buffer *text)
{
    report_lines(reader, text);
    report_empty_links(reader);
}
