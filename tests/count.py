# SPDX-License-Identifier: MIT
"""Counts what `meson test` did, from its testlog.json: names the tests that
failed or were skipped, and closes with one line of numbers. Fails if a test
failed, and also if none passed."""
import collections
import json
import os
import sys

KINDS = {"OK": "passed", "EXPECTEDFAIL": "passed", "SKIP": "skipped"}


def last_line(test):
    text = (test.get("stdout") or "") + "\n" + (test.get("stderr") or "")
    return next((line for line in reversed(text.split("\n")) if line.strip()),
                "")


def main(path):
    counts = collections.Counter()
    tests = []
    if os.path.exists(path):
        with open(path, encoding="utf-8") as log:
            tests = [json.loads(line) for line in log if line.strip()]
    for test in tests:
        kind = KINDS.get(test["result"], "failed")
        counts[kind] += 1
        if kind != "passed":
            print(f"{test['result']}: {test['name']}: {last_line(test)}")
    if counts["passed"] == 0:
        print("no test passed: that is a failure, too")
    print("%d passed, %d failed, %d skipped" % tuple(
        counts[kind] for kind in ("passed", "failed", "skipped")))
    return 1 if counts["failed"] or not counts["passed"] else 0


sys.exit(main(sys.argv[1]))
