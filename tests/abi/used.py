# SPDX-License-Identifier: MIT
"""Each public symbol is told about in its header, and used by a test or an
example.

    used.py ROOT
"""
import pathlib
import re
import sys

import headers


def uses(root):
    """What the tests and examples say, comments and all."""
    files = [path for folder in ("tests", "examples")
             for ending in ("*.c", "*.h", "*.cc", "*.py")
             for path in pathlib.Path(root, folder).rglob(ending)]
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


def documented(root):
    """The symbols that a comment stands above, be it for several at once."""
    found = set()
    for path in pathlib.Path(root, "include/catex").glob("*.h"):
        text = path.read_text(encoding="utf-8")
        text = re.sub(r"^#(?:.*\\\n)*.*$", "", text, flags=re.M)
        for block in re.findall(r"/\*\*.*?\*/\n(.*?)(?:\n\n|\Z)", text, re.S):
            found |= {match[2] for match in headers.DECLARED.finditer(block)}
    return found


def main(root):
    symbols = headers.symbols(root)
    text, told = uses(root), documented(root)
    wrong = [f"{name}: no test or example uses it" for name in sorted(symbols)
             if not re.search(rf"\b{name}\b", text)]
    wrong += [f"{name}: its header does not tell about it"
              for name in sorted(symbols - told)]
    print(*wrong, sep="\n")
    print(f"{len(symbols)} symbols")
    return 1 if wrong or len(symbols) < 20 else 0


sys.exit(main(*sys.argv[1:]))
