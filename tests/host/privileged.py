# SPDX-License-Identifier: MIT
"""A process that runs with the rights of another user does not look for
plugins where its caller's environment says.

    privileged.py PROGRAM MOCKS
"""
import os
import shutil
import subprocess
import sys
import tempfile

NOBODY = 65534


def run(program, mocks):
    return subprocess.run([program], capture_output=True, text=True,
                          check=False, env={"CATEX_PLUGIN_PATH": mocks,
                                            "PATH": "/usr/bin:/bin"})


def main(program, mocks):
    plain = run(program, os.path.abspath(mocks))
    if plain.stdout != "plain searched\n":
        print("without privileges:", plain.stdout, plain.stderr)
        return 1
    if os.geteuid() != 0:
        print("only root can give a program to another user: skipped")
        return 77
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        copy = shutil.copy(program, os.path.join(folder, "privileged"))
        os.chown(copy, NOBODY, NOBODY)
        os.chmod(copy, 0o4755)
        privileged = run(copy, os.path.abspath(mocks))
    if privileged.stdout.startswith("plain"):
        print("the system gives no rights to a program here: skipped")
        return 77
    print(privileged.stdout, privileged.stderr)
    return 0 if privileged.stdout == "privileged ignored\n" else 1


sys.exit(main(*sys.argv[1:]))
