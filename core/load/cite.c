/* SPDX-License-Identifier: MIT */
/* Works as they are cited: authors, a title, where it was published. */
#include "load/cite.h"

#include <string.h>

#include "load/lead.h"
#include "load/words.h"
#include "model/byte.h"

/* "A. Owl", "Owl, A." */
static bool
has_initial(const char *text, size_t size)
{
    for (size_t i = 0; i + 1 < size; i++)
        if (cx_byte_is(text[i], CX_UPPER) && text[i + 1] == '.' &&
            (i == 0 || !cx_byte_is(text[i - 1], CX_ALNUM)))
            return true;
    return false;
}

/* "Owl, Ann, et al." or "A. Owl," as it stands before the title of a work. */
static bool
are_authors(const char *text, size_t size)
{
    text = cx_trim(text, &size);
    if (size == 0 || strchr(".,:)", text[size - 1]) == NULL)
        return false;
    return text[size - 1] != ',' ? memchr(text, ',', size) != NULL
                                 : has_initial(text, size);
}

bool
cx_is_cited(const struct cx_span *link, const char *before, size_t size)
{
    enum { MOST = 200 };
    size_t title_size = link->size;
    const char *title = cx_trim(link->text, &title_size);
    return size <= MOST && !(link->style & CX_BARE) &&
           strchr(".)", before[size - 1]) != NULL &&
           (has_initial(before, size) ||
            memmem(before, size, " et al", 6) != NULL) &&
           cx_is_title(title, title_size) &&
           !cx_is_filler(title, title_size) &&
           !cx_is_role_text(title, title_size);
}

/* The first quotation mark in @text, an opening or a @closing one, or NULL. */
static const char *
quote_in(const char *text, size_t size, bool closing, size_t *ret_size)
{
    const char *end = text + size;
    const char *plain = memchr(text, '"', size), *stop = plain;
    const char *curved = closing ? "\xE2\x80\x9D" : "\xE2\x80\x9C";
    if (plain == NULL)
        stop = end;
    *ret_size = 3;
    for (const char *at = text;
         (at = memchr(at, '\xE2', (size_t)(stop - at))) != NULL; at++)
        if (end - at >= 3 && memcmp(at, curved, 3) == 0)
            return at;
    *ret_size = 1;
    return plain;
}

bool
cx_is_quoted(const struct cx_span *link)
{
    enum { SHORTEST = 4 };
    size_t size = link->size, mark;
    const char *text = cx_trim(link->text, &size);
    return size > SHORTEST && quote_in(text, size, false, &mark) == text &&
           quote_in(text + mark, size - mark, true, &mark) != NULL;
}

bool
cx_has_quote(const char *text, size_t size)
{
    size_t mark;
    return quote_in(text, size, false, &mark) != NULL;
}

const char *
cx_cited_title(const char *text, size_t *size)
{
    const char *stop = text + *size;
    size_t mark;
    const char *open = quote_in(text, *size, false, &mark);
    if (open == NULL || !are_authors(text, (size_t)(open - text)))
        return NULL;
    open += mark;
    const char *close = quote_in(open, (size_t)(stop - open), true, &mark);
    if (close == NULL)
        return NULL;
    *size = (size_t)(close - open);
    text = cx_trim(open, size);
    while (*size > 0 && strchr(".,", text[*size - 1]) != NULL)
        --*size;
    return cx_is_title(text, *size) && memchr(text, ' ', *size) != NULL
               ? text : NULL;
}
