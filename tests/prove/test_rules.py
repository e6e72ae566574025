"""The table of rules is whole: a rule that is not in it would prove nothing."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from communique import prove
from communique.pdf_reading.content_stream.path import Shape
from communique.pdf_reading.reading import Reading
from tests.prove.appearance.runs import seen, view
from tests.prove.appearance.spoiling import after
from tests.prove.conftest import changed

if TYPE_CHECKING:
    from types import CodeType, FrameType

    from communique.compose.page import Page
    from communique.pdf_reading.piece import Piece
    from communique.typeset.engine import Typeset


def line_through(piece: Piece) -> Shape:
    height = piece.baseline + piece.size / 4
    return Shape(piece.page, piece.left, height, piece.right, height, (0, 0, 0), whole=True)


def written() -> list[CodeType]:
    """Return all functions of the room that are rules, by what they take."""
    return [
        function.__code__
        for module in pkgutil.walk_packages(prove.__path__, f"{prove.__name__}.")
        for _, function in inspect.getmembers(importlib.import_module(module.name))
        if inspect.isfunction(function)
        and function.__module__ == module.name
        and not function.__name__.startswith("_")
        and list(inspect.signature(function).parameters) == ["content", "reading", "faults"]
    ]


def test_a_proof_asks_every_rule_that_is_written_once(page: Page, made: Typeset) -> None:
    asked: list[CodeType] = []

    def note(frame: FrameType, event: str, _: object) -> None:
        if event == "call":
            asked.append(frame.f_code)

    sys.setprofile(note)
    try:
        prove.prove(page.content, made.pdf)
    finally:
        sys.setprofile(None)
    rules = written()
    assert len(rules) > 30
    assert [asked.count(rule) for rule in rules] == [1] * len(rules)


def test_what_hides_words_is_told_of_a_file_whose_looks_are_not_compared(
    page: Page, made: Typeset
) -> None:
    covered = changed(made, after(b"1 1 1 rg 200 300 200 200 re f"))
    assert prove.strangeness(page.content, Reading(made.pdf)) == []
    found = [fault.wrong for fault in prove.strangeness(page.content, Reading(covered.pdf))]
    assert any(wrong.startswith("page 1: this is covered or cut off: ") for wrong in found)


def test_what_holds_for_every_page_is_asked_of_such_a_file(
    page: Page, made: Typeset, piece: Piece
) -> None:
    text = seen(piece)
    for found, key in (
        ({"unexpected": [(0, "a layer")]}, "this is not followed by the proof: a layer"),
        ({"pieces": [replace(piece, mark="")]}, "has no tag"),
        ({"views": [view(seen(piece, letters="x"))]}, "a second engine reads other letters"),
        ({"views": [view(seen(piece, whole=False))]}, "this is covered or cut off"),
        ({"views": [view(overlaps=((text, text, 1.0, 0.0),))]}, "text is printed on other text"),
        ({"views": [view(seen(replace(piece, colour=(1, 1, 1))))]}, "this hardly stands out"),
        ({"shapes": [line_through(piece)]}, "something is drawn here"),
    ):
        reading = Reading(made.pdf)
        vars(reading).update(found)
        assert any(key in fault.wrong for fault in prove.strangeness(page.content, reading))
