"""The paper of each page, at its limits: the rule is given what stands where."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from communique.design import edition
from communique.model.body import Node
from communique.pdf_reading.tag_tree import Tag
from communique.prove.arrangement import papers

if TYPE_CHECKING:
    from communique.pdf_reading.piece import Piece

_MM = 72 / 25.4


@pytest.fixture
def beside(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return what is to go to turned pages, given those, where text ends, and where parts are."""

    def found(
        turned: int, ends: dict[int, float], placed: list[tuple[int, list[int]]], annex: int = 0
    ) -> frozenset[int]:
        for name, value in (("_turned", {turned}), ("_ends", ends), ("_placed", placed)):
            monkeypatch.setattr(papers, name, lambda *_, value=value: value)
        children = [SimpleNamespace(line=annex)] if annex else []
        content: Any = SimpleNamespace(
            statement=SimpleNamespace(body=SimpleNamespace(children=children)),
            annexes=range(len(children)),
            edition=edition.load("standard"),
        )
        reading: Any = None
        return papers.beside_turned(content, reading)

    return found


def test_what_stands_before_a_turned_page_stays_where_an_annex_begins_that_page(
    beside: Any,
) -> None:
    placed = [(3, [0]), (5, [1]), (10, [2]), (12, [2])]
    assert beside(2, {1: 600}, placed) == {5}
    assert beside(2, {1: 600}, placed, annex=10) == frozenset()
    assert beside(2, {1: 600}, placed, annex=12) == {5}
    assert beside(2, {1: 600}, placed, annex=3) == {5}


@pytest.mark.parametrize(("spare", "goes"), [(1.0, {9}), (-1.0, frozenset())])
def test_what_stands_after_a_turned_page_goes_there_where_it_has_room(
    beside: Any, spare: float, goes: set[int]
) -> None:
    sheet = edition.load("standard")
    height, margins = sheet.paper.height * _MM, sheet.margins
    end = 0.7 * height
    needed = height - margins.top * _MM - end
    ends = {1: needed + margins.bottom * _MM + spare, 2: end}
    assert beside(1, ends, [(8, [1]), (9, [2])]) == goes


def test_the_source_of_a_table_is_the_one_tag_behind_it(monkeypatch: pytest.MonkeyPatch) -> None:
    table, source, other = (Tag(role, {}) for role in ("Table", "P", "P"))
    reading: Any = SimpleNamespace(
        tree=Tag("Document", {}, [Tag("Sect", {}, [table, source, other])])
    )
    node = Node("table", 1, (Node("source", 2),))
    monkeypatch.setattr(papers, "_tables", lambda *_: [(node, table)])
    content: Any = None
    assert list(papers.sourced(content, reading)) == [(table, source)]


@pytest.mark.parametrize(
    ("kept", "told"),
    [({}, {0}), ({"divided": True}, set()), ({"across": True}, set()), ({"smaller": False}, set())],
)
def test_only_a_table_in_smaller_type_on_upright_paper_that_is_whole_is_too_narrow(
    monkeypatch: pytest.MonkeyPatch, run: Piece, kept: dict[str, bool], told: set[int]
) -> None:
    head = Tag("TH", {"/A": {"/Scope": "/Row"}})
    lines = [replace(run, baseline=400.0 - 10 * line) for line in range(3)]
    node = replace(Node("table", 1, smaller=True), **kept)  # type: ignore[arg-type]  # all are flags
    monkeypatch.setattr(papers, "_tables", lambda *_: [(node, Tag("Table", {}, [head]))])
    monkeypatch.setattr(papers, "written", lambda _: SimpleNamespace(of=lambda _: lines))
    nothing: Any = None
    assert papers.squeezed(nothing, nothing) == told
