// SPDX-License-Identifier: MIT
// schema.org: jsonld.js expands the whole, each property is one of the
// vocabulary and has a value of its type, and Google's rules for datasets hold.
// Usage: schemaorg.mjs [hostile RECORDS]
import { readFileSync } from 'node:fs';
import { catex, check, facts, file, finish, lists, missingUrls, need } from './lib.mjs';
import { context, isKindOf, isType, propertyOf } from './vocabulary.mjs';
import { hostile } from './hostile.mjs';

const { default: jsonld } = await need('jsonld');

const date = /^\d{4}(-\d\d(-\d\d)?)?$/;
const fits = {
  Text: (value) => typeof value === 'string',
  URL: (value) => typeof value === 'string' && /^(https?|ftps?|sftp|mailto):[!-~]+$/.test(value) &&
    !/["<>\\^`{|}]|%(?![0-9A-Fa-f]{2})/.test(value),
  Date: (value) => date.test(value),
  Number: (value) => typeof value === 'number',
  Integer: (value) => Number.isInteger(value),
  Boolean: (value) => typeof value === 'boolean',
};
const isNode = (value) => typeof value === 'object' && value !== null;
const list = (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]);

// Everything below @node against the vocabulary.
function vocabulary(node, where, problems) {
  const type = node['@type'];
  if (!isType(type)) problems.push(`${where}: no type ${type}`);
  for (const [key, value] of Object.entries(node)) {
    if (key.startsWith('@')) continue;
    const property = propertyOf(type, key);
    if (property === undefined) problems.push(`${where}: ${type} has no ${key}`);
    else if (property.deprecated) problems.push(`${where}: ${type}.${key} is deprecated`);
    if (property === undefined) continue;
    for (const item of list(value)) {
      const good = property.ranges.some((range) => (isNode(item)
        ? isKindOf(item['@type'], range) : fits[range]?.(item)));
      if (!good) problems.push(`${where}: ${type}.${key} takes ${property.ranges.join(', ')}, not ${JSON.stringify(item).slice(0, 80)}`);
      if (isNode(item)) vocabulary(item, where, problems);
    }
  }
  return problems;
}

const isAgent = (value) => ['Person', 'Organization'].includes(value['@type']) && value.name?.length > 0;

// Google Search Central on the Dataset type, field by field.
const google = {
  name: (v) => typeof v === 'string' && v.trim() !== '',
  description: (v) => { const n = [...v].length; return n >= 50 && n <= 5000; },
  url: (v) => /^https?:\/\//.test(v),
  sameAs: (v) => /^https?:\/\//.test(v),
  creator: isAgent,
  publisher: isAgent,
  funder: isAgent,
  license: (v) => fits.URL(v) || (v['@type'] === 'CreativeWork' && v.name?.length > 0 && (v.url === undefined || fits.URL(v.url))),
  citation: (v) => typeof v === 'string' || v.name?.length > 0 || fits.URL(v.url),
  identifier: (v) => typeof v === 'string' || v.value?.length > 0,
  isAccessibleForFree: (v) => typeof v === 'boolean',
  keywords: (v) => v.length > 0,
  distribution: (v) => v['@type'] === 'DataDownload' && fits.URL(v.contentUrl),
  includedInDataCatalog: (v) => v['@type'] === 'DataCatalog',
  isPartOf: (v) => v['@type'] === 'Dataset' && v['@id'] !== undefined,
  temporalCoverage: (v) => /^\d{4}(-\d\d){0,2}(\/(\d{4}(-\d\d){0,2}|\.\.))?$/.test(v),
};

