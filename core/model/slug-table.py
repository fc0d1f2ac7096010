#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes slug-table.h: what the letters and digits outside ASCII become in a
slug. It reads the Unicode 3.2 data that every Python carries, so that each
Python writes the same bytes; later Unicode only added rarer characters, and
the decompositions of a character never change.

    python3 slug-table.py > slug-table.h
"""
import re
from unicodedata import ucd_3_2_0 as ucd

# Latin letters that Unicode does not decompose.
ADDED = {"ß": "ss", "ẞ": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l",
         "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ŧ": "t", "ı": "i"}


def slug_of(char):
    """The ASCII that @char leaves: "" for none, "-" where a word ends."""
    text = "".join(c for c in ucd.normalize("NFKD", char)
                   if ucd.category(c) != "Mn")
    text = "".join(ADDED.get(c.lower(), c.lower()) for c in text)
    return re.sub("[^a-z0-9]+", "-", text)


def main():
    slugs = {}
    for code in range(0x80, 0x110000):
        text = "" if 0xD800 <= code < 0xE000 else slug_of(chr(code))
        if text.strip("-"):
            slugs[code] = text
    runs, single = [], [c for c in slugs if len(slugs[c]) == 1]
    for code in single:
        if not runs or code - runs[-1][0] - len(runs[-1][1]) > 8:
            runs.append([code, ""])
        start, text = runs[-1]
        runs[-1][1] = text.ljust(code - start, "-") + slugs[code]
    print("/* SPDX-License-Identifier: MIT */")
    print("/* What characters outside ASCII become in a slug: made by")
    print(" * slug-table.py, do not edit. */")
    print("\nstatic const struct slug_run slug_runs[] = {")
    for start, text in runs:
        print("    {0x%X, %d," % (start, len(text)))
        for at in range(0, len(text), 64):
            end = "}," if at + 64 >= len(text) else ""
            print('     "%s"%s' % (text[at:at + 64], end))
    print("};\n\nstatic const struct slug_word slug_words[] = {")
    line = "   "
    for code in sorted(c for c in slugs if len(slugs[c]) > 1):
        item = ' {0x%X, "%s"},' % (code, slugs[code])
        if len(line + item) > 79:
            print(line)
            line = "   "
        line += item
    print(line + "\n};")


main()
