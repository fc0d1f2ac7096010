# SPDX-License-Identifier: MIT
"""Prints the triples of an RDF/XML file as N-Triples: FILE BASE"""
import sys

try:
    import rdflib
except ImportError:
    sys.exit(77)

rdflib.NORMALIZE_LITERALS = False
graph = rdflib.Graph()
graph.parse(sys.argv[1], format="xml", publicID=sys.argv[2])
sys.stdout.buffer.write(graph.serialize(format="nt", encoding="utf-8"))
