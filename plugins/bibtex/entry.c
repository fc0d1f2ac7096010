/* SPDX-License-Identifier: MIT */
/* Entries and their fields. */
#include <string.h>

#include <catex/text.h>

#include "bibtex.h"

struct bibtex_entry
bibtex_entry_of(struct catex_run *run, const struct catex_record *record)
{
    const struct bibtex_state *bibtex = run->state;
    struct bibtex_entry entry = {
        .run = run, .record = record, .classic = bibtex->classic,
        .note_field = "note",
        .text = {.out = run->out, .ascii = bibtex->classic}};
    return entry;
}

void
bibtex_begin(struct bibtex_entry *entry, const char *type, const char *key)
{
    struct catex_writer *out = entry->text.out;
    catex_putc(out, '@');
    catex_puts(out, type);
    catex_putc(out, '{');
    catex_puts(out, key);
    catex_puts(out, ",\n");
}

void
bibtex_end(struct bibtex_entry *entry)
{
    catex_puts(entry->text.out, "}\n\n");
    if (entry->text.unmapped > 0)
        catex_run_warn(entry->run, "unmapped", entry->record,
                       "[U+%04X] stands for a character that this dialect "
                       "cannot carry, the first of %zu",
                       (unsigned)entry->text.first_unmapped,
                       entry->text.unmapped);
}

void
bibtex_open(struct bibtex_entry *entry, const char *name)
{
    catex_puts(entry->text.out, "  ");
    catex_puts(entry->text.out, name);
    catex_puts(entry->text.out, " = {");
    entry->text.last = '\0';
}

void
bibtex_close(struct bibtex_entry *entry)
{
    catex_puts(entry->text.out, "},\n");
}

void
bibtex_field(struct bibtex_entry *entry, const char *name, const char *plain)
{
    if (plain == NULL)
        return;
    bibtex_open(entry, name);
    bibtex_write(&entry->text, plain);
    bibtex_close(entry);
}

/* A dollar sign is fine in a URL and for TeX, but makes other readers look for
 * a formula's end, and lose the entry when there is none. */
const char *
bibtex_uri(struct bibtex_entry *entry, const char *url)
{
    const char *uri = url == NULL ? NULL : catex_run_uri(entry->run, url);
    if (uri == NULL || strchr(uri, '$') == NULL)
        return uri;
    char *encoded = catex_run_scratch(entry->run, 3 * strlen(uri) + 1);
    if (encoded == NULL)
        return NULL;
    char *end = encoded;
    for (; *uri != '\0'; uri++) {
        *end = *uri;
        if (*uri == '$') {
            memcpy(end, "%24", 3);
            end += 2;
        }
        end++;
    }
    *end = '\0';
    return encoded;
}

void
bibtex_uri_field(struct bibtex_entry *entry, const char *name, const char *uri)
{
    uri = bibtex_uri(entry, uri);
    if (uri == NULL)
        return;
    bibtex_open(entry, name);
    catex_puts(entry->text.out, uri);
    bibtex_close(entry);
}

void
bibtex_howpublished(struct bibtex_entry *entry, const char *url)
{
    const char *uri = bibtex_uri(entry, url);
    if (uri == NULL)
        return;
    bibtex_open(entry, "howpublished");
    bibtex_write_url(entry, uri);
    bibtex_close(entry);
}

/* Classic styles know the months by these names. */
static const char months[12][4] = {"jan", "feb", "mar", "apr", "may", "jun",
                                   "jul", "aug", "sep", "oct", "nov", "dec"};

void
bibtex_date(struct bibtex_entry *entry, const char *date)
{
    if (date == NULL)
        return;
    if (!entry->classic) {
        bibtex_field(entry, "date", date);
        return;
    }
    catex_printf(entry->text.out, "  year = {%.4s},\n", date);
    if (strlen(date) < 7)
        return;
    int month = (date[5] - '0') * 10 + date[6] - '0';
    if (month >= 1 && month <= 12)
        catex_printf(entry->text.out, "  month = %s,\n", months[month - 1]);
}
