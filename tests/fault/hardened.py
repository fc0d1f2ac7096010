# SPDX-License-Identifier: MIT
"""What is built carries its protections: hardened.py [--fortified] FILE…"""
import re
import subprocess
import sys


def readelf(*args):
    return subprocess.run(["readelf", "-W", *args], capture_output=True,
                          text=True, check=True).stdout


def judge(path, fortified):
    heads, dynamic = readelf("-l", path), readelf("-d", path)
    symbols = readelf("--dyn-syms", path)
    stack = re.search(r"GNU_STACK.*", heads)
    if "GNU_RELRO" not in heads:
        yield "its tables stay writable (RELRO)"
    if not re.search(r"BIND_NOW|FLAGS_1.*NOW", dynamic):
        yield "its symbols are bound late (now)"
    if stack is None or "RWE" in stack.group():
        yield "its stack can be run"
    if not re.search(r"Type:\s+DYN", readelf("-h", path)):
        yield "its place in memory is known (PIE)"
    if "__stack_chk_fail" not in symbols:
        yield "its stack is not guarded"
    if "TEXTREL" in dynamic:
        yield "its code is written to"
    if re.search(r"RUNPATH|RPATH", dynamic) and "$ORIGIN" not in dynamic:
        yield "it looks for libraries in a fixed folder"
    if fortified and not re.search(r"__\w+_chk", symbols):
        yield "its calls are not checked (FORTIFY)"


def main():
    fortified = "--fortified" in sys.argv
    paths = [path for path in sys.argv[1:] if path != "--fortified"]
    wrong = 0
    for path in paths:
        for fault in judge(path, fortified and "libcatex" in path):
            print("%s: %s" % (path, fault))
            wrong += 1
    print("%d files, %d protections lack" % (len(paths), wrong))
    return 1 if wrong or not paths else 0


sys.exit(main())
