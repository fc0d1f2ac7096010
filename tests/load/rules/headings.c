/* SPDX-License-Identifier: MIT */
/* Rules of catex-lists(7) for the list as a whole and its headings. */
#include "rules.h"

static const struct rule rules[] = {
    {"catalog-title",
     "# Data of Birds\n"
     "Where to find them. See [more](http://m.m).\n"
     "\n"
     "And one more paragraph.\n"
     "\n"
     "## S\n"
     "- [Alpha](http://a.a) - It is.\n",
     "catalog Data of Birds\n"
     "about Where to find them. See more <http://m.m>. // And one more "
     "paragraph.\n"
     "section S\n"
     "entry Alpha in S\n"
     "  text It is.\n"
     "  link landing http://a.a\n", 0},
    {"catalog-title: underlined, with a badge",
     "Data of *Birds* [![Lint](http://i.i/x.svg)](http://ci.ci)\n"
     "=============\n"
     "- [Alpha](http://a.a) - It is.\n",
     "report unplaced @1\n"
     "catalog Data of Birds\n"
     "entry Alpha\n"
     "  text It is.\n"
     "  link landing http://a.a\n", 0},
    {"catalog-title: two of the same level are none",
     "# One\n"
     "- [Alpha](http://a.a) - It is.\n"
     "# Two\n"
     "- [Beta](http://b.b) - It is.\n",
     "section One\n"
     "section Two\n"
     "entry Alpha in One\n"
     "  text It is.\n"
     "  link landing http://a.a\n"
     "entry Beta in Two\n"
     "  text It is.\n"
     "  link landing http://b.b\n", 0},
    {"catalog-title: of several the first, over no entries",
     "<h1 align=\"center\">Data of Birds</h1>\n"
     "\n"
     "Where to find them.\n"
     "\n"
     "## How to help\n"
     "See [there](http://h.h).\n"
     "\n"
     "# One\n"
     "- [Alpha](http://a.a) - It is.\n"
     "# Two\n"
     "- [Beta](http://b.b) - It is.\n",
     "catalog Data of Birds\n"
     "about Where to find them.\n"
     "matter How to help: See there <http://h.h>.\n"
     "section One\n"
     "section Two\n"
     "entry Alpha in One\n"
     "  text It is.\n"
     "  link landing http://a.a\n"
     "entry Beta in Two\n"
     "  text It is.\n"
     "  link landing http://b.b\n", 0},
    {"front-matter: TOML",
     "+++\n"
     "title = 'Data of Birds'\n"
     "date = 2020-01-01\n"
     "+++\n"
     "\n"
     "- [Alpha](http://a.a) - It is.\n",
     "catalog Data of Birds\n"
     "entry Alpha\n"
     "  text It is.\n"
     "  link landing http://a.a\n", 0},
    {"front-matter",
     "---\n"
     "title: \"Data of Birds\"\n"
     "description: Where to find them.\n"
     "lang: de\n"
     "tags: [a, b]\n"
     "---\n"
     "## S\n"
     "- [Alpha](http://a.a) - It is.\n"
     "## T\n"
     "- [Beta](http://b.b) - It is.\n",
     "catalog Data of Birds\n"
     "about Where to find them.\n"
     "language de\n"
     "section S\n"
     "section T\n"
     "entry Alpha in S\n"
     "  text It is.\n"
     "  link landing http://a.a\n"
     "entry Beta in T\n"
     "  text It is.\n"
     "  link landing http://b.b\n", 0},
    {"front-matter: a heading stands above it",
     "---\n"
     "title: Birds\n"
     "---\n"
     "# Data of Birds\n"
     "- [Alpha](http://a.a) - It is.\n",
     "catalog Data of Birds\n"
     "entry Alpha\n"
     "  text It is.\n"
     "  link landing http://a.a\n", 0},
    {"section-heading",
     "# L\n"
     "## Birds\n"
     "Those that fly.\n"
     "\n"
     "### Owls ###\n"
     "- [Alpha](http://a.a) - It is.\n"
     "\n"
     "Fishes\n"
     "------\n"
     "- [Beta](http://b.b) - It is.\n",
     "section Birds @2-3: Those that fly.\n"
     "section Owls below Birds @5-7\n"
     "section Fishes @8-10\n"
     "entry Alpha in Owls @6-6\n"
     "  text It is.\n"
     "  link landing http://a.a @6\n"
     "entry Beta in Fishes @10-10\n"
     "  text It is.\n"
     "  link landing http://b.b @10\n", LINES},
    {"section-heading: with a link",
     "# L\n"
     "## [Birds](http://birds.b)\n"
     "Those that fly.\n"
     "\n"
     "- [Alpha](http://a.a) - It is.\n"
     "- [Beta](http://b.b) - It is.\n",
     "section Birds: <http://birds.b> // Those that fly.\n"
     "entry Alpha in Birds\n"
     "  text It is.\n"
     "  link landing http://a.a\n"
     "entry Beta in Birds\n"
     "  text It is.\n"
     "  link landing http://b.b\n", 0},
    {"section-heading: without a blank",
     "# L\n"
     "##Birds\n"
     "Those that fly.\n"
     "###\xC3\x84lter\n"
     "- [Alpha](http://a.a) - It is.\n"
     "\n"
     "##!not\n"
     "```\n"
     "##code\n"
     "```\n",
     "section Birds: Those that fly.\n"
     "section \xC3\x84lter below Birds\n"
     "entry Alpha in \xC3\x84lter\n"
     "  text It is. // ##!not // ##code\n"
     "  link landing http://a.a\n", 0},
    {"section-heading: of HTML",
     "# L\n"
     "<h2 align=\"center\">Birds</h2>\n"
     "\n"
     "- [Alpha](http://a.a) - It is.\n",
     "section Birds\n"
     "entry Alpha in Birds\n"
     "  text It is.\n"
     "  link landing http://a.a\n", 0},
    {"section-number",
     "# L\n"
     "## 6. Birds\n"
     "- [Alpha](http://a.a) - It is.\n"
     "## 6. Fishes\n"
     "- [Beta](http://b.b) - It is.\n"
     "### 6.2 Eels\n"
     "- [Gamma](http://c.c) - It is.\n"
     "## 2020 in Review\n"
     "- [Delta](http://d.d) - It is.\n",
     "section number=6 Birds\n"
     "section number=6 Fishes\n"
     "section number=6.2 Eels below Fishes\n"
     "section 2020 in Review\n"
     "entry Alpha in Birds\n"
     "  id alpha\n"
     "  text It is.\n"
     "  link landing http://a.a\n"
     "entry Beta in Fishes\n"
     "  id beta\n"
     "  text It is.\n"
     "  link landing http://b.b\n"
     "entry Gamma in Eels\n"
     "  id gamma\n"
     "  text It is.\n"
     "  link landing http://c.c\n"
     "entry Delta in 2020 in Review\n"
     "  id delta\n"
     "  text It is.\n"
     "  link landing http://d.d\n", IDS},
    {"section-number: of entries",
     "# L\n"
     "## 3. Birds\n"
     "### 3.1 Alpha\n"
     "Data: http://a.a\n"
     "### 3) Beta\n"
     "Data: http://b.b\n"
     "### 4.5 million birds\n"
     "Data: http://c.c\n"
     "## Fishes\n"
     "### 4.200 Fishes\n"
     "Data: http://d.d\n",
     "section number=3 Birds\n"
     "section Fishes\n"
     "entry Alpha in Birds\n"
     "  link download http://a.a label=Data\n"
     "entry Beta in Birds\n"
     "  link download http://b.b label=Data\n"
     "entry 4.5 million birds in Birds\n"
     "  link download http://c.c label=Data\n"
     "entry 4.200 Fishes in Fishes\n"
     "  link download http://d.d label=Data\n", 0},
    {"matter-heading",
     "# L\n"
     "## Birds\n"
     "- [Alpha](http://a.a) - It is.\n"
     "## Contributing\n"
     "- [Guide](http://g.g) - How to.\n"
     "### Steps\n"
     "**First** do [this](http://t.t).\n"
     "## Licence\n"
     "[CC0](http://cc.cc)\n",
     "section Birds\n"
     "matter Contributing: Guide <http://g.g> - How to.\n"
     "matter Steps below Contributing: First do this <http://t.t>.\n"
     "matter Licence: CC0 <http://cc.cc>\n"
     "entry Alpha in Birds\n"
     "  text It is.\n"
     "  link landing http://a.a\n", 0},
    {"matter-heading: one that may be a topic, with sections below",
     "# L\n"
     "## News\n"
     "### Local\n"
     "- [Alpha](http://a.a) - It is.\n"
     "### Abroad\n"
     "- [Beta](http://b.b) - It is.\n",
     "section News\n"
     "section Local below News\n"
     "section Abroad below News\n"
     "entry Alpha in Local\n"
     "  text It is.\n"
     "  link landing http://a.a\n"
     "entry Beta in Abroad\n"
     "  text It is.\n"
     "  link landing http://b.b\n", 0},
    {"matter-heading: contents that are entries",
     "# L\n"
     "## Content\n"
     "- [Alpha](http://a.a) - It is.\n"
     "- [Beta](http://b.b) - It is.\n"
     "- [Gamma](http://c.c) - It is.\n"
     "## Index\n"
     "- [Owls](owls.md)\n"
     "- [Ducks](ducks.md)\n"
     "- [Geese](geese.md)\n",
     "section Content\n"
     "matter Index: Owls <owls.md> // Ducks <ducks.md> // Geese "
     "<geese.md>\n"
     "entry Alpha in Content\n"
     "  text It is.\n"
     "  link landing http://a.a\n"
     "entry Beta in Content\n"
     "  text It is.\n"
     "  link landing http://b.b\n"
     "entry Gamma in Content\n"
     "  text It is.\n"
     "  link landing http://c.c\n", 0},
    {"contents-list: paragraphs",
     "# L\n"
     "[**Owls**](#owls): what flies by night, see [there](http://t.t).\n"
     "\n"
     "## Owls\n"
     "- [Alpha](http://a.a) - It is.\n",
     "about Owls: what flies by night, see there <http://t.t>.\n"
     "section Owls\n"
     "entry Alpha in Owls\n"
     "  text It is.\n"
     "  link landing http://a.a\n", 0},
    {"contents-list: what stands beside its links",
     "# L\n"
     "- **[Birds](#birds)** and `code` ![pic](http://i.i/p.png)\n"
     "- [Fishes](#fishes)\n"
     "\n"
     "## Birds\n"
     "- [Alpha](http://a.a) - It is.\n",
     "report unplaced @2\n"
     "report unplaced @2\n"
     "report unplaced @2\n"
     "section Birds\n"
     "entry Alpha in Birds\n"
     "  text It is.\n"
     "  link landing http://a.a\n", 0},
    {"contents-list",
     "# L\n"
     "- **[Birds](#birds)**\n"
     "  - [Owls](#owls)\n"
     "- Others\n"
     "  - [Fishes](#fishes)\n"
     "  - [Elsewhere](http://e.e)\n"
     "\n"
     "## Birds\n"
     "- [Alpha](http://a.a) - It is.\n",
     "report unplaced @6\n"
     "section Birds\n"
     "entry Alpha in Birds\n"
     "  text It is.\n"
     "  link landing http://a.a\n", REPORTS},
    {"back-to-top",
     "# L\n"
     "## Birds\n"
     "**Alpha** It is. Data: http://a.a\n"
     "\n"
     "[Back to top](#l)\n"
     "\n"
     "<p align=\"right\">(<a href=\"#l\">up</a>)</p>\n",
     "section Birds\n"
     "entry Alpha in Birds\n"
     "  text It is. Data: http://a.a\n"
     "  link download http://a.a label=Data\n", 0},
    {"heading-entry",
     "# L\n"
     "## Birds\n"
     "### Alpha\n"
     "It is.\n"
     "\n"
     "- Size: 12 images\n"
     "- Data: http://a.a\n"
     "\n"
     "### 2. Beta\n"
     "Paper: http://b.b\n",
     "section Birds\n"
     "entry Alpha in Birds\n"
     "  text It is. // - Size: 12 images\n"
     "  link download http://a.a label=Data\n"
     "entry Beta in Birds\n"
     "  link paper http://b.b label=Paper\n", 0},
    {"heading-entry: with a link",
     "# L\n"
     "## Birds\n"
     "### [Alpha](http://a.a)\n"
     "It is.\n"
     "### Beta [code](http://b.b)\n"
     "It is, too.\n",
     "section Birds\n"
     "entry Alpha in Birds\n"
     "  text It is.\n"
     "  link landing http://a.a\n"
     "entry Beta in Birds\n"
     "  text It is, too.\n"
     "  link code http://b.b label=code\n", 0},
    {"key-heading",
     "# L\n"
     "## Birds\n"
     "### Alpha\n"
     "It is.\n"
     "#### Download\n"
     "Data: http://a.a\n"
     "#### Citation\n"
     "Doe 2019.\n",
     "section Birds\n"
     "entry Alpha in Birds\n"
     "  text It is. // Download // Citation // Doe 2019.\n"
     "  link download http://a.a label=Data\n", 0},
    {"key-heading: under each of several entries",
     "# L\n"
     "## Alpha\n"
     "### In short\n"
     "It is.\n"
     "## Beta\n"
     "### In short\n"
     "It is, too.\n"
     "## Gamma\n"
     "### In short\n"
     "And this. See [there](http://c.c).\n",
     "entry Alpha\n"
     "  text In short // It is.\n"
     "entry Beta\n"
     "  text In short // It is, too.\n"
     "entry Gamma\n"
     "  text In short // And this. See there.\n"
     "  link other http://c.c title=there\n", 0},
    {"sisters-vote: one link below some text",
     "# L\n"
     "## Alpha\n"
     "It is.\n"
     "- [All of it](http://a.a)\n"
     "## Beta\n"
     "It is, too.\n"
     "- Data: http://b.b\n"
     "## Gamma\n"
     "And this.\n"
     "- Data: http://c.c\n",
     "entry Alpha\n"
     "  text It is.\n"
     "  link other http://a.a title=All of it\n"
     "entry Beta\n"
     "  text It is, too.\n"
     "  link download http://b.b label=Data\n"
     "entry Gamma\n"
     "  text And this.\n"
     "  link download http://c.c label=Data\n", 0},
    {"sisters-vote: bare URLs",
     "# L\n"
     "## Owls\n"
     "- http://a.a\n"
     "## Ducks\n"
     "- [Beta](http://b.b) - It is.\n"
     "- [Gamma](http://c.c) - It is.\n",
     "section Owls\n"
     "section Ducks\n"
     "entry http://a.a in Owls\n"
     "  link landing http://a.a\n"
     "entry Beta in Ducks\n"
     "  text It is.\n"
     "  link landing http://b.b\n"
     "entry Gamma in Ducks\n"
     "  text It is.\n"
     "  link landing http://c.c\n", 0},
    {"sisters-vote: bare URLs below each",
     "# L\n"
     "## Alpha\n"
     "- http://a.a\n"
     "## Beta\n"
     "- http://b.b\n",
     "entry Alpha\n"
     "  link landing http://a.a\n"
     "entry Beta\n"
     "  link landing http://b.b\n", 0},
    {"sisters-vote",
     "# L\n"
     "## Birds\n"
     "### Alpha\n"
     "Data: http://a.a\n"
     "### Beta\n"
     "Nothing but words.\n"
     "### Gamma\n"
     "Data: http://c.c\n",
     "section Birds\n"
     "entry Alpha in Birds\n"
     "  link download http://a.a label=Data\n"
     "entry Beta in Birds\n"
     "  text Nothing but words.\n"
     "entry Gamma in Birds\n"
     "  link download http://c.c label=Data\n", 0},
    {"no-headings",
     "[Alpha](http://a.a) - It is.\n",
     "entry Alpha\n"
     "  text It is.\n"
     "  link landing http://a.a\n", 0},
    {"no-headings: a list alone",
     "- [Alpha](http://a.a) - It is.\n"
     "- [Beta](http://b.b) - It is.\n",
     "entry Alpha\n"
     "  text It is.\n"
     "  link landing http://a.a\n"
     "entry Beta\n"
     "  text It is.\n"
     "  link landing http://b.b\n", 0},
    {"model",
     "# Birds in Numbers\n"
     "\n"
     "Where to find them.\n"
     "\n"
     "## 1. Owls\n"
     "\n"
     "Those that hunt at night.\n"
     "\n"
     "**Alpha**\n"
     "One sentence or more on what it holds. Requires registration.\n"
     "Paper: https://doi.org/10.1234/alpha\n"
     "Data: https://owls.example/alpha.zip (2 GB)\n"
     "\n"
     "## 2. Ducks\n"
     "\n"
     "- [Beta](https://ducks.example/beta) - What it holds.\n"
     "- [Gamma](https://ducks.example/gamma) - What it holds.\n"
     "  [Paper](https://ducks.example/gamma.pdf)\n",
     "catalog Birds in Numbers\n"
     "about Where to find them.\n"
     "section number=1 Owls: Those that hunt at night.\n"
     "section number=2 Ducks\n"
     "entry Alpha in Owls\n"
     "  text One sentence or more on what it holds.\n"
     "  access registration\n"
     "  note Requires registration\n"
     "  link paper https://doi.org/10.1234/alpha label=Paper\n"
     "  link download https://owls.example/alpha.zip label=Data note=(2 GB)\n"
     "entry Beta in Ducks\n"
     "  text What it holds.\n"
     "  link landing https://ducks.example/beta\n"
     "entry Gamma in Ducks\n"
     "  text What it holds.\n"
     "  link landing https://ducks.example/gamma\n"
     "  link paper https://ducks.example/gamma.pdf label=Paper\n", 0},
};

int
main(void)
{
    return RUN_RULES("headings", rules);
}
