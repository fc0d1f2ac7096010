#!/bin/sh
# SPDX-License-Identifier: MIT
# From a fresh checkout to five catalogues: installs what is missing, builds
# into build/, exports the example list into out/.
set -eu
cd "$(dirname "$0")/.."
list=examples/medical-data.md

# Runs a command, and shows what it printed only if it fails.
quietly() {
    log=$(mktemp)
    if "$@" >"$log" 2>&1; then
        rm -f "$log"
    else
        cat "$log" >&2
        rm -f "$log"
        exit 1
    fi
}

tell() {
    [ -s "out/$1" ] || { echo "out/$1 was not written" >&2; exit 1; }
    printf '  %-24s %s\n' "out/$1" "$2"
}

sh examples/setup.sh
echo "Building into build/ ..."
[ -f build/build.ninja ] ||
    quietly meson setup build --buildtype=release -Dtests=false
quietly meson compile -C build

echo "Exporting $list ..."
# What the list does not say: who publishes it, and who wrote its papers. The
# address is one that documents may use; yours is where you publish.
build/core/cli/catex export -o out --facts examples/medical-data.facts.json \
    --facts examples/medical-data.csl.json \
    --base-iri https://example.org/medical-data/ "$list"
echo
records=$(grep -c '^{"id": .*"kind": ' out/medical-data.json)
echo "Written: $records datasets in five formats"
tell medical-data.json 'everything that was read; what other programs load'
tell medical-data.csv 'a table: open it in a spreadsheet'
tell medical-data.bib 'references: cite them from LaTeX with biblatex'
tell medical-data.rdf 'DCAT: let a data portal harvest it'
tell medical-data.jsonld 'schema.org: put it into a web page for search engines'
echo
echo "Open out/medical-data.csv first. Then try a list of your own:"
echo "  build/core/cli/catex check YOUR-LIST.md"
echo "  build/core/cli/catex export -o out YOUR-LIST.md"
