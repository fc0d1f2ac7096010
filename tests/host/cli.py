# SPDX-License-Identifier: MIT
"""The program's command line: names of files, messages, exit codes."""
import json
import os
import stat
import subprocess

from case import CATEX, FILTERED, MOCKS, Case, catalog, main


class BadInput(Case):
    def check(self, code, words, *args, **kwargs):
        before = self.files()
        self.fails(code, words, self.export("-o", "out/", *args, **kwargs))
        self.assertEqual(self.files(), before)
        self.assertFalse(os.path.exists(self.path("out")))

    def test_no_such_file(self):
        self.check(3, ["nope.md", "No such file"], "-t", "good", "nope.md")

    def test_folder(self):
        os.mkdir(self.path("d"))
        self.check(3, ["d", "folder"], "-t", "good", "d")

    def test_empty(self):
        self.check(3, ["e.md", "empty"], "-t", "good", self.write("e.md", ""))

    def test_binary(self):
        self.check(3, ["b.md:2", "NUL"], "-t", "good",
                   self.write("b.md", b"a\n\x7fELF\0\0"))

    def test_broken_json(self):
        self.check(3, ["x.json"], "-t", "good", self.write("x.json", "{"))

    def test_second_list(self):
        self.check(3, ["nope.md"], "-t", "good", "l.json", "nope.md")

    def test_unknown_format(self):
        self.check(2, ["nope", "good"], "-t", "nope", "l.json")

    def test_path_as_format(self):
        self.check(2, ["../good"], "-t", "../good", "l.json")

    def test_format_twice(self):
        self.check(2, ["good", "twice"], "-t", "good,good", "l.json")

    def test_empty_format(self):
        self.check(2, ["name of a format"], "-t", "good,", "l.json")

    def test_a_list_with_remarks(self):
        self.write("m.md", "# L\n## S\n**A**\n\n**B**\n")
        self.check(2, ["nope"], "-t", "nope", "m.md")
        self.check(4, ["l.json"], "-t", "good", "-o", "l.json/x", "m.md")

    def test_options(self):
        for setting, words in {
                "good.nope=1": ["good", "nope", "number"],
                "good.number=x": ["good", "number", "-3 to 10"],
                "good.colour=blue": ["colour", "red or green"],
                "other.x=1": ["other"],
                "good=1": ["FORMAT.OPTION=VALUE"],
                "good.number": ["FORMAT.OPTION=VALUE"],
                ".x=1": ["FORMAT.OPTION=VALUE"]}.items():
            self.check(2, words, "-t", "good", "-O", setting, "l.json")

    def test_arguments(self):
        for args, words in [
                (["-z"], ["-z", "catex help export"]),
                (["--nope"], ["--nope"]),
                (["-j", "x"], ["-j", "x"]), (["-j", "-1"], ["-j"]),
                (["-j", "99999999999999999999"], ["-j"]),
                (["-f", "pdf"], ["-f", "markdown", "pdf"]),
                (["--log", "xml"], ["--log", "xml"]),
                (["--timeout", "1h"], ["--timeout"]),
                (["--max-output", "9999999T"], ["--max-output"]),
                (["--base-iri", "example.org"], ["--base-iri"]),
                (["--base-iri", "https://a b/"], ["--base-iri"]),
                (["--language", "e"], ["--language"]),
                (["--language", "en-"], ["--language"])]:
            self.check(2, words, *args, "-t", "good", "l.json")

    def test_version(self):
        run = self.catex("--version")
        self.assertRegex(run.stdout, r"\Acatex \d+\.\d+\.\d+\n"
                         r"plugin interface \d+\.\d+; ")
        self.assertIn("behind a filter" if FILTERED else "without a filter",
                      run.stdout)

    def test_no_list(self):
        self.check(2, ["no list"], "-t", "good")

    def test_stdin_twice(self):
        self.check(2, ["standard input"], "-t", "good", "-", "-")

    def test_no_command(self):
        self.fails(2, ["no command"], self.catex())
        self.fails(2, ["exprt"], self.catex("exprt", "l.json"))
        self.fails(2, ["nope"], self.catex("help", "nope"))
        self.fails(2, ["-t"], self.catex("check", "-t", "good", "l.json"))

    def test_terminal_codes_in_names(self):
        run = self.export("-t", "good", "\x1b[31mred\n.md")
        self.assertEqual(run.returncode, 3)
        self.assertNotIn("\x1b", run.stderr)
        self.assertEqual(len(run.stderr.splitlines()), 1)


