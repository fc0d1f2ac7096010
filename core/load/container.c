/* SPDX-License-Identifier: MIT */
/* Containers that Markdown does not know, as site generators have them: tabs and
 * admonitions over indented text (MkDocs), call-outs in quotations (GitHub,
 * Obsidian), fences of colons (Docusaurus, Quarto), definitions (Pandoc). */
#include <string.h>

#include "load/fence.h"
#include "load/prepare.h"
#include "model/byte.h"
#include "model/text.h"

enum { INDENT = 4, NESTED = 3 };

enum kind { NONE, TAB, TITLED, ASIDE, QUOTED };

/* A line that opens one, and its title. */
struct opening {
    enum kind kind;
    const char *title;
    size_t size;
};

/* Whether a container's kind is one for matter of its own, not for remarks. */
static bool
is_example(const char *at, const char *end)
{
    size_t size = 0;
    while (at + size < end && cx_byte_is(at[size], CX_LETTER))
        size++;
    return cx_is_among(at, size, "example abstract summary data dataset");
}

static struct opening
opening_at(struct cx_line line, size_t indent)
{
    struct opening found = {NONE, "", 0};
    const char *at = line.at + indent, *end = line.at + line.size;
    if (end - at < 5 || (*at != '=' && *at != '!' && *at != '?') ||
        at[1] != *at || at[2] != *at)
        return found;
    const char *first = memchr(at, '"', (size_t)(end - at));
    const char *last = memrchr(at, '"', (size_t)(end - at));
    bool tab = *at == '=';
    at += 3;
    at += at < end && (*at == '+' || *at == '!');
    if (at == end || *at != ' ' || (tab && first == last) ||
        (!tab && !cx_byte_is(at[1], CX_LETTER)))
        return found;
    bool titled = first != last && is_example(at + 1, end);
    found.kind = tab ? TAB : titled ? TITLED : ASIDE;
    if (first != last) {
        found.title = first + 1;
        found.size = (size_t)(last - first - 1);
    }
    return found;
}

/* Whether what follows @line is set in by as much as the text of a container
 * that stands at @indent. */
static bool
is_over_text(struct cx_line line, size_t indent, const char *end)
{
    do {
        if (line.next == NULL)
            return false;
        line = cx_line_of(line.next, end);
    } while (cx_is_blank_line(line));
    return cx_indent_of(line) >= indent + INDENT;
}

/* The bytes of "> [!NOTE]" that are a mark, from @ret_at on; 0: there is none.
 */
static size_t
callout_at(struct cx_line line, size_t indent, size_t *ret_at)
{
    size_t at = indent;
    while (at < line.size && (line.at[at] == '>' || line.at[at] == ' '))
        at++;
    *ret_at = at;
    if (at == indent || line.size - at < 4 || line.at[at] != '[' ||
        line.at[at + 1] != '!')
        return 0;
    size_t to = at + 2;
    while (to < line.size && (cx_byte_is(line.at[to], CX_ALNUM) ||
                              line.at[to] == '-'))
        to++;
    if (to == line.size || line.at[to] != ']' || to == at + 2)
        return 0;
    to++;
    to += to < line.size && (line.at[to] == '+' || line.at[to] == '-');
    return to - at;
}

/* The bytes of ":::note", "::: {.tip title="Mind"}" before what it is called. */
static size_t
colons_at(struct cx_line line)
{
    static const char called[] = "title=\"";
    size_t at = 0;
    while (at < line.size && line.at[at] == ':')
        at++;
    if (at < 3)
        return 0;
    while (at < line.size && line.at[at] == ' ')
        at++;
    if (at < line.size && line.at[at] == '{') {
        const char *title = memmem(line.at + at, line.size - at, called,
                                   sizeof called - 1);
        return title == NULL ? line.size
                             : (size_t)(title - line.at) + sizeof called - 1;
    }
    while (at < line.size && (cx_byte_is(line.at[at], CX_ALNUM) ||
                              line.at[at] == '-'))
        at++;
    return at == line.size || line.at[at] == ' ' ? at : 0;
}

/* ":   What it is" below a term, as in a definition list. */
static bool
is_definition(struct cx_line line)
{
    return line.size > 2 && line.at[0] == ':' && line.at[1] == ' ' &&
           cx_indent_of((struct cx_line){line.at + 1, line.size - 1, NULL}) < 5;
}

/* Whether @line is a term: words right above what they are. */
static bool
is_term(struct cx_line line, const char *end)
{
    return line.size > 0 && line.next != NULL &&
           (cx_byte_is(line.at[0], CX_ALNUM | CX_WIDE) ||
            strchr("`[", line.at[0]) != NULL) &&
           is_definition(cx_line_of(line.next, end));
}

static void
put(struct cx_buffer *out, const char *before, const char *text, size_t size,
    const char *behind)
{
    cx_buffer_puts(out, before);
    cx_buffer_add(out, text, size);
    cx_buffer_puts(out, behind);
}

