// SPDX-License-Identifier: MIT
// CSL-JSON to BibLaTeX by citation-js: citation.cjs FOLDER FILE, where FOLDER
// holds its node_modules.
const path = require("node:path");
const [folder, file] = process.argv.slice(2);
const at = require("node:module").createRequire(path.resolve(folder, "x.js"));
const {Cite} = at("@citation-js/core");
at("@citation-js/plugin-bibtex");
at("@citation-js/plugin-csl");
const items = JSON.parse(require("node:fs").readFileSync(file, "utf8"));
process.stdout.write(new Cite(items).format("biblatex"));
