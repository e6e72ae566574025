"""Each kind of correction, entered into the earlier version, gives the new one, and no other."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from communique.design import language
from communique.prove.corrections.applying import Copy
from communique.prove.corrections.forms import UnclearError, Word, written
from communique.prove.corrections.part import Part
from communique.prove.corrections.sentences import Asked
from tests.turns.corrigenda import HEAD, TEXT, changed, corrigendum, doubts, said
from tests.turns.test_corrigendum import CHANGES

if TYPE_CHECKING:
    from pathlib import Path

#: More changes, of several kinds at once.
MORE = {
    "words around a note": [("renew the nine", "keep the nine"), ("Ships may", "Boats may")],
    "words after a note": [("2028.[^1] Ships", "2028.[^1] All ships")],
    "a note whose words go": [
        ("end of 2028.[^1] Ships", "end. Ships"),
        ("\n[^1]: Average of 2025.\n", ""),
    ],
    "a note for another one": [("Average of 2025", "Count the lamps")],
    "words and a new note": [
        ("half of them.", "half of all costs.[^2]"),
        ("of 2025.\n", "of 2025.\n\n[^2]: In euros.\n"),
    ],
    "two rows": [("| Grey Point | 12 |\n", "| Grey Point | 12 |\n| Low Rock | |\n| End | 1 |\n")],
    "two points": [("(c) publish", "(c) paint all;\n\n(d) wait;\n\n(e) publish")],
    "parts that come at two places": [
        ("of them.\n", "of them.\n\nNorland pays first.\n"),
        ("The sum was agreed by experts.\n", "The sum was agreed by experts.\n\nIt is final.\n"),
    ],
    "a paragraph for another": [("The sum was agreed by experts.", "Nobody knows how this ends.")],
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_correction_gives_the_new_version_and_none_does_not(tmp_path: Path, name: str) -> None:
    _given(tmp_path, *CHANGES[name][0])


@pytest.mark.parametrize("name", MORE)
def test_several_corrections_give_the_new_version_and_fewer_do_not(
    tmp_path: Path, name: str
) -> None:
    _given(tmp_path, *MORE[name])


def _given(folder: Path, *pairs: tuple[str, str]) -> None:
    made = corrigendum(folder, TEXT, changed(TEXT, *pairs))
    assert made.turned
    assert made.turned.earlier
    nodes = made.body.children
    for number in range(1, len(nodes)):
        short = (*nodes[:number], *nodes[number + 1 :])
        without = replace(made, body=replace(made.body, children=short))
        if any(node.kind == "heading" for node in short) or nodes[number].kind == "paragraph":
            assert doubts(without), said(made)[number - 1]
    backwards = replace(made.turned, earlier=made.turned.original, original=made.turned.earlier)
    assert doubts(replace(made, turned=backwards))


LONG = [" ".join(f"{name}{n}" for n in range(20)) + "." for name in ("one", "two", "three")]


def test_a_paragraph_that_moved_stands_where_it_is_said(tmp_path: Path) -> None:
    one, two, three = LONG
    text = f"{HEAD}First.\n\n{one}\n\n{two}\n\n{three}\n"
    made = corrigendum(tmp_path, text, f"{HEAD}First.\n\n{two}\n\n{one}\n\n{three}\n")
    assert any("Move" in line for line in said(made))


def test_words_that_are_cut_are_found_by_their_ends(tmp_path: Path) -> None:
    words = " ".join(f"word{number}" for number in range(36))
    text = f"{HEAD}We came. {words}. We left.{' More was said.' * 300}\n"
    made = corrigendum(tmp_path, text, text.replace(f" {words}.", ""))
    assert "…" in said(made)[1]


def copy(*parts: Part) -> Copy:
    return Copy(parts, language.load("en"))


def test_what_came_to_a_place_is_no_part_of_it() -> None:
    made = copy(Part(("paragraph 1",), "paragraph", [Word("a", [()], "")]))
    made.enter("Paragraph 1", Asked("follow", [], [], "the paragraph “b”"))
    made.enter("Paragraph 1", Asked("delete_all", [], []))
    assert [part.tokens for part in made.finish()] == [["b"]]


def plain(word: str) -> Word:
    return Word(word, [()] * len(word), " ")


def test_two_paragraphs_of_one_name_are_no_place() -> None:
    made = copy(*(Part(("paragraph 1",), "paragraph", [plain(word)]) for word in ("a", "b")))
    with pytest.raises(UnclearError, match="2 parts are called Paragraph 1"):
        made.enter("Paragraph 1", Asked("delete_all", [], []))


def test_a_note_goes_with_all_of_its_paragraphs_and_its_calls() -> None:
    notes = [Part(("footnote 1",), "note", [plain(word)], number=1) for word in ("a", "b")]
    made = copy(Part(("paragraph 1",), "paragraph", [plain("c"), 1, plain("d")]), *notes)
    made.enter("Footnote 1", Asked("delete_all", [], []))
    assert [part.tokens for part in made.finish()] == [["c", "d"]]


def test_what_comes_twice_to_a_place_comes_in_its_order() -> None:
    made = copy(Part(("paragraph 1",), "paragraph", [plain("a")]))
    for word in ("b", "c"):
        made.enter("Paragraph 1", Asked("follow", [], [], f"the paragraph “{word}”"))
    assert [part.tokens for part in made.finish()] == [["a"], ["b"], ["c"]]


def test_a_point_that_comes_after_a_paragraph_begins_a_list() -> None:
    made = copy(Part(("paragraph 1",), "paragraph", [plain("a")], above=("point",)))
    made.enter("Paragraph 1", Asked("follow", [], [], "the point “(a) b”, the point “(b) c”"))
    kinds = [(part.kind, part.above) for part in made.finish()]
    point = ("point", ("point", "list"))
    assert kinds == [("paragraph", ("point",)), point, point]


def test_the_first_of_new_words_has_the_space_of_the_words_in_whose_place_it_comes() -> None:
    old = [Word("10", [(), ()], "\u00a0")]
    assert [word.gap for word in written(old, ["11"], plain("a"), None)] == ["\u00a0"]
    assert [word.gap for word in written(old, ["11", "b"], plain("a"), None)] == ["\u00a0", None]


def test_words_are_corrected_in_the_earlier_text_alone() -> None:
    made = copy(Part(("paragraph 1",), "paragraph", [plain("a")]))
    made.enter("Paragraph 1", Asked("follow", [], [], "the paragraph “a”"))
    made.enter("Paragraph 1", Asked("replace", ["a"], ["b"]))
    assert [part.tokens for part in made.finish()] == [["b"], ["a"]]


@pytest.mark.parametrize(
    ("cut", "left"),
    [
        ("a b … d e", []),
        ("a … e", []),
        ("a b … c d", ["e"]),
        ("b … c", ["a", "d", "e"]),
    ],
)
def test_words_that_are_cut_stand_from_their_beginning_to_their_end(
    cut: str, left: list[str]
) -> None:
    made = copy(Part(("paragraph 1",), "paragraph", [plain(word) for word in "abcde"]))
    made.enter("Paragraph 1", Asked("delete", cut.split(), []))
    (part,) = made.finish()
    assert part.words == left


@pytest.mark.parametrize("cut", ["c … a", "d e … b", "b c … c d", "a … x"])
def test_ends_that_stand_in_another_order_or_not_at_all_are_no_place(cut: str) -> None:
    made = copy(Part(("paragraph 1",), "paragraph", [plain(word) for word in "abcde"]))
    with pytest.raises(UnclearError, match="stands 0 times in Paragraph 1"):
        made.enter("Paragraph 1", Asked("delete", cut.split(), []))


def test_ends_in_two_paragraphs_are_no_place() -> None:
    made = copy(
        *(Part(("paragraph 1",), "row", [plain(word) for word in each]) for each in ("ab", "cd"))
    )
    for part in made.parts:
        part.row = 1
    with pytest.raises(UnclearError, match="stands 0 times"):
        made.enter("Paragraph 1", Asked("delete", ["a", "…", "d"], []))


def test_a_point_or_a_row_cannot_come_at_the_end_of_the_text() -> None:
    copy = Copy([Part(("paragraph 1",), "paragraph", [])], language.load("en"))
    with pytest.raises(UnclearError, match="a point cannot come at the end of the text"):
        copy.enter("Paragraph 1", Asked("at_end", [], [], "the point “a”"))
