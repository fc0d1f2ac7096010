# SPDX-License-Identifier: MIT
"""What the tests of scale share: a folder, and catex run in it."""
import pathlib
import subprocess
import sys
import tempfile
import unittest

CATEX, LIST = (pathlib.Path(name).resolve() for name in sys.argv[1:3])
FORMATS = ("json", "csv", "bib", "rdf", "jsonld")
LINES = ("-q", "-t", "json", "-O", "json.lines=yes")


class Case(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def catex(self, *args, code=0, **kwargs):
        run = subprocess.run([CATEX, "export", *map(str, args)],
                             cwd=self.folder, capture_output=True,
                             timeout=120, check=False, **kwargs)
        self.assertEqual(run.returncode, code, run.stderr.decode()[-2000:])
        return run

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def outputs(self, folder, stem):
        return {ending: (self.folder / folder / f"{stem}.{ending}").read_bytes()
                for ending in FORMATS}
