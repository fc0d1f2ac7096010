/* SPDX-License-Identifier: MIT */
/* Rules of catex-lists(7) for ids and what is read out of URLs. */
#include "rules.h"

static const struct rule rules[] = {
    {"counts",
     "# L\n"
     "## S\n"
     "**Alpha** - 1,200 annotated images of 40 patients, 2 million words.\n"
     "\n"
     "**Beta** - Over 20 hours, 4 images each, not 20 patients, 1 200 images.\n",
     "section S\n"
     "entry Alpha in S\n"
     "  id alpha\n"
     "  count 1200 annotated images\n"
     "  count 40 patients\n"
     "  count 2000000 words\n"
     "  text 1,200 annotated images of 40 patients, 2 million words.\n"
     "entry Beta in S\n"
     "  id beta\n"
     "  text Over 20 hours, 4 images each, not 20 patients, 1 200 images.\n", IDS},
    {"ids",
     "# L\n"
     "## S\n"
     "- [Das Große Œuvre: Vögel & Fische (2020)](http://a.a) - It is.\n"
     "- [new](http://b.b) - It is.\n"
     "- [鳥の本](http://c.c/tori/hon) - It is.\n",
     "section S\n"
     "entry Das Große Œuvre: Vögel & Fische (2020) in S\n"
     "  id das-grosse-oeuvre-vogel-fische-2020\n"
     "  text It is.\n"
     "  link landing http://a.a\n"
     "entry new in S\n"
     "  id record-new\n"
     "  text It is.\n"
     "  link landing http://b.b\n"
     "entry 鳥の本 in S\n"
     "  id c-c-tori-hon\n"
     "  text It is.\n"
     "  link landing http://c.c/tori/hon\n", IDS},
    {"ids: of namesakes",
     "# L\n"
     "## Birds\n"
     "- [Alpha](http://a.a) - It is.\n"
     "## Fishes\n"
     "- [Alpha](http://b.b) - It is.\n",
     "section Birds\n"
     "section Fishes\n"
     "entry Alpha in Birds\n"
     "  id alpha-e61d9c\n"
     "  text It is.\n"
     "  link landing http://a.a\n"
     "entry Alpha in Fishes\n"
     "  id alpha-ff772e\n"
     "  text It is.\n"
     "  link landing http://b.b\n", IDS},
    {"ids: of parts",
     "# L\n"
     "## S\n"
     "**Alpha**\n"
     "It is.\n"
     "\n"
     "- One - the first.\n"
     "- Two - the second.\n",
     "section S\n"
     "entry Alpha in S\n"
     "  id alpha\n"
     "  collection\n"
     "  text It is.\n"
     "part One of Alpha in S\n"
     "  id alpha--one\n"
     "  text the first.\n"
     "part Two of Alpha in S\n"
     "  id alpha--two\n"
     "  text the second.\n", IDS},
    {"ids: of what has no name",
     "# L\n"
     "## S\n"
     "- http://a.a/x/y.html\n"
     "- http://b.b/\n"
     "- http://c.c/z\n",
     "section S\n"
     "entry http://a.a/x/y.html in S\n"
     "  id a-a-x-y-html\n"
     "  link landing http://a.a/x/y.html\n"
     "entry http://b.b/ in S\n"
     "  id b-b\n"
     "  link landing http://b.b/\n"
     "entry http://c.c/z in S\n"
     "  id c-c-z\n"
     "  link landing http://c.c/z\n", IDS},
    {"publications",
     "# L\n"
     "## S\n"
     "**Alpha**\n"
     "It is.\n"
     "Paper: https://doi.org/10.1234/ABC.5\n"
     "Paper: https://arxiv.org/pdf/2001.00001v2\n"
     "Reference: http://www.ncbi.nlm.nih.gov/pubmed/23774715\n"
     "Reference: https://www.ncbi.nlm.nih.gov/pmc/articles/PMC123456/\n"
     "Paper: https://www.nature.com/articles/sdata201432\n"
     "Paper: http://p.p/paper.pdf\n",
     "section S\n"
     "entry Alpha in S\n"
     "  id alpha\n"
     "  described by doi-10.1234/abc.5\n"
     "  described by arxiv-2001.00001\n"
     "  reference pmid-23774715\n"
     "  reference pmcid-PMC123456\n"
     "  described by doi-10.1038/sdata.2014.32\n"
     "  described by url-64e567dd\n"
     "  text It is.\n"
     "  link paper https://doi.org/10.1234/ABC.5 label=Paper\n"
     "  link paper https://arxiv.org/pdf/2001.00001v2 label=Paper\n"
     "  link reference http://www.ncbi.nlm.nih.gov/pubmed/23774715 "
     "label=Reference\n"
     "  link reference https://www.ncbi.nlm.nih.gov/pmc/articles/PMC123456/ "
     "label=Reference\n"
     "  link paper https://www.nature.com/articles/sdata201432 label=Paper\n"
     "  link paper http://p.p/paper.pdf label=Paper\n", IDS},
    {"identifiers",
     "# L\n"
     "## S\n"
     "**Alpha**\n"
     "It is.\n"
     "Data: https://doi.org/10.5061/dryad.jp917\n"
     "Code: https://doi.org/10.5281/zenodo.1\n",
     "section S\n"
     "entry Alpha in S\n"
     "  id alpha\n"
     "  doi 10.5061/dryad.jp917\n"
     "  text It is.\n"
     "  link download https://doi.org/10.5061/dryad.jp917 label=Data\n"
     "  link code https://doi.org/10.5281/zenodo.1 label=Code\n", IDS},
    {"identifiers: what must not match",
     "# L\n"
     "## S\n"
     "**Alpha**\n"
     "It is.\n"
     "Paper: https://example.org/10.1234\n"
     "Paper: https://example.org/pubmed/list\n"
     "Data: https://arxiv.org/list/cs\n",
     "section S\n"
     "entry Alpha in S\n"
     "  id alpha\n"
     "  described by url-b8b7df83\n"
     "  described by url-cedd232e\n"
     "  text It is.\n"
     "  link paper https://example.org/10.1234 label=Paper\n"
     "  link paper https://example.org/pubmed/list label=Paper\n"
     "  link download https://arxiv.org/list/cs label=Data\n", IDS},
    {"ids: of what no id can tell of an address",
     "# L\n"
     "## S\n"
     "- [天气](https://a.a/天气) - It is.\n"
     "- [人口](https://a.a/x?id=1) - It is.\n",
     "section S\n"
     "entry 天气 in S\n"
     "  id a-a-10e80d\n"
     "  text It is.\n"
     "  link landing https://a.a/天气\n"
     "entry 人口 in S\n"
     "  id a-a-x-cc9960\n"
     "  text It is.\n"
     "  link landing https://a.a/x?id=1\n", IDS},
    {"identifiers: a DOI of the place where data lie",
     "# L\n"
     "- **Alpha** It is. DOI: https://doi.org/10.5281/zenodo.1\n"
     "- **Beta** It is. "
     "[![DOI](http://i.i)](https://doi.org/10.7910/DVN/X1)\n"
     "- **Gamma** It is. DOI: https://doi.org/10.1000/1\n",
     "entry Alpha\n"
     "  id alpha\n"
     "  doi 10.5281/zenodo.1\n"
     "  text It is. DOI: https://doi.org/10.5281/zenodo.1\n"
     "  link access https://doi.org/10.5281/zenodo.1 label=DOI\n"
     "entry Beta\n"
     "  id beta\n"
     "  doi 10.7910/dvn/x1\n"
     "  text It is.\n"
     "  link access https://doi.org/10.7910/DVN/X1 label=DOI\n"
     "entry Gamma\n"
     "  id gamma\n"
     "  described by doi-10.1000/1\n"
     "  text It is. DOI: https://doi.org/10.1000/1\n"
     "  link paper https://doi.org/10.1000/1 label=DOI\n", IDS},
};

int
main(void)
{
    return RUN_RULES("ids", rules);
}
