/* SPDX-License-Identifier: MIT */
/* URLs: split, encoded, searched for identifiers, made into ids, and found in
 * running text. */
#include <catex/text.h>
#include <stdlib.h>
#include <string.h>

#include "fuzz.h"
#include "load/autolink.h"
#include "model/id.h"
#include "model/identifier.h"
#include "model/text.h"
#include "model/url.h"

static void
judge_uri(const char *url)
{
    static const char allowed[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
        "-._~:/?#[]@!$&'()*+,;=%";
    size_t size = catex_uri(NULL, 0, url), again;
    char *uri = malloc(size + 1), *second = malloc(size + 1);
    fuzz_check(uri != NULL && second != NULL, "there is memory");
    fuzz_check(catex_uri(uri, size + 1, url) == size && strlen(uri) == size,
               "the size of a URI is known before");
    fuzz_check(strspn(uri, allowed) == size, "URI has odd bytes: %s", uri);
    again = catex_uri(second, size + 1, uri);
    fuzz_check(again == size && strcmp(uri, second) == 0,
               "a URI stays what it is: %s", uri);
    fuzz_check(catex_url_scheme(uri) == catex_url_scheme(url),
               "a URI keeps its scheme: %s", uri);
    free(uri);
    free(second);
}

static void
judge_slug(const char *id, size_t size)
{
    fuzz_check(strlen(id) == size && size <= CX_ID_MOST &&
                   strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789_-") ==
                       size,
               "an id is one: %s", id);
}

static void
judge_identifier(struct cx_arena *arena, const char *url)
{
    struct cx_identifier found = {0};
    if (!cx_identifier_read(arena, url, &found))
        return;
    fuzz_check(found.scheme != NULL && found.value != NULL &&
                   found.value[0] != '\0',
               "an identifier has a value");
    for (const char *at = found.value; *at != '\0'; at++)
        fuzz_check((unsigned char)*at > ' ' && *at != 0x7F,
                   "an identifier has no blanks: %s", found.value);
    fuzz_check(strcmp(found.scheme, "doi") != 0 ||
                   strncmp(found.value, "10.", 3) == 0,
               "a DOI begins with 10.: %s", found.value);
}

static void
judge_links(const char *text, size_t size)
{
    struct cx_autolink found = {0};
    for (size_t from = 0; cx_autolink_find(text, size, from, &found);
         from = found.at + found.size) {
        fuzz_check(found.at >= from && found.size > 0 &&
                       found.at + found.size <= size,
                   "a link is within its text, behind the last");
        fuzz_check(strpbrk(found.prefix, " \n") == NULL, "a prefix is one");
    }
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct cx_arena arena = {0};
    struct cx_buffer text = {0};
    char id[CX_ID_SIZE];
    cx_text_clean(&text, (const char *)bytes, size);
    const char *url = text.bytes == NULL ? "" : text.bytes;
    judge_uri(url);
    judge_identifier(&arena, url);
    judge_links(url, text.size);
    judge_slug(id, cx_slug(id, url));
    judge_slug(id, cx_slug_url(id, url));
    fuzz_check(cx_hash_url(url) == cx_hash_url(url), "a hash is one");
    cx_buffer_done(&text);
    cx_arena_done(&arena);
    return 0;
}