/* What is behind the first @size bytes of @line, and a blank. */
static struct cx_line
behind(struct cx_line line, size_t size)
{
    while (size < line.size && line.at[size] == ' ')
        size++;
    return (struct cx_line){line.at + size, line.size - size, NULL};
}

/* A quotation's line without its mark. */
static struct cx_line
unquoted(struct cx_line line, size_t indent)
{
    indent += indent < line.size;
    indent += indent < line.size && line.at[indent] == ' ';
    line.at += indent;
    line.size -= indent;
    return line;
}

/* Writes @line as it is without the container's marks; true if it had one. */
static bool
open_line(struct cx_buffer *out, struct cx_line line, const char *end,
          struct opening *ret)
{
    size_t indent = cx_indent_of(line), at;
    *ret = opening_at(line, indent);
    if (ret->kind != NONE && !is_over_text(line, indent, end))
        ret->kind = NONE;
    size_t mark = callout_at(line, indent, &at);
    struct cx_line title = behind(line, mark > 0 ? at + mark : line.size);
    size_t colons = is_definition(line) ? 1 : colons_at(line);
    bool term = is_term(line, end);
    if (ret->kind != NONE) {
        cx_buffer_add(out, line.at, indent);
        /* A summary is a label, but is HTML up to a blank line. */
        bool label = ret->kind == TAB &&
                     cx_is_blank_line(cx_line_of(line.next, end));
        put(out, label ? "<summary>" : ret->kind == ASIDE ? "> " : "**",
            ret->title, ret->size,
            label ? "</summary>" : ret->kind == ASIDE ? "" : "**");
    } else if (title.size > 0 &&
               is_example(line.at + at + 2, line.at + line.size)) {
        ret->kind = QUOTED;
        put(out, "**", title.at, title.size, "**");
    } else if (mark > 0) {
        cx_buffer_add(out, line.at, at);
        cx_buffer_add(out, line.at + at + mark, line.size - at - mark);
    } else if (term) {
        while (line.size > 0 && line.at[line.size - 1] == ' ')
            line.size--;
        put(out, "**", line.at, line.size, "**");
    } else {
        struct cx_line rest = behind(line, colons);
        const char *quote = colons > 1 && line.at[colons - 1] == '"'
                                ? memchr(rest.at, '"', rest.size) : NULL;
        if (colons == 0)
            rest = line;
        cx_buffer_add(out, rest.at,
                      quote != NULL ? (size_t)(quote - rest.at) : rest.size);
    }
    return ret->kind != NONE || mark > 0 || colons > 0 || term;
}

/* Opens the outermost containers; true if there are any. */
static bool
open_all(struct cx_prepared *ret)
{
    const char *at = ret->text.bytes, *end = at + ret->text.size;
    struct opening inside = {NONE, "", 0};
    size_t indent = 0;
    struct cx_fence fence = {.sign = '\0'};
    bool found = false;
    struct cx_line line = cx_line_of(at, end);
    for (;; line = cx_line_of(line.next, end)) {
        bool blank = cx_is_blank_line(line);
        size_t in = cx_indent_of(line);
        cx_follow_fence(line, &fence);
        if (inside.kind == QUOTED ? in != indent || blank || line.at[in] != '>'
                                  : !blank && in < indent + INDENT)
            inside.kind = NONE;
        if (inside.kind == QUOTED) {
            struct cx_line rest = unquoted(line, indent);
            cx_buffer_add(&ret->marked, rest.at, rest.size);
        } else if (inside.kind != NONE && !blank) {
            put(&ret->marked, "", line.at, indent, "");
            put(&ret->marked, inside.kind == ASIDE ? "> " : "",
                line.at + indent + INDENT, line.size - indent - INDENT, "");
        } else if (inside.kind == NONE && fence.sign == '\0') {
            indent = in;
            found |= open_line(&ret->marked, line, end, &inside);
        } else {
            cx_buffer_add(&ret->marked, line.at, line.size);
        }
        if (line.next == NULL)
            break;
        cx_buffer_putc(&ret->marked, '\n');
    }
    if (found)
        cx_take_marked(ret, end);
    else
        cx_buffer_clear(&ret->marked);
    return found;
}

/* Whether there can be one at all: a line that begins as one does. */
static bool
may_hold(const struct cx_buffer *text)
{
    const char *end = text->bytes + text->size;
    struct cx_line line = cx_line_of(text->bytes, end);
    for (;; line = cx_line_of(line.next, end)) {
        size_t in = cx_indent_of(line), at;
        char c = in < line.size ? line.at[in] : '\0';
        if (c == ':' || (c == '>' && callout_at(line, in, &at) > 0) ||
            opening_at(line, in).kind != NONE)
            return true;
        if (line.next == NULL)
            return false;
    }
}

void
cx_open_containers(struct cx_prepared *prepared)
{
    for (int i = 0; i < NESTED && may_hold(&prepared->text); i++)
        if (!open_all(prepared))
            return;
}
