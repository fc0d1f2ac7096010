/* SPDX-License-Identifier: MIT */
/* Options as a user may type them: each line is FORMAT.NAME=VALUE. What the
 * check lets through, the exporter takes. */
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "fuzz.h"

static struct catex_registry *registry;

/* The options of every type, and two that are wrong in themselves. */
struct state {
    int flag, choice;
    const char *text;
    int64_t number;
};

static int
record(struct catex_run *run, const struct catex_record *r)
{
    (void)r;
    const struct state *state = run->state;
    fuzz_check(state->flag == 0 || state->flag == 1, "yes or no");
    fuzz_check(state->choice >= 0 && state->choice < 3, "a choice is one");
    fuzz_check(state->number >= -5 && state->number <= 1000, "in its range");
    return CATEX_OK;
}

static const char *const choices[] = {"red", "green", "blue", NULL};
static const struct catex_option options[] = {
    {.name = "flag", .type = CATEX_OPTION_BOOL, .preset = "no",
     .offset = offsetof(struct state, flag)},
    {.name = "choice", .type = CATEX_OPTION_CHOICE, .choices = choices,
     .preset = "green", .offset = offsetof(struct state, choice)},
    {.name = "text", .type = CATEX_OPTION_TEXT,
     .offset = offsetof(struct state, text)},
    {.name = "number", .type = CATEX_OPTION_INT, .min = -5, .max = 1000,
     .preset = "7", .offset = offsetof(struct state, number)},
    {.name = NULL},
};
static const struct catex_exporter mock = {
    CATEX_EXPORTER_HEAD, .name = "mock", .ending = ".mock",
    .options = options, .state_size = sizeof(struct state),
    .record = record};

static void
run_with(const struct catex_setting *setting, int fits)
{
    static struct catex_record one = {.id = "one", .title = "One"};
    static const struct catex_catalog catalog = {.language = "en",
                                                 .records = &one};
    struct catex_target target = {
        .size = sizeof target, .exporter = &mock, .catalog = &catalog,
        .settings = setting, .setting_count = 1, .path = "/dev/null"};
    struct catex_error error = {0};
    int status = catex_export(&target, 1, NULL, &error);
    fuzz_check(status == (fits ? CATEX_OK : CATEX_ERR_USAGE),
               "what is checked fits: %s=%s: %s", setting->name,
               setting->value, error.text);
}

static void
try_setting(char *line)
{
    char *dot = strchr(line, '.');
    char *equals = dot == NULL ? NULL : strchr(dot, '=');
    if (equals == NULL)
        return;
    *dot = *equals = '\0';
    struct catex_setting setting = {dot + 1, equals + 1};
    struct catex_error error = {0};
    const struct catex_exporter *exporter = &mock;
    if (strcmp(line, "mock") != 0 &&
        catex_registry_find(registry, line, &exporter, &error) != CATEX_OK)
        return;
    int status = catex_exporter_check(exporter, &setting, &error);
    fuzz_check(status == CATEX_OK || status == CATEX_ERR_USAGE,
               "a value is right or wrong, not %d", status);
    fuzz_check(status == error.code, "the error says what was returned");
    if (exporter == &mock)
        run_with(&setting, status == CATEX_OK);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    if (registry == NULL)
        registry = catex_registry_new();
    char *text = malloc(size + 1), *rest = text, *line;
    fuzz_check(text != NULL, "there is memory");
    memcpy(text, bytes, size);
    text[size] = '\0';
    while ((line = strsep(&rest, "\n")) != NULL)
        try_setting(line);
    free(text);
    return 0;
}
