#!/bin/sh
# SPDX-License-Identifier: MIT
# Reads the code without running it: clang-tidy (.clang-tidy says what for),
# cppcheck, and gcc's analyzer: sh tests/static.sh BUILD [FILE…]
# BUILD is a build folder of clang's, which has a compile_commands.json.
set -u
[ $# -gt 0 ] || { echo "usage: sh tests/static.sh BUILD [FILE...]" >&2; exit 2; }
build=$1
shift
[ $# -gt 0 ] || { # shellcheck disable=SC2046 # the files are words
    set -- $(git ls-files 'core/*.c' 'plugins/*.c'); }
tidy=$(command -v clang-tidy || command -v clang-tidy-14)
jobs=$(nproc)
status=0

# Left out, with reasons:
# - autoVariables: a path on the stack is put back before its function returns
# - invalidFunctionArg: memchr() takes its byte as an int, negative or not
# - uninitvar, ctuuninitvar: arrays of which only the filled part is read
cppcheck --quiet -j "$jobs" --std=c11 \
    --enable=warning,performance,portability \
    --suppress=autoVariables --suppress=invalidFunctionArg \
    --suppress=uninitvar --suppress=ctuuninitvar \
    --suppress=missingIncludeSystem --error-exitcode=1 \
    '-DElfW(type)=Elf64_##type' \
    -Iinclude -Icore -I"$build"/include "$@" || status=1

printf '%s\n' "$@" |
    xargs -P "$jobs" -n 4 "$tidy" -p "$build" --quiet 2>/dev/null || status=1

# Of what gcc's analyzer says, leaks and NULL after a longjmp() are wrong: it
# does not follow setjmp(). What tables of members fill, it takes for unfilled.
# shellcheck disable=SC2046 # flags are words
printf '%s\n' "$@" | xargs -P "$jobs" -n 1 gcc -std=c11 -D_GNU_SOURCE -O1 \
    -fanalyzer -S -o /dev/null -Werror -Wno-analyzer-malloc-leak \
    -Wno-analyzer-null-dereference -Wno-analyzer-possible-null-argument \
    -Wno-analyzer-possible-null-dereference -Wno-analyzer-null-argument \
    -Wno-analyzer-use-of-uninitialized-value \
    -Iinclude -Icore -I"$build"/include \
    $(pkg-config --cflags libxml-2.0) || status=1
[ "$status" -ne 0 ] || echo "static checks: $# files, nothing found"
exit "$status"
