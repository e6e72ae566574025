"""Tells when a newer WeasyPrint no longer has, or no longer needs, what is replaced in it."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

import pydyf
import pytest
import weasyprint
import weasyprint.draw.text
import weasyprint.layout.block
import weasyprint.layout.inline
import weasyprint.pdf
from weasyprint import HTML
from weasyprint.formatting_structure import boxes

from communique.model.faults import StatementError
from communique.pdf_reading.reading import Reading
from communique.read.source import read
from communique.run import pipeline
from communique.store.naming import STANDARD
from communique.typeset import VERSION, engine, patches
from communique.typeset.text_layer.shaped import runs

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Write


def plain(body: str, styles: str = "") -> Reading:
    """Return what the engine makes by itself."""
    html = f'<html lang="en"><title>T</title><style>{styles}</style><body>{body}</html>'
    fonts = engine._fonts()
    return Reading(HTML(string=html).write_pdf(pdf_variant="pdf/ua-1", font_config=fonts))


def test_the_version_is_the_one_that_was_looked_into() -> None:
    assert weasyprint.__version__ == VERSION


def test_what_is_replaced_is_there() -> None:
    assert callable(weasyprint.pdf.add_tags)
    assert callable(weasyprint.pdf.build_fonts_dictionary)
    assert callable(weasyprint.draw.text.draw_first_line)
    assert callable(weasyprint.layout.block.block_container_layout)


def test_the_engine_still_tags_margin_boxes_as_text() -> None:
    reading = plain("text", "@page { @top-left { content: 'head' } }")
    head = next(piece for piece in reading.pieces if piece.text == "head")
    assert isinstance(head.mark, int), (
        "upstream issue 1836 is mended: see communique/typeset/tags.py"
    )


def test_the_engine_still_cuts_a_paragraph_in_two_at_a_page_break() -> None:
    reading = plain(f"<p>{'word ' * 100}", "@page { size: 60mm 60mm }")
    paragraphs = [kid for kid in reading.tree.kids if getattr(kid, "role", "") == "P"]
    assert len(paragraphs) > 1, "upstream has mended it: see communique/typeset/tags.py"


def test_the_engine_still_lets_two_glyphs_of_one_letter_both_say_it() -> None:
    styles = "html { font-family: Amiri; font-variant-ligatures: no-common-ligatures }"
    text = "الكرامة لكل لمل"
    said = "".join(piece.text for piece in plain(f"<p lang=ar dir=rtl>{text}", styles).pieces)
    assert len(said) > len(text), "upstream has mended it: see patches.writing"


@pytest.mark.parametrize(("text", "copied"), [("‘x’ ʼ", "‘x’ ’"), ("5 µm μ", "5 µm µ")])
def test_the_engine_still_lets_a_glyph_say_one_thing_everywhere(text: str, copied: str) -> None:
    styles = "html { font-family: 'Source Serif 4' }"
    said = "".join(piece.text for piece in plain(f"<p>{text}", styles).pieces)
    assert said == copied, "upstream has mended it: see patches.writing"


SIDE = "<td data-part=en>"


def cells(low: str, high: str, space: int, before: str = "") -> dict[str, int]:
    """Return the pages on which cells of a row begin, below a space in mm and a row `before`."""
    html = (
        f"<div style='height: {space}mm'></div><table>{before}<tr>{SIDE}{low}{SIDE}{high}</table>"
    )
    styles = "@page { size: 90mm; margin: 5mm } * { margin: 0; font-size: 10pt; line-height: 5mm }"
    found: dict[str, int] = {}
    for piece in plain(html, styles + " table { width: 80mm; table-layout: fixed }").pieces:
        found.setdefault(piece.text.strip()[:1], piece.page)
    return found


HIGH = "<div style='break-inside: avoid'>b<br>b<br>b<br>b</div>b<br>b"


def test_the_engine_still_lets_the_cells_of_a_row_begin_on_two_pages() -> None:
    assert cells("a", HIGH, 65) == {"a": 0, "b": 1}, "upstream has mended it: see rows_together"


def test_all_cells_of_a_row_begin_on_one_page() -> None:
    long = "a<br>" * 40
    with patches.rows_together():
        assert cells("a", HIGH, 55) == cells(HIGH.replace("b<", "a<"), "b", 55) == {"a": 0, "b": 0}
        assert cells("a", HIGH, 65) == cells(HIGH.replace("b<", "a<"), "b", 65) == {"a": 1, "b": 1}
        assert cells(long, HIGH, 65) == {"a": 1, "b": 1}
        head = f"<tr style='break-after: avoid'>{SIDE}h{SIDE}i"
        assert cells("a", HIGH, 60, head) == {"h": 1, "i": 1, "a": 1, "b": 1}
        assert cells(long, HIGH, 60, head) == {"h": 1, "i": 1, "a": 1, "b": 1}
        assert cells(long, "b", 65) == {"a": 0, "b": 0}


def outside() -> float:
    """Return how far, in pt, a line begins before the next ones that ends within a passage."""
    html = "<p>see <span dir=rtl>ראו הנה <span dir=ltr>page 12</span> שם</span> now"
    styles = "@page { size: 90mm } * { font: 10pt 'Noto Serif Hebrew' } p { width: 24mm }"
    lefts = {piece.text.strip(): piece.left for piece in plain(html, styles).pieces}
    return lefts["now"] - lefts["see"]


def test_the_engine_still_lets_a_space_stand_at_the_end_of_a_passage() -> None:
    assert outside() > 1, "upstream has mended it: see patches.lines_in_order"


def test_a_passage_that_goes_on_in_the_next_line_ends_without_a_space() -> None:
    with patches.lines_in_order():
        assert outside() == pytest.approx(0, abs=0.1)


def first_lines(before: str, space: str = " ") -> list[set[str]]:
    """Return the first lines of paragraphs that go on with stressed words, from narrow to wide."""
    html = f"<p>{before}{space}<b>harbours of the strait</b> and all of the others"
    sizes = range(150, 200)
    return [
        {piece.text.strip() for piece in made.pieces if piece.baseline == made.pieces[0].baseline}
        for made in (plain(html, f"p {{ width: {size / 2}pt; font-size: 10pt }}") for size in sizes)
    ]


def test_the_engine_still_leaves_a_word_alone_where_only_a_space_has_no_room() -> None:
    assert {"word"} in first_lines("word and the lights"), (
        "upstream has mended it: see patches.last_spaces_hang"
    )


def test_a_text_that_fits_but_for_its_last_space_stands_on_its_line() -> None:
    with patches.last_spaces_hang():
        found = first_lines("word and the lights")
    assert {"word and the lights"} in found
    assert {"word"} not in found


@pytest.mark.parametrize("space", ["\u00a0", "\u202f"])
def test_a_text_that_fits_but_for_a_space_where_no_line_ends_ends_a_word_earlier(
    space: str,
) -> None:
    assert {"word"} in first_lines("word and the lights", space)
    with patches.last_spaces_hang():
        found = first_lines("word and the lights", space)
    assert {"word and the"} in found
    assert {"word"} not in found


def padded_lines(width: int) -> list[str]:
    """Return the lines of a paragraph in which a passage with a padding begins, so wide (px)."""
    page = f"@page {{ size: {width}px 300px; margin: 0 }}"
    styles = f"{page} p {{ margin: 0; font: 20px 'Source Serif 4' }}"
    text = "<p>the lights of it<span style='padding-left: 9px'>, but the boats go on"
    html = f"<style>{styles}</style>{text}"
    document = HTML(string=html).render(font_config=engine._fonts())
    return [
        "".join(box.text for box in line.descendants() if isinstance(box, boxes.TextBox))
        for line in document.pages[0]._page_box.descendants()
        if isinstance(line, boxes.LineBox)
    ]


def test_the_engine_still_breaks_a_line_before_a_box_whose_padding_has_no_room() -> None:
    assert any("the lights of" in padded_lines(width) for width in range(160, 260)), (
        "upstream has mended it: see patches.room_at_the_start"
    )


def test_a_line_ends_where_it_is_full_also_in_a_box_with_a_padding() -> None:
    with patches.room_at_the_start():
        found = [padded_lines(width)[0] for width in range(160, 260)]
    assert "the lights of" not in found
    assert "the lights of it, but the" in found


def test_a_sign_that_is_not_drawn_is_no_glyph() -> None:
    fonts = engine._fonts()
    html = "<html lang=ar><style>* { font-family: Amiri }</style><p dir=rtl>\u200fلا\u200cلا"
    document = HTML(string=html).render(font_config=fonts)
    (box,) = (
        box for box in document.pages[0]._page_box.descendants() if isinstance(box, boxes.TextBox)
    )
    box.pango_layout.reactivate(box.style)
    (run,) = runs(box.pango_layout)
    box.pango_layout.deactivate()
    drawn = dict(zip(run.texts, run.glyphs, strict=True))
    assert drawn["\u200f"] == drawn["\u200c"] == 0
    assert sum(drawn.values()) > 1
    assert all(drawn[letters] for letters in drawn.keys() - {"\u200f", "\u200c"})


def replaced() -> tuple[Any, ...]:
    """Return the functions of the engine that are replaced while a PDF is made."""
    build = weasyprint.pdf.build_fonts_dictionary
    layout = weasyprint.layout.block.block_container_layout
    inline = weasyprint.layout.inline
    draw, line = weasyprint.draw.text.draw_first_line, inline.split_first_line
    return weasyprint.pdf.add_tags, build, draw, layout, inline.remove_last_whitespace, line


def test_the_originals_are_put_back() -> None:
    before = replaced()

    def add_tags(*_: Any) -> None:
        raise ZeroDivisionError

    document = HTML(string="<html lang=en><p>x").render()
    try:
        with ExitStack() as stack:
            for patch in (
                patches.writing,
                patches.rows_together,
                patches.lines_in_order,
                patches.last_spaces_hang,
            ):
                stack.enter_context(patch())
            stack.enter_context(patches.tagging(add_tags))
            assert not set(before) & set(replaced())
            document.write_pdf(pdf_variant="pdf/ua-1")
    except ZeroDivisionError:
        pass
    assert replaced() == before


def test_the_libraries_are_named_with_their_versions() -> None:
    names = [library.split()[0] for library in patches.libraries()]
    assert names == ["WeasyPrint", "Pango", "HarfBuzz"]
    assert all(library.split()[1].count(".") >= 1 for library in patches.libraries())
    assert pydyf.__name__ == "pydyf"


def test_without_the_library_that_cuts_fonts_the_message_says_what_to_install(
    statement: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("weasyprint.pdf.fonts.harfbuzz_subset", None)
    with pytest.raises(StatementError, match=r"HarfBuzz-Subset, .*; install libharfbuzz"):
        pipeline.build(read(statement()), STANDARD, tmp_path)
    assert not list(tmp_path.glob("*.pdf"))


def test_another_version_of_the_engine_is_refused_and_nothing_is_replaced_in_it(
    statement: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(weasyprint, "__version__", "71.0")
    monkeypatch.setattr(patches, "tagging", None)
    path = statement()
    with pytest.raises(StatementError) as refused:
        pipeline.build(read(path), STANDARD, tmp_path / "out")
    assert str(refused.value) == (
        f"{path}:1: engine: WeasyPrint 71.0 is installed, and {VERSION} is needed; "
        "run `make pdf` once"
    )
    assert not (tmp_path / "out").exists()
