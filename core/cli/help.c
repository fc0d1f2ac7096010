/* SPDX-License-Identifier: MIT */
/* What the program says about itself. */
#include "cli.h"

#include <string.h>

static const char all[] =
    "catex writes a list of datasets, kept as Markdown, in standard formats.\n"
    "\n"
    "  catex export [OPTIONS] LIST...   write the list in one or more formats\n"
    "  catex check [OPTIONS] LIST...    say what is wrong or unclear in a list\n"
    "  catex formats [NAME]             show what can be written, and how\n"
    "  catex help [COMMAND]             explain a command\n"
    "  catex --version\n"
    "\n"
    "Try: catex export -o out LIST.md\n"
    "Exit status: 0 done, 1 problems found, 2 usage, 3 input, 4 output,\n"
    "5 a plugin failed.\n";

static const char export[] =
    "catex export [OPTIONS] LIST...\n"
    "\n"
    "Writes each LIST (a file of Markdown or catex JSON; - is standard input)\n"
    "in the formats asked for. One format goes to standard output, several go\n"
    "into a folder. Files appear when all are complete.\n"
    "\n"
    "  -t, --to FORMAT,...      what to write; see «catex formats»\n"
    "                           (json,csv,bibtex,dcat,schemaorg)\n"
    "  -o, --output PLACE       the file, the folder (of several), or -\n"
    "  -f, --from FORMAT        what LIST is: markdown, json, ndjson\n"
    "                           (by the ending of its name)\n"
    "  -O, --option FORMAT.OPTION=VALUE\n"
    "                           an option of a format\n"
    "      --facts FILE         what the list does not say; may be repeated\n"
    "      --base-iri IRI       where the catalogue is published: a record is\n"
    "                           IRI followed by its id\n"
    "      --language TAG       the language of the list\n"
    "  -j, --jobs N             formats written at a time (one a processor)\n"
    "      --timeout SECONDS    what a format may take; 0 is any (600)\n"
    "      --max-output BYTES   what a file may take; 0 is any (64G)\n"
    "      --plugin-dir FOLDER  look for formats here first\n"
    "      --merge              all LISTs, NDJSON of one or more catalogs, as\n"
    "                           one catalog\n"
    "      --strict             warnings fail: nothing is written, exit 1\n"
    "      --without KIND,...   kinds of warnings not to give\n"
    "  -q, --quiet              no warnings\n"
    "  -v, --verbose            all warnings, not three of a kind, and what\n"
    "                           «catex check» tells about the list\n"
    "      --log json           messages as lines of JSON\n";

static const char check[] =
    "catex check [OPTIONS] LIST...\n"
    "\n"
    "Prints what is wrong or unclear in each LIST as FILE:LINE: KIND: SENTENCE,\n"
    "and exits with 1 if there is anything, else prints nothing.\n"
    "\n"
    "  -f, --from FORMAT        what LIST is: markdown, json, ndjson\n"
    "      --facts FILE         as for export; implies --coverage\n"
    "      --coverage           also what records lack for DCAT-AP, Google,\n"
    "                           BibTeX and DataCite, and a table of it\n"
    "      --base-iri IRI       as for export\n"
    "      --language TAG       as for export\n"
    "      --without KIND,...   kinds not to report\n"
    "  -q, --quiet              only the exit status\n"
    "      --log json           lines of JSON\n";

static const char formats[] =
    "catex formats [OPTIONS] [NAME]...\n"
    "\n"
    "Lists the formats that can be written; with a NAME, its options and the\n"
    "fields that it carries and does not carry.\n"
    "\n"
    "      --test                   try the formats named, which may be files, with\n"
    "                               lists of every kind, and say what is wrong;\n"
    "                               exit 5 if anything is\n"
    "      --timeout SECONDS        what one check may take; 0 is any (60)\n"
    "      --plugin-dir FOLDER  look for formats here first\n"
    "      --log json           messages as lines of JSON\n";

int
cli_help(const char *command)
{
    const char *text = command == NULL                     ? all
                       : strcmp(command, "export") == 0    ? export
                       : strcmp(command, "check") == 0     ? check
                       : strcmp(command, "formats") == 0   ? formats
                       : strcmp(command, "help") == 0      ? all
                                                           : NULL;
    if (text == NULL)
        return CLI_USAGE;
    fputs(text, stdout);
    return CLI_DONE;
}
