// SPDX-License-Identifier: MIT
// RDF/XML into quads, by three parsers that know nothing of each other.
import { Readable } from 'node:stream';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { file, need, tool } from './lib.mjs';

const { Parser } = await need('n3');
const { RdfXmlParser } = await need('rdfxml-streaming-parser');

export const base = 'https://document.example/list.rdf';

export function byStreamingParser(text) {
  return new Promise((resolve, reject) => {
    const quads = [];
    Readable.from([text])
      .pipe(new RdfXmlParser({ baseIRI: base, strict: true, validateUri: true }))
      .on('data', (quad) => quads.push(quad))
      .on('error', reject)
      .on('end', () => resolve(quads));
  });
}

const fromNTriples = (text) => new Parser({ format: 'N-Triples' }).parse(text);

// Quads, null without the tool; throws on a warning, too.
export function byRapper(text) {
  const run = tool('rapper', ['-q', '-i', 'rdfxml', '-o', 'ntriples', file('rapper.rdf', text), base]);
  if (run === null) return null;
  if (run.status !== 0 || run.stderr) throw new Error(`rapper: ${run.status} ${run.stderr.slice(0, 500)}`);
  return fromNTriples(run.stdout);
}

export function byRdflib(text) {
  const script = join(dirname(fileURLToPath(import.meta.url)), 'rdflib-parse.py');
  const run = tool(process.env.PYTHON ?? 'python3', [script, file('rdflib.rdf', text), base]);
  if (run === null || run.status === 77) return null;
  if (run.status !== 0 || run.stderr) throw new Error(`rdflib: ${run.status} ${run.stderr.slice(-500)}`);
  return fromNTriples(run.stdout);
}

// One line for a quad; language tags have no case. IRIs pass through @iri.
export function line({ subject, predicate, object }, iri = (value) => value) {
  const value = object.termType === 'Literal'
    ? `${JSON.stringify(object.value)}@${object.language.toLowerCase()}^^${object.datatype.value}`
    : `${object.termType} ${iri(object.value)}`;
  return `${iri(subject.value)} ${predicate.value} ${value}`;
}

// Two faults of readers, taken out of the comparison: Python's urljoin, below
// rdflib, drops an empty parameter at the end of a path; both it and raptor
// resolve dot segments also in the query and fragment of a URI without path.
const shorten = (iri) =>
  (/^(mailto:|\w+:\/\/[^/?#]*[?#])/.test(iri) ? iri.replace(/([?#]|[^/?#]*\/).*/, '') : iri);
export const faults = {
  rdflib: (iri) => shorten(iri).replace(/;(?=[?#]|$)/, ''),
  rapper: shorten,
};
