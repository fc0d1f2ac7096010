# SPDX-License-Identifier: MIT
"""How the work grows with hostile lists: growth.py WORK [CASE…]

WORK is the program made of work.c, best in a release build. Each case is a list at one size and at eight times that. Work is counted in
instructions (valgrind's callgrind), so that a busy machine makes no
difference, over loading and all formats, less what the smallest list takes.
Linear work grows by 8; above 9.6 is told as SUPERLINEAR, with what cmark alone
makes of the same list beside it. A benchmark, not a test."""
import argparse
import os
import re
import resource
import subprocess
import sys
import tempfile

LIMIT = 1.2 * 8
FORMATS = ["json", "csv", "bibtex", "dcat", "schemaorg"]
TIME = 900

ENTRY = "**Title %d**  \nWhat it holds.\nAccess: https://a.example/%d\n\n"
ITEM = "- [Name %d](https://a.example/%d) - What it holds.\n"


def many(text):
    return lambda n: "".join(
        text % ((i,) * text.count("%d")) for i in range(n))


def below(head, text, tail=""):
    return lambda n: head + text * n + tail


CASES = {
    # What lists are made of, often.
    "entries": (400, many(ENTRY)),
    "items": (400, many(ITEM)),
    "items with parts": (200, many(ITEM + "  - Part %d - Some.\n")),
    "equal titles": (400, below("", "**Same**  \nAccess: https://a.example\n\n")),
    "equal titles, other links": (400, many(
        "**Same**  \nAccess: https://a.example/%d\n\n")),
    "equal links": (400, many("**T %d**  \nAccess: https://a.example/\n\n")),
    "sections": (400, many("## Part %d\n\nWords.\n\n")),
    "sections with entries": (200, many("## Part %d\n\n" + ENTRY)),
    "key headings": (200, many("## S %d\n\n### Download\n\nhttps://a.b/%d\n\n")),
    "sections nested six deep": (80, many(
        "# A %d\n## B\n### C\n#### D\n##### E\n###### F\n\nx\n\n")),
    "subsections of one": (400, lambda n: "# A\n\n" + many("## B %d\n\nx\n\n")(n)),
    "deep headings behind one another": (400, many("###### F %d\n\nx\n\n")),
    "one entry, many links": (400, lambda n: "**T**  \n" + many(
        "Access: https://a.example/%d\n")(n)),
    "one entry, many papers": (400, lambda n: "**T**  \n" + many(
        "Paper: https://doi.org/10.1000/%d\n")(n)),
    "one entry, many items": (400, lambda n: "**T**\n\n" + many(
        "- Word %d\n")(n)),
    "one entry, many paragraphs": (400, below("**T**\n\n", "Words.\n\n")),
    "one entry, many lines": (400, lambda n: "**T** - x\n" + "words\n" * n),
    "titles in one paragraph": (400, many("**T %d** - x\n")),
    "titles in lines of links": (400, many("[N %d](https://a.example/%d)\n")),
    "properties in one paragraph": (400, lambda n: "## T\n" + many(
        "Size: %d\n")(n)),
    "words over lists": (200, many("Words\n" + ITEM + ITEM + "\n")),
    "quoted items": (400, many("> " + ITEM)),
    "links in one line": (400, lambda n: "**T**  \n" + many(
        "[a%d](https://a.example/%d) ")(n)),
    "block links before many entries": (400, lambda n: many(
        "Access: https://a.example/%d\n")(20) + "\n" + many(
            "**T %d**\n\nText.\n\n")(n)),
    "many breaks": (400, many(ENTRY + "---\n\n")),
    "prose before all": (400, below("", "Words of prose.\n\n")),
    "prose parted by headings": (400, many("Prose %d.\n\n---\n\n")),
    "table rows": (200, lambda n: "|Name|Link|\n|-|-|\n" + many(
        "|N %d|https://a.example/%d|\n")(n)),
    "table columns": (200, lambda n: "|a" * n + "|\n" + "|-" * n + "|\n" +
                      "|b" * n + "|\n"),
    "table of same names": (200, lambda n: "|a" * 8 + "|\n" + "|-" * 8 +
                            "|\n" + "|b http://a.b/" * 8 + "|\n" +
                            ("|b" * 8 + "|\n") * n),
    "table of many cells": (30, lambda n: "|a" * 30 + "|\n" + "|-" * 30 +
                            "|\n" + ("|b" * 30 + "|\n") * n),
    "tables": (100, many("|Name|Link|\n|-|-|\n|N %d|https://a.b/%d|\n\n")),
    "reference links": (200, lambda n: many("- [N %d]\n")(n) + "\n" + many(
        "[N %d]: https://a.example/%d\n")(n)),
    "html table": (200, lambda n: "<table><tr><td>Name</td></tr>\n" + many(
        "<tr><td><a href=\"https://a.b/%d\">N %d</a></td></tr>\n")(n) +
        "</table>\n"),
    "html links": (400, many("<a href=\"https://a.example/%d\">N %d</a>\n")),
    "code blocks": (300, below("", "```\ncode\n```\n\n")),
    # Long things.
    "long title": (40000, lambda n: "**" + "Title " * (n // 6) + "**\n\nx\n"),
    "long heading": (40000, lambda n: "# " + "Title " * (n // 6) + "\n\nx\n"),
    "long word": (40000, below("", "x", "\n")),
    "long line in an entry": (40000, lambda n: "**T**\n\n" + "word " * (n // 5)),
    "long url": (40000, lambda n: "**T**  \nAccess: https://a.b/" + "x" * n),
    "long url of slashes": (20000, lambda n: "- [a](https://a.b" + "/x" * n +
                            ")\n"),
    "long url of doi": (4000, lambda n: "- [a](https://a.b" + "/10.1/x" * n +
                        ")\n"),
    "long url of parameters": (4000, lambda n: "- [a](https://a.b/?" +
                               "&id=10.1/" * n + ")\n"),
    "long label": (20000, lambda n: "**T**  \n" + "Access " * (n // 7) +
                   ": https://a.b/\n"),
    "long label of commas": (10000, lambda n: "**T**  \n" + "a, " * n +
                             ": https://a.b/\n"),
    "long label of and": (4000, lambda n: "**T**  \n" + "data and " * n +
                          ": https://a.b/\n"),
    "long bold labels": (2000, lambda n: "**T**  \n" + "**a:** b " * n),
    "long access words": (3000, lambda n: "**T**\n\n" +
                          "requires registration " * n),
    "long item": (40000, lambda n: "- [T](https://a.b) - " + "word " * (n // 5)),
    # Runs that may be searched again and again.
    "colons": (4000, below("**T**  \n", ":", "\n")),
    "labels of colons": (4000, below("**T**  \n", "a: ", "\n")),
    "labels in lines": (2000, below("**T**  \n", "a:\n", "\n")),
    "dashes": (4000, below("- T", " - ", "\n")),
    "at signs": (4000, below("", "@", "\n")),
    "e-mail parts": (3000, below("", "a.b@", "\n")),
    "e-mail tail": (4000, below("a@", "b.", "\n")),
    "www": (2000, below("", "www.", "\n")),
    "http": (1500, below("", "http://", "\n")),
    "schemes": (2000, below("", "://", "\n")),
    "url brackets": (4000, lambda n: "http://a.b/" + "(" * n + ")" * n),
    "url closing brackets": (6000, below("http://a.b/", ")", "\n")),
    "url tail of stops": (6000, below("http://a.b/", ".", " x\n")),
    "url tail of entities": (2000, below("http://a.b/", "&amp;", "\n")),
    "url tail of entity letters": (6000, below("http://a.b/&", "a", ";\n")),
    "ampersands": (4000, below("", "&", "\n")),
    "entities": (2000, below("", "&amp;", "\n")),
    "html unclosed links": (1000, below("", "<a href=\"", "\n")),
    "html open links": (1000, below("", "<a href=\"b\">", "\n")),
    "html open cells": (1000, below("<table>", "<td>", "\n")),
    "html open tags": (3000, below("<div>", "<a ", "\n")),
    "html less-than": (4000, below("<div>", "<", "\n")),
    "html comments": (1500, below("", "<!-- x -->", "\n")),
    "html open comments": (2000, below("<div>", "<!--", "\n")),
    "html ampersands": (4000, below("<div>", "&", "\n")),
    "html headings": (300, below("", "<h2>A</h2>\n\n")),
    "html details": (300, below("", "<details><summary>A\n\n")),
    "backticks": (3000, below("", "`", "\n")),
    "backticks of growing length": (60, lambda n: "".join(
        "e" + "`" * i for i in range(int(n * (n ** .5)) // 8))),
    "code spans": (1500, below("", "`a` ", "\n")),
    "fences": (1500, below("", "```\n~~~\n")),
    "tabs": (6000, below("", "\t", "x\n")),
    "tabs in items": (1500, below("", "-\tx\n")),
    "blanks": (8000, below("a", " ", "b\n")),
    "blank lines": (8000, below("a\n", "\n", "b\n")),
    "hard breaks": (2000, below("", "a  \n")),
    "pipes": (6000, below("", "|", "\n|-|\n")),
    "backslashes": (6000, below("", "\\", "\n")),
    "quotes": (3000, below("", "\"", "\n")),
    "U+FFFD": (2000, below("", "\xff", "\n")),
    "numbers": (3000, below("", "1 images ", "\n")),
    "years": (3000, below("", "(2016) ", "\n")),
    "citations": (1000, below("", "Smith, J. et al. Nature, 2016. ", "\n")),
    "brackets with words": (2000, below("", "(a ", "\n")),
    # Depth.
    "emphasis open": (2000, below("", "*a ", "\n")),
    "emphasis closed": (2000, below("", "*a* ", "\n")),
    "emphasis nested": (1000, lambda n: "*a " * n + "b*" * n),
    "strong nested": (600, lambda n: "**a " * n + "b**" * n),
    "links open": (2000, below("", "[a](", "\n")),
    "brackets open": (3000, below("", "[", "\n")),
    "brackets nested": (2000, lambda n: "[" * n + "a" + "]" * n),
    "images nested": (600, lambda n: "![" * n + "a" + "](b)" * n),
    "quotes nested": (300, lambda n: ">" * n + " a\n"),
    "quotes nested, many": (16, lambda n: (">" * 40 + " a\n\n") * n),
    "items nested": (30, lambda n: "".join(
        "  " * i + "- [N](https://a.b/%d)\n" % i
        for i in range(int(n * 8 ** .5 if n > 100 else n)))),
    "items nested in a line": (200, lambda n: "- " * n + "a\n"),
    "strong in items": (400, below("", "- **a** b\n")),
    "groups nested in a line": (
        2000, lambda n: "- " * n + "[N](https://a.b) - It.\n"),
    # What once took the square of the list.
    "links of a block, many entries": (200, lambda n: "---\n" + many(
        "Access: https://a.b/%d\n")(n) + "\n" + many(
            "- **A %d** is.\n")(n) + "\n---\n"),
    "role links behind a title": (
        1000, below("- **A** ", "[Paper](u) ", "It [is](https://a.b) so.\n")),
    "open references, one unused": (
        2000, below("", "[a](", "\n\n[z]: https://a.b\n")),
    "other names of a link": (1000, lambda n: "- **A** " + " | ".join(
        many("[N%d](https://a.b)\0")(n).split("\0")) + "\n"),
    "text above sections": (200, many(
        "### A %d\n- Size: 3\n- Data: https://a.b/%d\n\n---\n\n"
        "- [B %d](https://b.b/%d) - x\n- some words of prose stand here\n\n")),
    "terms": (400, below("<dl>", "<dt>A</dt><dd>x</dd>\n", "</dl>\n")),
}


def instructions(command):
    run = subprocess.run(
        ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null"]
        + command, capture_output=True, text=True, timeout=TIME,
        errors="replace")
    if run.returncode != 0:
        raise RuntimeError("exit %d: %s" % (run.returncode, run.stderr[-300:]))
    return int(re.search(r"Collected : (\d+)", run.stderr).group(1))


def microseconds(command):
    """The least processor time of a few runs."""
    times = []
    for _ in range(3):
        before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
        subprocess.run(command, stdout=subprocess.DEVNULL, check=True,
                       timeout=TIME)
        after = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
        times.append(after - before)
    return min(times) * 1e6


def growth(work, folder, make, n):
    """Instructions at one size and at eight times that, less the least."""
    sizes, counts = [], []
    for i, text in enumerate(["x\n", make(n), make(8 * n)]):
        path = os.path.join(folder, "list.md")
        with open(path, "w", encoding="latin-1") as file:
            sizes.append(file.write(text))
        counts.append(work(path))
    return sizes, [max(c - counts[0], 1) for c in counts[1:]]


def tell(work, name, count, factor):
    n, make = CASES[name]
    n = max(int(n * factor), 1)
    with tempfile.TemporaryDirectory() as folder:
        try:
            sizes, all_of_it = growth(lambda path: count([work, path] + FORMATS),
                                      folder, make, n)
        except (RuntimeError, subprocess.SubprocessError) as failure:
            print("%-34s FAILED %s" % (name, failure), flush=True)
            return False
        # Lists that grow by another factor than 8 are taken as they come.
        scale = 8 / (sizes[2] / sizes[1])
        ratio = all_of_it[1] / all_of_it[0] * scale
        line = "%-34s %9d bytes %9.3f a byte  x%.1f" % (
            name, sizes[2], all_of_it[1] / sizes[2], ratio)
        if ratio > LIMIT:
            _, cmark = growth(lambda path: count(["cmark", "-t", "xml", path]),
                              folder, make, n)
            line += "  SUPERLINEAR (cmark alone x%.1f, %d %% of it)" % (
                cmark[1] / cmark[0] * scale, 100 * cmark[1] / all_of_it[1])
        print(line, flush=True)
        return ratio <= LIMIT


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--time", action="store_true",
                        help="processor time of larger lists instead")
    parser.add_argument("--factor", type=float, default=1)
    parser.add_argument("work")
    parser.add_argument("cases", nargs="*")
    args = parser.parse_args()
    names = args.cases or list(CASES)
    count = microseconds if args.time else instructions
    good = sum(tell(args.work, name, count, args.factor) for name in names)
    print("%d of %d cases grow no faster than x%.1f" % (
        good, len(names), LIMIT))


if __name__ == "__main__":
    main()
