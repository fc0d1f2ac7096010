// SPDX-License-Identifier: MIT
// DCAT: three parsers read the same triples, the official DCAT-AP shapes find
// no violation, and a triple store answers what people ask a catalog.
// Usage: dcat.mjs [hostile RECORDS]
import { existsSync, readFileSync } from 'node:fs';
import { catex, check, facts, file, finish, lists, missingUrls, need, shared, tool, written } from './lib.mjs';
import { base, byRapper, byRdflib, byStreamingParser, faults, line } from './rdf.mjs';
import { hostile } from './hostile.mjs';

const { Store: Quads, Parser } = await need('n3');
const { default: Validator } = await need('rdf-validate-shacl');
const { Store: TripleStore } = await need('oxigraph');

const dcat = 'http://www.w3.org/ns/dcat#';
const dct = 'http://purl.org/dc/terms/';
const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const rdfs = 'http://www.w3.org/2000/01/rdf-schema#';
const xsd = 'http://www.w3.org/2001/XMLSchema#';
const skos = 'http://www.w3.org/2004/02/skos/core#';

function differences(name, ours, theirs) {
  if (theirs === null) {
    console.log(`${name} is not there, left out`);
    return [];
  }
  const lines = (quads) => new Set(quads.map((quad) => line(quad, faults[name])));
  const a = lines(ours);
  const b = lines(theirs);
  return [...[...a].filter((x) => !b.has(x)).map((x) => `not in ${name}: ${x}`),
    ...[...b].filter((x) => !a.has(x)).map((x) => `only in ${name}: ${x}`)];
}

