/* SPDX-License-Identifier: MIT */
/* Reading JSON into the structs of the model, as their shapes say. A large
 * text is cut into pieces (a record, a section), which are parsed one by one:
 * memory stays that of a piece, and each piece knows its line. */
#ifndef CX_LOAD_JSON_H
#define CX_LOAD_JSON_H

#include <jansson.h>

#include <catex/shape.h>

#include "load/load.h"
#include "model/index.h"

/* A value inside a larger text. */
struct cx_json_piece {
    const char *bytes;
    size_t size;
    int line;          /* of its first byte */
    const char *key;   /* with quotes and escapes, or NULL in an array */
    size_t key_size;
    size_t index;      /* how many stand before it */
};

/* Goes through the members of an object or the elements of an array. */
struct cx_json_cursor {
    const char *at, *end;
    int line;
    char close; /* '}', ']', or 0 after the last one */
    size_t count;
};

/* Where a value stands in its document; frames lie on the stack. */
struct cx_json_path {
    const struct cx_json_path *up;
    const char *key; /* or NULL in an array */
    size_t index;
};

struct cx_json_reader {
    struct cx_arena *arena; /* of all that is read; has no_memory set */
    const struct cx_input *input;
    struct catex_error *error;
    const struct cx_index *sections; /* by id, for references */
    const struct cx_json_path *path;
    const struct catex_shape *shape; /* of the struct being read */
    int facts; /* what is read completes something: it may lack what a whole
                * one needs, but each value must pass its check */
    const char *record; /* for reports: the id of what is read, or NULL */

    struct cx_json_piece piece;
    /* Where the lines of the members of one struct are wanted: */
    const void *placed; /* the struct, or NULL */
    int *lines;         /* as many as its shape has members */

    json_t *tree;   /* of the piece; freed by the next one and by _done */
    size_t ordinal; /* the value being read, counted in the piece from 1 */
    struct cx_json_cursor located; /* how far lines were looked up … */
    size_t located_ordinal;        /* … and which value that was */
    struct cx_buffer clean;
};

/* Frees what a reader holds outside its arena. */
void cx_json_done(struct cx_json_reader *reader);

/* Sets an error that names the value being read, with its line. */
int cx_json_fail(struct cx_json_reader *reader, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Reports something about the value being read. */
void cx_json_report(struct cx_json_reader *reader, const char *kind,
                    const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* The line of the value being read. */
int cx_json_line(struct cx_json_reader *reader);

/* Starts going through @piece, which must be an object ('{'), an array ('['),
 * or any number of values one after the other (CX_JSON_SEQUENCE). */
#define CX_JSON_SEQUENCE '\1'
int cx_json_open(struct cx_json_reader *reader, char kind,
                 const struct cx_json_piece *piece,
                 struct cx_json_cursor *cursor);

/* The next piece: 1, 0 after the last one, or an error. */
int cx_json_next(struct cx_json_reader *reader, struct cx_json_cursor *cursor,
                 struct cx_json_piece *piece);

/* Parses @piece, which becomes the reader's tree. */
int cx_json_parse(struct cx_json_reader *reader,
                  const struct cx_json_piece *piece);

/* Whether there is nothing but space in @piece. */
int cx_json_is_blank(const struct cx_json_piece *piece);

/* Passes over a byte order mark. */
void cx_json_skip_mark(struct cx_json_piece *piece);

/* Parses the key of @piece into the arena. */
int cx_json_key(struct cx_json_reader *reader,
                const struct cx_json_piece *piece, const char **ret_key);

/* Reads @object, the value being read, into @out, a zeroed struct of @shape.
 * Unknown keys are reported. */
int cx_json_read(struct cx_json_reader *reader,
                 const struct catex_shape *shape, json_t *object, void *out);

/* Passes over @value, the value being read, and all that is in it. */
void cx_json_skip(struct cx_json_reader *reader, json_t *value);

/* @value, the value being read, is none of @wanted, such as "text". */
int cx_json_wrong_type(struct cx_json_reader *reader, const json_t *value,
                       const char *wanted);

/* Fails unless @object, the value being read, has what a @shape needs. */
int cx_json_require(struct cx_json_reader *reader,
                    const struct catex_shape *shape, const json_t *object);

/* @value, a string, by the model's rule for text, in the arena. */
int cx_json_text(struct cx_json_reader *reader, json_t *value,
                 const char **ret_text);

#endif
