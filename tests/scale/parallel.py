# SPDX-License-Identifier: MIT
"""Many lists through GNU parallel, one worker killed, come to the same
bytes as one after the other: on this machine, and over ssh on hosts that see
the same folder, each of which is a server of its own.

    parallel.py CATEX LIST COUNT
"""
import os
import shutil
import socket
import subprocess
import sys
import time
import unittest

from case import CATEX, LINES, Case

COUNT = int(sys.argv[3])
# It wants to be called by its whole path, and is in no user's PATH.
SSHD_PATH = shutil.which("sshd", path=os.environ["PATH"] + ":/usr/sbin")
TEXT = """# List {n}

## Topic {topic}

**Set {n}**
What there is of {n}.
Data: https://example.org/{n}

**Common**
Access: https://example.org/common/{n}
"""
# Dies once, as a worker that runs out of memory does.
WORKER = """#!/bin/sh
set -e
for list; do
  if [ "$list" = lists/0050.md ] && mkdir killed 2>/dev/null; then kill -9 $$; fi
  {catex} export {lines} -o "map/$(basename "$list" .md).ndjson" "$list"
done
"""


SSHD = """Port {port}
ListenAddress 127.0.0.1
HostKey {folder}/host-key
AuthorizedKeysFile {folder}/key.pub
PidFile none
StrictModes no
UsePAM no
"""
HOST = """Host {name}
  HostName 127.0.0.1
  Port {port}
  IdentityFile {folder}/key
  IdentitiesOnly yes
  UserKnownHostsFile /dev/null
  StrictHostKeyChecking no
  LogLevel QUIET
  ControlMaster auto
  ControlPath {folder}/{name}.socket
  ControlPersist yes
"""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Parallel(Case):
    def setUp(self):
        super().setUp()
        for n in range(COUNT):
            self.write(f"lists/{n:04}.md", TEXT.format(n=n, topic=n % 7))
        worker = self.write("worker", WORKER.format(
            catex=CATEX, lines=" ".join(LINES)))
        worker.chmod(0o755)
        (self.folder / "map").mkdir()
        self.names = [f"lists/{n:04}.md" for n in range(COUNT)]
        single = self.catex(*LINES, "-o", "-", *self.names).stdout
        self.catex("-q", "--merge", "-f", "ndjson", "-o", "single", "-",
                   input=single)

    def parallel(self, *options, code):
        env = dict(os.environ, HOME=str(self.folder))
        run = subprocess.run(
            ["parallel", "--will-cite", "--joblog", "log", *options,
             "./worker", "{}"], input="\n".join(self.names).encode(), env=env,
            cwd=self.folder, capture_output=True, timeout=280, check=False)
        self.assertEqual(run.returncode, code, run.stderr.decode()[-2000:])

    def check(self):
        self.assertTrue((self.folder / "killed").exists())
        parts = sorted(f"map/{name}" for name in
                       os.listdir(self.folder / "map"))
        self.assertEqual(len(parts), COUNT)
        self.catex("-q", "--merge", "-o", "mapped", *parts)
        self.assertEqual(self.outputs("mapped", "catalog"),
                         self.outputs("single", "catalog"))

    def test_a_killed_worker_is_tried_again(self):
        self.parallel("-j2", "--retries", "3", code=0)
        self.check()

    def test_what_failed_is_resumed(self):
        self.parallel("-j2", code=1)
        self.parallel("-j2", "--resume-failed", code=0)
        self.check()

    def start_host(self, name):
        """A server of its own for ssh; its place in the configuration."""
        port = free_port()
        conf = self.write(f"{name}.conf",
                          SSHD.format(port=port, folder=self.folder))
        server = subprocess.Popen([SSHD_PATH, "-D", "-e", "-f", conf],
                                  stderr=subprocess.DEVNULL)
        self.addCleanup(server.wait)
        self.addCleanup(server.terminate)
        return HOST.format(name=name, port=port, folder=self.folder)

    @unittest.skipIf(SSHD_PATH is None, "there is no server for ssh")
    def test_over_hosts_of_which_one_is_down(self):
        for name in ("key", "host-key"):
            subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "",
                            "-f", self.folder / name], check=True)
        if os.geteuid() == 0:  # which its service would do
            os.makedirs("/run/sshd", exist_ok=True)
        conf = self.write("ssh.conf", "".join(
            [self.start_host("one"), self.start_host("two"),
             HOST.format(name="down", port=free_port(), folder=self.folder)]))
        for name in ("one", "two"):
            self.assertEqual(self.ssh(conf, name), 0)
        self.parallel("--ssh", f"ssh -F {conf}", "-S", "1/one,1/two,1/down",
                      "--wd", str(self.folder), "--retries", "3", "-N", "10",
                      code=0)
        with open(self.folder / "log", encoding="utf-8") as log:
            hosts = {line.split("\t")[1] for line in log}
        self.assertLessEqual({"one", "two"}, hosts)
        self.check()

    def ssh(self, conf, name):
        """Waits for the host; at the end the connection is closed."""
        ssh = ["ssh", "-F", str(conf)]
        self.addCleanup(subprocess.run, [*ssh, "-O", "exit", name],
                        capture_output=True, check=False)
        for _ in range(50):
            run = subprocess.run([*ssh, name, "true"], check=False)
            if run.returncode == 0:
                break
            time.sleep(0.1)
        return run.returncode


if shutil.which("parallel") is None:
    print("SKIP: GNU parallel is not installed (parallel)")
    sys.exit(77)
unittest.main(argv=["parallel"])
