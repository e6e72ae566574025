"""Passages that run against what is around them are marked: the engine places them right."""

from __future__ import annotations

import random
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.bidi.fribidi import embedding_levels
from communique.bidi.paragraph import CONTROLS, Paragraph, levels, visual_order
from communique.compose.inline.bidi import directed
from communique.model.body import Node
from tests.attack.mixtures import WORDS, Mixture

_CONTROLS = re.compile(f"[{CONTROLS}]")


def text(words: str) -> Node:
    return Node("text", 1, text=words)


def strong(*children: Node) -> Node:
    return Node("strong", 1, children)


def link(words: str) -> Node:
    return Node("link", 1, (text(words),), target="https://a.example/")


def phrase(language: str, *children: Node) -> Node:
    return Node("phrase", 1, children, language=language)


CALL = Node("call", 1, number=1)
END = Node("break", 1)


def marked(nodes: list[Node], base: str, *, arabic: bool = False) -> tuple[Node, ...]:
    def unbound(text: str, *, last: bool, language: str = "") -> str:  # noqa: ARG001  # as the page has it
        return text

    return tuple(directed(nodes, base, arabic=arabic, bind=unbound))


def shown(nodes: tuple[Node, ...]) -> str:
    """Return what nodes say: stress between stars, links in <>, passages after > or <."""

    def say(node: Node) -> str:
        inner = node.text + "".join(map(say, node.children))
        around = {
            "strong": "*{}*",
            "link": "<{}>",
            "phrase": f"{node.language}({{}})",
            "passage": "[>{}]" if node.direction == "ltr" else "[<{}]",
            "call": "#",
            "break": "|",
        }
        return around.get(node.kind, "{}").format(inner)

    return "".join(map(say, nodes))


@pytest.mark.parametrize(
    ("nodes", "base", "seen"),
    [
        ([text("He said twice.")], "ltr", "He said twice."),
        ([text("He said נהר twice.")], "ltr", "He said נהר twice."),
        ([text("He said נהר, עיר twice.")], "ltr", "He said [<נהר, עיר] twice."),
        ([text("A "), strong(text("נהר")), text(" b")], "ltr", "A *נהר* b"),
        ([text("A "), phrase("fr", text("b (c)")), text(" d")], "ltr", "A fr(b (c)) d"),
        ([text("A "), phrase("he", text("נהר")), text(" b")], "ltr", "A he(נהר) b"),
        ([text("A "), phrase("he", text("נהר, b.")), text(" c")], "ltr", "A he([<נהר, b.]) c"),
        ([text("נהר "), phrase("en", text("b, c. ")), text("נהר")], "rtl", "נהר en([>b, c.]) נהר"),
        (
            [text("נהר "), phrase("en", text("b, "), phrase("he", text("נהר, c.")))],
            "rtl",
            "נהר en([>b, he([<נהר, c.])])",
        ),
        ([phrase("ar", text("2026-2030"))], "ltr", "ar([<[>2026]-[>2030]])"),
        (
            [text("He said נהר "), strong(text("כביר")), text(" twice.")],
            "ltr",
            "He said [<נהר *כביר*] twice.",
        ),
        (
            [text("He said נהר "), strong(text("כביר twice"))],
            "ltr",
            "He said [<נהר *כביר*]* twice*",
        ),
        ([text("A נהר"), CALL, text(" כביר "), strong(text("b"))], "ltr", "A [<נהר# כביר] *b*"),
        ([text("A נהר"), CALL, text(" b")], "ltr", "A נהר# b"),
        ([text("נהר"), END, strong(text("כביר"))], "ltr", "נהר|*כביר*"),
        ([text("19 "), strong(text("הנה"))], "rtl", "19 *הנה*"),
        ([text("ב-15% הנה")], "rtl", "ב-[>15%] הנה"),
        (
            [text("המונח "), strong(text("COVID")), text("-19 הוא")],
            "rtl",
            "המונח [>*COVID*-19] הוא",
        ),
        ([text("ראו Tel. +45 12 34, Rome שם")], "rtl", "ראו [>Tel. [>+45 12 34], Rome] שם"),
        ([text("ראו "), link("קישור here"), text(" now.")], "rtl", "ראו <[<קישור here]> now."),
        ([text("see הנה "), link("קישור here"), text(" x")], "ltr", "see הנה <[>קישור here]> x"),
        ([text("ראו word "), link("here "), link("שם")], "rtl", "ראו [>word <here>] <שם>"),
        ([text("ב-\u200e12-15\u200f הנה")], "rtl", "ב-[>12-15] הנה"),
    ],
)
def test_what_pango_does_not_place_by_itself_is_a_passage(
    nodes: list[Node], base: str, seen: str
) -> None:
    assert shown(marked(nodes, base)) == seen


