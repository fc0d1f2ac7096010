# SPDX-License-Identifier: MIT
"""Checks that what the documents quote is what the tested files say.

    quotes.py [--update] ROOT DOCUMENT…

A quotation is a block (``` in Markdown, .Bd … .Ed in a manual page) after a
comment «quote FILE» or «quote FILE: START». It holds the file without its
licence line, or the lines from the one that has START to the next empty one.
"""
import difflib
import pathlib
import re
import sys

MARK = re.compile(r'^(?:<!--|\.\\") quote ([^:\s]+)(?:: (.*?))?(?: -->)?$')
CLOSE = {".Bd": ".Ed", "```": "```"}


def excerpt(path, start):
    lines = path.read_text(encoding="utf-8").splitlines()
    if start is None:
        return [line for line in lines if "SPDX-License-Identifier" not in line]
    first = next(i for i, line in enumerate(lines) if start in line)
    rest = lines[first:] + [""]
    return rest[:rest.index("")]


def roff(line):
    line = line.replace("\\", "\\e").replace("-", "\\-")
    return "\\&" + line if line[:1] in (".", "'") else line


def renewed(root, document):
    """The document's lines with every quotation as it should be."""
    lines = iter(document.read_text(encoding="utf-8").splitlines())
    manual = document.suffix != ".md"
    out, count = [], 0
    for line in lines:
        out.append(line)
        mark = MARK.match(line)
        if mark is None:
            continue
        count += 1
        out.append(opening := next(lines))
        closing = CLOSE[opening[:3]]
        while next(lines) != closing:
            pass
        quoted = excerpt(root / mark[1], mark[2])
        out += [roff(q) for q in quoted] if manual else quoted
        out.append(closing)
    return out, count


def main(arguments):
    update = arguments[0] == "--update"
    root, *documents = map(pathlib.Path, arguments[update:])
    total, stale = 0, []
    for document in documents:
        want, count = renewed(root, document)
        have = document.read_text(encoding="utf-8").splitlines()
        total += count
        if want != have and update:
            document.write_text("\n".join(want) + "\n", encoding="utf-8")
        elif want != have:
            stale += difflib.unified_diff(have, want, str(document),
                                          "the files it quotes", lineterm="")
    print("\n".join(stale) if stale else f"{total} quotations are true")
    return 1 if stale or total == 0 else 0


sys.exit(main(sys.argv[1:]))
