"""Addresses, symbols, telephone numbers and ranges stand in one line, where that has room."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from communique import prove
from communique.compose.page import compose
from communique.content.content import content_of
from communique.design import edition
from communique.pdf_reading.reading import Reading
from communique.prove.lines import lines_of, said_by
from communique.read.source import read
from communique.typeset.engine import typeset
from tests.samples import with_front

if TYPE_CHECKING:
    from tests.conftest import Write

WHOLE = (
    "press@long-ministry.example",
    "https://www.example.org/a/b?c=d",
    "+33 1 23 45 67 89",
    "A/RES/77/1",
    "EUCO 7/23",
    "2024–2026",
    "12/03/2026",
    "10.1016/j.hydro.7",
)
ADDRESS = "registers-of-lights@secretariat.coastal-states.ministry.example"
LONG = {
    "the.spokesperson.of.the.whole.house@the-foreign-ministry-of-norland.and-valdore.example": "@.",
    "https://www.example.org/acts/2026/on_all-that_was?said=so&view=print#part_two_all": "/.?=&_#",
    "10.1016/j.hydrometeorological.programme.of-the-whole-century.2026.of.all.that.is": "./",
    "A/CONF/LONG/SYMBOL/OF/SOME/DOCUMENT/OR/OTHER/OF/2026/WITH/NO/END/1": "/",
}


def lines(write: Write, matter: str, body: str, kind: str, tag: str) -> list[str]:
    """Return the lines of all texts in a PDF that is proven."""
    path = write(with_front(matter) + f"\n{body}\n", f"lights.{tag}.md")
    content = content_of(read(path), edition.load(kind))
    made = typeset(compose(content))
    prove.prove(content, made.pdf)
    found = (
        said_by(sorted(line, key=lambda piece: piece.left))
        for block in Reading(made.pdf).blocks
        for line in lines_of(block)
    )
    return [re.sub("[\u200b\u2060\u200e]", "", line).replace("\xa0", " ") for line in found]


@pytest.mark.parametrize("kind", ["standard", "a5", "large-print"])
@pytest.mark.parametrize(
    "word", ["ל־250", "ב־NATO", "וב־*ירושלים*", "מ־[שם](https://e.org)", "ל-250"]
)
def test_a_prefix_of_hebrew_stands_with_what_it_belongs_to(
    statement: Write, kind: str, word: str
) -> None:
    texts = [f"{'א ' * number}{word} מיליון." for number in range(8, 48)]
    found = lines(statement, "title: א", "\n\n".join(texts), kind, "he")
    assert not [line for line in found if line.startswith(("־", "-"))]  # the left end


@pytest.mark.parametrize("kind", edition.single())
@pytest.mark.parametrize("tag", ["en", "de", "ar"])
def test_what_fits_a_line_is_not_divided(statement: Write, kind: str, tag: str) -> None:
    filler = {"ar": "و"}.get(tag, "a")
    texts = [f"{filler} " * number + each + "." for each in WHOLE for number in range(8, 32, 3)]
    found = lines(statement, "title: A", "\n\n".join(texts), kind, tag)
    for each in WHOLE:
        shown = "2026–2024" if (tag, each) == ("ar", "2024–2026") else each  # seen from the left
        assert sum(shown in line for line in found) == len(texts) / len(WHOLE), each


def test_a_range_of_days_is_not_divided(statement: Write) -> None:
    texts = ["a " * number + "3.–21. März 2026." for number in range(8, 48)]
    found = lines(statement, "title: A", "\n\n".join(texts), "standard", "de")
    assert sum("3.–21." in line for line in found) == len(texts)


@pytest.mark.parametrize("kind", edition.single())
@pytest.mark.parametrize("long", LONG)
def test_what_is_longer_than_a_line_goes_on_behind_one_of_its_signs(
    statement: Write, kind: str, long: str
) -> None:
    found = lines(statement, "title: A", f"The text has {long} in it.", kind, "en")
    parts = found[found.index("Some words.") + 1 :]
    assert "".join(parts).replace(" ", "") == f"Thetexthas{long}init."
    divided = [line[-1] for line in parts[:-1] if line not in ("The text has", f"{long} in")]
    assert set(divided) <= {*LONG[long], "s"}, "the last is that of has"
    assert len(parts) > 1


@pytest.mark.parametrize("kind", edition.single())
@pytest.mark.parametrize("tag", ["en", "ar"])
def test_words_of_the_facts_and_of_the_contact_are_whole(
    statement: Write, kind: str, tag: str
) -> None:
    place = "The ministry of international-law institutions"
    matter = f"title: A\nplace: {place}\nsymbol: A/CONF.2/2026/L.1\n"
    matter += "contact: The press office of the ministry of all, press@long-ministry.example"
    shown = " | ".join(lines(statement, matter, "Text.", kind, tag))
    found = shown.replace("international- | ", "international-")  # a line may end at its hyphen
    for word in (
        "international-law",
        "institutions",
        "A/CONF.2/2026/L.1",
        "press@long-ministry.example",
    ):
        assert word in found


@pytest.mark.parametrize("kind", edition.single())
def test_names_in_the_contact_are_not_divided(statement: Write, kind: str) -> None:
    names = "Margaret Featherstonehaugh Ashworth-Hale"
    people = [f"{'m' * (count % 9)} {names}" for count in range(1, 20)]
    shown = lines(statement, f"title: A\ncontact: '{', '.join(people)}'", "T.", kind, "en")
    assert [len(re.findall(rf"{name}\b", " | ".join(shown))) for name in names.split()] == [19] * 3


@pytest.mark.parametrize("kind", edition.single())
def test_the_address_on_the_web_is_not_divided_at_a_hyphen(statement: Write, kind: str) -> None:
    url = "https://www.example.org/acts/of/the/whole/conference/2026/on-all-that-was-agreed-upon-in-the-strait-of-the-lights/a"
    found = lines(statement, f"title: A\nurl: {url}", "Text.", kind, "en")
    (first, second) = found[-2:]
    assert first + second == url
    assert first.endswith("/")


def test_a_table_is_not_too_wide_with_an_address_that_may_go_on_in_the_next_line(
    statement: Write,
) -> None:
    table = f"""
