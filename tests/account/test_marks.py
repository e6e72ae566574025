"""Every mark that authors write is in the grammar, so that no good statement is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique.account import account
from communique.read.source import read
from tests.samples import png, with_body

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Refusal, Write

BODIES = {
    "stress": "*a* **b** ***c*** _d_ __e__ *f **g*** **h *i***, jo*k*l, *m*n and _o __p___",
    "stress beside a line end": "*a*\n**b** c\n*d* *e*",
    "other languages": "[a *b*]{lang=fr} [c\nd]{lang=DE-at}, [e [f]{lang=de} g]{lang=fr}.",
    "raised and lowered": "10^th^ H~2~O, *m^2^* CO~2~ 1^ère^ a^e\u0301^ ~5–~6 x^2 ~~a~~",
    "raised behind stress": "*E*~c~ **m**^3^ ***n***^2^ __o__~4~ _p_^e\u0301^\n\n-> *a*~1~*b* <-",
    "a picture of what is raised": "![m^2^ *a* H~2~O](p.png)",
    "entities": "&copy; &#65;&#x42;&nbsp;&amp;amp; &foo; & &; AT&T",
    "escapes": "\\*a\\* \\[b\\](c) \\\\ d\\e \\",
    "line ends": "a\nb \nc  \nd\\\ne\t\nf",
    "a backslash before a space": "a \\ b\nc",
    "Chinese line ends": "量子\n技術，\n*文*\n字*\n語\nword\n語[^1]\n語\n\n[^1]: 量\n    子",
    "Chinese in a link": "[量\n子](https://example.org)\n技術",
    "links": "[a](https://example.org) [b *c*](<https://example.org/ä b>) [d\ne](https://e.example)",
    "links to headings": "## Über das\n\n[a](#Über-das) [b](<#über das>) [c](#%C3%BCber-das)",
    "addresses": "<https://e.example/a?b=1&amp;c> <a@e.example>, https://e.example/a_b_(c) d.",
    "addresses before a space of another kind": "[a][x] [b](https://e.example\u00a0)\n\n"
    "[x]: https://e.example/y\u00a0\n[y]: https://e.example/z\u3000\n\n[c][y]",
    "addresses apart": "[a][x], [x] and [X][].\n\n[x]: https://e.example/%20y\n",
    "an address before a quotation": "[a].\n\n[a]: https://e.example\n“b” c\n",
    "an address before straight quotes": '[a].\n\n[a]: https://e.example\n"b" c\n',
    "an international host": "[a](https://bücher.example/é)",
    "pictures": "![a **b** _c_ [d] e](p.png 'A \\' caption &amp; more')\n\na ![b\nc](p.png) d",
    "a picture of an address": "![see <https://e.example>](p.png)",
    "a picture apart": '![a][p]\n\n[p]: p.png\n  "A caption"',
    "a picture in a link": "[![a](p.png)](https://e.example)",
    "a Chinese picture": "![量\n子](p.png)",
    "headings": "## A ##\n\n### B # \\#\n\nC",
    "quotations that begin with empty lines": "> a\n>\n\n>\n> b\n> > c\n>\n"
    "> >\n> >\n> > d\n\n>\n>\n> > e",
    "a paragraph after wide spaces": "\u3000A\n\n\u3000\n\n> \u3000\u3000b\n\n- \u3000c[^1]\n\n"
    "\u3000\u2003e\n\n[^1]: \u3000d",
    "a heading after spaces of other kinds": "##\u3000A\n\n\u00a0\u3000\n\u3000b\n\u3000c",
    "lists": "- a\n\n  b\n- c\n  - d\n* e\n\n+ f\n\n7) g\n8) h\n\n1. i\n1. j",
    "numbers with zeros": "01. a\n02. b\n\nc\n\n01. d\n01. e",
    "points of an author's own": "(a) b\n(b) c\\\n(c) d\n(i) e\n(ii) f\n\n- \\(a) g\n- \\(b) h",
    "points between others": "1. a\n2. b\n2bis. c\n2ter. d\n\n> 1) e\n> 1A) f\n\n(a) g\n(a bis) h",
    "centred lines": "-> a <-\n\n->  *b <-  \n-> c* d[^1] <-\n\n> -> e <-\n> -> f <-\n"
    "\n- -> g <-\n\n[^1]: h",
    "points in points": "- - - a\n\n1. 2. b\n\n-\n  c",
    "quotations": "> a\n> > b\nc\n>\n> - d\n>   e\n\n> f",
    "tables": "| *a* | b\\|c |\n|:-:|---|\n| d \\\\| e |\n\n||f|\n|-|-|\n|g||",
    "a table without bars at its sides": "a | b\n--|--\nc | d",
    "a table in a list": "- | a | b |\n  |---|---|\n  | c | d |",
    "breaks": "a\n\n***\n\n- - -\n\n___\n\nb",
    "notes": "a[^x] b[^y][^x]\n\n[^y]: c *d*\n[^x]: e\nf\n\n    g\n\nh",
    "lists in a note": "a[^x]\n\n[^x]: b\n\n    - c\n      1. d\n\n    e\n\n    (a) f\n"
    "    (b) g\n\nh",
    "a note in a quotation": "a[^x]\n\n> b\n>\n> [^x]: c\n> d\n\n> e",
    "a note in a list": "- a[^x]\n\n  [^x]: b\n- c",
    "what is no program here": "```\na *b*\n```\n\n    c `d`",
    "marks that are text": "a * b, 2 ** 3, #c ~~d~~ [e] ^f {g} | h < i > j ! [ ] ( )",
    "line ends of other systems": "a\r\nb\rc",
}


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_no_good_text_is_refused(refusal: Refusal, tmp_path: Path, body: str) -> None:
    (tmp_path / "p.png").write_bytes(png())
    assert refusal(with_body(body)) == []


FRONTS = {
    "spaces of other kinds": "title: A\u3000B\u00a0\nplace: \u3000C\u2003\n"
    "  D\u00a0 # e\nkind: F\u3000",
    "quotes": "title: 'It''s: a'\nkind: \"b \\\"c\\\" \\u00e9 \\x41 \\\n  d\n  e\"",
    "lines": "title: a\n  b\n  c # remark\nkind: >-\n  d\n\n  e\nevent: |2\n    f # g\nplace:\n  h",
    "remarks": "# a\ntitle: b # c\n\n  # d\nkind: e#f\n# g",
    "lists": "title: a\nissuers:\n- name: b\n  country: c\n-\n  name: d\n"
    "-   {name: e, office: 'f, g'}",
    "brackets": "title: a\nkeywords: [b, 'c; d', \"e\",\n  f\n  g, # h\n i,]\nabbreviations: {}",
    "a list of groups": "title: a\nissuers: [{name: b}, country: c]",
    "all in brackets": "{title: a, kind: 'b'}",
    "quoted keys": "'title' : a\n\"kind\": b",
    "other languages": "title: {text: a, language: de}\nkind:\n  text: b\n  language: fr",
    "tags": "title: !!str a\nkeywords: !!seq [!!str b]",
    "dates": "title: a\nissued: 2024-01-01T10:00Z\nupdated: '2024-01-02 10:00:30 +0200'",
    "true and false": "title: a\nnumbered: True\ncontents: 'false'",
    "numbers": "title: a\nsymbol: 1.10",
    "names of abbreviations": "title: a\nabbreviations:\n  Some: b\n  'wo: rds': c",
    "spaces": "title:   a   \nkind: b \nurl: https://e.example/a#b",
    "notes to editors": "title: a\neditors:\n  - text: b\n"
    "  - >\n    c\n    d\n  - 'e\n\n    f'\n  - -g",
}


@pytest.mark.parametrize("front", FRONTS.values(), ids=FRONTS)
def test_no_good_front_matter_is_refused(refusal: Refusal, front: str) -> None:
    assert refusal(f"---\n{front}\n---\n\nSome wo: rds.\n") == []


@pytest.mark.parametrize("mark", ["\ufeff", ""])
@pytest.mark.parametrize("end", ["\n", "\n\n \n", ""])
def test_how_a_file_begins_and_ends_is_accounted_for(refusal: Refusal, mark: str, end: str) -> None:
    assert refusal(f"{mark}---  \ntitle: a\n---\nb{end}") == []


@pytest.mark.parametrize("body", ["![see [x](https://e.example)](p.png)", "![see [^1]](p.png)"])
def test_what_a_picture_cannot_show_is_refused_and_not_lost(
    refusal: Refusal, tmp_path: Path, body: str
) -> None:
    (tmp_path / "p.png").write_bytes(png())
    messages = refusal(with_body(f"a[^1] b\n\n{body}\n\n[^1]: c"))
    assert messages == [
        "7: image: what p.png shows is said with a link, a note or another language in it; "
        "put it into the text beside the picture"
    ]


def test_the_pieces_are_the_whole_file(statement: Write, tmp_path: Path) -> None:
    (tmp_path / "p.png").write_bytes(png())
    text = with_body("\n\n".join(BODIES["quotations"].split("\n\n")) + "\n\n![a](p.png 'b')")
    pieces = [piece for _, of in account(read(statement(text))).pieces() for piece in of]
    lines = text.split("\n")
    for number, line in enumerate(lines, start=1):
        found = "".join(piece.text for piece in pieces if piece.line == number)
        assert "".join(found.split()) == "".join(line.split())


def test_each_piece_is_text_or_a_mark_by_its_name(statement: Write) -> None:
    path = statement("---\ntitle: A\n---\n\n## *B* &amp; c\n")
    found = [
        (kind, [(piece.line, piece.text, piece.mark) for piece in pieces])
        for kind, pieces in account(read(path)).pieces()
    ]
    assert found == [
        (
            "title",
            [
                (1, "---", "line around the front matter"),
                (2, "title:", "key"),
                (2, "A", ""),
                (3, "---", "line around the front matter"),
            ],
        ),
        (
            "heading",
            [
                (5, "##", "heading"),
                (5, "*", "stress"),
                (5, "B", ""),
                (5, "*", "stress"),
                (5, "&amp;", "entity for &"),
                (5, " c", ""),
            ],
        ),
    ]
