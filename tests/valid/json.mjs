// SPDX-License-Identifier: MIT
// Each JSON and NDJSON that catex writes keeps the JSON Schema that ships with
// it, by ajv; what the schema forbids is also refused by catex.
import {execFileSync, spawnSync} from 'node:child_process';
import {existsSync, readFileSync, readdirSync} from 'node:fs';

let Ajv;
try {
  ({default: Ajv} = await import('ajv/dist/2020.js'));
} catch {
  console.log('ajv is not installed: skipped');
  process.exit(77);
}

const root = new URL('../../', import.meta.url).pathname;
const shared = process.env.CATEX_SHARED;
const schema = JSON.parse(readFileSync(`${root}plugins/json/catex.schema.json`));
const ajv = new Ajv({allErrors: false, strict: true, strictRequired: false,
  strictTypes: false});
const isCatalog = ajv.compile(schema);
const part = (name) => ajv.compile({$ref: `${schema.$id}#/$defs/${name}`});
const isHeader = part('header');
const isRecord = part('record');

let failures = 0;
const check = (ok, validate, what) => {
  if (ok)
    return;
  failures++;
  const [error] = validate.errors ?? [];
  console.log(`not ok - ${what}: ${error?.instancePath} ${error?.message}`);
};

const run = (args, input) => execFileSync(process.env.CATEX,
  ['export', '-t', 'json', ...args],
  {encoding: 'utf8', input, maxBuffer: 1 << 30, stdio: ['pipe', 'pipe', 'ignore']});

const lists = [`${root}tests/json/every-field.json`,
  `${root}examples/medical-data.md`];
if (shared && existsSync(`${shared}/catalog`)) {
  lists.push(`${shared}/catalog/medical-data.md`);
  for (const name of readdirSync(`${shared}/catalog/dev`))
    if (name.endsWith('.md'))
      lists.push(`${shared}/catalog/dev/${name}`);
} else {
  console.log('the shared lists are not there: left out');
}

let records = 0;
for (const list of lists) {
  const catalog = JSON.parse(run([list]));
  check(isCatalog(catalog), isCatalog, list);
  const [header, ...lines] = run(['-O', 'json.lines=yes', list])
    .trimEnd().split('\n').map((line) => JSON.parse(line));
  check(isHeader(header), isHeader, `${list}: line 1`);
  lines.forEach((record, i) =>
    check(isRecord(record), isRecord, `${list}: line ${i + 2}`));
  if (JSON.stringify({...header, records: lines}) !== JSON.stringify(catalog)) {
    failures++;
    console.log(`not ok - ${list}: NDJSON differs from JSON`);
  }
  records += lines.length;
  console.log(`${list}: ${lines.length} records`);
}

// Each member of each struct, made wrong in turn: the schema and the loader
// are of one mind.
const whole = readFileSync(`${root}tests/json/every-field.json`, 'utf8');
let wrong = 0;
const places = (value, path = []) => value !== null && typeof value === 'object'
  ? [path, ...Object.keys(value).flatMap((key) =>
      places(value[key], [...path, key]))] : [path];
for (const path of places(JSON.parse(whole))) {
  for (const bad of [null, '', -1, 1.5, {nothing: 1}]) {
    if (path.length === 0)
      continue;
    const catalog = JSON.parse(whole);
    let at = catalog;
    for (const key of path.slice(0, -1))
      at = at[key];
    at[path.at(-1)] = bad;
    if (isCatalog(catalog)) {
      failures++;
      console.log(`not ok - the schema takes ${path.join('.')} = ${
        JSON.stringify(bad)}`);
    }
    wrong++;
  }
}
const loads = (catalog) => spawnSync(process.env.CATEX,
  ['export', '-f', 'json', '-t', 'json', '-'],
  {input: JSON.stringify(catalog), stdio: ['pipe', 'ignore', 'ignore']})
  .status === 0;
const refusals = [
  (c) => { c.records[0].kind = 'thing'; },
  (c) => { c.records[0].links[0].roles = []; },
  (c) => { delete c.records[0].title; },
  (c) => { c.records[0].id = 'No Id'; },
  (c) => { c.records[0].issued = '1.2.2020'; },
  (c) => { c.version = 2; },
];
for (const spoil of refusals) {
  const catalog = JSON.parse(whole);
  spoil(catalog);
  if (isCatalog(catalog) || loads(catalog)) {
    failures++;
    console.log(`not ok - taken: ${spoil}`);
  }
}
console.log(`ajv: ${lists.length} lists, ${records} records, ${wrong} wrong ` +
  `values refused by the schema, ${failures} failures`);
process.exit(failures === 0 ? 0 : 1);
