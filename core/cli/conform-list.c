/* SPDX-License-Identifier: MIT */
/* The lists of the conformance checks, as patterns of NDJSON. In a pattern
 * $ is a text, ~ the digit 1 or (in the other list) 2, <A|B> is A or B, and !
 * the name of the record. */
#include "conform.h"

#include <stdlib.h>
#include <string.h>

#define HEAD "{\"format\": \"catex-catalog\", \"version\": 1, "

static const char empty[] = HEAD "\"catalog\": {\"id\": \"empty\"}, "
                                 "\"sections\": []}\n";

/* Each struct with no more than it must have, and all together. */
static const char bare[] =
    HEAD "\"catalog\": {\"id\": \"bare\"}, \"sections\": ["
    "{\"id\": \"s1\", \"title\": \"S\"}, {\"id\": \"s2\", \"label\": \"T\"}]}\n"
    "{\"id\": \"r1\", \"title\": \"R1\"}\n"
    "{\"id\": \"r2\", \"title\": \"R2\", \"parent\": \"r1\", "
    "\"sections\": [\"s2\"], "
    "\"links\": [{\"roles\": [\"other\"], \"url\": \"x\"}], "
    "\"publications\": [{\"id\": \"url-1\"}, {\"id\": \"doi-2\", "
    "\"authors\": [{\"family\": \"F\"}]}], "
    "\"identifiers\": [{\"scheme\": \"doi\", \"value\": \"10.1/x\"}], "
    "\"counts\": [{\"value\": 0}], "
    "\"creators\": [{\"name\": \"N\"}, {\"family\": \"F\"}], "
    "\"publisher\": {\"family\": \"F\"}, \"contact\": {\"name\": \"N\"}, "
    "\"licence\": {\"name\": \"L\"}, "
    "\"relations\": [{\"type\": \"replaces\", \"id\": \"r1\"}]}\n"
    "{\"id\": \"r3\", \"title\": \"R3\", \"licence\": {\"url\": \"x\"}, "
    "\"publications\": [{\"id\": \"url-1\"}], \"issued\": \"2001\"}\n"
    "{\"id\": \"r4\", \"title\": \"R4\", \"licence\": {\"spdx\": \"MIT\"}, "
    "\"publications\": [{\"id\": \"doi-3\", \"doi\": \"10.1/y\"}, "
    "{\"id\": \"url-4\", \"url\": \"x\", \"title\": \"P\", \"year\": 1}]}\n";

#define AGENT(kind) \
    "{\"kind\": \"" kind "\", \"name\": \"$\", \"iri\": " \
    "\"https://example.org/agent/~\", \"email\": \"a~@example.org\", " \
    "\"url\": \"https://example.org/home/~\"}"
#define PERSON "{\"kind\": \"person\", \"family\": \"$\", \"given\": \"$\"}"
#define LICENCE \
    "{\"spdx\": \"<MIT|ISC>\", \"url\": \"https://example.org/licence/~\", " \
    "\"name\": \"$\"}"
#define LINK(roles, url) \
    "{\"roles\": [" roles "], \"label\": \"$\", \"title\": \"$\", " \
    "\"url\": \"" url "\", \"note\": \"$\", " \
    "\"media_type\": \"text/<csv|html>\", \"inherited\": true, " \
    "\"shared\": true, \"direct\": true, \"line\": 3~}"
