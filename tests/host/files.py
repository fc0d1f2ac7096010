# SPDX-License-Identifier: MIT
"""Output files: whole or not at all, whatever happens meanwhile."""
import os
import random
import resource
import signal
import subprocess
import threading
import time

from case import CATEX, MOCKS, Case, catalog, main

TEMPORARY = ".catex-"


class Files(Case):
    def start(self, *args, **kwargs):
        return subprocess.Popen(
            [CATEX, "export", "--plugin-dir", MOCKS, *args], cwd=self.dir,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            **kwargs)

    def temporary(self):
        return [f for f in self.files() if TEMPORARY in f]

    def wait_for_temporary(self):
        for _ in range(500):
            if len(self.temporary()) == 2:
                return
            time.sleep(0.01)
        self.fail("no temporary files appeared")

    def test_signals_tidy_up(self):
        for number in [signal.SIGINT, signal.SIGTERM, signal.SIGHUP]:
            self.write("out/l.good", "old")
            # Whoever runs the tests may have it ignored, as nohup does.
            run = self.start("-t", "good,loop", "-j", "2", "-o", "out", "l.json",
                             preexec_fn=lambda number=number: signal.signal(
                                 number, signal.SIG_DFL))
            self.wait_for_temporary()
            run.send_signal(number)
            _, errors = run.communicate(timeout=20)
            self.assertEqual(run.returncode, -number)
            self.assertIn("interrupted", errors)
            self.assertEqual(self.files(), ["l.json", "out/l.good"])
            self.assertEqual(self.read("out/l.good"), "old")

    def test_an_ignored_signal_stays_ignored(self):
        run = self.start("-t", "good,loop", "-j", "2", "-o", "out", "--timeout", "1",
                         "l.json", preexec_fn=lambda: signal.signal(
                             signal.SIGHUP, signal.SIG_IGN))
        self.wait_for_temporary()
        run.send_signal(signal.SIGHUP)
        run.communicate(timeout=20)
        self.assertEqual(run.returncode, 5)
        self.assertEqual(self.files(), ["l.json", "out/l.good"])

    def test_standard_output_by_its_names(self):
        for name in ["-", "/dev/stdout", "/dev/fd/1"]:
            subprocess.run(
                ["sh", "-c", '(echo head; "$@"; echo tail) > all', "sh", CATEX,
                 "export", "--plugin-dir", MOCKS, "-t", "good", "-o", name,
                 "l.json"], cwd=self.dir, check=True)
            lines = self.read("all").splitlines()
            self.assertEqual((lines[0], lines[-1]), ("head", "tail"), name)
            self.assertGreater(len(lines), 2)

    def test_closed_standard_output(self):
        for words in [("export", "--plugin-dir", MOCKS, "-t", "good", "l.json"),
                      ("--version",)]:
            run = subprocess.run([CATEX, *words], cwd=self.dir, text=True,
                                 stderr=subprocess.PIPE, check=False,
                                 preexec_fn=lambda: os.close(1))
            self.assertEqual(run.returncode, 4, words)
            self.assertIn("cannot be written", run.stderr)

    def test_random_kills(self):
        self.write("big.json", catalog("big", 2000))
        whole = self.export("-t", "json", "big.json").stdout
        rng = random.Random(1)
        left = set()
        for _ in range(40):
            number = rng.choice([signal.SIGKILL, signal.SIGTERM,
                                 signal.SIGINT, signal.SIGPIPE])
            self.write("out/big.json", "old")
            run = self.start("-t", "json,good", "-o", "out", "big.json")
            time.sleep(rng.random() * 0.05)
            run.send_signal(number)
            run.communicate(timeout=20)
            self.assertIn(self.read("out/big.json"), ["old", whole])
            if number == signal.SIGKILL:
                left |= set(self.temporary())
            self.assertLessEqual(set(self.temporary()), left)
        # What was left by those that could not tidy up, the next one removes.
        run = self.export("-t", "json,good", "-o", "out", "big.json")
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertEqual(self.temporary(), [])

    def test_what_a_living_run_holds_is_not_swept(self):
        run = self.start("-t", "good,loop", "-j", "2", "-o", "out", "--timeout", "2",
                         "l.json")
        self.wait_for_temporary()
        before = self.temporary()
        self.write("out/.x.catex-abcdef", "left behind")
        other = self.export("-t", "leak", "-o", "out/", "l.json")
        self.assertEqual(other.returncode, 0, other.stderr)
        self.assertEqual(self.temporary(), before)
        run.communicate(timeout=20)
        self.assertEqual(self.files(),
                         ["l.json", "out/l.good", "out/l.leak"])

    def test_symbolic_link(self):
        self.write("real/x", "old")
        os.symlink("real/x", self.path("link"))
        os.symlink("real/new", self.path("dangling"))
        for link, real in [("link", "real/x"), ("dangling", "real/new")]:
            run = self.export("-t", "good", "-o", link, "l.json")
            self.assertEqual(run.returncode, 0, run.stderr)
            self.assertTrue(os.path.islink(self.path(link)))
            self.assertTrue(self.read(real).endswith("end\n"))
        os.symlink("loop", self.path("loop"))
        run = self.export("-t", "good", "-o", "loop", "l.json")
        self.assertEqual(run.returncode, 4)

    def test_fifo_and_devices(self):
        os.mkfifo(self.path("fifo"))
        texts = []
        reader = threading.Thread(
            target=lambda: texts.append(self.read("fifo")))
        reader.start()
        run = self.export("-t", "good", "-o", "fifo", "l.json")
        reader.join(timeout=20)
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertTrue(texts[0].endswith("end\n"))
        run = self.export("-t", "good", "-o", "/dev/stdout", "l.json")
        self.assertTrue(run.stdout.endswith("end\n"))
        run = self.export("-t", "good", "-o", "/dev/null", "l.json")
        self.assertEqual(run.returncode, 0, run.stderr)
        run = self.export("-t", "good", "-o", "/dev/full", "l.json")
        self.assertEqual(run.returncode, 4)
        self.assertIn("/dev/full", run.stderr)

    def test_a_reader_that_goes(self):
        self.write("big.json", catalog("big", 20000))
        run = subprocess.run(
            ["bash", "-c", 'set -o pipefail; "$0" export -t json big.json | '
             "head -1", CATEX], capture_output=True, text=True, cwd=self.dir,
            timeout=60, check=False)
        self.assertEqual(run.returncode, 128 + signal.SIGPIPE)
        self.assertEqual(len(run.stdout.splitlines()), 1)
        self.assertEqual(run.stderr, "")

    def test_no_descriptors_left(self):
        def few():
            resource.setrlimit(resource.RLIMIT_NOFILE, (8, 8))
        run = self.export("-t", "good,leak,warn,fork", "-j", "4", "-o", "out",
                          "l.json", preexec_fn=few)
        self.assertEqual(run.returncode, 4, run.stderr)
        self.assertEqual(self.files(), ["l.json"])

    def test_a_disk_that_is_full(self):
        def small():
            resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
        self.write("big.json", catalog("big", 500))
        self.write("out/big.good", "old")
        run = self.export("-t", "good,leak", "-o", "out", "--max-output", "0",
                          "big.json", preexec_fn=small)
        self.assertIn(run.returncode, (4, 5), run.stderr)
        self.assertEqual(self.read("out/big.good"), "old")
        self.assertEqual(self.temporary(), [])

    def test_several_at_once_are_as_one(self):
        lists = []
        for i in range(30):
            lists.append(self.write(f"n{i}.json", catalog(f"n{i}", i)))
        formats = "good,json,leak,scribble"
        for jobs in ["1", "2", "7"]:
            run = self.export("-t", formats, "-j", jobs, "-o", f"out{jobs}",
                              *lists)
            self.assertEqual(run.returncode, 0, run.stderr)
        names = sorted(os.listdir(self.path("out1")))
        self.assertEqual(len(names), 120)
        for jobs in ["2", "7"]:
            self.assertEqual(sorted(os.listdir(self.path(f"out{jobs}"))),
                             names)
            for name in names:
                self.assertEqual(self.read(f"out1/{name}"),
                                 self.read(f"out{jobs}/{name}"))


if __name__ == "__main__":
    main()
