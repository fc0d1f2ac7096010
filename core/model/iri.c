/* SPDX-License-Identifier: MIT */
/* URLs as people write them, made into URIs as RFC 3986 wants them. */
#include <catex/text.h>

#include <arpa/inet.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include <catex/shape.h>

#include "model/byte.h"
#include "model/url.h"

/* In which parts of a URI a byte stands for itself (RFC 3986, appendix A). */
enum { USERINFO = 1, HOST = 2, PATH = 4, REST = 8, MAIL = 16 };

/* By byte: 31 is everywhere, 29 all but a host, 28 neither that nor a user,
 * 12 a path or behind it, 8 only behind it. */
static const unsigned char allowed[256] = {
    [32] = 0, 31, 0, 0, 31, 0, 31, 31, 31, 31, 31, 31, 31, 31, 31, 12,
    [48] = 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 29, 31, 0, 31, 0, 8,
    [64] = 28, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31,
    [80] = 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 0, 0, 0, 0, 31,
    [96] = 0, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31,
    [112] = 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 0, 0, 0, 31, 0,
};

static int
allowed_in(char c)
{
    return allowed[(unsigned char)c];
}

/* Where the bytes go: a writer, or memory that may be too small. */
struct sink {
    struct catex_writer *writer;
    char *out;
    size_t size, count;
};

static void
emit(struct sink *sink, const char *bytes, size_t size)
{
    if (sink->writer != NULL)
        catex_write(sink->writer, bytes, size);
    else if (sink->count < sink->size) {
        size_t room = sink->size - sink->count;
        memcpy(sink->out + sink->count, bytes, size < room ? size : room);
    }
    sink->count += size;
}

/* Writes @size bytes, those that do not stand for themselves in @part
 * percent-encoded. */
static void
encode(struct sink *sink, const char *text, size_t size, int part)
{
    static const char digits[] = "0123456789ABCDEF";
    size_t from = 0;
    for (size_t i = 0; i < size; i++) {
        if (allowed_in(text[i]) & part)
            continue;
        if (text[i] == '%' && size - i > 2 && cx_byte_is(text[i + 1], CX_HEX) &&
            cx_byte_is(text[i + 2], CX_HEX))
            continue;
        unsigned char byte = (unsigned char)text[i];
        char triple[3] = {'%', digits[byte >> 4], digits[byte & 15]};
        emit(sink, text + from, i - from);
        emit(sink, triple, sizeof triple);
        from = i + 1;
    }
    emit(sink, text + from, size - from);
}

/* The length of "scheme:" at the start of @url, or 0. */
static size_t
scheme_length(const char *url)
{
    size_t n = 0;
    if (!cx_byte_is(url[0], CX_LETTER))
        return 0;
    while (cx_byte_is(url[n], CX_ALNUM) ||
           (url[n] != '\0' && strchr("+-.", url[n]) != NULL))
        n++;
    return url[n] == ':' ? n + 1 : 0;
}

/* The length of an IP literal such as [2001:db8::1] at the start of a host of
 * @size bytes, or 0. */
static size_t
ip_literal(const char *host, size_t size)
{
    char address[INET6_ADDRSTRLEN];
    unsigned char bytes[16];
    const char *end = memchr(host, ']', size);
    if (size == 0 || host[0] != '[' || end == NULL)
        return 0;
    size_t length = (size_t)(end - host) - 1;
    if (length >= sizeof address)
        return 0;
    memcpy(address, host + 1, length);
    address[length] = '\0';
    return inet_pton(AF_INET6, address, bytes) == 1 ? length + 2 : 0;
}

/* The length of ":digits" at the end of a host. */
static size_t
port_length(const char *host, size_t size)
{
    size_t at = size;
    while (at > 0 && cx_byte_is(host[at - 1], CX_DIGIT))
        at--;
    return at > 0 && host[at - 1] == ':' ? size - at + 1 : 0;
}

