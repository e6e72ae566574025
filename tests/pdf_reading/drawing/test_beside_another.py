"""Pages of any PDF, as two engines draw them and as PDFium lists them."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.pdf_reading.drawing.beside_another import poppler, sheets
from communique.pdf_reading.drawing.beside_another.sheets import Sheets
from communique.pdf_reading.objects import UnreadableError
from tests.compare import forgeries
from tests.compare.forgeries import changed


def test_a_page_has_words_and_items_in_the_order_of_drawing(lights: bytes) -> None:
    opened = Sheets(lights)
    assert len(opened) == 1
    assert opened.words(0)[:6] == ["12", "March", "2026", "Lights", "for", "the"]
    kinds = [item.kind for item in opened.items(0)]
    assert (kinds[0], kinds.count(sheets.TEXT), kinds.count(sheets.PICTURE)) == ("path", 10, 1)
    opened.close()


def test_what_a_form_writes_is_found_in_it(lights: bytes) -> None:
    [form] = [
        item
        for item in Sheets(changed(lights, forgeries.write_in_a_form)).items(0)
        if item.kind == sheets.FORM
    ]
    assert form.text == "NOT VALID"


@pytest.mark.parametrize(
    ("change", "seen", "invisible"),
    [
        (forgeries.write_invisibly, False, True),
        (forgeries.write_in_white, False, False),
        (forgeries.cover_and_write, True, False),
    ],
)
def test_text_is_seen_where_a_page_looks_otherwise_without_it(
    lights: bytes, change: forgeries.Change, *, seen: bool, invisible: bool
) -> None:
    opened = Sheets(changed(lights, change))
    *_, last = opened.items(0)
    assert last.text.startswith("The water is low.")
    assert (opened.is_seen(0, last), last.invisible) == (seen, invisible)
    assert opened.is_seen(0, last) == seen, "it is shown again once it was taken away"


def test_a_page_of_any_size_is_drawn_small(lights: bytes) -> None:
    from tests.attack.hostile_pdfs import enlarge  # noqa: PLC0415  # nothing else is hostile here

    bitmap = Sheets(changed(lights, enlarge)).drawn(0)
    assert max(bitmap.width, bitmap.height) <= 1200


def test_what_is_no_pdf_cannot_be_opened() -> None:
    with pytest.raises(UnreadableError):
        Sheets(b"no PDF")


def test_poppler_tells_the_pages_that_it_draws_otherwise(lights: bytes) -> None:
    assert poppler.is_here()
    assert poppler.differing(lights, changed(lights)) == []
    assert poppler.differing(lights, changed(lights, forgeries.cover_and_write)) == [0]
    assert poppler.differing(lights, changed(lights, forgeries.annotate)) == [0]


def test_poppler_is_left_alone_with_what_it_cannot_draw(
    lights: bytes, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with pytest.raises(UnreadableError, match="poppler does not draw it"):
        poppler.differing(b"no PDF", lights)
    slow = tmp_path / "slow"
    slow.write_text("#!/bin/sh\nexec sleep 60\n", "utf-8")
    slow.chmod(0o755)
    monkeypatch.setattr(poppler, "_PROGRAM", str(slow))
    monkeypatch.setattr(poppler, "_SECONDS", 0.1)
    with pytest.raises(UnreadableError, match="poppler does not draw it"):
        poppler.differing(lights, lights)
    monkeypatch.setattr(poppler, "_PROGRAM", str(tmp_path / "none"))
    assert not poppler.is_here()
