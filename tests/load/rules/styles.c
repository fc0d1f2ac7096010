/* SPDX-License-Identifier: MIT */
/* Rules for the ways to write a list that are rarer, and for what begins like
 * something else; catex-lists(7) states each. */
#include "rules.h"

static const struct rule rules[] = {
    {"above-sections",
     "# L\n"
     "- [Alpha](http://a.a) - It is.\n"
     "- [Beta](http://b.b) - It is.\n"
     "- [Gamma](http://c.c) - It is.\n"
     "\n"
     "## S\n"
     "- [Delta](http://d.d) - It is.\n",
     "section S\n"
     "entry Alpha\n"
     "  text It is.\n"
     "  link landing http://a.a\n"
     "entry Beta\n"
     "  text It is.\n"
     "  link landing http://b.b\n"
     "entry Gamma\n"
     "  text It is.\n"
     "  link landing http://c.c\n"
     "entry Delta in S\n"
     "  text It is.\n"
     "  link landing http://d.d\n", 0},
    {"above-sections: a preface",
     "# L\n"
     "See also:\n"
     "\n"
     "- [Other](http://o.o)\n"
     "- [Another](http://p.p)\n"
     "\n"
     "## S\n"
     "- [Delta](http://d.d) - It is.\n",
     "about See also: // Other <http://o.o> // Another <http://p.p>\n"
     "section S\n"
     "entry Delta in S\n"
     "  text It is.\n"
     "  link landing http://d.d\n", 0},
    {"catalog-title: none below entries",
     "- [Alpha](http://a.a) - It is.\n"
     "- [Beta](http://b.b) - It is.\n"
     "- [Delta](http://d.d) - It is.\n"
     "\n"
     "## S\n"
     "- [Gamma](http://c.c) - It is.\n",
     "section S\n"
     "entry Alpha\n"
     "  text It is.\n"
     "  link landing http://a.a\n"
     "entry Beta\n"
     "  text It is.\n"
     "  link landing http://b.b\n"
     "entry Delta\n"
     "  text It is.\n"
     "  link landing http://d.d\n"
     "entry Gamma in S\n"
     "  text It is.\n"
     "  link landing http://c.c\n", 0},
    {"quotation: around entries",
     "# L\n"
     "> ## S\n"
     "> It holds.\n"
     ">\n"
     "> - [Alpha](http://a.a) - It is.\n"
     "> - [Beta](http://b.b) - It is.\n"
     "\n"
     "More.\n",
     "section S: It holds.\n"
     "entry Alpha in S\n"
     "  text It is.\n"
     "  link landing http://a.a\n"
     "entry Beta in S\n"
     "  text It is. // More.\n"
     "  link landing http://b.b\n", 0},
    {"linked-lines",
     "# L\n"
     "## S\n"
     "[Alpha](http://a.a)  \n"
     "[Beta](http://b.b) - It is.  \n"
     "[Gamma](http://c.c)\n",
     "section S\n"
     "entry Alpha in S\n"
     "  link landing http://a.a\n"
     "entry Beta in S\n"
     "  text It is.\n"
     "  link landing http://b.b\n"
     "entry Gamma in S\n"
     "  link landing http://c.c\n", 0},
    {"linked-lines: not where a role begins one",
     "# L\n"
     "## S\n"
     "[Alpha](http://a.a)\n"
     "[Paper](http://p.p)\n",
     "entry S\n"
     "  link other http://a.a title=Alpha\n"
     "  link paper http://p.p label=Paper\n", 0},
    {"leads-over: a link",
     "# L\n"
     "## S\n"
     "[The whole list](http://l.l)\n"
     "\n"
     "| Name | Link |\n"
     "|------|------|\n"
     "| Alpha | http://a.a |\n",
     "section S: The whole list <http://l.l>\n"
     "entry Alpha in S\n"
     "  link landing http://a.a label=Link\n", 0},
    {"matter-heading: signs, dates, beginnings",
     "# L\n"
     "## S\n"
     "- [Alpha](http://a.a) - It is.\n"
     "\n"
     "## 🔥 Updates (2024-01-05)\n"
     "- **2024.01.05**: We add [Alpha](http://a.a).\n"
     "\n"
     "## How to cite this\n"
     "- [Doe](http://p.p)\n"
     "\n"
     "## СОДЕРЖАНИЕ\n"
     "- [Doe](http://q.q)\n",
     "section S\n"
     "matter 🔥 Updates (2024-01-05): 2024.01.05: We add Alpha <http://a.a>.\n"
     "matter How to cite this: Doe <http://p.p>\n"
     "matter СОДЕРЖАНИЕ: Doe <http://q.q>\n"
     "entry Alpha in S\n"
     "  text It is.\n"
     "  link landing http://a.a\n", 0},
    {"matter-heading: topics",
     "# L\n"
     "## S\n"
     "### Related\n"
     "- [Alpha](http://a.a) - It is.\n"
     "\n"
     "## Reference\n"
     "| Name | Link |\n"
     "|------|------|\n"
     "| Beta | http://b.b |\n",
     "section S\n"
     "section Related below S\n"
     "section Reference\n"
     "entry Alpha in Related\n"
     "  text It is.\n"
     "  link landing http://a.a\n"
     "entry Beta in Reference\n"
     "  link landing http://b.b label=Link\n", 0},
    {"bold-title: a date is none",
     "# L\n"
     "## S\n"
     "- [Alpha](http://a.a) - It is.\n"
     "- [Beta](http://b.b) - It is.\n"
     "\n"
     "**2024-01-05** We moved.\n",
     "section S\n"
     "entry Alpha in S\n"
     "  text It is.\n"
     "  link landing http://a.a\n"
     "entry Beta in S\n"
     "  text It is. // 2024-01-05 We moved.\n"
     "  link landing http://b.b\n", 0},
    {"key-heading: in bold, with a colon, with a link",
     "# L\n"
     "## S\n"
     "### Alpha\n"
     "It is.\n"
     "#### **Tags**\n"
     "owls\n"
     "#### **Paper**: [On Owls](http://p.p)\n"
     "### Beta\n"
     "#### Data\n"
     "http://b.b\n",
     "section S\n"
     "entry Alpha in S\n"
     "  text It is. // Tags // owls\n"
     "  link paper http://p.p label=Paper title=On Owls note=On Owls\n"
     "entry Beta in S\n"
     "  text Data\n"
     "  link download http://b.b label=Data\n", 0},
    {"heading-entry: properties",
     "# L\n"
     "## S\n"
     "### Alpha\n"
     "**Size**: 2 GB\n"
     "**Format**: CSV\n"
     "\n"
     "### Beta\n"
     "- Size: 2 GB\n"
     "- Format: CSV\n",
     "section S\n"
     "entry Alpha in S\n"
     "  text Size: 2 GB Format: CSV\n"
     "entry Beta in S\n"
     "  text - Size: 2 GB / - Format: CSV\n", 0},
    {"heading-entry: sections below its own links",
     "# L\n"
     "# Alpha\n"
     "- paper: http://p.p\n"
     "- data: http://a.a\n"
     "## Beta\n"
     "- data: http://b.b\n"
     "- code: http://c.c\n",
     "entry Alpha\n"
     "  link paper http://p.p label=paper\n"
     "  link download http://a.a label=data\n"
     "entry Beta\n"
     "  link download http://b.b label=data\n"
     "  link code http://c.c label=code\n", 0},
    {"table-of-one-row",
     "# L\n"
     "## S\n"
     "### Alpha\n"
     "| Name | Size | Link |\n"
     "|---|---|---|\n"
     "| [Alpha](http://a.a) | 12 | [Paper](http://p.p) |\n"
     "\n"
     "It is.\n"
     "\n"
     "### Beta\n"
     "| Name | Size |\n"
     "|---|---|\n"
     "| [Beta](http://b.b) | 13 |\n"
     "\n"
     "It is, too.\n",
     "section S\n"
     "entry Alpha in S\n"
     "  text Size: 12 // It is.\n"
     "  link landing http://a.a\n"
     "  link paper http://p.p title=Paper\n"
     "entry Beta in S\n"
     "  text Size: 13 // It is, too.\n"
     "  link landing http://b.b\n", 0},
    {"table-columns: names by their values",
     "# L\n"
     "## S\n"
     "| No. | Data | Kind | Corpus of | Link |\n"
     "|---|---|---|---|---|\n"
     "| 1 | 2020-01-01 | text | Alpha | http://a.a |\n"
     "| 2 | 2021-01-01 | text | Beta | http://b.b |\n"
     "| 3 | 2021-02-01 | text | Gamma | http://c.c |\n",
     "section S\n"
     "entry Alpha in S\n"
     "  text No.: 1 / Data: 2020-01-01 / Kind: text\n"
     "  link landing http://a.a label=Link\n"
     "entry Beta in S\n"
     "  text No.: 2 / Data: 2021-01-01 / Kind: text\n"
     "  link landing http://b.b label=Link\n"
     "entry Gamma in S\n"
     "  text No.: 3 / Data: 2021-02-01 / Kind: text\n"
     "  link landing http://c.c label=Link\n", 0},
    {"table-rows: a break within a cell",
     "# L\n"
     "## S\n"
     "| Name | Used by | Note |\n"
     "|---|---|---|\n"
     "| [Alpha](http://a.a) | x,<br>y | one |\n"
     "| [Beta](http://b.b) | z | two<br/>three |\n",
     "section S\n"
     "entry Alpha in S\n"
     "  text Used by: x, / y / one\n"
     "  link landing http://a.a\n"
     "entry Beta in S\n"
     "  text Used by: z / two / three\n"
     "  link landing http://b.b\n", 0},
    {"table-columns: nothing to say",
     "# L\n"
     "## S\n"
     "| Name | License | Paper | Link |\n"
     "|---|---|---|---|\n"
     "| Alpha | N/A | - | http://a.a |\n"
     "| Beta | CC0 | ? | http://b.b |\n",
     "section S\n"
     "entry Alpha in S\n"
     "  link landing http://a.a label=Link\n"
     "entry Beta in S\n"
     "  licence CC0\n"
     "  link landing http://b.b label=Link\n", 0},
    {"table-of-no-entries: properties",
     "# L\n"
     "## S\n"
     "### Alpha\n"
     "http://a.a\n"
     "\n"
     "| Alpha | one.zip | two.zip |\n"
     "|---|---|---|\n"
     "| Size | 1 GB | 2 GB |\n"
     "| Format | CSV | TSV |\n"
     "| Download | [one](http://a.a/1) | [two](http://a.a/2) |\n",
     "section S\n"
     "entry Alpha in S\n"
     "  text Alpha | one.zip | two.zip / Size | 1 GB | 2 GB / Format | CSV | TSV / Download | |\n"
     "  link landing http://a.a\n"
     "  link other http://a.a/1 title=one\n"
     "  link other http://a.a/2 title=two\n", 0},
    {"trailing-links: a URL",
     "# L\n"
     "## S\n"
     "- Alpha: Pictures of owls http://a.a\n"
     "- [Beta](http://b.b) - See http://b.b/more\n"
     "- Owls of the north 100 or more pictures. Others are provided http://c.c\n",
     "section S\n"
     "entry Alpha in S\n"
     "  text Pictures of owls\n"
     "  link landing http://a.a\n"
     "entry Beta in S\n"
     "  link landing http://b.b\n"
     "  link other http://b.b/more\n"
     "entry Owls of the north 100 or more pictures in S\n"
     "  text Owls of the north 100 or more pictures. Others are provided\n"
     "  link landing http://c.c\n", 0},
    {"trailing-links: brackets",
     "# L\n"
     "## S\n"
     "- Alpha - It is. [[Paper](http://p.p)], [[Code](http://c.c)]\n"
     "- **Beta**: It is. ([Paper](http://q.q), [Code](http://d.d))\n",
     "section S\n"
     "entry Alpha in S\n"
     "  text It is.\n"
     "  link paper http://p.p label=Paper\n"
     "  link code http://c.c label=Code\n"
     "entry Beta in S\n"
     "  text It is.\n"
     "  link paper http://q.q label=Paper\n"
     "  link code http://d.d label=Code\n", 0},
    {"group-label: words that end in a colon, above an empty line",
     "# L\n"
     "## S\n"
     "- [Alpha](http://a.a) - It is.\n"
     "\n"
     "Of Owls:\n"
     "\n"
     "- [Beta](http://b.b) - It is.\n"
     "\n"
     "It goes on\n"
     "\n"
     "- [Gamma](http://c.c) - It is.\n",
     "section S\n"
     "entry Alpha in S\n"
     "  text It is.\n"
     "  link landing http://a.a\n"
     "entry Beta in S\n"
     "  group Of Owls\n"
     "  text It is. // It goes on\n"
     "  link landing http://b.b\n"
     "entry Gamma in S\n"
     "  text It is.\n"
     "  link landing http://c.c\n", 0},
    {"group-label: words above each list",
     "# L\n"
     "## S\n"
     "German\n"
     "\n"
     "- [Alpha](http://a.a) - It is.\n"
     "\n"
     "French\n"
     "\n"
     "- http://b.b\n"
     "\n"
     "## T\n"
     "- [Gamma](http://c.c) - It is.\n",
     "section S\n"
     "section T\n"
     "entry Alpha in S\n"
     "  group German\n"
     "  text It is.\n"
     "  link landing http://a.a\n"
     "entry http://b.b in S\n"
     "  group French\n"
     "  link landing http://b.b\n"
     "entry Gamma in T\n"
     "  text It is.\n"
     "  link landing http://c.c\n", 0},
    {"group-label: words",
     "# L\n"
     "## S\n"
     "German\n"
     "- [Alpha](http://a.a) - It is.\n"
     "- [Beta](http://b.b) - It is.\n"
     "\n"
     "French\n"
     "- [Gamma](http://c.c) - It is.\n"
     "- [Delta](http://d.d) - It is.\n"
     "\n"
     "It goes on.\n",
     "section S\n"
     "entry Alpha in S\n"
     "  group German\n"
     "  text It is.\n"
     "  link landing http://a.a\n"
     "entry Beta in S\n"
     "  group German\n"
     "  text It is.\n"
     "  link landing http://b.b\n"
     "entry Gamma in S\n"
     "  group French\n"
     "  text It is.\n"
     "  link landing http://c.c\n"
     "entry Delta in S\n"
     "  group French\n"
     "  text It is. // It goes on.\n"
     "  link landing http://d.d\n", 0},
    {"label: numbers and brackets",
     "# L\n"
     "## S\n"
     "### Alpha\n"
     "V1.0: http://a.a/1\n"
     "\n"
     "(Data portal) http://a.a/2\n",
     "section S\n"
     "entry Alpha in S\n"
     "  link other http://a.a/1 label=V1.0\n"
     "  link landing http://a.a/2 label=Data portal\n", 0},
    {"label-in-link",
     "# L\n"
     "## S\n"
     "### Alpha\n"
     "[Paper: On Owls](http://p.p) [![License: MIT](b.svg)](http://l.l) [Link](http://a.a)\n",
     "section S\n"
     "entry Alpha in S\n"
     "  licence MIT http://l.l\n"
     "  link paper http://p.p label=Paper title=On Owls note=On Owls\n"
     "  link licence http://l.l label=License title=MIT note=MIT\n"
     "  link landing http://a.a\n", 0},
    {"ornaments: in a link, by name",
     "# L\n"
     "## S\n"
     "- :owl: [Alpha](http://a.a) - It is.\n"
     "- [📊 Beta](http://b.b) - It is.\n",
     "section S\n"
     "entry Alpha in S\n"
     "  text It is.\n"
     "  link landing http://a.a\n"
     "entry Beta in S\n"
     "  text It is.\n"
     "  link landing http://b.b\n", 0},
    {"linked-item: a sentence that runs into its link",
     "# L\n"
     "## S\n"
     "### Alpha\n"
     "A description of it can be found [here](http://a.a).\n"
     "\n"
     "The data are [here](http://b.b).\n"
     "\n"
     "### Beta\n"
     "- data: http://c.c\n"
     "- code: http://d.d\n",
     "section S\n"
     "entry Alpha in S\n"
     "  text A description of it can be found here. // The data are here.\n"
     "  link info http://a.a\n"
     "  link access http://b.b\n"
     "entry Beta in S\n"
     "  link download http://c.c label=data\n"
     "  link code http://d.d label=code\n", 0},
    {"bare-url-item: many beside others",
     "# L\n"
     "## S\n"
     "- http://a.a/1\n"
     "- http://a.a/2\n"
     "- http://a.a/3\n"
     "- http://a.a/4\n"
     "- More at the institute\n",
     "section S\n"
     "entry http://a.a/1 in S\n"
     "  link landing http://a.a/1\n"
     "entry http://a.a/2 in S\n"
     "  link landing http://a.a/2\n"
     "entry http://a.a/3 in S\n"
     "  link landing http://a.a/3\n"
     "entry http://a.a/4 in S\n"
     "  link landing http://a.a/4\n"
     "entry More at the institute in S\n", 0},
    {"label-roles: in other letters",
     "# L\n"
     "## S\n"
     "### Alpha\n"
     "Сайт: http://a.a\n"
     "原论文链接：http://p.p\n"
     "Enlace: http://b.b\n",
     "section S\n"
     "entry Alpha in S\n"
     "  link landing http://a.a label=Сайт\n"
     "  link paper http://p.p label=原论文链接\n"
     "  link landing http://b.b label=Enlace\n", 0},
    {"topics: a sentence is none, nor is one alone",
     "# L\n"
     "## S\n"
     "- [Alpha](http://a.a)\n"
     "  - The handwritten digits.\n"
     "- [Beta](http://b.b)\n"
     "  - red\n"
     "  - green\n"
     "  - All of them.\n",
     "section S\n"
     "entry Alpha in S\n"
     "  text - The handwritten digits.\n"
     "  link landing http://a.a\n"
     "entry Beta in S\n"
     "  text - red / - green / - All of them.\n"
     "  link landing http://b.b\n", 0},
    {"section-heading: nothing but a way back",
     "# L\n"
     "## S\n"
     "- [Alpha](http://a.a) - It is.\n"
     "\n"
     "## T\n"
     "[Back to top](#l)\n",
     "section S\n"
     "section T\n"
     "entry Alpha in S\n"
     "  text It is.\n"
     "  link landing http://a.a\n", 0},
    {"linked-item: an address of mail is no entry",
     "# L\n"
     "## S\n"
     "- [Alpha](http://a.a) - It is.\n"
     "- Write to owls@example.org\n",
     "section S: Write to owls@example.org\n"
     "entry Alpha in S\n"
     "  text It is.\n"
     "  link landing http://a.a\n", 0},
    {"catalog-title: above sections of its level",
     "# L\n"
     "It holds.\n"
     "## Contributing\n"
     "Do.\n"
     "# S\n"
     "- [Alpha](http://a.a) - It is.\n"
     "# T\n"
     "- [Beta](http://b.b) - It is.\n",
     "about It holds.\n"
     "matter Contributing: Do.\n"
     "section S\n"
     "section T\n"
     "entry Alpha in S\n"
     "  text It is.\n"
     "  link landing http://a.a\n"
     "entry Beta in T\n"
     "  text It is.\n"
     "  link landing http://b.b\n", 0},
    {"table-columns: signs",
     "# L\n"
     "## S\n"
     "| Name | Kind | Open | Link |\n"
     "|---|---|---|---|\n"
     "| Alpha | 🦉🦆 | ✓ | http://a.a |\n",
     "section S\n"
     "entry Alpha in S\n"
     "  text Kind: 🦉🦆 / Open: ✓\n"
     "  link landing http://a.a label=Link\n", 0},
    {"prose-link: a role that begins the line",
     "# L\n"
     "## S\n"
     "### Alpha\n"
     "**Paper**: Doe, J. On Owls [DOI](http://p.p), 2020\n"
     "Data: see [the archive](http://a.a), and its [code](http://c.c)\n",
     "section S\n"
     "entry Alpha in S\n"
     "  text Paper: Doe, J. On Owls DOI, 2020 Data: see the archive, and its code\n"
     "  link paper http://p.p label=DOI\n"
     "  link download http://a.a label=Data title=the archive\n"
     "  link code http://c.c label=code\n", 0},
    {"plain-name: words that say the list goes on",
     "# L\n"
     "## S\n"
     "- [Alpha](http://a.a)\n"
     "- [Beta](http://b.b)\n"
     "- and many more...\n"
     "- TBD\n",
     "section S: and many more... // TBD\n"
     "entry Alpha in S\n"
     "  link landing http://a.a\n"
     "entry Beta in S\n"
     "  link landing http://b.b\n", 0},
    {"named-text: an answer is no licence",
     "# L\n"
     "## S\n"
     "| Name | Link | Terms of use |\n"
     "|---|---|---|\n"
     "| Alpha | http://a.a | Yes |\n"
     "| Beta | http://b.b | CC0 |\n",
     "section S\n"
     "entry Alpha in S\n"
     "  text Terms of use: Yes\n"
     "  link landing http://a.a label=Link\n"
     "entry Beta in S\n"
     "  licence CC0\n"
     "  link landing http://b.b label=Link\n", 0},
    {"comment: of several lines",
     "# L\n"
     "\n"
     "<!-- one\n"
     "\n"
     "two\n"
     "-->\n"
     "\n"
     "## S\n"
     "- [Alpha](http://a.a)\n",
     "section S\n"
     "entry Alpha in S\n"
     "  link landing http://a.a\n", 0},
    {"matter-heading: notes, and a way back",
     "# L\n"
     "### Notes:\n"
     "- The models in [M](http://m.m) were made from it.\n"
     "## S\n"
     "- [Alpha](http://a.a)\n"
     "## [Back to home](http://h.h)\n",
     "matter Notes:: The models in M <http://m.m> were made from it.\n"
     "section S\n"
     "matter Back to home: <http://h.h>\n"
     "entry Alpha in S\n"
     "  link landing http://a.a\n", 0},
    {"language",
     "# L\n"
     "## S\n"
     "**Alpha** - 一万张图片，用于分类。\n",
     "language zh\n"
     "section S\n"
     "entry Alpha in S\n"
     "  text 一万张图片，用于分类。\n", 0},
    {"language: of small words, of scripts",
     "# L\n"
     "## S\n"
     "**Alpha** - Los datos de la ciudad para el año, con los mapas de una escuela.\n",
     "language und\n"
     "section S\n"
     "entry Alpha in S\n"
     "  text Los datos de la ciudad para el año, con los mapas de una escuela.\n", 0},
    {"language: another script",
     "# L\n"
     "## S\n"
     "**Alpha** - Десять тысяч снимков для классификации.\n",
     "language und\n"
     "section S\n"
     "entry Alpha in S\n"
     "  text Десять тысяч снимков для классификации.\n", 0},
    {"language: names of another language",
     "# L\n"
     "## S\n"
     "**La Palma** - Pictures of the island, and of the sea.\n",
     "section S\n"
     "entry La Palma in S\n"
     "  text Pictures of the island, and of the sea.\n", 0},
    {"named-paragraph: what the name is of, and URLs below it",
     "# L\n"
     "\n"
     "Alpha: songs of owls\n"
     "http://a.a\n"
     "\n"
     "Beta dataset\n"
     "http://b.b http://b.d\n"
     "\n"
     "Gamma -- The calls of all the bats of the world, of each year\n"
     "http://c.c\n",
     "entry Alpha\n"
     "  text songs of owls\n"
     "  link landing http://a.a\n"
     "entry Beta dataset\n"
     "  link landing http://b.b\n"
     "  link other http://b.d\n"
     "entry Gamma\n"
     "  text The calls of all the bats of the world, of each year\n"
     "  link landing http://c.c\n", 0},
    {"bold-title: bold within bold",
     "# L\n"
     "## S\n"
     "**Alpha __Beta__ Gamma**\n"
     "It is.\n"
     "\n"
     "**Delta *Epsilon***\n"
     "It is, *of _all_ owls*, too.\n",
     "section S\n"
     "entry Alpha Beta Gamma in S\n"
     "  text It is.\n"
     "entry Delta Epsilon in S\n"
     "  text It is, of all owls, too.\n", 0},
};

int
main(void)
{
    return RUN_RULES("styles", rules);
}
