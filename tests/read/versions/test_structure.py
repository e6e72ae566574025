"""What two versions of a statement have in other places is refused, with both lines."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from communique.design import theme
from communique.model.faults import StatementError
from communique.read import versions
from tests.read.languages import ENGLISH, FRENCH, beside

if TYPE_CHECKING:
    from communique.model.statement import Statement
    from tests.conftest import Write


def difference(statement: Write, old: str, new: str) -> str:
    """Return what is said where the French text has `new` instead of `old`, without its path."""
    assert old in FRENCH
    made = beside(statement, ENGLISH, FRENCH.replace(old, new))
    with pytest.raises(StatementError) as refused:
        versions.check(made)
    (fault,) = refused.value.faults
    folder = f"{made.path.parent}/"
    return f"{fault.line}: {fault.wrong}; {fault.instead}".replace(folder, "")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "issued: 2024-05-02",
            "issued: 2024-05-03",
            "3: issued is 2024-05-02, and in river.fr.md:3 2024-05-03",
        ),
        ("symbol: R/1", "symbol: R/2", "4: symbol is R/1, and in river.fr.md:4 R/2"),
        ("symbol: R/1\n", "", "4: symbol is R/1, and in river.fr.md:1 not given"),
        (", {country: Aval}", "", "5: 2 issuers, and in river.fr.md:5 1"),
        (
            "> Ainsi",
            "### Fin\n\n> Ainsi",
            "19: the heading “Fin” of river.fr.md:19 is not here; make the two alike",
        ),
        (
            "> Ainsi",
            "## Fin\n\n> Ainsi",
            "19: the heading “Fin” of river.fr.md:19 is not here; make the two alike",
        ),
        (
            "> Ainsi",
            "Voilà.\n\n> Ainsi",
            "19: the paragraph “Voilà.” of river.fr.md:19 is not here",
        ),
        (
            "moulin.[^1]",
            "moulin.[^1]\n\nTous.",
            "10: the paragraph “Tous.” of river.fr.md:10 is not here",
        ),
        (
            "1. Pas de filets.\n2. Pas",
            "- Pas de filets.\n- Pas",
            "12: points that are numbered, and in river.fr.md:12 not numbered",
        ),
        (
            "symbol: R/1",
            "symbol: R/1\nsignatures: {signatories: [{name: A}]}",
            "1: 0 signatures, and in river.fr.md:5 1",
        ),
        (
            "issued: 2024-05-02",
            "issued: 2024-05-02\nnumbered: true",
            "1: the paragraphs are numbered here or in river.fr.md:4, and not in both",
        ),
        (
            "\n\n[^1]: En",
            "\n\nFin.\n\n[^1]: En",
            "19: the paragraph “Fin.” of river.fr.md:21 is not here",
        ),
        (
            "> Ainsi soit-il.\n",
            "",
            "19: the quotation “So be it.” is not in river.fr.md:15",
        ),
        ("> Ainsi soit-il.", "> - Ainsi soit-il.", "19: a paragraph, and in river.fr.md:19 a list"),
        ("2. Pas de crochets.\n", "", "12: the point “No nets.” is not in river.fr.md:12"),
        ("| 41 |", "| 41 |\n| Pont | 2 |", "17: the row “Pont | 2” of river.fr.md:18 is not here"),
        (
            "1604.",
            "1604.\n\n    Ou 1605.",
            "21: the paragraph “Ou 1605.” of river.fr.md:23 is not here",
        ),
        (
            "moulin.[^1]",
            "moulin.[^1][^2]\n\n[^2]: Ou non.",
            "8: footnote 2 of river.fr.md:10 is not here (1 footnote, and 2 there)",
        ),
    ],
)
def test_a_difference_is_refused_with_both_lines(
    statement: Write, old: str, new: str, message: str
) -> None:
    assert difference(statement, old, new).startswith(message)


def test_other_themes_are_refused_with_both_lines(pair: Statement) -> None:
    def themed(each: Statement, name: str) -> Statement:
        matter = each.matter.model_copy(update={"theme": name})
        return replace(each, matter=matter, lines={**each.lines, "theme": 4})

    assert pair.beside
    versions.check(replace(pair, beside=themed(pair.beside, theme.DEFAULT)))
    with pytest.raises(StatementError) as refused:
        versions.check(replace(pair, beside=themed(pair.beside, "ministry")))
    (fault,) = refused.value.faults
    wrong = (
        f"theme is neutral, and in {pair.beside.path}:4 ministry, and a page has the words of one"
    )
    assert (fault.line, fault.wrong, fault.instead) == (1, wrong, "make the two alike")


def test_headings_of_other_levels_are_refused(statement: Write) -> None:
    more = "\n## More\n\nWords.\n"
    made = beside(statement, ENGLISH + more, FRENCH + more.replace("##", "###"))
    with pytest.raises(StatementError, match=r"23: languages: a heading of level 2, and in"):
        versions.check(made)


@pytest.mark.parametrize("numbered", [True, False])
def test_an_annex_with_numbers_has_to_be_one_in_both(statement: Write, *, numbered: bool) -> None:
    front = f"numbered: {str(numbered).lower()}\nissued"
    english, french = (text.replace("issued", front, 1) for text in (ENGLISH, FRENCH))
    made = beside(statement, english + "\n## Annex\n\nA.\n", french + "\n## Plan\n\nA.\n")
    if not numbered:
        versions.check(made)
        return
    with pytest.raises(StatementError) as refused:
        versions.check(made)
    (fault,) = refused.value.faults
    wrong = "an annex here or in river.fr.md:24, and not in both, and its paragraphs begin at 1"
    assert (fault.line, fault.wrong.replace(f"{made.path.parent}/", "")) == (24, wrong)


@pytest.mark.parametrize(
    ("date", "said"),
    [("date: 2024-05-03, ", "2024-05-03"), ("", "not given"), ("date: 2024-05-02, ", "")],
)
def test_signatures_of_other_dates_are_refused(statement: Write, date: str, said: str) -> None:
    def signed(text: str, date: str) -> str:
        signatures = f"signatures: {{{date}signatories: [{{name: A}}]}}"
        return text.replace("issued: ", f"{signatures}\nissued: ", 1)

    made = beside(statement, signed(ENGLISH, "date: 2024-05-02, "), signed(FRENCH, date))
    if not said:
        versions.check(made)
        return
    message = f"the date of the signatures is 2024-05-02, and in .* {said}"
    with pytest.raises(StatementError, match=message):
        versions.check(made)


def test_a_text_that_begins_with_its_heading_is_compared_from_the_first_line(
    statement: Write,
) -> None:
    start, end = FRENCH.index("Nous"), FRENCH.index("## Poissons")
    french = FRENCH[:start] + FRENCH[end:].partition("[^1]:")[0]
    english = ENGLISH.replace("[^1]", "").partition(": In 1604")[0]
    with pytest.raises(StatementError) as refused:
        versions.check(beside(statement, english, french))
    (fault,) = refused.value.faults
    assert fault.line == 8
    wrong = fault.wrong.replace(f"{fault.path.parent}/", "")
    assert wrong == "the paragraph “We met at the mill.” is not in river.fr.md:8"


def test_versions_that_match_are_accepted(pair: Statement) -> None:
    versions.check(pair)


def test_an_at_sign_of_the_author_is_left_as_it_is(statement: Write) -> None:
    said = difference(statement, "> Ainsi", "Écrire à a@b.org.\n\n> Ainsi")
    assert said.startswith("19: the paragraph “Écrire à a@b.org.” of river.fr.md:19 is not here")


def test_texts_with_nothing_in_common_are_told_in_one_line(statement: Write) -> None:
    english = ENGLISH.replace("We met", "We met.\n\n" * 600 + "We met")
    french = FRENCH.replace("Nous nous", "- a\n\n\u0020\n\n1. b\n\n" * 300 + "Nous nous")
    with pytest.raises(StatementError) as refused:
        versions.check(beside(statement, english, french))
    (fault,) = refused.value.faults
    assert "parts, and in" in fault.wrong
    assert fault.wrong.endswith("which have little in common")
