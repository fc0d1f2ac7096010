#!/bin/sh
# SPDX-License-Identifier: MIT
# Reads the code without running it: clang-tidy (.clang-tidy says what for),
# cppcheck, and gcc's analyzer: sh tests/static.sh BUILD [FILE…]
set -u
build=$1
shift
[ $# -gt 0 ] || { # shellcheck disable=SC2046 # the files are words
    set -- $(git ls-files 'core/*.c' 'plugins/*.c'); }
tidy=$(command -v clang-tidy || command -v clang-tidy-14)
status=0

# Left out, with reasons:
# - autoVariables: a path on the stack is put back before its function returns
# - invalidFunctionArg: memchr() takes its byte as an int, negative or not
# - uninitvar, ctuuninitvar: arrays of which only the filled part is read
cppcheck --quiet --std=c11 --enable=warning,performance,portability \
    --suppress=autoVariables --suppress=invalidFunctionArg \
    --suppress=uninitvar --suppress=ctuuninitvar \
    --suppress=missingIncludeSystem --error-exitcode=1 \
    -Iinclude -Icore -I"$build"/include "$@" || status=1

"$tidy" -p "$build" --quiet "$@" || status=1

# Of what gcc's analyzer says, leaks and NULL after a longjmp() are wrong:
# it does not follow setjmp().
for file; do
    gcc -std=c11 -D_GNU_SOURCE -O1 -fanalyzer -Wno-analyzer-malloc-leak \
        -Wno-analyzer-null-dereference -Wno-analyzer-possible-null-argument \
        -Wno-analyzer-possible-null-dereference -Wno-analyzer-null-argument \
        -Iinclude -Icore -I"$build"/include \
        $(pkg-config --cflags libxml-2.0) -c "$file" -o /dev/null 2>&1 |
        grep -A 3 'Wanalyzer' && status=1
done
exit "$status"
