/* SPDX-License-Identifier: MIT */
/* Lists that are written more than listed: in sentences, citations, blog posts.
 */
#include "rules.h"

static const struct rule rules[] = {
    {"sisters-vote: a link in the text below most",
     "# L\n"
     "## Alpha\n"
     "It is what it is, and can be had [here](http://a.a).\n"
     "## Beta\n"
     "Made in 2019. See http://b.b for more.\n"
     "## Gamma\n"
     "Another one, by [the makers](http://c.c) of Beta.\n"
     "## Delta\n"
     "It was never put online.\n",
     "entry Alpha\n"
     "  text It is what it is, and can be had here.\n"
     "  link other http://a.a\n"
     "entry Beta\n"
     "  text Made in 2019. See http://b.b for more.\n"
     "  link other http://b.b\n"
     "entry Gamma\n"
     "  text Another one, by the makers of Beta.\n"
     "  link other http://c.c title=the makers\n"
     "entry Delta\n"
     "  text It was never put online.\n", 0},
    {"sisters-vote: sections whose text has a link, beside many entries",
     "# L\n"
     "## On owls\n"
     "More of them are [there](http://x.a).\n"
     "## On ducks\n"
     "What they eat is [here](http://x.b).\n"
     "## On geese\n"
     "For more read [that](http://x.c).\n"
     "## Birds\n"
     "- [Alpha](http://a.a) - It is.\n"
     "- [Beta](http://b.b) - It is.\n",
     "section On owls: More of them are there <http://x.a>.\n"
     "section On ducks: What they eat is here <http://x.b>.\n"
     "section On geese: For more read that <http://x.c>.\n"
     "section Birds\n"
     "entry Alpha in Birds\n"
     "  text It is.\n"
     "  link landing http://a.a\n"
     "entry Beta in Birds\n"
     "  text It is.\n"
     "  link landing http://b.b\n", 0},
    {"sisters-vote: one name with its link",
     "# L\n"
     "## Owls\n"
     "[Alpha](http://a.a)\n"
     "## Ducks\n"
     "- [Beta](http://b.b) - It is.\n"
     "- [Gamma](http://c.c) - It is.\n"
     "## Geese\n"
     "Delta counts: http://d.d\n",
     "section Owls\n"
     "section Ducks\n"
     "section Geese\n"
     "entry Alpha in Owls\n"
     "  link landing http://a.a\n"
     "entry Beta in Ducks\n"
     "  text It is.\n"
     "  link landing http://b.b\n"
     "entry Gamma in Ducks\n"
     "  text It is.\n"
     "  link landing http://c.c\n"
     "entry Delta counts in Geese\n"
     "  link landing http://d.d\n", 0},
    {"sisters-vote: a table of contents",
     "# L\n"
     "## All of them\n"
     "- [Alpha](#alpha)\n"
     "- [Beta](#beta)\n"
     "## Alpha\n"
     "Data: http://a.a\n"
     "## Beta\n"
     "Data: http://b.b\n",
     "section All of them\n"
     "entry Alpha\n"
     "  link download http://a.a label=Data\n"
     "entry Beta\n"
     "  link download http://b.b label=Data\n", 0},
    {"key-heading: the references of several entries",
     "# L\n"
     "## Alpha\n"
     "It is.\n"
     "### References\n"
     "- [On Alpha](http://a.a)\n"
     "## Beta\n"
     "It is, too.\n"
     "### References\n"
     "- [On Beta](http://b.b)\n"
     "## Gamma\n"
     "### References\n"
     "- [On Gamma](http://c.c)\n",
     "entry Alpha\n"
     "  text It is. // References\n"
     "  link reference http://a.a label=References title=On Alpha "
     "note=On Alpha\n"
     "entry Beta\n"
     "  text It is, too. // References\n"
     "  link reference http://b.b label=References title=On Beta "
     "note=On Beta\n"
     "entry Gamma\n"
     "  text References\n"
     "  link reference http://c.c label=References title=On Gamma "
     "note=On Gamma\n", 0},
    {"named-paragraph: many words, or none but a bracket, before the URL",
     "# L\n"
     "## Birds\n"
     "Alpha: http://a.a\n"
     "\n"
     "Owls, their eggs & nests, and whatever else was counted in the north: "
     "http://b.b\n"
     "\n"
     "Gamma (gone since 2020) http://c.c\n",
     "section Birds\n"
     "entry Alpha in Birds\n"
     "  link landing http://a.a\n"
     "entry Owls, their eggs & nests, and whatever else was counted in the "
     "north in Birds\n"
     "  link landing http://b.b\n"
     "entry Gamma (gone since 2020) in Birds\n"
     "  link landing http://c.c\n", 0},
    {"kind-item",
     "# L\n"
     "## Birds\n"
     "- A dataset of [barn owls](http://a.a) in the wild\n"
     "- A large collection of [eggs](http://b.b)\n"
     "- What was found by night may be a dataset on [nests](http://c.c)\n",
     "section Birds\n"
     "entry A dataset of barn owls in Birds\n"
     "  text in the wild\n"
     "  link landing http://a.a title=barn owls\n"
     "entry A large collection of eggs in Birds\n"
     "  link landing http://b.b title=eggs\n"
     "entry nests in Birds\n"
     "  text What was found by night may be a dataset on nests\n"
     "  link other http://c.c title=nests\n", 0},
    {"cited-title",
     "# L\n"
     "## Birds\n"
     "- Owl, Ann, et al. \"**Owls: a count.**\" J. Birds (2020). "
     "[[paper](http://a.a)]\n"
     "- A. Owl and B. Duck, \xE2\x80\x9C" "Ducks at night,\xE2\x80\x9D 2021. "
     "[[paper](http://b.b)]\n",
     "section Birds\n"
     "entry Owls: a count in Birds\n"
     "  text Owl, Ann, et al. \"Owls: a count.\" J. Birds (2020).\n"
     "  link paper http://a.a label=paper\n"
     "entry Ducks at night in Birds\n"
     "  text A. Owl and B. Duck, \xE2\x80\x9C" "Ducks at night,\xE2\x80\x9D "
     "2021.\n"
     "  link paper http://b.b label=paper\n", 0},
    {"thanks",
     "# L\n"
     "## In short\n"
     "Thanks to the following folks:\n"
     "- [Ann Owl](http://ann.a)\n"
     "- [Ben Duck](http://ben.a)\n"
     "## Birds\n"
     "- [Alpha](http://a.a) - It is.\n",
     "section In short: Thanks to the following folks: // Ann Owl "
     "<http://ann.a> // Ben Duck <http://ben.a>\n"
     "section Birds\n"
     "entry Alpha in Birds\n"
     "  text It is.\n"
     "  link landing http://a.a\n", 0},
    {"parts: where lists below titles are text",
     "# L\n"
     "## Birds\n"
     "**Alpha**\n"
     "- Owls of the north, and how they were counted by night in 2019\n"
     "\n"
     "**Beta**\n"
     "- More than twelve images, taken from trees and from a balloon\n"
     "\n"
     "**Gamma**\n"
     "- What is known of geese, in the words of those who saw them\n"
     "\n"
     "**Delta**\n"
     "- Labelled: twelve images of ducks\n"
     "- Other: all the rest\n",
     "section Birds\n"
     "entry Alpha in Birds\n"
     "  text - Owls of the north, and how they were counted by night in 2019\n"
     "entry Beta in Birds\n"
     "  text - More than twelve images, taken from trees and from a balloon\n"
     "entry Gamma in Birds\n"
     "  text - What is known of geese, in the words of those who saw them\n"
     "entry Delta in Birds\n"
     "  text - Labelled: twelve images of ducks / - Other: all the rest\n",
     0},
    {"html-table: with blank lines",
     "# L\n"
     "<table>\n"
     "\n"
     "  <!-- the head -->\n"
     "  <tr><td>Dataset</td><td>Paper</td></tr>\n"
     "\n"
     "  <tr>\n"
     "    <td><a href=\"http://a.a\">Alpha</a></td>\n"
     "\n"
     "    <td><a href=\"http://p.a\">Owl 2019</a></td>\n"
     "  </tr>\n"
     "\n"
     "</table>\n",
     "entry Alpha\n"
     "  link landing http://a.a\n"
     "  link paper http://p.a label=Paper title=Owl 2019 "
     "note=Owl 2019\n", 0},
    {"html-table: with Markdown behind blank lines",
     "# L\n"
     "## Birds\n"
     "<table><tr><td>\n"
     "\n"
     "[Alpha](http://a.a) - It is.\n"
     "\n"
     "</td><td>\n"
     "\n"
     "[Beta](http://b.b) - It is.\n"
     "\n"
     "</td></tr></table>\n",
     "section Birds\n"
     "entry Alpha in Birds\n"
     "  text It is.\n"
     "  link landing http://a.a\n"
     "entry Beta in Birds\n"
     "  text It is.\n"
     "  link landing http://b.b\n", 0},
};

int
main(void)
{
    return RUN_RULES("sentences", rules);
}
