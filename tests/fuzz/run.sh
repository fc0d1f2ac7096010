#!/bin/sh
# SPDX-License-Identifier: MIT
# Builds the libFuzzer targets with clang and runs each for a time, on a corpus
# that grows in build-fuzz/: sh tests/fuzz/run.sh [SECONDS [TARGET…]]
# Inputs that fail are left in build-fuzz/; the last lines say what was run.
set -eu
cd "$(dirname "$0")/../.."
seconds=${1:-60}
[ $# -eq 0 ] || shift
[ $# -gt 0 ] || set -- markdown json ndjson facts address option
[ -f build-fuzz/build.ninja ] ||
    CC=clang meson setup build-fuzz -Dfuzz=true -Db_lundef=false \
        -Db_sanitize=address,undefined >/dev/null
# shellcheck disable=SC2046 # the targets are words
ninja -C build-fuzz $(printf 'tests/fuzz/fuzz-%s ' "$@") \
    plugins/json.so plugins/csv.so plugins/bibtex.so plugins/dcat.so \
    plugins/schemaorg.so
export UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1
status=0
for target in "$@"; do
    corpus=build-fuzz/corpus-$target log=build-fuzz/$target.log
    mkdir -p "$corpus"
    # Long inputs are slow under the sanitizers, and say nothing that short
    # ones do not; growth is looked at in tests/bench/growth.py.
    build-fuzz/tests/fuzz/fuzz-"$target" -max_total_time="$seconds" \
        -max_len=4000 -timeout=20 -rss_limit_mb=2048 -entropic=0 \
        -dict=tests/fuzz/words.dict -artifact_prefix=build-fuzz/"$target"- \
        -print_final_stats=1 "$corpus" tests/fuzz/corpus/"$target" \
        >"$log" 2>&1 || status=1
    printf '%s: %s inputs tried, %s\n' "$target" \
        "$(sed -n 's/^stat::number_of_executed_units: //p' "$log")" \
        "$(grep -a -o 'cov: [0-9]* ft: [0-9]* corp: [^ ]*' "$log" | tail -n 1)"
    grep -a -E 'does not hold|runtime error|ERROR: ' "$log" || true
done
exit "$status"
