#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Nothing of a list is lost: each word and each URL of its Markdown stands in
a field of the JSON that catex makes of it, in the piece (record, section or
catalog) whose lines hold it, or in a report of what could not be placed.

usage: account.py CATEX [--mutations N] LIST.md...

Knows of Markdown only what it must, so as to see what the loader does not:
markup is taken away by patterns, and what is left are words."""
import collections, html, json, os, random, re, subprocess, sys, tempfile

URL = re.compile(r"(?:https?|ftp)://[^\s<>\"'`]+", re.I)


def words(text):
    return re.findall(r"[^\W_]+", text or "")


def bare(text):
    """Without entities and what parts a word but does not end it."""
    return re.sub(r"[*`~\\\u200b\ufe0f]", "", html.unescape(text))


def attributes(match):
    """Of a tag only what it shows."""
    tag = match.group(0)
    alt = re.search(r"""\balt\s*=\s*(?:"([^"]*)"|'([^']*)')""", tag)
    return " " + (" ".join(filter(None, alt.groups())) if alt else "") + " "


# What a link is called that says no more than that it is a link, and a picture
# that is a link: catex-lists(7), "filler" and "ornaments".
FILLER = re.compile(r"\[\W*(?:link|here|url|this|click here|this link|site|web"
                    r"|more|see|read more|official|view|page|open|go|source"
                    r"|this page|visit|learn more|details|链接|这里)\W*\]"
                    r"(?=\s?[(\[])", re.I)
BADGE = re.compile(r"\[\s*!\[[^\]]*\]\s*(?:\([^)]*\)|\[[^\]]*\])\s*\]"
                   r"\s*(?:\([^)]*\)|\[[^\]]*\])")
# "Access: contact the authors": its words are a field whose name says it.
FIELD = re.compile(r"^\W*(?:access|licen[cs]e|lizenz)\W*[:：]", re.I)
# A bullet over the links of one role: each of them has it.
HEAD = re.compile(r"^\s*[-+*]\s+\W*[\w ]+\W*[:：]\W*$")
# What joins a link to its label or to the link before it: "separators".
JOINT = re.compile(r"\b(?:and|or|see|via|at)\s+(?=\[|<|https?:)", re.I)


def said(line):
    """The words of a line of Markdown, URLs and markup aside."""
    line = BADGE.sub(" ", line)
    line = FILLER.sub("[]", line)
    line = FIELD.sub(" ", line)
    line = re.sub(r"^\s*#+\s+[\d.]+[.)]?\s", " ", line)
    line = HEAD.sub(" ", line)
    line = JOINT.sub(" ", line)
    line = re.sub(r"<(https?://|mailto:)[^<>\s]*>", " ", line)
    line = re.sub(r"</?[A-Za-z][^<>]*>", attributes, line)
    # The target of a link, and its title.
    line = re.sub(r"\]\((?:<[^<>]*>|(?:\\.|[^()\s\\]|\([^()\s]*\))*)(?:\s+[\"'(][^\"]*[\"')])?\s*\)",
                  "] ", line)
    line = re.sub(r"\]\s?\[[^\[\]]*\]", "] ", line)
    line = URL.sub(" ", line)
    line = re.sub(r":[a-z0-9_+-]+:", lambda m: m.group(0).strip(":"), line)
    line = re.sub(r"^\s*(?:>\s*)*(?:[-+*]|\d{1,9}[.)])\s+", " ", line)
    return words(bare(line))


def strings(value, key=""):
    """Every text in a piece of JSON but ids and paths."""
    if isinstance(value, str):
        if key not in ("id", "parent", "path", "kind", "access", "roles",
                       "description_md"):
            yield value
    elif isinstance(value, list):
        for one in value:
            yield from strings(one, key)
    elif isinstance(value, dict):
        for name, one in value.items():
            if name not in ("sections", "origin", "source", "publications",
                            "identifiers"):
                yield from strings(one, name)


class Piece:
    def __init__(self, value, lines):
        self.lines = lines
        self.value = value
        text = bare(" ".join(strings(value)))
        self.has = collections.Counter(words(text))
        self.wants = []  # (line, word)


def pieces_of(doc, count):
    catalog = Piece(doc["catalog"], (0, count + 1))
    sections = [Piece(s, s["lines"]) for s in doc.get("sections", [])]
    records = [Piece(r, r["source"]["lines"]) for r in doc["records"]]
    # A part lies in its whole, a section in the one above: inner ones last.
    return [catalog] + sections + records


