/* SPDX-License-Identifier: MIT */
/* Rules of catex-lists(7) for lists and their items. */
#include "rules.h"

static const struct rule rules[] = {
    {"properties",
     "# L\n"
     "## S\n"
     "### Alpha\n"
     "What it is.\n"
     "\n"
     "- **Size**: 12 images\n"
     "- License: CC BY 4.0\n"
     "- **Link**: <http://a.b/c>\n"
     "\n"
     "And more.\n"
     "\n"
     "### Beta\n"
     "- Size: 3\n"
     "- Homepage: http://b.c\n",
     "section S\n"
     "entry Alpha in S\n"
     "  text What it is. // - Size: 12 images // And more.\n"
     "  licence CC BY 4.0\n"
     "  link landing http://a.b/c label=Link\n"
     "entry Beta in S\n"
     "  text - Size: 3\n"
     "  link landing http://b.c label=Homepage\n", 0},
    {"linked-item",
     "# L\n"
     "## S\n"
     "- [Alpha](http://a.b/1) - What it is.\n"
     "- [Beta](http://a.b/2): what it\n"
     "  is, [paper](http://p.p/p).\n"
     "* [Gamma](http://a.b/3) – It is.\n",
     "section S\n"
     "entry Alpha in S\n"
     "  text What it is.\n"
     "  link landing http://a.b/1\n"
     "entry Beta in S\n"
     "  text what it is, paper.\n"
     "  link landing http://a.b/2\n"
     "  link paper http://p.p/p label=paper\n"
     "entry Gamma in S\n"
     "  text It is.\n"
     "  link landing http://a.b/3\n", 0},
    {"numbered-title",
     "# L\n"
     "## S\n"
     "1) Alpha\n"
     "* [home](http://a.b/1)\n"
     "* Text of it.\n"
     "\n"
     "2) Beta\n"
     "* [home](http://b.b/1)\n",
     "section S\n"
     "entry Alpha in S\n"
     "  text - Text of it.\n"
     "  link landing http://a.b/1 label=home\n"
     "entry Beta in S\n"
     "  link landing http://b.b/1 label=home\n", 0},
    {"item-goes-on",
     "# L\n"
     "## S\n"
     "- **Alpha** - is one.\n"
     "\n"
     "More of it, on [its page](http://a.a).\n"
     "\n"
     "Paper: http://p.p/1\n"
     "\n"
     "- **Beta** - is one. [Data](http://b.b)\n",
     "section S\n"
     "entry Alpha in S\n"
     "  text is one. // More of it, on its page.\n"
     "  link other http://a.a title=its page\n"
     "  link paper http://p.p/1 label=Paper\n"
     "entry Beta in S\n"
     "  text is one.\n"
     "  link download http://b.b label=Data\n", 0},
    {"linked-item: a check box is an ornament",
     "# L\n"
     "## S\n"
     "- [ ] [Alpha](http://a.a) - is one.\n"
     "- [x] [Beta](http://b.b) - is one.\n",
     "section S\n"
     "entry Alpha in S\n"
     "  text is one.\n"
     "  link landing http://a.a\n"
     "entry Beta in S\n"
     "  text is one.\n"
     "  link landing http://b.b\n", 0},
    {"numbered-title: an empty one names nothing",
     "# L\n"
     "## S\n"
     "1.\n"
     "- [Alpha](http://a.b)\n",
     "section S\n"
     "entry Alpha in S\n"
     "  link landing http://a.b\n", 0},
    {"plain-name",
     "# L\n"
     "## S\n"
     "- [Alpha](http://a.b) - What it is.\n"
     "- Beta\n"
     "- Gamma\n"
     "  - [data](http://g.g)\n",
     "report no-description @4\n"
     "report no-link @4\n"
     "report no-description @5\n"
     "section S\n"
     "entry Alpha in S\n"
     "  text What it is.\n"
     "  link landing http://a.b\n"
     "entry Beta in S\n"
     "entry Gamma in S\n"
     "  link download http://g.g label=data\n", REPORTS},
    {"lines",
     "# L\n"
     "## S\n"
     "- [Alpha](\n"
     "  http://a.b) text\n"
     "  goes on.\n"
     "- **Beta** text\n"
     "  - [data](http://b.b)\n"
     "\n"
     "  More of it.\n",
     "section S @2-9\n"
     "entry Alpha in S @3-5\n"
     "  text text goes on.\n"
     "  link landing http://a.b @3\n"
     "entry Beta in S @6-9\n"
     "  text text // More of it.\n"
     "  link download http://b.b label=data @7\n", LINES},
    {"lines: of a comment that belongs to an entry",
     "# L\n"
     "## S\n"
     "**Alpha** - It is.\n"
     "\n"
     "<!-- one\n"
     "\n"
     "two -->\n"
     "## T\n",
     "section S @2-7\n"
     "section T @8-8\n"
     "entry Alpha in S @3-7\n"
     "  text It is.\n", LINES},
    {"plain-name: sentences are none",
     "# L\n"
     "- [Alpha](http://a.a) - It is.\n"
     "\n"
     "<!-- -->\n"
     "* Know what it is (all, or parts).\n"
     "* Ask the owls first.\n"
     "* Name your source.\n",
     "about Know what it is (all, or parts). // Ask the owls first. // Name your "
     "source.\n"
     "entry Alpha\n"
     "  text It is.\n"
     "  link landing http://a.a\n", 0},
    {"plain-name: with text in a line of its own",
     "# L\n"
     "## S\n"
     "- Alpha\n"
     "  and [its paper](http://p.p).\n"
     "- [Beta](http://b.b)\n"
     "- wrapped\n"
     "  words\n",
     "section S\n"
     "entry Alpha in S\n"
     "  link paper http://p.p title=its paper\n"
     "entry Beta in S\n"
     "  link landing http://b.b\n"
     "entry wrapped words in S\n", 0},
    {"bold-item",
     "# L\n"
     "## S\n"
     "- **Alpha**: it is. [Paper](http://p.p)\n"
     "- **Beta**\n"
     "  - http://b.b\n"
     "- **[Gamma](http://c.c)** it is.\n",
     "section S\n"
     "entry Alpha in S\n"
     "  text it is.\n"
     "  link paper http://p.p label=Paper\n"
     "entry Beta in S\n"
     "  link landing http://b.b\n"
     "entry Gamma in S\n"
     "  text it is.\n"
     "  link landing http://c.c\n", 0},
    {"named-item",
     "# L\n"
     "## S\n"
     "- Alpha: http://a.a\n"
     "- Beta ([site](http://b.b)) - it is.\n"
     "- Gamma - [link](http://c.c)\n",
     "section S\n"
     "entry Alpha in S\n"
     "  link landing http://a.a\n"
     "entry Beta in S\n"
     "  text it is.\n"
     "  link landing http://b.b\n"
     "entry Gamma in S\n"
     "  link landing http://c.c\n", 0},
    {"bare-url-item",
     "# L\n"
     "## S\n"
     "- http://a.a/x\n"
     "- <https://b.b/y/>\n"
     "- www.c.c\n",
     "section S\n"
     "entry http://a.a/x in S\n"
     "  link landing http://a.a/x\n"
     "entry https://b.b/y/ in S\n"
     "  link landing https://b.b/y/\n"
     "entry www.c.c in S\n"
     "  link landing http://www.c.c\n", 0},
    {"bare-url-item: beside others it is a link of what is above",
     "# L\n"
     "## S\n"
     "### Alpha\n"
     "- 12 images\n"
     "- http://a.a\n",
     "section S\n"
     "entry Alpha in S\n"
     "  text - 12 images\n"
     "  link landing http://a.a\n", 0},
    {"nested-groups",
     "# L\n"
     "## S\n"
     "- Birds\n"
     "  - [Alpha](http://a.a) - It is.\n"
     "  - Owls:\n"
     "    - [Beta](http://b.b) - It is.\n"
     "- [Gamma](http://c.c) - It is.\n",
     "section S\n"
     "entry Alpha in S\n"
     "  group Birds\n"
     "  text It is.\n"
     "  link landing http://a.a\n"
     "entry Beta in S\n"
     "  group Owls\n"
     "  text It is.\n"
     "  link landing http://b.b\n"
     "entry Gamma in S\n"
     "  text It is.\n"
     "  link landing http://c.c\n", 0},
    {"nested-groups: not where most names stand over links of theirs",
     "# L\n"
     "## S\n"
     "1. Alpha\n"
     "   - [Paper](http://a.a/p)\n"
     "2. Beta\n"
     "   - [Data](http://b.b/d)\n"
     "3. Gamma\n"
     "   - [All the calls](http://c.c/1)\n"
     "   - [Code](http://c.c/2)\n",
     "section S\n"
     "entry Alpha in S\n"
     "  link paper http://a.a/p label=Paper\n"
     "entry Beta in S\n"
     "  link download http://b.b/d label=Data\n"
     "entry Gamma in S\n"
     "  link other http://c.c/1 title=All the calls\n"
     "  link code http://c.c/2 label=Code\n", 0},
    {"nested-entries",
     "# L\n"
     "## S\n"
     "- [Alpha](http://a.a) - It is.\n"
     "  - [Train](http://t.t)\n"
     "  - Paper: [Doe](http://p.p)\n"
     "  - It has words.\n"
     "\n"
     "  And a paragraph.\n",
     "section S\n"
     "entry Alpha in S\n"
     "  text It is. // - It has words. // And a paragraph.\n"
     "  link landing http://a.a\n"
     "  link other http://t.t title=Train\n"
     "  link paper http://p.p label=Paper title=Doe note=Doe\n", 0},
    {"ordered-items",
     "# L\n"
     "## S\n"
     "1. [Alpha](http://a.a) - It is.\n"
     "2) [Beta](http://b.b) - It is.\n",
     "section S\n"
     "entry Alpha in S\n"
     "  text It is.\n"
     "  link landing http://a.a\n"
     "entry Beta in S\n"
     "  text It is.\n"
     "  link landing http://b.b\n", 0},
    {"key-repeated",
     "# L\n"
     "## S\n"
     "### Alpha\n"
     "**Habitat:** woods, see the [map](http://a.a)\n"
     "### Beta\n"
     "**Habitat:** fields, see the [map](http://b.b)\n"
     "### Gamma\n"
     "**Habitat:** towns, see the [map](http://c.c)\n",
     "section S\n"
     "entry Alpha in S\n"
     "  text Habitat: woods, see the map\n"
     "  link other http://a.a title=map\n"
     "entry Beta in S\n"
     "  text Habitat: fields, see the map\n"
     "  link other http://b.b title=map\n"
     "entry Gamma in S\n"
     "  text Habitat: towns, see the map\n"
     "  link other http://c.c title=map\n", 0},
    {"key-repeated: what stands there once may be a title",
     "# L\n"
     "## S\n"
     "**Alpha:** woods, see the [map](http://a.a)\n",
     "section S\n"
     "entry Alpha in S\n"
     "  text woods, see the map\n"
     "  link other http://a.a title=map\n", 0},
    {"key-repeated: of links within items",
     "# L\n"
     "## S\n"
     "1. Alpha\n"
     "   - [Nest camera](http://a.a)\n"
     "2. Beta\n"
     "   - [Nest camera](http://b.b)\n"
     "3. Gamma\n"
     "   - [Nest camera](http://c.c)\n"
     "   - [Paper](http://p.p)\n",
     "section S\n"
     "entry Alpha in S\n"
     "  link other http://a.a title=Nest camera\n"
     "entry Beta in S\n"
     "  link other http://b.b title=Nest camera\n"
     "entry Gamma in S\n"
     "  link other http://c.c title=Nest camera\n"
     "  link paper http://p.p label=Paper\n", 0},
    {"label-bullet",
     "# L\n"
     "## S\n"
     "### Alpha\n"
     "- Download:\n"
     "  - [part one](http://a.a/1)\n"
     "  - mirror: http://a.a/2\n"
     "- Paper: http://p.p\n",
     "section S\n"
     "entry Alpha in S\n"
     "  link download http://a.a/1 label=Download title=part one note=part "
     "one\n"
     "  link download http://a.a/2 label=mirror\n"
     "  link paper http://p.p label=Paper\n", 0},
    {"parts",
     "# L\n"
     "## S\n"
     "**Alpha**\n"
     "It is.\n"
     "\n"
     "- One - the first, of which one speaks at length here.\n"
     "- Two: the second.\n"
     "- **Three**: the third. [Paper](http://p.p)\n",
     "section S\n"
     "entry Alpha in S\n"
     "  id alpha\n"
     "  collection\n"
     "  text It is.\n"
     "part One of Alpha in S\n"
     "  id alpha--one\n"
     "  text the first, of which one speaks at length here.\n"
     "part Two of Alpha in S\n"
     "  id alpha--two\n"
     "  text the second.\n"
     "part Three of Alpha in S\n"
     "  id alpha--three\n"
     "  described by url-78775e19\n"
     "  text the third.\n"
     "  link paper http://p.p label=Paper\n", IDS},
    {"parts: a linked entry has none",
     "# L\n"
     "## S\n"
     "**Alpha**\n"
     "It is. Data: http://a.a\n"
     "\n"
     "- [One](http://a.a/1) - the first.\n"
     "- [Two](http://a.a/2) - the second.\n",
     "section S\n"
     "entry Alpha in S\n"
     "  text It is. Data: http://a.a // - One - the first. / - Two - the "
     "second.\n"
     "  link download http://a.a label=Data\n"
     "  link other http://a.a/1 title=One\n"
     "  link other http://a.a/2 title=Two\n", 0},
    {"parts: yearly links are links",
     "# L\n"
     "## S\n"
     "**Alpha**\n"
     "It is.\n"
     "\n"
     "- 2016: http://a.a/16\n"
     "- 2017: http://a.a/17\n",
     "section S\n"
     "entry Alpha in S\n"
     "  text It is.\n"
     "  link other http://a.a/16 label=2016\n"
     "  link other http://a.a/17 label=2017\n", 0},
    {"run-in-part",
     "# L\n"
     "## S\n"
     "**Alpha**\n"
     "It is.\n"
     "\n"
     "- The Atlas of Owls provides pictures of owls for anyone who wants "
     "them.\n"
     "- One - the first.\n"
     "- Two - the second.\n",
     "section S\n"
     "entry Alpha in S\n"
     "  text It is.\n"
     "part The Atlas of Owls of Alpha in S\n"
     "  text provides pictures of owls for anyone who wants them.\n"
     "part One of Alpha in S\n"
     "  text the first.\n"
     "part Two of Alpha in S\n"
     "  text the second.\n", 0},
    {"topics",
     "# L\n"
     "## S\n"
     "**Alpha**\n"
     "It is.\n"
     "\n"
     "- Barn owls\n"
     "- Eagle owls\n",
     "section S\n"
     "entry Alpha in S\n"
     "  text It is.\n"
     "  topic Barn owls\n"
     "  topic Eagle owls\n", 0},
    {"topics: signs alone are none",
     "# L\n"
     "**Alpha**\n"
     "It is.\n"
     "\n"
     "- Barn owls\n"
     "- Eagle owls\n"
     "- --- |\n",
     "entry Alpha\n"
     "  text It is. // - Barn owls / - Eagle owls\n", 0},
    {"topics: sentences are none",
     "# L\n"
     "## S\n"
     "**Alpha**\n"
     "It is.\n"
     "\n"
     "- Barn owls, which live in barns and in the towers of old churches, far "
     "from towns.\n"
     "- Eagle owls, which live where there are no barns and no churches and "
     "no towns at all.\n",
     "section S\n"
     "entry Alpha in S\n"
     "  text It is. // - Barn owls, which live in barns and in the towers of "
     "old churches, far from towns. / - Eagle owls, which live where there "
     "are no barns and no churches and no towns at all.\n", 0},
    {"ornaments",
     "# L\n"
     "## S\n"
     "- 🦉 [Alpha](http://a.a) - It is.\n"
     "- ✅ **Beta** – It is. http://b.b\n"
     "- ![new](new.png) [Gamma](http://c.c) - It is.\n",
     "report unplaced @5\n"
     "section S\n"
     "entry Alpha in S\n"
     "  text It is.\n"
     "  link landing http://a.a\n"
     "entry Beta in S\n"
     "  text It is.\n"
     "  link landing http://b.b\n"
     "entry Gamma in S\n"
     "  text It is.\n"
     "  link landing http://c.c\n", REPORTS},
};

int
main(void)
{
    return RUN_RULES("lists", rules);
}
