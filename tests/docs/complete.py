# SPDX-License-Identifier: MIT
"""Checks that catex(1) names every option of the program and every kind of
report, and none that is not there.

    complete.py ROOT CATEX
"""
import pathlib
import re
import subprocess
import sys

# What a kind looks like where the sources report one.
KIND = re.compile(r'\b(?:cx_report|cx_json_report|cx_facts_report'
                  r'|catex_run_warn|cli_warn)\s*\([^"();]*"([a-z0-9-]+)"'
                  r'|(?:\[CX_\w+\]\s*=\s*{|\bis_\w+, |\bcx_is_\w+, |\.kind = )'
                  r'"([a-z0-9-]+)"')


def options_of(catex):
    found = set()
    for command in ("export", "check", "formats"):
        said = subprocess.run([catex, "help", command], check=True, text=True,
                              stdout=subprocess.PIPE).stdout
        found |= set(re.findall(r"(?<![\w-])--([a-z][a-z-]*)", said))
    return found | {"help", "version"}


def kinds_of(root):
    found = set()
    for folder in ("core", "plugins"):
        for path in sorted((root / folder).rglob("*.c")):
            for match in KIND.finditer(path.read_text(encoding="utf-8")):
                found.add(match[1] or match[2])
    return found


def section(page, name):
    return page.split(f".Sh {name}\n")[1].split("\n.Sh ")[0]


def differ(what, program, page):
    for name in sorted(program - page):
        print(f"catex(1) lacks the {what} {name}")
    for name in sorted(page - program):
        print(f"catex(1) tells of the {what} {name}, which is not there")
    print(f"{len(program)} {what}s in the program")
    return program != page or not program


def main(root, catex):
    page = (root / "core/cli/catex.1").read_text(encoding="utf-8")
    options = {word for word in re.findall(r"Fl -([a-z][a-z-]*)", page)}
    kinds = set(re.findall(r"^\.It Cm ([a-z0-9-]+)$",
                           section(page, "KINDS"), re.M))
    wrong = [differ("option", options_of(catex), options),
             differ("kind", kinds_of(root), kinds)]
    return 1 if any(wrong) else 0


sys.exit(main(*(pathlib.Path(word) for word in sys.argv[1:])))
