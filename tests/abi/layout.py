# SPDX-License-Identifier: MIT
"""The layout of every public struct, as the compiler has it, is the one in
layout.txt. A struct may grow at its end before a release or with a higher
CATEX_ABI_MINOR, and then gets new lines there; a line that changes in any
other way breaks the plugins that exist.

    layout.py ROOT INCLUDE LAYOUT CC...     compares
    layout.py --update ROOT INCLUDE LAYOUT CC...
"""
import pathlib
import subprocess
import sys
import tempfile

import headers


def program(structs):
    yield "#include <stddef.h>\n#include <stdio.h>\n#include <catex/catex.h>"
    yield "int main(void) {"
    for name, members in sorted(structs.items()):
        yield f'printf("{name} %zu\\n", sizeof(struct {name}));'
        for member in members:
            yield (f'printf("{name}.{member} %zu %zu\\n", '
                   f"offsetof(struct {name}, {member}), "
                   f"sizeof(((struct {name} *)0)->{member}));")
    yield "return 0; }"


def layout(root, include, compiler):
    structs = headers.structs(root)
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder, "layout.c")
        source.write_text("\n".join(program(structs)), encoding="utf-8")
        subprocess.run([*compiler, "-std=c11", f"-I{root}/include",
                        f"-I{include}", str(source), "-o",
                        f"{folder}/layout"], check=True)
        return subprocess.run([f"{folder}/layout"], check=True, text=True,
                              stdout=subprocess.PIPE).stdout.splitlines()


def main(root, include, expected, *compiler):
    update = root == "--update"
    if update:
        root, include, expected, *compiler = include, expected, *compiler
    now = layout(root, include, compiler)
    if "catex_string 16" not in now:
        print("this machine is not LP64: skipped")
        return 77
    if update:
        pathlib.Path(expected).write_text("\n".join(now) + "\n",
                                          encoding="utf-8")
        return 0
    before = pathlib.Path(expected).read_text(encoding="utf-8").splitlines()
    for line in sorted(set(before) - set(now)):
        print(f"was, and is no more: {line}")
    for line in sorted(set(now) - set(before)):
        print(f"is new: {line}")
    print(f"{len(now)} sizes and places; bytes, see layout.py")
    return 0 if now == before else 1


sys.exit(main(*sys.argv[1:]))