/* A record behind its brace; ! is its name. */
static const char record[] =
    "\"id\": \"!~\", \"kind\": \"<dataset|challenge>\", "
    "\"title\": \"$\", \"alt_titles\": [\"$\", \"$\"], "
    "\"description\": \"$\\n\\n$\", "
    "\"description_md\": \"*$*\\n\\n$\", "
    "\"sections\": [\"inner~\", \"outer~\"], \"group\": \"$\", "
    "\"topics\": [\"$\", \"$\"], \"keywords\": [\"$\", \"$\"], "
    "\"access\": \"<registration|open>\", \"access_note\": \"$\", "
    "\"fee\": \"<no|yes>\", \"links\": ["
    LINK("\"<access|landing>\"", "https://example.org/!/a~?b=c&d=%20")
    ", " LINK("\"<download|code>\", \"<info|other>\"",
              "https://example.org/!/$") ", "
    LINK("\"paper\"", "https://doi.org/10.1000/!~") "], "
    "\"publications\": [{\"id\": \"doi-!~\", "
    "\"relation\": \"<describes|uses>\", "
    "\"kind\": \"<journal|thesis>\", \"doi\": \"10.1000/!~\", "
    "\"pmid\": \"123~\", \"pmcid\": \"PMC12~\", "
    "\"arxiv\": \"1901.0000~\", \"url\": \"https://example.org/p/~\", "
    "\"title\": \"$\", \"authors\": [" PERSON ", {\"name\": \"$\"}], "
    "\"editors\": [{\"name\": \"$\"}], \"year\": 199~, "
    "\"issued\": \"199~-05\", \"venue\": \"$\", \"volume\": \"$\", "
    "\"issue\": \"$\", \"pages\": \"$\", \"publisher\": \"$\"}], "
    "\"identifiers\": [{\"scheme\": \"doi\", "
    "\"value\": \"10.1000/set-!~\"}, "
    "{\"scheme\": \"$\", \"value\": \"$\"}], "
    "\"counts\": [{\"value\": 922337203685477580~, \"unit\": \"$\"}], "
    "\"creators\": [" PERSON ", " AGENT("organization") "], "
    "\"publisher\": " AGENT("organization") ", "
    "\"contact\": " AGENT("person") ", \"licence\": " LICENCE ", "
    "\"rights_note\": \"$\", \"issued\": \"200~-10\", "
    "\"modified\": \"201~-02-03\", \"version\": \"$\", "
    "\"temporal\": \"188~/189~\", \"spatial\": \"$\", "
    "\"languages\": [\"<de|fr>\", \"<it|nl>\"], \"aliases\": [\"was-!~\"], "
    "\"relations\": [{\"type\": \"<replaces|sameSeries>\", "
    "\"id\": \"!~\"}], "
    "\"origin\": {\"kind\": \"derived\", \"title\": \"facts\"}, "
    "\"source\": {\"path\": \"list~.md\", \"lines\": [2~, 2~]}}\n";

static const char head[] =
    HEAD "\"catalog\": {\"id\": \"full~\", \"title\": \"$\", "
    "\"description\": \"$\\n\\n$\", \"language\": \"<en|pt>\", "
    "\"homepage\": \"https://example.org/home~\", "
    "\"base_iri\": \"https://example.org/id~/\", "
    "\"publisher\": " AGENT("organization") ", "
    "\"creators\": [" AGENT("organization") ", " PERSON "], "
    "\"licence\": " LICENCE ", \"issued\": \"200~\", "
    "\"modified\": \"201~-02-03\", \"keywords\": [\"$\", \"$\"], "
    "\"themes\": [\"https://example.org/theme/~\"], "
    "\"origin\": {\"language\": \"derived\", \"publisher\": \"facts\"}, "
    "\"source\": {\"path\": \"list~.md\", \"lines\": [1, 40~]}}, "
    "\"sections\": [{\"id\": \"outer~\", \"title\": \"$\", "
    "\"label\": \"1. $\", \"number\": \"1\", \"text\": \"$\\n$\", "
    "\"lines\": [3, 200]}, {\"id\": \"inner~\", \"title\": \"$\", "
    "\"label\": \"1.1 $\", \"number\": \"1.1\", \"parent\": \"outer~\", "
    "\"matter\": true, \"lines\": [20, 100]}]}\n";

