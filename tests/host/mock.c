/* SPDX-License-Identifier: MIT */
/* Exporters that misbehave, one way each: built with MOCK, its number, and
 * NAME, its name. All leave a mark when any code of theirs runs. */
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include <catex/exporter.h>

enum {
    GOOD, BEGIN, RECORD, END, SILENT, SEGV, ABORT, EXIT, QUICK_EXIT, LOOP,
    ENDLESS, SCRIBBLE, CLOSE, KILL, WARN, NO_FILE, FORK, OPEN, SOCKET, EXEC,
    BABBLE, KILL_PARENT, LEAK, MEMORY, SAME_FILE, MANY_FILES,
    /* what never runs */
    NO_NOTE, MAJOR, MINOR, MISNAMED, UNNAMED,
    /* what is refused by its table */
    NO_SYMBOL, SHORT, NO_RECORD, OTHER_NAME, WILD_OPTION, BAD_PRESET
};

__attribute__((constructor)) static void
leave_mark(void)
{
    const char *mark = getenv("MOCK_MARK");
    if (mark != NULL)
        close(open(mark, O_WRONLY | O_CREAT, 0666));
    if (getenv("MOCK_DIE") != NULL)
        _exit(9);
}

struct mock_state {
    int64_t number;
    const char *text;
    int yes, colour;
};

#define AT(member) (uint32_t)offsetof(struct mock_state, member)
static const char *const colours[] = {"red", "green", NULL};
static const struct catex_option mock_options[] = {
    {.name = "yes", .help = "a truth", .preset = "no",
     .type = CATEX_OPTION_BOOL, .offset = AT(yes)},
    {.name = "number", .help = "a number",
     .preset = MOCK == BAD_PRESET ? "12" : "7", .min = -3, .max = 10,
     .type = CATEX_OPTION_INT,
     .offset = MOCK == WILD_OPTION ? 4096 : AT(number)},
    {.name = "text", .help = "a text", .type = CATEX_OPTION_TEXT,
     .offset = AT(text)},
    {.name = "colour", .help = "a colour", .preset = "green",
     .choices = colours, .type = CATEX_OPTION_CHOICE, .offset = AT(colour)},
    {0},
};

/* What the writer cannot hold, so that something is out before the worst. */
static void
write_much(struct catex_run *run)
{
    static const char block[4096];
    for (int i = 0; i < 64; i++)
        catex_write(run->out, block, sizeof block);
}

static void
misbehave(struct catex_run *run, const struct catex_record *record)
{
    static volatile int never;
    struct catex_record *writable = (void *)(uintptr_t)record;
    switch (MOCK) {
    case SEGV: write_much(run); raise(SIGSEGV); break;
    case ABORT: abort();
    case EXIT: exit(0);
    case QUICK_EXIT: _exit(0);
    case LOOP: while (!never) { } break;
    case ENDLESS: while (!never) write_much(run); break;
    case SCRIBBLE: writable->title = "scribbled"; writable->id = "x"; break;
    case CLOSE:
        for (int fd = 0; fd < 1024; fd++)
            close(fd);
        while (!never) { }
        break;
    case KILL: kill(0, SIGKILL); break;
    case KILL_PARENT: kill(getppid(), SIGKILL); break;
    case FORK:
        if (fork() == 0)
            for (;;)
                pause();
        break;
    case BABBLE:
        for (int fd = 3; fd < 64; fd++)
            send(fd, "nonsense", 8, MSG_NOSIGNAL | MSG_DONTWAIT);
        break;
    case LEAK: memset(malloc(1 << 20), 1, 1 << 20); break;
    case MEMORY:
        (void)catex_run_scratch(run, SIZE_MAX / 2 + 1);
        break;
    default: break;
    }
}

/* Each says whether it was let do what it must not. */
static void
try_forbidden(struct catex_run *run)
{
    int done = 0;
    if (MOCK == OPEN)
        done = open("/etc/passwd", O_RDONLY) >= 0;
    else if (MOCK == SOCKET)
        done = socket(AF_INET, SOCK_STREAM, 0) >= 0;
    else if (MOCK == EXEC)
        done = execl("/bin/true", "true", (char *)NULL) == 0;
    else
        return;
    catex_printf(run->out, "%s\n", done ? "let" : "not let");
}

