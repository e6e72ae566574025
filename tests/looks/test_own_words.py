"""The words that a theme prints: they stand where it says, and the proof asks for each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique.compose.page import compose
from communique.content.content import content_of
from communique.design import edition
from communique.model.faults import DesignError, FaultsError
from communique.read.source import read

from .conftest import WORDS

if TYPE_CHECKING:
    from pathlib import Path

    from communique.pdf_reading.piece import Piece
    from communique.pdf_reading.reading import Reading

    from .conftest import Look

MM = 72 / 25.4
ALL = """\
emblem: {file: own.svg, text: A lighthouse, height: 20}
sender: [Ministry of Lights, Department of Harbours]
address: {place: foot, lines: [12 Harbour Street, 1000 Norhavn]}
contact: [Press office, press@lights.example]
foot: [www.lights.example]
"""
LONG = WORDS + "\nThe keepers meet.\n" * 120


def piece(reading: Reading, words: str, page: int = 0) -> Piece:
    (found,) = [p for p in reading.pieces if p.text.strip() == words and p.page == page]
    return found


def said(reading: Reading, page: int) -> str:
    return " ".join(piece.text for piece in reading.pieces if piece.page == page)


def test_sender_address_contact_and_foot_stand_in_lines(look: Look) -> None:
    reading = look(ALL)
    name, department = (
        piece(reading, words) for words in ("Ministry of Lights", "Department of Harbours")
    )
    assert name.left == department.left
    assert 0 < name.baseline - department.baseline < 15
    assert name.font.name.endswith("Bold")
    press, mail = piece(reading, "Press office"), piece(reading, "press@lights.example")
    assert (press.left, press.baseline > mail.baseline) == (mail.left, True)
    street, town, web = (
        piece(reading, words)
        for words in ("12 Harbour Street", "1000 Norhavn", "www.lights.example")
    )
    assert street.left == town.left == web.left == pytest.approx(22 * MM, abs=0.5)
    assert 27 * MM > street.baseline > town.baseline > web.baseline > 5 * MM


def test_the_first_line_of_the_foot_is_level_with_the_page_number(look: Look) -> None:
    reading = look(ALL)
    number = next(piece for piece in reading.pieces if piece.text.startswith("Page 1"))
    assert piece(reading, "12 Harbour Street").baseline == pytest.approx(number.baseline, abs=0.3)


def test_the_address_stands_on_the_first_page_and_the_foot_on_each(look: Look) -> None:
    reading = look(ALL, words=LONG)
    assert len(reading.pages) > 1
    for page in range(len(reading.pages)):
        assert "www.lights.example" in said(reading, page)
        assert ("12 Harbour Street" in said(reading, page)) == (page == 0)


def test_an_address_in_the_margin_stands_below_the_facts(look: Look) -> None:
    reading = look("address: {lines: [12 Harbour Street, 1000 Norhavn]}\n")
    street, town = piece(reading, "12 Harbour Street"), piece(reading, "1000 Norhavn")
    label = piece(reading, "Issued")
    assert street.left == town.left == label.left
    assert label.baseline > street.baseline > town.baseline


@pytest.mark.parametrize("kind", ["a5", "clear-print", "large-print"])
def test_where_the_foot_has_no_room_its_lines_stand_after_the_text(look: Look, kind: str) -> None:
    reading = look(ALL, kind=kind)
    street = next(p for p in reading.pieces if p.text.strip() == "12 Harbour Street")
    assert isinstance(street.mark, int)  # it is text, and read aloud
    text = next(p for p in reading.pieces if p.text.startswith("Norland"))
    assert (street.page, -street.baseline) > (text.page, -text.baseline)


def test_lines_of_another_script_keep_their_order_in_the_foot(look: Look) -> None:
    words = WORDS.replace("Lights for the Grey Strait", "אורות")
    reading = look(ALL, words=words, name="a.he.md")
    street, number = (
        next(p for p in reading.pieces if words in p.text) for words in ("12 Harbour", "1000 Nor")
    )
    assert street.right == pytest.approx(number.right, abs=0.5)
    assert street.left > 297  # points, so it stands on the right, beside the facts


@pytest.mark.parametrize("align", ["center", "right"])
def test_lines_of_the_foot_may_be_aligned_in_another_way(look: Look, align: str) -> None:
    look(ALL, f"@page {{ @bottom-left-corner {{ text-align: {align} }} }}")


@pytest.mark.parametrize(
    ("css", "told"),
    [
        (".sender { display: none }", "words: missing on page 1: Ministry of Lights"),
        (".sender .name { display: none }", "words: missing on page 1: Ministry of Lights"),
        (":root { --foot-left: none }", "page 2 does not say www.lights.example"),
        (":root { --first-foot-left: var(--foot-lines) }", "page 1 does not say 12 Harbour"),
        (":root { --foot-left: 'Vote!' }", "on page 2 but not in the text: Vote!"),
    ],
)
def test_a_stylesheet_that_changes_words_is_told_with_its_line(
    look: Look, css: str, told: str
) -> None:
    with pytest.raises(FaultsError) as refused:
        look(ALL, f"\n{css}", words=LONG)
    assert told in str(refused.value)
    assert "templates/styles/own.css:2" in str(refused.value)


@pytest.mark.parametrize(("kind", "most"), [("standard", 4), ("legal", 3), ("letter", 3)])
def test_so_many_lines_fit_the_foot(look: Look, kind: str, most: int) -> None:
    lines = [f"Line {number}" for number in range(most + 1)]
    assert look(f"foot: {lines[:most]}\n", kind=kind).pages
    with pytest.raises(FaultsError, match=f"text runs out of its area: {lines[-1]}"):
        look(f"foot: {lines}\n", kind=kind)


def test_a_line_too_wide_for_the_foot_is_broken(look: Look) -> None:
    street = "12 Harbour Street, in the north of the town of Norhavn"
    reading = look(f"foot: ['{street}']\n")
    lines = [p for p in reading.pieces if p.text.strip() and p.text.strip() in street]
    assert len({round(piece.baseline) for piece in lines}) == 2
    assert max(piece.right for piece in lines) < (22 + 44) * MM + 1


def test_lines_that_do_not_fit_the_foot_are_told_with_the_line_of_the_theme(look: Look) -> None:
    with pytest.raises(FaultsError) as refused:
        look("foot: [One, Two, Three, Four, Five, Six]\n")
    assert (
        "templates/themes/own.yaml:13: place: page 1: text runs out of its area: Six; let the theme"
        " have fewer or shorter lines there, or the edition a larger margin"
    ) in str(refused.value)


def test_a_character_that_no_font_has_is_told_with_the_line_of_the_theme(look: Look) -> None:
    with pytest.raises(FaultsError) as refused:
        look("foot: [One]\nsender: [Two, 'ᚠ']\n")
    assert str(refused.value).startswith("templates/themes/own.yaml:14: ink: no font of the page")


def test_a_line_in_another_language_is_said_to_be_in_it(look: Look, project: Path) -> None:
    look("sender: {text: Udenrigsministeriet, language: da}\n")
    html = compose(content_of(read(project / "a.en.md"), edition.load("standard"))).html
    assert '<p class="sender"><span lang="da" dir="ltr">Udenrigsministeriet</span></p>' in html


def test_an_unknown_variable_is_told_with_its_line(look: Look) -> None:
    with pytest.raises(DesignError) as refused:
        look("", "h1 {\n  color: var(--colour-mian);\n  margin: var(--mine, 0);\n}")
    assert str(refused.value) == (
        "templates/styles/own.css:2: stylesheet: there is no variable --colour-mian, so this line "
        "does nothing; did you mean --colour-main?"
    )
