/* SPDX-License-Identifier: MIT */
/* Links that the records of a block, from one thematic break to the next,
 * share. */
#include "load/reader.h"

#include <string.h>

#include "load/words.h"

/* Links before any record of their block: all its records share them. */
void
cx_read_block_links(struct cx_reader *reader)
{
    for (size_t i = 0; i < reader->spans.count; i++) {
        const struct cx_span *span = &reader->spans.at[i];
        if (span->kind != CX_SPAN_LINK)
            continue;
        struct cx_draft holder = {.up = NULL};
        struct cx_open open = {.draft = &holder,
                               .link_tail = reader->block_tail};
        static const struct cx_context none;
        size_t from = i, to = cx_line_end(&reader->spans, i);
        while (from > 0 &&
               reader->spans.at[from - 1].kind != CX_SPAN_BREAK)
            from--;
        cx_read_link_lines(reader, &open, from, to, &none);
        reader->block_tail = open.link_tail;
        i = to;
    }
}

enum { SHARED = 16 }; /* links, more than any list shares; each entry has a copy */

static void
inherit(struct cx_reader *reader, struct cx_draft *draft,
        const struct catex_link *links)
{
    struct catex_link **tail = &draft->public.links;
    for (int i = 0; links != NULL && i < SHARED; i++, links = links->next) {
        struct catex_link *copy = cx_new(reader->arena, struct catex_link);
        *copy = *links;
        copy->next = NULL;
        copy->flags |= CATEX_LINK_INHERITED;
        cx_append(&tail, copy);
    }
}

/* Whether links lead to what is to be had, or to its page. */
static bool
lead_to_data(const struct catex_link *links)
{
    const uint32_t own =
        CATEX_ROLE_LANDING | CATEX_ROLE_ACCESS | CATEX_ROLE_DOWNLOAD;
    while (links != NULL && (links->roles & own) == 0)
        links = links->next;
    return links != NULL;
}

/* Whether a section's title may name an entry as well. */
static bool
names_entry(const char *title)
{
    size_t size = strlen(title);
    return !cx_is_text_column(title, size) && !cx_announces_data(title, size);
}

void
cx_read_section_entry(struct cx_reader *reader)
{
    struct catex_section *section = reader->section;
    struct cx_open *open = &reader->entry;
    if (section == NULL || reader->section_has_records || reader->broken ||
        !lead_to_data(reader->block_links) || !names_entry(section->title))
        return;
    size_t size = reader->prose.size;
    const char *text = size == 0 ? "" : cx_trim(reader->prose.bytes, &size);
    reader->section = (struct catex_section *)(uintptr_t)section->parent;
    cx_entry_begin(reader, open, section->title, section->source.first_line);
    open->draft->public.links = reader->block_links;
    reader->block_links = NULL;
    cx_buffer_add(&open->plain, text, size);
    cx_add_escaped(&open->md, text, size);
    cx_buffer_clear(&reader->prose);
    cx_entry_extend(open, section->source.last_line);
    cx_entry_end(reader, open);
    reader->section = section;
}

/* Links that a block of records shares: printed before the first of them, or
 * apart below the last where no other has any. */
void
cx_end_block(struct cx_reader *reader, bool broken)
{
    bool last_apart = reader->entry.draft != NULL && reader->entry.apart;
    /* A record stays open across a break for text that goes on about it. */
    cx_entry_end(reader, broken && !reader->entry.item ? &reader->part
                                                       : &reader->entry);
    struct cx_draft *first = reader->block_first, *last = first;
    size_t records = 0, with_links = 0, given = 0;
    for (struct cx_draft *at = first; at != NULL;
         at = (struct cx_draft *)at->public.next) {
        if (at->up != NULL)
            continue;
        records++;
        with_links += at->public.links != NULL;
        last = at;
    }
    const struct catex_link *shared = reader->block_links;
    if (shared == NULL && records > 1 && with_links == 1 && last_apart &&
        (broken || reader->broken))
        shared = last->public.links;
    for (struct cx_draft *at = first; shared != NULL && at != NULL;
         at = (struct cx_draft *)at->public.next)
        if (at->up == NULL && at->public.links == NULL) {
            inherit(reader, at, shared);
            given++;
        }
    const struct catex_link *link = reader->block_links;
    for (int i = 0; given > 0 && link != NULL && i < SHARED; i++)
        link = link->next;
    for (; link != NULL; link = link->next)
        cx_report(reader->input, "link-without-entry", link->line, NULL,
                  "the link %s belongs to no entry; put a title before it",
                  link->url[0] != '\0'  ? link->url
                  : link->label != NULL ? link->label : "without a URL");
    reader->block_first = NULL;
    reader->block_links = NULL;
    reader->block_tail = &reader->block_links;
    reader->broken = broken;
    reader->group = NULL;
}
