# SPDX-License-Identifier: MIT
"""Facts: what each kind of file may say, what is reported, what is refused."""
import csv
import http.server
import io
import json
import os
import subprocess
import tempfile
import threading
import unittest

CATEX = os.environ["CATEX"]
LIST = """# Data

## Images

**Alpha**
First set. Requires registration.

Access: https://example.org/alpha
Paper: https://doi.org/10.1000/ALPHA

**Beta**
Second set.

Access: https://example.org/beta
Paper: https://arxiv.org/abs/1901.00001

**Gamma**

Access: https://example.org/gamma
Paper: https://www.ncbi.nlm.nih.gov/pubmed/123
"""


class Facts(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        self.list = self.write("list.md", LIST)

    def write(self, name, content):
        path = os.path.join(self.folder, name)
        if not isinstance(content, (str, bytes)):
            content = json.dumps(content)
        if isinstance(content, str):
            content = content.encode()
        with open(path, "wb") as file:
            file.write(content)
        return path

    def run_catex(self, command, *facts, source=None, options=(), code=0):
        args = [CATEX, command, *options]
        for path in facts:
            args += ["--facts", path]
        result = subprocess.run(args + [source or self.list],
                                capture_output=True, timeout=60)
        self.assertEqual(result.returncode, code, result.stderr.decode())
        return result

    def export(self, *facts, **more):
        result = self.run_catex("export", *facts, **more,
                                options=("-t", "json"))
        catalog = json.loads(result.stdout)
        return catalog, {r["id"]: r for r in catalog["records"]}

    def reports(self, *facts, source=None):
        """The reports about facts, as (file, line, kind, words)."""
        args = [CATEX, "check", "--log", "json"]
        for path in facts:
            args += ["--facts", path]
        result = subprocess.run(args + [source or self.list],
                                capture_output=True, timeout=60)
        self.assertIn(result.returncode, (0, 1), result.stderr.decode())
        names = {os.path.basename(path) for path in facts}
        found = []
        for line in result.stdout.decode().splitlines():
            report = json.loads(line)
            name = os.path.basename(report.get("path") or "")
            if name in names:
                found.append((name, report["line"], report["kind"],
                              report["text"]))
        return found

    def assert_report(self, reports, name, line, kind, *words):
        for report in reports:
            if report[:3] == (name, line, kind) and all(
                    word in report[3] for word in words):
                return
        self.fail(f"{name}:{line}: {kind} {words} is not in {reports}")

    # What facts say.

    def test_every_value_keeps_its_origin(self):
        facts = self.write("f.json", {
            "catalog": {"publisher": {"kind": "organization", "name": "Lab"},
                        "licence": {"spdx": "MIT"}, "homepage": "https://x.org/"},
            "records": {"alpha": {"licence": {"spdx": "CC0-1.0"},
                                  "creators": [{"name": "A"}],
                                  "issued": "2020-02"}}})
        catalog, records = self.export(facts)
        self.assertEqual(catalog["catalog"]["publisher"]["name"], "Lab")
        for name in ("publisher", "licence", "homepage"):
            self.assertEqual(catalog["catalog"]["origin"][name], "facts")
        alpha = records["alpha"]
        self.assertEqual(alpha["licence"], {"spdx": "CC0-1.0"})
        for name in ("licence", "creators", "issued"):
            self.assertEqual(alpha["origin"][name], "facts")
        self.assertNotIn("licence", records["beta"])
        self.assertEqual(self.reports(facts), [])

    def test_records_are_found_by_doi_and_url(self):
        facts = self.write("f.json", {"records": {
            "http://www.example.org/alpha/": {"version": "1"},
            "10.1000/DATA": {"version": "2"}}})
        first = self.write("first.json", {"records": {
            "beta": {"identifiers": [{"scheme": "doi",
                                      "value": "10.1000/data"}]}}})
        _, records = self.export(facts)
        self.assertEqual(records["alpha"]["version"], "1")
        catalog, _ = self.export(first)
        again = self.write("again.json", catalog)
        _, records = self.export(facts, source=again)
        self.assertEqual(records["beta"]["version"], "2")

    def test_links_and_publications_are_completed_or_added(self):
        facts = self.write("f.json", {"records": {"alpha": {
            "links": [{"url": "https://example.org/alpha", "direct": True,
                       "media_type": "text/csv"},
                      {"url": "https://example.org/new", "roles": ["code"]},
                      {"url": "https://example.org/none"}],
            "publications": [{"doi": "10.1000/alpha", "title": "On Alpha"},
                             {"doi": "10.1000/more", "title": "More"}]}}})
        _, records = self.export(facts)
        alpha = records["alpha"]
        old = [link for link in alpha["links"]
               if link["url"] == "https://example.org/alpha"]
        self.assertEqual(old[0]["media_type"], "text/csv")
        self.assertTrue(old[0]["direct"])
        self.assertEqual(old[0]["label"], "Access")
        self.assertEqual([link["url"] for link in alpha["links"]][-1],
                         "https://example.org/new")
        self.assertEqual(len(alpha["publications"]), 2)
        self.assertEqual(alpha["publications"][0]["title"], "On Alpha")
        self.assertEqual(alpha["publications"][1]["id"], "doi-10-1000-more")
        self.assert_report(self.reports(facts), "f.json", 1, "bad-fact",
                           "https://example.org/none", "roles")

    def test_a_stream_takes_the_same_facts(self):
        facts = self.write("f.json", {
            "catalog": {"publisher": {"name": "Lab"}},
            "records": {"alpha": {"version": "1"}},
            "publications": {"10.1000/alpha": {"year": 2001}}})
        lines = self.run_catex(
            "export", options=("-t", "json", "-O", "json.lines=yes")).stdout
        source = self.write("list.ndjson", lines)
        catalog, _ = self.export(facts)
        again, _ = self.export(facts, source=source)
        self.assertEqual(catalog, again)

    # CSL-JSON.

    def test_csl_completes_publications(self):
        csl = self.write("p.csl.json", [
            {"id": "a", "type": "article-journal", "DOI": "10.1000/Alpha",
             "title": "On <i>Alpha</i>", "container-title": "Journal",
             "author": [{"family": "Berg", "given": "A.",
                         "non-dropping-particle": "van den"},
                        {"literal": "A Group"}],
             "volume": 12, "issue": "3", "page": "4-5",
             "issued": {"date-parts": [["2014", 6]]}},
            {"id": "b", "type": "article", "number": "arXiv:1901.00001v2",
             "title": "On Beta", "issued": {"date-parts": [[2019]]}},
            {"id": "c", "type": "paper-conference", "PMID": 123,
             "PMCID": "456", "title": "On Gamma"}])
        _, records = self.export(csl)
        alpha = records["alpha"]["publications"][0]
        self.assertEqual(
            {k: alpha[k] for k in ("kind", "title", "venue", "volume", "issue",
                                   "pages", "year", "issued")},
            {"kind": "journal", "title": "On Alpha", "venue": "Journal",
             "volume": "12", "issue": "3", "pages": "4-5", "year": 2014,
             "issued": "2014-06"})
        self.assertEqual(alpha["authors"], [
            {"kind": "person", "family": "van den Berg", "given": "A."},
            {"name": "A Group"}])
        self.assertEqual(alpha["origin"]["authors"], "facts")
        self.assertEqual(records["beta"]["publications"][0]["title"],
                         "On Beta")
        gamma = records["gamma"]["publications"][0]
        self.assertEqual(gamma["pmcid"], "PMC456")
        self.assertEqual(self.reports(csl), [])

    def test_each_identifier_of_a_paper_has_its_origin(self):
        csl = self.write("p.json", [{"DOI": "10.1000/alpha", "PMID": 7,
                                     "title": "On Alpha"}])
        alpha = self.export(csl)[1]["alpha"]["publications"][0]
        self.assertEqual(alpha["origin"], {"doi": "derived", "pmid": "facts",
                                           "title": "facts"})

    def test_csl_items_may_follow_each_other(self):
        csl = self.write("p.json", '{"DOI":"10.1000/alpha","title":"A"}\n'
                                   '{"type":"book","DOI":"10.1000/alpha",'
                                   '"publisher":"P"}')
        _, records = self.export(csl)
        alpha = records["alpha"]["publications"][0]
        self.assertEqual((alpha["title"], alpha["publisher"], alpha["kind"]),
                         ("A", "P", "book"))

    def test_csl_that_cannot_be_used_is_reported(self):
        csl = self.write("p.json", """[
{"title": "no id"},
{"DOI": "11.1000/x"},
{"DOI": "10.1000/alpha", "issued": {"date-parts": [[2014, 13]]}},
{"DOI": "10.1000/alpha", "author": [{"given": "G"}]},
{"DOI": "10.1000/elsewhere", "title": "E"},
{"PMID": "12a"}]""")
        reports = self.reports(csl)
        self.assert_report(reports, "p.json", 2, "bad-fact", "no DOI, PMID")
        self.assert_report(reports, "p.json", 3, "bad-fact", "DOI is no DOI")
        self.assert_report(reports, "p.json", 4, "bad-fact", "is no date")
        self.assert_report(reports, "p.json", 5, "bad-fact", "family")
        self.assert_report(reports, "p.json", 6, "fact-unmatched", "\"E\"")
        self.assert_report(reports, "p.json", 7, "bad-fact", "PubMed")
        self.assertEqual(len(reports), 6)

    # Conflicts.

    def test_facts_that_contradict_the_list_are_reported_and_hold(self):
        facts = self.write("f.json", '{"records": {\n"alpha": {\n'
                                     '"version": "1",\n'
                                     '"title": "Alpha Prime"}}}')
        _, records = self.export(facts)
        self.assertEqual(records["alpha"]["title"], "Alpha Prime")
        reports = self.reports(facts)
        self.assert_report(reports, "f.json", 4, "fact-conflict",
                           '"Alpha Prime"', '"Alpha"', "list.md:5")
        self.assertEqual(len(reports), 1)

    def test_of_two_files_the_later_one_holds(self):
        one = self.write("one.json", '{"records": {"alpha": {"version": "1",\n'
                                     '"rights_note": "N"}}}')
        two = self.write("two.json", '{"records": {\n"alpha": {"version": "2",'
                                     '\n"rights_note": "N"}}}')
        for first, second, value in ((one, two, "2"), (two, one, "1")):
            _, records = self.export(first, second)
            self.assertEqual(records["alpha"]["version"], value)
        reports = self.reports(one, two)
        self.assert_report(reports, "two.json", 2, "fact-conflict", '"2"',
                           '"1"', "one.json:1")
        self.assertEqual(len(reports), 1)

    def test_publications_of_two_files_conflict_once(self):
        one = self.write("one.json", {"publications": {
            "10.1000/alpha": {"year": 2001}}})
        two = self.write("two.json", [{"DOI": "10.1000/alpha", "issued":
                                       {"date-parts": [[2002]]}}])
        _, records = self.export(one, two)
        self.assertEqual(records["alpha"]["publications"][0]["year"], 2002)

    def test_a_day_does_not_contradict_its_year(self):
        one = self.write("one.json", {"records": {"alpha": {"issued": "2001"}}})
        two = self.write("two.json",
                         {"records": {"alpha": {"issued": "2001-02-03"}}})
        self.assertEqual(self.reports(one, two), [])

    # What is wrong.

    def test_wrong_values_are_reported_with_their_line(self):
        wrong = {
            '"issued": "2001-02-30"': "is no date",
            '"issued": 2001': "text",
            '"licence": {"spdx": "MIT-2"}': "SPDX",
            '"creators": [{"name": "A", "iri": '
            '"https://orcid.org/0000-0002-1825-0098"}]': "check digit",
            '"publications": [{"doi": "doi:10.1/x"}]': "DOI",
            '"access": "free"': "no access known",
            '"sections": ["nowhere"]': "no section",
            '"keywords": "one"': "array",
            '"creators": ["Jane Doe"]': "object",
            '"contact": {"name": "A", "email": "notmail"}': "mail",
            '"identifiers": [{"scheme": "doi", "value": "11.1/x"}]': "DOI",
            '"languages": ["german"]': "tag",
        }
        lines = ",\n".join(f'"r{i}": {{{text}}}'
                           for i, text in enumerate(wrong))
        facts = self.write("f.json", '{"records": {\n' + lines + '}}')
        reports = self.reports(facts)
        for i, words in enumerate(wrong.values()):
            self.assert_report(reports, "f.json", i + 2, "bad-fact", words)

    def test_what_stands_beside_a_wrong_value_still_counts(self):
        facts = self.write("f.json", {"records": {"alpha": {
            "title": 12, "issued": "2001", "keywords": ["a", 5],
            "licence": {"spdx": "CC0-1.0"}}},
            "catalog": {"base_iri": "foo", "homepage": "https://x.org/"}})
        catalog, records = self.export(facts)
        self.assertEqual(records["alpha"]["issued"], "2001")
        self.assertEqual(records["alpha"]["licence"], {"spdx": "CC0-1.0"})
        self.assertNotIn("keywords", records["alpha"])
        self.assertEqual(catalog["catalog"]["homepage"], "https://x.org/")
        self.assertNotIn("base_iri", catalog["catalog"])
        self.assertEqual([r[2] for r in self.reports(facts)],
                         ["bad-fact"] * 3)

    def test_what_matches_nothing_is_reported(self):
        facts = self.write("f.json", '{"records": {"nobody": {"version": "1"}},'
                           '\n"publications": {"10.1000/none": {"year": 1}},\n'
                           '"colour": 1}')
        reports = self.reports(facts)
        self.assert_report(reports, "f.json", 1, "fact-unmatched", "nobody")
        self.assert_report(reports, "f.json", 2, "fact-unmatched",
                           "10.1000/none")
        self.assert_report(reports, "f.json", 3, "unknown-key", "colour")

    def test_ids_of_no_record_are_reported(self):
        facts = self.write("f.json", {"records": {"alpha": {
            "parent": "beta", "relations": [
                {"type": "replaces", "id": "gamma"},
                {"type": "replaces", "id": "nobody"}]}}})
        result = subprocess.run([CATEX, "check", "--facts", facts, self.list],
                                capture_output=True, timeout=60)
        dangling = [line for line in result.stdout.decode().splitlines()
                    if "dangling-id" in line]
        self.assertEqual(len(dangling), 1)
        self.assertIn('"nobody"', dangling[0])
        self.assertIn("list.md:5:", dangling[0])

    def test_what_is_no_file_of_facts_is_refused(self):
        for content, words in (("", "empty"), ("{", "JSON"), ("hello", "id"),
                               ('{"records": []}', "object"),
                               ('{"records": {"a": {}, "a": {}}}', "second"),
                               ("id,a\n\"x", "quote"),
                               ("id,id\n", "two columns"),
                               ("id\0", "NUL"), ("\ufeff", "empty"),
                               ("[" * 100000, "JSON")):
            facts = self.write("f.txt", content)
            result = self.run_catex("export", facts,
                                    options=("-t", "json"), code=3)
            self.assertIn(words, result.stderr.decode())
            self.assertEqual(result.stdout, b"")

    # CSV.

    def table(self, *facts):
        result = self.run_catex("export", *facts, options=("-t", "csv"))
        return list(csv.reader(io.StringIO(result.stdout.decode(),
                                           newline="")))

    def save(self, rows, encoding="utf-8", **how):
        text = io.StringIO(newline="")
        csv.writer(text, **how).writerows(rows)
        return self.write("t.csv", text.getvalue().encode(encoding))

    def test_an_unchanged_table_says_nothing(self):
        before, _ = self.export()
        path = self.write("t.csv", self.run_catex(
            "export", options=("-t", "csv")).stdout)
        after, _ = self.export(path)
        self.assertEqual(before, after)
        self.assertEqual(self.reports(path), [])

    def test_a_table_survives_what_spreadsheets_do(self):
        rows = self.table()
        before, _ = self.export()
        turned = [row[::-1] for row in rows[:1] + rows[:0:-1]]
        for how in ({"delimiter": ";"}, {"delimiter": "\t"},
                    {"quoting": csv.QUOTE_ALL}, {"lineterminator": "\n"},
                    {"lineterminator": "\r"}, {"encoding": "utf-8-sig"}):
            path = self.save(turned, **how)
            after, _ = self.export(path)
            self.assertEqual(before, after, how)
            self.assertEqual(self.reports(path), [], how)

    def test_filled_and_changed_cells_are_facts(self):
        rows = self.table()
        column = {name: i for i, name in enumerate(rows[0])}
        alpha = next(row for row in rows if row[column["id"]] == "alpha")
        alpha[column["licence_spdx"]] = "CC-BY-4.0"
        alpha[column["keywords"]] = "one|two"
        alpha[column["creators"]] = "Doe, Jane|The Lab"
        alpha[column["landing_url"]] = "https://example.org/landing"
        alpha[column["description"]] = "'=Said anew;\nwith \"quotes\""
        alpha[column["counts"]] = "12 images|3"
        path = self.save(rows)
        _, records = self.export(path)
        new = records["alpha"]
        self.assertEqual(new["licence"], {"spdx": "CC-BY-4.0"})
        self.assertEqual(new["keywords"], ["one", "two"])
        self.assertEqual(new["creators"], [
            {"family": "Doe", "given": "Jane"}, {"name": "The Lab"}])
        self.assertEqual(new["links"][-1], {
            "roles": ["landing"], "url": "https://example.org/landing"})
        self.assertEqual(new["description"], '=Said anew;\nwith "quotes"')
        self.assertEqual(new["counts"], [{"value": 12, "unit": "images"},
                                         {"value": 3}])
        for name in ("licence", "keywords", "creators", "description"):
            self.assertEqual(new["origin"][name], "facts")
        kinds = [report[2] for report in self.reports(path)]
        self.assertEqual(kinds, ["fact-conflict"])  # the description

    def test_a_table_that_was_edited_is_what_it_says_again(self):
        rows = self.table()
        column = {name: i for i, name in enumerate(rows[0])}
        for row in rows[1:]:
            row[column["version"]] = "v " + row[column["id"]]
            row[column["languages"]] = "de|en"
            row[column["issued"]] = "2001-02"
        path = self.save(rows)
        self.assertEqual(self.table(path), rows)

    def test_cells_that_cannot_be_read_are_refused_one_by_one(self):
        rows = self.table()
        column = {name: i for i, name in enumerate(rows[0])}
        alpha, beta = rows[1], rows[2]
        alpha[column["issued"]] = "31.12.2020"
        alpha[column["modified"]] = "12/31/2020"
        alpha[column["licence_spdx"]] = "GPL"
        alpha[column["access"]] = "free"
        alpha[column["counts"]] = "many images"
        alpha[column["sections"]] = "nowhere"
        alpha[column["version"]] = "kept"
        rows[0].append("mine")
        for row in rows[1:]:
            row.append("")
        rows += [["zz" if i == column["id"] else "" for i in
                  range(len(rows[0]))], list(beta), beta + ["too much"]]
        path = self.save(rows)
        _, records = self.export(path)
        self.assertEqual(records["alpha"]["version"], "kept")
        self.assertNotIn("issued", records["alpha"])
        self.assertNotIn("licence", records["alpha"])
        reports = self.reports(path)
        for name in ("issued", "modified", "licence_spdx", "access", "counts",
                     "sections"):
            self.assert_report(reports, "t.csv", 2, "bad-fact", "row 2",
                               f'"{name}"')
        self.assert_report(reports, "t.csv", 1, "unknown-column", "mine")
        self.assert_report(reports, "t.csv", 5, "fact-unmatched", "zz")
        self.assert_report(reports, "t.csv", 6, "bad-fact", "row above")
        self.assert_report(reports, "t.csv", 7, "bad-fact", "more cells")

    def edited(self, source=None, **cells):
        """A table with @cells of "alpha" changed; and its reports."""
        result = self.run_catex("export", source=source,
                                options=("-t", "csv")).stdout.decode()
        rows = list(csv.reader(io.StringIO(result, newline="")))
        alpha = next(row for row in rows if row[0] == "alpha")
        for name, cell in cells.items():
            alpha[rows[0].index(name)] = cell
        path = self.save(rows)
        return path, self.reports(path, source=source)

    def test_what_a_table_cannot_change_is_reported(self):
        for name, cell in {"section": "Sounds", "publications": "doi-x",
                           "source_file": "x.md", "line_first": "1",
                           "line_last": "99"}.items():
            path, reports = self.edited(**{name: cell})
            self.assertEqual(len(reports), 1, reports)
            self.assert_report(reports, "t.csv", 2, "bad-fact", "row 2",
                               f'"{name}"', "not read back")
            self.assertEqual(self.export(path), self.export())
        for name in ("description", "access", "sections", "access_url",
                     "paper_urls"):
            path, reports = self.edited(**{name: ""})
            self.assertEqual(len(reports), 1, reports)
            self.assert_report(reports, "t.csv", 2, "bad-fact", "row 2",
                               f'"{name}"', "stays")
            self.assertEqual(self.export(path), self.export())
        for name in ("section", "line_first", "version"):
            self.assertEqual(self.edited(**{name: ""})[1], [])

    def test_a_url_that_moves_to_another_column_gets_its_role(self):
        path, reports = self.edited(
            access_url="", landing_url="https://example.org/alpha")
        self.assert_report(reports, "t.csv", 2, "bad-fact", '"access_url"')
        alpha = self.export(path)[1]["alpha"]
        self.assertEqual(alpha["links"][0]["roles"], ["access", "landing"])
        self.assertEqual(alpha["origin"]["links"], "facts")

    def test_dates_in_another_order_are_refused(self):
        for date in ("31/12/2020", "12/31/20", "2020-31-12", "31.12.2020",
                     "20-12-31", "2020/12/31", "Dec 2020", "44196",
                     "2020-2-1", "2020-02-30", "02/2020"):
            path, reports = self.edited(issued=date, version="1")
            self.assertEqual(len(reports), 1, date)
            self.assert_report(reports, "t.csv", 2, "bad-fact", "row 2",
                               '"issued"', "date")
            alpha = self.export(path)[1]["alpha"]
            self.assertEqual(alpha["version"], "1")
            self.assertNotIn("issued", alpha)

    def test_a_comma_parts_a_name_unless_it_is_written_2c(self):
        path, _ = self.edited(
            creators="Doe, Jane, Jr.|Lab%2C Inc.|A,B",
            publisher="University of California%2C San Diego")
        alpha = self.export(path)[1]["alpha"]
        self.assertEqual(alpha["creators"], [
            {"family": "Doe", "given": "Jane, Jr."}, {"name": "Lab, Inc."},
            {"name": "A,B"}])
        self.assertEqual(alpha["publisher"], {
            "name": "University of California, San Diego"})
        source = self.write("known.json", self.export(path)[0])
        again, reports = self.edited(source=source)
        self.assertEqual(reports, [])
        self.assertEqual(self.export(again, source=source),
                         self.export(source=source))

    def test_nothing_between_two_bars_is_no_value(self):
        facts = self.write("f.csv", "id,keywords,access_url\n"
                                    "alpha,| a || b |,\"|https://n.org/|\n\"\n")
        catalog, records = self.export(facts)
        self.assertEqual(records["alpha"]["keywords"], ["a", "b"])
        self.assertEqual(records["alpha"]["links"][-1]["url"],
                         "https://n.org/")
        again, _ = self.export(source=self.write("again.json", catalog))
        self.assertEqual(again, catalog)

    def test_an_address_of_mail_alone_is_who_to_contact(self):
        facts = self.write("f.csv", "id,contact_email\nalpha,lab@x.org\n")
        catalog, records = self.export(facts)
        self.assertEqual(records["alpha"]["contact"],
                         {"name": "lab@x.org", "email": "lab@x.org"})
        again, _ = self.export(source=self.write("again.json", catalog))
        self.assertEqual(again, catalog)

    def test_columns_may_be_left_out(self):
        path = self.write("t.csv", "id;version\r\n;\r\nalpha;2\r\nbeta;\r\n")
        self.assertEqual(self.reports(path), [])
        self.assertEqual(self.export(path)[1]["alpha"]["version"], "2")

    def test_bytes_that_are_no_text_are_refused(self):
        path = self.write("t.csv", b"id,version,group\nalpha,\xe4\xf6,G\n")
        _, records = self.export(path)
        self.assertNotIn("version", records["alpha"])
        self.assertEqual(records["alpha"]["group"], "G")
        self.assert_report(self.reports(path), "t.csv", 2, "bad-fact",
                           "row 2", '"version"', "UTF-8")


    # Coverage.

    def coverage(self, *facts):
        lines = self.run_catex("check", *facts, code=1, options=(
            "--coverage", "--log", "json")).stdout.decode().splitlines()
        table = [json.loads(line) for line in lines if '"target"' in line]
        return {(row["target"], row["of"], row["need"]):
                (row["have"], row["count"]) for row in table}, lines

    def test_coverage_says_what_each_target_lacks(self):
        facts = self.write("f.json", {
            "catalog": {"publisher": {"name": "Lab"}},
            "records": {"alpha": {"creators": [{"name": "A"}]}}})
        before, lines = self.coverage()
        self.assertEqual(before["DataCite", "records", "creators"], (0, 3))
        self.assertEqual(before["Google", "records", "description"], (0, 3))
        self.assertEqual(before["DCAT-AP", "records", "description"], (2, 3))
        self.assertEqual(before["DCAT-AP", "catalogue", "publisher"], (0, 1))
        self.assertEqual(before["BibTeX", "publications", "authors"], (0, 3))
        incomplete = [json.loads(line) for line in lines
                      if '"incomplete"' in line]
        gamma = [r["text"] for r in incomplete if "Gamma" in r["text"]]
        self.assertIn("description (DCAT-AP, Google: 50 characters)", gamma[0])
        after, _ = self.coverage(facts)
        self.assertEqual(after["DataCite", "records", "creators"], (1, 3))
        self.assertEqual(after["DCAT-AP", "catalogue", "publisher"], (1, 1))

    def test_the_facts_of_the_example_all_have_their_place(self):
        stem = os.path.join(os.environ["EXAMPLES"], "medical-data")
        facts = (stem + ".facts.json", stem + ".csl.json")
        self.assertEqual(self.reports(*facts, source=stem + ".md"), [])
        _, records = self.export(*facts, source=stem + ".md")
        untitled = [p["id"] for r in records.values()
                    for p in r.get("publications", []) if "title" not in p]
        self.assertEqual(untitled, [])

    # The recipe of the manual.

    def test_the_recipe_of_the_manual_fetches_papers(self):
        with open(os.environ["MANUAL"], encoding="utf-8") as file:
            manual = file.read()
        recipe = manual.split("shell:\n.Bd -literal -offset indent\n")[1]
        recipe = recipe.split(".Ed")[0]
        self.assertEqual(len(recipe.splitlines()), 3)
        server = http.server.HTTPServer(("127.0.0.1", 0), Resolver)
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        recipe = recipe.replace(
            "https://doi.org", f"http://127.0.0.1:{server.server_port}")
        path = os.path.dirname(CATEX) + ":" + os.environ["PATH"]
        source = self.list.replace("list.md", "LIST.md")
        self.write("LIST.md", LIST + "\n**Delta**\n\nPaper: "
                   "https://doi.org/10.1000/unknown\n")
        subprocess.run(["sh", "-c", recipe], cwd=self.folder, timeout=60,
                       env={**os.environ, "PATH": path, "no_proxy": "*"},
                       stderr=subprocess.DEVNULL, check=False)
        papers = os.path.join(self.folder, "papers.json")
        _, records = self.export(papers, source=source)
        alpha = records["alpha"]["publications"][0]
        self.assertEqual(alpha["title"], "On 10.1000/alpha")
        self.assertEqual(alpha["year"], 2016)
        self.assertNotIn("title", records["delta"]["publications"][0])


class Resolver(http.server.BaseHTTPRequestHandler):
    """Answers as DOI resolvers do: sends those who accept CSL-JSON on to the
    registration agency, which returns one item."""

    def do_GET(self):
        doi = self.path.removeprefix("/csl/").removeprefix("/")
        if "csl+json" not in self.headers.get("Accept", "") or \
                doi == "10.1000/unknown":
            self.send_error(404)
        elif not self.path.startswith("/csl/"):
            self.send_response(302)
            self.send_header("Location", "/csl" + self.path)
            self.end_headers()
        else:
            body = json.dumps({
                "type": "journal-article", "DOI": doi.upper(),
                "title": "On " + doi, "container-title": "Journal",
                "author": [{"given": "A.", "family": "B", "sequence": "first",
                            "affiliation": []}],
                "issued": {"date-parts": [[2016, 5]]},
                "ISSN": ["1234-5678"], "subject": [], "editor": [],
                "license": [{"URL": "https://example.org"}]}).encode()
            self.send_response(200)
            self.send_header("Content-Type",
                             "application/vnd.citationstyles.csl+json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    def log_message(self, *_):
        pass


if __name__ == "__main__":
    unittest.main()
