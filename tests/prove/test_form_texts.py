"""Sizes of pages to the limit, pages and files that lack what they need, and names of pictures."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from communique.prove import form
from communique.typeset.engine import typeset
from tests.samples import png

from .conftest import complaints, composed

if TYPE_CHECKING:
    from pathlib import Path

    from pypdf import PdfWriter

    from .conftest import Judge, Spoil

WIDTH, HEIGHT = 210 * form.MM, 297 * form.MM


def page_of(box: tuple[float, ...] | None) -> Any:
    return SimpleNamespace(box=lambda _: box, entries={})


@pytest.mark.parametrize(
    ("box", "found"),
    [
        ((7.0, 9.0, WIDTH + 7, HEIGHT + 9), None),
        ((0.0, 0.0, WIDTH + 0.5, HEIGHT), (WIDTH + 0.5, HEIGHT)),
        ((0.0, 0.0, WIDTH, HEIGHT - 0.5), (WIDTH, HEIGHT - 0.5)),
        (None, (0, 0)),
    ],
)
def test_a_page_is_of_another_size_from_half_a_point_on(
    judged: Judge, box: tuple[float, ...] | None, found: tuple[float, float] | None
) -> None:
    wrong = f"1: form: size of page 1 is {found!r} in the PDF and not {(WIDTH, HEIGHT)!r}"
    assert set(judged(form.paper, pages=[page_of(box)])) == ({wrong} if found else set())


@pytest.mark.parametrize("name", ["MediaBox", "CropBox", "TrimBox", "BleedBox", "ArtBox"])
def test_each_box_of_a_page_has_the_size_of_the_paper(judged: Judge, name: str) -> None:
    paper, more = (0.0, 0.0, WIDTH, HEIGHT), (0.0, 0.0, WIDTH + 9, HEIGHT)
    page = SimpleNamespace(box=lambda box: more if box == name else paper, entries={})
    assert len(judged(form.paper, pages=[page])) == 1


def test_a_file_without_a_tag_tree_has_no_element_at_its_root(altered: Spoil) -> None:
    def change(writer: PdfWriter) -> None:
        del writer.root_object["/StructTreeRoot"]

    wrong = "1: form: elements at the root of the tag tree is 0 in the PDF and not 1"
    assert wrong in altered(change)


def test_a_picture_is_attached_under_the_name_that_its_file_has(tmp_path: Path) -> None:
    (tmp_path / "the gauge.png").write_bytes(png(40, 30))
    text = "---\ntitle: A\n---\n\nOne.\n\n![A gauge](the%20gauge.png)\n"
    page = composed(tmp_path, text, "river.en.md")
    assert complaints(page, typeset(page)) == []
