/* SPDX-License-Identifier: MIT */
/* Finds the phrases that state a condition of access. */
#include <string.h>
#include <strings.h>

#include <catex/model.h>

#include "load/vocabulary.h"
#include "load/words.h"

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
    {NULL, 0},
};

static bool
is_ascii_letter(char c)
{
    return (unsigned char)((c | 0x20) - 'a') < 26;
}

static bool
is_ascii_word(char c)
{
    return is_ascii_letter(c) || (unsigned char)(c - '0') < 10;
}

static char
lower(char c)
{
    return is_ascii_letter(c) ? (char)(c | 0x20) : c;
}

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
        } else if (lower(text[at++]) != *phrase) {
            return 0;
        }
    }
    return at < size && is_ascii_word(text[at]) && is_ascii_word(text[at - 1])
               ? 0 : at;
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
        if (end == size || !is_ascii_word(denials[i][0]) ||
            !is_ascii_word(text[end - size - 1]))
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
    const char *start = access_starts[(unsigned char)lower(text[0])];
    if (start == NULL || size < 4)
        return false;
    for (;; start += 4) {
        if (start[0] == lower(text[1]) && start[1] == lower(text[2]) &&
            start[2] == lower(text[3]))
            return true;
        if (start[3] == '\0')
            return false;
    }
}

uint32_t
cx_access_in(const char *text, size_t size, size_t *ret_at, size_t *ret_size)
{
    bool inside = false; /* of a word, where no phrase begins */
    for (size_t at = 0; at < size; at++) {
        bool begins = !inside;
        inside = is_ascii_word(text[at]);
        if (!begins || !may_begin(text + at, size - at))
            continue;
        for (size_t i = 0; phrases[i].phrase != NULL; i++) {
            if (phrases[i].phrase[0] != lower(text[at]))
                continue;
            size_t found = matches_at(text + at, size - at,
                                      phrases[i].phrase);
            if (found == 0 || is_denied(text, at))
                continue;
            *ret_at = at;
            *ret_size = found;
            return phrases[i].meaning;
        }
    }
    return 0;
}
