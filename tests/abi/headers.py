# SPDX-License-Identifier: MIT
"""Reads the public headers: which symbols and which structs they declare."""
import pathlib
import re

DECLARED = re.compile(r"CATEX_PUBLIC\b([^;{]*?)\b(catex_\w+)\s*(?=[(;\[])")
STRUCT = re.compile(r"^struct (catex_\w+) \{(.*?)^\};", re.M | re.S)


def text_of(root):
    """All headers without comments and preprocessor lines."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted(
        pathlib.Path(root, "include/catex").glob("*.h")))
    text = re.sub(r"/\*.*?\*/", " ", text, flags=re.S)
    text = re.sub(r"^#(?:.*\\\n)*.*$", "", text, flags=re.M)
    return text


def symbols(root):
    """Those of the library: `catex_exporter` is a plugin's."""
    found = {match[2] for match in DECLARED.finditer(text_of(root))}
    return found - {"catex_exporter"}


def declarators(body):
    """The names of the members in the body of a struct."""
    for declaration in body.split(";"):
        callback = re.search(r"\(\*(\w+)\)\(", declaration)
        if callback:
            yield callback[1]
            continue
        for part in declaration.split(","):
            name = re.search(r"(\w+)\s*(?:\[.*\])?\s*$", part)
            if name:
                yield name[1]


def structs(root):
    return {match[1]: list(declarators(match[2]))
            for match in STRUCT.finditer(text_of(root))}
