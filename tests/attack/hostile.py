"""The hostile inputs: what each is called, what must come of it, and how it is made.

`docs/hostile.md` has the same table with what was measured.
"""

from __future__ import annotations

import base64
import random
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from tests.attack import laying as lay
from tests.samples import HEAD, ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


PAGE = ROOT / "docs" / "hostile.md"
"""The page with the table."""
RULE = "| --- | --- | --- | --- |\n"
"""The line under its head."""


class Hostile(NamedTuple):
    """One hostile input."""

    name: str
    comes: str
    """A part of the sentence that refuses it, or `MADE`."""
    lay: Callable[[Path, Any], object]
    """What puts it into a folder, in which all is built then."""
    make: Callable[[], Any]
    """What makes it."""


def escaped(text: str) -> str:
    """Return a cell of a table in Markdown."""
    return re.sub(r"[\\`*_\[\]<>|&]", r"\\\g<0>", text)


MADE = "out/meeting.en.pdf  "
"""How the line of a PDF begins."""
_LONG_READ = "it took longer than 15 s"
_LONG = "it took longer than 45 s"
_NO_YAML = "it cannot be read; check its quotes, brackets and colons"
_PARTS = "parts (paragraphs, points, cells, links …), more than 20,000"
_DEEP = "it is nested deeper than 20; write it with fewer levels"
_ONE_WORD = "characters without a space; write it with spaces"
_EMPTY = "it is empty; write the statement here"
_NESTED = "an SVG with more than 20 elements within one another, or one that uses itself"
_SIZE = "more than 2000000"
_DEVICE, _PIPE = "it is a device", "it is a pipe"
_M = 1_000_000

