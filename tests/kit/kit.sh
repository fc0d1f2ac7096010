#!/bin/sh
# SPDX-License-Identifier: MIT
# What a stranger does: installs catex, moves it, builds the example plugins
# and the example host against it out of tree, and uses them. Compares what
# comes out with the files beside this one:
#   kit.sh BUILD PREFIX WORK SANITIZE EXAMPLES TESTS
set -eu
build=$1 configured=$2 work=$3 sanitize=$4 examples=$5 tests=$6
list=$tests/list.json
prefix=$work/moved
failed=0

quietly() {
    "$@" >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
}

same() {
    if diff -u "$tests/$1" "$work/$1"; then
        echo "ok: $1"
    else
        failed=1
    fi
}

rm -rf "$work"
mkdir -p "$work"
quietly meson install -C "$build" --no-rebuild --destdir "$work/stage"
mv "$work/stage$configured" "$prefix"
pc=$(find "$prefix" -name catex.pc)
grep -q pcfiledir "$pc" || {
    echo "SKIP: $build was set up for a package that stays; set it up anew"
    exit 77
}
export PKG_CONFIG_PATH="${pc%/*}"
unset DESTDIR CATEX_PLUGIN_PATH LD_LIBRARY_PATH

# Every header stands alone, in each language that may include it.
alone() {
    "$@" -Wall -Wextra -Wpedantic -Werror -fsyntax-only \
        -I"$prefix/include" "$work/alone.c" || failed=1
}
for header in "$prefix"/include/catex/*.h; do
    printf '#include <catex/%s>\nint alone;\n' "${header##*/}" >"$work/alone.c"
    alone "$CC" -std=c11
    alone "$CC" -std=c17
    alone c++ -x c++ -std=c++17
done

for kit in plugin host; do
    quietly meson setup "$work/$kit" "$examples/$kit" --werror \
        -Db_sanitize="$sanitize" -Db_lundef=false --prefix "$prefix"
    quietly meson compile -C "$work/$kit"
done

# From a folder that is named, as while a plugin is being written.
catex=$prefix/bin/catex
for format in urls ris markdown-table; do
    "$catex" export --plugin-dir "$work/plugin" -t "$format" "$list" \
        >"$work/birds.$format"
    same "birds.$format"
done

# Each stands the checks that catex has for any exporter.
for format in urls ris markdown-table; do
    "$catex" formats --test "$work/plugin/$format.so" >"$work/log" ||
        { cat "$work/log"; failed=1; }
    grep '^warning' "$work/log" || true
done

# Installed, it is found without a word.
quietly meson install -C "$work/plugin"
"$catex" export -t ris -O ris.abstract=no "$list" >"$work/birds.short-ris"
same birds.short-ris

"$work/host/walk" "$list" >"$work/birds.walk"
same birds.walk
exit "$failed"
