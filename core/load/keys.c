/* SPDX-License-Identifier: MIT */
/* Finds the keys of a list by their repetition. */
#include "load/lead.h"

#include <string.h>

enum { KEY_BYTES = 60, KEY_TIMES = 3 };

/* The key at the start of a line: "- **Best for:** …", "Task: …". */
static size_t
key_of(const char *line, size_t size, const char **ret)
{
    static const bool stops[256] = {
        [':'] = true, ['*'] = true, ['_'] = true, ['['] = true,
        ['<'] = true, ['|'] = true, ['`'] = true};
    static const bool marks[256] = {
        [' '] = true, ['\t'] = true, ['>'] = true, ['*'] = true,
        ['_'] = true, ['+'] = true,  ['-'] = true};
    size_t at = 0;
    while (at < size && marks[(unsigned char)line[at]])
        at++;
    size_t from = at;
    while (at < size && at - from <= KEY_BYTES &&
           !stops[(unsigned char)line[at]] &&
           !(line[at] == '\xEF' && size - at >= 3 &&
             memcmp(line + at, "\xEF\xBC\x9A", 3) == 0))
        at++;
    size_t length = at - from;
    while (at < size && (line[at] == '*' || line[at] == '_' || line[at] == ' '))
        at++;
    bool colon = at < size && (line[at] == ':' || (line[at] & 0x80) != 0);
    *ret = cx_trim(line + from, &length);
    return colon && length > 0 && length <= KEY_BYTES ? length : 0;
}

struct label {
    const char *url; /* of the link that was counted last */
    size_t url_size, count;
};

/* The link's text at the start of an item within an item, "  - [Text](URL)",
 * and its URL. */
static size_t
label_of(const char *line, size_t size, const char **ret, const char **ret_url,
         size_t *ret_url_size)
{
    size_t at = 0;
    while (at < size && (line[at] == ' ' || line[at] == '\t'))
        at++;
    bool within = at > 1 || (at == 1 && *line == '\t');
    size_t marker = at;
    while (at < size && strchr("-*+0123456789.", line[at]) != NULL)
        at++;
    if (!within || at == marker || at == size || line[at] != ' ')
        return 0;
    while (at < size && (line[at] == ' ' || line[at] == '*'))
        at++;
    if (at == size || line[at] != '[')
        return 0;
    const char *text = line + at + 1, *end = line + size;
    const char *close = memchr(text, ']', (size_t)(end - text));
    if (close == NULL || close - text > KEY_BYTES || end - close < 2 ||
        close[1] != '(')
        return 0;
    const char *stop = memchr(close, ')', (size_t)(end - close));
    *ret_url = close + 2;
    *ret_url_size = stop == NULL ? 0 : (size_t)(stop - *ret_url);
    size_t length = (size_t)(close - text);
    *ret = cx_trim(text, &length);
    return *ret_url_size > 0 ? length : 0;
}

/* The value of a key of @length bytes in @index, made if it is new. */
static void *
value_at(struct cx_index *index, const char *key, size_t length, size_t size)
{
    char copy[KEY_BYTES + 1];
    memcpy(copy, key, length);
    copy[length] = '\0';
    void *value = cx_index_get(index, copy);
    if (value == NULL) {
        value = cx_alloc(index->arena, size);
        *cx_index_at(index, cx_strdup(index->arena, copy)) = value;
    }
    return value;
}

void
cx_keys_count(struct cx_keys *keys, const char *text, size_t size)
{
    const char *end = text + size;
    while (text < end) {
        const char *stop = memchr(text, '\n', (size_t)(end - text)), *key, *url;
        if (stop == NULL)
            stop = end;
        size_t length = key_of(text, (size_t)(stop - text), &key), url_size;
        if (length > 0)
            ++*(size_t *)value_at(&keys->index, key, length, sizeof(size_t));
        length = label_of(text, (size_t)(stop - text), &key, &url, &url_size);
        if (length > 0) {
            struct label *label =
                value_at(&keys->labels, key, length, sizeof *label);
            label->count += label->url_size != url_size ||
                            memcmp(label->url, url, url_size) != 0;
            label->url = url;
            label->url_size = url_size;
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

bool
cx_keys_know_label(const struct cx_keys *keys, const char *label, size_t size)
{
    char copy[KEY_BYTES + 1];
    if (size > KEY_BYTES)
        return false;
    memcpy(copy, label, size);
    copy[size] = '\0';
    const struct label *found = cx_index_get(&keys->labels, copy);
    return found != NULL && found->count >= KEY_TIMES;
}
