# SPDX-License-Identifier: MIT
"""A list exported by way of NDJSON comes to the bytes that it comes to itself.

    streams.py CATEX LIST
"""
import json
import os
import subprocess
import time
import unittest

from case import CATEX, LINES, LIST, Case


class Streams(Case):
    def setUp(self):
        super().setUp()
        self.stem = LIST.stem
        self.catex("-q", "-o", "list", LIST)
        self.catex(*LINES, "-o", f"{self.stem}.ndjson", LIST)
        self.lines = (self.folder / f"{self.stem}.ndjson").read_bytes()
        self.want = self.outputs("list", self.stem)

    def test_from_a_file(self):
        self.catex("-q", "-o", "file", f"{self.stem}.ndjson")
        self.assertEqual(self.outputs("file", self.stem), self.want)

    def test_from_a_pipe(self):
        self.catex("-q", "-f", "ndjson", "-o", "pipe", "-", input=self.lines)
        name = json.loads(self.want["json"])["catalog"]["id"]
        self.assertEqual(self.outputs("pipe", name), self.want)

    def test_from_a_pipe_one_at_a_time(self):
        for name, ending in (("json", "json"), ("csv", "csv"),
                             ("bibtex", "bib"), ("dcat", "rdf"),
                             ("schemaorg", "jsonld")):
            run = self.catex("-q", "-f", "ndjson", "-t", name, "-",
                             input=self.lines)
            self.assertEqual(run.stdout, self.want[ending], name)

    def test_the_copy_of_a_pipe_is_gone(self):
        (self.folder / "tmp").mkdir()
        env = dict(os.environ, TMPDIR=str(self.folder / "tmp"))
        self.catex("-q", "-f", "ndjson", "-o", "pipe", "-", input=self.lines,
                   env=env)
        self.assertEqual(os.listdir(self.folder / "tmp"), [])
        env["TMPDIR"] = str(self.folder / "nowhere")
        run = self.catex("-f", "ndjson", "-o", "pipe", "-", input=self.lines,
                         env=env, code=4)
        self.assertIn(b"TMPDIR", run.stderr)

    def test_progress_is_for_terminals_and_long_work(self):
        """A pipe that stays open keeps the work going for a while."""
        for term, want in (("xterm", True), ("dumb", False)):
            leader, follower = os.openpty()
            run = subprocess.Popen(
                [CATEX, "export", "-f", "ndjson", "-t", "csv", "-"],
                stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
                stderr=follower, env=dict(os.environ, TERM=term))
            run.stdin.write(self.lines)
            run.stdin.flush()
            time.sleep(2.5)
            run.stdin.close()
            self.assertEqual(run.wait(timeout=60), 0)
            os.close(follower)
            said = b""
            try:
                while piece := os.read(leader, 4096):
                    said += piece
            except OSError:  # how Linux says that the other end is closed
                pass
            os.close(leader)
            self.assertEqual(b"catex: 1 s" in said or b"catex: 2 s" in said,
                             want, said)

    def test_strict_sees_what_a_stream_finds(self):
        odd = self.lines.replace(b'"kind": "dataset"',
                                 b'"odd": 1, "kind": "dataset"', 1)
        path = self.folder / "odd.ndjson"
        path.write_bytes(odd)
        run = self.catex("-t", "csv", path, code=0)
        self.assertIn(b"unknown-key", run.stderr)
        self.assertEqual(run.stderr.count(b"unknown-key"), 1)
        run = self.catex("--strict", "-t", "csv", "-o", "odd.csv", path, code=1)
        self.assertFalse((self.folder / "odd.csv").exists())


unittest.main(argv=["streams"])
