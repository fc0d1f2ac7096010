#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes tex-table.h, the TeX source of characters beyond ASCII, to standard
output. Letters with accents come from their Unicode decomposition, which never
changes once a character is there; the rest is listed here."""
import unicodedata

MARKS = {
    0x300: r"\`", 0x301: r"\'", 0x302: r"\^", 0x303: r"\~", 0x304: r"\=",
    0x306: r"\u", 0x307: r"\.", 0x308: r'\"', 0x30A: r"\r", 0x30B: r"\H",
    0x30C: r"\v", 0x323: r"\d", 0x326: r"\textcommabelow", 0x327: r"\c",
    0x328: r"\k", 0x331: r"\b",
}
# Those that TeX itself puts in place of the dot of i and j, or below.
DOTTED = {0x300, 0x301, 0x302, 0x308, 0x323, 0x326, 0x327, 0x328, 0x331}

OTHERS = {
    "¡": r"\textexclamdown{}", "¢": r"\textcent{}", "£": r"\textsterling{}",
    "¤": r"\textcurrency{}", "¥": r"\textyen{}", "¦": r"\textbrokenbar{}",
    "§": r"\textsection{}", "¨": r"\textasciidieresis{}",
    "©": r"\textcopyright{}", "ª": r"\textordfeminine{}",
    "«": r"\guillemotleft{}", "¬": r"\textlnot{}", "\u00ad": r"\-",
    "®": r"\textregistered{}", "¯": r"\textasciimacron{}",
    "°": r"\textdegree{}", "±": r"\textpm{}", "²": r"\texttwosuperior{}",
    "³": r"\textthreesuperior{}", "´": r"\textasciiacute{}",
    "µ": r"\textmu{}", "¶": r"\textparagraph{}",
    "·": r"\textperiodcentered{}", "¹": r"\textonesuperior{}",
    "º": r"\textordmasculine{}", "»": r"\guillemotright{}",
    "¼": r"\textonequarter{}", "½": r"\textonehalf{}",
    "¾": r"\textthreequarters{}", "¿": r"\textquestiondown{}",
    "×": r"\texttimes{}", "÷": r"\textdiv{}",
    "Æ": r"{\AE}", "æ": r"{\ae}", "Ø": r"{\O}", "ø": r"{\o}", "ß": r"{\ss}",
    "Ð": r"{\DH}", "ð": r"{\dh}", "Þ": r"{\TH}", "þ": r"{\th}",
    "Đ": r"{\DJ}", "đ": r"{\dj}", "ı": r"{\i}", "ȷ": r"{\j}", "Ł": r"{\L}",
    "ł": r"{\l}", "Ŋ": r"{\NG}", "ŋ": r"{\ng}", "Œ": r"{\OE}",
    "œ": r"{\oe}",
    "\u2002": r"\enspace{}", "\u2003": r"\quad{}", "\u2009": r"\thinspace{}",
    "\u202f": r"\thinspace{}", "\u200b": "{}", "‐": "-", "‑": r"\mbox{-}",
    "‒": "--", "–": "--", "—": "---", "―": "---", "‘": "`", "’": "'",
    "‚": r"\quotesinglbase{}", "“": "``", "”": "''", "„": r"\quotedblbase{}",
    "†": r"\textdagger{}", "‡": r"\textdaggerdbl{}", "•": r"\textbullet{}",
    "…": r"\textellipsis{}", "‰": r"\textperthousand{}", "′": "{$'$}",
    "″": "{$''$}", "‹": r"\guilsinglleft{}", "›": r"\guilsinglright{}",
    "⁄": r"\textfractionsolidus{}", "€": r"\texteuro{}",
    "№": r"\textnumero{}", "™": r"\texttrademark{}", "\u2126": r"{$\Omega$}",
    "←": r"\textleftarrow{}", "↑": r"\textuparrow{}",
    "→": r"\textrightarrow{}", "↓": r"\textdownarrow{}",
    "↔": r"{$\leftrightarrow$}", "⇐": r"{$\Leftarrow$}",
    "⇒": r"{$\Rightarrow$}", "⇔": r"{$\Leftrightarrow$}",
    "∀": r"{$\forall$}", "∂": r"{$\partial$}", "∃": r"{$\exists$}",
    "∅": r"{$\emptyset$}", "∇": r"{$\nabla$}", "∈": r"{$\in$}",
    "∉": r"{$\notin$}", "∏": r"{$\prod$}", "∑": r"{$\sum$}", "−": "{$-$}",
    "∗": "{$*$}", "√": r"{$\surd$}", "∝": r"{$\propto$}",
    "∞": r"{$\infty$}", "∧": r"{$\wedge$}", "∨": r"{$\vee$}",
    "∩": r"{$\cap$}", "∪": r"{$\cup$}", "∫": r"{$\int$}", "∼": r"{$\sim$}",
    "≃": r"{$\simeq$}", "≅": r"{$\cong$}", "≈": r"{$\approx$}",
    "≠": r"{$\neq$}", "≡": r"{$\equiv$}", "≤": r"{$\leq$}",
    "≥": r"{$\geq$}", "≪": r"{$\ll$}", "≫": r"{$\gg$}", "⊂": r"{$\subset$}",
    "⊃": r"{$\supset$}", "⊆": r"{$\subseteq$}", "⊇": r"{$\supseteq$}",
    "⊕": r"{$\oplus$}", "⊗": r"{$\otimes$}", "⋅": r"{$\cdot$}",
    "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl",
}

GREEK = dict(zip("αβγδεζηθικλμνξπρςστυφχψω", (
    "alpha beta gamma delta varepsilon zeta eta theta iota kappa lambda mu nu "
    "xi pi rho varsigma sigma tau upsilon varphi chi psi omega").split()))
GREEK |= dict(zip("ϑϕϖϱϵΓΔΘΛΞΠΣΥΦΨΩ", (
    "vartheta phi varpi varrho epsilon Gamma Delta Theta Lambda Xi Pi Sigma "
    "Upsilon Phi Psi Omega").split()))
GREEK = {letter: "\\" + name for letter, name in GREEK.items()}
GREEK |= {"ο": "o"}  # looks like the Latin letter, as those that follow
GREEK |= {a: r"\mathrm{%s}" % b for a, b in zip("ΑΒΕΖΗΙΚΜΝΟΡΤΧ",
                                                "ABEZHIKMNOPTX")}


def parts(char):
    """Its base letter and marks, innermost first."""
    canonical = unicodedata.decomposition(char)
    if not canonical or canonical.startswith("<"):
        return char, []
    codes = [int(code, 16) for code in canonical.split()]
    base, marks = parts(chr(codes[0]))
    return base, marks + codes[1:]


def latin(char):
    base, marks = parts(char)
    if not marks or not base.isascii() or not base.isalpha():
        return None
    if any(mark not in MARKS for mark in marks):
        return None
    if base in "ij" and any(mark not in DOTTED for mark in marks):
        base = "\\" + base
    for mark in marks:
        base = "{%s{%s}}" % (MARKS[mark], base.removeprefix("{")
                             .removesuffix("}") if base[0] == "{" else base)
    return base


def greek(char):
    base, marks = parts(char)
    accents = {0x301: r"\acute", 0x308: r"\ddot"}
    if base not in GREEK or any(mark not in accents for mark in marks):
        return None
    letter = GREEK[base]
    for mark in marks:
        letter = "%s{%s}" % (accents[mark], letter)
    return "{$%s$}" % letter


def table():
    found = {}
    for code in [*range(0xA0, 0x250), *range(0x1E00, 0x1F00)]:
        found[chr(code)] = latin(chr(code))
    for code in range(0x370, 0x400):
        found[chr(code)] = greek(chr(code))
    for digit in range(10):
        found["₀₁₂₃₄₅₆₇₈₉"[digit]] = "{$_%d$}" % digit
        found["⁰¹²³⁴⁵⁶⁷⁸⁹"[digit]] = "{$^%d$}" % digit
    found.update(OTHERS)
    return {char: tex for char, tex in sorted(found.items()) if tex}


def entries(pairs):
    line = "   "
    for code, tex in pairs:
        tex = tex.replace("\\", r"\\").replace('"', r"\"")
        item = ' {0x%04X, "%s"},' % (code, tex)
        if len(line) + len(item) > 79:
            print(line)
            line = "   "
        line += item
    print(line)


print("/* SPDX-License-Identifier: MIT */")
print("/* Made by tex-table.py: change that, and run it again. */")
print("static const struct mapping characters[] = {")
entries((ord(char), tex) for char, tex in table().items())
print("};\n\nstatic const struct mapping marks[] = {")
entries(MARKS.items())
print("};")
