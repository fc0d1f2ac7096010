/* SPDX-License-Identifier: MIT */
/* The command line: which options there are, and what they take. */
#include "cli.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* Options that have no letter. */
enum {
    BASE_IRI = 256, LANGUAGE, STRICT, LOG, PLUGIN_DIR, TIMEOUT, MAX_OUTPUT,
    WITHOUT, FACTS, COVERAGE, MERGE, TEST
};

static const struct option longs[] = {
    {"from", required_argument, NULL, 'f'},
    {"to", required_argument, NULL, 't'},
    {"output", required_argument, NULL, 'o'},
    {"option", required_argument, NULL, 'O'},
    {"jobs", required_argument, NULL, 'j'},
    {"quiet", no_argument, NULL, 'q'},
    {"verbose", no_argument, NULL, 'v'},
    {"help", no_argument, NULL, 'h'},
    {"base-iri", required_argument, NULL, BASE_IRI},
    {"language", required_argument, NULL, LANGUAGE},
    {"merge", no_argument, NULL, MERGE},
    {"strict", no_argument, NULL, STRICT},
    {"log", required_argument, NULL, LOG},
    {"plugin-dir", required_argument, NULL, PLUGIN_DIR},
    {"timeout", required_argument, NULL, TIMEOUT},
    {"max-output", required_argument, NULL, MAX_OUTPUT},
    {"without", required_argument, NULL, WITHOUT},
    {"facts", required_argument, NULL, FACTS},
    {"coverage", no_argument, NULL, COVERAGE},
    {"test", no_argument, NULL, TEST},
    {NULL, 0, NULL, 0},
};

/* Which options each command has. */
static const struct {
    const char *command;
    int options[20];
} commands[] = {
    {"export", {'f', 't', 'o', 'O', 'j', 'q', 'v', BASE_IRI, LANGUAGE, STRICT,
                LOG, PLUGIN_DIR, TIMEOUT, MAX_OUTPUT, WITHOUT, FACTS,
                MERGE}},
    {"check", {'f', 'q', BASE_IRI, LANGUAGE, LOG, WITHOUT, FACTS, COVERAGE}},
    {"formats", {LOG, PLUGIN_DIR, TEST, TIMEOUT}},
};

static int
has_option(const char *command, int option)
{
    for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++)
        for (int n = 0; n < 20 && strcmp(commands[i].command, command) == 0;
             n++)
            if (commands[i].options[n] == option)
                return 1;
    return option == 'h';
}

static int
usage(struct cli_args *args, const char *option, const char *why,
      const char *value)
{
    return cli_fail(&args->messages, CLI_USAGE, option, "%s, not «%.80s»", why,
                    value);
}

/* The words of a text that commas part; the text is cut up. */
static size_t
split(char *text, const char ***ret_words)
{
    size_t count = 1, n = 0;
    for (const char *at = text; *at != '\0'; at++)
        count += *at == ',';
    const char **words = cli_alloc((count + 1) * sizeof *words);
    for (char *rest = text, *word; (word = strsep(&rest, ",")) != NULL;)
        words[n++] = word;
    *ret_words = words;
    return count;
}

static int
read_format(struct cli_args *args, const char *value)
{
    static const char *const names[] = {"markdown", "json", "ndjson"};
    for (uint32_t i = 0; i < 3; i++)
        if (strcmp(names[i], value) == 0) {
            args->list_format = i + 1;
            return CLI_DONE;
        }
    return usage(args, "-f", "takes markdown, json or ndjson", value);
}

static int
read_formats(struct cli_args *args, char *value)
{
    free(args->formats);
    args->format_count = split(value, &args->formats);
    for (size_t i = 0; i < args->format_count; i++)
        for (size_t n = 0; n < i; n++)
            if (strcmp(args->formats[i], args->formats[n]) == 0)
                return cli_fail(&args->messages, CLI_USAGE, "-t",
                                "names %.80s twice", args->formats[i]);
    return CLI_DONE;
}

static int
read_setting(struct cli_args *args, char *value)
{
    char *equals = strchr(value, '=');
    char *dot = equals == NULL ? NULL : memchr(value, '.', equals - value);
    if (dot == NULL || dot == value || dot + 1 == equals)
        return usage(args, "-O", "takes FORMAT.OPTION=VALUE", value);
    *dot = *equals = '\0';
    args->settings[args->setting_count++] =
        (struct cli_setting){value, {dot + 1, equals + 1}};
    return CLI_DONE;
}

static int
read_folder(struct cli_args *args, const char *value)
{
    struct stat st;
    if (stat(value, &st) != 0 || !S_ISDIR(st.st_mode))
        return usage(args, "--plugin-dir", "takes a folder that is there",
                     value);
    args->folders[args->folder_count++] = value;
    return CLI_DONE;
}

/* A number with an optional K, M, G or T behind it, if @units. */
static int
read_number(struct cli_args *args, const char *option, const char *value,
            uint64_t most, int units, uint64_t *ret)
{
    static const char letters[] = "KMGT";
    char *end = NULL;
    uint64_t number = 0, factor = 1;
    if (value[0] >= '0' && value[0] <= '9' && strlen(value) < 19)
        number = strtoull(value, &end, 10);
    const char *unit = end == NULL || *end == '\0' ? NULL
                                                   : strchr(letters, *end);
    if (units && unit != NULL && end[1] == '\0') {
        factor <<= 10 * (unit - letters + 1);
        end++;
    }
    if (end != NULL && *end == '\0' && number > most / factor)
        return usage(args, option, "takes a smaller number", value);
    if (end == NULL || *end != '\0')
        return usage(args, option,
                     units ? "takes a number of bytes, such as 500M"
                           : "takes a whole number",
                     value);
    *ret = number * factor;
    return CLI_DONE;
}

