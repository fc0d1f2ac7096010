/* SPDX-License-Identifier: MIT */
/* Opens records, gives them links, closes them. */
#include "load/lines.h"
#include "load/reader.h"

#include <string.h>

#include "load/role.h"
#include "load/words.h"

struct cx_open *
cx_entry_open(struct cx_reader *reader)
{
    if (reader->part.draft != NULL)
        return &reader->part;
    return reader->entry.draft != NULL ? &reader->entry : NULL;
}

void
cx_entry_extend(struct cx_open *open, int line)
{
    if (open->draft != NULL && line > open->draft->public.source.last_line)
        open->draft->public.source.last_line = line;
}

static void
set_section(struct cx_reader *reader, struct catex_record *record)
{
    if (reader->section != NULL) {
        record->sections = cx_new(reader->arena, struct catex_section_ref);
        record->sections->section = reader->section;
    }
    if (reader->section_access != 0) {
        record->access = reader->section_access;
        record->origin.derived |= CATEX_BIT(CATEX_FIELD_ACCESS);
    }
}

void
cx_entry_begin(struct cx_reader *reader, struct cx_open *open,
               const char *title, int line)
{
    bool is_part = open == &reader->part;
    if (!is_part)
        cx_entry_end(reader, &reader->entry);
    cx_entry_end(reader, &reader->part);
    struct cx_draft *draft = cx_new(reader->arena, struct cx_draft);
    struct catex_record *record = &draft->public;
    record->title = cx_strdup(reader->arena, title);
    record->group = reader->group;
    record->source.path = reader->catalog->public.source.path;
    record->source.first_line = record->source.last_line = line;
    set_section(reader, record);
    if (is_part) {
        draft->up = reader->entry.draft;
        draft->up->has_parts = true;
    } else if (reader->block_first == NULL) {
        reader->block_first = draft;
    }
    cx_append(&reader->catalog->record_tail, record);
    reader->section_has_records = true;
    open->draft = draft;
    open->link_tail = &record->links;
    open->topic_tail = &record->topics;
    open->own_links = open->apart = open->item = false;
    cx_buffer_clear(&open->plain);
    cx_buffer_clear(&open->md);
}

/* The text without white space at its ends; NULL if nothing is left. */
static const char *
keep(struct cx_reader *reader, const struct cx_buffer *text)
{
    if (text->size == 0)
        return NULL;
    size_t size = text->size;
    const char *start = text->bytes;
    while (size > 0 && strchr(" \n\t", start[size - 1]) != NULL)
        size--;
    while (size > 0 && (*start == '\n' || *start == ' ')) {
        start++;
        size--;
    }
    return size == 0 ? NULL : cx_strndup(reader->arena, start, size);
}

void
cx_entry_end(struct cx_reader *reader, struct cx_open *open)
{
    if (open->draft == NULL)
        return;
    if (open == &reader->entry)
        cx_entry_end(reader, &reader->part);
    struct catex_record *record = &open->draft->public;
    record->description = keep(reader, &open->plain);
    if (open->md.size == open->plain.size && open->md.size > 0 &&
        memcmp(open->md.bytes, open->plain.bytes, open->md.size) == 0)
        record->description_md = record->description;
    else
        record->description_md = keep(reader, &open->md);
    open->draft = NULL;
}

/* "mailto:ann@owls.example?subject=Owls", of which what begins with "?" is no
 * address. */
static void
set_email(struct cx_reader *reader, struct catex_record *record,
          const char *url)
{
    const char *address = url + strlen("mailto:");
    size_t size = strcspn(address, "?");
    if (record->contact != NULL || memchr(address, '@', size) == NULL)
        return;
    record->contact = cx_new(reader->arena, struct catex_agent);
    record->contact->email = cx_strndup(reader->arena, address, size);
    record->contact->name = record->contact->email;
}

static struct catex_link *
link_with_url(const struct catex_record *record, const char *url)
{
    /* Only the first ones: an entry may have a million links. */
    const struct catex_link *link = record->links;
    for (int i = 0; link != NULL && i < 64; i++, link = link->next)
        if (strcmp(link->url, url) == 0)
            return (struct catex_link *)(uintptr_t)link;
    return NULL;
}

