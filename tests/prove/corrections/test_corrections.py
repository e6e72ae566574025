"""Corrections that do not make the new version of the earlier one are noticed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest

from communique import prove
from communique.compose.fallback import Fallback
from communique.compose.page import compose
from communique.content.content import content_of
from communique.design import edition
from communique.model.body import Node
from communique.model.faults import Faults, ProofError
from communique.outputs.draft import Means
from communique.outputs.text import proof as text_proof
from communique.outputs.text import writing as text
from communique.prove import corrections
from communique.publish.result import Timer
from communique.typeset.engine import set_type, typeset
from tests.turns.corrigenda import HEAD, TEXT, changed, corrigendum, doubts, noted, said

if TYPE_CHECKING:
    from pathlib import Path

    from communique.model.statement import Statement

NEW = changed(
    TEXT,
    ("nine lights", "ten lights"),
    ("share the costs", "share the net costs"),
    (" half of them.", " half of them.[^2]"),
    ("(c) publish", "(c) paint all;\n\n(d) publish"),
    ("| Grey Point | 12 |", "| Grey Point | 12 |\n| Low Rock | |"),
    ("The sum was agreed by experts.\n\n", ""),
    ("of 2025.\n", "of 2024.\n\n[^2]: In euros.\n"),
)


RENUMBERED = "it says that points are renumbered, or does not, and the new version differs"


@pytest.fixture
def made(tmp_path: Path) -> Statement:
    return corrigendum(tmp_path, TEXT, NEW)


def with_nodes(made: Statement, nodes: tuple[Node, ...]) -> Statement:
    return replace(made, body=replace(made.body, children=nodes))


def rewritten(node: Node, old: str, new: str) -> Node:
    inside = tuple(rewritten(child, old, new) for child in node.children)
    return replace(node, text=node.text.replace(old, new), children=inside)


def with_words(made: Statement, old: str, new: str) -> Statement:
    """Return a corrigendum with other words, which stand in it once."""
    assert sum(line.count(old) for line in said(made)) == 1, old
    other = with_nodes(made, tuple(rewritten(node, old, new) for node in made.body.children))
    assert said(other) != said(made)
    return other


def test_it_is_said_as_it_is(made: Statement) -> None:
    assert said(made) == [
        "Paragraph 1:",
        "For “the nine lights” read “the ten lights”",
        "Paragraph 2:",
        "After “Both share the” insert “net”",
        "After “half of them.” insert the footnote “In euros.”",
        "Under “What is done”, paragraph 1, point (b):",
        "After it insert the point “(c) paint all;”",
        "The points that follow are renumbered accordingly.",
        "Table 1, row “Grey Point”:",
        "After it insert the row “Low Rock |”",
        "Under “What is done”, paragraph 2:",
        "Delete the whole",
        "Footnote 1:",
        "For “Average of 2025.” read “Average of 2024.”",
    ]


@pytest.mark.parametrize("number", range(1, 15))
def test_a_line_that_is_missing_is_noticed(made: Statement, number: int) -> None:
    nodes = made.body.children
    assert doubts(with_nodes(made, (*nodes[:number], *nodes[number + 1 :])))


#: What is said wrongly: the words, those in their place, and what the proof notes of it first.
FAULTY = {
    "another old word": (
        ("the nine lights", "the eight lights"),
        "“the eight lights” stands 0 times in Paragraph 1",
    ),
    "another new word": (("the ten lights", "the two lights"), "reads"),
    "a comma more": (("the ten lights", "the ten, lights"), "reads"),
    "old words that stand twice": (("“the nine lights”", "“the”"), "“the” stands 2 times"),
    "another place": (
        ("Paragraph 1", "Paragraph 2"),
        "“the nine lights” stands 0 times in Paragraph 2",
    ),
    "no place": (("Paragraph 1", "Paragraph 9"), "no place called Paragraph 9"),
    "another point": (("point (b)", "point (a)"), "reads"),
    "another row": (("row “Grey Point”", "row “Long Sand”"), "reads"),
    "another cell": (("Low Rock |", "Low Rock | 1"), "reads"),
    "another letter of a point": (("“(c) paint", "“(b) paint"), "reads"),
    "another kind of part": (("the point “(c)", "the paragraph “(c)"), "reads"),
    "another note": (("In euros.", "In crowns."), "reads"),
    "a note elsewhere": (("“half of them.”", "“pays half of”"), "reads"),
    "another number of a note": (("Footnote 1", "Footnote 2"), "no place called Footnote 2"),
    "too many parts": (
        ("“(c) paint all;”", "“(c) paint all;”, the point “(d) go.”"),
        "reads",
    ),
    "a part that is none": (("the point “(c)", "a point “(c)"), "it is not clear what comes"),
    "no correction": (("Delete the whole", "Deleted"), "“Deleted” is no correction"),
}


@pytest.mark.parametrize("name", FAULTY)
def test_what_is_said_wrongly_is_noticed(made: Statement, name: str) -> None:
    (old, new), wanted = FAULTY[name]
    found = doubts(with_words(made, old, new))
    assert any(wanted in each for each in found), found


LISTS = (
    f"{HEAD}We will:\n\n(a) go;\n\n(b) stay.\n\nThey will:\n\n(a) sing;\n\n(b) play;\n\n(c) rest.\n"
)


def test_the_points_of_another_list_are_not_renumbered(tmp_path: Path) -> None:
    new = changed(
        LISTS,
        ("(b) stay", "(b) wait;\n\n(c) stay"),
        ("(b) play;\n\n(c)", "(b) act;\n\n(c) play;\n\n(d)"),
    )
    made = corrigendum(tmp_path, LISTS, new)
    lines = said(made)
    assert lines.count("The points that follow are renumbered accordingly.") == 2
    nodes = [node for node in made.body.children if "renumbered" not in node.plain]
    assert doubts(with_nodes(made, tuple(nodes))) == [RENUMBERED]
    [first, _] = [node for node in made.body.children if "renumbered" in node.plain]
    for place in (3, len(nodes)):
        other = (*nodes[:place], first, *nodes[place:])
        assert doubts(with_nodes(made, other)) == [RENUMBERED]


def test_points_that_are_not_marked_as_those_before_are_noticed(tmp_path: Path) -> None:
    made = corrigendum(tmp_path, LISTS, changed(LISTS, ("(b) play;\n\n(c)", "(b)")))
    assert made.turned
    original = made.turned.original
    nodes = original.body.children
    first, other = nodes[-1].children
    last = replace(nodes[-1], children=(first, replace(other, marker="(c)")))
    body = replace(original.body, children=(*nodes[:-1], last))
    turned = replace(made.turned, original=replace(original, body=body))
    assert doubts(replace(made, turned=turned)) == [RENUMBERED]


def test_a_value_that_is_there_does_not_come(tmp_path: Path) -> None:
    made = corrigendum(tmp_path, TEXT, changed(TEXT, ("symbol: GS/7", "symbol: GS/8")))
    *others, last = made.body.children
    last = replace(last, children=(Node("text", 1, text="Insert “GS/8”"),))
    assert doubts(with_nodes(made, (*others, last)))[0] == "Reference is not empty"


def test_what_comes_before_words_does_not_come_after_them(tmp_path: Path) -> None:
    new = changed(TEXT, ("Norland and Valdore renew", "Now Norland and Valdore renew"))
    made = corrigendum(tmp_path, TEXT, new)
    other = with_nodes(
        made, tuple(rewritten(node, "Before", "After") for node in made.body.children)
    )
    assert "reads" in doubts(other)[0]


def test_a_paragraph_that_moved_elsewhere_is_noticed(tmp_path: Path) -> None:
    one, two, three = (" ".join(f"{name}{n}" for n in range(20)) for name in ("a", "b", "c"))
    text = "---\ntitle: A\n---\n\nFirst.\n\n{}\n\n{}\n\n{}\n"
    made = corrigendum(tmp_path, text.format(one, two, three), text.format(two, three, one))
    assert "reads" in doubts(with_words(made, "paragraph 4", "paragraph 3"))[0]
    assert doubts(with_words(made, "paragraph 4", "paragraph 5"))[0] == (
        "0 parts are called paragraph 5"
    )


def test_a_line_that_stands_twice_is_noticed(made: Statement) -> None:
    nodes = made.body.children
    for number, node in enumerate(nodes):
        if node.kind == "paragraph" and node.plain.startswith("After it"):
            assert doubts(with_nodes(made, (*nodes[: number + 1], *nodes[number:])))


def test_of_another_earlier_version_it_is_no_corrigendum(made: Statement, tmp_path: Path) -> None:
    other = corrigendum(tmp_path, TEXT.replace("Long Sand", "Long Beach"), NEW)
    assert made.turned
    assert other.turned
    turned = replace(made.turned, earlier=other.turned.earlier)
    assert "Long Beach" in doubts(replace(made, turned=turned))[0]


def test_without_an_earlier_version_nothing_is_proven(made: Statement) -> None:
    assert made.turned
    turned = replace(made.turned, earlier=None)
    assert doubts(replace(made, turned=turned)) == ["there is no earlier version"]


@pytest.mark.usefixtures("engine")
def test_the_pdf_is_refused(made: Statement) -> None:
    content = content_of(with_words(made, "the ten", "the two"), edition.load("standard"))
    pdf = typeset(compose(content)).pdf
    with pytest.raises(ProofError) as refused:
        prove.prove(content, pdf)
    assert [fault.key for fault in refused.value.faults] == ["corrigendum"]


@dataclass(eq=False)
class Pages:
    """A reading of a PDF that has pages, and no text on them."""

    pages: tuple[int, ...]
    blocks: tuple[object, ...] = ()
    headings: tuple[int, ...] = ()


def test_what_the_pdf_does_not_say_corrects_nothing(made: Statement) -> None:
    content = content_of(made, edition.load("standard"))
    faults = Faults(made.path)
    corrections.every_correction(content, Pages((0,)), faults)  # type: ignore[arg-type]
    assert any("reads" in fault.wrong for fault in faults)


def test_what_stands_around_the_text_is_no_correction(tmp_path: Path) -> None:
    old = changed(TEXT, ("symbol: GS/7", "contact: Ada Holm\nurl: https://example.org"))
    made = corrigendum(tmp_path, old, changed(old, ("nine", "ten")))
    assert doubts(made) == []


def test_each_language_corrects_its_own_version(tmp_path: Path) -> None:
    english, french = tmp_path / "en", tmp_path / "fr"
    for folder in (english, french):
        folder.mkdir()
    made = corrigendum(english, TEXT, changed(TEXT, ("nine lights", "ten lights")))
    texts = "---\ntitle: Feux\n---\n\nLes neuf feux sont là.\n"
    beside = corrigendum(french, texts, texts.replace("neuf", "dix"), "fr")
    assert doubts(replace(made, beside=beside)) == []
    faults = noted(replace(made, beside=with_words(beside, "dix", "deux")))
    assert [(fault.path, fault.line) for fault in faults] == [(beside.path, 5)]


def test_a_fault_has_the_line_of_what_should_be_read(made: Statement) -> None:
    assert {fault.line for fault in noted(with_words(made, "the ten", "the two"))} == {7}
    assert {fault.line for fault in noted(with_words(made, "the nine", "the two"))} == {7}


def test_parts_that_no_correction_brings_are_told_in_the_first_line(tmp_path: Path) -> None:
    made = corrigendum(tmp_path, TEXT, TEXT.replace("nine", "ten"))
    assert made.turned
    body = made.turned.original.body
    for children in (body.children[:-1], (*body.children, Node("paragraph", 99))):
        other = replace(made.turned.original, body=replace(body, children=children))
        faults = noted(replace(made, turned=replace(made.turned, original=other)))
        assert [fault.line for fault in faults] == [1]
        assert "parts, this one" in faults[0].wrong


SIDE = "no correction says on which side this stands, which is not that of the earlier version"


def test_words_that_become_figures_may_change_their_side(tmp_path: Path) -> None:
    old = changed(
        TEXT,
        ("| Light | Cost |\n|---|---:|", "| Light | Cost |\n|---|---|"),
        ("Grey Point | 12", "Grey Point | high"),
        ("Long Sand | 7", "Long Sand | low"),
    )
    new = changed(old, ("Point | high", "Point | 12"), ("Sand | low", "Sand | 7"))
    made = corrigendum(tmp_path, old, new)
    assert made.turned
    for each, side in ((made.turned.earlier, ""), (made.turned.original, "right")):
        assert each
        cells = [node for node in each.body.walk() if node.kind == "cell" and node.column]
        assert [cell.align for cell in cells] == [side] * 3


@pytest.mark.parametrize("word", ["high", "n/a", "–"])
def test_a_figure_that_becomes_a_word_may_change_the_side_of_its_column(
    tmp_path: Path, word: str
) -> None:
    old = changed(TEXT, ("|---|---:|", "|---|---|"))
    made = corrigendum(tmp_path, old, changed(old, ("Grey Point | 12", f"Grey Point | {word}")))
    assert said(made)[1] == f"For “12” read “{word}”"


def test_a_refusal_says_what_can_be_done(made: Statement) -> None:
    [fault, *_] = noted(with_nodes(made, made.body.children[:-1]))
    assert fault.instead == (
        "nothing was delivered; leave that as it was in the earlier version, or issue a revised "
        "text: build --as changes --since OLD"
    )


def test_a_paragraph_with_figures_does_not_change_its_side(tmp_path: Path) -> None:
    text = f"{HEAD}We met in 2026.\n\nWe left.\n"
    made = corrigendum(tmp_path, text, changed(text, ("left", "went")))
    assert made.turned
    original = made.turned.original
    first, *others = original.body.children
    body = replace(original.body, children=(replace(first, align="right"), *others))
    turned = replace(made.turned, original=replace(original, body=body))
    assert doubts(replace(made, turned=turned)) == [SIDE]


def test_another_statement_has_no_corrections(made: Statement) -> None:
    assert made.turned
    content = content_of(made.turned.original, edition.load("standard"))
    faults = Faults(made.path)
    corrections.every_correction(content, Pages((0, 1)), faults)  # type: ignore[arg-type]
    assert not list(faults)


def test_the_text_is_refused(made: Statement) -> None:
    content = content_of(with_words(made, "the ten", "the two"), edition.load("standard"))
    draft = text.make(content, Fallback(), Means(Timer().step, set_type))
    with pytest.raises(ProofError) as refused:
        text_proof.prove(content, draft.data)
    assert [fault.key for fault in refused.value.faults] == ["corrigendum"]