class Names(Case):
    def done(self, *args, **kwargs):
        run = self.export(*args, **kwargs)
        self.assertEqual((run.returncode, run.stderr), (0, ""))
        return run.stdout

    def test_one_format_to_standard_output(self):
        text = self.done("-t", "good", "l.json")
        self.assertTrue(text.startswith("stem=none") or "stem=l " in text)
        self.assertIn("r1-l Record 1\nend\n", text)
        self.assertEqual(text, self.done("-t", "good", "-o", "-", "l.json"))
        self.assertEqual(self.files(), ["l.json"])

    def test_one_format_to_a_file(self):
        self.done("-t", "good", "-o", "x.txt", "l.json")
        self.assertIn("stem=x ", self.read("x.txt"))

    def test_one_format_into_a_folder(self):
        os.mkdir(self.path("d"))
        self.done("-t", "good", "-o", "d", "l.json")
        self.done("-t", "good", "-o", "new/", "l.json")
        self.assertEqual(self.files(), ["d/l.good", "l.json", "new/l.good"])

    def test_several_into_a_new_folder(self):
        self.done("-t", "good,leak", "-o", "a/b/c", "l.json")
        self.assertEqual(self.files(),
                         ["a/b/c/l.good", "a/b/c/l.leak", "l.json"])

    def test_several_into_the_working_folder(self):
        self.done("-t", "good,leak", "l.json")
        self.assertEqual(self.files(), ["l.good", "l.json", "l.leak"])

    def test_several_lists(self):
        self.write("sub/m.json", catalog("m"))
        self.done("-t", "good", "-o", "out", "l.json", "sub/m.json")
        self.assertEqual(self.files(),
                         ["l.json", "out/l.good", "out/m.good", "sub/m.json"])
        self.assertIn("r0-m", self.read("out/m.good"))

    def test_several_lists_one_after_the_other(self):
        self.write("m.json", catalog("m"))
        text = self.done("-t", "good", "-o", "-", "m.json", "l.json")
        self.assertLess(text.index("r0-m"), text.index("r0-l"))

    def test_readme_is_named_after_its_folder(self):
        self.write("birds/README.json", catalog())
        self.write("trees/readme.json", catalog())
        self.done("-t", "good", "-o", "out", "birds/README.json",
                  "trees/readme.json")
        self.done("-t", "good", "-o", "in/", "README.json",
                  cwd=self.path("birds"))
        self.assertEqual([f for f in self.files() if f.endswith(".good")],
                         ["birds/in/birds.good", "out/birds.good",
                          "out/trees.good"])

    def test_standard_input(self):
        text = self.done("-f", "json", "-t", "good,leak", "-o", "out", "-",
                         input=catalog("from-id"))
        self.assertEqual(text, "")
        self.assertEqual(self.files(), ["l.json", "out/from-id.good",
                                        "out/from-id.leak"])

    def test_hostile_id_is_no_path(self):
        self.done("-f", "json", "-t", "good", "-o", "out/", "-",
                  input=catalog().replace('"id": "l"', '"id": "../l"'))
        self.assertEqual(self.files(), ["l.json", "out/catalog.good"])

    def test_clash(self):
        self.write("sub/l.json", catalog())
        self.fails(2, ["l.json", "sub/l.json", "same name"],
                   self.export("-t", "good", "-o", "out", "l.json",
                               "sub/l.json"))
        self.assertFalse(os.path.exists(self.path("out")))

    def test_standard_output_is_not_shared(self):
        self.fails(2, ["standard output"],
                   self.export("-t", "good,leak", "-o", "-", "l.json"))

    def test_output_is_input(self):
        before = self.read("l.json")
        os.link(self.path("l.json"), self.path("hard"))
        os.symlink("l.json", self.path("soft"))
        for out in ["l.json", "./l.json", "hard", "soft"]:
            self.fails(4, [out, "input"],
                       self.export("-t", "good", "-o", out, "l.json"))
        self.assertEqual(self.read("l.json"), before)
        self.assertEqual(self.files(), ["hard", "l.json", "soft"])

    def test_a_file_where_the_folder_should_be(self):
        self.fails(4, ["l.json", "not a folder"],
                   self.export("-t", "good,leak", "-o", "l.json", "l.json"))
        self.fails(4, ["l.json", "not a folder"],
                   self.export("-t", "good,leak", "-o", "l.json/x", "l.json"))

    def test_folder_that_cannot_be_written(self):
        for folder in ["/proc", "/proc/nope"]:
            run = self.export("-t", "good,leak", "-o", folder, "l.json")
            self.assertEqual(run.returncode, 4)
            self.assertIn("/proc", run.stderr)


