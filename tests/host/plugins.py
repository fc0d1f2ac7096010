# SPDX-License-Identifier: MIT
"""Plugins that misbehave harm themselves alone: the others write the same
bytes as without them, the message names the culprit, the exit code is 5, and
nothing is torn or left behind."""
import ctypes
import os
import resource
import shutil
import struct
import time
import unittest

from case import FILTERED, MOCKS, Case, main

# What each does, and what is said of it. Sanitizers turn a crash into an exit.
HARMFUL = {
    "begin": ["begin does not like it"],
    "record": ["l.md:1", "record does not like it"],
    "silent": ["failed in record"],
    "segv": ["crashed", "ended its process"],
    "abort": ["crashed", "ended its process"],
    "exit": ["ended its process (exit status"],
    "quick-exit": ["ended its process (exit status 0)"],
    "loop": ["was stopped after 1 seconds"],
    "endless": ["wrote more than the limit of 1048576 bytes",
                "ended its process"],
    "close": ["closed its connection"],
    "no-file": ["/../x"],
    "memory": ["not enough memory"],
    "same-file": ["would be written twice"],
}
HARMLESS = ["good", "scribble", "warn", "fork", "leak"]


class Isolation(Case):
    def setUp(self):
        super().setUp()
        run = self.export("-t", "good", "-o", "alone", "l.json")
        self.assertEqual(run.returncode, 0, run.stderr)
        self.alone = self.read("alone").replace("stem=alone", "stem=l")
        os.unlink(self.path("alone"))

    def run_with(self, name, *more):
        os.makedirs(self.path("out"), exist_ok=True)
        self.write(f"out/l.{name}", "old")
        return self.export("-t", f"{name},good", "-o", "out", "--timeout", "1",
                           "--max-output", "1M", *more, "l.json")

    def test_harm_stays_where_it_is(self):
        for name, words in HARMFUL.items():
            for jobs in ("1", "4"):
                with self.subTest(name=name, jobs=jobs):
                    run = self.run_with(name, "-j", jobs)
                    self.assertEqual(run.returncode, 5, run.stderr)
                    self.assertTrue(any(w in run.stderr for w in words),
                                    run.stderr)
                    self.assertIn(f"{name}: ", run.stderr)
                    self.assertEqual(self.read(f"out/l.{name}"), "old")
                    self.assertEqual(self.read("out/l.good"), self.alone)
                    self.assertEqual(self.files(), sorted(
                        ["l.json", "out/l.good", f"out/l.{name}"]))
                    shutil.rmtree(self.path("out"))

    def test_too_many_files(self):
        run = self.export(
            "-t", "many-files,good", "-o", "out", "l.json",
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_NOFILE,
                                                  (64, 64)))
        self.assertEqual(run.returncode, 5, run.stderr)
        self.assertIn("many-files: ", run.stderr)
        self.assertEqual(self.read("out/l.good"), self.alone)
        self.assertEqual(self.files(), ["l.json", "out/l.good"])

    def test_usage_is_the_user_s(self):
        run = self.run_with("end")
        self.assertEqual(run.returncode, 2)
        self.assertIn("end does not like it", run.stderr)
        self.assertEqual(self.read("out/l.good"), self.alone)

    def test_killing_its_group_kills_itself_alone(self):
        run = self.run_with("kill")
        self.assertEqual(self.read("out/l.good"), self.alone)
        self.assertEqual(run.returncode, 0 if FILTERED else 5)

    def test_nonsense_on_the_line_to_catex(self):
        run = self.run_with("babble")
        self.assertEqual(self.read("out/l.good"), self.alone)
        self.assertEqual(run.returncode, 0 if FILTERED else 5, run.stderr)
        self.assertEqual("disturbed" in run.stderr, not FILTERED)

    @unittest.skipUnless(FILTERED, "needs the filter of system calls")
    def test_filter(self):
        for name in ["open", "socket", "exec"]:
            run = self.export("-t", name, "l.json")
            self.assertEqual(run.returncode, 0, run.stderr)
            self.assertIn("\nnot let\n", run.stdout, name)
        run = self.run_with("kill-parent")
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertEqual(self.read("out/l.good"), self.alone)

    @unittest.skipUnless(FILTERED, "needs the filter of system calls")
    def test_a_kernel_without_filters_is_noted(self):
        try:
            library = ctypes.CDLL("libseccomp.so.2")
        except OSError:
            self.skipTest("libseccomp.so.2 is not here")
        run = self.export("-t", "good,leak", "-o", "out", "l.json",
                          preexec_fn=lambda: refuse_filters(library))
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertEqual(run.stderr.count("isolation"), 1, run.stderr)
        self.assertEqual(self.read("out/l.good"), self.alone)

    def test_harmless(self):
        for name in HARMLESS:
            with self.subTest(name=name):
                run = self.run_with(name) if name != "good" else self.export(
                    "-t", "good", "-o", "out/", "l.json")
                self.assertEqual(run.returncode, 0, run.stderr)
                self.assertEqual(self.read("out/l.good"), self.alone)
                self.assertFalse([f for f in self.files() if "catex" in f])

    def test_nobody_is_left_running(self):
        start = time.monotonic()
        for name in ["fork", "loop", "close"]:
            self.run_with(name)
        self.assertLess(time.monotonic() - start, 30)
        mine = [p for p in os.listdir("/proc") if p.isdigit()
                and self.dir in cwd_of(p)]
        self.assertEqual(mine, [])

    def test_failure_on_standard_output(self):
        run = self.export("-t", "record", "l.json")
        self.assertEqual(run.returncode, 5)
        self.assertIn("record does not like it", run.stderr)

    def test_further_files(self):
        run = self.export("-t", "good", "-O", "good.yes=yes", "-o", "x.good",
                          "l.json")
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertEqual(self.read("x-more.txt"), "more\n")
        run = self.export("-t", "good", "-O", "good.yes=yes", "l.json")
        self.assertEqual(run.returncode, 2)
        self.assertIn("more than one file", run.stderr)

    def test_further_file_is_an_input(self):
        os.rename(self.path("l.json"), self.path("x-more.txt"))
        before = self.read("x-more.txt")
        run = self.export("-f", "json", "-t", "good", "-O", "good.yes=yes",
                          "-o", "x.good", "x-more.txt")
        self.assertEqual(run.returncode, 4)
        self.assertIn("x-more.txt", run.stderr)
        self.assertEqual(self.read("x-more.txt"), before)
        self.assertEqual(self.files(), ["x-more.txt"])


