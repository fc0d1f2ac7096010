/* SPDX-License-Identifier: MIT */
/* Cuts a JSON text into pieces, parses them, and finds the line of a value.
 * The cutting looks at brackets and strings only: whether a piece is JSON is
 * the parser's to say. */
#include "load/json.h"

#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum token { END, OPEN, CLOSE, KEY, STRING, BARE, COMMA, COLON };

static void
skip_space(struct cx_json_cursor *cursor)
{
    for (; cursor->at < cursor->end; cursor->at++) {
        char c = *cursor->at;
        if (c == '\n')
            cursor->line += cursor->line < INT_MAX;
        else if (c != ' ' && c != '\t' && c != '\r')
            break;
    }
}

int
cx_json_is_blank(const struct cx_json_piece *piece)
{
    struct cx_json_cursor cursor = {piece->bytes, piece->bytes + piece->size,
                                    piece->line, 0, 0};
    skip_space(&cursor);
    return cursor.at == cursor.end;
}

void
cx_json_skip_mark(struct cx_json_piece *piece)
{
    if (piece->size < 3 || memcmp(piece->bytes, "\xEF\xBB\xBF", 3) != 0)
        return;
    piece->bytes += 3;
    piece->size -= 3;
}

static int
skip_string(struct cx_json_cursor *cursor)
{
    for (cursor->at++; cursor->at < cursor->end; cursor->at++) {
        if (*cursor->at == '"') {
            cursor->at++;
            return 1;
        }
        if (*cursor->at == '\\' && cursor->at + 1 < cursor->end)
            cursor->at++;
        if (*cursor->at == '\n')
            cursor->line += cursor->line < INT_MAX;
    }
    return 0;
}

static enum token
string_token(struct cx_json_cursor *cursor)
{
    if (!skip_string(cursor))
        return END;
    struct cx_json_cursor ahead = *cursor;
    skip_space(&ahead);
    return ahead.at < ahead.end && *ahead.at == ':' ? KEY : STRING;
}

/* Steps over the next token, whose first byte goes to @ret_at. */
static enum token
next_token(struct cx_json_cursor *cursor, const char **ret_at)
{
    static const char marks[] = "{[}],:";
    static const enum token tokens[] = {OPEN, OPEN, CLOSE, CLOSE, COMMA, COLON};
    skip_space(cursor);
    *ret_at = cursor->at;
    if (cursor->at == cursor->end)
        return END;
    if (*cursor->at == '"')
        return string_token(cursor);
    const char *mark = memchr(marks, *cursor->at, sizeof marks - 1);
    if (mark != NULL) {
        cursor->at++;
        return tokens[mark - marks];
    }
    while (cursor->at < cursor->end
           && memchr("{[}],:\" \t\r\n", *cursor->at, 11) == NULL)
        cursor->at++;
    return BARE;
}

static int
skip_value(struct cx_json_cursor *cursor)
{
    const char *at;
    enum token token = next_token(cursor, &at);
    if (token != OPEN)
        return token == STRING || token == BARE;
    for (size_t depth = 1; depth > 0;) {
        token = next_token(cursor, &at);
        if (token == END)
            return 0;
        depth += token == OPEN;
        depth -= token == CLOSE;
    }
    return 1;
}

/* The line of the value that is @ordinal-th in the reader's piece. It goes
 * on from where it was, so that many lookups in order cost one pass. */
static int
line_of(struct cx_json_reader *reader, size_t ordinal)
{
    struct cx_json_cursor *cursor = &reader->located;
    if (cursor->at == NULL || reader->located_ordinal > ordinal) {
        *cursor = (struct cx_json_cursor){
            reader->piece.bytes, reader->piece.bytes + reader->piece.size,
            reader->piece.line, 0, 0};
        reader->located_ordinal = 0;
    }
    int line = cursor->line;
    const char *at;
    while (reader->located_ordinal < ordinal) {
        skip_space(cursor);
        line = cursor->line;
        enum token token = next_token(cursor, &at);
        if (token == END)
            break;
        if (token == OPEN || token == STRING || token == BARE)
            reader->located_ordinal++;
    }
    return line;
}

int
cx_json_line(struct cx_json_reader *reader)
{
    if (reader->tree == NULL || reader->ordinal == 0)
        return reader->piece.line;
    return line_of(reader, reader->ordinal);
}

static int
is_plain(const char *key)
{
    return *key != '\0'
           && key[strspn(key, "abcdefghijklmnopqrstuvwxyz_-0123456789"
                              "ABCDEFGHIJKLMNOPQRSTUVWXYZ")] == '\0';
}

/* Writes the path as people write it: records[3].links[0].url */
static size_t
print_path(const struct cx_json_path *path, char *out, size_t size)
{
    if (path == NULL)
        return 0;
    size_t at = print_path(path->up, out, size);
    int n = 0;
    if (path->key == NULL) {
        n = snprintf(out + at, size - at, "[%zu]", path->index);
    } else if (is_plain(path->key)) {
        n = snprintf(out + at, size - at, "%s%s", at == 0 ? "" : ".",
                     path->key);
    } else {
        json_t *key = json_string(path->key);
        char *quoted = json_dumps(key, JSON_ENCODE_ANY | JSON_ENSURE_ASCII);
        n = snprintf(out + at, size - at, "[%s]",
                     quoted == NULL ? "?" : quoted);
        free(quoted);
        json_decref(key);
    }
    at += n < 0 ? 0 : (size_t)n;
    return at < size ? at : size - 1;
}