function rules(datasets) {
  const problems = [];
  const same = new Map();
  for (const dataset of datasets) {
    const at = dataset['@id'];
    for (const key of ['name', 'description'])
      if (dataset[key] === undefined) problems.push(`${at}: no ${key}`);
    for (const [key, test] of Object.entries(google))
      for (const value of list(dataset[key]))
        if (!test(value)) problems.push(`${at}: ${key} ${JSON.stringify(value).slice(0, 80)}`);
    for (const url of list(dataset.sameAs)) {
      if (same.has(url) && !/^https:\/\/doi\.org\//.test(url))
        problems.push(`${at}: sameAs ${url} is that of ${same.get(url)}, too`);
      same.set(url, at);
    }
  }
  return problems;
}

// What the list says of a record must be there, and nothing in its place.
function agreement(datasets, records) {
  const problems = [];
  if (datasets.length !== records.length) problems.push(`${datasets.length} for ${records.length} records`);
  records.forEach((record, i) => {
    const got = datasets[i] ?? {};
    const want = (what, is, should) => is !== should && problems.push(`${record.id}: ${what} is ${is}, not ${should}`);
    want('name', got.name, record.title);
    want('id', got['@id']?.endsWith(record.id), true);
    want('isAccessibleForFree', got.isAccessibleForFree, { yes: false, no: true }[record.fee]);
    const isFile = (l) => l.direct && /^(https?|s?ftps?):\/\/[^/?#]/i.test(l.url) &&
      l.roles.some((role) => !['paper', 'reference', 'licence'].includes(role)) &&
      !(/paper|reference/.test(l.roles) && record.publications?.some((p) => p.url === l.url));
    want('distributions', list(got.distribution).length, (record.links ?? []).filter(isFile).length);
    want('creators', list(got.creator).length, record.creators?.length ?? 0);
    if (record.description && [...record.description].length <= 5000)
      want('description', got.description === record.description ||
        (got.description?.startsWith(`${record.description}\n\n"`) && [...record.description].length < 50), true);
    if (record.access_note) want('access', list(got.conditionsOfAccess)[0], record.access_note);
  });
  return problems;
}

const documentLoader = async (url) => {
  if (url !== 'https://schema.org/') throw new Error(`asks for ${url}`);
  return { contextUrl: null, documentUrl: url, document: context() };
};

async function expansion(document, datasets) {
  const graph = await jsonld.expand(document, { documentLoader, base: 'https://document.example/x.jsonld', safe: true });
  const known = graph.filter((node) => node['@type']?.includes('http://schema.org/Dataset'));
  const problems = known.length === datasets.length ? [] : [`${known.length} datasets of ${datasets.length} expand`];
  const walk = (value) => {
    if (Array.isArray(value)) value.forEach(walk);
    else if (isNode(value))
      for (const [key, inner] of Object.entries(value)) {
        if (!key.startsWith('@') && !key.startsWith('http://schema.org/')) problems.push(`foreign: ${key}`);
        if (key === '@id' && !/^(https?:\/\/|ftps?:\/\/|sftp:\/\/|mailto:|_:)/.test(inner)) problems.push(`@id ${inner}`);
        walk(inner);
      }
  };
  walk(graph);
  return problems;
}

async function run({ name, path }) {
  const { text } = catex('schemaorg', path);
  const { records } = JSON.parse(readFileSync(path, 'utf8'));
  const document = JSON.parse(text);
  const [catalog, ...datasets] = document['@graph'];
  check(`${name}: no markup`, text.includes('<') ? ['there is a <'] : []);
  check(`${name}: a catalog first`, catalog['@type'] === 'DataCatalog' ? [] : [catalog['@type']]);
  check(`${name}: vocabulary`, document['@graph'].flatMap((node) => vocabulary(node, node['@id'], [])));
  check(`${name}: Google's rules`, rules(datasets));
  check(`${name}: agrees with the list`, agreement(datasets, records));
  const texts = [];
  JSON.parse(text, (key, value) => { if (typeof value === 'string') texts.push(value); return value; });
  if (name !== 'hostile')
    check(`${name}: every URL that can be followed`, missingUrls(records, texts).filter((url) => !/javascript:/.test(url)));
  check(`${name}: jsonld.js`, await expansion(document, datasets));
  console.log(`${name}: ${records.length} records`);
}

// Checks that find nothing in a broken node prove nothing.
function controls() {
  const broken = [{ '@type': 'Dataset', nonsense: 'x' }, { '@type': 'Dataset', catalog: 'x' },
    { '@type': 'Dataset', url: 'javascript:x' }, { '@type': 'Dataset', creator: 'someone' }, { '@type': 'Thingy' }];
  for (const node of broken)
    check(`control: ${JSON.stringify(node)}`, vocabulary(node, '', []).length > 0 ? [] : ['nothing found']);
  check('control: a short description', rules([{ name: 'x', description: 'short' }]).length > 0 ? [] : ['nothing found']);
}

controls();
if (process.argv[2] === 'hostile')
  await run({ name: 'hostile', path: file('hostile.json', JSON.stringify(hostile(Number(process.argv[3]), facts))) });
else for (const found of lists(facts)) await run(found);
finish();
