"""The words that a theme prints: they stand where it says, and the proof asks for each of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from communique.compose.page import compose
from communique.content import structure
from communique.content.content import content_of
from communique.design import edition
from communique.model.faults import DesignError, FaultsError
from communique.read.source import read

from .conftest import WORDS

if TYPE_CHECKING:
    from communique.content.content import Content
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
ARABIC = WORDS.replace("Norland and Valdore will renew the nine lights.", "تجدد الدولتان الأضواء.")
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
@pytest.mark.parametrize(("words", "name"), [(WORDS, "a.en.md"), (ARABIC, "a.ar.md")])
def test_where_the_foot_has_no_room_its_lines_stand_after_the_text_below_the_sender(
    look: Look, kind: str, words: str, name: str
) -> None:
    reading = look(ALL, kind=kind, words=words, name=name)
    drawn = [p for p in reading.pieces if isinstance(p.mark, int)]  # text, and read aloud
    sender = [p for p in drawn if "Ministry of Lights" in p.text][-1]
    street, web = (
        next(p for p in drawn if words in p.text)
        for words in ("12 Harbour Street", "www.lights.example")
    )
    places = [(p.page, -p.baseline) for p in (sender, street, web)]
    assert places == sorted(places)
    assert sender.font.name.endswith("Bold")
    assert structure.links(content(name, kind)) == [
        "mailto:press@lights.example",
        "https://www.lights.example",
    ]


def test_without_a_sender_the_lines_of_the_foot_stand_alone_after_the_text(look: Look) -> None:
    assert look("foot: [One]\n", kind="a5").pages


def test_addresses_in_the_margin_are_links(look: Look) -> None:
    look("address: {lines: [12 Harbour Street, www.lights.example]}\n")
    assert structure.links(content("a.en.md")) == ["https://www.lights.example"]


@pytest.mark.parametrize("tags", ["en+da", "he+ar", "en+ar"])
def test_two_languages_side_by_side_each_end_in_the_lines_of_the_foot(
    look: Look, tags: str
) -> None:
    first, second = tags.split("+")
    reading = look(ALL, name=f"a.{first}.md", kind="parallel", beside=f"a.{second}.md")
    assert sum("www.lights.example" in piece.text for piece in reading.pieces) == 2


def content(name: str, kind: str = "standard") -> Content:
    return content_of(read(Path(name)), edition.load(kind))


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


VOWELLED = "تُجَدِّدُ الدَّوْلَتَانِ الْأَضْوَاءَ."
MOST = [
    ("standard", "en", 4),
    ("letter", "en", 3),
    ("legal", "en", 3),
    ("standard", "ar", 3),
    ("letter", "ar", 2),
    ("legal", "ar", 2),
    ("standard", VOWELLED, 2),
    ("letter", VOWELLED, 1),
    ("legal", VOWELLED, 1),
]


@pytest.mark.parametrize(("kind", "tag", "most"), MOST)
def test_so_many_lines_of_foot_and_address_fit_the_foot(
    look: Look, kind: str, tag: str, most: int
) -> None:
    words = {"en": WORDS, "ar": ARABIC}.get(tag, ARABIC.replace("تجدد الدولتان الأضواء.", VOWELLED))
    name = "a.en.md" if tag == "en" else "a.ar.md"
    tongue = "English" if tag == "en" else "Arabic"
    address, foot = "address: {place: foot, lines: [One]}\n", ["Two", "Three", "Four", "Five"]
    for count in (most, most + 1):
        theme = f"{address}foot: {foot[: count - 1]}\n" if count > 1 else address
        if count == most:
            assert look(theme, words=words, name=name, kind=kind).pages
            continue
        said = ", ".join(f"“{line}”" for line in foot[:most])
        with pytest.raises(DesignError) as refused:
            look(theme, words=words, name=name, kind=kind)
        assert str(refused.value) == (
            f"templates/themes/own.yaml:14: foot: the foot of page 1 has room for {most} "
            f"line{'s'[: most > 1]} in {kind} ({tongue}), and address (“One”) and foot ({said}) "
            f"take {count}; take 1 line away, or put the address beside the text (place: margin), "
            "or give the edition a larger margin"
        )


@pytest.mark.parametrize(("words", "name"), [(WORDS, "a.en.md"), (ARABIC, "a.ar.md")])
def test_lines_of_the_foot_are_as_wide_as_the_facts_and_as_far_from_the_text(
    look: Look, words: str, name: str
) -> None:
    long = "12 Harbour Street, in the north of Norhavn"
    reading = look(f"foot: ['{long}']\n", words=words, name=name)
    around = [p for p in reading.pieces if not isinstance(p.mark, int) and p.text.strip()]
    lines = [p for p in around if p.text.strip() in long and len(p.text.strip()) > 1]
    (day,) = [p for p in around if "2026" in p.text]
    assert len({round(piece.baseline) for piece in lines}) == 2
    for line in lines:
        assert max(day.left - line.right, line.left - day.right) > 8 * MM - 0.5


@pytest.mark.parametrize("kind", ["standard", "letter", "legal"])
@pytest.mark.parametrize(("words", "name"), [(WORDS, "a.en.md"), (ARABIC, "a.ar.md")])
def test_on_a_turned_page_the_foot_has_its_lines_as_on_others(
    look: Look, words: str, name: str, kind: str
) -> None:
    table = f"|{' Harbour |' * 9}\n|{'---|' * 9}\n|{' 1,000,000 |' * 9}\n"
    reading = look("foot: [www.lights.example]\n", words=f"{words}\n{table}", name=name, kind=kind)
    first, second = (page.box("MediaBox") for page in reading.pages)
    assert first[2] < first[3]
    assert second[2] > second[3]
    places = []
    for page, (_, _, width, _) in enumerate((first, second)):
        web, day = (
            next(
                p
                for p in reading.pieces
                if p.page == page and part in p.text and not isinstance(p.mark, int)
            )
            for part in ("www.lights", "2026")
        )
        if name == "a.en.md":
            places.append((web.left, day.left, web.baseline))
        else:
            places.append((width - web.right, width - day.right, web.baseline))
    assert places[0] == pytest.approx(places[1], abs=0.5)


def test_a_line_of_arabic_that_fills_the_foot_is_broken(look: Look) -> None:
    street = "شارع الميناء نورهافن ميناء بح شارع"
    reading = look(f"foot: ['{street}']\n", words=ARABIC, name="a.ar.md")
    around = [p for p in reading.pieces if not isinstance(p.mark, int) and p.text.strip()]
    assert len({round(piece.baseline) for piece in around}) == 2


def foot_lines(reading: Reading) -> list[str]:
    """Return the lines that stand beside the text, in the margin of the first page."""
    edge = (22 + 36) * MM + 1
    low = [p for p in reading.pieces if p.baseline < 60 and p.right < edge and p.text.strip()]
    return [piece.text.strip() for piece in low if not isinstance(piece.mark, int)]


@pytest.mark.parametrize(
    ("line", "lines"),
    [
        ("Telephone (press) +45 33 92 00 00", ["Telephone (press)", "+45 33 92 00 00"]),
        ("Office of the Sea, press@sea.example", ["Office of the Sea,", "press@sea.example"]),
        ("Ny-Harbour-Street 12, Norhavn-by-Sea", ["Ny-Harbour-Street 12,", "Norhavn-by-Sea"]),
        ("press@long-ministry.norland.example", ["press@long-ministry.", "norland.example"]),
        ("www.ministry-of-the-harbours.example", ["www.", "ministry-of-the-harbours.", "example"]),
    ],
)
def test_lines_of_the_foot_end_at_spaces_and_long_addresses_behind_their_signs(
    look: Look, line: str, lines: list[str]
) -> None:
    assert foot_lines(look(f"foot: ['{line}']\n")) == lines


def test_a_telephone_number_in_the_foot_of_arabic_is_not_divided(look: Look) -> None:
    reading = look("foot: ['هاتف مكتب الوزيرة +45 33 92 00 00']\n", words=ARABIC, name="a.ar.md")
    number = [p for p in reading.pieces if "33 92" in p.text]
    assert [each.text.strip() for each in number] == ["+45 33 92 00 00"]


@pytest.mark.parametrize("number", ["+45 12 34 56 78", "02-5301234", "(02) 530 12 34"])
@pytest.mark.parametrize(("kind", "count"), [("standard", 1), ("large-print", 12)])
def test_nor_is_one_behind_latin_words_there(
    look: Look, number: str, kind: str, count: int
) -> None:
    foot = "Telephone or fax " + " or ".join([number] * count)
    reading = look(f"foot: ['{foot}']\n", words=ARABIC, name="a.ar.md", kind=kind)
    lines: dict[float, str] = {}
    for piece in sorted(reading.pieces, key=lambda piece: piece.left):
        said = piece.text.replace("\u00a0", " ").replace("\u2060", "")
        lines[piece.baseline] = lines.get(piece.baseline, "") + said
    assert sum(line.count(number) for line in lines.values()) == count


def test_a_word_too_wide_for_the_foot_is_broken(look: Look) -> None:
    reading = look("foot: [www.ministryofforeignaffairs-norland.example]\n")
    lines = [p for p in reading.pieces if p.text.strip() in "www.ministryofforeignaffairs"]
    assert max(piece.right for piece in lines if piece.left < 30 * MM) < (22 + 36) * MM + 1


@pytest.mark.parametrize("count", [5, 8, 12])
def test_lines_that_do_not_fit_the_foot_are_told_once_and_alone(look: Look, count: int) -> None:
    with pytest.raises(DesignError) as refused:
        look(f"foot: {[f'Line {number}' for number in range(count)]}\n", words=LONG)
    assert str(refused.value) == (
        "templates/themes/own.yaml:13: foot: the foot of page 1 has room for 4 lines in standard "
        f"(English), and foot (“Line 0”, “Line 1”, “Line 2”, “Line 3”, …) take {count}; "
        f"take {count - 4} line{'s'[: count > 5]} away, or give the edition a larger margin"
    )


def test_of_lines_that_do_not_fit_the_foot_the_one_that_is_broken_is_named(look: Look) -> None:
    long = "12 Harbour Street, in the north of the town of Norhavn, opposite the lighthouse"
    with pytest.raises(DesignError) as refused:
        look(f"address: {{place: foot, lines: ['{long}', Norhavn, Norland]}}\n")
    assert str(refused.value) == (
        "templates/themes/own.yaml:13: foot: the foot of page 1 has room for 4 lines in standard "
        "(English), and address (“12 Harbour Street, in the north of the …”, “Norhavn”, "
        "“Norland”) take 6; take 2 lines away, or write them shorter, above all “12 Harbour "
        "Street, in the north of the …”, or put the address beside the text (place: margin), "
        "or give the edition a larger margin"
    )


def test_a_character_that_no_font_has_is_told_with_the_line_of_the_theme(look: Look) -> None:
    with pytest.raises(FaultsError) as refused:
        look("foot: [One]\nsender: [Two, 'ᚠ']\n")
    assert str(refused.value).startswith("templates/themes/own.yaml:14: ink: no font of the page")


def test_a_line_in_another_language_is_said_to_be_in_it(look: Look, project: Path) -> None:
    look("sender: {text: Udenrigsministeriet, language: da}\n")
    html = compose(content_of(read(project / "a.en.md"), edition.load("standard"))).html
    assert '<span lang="da" dir="ltr">Udenrigsministeriet</span></p>' in html


def test_an_unknown_variable_is_told_with_its_line(look: Look) -> None:
    with pytest.raises(DesignError) as refused:
        look("", "h1 {\n  color: var(--colour-mian);\n  margin: var(--mine, 0);\n}")
    assert str(refused.value) == (
        "templates/styles/own.css:2: stylesheet: there is no variable --colour-mian, so this line "
        "does nothing; did you mean --colour-main?"
    )


def test_a_misspelt_property_is_told_with_the_one_that_was_meant(look: Look) -> None:
    with pytest.raises(DesignError) as refused:
        look("", "h1 {\n  margin-topp: 3mm;\n}")
    assert str(refused.value) == (
        "templates/styles/own.css:2: stylesheet: ignored `margin-topp: 3mm`, unknown property; did"
        " you mean margin-top?"
    )


PLAIN = ".title { margin-top: var(--line) }\nh1.short { font-size: calc(2.2 * var(--size)) }\n"


@pytest.mark.parametrize(
    ("css", "told"),
    [
        (
            ".facts dd { font-size: 5pt }",
            ":3: ink: page 1: 12 March 2026 is set in 5 pt; the least",
        ),
        (".sender { letter-spacing: 3mm }", ":3: shape: page 1: the letters here are far apart"),
        ("main p { color: #ccc }", ":3: contrast: page 1: this hardly stands out: Norland"),
        (".sender { text-transform: uppercase }", ":3 text-transform: uppercase"),
        ("main p { margin-left: -60mm }", ":3 margin-left: -60mm"),
    ],
)
def test_what_a_stylesheet_does_is_told_with_its_line_and_with_no_innocent_one(
    look: Look, css: str, told: str
) -> None:
    with pytest.raises(FaultsError) as refused:
        look("sender: [Ministry of Lights, Office]\n", PLAIN + css)
    assert f"templates/styles/own.css{told}" in str(refused.value)
    assert "own.css:1" not in str(refused.value)
    assert "own.css:2" not in str(refused.value)
    assert "a.en.md:1: ink" not in str(refused.value)


def test_a_pale_colour_is_told_with_its_contrast_and_one_that_would_do(look: Look) -> None:
    with pytest.raises(FaultsError) as refused:
        look("", "main p { color: #7fbfb0 }")
    assert (
        "Norland and Valdore will renew the nine; 2.1 to 1 is too little: give it a colour with at"
        " least 4.5 to 1, such as #547e74"
    ) in str(refused.value)


def test_on_a_dark_ground_a_lighter_colour_would_do(look: Look) -> None:
    with pytest.raises(FaultsError) as refused:
        look("", "main p { color: #445; background: #223 }")
    assert "such as #8b8b96" in str(refused.value)


def test_a_height_with_its_unit_is_told_without(look: Look) -> None:
    with pytest.raises(DesignError) as refused:
        look("emblem: {file: own.svg, text: A, height: 18mm}\n")
    assert str(refused.value) == (
        "templates/themes/own.yaml:13: emblem.height: it is not a number alone; write 18, without a"
        " unit"
    )


def test_in_large_print_heads_and_contact_are_as_large_as_the_text(look: Look) -> None:
    reading = look(ALL, words=LONG, kind="large-print")
    head = next(p for p in reading.pieces if p.page == 1 and "Lights for the" in p.text)
    number = next(p for p in reading.pieces if p.text.startswith("Page 1"))
    press = next(p for p in reading.pieces if "Press office" in p.text)
    web = next(p for p in reading.pieces if "www.lights" in p.text)
    assert [round(p.size, 2) for p in (head, number, press, web)] == [18.0] * 4


def test_persons_in_arabic_are_further_apart_than_the_lines_of_one(look: Look) -> None:
    people = (
        "  - {name: ليلى, office: وزيرة, country: نورلاند}",
        "  - {name: كريم, office: سفير, country: فالدور}",
    )
    words = ARABIC.replace("theme: own", "\n".join(["theme: own", "issuers:", *people]))
    reading = look("", words=words, name="a.ar.md")
    body = [p for p in reading.pieces if isinstance(p.mark, int) and p.text.strip()]
    (first,) = (n for n, p in enumerate(body) if "".join(reversed(p.glyphs)).strip() == "ليلى")
    lines = [piece.baseline for piece in body[first : first + 4]]
    within, between = lines[0] - lines[1], lines[2] - lines[3]
    assert between > 1.4 * within


def test_lines_of_the_foot_are_artifacts_that_nobody_hears_and_those_of_the_contact_are_text(
    look: Look,
) -> None:
    reading = look(ALL)
    for words in ("12 Harbour Street", "1000 Norhavn", "www.lights.example"):
        assert piece(reading, words).mark == "Artifact"
    for words in ("Press office", "press@lights.example"):
        assert isinstance(piece(reading, words).mark, int)