/* What stands between "//" and the path. */
static void
encode_authority(struct sink *sink, const char *text, size_t size)
{
    const char *at = memrchr(text, '@', size);
    if (at != NULL) {
        size_t user = (size_t)(at - text);
        encode(sink, text, user, USERINFO);
        emit(sink, "@", 1);
        text += user + 1;
        size -= user + 1;
    }
    size_t port = port_length(text, size);
    size_t host = size - port;
    if (host > 0 && ip_literal(text, host) == host)
        emit(sink, text, host);
    else
        encode(sink, text, host, HOST);
    emit(sink, text + host, port);
}

/* How many dots @segment is, which begins with "/": 1, 2, or 0 if it is an
 * ordinary name. */
static size_t
dots(const char *segment, size_t size)
{
    if (size == 2 && segment[1] == '.')
        return 1;
    return size == 3 && segment[1] == '.' && segment[2] == '.' ? 2 : 0;
}

/* A path that begins with "/", without its dot segments (RFC 3986, 5.2.4):
 * what reads the URI resolves them, but not all readers do. Of names that may
 * still be taken back, the last PENDING are kept in mind. With no @host before
 * it, "//" at its start would make one (RFC 3986, 3.3): "/.//" is the same. */
static void
encode_path(struct sink *sink, const char *path, size_t size, int host)
{
    enum { PENDING = 64 };
    const char *kept[PENDING];
    size_t sizes[PENDING], count = 0, deeper = 0;
    const char *end = path + size;
    while (path < end) {
        const char *next = memchr(path + 1, '/', (size_t)(end - path) - 1);
        size_t n = (size_t)((next == NULL ? end : next) - path);
        size_t up = dots(path, n);
        if (count == PENDING && up != 2) {
            if (!host && deeper == 0 && sizes[0] == 1)
                emit(sink, "/.", 2);
            encode(sink, kept[0], sizes[0], PATH);
            memmove(kept, kept + 1, sizeof kept - sizeof kept[0]);
            memmove(sizes, sizes + 1, sizeof sizes - sizeof sizes[0]);
            count--;
            deeper++;
        }
        if (up == 2 && count == 0 && deeper > 0)
            emit(sink, "/%2E%2E", 7);
        else if (up == 2 && count > 0)
            count--;
        if (up == 0 || next == NULL) {
            kept[count] = path;
            sizes[count++] = up == 0 ? n : 1;
        }
        path += n;
    }
    if (!host && deeper == 0 && count > 1 && sizes[0] == 1)
        emit(sink, "/.", 2);
    for (size_t i = 0; i < count; i++)
        encode(sink, kept[i], sizes[i], PATH);
}

/* The scheme and its ":", in lower case. */
static void
emit_scheme(struct sink *sink, const char *url, size_t size)
{
    for (size_t i = 0; i < size; i++) {
        char c = cx_lower(url[i]);
        emit(sink, &c, 1);
    }
}

static void
encode_url(struct sink *sink, const char *url)
{
    int is_mail = catex_url_scheme(url) == CATEX_SCHEME_MAIL;
    size_t n = scheme_length(url);
    emit_scheme(sink, url, n);
    url += n;
    int host = url[0] == '/' && url[1] == '/';
    if (host) {
        size_t authority = strcspn(url + 2, "/?#");
        emit(sink, "//", 2);
        encode_authority(sink, url + 2, authority);
        url += 2 + authority;
    }
    size_t path = strcspn(url, "?#");
    if (*url == '/')
        encode_path(sink, url, path, host);
    else
        encode(sink, url, path, is_mail ? MAIL : PATH);
    url += path;
    if (*url == '?') {
        size_t query = strcspn(url, "#");
        encode(sink, url, query, REST);
        url += query;
    }
    if (*url == '#') {
        emit(sink, "#", 1);
        encode(sink, url + 1, strlen(url + 1), REST);
    }
}

