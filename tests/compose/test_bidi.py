"""Passages against the direction of a text are marked where more than one node makes them up."""

from __future__ import annotations

import pytest

from communique.compose.inline.bidi import against, passages
from communique.model.body import Node


def text(words: str) -> Node:
    return Node("text", 1, text=words)


def strong(*children: Node) -> Node:
    return Node("strong", 1, children)


def shown(nodes: list[Node], base: str) -> list[tuple[str, str]]:
    """Return each run's direction and words, those in emphasis between stars."""

    def say(node: Node) -> str:
        inner = node.text + "".join(map(say, node.children))
        return f"*{inner}*" if node.kind == "strong" else inner

    return [(way, "".join(map(say, run))) for way, run in passages(nodes, base)]


CALL = Node("call", 1, number=1)
END = Node("break", 1)


@pytest.mark.parametrize(
    ("nodes", "base", "runs"),
    [
        ([text("He said نهر twice.")], "ltr", [("", "He said نهر twice.")]),
        ([text("He "), strong(text("said"))], "ltr", [("", "He *said*")]),
        ([text("A "), strong(text("نهر")), text(" b")], "ltr", [("", "A *نهر* b")]),
        (
            [text("He said نهر "), strong(text("كبير")), text(" twice.")],
            "ltr",
            [("", "He said "), ("rtl", "نهر *كبير*"), ("", " twice.")],
        ),
        (
            [text("He said نهر "), strong(text("كبير twice"))],
            "ltr",
            [("", "He said "), ("rtl", "نهر *كبير*"), ("", "* twice*")],
        ),
        (
            [text("A نهر"), CALL, text(" كبير "), strong(text("b"))],
            "ltr",
            [("", "A "), ("rtl", "نهر كبير"), ("", " *b*")],
        ),
        ([text("A نهر"), CALL, text(" b")], "ltr", [("", "A نهر b")]),
        ([text("نهر"), END, strong(text("كبير"))], "ltr", [("", "نهر*كبير*")]),
        (
            [text("قال the "), strong(text("river 24")), text(" هنا.")],
            "rtl",
            [("", "قال "), ("ltr", "the *river 24*"), ("", " هنا.")],
        ),
        (
            [text("قال "), strong(text("COVID")), text("-19 هنا.")],
            "rtl",
            [("", "قال "), ("ltr", "*COVID*-19"), ("", " هنا.")],
        ),
        (
            [text("قال "), strong(text("Lights")), text(", pp. 12–15, هنا.")],
            "rtl",
            [("", "قال "), ("ltr", "*Lights*, pp. 12–15"), ("", ", هنا.")],
        ),
        ([text("19 "), strong(text("هنا"))], "rtl", [("", "19 *هنا*")]),
    ],
)
def test_runs_are_marked(nodes: list[Node], base: str, runs: list[tuple[str, str]]) -> None:
    assert shown(nodes, base) == runs


def test_cutting_changes_no_word() -> None:
    nodes = [text("A نهر "), strong(text("كبير b"), text(" c نهر")), text(" هنا d")]
    cut = [node for _, run in passages(nodes, "ltr") for node in run]
    assert "".join(node.plain for node in cut) == "".join(node.plain for node in nodes)


@pytest.mark.parametrize(
    ("words", "base", "direction"),
    [
        ("Luc F.", "rtl", "ltr"),
        ("Genève", "rtl", "ltr"),
        ("لوك", "ltr", "rtl"),
        ("21 مايو 2026", "rtl", ""),
        ("GS/2026/7", "rtl", "ltr"),
        ("2026", "rtl", ""),
        ("Luc لوك", "rtl", ""),
        ("Luc F.", "ltr", ""),
    ],
)
def test_a_phrase_that_runs_against_its_text_as_a_whole_is_known(
    words: str, base: str, direction: str
) -> None:
    assert against(words, base) == direction
