/* SPDX-License-Identifier: MIT */
/* The field `note`: what no other field can hold, in short sentences. */
#include <string.h>

#include <catex/text.h>

#include "bibtex.h"

enum note_state {
    NOTE_NONE = 0,
    NOTE_OPEN = 1, /* the last piece wants a full stop */
    NOTE_ENDED = 2 /* the last piece has its own */
};

static void
begin_piece(struct bibtex_entry *entry, const char *label)
{
    if (entry->note == NOTE_NONE)
        bibtex_open(entry, entry->note_field);
    else
        bibtex_markup(&entry->text, entry->note == NOTE_OPEN ? ". " : " ");
    entry->note = NOTE_OPEN;
    if (label == NULL)
        return;
    bibtex_write(&entry->text, label);
    bibtex_markup(&entry->text, ": ");
}

void
bibtex_note_text(struct bibtex_entry *entry, const char *label,
                 const char *plain)
{
    if (plain == NULL || *plain == '\0')
        return;
    begin_piece(entry, label);
    bibtex_write(&entry->text, plain);
    if (strchr(".!?", plain[strlen(plain) - 1]) != NULL)
        entry->note = NOTE_ENDED;
}

void
bibtex_note_pair(struct bibtex_entry *entry, const char *label,
                 const char *value, const char *comment)
{
    if (value == NULL || comment == NULL) {
        bibtex_note_text(entry, value != NULL ? label : NULL,
                         value != NULL ? value : comment);
        return;
    }
    begin_piece(entry, label);
    bibtex_write(&entry->text, value);
    bibtex_markup(&entry->text, " (");
    bibtex_write(&entry->text, comment);
    bibtex_markup(&entry->text, ")");
}

void
bibtex_note_name(struct bibtex_entry *entry, const char *label,
                 const struct catex_agent *agent)
{
    if (agent->name != NULL || agent->given == NULL) {
        bibtex_note_text(entry, label,
                         agent->name != NULL ? agent->name : agent->family);
        return;
    }
    begin_piece(entry, label);
    bibtex_write(&entry->text, agent->given);
    bibtex_markup(&entry->text, " ");
    bibtex_write(&entry->text, agent->family);
}

/* \url breaks long URLs into lines, but cannot have all of them: biblatex hands
 * a note around as an argument, in which neither a percent sign nor a hash may
 * be, and readers other than TeX take the percent sign for a comment in any
 * dialect. Those are plain text. */
void
bibtex_write_url(struct bibtex_entry *entry, const char *uri)
{
    if (strpbrk(uri, entry->classic ? "%" : "%#") != NULL) {
        bibtex_write(&entry->text, uri);
        return;
    }
    bibtex_markup(&entry->text, "\\url{");
    bibtex_markup(&entry->text, uri);
    bibtex_markup(&entry->text, "}");
}

void
bibtex_note_url(struct bibtex_entry *entry, const char *label,
                const char *url)
{
    if (url == NULL)
        return;
    const char *uri = catex_url_is_link(url) ? bibtex_uri(entry, url)
                                             : NULL;
    if (uri == NULL) {
        bibtex_note_text(entry, label, url);
        return;
    }
    begin_piece(entry, label);
    bibtex_write_url(entry, uri);
}

void
bibtex_note_end(struct bibtex_entry *entry)
{
    if (entry->note != NOTE_NONE)
        bibtex_close(entry);
    entry->note = NOTE_NONE;
}
