/* SPDX-License-Identifier: MIT */
/* catex formats: what can be written, with which options, and what is lost. */
#include "cli.h"

#include <inttypes.h>
#include <string.h>

enum { WIDTH = 76 };

struct listing {
    struct cli_messages *messages;
    int code;
};

static void
list_one(const struct catex_exporter *exporter, const char *path,
         const struct catex_error *refusal, void *user_data)
{
    struct listing *listing = user_data;
    (void)path;
    if (exporter == NULL) {
        listing->code = cli_fail_error(listing->messages, NULL, refusal);
        return;
    }
    printf("%-10s %-9s %-22s %s (ABI %u.%u)\n", exporter->name,
           exporter->ending, exporter->media_type, exporter->summary,
           exporter->abi_major, exporter->abi_minor);
}

static const char *
type_text(const struct catex_option *option, char *text, size_t size)
{
    switch (option->type) {
    case CATEX_OPTION_BOOL:
        return "yes or no";
    case CATEX_OPTION_INT:
        snprintf(text, size, "a number from %" PRId64 " to %" PRId64,
                 option->min, option->max);
        return text;
    case CATEX_OPTION_CHOICE:
        text[0] = '\0';
        for (size_t i = 0; option->choices[i] != NULL; i++) {
            size_t used = strlen(text);
            snprintf(text + used, size - used, "%s%s", i == 0 ? "" : " or ",
                     option->choices[i]);
        }
        return text;
    default:
        return "text";
    }
}

static void
print_options(const struct catex_exporter *exporter)
{
    const struct catex_option *option = catex_exporter_option(exporter, 0);
    printf("\noptions%s\n", option == NULL ? ": none" : ":");
    for (size_t i = 0;
         (option = catex_exporter_option(exporter, i)) != NULL; i++) {
        char text[512];
        printf("  -O %s.%s=VALUE\n      %s\n      %s", exporter->name,
               option->name, option->help == NULL ? "" : option->help,
               type_text(option, text, sizeof text));
        if (option->preset != NULL)
            printf("; by default %s", option->preset);
        putchar('\n');
    }
}

/* The fields that are in the mask, or not, as lines of words. */
static void
print_fields(const char *title, uint64_t mask)
{
    size_t column = 2;
    printf("\n%s:\n ", title);
    int left = 0;
    for (int i = 0; i < CATEX_FIELD_COUNT; i++)
        left += (mask & CATEX_BIT(i)) != 0;
    if (left == 0)
        fputs(" none", stdout);
    for (int i = 0; i < CATEX_FIELD_COUNT; i++) {
        const char *name = catex_field_name(i);
        if ((mask & CATEX_BIT(i)) == 0)
            continue;
        if (column + strlen(name) + 2 > WIDTH) {
            fputs("\n ", stdout);
            column = 2;
        }
        printf(" %s%s", name, --left > 0 ? "," : "");
        column += strlen(name) + 2;
    }
    putchar('\n');
}

static void
print_format(const struct catex_exporter *exporter)
{
    printf("%s: %s\nmedia type %s, file ending %s, plugin interface %u.%u\n",
           exporter->name, exporter->summary, exporter->media_type,
           exporter->ending, exporter->abi_major, exporter->abi_minor);
    print_options(exporter);
    print_fields("carries", exporter->fields);
    print_fields("does not carry", ~exporter->fields);
}

static int
test(struct cli_args *args)
{
    int worst = CLI_DONE;
    if (args->list_count == 0)
        return cli_fail(&args->messages, CLI_USAGE, "--test",
                        "lacks the format to test: its name, or its file");
    for (size_t i = 0; i < args->list_count; i++) {
        int code = cli_conform(args, args->lists[i]);
        worst = code > worst ? code : worst;
    }
    return worst;
}

int
cli_formats(struct cli_args *args)
{
    struct listing listing = {&args->messages, CLI_DONE};
    if (args->test)
        return test(args);
    struct catex_registry *registry = cli_registry(args);
    struct catex_error error = {0};
    if (registry == NULL)
        return CLI_OUTPUT;
    int status = CATEX_OK;
    if (args->list_count == 0)
        status = catex_registry_each(registry, list_one, &listing, &error);
    for (size_t i = 0; i < args->list_count && status == CATEX_OK; i++) {
        const struct catex_exporter *exporter;
        status = catex_registry_find(registry, args->lists[i], &exporter,
                                     &error);
        if (status == CATEX_OK)
            print_format(exporter);
    }
    if (status != CATEX_OK)
        listing.code = cli_fail_error(&args->messages, NULL, &error);
    catex_registry_free(registry);
    return listing.code;
}
