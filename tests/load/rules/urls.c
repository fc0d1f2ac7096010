/* SPDX-License-Identifier: MIT */
/* Bare URLs in text, by all the examples of GFM 0.29 for its extended autolinks
 * (6.9), and links that are none. */
#include "rules.h"

static const struct rule rules[] = {
    {"bare-url: underscores and stars in it are its own",
     "# L\n"
     "## S\n"
     "- [Alpha](http://a.b) - is at http://x.x/_foo_/bar, *see* "
     "http://y.y/a*b*c and **http://z.z/q**\n"
     "- [Beta](http://b.b) - has `http://c.c/_d_/` and <http://e.e/_f_/>\n"
     "\n"
     "  <p>http://h.h/_i_/</p>\n",
     "section S\n"
     "entry Alpha in S\n"
     "  text is at http://x.x/_foo_/bar, see http://y.y/a*b*c and "
     "http://z.z/q\n"
     "  link landing http://a.b\n"
     "  link other http://x.x/_foo_/bar\n"
     "  link other http://y.y/a*b*c\n"
     "  link other http://z.z/q\n"
     "entry Beta in S\n"
     "  text has http://c.c/_d_/ and http://e.e/_f_/\n"
     "  link landing http://b.b\n"
     "  link other http://e.e/_f_/\n"
     "  link other http://h.h/_i_/\n", 0},
    {"bare-url: GFM example 621",
     "# L\n"
     "## S\n"
     "**Alpha** It is.\n"
     "\n"
     "www.commonmark.org\n",
     "section S\n"
     "entry Alpha in S\n"
     "  text It is.\n"
     "  link landing http://www.commonmark.org\n", 0},
    {"bare-url: GFM example 622",
     "# L\n"
     "## S\n"
     "**Alpha** It is.\n"
     "\n"
     "Visit www.commonmark.org/help for more information.\n",
     "section S\n"
     "entry Alpha in S\n"
     "  text It is. // Visit www.commonmark.org/help for more information.\n"
     "  link other http://www.commonmark.org/help\n", 0},
    {"bare-url: GFM example 623",
     "# L\n"
     "## S\n"
     "**Alpha** It is.\n"
     "\n"
     "Visit www.commonmark.org.\n"
     "\n"
     "Visit www.commonmark.org/a.b.\n",
     "section S\n"
     "entry Alpha in S\n"
     "  text It is. // Visit www.commonmark.org. // Visit "
     "www.commonmark.org/a.b.\n"
     "  link other http://www.commonmark.org\n"
     "  link other http://www.commonmark.org/a.b\n", 0},
    {"bare-url: GFM example 624",
     "# L\n"
     "## S\n"
     "**Alpha** It is.\n"
     "\n"
     "www.google.com/search?q=Markup+(business)\n"
     "\n"
     "www.google.com/search?q=Markup+(business)))\n"
     "\n"
     "(www.google.com/search?q=Markup+(business))\n"
     "\n"
     "(www.google.com/search?q=Markup+(business)\n",
     "section S\n"
     "entry Alpha in S\n"
     "  text It is.\n"
     "  link landing http://www.google.com/search?q=Markup+(business)\n", 0},
    {"bare-url: GFM example 625",
     "# L\n"
     "## S\n"
     "**Alpha** It is.\n"
     "\n"
     "www.google.com/search?q=(business))+ok\n",
     "section S\n"
     "entry Alpha in S\n"
     "  text It is.\n"
     "  link landing http://www.google.com/search?q=(business))+ok\n", 0},
    {"bare-url: GFM example 626",
     "# L\n"
     "## S\n"
     "**Alpha** It is.\n"
     "\n"
     "www.google.com/search?q=commonmark&hl=en\n"
     "\n"
     "www.google.com/search?q=commonmark&hl;\n",
     "section S\n"
     "entry Alpha in S\n"
     "  text It is. // www.google.com/search?q=commonmark&hl;\n"
     "  link landing http://www.google.com/search?q=commonmark&hl=en\n"
     "  link other http://www.google.com/search?q=commonmark\n", 0},
    {"bare-url: GFM example 627",
     "# L\n"
     "## S\n"
     "**Alpha** It is.\n"
     "\n"
     "www.commonmark.org/he<lp\n",
     "section S\n"
     "entry Alpha in S\n"
     "  text It is. // www.commonmark.org/he<lp\n"
     "  link other http://www.commonmark.org/he\n", 0},
    {"bare-url: GFM example 628",
     "# L\n"
     "## S\n"
     "**Alpha** It is.\n"
     "\n"
     "http://commonmark.org\n"
     "\n"
     "(Visit https://encrypted.google.com/search?q=Markup+(business))\n",
     "section S\n"
     "entry Alpha in S\n"
     "  text It is. // (Visit "
     "https://encrypted.google.com/search?q=Markup+(business))\n"
     "  link landing http://commonmark.org\n"
     "  link other https://encrypted.google.com/search?q=Markup+(business)\n", 0},
    {"bare-url: GFM example 629",
     "# L\n"
     "## S\n"
     "**Alpha** It is.\n"
     "\n"
     "foo@bar.baz\n",
     "section S\n"
     "entry Alpha in S\n"
     "  text It is.\n"
     "  contact foo@bar.baz\n"
     "  link other mailto:foo@bar.baz\n", 0},
    {"bare-url: GFM example 630",
     "# L\n"
     "## S\n"
     "**Alpha** It is.\n"
     "\n"
     "hello@mail+xyz.example isn't valid, but hello+xyz@mail.example is.\n",
     "section S\n"
     "entry Alpha in S\n"
     "  text It is. // hello@mail+xyz.example isn't valid, but "
     "hello+xyz@mail.example is.\n"
     "  contact hello+xyz@mail.example\n"
     "  link other mailto:hello+xyz@mail.example\n", 0},
    {"bare-url: GFM example 631",
     "# L\n"
     "## S\n"
     "**Alpha** It is.\n"
     "\n"
     "a.b-c_d@a.b\n"
     "\n"
     "a.b-c_d@a.b.\n"
     "\n"
     "a.b-c_d@a.b-\n"
     "\n"
     "a.b-c_d@a.b_\n",
     "section S\n"
     "entry Alpha in S\n"
     "  text It is. // a.b-c_d@a.b- // a.b-c_d@a.b_\n"
     "  contact a.b-c_d@a.b\n"
     "  link other mailto:a.b-c_d@a.b\n", 0},
    {"bare-url: not within words, code or links",
     "# L\n"
     "## S\n"
     "**Alpha** It is xhttp://a.a and `http://b.b` and "
     "[http://c.c](http://d.d).\n",
     "section S\n"
     "entry Alpha in S\n"
     "  text It is xhttp://a.a and http://b.b and http://c.c.\n"
     "  link other http://d.d title=http://c.c\n", 0},
    {"bare-url: other schemes",
     "# L\n"
     "## S\n"
     "**Alpha** It is at ftp://a.a/pub and HTTPS://B.B/x and mailto:c@d.e.\n",
     "section S\n"
     "entry Alpha in S\n"
     "  text It is at ftp://a.a/pub and HTTPS://B.B/x and mailto:c@d.e.\n"
     "  contact c@d.e\n"
     "  link other ftp://a.a/pub\n"
     "  link other HTTPS://B.B/x\n"
     "  link other mailto:c@d.e label=and mailto\n", 0},
    {"bare-url: wide punctuation ends it",
     "# L\n"
     "## S\n"
     "**Alpha** It is（http://a.a/x）。And http://b.b/乙，so.\n",
     "section S\n"
     "entry Alpha in S\n"
     "  text It is（http://a.a/x）。And http://b.b/乙，so.\n"
     "  link other http://a.a/x\n"
     "  link other http://b.b/乙\n", 0},
    {"bare-url: after a no-break space",
     "# L\n"
     "## S\n"
     "**Alpha** It is.\n"
     "Data:\u00a0http://a.a/x\n",
     "section S\n"
     "entry Alpha in S\n"
     "  text It is.\n"
     "  link download http://a.a/x label=Data\n", 0},
    {"bare-url: a DOI that is called one",
     "# L\n"
     "- **Alpha** It is. DOI: 10.7289/V5T72FNM.\n"
     "- **Beta** It is, by Doe. Owls, 2010, doi:10.1000/x_y_z-1.\n"
     "- **Gamma** See doi.org/10.5281/zenodo.12 (data) for more.\n"
     "- **Delta** 10.1000/5 of it, or DOI 10.5/6, or "
     "mydoi:10.1000/7, or doi:10.1000/ are none.\n",
     "entry Alpha\n"
     "  text It is. DOI: 10.7289/V5T72FNM.\n"
     "  link access https://doi.org/10.7289/V5T72FNM label=DOI\n"
     "entry Beta\n"
     "  text It is, by Doe. Owls, 2010, doi:10.1000/x_y_z-1.\n"
     "  link paper https://doi.org/10.1000/x_y_z-1 label=doi\n"
     "entry Gamma\n"
     "  link landing https://doi.org/10.5281/zenodo.12 note=(data) "
     "for more.\n"
     "entry Delta\n"
     "  text 10.1000/5 of it, or DOI 10.5/6, or mydoi:10.1000/7, or "
     "doi:10.1000/ are none.\n", 0},
};

int
main(void)
{
    return RUN_RULES("urls", rules);
}
