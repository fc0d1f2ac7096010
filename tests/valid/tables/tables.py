# SPDX-License-Identifier: MIT
"""What the tests of csv and bibtex share: running catex and other programs,
the lists to try it on, and catalogs made to hurt."""
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parents[2]
CATEX = os.environ["CATEX"]
SHARED = pathlib.Path(os.environ.get("CATEX_SHARED", ROOT / "../shared"))


def need(*tools):
    """Skips the whole program loudly if a tool is missing."""
    for tool in tools:
        if shutil.which(tool) is None:
            print(f"SKIP: {tool} is not installed")
            sys.exit(77)


def need_npm():
    need("node")
    if not (HERE.parent / "node_modules/csv-parse").exists():
        print("SKIP: run npm ci in tests/valid")
        sys.exit(77)


def lists():
    """The example, and all shared lists that are there."""
    found = [ROOT / "examples/medical-data.md"]
    shared = SHARED / "catalog"
    found += sorted(shared.glob("*.md")) + sorted(shared.glob("dev/*.md"))
    return [path for path in found if path.name != "README.md"]


def run(*command, cwd=None, code=0, timeout=3000):
    done = subprocess.run([str(part) for part in command], cwd=cwd,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          timeout=timeout, check=False)
    if code is not None and done.returncode != code:
        raise AssertionError("%s: exit code %d\n%s" % (
            " ".join(str(part) for part in command), done.returncode,
            (done.stdout + done.stderr).decode(errors="replace")[-3000:]))
    return done


def export(source, to, target, *options):
    """Exports @source, a file or a catalog, to the file @target; returns what
    catex reported, as a list of messages."""
    if isinstance(source, dict):
        path = pathlib.Path(target).with_suffix(".catex.json")
        path.write_text(json.dumps(source), encoding="utf-8")
        source = path
    done = run(CATEX, "export", "--log", "json", "--verbose", "-t", to, "-o",
               target, *(part for option in options
                         for part in ("-O", f"{to}.{option}")), source)
    return [json.loads(line) for line in done.stderr.decode().splitlines()]


def load(source, folder):
    """The catalog of @source, as the format says it that loses nothing."""
    target = pathlib.Path(folder) / "reference.json"
    export(source, "json", target)
    return json.loads(target.read_text(encoding="utf-8"))


def read(kind, *paths):
    """What a parser from npm makes of each of @paths, see read.mjs."""
    done = run("node", "--max-old-space-size=4096", HERE / "read.mjs", kind,
               *paths)
    return [json.loads(line) for line in done.stdout.splitlines()]


