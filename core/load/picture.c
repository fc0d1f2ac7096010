/* SPDX-License-Identifier: MIT */
/* Reads badges. */
#include "load/picture.h"

#include <string.h>

#include "load/words.h"
#include "model/text.h"
#include "model/url.h"

/* The address is https://img.shields.io/badge/LABEL-MESSAGE-COLOUR, where "--"
 * is a hyphen, and "_" or "%20" a blank. */
const char *
cx_picture_text(struct cx_arena *arena, const char *text, size_t *size,
                const char *url)
{
    const char *badge = url == NULL || *size > 0
                            ? NULL : strstr(url, "shields.io/badge/");
    if (badge == NULL)
        return text;
    const char *from = badge + strlen("shields.io/badge/");
    const char *end = from + strcspn(from, "?#/"), *colour = NULL;
    for (const char *at = from; at < end; at++) {
        if (at[0] == '-' && at[1] != '-')
            colour = at;
        else
            at += at[0] == '-';
    }
    if (colour == NULL)
        return text;
    char *out = cx_alloc(arena, (size_t)(colour - from) + 2);
    size_t label = 0;
    for (const char *at = from; at < colour; at++) {
        bool blank = *at == '_' || (at[0] == '-' && at[1] != '-');
        if (blank && *at == '-' && label == 0)
            label = *size = cx_percent_decode(out, out, *size);
        out[(*size)++] = blank ? ' ' : *at;
        at += !blank && at[0] == '-';
    }
    *size = label + cx_percent_decode(out + label, out + label, *size - label);
    /* "Code | GitHub" is a kind and what it is; "Project | Page" is a kind. */
    if (label > 0 && cx_is_role_text(out, label) &&
        !cx_is_role_text(out, *size)) {
        memmove(out + label + 1, out + label, (*size)++ - label);
        out[label] = ':';
    }
    bool words = cx_text_valid(out, *size) == *size &&
                 memchr(out, '\n', *size) == NULL &&
                 memchr(out, '\t', *size) == NULL;
    return words ? out : (*size = 0, text);
}

bool
cx_is_live_badge(const char *url)
{
    static const char host[] = "shields.io/";
    const char *badge = url == NULL ? NULL : strstr(url, host);
    if (badge == NULL)
        return false;
    badge += strlen(host);
    return strncmp(badge, "badge/", 6) != 0 && strncmp(badge, "static/", 7) != 0;
}
