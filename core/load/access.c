/* SPDX-License-Identifier: MIT */
/* Finds the phrases that state a condition of access. */
#include <string.h>
#include <strings.h>

#include <catex/model.h>

#include "load/vocabulary.h"
#include "load/words.h"
#include "model/byte.h"

/* The word "registration" alone states none: images are registered, too. */
static const struct cx_phrase phrases[] = {
    {"requires registration", CATEX_ACCESS_REGISTRATION},
    {"require registration", CATEX_ACCESS_REGISTRATION},
    {"requires free registration", CATEX_ACCESS_REGISTRATION},
    {"registration required", CATEX_ACCESS_REGISTRATION},
    {"registration is required", CATEX_ACCESS_REGISTRATION},
    {"registration needed", CATEX_ACCESS_REGISTRATION},
    {"registration is needed", CATEX_ACCESS_REGISTRATION},
    {"need registration", CATEX_ACCESS_REGISTRATION},
    {"needs registration", CATEX_ACCESS_REGISTRATION},
    {"upon registration", CATEX_ACCESS_REGISTRATION},
    {"free registration", CATEX_ACCESS_REGISTRATION},
    {"requiring registration", CATEX_ACCESS_REGISTRATION},
    {"must register", CATEX_ACCESS_REGISTRATION},
    {"need to register", CATEX_ACCESS_REGISTRATION},
    {"have to register", CATEX_ACCESS_REGISTRATION},
    {"account required", CATEX_ACCESS_REGISTRATION},
    {"account is required", CATEX_ACCESS_REGISTRATION},
    {"requires account", CATEX_ACCESS_REGISTRATION},
    {"requires an account", CATEX_ACCESS_REGISTRATION},
    {"requires login", CATEX_ACCESS_REGISTRATION},
    {"login required", CATEX_ACCESS_REGISTRATION},
    {"requires sign up", CATEX_ACCESS_REGISTRATION},
    {"sign up required", CATEX_ACCESS_REGISTRATION},
    {"requires a registered account", CATEX_ACCESS_REGISTRATION},
    {"requires a free account", CATEX_ACCESS_REGISTRATION},
    {"requires free account", CATEX_ACCESS_REGISTRATION},
    {"free account required", CATEX_ACCESS_REGISTRATION},
    {"sign in required", CATEX_ACCESS_REGISTRATION},
    {"registrierung erforderlich", CATEX_ACCESS_REGISTRATION},
    {"inscription requise", CATEX_ACCESS_REGISTRATION},
    {"requiere registro", CATEX_ACCESS_REGISTRATION},
    {"registrazione richiesta", CATEX_ACCESS_REGISTRATION},
    {"\xE9\x9C\x80\xE6\xB3\xA8\xE5\x86\x8C", CATEX_ACCESS_REGISTRATION},
    {"\xE9\x9C\x80\xE8\xA6\x81\xE6\xB3\xA8\xE5\x86\x8C",
     CATEX_ACCESS_REGISTRATION},
    {"\xE9\x9C\x80\xE5\x85\x8D\xE8\xB4\xB9\xE6\xB3\xA8\xE5\x86\x8C",
     CATEX_ACCESS_REGISTRATION},
    {"\xE6\xB3\xA8\xE5\x86\x8C\xE5\x90\x8E", CATEX_ACCESS_REGISTRATION},
    {"\xE9\x9C\x80\xE7\x94\xB3\xE8\xAF\xB7", CATEX_ACCESS_APPROVAL},
    {"\xE9\x9C\x80\xE8\xA6\x81\xE7\x94\xB3\xE8\xAF\xB7",
     CATEX_ACCESS_APPROVAL},
    {"need to request access", CATEX_ACCESS_APPROVAL},
    {"must request access", CATEX_ACCESS_APPROVAL},
    {"after application", CATEX_ACCESS_APPROVAL},
    {"upon application", CATEX_ACCESS_APPROVAL},
    {"requires application", CATEX_ACCESS_APPROVAL},
    {"application required", CATEX_ACCESS_APPROVAL},
    {"requires approval", CATEX_ACCESS_APPROVAL},
    {"approval required", CATEX_ACCESS_APPROVAL},
    {"needs a request", CATEX_ACCESS_APPROVAL},
    {"need permission", CATEX_ACCESS_APPROVAL},
    {"needs permission", CATEX_ACCESS_APPROVAL},
    {"requires permission", CATEX_ACCESS_APPROVAL},
    {"permission required", CATEX_ACCESS_APPROVAL},
    {"permission is required", CATEX_ACCESS_APPROVAL},
    {"must apply", CATEX_ACCESS_APPROVAL},
    {"need to apply", CATEX_ACCESS_APPROVAL},
    {"need to fill", CATEX_ACCESS_APPROVAL},
    {"fill out a form", CATEX_ACCESS_APPROVAL},
    {"after signing", CATEX_ACCESS_APPROVAL},
    {"need to sign", CATEX_ACCESS_APPROVAL},
    {"must sign", CATEX_ACCESS_APPROVAL},
    {"requires signing", CATEX_ACCESS_APPROVAL},
    {"sign an agreement", CATEX_ACCESS_APPROVAL},
    {"signed agreement", CATEX_ACCESS_APPROVAL},
    {"data use agreement required", CATEX_ACCESS_APPROVAL},
    {"requires a data use agreement", CATEX_ACCESS_APPROVAL},
    {"request access to", CATEX_ACCESS_APPROVAL},
    {"to request access", CATEX_ACCESS_APPROVAL},
    {"available upon request", CATEX_ACCESS_CONTACT},
    {"available on request", CATEX_ACCESS_CONTACT},
    {"upon request", CATEX_ACCESS_CONTACT},
    {"access on request", CATEX_ACCESS_CONTACT},
    {"on request", CATEX_ACCESS_CONTACT},
    {"by request", CATEX_ACCESS_CONTACT},
    {"contact authors", CATEX_ACCESS_CONTACT},
    {"contact the authors", CATEX_ACCESS_CONTACT},
    {"contact author", CATEX_ACCESS_CONTACT},
    {"contact the author", CATEX_ACCESS_CONTACT},
    {"", 0},
};

