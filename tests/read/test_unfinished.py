"""What a final text should not have: each with its line, and nothing of it in ordinary texts."""

from __future__ import annotations

import pytest

from communique.design import language
from communique.read.source import read
from tests.conftest import Write
from tests.samples import with_body, with_front

DRAFT = ", or say which version of a draft this is: draft: {version: 1}"
OPEN = "stands in square brackets, as what is not agreed does; take the brackets away" + DRAFT
BLANK = "reads as if something were missing there; write what is meant" + DRAFT


def remarks(statement: Write, text: str, name: str = "meeting.en.md") -> list[str]:
    return [
        f"{each.line}: {each.key}: {each.wrong}; {each.instead}"
        for each in read(statement(text, name)).remarks
        if "draft" in each.instead
    ]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("They [shall] agree.", "[shall]"),
        ("They [shall/should] agree.", "[shall/should]"),
        ("They [Norland: shall] agree.", "[Norland: shall]"),
        ("They [shall [not] agree].", "[shall [not] agree]"),
        ("It is [a [part [of it]]][^n].\n\n[^n]: A note.", "[a [part [of it]]]"),
        ("A [link [shall] be](https://example.org) here.", "[shall]"),
        ("[The parties\nreaffirm this.]", "[The parties reaffir…"),
        ("They \\[shall\\] agree [also].", "[also]"),
        ("The sum is [45,000] euros.", "[45,000]"),
        ("A tenth [5.5 %] of it.", "[5.5 %]"),
        ("It ends on [31 December 2028].", "[31 December 2028]"),
    ],
)
def test_brackets_of_a_negotiation_have_a_remark(
    statement: Write, written: str, shown: str
) -> None:
    assert remarks(statement, with_body(written)) == [f"5: brackets: “{shown}” {OPEN}"]


def test_two_dots_of_three_stand_for_what_is_missing_but_beside_chinese_and_japanese(
    statement: Write,
) -> None:
    assert remarks(statement, with_body("The sum is …… crowns.")) == [f"5: text: “……” {BLANK}"]
    assert remarks(statement, with_body("“The sum …… is due.”")) == []
    assert remarks(statement, with_body("総額は……です。"), "a.ja.md") == []


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("They [Norland: shall agree.", "[Norland: shall agre…"),
        ("They shall] agree.", "shall]"),
        ("They [shall\n\nagree.", "[shall"),
        ("The catch is [24 cm.", "[24 cm."),
        ("The [5.5 % of it.", "[5.5 % of it."),
        ("They [shall [see it] agree.", "[shall"),
    ],
)
def test_a_bracket_without_the_other_one_has_a_remark(
    statement: Write, written: str, shown: str
) -> None:
    alone = "has a square bracket that belongs to no other; delete it, or write the other one"
    found = remarks(statement, with_body(written))
    assert f"5: brackets: “{shown}” {alone}{DRAFT}" in found


@pytest.mark.parametrize(
    "written",
    [
        "See [2019] and [12].",
        "The interval [0, 1[ and the list [1, 2].",
        "It is in ]0, 1] or [0, 1).",
        "Point a] is new.",
        r"They \[shall agree.",
        "He said: “[We agree.”",
        "See [the plans](https://e.org/a).",
    ],
)
def test_a_bracket_of_another_kind_has_none(statement: Write, written: str) -> None:
    assert not [each for each in remarks(statement, with_body(written)) if "no other" in each]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("It is TBC.", "TBC"),
        ("It is tbd.", "tbd"),
        ("It is T.B.C. by then.", "T.B.C."),
        ("On XX March 2026.", "XX"),
        ("On xx.xx.2026.", "xx"),
        ("In 20XX.", "XX"),
        ("EUR XX was paid.", "XX"),
        ("It was €XX.", "XX"),
        ("It was XX%.", "XX"),
        ("It was XXX million.", "XXX"),
        ("It was XXXX.", "XXXX"),
        ("On dd.mm.yyyy.", "dd.mm.yyyy"),
        ("Is it so???", "???"),
        ("On … March.", "…"),
        ("On [...] March.", "[...]"),
        ("In [date] they met.", "[date]"),
        ("In [Date] they met.", "[Date]"),
        ("They met [ ].", "[ ]"),
        ("They met [•].", "[•]"),
        ("Name: ........", "........"),
        ("Name: . . . . . .", ". . . . . ."),
        ("Name: ………", "………"),
        ("Name: ____", "____"),
        ("The place (to be confirmed).", "(to be confirmed)"),
        ("Lorem ipsum dolor.", "Lorem ipsum"),
    ],
)
def test_what_stands_for_something_missing_has_a_remark(
    statement: Write, written: str, shown: str
) -> None:
    assert remarks(statement, with_body(written)) == [f"5: text: “{shown}” {BLANK}"]


