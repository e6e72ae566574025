"""Two versions of a statement are compared, and put in order."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from communique.design import theme
from communique.model.faults import StatementError
from communique.read import versions
from communique.read.packed import PackedStatement, pack, unpack
from communique.read.source import read
from tests.read.languages import ENGLISH, FRENCH, beside

if TYPE_CHECKING:
    from pathlib import Path

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
            "10: 1 heading, and in river.fr.md:10 2; the other goes on with “Fin” in line 19",
        ),
        (
            "> Ainsi",
            "## Fin\n\n> Ainsi",
            "10: 1 heading, and in river.fr.md:10 2; the other goes on with “Fin” in line 19",
        ),
        (
            "> Ainsi",
            "Voilà.\n\n> Ainsi",
            "19: under “Fish” it has 0 paragraphs and not 1, as river.fr.md:19 has",
        ),
        (
            "moulin.[^1]",
            "moulin.[^1]\n\nTous.",
            "8: before the first heading it has 1 paragraph and not 2, as river.fr.md:10 has",
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
            "19: under “Fish” it has 0 paragraphs and not 1, as river.fr.md:21 has",
        ),
        (
            "> Ainsi soit-il.\n",
            "",
            "19: under “Fish” it has 1 quotation and not 0, as river.fr.md:15 has",
        ),
        ("> Ainsi soit-il.", "> - Ainsi soit-il.", "19: a paragraph, and in river.fr.md:19 a list"),
        ("2. Pas de crochets.\n", "", "12: 2 points, and in river.fr.md:12 1"),
        ("| 41 |", "| 41 |\n| Pont | 2 |", "15: 2 rows, and in river.fr.md:15 3"),
        (
            "1604.",
            "1604.\n\n    Ou 1605.",
            "21: footnote 1 has 1 paragraph, and in river.fr.md:21 2",
        ),
        (
            "moulin.[^1]",
            "moulin.[^1][^2]\n\n[^2]: Ou non.",
            "21: 1 footnote, and in river.fr.md:10 2",
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
    with pytest.raises(StatementError, match=r"23: parallel: a heading of level 2, and in"):
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
    assert fault.wrong.startswith("before the first heading it has 1 paragraph and not 0, as ")
    assert "river.fr.md:1 has" in fault.wrong


def test_versions_that_match_are_accepted(pair: Statement) -> None:
    versions.check(pair)


def packed(path: Path, authenticity: str | None = None) -> PackedStatement:
    return pack(read(path), 0)._replace(authenticity=authenticity)


def test_the_original_stands_first(statement: Write) -> None:
    english = packed(statement(ENGLISH, "river.en.md"))
    french = packed(statement(FRENCH, "river.fr.md"), authenticity="original")
    (pair,), passed = versions.pairs([english, french], [])
    assert [version.language for version in pair] == ["fr", "en"]
    assert [version.language for version in unpack(pair).versions] == ["fr", "en"]
    assert passed == []


def test_languages_that_are_asked_for_stand_in_that_order(statement: Write) -> None:
    statements = [packed(statement(ENGLISH, f"river.{tag}.md")) for tag in ("en", "fr", "sv")]
    (pair,), _ = versions.pairs(statements, ["sv", "en"])
    assert [version.language for version in pair] == ["sv", "en"]
    with pytest.raises(StatementError, match="river is there in 3 languages; choose two"):
        versions.pairs(statements, [])
    found, passed = versions.pairs(statements, ["sv", "da"])
    assert (found, passed) == ([], [("river", "it was read in en, fr, sv, not in sv and da")])


def test_a_statement_in_one_language_is_named_and_passed_over(statement: Write) -> None:
    found, passed = versions.pairs([packed(statement(ENGLISH, "river.en.md"))], [])
    assert found == []
    assert passed == [("river", "it was read in en, not in two languages")]