/* A link to a licence is the record's licence. */
static void
set_licence(struct cx_reader *reader, struct catex_record *record,
            const struct catex_link *link)
{
    if (link->url[0] == '\0' || /* which is reported */
        (record->licence != NULL && record->licence->url != NULL))
        return;
    if (record->licence == NULL)
        record->licence = cx_new(reader->arena, struct catex_licence);
    record->licence->url = link->url;
    if (record->licence->name == NULL)
        record->licence->name = link->title;
}

/* "[Link (requires registration)](URL)", "[Link](URL "on request")" */
static void
state_link_access(struct cx_reader *reader, struct catex_record *record,
                  const struct cx_span *span, const struct catex_link *link)
{
    if (!(span->style & CX_BARE))
        cx_state_access(reader, record, span->text, span->size);
    if (link->note != NULL)
        cx_state_access(reader, record, link->note, strlen(link->note));
}

struct catex_link *
cx_entry_link(struct cx_reader *reader, struct cx_open *open,
              const struct cx_span *span, const char *label, uint32_t roles)
{
    struct catex_record *record = &open->draft->public;
    if (cx_is_mail(span->url))
        set_email(reader, record, span->url);
    size_t size = span->size;
    const char *text = cx_without_brackets(span->text, &size);
    text = cx_without_shortcodes(text, &size);
    bool bare = (span->style & CX_BARE) != 0;
    bool filler = !bare && cx_is_filler(text, size);
    bool says = size > 0 && !bare && !filler;
    bool role = says && (cx_is_role_text(text, size) ||
                         cx_keys_know_label(&reader->keys, text, size));
    uint32_t own = role ? cx_roles_of(text, size) : 0;
    size_t wide = 0;
    const char *colon =
        says && own == 0 ? cx_find_colon(text, size, &wide) : NULL;
    if (label == NULL && own != 0) {
        label = cx_strndup(reader->arena, text, size);
        says = false;
    } else if (label == NULL && colon != NULL && colon + wide < text + size &&
               cx_is_role_text(text, (size_t)(colon - text))) {
        /* "[Paper: On Owls](URL)", or a badge that says so. */
        label = cx_strndup(reader->arena, text, (size_t)(colon - text));
        size -= (size_t)(colon + wide - text);
        text = cx_trim(colon + wide, &size);
    }
    /* The name of an entry may end like one of a page. */
    bool title = roles == CATEX_ROLE_LANDING &&
                 (label == NULL || !cx_is_filler(label, strlen(label)));
    if (says && own == 0 && !title && !cx_is_place(text, size))
        own = cx_role_of_name(text, size);
    struct catex_link *known = link_with_url(record, span->url);
    if (known != NULL && label == NULL)
        return known;
    struct catex_link *link = cx_new(reader->arena, struct catex_link);
    link->url = cx_strdup(reader->arena, span->url);
    /* "Link" says nothing of what has words of its own. */
    link->label = says && label != NULL && cx_is_filler(label, strlen(label))
                      ? NULL : label;
    link->title = says ? cx_strndup(reader->arena, text, size) : NULL;
    if (span->hint != NULL && *span->hint != '\0')
        link->note = cx_strdup(reader->arena, span->hint);
    link->line = span->line;
    link->roles = cx_link_roles(label, own, roles, link->url);
    if (link->roles == 0 && filler) /* "[Link](URL)" */
        link->roles = cx_role_of_filler(text, size, link->url);
    if (link->roles == 0)
        link->roles = CATEX_ROLE_OTHER;
    cx_append(&open->link_tail, link);
    state_link_access(reader, record, span, link);
    if (link->roles == CATEX_ROLE_LICENCE)
        set_licence(reader, record, link);
    open->own_links = true;
    cx_entry_extend(open, span->line);
    return link;
}

void
cx_read_badges(struct cx_reader *reader, struct cx_open *open, size_t to)
{
    for (size_t i = 0; i < to; i++)
        if (cx_is_badge(&reader->spans.at[i]))
            cx_entry_link(reader, open, &reader->spans.at[i], NULL, 0);
}
