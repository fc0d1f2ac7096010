# SPDX-License-Identifier: MIT
"""A thousand lists through GNU parallel, one worker killed, come to the same
bytes as one after the other. Its workers stand for hosts.

    parallel.py CATEX LIST
"""
import os
import shutil
import sys
import unittest
import subprocess

from case import CATEX, LINES, Case

COUNT = 1000
TEXT = """# List {n}

## Topic {topic}

**Set {n}**
What there is of {n}.
Data: https://example.org/{n}

**Common**
Access: https://example.org/common/{n}
"""
# Dies once, as a worker that runs out of memory does.
WORKER = """#!/bin/sh
if [ "$1" = lists/0500.md ] && mkdir killed 2>/dev/null; then kill -9 $$; fi
exec {catex} export {lines} -o "map/$(basename "$1" .md).ndjson" "$1"
"""


class Parallel(Case):
    def setUp(self):
        super().setUp()
        for n in range(COUNT):
            self.write(f"lists/{n:04}.md", TEXT.format(n=n, topic=n % 7))
        worker = self.write("worker", WORKER.format(
            catex=CATEX, lines=" ".join(LINES)))
        worker.chmod(0o755)
        (self.folder / "map").mkdir()
        self.names = [f"lists/{n:04}.md" for n in range(COUNT)]
        single = self.catex(*LINES, "-o", "-", *self.names).stdout
        self.catex("-q", "--merge", "-f", "ndjson", "-o", "single", "-",
                   input=single)

    def parallel(self, *options, code):
        env = dict(os.environ, HOME=str(self.folder))
        run = subprocess.run(
            ["parallel", "--will-cite", "-j2", "--joblog", "log", *options,
             "./worker", "{}"], input="\n".join(self.names).encode(), env=env,
            cwd=self.folder, capture_output=True, timeout=280, check=False)
        self.assertEqual(run.returncode, code, run.stderr.decode()[-2000:])

    def check(self):
        self.assertTrue((self.folder / "killed").exists())
        parts = sorted(f"map/{name}" for name in
                       os.listdir(self.folder / "map"))
        self.assertEqual(len(parts), COUNT)
        self.catex("-q", "--merge", "-o", "mapped", *parts)
        self.assertEqual(self.outputs("mapped", "catalog"),
                         self.outputs("single", "catalog"))

    def test_a_killed_worker_is_tried_again(self):
        self.parallel("--retries", "3", code=0)
        self.check()

    def test_what_failed_is_resumed(self):
        self.parallel(code=1)
        self.parallel("--resume-failed", code=0)
        self.check()


if shutil.which("parallel") is None:
    print("SKIP: GNU parallel is not installed (parallel)")
    sys.exit(77)
unittest.main(argv=["parallel"])
