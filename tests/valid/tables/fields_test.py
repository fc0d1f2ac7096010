# SPDX-License-Identifier: MIT
"""What `catex formats NAME` says that a format carries, it carries, and nothing
else: a format carries a field if its output changes with the field's value,
and a text if its words are there.

    fields_test.py FORMAT…
"""
import copy
import re
import sys
import unittest

import tables

FORMATS = sys.argv[1:]
sys.argv[1:] = []
MARK = "qz7mark"

LINK = {"roles": ["info"], "label": "Label", "title": "Link title",
        "url": "https://example.org/second", "note": "a note",
        "line": 7}
FILE = {"roles": ["download"], "label": "Data", "media_type": "text/csv",
        "url": "https://example.org/data"}
PAPER = {"id": "doi-10.1234-a", "relation": "describes", "kind": "journal",
         "doi": "10.1234/a", "title": "On it", "year": 2001,
         "venue": "Journal", "volume": "1", "publisher": "Press",
         "authors": [{"kind": "person", "family": "Doe", "given": "Jo"}]}
RECORD = {
    "id": "one", "kind": "dataset", "parent": "zero", "title": "One",
    "alt_titles": ["Eins"], "description": "Words. " * 10,
    "description_md": "*Words.*", "sections": ["first"], "group": "Group",
    "topics": ["topic"], "keywords": ["keyword"], "access": "open",
    "access_note": "Open to all", "fee": "no",
    "links": [{"roles": ["landing"], "label": "Home",
               "url": "https://example.org/one"}, LINK, FILE],
    "publications": [PAPER],
    "identifiers": [{"scheme": "doi", "value": "10.1234/one"}],
    "counts": [{"value": 3, "unit": "images"}],
    "creators": [{"kind": "person", "family": "Roe", "given": "Al"}],
    "publisher": {"kind": "organization", "name": "House"},
    "contact": {"name": "Desk", "email": "desk@example.org"},
    "licence": {"spdx": "MIT", "name": "MIT licence",
                "url": "https://spdx.org/licenses/MIT"},
    "rights_note": "For teaching", "issued": "2001-02-03",
    "modified": "2002-03-04", "version": "1.0", "temporal": "2000/2001",
    "spatial": "Wien", "languages": ["de"], "aliases": ["former"],
    "relations": [{"type": "replaces", "id": "zero"}],
    "source": {"path": "list.md", "lines": [3, 9]}}
CATALOG = {
    "format": "catex-catalog", "version": 1,
    "catalog": {"id": "list", "title": "List", "language": "en",
                "homepage": "https://example.org/home",
                "base_iri": "https://example.org/id/",
                "publisher": {"name": "Us"}, "modified": "2003-04-05",
                "themes": ["http://example.org/theme/A"],
                "source": {"path": "list.md"}},
    "sections": [{"id": "first", "title": "First"},
                 {"id": "second", "title": "Second"}],
    "records": [{"id": "zero", "kind": "dataset", "title": "Zero"}, RECORD]}

# Where each field is, and another value for it.
R, L, P = ("records", 1), ("records", 1, "links", 1), \
    ("records", 1, "publications", 0)
