"""What a corrigendum says: each change with its place, in words that are found there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from communique import turns
from communique.design import language, templates
from communique.model.faults import DesignError, StatementError
from tests.turns.corrigenda import HEAD, TEXT, changed, corrigendum, said, statements

if TYPE_CHECKING:
    from pathlib import Path

AS_BEFORE = (
    "leave that as it was in the earlier version, or issue a revised text: build --as changes "
    "--since OLD"
)
#: What changes, and all that is said of it.
CHANGES = {
    "words": (
        [("nine lights", "ten lights")],
        ["Paragraph 1:", "For “the nine lights” read “the ten lights”"],
    ),
    "a comma": (
        [("pass, as", "pass as")],
        ["Paragraph 1:", "For “may pass, as” read “may pass as”"],
    ),
    "words at the beginning": (
        [("Norland and Valdore renew", "Together Norland and Valdore renew")],
        ["Paragraph 1:", "Before “Norland and Valdore” insert “Together”"],
    ),
    "words that come": (
        [("Ships may", "Ships of all flags may")],
        ["Paragraph 1:", "After “of 2028. Ships” insert “of all flags”"],
    ),
    "words before a note": (
        [("2028.[^1]", "2028. Both pay.[^1]")],
        ["Paragraph 1:", "For “end of 2028.” read “end of 2028. Both pay.”"],
    ),
    "words that go": (
        [("may pass, as before", "may pass")],
        ["Paragraph 1:", "For “pass, as before.” read “pass.”"],
    ),
    "a word that is there once": (
        [("and each pays half", "each pays half")],
        ["Paragraph 2:", "Delete “and”"],
    ),
    "words near to one another": (
        [("nine lights by the end", "ten lamps by the end")],
        ["Paragraph 1:", "For “nine lights by” read “ten lamps by”"],
    ),
    "a heading": (
        [("## What is done", "## What was done")],
        ["Heading “What is done”:", "For “What is done” read “What was done”"],
    ),
    "a point": (
        [("renew the other seven", "renew the other six")],
        [
            "Under “What is done”, paragraph 1, point (b):",
            "For “the other seven;” read “the other six;”",
        ],
    ),
    "a point that comes": (
        [("(c) publish", "(c) paint all;\n\n(d) publish")],
        [
            "Under “What is done”, paragraph 1, point (b):",
            "After it insert the point “(c) paint all;”",
            "The points that follow are renumbered accordingly.",
        ],
    ),
    "a point that goes": (
        [("(b) renew the other seven;\n\n(c)", "(b)")],
        [
            "Under “What is done”, paragraph 1, point (b):",
            "Delete the whole",
            "The points that follow are renumbered accordingly.",
        ],
    ),
    "a cell": (
        [("Long Sand | 7", "Long Sand | 8")],
        ["Table 1, row “Long Sand”, column “Cost”:", "For “7” read “8”"],
    ),
    "a row that comes": (
        [("| Grey Point | 12 |\n", "| Grey Point | 12 |\n| Low Rock | 3 |\n")],
        ["Table 1, row “Grey Point”:", "After it insert the row “Low Rock | 3”"],
    ),
    "a row that goes": (
        [("| Grey Point | 12 |\n", "")],
        ["Table 1, row “Grey Point”:", "Delete the whole"],
    ),
    "a note": (
        [("Average of 2025", "Average of 2024")],
        ["Footnote 1:", "For “Average of 2025.” read “Average of 2024.”"],
    ),
    "a note that comes": (
        [("half of them.", "half of them.[^2]"), ("of 2025.\n", "of 2025.\n\n[^2]: In euros.\n")],
        ["Paragraph 2:", "After “half of them.” insert the footnote “In euros.”"],
    ),
    "a note that goes": (
        [("[^1] Ships", " Ships"), ("\n[^1]: Average of 2025.\n", "")],
        ["Footnote 1:", "Delete the whole"],
    ),
    "a paragraph that comes": (
        [("of them.\n", "of them.\n\nNorland pays first.\n")],
        ["Paragraph 2:", "After it insert the paragraph “Norland pays first.”"],
    ),
    "two parts that come": (
        [("of them.\n", "of them.\n\n## Costs\n\nNorland pays first.\n")],
        [
            "Paragraph 2:",
            "After it insert the heading “Costs”, the paragraph “Norland pays first.”",
        ],
    ),
    "a paragraph that comes first": (
        [("---\n\nNorland", "---\n\nLong ago it began.\n\nNorland")],
        ["Paragraph 1:", "Before it insert the paragraph “Long ago it began.”"],
    ),
    "a paragraph that goes": (
        [("The sum was agreed by experts.\n\n", "")],
        ["Under “What is done”, paragraph 2:", "Delete the whole"],
    ),
    "the date": (
        [("issued: 2026-03-12", "issued: 2026-03-13")],
        ["Issued:", "For “12 March 2026” read “13 March 2026”"],
    ),
    "the title": (
        [("title: Lights", "title: New lights")],
        ["Title:", "For “Lights” read “New lights”"],
    ),
    "a value that comes": (
        [("symbol: GS/7", "symbol: GS/7\nsubtitle: Of the strait")],
        ["Subtitle:", "Insert “Of the strait”"],
    ),
    "a value that goes": ([("symbol: GS/7\n", "")], ["Reference:", "Delete the whole"]),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_is_said_with_its_place(tmp_path: Path, name: str) -> None:
    pairs, wanted = CHANGES[name]
    made = corrigendum(tmp_path, TEXT, changed(TEXT, *pairs))
    assert said(made) == wanted


def test_words_that_are_found_elsewhere_in_their_place_have_more_around_them(
    tmp_path: Path,
) -> None:
    text = f"{HEAD}We ask all of you to come, and all of you to stay, and all of you to go.\n"
    made = corrigendum(tmp_path, text, text.replace("you to stay", "us to stay"))
    assert said(made)[1] == "For “of you to stay,” read “of us to stay,”"


#: A text, what becomes of it, and what is said: the word stands in the text again, to the eye.
SEEN_AGAIN = {
    "within another word": (
        "We met an old friend and left.",
        ("met an", "met"),
        "For “met an old”",
    ),
    "with a sign": ("If so, all so they say.", ("all so they", "all they"), "For “all so they”"),
    "with a capital": (
        "They saw that they won.",
        ("saw that they", "saw that"),
        "For “that they won.”",
    ),
    "as a part of a figure": (
        "It cost 12 and 2 more.",
        ("and 2 more", "and more"),
        "For “and 2 more.”",
    ),
    "after what comes": (
        "We saw the red light. Later we saw the red light again.",
        ("light again", "light go on again"),
        "After “Later we saw the red light” insert “go on”",
    ),
}


@pytest.mark.parametrize("name", SEEN_AGAIN)
def test_words_that_an_eye_finds_twice_have_more_around_them(tmp_path: Path, name: str) -> None:
    text, pair, wanted = SEEN_AGAIN[name]
    made = corrigendum(tmp_path, f"{HEAD}{text}\n", f"{HEAD}{changed(text, pair)}\n")
    assert said(made)[1].startswith(wanted)


def test_corrections_may_be_entered_in_any_order(tmp_path: Path) -> None:
    text = f"{HEAD}We saw red lamps today. Later on all of them saw blue lamps again.\n"
    new = changed(
        text, ("red lamps today", "blue lamps today"), ("blue lamps again", "red lamps again")
    )
    assert said(corrigendum(tmp_path, text, new))[1:] == [
        "For “saw red lamps today.” read “saw blue lamps today.”",
        "For “saw blue lamps again.” read “saw red lamps again.”",
    ]


#: What changes places, and where that is: whichever is corrected first, it would stand there twice.
SWAPPED = {
    "columns": (
        "title: A\n---\n\n| Port | {} | {} |\n|---|---|---|\n| Ham | a | b |\n",
        "table 1, row “Port”",
    ),
    "notes to editors": ("title: A\neditors: [{}, {}]\n---\n\nText.\n", "Notes to editors"),
}


@pytest.mark.parametrize("name", SWAPPED)
def test_words_that_change_places_are_refused(tmp_path: Path, name: str) -> None:
    text, place = SWAPPED[name]
    old, new = (f"---\n{text.format(*both)}" for both in (("Cost", "Year"), ("Year", "Cost")))
    earlier, later = statements(tmp_path, old, new)
    wanted = f"the words that changed stand several times in {place}; {AS_BEFORE}"
    with pytest.raises(StatementError, match=re.escape(wanted)):
        turns.turned(later, "corrigendum", earlier)


def test_many_words_that_go_are_cut_in_their_middle(tmp_path: Path) -> None:
    words = " ".join(f"word{number}" for number in range(36))
    text = f"{HEAD}We came. {words}. We left.{' More was said.' * 300}\n"
    made = corrigendum(tmp_path, text, text.replace(f" {words}.", ""))
    ends = [" ".join(f"word{n}" for n in part) for part in (range(8), range(28, 36))]
    assert said(made)[1] == f"Delete “{ends[0]} … {ends[1]}.”"


def test_a_paragraph_that_moved_is_not_quoted(tmp_path: Path) -> None:
    long = [" ".join(f"{name}{n}" for n in range(20)) + "." for name in ("one", "two", "three")]
    one, two, three = long
    text = f"{HEAD}First.\n\n{one}\n\n{two}\n\n{three}\n"
    made = corrigendum(tmp_path, text, f"{HEAD}First.\n\n{two}\n\n{three}\n\n{one}\n")
    assert said(made) == ["Paragraph 2:", "Move to follow paragraph 4"]


def test_numbered_paragraphs_are_called_by_their_numbers_also_in_annexes(tmp_path: Path) -> None:
    text = TEXT.replace("symbol: GS/7", "numbered: true") + "\n## Annex\n\nOne light fell.\n"
    made = corrigendum(
        tmp_path, text, changed(text, ("One light", "A light"), ("was agreed", "was found"))
    )
    places = [line for line in said(made) if line.endswith(":")]
    assert places == ["Paragraph 4:", "Under “Annex”, paragraph 1:"]


def test_paragraphs_are_counted_through_where_two_headings_are_the_same(tmp_path: Path) -> None:
    text = f"{HEAD}One.\n\n## Norland\n\nTwo.\n\n## Norland\n\nThree are here.\n"
    made = corrigendum(tmp_path, text, text.replace("Three", "Four"))
    assert said(made) == ["Paragraph 3:", "For “Three are here.” read “Four are here.”"]


def test_the_number_is_that_of_the_front_matter(tmp_path: Path) -> None:
    new = changed(TEXT, ("nine", "ten"), ("symbol: GS/7", "symbol: GS/7\ncorrigendum: 2"))
    made = corrigendum(tmp_path, TEXT, new)
    assert made.matter.symbol == "GS/7/Corr.2"


def test_the_day_is_that_on_which_the_text_was_updated(tmp_path: Path) -> None:
    new = changed(TEXT, ("nine", "ten"), ("symbol:", "updated: 2026-03-16\nsymbol:"))
    made = corrigendum(tmp_path, TEXT, new)
    assert str(made.matter.issued) == "2026-03-16"
    assert made.turned
    assert made.turned.facts == (("Corrects", "GS/7, 12 March 2026"),)


def test_without_a_symbol_it_has_none(tmp_path: Path) -> None:
    old = TEXT.replace("symbol: GS/7\n", "")
    made = corrigendum(tmp_path, old, changed(old, ("nine", "ten")))
    assert made.matter.symbol is None
    assert str(made.matter.kind) == "Corrigendum"


SAME = "1: corrigendum: both versions print the same; name the one that was issued, such as its PDF"
#: What is refused, with the message.
REFUSED = {
    "nothing": ([], SAME),
    "what is not printed": (
        [("symbol:", "keywords: [sea]\nsymbol:")],
        SAME,
    ),
    "too many words": (
        [("Both share", f"Both {'truly ' * 41}share")],
        "1: corrigendum: 2 changes in 1 place, 61 words; a corrigendum of this text has at most "
        "40 words; issue a revised text: build --as changes --since OLD",
    ),
    "the call of a note": (
        [("2028.[^1]", "2028."), ("half of them.", "half of them.[^1]")],
        "7: corrigendum: no corrigendum can say it: a footnote is called at another place; "
        f"{AS_BEFORE}",
    ),
}


def test_a_long_text_may_have_more_words(tmp_path: Path) -> None:
    paragraphs = [f"In {1900 + n} they met, and then they met again." for n in range(100)]
    old = HEAD + "\n\n".join(paragraphs) + "\n"
    assert len(said(corrigendum(tmp_path, old, old.replace("then they", "they", 45)))) == 90
    earlier, later = statements(tmp_path, old, old.replace("then they", "they", 46))
    wanted = "46 changes in 46 places, 46 words; a corrigendum of this text has at most 45 words"
    with pytest.raises(StatementError, match=wanted):
        turns.turned(later, "corrigendum", earlier)


@pytest.mark.parametrize("name", REFUSED)
def test_what_no_corrigendum_can_say_is_refused(tmp_path: Path, name: str) -> None:
    pairs, wanted = REFUSED[name]
    earlier, later = statements(tmp_path, TEXT, changed(TEXT, *pairs))
    with pytest.raises(StatementError) as refused:
        turns.turned(later, "corrigendum", earlier)
    assert str(refused.value) == f"{later.path}:{wanted}"


def test_of_what_is_no_more_the_line_in_the_earlier_version_is_told(tmp_path: Path) -> None:
    table = "| Light | Cost |\n|---|---:|\n| Grey Point | 12 |\n| Long Sand | 7 |\n\n"
    earlier, later = statements(tmp_path, TEXT, changed(TEXT, (table, "")))
    with pytest.raises(StatementError) as refused:
        turns.turned(later, "corrigendum", earlier)
    wanted = f"corrigendum: no corrigendum can say it: a table was deleted; {AS_BEFORE}"
    assert str(refused.value) == f"{earlier.path}:21: {wanted}"


TABLE = "| Light | Cost |\n|---|---|\n| Grey | 12 |\n| Long | {} |\n"
LEVELS = "## One\n\nText a.\n\n### Two\n\nText b.\n\n## Three\n\nText c.\n"
#: Texts below one another, and what is said, or why it is refused.
TEXTS = {
    "a paragraph that moved to the front": (
        "We met in the port.\n\nWe agreed on nine lights.\n\nThe ministers left by train.\n",
        "The ministers left by train.\n\nWe met in the port.\n\nWe agreed on nine lights.\n",
        [
            "Paragraph 1:",
            "Before it insert the paragraph “The ministers left by train.”",
            "Paragraph 3:",
            "Delete the whole",
        ],
    ),
    "an empty cell that makes a column of figures": (
        f"They cost:\n\n{TABLE.format('')}",
        f"They cost:\n\n{TABLE.format('7')}",
        ["Table 1, row “Long”, column “Cost”:", "Insert “7”"],
    ),
    "a column of empty cells": (
        "They cost:\n\n| Light | Cost |\n|---|---|\n| Grey | |\n",
        "They cost:\n\n| Light | Cost |\n|---|---|\n| Grey | 7 |\n",
        ["Table 1, row “Grey”, column “Cost”:", "Insert “7”"],
    ),
    "two rows that begin alike": (
        f"They cost:\n\n{TABLE.format('7')}",
        f"They cost:\n\n{TABLE.format('7')}| Low | 3 |\n| Low | 4 |\n",
        ["Table 1, row “Long”:", "After it insert the row “Low | 3”, the row “Low | 4”"],
    ),
    "a row with a dash": (
        f"They cost:\n\n{TABLE.format('7')}",
        f"They cost:\n\n{TABLE.format('7')}| Low | – |\n",
        ["Table 1, row “Long”:", "After it insert the row “Low | –”"],
    ),
    "a row with a bar": (
        f"They cost:\n\n{TABLE.format('7')}",
        f"They cost:\n\n{TABLE.format('7')}| Low \\| high | 3 |\n",
        ["Table 1, row “Long”:", "After it insert the row “Low | high ¦ 3”"],
    ),
    "a paragraph after a table": (
        f"They cost:\n\n{TABLE.format('7')}\nThat is all.\n",
        f"They cost:\n\n{TABLE.format('7')}\nIt is much.\n\nThat is all.\n",
        ["Paragraph 2:", "Before it insert the paragraph “It is much.”"],
    ),
    "a paragraph at the end, after a table": (
        f"They cost:\n\n{TABLE.format('7')}\n: Experts\n",
        f"They cost:\n\n{TABLE.format('7')}| Low | 3 |\n\n: Experts\n\nThat is all.\n",
        [
            "Table 1, row “Long”:",
            "After it insert the row “Low | 3”",
            "Table 1:",
            "After it insert the paragraph “That is all.”",
        ],
    ),
    "points at the end, after a table": (
        f"They cost:\n\n{TABLE.format('7')}",
        f"They cost:\n\n{TABLE.format('7')}\n(a) one;\n\n(b) two.\n",
        ["Table 1:", "After it insert the point “(a) one;”, the point “(b) two.”"],
    ),
    "a heading of one of several levels": (
        LEVELS,
        LEVELS.replace("Text c", "### Four\n\nText c"),
        [
            "Heading “Three”:",
            "After it insert the heading “Four”",
            "Set the heading “Four” like the heading “Two”",
        ],
    ),
    "a heading of another level": (
        LEVELS,
        LEVELS.replace("### Two", "## Two"),
        ["Heading “Two”:", "Set the heading “Two” like the heading “One”"],
    ),
    "a heading that goes": (
        LEVELS,
        LEVELS.replace("### Two\n\n", ""),
        ["Heading “Two”:", "Delete the whole"],
    ),
    "headings that differ in capitals": (
        "## Costs\n\nOne is here.\n\n## COSTS\n\nTwo is here.\n",
        "## Costs\n\nOne is here.\n\n## COSTS\n\nTwo was here.\n",
        ["Paragraph 2:", "For “Two is here.” read “Two was here.”"],
    ),
    "a point after points in a point": (
        "Both will:\n\n(a) repair:\n\n    (i) one;\n\n    (ii) two;\n\n(b) report.\n",
        "Both will:\n\n(a) repair:\n\n    (i) one;\n\n    (ii) two;\n\n(b) paint;\n\n(c) report.\n",
        [
            "Paragraph 1, point (a):",
            "After it insert the point “(b) paint;”",
            "The points that follow are renumbered accordingly.",
        ],
    ),
    "a word that is there with another space": (
        "See 10 km, and 10\u00a0km of coast here today.\n",
        "See 10 km, and 12\u00a0km of coast here today.\n",
        ["Paragraph 1:", "For “and 10\u00a0km of” read “and 12\u00a0km of”"],
    ),
}
TWICE = "They cost:\n\n| Light | Cost |\n|---|---|\n| Grey | high |\n| {} | {} |\n"
NAMELESS = {
    "a cell of one of two rows": (TWICE.format("Grey", ""), TWICE.format("Grey", "low"), "row"),
    "a row after one of two": (
        TWICE.format("GREY", "low"),
        TWICE.format("GREY", "low") + "| Low | 3 |\n",
        "row “GREY”” is the place of several parts",
    ),
    "a row with both signs": (
        TWICE.format("Long", "low"),
        TWICE.format("Long", "low") + "| a \\| ¦ b | 3 |\n",
        "a row came with ¦ in a cell",
    ),
    "one of two headings that come": (
        LEVELS,
        LEVELS.replace("Text c", "### Four\n\n### Four\n\nText c"),
        "the level of a heading, which no other one has that stays as it is, or none alone",
    ),
    "a heading of a new level": (
        LEVELS.replace("###", "##"),
        LEVELS.replace("###", "##").replace("Text c", "### Four\n\nText c"),
        "the level of a heading, which no other",
    ),
    "a paragraph between a quotation and a break": (
        "> We quote.\n\n***\n\nText.\n",
        "> We quote.\n\nThis came.\n\n***\n\nText.\n",
        "9: corrigendum: no corrigendum can say it: a paragraph was added where no part beside it "
        f"can be named; {AS_BEFORE}",
    ),
    "one of two words": (
        "Here autumn [autumn](https://example.org/b) is seen.\n",
        "Here autumn is seen.\n",
        "one of the same words",
    ),
}


@pytest.mark.parametrize("name", TEXTS)
def test_what_can_be_said_is_not_refused(tmp_path: Path, name: str) -> None:
    old, new, wanted = TEXTS[name]
    assert said(corrigendum(tmp_path, HEAD + old, HEAD + new)) == wanted


@pytest.mark.parametrize("name", NAMELESS)
def test_what_no_place_or_word_tells_from_others_is_refused(tmp_path: Path, name: str) -> None:
    old, new, wanted = NAMELESS[name]
    earlier, later = statements(tmp_path, HEAD + old, HEAD + new)
    with pytest.raises(StatementError, match=re.escape(wanted)):
        turns.turned(later, "corrigendum", earlier)


#: Front matter above the text, another one, and what is said.
ISSUERS = "- {{name: Ada {}, office: {}, country: Norland}}\n- {{name: Luc, country: Valdore}}\n"
STYLED = "- {{country: Norland, styled: the {} of Norland}}\n- {{country: Valdore, styled: Luc}}\n"
PARTIES = {
    "listed": (
        ISSUERS.format("Holm", "Minister"),
        ISSUERS.format("Halm", "Minister"),
        ["Parties:", "For “Ada Holm” read “Ada Halm”"],
    ),
    "in the by-line": (
        STYLED.format("Minister"),
        STYLED.format("Envoy"),
        ["By-line:", "For “the Minister of” read “the Envoy of”"],
    ),
    "in the masthead alone": (
        "- country: Norland\n- country: Valdore\nbyline: by both\n",
        "- country: Norland\n- country: Valdora\nbyline: by both\n",
        ["Parties:", "For “Norland · Valdore” read “Norland · Valdora”"],
    ),
}


@pytest.mark.parametrize("name", PARTIES)
def test_parties_are_quoted_as_they_stand_on_the_page(tmp_path: Path, name: str) -> None:
    old, new, wanted = PARTIES[name]
    texts = [f"---\ntitle: Lights\nissuers:\n{each}---\n\nText.\n" for each in (old, new)]
    assert said(corrigendum(tmp_path, *texts)) == wanted


def test_what_no_page_prints_is_told_and_so_is_an_embargo(tmp_path: Path) -> None:
    embargo = "symbol: GS/7\nembargo: 2026-03-12 16:00 Europe/Copenhagen\nkeywords: [sea]"
    old = changed(TEXT, ("symbol: GS/7", embargo))
    made = corrigendum(tmp_path, old, changed(TEXT, ("nine", "ten")))
    assert made.turned
    new = f"{tmp_path}/new/meeting.en.md"
    unsaid = "it changed, too, and is not among the corrections, since that is no wording; leave it"
    assert [str(each) for each in made.turned.remarks] == [
        f"{tmp_path}/old/meeting.en.md:5: embargo: the earlier version is under embargo, and a "
        "corrigendum corrects what was issued; name the one that was issued, such as its PDF",
        f"{new}:1: keywords: {unsaid} if it may be so, or put back what it was",
        f"{new}:3: updated: the corrigendum has no date; write updated: and its day",
    ]


@pytest.mark.parametrize(("number", "is_told"), [("", True), ("corrigendum: 2\n", False)])
def test_a_text_that_was_corrected_before_may_have_a_second_one(
    tmp_path: Path, number: str, *, is_told: bool
) -> None:
    old = changed(TEXT, ("symbol: GS/7", "symbol: GS/7\nupdated: 2026-03-14"))
    updated = f"symbol: GS/7\n{number}updated: 2026-03-16"
    made = corrigendum(tmp_path, old, changed(TEXT, ("nine", "ten"), ("symbol: GS/7", updated)))
    assert made.turned
    told = (
        "new/meeting.en.md:5: corrigendum: meeting.en.md was updated, perhaps by a corrigendum of"
    )
    said = [each for each in made.turned.remarks if told in str(each)]
    assert bool(said) is is_told


def test_a_draft_and_the_later_one_of_the_two_have_no_corrigendum(tmp_path: Path) -> None:
    new = changed(TEXT, ("nine", "ten"))
    draft = changed(TEXT, ("symbol: GS/7", "symbol: GS/7\ndraft: {version: 1}"))
    later = changed(TEXT, ("symbol: GS/7", "symbol: GS/7\nupdated: 2030-01-01"))
    for old, wrong in (
        (
            draft,
            "draft: the earlier version is draft 1, and a corrigendum corrects what was issued",
        ),
        (later, "looks newer: it is of 2030-01-01, and .* is of .*; swap the two"),
    ):
        earlier, statement = statements(tmp_path, old, new)
        with pytest.raises(StatementError, match=wrong):
            turns.turned(statement, "corrigendum", earlier)


def test_points_with_other_numbers_alone_are_refused(tmp_path: Path) -> None:
    text = f"{HEAD}They will:\n\n1. come;\n2. go.\n"
    earlier, later = statements(tmp_path, text, text.replace("2.", "3.").replace("1.", "2."))
    with pytest.raises(StatementError, match="points are numbered or lettered otherwise"):
        turns.turned(later, "corrigendum", earlier)


def test_without_an_earlier_version_it_is_refused(tmp_path: Path) -> None:
    _, later = statements(tmp_path, TEXT, TEXT)
    with pytest.raises(StatementError, match="no earlier version in English; name it: --since OLD"):
        turns.turned(later, "corrigendum", None)


def test_a_version_in_another_language_is_refused(tmp_path: Path) -> None:
    earlier, _ = statements(tmp_path, TEXT, TEXT, "fr")
    _, later = statements(tmp_path, TEXT, TEXT)
    with pytest.raises(StatementError, match="the earlier version is in fr, and this one in en"):
        turns.turned(later, "corrigendum", earlier)


def test_a_language_without_the_words_says_which_key_to_add(tmp_path: Path) -> None:
    earlier, later = statements(tmp_path, TEXT, changed(TEXT, ("nine", "ten")), "sv")
    with pytest.raises(
        StatementError,
        match=r"add the key corrigendum to templates/languages/sv\.yaml, as in en\.yaml",
    ):
        turns.turned(later, "corrigendum", earlier)


def test_quotation_marks_of_the_text_are_quoted_as_they_stand(tmp_path: Path) -> None:
    ada = "Ada said “a light”, the paragraph was new, and left."
    said_by = f"of them.\n\n{ada}\n\n“Yes”, he said.\n"
    made = corrigendum(tmp_path, TEXT, changed(TEXT, ("of them.\n", said_by)))
    assert said(made)[1] == (
        f"After it insert the paragraph “{ada}”, the paragraph ““Yes”, he said.”"
    )


def test_a_pattern_of_a_language_has_its_places(monkeypatch: pytest.MonkeyPatch) -> None:
    text = templates.text(language.file_of("da"))
    wrong = text.replace("I stedet for* {old} *læses* {new}", "I stedet for* {new}")
    assert wrong != text
    monkeypatch.setattr(templates, "text", lambda _: wrong)
    wanted = "corrigendum.replace: it needs {old} and {new}, once, and no other braces"
    with pytest.raises(DesignError, match=wanted):
        language.load.__wrapped__("da")  # type: ignore[attr-defined]  # it is wrapped
