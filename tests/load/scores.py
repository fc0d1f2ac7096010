#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Compares what catex reads in lists from elsewhere with what is known of them.

usage: scores.py CATEX FOLDER

FOLDER holds the lists and what is known of them; without it this is skipped."""
import glob, json, os, subprocess, sys, tempfile

LEAST = {"f1": 0.97, "link_recall": 0.99, "section_accuracy": 0.97}


def export(catex, path, folder):
    out = os.path.join(folder, "out.json")
    subprocess.run([catex, "export", "-q", "-t", "json", "-o", out, path],
                   check=True, timeout=60)
    return out


def score_own(catex, folder, scratch):
    """The list that every difference counts in."""
    out = export(catex, os.path.join(folder, "medical-data.md"), scratch)
    run = subprocess.run([sys.executable, os.path.join(folder, "score.py"), out],
                         capture_output=True, text=True, timeout=60)
    print(run.stdout[-2000:], end="")
    return run.returncode != 0


def score_other(catex, path, folder, scratch):
    name = os.path.basename(path)[:-len(".md")]
    truth = path[:-len(".md")] + ".truth.json"
    out = export(catex, path, scratch)
    run = subprocess.run([sys.executable, os.path.join(folder, "score_list.py"),
                          truth, out], capture_output=True, text=True, timeout=60)
    report = json.loads(run.stdout[:run.stdout.rindex("}") + 1])
    print(run.stdout[run.stdout.rindex("}") + 1:].strip())
    bad = False
    for key, least in LEAST.items():
        if report[key] is not None and report[key] < least:
            print(f"{name}: {key} is {report[key]}, below {least}")
            bad = True
    return bad


def main():
    catex, folder = sys.argv[1:]
    if not os.path.exists(os.path.join(folder, "score.py")):
        print(f"SKIP: there is no {folder}")
        sys.exit(77)
    others = sorted(glob.glob(os.path.join(folder, "dev", "*.md")))
    with tempfile.TemporaryDirectory() as scratch:
        bad = score_own(catex, folder, scratch)
        for path in others:
            bad = score_other(catex, path, folder, scratch) or bad
    sys.exit(bad or not others)


if __name__ == "__main__":
    main()