C = ("catalog",)
OTHER = {
    "id": (R + ("id",), MARK),
    "kind": (R + ("kind",), "challenge"),
    "parent": (R + ("parent",), None),
    "title": (R + ("title",), MARK),
    "alternative titles": (R + ("alt_titles", 0), MARK),
    "description": (R + ("description",), MARK + " word" * 20),
    "description as Markdown": (R + ("description_md",), MARK),
    "sections": (R + ("sections", 0), "second"),
    "group": (R + ("group",), MARK),
    "topics": (R + ("topics", 0), MARK),
    "keywords": (R + ("keywords", 0), MARK),
    "access": (R + ("access",), "approval"),
    "access note": (R + ("access_note",), MARK),
    "fee": (R + ("fee",), "yes"),
    "links": (L + ("url",), "https://example.org/" + MARK),
    "publications": (R + ("publications",), []),
    "identifiers": (R + ("identifiers", 0, "value"), "10.1234/" + MARK),
    "counts": (R + ("counts", 0, "unit"), MARK),
    "creators": (R + ("creators", 0, "family"), MARK),
    "publisher": (R + ("publisher", "name"), MARK),
    "contact": (R + ("contact", "name"), MARK),
    "licence": (R + ("licence",), {"url": "https://example.org/" + MARK}),
    "rights note": (R + ("rights_note",), MARK),
    "issued": (R + ("issued",), "1999"),
    "modified": (R + ("modified",), "1999"),
    "version": (R + ("version",), MARK),
    "temporal coverage": (R + ("temporal",), "1980/1990"),
    "spatial coverage": (R + ("spatial",), MARK),
    "languages": (R + ("languages", 0), "fr"),
    "aliases": (R + ("aliases", 0), MARK),
    "relations": (R + ("relations",), [{"type": "derivedFrom",
                                        "id": "zero"}]),
    "source lines": (R + ("source", "lines"), [4, 8]),
    "link roles": (L + ("roles",), ["benchmark"]),
    "link label": (L + ("label",), MARK),
    "link title": (L + ("title",), MARK),
    "link note": (L + ("note",), MARK),
    "link media type": (R + ("links", 2, "media_type"), "application/zip"),
    "link inherited": (L + ("inherited",), True),
    "link shared": (L + ("shared",), True),
    "link direct": (L + ("direct",), True),
    "link line": (L + ("line",), 8),
    "publication DOI": (P + ("doi",), "10.1234/" + MARK),
    "publication PubMed id": (P + ("pmid",), "31415926"),
    "publication PubMed Central id": (P + ("pmcid",), "PMC31415926"),
    "publication arXiv id": (P + ("arxiv",), "1901.31415"),
    "publication URL": (P + ("url",), "https://example.org/" + MARK),
    "publication relation": (P + ("relation",), "uses"),
    "publication title": (P + ("title",), MARK),
    "publication authors": (P + ("authors", 0, "family"), MARK),
    "publication year": (P + ("year",), 1999),
    "publication venue": (P + ("venue",), MARK),
    "publication details": (P + ("volume",), "31415"),
    "homepage": (C + ("homepage",), "https://example.org/" + MARK),
    "base IRI": (C + ("base_iri",), f"https://{MARK}.example.org/"),
    "themes": (C + ("themes", 0), "http://example.org/theme/" + MARK),
    "language": (C + ("language",), "fr")}

# Beside the format's own options: the tables and dialects, with what they
# carry more and less than the default.
OF_LINKS = {name for name in OTHER if name.startswith("link ")}
OF_PAPERS = {name for name in OTHER if name.startswith("publication ")}
VARIANTS = {
    "csv": {("table=links",): {"id", "links"} | OF_LINKS,
            ("table=publications",): {"id", "publications"} | OF_PAPERS},
    "bibtex": {("dialect=classic",): {"-aliases"}}}


def changed(name):
    catalog = copy.deepcopy(CATALOG)
    path, value = OTHER[name]
    place = catalog
    for step in path[:-1]:
        place = place[step]
    if value is None:
        del place[path[-1]]
    else:
        place[path[-1]] = value
    return catalog


def declared(name):
    said = tables.run(tables.CATEX, "formats", name).stdout.decode()
    carries = said.split("\ncarries:\n")[1].split("\ndoes not carry:")[0]
    return set(re.split(r",\s+", " ".join(carries.split())))


class Declarations(tables.InFolder):
    def output(self, catalog, name, options):
        path = self.folder / "list.out"
        tables.export(catalog, name, path, *options)
        return path.read_text(encoding="utf-8")

    def check(self, name, options, carried):
        before = self.output(CATALOG, name, options)
        for field in OTHER:
            after = self.output(changed(field), name, options)
            with self.subTest(format=name, options=options, field=field):
                self.assertEqual(after != before, field in carried)
                if MARK in str(OTHER[field][1]):
                    self.assertEqual(MARK in after, field in carried)

    def test_formats_carry_what_they_declare(self):
        for name in FORMATS:
            carried = declared(name)
            self.assertLessEqual(carried, set(OTHER))
            self.check(name, (), carried)

    def test_variants_carry_what_is_said_of_them(self):
        for name in FORMATS:
            for options, fields in VARIANTS.get(name, {}).items():
                less = {field[1:] for field in fields if field[0] == "-"}
                self.check(name, options,
                           declared(name) - less if less else fields)


if __name__ == "__main__":
    unittest.main()
