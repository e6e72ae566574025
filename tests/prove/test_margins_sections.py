"""Which section the running head of a page names, and which texts of the margins run backwards."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from communique.content.content import Content, content_of
from communique.content.status import expected as status
from communique.design import edition
from communique.model.faults import Faults
from communique.pdf_reading.tag_tree import Tag
from communique.prove import margin_texts, margins
from communique.read.source import read

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from communique.compose.page import Page
    from communique.content.text import Text
    from communique.pdf_reading.piece import Piece
    from communique.pdf_reading.reading import Reading

TEXT = (
    "---\ntitle: On it\n---\n\nA.\n\n## One\n\n### Small\n\n## Two\n\n### Less\n\n## Three\n\nB.\n"
)


def content(folder: Path) -> Content:
    (folder / "river.en.md").write_text(TEXT, "utf-8")
    return content_of(read(folder / "river.en.md"), edition.load("standard"))


def sections(content: Content, *headings: int, pages: int = 4) -> dict[int, str]:
    """Return the section of each page, from 0, where the headings are on these, from 1."""
    reading: Any = SimpleNamespace(headings=list(headings), pages=[None] * pages)
    found = margins._sections(content, reading)
    return {page: next(iter(forms), "") for page, forms in found.items()}


def test_a_page_names_the_first_section_that_begins_on_it_or_the_last_before(
    tmp_path: Path,
) -> None:
    made = content(tmp_path)
    assert sections(made, 2, 2, 3, 3, 3) == {0: "", 1: "One", 2: "Two", 3: "Three"}
    assert sections(made, 1, 2, 3, 4, 4) == {0: "One", 1: "One", 2: "Two", 3: "Three"}


def test_no_section_is_named_where_the_edition_has_none_or_the_texts_are_parallel(
    tmp_path: Path, arabic: Page
) -> None:
    made = content(tmp_path)
    silent = replace(made, edition=replace(made.edition, section_head=False))
    assert sections(silent, 1, 1, 1, 1, 1) == {}
    (version,) = made.versions
    beside = replace(version.statement, beside=arabic.content.statement)
    pair = replace(made, versions=(replace(version, statement=beside),))
    assert sections(pair, 1, 1, 1, 1, 1) == {}


def test_margins_run_backwards_where_the_leading_text_does(
    page: Page, arabic: Page, piece: Piece, monkeypatch: pytest.MonkeyPatch
) -> None:
    def wanted(content: Content, _: Reading) -> list[list[tuple[Text, ...]]]:
        return [[(margin_texts.text(content, content.versions[0], "R/1 · 24"),)]]

    monkeypatch.setattr(margins, "_wanted", wanted)
    foot = replace(piece, mark="Pagination", page=0, baseline=40.0, glyphs=tuple("24 · R/1"))
    reading: Any = SimpleNamespace(blocks=[], artifacts=[foot], tree=Tag("Document", {}))

    def found(content: Content) -> int:
        faults = Faults(content.statement.path)
        margins.every_margin(content, reading, faults)
        return len(list(faults))

    assert found(arabic.content) == 0
    assert found(page.content) == 2
    both = page.content.versions + arabic.content.versions
    assert found(replace(page.content, versions=both)) == 2


def test_beside_another_text_only_what_is_said_of_a_draft_runs_as_its_own_language(
    tmp_path: Path,
) -> None:
    path = tmp_path / "river.ar.md"
    path.write_text("---\ntitle: بيان\ndraft: {version: 2}\n---\n\nالتقينا.\n", "utf-8")
    (version,) = content_of(read(path), edition.load("standard")).versions
    made = content(tmp_path)
    both = replace(made, versions=(*made.versions, version))
    assert margin_texts.text(both, version, status.line(version)).rtl
    assert not margin_texts.text(both, version, "R/1 · 24").rtl


def test_three_lines_at_one_edge_are_one_text_and_a_gap_ends_it(piece: Piece) -> None:
    first = replace(piece, left=100.0, right=150.0, baseline=50.0, size=10.0)
    second, third = replace(first, baseline=38.0), replace(first, baseline=26.0)
    beside = replace(third, left=300.0, right=400.0)
    found = margins._texts([first, second, third, beside])
    assert [block.pieces for block in found] == [(first, second, third), (beside,)]
    assert not margins._apart(first, replace(first, baseline=49.9))  # hardly lower
