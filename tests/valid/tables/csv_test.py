# SPDX-License-Identifier: MIT
"""csv, read back by parsers that are not ours: Python's, csv-parse, Miller."""
import csv
import io
import json
import re
import unittest

import csv_values
import tables

tables.need_npm()
tables.need("mlr")
csv.field_size_limit(2 ** 24)
CATALOGS = [*tables.lists(),
            tables.of_titles("x" * 2 ** 20, '\\{"' * 2 ** 18),
            tables.Hostile(seed=4180).catalog(150)]


def parse(data):
    text = data.decode("utf-8")
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def outside_quotes(data):
    return re.sub(rb'"(?:[^"]|"")*"', b"", data)


class Table(tables.InFolder):
    def export(self, source, *options):
        self.path = self.folder / "list.csv"
        self.reports = tables.export(source, "csv", self.path, *options)
        self.data = self.path.read_bytes()
        self.rows = parse(self.data)
        return self.rows


class EveryList(Table):
    def test_is_rfc_4180(self):
        for source in CATALOGS:
            self.export(source)
            plain = outside_quotes(self.data)
            self.assertTrue(self.data.endswith(b"\r\n"))
            self.assertNotIn(b'"', plain)
            self.assertEqual(plain.count(b"\r\n"), plain.count(b"\n"))
            self.assertEqual(plain.count(b"\r\n"), plain.count(b"\r"))
            self.assertEqual({len(row) for row in self.rows},
                             {len(self.rows[0])})

    def test_cells_hold_what_the_catalog_says(self):
        for source in CATALOGS:
            catalog = tables.load(source, self.folder)
            header, *rows = self.export(source)
            columns = csv_values.record_columns(catalog)
            self.assertEqual(sorted(header), sorted(columns))
            self.assertEqual(len(rows), len(catalog["records"]))
            for row, record in zip(rows, catalog["records"]):
                for column, value in zip(header, row):
                    self.assertEqual(value, csv_values.cell(
                        column, columns[column](record)), column)

    def test_csv_parse_reads_the_same(self):
        for source in CATALOGS:
            rows = self.export(source)
            self.assertEqual(tables.read("csv", self.path), [rows])

    def test_miller_reads_the_same(self):
        for source in CATALOGS:
            header, *rows = self.export(source)
            done = tables.run("mlr", "--icsv", "--ojson", "--infer-none",
                              "cat", self.path)
            self.assertEqual([list(row.values())
                              for row in json.loads(done.stdout)], rows)

    def test_links_have_a_row_each(self):
        for source in CATALOGS:
            catalog = tables.load(source, self.folder)
            self.check_items(catalog, self.export(source, "table=links"),
                             "links", csv_values.LINKS)

    def test_publications_have_a_row_each(self):
        for source in CATALOGS:
            catalog = tables.load(source, self.folder)
            self.check_items(catalog,
                             self.export(source, "table=publications"),
                             "publications", csv_values.PUBLICATIONS)

    def check_items(self, catalog, rows, key, columns):
        header, *rows = rows
        self.assertLessEqual(set(header) - set(columns),
                             {"record_id", "link_id"})
        items = [(record["id"], item) for record in catalog["records"]
                 for item in record.get(key, [])]
        self.assertEqual(len(rows), len(items))
        for row, (record_id, item) in zip(rows, items):
            cells = dict(zip(header, row))
            self.assertEqual(cells["record_id"], record_id)
            for column, values in columns.items():
                self.assertEqual(cells[column], csv_values.cell(
                    column, values(item)), column)


def catalog_of(**record):
    return {"format": "catex-catalog", "version": 1,
            "catalog": {"id": "lists", "title": "Lists", "language": "en"},
            "records": [{"id": "one", "kind": "dataset", "title": "One"}
                        | record]}


