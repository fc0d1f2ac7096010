/* SPDX-License-Identifier: MIT */
/* The language of a list that states none, as far as its script tells. */
#include "load/language.h"

#include <stdbool.h>
#include <string.h>

#include "model/text.h"

struct letters {
    size_t latin, other, han, kana, hangul;
    size_t english, foreign; /* small words */
};

enum { SHORT = 4 }; /* bytes of the longest of the small words */

static bool
is_among(const char words[][SHORT + 1], size_t count, const char word[SHORT])
{
    for (size_t i = 0; i < count; i++)
        if (memcmp(words[i], word, SHORT) == 0)
            return true;
    return false;
}

/* The words that any text is full of, in English and in other languages that
 * are written in Latin letters. */
static void
count_words(struct letters *letters, const char *text)
{
    static const char english[][SHORT + 1] = {
        "the", "of", "and", "for", "with", "from", "is", "are", "to", "by"};
    static const char foreign[][SHORT + 1] = {
        "de",  "la",  "el",   "los",  "las", "del", "para", "con", "una",
        "do",  "da",  "dos",  "das",  "com", "uma", "le",   "les", "des",
        "du",  "pour", "avec", "une", "der", "die", "und",  "mit", "von",
        "den", "ist", "il",   "gli",  "per", "dei", "di",   "che", "het",
        "een", "van", "och",  "att",  "som", "na",  "nie",  "w",   "z"};
    while (*text != '\0') {
        size_t size = strcspn(text, " \n\t,.;:()/");
        char word[SHORT] = {0};
        for (size_t i = 0; i < size && size <= SHORT; i++)
            word[i] = (char)(text[i] | 0x20);
        letters->english +=
            is_among(english, sizeof english / sizeof english[0], word);
        letters->foreign +=
            is_among(foreign, sizeof foreign / sizeof foreign[0], word);
        text += size + (text[size] != '\0');
    }
}

static void
count(struct letters *letters, const char *text)
{
    size_t size = text == NULL ? 0 : strlen(text);
    if (size > 0)
        count_words(letters, text);
    for (size_t at = 0; at < size;) {
        uint32_t c = 0;
        int n = cx_utf8_decode(text + at, size - at, &c);
        at += n == 0 ? 1 : (size_t)n;
        if (c < 0x80)
            letters->latin += (c | 0x20) - 'a' < 26;
        else if (c >= 0xC0 && c < 0x250)
            letters->latin++;
        else if ((c >= 0x4E00 && c < 0xA000) || (c >= 0x3400 && c < 0x4DC0))
            letters->han++;
        else if (c >= 0x3041 && c < 0x3100)
            letters->kana++;
        else if (c >= 0xAC00 && c < 0xD7A4)
            letters->hangul++;
        else if ((c >= 0x370 && c < 0x2000) || (c >= 0xA4D0 && c < 0xABFF))
            letters->other++;
    }
}

const char *
cx_language_of(const struct catex_catalog *catalog)
{
    enum {
        WORD = 4, /* letters of a word, where a sign is about a word */
        FEW = 4,
        ENOUGH = 6000 /* letters, to tell */
    };
    struct letters in = {0};
    const struct catex_section *section = catalog->sections;
    const struct catex_record *record = catalog->records;
    count(&in, catalog->title);
    count(&in, catalog->description);
    for (; section != NULL && in.latin < ENOUGH; section = section->next) {
        count(&in, section->title);
        count(&in, section->text);
    }
    for (; record != NULL && in.latin < ENOUGH; record = record->next)
        count(&in, record->description); /* titles are often names */
    size_t signs = in.han + in.kana + in.hangul;
    if (signs * WORD + in.other <= in.latin)
        return in.foreign > FEW && in.foreign > in.english * 2 ? "und" : "en";
    if (in.other > signs * WORD)
        return "und";
    if (in.kana * 10 > signs)
        return "ja";
    return in.hangul > in.han ? "ko" : "zh";
}