def owners(pieces, count):
    """For each line the innermost piece that holds it."""
    owner = [None] * (count + 2)
    for piece in pieces:
        for line in range(piece.lines[0], min(piece.lines[1], count) + 1):
            owner[line] = piece
    return owner


def skips(lines):
    """Lines that are no text: comments, front matter, fences, references."""
    skip, comment, fence = set(), False, None
    if lines and lines[0].rstrip() == "---" and len(lines) > 1 and lines[1].strip():
        for n, line in enumerate(lines[1:], 2):
            if line.rstrip() in ("---", "..."):
                skip |= set(range(1, n + 1))
                break
    for n, line in enumerate(lines, 1):
        mark = re.match(r"\s*(?:>\s*)*(`{3,}|~{3,})", line)
        if fence is None and mark and not comment:
            fence = mark.group(1)
            skip.add(n)
        elif fence is not None and re.match(r"\s*(?:>\s*)*" + re.escape(fence), line):
            fence = None
            skip.add(n)
        elif fence is None and re.match(r"[\s>*+\-\d.)]*\[[^\]]+\]:\s*\S+\s*([\"'(].*)?$", line):
            skip.add(n)
        elif fence is None and "|" in line and n < len(lines) and \
                re.fullmatch(r"[\s>|:-]*-[\s>|:-]*", lines[n]):
            skip.add(n)  # a table's header: catex-lists(7), "table-columns"
        elif fence is None and "<th>" in line:
            skip.add(n)
    return skip


def without_comments(text):
    return re.sub(r"<!--.*?-->", blanks, text, flags=re.S)


def contents(lines):
    """Lines that lead to places in the page and say no more, with the names
    between such lines in the same list."""
    return {n for n, line in enumerate(lines, 1)
            if re.match(r"\s*(?:>\s*)*(?:[-+*]|\d+[.)])?\s*\**\[.*\]\(#[^)]*\)", line)
            and not URL.search(line)}


# A link within the page, or an item without text, over whatever lines.
WITHIN = re.compile(r"\[[^\[\]]*\]\(#[^)\s]*\)|^[ >]*(?:[-+*]|\d+[.)])\s*$",
                    re.M)


def blanks(match):
    return re.sub(r"[^\n]", " ", match.group(0))


def losses(text, doc, reports):
    text = without_comments(text.replace("\r\n", "\n").replace("\r", "\n"))
    text = WITHIN.sub(blanks, text)
    lines = text.split("\n")
    pieces = pieces_of(doc, len(lines))
    owner = owners(pieces, len(lines))
    skip = skips(lines) | contents(lines)
    reported = collections.defaultdict(list)
    for report in reports:
        reported[report.get("line")].append(report)
    unplaced = {n for n, of in reported.items()
                if any(r["kind"] in ("unplaced", "link-without-entry") for r in of)}
    for n, line in enumerate(lines, 1):
        if n in skip or n in unplaced:
            continue
        for word in said(line):
            owner[n].wants.append((n, word))
    groups = {word for r in doc["records"] for word in words(r.get("group"))}
    linked = collections.defaultdict(set)  # links that a block's entries share
    for record in doc["records"]:
        for link in record.get("links", []):
            linked[link["line"]] |= set(words(" ".join(strings(link))))
    for piece in pieces:
        have = piece.has.copy()
        for n, word in piece.wants:
            if have[word] > 0:
                have[word] -= 1
            elif word not in groups and word not in linked[n] and \
                    word not in words(piece.value.get("access_note")):
                yield n, word
    urls = " ".join(s for piece in pieces for s in strings(piece.value))
    urls = html.unescape(urls)
    for n, line in enumerate(lines, 1):
        if n in skip or n in unplaced:
            continue
        shown = re.sub(r"!\[[^\]]*\]\([^)]*\)|<img[^>]*>", "", BADGE.sub("", line))
        for url in URL.findall(html.unescape(shown)):
            core = re.split(r"[)\]|,;*]", url)[0].rstrip(".:!?_~")
            if core not in urls:
                yield n, url


