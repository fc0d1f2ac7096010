#!/bin/sh
# SPDX-License-Identifier: MIT
# Builds with gcc's counters, runs the tests and prints which lines and
# branches of core and plugins they reach: sh tests/coverage.sh [MESON-ARGS…]
set -eu
cd "$(dirname "$0")/.."
[ -f build-coverage/build.ninja ] ||
    meson setup build-coverage -Db_coverage=true -Doptimization=0 >/dev/null
meson compile -C build-coverage >/dev/null
find build-coverage -name '*.gcda' -delete
# Exporters run in processes of their own, which end by _exit(): what they
# reach is counted by the tests that run them in the tests' own process.
meson test -C build-coverage --no-suite slow "$@" >/dev/null ||
    echo "coverage.sh: some tests failed, so less is reached" >&2
gcovr -r . --filter core/ --filter plugins/ --exclude-unreachable-branches \
    --exclude-throw-branches --print-summary build-coverage
