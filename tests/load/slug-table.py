#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The table of letters in slugs is what its script writes today."""
import subprocess
import sys

script, table = sys.argv[1:]
made = subprocess.run([sys.executable, script], stdout=subprocess.PIPE,
                      check=True).stdout
with open(table, "rb") as file:
    if file.read() != made:
        sys.exit("%s is not what %s writes: run it again" % (table, script))
