# SPDX-License-Identifier: MIT
"""catex formats --test: every exporter of catex conforms, and one that is
wrong in one way fails the check that looks for it, and no other.

    conform.py CATEX PLUGINS MOCKS
"""
import os
import pathlib
import re
import signal
import subprocess
import sys
import tempfile
import time
import unittest

CATEX, PLUGINS, MOCKS = (os.path.abspath(path) for path in sys.argv[1:4])

LISTS = {"bare", "full", "hostile"}
CHECKS = LISTS | {"opens", "table", "symbols", "empty", "options", "fields",
                  "confined", "place", "stream", "threads", "limit", "leak"}

# Each mock, the checks that fail, and a word of why.
WRONG = {
    "no-help": ({"table"}, "no help"),
    "symbol": ({"symbols"}, "mock_helper"),
    "empty": ({"empty"}, "without records"),
    "bare": ({"bare", "fields"}, "only what the model promises"),
    "crash": (LISTS, "every field"),
    "scribble": (LISTS, "changes the records"),
    "silent": (LISTS, "writes nothing"),
    "kind": (LISTS, "Not a kind!"),
    "quits": (LISTS, "exit status 0"),
    "hostile": ({"hostile"}, "a title of two lines"),
    "option": ({"options"}, "width=80"),
    "files": ({"confined"}, "when it is shut in"),
    "clock": (None, "gives other bytes"),
    "zone": ({"place"}, "with another time"),
    "keep": ({"stream"}, "keep no pointer"),
    "at-once": ({"stream"}, "from a stream"),
    "global": ({"threads"}, "keep everything in run->state"),
    "writer": ({"limit"}, "the writer fails at byte"),
    "leak": ({"leak"}, "leak"),
    "descriptor": ({"leak"}, "leaves files open"),
    "print": (LISTS, "prints"),
    "refused": ({"opens"}, "another"),
    "absent": ({"bare"}, "(null)"),
}
WARNED = {
    "useless": ("options", "option width changes nothing"),
    "undeclared": ("fields", "«version»"),
    "unwritten": ("fields", "«spatial coverage»"),
}


def test(*args, timeout=200, **kwargs):
    run = subprocess.run([CATEX, "formats", "--test", *args],
                         capture_output=True, text=True, timeout=timeout,
                         check=False, **kwargs)
    lines = re.findall(r"^(ok|warning|FAILED|skipped) +(\S+) +(.*)$",
                       run.stdout, re.M)
    return run, {word: {name for at, name, _ in lines if at == word}
                 for word in ("ok", "warning", "FAILED", "skipped")}


class Conform(unittest.TestCase):
    def mock(self, name):
        return os.path.join(MOCKS, f"{name}.so")

    def test_shipped_exporters(self):
        names = sorted(p.stem for p in pathlib.Path(PLUGINS).glob("*.so"))
        self.assertTrue(names)
        run, found = test("--plugin-dir", PLUGINS, *names)
        self.assertEqual(run.returncode, 0, run.stdout + run.stderr)
        self.assertEqual(found["FAILED"], set())
        self.assertEqual(run.stdout.count(": conforms;"), len(names))

    def test_a_sound_one(self):
        run, found = test(self.mock("sound"))
        self.assertEqual(run.returncode, 0, run.stdout)
        self.assertEqual(found["warning"], set(), run.stdout)
        self.assertEqual(found["ok"] | found["skipped"], CHECKS)
        self.assertLessEqual(found["skipped"], {"leak"})

    def test_wrong_ones(self):
        for name, (checks, word) in WRONG.items():
            with self.subTest(name=name):
                run, found = test(self.mock(name))
                if name == "files" and not found["FAILED"]:
                    print("no filter of system calls here: not tried")
                    continue
                if name == "leak" and "leak" in found["skipped"]:
                    print("memory cannot be counted here: not tried")
                    continue
                self.assertEqual(run.returncode, 5, run.stdout + run.stderr)
                # A clock can strike in any check.
                self.assertEqual(found["FAILED"], checks or found["FAILED"],
                                 run.stdout)
                self.assertIn(word, run.stdout)

    def test_warnings(self):
        for name, (check, word) in WARNED.items():
            with self.subTest(name=name):
                run, found = test(self.mock(name))
                self.assertEqual(run.returncode, 0, run.stdout)
                self.assertEqual(found["warning"], {check}, run.stdout)
                self.assertIn(word, run.stdout)

    def test_one_that_never_ends(self):
        run, found = test("--timeout", "4", self.mock("loop"))
        self.assertEqual(run.returncode, 5, run.stdout)
        self.assertIn("empty", found["FAILED"])
        self.assertIn("did not end in time: a list without records",
                      run.stdout)

    def test_usage(self):
        self.assertEqual(test()[0].returncode, 2)
        run, found = test("nope")
        self.assertEqual(run.returncode, 5, run.stderr)
        self.assertEqual(found["FAILED"], {"opens"})
        for name in ["./json.so", "json.so", "/nowhere/json.so"]:
            run, found = test("--plugin-dir", PLUGINS, name, cwd="/")
            self.assertEqual(run.returncode, 5, run.stdout)
            self.assertIn("No such file", run.stderr)

    def test_nothing_is_left_behind(self):
        with tempfile.TemporaryDirectory() as folder:
            environment = {**os.environ, "TMPDIR": folder}
            test(self.mock("crash"), env=environment)
            self.assertEqual(os.listdir(folder), [])
            run = subprocess.Popen([CATEX, "formats", "--test",
                                    self.mock("loop")], env=environment,
                                   stdout=subprocess.DEVNULL)
            for _ in range(200):
                if os.listdir(folder):
                    break
                time.sleep(0.05)
            run.send_signal(signal.SIGTERM)
            self.assertEqual(run.wait(20), -signal.SIGTERM)
            self.assertEqual(os.listdir(folder), [])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
