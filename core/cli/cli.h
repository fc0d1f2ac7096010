/* SPDX-License-Identifier: MIT */
/* What the parts of the program share. */
#ifndef CLI_H
#define CLI_H

#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <catex/catex.h>

enum cli_exit {
    CLI_DONE = 0,
    CLI_PROBLEMS = 1,
    CLI_USAGE = 2,
    CLI_INPUT = 3,
    CLI_OUTPUT = 4,
    CLI_PLUGIN = 5
};

/* How many reports of one kind are shown before the rest is only counted. */
enum { CLI_SHOWN = 3, CLI_TALLIES = 64 };

struct cli_tally {
    char format[32], kind[64]; /* format: "" for the loader's */
    int finding; /* about the list, for its curator */
    uint64_t count;
};

/* Where messages go and how many there were. */
struct cli_messages {
    FILE *to;
    int json, quiet, verbose;
    const char *const *without; /* kinds that are not reported */
    size_t without_count;
    const char *const *lists; /* as the user named them; NULL-ended */
    int findings; /* what comes is about the list: one line in the end */
    int failed;   /* an error was printed */
    uint64_t reports;
    struct cli_tally tallies[CLI_TALLIES];
    size_t tally_count;
};

struct cli_setting {
    const char *format;
    struct catex_setting setting;
};

/* The command line, taken apart. */
struct cli_args {
    struct cli_messages messages;
    uint32_t list_format; /* enum catex_format, 0: by the ending */
    const char **formats; /* NULL: the default ones */
    size_t format_count;
    struct cli_setting *settings;
    size_t setting_count;
    const char **folders; /* of plugins */
    size_t folder_count;
    const char **facts; /* files; NULL-ended */
    size_t facts_count;
    const char *out, *base_iri, *language;
    uint64_t jobs, timeout, max_output;
    int strict, merge, coverage, help, test;
    const char *const *lists; /* or names; NULL-ended */
    size_t list_count;
};

/* Reads the arguments of the command argv[0]; CLI_DONE or CLI_USAGE. */
int cli_args_read(struct cli_args *args, int argc, char **argv);
void cli_args_done(struct cli_args *args);

int cli_check(struct cli_args *args);
int cli_export(struct cli_args *args);
int cli_formats(struct cli_args *args);

/* Puts a plugin, a file or a name, through the checks of conform.h; prints
 * what came of each. */
int cli_conform(struct cli_args *args, const char *plugin);

/* The text of help on a command, or on all (NULL); CLI_USAGE if there is no
 * such command. */
int cli_help(const char *command);

/* A message that ends the work; returns @code. @source can be NULL or "". */
int cli_fail(struct cli_messages *messages, int code, const char *source,
             const char *format, ...) CATEX_PRINTF(4, 5);

/* The same for an error of the library; @plugin names the format at fault,
 * if it is not NULL. Returns the exit code that belongs to it. */
int cli_fail_error(struct cli_messages *messages, const char *plugin,
                   const struct catex_error *error);

/* A warning of the program's own. */
void cli_warn(struct cli_messages *messages, const char *kind,
              const char *source, const char *text);

/* A catex_report_fn over struct cli_messages. */
void cli_report(const struct catex_report *report, void *user_data);

/* Says how many reports were counted but not shown, and what there is to say
 * about the lists. */
void cli_messages_end(struct cli_messages *messages);

/* Zeroed memory; ends the program without it. */
void *cli_alloc(size_t size);

/* Keeps signals that would end the program for a descriptor, which it returns,
 * or -1; they take their course when @ret_before is set again. */
int cli_hold_signals(sigset_t *ret_before);

/* A registry with the folders of --plugin-dir. */
struct catex_registry *cli_registry(struct cli_args *args);

/* How the lists are to be loaded. */
struct catex_load_options cli_load_options(struct cli_args *args);

/* Standard output, checked and closed; @code, or CLI_OUTPUT. */
int cli_close_output(struct cli_messages *messages, int code);

#endif
