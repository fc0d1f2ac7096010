/* SPDX-License-Identifier: MIT */
/* Names as BibTeX reads them: "Family, Given and {An Organization}". */
#include <string.h>
#include <strings.h>

#include "bibtex.h"

/* What parts the words of a name: hyphens of all lengths and blanks. */
static const char *const separators[] = {" ", "-", "\n", "\t", "\u00A0",
                                         "\u2010", "\u2012", "\u2013",
                                         "\u2014", "\u2015"};

static int
is_separator(const char *s, size_t *ret_size)
{
    for (size_t i = 0; i < sizeof separators / sizeof *separators; i++) {
        *ret_size = strlen(separators[i]);
        if (strncmp(s, separators[i], *ret_size) == 0)
            return 1;
    }
    return 0;
}

static int
is_word(const char *name)
{
    size_t size;
    while (is_separator(name, &size))
        name += size;
    return *name != '\0';
}

/* Whether BibTeX would take a part of @name for something else: a comma parts
 * names from given names, "and" one name from the next. */
static int
needs_braces(const char *name)
{
    size_t size = strlen(name);
    if (strchr(name, ',') != NULL || strcasecmp(name, "others") == 0 ||
        name[0] == ' ' || (size > 0 && name[size - 1] == ' ') ||
        !is_word(name))
        return 1;
    for (; (name = strcasestr(name, "and")) != NULL; name += 3)
        if (strchr(" \n\t", name[3]) != NULL)
            return 1;
    return 0;
}

/* biber takes "family=" for a name in parts: an equals sign stands alone. */
static void
write_name(struct bibtex_entry *entry, const char *name, int braces)
{
    if (braces)
        bibtex_markup(&entry->text, "{");
    for (size_t size; *name != '\0'; name += size) {
        size = strcspn(name, "=");
        bibtex_write_part(&entry->text, name, size);
        if (name[size] == '\0')
            break;
        bibtex_markup(&entry->text, "{=}");
        size++;
    }
    if (braces)
        bibtex_markup(&entry->text, "}");
}

static int
count_commas(const char *text)
{
    int count = 0;
    for (; (text = strchr(text, ',')) != NULL; text++)
        count++;
    return count;
}

/* biber counts commas within braces, too, and refuses a name that has three,
 * unless all of it is in braces. */
static void
write_person(struct bibtex_entry *entry, const char *family,
             const char *given)
{
    int whole = count_commas(family) + count_commas(given) > 1;
    if (whole)
        bibtex_markup(&entry->text, "{");
    write_name(entry, family, !whole && needs_braces(family));
    bibtex_markup(&entry->text, ", ");
    write_name(entry, given, !whole && needs_braces(given));
    if (whole)
        bibtex_markup(&entry->text, "}");
}

void
bibtex_names(struct bibtex_entry *entry, const char *name,
             const struct catex_agent *agent)
{
    int count = 0;
    for (; agent != NULL; agent = agent->next) {
        if (agent->name == NULL && agent->family == NULL)
            continue;
        if (count++ == 0)
            bibtex_open(entry, name);
        else
            bibtex_markup(&entry->text, " and ");
        if (agent->name != NULL)
            write_name(entry, agent->name, 1);
        else if (agent->given != NULL)
            write_person(entry, agent->family, agent->given);
        else
            write_name(entry, agent->family, needs_braces(agent->family));
    }
    if (count > 0)
        bibtex_close(entry);
}

void
bibtex_organization(struct bibtex_entry *entry, const char *name,
                    const char *organization)
{
    if (organization == NULL)
        return;
    bibtex_open(entry, name);
    write_name(entry, organization, needs_braces(organization));
    bibtex_close(entry);
}