def test_figures_of_arabic_in_groups_are_passages_one_by_one() -> None:
    nodes = marked([text("هاتف ٠٢ ١٢٣ ٤٥٦٧")], "rtl", arabic=True)
    assert shown(nodes) == "هاتف [>[>٠٢] [>١٢٣] [>٤٥٦٧]]"


def drawn(nodes: tuple[Node, ...], base: str) -> str:
    """Return a line as the engine draws it: boxes in the order of what is around them.

    Texts beside one another are one box, which Pango puts in order by itself.
    """
    boxes: list[str] = []
    last = ""
    for node in nodes:
        if node.kind == "text" and last == "text":
            boxes[-1] += node.text
        elif node.kind == "text":
            boxes.append(node.text)
        else:
            boxes.append("\0" + drawn(node.children, node.direction or base))
        last = node.kind
    seen = [box[1:] if box[0] == "\0" else _by_pango(box, base) for box in boxes if box]
    return "".join(seen[:: -1 if base == "rtl" else 1])


def _by_pango(box: str, base: str) -> str:
    order = visual_order(embedding_levels(box, base))
    return "".join(box[place] for place in order)


def cut(nodes: tuple[Node, ...], begin: int, end: int) -> tuple[Node, ...]:
    """Return what of nodes stands between two places of their text: a line of it."""
    result: list[Node] = []
    place = 0
    for node in nodes:
        length = len(node.plain)
        one, other = max(begin - place, 0), min(end - place, length)
        if one < other and node.kind == "text":
            result.append(Node("text", 1, text=node.text[one:other]))
        elif one < other:
            inner = cut(node.children, one, other)
            result.append(Node(node.kind, 1, inner, direction=node.direction))
        place += length
    return tuple(result)


@settings(max_examples=150)
@given(st.integers(0, 10**6), st.sampled_from(sorted(WORDS)), st.data())
def test_each_line_is_drawn_in_the_order_of_the_whole_text(
    seed: int, tag: str, data: st.DataObject
) -> None:
    words = Mixture(random.Random(seed), tag).paragraph(2, 12, plain=True)  # noqa: S311  # texts
    base = "rtl" if tag in ("he", "ar", "fa", "ur") else "ltr"
    arabic = tag == "ar"
    found = levels(Paragraph(words, base, arabic=arabic))
    places = [0, *(match.end() for match in re.finditer(" ", words)), len(words)]
    begin, end = sorted(data.draw(st.tuples(*[st.sampled_from(places)] * 2)))
    end -= words[begin:end].endswith(" ")  # the space at the end of a line is not drawn
    order = visual_order(found[begin:end])
    line = cut(marked([text(words)], base, arabic=arabic), begin, end)
    assert drawn(line, base) == "".join(words[begin:end][place] for place in order)


def test_cutting_changes_no_word() -> None:
    nodes = [text("A נהר "), strong(text("כביר b"), text(" c נהר")), text(" הנה d")]
    found = "".join(node.plain for node in marked(nodes, "ltr"))
    assert found == "".join(node.plain for node in nodes)