/* Each is valid text of the model, as it stands in JSON. */
static const char *const hostile[] = {
    "\\\"'`{[(<%&#$_^~|\\\\>)]}`'\\\"", /* quotes and brackets */
    "</script><!--x-->]]><?php x?><a href=\\\"javascript:x\\\">&amp;&#0;",
    "\\\\end{document} \\\\input{/etc/passwd} %s%n%99999d {{x}} ${x}",
    "=cmd|' /C calc'!A0", "+1+1", "-1+1", "@SUM(A1)", "a,b;c|d\\te\\tf",
    "\\u202e\\u2066right to left\\u2069\\u200b\\ufeff\\u00ad\\u2028\\u0085",
    /* marks, and what joins into one sign */
    "e\\u0301\\u0302\\u0303 \\u0e01\\u0e33",
    "\\ud83d\\udc69\\u200d\\ud83d\\udc67 \\ud83c\\uddf3\\ud83c\\uddf1",
    "\\ufffd\\uffff\\ufdd0\\udbff\\udfff \\u06f1\\u0130\\u0131\\u00df",
    " white \\n\\n\\n space\\t\\t and lines\\n", "---", "\\n", "\\t", "0",
    "null", "ER  - ", "# | * > 1. \\n\\n    code", "@article{x,", "\\\\", "\\\"",
};
enum { HOSTILE = sizeof hostile / sizeof *hostile, WORD = 1 << 20 };

struct pattern {
    FILE *out;
    int list, texts;
    const char *name;
};

static void
put_text(struct pattern *p)
{
    int i = p->texts++;
    if (p->list >= CONFORM_HOSTILE)
        fputs(hostile[(i + p->list - CONFORM_HOSTILE) % HOSTILE], p->out);
    else
        fprintf(p->out, "Text %d.%d", p->list == CONFORM_OTHER ? 2 : 1, i);
}

static void
put_pattern(struct pattern *p, const char *at)
{
    int second = p->list == CONFORM_OTHER;
    for (; *at != '\0'; at++) {
        if (*at == '$') {
            put_text(p);
        } else if (*at == '!') {
            fputs(p->name, p->out);
        } else if (*at == '~') {
            fputc(second ? '2' : '1', p->out);
        } else if (*at == '<') {
            const char *bar = strchr(at, '|'), *end = strchr(bar, '>');
            const char *from = second ? bar + 1 : at + 1;
            fwrite(from, 1, (size_t)((second ? end : bar) - from), p->out);
            at = end;
        } else {
            fputc(*at, p->out);
        }
    }
}

static void
put_full(struct pattern *p)
{
    put_pattern(p, head);
    p->name = "first-";
    put_pattern(p, "{");
    put_pattern(p, record);
    put_pattern(p, "{\"parent\": \"first-~\", ");
    p->name = "second-";
    put_pattern(p, record);
}

/* A word without a place to break it, as a title and in a description. */
static void
put_long_word(FILE *out)
{
    for (int i = 0; i < 2; i++) {
        fprintf(out, "{\"id\": \"long-%d\", \"title\": \"", i);
        for (int n = 0; n < (i == 0 ? WORD : 1); n++)
            fputc('w', out);
        fputs("\", \"description\": \"", out);
        for (int n = 0; n < (i == 0 ? 1 : WORD / 2); n++)
            fputs("\\u00e9", out); /* two bytes */
        fputs("\"}\n", out);
    }
}

char *
conform_text(int list)
{
    char *text = NULL;
    size_t size;
    struct pattern p = {open_memstream(&text, &size), list, 0, ""};
    if (p.out == NULL)
        abort();
    if (list == CONFORM_EMPTY || list == CONFORM_BARE)
        fputs(list == CONFORM_EMPTY ? empty : bare, p.out);
    else
        put_full(&p);
    if (list == CONFORM_HOSTILE)
        put_long_word(p.out);
    fclose(p.out);
    return text;
}

struct catex_catalog *
conform_load(int list)
{
    struct catex_load_options options = {.size = sizeof options,
                                         .format = CATEX_FORMAT_NDJSON,
                                         .name = "the list of the test"};
    struct catex_error error = {0};
    struct catex_catalog *catalog = NULL;
    char *text = conform_text(list);
    if (catex_load_bytes(text, strlen(text), &options, &catalog, &error) !=
        CATEX_OK) {
        fprintf(stderr, "catex: %s:%d: %s\n", error.source, error.line,
                error.text);
        abort();
    }
    free(text);
    return catalog;
}
