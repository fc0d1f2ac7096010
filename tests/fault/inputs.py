# SPDX-License-Identifier: MIT
"""Inputs and outputs that are no plain lists and files: inputs.py CATEX."""
import os
import subprocess
import sys
import tempfile
import threading

CATEX = sys.argv[1]
LIST = b"# Birds\n\n**Gulls**  \nAccess: https://gulls.example/\n"
failures = []
count = 0


def run(*args, data=b"", **more):
    return subprocess.run([CATEX, *args], input=data, timeout=60, check=False,
                          capture_output=True, **more)


def expect(what, done, code, says=b""):
    """Ends with @code and, if it is an error, says so in one sentence."""
    global count
    count += 1
    said = done.stderr
    if done.returncode != code:
        failures.append("%s: exit %d, not %d: %r" % (
            what, done.returncode, code, said[:300]))
    elif says not in said:
        failures.append("%s: does not say %r but %r" % (what, says, said))
    elif code != 0 and not said.strip():
        failures.append("%s: says nothing" % what)


def json_of(data, name="-"):
    return run("export", "-q", "-t", "json", "-f", name, "-o", "-", "-",
               data=data)


def texts():
    plain = run("export", "-q", "-t", "json", "-o", "-", "-", data=LIST)
    expect("plain", plain, 0)
    md = "markdown"
    for what, data, code, says in [
            ("UTF-16, little end first", LIST.decode().encode("utf-16"), 3, b""),
            ("UTF-16 without a mark", LIST.decode().encode("utf-16-le"), 3, b""),
            ("a NUL", LIST + b"\0\n", 3, b"5"),
            ("nothing", b"", 3, b"empty"),
            ("bytes that are no UTF-8", b"\xff\xfe\xfd\n" + LIST[2:], 3, b""),
            ("Latin-1", LIST + b"Caf\xe9\n", 0, b""),
            ("control characters", LIST + b"\x01\x1b[31mred\x7f\n", 0, b""),
            ("bidirectional controls", LIST + "\u202e\u2066\n".encode(), 0, b""),
            ("one line without its end", b"x", 0, b""),
            ("blanks", b" \n\t\n", 0, b"")]:
        done = json_of(data, md)
        expect(what, done, code, says)
        if b"\x1b" in done.stdout + done.stderr:
            failures.append("%s: an escape comes through" % what)
    for what, data in [("BOM", b"\xef\xbb\xbf" + LIST),
                       ("CR LF", LIST.replace(b"\n", b"\r\n")),
                       ("CR", LIST.replace(b"\n", b"\r"))]:
        done = json_of(data, md)
        expect(what, done, 0)
        if done.stdout != plain.stdout:
            failures.append("%s: reads as something else" % what)


def json_texts():
    head = b'{"format": "catex-catalog", "version": 1, "catalog": '
    tail = b', "sections": [], "records": []}'
    for what, data, code in [
            ("JSON nested deep", b"[" * 100000, 3),
            ("objects nested deep", b'{"a":' * 100000, 3),
            ("deep value of an unknown key",
             head + b'{"x": ' + b"[" * 100000 + b"]" * 100000 + b"}" + tail, 3),
            ("a lone surrogate", head + b'{"title": "\\ud800"}' + tail, 3),
            ("a key twice", head + b'{"title": "a", "title": "b"}' + tail, 3),
            ("JSON that ends", head, 3),
            ("no JSON", b"hello", 3),
            ("a large number",
             head[:-12].replace(b"1", b"9" * 400) + b"}", 3)]:
        expect(what, json_of(data, "json"), code)
        expect(what + " as NDJSON", json_of(data.replace(b"\n", b" ") + b"\n",
                                            "ndjson"), code)


