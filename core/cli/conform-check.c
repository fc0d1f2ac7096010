/* SPDX-License-Identifier: MIT */
/* Conformance checks, one run after the other: the lists, the table, options,
 * fields, limits, surroundings. */
#include "conform.h"

#include <inttypes.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

/* Whether the bytes are UTF-8, or no text at all. */
static int
is_utf8(const char *bytes, size_t size)
{
    size_t more = 0;
    if (memchr(bytes, '\0', size) != NULL)
        return 1;
    for (size_t i = 0; i < size; i++) {
        unsigned char c = (unsigned char)bytes[i];
        if (more > 0 && (c & 0xc0) == 0x80)
            more--;
        else if (more > 0 || (c >= 0x80 && c < 0xc2) || c > 0xf4)
            return 0;
        else
            more = c < 0x80 ? 0 : c < 0xe0 ? 1 : c < 0xf0 ? 2 : 3;
    }
    return more == 0;
}

/* One list, twice: it comes out, the same each time, and stays as it was. */
static int
check_list(struct conform *c, int list, const char *what)
{
    struct catex_catalog *catalog = conform_load(list);
    struct conform_run one = {.catalog = catalog}, two = one;
    uint64_t before = conform_hash(catalog);
    int ok = conform_must(c, &one, what) && conform_must(c, &two, what) &&
             conform_same(c, &one, &two, "at a second run");
    if (ok && conform_hash(catalog) != before) {
        conform_say(c, CONFORM_FAIL,
                    "changes the records that it reads; copy what you change");
        ok = 0;
    }
    if (ok && one.longest == 0 && list != CONFORM_EMPTY) {
        conform_say(c, CONFORM_FAIL, "writes nothing at all");
        ok = 0;
    }
    if (ok && list == CONFORM_BARE && one.bytes != NULL &&
        memmem(one.bytes, one.size, "(null)", 6) != NULL) {
        conform_say(c, CONFORM_FAIL,
                    "writes «(null)» for a field that is absent; leave it out");
        ok = 0;
    }
    if (ok && !is_utf8(one.bytes, one.size))
        conform_say(c, CONFORM_WARN,
                    "%s: what is written is no UTF-8, though all that was "
                    "read is", what);
    if (ok && list < CONFORM_HOSTILE)
        conform_say(c, CONFORM_NOTE, "%zu bytes", one.longest);
    conform_free(&one);
    conform_free(&two);
    catex_catalog_free(catalog);
    return ok;
}

static void
check_open(struct conform *c)
{
    conform_say(c, CONFORM_NOTE, "for interface %u.%u, «%s»",
                c->exporter->abi_major, c->exporter->abi_minor,
                c->exporter->summary);
}

static void
check_empty(struct conform *c)
{
    check_list(c, CONFORM_EMPTY, "a list without records");
}

static void
check_bare(struct conform *c)
{
    check_list(c, CONFORM_BARE, "records with only what the model promises");
}

static void
check_full(struct conform *c)
{
    check_list(c, CONFORM_FULL, "records with every field");
}

static void
check_hostile(struct conform *c)
{
    char what[64];
    int turns = 24;
    for (int i = 0; i < turns; i++) {
        snprintf(what, sizeof what, "hostile text, turn %d", i + 1);
        if (!check_list(c, CONFORM_HOSTILE + i, what))
            return;
    }
    conform_say(c, CONFORM_NOTE, "%d turns, and words of 1 MiB", turns);
}

static void
check_confined(struct conform *c)
{
    struct catex_catalog *catalog = conform_load(CONFORM_FULL);
    struct conform_run free_one = {.catalog = catalog},
                       shut_in = {.catalog = catalog, .jobs = 1};
    if (conform_must(c, &free_one, "in this process") &&
        conform_must(c, &shut_in, "in a process without files, network and "
                                  "programs"))
        conform_same(c, &free_one, &shut_in, "when it is shut in");
    conform_free(&free_one);
    conform_free(&shut_in);
    catex_catalog_free(catalog);
}

