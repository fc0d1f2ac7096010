/* SPDX-License-Identifier: MIT */
/* Plain text as TeX source that typesets to the same characters. */
#include "bibtex.h"

#include <stdlib.h>
#include <string.h>

struct mapping {
    uint32_t character;
    const char *markup;
};

/* Sorted by character: `characters` maps to what stands for one, `marks` maps
 * combining marks to accent commands. */
#include "tex-table.h"

/* Characters that TeX would join into another one. */
static int
joins(char last, char next)
{
    if (next == '`' && (last == '?' || last == '!'))
        return 1;
    return last == next && last != '\0' && strchr("-'`,", last) != NULL;
}

void
bibtex_markup(struct bibtex_text *text, const char *markup)
{
    if (*markup == '\0')
        return;
    if (joins(text->last, *markup))
        catex_puts(text->out, "{}");
    catex_puts(text->out, markup);
    text->last = markup[strlen(markup) - 1];
}

/* By byte: 1 for what neither means anything to TeX nor joins others, 3 for
 * letters, digits and the full stop among them, which take accents. */
static const unsigned char kinds[256] = {
    [32] = 1, 0, 1, 0, 0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 3, 1,
    [48] = 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 1, 1, 0, 1, 0, 0,
    [64] = 1, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3,
    [80] = 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 1, 0, 1, 0, 0,
    [96] = 0, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3,
    [112] = 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 0, 0, 0, 0, 0,
};

static const char *
ascii_markup(char c)
{
    switch (c) {
    case '\\': return "\\textbackslash{}";
    case '{': return "\\textbraceleft{}";
    case '}': return "\\textbraceright{}";
    case '~': return "\\textasciitilde{}";
    case '^': return "\\textasciicircum{}";
    case '<': return "\\textless{}";
    case '>': return "\\textgreater{}";
    case '|': return "\\textbar{}";
    case '$': return "\\$";
    case '&': return "\\&";
    case '%': return "\\%";
    case '#': return "\\#";
    case '_': return "\\_";
    case '\n':
    case '\t': return " ";
    default: return NULL;
    }
}

static int
compare(const void *key, const void *item)
{
    uint32_t wanted = *(const uint32_t *)key;
    uint32_t have = ((const struct mapping *)item)->character;
    return (wanted > have) - (wanted < have);
}

#define FIND(c, table) find(c, table, sizeof(table) / sizeof *(table))

static const char *
find(uint32_t c, const struct mapping *table, size_t count)
{
    const struct mapping *found =
        bsearch(&c, table, count, sizeof *table, compare);
    return found == NULL ? NULL : found->markup;
}

/* The length of the character at @s, which goes to @ret_char. The model's text
 * is valid UTF-8. */
static size_t
decode(const char *s, uint32_t *ret_char)
{
    const unsigned char *u = (const unsigned char *)s;
    size_t size = u[0] < 0x80 ? 1 : u[0] < 0xE0 ? 2 : u[0] < 0xF0 ? 3 : 4;
    uint32_t c = size == 1 ? u[0] : u[0] & (0x7Fu >> size);
    for (size_t i = 1; i < size; i++)
        c = c << 6 | (u[i] & 0x3Fu);
    *ret_char = c;
    return size;
}

static void
write_unmapped(struct bibtex_text *text, uint32_t c)
{
    bibtex_markup(text, "[");
    catex_printf(text->out, "U+%04X]", c);
    text->last = ']';
    if (text->unmapped++ == 0)
        text->first_unmapped = c;
}