| What | Where it is published | When | Who | How |
|---|---|---|---|---|
| Register of lights | {ADDRESS} | 2026 | Secretariat of the Conference | electronic publication |
"""
    found = lines(statement, "title: A", table, "large-print", "en")
    assert {"secretariat.", "coastal-states."} <= set(found)


@pytest.mark.parametrize("kind", ["standard", "a5", "large-print"])
def test_it_is_whole_in_a_table_that_has_room_for_it(statement: Write, kind: str) -> None:
    table = f"| What | Where |\n|---|---|\n| Lights | {WHOLE[0]} |\n"
    assert WHOLE[0] in lines(statement, "title: A", table, kind, "en")


def test_a_long_part_of_an_address_goes_on_before_one_of_its_hyphens(statement: Write) -> None:
    part = (
        "poriadok-vykorystannia-zasobiv-pidrozdiliv-2026-dlia-vsikh-u-merezhi-portiv-kraiiny-2027"
    )
    found = lines(statement, "title: A", f"See https://mtu.example/{part}.", "large-print", "en")
    *_, before, last = found
    assert before.endswith("-zasobiv")
    assert last.startswith("-pidrozdiliv-2026-")


def masthead(statement: Write, front: str, name: str) -> list[str]:
    """Return the lines of the masthead in the edition for large print, by their heights."""
    page = compose(
        content_of(read(statement(with_front(front), name)), edition.load("large-print"))
    )
    made = typeset(page)
    prove.prove(page.content, made.pdf)
    first = [each for each in Reading(made.pdf).pieces if each.page == 0 and each.text.strip()]
    top = max(each.baseline for each in first)
    high = [each for each in first if each.baseline > top - 30]
    rows = sorted({round(each.baseline) for each in high}, reverse=True)
    return ["".join(p.text for p in high if round(p.baseline) == row) for row in rows]


def test_kind_and_symbol_stand_in_one_line_beside_a_party_that_needs_two(statement: Write) -> None:
    party = "Merenkulun turvallisuusneuvottelukunta"
    front = f"title: A\nkind: pöytäkirja\nsymbol: MTN/2026/14\nissuers: [{{organisation: {party}}}]"
    one, two = masthead(statement, front, "a.fi.md")
    assert one.replace("\xa0", " ") == "Merenkulunpöytäkirja · MTN/2026/14"
    assert two == "turvallisuusneuvottelukunta"


def test_a_name_in_the_masthead_is_not_divided_at_its_hyphen(statement: Write) -> None:
    name = "Dr. Anna-Lena Müller-Lüdenscheidt"
    front = f"title: A\nkind: Verordnung\nsymbol: BGBl. 2026 I Nr. 118\nissuers: [{{name: {name}}}]"
    one, two = masthead(statement, front, "a.de.md")
    assert "Müller" not in one
    assert "Müller-Lüdenscheidt" in two


@pytest.mark.parametrize("kind", edition.single())
def test_in_the_masthead_names_of_parties_are_whole_and_no_line_begins_with_a_dot(
    statement: Write, kind: str
) -> None:
    names = ["Confédération valdonaise", "République de Haute-Lombrie"]
    issuers = "".join(f"\n  - country: {name}" for name in names)
    matter = f"title: A\nkind: Protocole\nsymbol: CMT/2026/PROT/2\nissuers:{issuers}"
    shown = lines(statement, matter, "T.", kind, "fr")
    assert not [line for line in shown if line.startswith("·")]
    for name in names:
        assert any(name in line for line in shown[:4]), shown


def test_a_name_that_is_wider_than_its_line_is_not_divided_behind_a_particle(
    statement: Write,
) -> None:
    matter = "title: A\nsignatures:\n  signatories:"
    for name in ("Éléonore de Saint-Véran-Montcourt", "Ursula Albertine von der Leyenfels-Bergen"):
        matter += f"\n    - {{name: {name}, office: Ministre}}"
    shown = lines(statement, matter, "T.", "a5", "fr")
    assert not [line for line in shown if re.search(r" (?:de|von|der)\Z", line)]
    assert {"de Saint-Véran-Montcourt", "von der Leyenfels-Bergen"} <= set(shown)


@pytest.mark.parametrize(
    ("tag", "each"),
    [("de", "4,6 Mio. m³"), ("ru", "3 млн т"), ("el", "5 χλμ."), ("es", "ext. 310")],
)
def test_no_line_ends_before_a_unit_or_an_extension(statement: Write, tag: str, each: str) -> None:
    texts = [f"{'a ' * number}{each} a a." for number in range(24, 48)]
    found = lines(statement, "title: A", "\n\n".join(texts), "standard", tag)
    assert sum(each in line for line in found) == len(texts)