/* What all of RDF asks of an absolute IRI, and no more. */
static int
read_iri(struct cli_args *args, const char *value)
{
    const char *colon = strchr(value, ':');
    size_t letters = strspn(value, "abcdefghijklmnopqrstuvwxyz"
                                   "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.");
    int plain = colon != NULL && letters > 0 &&
                (size_t)(colon - value) == letters && colon[1] != '\0' &&
                strpbrk(value, " <>\"{}|\\^`") == NULL;
    for (const char *at = value; *at != '\0'; at++)
        plain = plain && (unsigned char)*at > 0x20 && *at != 0x7f;
    if (!plain)
        return usage(args, "--base-iri",
                     "takes an absolute IRI, such as https://example.org/data/",
                     value);
    args->base_iri = value;
    return CLI_DONE;
}

static int
read_language(struct cli_args *args, const char *value)
{
    size_t first = strspn(value, "abcdefghijklmnopqrstuvwxyz"
                                 "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    size_t all = strspn(value, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRST"
                               "UVWXYZ0123456789-");
    if (first < 2 || first > 3 || value[all] != '\0' || all > 35 ||
        (value[first] != '-' && value[first] != '\0') ||
        value[all - 1] == '-')
        return usage(args, "--language", "takes a language tag, such as en",
                     value);
    args->language = value;
    return CLI_DONE;
}

static int
read_log(struct cli_args *args, const char *value)
{
    args->messages.json = strcmp(value, "json") == 0;
    if (!args->messages.json && strcmp(value, "text") != 0)
        return usage(args, "--log", "takes text or json", value);
    return CLI_DONE;
}

static int
read_option(struct cli_args *args, int option, char *value)
{
    switch (option) {
    case 'f': return read_format(args, value);
    case 't': return read_formats(args, value);
    case 'o': args->out = value; return CLI_DONE;
    case 'O': return read_setting(args, value);
    case 'j': return read_number(args, "-j", value, 64, 0, &args->jobs);
    case 'q': args->messages.quiet = 1; return CLI_DONE;
    case 'v': args->messages.verbose = 1; return CLI_DONE;
    case 'h': args->help = 1; return CLI_DONE;
    case BASE_IRI: return read_iri(args, value);
    case LANGUAGE: return read_language(args, value);
    case STRICT: args->strict = 1; return CLI_DONE;
    case MERGE: args->merge = 1; return CLI_DONE;
    case TEST: args->test = 1; return CLI_DONE;
    case LOG: return read_log(args, value);
    case PLUGIN_DIR: return read_folder(args, value);
    case TIMEOUT:
        return read_number(args, "--timeout", value, 1000000000, 0,
                           &args->timeout);
    case MAX_OUTPUT:
        return read_number(args, "--max-output", value, INT64_MAX, 1,
                           &args->max_output);
    case COVERAGE: args->coverage = 1; return CLI_DONE;
    case FACTS:
        args->facts[args->facts_count++] = value;
        return CLI_DONE;
    default: /* WITHOUT */
        free((void *)(uintptr_t)args->messages.without);
        const char **kinds;
        args->messages.without_count = split(value, &kinds);
        args->messages.without = kinds;
        return CLI_DONE;
    }
}

int
cli_args_read(struct cli_args *args, int argc, char **argv)
{
    memset(args, 0, sizeof *args);
    args->messages.to = stderr;
    args->timeout = strcmp(argv[0], "formats") == 0 ? 60 : 600;
    args->max_output = UINT64_C(64) << 30;
    args->settings = cli_alloc((size_t)argc * sizeof *args->settings);
    args->folders = cli_alloc((size_t)argc * sizeof *args->folders);
    args->facts = cli_alloc(((size_t)argc + 1) * sizeof *args->facts);
    opterr = 0;
    for (int o; (o = getopt_long(argc, argv, ":f:t:o:O:j:qvh", longs, NULL)) !=
                -1;) {
        /* The option as it was typed, which its value may follow. */
        const char *word = argv[optind - 1 - (optarg == argv[optind - 1])];
        if (o == ':')
            return cli_fail(&args->messages, CLI_USAGE, word,
                            "lacks its value; see «catex help %s»", argv[0]);
        if (o == '?' || !has_option(argv[0], o))
            return cli_fail(&args->messages, CLI_USAGE, NULL,
                            "«catex %s» has no option «%.80s»; see «catex "
                            "help %s»",
                            argv[0], word, argv[0]);
        int code = read_option(args, o, optarg);
        if (code != CLI_DONE)
            return code;
    }
    args->lists = (const char *const *)(void *)(argv + optind);
    args->list_count = (size_t)(argc - optind);
    args->messages.lists = args->lists;
    return CLI_DONE;
}

void
cli_args_done(struct cli_args *args)
{
    free((void *)(uintptr_t)args->messages.without);
    free(args->formats);
    free(args->settings);
    free(args->folders);
    free(args->facts);
}

struct catex_load_options
cli_load_options(struct cli_args *args)
{
    return (struct catex_load_options){
        .size = sizeof(struct catex_load_options),
        .format = args->list_format,
        .language = args->language,
        .report = cli_report,
        .user_data = &args->messages,
        .base_iri = args->base_iri,
        .facts = args->facts_count == 0 ? NULL : args->facts,
    };
}