class Compare(ctypes.Structure):
    _fields_ = [("argument", ctypes.c_uint), ("how", ctypes.c_int),
                ("one", ctypes.c_uint64), ("other", ctypes.c_uint64)]


def refuse_filters(library):
    """Lets this process be as on a kernel that has no filters: seccomp() and
    prctl(PR_SET_SECCOMP) fail with EINVAL, all else is allowed."""
    allow, refuse, equal, set_seccomp = 0x7fff0000, 0x00050000 | 22, 4, 22
    library.seccomp_init.restype = ctypes.c_void_p
    rules = ctypes.c_void_p(library.seccomp_init(allow))
    number = library.seccomp_syscall_resolve_name
    library.seccomp_rule_add_array(rules, refuse, number(b"seccomp"), 0, None)
    library.seccomp_rule_add_array(
        rules, refuse, number(b"prctl"), 1,
        ctypes.byref(Compare(0, equal, set_seccomp, 0)))
    library.seccomp_load(rules)


def cwd_of(pid):
    try:
        return os.readlink(f"/proc/{pid}/cwd")
    except OSError:
        return ""


class Refusal(Case):
    """Whatever is wrong with the file, none of its code runs: a mock leaves a
    mark when it does."""

    def setUp(self):
        super().setUp()
        os.mkdir(self.path("p"))
        with open(os.path.join(MOCKS, "good.so"), "rb") as f:
            self.good = f.read()

    def refuse(self, data, words="", **kwargs):
        self.write("p/good.so", data)
        run = self.catex("export", "--plugin-dir", "p", "-t", "good", "l.json",
                         env={**os.environ, "MOCK_MARK": self.path("mark")},
                         **kwargs)
        self.assertEqual(run.returncode, 5, run.stderr)
        self.assertIn("p/good.so: ", run.stderr)
        self.assertIn(words, run.stderr)
        self.assertFalse(os.path.exists(self.path("mark")), words)

    def test_the_mark_is_made_otherwise(self):
        self.write("p/good.so", self.good)
        self.catex("export", "--plugin-dir", "p", "-t", "good", "l.json",
                   env={**os.environ, "MOCK_MARK": self.path("mark")})
        self.assertTrue(os.path.exists(self.path("mark")))

    def test_no_shared_object(self):
        self.refuse("", "too short")
        self.refuse("#!/bin/sh\n" * 20, "ELF")
        with open("/bin/true", "rb") as f:
            self.refuse(f.read(), "no catex note")

    def test_cut_short(self):
        loads = [(at, size) for kind, at, size in self.segments() if kind == 1]
        end = max(at + size for at, size in loads)
        for size in [1, 63, 64, 65, 200, 1000, end // 2, end - 1]:
            self.refuse(self.good[:size])

    def segments(self):
        at, = struct.unpack_from("<Q", self.good, 32)
        size, count = struct.unpack_from("<HH", self.good, 54)
        for i in range(count):
            kind, = struct.unpack_from("<I", self.good, at + i * size)
            place, _, _, length = struct.unpack_from(
                "<QQQQ", self.good, at + i * size + 8)
            yield kind, place, length

    def patched(self, offset, data):
        return self.good[:offset] + data + self.good[offset + len(data):]

    def test_header(self):
        for offset, data, words in [
                (4, b"\x01", "another kind of machine"),
                (5, b"\x02", "another kind of machine"),
                (18, b"\xb7\x00" if self.good[18:20] != b"\xb7\x00"
                 else b"\x3e\x00", "another kind of machine"),
                (16, b"\x02\x00", "not a shared object"),
                (32, b"\xff" * 8, "cut short"),
                (32, b"\xf0" + b"\xff" * 6 + b"\x7f", "cut short"),
                (54, b"\x01\x00", "broken"),
                (56, b"\xff\xff", "broken"),
                (56, b"\x00\x00", "no catex note")]:
            self.refuse(self.patched(offset, data), words)

    def test_note(self):
        note = self.good.index(b"catex\0\0\0") - 12
        for offset, data, words in [
                (0, b"\xff\xff\xff\xff", "no catex note"),
                (4, b"\xff\xff\xff\xff", "no catex note"),
                (4, b"\x04\x00\x00\x00", "no catex note"),
                (8, b"\x09", "no catex note"),
                (12, b"other", "no catex note"),
                (20, b"\x00\x00\x00\x00", "build it anew"),
                (20, b"\xff\xff\xff\xff", "a newer catex"),
                (24, b"\x01\x00\x00\x00", "1.1"),
                (28, b"evil\0", "evil"),
                (28, b"x" * 32, "proper name")]:
            self.refuse(self.patched(note + offset, data), words)

    def test_note_segment_out_of_bounds(self):
        table, = struct.unpack_from("<Q", self.good, 32)
        size, = struct.unpack_from("<H", self.good, 54)
        for i, (kind, _, _) in enumerate(self.segments()):
            if kind != 4:
                continue
            for field in (8, 32):
                data = self.patched(table + i * size + field, b"\xff" * 8)
                self.write("p/good.so", data)
                run = self.export("-t", "good", "--plugin-dir", "p", "l.json")
                self.assertIn(run.returncode, (0, 5))

    def test_what_the_system_s_loader_trusts(self):
        """A note that is right, and nonsense where the loader looks next."""
        (at, size), = [(at, size) for kind, at, size in self.segments()
                       if kind == 2]
        for place in range(at, at + size, 16):
            if self.good[place:place + 8] == b"\0" * 8:
                break
            for value in (b"\xff" * 8, b"\0" * 8, b"\x03" + b"\0" * 7):
                self.write("p/good.so", self.patched(place + 8, value))
                run = self.catex("export", "--plugin-dir", "p", "-t", "good",
                                 "l.json")
                self.assertIn(run.returncode, (0, 5), (place, run.stderr))

    def test_no_file(self):
        for make in (lambda p: os.mkfifo(p), lambda p: os.mkdir(p),
                     lambda p: os.symlink("/nowhere", p),
                     lambda p: os.symlink(p, p)):
            make(self.path("p/good.so"))
            run = self.catex("export", "--plugin-dir", "p", "-t", "good",
                             "l.json")
            self.assertEqual(run.returncode, 5, run.stderr)
            shutil.rmtree(self.path("p"))
            os.mkdir(self.path("p"))

    def test_place_that_everybody_can_write(self):
        self.write("p/good.so", self.good)
        os.chmod(self.path("p/good.so"), 0o666)
        self.refuse(self.good, "everybody")
        os.chmod(self.path("p/good.so"), 0o644)
        os.chmod(self.path("p"), 0o1777)
        self.refuse(self.good, "everybody")

    def test_the_others_are_written(self):
        self.write("p/good.so", "broken")
        run = self.export("-t", "leak,misnamed,warn", "-q", "-o", "out",
                          "l.json")
        self.assertEqual(run.returncode, 5, run.stderr)
        self.assertIn("misnamed.so", run.stderr)
        self.assertEqual(self.files(),
                         ["l.json", "out/l.leak", "out/l.warn", "p/good.so"])


if __name__ == "__main__":
    main()
