# SPDX-License-Identifier: MIT
"""What people write for the same work in Python.

    rivals.py csv LIST.md      regular expressions, the csv module
    rivals.py rdf LIST.json    rdflib, from records that are read already
"""
import csv
import json
import re
import sys


def write_csv(path):
    out = csv.writer(sys.stdout)
    out.writerow(["section", "title", "description", "urls"])
    section, title, text, urls = "", None, [], []

    def flush():
        if title:
            out.writerow([section, title, " ".join(text), "|".join(urls)])

    with open(path, encoding="utf-8") as file:
        for line in file:
            heading = re.match(r"#+\s+(.*)", line)
            bold = re.match(r"(?:\*\*|__)(.+?)(?:\*\*|__)", line)
            if heading or bold:
                flush()
                text, urls = [], []
                title = bold.group(1) if bold else None
                section = heading.group(1) if heading else section
                continue
            urls += re.findall(r"https?://[^\s)>]+", line)
            text.append(line.strip())
    flush()


def write_rdf(path):
    from rdflib import DCAT, DCTERMS, RDF, Graph, Literal, URIRef
    with open(path, encoding="utf-8") as file:
        records = json.load(file)["records"]
    graph = Graph()
    for record in records:
        node = URIRef("http://example.org/" + record["id"])
        graph.add((node, RDF.type, DCAT.Dataset))
        graph.add((node, DCTERMS.title, Literal(record["title"], lang="en")))
        if "description" in record:
            graph.add((node, DCTERMS.description,
                       Literal(record["description"], lang="en")))
        for link in record.get("links", []):
            graph.add((node, DCAT.landingPage, URIRef(link["url"])))
    sys.stdout.write(graph.serialize(format="xml"))


{"csv": write_csv, "rdf": write_rdf}[sys.argv[1]](sys.argv[2])
