/* SPDX-License-Identifier: MIT */
/* Rules of catex-lists(7) for links, their labels, roles and notes. */
#include "rules.h"

static const struct rule rules[] = {
    {"link-line",
     "# L\n"
     "## S\n"
     "**Alpha**\n"
     "It is.\n"
     "Paper: http://p.p\n"
     "Data: [one](http://a.a/1), [two](http://a.a/2)\n"
     "[Code](http://c.c) | [Demo](http://d.d)\n"
     "Access: http://s.s (2 GB)\n",
     "section S\n"
     "entry Alpha in S\n"
     "  text It is.\n"
     "  link paper http://p.p label=Paper\n"
     "  link download http://a.a/1 label=Data title=one note=one\n"
     "  link download http://a.a/2 label=Data title=two note=two\n"
     "  link code http://c.c label=Code\n"
     "  link explorer http://d.d label=Demo\n"
     "  link access http://s.s label=Access note=(2 GB)\n", 0},
    {"label",
     "# L\n"
     "## S\n"
     "**Alpha**\n"
     "The words before the colon: http://a.a\n"
     "\n"
     "**Beta**\n"
     "This is a sentence of more than six words before: http://b.b\n",
     "section S\n"
     "entry Alpha in S\n"
     "  link other http://a.a label=The words before the colon\n"
     "entry Beta in S\n"
     "  text This is a sentence of more than six words before: http://b.b\n"
     "  link other http://b.b\n", 0},
    {"label: behind a dash in a sentence",
     "# L\n"
     "## S\n"
     "- **Alpha**: it is a set of the calls of many owls - Data: http://a.a - "
     "Paper: http://p.p\n"
     "- **Beta**: it is, too.\n",
     "section S\n"
     "entry Alpha in S\n"
     "  text it is a set of the calls of many owls - Data: http://a.a - Paper: "
     "http://p.p\n"
     "  link download http://a.a label=Data\n"
     "  link paper http://p.p label=Paper\n"
     "entry Beta in S\n"
     "  text it is, too.\n", 0},
    {"label: with a dash, in brackets, in bold, of a wide colon",
     "# L\n"
     "## S\n"
     "**Alpha**\n"
     "Paper - http://p.p/1\n"
     "**Data:** http://a.a/2\n"
     "**Code: http://c.c/3**\n"
     "论文：http://p.p/4\n",
     "section S\n"
     "entry Alpha in S\n"
     "  link paper http://p.p/1 label=Paper\n"
     "  link download http://a.a/2 label=Data\n"
     "  link code http://c.c/3 label=Code\n"
     "  link paper http://p.p/4 label=论文\n", 0},
    {"label-roles",
     "# L\n"
     "## S\n"
     "**Alpha**\n"
     "Access: http://x.x/1\n"
     "Download: http://x.x/2\n"
     "Website: http://x.x/3\n"
     "Information: http://x.x/4\n"
     "Explorer: http://x.x/5\n"
     "Code: http://x.x/6\n"
     "Paper: http://x.x/7\n"
     "Reference: http://x.x/8\n"
     "Challenge: http://x.x/9\n"
     "Benchmark: http://x.x/10\n"
     "License: http://x.x/11\n"
     "Something: http://x.x/12\n",
     "section S\n"
     "entry Alpha in S\n"
     "  licence http://x.x/11\n"
     "  link access http://x.x/1 label=Access\n"
     "  link download http://x.x/2 label=Download\n"
     "  link landing http://x.x/3 label=Website\n"
     "  link info http://x.x/4 label=Information\n"
     "  link explorer http://x.x/5 label=Explorer\n"
     "  link code http://x.x/6 label=Code\n"
     "  link paper http://x.x/7 label=Paper\n"
     "  link reference http://x.x/8 label=Reference\n"
     "  link challenge http://x.x/9 label=Challenge\n"
     "  link benchmark http://x.x/10 label=Benchmark\n"
     "  link licence http://x.x/11 label=License\n"
     "  link other http://x.x/12 label=Something\n", 0},
    {"label-roles: the longest known words at the end, else at the start",
     "# L\n"
     "## S\n"
     "**Alpha**\n"
     "Project page: http://x.x/1\n"
     "Data Catalog: http://x.x/2\n"
     "Instructions for pigeons: http://x.x/3\n"
     "Download link: http://x.x/4\n",
     "section S\n"
     "entry Alpha in S\n"
     "  link landing http://x.x/1 label=Project page\n"
     "  link explorer http://x.x/2 label=Data Catalog\n"
     "  link info http://x.x/3 label=Instructions for pigeons\n"
     "  link download http://x.x/4 label=Download link\n", 0},
    {"label-slip",
     "# L\n"
     "## S\n"
     "**Alpha**\n"
     "Refernce: http://x.x/1\n"
     "Downlaod: http://x.x/2\n"
     "Papr: http://x.x/3\n",
     "section S\n"
     "entry Alpha in S\n"
     "  link reference http://x.x/1 label=Refernce\n"
     "  link download http://x.x/2 label=Downlaod\n"
     "  link other http://x.x/3 label=Papr\n", 0},
    {"compound-label",
     "# L\n"
     "## S\n"
     "**Alpha**\n"
     "Embeddings and Code: http://x.x/1\n"
     "Paper / Data: http://x.x/2\n"
     "Code & Demo: http://x.x/3\n",
     "section S\n"
     "entry Alpha in S\n"
     "  link download+code http://x.x/1 label=Embeddings and Code\n"
     "  link download+paper http://x.x/2 label=Paper / Data\n"
     "  link explorer+code http://x.x/3 label=Code & Demo\n", 0},
    {"role-text",
     "# L\n"
     "## S\n"
     "- **Alpha** - It is. [Paper](http://p.p) [Code](http://c.c) "
     "[[data](http://d.d)]\n",
     "section S\n"
     "entry Alpha in S\n"
     "  text It is.\n"
     "  link paper http://p.p label=Paper\n"
     "  link code http://c.c label=Code\n"
     "  link download http://d.d label=data\n", 0},
    {"filler",
     "# L\n"
     "## S\n"
     "**Alpha**\n"
     "Paper: [link](http://p.p)\n"
     "Code: [here](http://c.c)\n",
     "section S\n"
     "entry Alpha in S\n"
     "  link paper http://p.p label=Paper\n"
     "  link code http://c.c label=Code\n", 0},
    {"note: what a link says when pointed at",
     "# L\n"
     "## S\n"
     "- [Alpha](http://a.a \"since 2001\") - is one.\n",
     "section S\n"
     "entry Alpha in S\n"
     "  text is one.\n"
     "  link landing http://a.a note=since 2001\n", 0},
    {"link-title",
     "# L\n"
     "## S\n"
     "**Alpha**\n"
     "Paper: [On the Owls of Alpha](http://p.p)\n"
     "It was made [by many](http://m.m).\n",
     "section S\n"
     "entry Alpha in S\n"
     "  id alpha\n"
     "  described by url-78775e19\n"
     "  text It was made by many.\n"
     "  link paper http://p.p label=Paper title=On the Owls of Alpha note=On "
     "the Owls of Alpha\n"
     "  link other http://m.m title=by many\n", IDS},
    {"prose-link",
     "# L\n"
     "## S\n"
     "**Alpha**\n"
     "It is in [the archive](http://a.a) of old; see also paper: http://p.p.\n",
     "section S\n"
     "entry Alpha in S\n"
     "  text It is in the archive of old; see also paper: http://p.p.\n"
     "  link other http://a.a title=the archive\n"
     "  link paper http://p.p label=see also paper\n", 0},
    {"note",
     "# L\n"
     "## S\n"
     "**Alpha**\n"
     "Data: http://a.a (2 GB, in three parts)\n"
     "Access: http://b.b (requires registration)\n",
     "section S\n"
     "entry Alpha in S\n"
     "  access registration\n"
     "  note requires registration\n"
     "  link download http://a.a label=Data note=(2 GB, in three parts)\n"
     "  link access http://b.b label=Access note=(requires registration)\n", 0},
    {"link-once",
     "# L\n"
     "## S\n"
     "**Alpha**\n"
     "It is at http://a.a and again [there](http://a.a).\n"
     "Data: http://a.a\n",
     "section S\n"
     "entry Alpha in S\n"
     "  text It is at http://a.a and again there.\n"
     "  link other http://a.a\n"
     "  link download http://a.a label=Data\n", 0},
    {"link-once: by another name",
     "# L\n"
     "## S\n"
     "- [Alpha](http://a.a) & [Beta](http://a.a) (2020)\n",
     "section S\n"
     "entry Alpha in S\n"
     "  link landing http://a.a note=Beta (2020)\n", 0},
    {"url-role",
     "# L\n"
     "## S\n"
     "**Alpha**\n"
     "See https://arxiv.org/abs/2001.00001 and https://example.org.\n",
     "section S\n"
     "entry Alpha in S\n"
     "  link paper https://arxiv.org/abs/2001.00001\n"
     "  link other https://example.org\n", 0},
    {"url-role: of licences, unless something else is said",
     "# L\n"
     "## S\n"
     "- [Alpha](http://a.a) - It is [MIT](http://g.g/blob/main/LICENSE.txt).\n"
     "- [Beta](http://b.b) - It is, under [CC BY 4.0]"
     "(https://creativecommons.org/licenses/by/4.0/).\n"
     "- [Gamma](https://opensource.org/license/mit) [Data]"
     "(http://c.c/license)\n",
     "section S\n"
     "entry Alpha in S\n"
     "  text It is MIT.\n"
     "  licence MIT http://g.g/blob/main/LICENSE.txt\n"
     "  link landing http://a.a\n"
     "  link licence http://g.g/blob/main/LICENSE.txt title=MIT\n"
     "entry Beta in S\n"
     "  text It is, under CC BY 4.0.\n"
     "  licence CC BY 4.0 https://creativecommons.org/licenses/by/4.0/\n"
     "  link landing http://b.b\n"
     "  link licence https://creativecommons.org/licenses/by/4.0/ "
     "title=CC BY 4.0\n"
     "entry Gamma in S\n"
     "  link landing https://opensource.org/license/mit\n"
     "  link download http://c.c/license label=Data\n", 0},
    {"prose-link: that begins a line",
     "# L\n"
     "**Alpha**\n"
     "\n"
     "Read the terms before you use what is\n"
     "[here](http://a.a) (updated in May). It is the\n"
     "[Owl Project](http://a.o) that made it.\n"
     "[Code](http://a.c)\n",
     "entry Alpha\n"
     "  text Read the terms before you use what is here (updated in May). It is "
     "the Owl Project that made it.\n"
     "  link other http://a.a\n"
     "  link other http://a.o title=Owl Project\n"
     "  link code http://a.c label=Code\n", 0},
    {"page-name",
     "# L\n"
     "- [Alpha](http://a.a) - See the [Owl Project website](http://a.o), "
     "[python code](http://a.c), [its owls](http://a.p).\n"
     "- [Criminal Code](http://b.b) - It is.\n",
     "entry Alpha\n"
     "  text See the Owl Project website, python code, its owls.\n"
     "  link landing http://a.a\n"
     "  link landing http://a.o title=Owl Project website\n"
     "  link code http://a.c title=python code\n"
     "  link other http://a.p title=its owls\n"
     "entry Criminal Code\n"
     "  text It is.\n"
     "  link landing http://b.b\n", 0},
    {"url-role: of a paper, be it the link of a title",
     "# L\n"
     "- [Alpha](https://arxiv.org/abs/2001.00001) - It is.\n",
     "entry Alpha\n"
     "  text It is.\n"
     "  link paper https://arxiv.org/abs/2001.00001\n", 0},
    {"url-role: what a word that says nothing leaves to it",
     "# L\n"
     "## S\n"
     "**Alpha**\n"
     "Link: https://arxiv.org/abs/2001.00001\n"
     "Source: https://zenodo.org/records/1\n"
     "Page: http://a.a\n",
     "section S\n"
     "entry Alpha in S\n"
     "  link paper https://arxiv.org/abs/2001.00001 label=Link\n"
     "  link access https://zenodo.org/records/1 label=Source\n"
     "  link landing http://a.a label=Page\n", 0},
    {"picture-link: on a line of its own in the link",
     "# L\n"
     "## S\n"
     "<figure>\n"
     "  <a href=\"http://a.a/owl.png\">\n"
     "  <img src=\"owl.png\" alt=\"An owl\" />\n"
     "  </a>\n"
     "</figure>\n"
     "\n"
     "- [Alpha](http://a.a)\n",
     "report unplaced @4\n"
     "section S\n"
     "entry Alpha in S\n"
     "  link landing http://a.a\n", 0},
    {"licence-name: without an address",
     "# L\n"
     "- [Alpha](http://a.a) - Under [CC BY 4.0]().\n",
     "report unplaced @2\n"
     "entry Alpha\n"
     "  text Under CC BY 4.0.\n"
     "  link landing http://a.a\n", 0},
    {"licence-name",
     "# L\n"
     "## S\n"
     "- Alpha - http://a.a. Ten owls, [CC0](http://l.l/0), see [here]"
     "(http://a.h).\n"
     "- [Beta](http://b.b) - Under the [Owl Licence](http://l.l/owl).\n"
     "- [Gamma](http://c.c) - All [licence plates](http://c.p).\n",
     "section S\n"
     "entry Alpha in S\n"
     "  text Ten owls, CC0, see here.\n"
     "  licence CC0 http://l.l/0\n"
     "  link landing http://a.a\n"
     "  link licence http://l.l/0 title=CC0\n"
     "  link other http://a.h\n"
     "entry Beta in S\n"
     "  text Under the Owl Licence.\n"
     "  licence Owl Licence http://l.l/owl\n"
     "  link landing http://b.b\n"
     "  link licence http://l.l/owl title=Owl Licence\n"
     "entry Gamma in S\n"
     "  text All licence plates.\n"
     "  link landing http://c.c\n"
     "  link other http://c.p title=licence plates\n", 0},
    {"label-line",
     "# L\n"
     "**Alpha**\n"
     "\n"
     "It is.\n"
     "\n"
     "**Papers:**\n"
     "- [On owls](http://p.p)\n"
     "\n"
     "Download\n"
     "\n"
     "- http://a.a, for all\n"
     "- http://a.b\n",
     "entry Alpha\n"
     "  text It is. // Download // - http://a.a, for all\n"
     "  link paper http://p.p label=Papers title=On owls note=On owls\n"
     "  link download http://a.a\n"
     "  link download http://a.b label=Download\n", 0},
    {"reference-link",
     "# L\n"
     "## S\n"
     "- [Alpha][a] - It is. See [the paper].\n"
     "- [Beta][] - It is.\n"
     "\n"
     "[a]: http://a.a \"Its home\"\n"
     "[the paper]: <http://p.p>\n"
     "[beta]: http://b.b\n",
     "section S\n"
     "entry Alpha in S\n"
     "  text It is. See the paper.\n"
     "  link landing http://a.a note=Its home\n"
     "  link paper http://p.p title=the paper\n"
     "entry Beta in S\n"
     "  text It is.\n"
     "  link landing http://b.b\n", 0},
    {"html-link",
     "# L\n"
     "## S\n"
     "<b>Alpha</b> It is.<br>\n"
     "<a href=\"http://a.a/?x=1&amp;y=2\">Website</a>, <a "
     "name=\"here\">and</a> <A HREF='http://b.b'>Data</A>\n",
     "section S\n"
     "entry Alpha in S\n"
     "  text It is.\n"
     "  link landing http://a.a/?x=1&y=2 label=Website\n"
     "  link download http://b.b label=Data\n", 0},
    {"picture-link",
     "# L\n"
     "## S\n"
     "- **Alpha** [![Paper](http://i.i/p.svg)](http://p.p) - It is.\n"
     "- [<img src=\"i.png\" alt=\"Code\">](http://c.c) **Beta** - It is.\n",
     "section S\n"
     "entry Alpha in S\n"
     "  text It is.\n"
     "  link paper http://p.p label=Paper\n"
     "entry Beta in S\n"
     "  text It is.\n"
     "  link code http://c.c label=Code\n", 0},
    {"picture-link: behind words, and a badge without a description",
     "# L\n"
     "## S\n"
     "- Alpha [![PDF](http://i.i/p.svg)](http://p.p)\n"
     "- Beta <a href='http://d.d'><img src='https://img.shields.io/badge/"
     "Data_set--2-blue'></a>\n"
     "- Gamma [![](https://img.shields.io/badge/PDF-red?x)]"
     "(http://a.a)\n",
     "section S\n"
     "entry Alpha in S\n"
     "  link paper http://p.p label=PDF\n"
     "entry Beta in S\n"
     "  link download http://d.d label=Data set-2\n"
     "entry Gamma in S\n"
     "  link paper http://a.a label=PDF\n", 0},
    {"picture-link: that leads nowhere",
     "# L\n"
     "## S\n"
     "- **Alpha** [![](http://i.i/p.png)]() It is. [P](http://p.p)\n",
     "report unplaced @3\n"
     "section S\n"
     "entry Alpha in S\n"
     "  text It is. P\n"
     "  link other http://p.p title=P\n", 0},
    {"role-text: with a number or a place",
     "# L\n"
     "## S\n"
     "- **Alpha** [Dataset (Zenodo)](http://a.a/1) [Data2](http://a.a/2) "
     "[Paper 3](http://p.p) [GitHub repo](http://c.c)\n",
     "section S\n"
     "entry Alpha in S\n"
     "  link download http://a.a/1 label=Dataset (Zenodo)\n"
     "  link download http://a.a/2 label=Data2\n"
     "  link paper http://p.p label=Paper 3\n"
     "  link code http://c.c label=GitHub repo\n", 0},
    {"mail",
     "# L\n"
     "## S\n"
     "**Alpha**\n"
     "Write to <owls@example.org>. Data: http://a.a\n",
     "section S\n"
     "entry Alpha in S\n"
     "  id alpha\n"
     "  text Write to owls@example.org. Data: http://a.a\n"
     "  contact owls@example.org\n"
     "  link other mailto:owls@example.org title=owls@example.org\n"
     "  link download http://a.a label=Data\n", IDS},
    {"named-text",
     "# L\n"
     "## S\n"
     "**Alpha**\n"
     "It is.\n"
     "Access: Contact authors.\n"
     "License: CC BY 4.0\n"
     "\n"
     "**Beta**\n"
     "It is.\n"
     "Access: by post\n",
     "section S\n"
     "entry Alpha in S\n"
     "  text It is.\n"
     "  access contact\n"
     "  note Contact authors.\n"
     "  licence CC BY 4.0\n"
     "entry Beta in S\n"
     "  text It is.\n"
     "  note by post\n", 0},
    {"named-text: a licence with a link",
     "# L\n"
     "## S\n"
     "- [Alpha](http://a.a) - It is. License: [MIT](http://l.l)\n",
     "section S\n"
     "entry Alpha in S\n"
     "  text It is. License: MIT\n"
     "  licence MIT http://l.l\n"
     "  link landing http://a.a\n"
     "  link licence http://l.l label=License title=MIT\n", 0},
    {"data-file",
     "# L\n"
     "## S\n"
     "**Alpha**\n"
     "Data: http://a.a/owls.csv\n"
     "Download: http://a.a/owls.zip?x=1\n"
     "Code: https://github.com/o/o/blob/main/x.csv\n",
     "section S\n"
     "entry Alpha in S\n"
     "  id alpha\n"
     "  link download http://a.a/owls.csv label=Data direct text/csv\n"
     "  link download http://a.a/owls.zip?x=1 label=Download direct "
     "application/zip\n"
     "  link code https://github.com/o/o/blob/main/x.csv label=Code\n", IDS},
    {"data-file: the link of a title",
     "# L\n"
     "## S\n"
     "- [Alpha](http://a.a/owls.zip) - It is.\n",
     "section S\n"
     "entry Alpha in S\n"
     "  id alpha\n"
     "  text It is.\n"
     "  link download http://a.a/owls.zip direct application/zip\n", IDS},
    {"shared-url",
     "# L\n"
     "## S\n"
     "- [Alpha](http://a.a) - It is.\n"
     "- [Beta](http://b.b) - It is, [too](http://a.a).\n",
     "section S\n"
     "entry Alpha in S\n"
     "  id alpha\n"
     "  text It is.\n"
     "  link landing http://a.a shared\n"
     "entry Beta in S\n"
     "  id beta\n"
     "  text It is, too.\n"
     "  link landing http://b.b\n"
     "  link other http://a.a title=too shared\n", IDS},
    {"relative-link",
     "# L\n"
     "## S\n"
     "- [Alpha](docs/alpha.md) - It is.\n",
     "report relative-url @3\n"
     "section S\n"
     "entry Alpha in S\n"
     "  text It is.\n"
     "  link landing docs/alpha.md\n", REPORTS},
    {"mail: without a mailbox, and with more than one needs",
     "# L\n"
     "## S\n"
     "- [Alpha](http://a.a) - by [no one](mailto:)\n"
     "- [Beta](http://b.b) - by [Ann](mailto:ann@owls.example?subject=Owls)\n",
     "report malformed-url @3\n"
     "section S\n"
     "entry Alpha in S\n"
     "  text by no one\n"
     "  link landing http://a.a\n"
     "  link other mailto: title=no one\n"
     "entry Beta in S\n"
     "  text by Ann\n"
     "  contact ann@owls.example\n"
     "  link landing http://b.b\n"
     "  link other mailto:ann@owls.example?subject=Owls title=Ann\n", REPORTS},
    {"reference-link: what nothing refers to",
     "# L\n"
     "## S\n"
     "- [Alpha][a  link] - It is.\n"
     "- [Beta]: http://b.b\n"
     "- [Gamma]\n"
     "\n"
     "[A Link]: http://a.a\n"
     "[gamma]: http://c.c \"G\"\n"
     "[delta]: http://d.d\n"
     "[//]: # (a comment)\n",
     "report unplaced @4\n"
     "report unplaced @9\n"
     "report no-description @5\n"
     "section S\n"
     "entry Alpha in S\n"
     "  text It is.\n"
     "  link landing http://a.a\n"
     "entry Gamma in S\n"
     "  link landing http://c.c note=G\n", REPORTS},
    {"link-slip: what is not mended",
     "# L\n"
     "## S\n"
     "- [Alpha](http://a.a/a b.csv) - It is.\n"
     "- Beta, see (this)[http://b.b]\n"
     "- [Gamma](http://c.c) - `f[0](x)` reads it.\n",
     "report malformed-link @3\n"
     "report no-description @4\n"
     "section S\n"
     "entry [Alpha]( in S\n"
     "  text http://a.a/a b.csv) - It is.\n"
     "  link other http://a.a/a\n"
     "entry Beta, see (this) in S\n"
     "  link landing http://b.b\n"
     "entry Gamma in S\n"
     "  text f[0](x) reads it.\n"
     "  link landing http://c.c\n", REPORTS},
    {"link-slip: no blank behind the dash",
     "# L\n"
     "## S\n"
     "-[Alpha](http://a.a) - It is.\n"
     "-[Beta](http://b.b) - It is.\n"
     "- [Gamma](http://c.c)\n",
     "section S\n"
     "entry Alpha in S\n"
     "  text It is.\n"
     "  link landing http://a.a\n"
     "entry Beta in S\n"
     "  text It is.\n"
     "  link landing http://b.b\n"
     "entry Gamma in S\n"
     "  link landing http://c.c\n", 0},
    {"html-link: what is shown from elsewhere",
     "# L\n"
     "## S\n"
     "- [Alpha](http://a.a) <iframe src=\"http://f.f/x\"></iframe> is.\n"
     "\n"
     "<video src=\"http://v.v/v.mp4\"></video>\n",
     "section S\n"
     "entry Alpha in S\n"
     "  text is.\n"
     "  link landing http://a.a\n", REPORTS},
    {"reference-link: what looks like no reference, or is defined beside a slip",
     "# L\n"
     "## S\n"
     "- [Alpha]: it is good\n"
     "- [Beta][ÜBER] is.\n"
     "- [Gamma] (http://c.c/own) - It is.\n"
     "\n"
     "[alpha]: http://a.a\n"
     "[über]: http://b.b\n"
     "[gamma]: http://c.c\n",
     "report mended @5\n"
     "report unplaced @9\n"
     "section S\n"
     "entry Alpha in S\n"
     "  text it is good\n"
     "  link landing http://a.a\n"
     "entry Beta in S\n"
     "  text is.\n"
     "  link landing http://b.b\n"
     "entry Gamma in S\n"
     "  text It is.\n"
     "  link landing http://c.c/own\n", REPORTS},
    {"link-slip: addresses behind one",
     "# L\n"
     "## S\n"
     "-[Alpha](http://a.a) - see http://b.b/_x_y_ and http://c.c/*x*z\n",
     "section S\n"
     "entry Alpha in S\n"
     "  text see http://b.b/_x_y_ and http://c.c/*x*z\n"
     "  link landing http://a.a\n"
     "  link other http://b.b/_x_y\n"
     "  link other http://c.c/*x*z\n", 0},
    {"url-role: papers at publishers",
     "# L\n"
     "## S\n"
     "- [Alpha](https://www.nature.com/articles/s41597-000-0001-1) - It is.\n"
     "- [Beta](http://b.b) - It is told of "
     "[here](https://ieeexplore.ieee.org/document/1) and "
     "[there](https://notieee.org/document/1).\n"
     "- [Gamma](https://openreview.net/group?id=1) - It is.\n",
     "section S\n"
     "entry Alpha in S\n"
     "  text It is.\n"
     "  link paper https://www.nature.com/articles/s41597-000-0001-1\n"
     "entry Beta in S\n"
     "  text It is told of here and there.\n"
     "  link landing http://b.b\n"
     "  link paper https://ieeexplore.ieee.org/document/1\n"
     "  link other https://notieee.org/document/1 title=there\n"
     "entry Gamma in S\n"
     "  text It is.\n"
     "  link landing https://openreview.net/group?id=1\n", 0},
    {"link-slip: no blank behind other bullets",
     "# L\n"
     "## S\n"
     "*[Alpha](http://a.a) - It is.\n"
     "*[Beta](http://b.b)* is emphasis.\n"
     "\n"
     "+[Gamma](http://c.c) - It is.\n"
     "-**Delta**: it is [here](http://d.d).\n"
     "\n"
     "##[Epsilon](http://e.e)\n"
     "It is.\n",
     "section S\n"
     "entry Alpha in S\n"
     "  text It is. Beta is emphasis.\n"
     "  link landing http://a.a\n"
     "  link other http://b.b title=Beta\n"
     "entry Gamma in S\n"
     "  text It is.\n"
     "  link landing http://c.c\n"
     "entry Delta in S\n"
     "  text it is here.\n"
     "  link other http://d.d\n"
     "entry Epsilon\n"
     "  text It is.\n"
     "  link landing http://e.e\n", 0},
    {"link-slip: no parenthesis behind the address",
     "# L\n"
     "## S\n"
     "- [Alpha](http://a.a/x_y_z : it is.\n"
     "- [Beta](http://b.b\n"
     "- [Gamma](http://c.c \"owls\") and [more](http://c.d.\n",
     "section S\n"
     "entry Alpha in S\n"
     "  text it is.\n"
     "  link landing http://a.a/x_y_z\n"
     "entry Beta in S\n"
     "  link landing http://b.b\n"
     "entry Gamma in S\n"
     "  link landing http://c.c note=owls\n"
     "  link other http://c.d\n", 0},
    {"access-phrase: in the text of a link",
     "# L\n"
     "## S\n"
     "- [Alpha](http://a.a) [Data (requires registration)](http://a.d)\n",
     "section S\n"
     "entry Alpha in S\n"
     "  access registration\n"
     "  note requires registration\n"
     "  link landing http://a.a\n"
     "  link access http://a.d label=Data (requires registration)\n", 0},
    {"picture-link: a badge with a kind and what it is",
     "# L\n"
     "## S\n"
     "- **Alpha** "
     "[![](https://img.shields.io/badge/Code-GitHub-blue)](http://"
     "c.c) "
     "[![](https://img.shields.io/badge/Project-Page-blue)](http:/"
     "/p.p)\n"
     "- **Beta** <a href=\"http://b.b\"><img "
     "src=\"https://img.shields.io/badge/%F0%9F%93%84%20Paper-PDF_"
     "file-red\"></a> "
     "[![](https://img.shields.io/badge/CVPR-2023-red)](http://d.d)\n",
     "section S\n"
     "entry Alpha in S\n"
     "  link code http://c.c label=Code title=GitHub note=GitHub\n"
     "  link landing http://p.p label=Project Page\n"
     "entry Beta in S\n"
     "  link paper http://b.b label=📄 Paper title=PDF file note=PDF file\n"
     "  link other http://d.d title=CVPR 2023\n", 0},
    {"role-text: wide words before a link's or an address's",
     "# L\n"
     "## S\n"
     "- Alpha\n"
     "  - 它是。\n"
     "  - [paper链接](http://a.p) | [数据集链接](http://a.d)\n"
     "- Beta\n"
     "  - 数据集论文：http://b.p\n"
     "    代码下载地址：http://b.c\n",
     "language zh\n"
     "section S\n"
     "entry Alpha in S\n"
     "  text - 它是。\n"
     "  link paper http://a.p label=paper链接\n"
     "  link download http://a.d label=数据集链接\n"
     "entry Beta in S\n"
     "  link paper http://b.p label=数据集论文\n"
     "  link download http://b.c label=代码下载地址\n", 0},
    {"bold-item: a URL behind the title",
     "# L\n"
     "## S\n"
     "1. **Alpha** (http://a.a) - It is.\n"
     "2. **Beta** (of 1990) - http://b.b\n"
     "3. **Gamma**: http://c.c - It is.\n"
     "4. **Delta** (http://d.d, in part) It is.\n"
     "5. **Epsilon**: http://e.e is of it.\n",
     "section S\n"
     "entry Alpha in S\n"
     "  text It is.\n"
     "  link landing http://a.a\n"
     "entry Beta in S\n"
     "  text (of 1990)\n"
     "  link landing http://b.b\n"
     "entry Gamma in S\n"
     "  text It is.\n"
     "  link landing http://c.c\n"
     "entry Delta in S\n"
     "  text (http://d.d, in part) It is.\n"
     "  link other http://d.d\n"
     "entry Epsilon in S\n"
     "  text http://e.e is of it.\n"
     "  link other http://e.e\n", 0},
    {"code: a URL that is the whole of a value",
     "# L\n"
     "## Alpha\n"
     "It is.\n"
     "\n"
     "- URL: `http://a.a/x`\n"
     "- API: `http://a.a/{key}`\n"
     "- Run `http://a.a/r` for `http://a.a/s`.\n"
     "\n"
     "## Beta\n"
     "It is, too.\n"
     "\n"
     "| Key | Value |\n"
     "|-----|-------|\n"
     "| Website | `http://b.b` |\n"
     "| Size | `4 GB` |\n",
     "entry Alpha\n"
     "  text It is. // - API: http://a.a/{key} / - Run http://a.a/r "
     "for http://a.a/s.\n"
     "  link landing http://a.a/x label=URL\n"
     "entry Beta\n"
     "  text It is, too. // Size: 4 GB\n"
     "  link landing http://b.b label=Website\n", 0},
    {"link-slip: each is reported",
     "# L\n"
     "##Owls\n"
     "-[Alpha](http://a.a) - It is.\n"
     "- [Beta] (http://b.b) - It is.\n"
     "- [Gamma](http://c.c - It is.\n"
     "- [Delta](http://d.d) (see http://d.e) - It is.\n",
     "report mended @2\n"
     "report mended @3\n"
     "report mended @4\n"
     "report mended @5\n"
     "section Owls\n"
     "entry Alpha in Owls\n"
     "  text It is.\n"
     "  link landing http://a.a\n"
     "entry Beta in Owls\n"
     "  text It is.\n"
     "  link landing http://b.b\n"
     "entry Gamma in Owls\n"
     "  text It is.\n"
     "  link landing http://c.c\n"
     "entry Delta in Owls\n"
     "  text (see http://d.e) - It is.\n"
     "  link landing http://d.d\n"
     "  link other http://d.e\n", REPORTS},
    {"licence-name: words that begin like one",
     "# L\n"
     "- [Alpha](http://a.a) has [CC Bylines](http://a.b), "
     "[Creative Commons photos](http://a.c), [CC0-licensed "
     "calls](http://a.d) is.\n"
     "- [Beta](http://b.b) is [CC BY-SA 4.0](http://b.c).\n"
     "- [Gamma](http://c.c) is [Creative Commons "
     "Attribution](http://c.d).\n"
     "- [Delta](http://d.d) is [CC0](http://d.c).\n",
     "entry Alpha\n"
     "  text has CC Bylines, Creative Commons photos, CC0-licensed "
     "calls is.\n"
     "  link landing http://a.a\n"
     "  link other http://a.b title=CC Bylines\n"
     "  link other http://a.c title=Creative Commons photos\n"
     "  link other http://a.d title=CC0-licensed calls\n"
     "entry Beta\n"
     "  text is CC BY-SA 4.0.\n"
     "  licence CC BY-SA 4.0 http://b.c\n"
     "  link landing http://b.b\n"
     "  link licence http://b.c title=CC BY-SA 4.0\n"
     "entry Gamma\n"
     "  text is Creative Commons Attribution.\n"
     "  licence Creative Commons Attribution http://c.d\n"
     "  link landing http://c.c\n"
     "  link licence http://c.d title=Creative Commons Attribution\n"
     "entry Delta\n"
     "  text is CC0.\n"
     "  licence CC0 http://d.c\n"
     "  link landing http://d.d\n"
     "  link licence http://d.c title=CC0\n", 0},
    {"note: a condition of access in the hint",
     "# L\n"
     "- [Alpha](http://a.a) has [data](http://a.d \"requires "
     "registration\").\n",
     "entry Alpha\n"
     "  text has data.\n"
     "  access registration\n"
     "  note requires registration\n"
     "  link landing http://a.a\n"
     "  link download http://a.d label=data note=requires registration\n", 0},
    {"link-once: the seventeenth",
     "# L\n"
     "- [Alpha](http://a.a) It has http://b.a http://b.b "
     "http://b.c http://b.d http://b.e http://b.f http://b.g "
     "http://b.h http://b.i http://b.j http://b.k http://b.l "
     "http://b.m http://b.n http://b.o http://b.p http://b.q and "
     "http://b.q again.\n",
     "entry Alpha\n"
     "  text It has http://b.a http://b.b http://b.c http://b.d "
     "http://b.e http://b.f http://b.g http://b.h http://b.i "
     "http://b.j http://b.k http://b.l http://b.m http://b.n "
     "http://b.o http://b.p http://b.q and http://b.q again.\n"
     "  link landing http://a.a\n"
     "  link other http://b.a\n"
     "  link other http://b.b\n"
     "  link other http://b.c\n"
     "  link other http://b.d\n"
     "  link other http://b.e\n"
     "  link other http://b.f\n"
     "  link other http://b.g\n"
     "  link other http://b.h\n"
     "  link other http://b.i\n"
     "  link other http://b.j\n"
     "  link other http://b.k\n"
     "  link other http://b.l\n"
     "  link other http://b.m\n"
     "  link other http://b.n\n"
     "  link other http://b.o\n"
     "  link other http://b.p\n"
     "  link other http://b.q\n", 0},
};

int
main(void)
{
    return RUN_RULES("links", rules);
}
