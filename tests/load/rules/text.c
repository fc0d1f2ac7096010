/* SPDX-License-Identifier: MIT */
/* Rules of catex-lists(7) for descriptions and what is taken out of them. */
#include "rules.h"

static const struct rule rules[] = {
    {"description",
     "# L\n"
     "## S\n"
     "**Alpha**\n"
     "One line\n"
     "and another.  \n"
     "A third\\\n"
     "and a fourth.\n"
     "\n"
     "Words in *one* way, **another**, and `code`.\n"
     "\n"
     "- first\n"
     "- second: [b](http://b.b)\n"
     "  - deeper\n"
     "\n"
     "> quoted\n"
     "\n"
     "```c\n"
     "int x;\n"
     "    indented();\n"
     "```\n",
     "section S\n"
     "entry Alpha in S\n"
     "  text One line and another. / A third / and a fourth. // Words in one "
     "way, another, and code. // - first /   - deeper // quoted // int x; /   "
     "  indented();\n"
     "  link other http://b.b label=second title=b note=b\n", 0},
    {"description-markdown",
     "# L\n"
     "## S\n"
     "**Alpha**\n"
     "One line\n"
     "and another.  \n"
     "A third with \\*stars\\*, [a link](http://a.a \"title\"), <http://b.b>, "
     "`co``de` & more.\n"
     "\n"
     "- a first **bold** bullet that has more words than a topic would ever "
     "have\n"
     "  - a *deeper* bullet that has more words than a topic would ever have, "
     "too\n"
     "\n"
     "See www.c.c or write to a@b.c.\n"
     "\n"
     "*As [they](http://c.c), and **others**, say*\n"
     "\n"
     "```c\n"
     "int x;\n"
     "```\n",
     "section S\n"
     "entry Alpha in S\n"
     "  markdown One line and another.\\ / A third with \\*stars\\*, [a "
     "link](<http://a.a>), <http://b.b>, ``` co``de ``` & more. // - a first "
     "**bold** bullet that has more words than a topic would ever have /   - "
     "a *deeper* bullet that has more words than a topic would ever have, too "
     "// See [www.c.c](<http://www.c.c>) or write to [a@b.c](<mailto:a@b.c>). "
     "// *As* *[they](<http://c.c>)*, and **others**, say // ```c / int x; / "
     "```\n"
     "  contact a@b.c\n"
     "  link other http://a.a title=a link note=title\n"
     "  link other http://b.b\n"
     "  link other http://www.c.c\n"
     "  link other mailto:a@b.c\n"
     "  link other http://c.c title=they\n", MARKDOWN},
    {"description: links and their labels are no text",
     "# L\n"
     "## S\n"
     "- [Alpha](http://a.a): it is.\n"
     "  Paper: http://p.p\n"
     "  And it goes on.\n",
     "section S\n"
     "entry Alpha in S\n"
     "  text it is. And it goes on.\n"
     "  link landing http://a.a\n"
     "  link paper http://p.p label=Paper\n", 0},
    {"description: a no-break space is a space",
     "# L\n"
     "## S\n"
     "**Alpha**\n"
     "Of 53 000 images.\n"
     "Data: http://a.a\n",
     "section S\n"
     "entry Alpha in S\n"
     "  text Of 53 000 images.\n"
     "  link download http://a.a label=Data\n", 0},
    {"scripts: Chinese sentences and labels",
     "# L\n"
     "## S\n"
     "- [甲](http://a.a)：一千小时。论文：[春风](http://p.p)\n"
     "- **乙**：论文：http://p.p/2，代码：http://c.c/2。\n",
     "section S\n"
     "entry 甲 in S\n"
     "  text 一千小时。论文：春风\n"
     "  link landing http://a.a\n"
     "  link paper http://p.p label=论文 title=春风\n"
     "entry 乙 in S\n"
     "  link paper http://p.p/2 label=论文\n"
     "  link code http://c.c/2 label=代码\n", 0},
    {"access-phrase",
     "# L\n"
     "## S\n"
     "**Alpha** - It is. Requires registration.\n"
     "\n"
     "**Beta** - It is (requires registration) there.\n"
     "\n"
     "**Gamma** - You must register before you see it.\n"
     "\n"
     "**Delta** - It is. __Account required__\n"
     "\n"
     "**Epsilon** - It is available upon request.\n"
     "\n"
     "**Zeta** - It is. Requires approval!\n"
     "\n"
     "**Eta** - It is. 需注册\n",
     "section S\n"
     "entry Alpha in S\n"
     "  text It is.\n"
     "  access registration\n"
     "  note Requires registration\n"
     "entry Beta in S\n"
     "  text It is (requires registration) there.\n"
     "  access registration\n"
     "  note requires registration\n"
     "entry Gamma in S\n"
     "  text You must register before you see it.\n"
     "  access registration\n"
     "  note must register\n"
     "entry Delta in S\n"
     "  text It is.\n"
     "  access registration\n"
     "  note Account required\n"
     "entry Epsilon in S\n"
     "  text It is available upon request.\n"
     "  access contact\n"
     "  note available upon request\n"
     "entry Zeta in S\n"
     "  text It is.\n"
     "  access approval\n"
     "  note Requires approval\n"
     "entry Eta in S\n"
     "  text It is.\n"
     "  access registration\n"
     "  note 需注册\n", 0},
    {"access-denied",
     "# L\n"
     "## S\n"
     "**Alpha** - It is. No registration required.\n"
     "\n"
     "**Beta** - Without account required.\n"
     "\n"
     "**Gamma** - The registration of images is done.\n",
     "section S\n"
     "entry Alpha in S\n"
     "  text It is. No registration required.\n"
     "entry Beta in S\n"
     "  text Without account required.\n"
     "entry Gamma in S\n"
     "  text The registration of images is done.\n", 0},
    {"access-in-heading",
     "# L\n"
     "## Birds (registration required)\n"
     "- [Alpha](http://a.a) - It is.\n"
     "- [Beta](http://b.b) - Contact the authors.\n"
     "## Fishes\n"
     "- [Gamma](http://c.c) - It is.\n",
     "section Birds (registration required)\n"
     "section Fishes\n"
     "entry Alpha in Birds (registration required)\n"
     "  text It is.\n"
     "  access registration\n"
     "  link landing http://a.a\n"
     "entry Beta in Birds (registration required)\n"
     "  access contact\n"
     "  note Contact the authors\n"
     "  link landing http://b.b\n"
     "entry Gamma in Fishes\n"
     "  text It is.\n"
     "  link landing http://c.c\n", 0},
    {"entities",
     "# L & M &amp; N\n"
     "## S\n"
     "- [A&amp;B](http://a.a?x&amp;y) - It is &lt;here&gt;, &eacute;, AT&T.\n",
     "catalog L & M & N\n"
     "section S\n"
     "entry A&B in S\n"
     "  text It is <here>, é, AT&T.\n"
     "  link landing http://a.a?x&y\n", 0},
    {"scripts: from right to left",
     "# قائمة\n"
     "## القسم\n"
     "- [مجموعة ألف](http://a.a) - وصف المجموعة.\n",
     "catalog قائمة\n"
     "section القسم\n"
     "entry مجموعة ألف in القسم\n"
     "  text وصف المجموعة.\n"
     "  link landing http://a.a\n", 0},
    {"scripts: Chinese",
     "# 列表\n"
     "## 图像\n"
     "- [甲集](http://a.a)：一万张图片。\n"
     "- **乙集**：论文：http://p.p 代码：http://c.c\n",
     "catalog 列表\n"
     "section 图像\n"
     "entry 甲集 in 图像\n"
     "  text 一万张图片。\n"
     "  link landing http://a.a\n"
     "entry 乙集 in 图像\n"
     "  link paper http://p.p label=论文\n"
     "  link code http://c.c label=代码\n", 0},
};

int
main(void)
{
    return RUN_RULES("text", rules);
}
