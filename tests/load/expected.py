#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Compares what catex reads in a list with a file that says what is there.

usage: expected.py CATEX LIST.md EXPECTED.tsv
       expected.py CATEX LIST.md --write      prints what catex reads

A line of the file is an entry, in order: its title, the title of the entry
that it is a part of, the label of its section, its own URLs parted by blanks,
and, where the list states a condition of access, that."""
import json, subprocess, sys


def read(catex, path):
    """The lines that the file should have."""
    run = subprocess.run([catex, "export", "-q", "-t", "json", path],
                         capture_output=True, text=True, timeout=60)
    if run.returncode != 0:
        sys.exit(f"{path}: exit {run.returncode}: {run.stderr[:500]}")
    doc = json.loads(run.stdout)
    title = {record["id"]: record["title"] for record in doc["records"]}
    label = {section["id"]: section["label"] for section in doc["sections"]}
    for record in doc["records"]:
        links = [link["url"] for link in record.get("links", [])]
        fields = [record["title"], title.get(record.get("parent"), ""),
                  label[record["sections"][0]] if "sections" in record else "",
                  " ".join(links)]
        if "access" in record:
            fields.append(record["access"])
        yield "\t".join(fields)


def main():
    catex, path, expected = sys.argv[1:]
    got = list(read(catex, path))
    if expected == "--write":
        print("\n".join(got))
        return
    with open(expected, encoding="utf-8") as file:
        want = file.read().splitlines()
    bad = 0
    for line in [line for line in want if line not in got]:
        print(f"{path}: not read: {line}")
        bad += 1
    for line in [line for line in got if line not in want]:
        print(f"{path}: read instead: {line}")
        bad += 1
    if bad == 0 and got != want:
        print(f"{path}: the order differs")
        bad += 1
    print(f"{path}: {len(want)} entries, {bad} differences")
    sys.exit(bad > 0)


if __name__ == "__main__":
    main()
