"""How tags are nested: each rule meets a file that breaks it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfWriter

from communique.compose.page import compose
from communique.content.content import content_of
from communique.design import edition
from communique.model.standards import STANDARDS
from communique.read.source import read
from communique.typeset.engine import typeset
from tests.prove.conftest import changed, complaints

from .conftest import Change, Pages, elements, found

if TYPE_CHECKING:
    from pathlib import Path


def reset(pages: Pages, old: str, new: str, part: int = 1) -> list[str]:
    """Return what the proof says where a template wrote something else."""
    page, _ = pages[part]
    assert old in page.html
    other = replace(page, html=page.html.replace(old, new))
    return complaints(page, typeset(other))


@pytest.mark.parametrize("part", [1, 2])
def test_a_good_file_has_no_fault(pages: Pages, part: int) -> None:
    assert found(pages, lambda _: None, part) == []


def misplaced(there: str, due: str) -> str:
    """Return the complaint about a tag, by its path below the Document."""
    return f"1: tags: the tags have /Document/{there} where /Document/{due} has to be"


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("blockquote", "div", misplaced("P", "BlockQuote")),
        ("<tbody>", "</table><table><tbody>", misplaced("Table", "Table/TBody")),
        (
            'scope="col"',
            'scope="row"',
            misplaced("Table/THead/TR/TH(Scope Row)", "Table/THead/TR/TH(Scope Column)"),
        ),
        ("<figure>", "<div>", misplaced("Figure", "Sect")),
        ("<figcaption>", "<p>", misplaced("Sect/P", "Sect/Caption")),
        ("<abbr", "<span", ""),
        ('<li class="entry', '<li class="', misplaced("TOC/LI", "TOC/TOCI")),
    ],
)
def test_a_template_that_nests_otherwise_is_refused(
    pages: Pages, old: str, new: str, complaint: str
) -> None:
    every = reset(pages, old, new)
    if complaint:
        assert complaint in every
    assert every


@pytest.mark.parametrize(("element", "role"), [("em", "Em"), ("strong", "Strong")])
def test_stress_that_is_lost_is_named_where_pdf_has_a_tag_for_it(
    pages: Pages, element: str, role: str
) -> None:
    every = reset(pages, f"<{element}>", "<span>", part=2)
    assert any(f" and not {role} (" in each for each in every)


def moved(role: str, to: str) -> Change:
    """Return a change that puts the last kid of the first `role` at the end of the first `to`."""

    def change(writer: PdfWriter) -> None:
        source, target = next(elements(writer, role)), next(elements(writer, to))
        target["/K"].append(list.pop(source["/K"]))

    return change


@pytest.mark.parametrize(
    ("role", "to"),
    [("TBody", "THead"), ("BlockQuote", "Document"), ("L", "Document"), ("LI", "L")],
)
def test_a_tag_that_was_moved_is_named(pages: Pages, role: str, to: str) -> None:
    every = found(pages, moved(role, to))
    assert [each for each in every if each.startswith("1: tags: the tags have /Document")]


def test_stress_may_go_over_lines_and_directions_and_call_notes(tmp_path: Path) -> None:
    words = "*Words about the administration of international waterways نهر كبير of Europe*"
    body = f"We say {' and '.join([words] * 3)} and *one[^1]*.\n\n[^1]: Not stressed.\n"
    path = tmp_path / "river.en.md"
    path.write_text(f"---\ntitle: A\n---\n\n{body}", "utf-8")
    page = compose(content_of(read(path), edition.load("standard"), standard=STANDARDS[2]))
    assert complaints(page, typeset(page)) == []


def test_notes_at_the_end_are_a_section_of_their_own(tmp_path: Path) -> None:
    path = tmp_path / "river.en.md"
    path.write_text("---\ntitle: A\n---\n\nOne.[^1]\n\n[^1]: Two.\n", "utf-8")
    page = compose(content_of(read(path), edition.load("standard"), notes_at_end=True))
    assert complaints(page, typeset(page)) == []
    other = replace(page, html=page.html.replace("<section>", "<div>"))
    assert complaints(page, typeset(other)) == [misplaced("H2", "Sect")]


GROUPS = """\
|  | 2027 | 2028 |
|---|---|---|
| North |||
| Norland | 4 | 5 |
| South |||
| Sud | 6 | 7 |
"""


def headed(tag: str, places: list[int]) -> str:
    """Return the path of a cell that names the cells at these `places` of its table."""
    scope = "Scope Row, " if tag == "TH" else ""
    return f"Table/TBody/TR/{tag}({scope}Headers {places})"


def test_a_cell_that_names_the_head_of_another_group_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "lights.en.md"
    path.write_text(f"---\ntitle: A\n---\n\nOne.\n\n{GROUPS}\n", "utf-8")
    page = compose(content_of(read(path), edition.load("standard")))
    made = typeset(page)
    assert complaints(page, made) == []

    def swapped(writer: PdfWriter) -> None:
        *_, cell = elements(writer, "TD")
        cell["/A"]["/Headers"][1] = next(
            each["/ID"] for each in elements(writer, "TH") if each["/A"].get("/ColSpan")
        )

    wrong = misplaced(headed("TD", [2, 3, 8]), headed("TD", [2, 7, 8]))
    assert complaints(page, changed(made, swapped)) == [wrong]
    ungrouped = replace(page, html=page.html.replace(' data-group="in"', ""))
    wrong = misplaced("Table/TBody/TR/TH(Scope Row)", headed("TH", [3]))
    assert complaints(page, typeset(ungrouped)) == [wrong]
