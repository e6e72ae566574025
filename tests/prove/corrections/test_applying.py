"""Each kind of correction, entered into the earlier version, gives the new one, and no other."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.turns.corrigenda import HEAD, TEXT, changed, corrigendum, doubts, said
from tests.turns.test_corrigendum import CHANGES

if TYPE_CHECKING:
    from pathlib import Path

#: Stress is proven as on every page, and is no word.
OF_WORDS = [name for name in CHANGES if name != "stress"]
#: More changes, of several kinds at once.
MORE = {
    "words around a note": [("renew the nine", "keep the nine"), ("Ships may", "Boats may")],
    "words after a note": [("2028.[^1] Ships", "2028.[^1] All ships")],
    "a note whose words go": [
        ("end of 2028.[^1] Ships", "end. Ships"),
        ("\n[^1]: Average of 2025.\n", ""),
    ],
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


@pytest.mark.parametrize("name", OF_WORDS)
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