INPUTS = (
    # What is no text
    Hostile("a PDF", "it is a PDF", lay.file, lambda: b"%PDF-1.7\n" + b"\xe2\xe3" * _M),
    Hostile("a Word file, packed 100 MB", "it is a Word file", lay.packed, lambda: "word/a.xml"),
    Hostile("1 MB of NUL", "cannot be printed", lay.file, lambda: b"\0" * _M),
    Hostile("NUL in words", "cannot be printed", lay.file, lambda: b"words\0" * 100_000),
    Hostile("noise", "it is not text", lay.file, lambda: random.Random(1).randbytes(_M)),  # noqa: S311
    Hostile(
        "UTF-16, no mark",
        "UTF-16 or",
        lay.file,
        lambda: f"{HEAD}Words.\n".encode("utf-16-le"),
    ),
    Hostile("UTF-16", "UTF-16 or UTF-32", lay.file, lambda: f"{HEAD}Words.\n".encode("utf-16")),
    Hostile("UTF-32", "UTF-16 or", lay.file, lambda: f"{HEAD}Words.\n".encode("utf-32-be")),
    Hostile(
        "surrogates in UTF-8 (CESU-8), 100,000",
        "are not UTF-8",
        lay.file,
        lambda: HEAD.encode() + b"\xed\xa0\x81\xed\xb0\x80" * 100_000,
    ),
    Hostile(
        "Latin-1, 10,000 lines",
        "are not UTF-8",
        lay.file,
        lambda: HEAD.encode() + b"W\xf6rds\n" * 10_000,
    ),
    Hostile("1 GB, sparse", _SIZE, lay.sparse, lambda: 2**30),
    Hostile("/dev/zero", _DEVICE, lay.link, lambda: "/dev/zero"),
    Hostile("/dev/stdin", "; put a file there", lay.link, lambda: "/dev/stdin"),
    Hostile("/dev/tty", _DEVICE, lay.link, lambda: "/dev/tty"),
    Hostile("/dev/full", _DEVICE, lay.link, lambda: "/dev/full"),
    Hostile("/proc/self/mem", "it cannot be read", lay.link, lambda: "/proc/self/mem"),
    Hostile(
        "/proc/self/environ", "U+0000 cannot be printed", lay.link, lambda: "/proc/self/environ"
    ),
    Hostile("a link to itself", "it is a link that leads nowhere", lay.link, lambda: lay.NAME),
    Hostile("a pipe", _PIPE, lay.pipe, lambda: lay.NAME),
    Hostile("a name of 255 bytes", "File name too long", lay.named, lambda: f"{'a' * 249}.en.md"),
    Hostile(
        "100,000 empty files",
        "and 99,950 more files are left out",
        lay.empty,
        lambda: (f"{number}.md" for number in range(100_000)),
    ),
    # Front matter
    Hostile("[ 2,000 deep", _NO_YAML, lay.front, lambda: "place: " + "[" * 2_000 + "]" * 2_000),
    Hostile("{ 2,000 deep", _NO_YAML, lay.front, lambda: "place: " + "{a: " * 2_000 + "}" * 2_000),
    Hostile("[ 500,000 times", _NO_YAML, lay.front, lambda: "place: " + "[" * 500_000),
    Hostile("- 2,000 deep", _NO_YAML, lay.front, lambda: "place:\n " + "- " * 2_000 + "a"),
    Hostile(
        "keys 1,900 deep",
        _NO_YAML,
        lay.front,
        lambda: "\n".join(f"{' ' * level}a:" for level in range(1_900)),
    ),
    Hostile(
        "aliases that make 2 ** 40 values",
        "YAML anchors (& and *) are not used here",
        lay.front,
        lambda: "\n".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 41)),
    ),
    Hostile(
        "10,000 keys",
        "and 9,950 more",
        lay.front,
        lambda: "\n".join(f"k{n}: a" for n in range(10_000)),
    ),
    Hostile("a key 10,000 times", "given twice", lay.front, lambda: "place: A\n" * 10_000),
    Hostile("100,000 figures", "99999…; ", lay.front, lambda: "issued: " + "9" * 100_000),
    Hostile("100,000 comments", "and 99,950 more remarks", lay.front, lambda: "# a\n" * 100_000),
    Hostile(
        "10,000 abbreviations",
        "and 9,950 more",
        lay.front,
        lambda: "abbreviations:\n" + "\n".join(f"  k{n}: a" for n in range(10_000)),
    ),
    Hostile("a value of 10 kB", _LONG, lay.front, lambda: "kind: " + "words " * 1_600),
    # Blocks
    Hostile("100,000 notes", _PARTS, lay.text, lambda: lay.notes(100_000)),
    Hostile("10,000 notes", _PARTS, lay.text, lambda: lay.notes(10_000)),
    Hostile("50,000 points", _PARTS, lay.text, lambda: "- a\n" * 50_000),
    Hostile("500 columns", MADE, lay.text, lambda: lay.table(500, 1)),
    Hostile("50 columns of 500 rows", _PARTS, lay.text, lambda: lay.table(50, 500)),
    Hostile("100,000 rows", _PARTS, lay.text, lambda: lay.table(2, 100_000)),
    Hostile("100,000 headings", _PARTS, lay.text, lambda: "## a\n" * 100_000),
    Hostile("100,000 breaks", _PARTS, lay.text, lambda: "***\n\n" * 100_000),
    Hostile("900,000 lines", _LONG_READ, lay.text, lambda: "a\n" * 900_000),
    Hostile("1,900,000 empty lines", _EMPTY, lay.text, lambda: "\n" * 1_900_000),
    Hostile("quotations 5,000 deep", _DEEP, lay.text, lambda: ">" * 5_000 + " a"),
    Hostile("lists 5,000 deep", _DEEP, lay.text, lambda: "- " * 5_000 + "a"),
    Hostile("2,000 lines - 5", "and 1,950 more", lay.text, lambda: "Words\n" + "- 5\n" * 2_000),
    Hostile("20,000 lines - 5", _LONG_READ, lay.text, lambda: "Words\n" + "- 5\n" * 20_000),
    Hostile(
        "50,000 addresses apart",
        "and 49,9",
        lay.text,
        lambda: "".join(f"[{n:x}]: http://a.org\n" for n in range(50_000)),
    ),
    # Lines
    Hostile("a line of 10 MB", _SIZE, lay.text, lambda: "words " * 1_666_666),
    Hostile("a line of 1.9 MB", _LONG, lay.text, lambda: "words " * 316_000),
    Hostile("a word of 1 MB", _ONE_WORD, lay.text, lambda: "a" * _M),
    Hostile("a million spaces", _LONG, lay.text, lambda: f"a{' ' * _M}a"),
    Hostile("a million tabs", MADE, lay.text, lambda: "\t" * _M + "a"),
    Hostile("[ a million times", _LONG_READ, lay.text, lambda: "[" * _M),
    Hostile("![ 500,000 times", _LONG_READ, lay.text, lambda: "![" * 500_000),
    Hostile("[^ 500,000 times", _LONG_READ, lay.text, lambda: "[^" * 500_000),
    Hostile("[a]( 250,000 times", "is not a whole link", lay.text, lambda: "[a](" * 250_000),
    Hostile("* a million times", _EMPTY, lay.text, lambda: "*" * _M),
    Hostile(
        "*a _b 150,000 times", "is printed with its star", lay.text, lambda: "*a _b " * 150_000
    ),
    Hostile("` a million times", _ONE_WORD, lay.text, lambda: "`" * _M),
    Hostile(
        "` in 1,700 lengths",
        _ONE_WORD,
        lay.text,
        lambda: " ".join("`" * n for n in range(1, 1_700)),
    ),
    Hostile("< a million times", _ONE_WORD, lay.text, lambda: "<" * _M),
    Hostile("<!-- 250,000 times", "every reader could open", lay.text, lambda: "<!--" * 250_000),
    Hostile("&amp; 200,000 times", _ONE_WORD, lay.text, lambda: "&amp;" * 200_000),
    Hostile("\\ a million times", _ONE_WORD, lay.text, lambda: "\\" * _M),
    Hostile("| a million times", _ONE_WORD, lay.text, lambda: "|" * _M + "\n" + "|-" * 400_000),
    Hostile("20,000 links", _PARTS, lay.text, lambda: "[a](http://a.org) " * 20_000),
    # Characters
    Hostile("a million marks on a letter", _ONE_WORD, lay.text, lambda: "a" + "\u0301" * 990_000),
    Hostile("100,000 bidi controls", "is not ended", lay.text, lambda: "\u202e" * 100_000 + "a"),
    Hostile("600,000 U+200B", _EMPTY, lay.text, lambda: "\u200b" * 600_000),
    Hostile(
        "600,000 U+2028",
        "a line ends in a way of word processors",
        lay.text,
        lambda: "\u2028" * 600_000,
    ),
    Hostile("a million U+0001", "cannot be printed", lay.text, lambda: "\x01" * _M),
    # Pictures
    Hostile("a picture /dev/zero", "a.png lies outside", lay.linked_picture, lambda: "/dev/zero"),
    Hostile("a picture /proc/kmsg", "a.png lies outside", lay.linked_picture, lambda: "/proc/kmsg"),
    Hostile("a picture that is a pipe", "a.png is a pipe", lay.pipe, lambda: "a.png"),
    Hostile("PNG of 49 megapixels", "shows nothing", lay.png, lambda: lay.vast_png(7_000, 7_000)),
    Hostile("PNG of 150 megapixels", "pixels", lay.png, lambda: lay.vast_png(15_000, 10_000)),
    Hostile("PNG of a line", "is not that of its file", lay.png, lambda: lay.vast_png(_M, 1)),
    Hostile("SVG that doubles 14 times", _NESTED, lay.svg, lambda: lay.uses(14)),
    Hostile("SVG that doubles 40 times", _NESTED, lay.svg, lambda: lay.uses(40)),
    Hostile(
        "SVG that shows itself",
        _NESTED,
        lay.svg,
        lambda: '<g id="a"><use href="#a"/></g>',
    ),
    Hostile(
        "SVG 100,000 deep",
        _LONG_READ,
        lay.svg,
        lambda: "<g>" * 100_000 + "</g>" * 100_000,
    ),
    Hostile(
        "SVG of 400,000 shapes",
        "more than 100000 elements",
        lay.svg,
        lambda: '<path d="M1 1h5v5z"/>' * 400_000,
    ),
    Hostile(
        "SVG of a line of 2 million parts",
        "shows nothing",
        lay.svg,
        lambda: f'<path d="M1 1{"h1h-1" * _M}z"/>',
    ),
    Hostile(
        "a picture in the text",
        "image: data:image/png;base64,",
        lay.text,
        lambda: f"![A](data:image/png;base64,{base64.b64encode(lay.vast_png(99, 99)).decode()})",
    ),
)
