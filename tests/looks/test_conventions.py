"""Looks of four governments, each made by a theme and a stylesheet as the designers' page says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique.design import edition
from tests.docs.pages import DESIGNERS, plain, table

from .conftest import WORDS

if TYPE_CHECKING:
    from communique.pdf_reading.drawing.box import Box
    from communique.pdf_reading.piece import Piece
    from communique.pdf_reading.reading import Reading

    from .conftest import Look

MM = 72 / 25.4
EMBLEM = "emblem: {file: own.svg, text: Arms, height: 18}\n"
SENDER = "sender: [Ministry of Lights, The Minister]\n"
ADDRESS = "address: {place: margin, lines: [12 Harbour Street, 1000 Norhavn]}\n"
FOOT = "foot: [Ministry of Lights, 1000 Norhavn]\n"
LOOKS = {
    "two heights of the emblem above the title": EMBLEM,
    "the sender beside the text": EMBLEM + ADDRESS,
    "arms at the top left, the ministry at the bottom left": EMBLEM + FOOT,
    "a block of marks in the first place": EMBLEM + SENDER,
}


def rows() -> dict[str, str]:
    """Return the stylesheet of each look that the page has."""
    return {name: plain(css) for name, _, css in table(DESIGNERS, "## A new theme", 2)}


def built(look: Look, name: str, kind: str = "standard") -> Reading:
    css = rows()[name]
    return look(LOOKS[name], "" if css == "none" else css, kind=kind)


def emblem(reading: Reading) -> Box:
    (picture,) = [picture for view in reading.views[:1] for picture in view.pictures]
    assert picture.box
    return picture.box


def line(reading: Reading, words: str) -> Piece:
    return next(piece for piece in reading.pieces if piece.text.startswith(words))


def test_every_look_of_the_page_is_tried() -> None:
    assert rows().keys() == LOOKS.keys()


@pytest.mark.parametrize("kind", edition.single())
@pytest.mark.parametrize("name", LOOKS)
def test_a_look_is_delivered_in_every_edition(look: Look, name: str, kind: str) -> None:
    assert built(look, name, kind).pages


def test_the_title_stands_two_heights_of_the_emblem_below_it(look: Look) -> None:
    reading = built(look, "two heights of the emblem above the title")
    title = line(reading, "Lights for the Grey Strait")
    space = emblem(reading).bottom - (title.baseline + 0.7 * title.size)
    assert space > 2 * 18 * MM


def test_the_sender_stands_beside_the_text_and_the_emblem_opposite(look: Look) -> None:
    reading = built(look, "the sender beside the text")
    text, street = line(reading, "Norland"), line(reading, "12 Harbour")
    assert street.right < text.left
    assert abs(street.baseline - text.baseline) < 60
    assert emblem(reading).left > 150 * MM


def test_the_arms_stand_at_the_top_left_and_the_ministry_at_the_bottom_left(look: Look) -> None:
    reading = built(look, "arms at the top left, the ministry at the bottom left")
    arms, ministry = emblem(reading), line(reading, "Ministry of Lights")
    assert arms.left == pytest.approx(22 * MM, abs=2)
    assert arms.top > 270 * MM
    assert ministry.left == pytest.approx(22 * MM, abs=0.5)
    assert ministry.baseline < 27 * MM


def test_the_marks_are_one_block_in_the_first_place(look: Look) -> None:
    reading = built(look, "a block of marks in the first place")
    arms, ministry = emblem(reading), line(reading, "Ministry of Lights")
    assert ministry.left == pytest.approx(22 * MM, abs=0.5)
    assert arms.bottom > ministry.baseline > line(reading, "The Minister").baseline


@pytest.mark.parametrize(
    ("place", "left", "right"), [("start", 0, 60), ("centre", 90, 120), ("end", 150, 210)]
)
@pytest.mark.parametrize("more", ["", SENDER])
def test_an_emblem_stands_where_the_theme_says(
    look: Look, place: str, left: float, right: float, more: str
) -> None:
    arms = emblem(look(EMBLEM.replace("height", f"place: {place}, height") + more))
    assert left * MM < arms.left < arms.right < right * MM
    assert arms.top - arms.bottom == pytest.approx(0.8 * 18 * MM, abs=2)  # as its ink is


@pytest.mark.parametrize("kind", edition.single())
@pytest.mark.parametrize("place", ["start", "centre", "end"])
def test_an_emblem_may_be_made_of_pixels(look: Look, place: str, kind: str) -> None:
    more = f"emblem: {{file: own.png, text: Arms, height: 12, place: {place}}}\n" + SENDER
    box = emblem(look(more, kind=kind))
    assert box.top - box.bottom == pytest.approx(12 * MM, abs=2)
    assert box.right - box.left == pytest.approx(48 * MM, abs=2)


@pytest.mark.parametrize("place", ["start", "centre", "end"])
@pytest.mark.parametrize("tags", ["en+da", "he+ar"])
def test_a_wide_emblem_fits_each_of_two_languages_side_by_side(
    look: Look, place: str, tags: str
) -> None:
    more = f"emblem: {{file: wide.png, text: Arms, place: {place}}}\n" + SENDER
    first, second = tags.split("+")
    reading = look(more, name=f"a.{first}.md", kind="parallel", beside=f"a.{second}.md")
    left, right = sorted(picture.box for picture in reading.views[0].pictures if picture.box)
    assert 20 * MM - 2 < left.left < left.right < 105 * MM < right.left < right.right < 190 * MM + 2
    assert left.top - left.bottom == pytest.approx((left.right - left.left) / 10, abs=2)


def test_from_right_to_left_an_emblem_at_the_start_stands_on_the_right(look: Look) -> None:
    words = "---\ntitle: אורות\ntheme: own\n---\n\nמילים אחדות.\n"
    arms = emblem(look(EMBLEM + SENDER, words=words, name="a.he.md"))
    assert arms.right > 180 * MM


ARABIC = WORDS.replace("Lights for the Grey Strait", "أضواء المضيق")
LONG_SENDER = (
    "sender: [Ministry of Foreign Affairs and Trade of the Kingdom of Norland and its Dependencies"
    " Overseas, The Minister]\n"
)
WIDE = "emblem: {file: wide.png, text: Arms, height: 15}\n"


@pytest.mark.parametrize(("words", "name"), [(WORDS, "a.en.md"), (ARABIC, "a.ar.md")])
@pytest.mark.parametrize("kind", ["standard", "a5", "large-print"])
@pytest.mark.parametrize(
    "theme",
    [
        EMBLEM.replace("18", "18, place: centre") + SENDER,
        EMBLEM.replace("18", "18, place: centre") + LONG_SENDER,
        EMBLEM + LONG_SENDER,
        WIDE + SENDER,
    ],
)
def test_a_sender_below_or_beside_the_emblem_stands_apart(
    look: Look, theme: str, kind: str, words: str, name: str
) -> None:
    reading = look(theme, kind=kind, words=words, name=name)
    first, arms = line(reading, "Ministry of"), emblem(reading)
    below = arms.bottom - (first.baseline + 0.8 * first.size)
    beside = max(first.left - arms.right, arms.left - first.right)
    assert below > 5 or beside > 4 * MM - 1


def test_a_long_sender_ends_in_no_lone_word(look: Look) -> None:
    reading = look(EMBLEM + LONG_SENDER, kind="a5")
    said = (piece.text.strip() for piece in reading.pieces)
    lines = [line for line in said if line and line in LONG_SENDER and line != "The Minister"]
    assert [len(line.split()) > 4 for line in lines] == [True, True]