static const char *
path_text(const struct cx_json_reader *reader, char *out, size_t size)
{
    out[0] = '\0';
    print_path(reader->path, out, size);
    return out[0] == '\0' ? "the document" : out;
}

int
cx_json_fail(struct cx_json_reader *reader, const char *format, ...)
{
    char path[256], text[320];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    return catex_error_set(reader->error, CATEX_ERR_INPUT,
                           reader->input->name, cx_json_line(reader), "%s %s",
                           path_text(reader, path, sizeof path), text);
}

void
cx_json_report(struct cx_json_reader *reader, const char *kind,
               const char *format, ...)
{
    if (reader->input->report == NULL)
        return;
    char path[256], text[320];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    cx_report(reader->input, kind, cx_json_line(reader), reader->record,
              "%s %s", path_text(reader, path, sizeof path), text);
}

/* The error for a text that is not cut as JSON must be. */
static int
malformed(struct cx_json_reader *reader, const struct cx_json_cursor *cursor,
          const char *wanted)
{
    char path[256];
    return catex_error_set(
        reader->error, CATEX_ERR_INPUT, reader->input->name, cursor->line,
        "%s is not JSON: %s, where %s must stand",
        path_text(reader, path, sizeof path),
        cursor->at == cursor->end ? "the text ends" : "there is something else",
        wanted);
}

int
cx_json_open(struct cx_json_reader *reader, char kind,
             const struct cx_json_piece *piece, struct cx_json_cursor *cursor)
{
    *cursor = (struct cx_json_cursor){piece->bytes, piece->bytes + piece->size,
                                      piece->line, 0, 0};
    skip_space(cursor);
    reader->piece = *piece;
    reader->ordinal = 0;
    cursor->close = CX_JSON_SEQUENCE;
    if (kind == CX_JSON_SEQUENCE)
        return CATEX_OK;
    if (cursor->at == cursor->end || *cursor->at != kind)
        return malformed(reader, cursor,
                         kind == '{' ? "an object" : "an array");
    cursor->at++;
    cursor->close = kind == '{' ? '}' : ']';
    return CATEX_OK;
}

static int
close_cursor(struct cx_json_reader *reader, struct cx_json_cursor *cursor)
{
    cursor->at++;
    cursor->close = '\0';
    skip_space(cursor);
    if (cursor->at < cursor->end)
        return malformed(reader, cursor, "the end");
    return 0;
}

static int
next_key(struct cx_json_reader *reader, struct cx_json_cursor *cursor,
         struct cx_json_piece *piece)
{
    skip_space(cursor);
    if (next_token(cursor, &piece->key) != KEY)
        return malformed(reader, cursor, "a key");
    piece->key_size = (size_t)(cursor->at - piece->key);
    const char *colon;
    next_token(cursor, &colon); /* a key has one */
    return CATEX_OK;
}

int
cx_json_next(struct cx_json_reader *reader, struct cx_json_cursor *cursor,
             struct cx_json_piece *piece)
{
    if (cursor->close == '\0')
        return 0;
    skip_space(cursor);
    if (cursor->close == CX_JSON_SEQUENCE && cursor->at == cursor->end)
        return 0;
    if (cursor->at < cursor->end && *cursor->at == cursor->close)
        return close_cursor(reader, cursor);
    if (cursor->count > 0 && cursor->close != CX_JSON_SEQUENCE) {
        if (cursor->at == cursor->end || *cursor->at != ',')
            return malformed(reader, cursor, "a comma or the end");
        cursor->at++;
    }
    *piece = (struct cx_json_piece){.index = cursor->count++};
    if (cursor->close == '}') {
        int status = next_key(reader, cursor, piece);
        if (status != CATEX_OK)
            return status;
    }
    skip_space(cursor);
    piece->bytes = cursor->at;
    piece->line = cursor->line;
    if (!skip_value(cursor))
        return malformed(reader, cursor, "a value");
    piece->size = (size_t)(cursor->at - piece->bytes);
    return 1;
}

void
cx_json_done(struct cx_json_reader *reader)
{
    json_decref(reader->tree);
    reader->tree = NULL;
    cx_buffer_done(&reader->clean);
}

int
cx_json_parse(struct cx_json_reader *reader,
              const struct cx_json_piece *piece)
{
    json_error_t why;
    json_decref(reader->tree);
    reader->piece = *piece;
    reader->ordinal = 0;
    reader->located.at = NULL;
    reader->tree = json_loadb(piece->bytes, piece->size,
                              JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &why);
    if (reader->tree != NULL) {
        reader->ordinal = 1;
        return CATEX_OK;
    }
    /* Without memory, jansson mostly has nothing to say. */
    if (why.text[0] == '\0'
        || json_error_code(&why) == json_error_out_of_memory)
        return catex_error_set(reader->error, CATEX_ERR_MEMORY,
                               reader->input->name, piece->line,
                               "there is not enough memory to load it");
    reader->piece.line += why.line > 1 ? why.line - 1 : 0;
    return cx_json_fail(reader, "is not JSON: %s", why.text);
}

int
cx_json_key(struct cx_json_reader *reader, const struct cx_json_piece *piece,
            const char **ret_key)
{
    struct cx_json_piece key = {.bytes = piece->key, .size = piece->key_size,
                                .line = piece->line};
    int status = cx_json_parse(reader, &key);
    if (status == CATEX_OK)
        status = cx_json_text(reader, reader->tree, ret_key);
    reader->piece = *piece;
    reader->ordinal = 0;
    return status;
}
