/* SPDX-License-Identifier: MIT */
/* The Markdown loader: parses a text, and reads it. */
#include <setjmp.h>
#include <string.h>

#include "load/language.h"
#include "load/outline.h"
#include "load/parse.h"
#include "load/prepare.h"

/* What the front matter and the file's name say where no heading does. */
static void
complete_catalog(struct cx_reader *reader, const struct cx_prepared *text)
{
    struct catex_catalog *catalog = &reader->catalog->public;
    const char *stem = reader->input->stem, *dot = strrchr(stem, '.');
    if (text->title != NULL && catalog->title == NULL)
        catalog->title = cx_strdup(reader->arena, text->title);
    if (catalog->title == NULL && strcmp(stem, "-") != 0) {
        catalog->title = cx_strndup(reader->arena, stem,
                                    dot == NULL || dot == stem
                                        ? strlen(stem)
                                        : (size_t)(dot - stem));
        catalog->origin.derived |= CATEX_BIT(CATEX_FIELD_TITLE);
    }
    if (reader->about.size > 0)
        catalog->description = cx_strndup(reader->arena, reader->about.bytes,
                                          reader->about.size);
    else if (text->description != NULL)
        catalog->description = cx_strdup(reader->arena, text->description);
    const char *language = reader->input->language != NULL
                               ? reader->input->language : text->language;
    if (language == NULL)
        catalog->origin.derived |= CATEX_BIT(CATEX_FIELD_LANGUAGE);
    catalog->language =
        cx_strdup(reader->arena,
                  language == NULL ? cx_language_of(catalog) : language);
}

/* All that a load holds, on the heap since it must survive a longjmp(). */
struct work {
    struct cx_reader reader;
    struct cx_prepared text;
    struct cx_outline outline;
    jmp_buf no_memory;
};

/* Gives back all that only the reading needed. */
static void
clear(struct work *work)
{
    struct cx_reader *reader = &work->reader;
    cx_parse_done(&reader->scratch);
    cx_outline_done(&work->outline);
    cx_buffer_done(&work->text.text);
    cx_buffer_done(&work->text.marked);
    cx_buffer_done(&reader->line);
    cx_buffer_done(&reader->prose);
    cx_buffer_done(&reader->about);
    cx_buffer_done(&reader->entry.plain);
    cx_buffer_done(&reader->entry.md);
    cx_buffer_done(&reader->part.plain);
    cx_buffer_done(&reader->part.md);
    cx_spans_done(&reader->spans);
    cx_arena_done(&reader->scratch);
    cx_arena_done(&reader->passing);
}

static void
load(struct work *work)
{
    struct cx_reader *reader = &work->reader;
    struct cx_prepared *text = &work->text;
    const struct cx_input *input = reader->input;
    cx_prepare(input, &reader->scratch, text);
    reader->catalog->public.source.path =
        cx_strdup(reader->arena, input->stem);
    reader->lines = text->lines;
    reader->use = cx_alloc(&reader->scratch, (size_t)text->lines + 2);
    cx_used(reader, 1, text->front_matter_end, CX_STRUCTURE);
    cmark_node *root =
        cx_parse(&reader->line, text->text.bytes, text->text.size);
    work->outline.reader = reader;
    cx_keys_count(&reader->keys, text->text.bytes, text->text.size);
    cx_list_survey(reader, root);
    cx_outline_make(&work->outline, root);
    cx_read_document(reader, &work->outline);
    complete_catalog(reader, text);
    cx_report_rest(reader, &text->text);
    clear(work); /* before more is asked for */
    cx_settle(reader->catalog);
    cx_lint(reader->catalog, input);
}

static void
begin(struct work *work, struct cx_catalog *catalog,
      const struct cx_input *input)
{
    struct cx_reader *reader = &work->reader;
    reader->catalog = catalog;
    reader->arena = &catalog->arena;
    reader->input = input;
    catalog->arena.no_memory = reader->scratch.no_memory =
        reader->passing.no_memory = &work->no_memory;
    reader->line.arena = reader->prose.arena = &reader->scratch;
    reader->about.arena = &reader->scratch;
    reader->entry.plain.arena = reader->entry.md.arena = &reader->scratch;
    reader->part.plain.arena = reader->part.md.arena = &reader->scratch;
    reader->keys.index.arena = reader->keys.labels.arena = &reader->scratch;
    reader->spans.arena = reader->spans.text.arena = &reader->passing;
    reader->spans.aside.arena = &reader->passing;
    work->text.text.arena = work->text.marked.arena = &reader->scratch;
    reader->block_tail = &reader->block_links;
}

int
cx_load_markdown(struct cx_catalog *catalog, const struct cx_input *input,
                 struct catex_error *error)
{
    struct work *work = cx_malloc(sizeof *work);
    volatile int status = CATEX_ERR_MEMORY;
    if (work != NULL) {
        memset(work, 0, sizeof *work);
        begin(work, catalog, input);
        if (setjmp(work->no_memory) == 0) {
            load(work);
            status = CATEX_OK;
        }
        catalog->arena.no_memory = NULL;
        clear(work);
        cx_free(work);
    }
    if (status == CATEX_ERR_MEMORY)
        catex_error_set(error, status, input->name, 0,
                        "there is not enough memory to read the list");
    return status;
}
