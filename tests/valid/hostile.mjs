// SPDX-License-Identifier: MIT
// A catalog of what nobody should write, the same one for the same number.

// A small generator (xorshift32): no clock, no Math.random.
function generator(seed) {
  let x = seed;
  return (below) => {
    x ^= x << 13; x >>>= 0;
    x ^= x >>> 17;
    x ^= x << 5; x >>>= 0;
    return x % below;
  };
}

const scraps = ['"', "'", '`', '{', '}', '{{{', '\\', '\\\\', '%', '%s', '%n', '$', '&', '&amp;', '&#0;', '#', '_',
  '~', '^', '<', '>', '</script>', '<!--', '-->', ']]>', '<![CDATA[', '<?php', '@article{x,', '@', '=1+1', '+1',
  '-1', '|', ';', ',', ', and ', ' and ', '\t', '\n', '\n\n', '  ', '\u00a0', '\u00ad', '\u200b', '\u200d', '\u2028',
  '\u2029', '\ufeff', '\ufffd', '\u202e', '\u2066', '\u0301\u0301\u0301', 'e\u0301', '\u00c5', '\u212b', '😀',
  '👩‍👩‍👧', '\u{10fffd}', '\ue000', 'ﬀ', 'İ', 'ß', '数据', 'מידע', 'بيانات', '\\input{x}', '\\write18{x}', '${x}',
  '{{7*7}}', "'; DROP TABLE", '../../etc', 'null', 'NaN', '0', 'a', 'data', 'Title', 'set', 'set of', ' ', ' '];

const urls = ['https://host.example/a b', 'https://host.example/"q"', 'https://host.example/<x>', 'http://host.example/{a}|b\\c^`',
  'https://host.example/é/数据?q=ü#ß', 'https://bücher.example/', 'https://host.example/100%', 'https://host.example/%zz%41%e9',
  'https://host.example/a#b#c', 'https://host.example/[1]', 'https://[2001:db8::1]:8080/x', 'https://[bad]/x',
  'https://host.example:port/', 'https://user@host.example@other.example/', 'http://host.example\\@other.example/',
  'HTTPS://HOST.EXAMPLE/', 'https://host.example/\u202e', 'https://host.example/]]></script>', "https://host.example/'onload='x",
  'ftp://host.example/pub/x.zip', 'mailto:someone@host.example', 'mailto:"odd one"@host.example', 'javascript:alert(1)',
  'JavaScript:alert("x")', 'data:text/html,<script>alert(1)</script>', 'vbscript:x', 'file:///etc/passwd', 'docs/readme.md',
  '//host.example/', '#fragment', '?', 'http://', 'http:///x', 'https:host.example', 'urn:x:y', 'not a url', '10.1000/x',
  'https://doi.org/10.1000/a<b>(c)[d]', 'https://host.example/a?b=c&d=e&amp;f', 'https://host.example/\n', 'https://-/', 'https://%/'];

const roles = ['access', 'download', 'landing', 'info', 'explorer', 'code', 'paper', 'reference', 'challenge', 'benchmark',
  'licence', 'other'];
const accesses = ['open', 'registration', 'registration-open', 'approval', 'contact', 'fee', 'closed'];
const media = ['text/csv', 'application/zip', 'application/x-tar', 'text/csv; charset=utf-8', 'CSV', 'a/b/c', '<x>/y', 'image/png'];

