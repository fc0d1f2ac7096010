#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Each rule that catex-lists(7) names has a test of its name, and each test of
a rule stands in the page; so do all kinds of report, and no others.

usage: names.py CATEX-LISTS.7 CATEX.1 TEST.c..."""
import re, sys


def items(page, first, last):
    """The names of .It Cm between two headings of a page."""
    text = page[page.index(".Sh " + first):page.index(".Sh " + last)]
    return re.findall(r"^\.It Cm ([a-z][a-z-]*)$", text, re.M)


def differ(what, one, other):
    missing = sorted(set(one) - set(other))
    for name in missing:
        print(f"{what}: {name}")
    return bool(missing)


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        page = file.read()
    with open(sys.argv[2], encoding="utf-8") as file:
        catex = file.read()
    tests = []
    for path in sys.argv[3:]:
        with open(path, encoding="utf-8") as file:
            tests += re.findall(r'^    \{"([a-z-]+)[:"]', file.read(), re.M)
    rules = items(page, "THE WHOLE LIST", "LABELS") + ["model"]
    kinds = items(page, "WHAT IS NOT READ", "SEE ALSO")
    known = catex[catex.index(".Ss From reading a list"):]
    known = re.findall(r"^\.It Cm ([a-z-]+)$", known[:known.index(".El")], re.M)
    bad = differ("no test", rules, tests)
    bad = differ("not in the page", tests, rules) or bad
    bad = differ("named twice", [r for r in rules if rules.count(r) > 1], []) or bad
    bad = differ("no such kind in catex(1)", kinds, known) or bad
    bad = differ("only in catex(1)", set(known) - {"dangling-id"}, kinds) or bad
    print(f"{len(rules)} rules, {len(tests)} tests, {len(kinds)} kinds")
    sys.exit(bad or len(rules) < 2)


if __name__ == "__main__":
    main()
