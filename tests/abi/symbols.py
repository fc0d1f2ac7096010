# SPDX-License-Identifier: MIT
"""What the library exports is what its headers declare, under its version,
and a plugin exports its table alone.

    symbols.py ROOT LIBRARY PLUGIN...
"""
import shutil
import subprocess
import sys

import headers


def exported(path):
    lines = subprocess.run(["nm", "-D", "--defined-only", path], check=True,
                           text=True, stdout=subprocess.PIPE).stdout
    names = {line.split()[-1] for line in lines.splitlines()}
    return {name for name in names if not name.startswith("__odr_asan")}


def main(root, library, *plugins):
    if shutil.which("nm") is None:
        print("nm is not here: skipped")
        return 77
    wrong = []
    declared = headers.symbols(root)
    found = exported(library)
    names = {name.split("@")[0] for name in found if "@@" in name}
    wrong += [f"{name} is declared, but not exported"
              for name in sorted(declared - names)]
    wrong += [f"{name} is exported, but no header declares it"
              for name in sorted(names - declared)]
    wrong += [f"{name} has not the version CATEX_0" for name in sorted(found)
              if not name.endswith("@@CATEX_0") and name != "CATEX_0"]
    for plugin in plugins:
        wrong += [f"{plugin} exports {name}" for name in
                  sorted(exported(plugin) ^ {"catex_exporter"})]
    print(*wrong, sep="\n")
    print(f"{len(declared)} symbols, {len(plugins)} plugins")
    return 1 if wrong or len(declared) < 20 or not plugins else 0


sys.exit(main(*sys.argv[1:]))
