/* SPDX-License-Identifier: MIT */
/* Keeps a table of HTML in one piece. For Markdown a blank line ends HTML; a
 * browser, to which all pieces go, sees one table still. */
#include <string.h>
#include <strings.h>

#include "load/fence.h"
#include "load/prepare.h"

static bool
begins_with(struct cx_line line, const char *tag)
{
    size_t indent = cx_indent_of(line), size = strlen(tag);
    return indent < 4 && line.size >= indent + size &&
           strncasecmp(line.at + indent, tag, size) == 0;
}

static bool
holds_table(const char *at, const char *end)
{
    for (; (at = memchr(at, '<', (size_t)(end - at))) != NULL; at++)
        if (end - at > 6 && strncasecmp(at, "<table", 6) == 0)
            return true;
    return false;
}

static bool
holds_end(struct cx_line line)
{
    const char *at = line.at, *end = at + line.size;
    while ((at = memmem(at, (size_t)(end - at), "</", 2)) != NULL) {
        at += 2;
        if (end - at >= 5 && strncasecmp(at, "table", 5) == 0)
            return true;
    }
    return false;
}

/* Looks for the end of the table that begins at @line. Returns where the line
 * behind it begins, or behind what has been looked at, and whether all blank
 * lines within stand before a tag: elsewhere they begin Markdown. */
static const char *
look_for_end(struct cx_line line, const char *end, bool *ret_whole)
{
    bool blank = false;
    *ret_whole = false;
    for (;;) {
        size_t indent = cx_indent_of(line);
        bool empty = indent == line.size;
        if (blank && !empty && line.at[indent] != '<')
            return line.at;
        *ret_whole = holds_end(line);
        if (*ret_whole || line.next == NULL)
            return line.next == NULL ? end : line.next;
        blank = empty;
        line = cx_line_of(line.next, end);
    }
}

void
cx_join_tables(struct cx_prepared *ret)
{
    const char *from = ret->text.bytes, *end = from + ret->text.size;
    const char *seen = from; /* what has been looked at for a table's end */
    bool inside = false;
    struct cx_fence fence = {.sign = '\0'};
    if (!holds_table(from, end))
        return;
    for (struct cx_line line = cx_line_of(from, end);;
         line = cx_line_of(line.next, end)) {
        cx_follow_fence(line, &fence);
        inside = inside && line.at < seen;
        if (line.at >= seen && fence.sign == '\0' && begins_with(line, "<table"))
            seen = look_for_end(line, end, &inside);
        if (inside && cx_is_blank_line(line)) {
            cx_buffer_add(&ret->marked, from, (size_t)(line.at - from));
            cx_buffer_puts(&ret->marked, "<!---->");
            from = line.at + line.size;
        }
        if (line.next == NULL)
            break;
    }
    cx_take_marked(ret, from);
}