@pytest.mark.parametrize(
    "written",
    [
        "“They [the ministers] said [...] it was [sic].”",
        "«Ils [les ministres] l’ont dit.»",
        "> They [the ministers] said it.",
        "[A]ll of them, and non[e].",
        "Myanmar [Burma] and Kyiv [Kiev].",
        "See [2005] EWCA Civ 12, and [12].",
        "Thank you. [applause]",
        "Thank you. [långa applåder]",
        "They said … and then ... that it was so....",
        "In the XX century, under Article XX, Louis XX and the XXX Olympiad.",
        "The words[^1] are [here](https://example.org/TBC/XXXX), and [ref].\n\n[^1]: A note."
        "\n\n[ref]: https://example.org/____",
        "Really?? Yes!",
        "他们说……是的。",
        "A resolution [see also A/1].",
        "It is [here][ref].\n\n[ref]: https://example.org",
        "![A [b] c](a.png)",
        "[raison d’être]{lang=fr}",
        "A\n\n---\n\nB\n\n___\n\nC",
        "The TBCs and stbd.",
    ],
)
def test_ordinary_texts_have_no_such_remark(statement: Write, written: str) -> None:
    text = with_body(written.replace("![A [b] c](a.png)", "A."))
    assert remarks(statement, text) == []


@pytest.mark.parametrize(
    ("name", "written", "shown"),
    [
        ("meeting.de.md", "Der Betrag (noch offen).", "(noch offen)"),
        ("meeting.de.md", "Am XX März 2026.", "XX"),
        ("meeting.de.md", "In [Ort] und.", "[Ort]"),
        ("meeting.fr.md", "Le lieu (à confirmer).", "(à confirmer)"),
        ("meeting.fr.md", "Le JJ/MM/AAAA.", "JJ/MM/AAAA"),
        ("meeting.es.md", "El [fecha] se reúnen.", "[fecha]"),
        ("meeting.it.md", "Il XX marzo.", "XX"),
        ("meeting.da.md", "Den [dato] mødtes de.", "[dato]"),
        ("meeting.sv.md", "Den [datum] möttes de.", "[datum]"),
        ("meeting.fi.md", "XX maaliskuuta 2026.", "XX"),
        ("meeting.pl.md", "Dnia [data] oraz.", "[data]"),
        ("meeting.ru.md", "Сумма (уточняется).", "(уточняется)"),
        ("meeting.uk.md", "Сума (уточнюється).", "(уточнюється)"),
        ("meeting.el.md", "Στις [ημερομηνία] εκεί.", "[ημερομηνία]"),
        ("meeting.ar.md", "في [التاريخ] هنا.", "[التاريخ]"),
        ("meeting.he.md", "ביום [תאריך] שם.", "[תאריך]"),
        ("meeting.ja.md", "会場は[場所]です。", "[場所]"),
    ],
)
def test_what_is_missing_is_known_in_other_languages(
    statement: Write, name: str, written: str, shown: str
) -> None:
    assert remarks(statement, with_body(written), name) == [f"5: text: “{shown}” {BLANK}"]


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("meeting.fr.md", "Au XXe siècle, et au XX siècle."),
        ("meeting.es.md", "En el siglo XX."),
        ("meeting.it.md", "Nel XX secolo."),
        ("meeting.pl.md", "W XX wieku."),
        ("meeting.ru.md", "В XX веке."),
        ("meeting.de.md", "Artikel XX und Kapitel XXX."),
    ],
)
def test_roman_numbers_have_no_remark_in_other_languages(
    statement: Write, name: str, written: str
) -> None:
    assert remarks(statement, with_body(written), name) == []


def test_notes_tables_and_values_are_looked_at_too_each_with_its_line(statement: Write) -> None:
    front = "title: A [or b] c\nplace: TBC\ncontact: '…'\nissuers:\n  - name: '???'"
    text = with_front(front).removesuffix("\n") + "\n\n| A | B |\n|---|---|\n| XXX | [tbc] |\n\n"
    text += "Words.[^1]\n\n[^1]: On XX May.\n"
    found = remarks(statement, text)
    lines = text.split("\n")
    table = lines.index("| XXX | [tbc] |") + 1
    assert found == [
        f"2: title: “[or b]” {OPEN}",
        f"3: place: “TBC” {BLANK}",
        f"4: contact: “…” {BLANK}",
        f"6: issuers.1.name: “???” {BLANK}",
        f"{table}: text: “XXX” {BLANK}",
        f"{table}: text: “[tbc]” {BLANK}",
        f"{table + 4}: text: “XX” {BLANK}",
    ]


def test_a_draft_may_have_all_of_it_and_an_embargoed_text_none(statement: Write) -> None:
    for status, count in (("draft: {version: 1}", 0), ("embargo: 2026-03-12 16:00 Z", 1)):
        text = with_front(f"title: A\n{status}").removesuffix("\n") + "\n\nThey [shall] agree.\n"
        assert len(remarks(statement, text)) == count


@pytest.mark.parametrize("tag", language.names())
def test_months_of_every_language_are_known(statement: Write, tag: str) -> None:
    month = language.months(tag)[2]
    if month[0].isdigit():
        pytest.skip("months are numbers there")
    found = remarks(statement, with_body(f"XX {month} 2026"), f"meeting.{tag}.md")
    assert found == [f"5: text: “XX” {BLANK}"]


def test_of_brackets_in_a_draft_nothing_is_told(statement: Write) -> None:
    text = with_body("They [will][shall] agree.")
    draft = text.replace("---\n", "---\ndraft: {version: 1}\n", 1)
    assert [each.key for each in read(statement(text)).remarks] == ["brackets"]
    assert read(statement(draft)).remarks == ()
