# SPDX-License-Identifier: MIT
"""A plugin that was built for the first interface, and kept as it was, still
runs and writes the bytes it wrote then.

    first.py CATEX FOLDER
"""
import pathlib
import platform
import shutil
import subprocess
import sys
import tempfile


def main(catex, folder):
    folder = pathlib.Path(folder)
    built = folder / f"first-{platform.machine()}.so"
    if not built.exists():
        print(f"no plugin of the first interface was kept for "
              f"{platform.machine()}: skipped")
        return 77
    wrong = []
    with tempfile.TemporaryDirectory() as scratch:
        shutil.copy(built, f"{scratch}/first.so")
        for name, settings in {
                "first": [], "other": ["number=-3", "text=a b",
                                         "colour=red"]}.items():
            options = [word for setting in settings
                       for word in ("-O", f"first.{setting}")]
            run = subprocess.run(
                [catex, "export", "--plugin-dir", scratch, "-t", "first",
                 *options, "-o", f"{scratch}/{name}.txt",
                 folder / "list.json"], capture_output=True, text=True,
                check=False)
            if run.returncode != 0 or run.stderr.count("says that") != 2:
                wrong.append(f"{name}: exit {run.returncode}, {run.stderr}")
                continue
            now = pathlib.Path(scratch, f"{name}.txt").read_bytes()
            if now != (folder / f"{name}.txt").read_bytes():
                wrong.append(f"{name}.txt is not what it was:\n{now.decode()}")
            if pathlib.Path(scratch, f"{name}-more.txt").read_text() != "more\n":
                wrong.append(f"{name}-more.txt is wrong")
        for setting, code in {"yes=yes": 2, "number=11": 2}.items():
            run = subprocess.run(
                [catex, "export", "--plugin-dir", scratch, "-t", "first", "-O",
                 f"first.{setting}", "-o", f"{scratch}/no.txt",
                 folder / "list.json"], capture_output=True, check=False)
            if run.returncode != code or pathlib.Path(scratch, "no.txt").exists():
                wrong.append(f"{setting}: exit {run.returncode}")
    print(*wrong, sep="\n")
    return 1 if wrong else 0


sys.exit(main(*sys.argv[1:]))
