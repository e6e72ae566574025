"""Texts, cells and pictures that do not stand in their places are reported."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from communique import prove
from communique.compose.page import compose
from communique.content.structure import pictures
from communique.design.theme.emblem import Emblem
from communique.model.faults import ProofError
from communique.pdf_reading.reading import Reading
from communique.pdf_reading.tag_tree import tags
from communique.prove.written import written
from communique.typeset.engine import typeset
from tests.prove.appearance.spoiling import keys
from tests.prove.conftest import complaints, composed
from tests.samples import ROOT, png, with_body

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pypdf import PdfWriter

    from communique.compose.page import Page
    from tests.prove.conftest import Spoil

    Change = Callable[[PdfWriter], object]


def test_text_on_other_text_is_reported(reset: Spoil) -> None:
    found = reset("<p>We thank", '<p style="margin-top: -24pt">We thank')
    wrong = "text is printed on other text: The river belongs to those who / We thank the millers."
    assert f"1: place: page 1: {wrong}" in found
    assert keys(found) == {"place", "order", "visible"}  # the line beside the quotation crosses it


def test_lines_of_one_paragraph_on_one_another_are_reported(reset: Spoil) -> None:
    found = reset(styles=".byline { line-height: 4pt }")
    assert "place" in keys(found)


@pytest.mark.parametrize(
    "styles",
    [
        "li { position: relative; top: 19.4pt } li + li { top: -19.4pt }",
        "em { position: relative; top: 60mm }",
        "em { position: relative; top: -60mm; left: -150pt }",
    ],
)
def test_texts_in_another_order_on_the_page_are_reported(reset: Spoil, styles: str) -> None:
    found = reset("the dams hold.", "the <em>dams</em> hold.", styles=styles)
    assert "order" in keys(found)


@pytest.mark.parametrize("part", ["dt", "dd", "dt, .facts dd"])
def test_facts_that_are_run_together_are_reported(reset: Spoil, part: str) -> None:
    found = reset(styles=f".facts {part} {{ float: left }}")
    assert keys(found) <= {"order", "facts"}
    assert any("this is run together with what is read before it" in each for each in found)


def test_a_fact_may_stand_beside_its_label(reset: Spoil) -> None:
    grid = "display: grid; grid-template-columns: max-content 1fr; column-gap: .5em"
    assert reset(styles=f".facts dl {{ {grid} }}") == []


@pytest.mark.parametrize(
    ("styles", "divided"),
    [
        ("main > p { width: 6em }", None),
        ("main > p { width: 2em }", "gauges"),
        ("h1 { width: 2em }", "statement"),
        (".facts { width: 8mm }", "Meeting"),
        ("html { hyphenate-character: '' } main > p { width: 3em; hyphens: auto }", "gauges"),
    ],
)
def test_words_that_are_divided_without_a_hyphen_are_reported(
    reset: Spoil, styles: str, divided: str | None
) -> None:
    found = reset(styles=f"main > p, h1 {{ overflow-wrap: anywhere; hyphens: none }} {styles}")
    wrong = f"hyphens: page 1: {divided} is divided between two lines without a hyphen"
    assert any(wrong in each for each in found) if divided else found == []


def test_headings_may_be_centred_over_short_cells(reset: Spoil) -> None:
    assert reset(styles="th { text-align: center } td { text-align: left }") == []


MIXED_HEADS = (
    ("en", "English", "العربية"),
    ("fr", "[Français](https://example.org/a)", "עברית [العربية](https://example.org/b)"),
    ("he", "סעיף", "العربية"),
    ("ar", "العربية", "Ελληνικά and a heading so long that it needs a second line[^1]"),
    ("ru", "Русский[^1]", "*السَّلَامُ* و**كلمات** كثيرة تحتاج إلى سطر ثان في هذا الجدول الضيق"),
)


@pytest.mark.parametrize("kind", ["standard", "large-print"])
@pytest.mark.parametrize(("tag", "one", "other"), MIXED_HEADS)
def test_heads_in_two_scripts_share_their_last_line(
    tmp_path: Path, kind: str, tag: str, one: str, other: str
) -> None:
    note = "\n\n[^1]: Note.\n" if "[^1]" in one + other else ""
    table = f"| {one} | 5² | {other} |\n|---|--:|---|\n| 1 | 2 | 3 |"
    page = composed(tmp_path, with_body(table + note), f"heads.{tag}.md", kind)
    found = typeset(page)
    assert complaints(page, found) == []
    heads = [tag for tag in tags(Reading(found.pdf).tree) if tag.role == "TH"]
    lines = [[piece.baseline for piece in written(Reading(found.pdf)).of(head)] for head in heads]
    assert len({round(min(each), 2) for each in lines}) == 1


def test_heads_of_which_one_is_higher_than_the_others_are_reported(tmp_path: Path) -> None:
    table = "| English | العربية |\n|---|---|\n| 1 | 2 |"
    page = composed(tmp_path, with_body(table), "heads.en.md")
    higher = replace(page, styles=page.styles + "th:first-child .level { vertical-align: 0.5pt }")
    assert keys(complaints(higher, typeset(higher))) == {"cells"}


@pytest.mark.parametrize("part", ["td", "th, td", "thead", "tbody", "tr"])
@pytest.mark.parametrize("display", ["block", "inline"])
def test_cells_that_leave_their_rows_or_columns_are_reported(
    tmp_path: Path, part: str, display: str
) -> None:
    table = "| Place | Depth | Width |\n|---|--:|--:|\n| Weir | 41 | 5 |\n| Ford | 7 | 61 |"
    page = composed(tmp_path, with_body(table), "table.en.md")
    left = replace(page, styles=f"{page.styles}{part} {{ display: {display} }}")
    assert "cells" in keys(complaints(left, typeset(left)))


@pytest.mark.parametrize(
    ("styles", "complaint"),
    [
        ("", None),
        (
            "img { transform: rotate(9deg) }",
            "the picture board.png is turned or stretched: A board",
        ),
        (
            "img { width: 90pt; height: 10pt }",
            "the picture board.png is turned or stretched: A board",
        ),
        (
            "img { position: relative; left: -78mm }",
            "the picture board.png runs out of its area: A board",
        ),
        (
            "img { position: relative; left: -900mm }",
            "the picture board.png shows nothing: A board",
        ),
        ("img { width: 2pt }", "the picture board.png is too small to be seen: A board"),
        (
            "figure { overflow: hidden; height: 8pt }",
            "the picture board.png is covered or cut off: A board",
        ),
        (
            "figure { position: relative } figure::after { content: ''; background: #fff; "
            "position: absolute; width: 9pt; height: 9pt; top: 0; left: 0 }",
            "the picture board.png is covered or cut off: A board",
        ),
        (
            "figure { position: relative } figure::after { content: ''; background: #fff; "
            "position: absolute; width: 0.2pt; height: 9pt; top: 0; left: 0 }",
            "the picture board.png is covered or cut off: A board",
        ),
        ("h2 { margin-top: -30pt }", "text stands on the picture board.png: What we found"),
    ],
)
def test_pictures_are_whole_and_inside_the_type_area(
    tmp_path: Path, styles: str, complaint: str | None
) -> None:
    (tmp_path / "board.png").write_bytes(png(80, 60))
    page = composed(
        tmp_path, with_body("![A board](board.png)\n\n## What we found\n\nWords."), "river.en.md"
    )
    object.__setattr__(page, "styles", page.styles + styles)
    found = complaints(page, typeset(page))
    assert (complaint is None) == (found == [])
    assert complaint is None or f"5: pictures: page 1: {complaint}" in found


@pytest.mark.parametrize("turn", ["none", "90deg", "180deg", "270deg", "flip", "90deg flip"])
@pytest.mark.parametrize("suffix", ["png", "jpg"])
def test_pictures_stand_as_in_their_files(tmp_path: Path, turn: str, suffix: str) -> None:
    board = Image.linear_gradient("L").rotate(90).resize((80, 60))
    board.paste(0, (0, 0, 20, 20))
    board.save(tmp_path / f"board.{suffix}")
    page = composed(tmp_path, with_body(f"![A board](board.{suffix})"), "river.en.md")
    object.__setattr__(page, "styles", f"{page.styles} img {{ image-orientation: {turn} }}")
    wrong = (
        f"5: pictures: page 1: the picture board.{suffix} does not stand as in its file: A board"
    )
    assert complaints(page, typeset(page)) == ([] if turn == "none" else [wrong])


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "turned"])
def test_pictures_of_every_kind_are_known_again(tmp_path: Path, mode: str) -> None:
    board = Image.linear_gradient("L").rotate(90).resize((80, 60))
    board.paste(0, (0, 0, 20, 20))
    name, exif = "board.jpg" if mode == "turned" else "board.png", Image.Exif()
    if mode == "turned":
        exif[0x0112] = 6  # as a camera that was held upright says it
    coloured = Image.merge("RGB", (board, board.rotate(180), board))
    coloured.convert("RGB" if mode == "turned" else mode).save(tmp_path / name, exif=exif)
    page = composed(tmp_path, with_body(f"![A board]({name})"), "river.en.md")
    assert complaints(page, typeset(page)) == []


@pytest.mark.parametrize(
    ("styles", "well"),
    [
        ("", True),
        ("img { transform: scale(.9) }", True),
        ("img { transform: scale(-1, 1) }", False),
        ("img { transform: scale(1, -1) }", False),
        ("img { transform: rotate(180deg) }", False),
        ("img { transform: scale(.98, 1) }", False),
        ("img { transform: skewX(.2deg) }", False),
        ("img { transform: skewY(.2deg) }", False),
    ],
)
def test_drawn_pictures_are_neither_turned_nor_mirrored(
    tmp_path: Path, styles: str, *, well: bool
) -> None:
    shutil.copy(ROOT / "docs" / "example.svg", tmp_path / "arms.svg")
    page = composed(tmp_path, with_body("![Arms](arms.svg)"), "river.en.md")
    object.__setattr__(page, "styles", page.styles + styles)
    found = complaints(page, typeset(page))
    turned = "5: pictures: page 1: the picture arms.svg is turned or stretched: Arms"
    assert found == [] if well else turned in found


@pytest.mark.parametrize(
    ("body", "shape", "well"),
    [
        ("{}", '<rect x="1" y="1" width="88" height="58"/>', True),
        ("{}", '<rect x="0" y="0" width="90" height="60"/>', False),
        ("{}", '<rect x="-9" y="1" width="88" height="58"/>', False),
        ("{}", '<text x="50" y="30" font-size="20">Long words here</text>', False),
        ("Words {} and more.", '<path d="M9 9h60v30h-60z"/>', True),
        ("Words {} and more.", '<path d="M9 9h160v30h-160z"/>', False),
    ],
)
def test_a_drawing_that_reaches_out_of_its_view_box_is_told_what_to_do(
    tmp_path: Path, body: str, shape: str, *, well: bool
) -> None:
    (tmp_path / "arms.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 60" width="90" height="60">'
        f'<g fill="none" stroke="#000" stroke-width="2">{shape}</g></svg>',
        encoding="utf-8",
    )
    page = composed(
        tmp_path, with_body(f"Words.\n\n{body.format('![Arms](arms.svg)')}"), "river.en.md"
    )
    if well:
        prove.prove(page.content, typeset(page).pdf)
        return
    with pytest.raises(ProofError) as caught:
        prove.prove(page.content, typeset(page).pdf)
    (fault,) = caught.value.faults  # and nothing that only follows from it
    assert (fault.path.name, fault.line, fault.key) == ("river.en.md", 7, "pictures")
    assert fault.wrong == "page 1: the picture arms.svg is covered or cut off: Arms"
    assert fault.instead.startswith("in an SVG, let nothing reach out of the viewBox")


def test_a_thin_line_along_the_edge_of_a_drawing_is_whole_wherever_the_pixels_are(
    tmp_path: Path,
) -> None:
    (tmp_path / "arms.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 60" width="90" height="60">'
        '<rect x="0.25" y="0.25" width="89.5" height="59.5" fill="none" stroke="#000"'
        ' stroke-width="0.5"/></svg>',
        encoding="utf-8",
    )
    page = composed(tmp_path, with_body("Words.\n\n![Arms](arms.svg)"), "river.en.md")
    for moved in range(10):
        styles = f"figure {{ padding: {moved / 10}pt }}"
        moved_page = replace(page, styles=page.styles + styles)
        assert complaints(page, typeset(moved_page)) == [], moved


PICTURES = """\
![A board](board.png "The board")

