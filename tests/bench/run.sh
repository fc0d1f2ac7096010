#!/bin/sh
# SPDX-License-Identifier: MIT
# Measures catex beside other tools and writes tests/bench/RESULTS.md, and, with
# gnuplot, RESULTS.svg:
#   sh tests/bench/run.sh BUILD [OPTIONS of compare.py]
# Wants cmark, and takes lowdown, pandoc, bibutils, python3-rdflib, gnuplot
# (Debian) and @citation-js/{core,plugin-bibtex,plugin-csl} (npm, see --node) if
# there.
set -eu
build=$(cd "$1" && pwd)
shift
cd "$(dirname "$0")/../.."
data=$(mktemp)
trap 'rm -f "$data"' EXIT
python3 tests/bench/compare.py "$build/core/cli/catex" \
    examples/medical-data.md --data "$data" "$@" >tests/bench/RESULTS.md.new
mv tests/bench/RESULTS.md.new tests/bench/RESULTS.md
command -v gnuplot >/dev/null 2>&1 || exit 0
gnuplot - <<PLOT
set terminal svg size 720,480 font "sans,12"
set output "tests/bench/RESULTS.svg"
set title "Seconds of processor, by records in a list of Markdown"
set logscale xy
set xlabel "records"
set ylabel "seconds"
set key left top
plot "$data" using 1:2 with linespoints title "cmark, to XML", \
     "$data" using 1:3 with linespoints title "catex, all five formats", \
     "$data" using 1:4 with linespoints title "catex, json", \
     "$data" using 1:7 with linespoints title "catex, dcat"
PLOT
