/* SPDX-License-Identifier: MIT */
/* Messages: one line each, as text for people or as JSON for machines. */
#include "cli.h"

#include <errno.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <jansson.h>

struct message {
    const char *level, *format, *kind, *path, *record, *text;
    int line;
};

/* Text from a list or a file's name could hold what a terminal obeys. */
static void
put(FILE *to, const char *text)
{
    for (; *text != '\0'; text++) {
        unsigned char c = (unsigned char)*text;
        if (c == '\n' || c == '\t')
            putc(' ', to);
        else if (c < 0x20 || c == 0x7f)
            fprintf(to, "\\x%02x", c);
        else
            putc(c, to);
    }
}

static void
print_text(FILE *to, const struct message *message)
{
    const char *parts[] = {message->format, message->path, message->kind};
    for (int i = 0; i < 3; i++) {
        if (parts[i] == NULL || parts[i][0] == '\0')
            continue;
        if (i == 1 && message->format != NULL &&
            strcmp(message->format, message->path) == 0)
            continue;
        put(to, parts[i]);
        if (i == 1 && message->line > 0)
            fprintf(to, ":%d", message->line);
        fputs(": ", to);
    }
    put(to, message->text);
    putc('\n', to);
}

static void
set(json_t *object, const char *key, const char *text)
{
    if (text == NULL || text[0] == '\0')
        return;
    json_t *value = json_string(text);
    if (value == NULL) { /* a file's name need not be UTF-8 */
        char *plain = strdup(text);
        for (char *at = plain; at != NULL && *at != '\0'; at++)
            if ((unsigned char)*at >= 0x80)
                *at = '?';
        value = json_string(plain == NULL ? "?" : plain);
        free(plain);
    }
    json_object_set_new(object, key, value);
}

static void
print_json(FILE *to, const struct message *message)
{
    json_t *object = json_object();
    set(object, "level", message->level);
    set(object, "format", message->format);
    set(object, "kind", message->kind);
    set(object, "path", message->path);
    if (message->line > 0)
        json_object_set_new(object, "line", json_integer(message->line));
    set(object, "record", message->record);
    set(object, "text", message->text);
    json_dumpf(object, to, 0);
    putc('\n', to);
    json_decref(object);
}

static void
print(const struct cli_messages *messages, const struct message *message)
{
    if (messages->json) {
        print_json(messages->to, message);
        return;
    }
    if (messages->to == stderr)
        fputs("catex: ", stderr);
    print_text(messages->to, message);
}

/* Errors go to standard error, wherever reports go. */
static void
print_error(struct cli_messages *messages, const struct message *message)
{
    messages->failed = 1;
    struct cli_messages errors = {.to = stderr, .json = messages->json};
    fflush(messages->to);
    print(&errors, message);
}

int
cli_fail(struct cli_messages *messages, int code, const char *source,
         const char *format, ...)
{
    char text[1024];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    const struct message message = {
        .level = "error", .path = source, .text = text};
    print_error(messages, &message);
    return code;
}

int
cli_fail_error(struct cli_messages *messages, const char *plugin,
               const struct catex_error *error)
{
    const struct message message = {.level = "error", .format = plugin,
                                    .path = error->source,
                                    .line = error->line, .text = error->text};
    print_error(messages, &message);
    switch (error->code) {
    case CATEX_ERR_USAGE: return CLI_USAGE;
    case CATEX_ERR_INPUT: return CLI_INPUT;
    case CATEX_ERR_PLUGIN: return CLI_PLUGIN;
    case CATEX_ERR_STRICT: return CLI_PROBLEMS;
    case CATEX_ERR_MEMORY: return plugin != NULL ? CLI_PLUGIN : CLI_OUTPUT;
    default: return CLI_OUTPUT;
    }
}

/* Whether a report is about the list, and not about what the user just gave. */
static int
is_finding(const struct cli_messages *messages,
           const struct catex_report *report)
{
    const char *const *at = messages->lists;
    if (!messages->findings || report->path == NULL)
        return messages->findings;
    while (*at != NULL && strcmp(*at, report->path) != 0)
        at++;
    return *at != NULL;
}