def depth():
    """Nesting takes no stack: 256 KiB of it are enough."""
    for what, data in [("quotes", b">" * 50000 + b"a\n"),
                       ("items", b"- " * 20000 + b"a\n"),
                       ("brackets", b"[" * 50000), ("emphasis", b"*a " * 50000),
                       ("strong", b"**a" * 20000), ("html", b"<b>" * 50000),
                       ("images", b"![" * 20000 + b"](a)" * 20000)]:
        done = subprocess.run(
            ["sh", "-c", 'ulimit -s 256; exec "$0" export -q -t json '
             '-f markdown -o - -', CATEX], input=data, capture_output=True,
            timeout=120, check=False)
        expect("many nested " + what, done, 0)


def places(root):
    path, out = os.path.join(root, "list.md"), os.path.join(root, "out.csv")
    with open(path, "wb") as file:
        file.write(LIST)
    expect("a folder as input", run("export", "-t", "csv", "-o", out, root), 3,
           b"folder")
    expect("no input", run("export", "-t", "csv", "-o", out, root + "/no"), 3)
    expect("a folder as output", run("export", "-t", "csv", "-o",
                                     os.path.join(root, "sub/"), path), 0)
    expect("a full disk", run("export", "-t", "csv", "-o", "/dev/full", path),
           4)
    with open("/dev/full", "wb") as full:
        done = subprocess.run([CATEX, "export", "-t", "csv", path],
                              stdout=full, stderr=subprocess.PIPE, check=False)
        expect("a full disk behind standard output", done, 4)
    expect("output equal to input", run("export", "-t", "json", "-o", path,
                                        path), 4, b"input")
    link = os.path.join(root, "link.md")
    os.symlink(path, link)
    expect("output that leads to the input",
           run("export", "-t", "json", "-o", link, path), 4, b"input")
    with open(path, "rb") as file:
        if file.read() != LIST:
            failures.append("the input is gone")
    fifo = os.path.join(root, "fifo.md")
    os.mkfifo(fifo)
    writer = threading.Thread(target=lambda: open(fifo, "wb").write(LIST))
    writer.start()
    expect("a FIFO as input", run("export", "-t", "csv", "-o", out, fifo), 0)
    writer.join()
    loop = os.path.join(root, "loop")
    os.symlink(loop, loop)
    expect("a link to itself as input", run("check", loop), 3)
    expect("a link to itself as output",
           run("export", "-t", "csv", "-o", loop, path), 4)
    expect("/dev/null as input", run("check", "-f", "markdown", "/dev/null"), 3)
    growing(root)
    pipe(root)


def growing(root):
    """A list that grows while it is read is read up to some moment."""
    path = os.path.join(root, "growing.md")
    stop = threading.Event()

    def grow():
        with open(path, "ab", buffering=0) as file:
            for _ in range(20000):
                if stop.is_set():
                    break
                file.write(b"- [A](https://a.example/) - Words.\n")

    with open(path, "wb") as file:
        file.write(LIST)
    writer = threading.Thread(target=grow)
    writer.start()
    expect("a growing list", run("export", "-q", "-t", "json", "-o", "-", path),
           0)
    stop.set()
    writer.join()


def pipe(root):
    """Whoever has read enough ends it quietly."""
    path = os.path.join(root, "long.md")
    with open(path, "wb") as file:
        file.write(b"".join(b"- [A %d](https://a.example/%d) - W.\n" % (i, i)
                            for i in range(20000)))
    done = subprocess.run(["bash", "-c", '"$0" export -q -t csv "$1" | head -1',
                           CATEX, path], capture_output=True, timeout=60,
                          check=False)
    expect("a reader that stops", done, 0)
    if done.stderr or not done.stdout.startswith(b"id,"):
        failures.append("a reader that stops: %r" % done.stderr)


def main():
    texts()
    json_texts()
    depth()
    with tempfile.TemporaryDirectory() as root:
        places(root)
    for failure in failures:
        print(failure)
    print("%d inputs and outputs, %d wrong" % (count, len(failures)))
    return 1 if failures else 0


sys.exit(main())
