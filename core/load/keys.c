/* SPDX-License-Identifier: MIT */
/* Finds the keys of a list by their repetition. */
#include "load/lead.h"

#include <string.h>

enum { KEY_BYTES = 40, KEY_TIMES = 3 };

/* The key at the start of a line: "- **Best for:** …", "Task: …". */
static size_t
key_of(const char *line, size_t size, const char **ret)
{
    static const bool stops[256] = {
        [':'] = true, ['*'] = true, ['_'] = true, ['['] = true,
        ['<'] = true, ['|'] = true, ['`'] = true};
    size_t at = 0;
    while (at < size && strchr(" \t>*_+-", line[at]) != NULL)
        at++;
    size_t from = at;
    while (at < size && at - from <= KEY_BYTES &&
           !stops[(unsigned char)line[at]] &&
           !(line[at] == '\xEF' && size - at >= 3 &&
             memcmp(line + at, "\xEF\xBC\x9A", 3) == 0))
        at++;
    size_t length = at - from;
    while (at < size && strchr("*_ ", line[at]) != NULL)
        at++;
    bool colon = at < size && (line[at] == ':' || (line[at] & 0x80) != 0);
    *ret = cx_trim(line + from, &length);
    return colon && length > 0 && length <= KEY_BYTES ? length : 0;
}

void
cx_keys_count(struct cx_keys *keys, const char *text, size_t size)
{
    const char *end = text + size;
    while (text < end) {
        const char *stop = memchr(text, '\n', (size_t)(end - text)), *key;
        if (stop == NULL)
            stop = end;
        size_t length = key_of(text, (size_t)(stop - text), &key);
        if (length > 0) {
            char copy[KEY_BYTES + 1];
            memcpy(copy, key, length);
            copy[length] = '\0';
            size_t *count = cx_index_get(&keys->index, copy);
            if (count == NULL) {
                count = cx_alloc(keys->index.arena, sizeof *count);
                *cx_index_at(&keys->index,
                             cx_strdup(keys->index.arena, copy)) = count;
            }
            (*count)++;
        }
        text = stop + 1;
    }
}

bool
cx_keys_know(const struct cx_keys *keys, const char *key)
{
    const size_t *count = cx_index_get(&keys->index, key);
    return count != NULL && *count >= KEY_TIMES;
}
