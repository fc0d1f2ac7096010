/* SPDX-License-Identifier: MIT */
/* Writes one cell: quoting by libcsv, several values, newlines. */
#include <csv.h>
#include <string.h>

#include "csv.h"

/* Whether a spreadsheet would take a cell that starts like this for a formula
 * (OWASP, "CSV Injection"), also in its full-width form. A guard before it
 * would hide one that the text has itself, so that one is guarded as well. */
static int
starts_formula(const char *text)
{
    static const char *const wide[] = {"＝", "＋", "－", "＠"};
    text += strspn(text, "'");
    if (*text == '\0')
        return 0;
    if (strchr("=+-@\t\r\n", *text) != NULL)
        return 1;
    for (size_t i = 0; i < sizeof wide / sizeof *wide; i++)
        if (strncmp(text, wide[i], strlen(wide[i])) == 0)
            return 1;
    return 0;
}

static int
is_blank(char c)
{
    return c == ' ' || c == '\t';
}

static void
measure(struct csv_cell *cell, const char *text)
{
    if (*text == '\0')
        return;
    if (cell->last == '\0')
        cell->guarded = starts_formula(text);
    if ((cell->last == '\0' && is_blank(*text)) ||
        strpbrk(text, ",\"\r\n") != NULL)
        cell->quoted = 1;
    cell->last = text[strlen(text) - 1];
}

/* libcsv doubles quotes. It puts others around each piece; ours go around the
 * cell. */
static void
put(struct csv_cell *cell, const char *text, size_t size)
{
    char piece[2 * 512 + 2];
    if (!cell->quoted || memchr(text, '"', size) == NULL) {
        catex_write(cell->out, text, size);
        return;
    }
    while (size > 0) {
        size_t n = size < 512 ? size : 512;
        size_t length = csv_write(piece, sizeof piece, text, n);
        catex_write(cell->out, piece + 1, length - 2);
        text += n;
        size -= n;
    }
}

static void
write_text(struct csv_cell *cell, const char *text)
{
    char stops[4] = "";
    if (cell->name)
        strcat(stops, ",");
    if (cell->many)
        strcat(stops, "|");
    if (cell->spaces)
        strcat(stops, "\n");
    for (;;) {
        size_t size = strcspn(text, stops);
        put(cell, text, size);
        text += size;
        if (*text == '\0')
            return;
        if (*text == ',')
            catex_puts(cell->out, text[1] == ' ' ? "%2C" : ",");
        else
            catex_puts(cell->out, *text == '|' ? "%7C" : " ");
        text += *text == '\n' ? strspn(text, "\n") : 1;
    }
}

void
csv_value(struct csv_cell *cell)
{
    if (cell->writing && cell->values > 0)
        catex_putc(cell->out, '|');
    cell->values++;
}

void
csv_url_part(struct csv_cell *cell, const char *url)
{
    if (cell->writing)
        write_text(cell, url);
    else
        measure(cell, url);
}

void
csv_part(struct csv_cell *cell, const char *text)
{
    if (cell->many && !cell->writing && strchr(text, '|') != NULL)
        cell->parted = '|';
    if (cell->name && !cell->writing && strstr(text, ", ") != NULL)
        cell->parted = ',';
    csv_url_part(cell, text);
}

void
csv_text(struct csv_cell *cell, const char *text)
{
    if (text == NULL)
        return;
    csv_value(cell);
    csv_part(cell, text);
}

void
csv_number(struct csv_cell *cell, uint64_t number)
{
    char digits[21], *at = digits + sizeof digits - 1;
    *at = '\0';
    do
        *--at = (char)('0' + number % 10);
    while ((number /= 10) > 0);
    csv_text(cell, at);
}

static void
add_section_ids(struct csv_cell *cell, const struct catex_section_ref *ref)
{
    for (; ref != NULL; ref = ref->next)
        csv_text(cell, ref->section->id);
}

static void
add_texts(struct csv_cell *cell, const struct catex_string *text)
{
    for (; text != NULL; text = text->next)
        csv_text(cell, text->text);
}

static void
add_set(struct csv_cell *cell, const char *const *names, uint32_t set)
{
    for (int i = 0; names[i] != NULL; i++)
        csv_text(cell, set & (1u << i) ? names[i] : NULL);
}

void
csv_member(struct csv_cell *cell, const struct catex_member *member,
           const void *item)
{
    const void *at = (const char *)item + member->offset;
    switch (member->type) {
    case CATEX_TYPE_TEXT:
        csv_text(cell, *(const char *const *)at);
        break;
    case CATEX_TYPE_TEXTS:
        add_texts(cell, *(struct catex_string *const *)at);
        break;
    case CATEX_TYPE_INT:
        if (*(const int *)at != 0)
            csv_number(cell, (uint64_t)*(const int *)at);
        break;
    case CATEX_TYPE_ENUM:
        csv_text(cell, *(const uint32_t *)at == 0
                           ? NULL
                           : member->names[*(const uint32_t *)at - 1]);
        break;
    case CATEX_TYPE_SET:
        add_set(cell, member->names, *(const uint32_t *)at);
        break;
    case CATEX_TYPE_FLAG:
        csv_text(cell, *(const uint32_t *)at & member->flag ? "true"
                                                            : "false");
        break;
    case CATEX_TYPE_SECTIONS:
        add_section_ids(cell, *(struct catex_section_ref *const *)at);
        break;
    default:
        break;
    }
}
