/* SPDX-License-Identifier: MIT */
/* An exporter in C++: a table in Markdown, one row a record. */
#include <cstring>
#include <string>

#include <catex/exporter.h>

/* Only the letters of the text reach the page: what Markdown or HTML would
 * read as markup is escaped, and a row stays on its line. */
static std::string
cell(const char *text)
{
    std::string out;
    for (; text != nullptr && *text != '\0'; text++) {
        if (std::strchr("\\`*_[]<>|&~", *text) != nullptr)
            out += '\\';
        out += *text == '\n' ? ' ' : *text;
    }
    return out;
}

/* In <…>, where a URL ends at the first ">". */
static std::string
target(const char *url)
{
    std::string out;
    for (; *url != '\0'; url++)
        switch (*url) {
        case '<': out += "%3C"; break;
        case '>': out += "%3E"; break;
        case '|': out += "%7C"; break;
        case '\\': out += "%5C"; break;
        case ' ': out += "%20"; break;
        default: out += *url;
        }
    return out;
}

static int
table_begin(struct catex_run *run)
{
    catex_puts(run->out, "| Title | Section | Links |\n|---|---|---|\n");
    return CATEX_OK;
}

static int
table_record(struct catex_run *run, const struct catex_record *record)
try {
    std::string row = "| " + cell(record->title) + " | ";
    if (record->sections != nullptr)
        row += cell(record->sections->section->title);
    row += " |";
    for (auto link = record->links; link != nullptr; link = link->next) {
        const char *label = link->label != nullptr ? link->label : "Link";
        row += " [" + cell(label) + "](<" + target(link->url) + ">)";
    }
    row += " |\n";
    catex_write(run->out, row.data(), row.size());
    return CATEX_OK;
} catch (...) { /* an exception must not cross into C */
    return catex_error_set(run->error, CATEX_ERR_MEMORY, "markdown-table", 0,
                           "there is not enough memory");
}

CATEX_EXPORTER_NOTE("markdown-table")

const struct catex_exporter catex_exporter = {
    CATEX_EXPORTER_HEAD,
    .name = "markdown-table",
    .summary = "a table in Markdown",
    .media_type = "text/markdown",
    .ending = ".md",
    .fields = CATEX_BIT(CATEX_FIELD_TITLE) | CATEX_BIT(CATEX_FIELD_SECTIONS) |
              CATEX_BIT(CATEX_FIELD_LINKS) |
              CATEX_BIT(CATEX_FIELD_LINK_LABEL),
    .flags = 0,
    .reserved = 0,
    .options = nullptr,
    .state_size = 0,
    .begin = table_begin,
    .record = table_record,
    .end = nullptr,
    .cleanup = nullptr,
};
