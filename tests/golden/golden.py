# SPDX-License-Identifier: MIT
"""Exports each list beside this file and compares every file that comes out,
and what `catex check` says, byte for byte with the one that was read by eye.

    golden.py [--update] CATEX [CASE…]

A new case is NAME.md; --update writes what is expected of it: read it.
"""
import difflib
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).parent
ENDINGS = (".json", ".csv", ".bib", ".rdf", ".jsonld", ".err")


def outputs(catex, case):
    """{ending: bytes} of one list."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        shutil.copy(case, folder)
        subprocess.run([catex, "export", "-q", "-o", "out", case.name],
                       cwd=folder, check=True, timeout=60)
        check = subprocess.run([catex, "check", case.name], cwd=folder,
                               stdout=subprocess.PIPE, check=False, timeout=60,
                               stderr=subprocess.STDOUT)
        found = {path.name[len(case.stem):]: path.read_bytes()
                 for path in (folder / "out").iterdir()}
        return found | {".err": check.stdout}


def show(path, want, have):
    lines = [text.decode("utf-8", "backslashreplace").splitlines()
             for text in (want, have)]
    print(*list(difflib.unified_diff(*lines, str(path), "now", n=1,
                                     lineterm=""))[:60], sep="\n")


def main(arguments):
    update = "--update" in arguments
    catex, *names = [word for word in arguments if word != "--update"]
    cases = [HERE / f"{name}.md" for name in names] or sorted(HERE.glob("*.md"))
    compared = failed = 0
    for case in cases:
        found = outputs(pathlib.Path(catex).resolve(), case)
        for ending in sorted(found.keys() | set(ENDINGS)):
            path = case.with_suffix(ending)
            have = found.get(ending, b"(no such file)")
            if update:
                path.write_bytes(have)
            want = path.read_bytes() if path.exists() else b"(nothing)"
            compared += 1
            if want != have:
                failed += 1
                show(path, want, have)
    print(f"{compared} files compared, {failed} differ")
    if failed:
        print("If all of that is as it should be: golden.py --update CATEX")
    return 1 if failed or not compared else 0


sys.exit(main(sys.argv[1:]))