class InFolder(unittest.TestCase):
    """A test with a folder of its own for what it writes."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)


ATOMS = [
    '"', "'", "`", "''", "``", "--", "---", "{", "}", "{}", "}{", "\\",
    "\\\\", "\\end{document}", "\\input{x}", "%", "$", "$$", "&", "#", "_",
    "~", "^", "^^M", "|", "||", ",", ";", "=", "=1+1", "+1", "-1", "@SUM(1)",
    "@article{", "@comment{", "@string", "'=x", "＝1", "<b>", "</script>",
    "]]>", "<!--", "?`", "!`", "<<", ">>", "\t", " and ", "others", "{and}", ",,", "family=",
    "é", "e\u0301", "a\u0323\u0302\u0301", "\u0301", "ı", "ß", "Ж", "中文",
    "🧬", "👩‍🔬", "\u200f", "\u202e", "\u2066", "\u00ad", "\u200b", "\ufeff",
    "\ufdd0", "\U0001ffff", "\u00a0", "–", "—", "“", "”", "®", "™", "≤", "α",
    "Å", "ﬁ", "word", "Data", "3D", "MRI", "x", "1", ".", "?", ":", "(", ")",
    "/", " ", " ", " ", "\n", "\n\n", "%7C", "%", "\\|", "\u0007", "\ufffe",
]
URL_ATOMS = [
    "a", "b/c", "%20", "%", "%zz", " ", '"', "'", "{", "}", "\\", "|", "^",
    "`", "<", ">", "#", "?q=1", "&x=%3D", "~u", "_v", "$1", "ü", "中", "(", ")",
    "[", "]", ",", ";", "--", "=", "+", "@", "//", "^^M",
]
STARTS = ["https://example.org/", "http://example.org/", "https://例え.jp/",
          "ftp://example.org/", "javascript:", "data:text/html,", "mailto:",
          "", "=", "//example.org/"]
ROLES = ["access", "download", "landing", "info", "explorer", "code", "paper",
         "reference", "challenge", "benchmark", "licence", "other"]


class Hostile:
    """Records of the nastiest text, the same for the same seed."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def text(self, most=12):
        count = self.random.randint(1, most)
        return "".join(self.random.choices(ATOMS, k=count)).strip() or "x"

    def url(self):
        return self.random.choice(STARTS[:3] * 4 + STARTS) + "".join(
            self.random.choices(URL_ATOMS, k=self.random.randint(1, 8)))

    def maybe(self, make, chance=0.5):
        return make() if self.random.random() < chance else None

    def several(self, make, most=3):
        return [make() for _ in range(self.random.randint(0, most))]

    def link(self):
        return some(roles=self.random.sample(ROLES, self.random.choice(
                        [1, 1, 1, 2])),
                    label=self.maybe(self.text), url=self.url(),
                    title=self.maybe(self.text, 0.2),
                    note=self.maybe(self.text, 0.2), line=1)

    def agent(self):
        if self.random.random() < 0.5:
            return {"name": self.text()}
        return some(kind="person", family=self.text(4),
                    given=self.maybe(lambda: self.text(4), 0.8))

    def publication(self):
        pick = self.random.choice
        number = self.random.randrange(10 ** 6)
        venue = self.maybe(self.text)
        return some(
            id=f"doi-10.1234/x_{number}", relation=pick(
                ["describes", "unspecified", "uses", "cites"]),
            kind=pick([None, "journal", "conference", "preprint", "report",
                       "book", "chapter", "thesis", "dataset", "webpage"]),
            doi=f"10.1234/x_{number}", pmid=pick([None, "123"]),
            url=self.maybe(self.url), title=self.maybe(self.text, 0.8),
            authors=self.several(self.agent),
            editors=self.several(self.agent, 1),
            year=pick([None, 1999, 2020]), venue=venue,
            volume=pick([None, "12", "12a", self.text(2)]),
            issue=pick([None, "3", self.text(2)]),
            pages=pick([None, "1-5", "e12–e17, 30", self.text(2)]),
            publisher=self.maybe(self.text))

    def record(self, number):
        pick = self.random.choice
        return some(
            id=f"record-{number}", kind="dataset", title=self.text(),
            description=self.maybe(lambda: self.text(60)),
            sections=[pick(["one", "two"])],
            group=self.maybe(self.text, 0.2), topics=self.several(self.text),
            keywords=self.several(self.text),
            access=pick([None, "open", "registration"]),
            access_note=self.maybe(self.text, 0.2),
            links=self.several(self.link, 4),
            publications=self.several(self.publication, 2),
            counts=[{"value": 7, "unit": self.text(2)}],
            creators=self.several(self.agent, 2),
            publisher=self.maybe(self.agent, 0.3),
            licence=self.maybe(lambda: {"name": self.text()}, 0.2),
            rights_note=self.maybe(self.text, 0.2),
            issued=pick([None, "2020", "2020-02", "2020-02-29"]),
            version=self.maybe(lambda: self.text(3), 0.2))

    def catalog(self, count):
        return {
            "format": "catex-catalog", "version": 1,
            "catalog": {"id": "hostile", "title": self.text(),
                        "language": "en", "source": {"path": "hostile.md"}},
            "sections": [{"id": name, "title": self.text()}
                         for name in ("one", "two")],
            "records": [self.record(number) for number in range(count)]}


def of_titles(*titles):
    return {"format": "catex-catalog", "version": 1,
            "catalog": {"id": "titles", "title": "Titles", "language": "en"},
            "records": [{"id": f"record-{number}", "kind": "dataset",
                         "title": title, "description": title}
                        for number, title in enumerate(titles)]}


def some(**fields):
    """The fields that have a value."""
    return {name: value for name, value in fields.items()
            if value is not None and value != []}
