/* SPDX-License-Identifier: MIT */
/* Makes a text that cmark reads as its author meant it: valid characters, no
 * front matter, tables with their borders marked. */
#include "load/prepare.h"

#include <stdbool.h>
#include <string.h>

#include "load/autolink.h"
#include "load/line.h"
#include "model/byte.h"
#include "model/text.h"

static int
refuse(const struct cx_input *input, int line, const char *why,
       struct catex_error *error)
{
    return catex_error_set(error, CATEX_ERR_INPUT, input->name, line, "%s",
                           why);
}

static int
line_of(const char *text, const char *at)
{
    int line = 1;
    for (; text < at; text++)
        line += *text == '\n';
    return line;
}

/* Where the first character stands that is replaced, not only a line end. */
static size_t
first_bad(const char *bytes, size_t size)
{
    size_t at = cx_text_valid(bytes, size);
    while (at < size && bytes[at] == '\r') {
        at++;
        at += cx_text_valid(bytes + at, size - at);
    }
    return at;
}

static int
clean(const struct cx_input *input, struct cx_buffer *text,
      struct catex_error *error)
{
    const char *bytes = input->bytes;
    size_t size = input->size;
    if (size >= 2 && (memcmp(bytes, "\xFF\xFE", 2) == 0 ||
                      memcmp(bytes, "\xFE\xFF", 2) == 0))
        return refuse(input, 1, "is UTF-16; save it as UTF-8", error);
    const char *nul = size == 0 ? NULL : memchr(bytes, '\0', size);
    if (nul != NULL)
        return refuse(input, line_of(bytes, nul),
                      "has a zero byte, so it is not a text; name a Markdown "
                      "or catex JSON file",
                      error);
    if (size >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) {
        bytes += 3;
        size -= 3;
    }
    if (cx_text_clean(text, bytes, size) > 0)
        cx_report(input, "replaced-character",
                  line_of(bytes, bytes + first_bad(bytes, size)), NULL,
                  "bytes that are no valid UTF-8 text, from here on, were "
                  "replaced by U+FFFD; save the list as UTF-8");
    return CATEX_OK;
}

/* GFM 4.10: dashes with optional colons, parted by pipes; at least one pipe,
 * so that it is not a setext underline or a thematic break. */
static bool
is_delimiter_row(struct cx_line line)
{
    bool dash = false, pipe = false;
    size_t i = 0;
    /* A table may stand in a quotation or list item. */
    while (i < line.size && strchr(" \t>", line.at[i]) != NULL)
        i++;
    for (; i < line.size; i++) {
        char c = line.at[i];
        if (c == '-')
            dash = true;
        else if (c == '|')
            pipe = true;
        else if (c != ':' && c != ' ' && c != '\t')
            return false;
    }
    return dash && pipe;
}

static size_t
count_pipes(struct cx_line line)
{
    size_t pipes = 0;
    for (size_t i = 0; i < line.size; i++)
        pipes += line.at[i] == '|' && (i == 0 || line.at[i - 1] != '\\');
    return pipes;
}

static size_t
count_backticks(struct cx_line line, size_t at)
{
    size_t n = at;
    while (n < line.size && line.at[n] == '`')
        n++;
    return n - at;
}

/* The end of the code that begins at @at, or of the backticks there if nothing
 * closes them. So long a row of them that it is never closed is no code. */
static size_t
code_end(struct cx_line line, size_t at)
{
    enum { LONGEST = 8 };
    size_t opening = count_backticks(line, at), behind = at + opening;
    if (opening > LONGEST)
        return behind;
    for (size_t i = behind; i < line.size;) {
        size_t closing = count_backticks(line, i);
        i += closing == 0 ? 1 : closing;
        if (closing == opening)
            return i;
    }
    return behind;
}

/* A pipe is a border unless a backslash or code says that it is none. */
static void
add_row(struct cx_buffer *out, struct cx_line line)
{
    size_t from = 0, code = 0; /* where the code ends, if there is any */
    for (size_t i = 0; i < line.size; i++) {
        if (line.at[i] == '`' && i >= code)
            code = code_end(line, i);
        bool escaped = i > 0 && line.at[i - 1] == '\\';
        if (line.at[i] != '|' || (i < code && !escaped))
            continue;
        cx_buffer_add(out, line.at + from, i - from - escaped);
        cx_buffer_puts(out, escaped ? "|" : " " CX_CELL " ");
        from = i + 1;
    }
    cx_buffer_add(out, line.at + from, line.size - from);
}

static void
add_line(struct cx_buffer *out, struct cx_line line, bool row)
{
    if (row)
        add_row(out, line);
    else
        cx_buffer_add(out, line.at, line.size);
    if (line.next != NULL)
        cx_buffer_putc(out, '\n');
}

