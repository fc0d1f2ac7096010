/* SPDX-License-Identifier: MIT */
/* Looks at every list of the document once, before any is read. */
#include "load/reader.h"

#include <string.h>

bool
cx_is_text(cmark_node *block)
{
    cmark_node_type type = cmark_node_get_type(block);
    return type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HTML_BLOCK;
}

const struct cx_survey *
cx_survey_of(cmark_node *node)
{
    return cmark_node_get_user_data(node);
}

const struct cx_counts *
cx_counts_of(cmark_node *list)
{
    return cmark_node_get_user_data(list);
}

/* The page of a person, where scholars have them. */
static bool
is_profile(const char *url)
{
    static const char *const places[] = {
        "/citations?user=", "/citations?hl=", "//orcid.org/0",
        "linkedin.com/in/", "researchgate.net/profile/"};
    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++)
        if (strstr(url, places[i]) != NULL)
            return strstr(url, "/publication/") == NULL;
    return false;
}

static void
survey_paragraph(struct cx_reader *reader, cmark_node *paragraph)
{
    cmark_node *item = cmark_node_parent(paragraph);
    if (cmark_node_get_type(item) != CMARK_NODE_ITEM)
        return;
    struct cx_survey *survey = cmark_node_get_user_data(item);
    cx_arena_reset(&reader->passing);
    cx_spans_of(&reader->spans, paragraph);
    for (size_t i = 0; i < reader->spans.count; i++) {
        const struct cx_span *span = &reader->spans.at[i];
        if (span->kind != CX_SPAN_LINK || cx_is_anchor(span))
            continue;
        survey->mail = survey->mail ||
                       (survey->own_links == 0 && cx_is_mail(span->url));
        survey->person = survey->person ||
                         (survey->own_links == 0 && is_profile(span->url));
        survey->own_links++;
        survey->far += strstr(span->url, "://") != NULL;
    }
    if (cmark_node_previous(paragraph) != NULL)
        return;
    struct cx_lead lead = cx_lead_of(&reader->spans, &reader->keys, &reader->passing);
    survey->lead = (unsigned char)lead.kind;
    survey->colon = lead.colon;
    survey->whole = lead.whole;
    survey->place = lead.place;
    survey->label = lead.label;
    survey->stop = lead.title != NULL && *lead.title != '\0' &&
                   lead.title[strlen(lead.title) - 1] == '.';
    survey->strong = lead.kind == CX_LEAD_STRONG ||
                     lead.kind == CX_LEAD_STRONG_RUN ||
                     (lead.kind == CX_LEAD_LINK &&
                      reader->spans.at[lead.first].style & CX_STRONG);
}

bool
cx_is_titled(const struct cx_survey *item)
{
    switch (item->lead) {
    case CX_LEAD_STRONG:
    case CX_LEAD_STRONG_RUN:
    case CX_LEAD_LINK:
    case CX_LEAD_URL:
    case CX_LEAD_TEXT_LINK:
        return true;
    case CX_LEAD_TEXT:
    case CX_LEAD_WORDS:
        /* A name with its links in a list below. */
        return item->own_links > 0 || (item->links > 0 && item->titled == 0);
    default:
        return false;
    }
}

bool
cx_are_sentences(const struct cx_counts *list)
{
    return list->stops > 0 && list->stops * 4 >= list->survey.items * 3;
}

