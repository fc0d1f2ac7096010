/* SPDX-License-Identifier: MIT */
/* Mends lines in which Markdown would not see what their author meant: bare
 * URLs, and slips at links, bullets and headings. */
#include <stdbool.h>
#include <string.h>

#include "load/autolink.h"
#include "load/fence.h"
#include "load/prepare.h"
#include "model/byte.h"

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
 * parenthesis that "[Name](URL" wants; whether there was such a slip. */
static bool
add_guarded(struct cx_buffer *out, const char *text, size_t size)
{
    const char *open = behind_last_closed(text, size);
    struct cx_autolink found;
    size_t from = 0, at = 0;
    bool slip = false;
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
            slip = true;
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
            slip = true;
        }
    }
    cx_buffer_add(out, text + from, size - from);
    return slip;
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

static bool
guard_line(struct cx_buffer *out, struct cx_line line)
{
    bool slip = false;
    size_t from = 0;
    for (size_t i = 0; i < line.size; i++) {
        size_t end = line.at[i] == '`' ? cx_code_end(line, i) : i;
        if (end == i)
            continue;
        slip = add_guarded(out, line.at + from, i - from) || slip;
        cx_buffer_add(out, line.at + i, end - i);
        from = end;
        i = end - 1;
    }
    return add_guarded(out, line.at + from, line.size - from) || slip;
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

/* Where the text of a heading that is HTML and alone in its line begins, and
 * its size; 0: it is none. As Markdown it ends no later than its line. One that
 * is centred, as titles are, stays as it is. */
static size_t
html_heading(struct cx_line line, size_t indent, size_t *ret_size)
{
    const char *at = line.at + indent, *end = line.at + line.size;
    while (end > at && (end[-1] == ' ' || end[-1] == '\t'))
        end--;
    if (end - at < 10 || *at != '<' || (at[1] | 32) != 'h' || at[2] < '1' ||
        at[2] > '6' || (at[3] != '>' && at[3] != ' ') || end[-1] != '>' ||
        end[-2] != at[2] || (end[-3] | 32) != 'h' || end[-4] != '/' ||
        end[-5] != '<')
        return 0;
    const char *text = memchr(at, '>', (size_t)(end - at));
    if (text + 1 > end - 5 ||
        memmem(at, (size_t)(text - at), "center", 6) != NULL)
        return 0;
    *ret_size = (size_t)(end - 5 - text) - 1;
    return (size_t)(text + 1 - line.at);
}

/* A heading in Markdown, of which the level is a digit. */
static void
add_heading(struct cx_buffer *out, char level, const char *text, size_t size)
{
    for (; level > '0'; level--)
        cx_buffer_putc(out, '#');
    cx_buffer_putc(out, ' ');
    cx_buffer_add(out, text, size);
}

void
cx_mend_lines(const struct cx_input *input, struct cx_prepared *ret)
{
    const char *from = ret->text.bytes, *end = from + ret->text.size;
    struct cx_line line = cx_line_of(from, end);
    struct cx_fence fence = {.sign = '\0'};
    int opened = 0; /* the line of the last fence or comment */
    bool html = false, after_blank = true;
    for (;;) {
        size_t indent = cx_indent_of(line);
        bool blank = indent == line.size, open = fence.sign != '\0';
        cx_follow_fence(line, &fence);
        if (!open && fence.sign != '\0')
            opened = ret->lines + 1;
        bool code = fence.sign != '\0' || (after_blank && indent >= 4);
        struct cx_line rest = line;
        size_t size, heading = blank || html || code
                                   ? 0 : html_heading(line, indent, &size);
        if (heading > 0) {
            cx_buffer_add(&ret->marked, from, (size_t)(line.at - from));
            add_heading(&ret->marked, line.at[indent + 2], line.at + heading,
                        size);
            from = line.at + line.size;
            rest.at = from;
            rest.size = 0;
        }
        html = !blank && heading == 0 && (html || line.at[indent] == '<');
        size_t mark = html || code ? 0 : unspaced_heading(line);
        if (mark == 0 && !html && !code)
            mark = unspaced_item(line, indent);
        if (mark > 0) {
            rest.at += mark;
            rest.size -= mark;
            cx_buffer_add(&ret->marked, from, (size_t)(rest.at - from));
            cx_buffer_putc(&ret->marked, ' ');
            from = rest.at;
            cx_report(input, "mended", ret->lines + 1, NULL,
                      "no blank stands behind the sign that begins the line; "
                      "Markdown wants one");
        }
        if (!html && !code && may_need_mending(rest)) {
            cx_buffer_add(&ret->marked, from, (size_t)(rest.at - from));
            if (guard_line(&ret->marked, rest))
                cx_report(input, "mended", ret->lines + 1, NULL,
                          "a link has a blank before its address, or wants "
                          "the parenthesis behind it; write [words](address)");
            from = rest.at + rest.size;
        }
        after_blank = blank || (after_blank && indent >= 4);
        ret->lines++;
        if (line.next == NULL)
            break;
        line = cx_line_of(line.next, end);
    }
    if (fence.sign == '!')
        ret->open_comment = opened;
    else if (fence.sign != '\0')
        ret->open_fence = opened;
    cx_take_marked(ret, from);
}