void
cx_take_marked(struct cx_prepared *ret, const char *rest)
{
    const char *end = ret->text.bytes + ret->text.size;
    if (rest == ret->text.bytes)
        return; /* nothing has been marked */
    cx_buffer_add(&ret->marked, rest, (size_t)(end - rest));
    cx_buffer_done(&ret->text);
    ret->text = ret->marked;
    ret->marked = (struct cx_buffer){.arena = ret->text.arena};
}

/* Rewrites the rows of each table: a header, a delimiter row with no more
 * columns than it, and all lines up to a blank one. */
static void
mark_tables(struct cx_prepared *ret)
{
    const char *at = ret->text.bytes, *end = at + ret->text.size;
    char fence = '\0';
    bool inside = false;
    struct cx_line line = cx_line_of(at, end);
    for (;;) {
        cx_follow_fence(line, &fence);
        if (inside && (cx_is_blank_line(line) || fence != '\0'))
            inside = false;
        if (!inside && fence == '\0' && line.next != NULL &&
            count_pipes(line) > 0)
            inside = is_delimiter_row(cx_line_of(line.next, end));
        add_line(&ret->marked, line, inside);
        if (line.next == NULL)
            break;
        line = cx_line_of(line.next, end);
    }
    cx_take_marked(ret, end);
}

static bool
may_hold_table(const struct cx_buffer *text)
{
    const char *at = text->bytes, *end = at + text->size;
    while ((at = memchr(at, '|', (size_t)(end - at))) != NULL) {
        const char *start = at;
        while (start > text->bytes && start[-1] != '\n')
            start--;
        struct cx_line line = cx_line_of(start, end);
        if (is_delimiter_row(line))
            return true;
        if (line.next == NULL)
            return false;
        at = line.next;
    }
    return false;
}

/* ---- bare URLs ---- */

/* As ispunct(), in any locale. */
static bool
is_punctuation(char c)
{
    return c > ' ' && c < 0x7F && !(c >= '0' && c <= '9') &&
           !((c | 32) >= 'a' && (c | 32) <= 'z');
}

/* Whether cmark, which knows no bare URLs, could take the character at @i for
 * emphasis. */
static bool
may_emphasize(const char *url, size_t size, size_t i)
{
    if (url[i] == '*')
        return true;
    return url[i] == '_' && (i == 0 || i + 1 == size ||
                             is_punctuation(url[i - 1]) ||
                             is_punctuation(url[i + 1]));
}

/* The length of a bare URL less what belongs to the Markdown around it. */
static size_t
url_alone(const char *url, size_t size)
{
    long open = 0;
    for (size_t i = 0; i < size; i++) {
        open += url[i] == '(' ? 1 : url[i] == ')' ? -1 : 0;
        if (open < 0 || strchr("[]\"'`<>|\\", url[i]) != NULL)
            return i;
    }
    return size;
}

/* Whether the URL of @size at @at stands in "[Name] (URL)", where the author
 * meant a link; "[1] (URL)", "[x] (URL)" and "[^1] (URL)" may mean anything. */
static bool
is_spaced_link(const char *text, size_t at, size_t size, size_t whole)
{
    if (at < 6 || memcmp(text + at - 3, "] (", 3) != 0 || at + size == whole ||
        text[at + size] != ')')
        return false;
    size_t end = at - 3, from = end, letters = 0;
    while (from > 0 && text[from - 1] != '[' && text[from - 1] != ']')
        letters += cx_byte_is(text[--from], CX_LETTER | CX_WIDE);
    return letters > 1 && from > 0 && text[from - 1] == '[' &&
           text[from] != '^';
}

/* What is behind the last closing parenthesis of @text. */
static const char *
behind_last_closed(const char *text, size_t size)
{
    const char *close = memrchr(text, ')', size);
    return close == NULL ? text : close + 1;
}

/* Text of a line outside of code, with a backslash before each character that
 * would make a part of a bare URL emphasis (GFM 6.9: the URL comes first),
 * without the blank that keeps "[Name] (URL)" from being a link, and with the
 * parenthesis that "[Name](URL" wants. */
static void
add_guarded(struct cx_buffer *out, const char *text, size_t size)
{
    const char *open = behind_last_closed(text, size);
    struct cx_autolink found;
    size_t from = 0, at = 0;
    while (cx_autolink_find(text, size, at, &found)) {
        const char *url = text + found.at;
        char before = found.at == 0 ? ' ' : url[-1];
        size_t length = url_alone(url, found.size);
        /* Not from where the URL alone ends: a line of URLs without a blank
         * would be looked through again for each. */
        at = found.at + found.size;
        if (strchr("<\"'=", before) != NULL)
            continue; /* cmark reads it as a URL itself */
        if (is_spaced_link(text, found.at, length, size)) {
            cx_buffer_add(out, text + from, found.at - 2 - from);
            from = found.at - 1;
        }
        for (size_t i = 0; i < length; i++) {
            if (!may_emphasize(url, length, i))
                continue;
            cx_buffer_add(out, text + from, found.at + i - from);
            cx_buffer_putc(out, '\\');
            from = found.at + i;
        }
        if (url >= open + 2 && memcmp(url - 2, "](", 2) == 0) {
            cx_buffer_add(out, text + from, found.at + length - from);
            cx_buffer_putc(out, ')');
            from = found.at + length;
        }
    }
    cx_buffer_add(out, text + from, size - from);
}

