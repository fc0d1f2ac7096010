# SPDX-License-Identifier: MIT
"""Measures catex beside other tools on the same list, in one run, and prints
a report in Markdown.

    compare.py CATEX LIST [--times N] [--copies N]... [--node FOLDER]
                          [--data FILE]

LIST is made larger by repeating it with other titles. What counts is the time
of the processor, since other work on the machine changes it least; it is given
as the median of all runs with the least and the most, and as a ratio. Tools
that are not installed are left out, and said. FOLDER is one where @citation-js
is installed.
"""
import argparse
import json
import os
import pathlib
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile

FORMATS = {"json": "json", "csv": "csv", "bibtex": "bib", "dcat": "rdf",
           "schemaorg": "jsonld"}
PYTHON = "/usr/bin/python3"  # sees the modules of the system's packages
MANY = 50  # copies from which on the others take too long
HUGE = 1000  # copies from which on three runs are enough
HERE = pathlib.Path(__file__).parent


def enlarge(text, copies):
    """The list several times over, each bold title with a number of its own."""
    return "\n\n".join(re.sub(r"^(\*\*|__)(.+?)\1", rf"\1\2 {n}\1", text,
                               flags=re.M) if copies > 1 else text
                       for n in range(copies))


def to_csl(path, target):
    """The records as CSL-JSON, for tools that make BibLaTeX of it."""
    records = json.loads(path.read_text(encoding="utf-8"))["records"]
    items = [{"id": r["id"], "type": "dataset", "title": r["title"],
              **({"abstract": r["description"]} if "description" in r else {}),
              **({"URL": r["links"][0]["url"]} if r.get("links") else {})}
             for r in records]
    target.write_text(json.dumps(items), encoding="utf-8")
    return len(records)


def peak(command):
    """Kilobytes of the largest process. A launcher of its own, since Python's
    memory would count as that of what it starts."""
    if not isinstance(command, list):
        command = ["sh", "-c", command]
    with tempfile.NamedTemporaryFile("r") as file:
        subprocess.run(["/usr/bin/time", "-f", "%M", "-o", file.name,
                        *command], stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL, check=False)
        return int(file.read().split()[-1])