We met ![a ring](ring.png) there.[^1]

| Place | Picture |
| --- | --- |
| Weir | ![a board](board.png) |

![A drawing](lines.svg)

[^1]: A note with ![a ring](ring.png) in it.
"""


def with_pictures(folder: Path) -> Page:
    gradient = Image.linear_gradient("L").resize((80, 60))
    gradient.save(folder / "board.png")
    gradient.rotate(90).resize((60, 60)).save(folder / "ring.png")
    (folder / "lines.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path d="M5 5h20v9z"/></svg>'
    )
    return composed(folder, with_body(PICTURES), "river.en.md")


@pytest.mark.parametrize("notes_at_end", [False, True])
def test_pictures_are_compared_with_their_files_wherever_they_stand(
    tmp_path: Path, *, notes_at_end: bool
) -> None:
    page = with_pictures(tmp_path)
    content = replace(page.content, notes_at_end=notes_at_end)
    page = compose(content)
    assert complaints(page, typeset(page)) == []


@pytest.mark.parametrize(
    ("one", "other", "alternatives"),
    [
        (0, 1, ["A board", "a ring"]),
        (0, 2, ["A board", "a ring"]),
        (0, 4, ["A board", "A drawing"]),
    ],
)
def test_pictures_that_a_template_swaps_are_reported(
    tmp_path: Path, one: int, other: int, alternatives: list[str]
) -> None:
    page = with_pictures(tmp_path)
    sources = re.findall('src="([^"]*)"', page.html)
    assert len(sources) == 5
    swapped = [*sources]
    swapped[one], swapped[other] = sources[other], sources[one]
    each = iter(swapped)
    html = re.sub('src="[^"]*"', lambda _: f'src="{next(each)}"', page.html)
    found = complaints(page, typeset(replace(page, html=html)))
    named = [said.rpartition(": ")[2] for said in found if "its file" in said]
    assert sorted(named) == sorted(alternatives)


def test_a_theme_has_its_emblem_before_the_pictures_of_each_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Emblem, "path", tmp_path / "a.svg")
    page = with_pictures(tmp_path)
    theme = page.content.theme.model_copy(update={"emblem": Emblem(file="a.svg", text="A wave")})
    files = [each.image for each in pictures(replace(page.content, theme=theme))]
    assert [each and each.media_type for each in files] == [
        None, *["image/png"] * 4, "image/svg+xml",
    ]  # fmt: skip


def test_what_is_wrong_with_an_emblem_is_told_with_its_file(project: Path) -> None:
    folder = project / "templates/themes"
    folder.mkdir(parents=True)
    ours = (ROOT / "templates/themes/neutral.yaml").read_text("utf-8")
    (folder / "own.yaml").write_text(f"{ours}emblem: {{file: own.svg, text: A wave}}\n", "utf-8")
    (folder / "own.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 60">'
        '<path d="M9 9h70v9h-70"/></svg>'
    )
    text = with_body("Words.").replace("title:", "theme: own\ntitle:", 1)
    page = composed(project, text, "river.en.md")
    object.__setattr__(page, "styles", f"{page.styles} img {{ transform: rotate(9deg) }}")
    with pytest.raises(ProofError) as caught:
        prove.prove(page.content, typeset(page).pdf)
    told = [fault for fault in caught.value.faults if fault.key == "pictures"]
    assert {(str(fault.path), fault.line) for fault in told} == {("templates/themes/own.svg", 1)}
    assert told[0].wrong == "page 1: the picture own.svg is turned or stretched: A wave"


def test_a_picture_that_is_on_no_page_is_reported(tmp_path: Path) -> None:
    page = with_pictures(tmp_path)
    html = re.sub('<img class="inline"[^>]*>', "", page.html, count=1)
    found = complaints(page, typeset(replace(page, html=html)))
    assert "1: pictures: the pages have 4 pictures, and the statement has 5" in found
