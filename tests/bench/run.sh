#!/bin/sh
# SPDX-License-Identifier: MIT
# Measures catex beside other tools and writes tests/bench/RESULTS.md:
#   sh tests/bench/run.sh BUILD [OPTIONS of compare.py]
# Wants cmark, and takes lowdown, pandoc, bibutils, python3-rdflib (Debian) and
# @citation-js/{core,plugin-bibtex,plugin-csl} (npm, see --node) if there.
set -eu
build=$(cd "$1" && pwd)
shift
cd "$(dirname "$0")/../.."
python3 tests/bench/compare.py "$build/core/cli/catex" \
    examples/medical-data.md "$@" >tests/bench/RESULTS.md.new
mv tests/bench/RESULTS.md.new tests/bench/RESULTS.md
