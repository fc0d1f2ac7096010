/* SPDX-License-Identifier: MIT */
/* Rules of catex-lists(7) for tables. */
#include "rules.h"

static const struct rule rules[] = {
    {"table-rows",
     "# L\n"
     "## S\n"
     "| Name | Year | Notes |\n"
     "|------|-----:|-------|\n"
     "| [Alpha](http://a.b/1) | 2019 | a note |\n"
     "|  |  |  |\n"
     "| Beta | 2020 | |\n"
     "\n"
     "After the table.\n",
     "section S: After the table.\n"
     "entry Alpha in S\n"
     "  text Year: 2019 / a note\n"
     "  link landing http://a.b/1\n"
     "entry Beta in S\n"
     "  text Year: 2020\n", 0},
    {"table-rows: without a pipe at the edges",
     "# L\n"
     "## S\n"
     "Name | Where\n"
     "--- | ---\n"
     "Alpha | <http://a.b/1>\n"
     "Beta | <http://a.b/2>\n",
     "section S\n"
     "entry Alpha in S\n"
     "  link other http://a.b/1 label=Where\n"
     "entry Beta in S\n"
     "  link other http://a.b/2 label=Where\n", 0},
    {"table-rows: links and pictures behind the name",
     "# L\n"
     "## S\n"
     "| Name | Size |\n"
     "|------|------|\n"
     "| [Alpha](http://a.a) [[paper]](http://p.p) | 1 GB |\n"
     "| Beta [[paper]](http://b.b) | 2 GB |\n"
     "| Gamma ![](http://i.i/i.png) <a href=\"http://c.c\"><img src=\"d.png\">"
     "</a> | 3 GB |\n",
     "report unplaced @7\n"
     "section S @2-7\n"
     "entry Alpha in S @5-5\n"
     "  text Size: 1 GB\n"
     "  link landing http://a.a @5\n"
     "  link paper http://p.p label=paper @5\n"
     "entry Beta in S @6-6\n"
     "  text Size: 2 GB\n"
     "  link paper http://b.b label=paper @6\n"
     "entry Gamma in S @7-7\n"
     "  text Size: 3 GB\n"
     "  link other http://c.c @7\n", 1},
    {"table-columns",
     "# L\n"
     "## S\n"
     "| # | Dataset | Size | Description | Paper | License |\n"
     "|---|---------|------|-------------|-------|---------|\n"
     "| 1 | Alpha | 12 images | What it is. | [Doe 2019](http://p.p/1) | CC0 "
     "|\n"
     "| 2 | [Beta](http://a.b/2) | 7 | | [x](http://p.p/2), [y](http://p.p/3) "
     "| [MIT](http://l.l) |\n",
     "section S\n"
     "entry Alpha in S\n"
     "  text #: 1 / Size: 12 images / What it is.\n"
     "  licence CC0\n"
     "  link paper http://p.p/1 label=Paper title=Doe 2019 note=Doe 2019\n"
     "entry Beta in S\n"
     "  text #: 2 / Size: 7\n"
     "  licence MIT http://l.l\n"
     "  link landing http://a.b/2\n"
     "  link paper http://p.p/2 label=Paper title=x note=x\n"
     "  link paper http://p.p/3 label=Paper title=y note=y\n"
     "  link licence http://l.l label=License title=MIT note=MIT\n", 0},
    {"table-columns: the heading of a column is the label of its links",
     "# L\n"
     "## S\n"
     "| Name | Link | Data and Code |\n"
     "|------|------|------|\n"
     "| Alpha | [home](http://a.b/1) | http://a.b/2 |\n",
     "section S\n"
     "entry Alpha in S\n"
     "  link landing http://a.b/1 title=home\n"
     "  link download+code http://a.b/2 label=Data and Code\n", 0},
    {"table-columns: a cell with a picture and no words",
     "# L\n"
     "## S\n"
     "Look | Name | Link\n"
     "-----|------|-----\n"
     "![](http://i.i/a.png) | Alpha | http://a.b/1\n"
     "![an owl](http://i.i/b.png) | Beta | http://a.b/2\n",
     "section S\n"
     "entry Alpha in S\n"
     "  markdown ![](<http://i.i/a.png>)\n"
     "  link landing http://a.b/1 label=Link\n"
     "entry Beta in S\n"
     "  markdown Look: ![an owl](<http://i.i/b.png>)\n"
     "  link landing http://a.b/2 label=Link\n", MARKDOWN},
    {"table-columns: text and a link in one cell",
     "# L\n"
     "## S\n"
     "| Corpus | Notes | Access |\n"
     "|------|------|------|\n"
     "| Alpha | see [it](http://a.b/1) for more | on request: "
     "[form](http://f.f) |\n",
     "section S\n"
     "entry Alpha in S\n"
     "  text see it for more\n"
     "  link other http://a.b/1 title=it\n"
     "  link access http://f.f label=on request title=form note=form\n", 0},
    {"table-pipes",
     "# L\n"
     "## S\n"
     "| Name | Notes |\n"
     "|------|-------|\n"
     "| Alpha | a \\| b, `c|d`, `` e`|f `` and `g\\|h` [i](http://a.b/1) |\n",
     "section S\n"
     "entry Alpha in S\n"
     "  text a | b, c|d, e`|f and g|h i\n"
     "  link other http://a.b/1 title=i\n", 0},
    {"table-pipes: what is no table has no cells",
     "# L\n"
     "## S\n"
     "### A\n"
     "Link http://a.b/1\n"
     "\n"
     "    | a | b |\n"
     "    |---|---|\n"
     "    | c | d |\n"
     "\n"
     "```\n"
     "e | f\n"
     "--|--\n"
     "```\n",
     "section S\n"
     "entry A in S\n"
     "  text | a | b | / |---|---| / | c | d | // e | f / --|--\n"
     "  link landing http://a.b/1 label=Link\n", 0},
    {"table-pipes: in HTML and in the text of links",
     "# L\n"
     "## S\n"
     "| Name | Notes |\n"
     "|------|-------|\n"
     "| Alpha | <a href=\"http://a.b/c|d\">e|f</a> |\n",
     "section S\n"
     "entry Alpha in S\n"
     "  link other http://a.b/c|d title=e|f\n", 0},
    {"table-of-no-entries",
     "# L\n"
     "## S\n"
     "### Alpha\n"
     "Link http://a.b/1\n"
     "\n"
     "| Split | Images |\n"
     "|-------|--------|\n"
     "| train | 10 |\n"
     "| test | 2 |\n",
     "section S\n"
     "entry Alpha in S\n"
     "  text Split | Images / train | 10 / test | 2\n"
     "  link landing http://a.b/1 label=Link\n", 0},
    {"table-of-no-entries: in a section",
     "# L\n"
     "## S\n"
     "| Symbol | Meaning |\n"
     "|--------|---------|\n"
     "| (A) | for all |\n"
     "\n"
     "- [Alpha](http://a.b/1) - text\n",
     "section S: Symbol | Meaning / (A) | for all\n"
     "entry Alpha in S\n"
     "  text text\n"
     "  link landing http://a.b/1\n", 0},
    {"table-of-no-entries: that compares entries, or has far more rows",
     "# L\n"
     "## Alpha\n"
     "Paper: http://a.p\n"
     "Data: http://a.a\n"
     "## Sizes\n"
     "| Dataset | Size |\n"
     "|---|---|\n"
     "| Alpha | 1 GB |\n"
     "| Beta | 2 GB |\n",
     "section Sizes: Dataset | Size / Alpha | 1 GB / Beta | 2 GB\n"
     "entry Alpha\n"
     "  link paper http://a.p label=Paper\n"
     "  link download http://a.a label=Data\n", 0},
    {"table-of-no-entries: four times as many rows as headings",
     "# L\n"
     "## Alpha\n"
     "Paper: http://a.p\n"
     "Data: http://a.a\n"
     "## Others\n"
     "| Dataset | Size |\n"
     "|---|---|\n"
     "| Beta | 1 GB |\n"
     "| Gamma | 2 GB |\n"
     "| Delta | 3 GB |\n"
     "| Epsilon | 4 GB |\n",
     "section Others\n"
     "entry Alpha\n"
     "  link paper http://a.p label=Paper\n"
     "  link download http://a.a label=Data\n"
     "entry Beta in Others\n"
     "  text Size: 1 GB\n"
     "entry Gamma in Others\n"
     "  text Size: 2 GB\n"
     "entry Delta in Others\n"
     "  text Size: 3 GB\n"
     "entry Epsilon in Others\n"
     "  text Size: 4 GB\n", 0},
    {"table-columns: a name with a second word",
     "# L\n"
     "## S\n"
     "| Topic | Dataset/base | URL |\n"
     "|---|---|---|\n"
     "| **Owls** | Alpha | [Look](http://a.a) |\n"
     "| | Beta (old) | [Look](http://b.b) |\n",
     "section S\n"
     "entry Alpha in S\n"
     "  text Topic: Owls\n"
     "  link landing http://a.a title=Look\n"
     "entry Beta (old) in S\n"
     "  link landing http://b.b title=Look\n", 0},
    {"table-columns: one that is called after data sets, behind another",
     "# L\n"
     "| id | source | Dataset (link to paper) | URL |\n"
     "|---|---|---|---|\n"
     "| 1 | the web | [Alpha](http://a.p) | http://a.a |\n"
     "| 2 | the web | Beta | http://b.b |\n",
     "entry Alpha\n"
     "  text id: 1 / source: the web\n"
     "  link paper http://a.p\n"
     "  link landing http://a.a label=URL\n"
     "entry Beta\n"
     "  text id: 2 / source: the web\n"
     "  link landing http://b.b label=URL\n", 0},
    {"key-table",
     "# L\n"
     "| Dataset Name | Alpha |\n"
     "|---|---|\n"
     "| Description | Pictures of owls. |\n"
     "| Data Access | http://a.a |\n"
     "| Key Features | wings |\n"
     "\n"
     "| Name | [Beta](http://b.b) |\n"
     "|---|---|\n"
     "| License | CC0-1.0 |\n"
     "| **Paper:** | [On Beta](http://b.p) |\n",
     "entry Alpha\n"
     "  text Pictures of owls. / Key Features: wings\n"
     "  link access http://a.a label=Data Access\n"
     "entry Beta\n"
     "  licence CC0-1.0\n"
     "  link landing http://b.b\n"
     "  link paper http://b.p label=Paper title=On Beta note=On Beta\n", 0},
    {"key-table: below an entry, with a header",
     "# L\n"
     "## Alpha\n"
     "Pictures of owls.\n"
     "\n"
     "| Property | Value |\n"
     "|---|---|\n"
     "| Size | 3 GB |\n"
     "| Download | http://a.a |\n"
     "| Beaks | all |\n"
     "\n"
     "<table>\n"
     "<tr><td>Paper</td><td>http://a.p</td></tr>\n"
     "<tr><td>Licence</td><td>CC0-1.0</td></tr>\n"
     "</table>\n",
     "entry Alpha\n"
     "  text Pictures of owls. // Size: 3 GB / Beaks: all\n"
     "  licence CC0-1.0\n"
     "  link download http://a.a label=Download\n"
     "  link paper http://a.p label=Paper\n", 0},
    {"key-table: names of columns are none",
     "# L\n"
     "## S\n"
     "| Dataset | Link |\n"
     "|---|---|\n"
     "| Alpha | http://a.a |\n",
     "section S\n"
     "entry Alpha in S\n"
     "  link landing http://a.a label=Link\n", 0},
    {"broken-row",
     "# L\n"
     "## S\n"
     "| Dataset | About | Link |\n"
     "|---|---|---|\n"
     "| Alpha | It is\n"
     "what it\n"
     "is. | http://a.a |\n"
     "| Beta | It is. |\n"
     "| Gamma | It is. | http://c.c |\n",
     "section S @2-9\n"
     "entry Alpha in S @5-7\n"
     "  text It is what it is.\n"
     "  link landing http://a.a label=Link @7\n"
     "entry Beta in S @8-8\n"
     "  text It is.\n"
     "entry Gamma in S @9-9\n"
     "  text It is.\n"
     "  link landing http://c.c label=Link @9\n", LINES},
    {"html-table",
     "# L\n"
     "## S\n"
     "<table>\n"
     "<tr><th>Name</th><th>Paper</th><th>About</th></tr>\n"
     "<tr><td><a href=\"http://a.b/1\">Alpha</a></td><td><a "
     "href=\"http://p.p/1\">Doe</a></td><td>Text &amp; more</td></tr>\n"
     "<tr><td>Beta</td><td>http://p.p/2</td><td><b>Bold</b><br>next</td></tr>\n"
     "</table>\n",
     "section S\n"
     "entry Alpha in S\n"
     "  text Text & more\n"
     "  link landing http://a.b/1\n"
     "  link paper http://p.p/1 label=Paper title=Doe note=Doe\n"
     "entry Beta in S\n"
     "  text Bold / next\n"
     "  link paper http://p.p/2 label=Paper\n", 0},
    {"table-rows: pictures before and behind the name",
     "# L\n"
     "## S\n"
     "| Name | Link |\n"
     "|------|------|\n"
     "| ![x](x.png) **Alpha** more | http://a.a |\n"
     "| <img src=\"y.png\"> [Beta](http://b.b) | |\n"
     "| Gamma ![z](z.png) It is. [Paper](http://p.p) | http://c.c |\n",
     "report unplaced @5\n"
     "report unplaced @6\n"
     "report unplaced @7\n"
     "section S\n"
     "entry Alpha more in S\n"
     "  link landing http://a.a label=Link\n"
     "entry Beta in S\n"
     "  link landing http://b.b\n"
     "entry Gamma in S\n"
     "  text It is.\n"
     "  link paper http://p.p label=Paper\n"
     "  link landing http://c.c label=Link\n", 0},
    {"html-table: a cell that spans rows",
     "# L\n"
     "## S\n"
     "<table>\n"
     "<tr><th>Year</th><th>Dataset</th><th>Link</th></tr>\n"
     "<tr><td "
     "rowspan=\"2\">2019</td><td>Alpha</td><td>http://a.b/1</td></tr>\n"
     "<tr><td>Beta</td><td>http://a.b/2</td></tr>\n"
     "</table>\n",
     "section S\n"
     "entry Alpha in S\n"
     "  text Year: 2019\n"
     "  link landing http://a.b/1 label=Link\n"
     "entry Beta in S\n"
     "  text Year: 2019\n"
     "  link landing http://a.b/2 label=Link\n", 0},
    {"group-row",
     "# L\n"
     "| Dataset | About | Link |\n"
     "|---|---|---|\n"
     "|<tr><th colspan=3>:owl: **Owls**</th></tr>|\n"
     "| [Alpha](./a) | one | |\n"
     "| **Ducks** | | |\n"
     "| Beta | two | http://b.b |\n"
     "| Gamma | | |\n",
     "entry Alpha\n"
     "  group :owl: Owls\n"
     "  text one\n"
     "  link landing ./a\n"
     "entry Beta\n"
     "  group Ducks\n"
     "  text two\n"
     "  link landing http://b.b label=Link\n"
     "entry Gamma\n"
     "  group Ducks\n", 0},
    {"group-row: in HTML, and cells that span columns",
     "# L\n"
     "<table>\n"
     "<tr><th colspan=\"2\">Kind</th><th>Dataset</th><th>Size</th></tr>\n"
     "<tr><td colspan=\"4\">Birds</td></tr>\n"
     "<tr><td rowspan=2 colspan=2>Owls</td><td>Alpha</td><td>1 GB</td></tr>\n"
     "<tr><td>Beta</td><td>2 GB</td></tr>\n"
     "<tr><td>Ducks</td><td>wild</td><td>Gamma</td><td>3 GB</td></tr>\n"
     "</table>\n",
     "entry Alpha\n"
     "  group Birds\n"
     "  text Kind: Owls / Size: 1 GB\n"
     "entry Beta\n"
     "  group Birds\n"
     "  text Kind: Owls / Size: 2 GB\n"
     "entry Gamma\n"
     "  group Birds\n"
     "  text Kind: Ducks / wild / Size: 3 GB\n", 0},
    {"html-table: tags in a row of pipes",
     "# L\n"
     "## S\n"
     "T | U\n"
     "---|---\n"
     "A | <table><tr><td>x\n",
     "section S: T | U / A | / x\n", 0},
    {"html-table: cells that span rows, of groups, of links, and of a name",
     "# L\n"
     "<table>\n"
     "<tr><th>Name</th><th>Datasets</th><th>About</th><th>Drive</th></tr>\n"
     "<tr><td rowspan=4>Training</td><td>Alpha</td><td>one</td>"
     "<td rowspan=\"5\"><a href=\"http://d.d\">Drive</a></td></tr>\n"
     "<tr><td rowspan='2'>Beta</td><td>two</td></tr>\n"
     "<tr><td>and more</td></tr>\n"
     "<tr><td>Delta</td><td>four</td></tr>\n"
     "<tr><td>Test</td><td>Gamma</td><td>three</td></tr>\n"
     "</table>\n",
     "entry Alpha\n"
     "  text Name: Training / one\n"
     "  link download http://d.d label=Drive title=Drive note=Drive\n"
     "entry Beta\n"
     "  text Name: Training / two // and more\n"
     "  link download http://d.d label=Drive title=Drive note=Drive\n"
     "entry Delta\n"
     "  text Name: Training / four\n"
     "  link download http://d.d label=Drive title=Drive note=Drive\n"
     "entry Gamma\n"
     "  text Name: Test / three\n"
     "  link download http://d.d label=Drive title=Drive note=Drive\n", 0},
    {"table-pipes: a pipe in text",
     "# L\n"
     "## S\n"
     "**Alpha**\n"
     "a | b, and --- after.\n",
     "section S\n"
     "entry Alpha in S\n"
     "  text a | b, and --- after.\n", 0},
    {"table-rows: the sum of the others",
     "# L\n"
     "## S\n"
     "| Dataset | Images |\n"
     "|---|---|\n"
     "| [Alpha](http://a.a) | 1 |\n"
     "| [Beta](http://b.b) | 2 |\n"
     "| **Total** | **3** |\n",
     "section S: Total | 3\n"
     "entry Alpha in S\n"
     "  text Images: 1\n"
     "  link landing http://a.a\n"
     "entry Beta in S\n"
     "  text Images: 2\n"
     "  link landing http://b.b\n", 0},
    {"catalog-title: blanks in a row",
     "# The   list\n"
     "## A\tsection\n"
     "- [One   name](http://a.a) - It is.\n",
     "catalog The list\n"
     "section A section\n"
     "entry One name in A section\n"
     "  text It is.\n"
     "  link landing http://a.a\n", 0},
    {"table-columns: one that sorts the rows holds no names",
     "# L\n"
     "## S\n"
     "| Country | Description | Link |\n"
     "|---|---|---|\n"
     "| Netherlands | Census of Owls | [Link](http://a.a) |\n"
     "| Spain | The Lark Archive | [Link](http://b.b) |\n",
     "section S\n"
     "entry Census of Owls in S\n"
     "  text Country: Netherlands\n"
     "  link landing http://a.a label=Link\n"
     "entry The Lark Archive in S\n"
     "  text Country: Spain\n"
     "  link landing http://b.b label=Link\n", 0},
    {"table-columns: names in all rows but one of nothing",
     "# L\n"
     "## S\n"
     "| Name | Description |\n"
     "|---|---|\n"
     "| [Alpha](http://a.a) | It is |\n"
     "| Beta | It is, too |\n"
     "| [Gamma](http://c.c) | And this |\n"
     "| - | |\n",
     "section S\n"
     "entry Alpha in S\n"
     "  text It is\n"
     "  link landing http://a.a\n"
     "entry Beta in S\n"
     "  text It is, too\n"
     "entry Gamma in S\n"
     "  text And this\n"
     "  link landing http://c.c\n", 0},
    {"key-table: none where the first column has links",
     "# L\n"
     "**Alpha**\n"
     "\n"
     "| Dataset | Owls of it |\n"
     "|---|---|\n"
     "| [Beta](http://b.b) | 5 |\n",
     "entry Alpha\n"
     "  text Dataset | Owls of it / 5\n"
     "  link other http://b.b title=Beta\n", 0},
    {"table-columns: one that sorts the rows, beside a property",
     "# L\n"
     "## S\n"
     "| Task | Size | Link |\n"
     "|---|---|---|\n"
     "| Naming owls | 10k samples | [Link](http://a.a) |\n"
     "| Counting larks | 20k samples | [Link](http://b.b) |\n",
     "section S\n"
     "entry Naming owls in S\n"
     "  text Size: 10k samples\n"
     "  link landing http://a.a label=Link\n"
     "entry Counting larks in S\n"
     "  text Size: 20k samples\n"
     "  link landing http://b.b label=Link\n", 0},
    {"table-rows: bold words over others in the cell of the name",
     "# L\n"
     "| Dataset | Size | Link |\n"
     "|---|---|---|\n"
     "| **Alpha** <br>of woods, 9 cm | 1 | [x](http://a.a) |\n"
     "| **Beta** | 2 | [x](http://b.b) |\n"
     "| Gamma<br>of lakes | 3 | [x](http://c.c) |\n"
     "| **Total 合計** | 6 | |\n",
     "about Total 合計 | 6\n"
     "entry Alpha\n"
     "  text of woods, 9 cm / Size: 1\n"
     "  link landing http://a.a title=x\n"
     "entry Beta\n"
     "  text Size: 2\n"
     "  link landing http://b.b title=x\n"
     "entry Gamma of lakes\n"
     "  text Size: 3\n"
     "  link landing http://c.c title=x\n", 0},
    {"table-columns: codes beside linked names",
     "# L\n"
     "| Code | Register | Years |\n"
     "|---|---|---|\n"
     "| MIC-01 | [Owls of the woods](http://a.a) | 1968 |\n"
     "| MIC-02 | [Ducks of the lakes](http://b.b) | 1990 |\n"
     "| MIC-03 | Herons | 1991 |\n",
     "entry Owls of the woods\n"
     "  text Code: MIC-01 / Years: 1968\n"
     "  link landing http://a.a\n"
     "entry Ducks of the lakes\n"
     "  text Code: MIC-02 / Years: 1990\n"
     "  link landing http://b.b\n"
     "entry Herons\n"
     "  text Code: MIC-03 / Years: 1991\n", 0},
    {"table-columns: names in code before the data",
     "# L\n"
     "| Task | Domain | Data |\n"
     "|---|---|---|\n"
     "| `owl-count` | woods | [Owlbase](http://a.a) |\n"
     "| `duck-count` | lakes | [csv](http://b.b) |\n",
     "entry owl-count\n"
     "  text Domain: woods\n"
     "  link download http://a.a label=Data title=Owlbase note=Owlbase\n"
     "entry duck-count\n"
     "  text Domain: lakes\n"
     "  link download http://b.b label=Data title=csv note=csv\n", 0},
    {"table-columns: linked names before the data",
     "# L\n"
     "| Challenge | Partner | Data |\n"
     "|---|---|---|\n"
     "| [Pothole Hunt](http://a.a) | Owls | [zip](http://a.z) |\n"
     "| [Heat Islands](http://b.b) | Ducks | [csv](http://b.z) |\n"
     "\n"
     "| Paper | Data |\n"
     "|---|---|\n"
     "| [On owls](http://p.p) | [Owlbase](http://c.c) |\n"
     "| [On ducks](http://p.q) | [Duckbase](http://d.d) |\n",
     "entry Pothole Hunt\n"
     "  text Partner: Owls\n"
     "  link landing http://a.a\n"
     "  link download http://a.z label=Data title=zip note=zip\n"
     "entry Heat Islands\n"
     "  text Partner: Ducks\n"
     "  link landing http://b.b\n"
     "  link download http://b.z label=Data title=csv note=csv\n"
     "entry Owlbase\n"
     "  link landing http://c.c\n"
     "  link paper http://p.p label=Paper title=On owls note=On owls\n"
     "entry Duckbase\n"
     "  link landing http://d.d\n"
     "  link paper http://p.q label=Paper title=On ducks note=On ducks\n", 0},
    {"group-row: of nothing but a picture",
     "# L\n"
     "| Name | Info | URL |\n"
     "|------|------|-----|\n"
     "| **Owls** |\n"
     "| Alpha | It is. | http://a.a |\n"
     "| **![](http://i.i)** |\n"
     "| Beta | It is, too. | http://b.b |\n",
     "report unplaced @6\n"
     "entry Alpha\n"
     "  group Owls\n"
     "  text It is.\n"
     "  link landing http://a.a label=URL\n"
     "entry Beta\n"
     "  text It is, too.\n"
     "  link landing http://b.b label=URL\n", 0},
    {"table-columns: a licence that is a picture",
     "# L\n"
     "| Name | About | License | Link |\n"
     "|------|-------|---------|------|\n"
     "| Alpha | It is. | ![](http://i.i) | http://a.a |\n"
     "| Beta | It is, too. | CC0 | http://b.b |\n",
     "entry Alpha\n"
     "  text It is.\n"
     "  link landing http://a.a label=Link\n"
     "entry Beta\n"
     "  text It is, too.\n"
     "  licence CC0\n"
     "  link landing http://b.b label=Link\n", 0},
    {"table-columns: a condition of access alone",
     "# L\n"
     "| Name | Access | Link |\n"
     "|------|--------|------|\n"
     "| Alpha | Requires registration | http://a.a |\n"
     "| Beta | By mail, requires registration | http://b.b |\n",
     "entry Alpha\n"
     "  access registration\n"
     "  note Requires registration\n"
     "  link landing http://a.a label=Link\n"
     "entry Beta\n"
     "  text Access: By mail\n"
     "  access registration\n"
     "  note requires registration\n"
     "  link landing http://b.b label=Link\n", 0},
};

int
main(void)
{
    return RUN_RULES("tables", rules);
}
