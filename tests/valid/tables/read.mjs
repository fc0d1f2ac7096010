// SPDX-License-Identifier: MIT
// Reads tables or bibliographies with a parser from npm and prints what it
// found in each as JSON, a line each: node read.mjs csv|retorquere|citation FILE…
import { readFileSync } from 'node:fs'

const readers = {
  async csv(text) {
    const { parse } = await import('csv-parse/sync')
    return parse(text, { bom: true })
  },

  async retorquere(text) {
    const { parse } = await import('@retorquere/bibtex-parser')
    const { entries, errors } = parse(text, {
      sentenceCase: false,
      caseProtection: 'off',
      applyCrossRef: false,
    })
    return {
      errors: errors.map(e => e.error ?? String(e)),
      entries: entries.map(e => ({ ...e.fields, key: e.key, type: e.type })),
    }
  },

  async citation(text) {
    const { plugins } = await import('@citation-js/core')
    await import('@citation-js/plugin-bibtex')
    const entries = plugins.input.chain(text, { generateGraph: false })
    return { errors: [], entries }
  },
}

const [kind, ...files] = process.argv.slice(2)
for (const file of files)
  console.log(JSON.stringify(await readers[kind](readFileSync(file, 'utf8'))))
