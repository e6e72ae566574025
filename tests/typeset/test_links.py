"""Links are seen on paper, and are live: in the text, in values, in notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique.pdf_reading.reading import Reading
from communique.prove.lines import block_words
from communique.store.paths import TEMPLATES
from communique.typeset.engine import typeset
from tests.prove.conftest import complaints, composed

if TYPE_CHECKING:
    from pathlib import Path

    from communique.pdf_reading.piece import Piece

TEXT = """\
---
title: On the river
place: www.example.org
contact: Press, press@example.org, +45 12 34 56 78
url: https://example.org/url
editors: [See https://example.org/editors.]
contents: true
---

See [one](https://example.org/1) [two](https://example.org/2) *or* [below](#depths).[^1]

## Depths

| Of [three](https://example.org/3) | A |
|---|---|
| [four](https://example.org/4) | b |

[^1]: A note, see [five](https://example.org/5).
"""
#: What stands at a distance of this many pt from the end of a line is its end.
CLOSE = 0.5
#: What is not as high as this, in pt, is a line.
THIN = 1


def made(folder: Path, text: str, name: str = "river.en.md", kind: str = "standard") -> Reading:
    page = composed(folder, text, name, kind)
    pdf = typeset(page)
    assert complaints(page, pdf) == []
    return Reading(pdf.pdf)


def underlined(reading: Reading) -> list[str]:
    """Return the texts that a line runs under, from their beginning to their end, in order."""
    thin = [
        (shape.page, *shape.part) for shape in reading.shapes if shape.part[3] - shape.part[1] < 1
    ]

    def is_under(piece: Piece) -> bool:
        return any(
            page == piece.page
            and abs(left - piece.left) < CLOSE
            and abs(right - piece.right) < CLOSE
            and 0 < piece.baseline - bottom < 0.7 * piece.size
            for page, left, bottom, right, _ in thin
        )

    return [piece.text for piece in reading.pieces if is_under(piece)]


@pytest.mark.parametrize("kind", ["standard", "letter", "large-print"])
def test_a_line_runs_under_the_words_of_each_link_and_no_others(tmp_path: Path, kind: str) -> None:
    found = underlined(made(tmp_path, TEXT, kind=kind))
    assert sorted(found) == sorted(
        [
            "www.example.org", "press@example.org", "+45 12 34 56 78", "https://example.org/url",
            "https://example.org/editors", "one", "two", "below", "three", "four", "five",
        ]
    )  # fmt: skip


def test_addresses_in_values_are_live(tmp_path: Path) -> None:
    reading = made(tmp_path, TEXT)
    targets = [
        link.entries["/A"]["/URI"]
        for page in reading.pages
        for link in page.annotations
        if "/A" in link.entries
    ]
    assert sorted(targets) == sorted(
        [
            "https://www.example.org", "mailto:press@example.org", "tel:+4512345678",
            "https://example.org/url", "https://example.org/editors",
            *(f"https://example.org/{number}" for number in range(1, 6)),
        ]
    )  # fmt: skip


@pytest.mark.parametrize("kind", ["standard", "a5", "clear-print", "large-print"])
def test_a_line_under_a_link_in_arabic_is_below_its_letters_and_above_the_dots_of_the_next_line(
    tmp_path: Path, kind: str
) -> None:
    link = f"[خارجٍ جِ حِ في {'أُنشئت مُغِشّ ' * 12}](https://example.org/1)"
    cells = f"| {link} | ب |\n|---|---|\n| {link} | ب |"
    words = f"انظر {link}[^1] نهر.\n\n{cells}\n\n[^1]: حاشية {link}"
    reading = made(tmp_path, f"---\ntitle: نهر\n---\n\n{words}\n", "river.ar.md", kind)
    lines = [
        (shape.page, *shape.part) for shape in reading.shapes if shape.part[3] - shape.part[1] < 1
    ]
    linked = [piece for piece in reading.pieces if {*"خار"} <= {*piece.text}]
    assert len(linked) >= 4
    for piece in linked:
        over = [
            ((bottom - piece.baseline) / piece.size, (piece.baseline - top) / piece.size)
            for page, left, bottom, right, top in lines
            if page == piece.page and left < piece.right and piece.left < right
        ]
        assert 0.55 <= min(below for _, below in over if below > 0) <= 0.62
        assert min((above for above, _ in over if above > 0), default=1) >= 0.75


@pytest.mark.parametrize("kind", ["standard", "large-print"])
def test_a_long_address_in_arabic_has_its_lines_nearer_to_its_own_words(
    tmp_path: Path, kind: str
) -> None:
    address = f"https://www.example.org/{'harvest/knowledge/' * 12}end"
    reading = made(tmp_path, f"---\ntitle: نهر\n---\n\nانظر <{address}> نهر.\n", "a.ar.md", kind)
    assert "".join(underlined(reading)) == address


MINISTRY = "ministry-of-foreign-affairs.example.org"


@pytest.mark.parametrize("kind", ["standard", "a5", "large-print"])
@pytest.mark.parametrize(
    "contact",
    [
        "spokesperson@foreign.example.org، +962 6 123 4567، +45 33 12 34 56",
        f"press@long-{MINISTRY}، www.{MINISTRY}/press",
    ],
)
def test_a_line_under_latin_words_in_arabic_is_not_taken_for_one_over_the_next(
    tmp_path: Path, contact: str, kind: str
) -> None:
    text = f'---\ntitle: نهر\ncontact: "{contact}"\n---\n\nانظر نهر.\n'
    found = underlined(made(tmp_path, text, "a.ar.md", kind))
    assert {"+45 33 12 34 56", f"www.{MINISTRY}/press"} & {*found}


def print_addresses(project: Path) -> None:
    """Have a theme, called printed, with the addresses of links behind their words."""
    themes = project / "templates" / "themes"
    themes.mkdir(parents=True)
    neutral = (TEMPLATES / "themes" / "neutral.yaml").read_text("utf-8")
    (themes / "printed.yaml").write_text(f"{neutral}print_addresses: true\n", "utf-8")


def test_a_theme_may_print_the_addresses_of_links_behind_their_words(
    tmp_path: Path, project: Path
) -> None:
    print_addresses(project)
    words = "**[One](https://e.org/1)** *or* [two](mailto:a@e.org) [A](#a), <b@e.org>"
    text = f"---\ntitle: A\ntheme: printed\n---\n\n{words}\n\n## A [b](https://example.org/2)\n"
    reading = made(tmp_path, text.replace("(#a)", "(#a-b)"))
    (paragraph,) = (block for block in reading.blocks if block.role == "P")
    (heading,) = (block for block in reading.blocks if block.role == "H2")
    said = "One (https://e.org/1) or two (a@e.org) A, b@e.org"
    assert " ".join(block_words(paragraph)) == said
    assert block_words(heading) == ["A", "b"]


@pytest.mark.parametrize(
    ("cell", "end"),
    [
        ("[4.1](https://e.org/a.b)*", "*"),
        ("[4.1](https://e.org/a.b)¹", "¹"),
        ("[5](https://e.org/a.b) (p)", ""),
        ("[5](https://e.org/a.b)", ""),
        ("5[*](https://e.org/a.b)", ""),
        ("[5*](https://e.org/a.b)", ""),
    ],
)
def test_a_figure_with_a_printed_address_ends_below_the_others(
    tmp_path: Path, project: Path, cell: str, end: str
) -> None:
    """Its mark hangs behind the address, if it stands there."""
    print_addresses(project)
    table = f"| A | B | C |\n|---|--:|---|\n| a | 7* | x |\n| b | 7.25 | y |\n| c | {cell} | z |\n"
    reading = made(tmp_path, f"---\ntitle: A\ntheme: printed\n---\n\n{table}")
    above = next(piece for piece in reading.pieces if piece.text == "7.25")
    row = [p for p in reading.pieces if p.baseline < above.baseline and isinstance(p.mark, int)]
    last = next(p for p in row if p.text == "z")
    line = [p for p in row if abs(p.baseline - last.baseline) < 5 and p.left < last.left]
    figure = max((p for p in line if p.text != end), key=lambda piece: piece.right)
    assert figure.right == pytest.approx(above.right, abs=0.1)
    assert [p.text for p in line if p.left >= figure.right - 0.1] == [end] * bool(end)


@pytest.mark.parametrize("language", ["ar", "he"])
def test_of_two_addresses_from_right_to_left_the_first_stands_on_the_right(
    tmp_path: Path, language: str
) -> None:
    both = "press@example.org, +972 2 530 3111"
    text = f"---\ntitle: '2030'\ncontact: {both}\n---\n\nA.\n"
    reading = made(tmp_path, text, f"river.{language}.md")
    press, telephone = (
        next(piece for piece in reading.pieces if each in piece.text)
        for each in ("press@example.org", "+972 2 530 3111")
    )
    assert press.baseline == telephone.baseline
    assert press.left > telephone.right
