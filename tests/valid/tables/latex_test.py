# SPDX-License-Identifier: MIT
"""bibtex, typeset: documents that cite every entry compile with pdflatex, and
the PDF shows titles and URLs as the list has them."""
import re
import subprocess
import sys
import unicodedata
import unittest

import tables

tables.need("pdflatex", "biber", "bibtex", "pdftotext")
GENERATOR = tables.ROOT / "plugins/bibtex/tex-table.py"

HEAD = r"""\documentclass{article}
\usepackage[T1]{fontenc}
\usepackage{lmodern}
\input{glyphtounicode}\pdfgentounicode=1
\pagestyle{empty}\AtBeginDocument{\raggedright}
"""
BODY = {
    "biblatex": r"""\usepackage[backend=biber]{biblatex}
\addbibresource{list.bib}
\begin{document}\nocite{*}\printbibliography\end{document}
""",
    "classic": r"""\usepackage{url}
\begin{document}\nocite{*}\bibliographystyle{plain}\bibliography{list}
\end{document}
"""}


def squeeze(text):
    """The text without what typesetting may change: blanks and hyphens at the
    end of a line, ligatures, the shape of quotes."""
    text = unicodedata.normalize("NFKC", text)
    text = re.sub("[‘’`']", "'", text)
    return re.sub(r"[\s\f\u00ad-]|[–—“”\"]", "", text)


class Latex(tables.InFolder):
    def latex(self):
        done = subprocess.run(["pdflatex", "-interaction=nonstopmode", "doc"],
                              cwd=self.folder, stdout=subprocess.PIPE,
                              check=False, timeout=300)
        log = done.stdout.decode(errors="replace")
        self.assertEqual(re.findall(r"^!.*(?:\n.*){0,3}", log, re.M), [])
        self.assertEqual(done.returncode, 0, log[-2000:])
        full = (self.folder / "doc.log").read_text(errors="replace")
        self.assertEqual(re.findall("Missing character.*", full), [])

    def text(self):
        tables.run("pdftotext", "-nopgbrk", "doc.pdf", cwd=self.folder)
        return (self.folder / "doc.txt").read_text(encoding="utf-8")


class Document(Latex):
    def typeset(self, source, dialect):
        tables.export(source, "bibtex", self.folder / "list.bib",
                      f"dialect={dialect}")
        (self.folder / "doc.tex").write_text(HEAD + BODY[dialect])
        self.latex()
        tables.run("biber" if dialect == "biblatex" else "bibtex", "doc",
                   cwd=self.folder)
        self.latex()
        self.latex()
        return squeeze(self.text())

    def check(self, dialect):
        source = tables.lists()[0]
        shown = self.typeset(source, dialect)
        catalog = tables.load(source, self.folder)
        links = [link for record in catalog["records"]
                 for link in record.get("links", [])]
        self.assertGreater(len(links), 100)
        for record in catalog["records"]:
            self.assertIn(squeeze(record["title"]), shown)
        for link in links:
            self.assertIn(squeeze(link["url"]), shown)

    def test_biblatex(self):
        self.check("biblatex")

    def test_classic(self):
        self.check("classic")


class Table(Latex):
    def test_it_is_what_its_script_makes(self):
        made = tables.run(sys.executable, GENERATOR).stdout
        self.assertEqual(GENERATOR.with_suffix(".h").read_bytes(), made)

    def test_all_of_it_compiles(self):
        text = GENERATOR.with_suffix(".h").read_text().split("marks[]")[0]
        pairs = [(chr(int(code, 16)), tex.replace("\\\\", "\\")
                  .replace('\\"', '"')) for code, tex
                 in re.findall(r'\{0x(\w+), "((?:[^"\\]|\\.)*)"\}', text)]
        self.assertGreater(len(pairs), 500)
        lines = [f"{ord(char):X}: X{tex}X\\\\" for char, tex in pairs]
        (self.folder / "doc.tex").write_text("\n".join(
            [HEAD, r"\begin{document}\noindent", *lines, r"\end{document}"]))
        self.latex()
        shown = dict(re.findall(r"^(\w+): ?X(.*)X$", self.text(), re.M))
        for char, _ in pairs:
            if char in "éÜñçřøßæœłđ®±™–“”≤α":
                self.assertEqual(shown[f"{ord(char):X}"].strip(), char)


if __name__ == "__main__":
    unittest.main()
