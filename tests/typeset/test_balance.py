"""Titles and headings: their lines are even, and end between words, in each edition and script."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

import pytest

from communique import prove
from communique.compose.page import compose
from communique.content.content import content_of
from communique.design import edition
from communique.pdf_reading.reading import Reading
from communique.prove.lines import SOFT_HYPHEN
from communique.read.source import read
from communique.typeset.engine import typeset
from tests.samples import with_front

if TYPE_CHECKING:
    from communique.pdf_reading.piece import Piece
    from tests.conftest import Write

TITLE = "Joint declaration on the lights of the Grey Strait and on those who keep them today"
LONG_WORD = "Lebensmittelkennzeichnungsverordnung"


def lines(
    write: Write,
    matter: str,
    kind: str = "standard",
    tag: str = "en",
    role: str = "H1",
    **more: str,
) -> list[list[Piece]]:
    """Return the lines of the first text of a `role` in the PDF, which is proven."""
    text = with_front(matter) + f"\n## {more.get('heading', 'A')}\n\nText.[^1]\n\n[^1]: A note.\n"
    statement = read(write(text, f"lights.{tag}.md"))
    if kind == "parallel":
        statement = replace(statement, beside=read(write(text, "lights.nb.md")))
    page = compose(content_of(statement, edition.load(kind)))
    made = typeset(replace(page, styles=page.styles + more.get("styles", "")))
    prove.prove(page.content, made.pdf)
    block = next(block for block in Reading(made.pdf).blocks if block.role == role)
    return [list(line) for _, line in groupby(block.pieces, key=lambda piece: piece.baseline)]


def said(found: list[list[Piece]]) -> list[str]:
    return ["".join(piece.text for piece in line).strip() for line in found]


@pytest.mark.parametrize("kind", edition.names())
def test_the_lines_of_a_title_are_even(statement: Write, kind: str) -> None:
    found = lines(statement, f"title: {TITLE}", kind)
    widths = [line[-1].right - line[0].left for line in found]
    assert len(found) > 1
    assert min(widths) > 0.75 * max(widths)


def test_headings_and_lines_below_the_title_are_even(statement: Write) -> None:
    words = "What was agreed at the conference of the two coasts of the strait one day last March"
    matter = f"title: A\nsubtitle: {words}\nbyline: {words} 2"
    for role in ("H2", "P"):
        found = lines(statement, matter, role=role, heading=f"{words[:70]}[^1]")
        assert len(found) == 2
        assert len(said(found)[1]) > 0.7 * len(said(found)[0])


@pytest.mark.parametrize(("tag", "edge"), [("en", "left"), ("ar", "right")])
def test_even_lines_begin_where_the_text_begins(statement: Write, tag: str, edge: str) -> None:
    words = {
        "en": TITLE,
        "ar": "إعلان مشترك بشأن أضواء المضيق الرمادي ومن يحرسها في ليالي الشتاء الطويلة وفي كل عام",
    }
    found = lines(statement, f"title: {words[tag]}", tag=tag)
    places = [
        min(piece.left for piece in line) if edge == "left" else max(p.right for p in line)
        for line in found
    ]
    assert len(places) > 1
    assert places == pytest.approx([places[0]] * len(places), abs=1)


@pytest.mark.parametrize(("align", "place"), [("center", 0.5), ("right", 1.0), ("left", 0.0)])
def test_even_lines_stand_where_a_stylesheet_puts_them(
    statement: Write, align: str, place: float
) -> None:
    styles = f"h1 {{ text-align: {align} }}"
    found = lines(statement, f"title: {TITLE}", styles=styles)
    left, right = 66 * 72 / 25.4, (210 - 24) * 72 / 25.4  # the edges of the column
    for line in found:
        rest = right - left - (line[-1].right - line[0].left)
        assert line[0].left - left == pytest.approx(place * rest, abs=1)


@pytest.mark.parametrize("kind", edition.names())
@pytest.mark.parametrize("title", [LONG_WORD, f"Die {LONG_WORD} und die Straßen-Ordnung"])
def test_a_word_of_a_title_is_divided_by_a_hyphen(statement: Write, kind: str, title: str) -> None:
    for role in ("H1", "H2"):
        found = lines(statement, f"title: {title}", kind, "de", role, heading=title)
        for line in said(found)[:-1]:
            *_, last = line.split()
            assert last.endswith(SOFT_HYPHEN) or last in title.split()


@pytest.mark.parametrize("kind", ["standard", "letter", "large-print", "clear-print", "a5"])
@pytest.mark.parametrize("word", [LONG_WORD, LONG_WORD[:29], LONG_WORD[:22]])
def test_a_word_that_fits_its_line_in_smaller_letters_is_whole(
    statement: Write, kind: str, word: str
) -> None:
    assert said(lines(statement, f"title: {word}", kind, "de")) == [word]


@pytest.mark.parametrize("last", ["weather", "international conferences"])
def test_a_title_does_not_end_in_a_lone_word(statement: Write, last: str) -> None:
    for words in range(3, 20):
        found = said(lines(statement, f"title: {'lighthouse ' * words}of {last}"))
        assert len(found) == 1 or " " in found[-1].replace("\xa0", " ")


@pytest.mark.parametrize(
    ("tag", "kind", "title", "shown"),
    [
        (  # no word stands alone, where one above could go down to it
            "de",
            "a5",
            f"Fragen und Antworten zur Neuordnung der {LONG_WORD}",
            ["Fragen und Antworten", "zur Neuordnung der", LONG_WORD],
        ),
        (
            "fr",
            "a5",
            "Discours de la ministre de la Mer à l’ouverture de la conférence de Port-Saint-Luc",
            [
                "Discours de la ministre de la Mer",
                "à l’ouverture de la conférence",
                "de Port-Saint-Luc",
            ],
        ),
        (  # where two words are bound at once
            "en",
            "standard",
            "Statement of the governments on the safety of all who sail in the strait",
            ["Statement of the governments", "on the safety of all who sail in the strait"],
        ),
        (  # where the ends of all lines have to be chosen at once
            "en",
            "large-print",
            "Protocol on the Monitoring and Joint Management of the Waters of the Lower Sarn Basin",
            [
                "Protocol on the Monitoring",
                "and Joint Management of the Waters",
                "of the Lower Sarn Basin",
            ],
        ),
        (
            "en",
            "a5",
            "Joint Statement of the Ministers for Foreign Affairs of the Coastal States on the "
            "Situation in the Northern Strait and on the Safety of Navigation there",
            [
                "Joint Statement of the Ministers",
                "for Foreign Affairs of the Coastal States",
                "on the Situation in the Northern Strait",
                "and on the Safety of Navigation there",
            ],
        ),
        (
            "en",
            "clear-print",
            "Agreement between the Government of the Kingdom of Norland and the Government of the "
            "Republic of Veld on the Mutual Recognition of Certificates of Seafarers and on "
            "Co-operation in Matters of Training",
            [
                "Agreement between the Government of the Kingdom",
                "of Norland and the Government of the Republic",
                "of Veld on the Mutual Recognition of Certificates",
                "of Seafarers and on Co-operation in Matters of Training",
            ],
        ),
    ],
)
def test_little_words_at_the_end_of_a_line_of_a_title_go_to_the_next(
    statement: Write, tag: str, kind: str, title: str, shown: list[str]
) -> None:
    found = said(lines(statement, f"title: {title}", kind, tag))
    assert [line.replace("\u00a0", " ").replace("\u2060", "") for line in found] == shown


def test_a_title_is_not_divided_at_the_hyphen_of_a_short_word(statement: Write) -> None:
    for words in range(3, 14):
        found = said(lines(statement, f"title: {'harbour ' * words}Port-Saint-Luc {'in May ' * 5}"))
        assert any("Port-Saint-Luc" in line.replace("\u2060", "") for line in found)


def last_line(statement: Write, title: str) -> str:
    return said(lines(statement, f"title: {title}"))[-1].replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("title", "last"),
    [
        ("Statement of the five ministers on sea and telecommunications", "on sea and tele"),
        ("Declaration on the lights of the strait and internationalisation", "strait and inter"),
        # where the word before would leave another one alone, it stays where it is
        ("Beredskapslagstiftning kring livsmedelsförsörjningen", "livsmedelsför"),
    ],
)
def test_a_title_ends_in_a_lone_long_word_only_where_none_could_stand_beside_it(
    statement: Write, title: str, last: str
) -> None:
    assert last_line(statement, title).startswith(last)


def test_a_title_whose_last_two_words_are_wider_than_a_line_ends_in_one(statement: Write) -> None:
    title = "Declaration of the governments on internationalised telecommunications"
    assert last_line(statement, title) == "telecommunications"


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (60, ["Maria da Conceição", "Bragança-Albuquerque"]),
        (27, ["Maria", "da Conceição", "Bragança\u00ad", "-Albuquerque"]),
    ],
)
def test_names_are_divided_at_their_hyphens_only_where_they_have_to_be(
    statement: Write, width: int, shown: list[str]
) -> None:
    matter = "title: A\nissuers: [{name: Maria da Conceição Bragança-Albuquerque}]"
    styles = f".issuers ul {{ width: {width}mm }}"
    assert said(lines(statement, matter, tag="pt", role="LBody", styles=styles)) == shown


@pytest.mark.parametrize("kind", edition.single())
def test_a_long_word_that_fits_a_line_is_whole_below_a_title(statement: Write, kind: str) -> None:
    word = "Gemeinschaftsverpflegungseinrichtungen"
    matter = f"title: A\nsubtitle: Neue Pflichten für {word} ab 1. Januar"
    found = said(lines(statement, matter, kind, "de", role="P"))
    assert [line for line in found if word in line]
