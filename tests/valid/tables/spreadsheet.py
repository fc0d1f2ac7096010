# SPDX-License-Identifier: MIT
"""csv, opened in LibreOffice, saved as a spreadsheet, and as csv again: no
cell changes. Every column is opened as text, as a careful user would. What it
saves are facts: none where no cell was changed, else those that were."""
import csv
import json
import unittest

import tables

tables.need("soffice")
# Separator, quote, UTF-8, first line, column formats, language, …: see
# LibreOffice's «Filter Options for CSV Files».
FORMATS = "/".join(f"{column}/2" for column in range(1, 60))
READ = f"44,34,76,1,{FORMATS},0,false,false,false"
WRITE = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false"


def rows_of(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, strict=True))


class RoundTrip(tables.InFolder):
    def convert(self, to, paths, *options):
        out = self.folder / to.partition(":")[0]
        tables.run("soffice", f"-env:UserInstallation=file://{self.folder}/p",
                   "--headless", *options, "--convert-to", to, "--outdir", out,
                   *paths)
        return [out / (path.stem + "." + out.name) for path in paths]

    def test_no_cell_changes(self):
        sources = [(path, ()) for path in tables.lists()]
        sources += [(sources[0][0], ("excel=yes",)),
                    (tables.Hostile(seed=97).catalog(100), ())]
        paths = []
        for number, (source, options) in enumerate(sources):
            paths.append(self.folder / f"{number}.csv")
            tables.export(source, "csv", paths[-1], *options)
        books = self.convert("xlsx:Calc MS Excel 2007 XML", paths,
                             f"--infilter=CSV:{READ}")
        for before, after in zip(paths, self.convert(WRITE, books)):
            self.assertEqual(rows_of(after), rows_of(before))

    def with_facts(self, *facts):
        """The example with @facts, and what is reported about them."""
        args = [part for path in facts for part in ("--facts", path)]
        source = tables.ROOT / "examples/medical-data.md"
        done = tables.run(tables.CATEX, "export", "--log", "json", "-t",
                          "json", *args, source)
        names = [str(path) for path in facts]
        reports = [json.loads(line) for line in done.stderr.splitlines()]
        return (json.loads(done.stdout),
                [report for report in reports if report["path"] in names])

    def test_what_was_saved_are_facts(self):
        path = self.folder / "example.csv"
        tables.export(tables.ROOT / "examples/medical-data.md", "csv", path)
        plain = self.with_facts()[0]
        for kind in ("xlsx:Calc MS Excel 2007 XML", "ods:calc8"):
            book = self.convert(kind, [path], f"--infilter=CSV:{READ}")
            saved = self.convert(WRITE, book)[0]
            self.assertEqual(self.with_facts(saved), (plain, []))
            self.change(saved)
            self.check_changes(plain, *self.with_facts(saved))

    def change(self, path):
        rows = rows_of(path)
        for row, name, cell in ((1, "licence_spdx", "CC-BY-4.0"),
                                (2, "title", "Another Title"),
                                (3, "issued", "2019-05")):
            rows[row][rows[0].index(name)] = cell
        with open(path, "w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file, delimiter=";").writerows(rows)

    def check_changes(self, before, after, reports):
        old = [dict(record, origin=record.get("origin", {}))
               for record in before["records"]]
        for index, name, value in ((0, "licence", {"spdx": "CC-BY-4.0"}),
                                   (1, "title", "Another Title"),
                                   (2, "issued", "2019-05")):
            old[index][name] = value
            old[index]["origin"] = {**old[index]["origin"], name: "facts"}
        new = [dict(record, origin=record.get("origin", {}))
               for record in after["records"]]
        self.assertEqual(new, old)
        self.assertEqual([report["kind"] for report in reports],
                         ["fact-conflict"])
        self.assertIn("Another Title", reports[0]["text"])


if __name__ == "__main__":
    unittest.main()