class Streams(Case):
    def setUp(self):
        super().setUp()
        run = self.catex("export", "-t", "json", "-O", "json.lines=yes",
                         "l.json")
        self.lines = run.stdout
        self.write("l.ndjson", self.lines)

    def test_a_stream_gives_what_the_whole_gives(self):
        for args, kwargs in [(["l.ndjson"], {}),
                             (["-f", "ndjson", "-"], {"input": self.lines})]:
            for name in ["json", "csv", "good"]:
                whole = self.export("-t", name, "l.json")
                run = self.export("-t", name, *args, **kwargs)
                self.assertEqual(run.returncode, 0, run.stderr)
                self.assertEqual(run.stdout, whole.stdout)

    def test_each_exporter_reads_for_itself(self):
        run = self.export("-t", "json,good,leak", "-o", "s", "l.ndjson")
        self.assertEqual((run.returncode, run.stderr), (0, ""))
        self.export("-t", "json,good,leak", "-o", "w", "l.json")
        for name in ["l.json", "l.good", "l.leak"]:
            self.assertEqual(self.read(f"s/{name}"), self.read(f"w/{name}"))

    def test_an_input_that_breaks_off(self):
        self.write("l.ndjson", self.lines[:-20])
        run = self.export("-t", "json,good", "-o", "s", "l.ndjson")
        self.assertEqual(run.returncode, 3, run.stderr)
        self.assertIn("l.ndjson:3", run.stderr)
        self.assertEqual(self.files(), ["l.json", "l.ndjson"])
        self.fails(3, ["nope.ndjson"],
                   self.export("-t", "good", "nope.ndjson"))


class Messages(Case):
    def test_warnings(self):
        self.write("w.json", catalog("w", 5))
        run = self.export("-t", "warn", "w.json")
        self.assertEqual(run.returncode, 0)
        lines = run.stderr.splitlines()
        self.assertEqual(lines[0], "catex: warn: w.md:1: mock: this is r0-w")
        self.assertEqual(len(lines), 4)
        self.assertIn("2 more", lines[3])
        self.assertNotIn("this is", run.stdout)

    def test_order_is_that_of_the_lists(self):
        """… and not that in which their children come to speak."""
        self.write("big.json", catalog("big", 5000))
        self.write("small.json", catalog("small", 2))
        run = self.export("-v", "-j", "2", "-t", "warn", "-o", "out",
                          "big.json", "small.json")
        self.assertEqual(run.returncode, 0)
        said = [line.rsplit(" ", 1)[1] for line in run.stderr.splitlines()]
        self.assertEqual(said, [f"r{i}-big" for i in range(5000)] +
                         ["r0-small", "r1-small"])

    def test_verbose_quiet_without(self):
        self.write("w.json", catalog("w", 5))
        for args, count in [(["-v"], 5), (["-q"], 0),
                            (["--without", "x,mock"], 0),
                            (["--without", "x"], 4)]:
            run = self.export("-t", "warn", *args, "w.json")
            self.assertEqual(run.returncode, 0)
            self.assertEqual(len(run.stderr.splitlines()), count, args)

    def test_what_concerns_the_curator_is_one_line(self):
        self.write("l.md", "# L\n\n" + "".join(
            f"**Entry {i}**\n\n- Access: https://example.org/{i}\n\n"
            for i in range(9)))
        said = self.catex("check", "l.md").stdout.splitlines()
        self.assertGreater(len(said), 3)
        run = self.export("-t", "good", "l.md")
        self.assertEqual(len(run.stderr.splitlines()), 1, run.stderr)
        self.assertIn("catex check", run.stderr)
        self.assertIn(f" {len(said)}", run.stderr)
        run = self.export("-t", "good", "-v", "l.md")
        self.assertEqual([f"catex: {line}" for line in said],
                         run.stderr.splitlines())
        run = self.export("-t", "good", "--strict", "l.md")
        self.assertEqual((run.returncode, run.stdout), (1, ""))

    def test_json(self):
        self.write("w.json", catalog("w", 5))
        run = self.export("-t", "warn", "--log", "json", "w.json")
        lines = [json.loads(line) for line in run.stderr.splitlines()]
        self.assertEqual(len(lines), 5)
        self.assertEqual(lines[4], {
            "level": "warning", "format": "warn", "kind": "mock",
            "path": "w.md", "line": 5, "record": "r4-w",
            "text": "this is r4-w"})
        run = self.export("-t", "good", "--log", "json", b"\xff.md")
        self.assertEqual(json.loads(run.stderr)["level"], "error")

    def test_strict(self):
        run = self.export("-t", "warn,good", "-o", "out", "--strict", "l.json")
        self.assertEqual(run.returncode, 1)
        self.assertIn("nothing is written", run.stderr)
        self.assertEqual(self.files(), ["l.json"])
        run = self.export("-t", "good", "-o", "out/", "--strict", "l.json")
        self.assertEqual(run.returncode, 0)

    def test_check_goes_through_the_list(self):
        self.write("m.md", "# L\n- [A](a.csv)\n\n![p](p.png)\n\n## S\n"
                   "- [A](b.csv)\n\n[unused]: http://u.example\n")
        run = self.catex("check", "m.md")
        lines = [int(line.split(":")[1]) for line in run.stdout.splitlines()]
        self.assertEqual(lines, sorted(lines))
        self.assertEqual(set(lines), {4, 7, 9})
        self.assertEqual(run.returncode, 1)

    def test_check(self):
        run = self.catex("check", "l.json")
        self.assertEqual((run.returncode, run.stdout, run.stderr), (0, "", ""))
        run = self.catex("check", "nope.md", "l.json")
        self.assertEqual((run.returncode, run.stdout), (3, ""))
        self.assertIn("nope.md", run.stderr)

    def test_formats(self):
        run = self.catex("formats", "--plugin-dir", MOCKS)
        self.assertEqual(run.returncode, 5)  # some of them are refused
        self.assertIn("a mock (ABI 1.0)", run.stdout)
        self.assertIn("misnamed.so", run.stderr)
        run = self.catex("formats", "--plugin-dir", MOCKS, "good")
        self.assertEqual((run.returncode, run.stderr), (0, ""))
        for words in ["good.number", "from -3 to 10; by default 7",
                      "red or green; by default green", "yes or no",
                      "does not carry"]:
            self.assertIn(words, run.stdout)
        self.fails(2, ["nope"], self.catex("formats", "nope"))

    def test_help(self):
        for args in [["help"], ["--help"], ["help", "export"],
                     ["export", "--help"], ["check", "-h"],
                     ["formats", "--help"], ["--version"]]:
            run = self.catex(*args)
            self.assertEqual((run.returncode, run.stderr), (0, ""))
            self.assertTrue(run.stdout.startswith("catex "), args)

    def test_full_standard_output(self):
        with open("/dev/full", "w", encoding="utf-8") as full:
            for args in [["help"], ["formats", "good", "--plugin-dir", MOCKS],
                         ["export", "--plugin-dir", MOCKS, "-t", "good",
                          "l.json"]]:
                run = subprocess.run([CATEX, *args], stdout=full, check=False,
                                     stderr=subprocess.PIPE, cwd=self.dir)
                self.assertEqual(run.returncode, 4, args)

    def test_base_iri(self):
        run = self.catex("export", "-t", "json", "--base-iri",
                         "https://example.org/d/", "l.json")
        catalog_ = json.loads(run.stdout)["catalog"]
        self.assertEqual(catalog_["base_iri"], "https://example.org/d/")
        self.assertEqual(catalog_["origin"], {"base_iri": "facts"})


    def test_what_facts_get_wrong_is_shown(self):
        self.write("m.md", "# L\n## S\n**A**\n\n**B**\n")
        self.write("f.json", '{"records": {"nobody": {"version": "1"}}}')
        run = self.export("-t", "good", "--facts", "f.json", "m.md")
        shown = run.stderr.splitlines()
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertIn("f.json:1: fact-unmatched: \"nobody\"", shown[0])
        self.assertIn("no-description 2", shown[-1])


