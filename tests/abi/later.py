# SPDX-License-Identifier: MIT
"""A later library, whose structs have grown at their ends as the policy lets
them, runs the program and the plugins of today with the same bytes.

    later.py ROOT BUILD CATEX LIST FIRST SANITIZE CC...

Builds the library a second time, with headers in which each struct that may
grow has grown, and has the program find it in place of its own.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

# The structs that never grow: see COMPATIBILITY in catex-plugin(7).
FIXED = {"catex_error", "catex_origin", "catex_source", "catex_note",
         "catex_setting", "catex_member", "catex_shape", "catex_report_kind"}
NEW = "    unsigned long later_one; const void *later_two;\n"


def grow(text):
    def larger(match):
        return match[0] if match[1] in FIXED else match[0][:-2] + NEW + "};"
    text = re.sub(r"^struct (catex_\w+) \{.*?^\};", larger, text,
                  flags=re.M | re.S)
    return re.sub(r"(#define CATEX_ABI_MINOR) \d+", r"\1 99", text)


def build(root, build_root, scratch, sanitize, compiler):
    include = scratch / "include/catex"
    shutil.copytree(root / "include/catex", include)
    shutil.copytree(build_root / "include/catex", include, dirs_exist_ok=True,
                    ignore=lambda _, names: [n for n in names
                                             if not n.endswith(".h")])
    grown = 0
    for header in include.glob("*.h"):
        text = header.read_text(encoding="utf-8")
        header.write_text(grow(text), encoding="utf-8")
        grown += grow(text).count("later_one")
    # What the loader of a later library does with its own tables is its own.
    sources = [str(path) for part in ("model", "load", "export")
               for path in sorted((root / "core" / part).glob("*.c"))]
    flags = subprocess.run(["pkg-config", "--cflags", "--libs", "libcmark",
                            "jansson"], check=True, text=True,
                           stdout=subprocess.PIPE).stdout.split()
    sanitized = [] if sanitize == "none" else [f"-fsanitize={sanitize}"]
    subprocess.run(
        [*compiler, "-std=c11", "-O0", "-pipe", "-fPIC", "-shared", "-w",
         "-D_GNU_SOURCE", "-fvisibility=hidden", *sanitized,
         f"-I{scratch}/include", f"-I{root}/core", *sources,
         f"-Wl,--version-script,{root}/core/libcatex.map",
         "-Wl,-soname,libcatex.so.0", "-o", f"{scratch}/libcatex.so.0",
         *flags, "-lcsv", "-ldl"], check=True)
    return grown


def export(catex, scratch, name, lists, library):
    environment = dict(os.environ)
    if library:
        environment["LD_LIBRARY_PATH"] = str(scratch)
    out = scratch / name
    out.mkdir()
    subprocess.run(
        [catex, "export", "-q", "-t", "json,csv,bibtex,dcat,schemaorg,first",
         "--plugin-dir", scratch / "plugins", "-o", out, *lists],
        env=environment, check=True)
    subprocess.run([catex, "formats", "--plugin-dir", scratch / "plugins"],
                   env=environment, check=True,
                   stdout=open(out / "formats", "wb"))
    return {path.name: path.read_bytes() for path in out.iterdir()}


def main(root, build_root, catex, listed, first, sanitize, *compiler):
    root, build_root = pathlib.Path(root), pathlib.Path(build_root)
    kept = pathlib.Path(first)
    with tempfile.TemporaryDirectory() as folder:
        scratch = pathlib.Path(folder)
        shutil.copytree(build_root / "plugins", scratch / "plugins",
                        ignore=lambda _, names: [n for n in names
                                                 if not n.endswith(".so")])
        if not kept.exists():
            print(f"there is no {kept.name}: skipped")
            return 77
        shutil.copy(kept, scratch / "plugins/first.so")
        grown = build(root, build_root, scratch, sanitize, compiler)
        now = export(catex, scratch, "now", [listed], False)
        later = export(catex, scratch, "later", [listed], True)
    different = [name for name in now if now[name] != later.get(name)]
    print(f"{grown} structs have grown; {len(now)} files")
    print(*different)
    return 1 if different or grown < 15 or len(now) < 7 else 0


sys.exit(main(*sys.argv[1:]))