static bool
may_need_mending(struct cx_line line)
{
    if (memchr(line.at, ']', line.size) != NULL) {
        const char *open = behind_last_closed(line.at, line.size);
        if (memmem(line.at, line.size, "] (", 3) != NULL ||
            memmem(open, (size_t)(line.at + line.size - open), "](http", 6) !=
                NULL)
            return true;
    }
    return cx_autolink_may_be_in(line.at, line.size) &&
           (memchr(line.at, '*', line.size) != NULL ||
            memchr(line.at, '_', line.size) != NULL);
}

static void
guard_line(struct cx_buffer *out, struct cx_line line)
{
    size_t from = 0;
    for (size_t i = 0; i < line.size; i++) {
        size_t end = line.at[i] == '`' ? code_end(line, i) : i;
        if (end == i)
            continue;
        add_guarded(out, line.at + from, i - from);
        cx_buffer_add(out, line.at + i, end - i);
        from = end;
        i = end - 1;
    }
    add_guarded(out, line.at + from, line.size - from);
}

/* The number signs of a heading whose author left out the blank behind them,
 * as Markdown once allowed, or 0. A single one may be that of a hash tag. */
static size_t
unspaced_heading(struct cx_line line)
{
    size_t n = 0;
    while (n < line.size && line.at[n] == '#')
        n++;
    bool link = n < line.size && line.at[n] == '[' &&
                memmem(line.at, line.size, "](", 2) != NULL;
    return n > 1 && n < 7 && n < line.size && line.at[n] != ' ' &&
           line.at[n] != '\t' && (link || !is_punctuation(line.at[n])) ? n : 0;
}

/* A bullet whose author left out the blank between it and a link, or bold words
 * behind a dash, or 0. A star with another is emphasis. */
static size_t
unspaced_item(struct cx_line line, size_t indent)
{
    const char *at = line.at + indent, *end = line.at + line.size;
    if (end - at < 6 || strchr("-*+", *at) == NULL)
        return 0;
    bool link = at[1] == '[' &&
                memmem(at, (size_t)(end - at), "](", 2) != NULL &&
                (*at != '*' || memchr(at + 1, '*', (size_t)(end - at - 1)) ==
                                   NULL);
    bool bold = *at == '-' && at[1] == '*' && at[2] == '*' &&
                memmem(at + 3, (size_t)(end - at - 3), "**", 2) != NULL;
    return link || bold ? indent + 1 : 0;
}

/* Guards the URLs of all lines but those that are, or may be, code or HTML, in
 * which a backslash would stand as itself; makes links and headings of what
 * has a blank too many, or too few. */
static void
mend_lines(struct cx_prepared *ret)
{
    const char *from = ret->text.bytes, *end = from + ret->text.size;
    struct cx_line line = cx_line_of(from, end);
    char fence = '\0';
    bool html = false, after_blank = true;
    for (;;) {
        size_t indent = cx_indent_of(line);
        bool blank = indent == line.size;
        cx_follow_fence(line, &fence);
        html = !blank && (html || line.at[indent] == '<');
        bool code = fence != '\0' || (after_blank && indent >= 4);
        struct cx_line rest = line;
        size_t mark = html || code ? 0 : unspaced_heading(line);
        if (mark == 0 && !html && !code)
            mark = unspaced_item(line, indent);
        if (mark > 0) {
            rest.at += mark;
            rest.size -= mark;
            cx_buffer_add(&ret->marked, from, (size_t)(rest.at - from));
            cx_buffer_putc(&ret->marked, ' ');
            from = rest.at;
        }
        if (!html && !code && may_need_mending(rest)) {
            cx_buffer_add(&ret->marked, from, (size_t)(rest.at - from));
            guard_line(&ret->marked, rest);
            from = rest.at + rest.size;
        }
        after_blank = blank || (after_blank && indent >= 4);
        ret->lines++;
        if (line.next == NULL)
            break;
        line = cx_line_of(line.next, end);
    }
    cx_take_marked(ret, from);
}

int
cx_prepare(const struct cx_input *input, struct cx_arena *arena,
           struct cx_prepared *ret, struct catex_error *error)
{
    int status = clean(input, &ret->text, error);
    if (status != CATEX_OK)
        return status;
    if (input->own != NULL) {
        cx_free(*input->own);
        *input->own = NULL;
    }
    cx_buffer_add(&ret->text, "", 0); /* bytes is never NULL from here on */
    cx_take_front_matter(ret, arena);
    cx_blank_attributes(ret);
    cx_join_tables(ret);
    if (may_hold_table(&ret->text))
        mark_tables(ret);
    mend_lines(ret);
    return CATEX_OK;
}