/* Unicode has no character there, and biber reads no file with one. */
static int
is_noncharacter(uint32_t c)
{
    return (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
}

/* A character beyond ASCII; returns its length. */
static size_t
write_wide(struct bibtex_text *text, const char *s)
{
    uint32_t c;
    size_t size = decode(s, &c);
    const char *markup = text->ascii ? FIND(c, characters) : NULL;
    if (c == 0xA0)
        markup = "~";
    if (markup != NULL) {
        bibtex_markup(text, markup);
    } else if (text->ascii || is_noncharacter(c)) {
        write_unmapped(text, c);
    } else {
        catex_write(text->out, s, size);
        text->last = '\0';
    }
    return size;
}

/* A character of ASCII; returns its length. */
static size_t
write_narrow(struct bibtex_text *text, char c)
{
    const char self[] = {c, '\0'};
    const char *markup = ascii_markup(c);
    bibtex_markup(text, markup != NULL ? markup : self);
    return 1;
}

/* The accent command of the combining mark at @s, whose length goes to
 * @ret_size; NULL if none is there. */
static const char *
accent_at(const char *s, const char *end, size_t *ret_size)
{
    uint32_t c;
    if (s >= end || ((unsigned char)*s & 0xFE) != 0xCC)
        return NULL;
    *ret_size = decode(s, &c);
    return FIND(c, marks);
}

/* A letter with one or two combining marks behind it; returns the length of it
 * all, 0 if this is none. */
static size_t
write_accented(struct bibtex_text *text, const char *s, const char *end)
{
    char letter[] = {*s, '\0'};
    size_t first_size = 0, second_size = 0;
    const char *first = accent_at(s + 1, end, &first_size);
    if (first == NULL || kinds[(unsigned char)*s] != 3)
        return 0;
    const char *second = accent_at(s + 1 + first_size, end, &second_size);
    bibtex_markup(text, "{");
    if (second != NULL) {
        bibtex_markup(text, second);
        bibtex_markup(text, "{");
    }
    bibtex_markup(text, first);
    bibtex_markup(text, "{");
    bibtex_markup(text, letter);
    bibtex_markup(text, second != NULL ? "}}}" : "}}");
    return 1 + first_size + (second != NULL ? second_size : 0);
}

void
bibtex_write_part(struct bibtex_text *text, const char *s, size_t size)
{
    const char *end = s + size;
    while (s < end) {
        const char *start = s;
        while (s < end && kinds[(unsigned char)*s] != 0)
            s++;
        int accented = text->ascii && s < end && s > start &&
                       ((unsigned char)*s & 0xFE) == 0xCC;
        s -= accented;
        if (s > start) {
            catex_write(text->out, start, (size_t)(s - start));
            text->last = '\0';
        }
        if (s >= end)
            return;
        size_t done = accented ? write_accented(text, s, end) : 0;
        if (done == 0)
            done = (unsigned char)*s < 0x80 ? write_narrow(text, *s)
                                            : write_wide(text, s);
        s += done;
    }
}

void
bibtex_write(struct bibtex_text *text, const char *plain)
{
    bibtex_write_part(text, plain, strlen(plain));
}

static int
is_capital(char c)
{
    return c >= 'A' && c <= 'Z';
}

static int
is_capital_or_digit(char c)
{
    return is_capital(c) || (c >= '0' && c <= '9');
}

/* "Low-Dimensional" is two words in title case, "R-CNN" and "T-Cell" are
 * names. */
static int
keeps_case(const char *word, size_t size)
{
    for (size_t i = 1; i < size; i++)
        if (is_capital_or_digit(word[i])
            && !(word[i - 1] == '-' && i > 2 && is_capital(word[i])
                 && i + 1 < size && word[i + 1] >= 'a' && word[i + 1] <= 'z'))
            return 1;
    return size > 0 && word[0] >= '0' && word[0] <= '9';
}

void
bibtex_write_title(struct bibtex_text *text, const char *plain)
{
    while (*plain != '\0') {
        size_t blanks = strspn(plain, " \n\t");
        bibtex_write_part(text, plain, blanks);
        plain += blanks;
        size_t size = strcspn(plain, " \n\t");
        int braces = keeps_case(plain, size);
        if (braces)
            bibtex_markup(text, "{");
        bibtex_write_part(text, plain, size);
        if (braces)
            bibtex_markup(text, "}");
        plain += size;
    }
}
