/* SPDX-License-Identifier: MIT */
/* Judges outputs by parsers that catex does not write with. */
#include <jansson.h>
#include <libxml/parser.h>
#include <string.h>

#include "fuzz.h"

/* How many bytes the character at @at takes, by RFC 3629; 0: it is none. */
static size_t
char_size(const unsigned char *at, size_t left)
{
    static const struct {
        unsigned char mask, lead;
        uint32_t least;
    } forms[] = {{0x80, 0x00, 0}, {0xE0, 0xC0, 0x80}, {0xF0, 0xE0, 0x800},
                 {0xF8, 0xF0, 0x10000}};
    for (size_t i = 0; i < 4; i++) {
        if ((*at & forms[i].mask) != forms[i].lead || left < i + 1)
            continue;
        uint32_t c = *at & (unsigned char)~forms[i].mask;
        for (size_t n = 1; n <= i; n++) {
            if ((at[n] & 0xC0) != 0x80)
                return 0;
            c = c << 6 | (at[n] & 0x3F);
        }
        return c < forms[i].least || c > 0x10FFFF || (c >> 11) == 0x1B
                   ? 0 : i + 1;
    }
    return 0;
}

void
fuzz_judge_utf8(const char *format, const struct fuzz_text *text)
{
    const unsigned char *bytes = (const unsigned char *)text->bytes;
    for (size_t at = 0, size; at < text->size; at += size) {
        size = char_size(bytes + at, text->size - at);
        fuzz_check(size > 0, "%s is UTF-8 (byte %zu):\n%s", format, at,
                   text->bytes);
        fuzz_check(bytes[at] >= 0x20 || strchr("\n\r\t", bytes[at]) != NULL,
                   "%s has no control characters (byte %zu)", format, at);
    }
}

static void
judge_json(const char *bytes, size_t size)
{
    json_error_t error;
    json_t *json = json_loadb(bytes, size, JSON_REJECT_DUPLICATES, &error);
    fuzz_check(json != NULL, "JSON parses: %s\n%.*s", error.text, (int)size,
               bytes);
    json_decref(json);
}

void
fuzz_judge_json(const struct fuzz_text *text)
{
    judge_json(text->bytes, text->size);
}

void
fuzz_judge_lines(const struct fuzz_text *text)
{
    const char *at = text->bytes, *end = at + text->size, *stop;
    for (; at < end; at = stop + 1) {
        stop = memchr(at, '\n', (size_t)(end - at));
        fuzz_check(stop != NULL, "each line ends");
        judge_json(at, (size_t)(stop - at));
    }
}

static void
ignore_xml_error(void *context, const char *format, ...)
{
    (void)context;
    (void)format;
}

void
fuzz_judge_xml(const struct fuzz_text *text)
{
    xmlSetGenericErrorFunc(NULL, ignore_xml_error);
    xmlDocPtr xml = xmlReadMemory(text->bytes, (int)text->size, "dcat.rdf",
                                  NULL, XML_PARSE_NONET | XML_PARSE_HUGE);
    const xmlError *error = xmlGetLastError();
    fuzz_check(xml != NULL, "XML parses: %s\n%s",
               error == NULL ? "" : error->message, text->bytes);
    /* Relative names are said to be so (100: a namespace that is no URI). */
    xmlFreeDoc(xml);
    xmlResetLastError();
}

/* RFC 4180: as many cells in each row as in the first. */
void
fuzz_judge_csv(const struct fuzz_text *text)
{
    const char *at = text->bytes, *end = at + text->size;
    size_t first = 0, cells = 1, rows = 0;
    while (at < end) {
        if (*at == '"') {
            do {
                at = memchr(at + 1, '"', (size_t)(end - at - 1));
                fuzz_check(at != NULL, "CSV quotes end:\n%s", text->bytes);
                at++;
            } while (at < end && *at == '"');
            fuzz_check(at < end && strchr(",\r", *at) != NULL,
                       "a CSV cell ends with its quote:\n%s", text->bytes);
        }
        while (at < end && strchr(",\r\n\"", *at) == NULL)
            at++;
        fuzz_check(at < end && *at != '"' && *at != '\n',
                   "quotes and newlines of CSV are quoted:\n%s", text->bytes);
        if (*at++ == ',') {
            cells++;
            continue;
        }
        fuzz_check(at < end && *at++ == '\n', "a CSV row ends in CR LF");
        first = rows++ == 0 ? cells : first;
        fuzz_check(cells == first, "row %zu of CSV has %zu cells, not %zu",
                   rows, cells, first);
        cells = 1;
    }
}

/* BibTeX counts each brace, also behind a backslash. */
void
fuzz_judge_bibtex(const struct fuzz_text *text)
{
    size_t depth = 0;
    for (size_t i = 0; i < text->size; i++) {
        depth += text->bytes[i] == '{';
        fuzz_check(text->bytes[i] != '}' || depth > 0,
                   "braces of BibTeX balance (byte %zu):\n%s", i,
                   text->bytes);
        depth -= text->bytes[i] == '}';
    }
    fuzz_check(depth == 0, "braces of BibTeX are closed:\n%s", text->bytes);
}
