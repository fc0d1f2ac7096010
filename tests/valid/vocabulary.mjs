// SPDX-License-Identifier: MIT
// The schema.org vocabulary, read out of npm's schema-dts: which properties a
// type has, what their values may be, which types are below which.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { need } from './lib.mjs';

await need('schema-dts');
const main = createRequire(import.meta.url).resolve('schema-dts');
const text = readFileSync(main.replace(/schema\.js$/, 'schema.d.ts'), 'utf8');

const bases = new Map(); // interface → interfaces it extends
const own = new Map(); // interface → property → { ranges, deprecated }
const below = new Map(); // type → types that are a kind of it

let current = null;
let deprecated = false;
for (const row of text.split('\n')) {
  const opens = row.match(/^(?:export )?interface (\w+) extends (.*) \{/);
  const property = row.match(/^ {4}"(\w+)"\?: SchemaValue<(.*), "\w+">;/);
  const type = row.match(/^export type (\w+) = (.*);$/);
  if (opens) {
    current = opens[1];
    bases.set(current, opens[2].split(', '));
    own.set(current, new Map());
  } else if (row.includes('@deprecated')) deprecated = true;
  else if (property) {
    const ranges = property[2].split(' | ').filter((range) => range !== 'IdReference');
    own.get(current)?.set(property[1], { ranges, deprecated });
    deprecated = false;
  } else if (type) below.set(type[1], type[2].split(' | '));
}

function find(name, property) {
  const found = own.get(name)?.get(property);
  if (found !== undefined) return found;
  return (bases.get(name) ?? []).map((base) => find(base, property)).find(Boolean);
}

export const isType = (type) => own.has(`${type}Leaf`);

// { ranges, deprecated } of a property on a type, or undefined.
export const propertyOf = (type, property) => find(`${type}Leaf`, property);

export function isKindOf(type, wanted) {
  return type === wanted ||
    (below.get(wanted) ?? []).some((other) => other !== wanted && isKindOf(type, other));
}

// The context of schema.org in small: its own one, too, makes IRIs of the
// values of properties that take URLs and no text.
export function context() {
  const terms = { '@vocab': 'http://schema.org/' };
  for (const properties of own.values())
    for (const [name, { ranges }] of properties)
      if (ranges.includes('URL') && !ranges.includes('Text')) terms[name] = { '@type': '@id' };
  return { '@context': terms };
}
