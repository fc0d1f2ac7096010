/* SPDX-License-Identifier: MIT */
/* Exporters that are wrong in one way each: built with MOCK, its number, and
 * NAME, its name. Each is good enough to be written by somebody in earnest. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <catex/exporter.h>

enum {
    SOUND, NO_HELP, SYMBOL, EMPTY, BARE, CRASH, SCRIBBLE, SILENT, KIND, QUITS,
    HOSTILE, OPTION, USELESS, UNDECLARED, UNWRITTEN, FILES, CLOCK, ZONE, KEEP,
    AT_ONCE, GLOBAL, WRITER, LEAK, DESCRIPTOR, PRINT, LOOP, REFUSED,
    ABSENT
};

struct mock_state {
    int64_t width;
    const struct catex_record *last;
    size_t records;
};

#if MOCK_SYMBOL
CATEX_PUBLIC int mock_helper(int number);
int
mock_helper(int number)
{
    return number + 1;
}
#endif

static char last_title[64]; /* what GLOBAL must not have */

static void
do_wrong_at_first(struct catex_run *run)
{
    static volatile int never;
    char zone[32], *volatile lost;
    time_t now = MOCK == CLOCK ? time(NULL) : 0;
    struct tm parts;
    switch (MOCK) {
    case CLOCK: catex_printf(run->out, "%lld\n", (long long)now); break;
    case ZONE:
        strftime(zone, sizeof zone, "%H:%M", localtime_r(&now, &parts));
        catex_printf(run->out, "%s\n", zone);
        break;
    case FILES:
        catex_puts(run->out, access("/", F_OK) == 0 ? "yes\n" : "no\n");
        break;
    case LEAK: lost = malloc(100); lost[0] = 1; break;
    case DESCRIPTOR: (void)!dup(0); break;
    case LOOP:
        while (run->catalog->records == NULL && !never)
            ;
        break;
    default: break;
    }
}

static void
do_wrong(struct catex_run *run, const struct catex_record *record)
{
    struct mock_state *state = run->state;
    struct catex_record *writable = (void *)(uintptr_t)record;
    switch (MOCK) {
    case BARE: catex_puts(run->out, record->description); break;
    case CRASH: abort();
    case SCRIBBLE: writable->kind = CATEX_KIND_SERIES; break;
    case KIND: catex_run_warn(run, "Not a kind!", record, "is odd"); break;
    case QUITS: exit(0);
    case UNDECLARED:
        catex_puts(run->out, record->version == NULL ? "-" : record->version);
        break;
    case KEEP:
        if (state->last != NULL)
            catex_printf(run->out, "after %s ", state->last->title);
        state->last = record;
        break;
    case GLOBAL:
        catex_printf(run->out, "after %s ", last_title);
        snprintf(last_title, sizeof last_title, "%.60s", record->title);
        break;
    case WRITER:
        if (catex_writer_status(run->out) != CATEX_OK)
            abort();
        break;
    case PRINT: puts("exporting"); break;
    case ABSENT: /* as some printf() has it */
        catex_puts(run->out,
                   record->version == NULL ? "(null)" : record->version);
        break;
    default: break;
    }
}

static int
mock_begin(struct catex_run *run)
{
    const struct mock_state *state = run->state;
    const struct catex_record *record = run->catalog->records;
    if (MOCK == GLOBAL)
        last_title[0] = '\0';
    do_wrong_at_first(run);
    if (MOCK == OPTION && state->width == 80)
        return catex_error_set(run->error, CATEX_ERR_PLUGIN, NAME, 0,
                               "80 is too wide");
    if (MOCK == AT_ONCE) /* without CATEX_EXPORTER_WHOLE */
        for (; record != NULL; record = record->next)
            catex_printf(run->out, "%s, ", record->id);
    if (MOCK != USELESS && MOCK != SILENT)
        catex_printf(run->out, "%*s\n", (int)state->width, "records");
    return CATEX_OK;
}

static int
mock_record(struct catex_run *run, const struct catex_record *record)
{
    struct mock_state *state = run->state;
    state->records++;
    if (MOCK == SILENT)
        return CATEX_OK;
    if (MOCK == HOSTILE && strchr(record->title, '\n') != NULL)
        return catex_error_set(run->error, CATEX_ERR_PLUGIN, NAME, 0,
                               "a title of two lines");
    catex_printf(run->out, "%s: %s\n", record->id, record->title);
    do_wrong(run, record);
    return CATEX_OK;
}

static int
mock_end(struct catex_run *run)
{
    const struct mock_state *state = run->state;
    if (MOCK == EMPTY && state->records == 0)
        abort();
    return CATEX_OK;
}

static const struct catex_option mock_options[] = {
    {.name = "width", .help = MOCK == NO_HELP ? NULL : "a width",
     .preset = "7", .min = 1, .max = 80, .type = CATEX_OPTION_INT,
     .offset = offsetof(struct mock_state, width)},
    {0},
};

CATEX_EXPORTER_NOTE(NOTE)

CATEX_PUBLIC const struct catex_exporter catex_exporter = {
    CATEX_EXPORTER_HEAD, .name = NAME, .summary = "a mock",
    .media_type = "text/plain", .ending = ".txt",
    .fields = CATEX_BIT(CATEX_FIELD_ID) | CATEX_BIT(CATEX_FIELD_TITLE) |
              (MOCK == UNWRITTEN ? CATEX_BIT(CATEX_FIELD_SPATIAL) : 0),
    .options = mock_options, .state_size = sizeof(struct mock_state),
    .begin = mock_begin, .record = mock_record, .end = mock_end,
};