/* How often this kind was reported before. */
static uint64_t
tally(struct cli_messages *messages, const struct catex_report *report,
      int finding)
{
    const char *format = report->format == NULL ? "" : report->format;
    for (size_t i = 0; i < messages->tally_count; i++) {
        struct cli_tally *at = &messages->tallies[i];
        if (at->finding == finding &&
            strcmp(at->format, format) == 0 && strcmp(at->kind, report->kind) == 0)
            return at->count++;
    }
    if (messages->tally_count == CLI_TALLIES)
        return 0;
    struct cli_tally *new = &messages->tallies[messages->tally_count++];
    snprintf(new->format, sizeof new->format, "%s", format);
    snprintf(new->kind, sizeof new->kind, "%.63s", report->kind);
    new->finding = finding;
    new->count = 1;
    return 0;
}

static int
is_without(const struct cli_messages *messages, const char *kind)
{
    for (size_t i = 0; i < messages->without_count; i++)
        if (strcmp(messages->without[i], kind) == 0)
            return 1;
    return 0;
}

/* A record knows the name of its list, and the user the path to it. */
static const char *
as_named(const struct cli_messages *messages, const char *path)
{
    for (const char *const *at = messages->lists;
         path != NULL && at != NULL && *at != NULL; at++) {
        const char *slash = strrchr(*at, '/');
        if (strcmp(slash == NULL ? *at : slash + 1, path) == 0)
            return *at;
    }
    return path;
}

void
cli_report(const struct catex_report *report, void *user_data)
{
    struct cli_messages *messages = user_data;
    if (is_without(messages, report->kind))
        return;
    messages->reports++;
    int finding = is_finding(messages, report);
    uint64_t before = tally(messages, report, finding);
    uint64_t most = finding ? 0 : CLI_SHOWN;
    if (messages->quiet ||
        (before >= most && !messages->verbose && !messages->json))
        return;
    const struct message message = {
        .level = "warning", .format = report->format, .kind = report->kind,
        .path = as_named(messages, report->path), .line = report->line,
        .record = report->record, .text = report->text};
    print(messages, &message);
}

void
cli_warn(struct cli_messages *messages, const char *kind, const char *source,
         const char *text)
{
    const struct catex_report report = {
        .kind = kind, .path = source, .text = text};
    cli_report(&report, messages);
}

/* One line for all lists: their curator runs `catex check`. */
static void
sum_up_findings(const struct cli_messages *messages)
{
    const char *separator = "";
    int several = messages->lists[0] != NULL && messages->lists[1] != NULL;
    fputs("catex: ", stderr);
    put(stderr, several ? "the lists" : messages->lists[0]);
    fputs(": «catex check» has something to say: ", stderr);
    for (size_t i = 0; i < messages->tally_count; i++) {
        const struct cli_tally *at = &messages->tallies[i];
        if (at->finding) {
            fprintf(stderr, "%s%s %" PRIu64, separator, at->kind, at->count);
            separator = ", ";
        }
    }
    putc('\n', stderr);
}

void
cli_messages_end(struct cli_messages *messages)
{
    int findings = 0;
    if (messages->quiet || messages->json || messages->verbose)
        return;
    for (size_t i = 0; i < messages->tally_count; i++) {
        const struct cli_tally *at = &messages->tallies[i];
        findings |= at->finding;
        if (!at->finding && at->count > CLI_SHOWN)
            fprintf(stderr, "catex: %s%s%s: %" PRIu64 " more; -v shows all\n",
                    at->format, at->format[0] == '\0' ? "" : ": ", at->kind,
                    at->count - CLI_SHOWN);
    }
    if (findings && !messages->failed)
        sum_up_findings(messages);
}

void *
cli_alloc(size_t size)
{
    void *memory = calloc(1, size == 0 ? 1 : size);
    if (memory == NULL) {
        fputs("catex: there is not enough memory\n", stderr);
        exit(CLI_OUTPUT);
    }
    return memory;
}

int
cli_close_output(struct cli_messages *messages, int code)
{
    /* Where an earlier write failed, why is forgotten. */
    errno = 0;
    int failed = fflush(stdout) != 0 || ferror(stdout);
    if (failed && code != CLI_OUTPUT)
        return cli_fail(messages, CLI_OUTPUT, "standard output",
                        "cannot be written%s%s", errno == 0 ? "" : ": ",
                        errno == 0 ? "" : strerror(errno));
    return code;
}
