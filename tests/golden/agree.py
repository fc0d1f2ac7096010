# SPDX-License-Identifier: MIT
"""Exports a list in all five formats, reads each back with a parser that is
not ours, and asks that they agree on the records, their titles and their URLs.

    agree.py CATEX LIST...

No URL may be missing, and none added but the address of an identifier.
"""
import csv
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import urllib.parse
import xml.etree.ElementTree as ET

try:
    import bibtexparser
    from bibtexparser.latexenc import latex_to_unicode
except ImportError:
    bibtexparser = None

DCAT, DCT = "{http://www.w3.org/ns/dcat#}", "{http://purl.org/dc/terms/}"
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
# The address of an identifier, by its scheme.
FORMS = {"doi": "https://doi.org/{}", "arxiv": "https://arxiv.org/abs/{}",
         "pmid": "https://pubmed.ncbi.nlm.nih.gov/{}/",
         "pmcid": "https://pmc.ncbi.nlm.nih.gov/articles/{}/"}
URL = re.compile(r"https?://[^\s|]+")
WRAPPED = re.compile(r"\\url\{([^{}]*)\}")
# What the formats' own vocabularies and code lists are named by.
VOCABULARY = re.compile(
    r"https?://(www\.w3\.org/|purl\.org/dc/|xmlns\.com/|schema\.org/"
    r"|publications\.europa\.eu/resource/authority/|www\.iana\.org/assignments/)")


def canonical(url):
    """RFC 3986 form, so that formats may encode what they must."""
    legal = "%!#$&'()*+,/:;=?@[]~-._"
    return urllib.parse.quote(url.strip(), safe=legal).rstrip("/")


def urls_in(values):
    found = {canonical(url) for value in values for url in URL.findall(value)}
    return {url for url in found if not VOCABULARY.match(url)}


def strings(value, skip=()):
    """All strings inside of JSON, but not under the keys in @skip."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from strings(item, skip)
    elif isinstance(value, dict):
        for key, item in value.items():
            if key not in skip:
                yield from strings(item, skip)


def plain(title):
    return " ".join(title.split())


def read_json(path):
    records = json.loads(path.read_text(encoding="utf-8"))["records"]
    return {r["id"]: (plain(r["title"]),
                      {canonical(link["url"]) for link in r.get("links", [])
                       if URL.match(link["url"])}) for r in records}


def read_csv(path):
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, strict=True))
    return {row["id"]: (plain(row["title"].removeprefix("'")),
                        urls_in(value for name, value in row.items()
                                if name.endswith(("_url", "_urls"))))
            for row in rows}


def read_rdf(path):
    found = {}
    for node in ET.parse(path).iter(DCAT + "Dataset"):
        names = [value for part in node.iter() for key, value in
                 part.attrib.items() if key in (RDF + "about", RDF + "resource")]
        title = node.find(DCT + "title")
        if title is not None:
            found[node.find(DCT + "identifier").text] = (
                plain(title.text), urls_in(names))
    return found


def read_jsonld(path):
    graph = json.loads(path.read_text(encoding="utf-8"))["@graph"]
    skip = ("description", "alternateName", "includedInDataCatalog", "about", "keywords")
    return {n["@id"].rpartition("#")[2].rpartition("/")[2]:
            (plain(n["name"]), urls_in(strings(n, skip)))
            for n in graph if n["@type"] == "Dataset"}


def read_bib(path):
    if bibtexparser is None:
        return None
    parser = bibtexparser.bparser.BibTexParser(
        ignore_nonstandard_types=False, common_strings=True,
        interpolate_strings=False)
    entries = parser.parse(path.read_text(encoding="utf-8")).entries_dict

    def urls(entry):
        """In its fields, and in its note: in \\url{}, or as escaped text."""
        note = " ".join(entry.get(name, "") for name in ("note", "addendum"))
        words = latex_to_unicode(WRAPPED.sub(" ", note)).split()
        forms = (form.format(entry[name]) for name, form in FORMS.items()
                 if name in entry)
        return urls_in([entry.get("url", ""), *WRAPPED.findall(note), *forms,
                        *(word.rstrip(".") for word in words)])

    found = {}
    for key, entry in entries.items():
        if entry["ENTRYTYPE"] != "dataset":
            continue
        related = [entries[name] for name in
                   re.split(r"\s*,\s*", entry.get("related", "")) if name]
        title = latex_to_unicode(entry["title"])
        found[key] = (plain(re.sub(r"[{}]", "", title)),
                      urls(entry).union(*map(urls, related)))
    return found


def addresses(path):
    """{record: addresses of its identifiers and its publications'}."""
    found = {}
    for record in json.loads(path.read_text(encoding="utf-8"))["records"]:
        ids = [(i["scheme"], i["value"]) for i in record.get("identifiers", [])]
        for publication in record.get("publications", []):
            ids += publication.items()
        found[record["id"]] = {canonical(FORMS[name].format(value))
                               for name, value in ids if name in FORMS}
    return found


READERS = {".csv": read_csv, ".bib": read_bib, ".rdf": read_rdf,
           ".jsonld": read_jsonld}


def compare(ending, want, have, extra):
    """Sentences on what differs."""
    if list(want) != list(have):
        yield f"{ending}: records {sorted(want.keys() ^ have.keys())[:5]}"
    for name in want.keys() & have.keys():
        (title, urls), (other, others) = want[name], have[name]
        if title != other:
            yield f"{ending}: {name}: title {other!r}, not {title!r}"
        if urls - others:
            yield f"{ending}: {name}: lacks {sorted(urls - others)}"
        if others - urls - extra[name]:
            yield f"{ending}: {name}: adds {sorted(others - urls - extra[name])}"


def main(catex, *lists):
    wrong, skipped, compared = [], set(), 0
    for name in map(pathlib.Path, lists):
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([catex, "export", "-q", "-o", folder, name],
                           check=True, timeout=60)
            stem = pathlib.Path(folder) / name.stem
            want = read_json(stem.with_suffix(".json"))
            extra = addresses(stem.with_suffix(".json"))
            for ending, reader in READERS.items():
                have = reader(stem.with_suffix(ending))
                if have is None:
                    skipped.add(ending)
                    continue
                compared += len(want)
                wrong += compare(name.name + ending, want, have, extra)
    print(*wrong[:40], sep="\n")
    print(f"{compared} records compared, {len(wrong)} differences")
    if wrong or not compared:
        return 1
    if skipped:
        print("SKIP: no parser for", *skipped, "(python3-bibtexparser)")
    return 77 if skipped else 0


sys.exit(main(*sys.argv[1:]))