static enum cx_list_kind
kind_of(const struct cx_counts *list)
{
    const unsigned *of = list->of;
    unsigned items = list->survey.items, keys = of[CX_LEAD_KEY] + of[CX_LEAD_ROLE];
    if (of[CX_LEAD_ANCHOR] * 2 >= items && of[CX_LEAD_ANCHOR] > 0)
        return CX_LIST_CONTENTS;
    if (list->people * 2 > items)
        return CX_LIST_PROSE;
    /* A bare URL names nothing: beside other items, or alone, it is a link of
     * whatever the list is about. */
    bool many = list->bare > 3 && list->titled_items * 4 >= items * 3;
    /* Among several names of a few words, it is an entry like those. */
    bool names = list->bare >= 3 && of[CX_LEAD_WORDS] > 1 &&
                 list->bare + of[CX_LEAD_WORDS] == items;
    bool urls = list->bare > 0 && list->titled_items <= list->bare * 2 &&
                (list->titled_items < items || items < 3) && !many && !names;
    bool named = keys > 0 && keys + list->colons >= items;
    if ((keys > 0 && keys * 2 >= items) || named || urls)
        return CX_LIST_KEYS;
    if (names)
        return CX_LIST_TITLED;
    if (list->titled_items * 2 >= items && list->titled_items > 0)
        return CX_LIST_TITLED;
    if (list->survey.titled > list->titled_items)
        return CX_LIST_GROUPS;
    if (list->survey.links == 0 && cx_are_sentences(list))
        return CX_LIST_PROSE;
    if (of[CX_LEAD_TEXT] * 2 >= items && of[CX_LEAD_TEXT] > 0)
        return CX_LIST_PARTS;
    if (of[CX_LEAD_WORDS] * 2 >= items && of[CX_LEAD_WORDS] > 0)
        return CX_LIST_WORDS;
    return list->titled_items > 0 ? CX_LIST_TITLED : CX_LIST_PROSE;
}

static bool
stands_over_list(cmark_node *item)
{
    cmark_node *last = cmark_node_last_child(item);
    return last != NULL && cmark_node_get_type(last) == CMARK_NODE_LIST;
}

static void
survey_leave(struct cx_reader *reader, cmark_node *node)
{
    struct cx_survey *survey = cmark_node_get_user_data(node);
    cmark_node *parent = cmark_node_parent(node);
    struct cx_survey *above =
        parent == NULL ? NULL : cmark_node_get_user_data(parent);
    if (cmark_node_get_type(node) == CMARK_NODE_LIST) {
        survey->kind = (unsigned char)kind_of((struct cx_counts *)survey);
    } else {
        struct cx_counts *list = (struct cx_counts *)above;
        bool titled = cx_is_titled(survey);
        survey->links += survey->own_links;
        survey->over_list = stands_over_list(node);
        survey->titled += titled;
        survey->urls += survey->lead == CX_LEAD_URL;
        list->over_lists += survey->over_list;
        reader->over_lists += survey->over_list &&
                              (titled || survey->own_links < survey->links);
        list->survey.items++;
        list->people += survey->person;
        list->of[survey->lead]++;
        list->titled_items += titled;
        list->colons += survey->colon && survey->lead != CX_LEAD_KEY &&
                        survey->lead != CX_LEAD_ROLE;
        list->stops += survey->stop && survey->links == 0;
        list->bare += survey->lead == CX_LEAD_URL && survey->whole;
        if (survey->own_links == 0 && survey->links > 0) {
            list->over++;
            list->over_links += survey->titled - survey->urls == titled;
        }
    }
    if (above != NULL) {
        above->links += survey->links;
        above->far += survey->far;
        above->titled += survey->titled;
        above->urls += survey->urls;
    }
}

void
cx_list_survey(struct cx_reader *reader, cmark_node *document)
{
    cmark_iter *iter = cmark_iter_new(document);
    cmark_event_type event;
    while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(iter);
        cmark_node_type type = cmark_node_get_type(node);
        bool holder = type == CMARK_NODE_LIST || type == CMARK_NODE_ITEM;
        if (event == CMARK_EVENT_EXIT && holder) {
            survey_leave(reader, node);
        } else if (event == CMARK_EVENT_ENTER && holder) {
            cmark_node_set_user_data(
                node, cx_alloc(&reader->scratch,
                               type == CMARK_NODE_LIST
                                   ? sizeof(struct cx_counts)
                                   : sizeof(struct cx_survey)));
        } else if (event == CMARK_EVENT_ENTER &&
                   type == CMARK_NODE_HTML_BLOCK) {
            survey_paragraph(reader, node);
        } else if (event == CMARK_EVENT_ENTER &&
                   (type == CMARK_NODE_PARAGRAPH ||
                    type == CMARK_NODE_HEADING)) {
            if (type == CMARK_NODE_PARAGRAPH)
                survey_paragraph(reader, node);
            cmark_iter_reset(iter, node, CMARK_EVENT_EXIT);
        }
    }
    cmark_iter_free(iter);
}