class Environment(Case):
    def test_working_directory_is_never_searched(self):
        os.symlink(os.path.join(MOCKS, "good.so"), self.path("good.so"))
        self.fails(2, ["good"], self.catex("export", "-t", "good", "l.json"))
        self.fails(2, ["good"], self.catex(
            "export", "-t", "good", "l.json",
            env={**os.environ, "CATEX_PLUGIN_PATH": ":"}))

    def test_plugin_path(self):
        run = self.catex("export", "-t", "good", "l.json",
                         env={**os.environ, "CATEX_PLUGIN_PATH": MOCKS})
        self.assertEqual(run.returncode, 0)

    def test_closed_descriptors(self):
        for closing in ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"]:
            run = subprocess.run(
                ["sh", "-c", f'"$0" export --plugin-dir "$1" -t good -o x '
                 f"l.json {closing}", CATEX, MOCKS],
                cwd=self.dir, timeout=60, check=False)
            self.assertEqual(run.returncode, 0, closing)
            self.assertTrue(self.read("x").endswith("end\n"))

    def test_mode_of_files(self):
        self.export("-t", "good", "-o", "x", "l.json",
                    preexec_fn=lambda: os.umask(0o027))
        self.assertEqual(stat.S_IMODE(os.stat(self.path("x")).st_mode), 0o640)
        os.chmod(self.path("x"), 0o604)
        self.export("-t", "good", "-o", "x", "l.json")
        self.assertEqual(stat.S_IMODE(os.stat(self.path("x")).st_mode), 0o604)


if __name__ == "__main__":
    main()
