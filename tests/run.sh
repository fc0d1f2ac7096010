#!/bin/sh
# SPDX-License-Identifier: MIT
# Installs what the tests need, builds with gcc and sanitizers into
# build-test/, and runs every test: sh tests/run.sh [--slow] [SUITE…]
# The last line counts them: N passed, N failed, N skipped.
# Another build looks for races between threads:
#     meson setup build-thread -Db_sanitize=thread
#     meson test -C build-thread host-export conform
# shellcheck disable=SC2086 # $packages, $slow and $suites are lists of words
set -eu
cd "$(dirname "$0")/.."

slow='--no-suite slow'
suites=
for argument in "$@"; do
    case $argument in
    --slow) slow= ;;
    -*) echo "usage: sh tests/run.sh [--slow] [SUITE...]" >&2; exit 2 ;;
    *) suites="$suites --suite $argument" ;;
    esac
done

packages=$(sed 's/#.*//' tests/packages.txt)
command -v npm >/dev/null 2>&1 || packages="$packages nodejs npm"
sh examples/setup.sh $packages

lock=tests/valid/package-lock.json
modules=tests/valid/node_modules
if [ -f "$lock" ] &&
    [ -z "$(find $modules -maxdepth 0 -newer "$lock" 2>/dev/null)" ]; then
    if (cd tests/valid && npm ci --omit=optional --no-audit --no-fund); then
        touch $modules
    else
        echo "run.sh: npm ci failed: tests that need it will skip" >&2
    fi
fi

if [ ! -f build-test/build.ninja ]; then
    CC=gcc CXX=g++ meson setup build-test --werror -Dtests=true \
        -Db_sanitize=address,undefined
fi
meson compile -C build-test

rm -f build-test/meson-logs/testlog.json
status=0
meson test -C build-test --no-rebuild --print-errorlogs $slow $suites ||
    status=$?
python3 tests/count.py build-test/meson-logs/testlog.json || status=$?
exit "$status"
