# SPDX-License-Identifier: MIT
"""Ends the program at random moments: kill.py CATEX TIMES. Each output is then
the old file or the new one, whole; what SIGKILL leaves is cleaned up by the
next run, and all other signals leave nothing."""
import os
import random
import signal
import subprocess
import sys
import tempfile
import time

CATEX, TIMES = sys.argv[1], int(sys.argv[2])
SIGNALS = [signal.SIGKILL, signal.SIGTERM, signal.SIGINT, signal.SIGPIPE]
OLD = b"what was here before\n"
ENTRY = "**Title %d**  \nWhat it holds.\nAccess: https://a.example/%d\n\n"


def start(folder, path):
    return subprocess.Popen(
        [CATEX, "export", "-q", "-o", folder, path],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def files(folder):
    found = {}
    for name in os.listdir(folder):
        with open(os.path.join(folder, name), "rb") as file:
            found[name] = file.read()
    return found


def judge(number, run, found, whole):
    strange = sorted(set(found) - set(whole))
    if number == signal.SIGKILL:
        strange = [name for name in strange if ".catex-" not in name]
    if strange:
        return "left behind: %s" % strange
    for name in whole:
        if found.get(name) not in (OLD, whole[name]):
            return "%s is torn or gone" % name
    if run.returncode == 0 and any(found[n] != whole[n] for n in whole):
        return "it says 0, but not all is there"
    if run.returncode not in (0, -number):
        return "exit %d" % run.returncode
    return None


def main():
    dice = random.Random(7)
    wrong, struck = [], 0
    with tempfile.TemporaryDirectory() as root:
        path = os.path.join(root, "list.md")
        folder = os.path.join(root, "out")
        with open(path, "w", encoding="utf-8") as file:
            file.write("".join(ENTRY % (i, i) for i in range(2000)))
        begun = time.monotonic()
        start(folder, path).communicate()
        lasts = time.monotonic() - begun
        whole = files(folder)
        for _ in range(TIMES):
            number = dice.choice(SIGNALS)
            for name in set(files(folder)) - set(whole):
                os.unlink(os.path.join(folder, name))
            for name in whole:
                with open(os.path.join(folder, name), "wb") as file:
                    file.write(OLD)
            run = start(folder, path)
            time.sleep(dice.random() * lasts)
            run.send_signal(number)
            _, said = run.communicate(timeout=60)
            struck += run.returncode != 0
            time.sleep(0.05 if number == signal.SIGKILL else 0)
            fault = judge(number, run, files(folder), whole)
            if fault:
                wrong.append("%s: %s: %s" % (number.name, fault, said[:200]))
        with open(os.path.join(folder, ".list.csv.catex-abcdef"), "wb"):
            pass  # as SIGKILL leaves it
        start(folder, path).communicate()
        if files(folder) != whole:
            wrong.append("a last run does not tidy up: %s" % sorted(
                set(files(folder)) - set(whole)))
    for line in wrong:
        print(line)
    print("%d signals, %d of them ended the program, %d times it was wrong" % (
        TIMES, struck, len(wrong)))
    return 1 if wrong or len(whole) != 5 else 0


sys.exit(main())