class Options(Table):
    def cell(self, column, *options, **record):
        header, row = self.export(catalog_of(**record), *options)
        return row[header.index(column)]

    def test_excel_begins_with_a_mark(self):
        plain = self.export(catalog_of())
        data = self.data
        self.assertNotEqual(data[:3], b"\xef\xbb\xbf")
        self.export(catalog_of(), "excel=yes")
        self.assertEqual(self.data, b"\xef\xbb\xbf" + data)
        self.assertEqual(tables.read("csv", self.path), [plain])

    def test_formulas_are_disarmed(self):
        for text in ("=1", "+1", "-1", "@x", "＝1", "＋", "'=1"):
            self.assertEqual(self.cell("title", title=text), "'" + text)
            self.assertIn(b'"\'', self.data)
            self.assertEqual(self.cell("title", "formula-guard=no",
                                       title=text), text)
        for text in ("'a", "a=1", "1-1"):
            self.assertEqual(self.cell("title", title=text), text)
        self.assertEqual(self.cell("topics", topics=["=1", "-2"]), "'=1|-2")

    def test_newlines_stay_or_become_a_space(self):
        text = "one\n\ntwo\nthree"
        self.assertEqual(self.cell("description", description=text), text)
        self.assertEqual(self.cell("description", "newlines=space",
                                   description=text), "one two three")

    def test_a_separator_in_a_text_is_reported(self):
        links = [{"roles": ["other"], "url": "https://example.org/a|b"}] * 2
        self.assertEqual(self.cell("topics", topics=["a|b", "c"]),
                         "a%7Cb|c")
        self.assertEqual([report["kind"] for report in self.reports],
                         ["separator"])
        self.assertEqual(self.cell("other_urls", links=links),
                         "https://example.org/a%7Cb|https://example.org/a%7Cb")
        self.assertEqual(self.reports, [])
        self.assertEqual(self.cell("title", title="a|b"), "a|b")
        self.assertEqual(self.reports, [])

    def test_an_empty_catalog_is_a_header(self):
        catalog = catalog_of()
        catalog["records"] = []
        self.assertEqual(len(self.export(catalog)), 1)


# The prefixes and datatypes that CSVW knows without being told.
PREFIXES = ("dcterms:", "dcat:")
DATATYPES = {"string": ".*", "anyURI": ".*", "integer": "[0-9]+",
             "boolean": "true|false"}


class Metadata(Table):
    def test_it_describes_the_table(self):
        for table in ("records", "links", "publications"):
            header, *rows = self.export(tables.lists()[0], "metadata=yes",
                                        "formula-guard=no", f"table={table}")
            path = self.folder / "list.csv-metadata.json"
            described = json.loads(path.read_text(encoding="utf-8"))
            columns = described["tableSchema"]["columns"]
            self.assertEqual(described["@context"],
                             ["http://www.w3.org/ns/csvw",
                              {"@language": "en"}])
            self.assertEqual(described["url"], "list.csv")
            self.assertEqual([column["titles"] for column in columns], header)
            self.assertEqual({column["name"] for column in columns
                              if column.get("separator") == "|"},
                             csv_values.MANY & set(header))
            for column, cells in zip(columns, zip(*rows)):
                self.check(column, cells)

    def check(self, column, cells):
        self.assertTrue(column.get("propertyUrl", "dcat:").startswith(
            PREFIXES))
        if column.get("required"):
            self.assertTrue(all(cells), column["name"])
        for cell in filter(None, cells):
            self.assertTrue(re.fullmatch(DATATYPES[column["datatype"]], cell,
                                         re.S), column["name"])

    def test_the_key_of_records_is_a_key(self):
        header, *rows = self.export(tables.lists()[0], "metadata=yes")
        path = self.folder / "list.csv-metadata.json"
        schema = json.loads(path.read_text(encoding="utf-8"))["tableSchema"]
        keys = [row[header.index(schema["primaryKey"])] for row in rows]
        self.assertEqual(len(keys), len(set(keys)))
        self.assertEqual(schema["aboutUrl"], "#{id}")


if __name__ == "__main__":
    unittest.main()
