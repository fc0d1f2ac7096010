/* SPDX-License-Identifier: MIT */
/* What a text must be beyond text. */
#include "load/check.h"

#include <string.h>

#include "model/byte.h"

static const char digits[] = "0123456789";

static int
is_digits(const char *text, size_t size)
{
    return strspn(text, digits) >= size;
}

static int
number(const char *text, int size)
{
    int value = 0;
    for (int i = 0; i < size; i++)
        value = value * 10 + (text[i] - '0');
    return value;
}

static int
days_of(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    int leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && leap);
}

int
cx_is_date(const char *text)
{
    size_t size = strlen(text);
    if ((size != 4 && size != 7 && size != 10) || !is_digits(text, 4))
        return 0;
    int year = number(text, 4), month = 1, day = 1;
    if (size >= 7) {
        if (text[4] != '-' || !is_digits(text + 5, 2))
            return 0;
        month = number(text + 5, 2);
    }
    if (size == 10) {
        if (text[7] != '-' || !is_digits(text + 8, 2))
            return 0;
        day = number(text + 8, 2);
    }
    return year >= 1 && month >= 1 && month <= 12 && day >= 1
           && day <= days_of(year, month);
}

int
cx_is_doi(const char *text)
{
    if (strncmp(text, "10.", 3) != 0)
        return 0;
    size_t registrant = strspn(text + 3, "0123456789.");
    if (registrant < 4 || text[3 + registrant] != '/')
        return 0;
    const char *name = text + 4 + registrant;
    return *name != '\0'
           && name[strcspn(name, " \t\nABCDEFGHIJKLMNOPQRSTUVWXYZ")] == '\0';
}

static int
is_pmid(const char *text)
{
    return *text != '0' && *text != '\0' && is_digits(text, strlen(text))
           && strlen(text) <= 10;
}

static int
is_pmcid(const char *text)
{
    return strncmp(text, "PMC", 3) == 0 && is_pmid(text + 3);
}

int
cx_is_arxiv(const char *text)
{
    const char *at = text + strspn(text, "abcdefghijklmnopqrstuvwxyz-."
                                         "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    if (at > text) {
        if (*at != '/' || strspn(at + 1, digits) != 7)
            return 0;
        at += 8;
    } else {
        size_t rest = is_digits(at, 4) && at[4] == '.'
                          ? strspn(at + 5, digits) : 0;
        if (rest != 4 && rest != 5)
            return 0;
        at += 5 + rest;
    }
    if (*at == 'v')
        at += 1 + (at[1] == '0' ? 0 : strspn(at + 1, digits));
    return *at == '\0' && at[-1] != 'v';
}

/* The last character of an ORCID follows from the others, by ISO 7064
 * MOD 11-2. Other IRIs are none of our business. */
static int
is_agent_iri(const char *text)
{
    const char *at = strstr(text, "://orcid.org/");
    if (at == NULL)
        return 1;
    int sum = 0, count = 0;
    for (at += 13; *at != '\0'; at++, count++) {
        if (count % 5 == 4) {
            if (*at != '-')
                return 0;
            continue;
        }
        int digit = *at == 'X' && count == 18 ? 10 : *at - '0';
        if (digit < 0 || digit > 10 || (digit == 10 && *at != 'X'))
            return 0;
        sum = count == 18 ? sum + digit : (sum + digit) * 2;
        sum %= 11;
    }
    return count == 19 && sum % 11 == 1;
}

static int
is_email(const char *text)
{
    const char *at = strrchr(text, '@');
    return at != NULL && at > text && at[1] != '\0' &&
           text[strcspn(text, " \t\n<>,;")] == '\0';
}

/* An absolute one: a scheme, and no character that no IRI has. */
static int
is_iri(const char *text)
{
    size_t scheme = strspn(text, "abcdefghijklmnopqrstuvwxyz"
                                 "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.");
    return scheme > 1 && text[scheme] == ':' && text[scheme + 1] != '\0' &&
           text[strcspn(text, " \t\n<>\"{}|\\^`")] == '\0';
}

/* As tags are written, by BCP 47. */
static int
is_language(const char *text)
{
    static const char letters[] =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    size_t size = strspn(text, letters);
    if (size < 2 || size > 3)
        return 0;
    for (text += size; *text == '-'; text += size) {
        text++;
        size = strcspn(text, "-");
        for (size_t i = 0; i < size; i++)
            if (strchr(letters, text[i]) == NULL && !is_digits(text + i, 1))
                return 0;
        if (size == 0 || size > 8)
            return 0;
    }
    return *text == '\0';
}

static const char no_date[] =
    "is no date, or a day that never was, write YYYY, YYYY-MM or YYYY-MM-DD";
static const char no_iri[] = "is no absolute IRI, write it from https:// on";
static const char no_doi[] =
    "is no DOI, write 10., a number of four digits or more, / and a name, in "
    "lower case and without https://doi.org/";

const char *
cx_check_identifier(const char *scheme, const char *value)
{
    return strcmp(scheme, "doi") == 0 && !cx_is_doi(value) ? no_doi : NULL;
}

void
cx_check_base(const struct catex_catalog *catalog, const struct cx_input *input)
{
    const char *base = catalog->base_iri;
    size_t size = base == NULL ? 0 : strlen(base);
    struct cx_input place = *input; /* the list is not at fault */
    place.name = "base IRI";
    if (size > 0 && cx_byte_is(base[size - 1], CX_ALNUM | CX_WIDE))
        cx_report(&place, "bad-iri", 0, NULL,
                  "%s ends in a name, and ids are glued to it, as in %sNAME; "
                  "end it in a slash",
                  base, base);
}

static const struct cx_check checks[] = {
    {NULL, "issued", cx_is_date, NULL, no_date},
    {NULL, "modified", cx_is_date, NULL, no_date},
    {"publication", "doi", cx_is_doi, "bad-doi", no_doi},
    {"publication", "pmid", is_pmid, "bad-pmid",
     "is no PubMed id, which is a number"},
    {"publication", "pmcid", is_pmcid, "bad-pmcid",
     "is no PubMed Central id, which is PMC and a number"},
    {"publication", "arxiv", cx_is_arxiv, "bad-arxiv",
     "is no arXiv id, write it like 1901.00001 or hep-th/9901001"},
    {"agent", "iri", is_iri, "bad-iri", no_iri},
    {"agent", "url", is_iri, "bad-iri", no_iri},
    {"catalog", "homepage", is_iri, "bad-iri", no_iri},
    {"agent", "iri", is_agent_iri, "bad-orcid",
     "is no ORCID: its check digit does not fit, look for a typing error"},
    {"agent", "email", is_email, "bad-email",
     "is no address of mail, which is like name@example.org"},
    {"catalog", "base_iri", is_iri, "bad-iri", no_iri},
    {"catalog", "themes", is_iri, "bad-iri", no_iri},
    {"catalog", "language", is_language, "bad-language",
     "is no language tag, which is like en or pt-BR"},
    {"record", "languages", is_language, "bad-language",
     "is no language tag, which is like en or pt-BR"},
    {"licence", "spdx", cx_is_spdx, "unknown-spdx",
     "is on no list of SPDX licence ids; give its url or name instead"},
};

const struct cx_check *
cx_check_text(const struct catex_shape *shape,
              const struct catex_member *member, const char *text)
{
    for (size_t i = 0; i < sizeof checks / sizeof *checks; i++)
        if (strcmp(checks[i].member, member->name) == 0
            && (checks[i].shape == NULL
                || strcmp(checks[i].shape, shape->name) == 0)
            && !checks[i].fits(text))
            return &checks[i];
    return NULL;
}
