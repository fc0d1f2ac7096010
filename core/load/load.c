/* SPDX-License-Identifier: MIT */
/* From a path to a catalog: reads the bytes, picks the loader. */
#include "load/load.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "load/check.h"
#include "load/facts.h"
#include "model/text.h"

void
cx_report(const struct cx_input *input, const char *kind, int line,
          const char *record, const char *format, ...)
{
    if (input->report == NULL)
        return;
    char text[1024];
    va_list args;
    va_start(args, format);
    cx_text_format(text, sizeof text, format, args);
    va_end(args);
    const struct catex_report report = {kind, input->name, line,
                                        record, text, NULL};
    input->report(&report, input->user_data);
}

static int
read_all(int fd, struct cx_buffer *buffer)
{
    char piece[64 * 1024];
    for (;;) {
        ssize_t n = read(fd, piece, sizeof piece);
        if (n == 0)
            return 0;
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return errno;
        size_t before = buffer->size;
        cx_buffer_add(buffer, piece, (size_t)n);
        if (buffer->size != before + (size_t)n)
            return ENOMEM;
    }
}

/* Room for a regular file at once, so that it is not moved while it grows. */
static void
reserve(int fd, struct cx_buffer *buffer)
{
    struct stat st;
    if (fstat(fd, &st) != 0 || !S_ISREG(st.st_mode) || st.st_size <= 0)
        return;
    buffer->bytes = cx_malloc((size_t)st.st_size + 1);
    if (buffer->bytes != NULL)
        buffer->capacity = (size_t)st.st_size + 1;
}

int
cx_read_file(const char *path, char **ret_bytes, size_t *ret_size,
             struct catex_error *error)
{
    int standard = strcmp(path, "-") == 0;
    int fd = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return catex_error_set(error, CATEX_ERR_INPUT, path, 0,
                               "cannot be opened: %s", strerror(errno));
    struct cx_buffer buffer = {0};
    reserve(fd, &buffer);
    int failure = read_all(fd, &buffer);
    if (!standard)
        close(fd);
    if (failure != 0) {
        cx_buffer_done(&buffer);
        return catex_error_set(error, CATEX_ERR_INPUT, path, 0,
                               failure == EISDIR
                                   ? "is a folder, name a file in it"
                                   : "cannot be read: %s",
                               strerror(failure));
    }
    *ret_bytes = buffer.bytes;
    *ret_size = buffer.size;
    return CATEX_OK;
}

static uint32_t
format_of(const char *path)
{
    const char *dot = strrchr(path, '.');
    if (dot != NULL && strcmp(dot, ".json") == 0)
        return CATEX_FORMAT_JSON;
    if (dot != NULL && strcmp(dot, ".ndjson") == 0)
        return CATEX_FORMAT_NDJSON;
    return CATEX_FORMAT_MARKDOWN;
}

/* What would load as something strange. JSON looks after itself when there is
 * nothing. */
static int
check_bytes(const struct cx_input *input, uint32_t format,
            struct catex_error *error)
{
    const char *nul = memchr(input->bytes, '\0', input->size);
    if (input->size >= 2 && (memcmp(input->bytes, "\xFF\xFE", 2) == 0 ||
                             memcmp(input->bytes, "\xFE\xFF", 2) == 0))
        return catex_error_set(error, CATEX_ERR_INPUT, input->name, 1,
                               "is UTF-16; save it as UTF-8");
    if (input->size == 0 && format == CATEX_FORMAT_MARKDOWN)
        return catex_error_set(error, CATEX_ERR_INPUT, input->name, 0,
                               "is empty");
    if (nul == NULL)
        return CATEX_OK;
    int line = 1;
    for (const char *at = input->bytes; at < nul; at++)
        line += *at == '\n';
    return catex_error_set(error, CATEX_ERR_INPUT, input->name, line,
                           "holds a NUL byte, so it is no text in UTF-8");
}

struct catex_load_options
cx_load_options(const struct catex_load_options *options)
{
    struct catex_load_options whole = {0};
    memcpy(&whole, options,
           options->size < sizeof whole ? options->size : sizeof whole);
    whole.size = sizeof whole;
    return whole;
}

int
cx_overrule(struct cx_catalog *catalog, const char *base_iri)
{
    struct catex_catalog *public = &catalog->public;
    if (base_iri == NULL)
        return 1;
    public->base_iri = cx_strdup(&catalog->arena, base_iri);
    public->origin.facts |= CATEX_BIT(CATEX_FIELD_BASE_IRI);
    public->origin.derived &= ~CATEX_BIT(CATEX_FIELD_BASE_IRI);
    return public->base_iri != NULL;
}

static int
load(const char *bytes, size_t size, char **own,
     const struct catex_load_options *options,
     struct catex_catalog **ret_catalog, struct catex_error *error)
{
    const char *name = options->name == NULL ? "-" : options->name;
    const char *slash = strrchr(name, '/');
    const struct cx_input input = {
        .name = name,
        .stem = slash == NULL ? name : slash + 1,
        .bytes = size == 0 ? "" : bytes,
        .size = size,
        .own = own,
        .language = options->language,
        .report = options->report,
        .user_data = options->user_data,
    };
    *ret_catalog = NULL;
    uint32_t format = options->format != 0 ? options->format : format_of(name);
    int status = check_bytes(&input, format, error);
    if (status != CATEX_OK)
        return status;
    struct cx_catalog *catalog = cx_catalog_new();
    if (catalog == NULL)
        return catex_error_set(error, CATEX_ERR_MEMORY, name, 0,
                               "there is not enough memory to load it");
    status = format == CATEX_FORMAT_JSON
                 ? cx_load_json(catalog, &input, error)
             : format == CATEX_FORMAT_NDJSON
                 ? cx_load_ndjson(catalog, &input, error)
                 : cx_load_markdown(catalog, &input, error);
    if (status == CATEX_OK && options->facts != NULL)
        status = cx_facts_apply(catalog, &input, options->facts, error);
    if (status == CATEX_OK && !cx_overrule(catalog, options->base_iri))
        status = catex_error_set(error, CATEX_ERR_MEMORY, name, 0,
                                 "there is not enough memory to load it");
    if (status != CATEX_OK) {
        catex_catalog_free(&catalog->public);
        return status;
    }
    cx_check_base(&catalog->public, &input);
    *ret_catalog = &catalog->public;
    return CATEX_OK;
}

int
catex_load_bytes(const char *bytes, size_t size,
                 const struct catex_load_options *options,
                 struct catex_catalog **ret_catalog, struct catex_error *error)
{
    const struct catex_load_options whole = cx_load_options(options);
    return load(bytes, size, NULL, &whole, ret_catalog, error);
}

int
catex_load(const char *path, const struct catex_load_options *options,
           struct catex_catalog **ret_catalog, struct catex_error *error)
{
    struct catex_load_options named = cx_load_options(options);
    if (named.name == NULL)
        named.name = path;
    *ret_catalog = NULL;
    char *bytes = NULL;
    size_t size = 0;
    int status = cx_read_file(path, &bytes, &size, error);
    if (status == CATEX_OK)
        status = load(bytes, size, &bytes, &named, ret_catalog, error);
    cx_free(bytes);
    return status;
}
