/* SPDX-License-Identifier: MIT */
/* Writes jansson's values as jansson would with JSON_INDENT(1), but for "<".
 * Its own writer takes two thirds of the time of the whole exporter. A text
 * of the model has no control characters but newlines and tabs. */
#include "schemaorg.h"

#include <string.h>

static void
write_string(struct catex_writer *out, const char *text, size_t size)
{
    static const char special[256] = {
        ['"'] = '"', ['\\'] = '\\', ['\n'] = 'n', ['\t'] = 't',
        ['<'] = '<'};
    size_t from = 0;
    catex_putc(out, '"');
    for (size_t at = 0; at < size; at++) {
        char letter = special[(unsigned char)text[at]];
        if (letter == '\0')
            continue;
        catex_write(out, text + from, at - from);
        /* No text can end a <script> that the file is put into. */
        catex_puts(out, letter == '<' ? "\\u003c" : "\\");
        if (letter != '<')
            catex_putc(out, letter);
        from = at + 1;
    }
    catex_write(out, text + from, size - from);
    catex_putc(out, '"');
}

static void
begin_line(struct catex_writer *out, const char *before, int depth)
{
    catex_puts(out, before);
    for (catex_putc(out, '\n'); depth > 0; depth--)
        catex_putc(out, ' ');
}

static void
dump_array(struct catex_writer *out, json_t *array, int depth)
{
    size_t count = json_array_size(array);
    for (size_t i = 0; i < count; i++) {
        begin_line(out, i == 0 ? "[" : ",", depth + 1);
        schemaorg_dump(out, json_array_get(array, i), depth + 1);
    }
    if (count == 0)
        catex_putc(out, '[');
    else
        begin_line(out, "", depth);
    catex_putc(out, ']');
}

static void
dump_object(struct catex_writer *out, json_t *object, int depth)
{
    const char *key, *before = "{";
    json_t *value;
    json_object_foreach(object, key, value) {
        begin_line(out, before, depth + 1);
        write_string(out, key, strlen(key));
        catex_puts(out, ": ");
        schemaorg_dump(out, value, depth + 1);
        before = ",";
    }
    if (*before == '{')
        catex_putc(out, '{');
    else
        begin_line(out, "", depth);
    catex_putc(out, '}');
}

void
schemaorg_dump(struct catex_writer *out, json_t *value, int depth)
{
    switch (json_typeof(value)) {
    case JSON_OBJECT:
        dump_object(out, value, depth);
        break;
    case JSON_ARRAY:
        dump_array(out, value, depth);
        break;
    case JSON_STRING:
        write_string(out, json_string_value(value), json_string_length(value));
        break;
    case JSON_INTEGER:
        catex_printf(out, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
        break;
    default: /* no exporter of ours makes others */
        catex_puts(out, json_is_true(value) ? "true" : "false");
        break;
    }
}