// What the specification demands and no shape tests.
function ownChecks(quads) {
  const problems = [];
  const types = new Set();
  const labels = ['title', 'prefLabel', 'name', 'label'];
  for (const quad of quads) {
    const { subject, predicate, object } = quad;
    const name = predicate.value.split(/[#/]/).pop();
    if (subject.termType === 'BlankNode' || object.termType === 'BlankNode')
      problems.push(`blank node: ${line(quad)}`);
    if (predicate.value === `${rdf}type`) types.add(subject.value);
    if (/^(issued|modified|startDate|endDate)$/.test(name) &&
        ![`${xsd}date`, `${xsd}gYear`, `${xsd}gYearMonth`].includes(object.datatype?.value))
      problems.push(`date without type: ${line(quad)}`);
    if (object.termType === 'Literal' && /^(keyword|prefLabel|altLabel|scopeNote|description)$/.test(name) &&
        object.language === '')
      problems.push(`text without language: ${line(quad)}`);
    for (const term of [subject, object])
      if (term.termType === 'NamedNode' && /^(javascript|data|vbscript):/i.test(term.value))
        problems.push(`active content as IRI: ${line(quad)}`);
    if (object.termType === 'Literal' && object.value === '') problems.push(`empty: ${line(quad)}`);
    if (/URL$/.test(name) && object.termType !== 'NamedNode') problems.push(`no IRI: ${line(quad)}`);
  }
  const exempt = [`${rdf}type`, `${skos}inScheme`, `${dcat}accessURL`, `${dcat}downloadURL`,
    `${rdfs}seeAlso`, `${dct}subject`, 'http://xmlns.com/foaf/0.1/mbox',
    'http://www.w3.org/2006/vcard/ns#hasEmail', 'http://www.w3.org/2006/vcard/ns#hasURL'];
  for (const quad of quads)
    if (quad.object.termType === 'NamedNode' && !exempt.includes(quad.predicate.value) &&
        !types.has(quad.object.value))
      problems.push(`untyped: ${line(quad)}`);
  return problems;
}

// The official shapes. Two of them are out of step with their specification
// (see the shapes' README): dct:rights may have several values.
function shapes() {
  const folder = shared('shapes/dcat-ap-3.0.1');
  if (!existsSync(folder)) {
    console.log('the DCAT-AP shapes are not there, left out');
    return [];
  }
  return ['dcat-ap-SHACL.ttl', 'shapes.ttl', 'range.ttl', 'mdr-vocabularies.shape.ttl',
    'shapes_recommended.ttl'].map((name) => ({
    name,
    // maxNodeChecks: by default it calls a node conformant after 50 checks
    validator: new Validator(new Quads(new Parser().parse(readFileSync(`${folder}/${name}`, 'utf8'))),
      { maxNodeChecks: 0 }),
  }));
}

const short = (term) => term?.value?.split(/[#/]/).pop() ?? '';

async function results(validator, quads) {
  const report = await validator.validate(new Quads(quads));
  return report.results.map((result) => ({
    severity: short(result.severity),
    text: `${short(result.sourceConstraintComponent)} ${short(result.path)}`,
    node: result.focusNode?.value,
  }));
}

async function judge(name, quads, all) {
  for (const { name: shape, validator } of all) {
    const found = await results(validator, quads);
    const isViolation = ({ severity }) => severity === 'Violation';
    check(`${name}: ${shape}`, found.filter(isViolation).map((r) => `${r.text} at ${r.node}`));
    const warnings = {};
    for (const { text } of found.filter((r) => !isViolation(r)))
      warnings[text] = (warnings[text] ?? 0) + 1;
    if (Object.keys(warnings).length > 0)
      console.log(`${name}: ${shape}: warnings ${JSON.stringify(warnings)}`);
  }
}

// A validator that finds nothing in a broken catalog proves nothing.
async function controls(quads, all) {
  const broken = [
    ['range.ttl', 'the type of documents', ({ object }) => !/foaf.*Document$/.test(object.value)],
    ['shapes.ttl', 'access URLs', ({ predicate }) => predicate.value !== `${dcat}accessURL`],
    ['dcat-ap-SHACL.ttl', 'titles', ({ predicate }) => predicate.value !== `${dct}title`],
    ['mdr-vocabularies.shape.ttl', 'schemes', ({ predicate }) => predicate.value !== `${skos}inScheme`],
  ];
  for (const [shape, what, keep] of broken) {
    const entry = all.find(({ name }) => name === shape);
    if (entry === undefined) continue;
    const found = await results(entry.validator, quads.filter(keep));
    check(`control: ${shape} misses ${what}`, found.length > 0 ? [] : ['nothing found']);
  }
}

const prefixes = `PREFIX dcat: <${dcat}> PREFIX dct: <${dct}> PREFIX skos: <${skos}>
  PREFIX rdfs: <${rdfs}> `;

// Three questions, and the answers that the records themselves give.
function ask(name, text, list) {
  const { sections, records, catalog } = JSON.parse(readFileSync(list, 'utf8'));
  const iri = (id) => (catalog.base_iri ? catalog.base_iri + id : `${base}#${id}`);
  const store = new TripleStore();
  store.load(text, { format: 'application/rdf+xml', base_iri: base });
  const answer = (query) => store.query(prefixes + query)
    .map((row) => [...row.values()].map((term) => term.value).join(' ')).sort();
  const same = (what, got, want) => check(`${name}: ${what}`,
    JSON.stringify(got) === JSON.stringify(want) ? [] : [`got ${got.length}, want ${want.length}`,
      ...got.filter((x) => !want.includes(x)).map((x) => `too much: ${x}`),
      ...want.filter((x) => !got.includes(x)).map((x) => `missing: ${x}`)]);

  for (const section of sections) {
    const below = new Set([section.id]);
    for (const other of sections) if (below.has(other.parent)) below.add(other.id);
    same(`datasets of ${section.id}`, answer(`SELECT DISTINCT ?d WHERE { ?d a dcat:Dataset ;
      dcat:theme/skos:broader* <${iri(`section/${section.id}`)}> }`),
    records.filter((r) => r.sections?.some((id) => below.has(id))).map((r) => iri(r.id)).sort());
  }
  same('datasets that need registration', answer(`SELECT DISTINCT ?d WHERE { ?d a dcat:Dataset ;
    (dct:rights|dcat:distribution/dct:rights)/rdfs:label ?l . FILTER(CONTAINS(LCASE(?l), "regist")) }`),
  records.filter((r) => r.access?.startsWith('registration')).map((r) => iri(r.id)).sort());
  const papers = (r) => r.publications?.filter((p) => p.relation === 'describes' && p.doi) ?? [];
  same('datasets with a paper and its DOI', answer(`SELECT DISTINCT ?d ?doi WHERE {
    ?d a dcat:Dataset ; dct:isReferencedBy/dct:identifier ?doi . FILTER(STRSTARTS(?doi, "doi:")) }`),
  records.flatMap((r) => papers(r).map((p) => `${iri(r.id)} doi:${p.doi}`)).sort());
}

async function run({ name, path }, all, options = []) {
  const { text } = catex('dcat', path, { options });
  const quads = await byStreamingParser(text);
  check(`${name}: rapper reads the same triples`, differences('rapper', quads, byRapper(text)));
  check(`${name}: rdflib reads the same triples`, differences('rdflib', quads, byRdflib(text)));
  const lint = tool('xmllint', ['--noout', '--nonet', file('lint.rdf', text)]);
  check(`${name}: xmllint`, lint === null || lint.status === 0 ? [] : [lint.stderr]);
  check(`${name}: typed, dated, tagged`, ownChecks(quads));
  const { records } = JSON.parse(readFileSync(path, 'utf8'));
  const datasets = quads.filter(({ predicate, object }) =>
    predicate.value === `${rdf}type` && object.value === `${dcat}Dataset`);
  check(`${name}: a dataset for each record`,
    datasets.length === records.length ? [] : [`${datasets.length} for ${records.length}`]);
  if (name !== 'hostile')
    check(`${name}: every URL`, missingUrls(records, quads.flatMap((q) => [q.subject.value, q.object.value])));
  ask(name, text, path);
  if (name !== 'bare') await judge(name, quads, all);
  console.log(`${name}: ${records.length} records, ${quads.length} triples`);
  return quads;
}

const hydra = 'http://www.w3.org/ns/hydra/core#';

// The page after this one, as harvesters find it: by either name of its class.
function nextPage(quads, type) {
  const views = quads.filter(({ predicate, object }) =>
    predicate.value === `${rdf}type` && object.value === hydra + type);
  return quads.find(({ subject, predicate }) => predicate.value === `${hydra}next` &&
    views.some((view) => view.subject.value === subject.value))?.object.value;
}

// Pages are each a valid catalog, and together say what the whole says.
async function pages({ name, path }, all, size) {
  const whole = await byStreamingParser(catex('dcat', path).text);
  const union = new Set();
  const { records } = JSON.parse(readFileSync(path, 'utf8'));
  let { text } = catex('dcat', path, { options: [`page-size=${size}`] });
  let count = 0;
  for (let next; text !== null; text = next && written(next.split('/').pop())) {
    count += 1;
    const quads = await byStreamingParser(text);
    await judge(`${name}, page ${count}`, quads, all);
    // The whole of a part, and another page, may be described elsewhere.
    check(`${name}, page ${count}: typed, dated, tagged`, ownChecks(quads).filter((problem) =>
      !problem.includes(hydra) && !problem.includes(`${dct}isPartOf`)));
    const datasets = quads.filter(({ predicate }) => predicate.value === `${dcat}dataset`).length;
    check(`${name}, page ${count}: ${size} records at most`, datasets <= size ? [] : [datasets]);
    for (const quad of quads)
      if (![quad.predicate.value, quad.object.value].some((iri) => iri.startsWith(hydra))) union.add(line(quad));
    next = nextPage(quads, 'PartialCollectionView') ?? null;
    check(`${name}, page ${count}: one next page`, next === (nextPage(quads, 'PagedCollection') ?? null) ? [] : [next]);
  }
  check(`${name}: as many pages as it takes`, count === Math.ceil(records.length / size) ? [] : [count]);
  const want = new Set(whole.map((quad) => line(quad)));
  check(`${name}: the pages say what the whole says`, [...[...union].filter((x) => !want.has(x)).map((x) => `too much: ${x}`),
    ...[...want].filter((x) => !union.has(x)).map((x) => `missing: ${x}`)]);
}

const all = shapes();
if (process.argv[2] === 'hostile') {
  const path = file('hostile.json', JSON.stringify(hostile(Number(process.argv[3]), facts)));
  await run({ name: 'hostile', path }, all, ['registration-as=restricted', 'theme=HEAL']);
} else {
  const found = lists(facts);
  for (const list of found) {
    const quads = await run(list, all);
    if (list.name === 'full') await controls(quads, all);
  }
  await run(found[0], all, ['registration-as=public', 'theme=HEAL']);
  await pages(found[2], all, 25);
  await pages(found[0], all, JSON.parse(readFileSync(found[0].path, 'utf8')).records.length);
  const told = catex('dcat', found[1].path).messages.split('\n').filter((text) => text.includes('dcat-ap'));
  check('one line tells what DCAT-AP still needs', told.length === 1 ? [] : told);
}
finish();
