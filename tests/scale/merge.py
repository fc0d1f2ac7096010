# SPDX-License-Identifier: MIT
"""Catalogs that are merged keep their sections and records apart.

    merge.py CATEX LIST
"""
import collections
import json
import unittest

from case import LINES, LIST, Case

ONE = """# Birds

About birds.

## Songs

**Larks**
Songs of larks.
Data: https://example.org/larks

- Skylark: Songs in the morning
- Woodlark: Songs at night

**Owls**
Access: https://example.org/owls
"""
OTHER = """# Mammals

## Songs

**Larks**
No bird at all.
Data: https://example.org/other-larks

**Bats**
Data: http://www.example.org/owls/
"""


class Merge(Case):
    def map(self, name, text):
        self.write(f"{name}.md", text)
        self.catex(*LINES, "-o", f"{name}.ndjson", f"{name}.md")
        return (self.folder / f"{name}.ndjson").read_bytes()

    def merge(self, *args, **kwargs):
        run = self.catex("--merge", "-t", "json", *args, **kwargs)
        return json.loads(run.stdout), run.stderr.decode()

    def setUp(self):
        super().setUp()
        self.one = self.map("one", ONE)
        self.other = self.map("other", OTHER)
        self.whole, self.said = self.merge("one.ndjson", "other.ndjson")

    def test_each_list_is_a_section(self):
        sections = {s["id"]: s for s in self.whole["sections"]}
        self.assertEqual(len(sections), len(self.whole["sections"]))
        self.assertEqual(sections["list--birds"]["title"], "Birds")
        self.assertEqual(sections["list--birds"]["text"], "About birds.")
        songs = [s for s in sections.values() if s["title"] == "Songs"]
        self.assertEqual([s["parent"] for s in songs],
                         ["list--birds", "list--mammals"])
        for record in self.whole["records"]:
            self.assertLessEqual(set(record["sections"]), set(sections))

    def test_only_ids_that_meet_change(self):
        ids = [r["id"] for r in self.whole["records"]]
        self.assertEqual(len(set(ids)), len(ids))
        self.assertIn("owls", ids)
        self.assertIn("bats", ids)
        self.assertNotIn("larks", ids)
        for record in self.whole["records"]:
            self.assertIn(record.get("parent", ids[0]), ids)
        child = next(r for r in self.whole["records"] if "parent" in r)
        self.assertEqual(child["id"], "larks--skylark")
        self.assertRegex(child["parent"], "^larks-[0-9a-f]{6}$")

    def test_the_order_of_lists_changes_no_id(self):
        turned, _ = self.merge("other.ndjson", "one.ndjson")
        for part in ("records", "sections"):
            self.assertEqual(collections.Counter(map(str, turned[part])),
                             collections.Counter(map(str, self.whole[part])))

    def test_twins_are_reported(self):
        self.assertEqual(self.said.count(": duplicate: "), 2, self.said)
        self.assertIn("one.md:", self.said)
        self.assertIn("other.md:", self.said)

    def test_files_and_a_pipe_are_the_same(self):
        piped, _ = self.merge("-f", "ndjson", "-", input=self.one + self.other)
        self.assertEqual(piped, self.whole)

    def test_a_list_that_is_there_twice(self):
        whole, _ = self.merge("one.ndjson", "one.ndjson")
        for part in ("records", "sections"):
            ids = [r["id"] for r in whole[part]]
            self.assertEqual(len(set(ids)), len(ids))
        self.assertEqual(len(whole["records"]), 8)

    def test_one_list_stays_as_it_is(self):
        self.catex(*LINES, "-o", "list.ndjson", LIST)
        merged = self.catex("--merge", "-t", "json", "list.ndjson").stdout
        self.assertEqual(merged, self.catex("-q", "-t", "json", LIST).stdout)

    def test_the_result_loads_again(self):
        self.catex("-q", "--merge", "-t", "json", "-o", "all.json",
                   "one.ndjson", "other.ndjson")
        again = self.catex("-q", "-t", "json", "all.json").stdout
        self.assertEqual(again, (self.folder / "all.json").read_bytes())

    def test_facts_speak_of_the_whole(self):
        self.write("facts.json", json.dumps({
            "catalog": {"title": "Animals"},
            "records": {"owls": {"version": "2"}}}))
        whole, said = self.merge("--facts", "facts.json", "one.ndjson",
                                 "other.ndjson")
        self.assertEqual(whole["catalog"]["title"], "Animals")
        owls = next(r for r in whole["records"] if r["id"] == "owls")
        self.assertEqual(owls["version"], "2")
        self.assertNotIn("fact-unmatched", said)

    def test_what_a_list_says_of_itself_is_not_lost_silently(self):
        stated = self.one.replace(b'"catalog": {',
                                  b'"catalog": {"issued": "2020", ', 1)
        (self.folder / "stated.ndjson").write_bytes(stated)
        _, said = self.merge("stated.ndjson", "other.ndjson")
        self.assertIn("not-merged", said)

    def test_refusals(self):
        self.assertIn(b"--merge", self.catex("-t", "json", "-f", "ndjson", "-",
                      input=self.one + self.other, code=3).stderr)
        self.assertIn(b"NDJSON",
                      self.catex("--merge", "one.md", code=2).stderr)
        broken = self.one + self.other[:-20]
        self.assertIn(b"-:8: ", self.catex("--merge", "-f", "ndjson", "-t", "csv",
                      "-", input=broken, code=3).stderr)


unittest.main(argv=["merge"])