def measure(command, times):
    """(seconds of processor, of the clock, kilobytes) of each run."""
    found = []
    kilobytes = peak(command)
    for _ in range(times):
        before = os.times().elapsed
        child = subprocess.Popen(command, shell=isinstance(command, str),
                                 stdout=subprocess.DEVNULL,
                                 stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode != 0:
            return None
        found.append((usage.ru_utime + usage.ru_stime,
                      os.times().elapsed - before, kilobytes))
    return found


def version(*command):
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    return (run.stdout + run.stderr).strip().splitlines()[0]


def rivals(paths, node):
    """(name, needs, command) of what others do with the same."""
    script = str(HERE / "rivals.py")
    cj = str(HERE / "citation.cjs")
    return [
        ("lowdown, Markdown to a terminal", "lowdown",
         ["lowdown", "-t", "term", paths["md"]]),
        ("pandoc, Markdown to JSON", "pandoc",
         ["pandoc", "-f", "commonmark", "-t", "json", paths["md"]]),
        ("python, regular expressions to CSV", "python3",
         [PYTHON, script, "csv", paths["md"]]),
        ("pandoc, CSL to BibLaTeX", "pandoc",
         ["pandoc", "-f", "csljson", "-t", "biblatex", paths["csl"]]),
        ("citation-js, CSL to BibLaTeX", "node" if node else "citation-js",
         ["node", cj, node or "", paths["csl"]]),
        ("bib2xml, then xml2bib", "bib2xml",
         f"bib2xml {paths['bib']} | xml2bib"),
        ("rdflib, graph to RDF/XML", "python3",
         [PYTHON, script, "rdf", paths["json"]]),
    ]


def report(rows, base):
    print("| what | processor, s | spread | of cmark | peak, MB |")
    print("|---|---:|---:|---:|---:|")
    for name, runs in rows:
        if runs is None:
            print(f"| {name} | not measured | | | |")
            continue
        times = [run[0] for run in runs]
        median = statistics.median(times)
        print(f"| {name} | {median:.3f} | {min(times):.3f}–{max(times):.3f} "
              f"| {median / base:.1f} | {max(run[2] for run in runs) / 1024:.1f} |")
    print()


def compare(args, copies, folder):
    source = folder / "list.md"
    source.write_text(enlarge(args.list.read_text(encoding="utf-8"), copies),
                      encoding="utf-8")
    subprocess.run([args.catex, "export", "-q", "-o", folder, source],
                   check=True)
    paths = {ending: str(folder / f"list.{ending}")
             for ending in ("md", "csl", *FORMATS.values())}
    count = to_csl(pathlib.Path(paths["json"]), pathlib.Path(paths["csl"]))
    size = source.stat().st_size
    print(f"## {count} records, {size:,} bytes\n")
    times = args.times if copies < HUGE else 3
    runs = measure(["cmark", "-t", "xml", paths["md"]], times)
    base = statistics.median(run[0] for run in runs)
    rows = [("cmark, Markdown to XML", runs)]
    out = str(folder / "out")
    rows.append(("catex, all five formats", measure(
        [args.catex, "export", "-q", "-o", out, paths["md"]], times)))
    for name in FORMATS:
        rows.append((f"catex, {name}", measure(
            [args.catex, "export", "-q", "-t", name, "-o", f"{out}/x",
             paths["md"]], times)))
    for name, needs, command in (rivals(paths, args.node)
                                 if copies < MANY else []):
        there = shutil.which(needs) is not None
        rows.append((name, measure(command, min(args.times, 3))
                     if there else None))
    report(rows, base)
    if args.data:
        with open(args.data, "a", encoding="utf-8") as data:
            print(count, *(statistics.median(run[0] for run in runs)
                           for _, runs in rows[:7]), sep="\t", file=data)
    print("| format | records/s | MB/s written |\n|---|---:|---:|")
    for (name, runs), ending in zip(rows[2:7], FORMATS.values()):
        seconds = statistics.median(run[0] for run in runs)
        written = pathlib.Path(paths[ending]).stat().st_size
        print(f"| {name[7:]} | {count / seconds:,.0f} "
              f"| {written / seconds / 1e6:.1f} |")
    print("\nReading the list is part of each.\n")


def scaling(args, folder):
    print("### The clock, by jobs (all five formats)\n")
    source = folder / "list.md"
    print("| -j | seconds | spread |\n|---:|---:|---:|")
    for jobs in (1, 2, 4):
        runs = measure([args.catex, "export", "-q", "-j", str(jobs), "-o",
                        folder / "out", source], args.times)
        clock = [run[1] for run in runs]
        print(f"| {jobs} | {statistics.median(clock):.3f} "
              f"| {min(clock):.3f}–{max(clock):.3f} |")
    print()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("catex", type=pathlib.Path)
    parser.add_argument("list", type=pathlib.Path)
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--copies", type=int, action="append")
    parser.add_argument("--node")
    parser.add_argument("--data", help="a file for a line a size, to plot")
    args = parser.parse_args()
    args.catex = args.catex.resolve()
    print("# Measured\n")
    print(f"{platform.machine()}, {os.cpu_count()} processors, load "
          f"{os.getloadavg()[0]:.1f} at the start; {args.times} runs each.")
    print(version(str(args.catex), "--version") + ";",
          version("cmark", "--version") + ";",
          version(PYTHON, "--version") + ";",
          version("pandoc", "--version") if shutil.which("pandoc") else "")
    print("\nPeak is of the largest process. To repeat it: "
          "`sh tests/bench/run.sh BUILD`, with a release build.\n")
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "out").mkdir()
        for copies in args.copies or [1, 20, 200, 2000]:
            compare(args, copies, folder)
            sys.stdout.flush()
            if copies == 200:
                scaling(args, folder)
    print(f"Load at the end: {os.getloadavg()[0]:.1f}.")


main()