/* Another locale, time zone, time, folder, mask, environment and heap. */
static void
move_house(struct conform *c)
{
    static const char *const locales[] = {"tr_TR.UTF-8", "de_DE.UTF-8",
                                          "fr_FR.UTF-8", "ar_EG.UTF-8"};
    const struct timespec second = {1, 100000000L};
    const char *found = NULL;
    for (size_t i = 0; i < sizeof locales / sizeof *locales && !found; i++)
        found = setlocale(LC_ALL, locales[i]);
    setenv("LC_ALL", found == NULL ? "de_DE.UTF-8" : found, 1);
    setenv("LANG", "de_DE.UTF-8", 1);
    setenv("LANGUAGE", "de", 1);
    setenv("TZ", "Pacific/Kiritimati", 1);
    setenv("HOME", "/nowhere", 1);
    setenv("USER", "somebody", 1);
    tzset();
    umask(077);
    conform_perturb();
    nanosleep(&second, NULL);
    if (chdir("/") != 0 || found == NULL)
        conform_say(c, CONFORM_NOTE,
                    "another time, zone, folder, heap and environment; no "
                    "locale with commas in numbers is installed here");
    else
        conform_say(c, CONFORM_NOTE,
                    "another time, zone, folder, heap and environment; "
                    "locale %s", found);
}

void
conform_check_place(struct conform *c)
{
    struct catex_catalog *catalog = conform_load(CONFORM_FULL);
    struct conform_run here = {.catalog = catalog}, there = here;
    int ok = conform_must(c, &here, "here and now");
    move_house(c);
    void *junk = malloc(100000);
    catex_catalog_free(catalog);
    there.catalog = catalog = conform_load(CONFORM_FULL);
    if (ok && conform_must(c, &there, "in another place"))
        conform_same(c, &here, &there,
                     "with another time, zone, locale or heap");
    free(junk);
    conform_free(&here);
    conform_free(&there);
    catex_catalog_free(catalog);
}

/* The writer fails at every byte, or at each of some hundreds. */
void
conform_check_limit(struct conform *c)
{
    enum { PLACES = 400 };
    struct catex_catalog *catalog = conform_load(CONFORM_FULL);
    struct conform_run run = {.catalog = catalog};
    char what[64];
    size_t size = conform_must(c, &run, "without a limit") ? run.longest : 0;
    size_t step = size / PLACES + 1;
    conform_free(&run);
    for (run.max_output = 1; run.max_output < size; run.max_output += step) {
        snprintf(what, sizeof what, "the writer fails at byte %" PRIu64,
                 run.max_output);
        conform_say(c, CONFORM_STEP, "%s", what);
        int status = conform_export(c, &run);
        conform_free(&run);
        if (status == CATEX_ERR_PLUGIN &&
            strstr(run.error.text, "limit") != NULL)
            continue;
        conform_say(c, CONFORM_FAIL, "%s: ended with «%s»", what,
                    run.error.text);
        break;
    }
    conform_say(c, CONFORM_NOTE, "at %zu of %zu bytes", size / step, size);
    catex_catalog_free(catalog);
}

void
conform_check_table(struct conform *c)
{
    const struct catex_exporter *e = c->exporter;
    const struct catex_option *option;
    const char *slash = strchr(e->media_type, '/');
    if (e->summary[0] == '\0' || strchr(e->summary, '\n') != NULL)
        conform_say(c, CONFORM_FAIL, "summary must be one line");
    if (slash == NULL || slash == e->media_type || slash[1] == '\0')
        conform_say(c, CONFORM_FAIL,
                    "media_type is «%.60s», where one such as text/csv must "
                    "stand", e->media_type);
    if ((e->fields & (CATEX_BIT(CATEX_FIELD_COUNT) - 1)) == 0)
        conform_say(c, CONFORM_FAIL,
                    "fields is 0: say what the format carries");
    if (e->fields >> CATEX_FIELD_COUNT != 0)
        conform_say(c, CONFORM_FAIL, "fields has bits of no field");
    for (size_t i = 0; (option = catex_exporter_option(e, i)) != NULL; i++)
        if (option->help == NULL || option->help[0] == '\0')
            conform_say(c, CONFORM_FAIL, "option %s has no help",
                        option->name);
}

