# SPDX-License-Identifier: MIT
"""bibtex, judged by biber, BibTeX, bibutils and two parsers from npm.

    bibtex_test.py [RECORDS]    tries only that many hostile records
"""
import collections
import functools
import pathlib
import re
import sys
import tempfile
import unicodedata
import unittest

import tables

tables.need_npm()
tables.need("biber", "bibtex", "bib2xml")
HOSTILE = int(sys.argv.pop()) if sys.argv[-1].isdigit() else 0

# What biber says of a publication of which nobody knows when it appeared.
UNDATED = re.compile(r"Entry '([^']+)' \(.*\): Missing mandatory field - one "
                     "of 'date, year' must be defined")

# A URL in which nothing needs to be encoded.
PLAIN_URL = re.compile(r"https?://(?:[\w:/?&=.~+-]|%[0-9A-F]{2})*"
                       r"(?:#[\w:/?&=.~+-]*)?", re.A)


def plain(text):
    """The text without what parsers differ in. JavaScript trims U+FEFF."""
    text = unicodedata.normalize("NFC", text).replace("\ufeff", " ")
    return " ".join(text.split())


def carried(text):
    """The text with the number of each character that is none."""
    return re.sub("[\ufdd0-\ufdef\U0001fffe\U0001ffff]",
                  lambda found: "[U+%04X]" % ord(found[0]), text)


def papers_of(catalog):
    """By id; what comes first is shown."""
    return {paper["id"]: paper for record in reversed(catalog["records"])
            for paper in reversed(record.get("publications", []))
            if "title" in paper}


def titles_of(catalog):
    """The title of each entry, by record or publication."""
    titles = [record["title"] for record in catalog["records"]]
    return titles + [paper["title"] for paper in papers_of(catalog).values()]


class Bibliography:
    """A list's export in one dialect, with the catalog that it shows."""

    def __init__(self, path, catalog, dialect):
        self.path, self.catalog, self.dialect = path, catalog, dialect
        self.text = path.read_text(encoding="utf-8")
        self.keys = re.findall(r"^@[a-z]+\{([^,\s]*),$", self.text, re.M)


def setUpModule():
    global FOLDER, ALL
    FOLDER = tempfile.TemporaryDirectory()
    unittest.addModuleCleanup(FOLDER.cleanup)
    folder = pathlib.Path(FOLDER.name)
    sources = [tables.Hostile(seed=1988).catalog(HOSTILE or 150)]
    if not HOSTILE:
        sources += tables.lists()
    ALL = collections.defaultdict(list)
    for number, source in enumerate(sources):
        for dialect in ("biblatex", "classic"):
            path = folder / f"{dialect}-{number}.bib"
            tables.export(source, "bibtex", path, f"dialect={dialect}")
            catalog = tables.load(source, folder)
            ALL[dialect].append(Bibliography(path, catalog, dialect))


def both():
    return ALL["biblatex"] + ALL["classic"]


@functools.cache
def read_all(kind):
    """Each bibliography, with what a parser makes of it."""
    return list(zip(both(), tables.read(kind, *(bib.path for bib in both()))))


class EveryList(unittest.TestCase):
    def test_biber_is_content_with_biblatex(self):
        for bib in ALL["biblatex"]:
            out = bib.path.with_suffix(".out")
            said = tables.run("biber", "--tool", "--validate-datamodel",
                              "--nolog", "-O", out, bib.path).stdout.decode()
            undated = {entry.partition(",")[0] for entry
                       in bib.text.split("@online{")[1:]
                       if "\n  date = " not in entry.partition("\n}")[0]}
            for warning in re.findall(r"^(?:WARN|ERROR) - (.*)$", said, re.M):
                about = UNDATED.search(warning)
                self.assertTrue(about and about[1] in undated, warning)
            again = re.findall(r"^@\w+\{([^,]+),", out.read_text(), re.M)
            self.assertEqual(sorted(again), sorted(bib.keys))

    def test_bibtex_is_content_with_classic(self):
        for bib in ALL["classic"]:
            self.assertTrue(bib.text.isascii())
            bib.path.with_suffix(".aux").write_text(
                "\\relax\n\\citation{*}\n\\bibstyle{plain}\n"
                "\\bibdata{%s}\n" % bib.path.stem)
            said = tables.run("bibtex", "-terse", bib.path.stem,
                              cwd=bib.path.parent)
            self.assertEqual(said.stdout, b"")
            cited = re.findall(r"\\bibitem\{(.*)\}",
                               bib.path.with_suffix(".bbl").read_text())
            self.assertEqual(sorted(cited), sorted(bib.keys))

    def test_bibutils_are_content_with_classic(self):
        for bib in ALL["classic"]:
            said = tables.run("bib2xml", bib.path).stderr.decode()
            self.assertEqual(said.strip(), "bib2xml: Processed "
                             f"{len(bib.keys)} references.")

    def test_keys_are_unique_whatever_the_case(self):
        for bib in both():
            self.assertEqual(len(set(bib.keys)), len(bib.keys))
            for key in bib.keys:
                self.assertRegex(key, r"^[a-z0-9.-]+$")
            self.assertEqual(
                [key for key in bib.keys if "." not in key],
                [record["id"] for record in bib.catalog["records"]])
            self.assertEqual(len([key for key in bib.keys if "." in key]),
                             len(papers_of(bib.catalog)))

    def test_parsers_read_the_titles(self):
        """In classic, those that ASCII can write; see latex_test.py."""
        for kind in ("retorquere", "citation"):
            for bib, read in read_all(kind):
                self.assertEqual(read["errors"], [])
                self.assertEqual(len(read["entries"]), len(bib.keys))
                found = collections.Counter(plain(entry.get("title", ""))
                                            for entry in read["entries"])
                titles = collections.Counter(
                    plain(carried(title)) for title in titles_of(bib.catalog)
                    if bib.dialect == "biblatex" or title.isascii())
                self.assertEqual(titles - found, collections.Counter())

    def test_every_url_is_told(self):
        for bib, read in read_all("retorquere"):
            entries = {entry["key"]: str(entry) for entry in read["entries"]}
            papers = " ".join(text for key, text in entries.items()
                              if "." in key)
            for record in bib.catalog["records"]:
                told = entries[record["id"]] + papers
                for link in record.get("links", []):
                    if PLAIN_URL.fullmatch(link["url"]):
                        self.assertIn(link["url"], told)

    def test_a_large_word_arrives(self):
        """In all but BibTeX itself, which cuts a field at 200,000 bytes."""
        word = "x" * 2 ** 20
        path = pathlib.Path(FOLDER.name) / "large.bib"
        tables.export(tables.of_titles(word), "bibtex", path)
        tables.run("biber", "--tool", "--validate-datamodel", "--nolog", "-O",
                   path.with_suffix(".out"), path)
        self.assertEqual(
            path.with_suffix(".out").read_text().count(word), 3)


if __name__ == "__main__":
    unittest.main()