export function hostile(count, catalog = {}, seed = 20240229) {
  const below = generator(seed);
  const pick = (list) => list[below(list.length)];
  const maybe = (odds, value) => (below(odds) === 0 ? value() : undefined);
  const some = (most, make) => Array.from({ length: below(most + 1) }, make);
  const text = () => {
    const made = Array.from({ length: 1 + below(9) }, () => pick(scraps)).join('');
    return made.trim() === '' ? `x${made}x` : made;
  };
  const long = (i) => (i === 1 ? 'w'.repeat(2 ** 20) : i === 2 ? 'é '.repeat(2 ** 19) : text() + text());
  const agent = () => (below(2) ? { name: text() } : { family: text(), given: text(), email: text(), url: pick(urls), iri: pick(urls) });
  const link = () => ({
    roles: [pick(roles), ...some(1, () => pick(roles))].filter((role, i, all) => all.indexOf(role) === i)
      .sort((a, b) => roles.indexOf(a) - roles.indexOf(b)),
    label: maybe(2, text), title: maybe(3, text), url: pick(urls) + (below(3) ? '' : text().replace(/\s/g, '')),
    note: maybe(3, text), media_type: maybe(4, () => pick(media)), direct: maybe(3, () => true), line: 1 + below(999),
  });
  const publication = (i) => (j) => ({
    id: `url-${i}-${j}`, relation: pick(['describes', 'unspecified', 'uses', 'cites']), kind: maybe(2, () => pick(['journal', 'preprint'])),
    doi: maybe(3, () => `10.1000/${text().toLowerCase().replace(/\s/g, '')}x`), url: maybe(2, () => pick(urls)),
    title: maybe(2, text), authors: some(3, agent), year: maybe(2, () => 1900 + below(150)), venue: maybe(2, text),
    volume: maybe(3, text), pages: maybe(3, text), publisher: maybe(4, text),
  });
  const sections = Array.from({ length: 1 + Math.min(20, count >> 2) }, (_, i) => ({
    id: `section-${i}`, title: text(), label: text(), parent: i > 4 ? `section-${below(i)}` : undefined, text: maybe(3, text) }));
  const records = Array.from({ length: count }, (_, i) => ({
    id: `record-${i}`, kind: 'dataset', parent: i > 5 && below(4) === 0 ? `record-${below(i)}` : undefined,
    title: i === 3 ? 't'.repeat(2 ** 20) : text(), alt_titles: some(1, text), description: maybe(2, () => long(i)),
    sections: [pick(sections).id], group: maybe(5, text), topics: some(2, text), keywords: some(2, text),
    access: maybe(2, () => pick(accesses)), access_note: maybe(3, text), fee: maybe(4, () => pick(['no', 'yes'])),
    links: some(5, link), publications: Array.from({ length: below(3) }, (__, j) => publication(i)(j)),
    identifiers: some(1, () => ({ scheme: pick(['doi', 'odd']), value: `10.1000/${below(1e6)}${text().toLowerCase().replace(/\s/g, '')}x` })),
    counts: some(1, () => ({ value: below(2 ** 31), unit: maybe(2, text) })), creators: some(2, agent),
    publisher: maybe(4, agent), contact: maybe(4, agent),
    licence: maybe(3, () => ({ spdx: maybe(2, () => 'CC0-1.0'), url: maybe(2, () => pick(urls)), name: text() })),
    rights_note: maybe(4, text), issued: maybe(3, () => pick(['2001', '2001-02', '2000-02-29'])), version: maybe(4, text),
    temporal: maybe(4, () => pick(['2001/2010', '2001/..', '2001-05'])), spatial: maybe(4, text),
    languages: some(1, () => pick(['en', 'de', 'zh-Hant', 'ar'])), aliases: some(1, () => `former-${i}`),
    source: { path: 'hostile.md', lines: [i + 1, i + 1] },
  }));
  const owners = new Map();
  const each = (visit) => records.forEach((record) => record.links.forEach((l) => visit(l, record)));
  each((l, record) => owners.set(l.url, (owners.get(l.url) ?? new Set()).add(record)));
  each((l) => { if (owners.get(l.url).size > 1) l.shared = true; });
  return { format: 'catex-catalog', version: 1,
    catalog: { id: 'hostile', title: text(), description: text(), language: 'en', keywords: some(3, text), ...catalog,
      source: { path: 'hostile.md' } },
    sections, records: records.map(tidy) };
}

// No empty arrays, as the format wants it.
function tidy(object) {
  for (const [key, value] of Object.entries(object)) {
    if (Array.isArray(value) && value.length === 0) delete object[key];
    else if (Array.isArray(value)) value.forEach((item) => typeof item === 'object' && item !== null && tidy(item));
    else if (typeof value === 'object' && value !== null) tidy(value);
  }
  return object;
}