static int
mock_begin(struct catex_run *run)
{
    const struct mock_state *state = run->state;
    catex_printf(run->out, "stem=%s yes=%d number=%lld text=%s colour=%s\n",
                 run->stem == NULL ? "none" : run->stem, state->yes,
                 (long long)state->number,
                 state->text == NULL ? "none" : state->text,
                 colours[state->colour]);
    if (MOCK == BEGIN)
        return catex_error_set(run->error, CATEX_ERR_OUTPUT, NULL, 0,
                               "begin does not like it");
    if (state->yes) {
        struct catex_writer *more = catex_run_file(run, "-more.txt");
        if (more == NULL)
            return run->error->code;
        catex_puts(more, "more\n");
        if (catex_run_file_end(run, more) != CATEX_OK ||
            catex_run_file_end(run, run->out) != CATEX_OK)
            return run->error->code;
    }
    if (MOCK == NO_FILE && catex_run_file(run, "/../x") == NULL)
        return run->error->code;
    for (int i = 0; MOCK == MANY_FILES; i++) {
        char suffix[32];
        snprintf(suffix, sizeof suffix, "-%d.txt", i);
        if (catex_run_file(run, suffix) == NULL)
            return run->error->code;
    }
    for (int i = 0; MOCK == SAME_FILE && i < 2; i++)
        if (catex_run_file(run, "-same.txt") == NULL)
            return run->error->code;
    try_forbidden(run);
    return CATEX_OK;
}

static int
mock_record(struct catex_run *run, const struct catex_record *record)
{
    misbehave(run, record);
    if (MOCK == RECORD)
        return catex_error_set(run->error, CATEX_ERR_INPUT,
                               record->source.path, record->source.first_line,
                               "record does not like it");
    if (MOCK == SILENT)
        return CATEX_ERR_PLUGIN;
    if (MOCK == WARN)
        catex_run_warn(run, "mock", record, "this is %s", record->id);
    char *scratch = catex_run_scratch(run, strlen(record->id) + 1);
    if (scratch == NULL)
        return CATEX_ERR_MEMORY;
    strcpy(scratch, record->id);
    catex_printf(run->out, "%s %s\n", scratch, record->title);
    return CATEX_OK;
}

static int
mock_end(struct catex_run *run)
{
    if (MOCK == END)
        return catex_error_set(run->error, CATEX_ERR_USAGE, NULL, 0,
                               "end does not like it");
    catex_puts(run->out, "end\n");
    return CATEX_OK;
}

#ifdef NOTE /* which can say what CATEX_EXPORTER_NOTE never would */
__attribute__((section(".note.catex"), used,
               aligned(4))) static const struct catex_note
    catex_note = {6, 40, CATEX_NOTE_TYPE, "catex",
                  CATEX_ABI_MAJOR + (MOCK == MAJOR),
                  CATEX_ABI_MINOR + (MOCK == MINOR), NOTE};
#endif

#if MOCK_SYMBOL
CATEX_PUBLIC const struct catex_exporter catex_exporter = {
    CATEX_ABI_MAJOR, CATEX_ABI_MINOR,
    MOCK == SHORT ? 32 : sizeof(struct catex_exporter),
    sizeof(struct catex_option),
    .name = MOCK == OTHER_NAME ? "another" : NAME,
    .summary = "a mock", .media_type = "text/plain",
    .ending = "." NAME, .fields = CATEX_BIT(CATEX_FIELD_ID),
    .options = mock_options, .state_size = sizeof(struct mock_state),
    .begin = mock_begin,
    .record = MOCK == NO_RECORD ? NULL : mock_record, .end = mock_end,
};
#else
CATEX_PUBLIC const void *const unused[] = {
    (const void *)mock_options, (const void *)(uintptr_t)mock_begin,
    (const void *)(uintptr_t)mock_record, (const void *)(uintptr_t)mock_end};
CATEX_PUBLIC extern const void *const unused[];
#endif
