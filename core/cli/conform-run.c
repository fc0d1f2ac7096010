/* SPDX-License-Identifier: MIT */
/* Runs of an exporter for the conformance checks, and their comparison. */
#include "conform.h"

#include <dirent.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void
conform_say(const struct conform *c, enum conform_word word,
            const char *format, ...)
{
    char line[512];
    va_list args;
    va_start(args, format);
    int size = vsnprintf(line + 1, sizeof line - 2, format, args);
    va_end(args);
    line[0] = (char)word;
    for (char *at = line; *at != '\0'; at++)
        if (*at == '\n')
            *at = ' ';
    strcat(line, "\n");
    if (size >= 0 && write(c->fd, line, strlen(line)) < 0)
        _exit(1); /* nobody listens */
}

/* A kind is what people filter reports by. */
static void
take_report(const struct catex_report *report, void *user_data)
{
    const struct conform *c = user_data;
    const char *kind = report->kind == NULL ? "" : report->kind;
    size_t fit = strspn(kind, "abcdefghijklmnopqrstuvwxyz0123456789-");
    if (fit == 0 || fit > 63 || kind[fit] != '\0')
        conform_say(c, CONFORM_FAIL,
                    "reports the kind «%.80s»; a kind is one word of a-z, 0-9 "
                    "and hyphens, up to 63 bytes",
                    kind);
}

/* Adds a file to the bytes of the run, and removes it. */
static void
take_file(struct conform_run *run, FILE *to, const char *folder,
          const char *name)
{
    char path[4096], bytes[4096];
    size_t size, all = 0;
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *from = fopen(path, "r");
    fprintf(to, "%s\n", strchr(name, '.') == NULL ? name : strchr(name, '.'));
    while (from != NULL && (size = fread(bytes, 1, sizeof bytes, from)) > 0) {
        fwrite(bytes, 1, size, to);
        all += size;
    }
    if (from != NULL)
        fclose(from);
    unlink(path);
    run->longest = all > run->longest ? all : run->longest;
}

static void
take_files(struct conform_run *run, const char *folder, const char *place)
{
    struct dirent **names = NULL;
    FILE *to = open_memstream(&run->bytes, &run->size);
    if (to == NULL)
        abort();
    int count = scandir(folder, &names, NULL, alphasort);
    for (int i = 0; i < count; i++) {
        if (strncmp(names[i]->d_name, place, strlen(place)) == 0)
            take_file(run, to, folder, names[i]->d_name);
        free(names[i]);
    }
    free(names);
    fclose(to);
}

int
conform_export(const struct conform *c, struct conform_run *run)
{
    char path[4096];
    const char *place = run->place == NULL ? "out" : run->place;
    const struct catex_export_options options = {
        .size = sizeof options, .jobs = run->jobs, .report = take_report,
        .user_data = (void *)(uintptr_t)c, .max_output = run->max_output};
    struct catex_target target = {
        .size = sizeof target, .exporter = c->exporter,
        .catalog = run->catalog, .settings = &run->setting,
        .setting_count = run->setting.name != NULL, .path = path,
        .next = run->next, .next_data = run->next_data};
    snprintf(path, sizeof path, "%s/%s%s", c->scratch, place,
             c->exporter->ending);
    memset(&run->error, 0, sizeof run->error);
    run->longest = 0;
    int status = catex_export(&target, 1, &options, &run->error);
    take_files(run, c->scratch, place);
    return status;
}

void
conform_free(struct conform_run *run)
{
    free(run->bytes);
    run->bytes = NULL;
}

int
conform_must(const struct conform *c, struct conform_run *run,
             const char *what)
{
    conform_say(c, CONFORM_STEP, "%s", what);
    if (conform_export(c, run) == CATEX_OK)
        return 1;
    conform_say(c, CONFORM_FAIL, "%s: failed with «%s»", what,
                run->error.text);
    conform_free(run);
    return 0;
}

/* A few bytes around a place, as text for one line. */
static const char *
excerpt(const struct conform_run *run, size_t at, char out[64])
{
    size_t from = at < 16 ? 0 : at - 16, n = 0;
    for (size_t i = from; i < run->size && n < 40; i++) {
        char c = run->bytes[i];
        out[n++] = (char)(c >= 0x20 && c < 0x7f ? c : '.');
    }
    out[n] = '\0';
    return out;
}

int
conform_same(const struct conform *c, const struct conform_run *one,
             const struct conform_run *other, const char *when)
{
    char first[64], second[64];
    size_t at = 0;
    while (at < one->size && at < other->size &&
           one->bytes[at] == other->bytes[at])
        at++;
    if (at == one->size && at == other->size)
        return 1;
    conform_say(c, CONFORM_FAIL,
                "gives other bytes %s, from byte %zu on: «%s», then «%s»",
                when, at, excerpt(one, at, first),
                excerpt(other, at, second));
    return 0;
}