bool
cx_uri_is_plain(const char *url)
{
    if (*url == '#') {
        do
            url++;
        while (allowed_in(*url) & REST);
        return *url == '\0';
    }
    if (strncmp(url, "http", 4) != 0)
        return false;
    url += url[4] == 's' ? 5 : 4;
    if (strncmp(url, "://", 3) != 0)
        return false;
    for (url += 3; allowed_in(*url) & HOST; url++)
        ;
    if (*url != '/')
        return false;
    const char *path = url;
    while (allowed_in(*url) & REST)
        url++;
    return *url == '\0' && strstr(path, "/.") == NULL;
}

void
catex_write_uri(struct catex_writer *writer, const char *url)
{
    struct sink sink = {.writer = writer};
    if (cx_uri_is_plain(url)) {
        catex_puts(writer, url);
        return;
    }
    encode_url(&sink, url);
}

size_t
catex_uri(char *out, size_t size, const char *url)
{
    struct sink sink = {.out = out, .size = size};
    encode_url(&sink, url);
    if (size > 0)
        out[sink.count < size ? sink.count : size - 1] = '\0';
    return sink.count;
}

int
catex_url_scheme(const char *url)
{
    static const struct {
        const char *name;
        int scheme;
    } known[] = {{"http://", CATEX_SCHEME_WEB}, {"https://", CATEX_SCHEME_WEB},
                 {"ftp://", CATEX_SCHEME_FTP},  {"ftps://", CATEX_SCHEME_FTP},
                 {"sftp://", CATEX_SCHEME_FTP}, {"mailto:", CATEX_SCHEME_MAIL}};
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++) {
        size_t n = strlen(known[i].name);
        if ((url[0] | 0x20) != known[i].name[0])
            continue;
        if (strncasecmp(url, known[i].name, n) != 0)
            continue;
        return strchr("/?#", url[n]) == NULL ? known[i].scheme
                                               : CATEX_SCHEME_OTHER;
    }
    return scheme_length(url) > 0 ? CATEX_SCHEME_OTHER : CATEX_SCHEME_NONE;
}

int
catex_url_is_link(const char *url)
{
    int scheme = catex_url_scheme(url);
    return scheme == CATEX_SCHEME_WEB || scheme == CATEX_SCHEME_FTP;
}

/* The DOI in an address of its resolver, or NULL. */
static const char *
doi_in(const char *url)
{
    static const char *const starts[] = {"https://", "http://"},
                             *const hosts[] = {"doi.org/", "dx.doi.org/",
                                               "www.doi.org/"};
    for (size_t i = 0; i < sizeof starts / sizeof starts[0]; i++) {
        size_t start = strlen(starts[i]);
        if (strncasecmp(url, starts[i], start) != 0)
            continue;
        for (size_t j = 0; j < sizeof hosts / sizeof hosts[0]; j++)
            if (strncasecmp(url + start, hosts[j], strlen(hosts[j])) == 0)
                return url + start + strlen(hosts[j]);
    }
    return NULL;
}

int
catex_same_url(const char *url, const char *other)
{
    if (strcmp(url, other) == 0)
        return 1;
    const char *doi = doi_in(url), *doi2 = doi == NULL ? NULL : doi_in(other);
    return doi2 != NULL && strcasecmp(doi, doi2) == 0;
}

/* FNV-1a. */
static uint32_t
hash(const char *text)
{
    uint32_t h = 2166136261u;
    for (; *text != '\0'; text++)
        h = (h ^ (unsigned char)*text) * 16777619u;
    return h;
}

const char *
catex_link_id(const struct catex_link *link, char out[CATEX_LINK_ID_SIZE])
{
    const char *role = catex_role_name(link->roles);
    snprintf(out, CATEX_LINK_ID_SIZE, "%s-%08x", role == NULL ? "other" : role,
             (unsigned)hash(link->url));
    return out;
}
