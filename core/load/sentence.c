/* SPDX-License-Identifier: MIT */
/* What a sentence says of a link in it. */
#include "load/sentence.h"

#include <stdbool.h>
#include <string.h>

#include <catex/model.h>

#include "model/byte.h"

/* What is not a role, but counts. */
enum {
    TAKES = 1 << 15, /* what is to be had follows */
    GIVES = 1 << 16, /* that something is to be had */
    FOUND = 1 << 17,
    IS = 1 << 18,    /* right before the link */
    JOINS = 1 << 19, /* the next noun counts as well */
    DENIES = 1 << 20,
    TO = 1 << 21,
    VERBS = GIVES | FOUND | IS,
    ROLES = TAKES - 1
};

enum {
    LONGEST = 16, /* bytes of a word that is known */
    ARTICLE = 3,  /* … of an unknown one that does not matter */
    MOST = 240    /* … of a sentence */
};

static const struct {
    const char *word;
    uint32_t meaning;
} words[] = {
    {"access", GIVES | TAKES}, {"accessed", GIVES}, {"accessible", GIVES},
    {"available", GIVES}, {"obtain", GIVES | TAKES}, {"obtained", GIVES},
    {"released", GIVES}, {"hosted", GIVES}, {"retrieved", GIVES},
    {"requested", GIVES},
    {"download", GIVES | TAKES | CATEX_ROLE_DOWNLOAD},
    {"downloaded", GIVES | CATEX_ROLE_DOWNLOAD},
    {"downloadable", GIVES | CATEX_ROLE_DOWNLOAD},
    {"found", FOUND}, {"is", IS}, {"are", IS},
    {"and", JOINS}, {"to", TO},
    {"not", DENIES}, {"no", DENIES},
    {"data", CATEX_ROLE_ACCESS}, {"dataset", CATEX_ROLE_ACCESS},
    {"datasets", CATEX_ROLE_ACCESS}, {"database", CATEX_ROLE_ACCESS},
    {"corpus", CATEX_ROLE_ACCESS}, {"images", CATEX_ROLE_ACCESS},
    {"videos", CATEX_ROLE_ACCESS}, {"recordings", CATEX_ROLE_ACCESS},
    {"annotations", CATEX_ROLE_ACCESS}, {"files", CATEX_ROLE_ACCESS},
    {"paper", CATEX_ROLE_PAPER}, {"article", CATEX_ROLE_PAPER},
    {"publication", CATEX_ROLE_PAPER}, {"preprint", CATEX_ROLE_PAPER},
    {"code", CATEX_ROLE_CODE}, {"implementation", CATEX_ROLE_CODE},
    {"scripts", CATEX_ROLE_CODE}, {"package", CATEX_ROLE_CODE},
    {"library", CATEX_ROLE_CODE}, {"toolbox", CATEX_ROLE_CODE},
    {"website", CATEX_ROLE_LANDING}, {"homepage", CATEX_ROLE_LANDING},
    {"details", CATEX_ROLE_INFO}, {"information", CATEX_ROLE_INFO},
    {"description", CATEX_ROLE_INFO}, {"documentation", CATEX_ROLE_INFO},
    {"instructions", CATEX_ROLE_INFO}, {"overview", CATEX_ROLE_INFO},
    {"tutorial", CATEX_ROLE_INFO}, {"guide", CATEX_ROLE_INFO},
};

static uint32_t
meaning_of(const char *word, size_t size)
{
    char small[LONGEST];
    if (size >= LONGEST)
        return 0;
    for (size_t i = 0; i < size; i++)
        small[i] = cx_lower(word[i]);
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (strlen(words[i].word) == size &&
            memcmp(words[i].word, small, size) == 0)
            return words[i].meaning;
    return 0;
}

/* Where the last sentence of @text begins, if that is not far away. */
static size_t
sentence_of(const char *text, size_t size)
{
    size_t at = size;
    while (at > 0 && size - at <= MOST && text[at - 1] != '\n' &&
           !(at < size && text[at] == ' ' &&
             strchr(".!?;", text[at - 1]) != NULL))
        at--;
    return at;
}

/* What the words from @at on say: the first nouns of the last clause that has
 * any, and all verbs. */
struct saying {
    uint32_t nouns, verbs;
    bool denied;
};

static struct saying
listen(const char *text, size_t at, size_t size)
{
    struct saying said = {.nouns = 0};
    uint32_t last = 0;
    bool new = true; /* a clause without a noun so far */
    while (at < size) {
        size_t from = at;
        while (at < size && cx_byte_is(text[at], CX_ALNUM | CX_WIDE))
            at++;
        if (at == from) {
            new = new || text[at] == ',';
            at++;
            continue;
        }
        uint32_t meaning = meaning_of(text + from, at - from);
        said.denied = said.denied || meaning & DENIES;
        if (meaning & VERBS) {
            said.verbs |= meaning & IS && at + 1 < size ? 0 : meaning;
            new = new || (meaning & TAKES && !(last & TO));
        } else if (meaning & ROLES && (new || last & JOINS)) {
            said.nouns = new ? meaning : said.nouns | meaning;
            new = false;
        }
        if (meaning != 0 || at - from > ARTICLE)
            last = meaning;
    }
    return said;
}

uint32_t
cx_roles_in_sentence(const char *text, size_t size)
{
    size_t at = sentence_of(text, size);
    if (size - at > MOST)
        return 0;
    struct saying said = listen(text, at, size);
    if (said.denied || said.verbs == 0)
        return 0;
    /* "Details about the data" are no data. */
    if (said.nouns & CATEX_ROLE_INFO)
        return CATEX_ROLE_INFO;
    if (!(said.verbs & GIVES))
        return said.nouns;
    uint32_t how = said.verbs & CATEX_ROLE_DOWNLOAD ? CATEX_ROLE_DOWNLOAD
                                                    : CATEX_ROLE_ACCESS;
    return said.nouns == 0 || said.nouns == CATEX_ROLE_ACCESS ? how
                                                              : said.nouns;
}
