# SPDX-License-Identifier: MIT
"""What the tests of the program share: a scratch folder with the list l.json,
and ways to run catex in it. Arguments: the program, the folder of the mock
plugins, and whether exporters run behind a filter of system calls."""
import json
import os
import subprocess
import sys
import tempfile
import unittest

CATEX, MOCKS = map(os.path.abspath, sys.argv[1:3])
FILTERED = sys.argv[3] == "filtered"


def catalog(name="l", count=2):
    return json.dumps({
        "format": "catex-catalog", "version": 1,
        "catalog": {"id": name, "title": "L", "language": "en"},
        "sections": [],
        "records": [{"id": f"r{i}-{name}", "kind": "dataset",
                     "title": f"Record {i}",
                     "source": {"path": f"{name}.md", "lines": [i + 1, i + 1]}}
                    for i in range(count)]})


class Case(unittest.TestCase):
    def setUp(self):
        self.scratch = tempfile.TemporaryDirectory()
        self.addCleanup(self.scratch.cleanup)
        self.dir = self.scratch.name
        self.write("l.json", catalog())

    def path(self, name):
        return os.path.join(self.dir, name)

    def write(self, name, data):
        os.makedirs(os.path.dirname(self.path(name)), exist_ok=True)
        with open(self.path(name), "wb") as f:
            f.write(data if isinstance(data, bytes) else data.encode())
        return name

    def read(self, name):
        with open(self.path(name), encoding="utf-8") as f:
            return f.read()

    def files(self):
        return sorted(os.path.relpath(os.path.join(folder, name), self.dir)
                      for folder, _, names in os.walk(self.dir)
                      for name in names)

    def catex(self, *args, **kwargs):
        kwargs.setdefault("cwd", self.dir)
        return subprocess.run([CATEX, *args], capture_output=True, text=True,
                              timeout=60, check=False, **kwargs)

    def export(self, *args, **kwargs):
        return self.catex("export", "--plugin-dir", MOCKS, *args, **kwargs)

    def fails(self, code, words, run):
        self.assertEqual(run.returncode, code, run.stderr)
        lines = run.stderr.splitlines()
        self.assertEqual(len(lines), 1, run.stderr)
        self.assertTrue(lines[0].startswith("catex: "), lines[0])
        for word in words:
            self.assertIn(word, lines[0])
        self.assertEqual(run.stdout, "")


def main():
    unittest.main(argv=sys.argv[:1], module="__main__")
