/* SPDX-License-Identifier: MIT */
/* The Markdown of a description says what its plain text says, and holds no
 * link that the record has not. Takes the lists to try. */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <catex/catex.h>
#include <cmark.h>

struct text {
    char *bytes;
    size_t size;
};

static void
add(FILE *out, cmark_node *node, cmark_event_type event)
{
    const char *literal = cmark_node_get_literal(node);
    cmark_node_type type = cmark_node_get_type(node);
    if (event == CMARK_EVENT_ENTER && literal != NULL)
        fputs(literal, out);
    else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK ||
             (event == CMARK_EVENT_EXIT && type == CMARK_NODE_PARAGRAPH))
        fputc('\n', out);
}

static bool
has_link(const struct catex_record *record, const char *url)
{
    const struct catex_link *link = record->links;
    while (link != NULL && strcmp(link->url, url) != 0)
        link = link->next;
    return link != NULL || url[0] == '#';
}

/* What a reader of the Markdown sees; counts links that are not there. */
static struct text
shown(const struct catex_record *record, int *bad)
{
    struct text text = {NULL, 0};
    FILE *out = open_memstream(&text.bytes, &text.size);
    const char *md = record->description_md;
    cmark_node *root = cmark_parse_document(md, strlen(md), CMARK_OPT_DEFAULT);
    cmark_iter *iter = cmark_iter_new(root);
    cmark_event_type event;
    while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(iter);
        add(out, node, event);
        if (event == CMARK_EVENT_ENTER &&
            cmark_node_get_type(node) == CMARK_NODE_LINK &&
            !has_link(record, cmark_node_get_url(node))) {
            printf("%s:%d: no link of the record: %s\n", record->source.path,
                   record->source.first_line, cmark_node_get_url(node));
            ++*bad;
        }
    }
    cmark_iter_free(iter);
    cmark_node_free(root);
    fclose(out);
    return text;
}

/* Takes blanks and the bullets at the starts of lines away. */
static void
bare(char *text)
{
    char *to = text;
    bool start = true;
    for (; *text != '\0'; text++) {
        bool blank = *text == ' ' || *text == '\n' || *text == '\t' ||
                     strncmp(text, "\xC2\xA0", 2) == 0;
        if (*text == '\xC2' && blank)
            text++;
        else if (!blank && !(start && *text == '-' && text[1] == ' '))
            *to++ = *text;
        start = *text == '\n' || (start && blank);
    }
    *to = '\0';
}

static int
check_record(const struct catex_record *record)
{
    int bad = 0;
    struct text text = shown(record, &bad);
    char *plain = strdup(record->description);
    bare(plain);
    bare(text.bytes);
    size_t same = 0;
    while (plain[same] != '\0' && plain[same] == text.bytes[same])
        same++;
    if (strcmp(plain, text.bytes) != 0) {
        printf("%s:%d: the Markdown says «%.40s», the text «%.40s»\n",
               record->source.path, record->source.first_line,
               text.bytes + same, plain + same);
        bad++;
    }
    free(plain);
    free(text.bytes);
    return bad;
}

int
main(int argc, char **argv)
{
    int bad = 0, records = 0;
    for (int i = 1; i < argc; i++) {
        struct catex_load_options options = {.size = sizeof options};
        struct catex_catalog *catalog = NULL;
        struct catex_error error = {0};
        if (catex_load(argv[i], &options, &catalog, &error) != CATEX_OK) {
            printf("%s: %s\n", argv[i], error.text);
            return 1;
        }
        const struct catex_record *record = catalog->records;
        for (; record != NULL; record = record->next)
            if (record->description_md != NULL) {
                bad += check_record(record);
                records++;
            }
        catex_catalog_free(catalog);
    }
    printf("%d descriptions, %d differences\n", records, bad);
    return bad > 0 || records == 0;
}