def load(catex, path, folder):
    out = os.path.join(folder, "out.json")
    run = subprocess.run([catex, "export", "-q", "-t", "json", "-o", out, path],
                         capture_output=True, text=True, timeout=120)
    if run.returncode != 0:
        raise SystemExit(f"{path}: exit {run.returncode}: {run.stderr[:500]}")
    check = subprocess.run([catex, "check", "--log", "json", path],
                           capture_output=True, text=True, timeout=120)
    if check.returncode not in (0, 1):
        raise SystemExit(f"{path}: check: {check.returncode}: {check.stderr[:500]}")
    reports = [json.loads(line) for line in
               (check.stdout + check.stderr).splitlines() if line.startswith("{")]
    with open(out, encoding="utf-8") as file:
        return json.load(file), reports


def show(path, found, text):
    lines = text.split("\n")
    by_line = collections.defaultdict(list)
    for n, word in found:
        by_line[n].append(word)
    for n, lost in sorted(by_line.items()):
        print(f"{path}:{n}: lost: {' '.join(lost[:12])}: {lines[n - 1][:100]}")
    return len(found)


# What people do to lists, and slips of theirs.

def change(lines, random):
    """Changes one line or two of @lines."""
    at = random.randrange(len(lines))
    other = random.randrange(len(lines))
    line = lines[at]
    kind = random.randrange(14)
    if kind == 0:
        del lines[at]
    elif kind == 1:
        lines[at], lines[other] = lines[other], lines[at]
    elif kind == 2:
        lines.insert(other, line)
    elif kind == 3:
        lines[at] = "  " * random.randrange(1, 4) + line
    elif kind == 4:
        lines[at] = line.lstrip()
    elif kind == 5 and at + 1 < len(lines):
        lines[at:at + 2] = [line + " " + lines[at + 1].lstrip()]
    elif kind == 6 and " " in line.strip():
        cut = line.index(" ", len(line) - len(line.lstrip()))
        lines[at:at + 1] = [line[:cut], line[cut + 1:]]
    elif kind == 7:
        lines[at] = "#" * random.randrange(1, 7) + " " + line.lstrip("# ")
    elif kind == 8:
        lines[at] = line.lstrip("# ")
    elif kind == 9:
        lines.insert(at, "")
    elif kind == 10:
        lines.insert(at, "---")
    elif kind == 11:
        lines[at] = "> " + line
    elif kind == 12:
        lines[at] = re.sub(r"^(\s*)(?:[-+*]|\d+[.)])?\s*",
                           lambda m: m.group(1) + random.choice(
                               ["- ", "* ", "1. ", "- **", ""]), line)
    elif kind == 13:
        lines[at] = re.sub(r"[*_]{2}", "", line)


def mutations(path, text, count):
    for seed in range(count):
        chance = random.Random(f"{os.path.basename(path)} {seed}")
        lines = text.split("\n")
        for _ in range(chance.randrange(1, 9)):
            change(lines, chance)
        yield seed, "\n".join(lines)


def check(catex, path, folder, name):
    with open(path, encoding="utf-8", errors="replace", newline="") as file:
        text = file.read()
    doc, reports = load(catex, path, folder)
    lost = show(name, list(losses(text, doc, reports)), text)
    if lost == 0 and name == path and not sees(text, doc, reports):
        sys.exit(f"{path}: a description taken away would not be missed")
    return lost


def sees(text, doc, reports):
    """Whether this test would see one text missing."""
    records = [r for r in doc["records"] if words(r.get("description"))]
    for record in records[:3] + records[-3:]:
        whole = record.pop("description")
        if not any(True for _ in losses(text, doc, reports)):
            return False
        record["description"] = whole
    return bool(records)


def main():
    args = sys.argv[1:]
    count = 0
    if "--mutations" in args:
        at = args.index("--mutations")
        count = int(args[at + 1])
        del args[at:at + 2]
    catex, lists = args[0], args[1:]
    bad = done = 0
    with tempfile.TemporaryDirectory() as folder:
        mutant = os.path.join(folder, "mutant.md")
        for path in lists:
            bad += check(catex, path, folder, path)
            done += 1
            with open(path, encoding="utf-8") as file:
                text = file.read()
            for seed, changed in mutations(path, text, count):
                with open(mutant, "w", encoding="utf-8", newline="") as file:
                    file.write(changed)
                bad += check(catex, mutant, folder, f"{path} seed {seed}")
                done += 1
    print(f"account: {done} lists, {bad} words lost")
    sys.exit(bad > 0)


if __name__ == "__main__":
    main()
