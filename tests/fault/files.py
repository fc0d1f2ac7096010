# SPDX-License-Identifier: MIT
"""Each call that reads, writes or moves a file fails once, in each way that a
system may let it fail: files.py CATEX FAULT.so. Afterwards each output is the
old file or the new one, whole, nothing lies about, and the exit code and a
sentence say what happened."""
import errno
import os
import struct
import subprocess
import sys
import tempfile

CATEX, FAULT = sys.argv[1], sys.argv[2]
LIST = os.path.join(os.path.dirname(os.path.abspath(__file__)), "list.md")
CALLS = {
    "open": ["EMFILE", "EACCES", "EIO", "EINTR", "ENOSPC"],
    "read": [0, "EINTR", "EIO"],
    "write": [0, "EINTR", "EIO", "ENOSPC", "EDQUOT"],
    "fsync": ["EINTR", "EIO", "ENOSPC", "EDQUOT"],
    "close": ["EINTR", "EIO"],
    "exchange": ["EINVAL", "EIO"],
    "rename": ["EIO", "ENOSPC", "EACCES"],
    "mkdir": ["ENOSPC", "EDQUOT", "EACCES"],
}
NEW = ("rename", "mkdir")  # what is called where nothing was before
OLD = b"what was here before\n"
ENDINGS = [".json", ".csv", ".bib", ".rdf", ".jsonld"]
failures = []


class Place:
    """A folder with what a run makes in it."""

    def __init__(self, root):
        self.root = root
        self.count = os.path.join(root, "count")
        self.out = os.path.join(root, "new", "out")

    def run(self, call="", at=0, why=0):
        number = getattr(errno, why) if why else 0
        with open(self.count, "wb") as file:
            file.write(struct.pack("Q", 0))
        env = dict(os.environ, LD_PRELOAD=FAULT, FAULT_COUNT=self.count,
                   FAULT_CALL=call, FAULT_AT=str(at), FAULT_ERRNO=str(number),
                   LC_ALL="C")
        env["ASAN_OPTIONS"] = "verify_asan_link_order=0:detect_leaks=0"
        return subprocess.run(
            [CATEX, "export", "-q", "-j", "1", "-o", self.out, LIST],
            env=env, capture_output=True, timeout=60, check=False)

    def calls(self):
        with open(self.count, "rb") as file:
            return struct.unpack("Q", file.read(8))[0]

    def clear(self):
        subprocess.run(["rm", "-rf", os.path.dirname(self.out)], check=True)

    def fill(self):
        os.makedirs(self.out, exist_ok=True)
        for name in os.listdir(self.out):
            os.unlink(os.path.join(self.out, name))
        for ending in ENDINGS:
            with open(os.path.join(self.out, "list" + ending), "wb") as file:
                file.write(OLD)

    def files(self):
        found = {}
        if os.path.isdir(self.out):
            for name in sorted(os.listdir(self.out)):
                with open(os.path.join(self.out, name), "rb") as file:
                    found[name] = file.read()
        return found


def judge(what, run, found, whole):
    """What is wrong after a run in which something failed."""
    before = {name: OLD for name in whole}
    if run.returncode not in (0, 3, 4, 5):
        return "exit %d" % run.returncode
    if run.returncode == 0:
        return None if found == whole else "it says 0, but not all is there"
    if not run.stderr.strip():
        return "exit %d without a word" % run.returncode
    if set(found) - set(whole):
        return "left behind: %s" % sorted(set(found) - set(whole))
    for name, text in found.items():
        if text not in (before[name], whole[name]):
            return "%s is torn" % name
    if what in NEW:
        return "some outputs are there" if found else None
    if run.returncode != 5 and found != before:
        return "exit %d, but some outputs are new" % run.returncode
    return None


def try_call(place, call, whole):
    place.clear()
    if call not in NEW:
        place.fill()
    place.run(call)
    points = place.calls()
    for at in range(1, points + 1):
        for why in CALLS[call]:
            if call in NEW:
                place.clear()
            else:
                place.fill()
            run = place.run(call, at, why)
            wrong = judge(call, run, place.files(), whole)
            if wrong:
                failures.append("%s number %d with %s: %s: %s" % (
                    call, at, why or "a short count", wrong,
                    run.stderr.decode(errors="replace").strip()[:200]))
    return points


def main():
    with tempfile.TemporaryDirectory() as root:
        place = Place(root)
        if place.run().returncode != 0:
            print("the program does not run here", place.run().stderr)
            return 1
        whole = place.files()
        total = 0
        for call in CALLS:
            points = try_call(place, call, whole)
            total += points * len(CALLS[call])
            print("%s: %d calls, each failed in %d ways" % (
                call, points, len(CALLS[call])))
    for failure in failures:
        print(failure)
    print("%d faults, %d of them not met" % (total, len(failures)))
    return 1 if failures or total == 0 else 0


sys.exit(main())