/* The value number @i to try for an option; NULL behind the last. */
static const char *
value_to_try(const struct catex_option *option, size_t i, char text[32])
{
    static const char *const truths[] = {"no", "yes"};
    static const char *const texts[] = {
        "", "x", "=\"'<\\&$%\xc3\xa9\n\t", "../../etc/passwd", "https://[",
        ","};
    switch (option->type) {
    case CATEX_OPTION_BOOL: return i < 2 ? truths[i] : NULL;
    case CATEX_OPTION_CHOICE: return option->choices[i];
    case CATEX_OPTION_TEXT:
        return i < sizeof texts / sizeof *texts ? texts[i] : NULL;
    default:
        snprintf(text, 32, "%" PRId64, i == 0 ? option->min : option->max);
        return i < 2 ? text : NULL;
    }
}

static int
differ(const struct conform_run *a, const struct conform_run *b)
{
    return a->size != b->size || memcmp(a->bytes, b->bytes, a->size) != 0;
}

/* What two lists give with the presets: one shows what most options do, the
 * other what those do that guard against strange text. */
struct presets {
    struct catex_catalog *catalogs[2];
    struct conform_run runs[2];
};

/* Whether the option of @setting worked; adds to *changed if it did more than
 * the preset does. */
static int
try_setting(struct conform *c, const struct presets *presets,
            const struct catex_setting *setting, uint32_t type, int *changed)
{
    char what[128];
    int ok = 1;
    snprintf(what, sizeof what, "%.40s=%.60s", setting->name, setting->value);
    conform_say(c, CONFORM_STEP, "%s", what);
    for (int i = 0; i < 2 && ok; i++) {
        struct conform_run run = {.catalog = presets->catalogs[i],
                                  .setting = *setting};
        int status = conform_export(c, &run);
        ok = status == CATEX_OK || status == CATEX_ERR_USAGE;
        if (status == CATEX_ERR_USAGE && type != CATEX_OPTION_TEXT)
            conform_say(c, CONFORM_WARN, "%s: refused with «%s»", what,
                        run.error.text);
        *changed |= status != CATEX_OK || differ(&run, &presets->runs[i]);
        if (!ok)
            conform_say(c, CONFORM_FAIL, "%s: failed with «%s»", what,
                        run.error.text);
        conform_free(&run);
    }
    return ok;
}

static int
try_option(struct conform *c, const struct presets *presets,
           const struct catex_option *option, size_t *tried)
{
    struct catex_setting setting = {.name = option->name};
    char text[32];
    int changed = 0;
    for (size_t i = 0;
         (setting.value = value_to_try(option, i, text)) != NULL; i++) {
        ++*tried;
        if (!try_setting(c, presets, &setting, option->type, &changed))
            return 0;
    }
    if (!changed)
        conform_say(c, CONFORM_WARN, "option %s changes nothing",
                    option->name);
    return 1;
}

void
conform_check_options(struct conform *c)
{
    struct presets presets = {
        .catalogs = {conform_load(CONFORM_FULL),
                     conform_load(CONFORM_HOSTILE)}};
    const struct catex_option *option;
    size_t tried = 0;
    int ok = 1;
    for (int i = 0; i < 2; i++) {
        presets.runs[i].catalog = presets.catalogs[i];
        ok = ok && conform_must(c, &presets.runs[i], "with presets");
    }
    for (size_t i = 0;
         ok && (option = catex_exporter_option(c->exporter, i)) != NULL; i++)
        ok = try_option(c, &presets, option, &tried);
    if (tried == 0)
        conform_say(c, CONFORM_SKIP, "there are none");
    else
        conform_say(c, CONFORM_NOTE, "%zu values", tried);
    for (int i = 0; i < 2; i++) {
        conform_free(&presets.runs[i]);
        catex_catalog_free(presets.catalogs[i]);
    }
}

