#!/bin/sh
# SPDX-License-Identifier: MIT
# Lints manual pages: sh lint.sh MANDOC PAGE…
set -eu
mandoc=$1
shift
command -v "$mandoc" >/dev/null ||
    { echo "SKIP: mandoc is not installed"; exit 77; }

# Our own pages refer to each other, and need not be installed to be linted.
found=$("$mandoc" -T lint -W style "$@" 2>&1 |
    grep -v -e 'referenced manual not found' -e 'outdated mandoc.db' || true)
[ -z "$found" ] && exit
echo "$found"
exit 1
