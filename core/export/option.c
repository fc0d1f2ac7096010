/* SPDX-License-Identifier: MIT */
/* Options of exporters: read and checked from the plugin's own table. */
#include "export/export.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const struct catex_option *
catex_exporter_option(const struct catex_exporter *exporter, size_t i)
{
    const char *at = (const char *)exporter->options;
    if (at == NULL)
        return NULL;
    for (;; at += exporter->option_size, i--) {
        const struct catex_option *option = (const void *)at;
        if (option->name == NULL)
            return NULL;
        if (i == 0)
            return option;
    }
}

/* Adds to a text of fixed size what fits. */
static void
add(char *text, size_t size, const char *separator, const char *word)
{
    size_t used = strlen(text);
    snprintf(text + used, size - used, "%s%s", used == 0 ? "" : separator,
             word);
}

static const struct catex_option *
find(const struct catex_exporter *exporter, const char *name,
     struct catex_error *error)
{
    char known[300] = "";
    const struct catex_option *option;
    for (size_t i = 0;
         (option = catex_exporter_option(exporter, i)) != NULL; i++) {
        if (strcmp(option->name, name) == 0)
            return option;
        add(known, sizeof known, ", ", option->name);
    }
    if (known[0] == '\0')
        catex_error_set(error, CATEX_ERR_USAGE, exporter->name, 0,
                        "has no options, so not «%.60s» either", name);
    else
        catex_error_set(error, CATEX_ERR_USAGE, exporter->name, 0,
                        "has no option «%.60s»; its options are %s", name,
                        known);
    return NULL;
}

static int
refuse(const struct catex_exporter *exporter, const struct catex_option *option,
       const char *value, const char *allowed, struct catex_error *error)
{
    return catex_error_set(error, CATEX_ERR_USAGE, exporter->name, 0,
                           "option %s cannot be «%.60s»; it takes %s",
                           option->name, value, allowed);
}

/* The value of any type but text, as a number. */
static int
read_bool(const char *value, int64_t *ret)
{
    static const char *const words[] = {"no", "yes", "false", "true", "0", "1"};
    for (int i = 0; i < 6; i++)
        if (strcmp(value, words[i]) == 0) {
            *ret = i % 2;
            return 1;
        }
    return 0;
}

static int
read_choice(const struct catex_option *option, const char *value, int64_t *ret)
{
    for (int i = 0; option->choices[i] != NULL; i++)
        if (strcmp(value, option->choices[i]) == 0) {
            *ret = i;
            return 1;
        }
    return 0;
}

static int
read_int(const struct catex_option *option, const char *value, int64_t *ret)
{
    char *end;
    if (strchr("+-0123456789", value[0]) == NULL || value[0] == '\0')
        return 0;
    errno = 0;
    long long number = strtoll(value, &end, 10);
    *ret = number;
    return errno == 0 && *end == '\0' && number >= option->min &&
           number <= option->max;
}

static int
parse(const struct catex_exporter *exporter, const struct catex_option *option,
      const char *value, int64_t *ret, struct catex_error *error)
{
    char allowed[256] = "";
    switch (option->type) {
    case CATEX_OPTION_TEXT:
        return CATEX_OK;
    case CATEX_OPTION_BOOL:
        if (read_bool(value, ret))
            return CATEX_OK;
        return refuse(exporter, option, value, "yes or no", error);
    case CATEX_OPTION_INT:
        if (read_int(option, value, ret))
            return CATEX_OK;
        snprintf(allowed, sizeof allowed,
                 "a whole number from %" PRId64 " to %" PRId64, option->min,
                 option->max);
        return refuse(exporter, option, value, allowed, error);
    case CATEX_OPTION_CHOICE:
        if (read_choice(option, value, ret))
            return CATEX_OK;
        for (int i = 0; option->choices[i] != NULL; i++)
            add(allowed, sizeof allowed, " or ", option->choices[i]);
        return refuse(exporter, option, value, allowed, error);
    default:
        return catex_error_set(error, CATEX_ERR_PLUGIN, exporter->name, 0,
                               "option %s has a type that this catex does not "
                               "know",
                               option->name);
    }
}

int
catex_exporter_check(const struct catex_exporter *exporter,
                     const struct catex_setting *setting,
                     struct catex_error *error)
{
    int64_t number = 0;
    const struct catex_option *option = find(exporter, setting->name, error);
    if (option == NULL)
        return CATEX_ERR_USAGE;
    return parse(exporter, option, setting->value, &number, error);
}

static size_t
value_size(uint32_t type)
{
    return type == CATEX_OPTION_TEXT  ? sizeof(const char *)
           : type == CATEX_OPTION_INT ? sizeof(int64_t)
                                      : sizeof(int);
}

int
cx_options_check(const struct catex_exporter *exporter,
                 struct catex_error *error)
{
    const struct catex_option *option;
    for (size_t i = 0;
         (option = catex_exporter_option(exporter, i)) != NULL; i++) {
        size_t size = value_size(option->type);
        int64_t number;
        if (option->offset % size != 0 || exporter->state_size < size ||
            option->offset > exporter->state_size - size)
            return catex_error_set(error, CATEX_ERR_PLUGIN, exporter->name, 0,
                                   "option %s lies outside of the state",
                                   option->name);
        if (option->type == CATEX_OPTION_CHOICE && option->choices == NULL)
            return catex_error_set(error, CATEX_ERR_PLUGIN, exporter->name, 0,
                                   "option %s has no choices", option->name);
        if (option->preset == NULL)
            continue;
        int status = parse(exporter, option, option->preset, &number, error);
        if (status != CATEX_OK)
            return status;
    }
    return CATEX_OK;
}

static int
apply(const struct catex_exporter *exporter, const struct catex_option *option,
      const char *value, char *state, struct catex_error *error)
{
    int64_t number = 0;
    int status = parse(exporter, option, value, &number, error);
    if (status != CATEX_OK)
        return status;
    void *place = state + option->offset;
    if (option->type == CATEX_OPTION_TEXT)
        *(const char **)place = value;
    else if (option->type == CATEX_OPTION_INT)
        *(int64_t *)place = number;
    else
        *(int *)place = (int)number;
    return CATEX_OK;
}

int
cx_options_apply(const struct catex_exporter *exporter,
                 const struct catex_setting *settings, size_t count,
                 void *state, struct catex_error *error)
{
    const struct catex_option *option;
    int status = CATEX_OK;
    for (size_t i = 0;
         (option = catex_exporter_option(exporter, i)) != NULL; i++)
        if (option->preset != NULL && status == CATEX_OK)
            status = apply(exporter, option, option->preset, state, error);
    for (size_t i = 0; i < count && status == CATEX_OK; i++) {
        option = find(exporter, settings[i].name, error);
        if (option == NULL)
            return CATEX_ERR_USAGE;
        status = apply(exporter, option, settings[i].value, state, error);
    }
    return status;
}