/* Whether @phrase (lower case, single spaces) stands at @text, letters folded,
 * any run of white space or a hyphen for a space; its length there. */
static size_t
matches_at(const char *text, size_t size, const char *phrase)
{
    size_t at = 0;
    for (; *phrase != '\0'; phrase++) {
        if (at == size)
            return 0;
        if (*phrase == ' ') {
            size_t from = at;
            while (at < size && (text[at] == ' ' || text[at] == '\n' ||
                                 text[at] == '-' || text[at] == '*' ||
                                 text[at] == '_'))
                at++;
            if (at == from)
                return 0;
        } else if (cx_lower(text[at++]) != *phrase) {
            return 0;
        }
    }
    bool goes_on = at < size && cx_byte_is(text[at], CX_ALNUM) &&
                   cx_byte_is(text[at - 1], CX_ALNUM);
    return goes_on ? 0 : at;
}

/* "No registration required" states the opposite. */
static bool
is_denied(const char *text, size_t at)
{
    static const char *const denials[] = {
        "no", "not", "without", "never", "nor", "non",
        "\xE6\x97\xA0", "\xE4\xB8\x8D"};
    size_t end = at;
    while (end > 0 && strchr(" *_", text[end - 1]) != NULL)
        end--;
    for (size_t i = 0; i < sizeof denials / sizeof denials[0]; i++) {
        size_t size = strlen(denials[i]);
        if (end < size ||
            strncasecmp(text + end - size, denials[i], size) != 0)
            continue;
        if (end == size || !cx_byte_is(denials[i][0], CX_ALNUM) ||
            !cx_byte_is(text[end - size - 1], CX_ALNUM))
            return true;
    }
    return false;
}

/* How the phrases of access go on after their first letter, three letters
 * each; none has a shorter first word. Nearly every word of a list ends its
 * test here. */
static const char *const access_starts[256] = {
    ['a'] = "cce cco fte ppl ppr vai", ['b'] = "y r",    ['c'] = "ont",
    ['d'] = "ata",                     ['f'] = "ill ree", ['h'] = "ave",
    ['i'] = "nsc",                     ['l'] = "ogi",     ['m'] = "ust",
    ['n'] = "eed",                     ['o'] = "n r",     ['p'] = "erm",
    ['r'] = "egi equ",                 ['s'] = "ign",     ['t'] = "o r",
    ['u'] = "pon",
    [0xE6] = "\xB3\xA8\xE5",           [0xE9] = "\x9C\x80\xE6 \x9C\x80\xE7 "
                                                 "\x9C\x80\xE8 \x9C\x80\xE5"};

static bool
may_begin(const char *text, size_t size)
{
    const char *start = access_starts[(unsigned char)cx_lower(text[0])];
    if (start == NULL || size < 4)
        return false;
    for (;; start += 4) {
        if (start[0] == cx_lower(text[1]) && start[1] == cx_lower(text[2]) &&
            start[2] == cx_lower(text[3]))
            return true;
        if (start[3] == '\0')
            return false;
    }
}

/* The phrase at @text, of which @ret_size is the length; or NULL. */
static const struct cx_phrase *
phrase_at(const char *text, size_t size, size_t *ret_size)
{
    if (!may_begin(text, size))
        return NULL;
    for (const struct cx_phrase *at = phrases; at->phrase[0] != '\0'; at++) {
        *ret_size = at->phrase[0] != cx_lower(*text)
                        ? 0 : matches_at(text, size, at->phrase);
        if (*ret_size > 0)
            return at;
    }
    return NULL;
}

uint32_t
cx_access_in(const char *text, size_t size, size_t *ret_at, size_t *ret_size)
{
    for (size_t at = 0; at < size;) {
        const struct cx_phrase *found = phrase_at(text + at, size - at,
                                                  ret_size);
        if (found != NULL && !is_denied(text, at)) {
            *ret_at = at;
            return found->meaning;
        }
        /* Within a word no phrase begins. */
        bool word = cx_byte_is(text[at++], CX_ALNUM);
        while (word && at < size && cx_byte_is(text[at], CX_ALNUM))
            at++;
    }
    return 0;
}