/* Whether the output changes with a field: 1, 0, or -1 for a failure. */
static int
minds_with(struct conform *c, const struct catex_setting *setting,
           const struct catex_catalog *other, int field)
{
    struct catex_catalog *all = conform_load(CONFORM_FULL);
    struct catex_catalog *less = conform_load(CONFORM_FULL);
    struct conform_run one = {.catalog = all, .setting = *setting};
    struct conform_run two = {.catalog = less, .setting = *setting};
    char what[96];
    int minds = 0;
    conform_drop_field(less, other, field);
    snprintf(what, sizeof what, "records %s %s",
             other == NULL ? "without" : "with another",
             catex_field_name(field));
    conform_say(c, CONFORM_STEP, "%s", what);
    if (conform_export(c, &one) == CATEX_OK)
        minds = !conform_must(c, &two, what) ? -1 : differ(&one, &two);
    conform_free(&one);
    conform_free(&two);
    catex_catalog_free(all);
    catex_catalog_free(less);
    return minds;
}

static int
minds(struct conform *c, const struct catex_catalog *other, int field)
{
    struct catex_setting setting = {NULL, NULL};
    const struct catex_option *option;
    char text[32];
    int found = minds_with(c, &setting, other, field);
    if ((c->exporter->fields & CATEX_BIT(field)) == 0)
        return found;
    /* Perhaps an option lets it appear. */
    for (size_t i = 0; found == 0 && (option = catex_exporter_option(
                                          c->exporter, i)) != NULL; i++) {
        setting.name = option->name;
        for (size_t n = 0; found == 0 && (setting.value = value_to_try(
                                              option, n, text)) != NULL; n++)
            found = minds_with(c, &setting, other, field);
    }
    return found;
}

/* What is declared is written, and what is written is declared. Formats may
 * have their reasons, so that this only warns. */
void
conform_check_fields(struct conform *c)
{
    struct catex_catalog *other = conform_load(CONFORM_OTHER);
    for (int field = 0; field < CATEX_FIELD_COUNT; field++) {
        int declared = (c->exporter->fields & CATEX_BIT(field)) != 0;
        int found = minds(c, other, field);
        if (found < 0)
            break;
        if (declared && !found)
            conform_say(c, CONFORM_WARN,
                        "declares that it carries «%s», but writes the same "
                        "with and without it",
                        catex_field_name(field));
        if (!declared && found)
            conform_say(c, CONFORM_WARN,
                        "writes «%s» or something that depends on it, but "
                        "does not declare it",
                        catex_field_name(field));
    }
    catex_catalog_free(other);
}

const struct conform_check conform_checks[] = {
    {"opens", "it is a plugin and is not refused", check_open, CONFORM_NOTHING},
    {"table", "what it declares is complete",
     conform_check_table, CONFORM_TO_OPEN},
    {"symbols", "it exports its table alone",
     conform_check_symbols, CONFORM_TO_OPEN},
    {"empty", "a list without records", check_empty, CONFORM_TO_OPEN},
    {"bare", "every field absent", check_bare, CONFORM_TO_OPEN},
    {"full", "every field present", check_full, CONFORM_TO_OPEN},
    {"hostile", "hostile text", check_hostile, CONFORM_TO_OPEN},
    {"options", "each choice, both ends",
     conform_check_options, CONFORM_TO_RUN},
    {"fields", "declared is what is written",
     conform_check_fields, CONFORM_TO_RUN},
    {"confined", "it needs nothing but its output",
     check_confined, CONFORM_TO_RUN},
    {"place", "the same bytes elsewhere and later",
     conform_check_place, CONFORM_TO_RUN},
    {"stream", "records one by one", conform_check_stream, CONFORM_TO_RUN},
    {"threads", "two runs at once", conform_check_threads, CONFORM_TO_RUN},
    {"limit", "a writer that fails", conform_check_limit, CONFORM_TO_RUN},
    {"leak", "it gives everything back", conform_check_leak, CONFORM_TO_RUN},
    {NULL, NULL, NULL, CONFORM_NOTHING},
};
