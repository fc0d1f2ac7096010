/* SPDX-License-Identifier: MIT */
/* What other programs read in a Markdown text as instructions, not as text:
 * front matter, and attributes in braces. */
#include <string.h>

#include "load/fence.h"
#include "load/prepare.h"

/* A copy of the value of a "key: value" line, in TOML "key = value", without its
 * quotes, if it has that key and a value. */
static void
take_value(struct cx_line line, const char *key, struct cx_arena *arena,
           const char **ret)
{
    size_t size = strlen(key);
    if (line.size <= size || memcmp(line.at, key, size) != 0)
        return;
    const char *at = line.at + size, *end = line.at + line.size;
    while (at < end && *at == ' ')
        at++;
    if (at == end || (*at != ':' && *at != '='))
        return;
    at++;
    while (at < end && (*at == ' ' || *at == '\t'))
        at++;
    while (end > at && (end[-1] == ' ' || end[-1] == '\t'))
        end--;
    if (end - at >= 2 && (*at == '"' || *at == '\'') && end[-1] == *at) {
        at++;
        end--;
    }
    if (end > at)
        *ret = cx_strndup(arena, at, (size_t)(end - at));
}

/* YAML between two lines "---" at the very start, or TOML between two "+++".
 * Its lines are blanked. */
void
cx_take_front_matter(struct cx_prepared *ret, struct cx_arena *arena)
{
    char *text = ret->text.bytes;
    const char *end = text + ret->text.size;
    struct cx_line line = cx_line_of(text, end);
    bool toml = cx_line_is(line, "+++");
    if ((!toml && !cx_line_is(line, "---")) || line.next == NULL ||
        cx_is_blank_line(cx_line_of(line.next, end)))
        return;
    int number = 1;
    const char *title = NULL, *description = NULL, *language = NULL;
    do {
        line = cx_line_of(line.next, end);
        number++;
        take_value(line, "title", arena, &title);
        take_value(line, "description", arena, &description);
        take_value(line, "lang", arena, &language);
        take_value(line, "language", arena, &language);
        if (toml ? cx_line_is(line, "+++")
                 : cx_line_is(line, "---") || cx_line_is(line, "..."))
            break;
    } while (line.next != NULL);
    if (line.next == NULL)
        return;
    ret->front_matter_end = number;
    ret->title = title;
    ret->description = description;
    ret->language = language;
    for (char *c = text; c < line.next; c++)
        if (*c != '\n')
            *c = ' ';
}

/* The length of attributes in braces at @at, "{.class}", "{#id}", "{: …}",
 * "{target="_blank"}", or 0. */
static size_t
attributes_at(const char *at, const char *end)
{
    const char *stop = at + 1;
    while (stop < end && strchr("{}`\n", *stop) == NULL)
        stop++;
    if (stop == end || *stop != '}' || stop - at < 3)
        return 0;
    size_t size = (size_t)(stop + 1 - at);
    return strchr(".:#", at[1]) != NULL ||
                   memmem(at, size, "=\"", 2) != NULL
               ? size : 0;
}

/* Blanks the attributes of a line that stand right behind a link or words in
 * brackets, at the end of a heading, or alone; not those in code. */
static void
blank_in_line(struct cx_line line, char *text)
{
    const char *end = text + line.size;
    bool link = false, code = false;
    size_t last = line.size, indent = cx_indent_of(line);
    while (last > 0 && (text[last - 1] == ' ' || text[last - 1] == '\t'))
        last--;
    for (size_t i = 0; i < line.size; i++) {
        bool behind = link && i > 0 && text[i - 1] == ')';
        if (text[i] == '(' && i > 0 && text[i - 1] == ']')
            link = true;
        else if (behind && text[i] != ')' && text[i] != '{')
            link = false;
        code = code != (text[i] == '`');
        size_t size = text[i] == '{' && !code ? attributes_at(text + i, end)
                                              : 0;
        if (size == 0)
            continue;
        if (behind || (i > 0 && text[i - 1] == ']') || (i + size == last && (*text == '#' || i == indent)))
            memset(text + i, ' ', size);
        i += size - 1;
    }
}

void
cx_blank_attributes(struct cx_prepared *prepared)
{
    char *text = prepared->text.bytes;
    struct cx_fence fence = {.sign = '\0'};
    if (memchr(text, '{', prepared->text.size) == NULL)
        return;
    const char *end = text + prepared->text.size;
    struct cx_line line = cx_line_of(text, end);
    bool after_blank = true;
    for (;; line = cx_line_of(line.next, end)) {
        cx_follow_fence(line, &fence);
        bool code = fence.sign != '\0' || (after_blank && cx_indent_of(line) >= 4);
        if (!code && memchr(line.at, '{', line.size) != NULL)
            blank_in_line(line, text + (line.at - text));
        after_blank = cx_is_blank_line(line) || (after_blank && code);
        if (line.next == NULL)
            return;
    }
}
