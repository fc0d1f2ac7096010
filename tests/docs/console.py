# SPDX-License-Identifier: MIT
"""Runs what a document shows, and compares what comes out.

    console.py ROOT CATEX DOCUMENT

In a ```console block a line «$ COMMAND» is followed by what it prints; a line
«...» stands for any lines. All blocks run in one empty folder that has the
examples.
"""
import os
import pathlib
import subprocess
import sys
import tempfile


def steps(document):
    """(line number, command, printed lines) of each command shown."""
    inside, found = False, []
    for number, line in enumerate(document.read_text().splitlines(), 1):
        if line.startswith("```"):
            inside = line == "```console"
        elif inside and line.startswith("$ "):
            found.append((number, line[2:], []))
        elif inside:
            found[-1][2].append(line)
    return found


def matches(want, have):
    if not want:
        return not have
    if want[0] == "...":
        return any(matches(want[1:], have[i:]) for i in range(len(have) + 1))
    return bool(have) and want[0] == have[0] and matches(want[1:], have[1:])


def run(command, folder, catex):
    path = f"{catex.parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(["sh", "-c", command], cwd=folder, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          env=os.environ | {"PATH": path}, check=False,
                          timeout=60)
    return done.stdout.replace("\r\n", "\n").splitlines()


def main(root, catex, document):
    failed, shown = 0, steps(document)
    with tempfile.TemporaryDirectory() as folder:
        os.symlink(root / "examples", pathlib.Path(folder) / "examples")
        for number, command, want in shown:
            have = run(command, folder, catex)
            if not matches(want, have):
                failed += 1
                print(f"{document.name}:{number}: $ {command}\nprints:",
                      *have[:40], sep="\n")
    print(f"{len(shown)} commands shown, {failed} print something else")
    return 1 if failed or not shown else 0


sys.exit(main(*(pathlib.Path(word).resolve() for word in sys.argv[1:])))
