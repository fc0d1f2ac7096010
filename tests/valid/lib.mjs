// SPDX-License-Identifier: MIT
// What the validators share: running catex, the lists to run it on, counting.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'catex-valid-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

export function skip(why) {
  console.log(`skipped: ${why}`);
  process.exit(77);
}

// A module of npm's; without it there is nothing to judge with.
export async function need(name) {
  try {
    return await import(name);
  } catch (error) {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
    return skip(`npm's ${name} is not there; run npm ci in tests/valid`);
  }
}

// A program's output, or null if it is not installed.
export function tool(name, args, input) {
  const run = spawnSync(name, args, { input, maxBuffer: 2 ** 30, encoding: 'utf8' });
  if (run.error?.code === 'ENOENT') return null;
  if (run.error) throw run.error;
  return run;
}

export function file(name, text) {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

// A further file that catex has written beside its output.
export const written = (name) => readFileSync(join(folder, name), 'utf8');

export const shared = (path) => join(process.env.CATEX_SHARED ?? '', path);

// Runs catex; what it writes must not depend on what it says.
export function catex(format, list, { from = 'json', options = [], more = [] } = {}) {
  const out = join(folder, 'out');
  rmSync(out, { force: true });
  const run = tool(process.env.CATEX, ['export', '-f', from, '-t', format, '-o', out,
    ...options.flatMap((option) => ['-O', `${format}.${option}`]), ...more, list]);
  if (run === null || run.status !== 0 || !existsSync(out))
    throw new Error(`catex export -t ${format} ${list}: ${run?.status} ${run?.stderr}`);
  return { text: readFileSync(out, 'utf8'), messages: run.stderr };
}

export const facts = {
  base_iri: 'https://catalog.example/data/',
  publisher: { kind: 'organization', name: 'Example Institute', iri: 'https://institute.example/' },
};

// A list as catex JSON, with the facts that a publisher would add to it.
function asJson(name, path, more) {
  const catalog = JSON.parse(catex('json', path, { from: 'markdown' }).text);
  Object.assign(catalog.catalog, more);
  return file(`${name}.json`, JSON.stringify(catalog));
}

// The lists that every format is judged by: { name, path (of catex JSON) }.
// Markdown ones are those of the examples and, where they are, the shared ones.
export function lists(more = {}) {
  const found = [
    { name: 'full', path: join(here, 'full.json') },
    { name: 'bare', path: join(here, 'bare.json') },
  ];
  const markdown = [['example', join(here, '../../examples/medical-data.md')],
    ['medical-data', shared('catalog/medical-data.md')],
    ...['football', 'satimg', 'segsal', 'speechcorpora'].map(
      (name) => [name, shared(`catalog/dev/${name}.md`)])];
  for (const [name, path] of markdown) {
    if (!existsSync(path)) console.log(`${name}: not there, left out`);
    else found.push({ name, path: asJson(name, path, more) });
  }
  // As examples/run.sh writes it, with what its files of facts say.
  const example = join(here, '../../examples/medical-data');
  found.push({ name: 'example-facts', path: file('example-facts.json', catex('json', `${example}.md`, {
    from: 'markdown', more: ['--facts', `${example}.facts.json`, '--facts', `${example}.csl.json`,
      '--base-iri', 'https://example.org/medical-data/'] }).text) });
  return found;
}

// URLs of records that are in none of @texts, however either is encoded.
export function missingUrls(records, texts) {
  const plain = (url) => unescape(url.replace(/[^ -~]/gu, encodeURIComponent)).replace(/^\w+:/, (s) => s.toLowerCase());
  const found = new Set(texts.map(plain));
  return records.flatMap((record) => (record.links ?? [])
    .filter(({ url }) => !found.has(plain(url))).map(({ url }) => `${record.id}: ${url}`));
}

let passed = 0;
let failed = 0;

// Counts one check and shows the first lines of what is wrong with it.
export function check(what, problems) {
  if (problems.length === 0) {
    passed += 1;
    return;
  }
  failed += 1;
  console.log(`FAILED: ${what}: ${problems.length} problems`);
  for (const problem of problems.slice(0, 8)) console.log(`  ${problem}`);
}

export function finish() {
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
}
