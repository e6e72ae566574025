"""Two languages side by side: what matches is set and proven, what does not is refused."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from communique import prove
from communique.compose.page import compose
from communique.content.content import content_of
from communique.design import edition
from communique.model.faults import ProofError, StatementError, UsageError
from communique.model.standards import STANDARDS
from communique.pdf_reading.reading import Reading
from communique.pdf_reading.tag_tree import Tag
from communique.read import versions
from communique.read.packed import PackedStatement, pack, unpack
from communique.read.source import read
from communique.run import pipeline
from communique.run.verify import Outcome, verify
from communique.typeset.engine import typeset

if TYPE_CHECKING:
    from pathlib import Path

    from communique.model.statement import Statement
    from tests.conftest import Build, Write

ENGLISH = """\
---
title: On the river
issued: 2024-05-02
symbol: R/1
issuers: [{country: Upland}, {country: Lowland}]
---

We met at the mill.[^1]

## Fish

1. No nets.
2. No hooks.

| Place | Depth |
|---|---|
| Weir | 41 |

> So be it.

[^1]: In 1604.
"""
FRENCH = """\
---
title: Sur la rivière
issued: 2024-05-02
symbol: R/1
issuers: [{country: Amont}, {country: Aval}]
---

Nous nous sommes réunis au moulin.[^1]

## Poissons

1. Pas de filets.
2. Pas de crochets.

| Lieu | Profondeur |
|---|---|
| Barrage | 41 |

> Ainsi soit-il.

[^1]: En 1604.
"""
ARABIC = FRENCH.replace("Sur la rivière", "عن النهر").replace("Pas de filets.", "لا شباك.")


@pytest.fixture
def pair(statement: Write) -> Statement:
    return beside(statement, ENGLISH, FRENCH)


def beside(statement: Write, one: str, other: str, tag: str = "fr") -> Statement:
    first = read(statement(one, "river.en.md"))
    return replace(first, beside=read(statement(other, f"river.{tag}.md")))


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
        ("moulin.[^1]", "moulin.[^1][^2]\n\n[^2]: Ou non.", "1: 1 footnote, and in river.fr.md 2"),
    ],
)
def test_a_difference_is_refused_with_both_lines(
    statement: Write, old: str, new: str, message: str
) -> None:
    assert difference(statement, old, new).startswith(message)


def test_headings_of_other_levels_are_refused(statement: Write) -> None:
    more = "\n## More\n\nWords.\n"
    made = beside(statement, ENGLISH + more, FRENCH + more.replace("##", "###"))
    with pytest.raises(StatementError, match=r"23: parallel: a heading of level 2, and in"):
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


# Which stand side by side


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
    with pytest.raises(UsageError, match="river is there in 3 languages; choose two"):
        versions.pairs(statements, [])
    found, passed = versions.pairs(statements, ["sv", "da"])
    assert (found, passed) == ([], [("river", "it was read in en, fr, sv, not in sv and da")])


def test_a_statement_in_one_language_is_named_and_passed_over(statement: Write) -> None:
    found, passed = versions.pairs([packed(statement(ENGLISH, "river.en.md"))], [])
    assert found == []
    assert passed == [("river", "it was read in en, not in two languages")]


# The edition


@pytest.mark.usefixtures("engine")
@pytest.mark.parametrize(("other", "tag"), [(FRENCH, "fr"), (ARABIC, "ar")])
def test_both_texts_are_built_proven_and_read_one_after_the_other(
    statement: Write, tmp_path: Path, other: str, tag: str
) -> None:
    pair = beside(statement, ENGLISH, other, tag)
    made = pipeline.build(pair, "parallel", tmp_path).files["pdf"]
    assert made.path.name == f"river.en+{tag}.parallel.pdf"
    tree = Reading(made.path.read_bytes()).tree
    parts = [kid for kid in tree.kids if isinstance(kid, Tag)]
    assert [(part.role, part.text("Lang")) for part in parts] == [("Part", ""), ("Part", tag)]
    lists = [[kid.role for kid in part.kids if isinstance(kid, Tag)].count("L") for part in parts]
    assert lists[0] == lists[1]
    (points,) = (kid for kid in parts[0].kids if isinstance(kid, Tag) and numbered(kid))
    assert len(points.kids) == 2


def numbered(tag: Tag) -> bool:
    return tag.role == "L" and tag.entries["/A"]["/ListNumbering"] == "/Decimal"


@pytest.mark.usefixtures("engine")
def test_it_carries_both_sources_and_is_verified(pair: Statement, tmp_path: Path) -> None:
    made = pipeline.build(pair, "parallel", tmp_path).files["pdf"]
    assert sorted(PdfReader(made.path).attachments) == ["river.en.md", "river.fr.md"]
    assert verify(made.path).outcome is Outcome.SAME


@pytest.mark.usefixtures("engine")
def test_bookmarks_are_in_both_languages(pair: Statement, tmp_path: Path) -> None:
    for standard in STANDARDS:
        result = pipeline.build(pair, "parallel", tmp_path, standard=standard)
        (found,) = Reading(result.files["pdf"].path.read_bytes()).outline
        assert (found.label, found.level, found.page) == ("Fish / Poissons", 1, 0)


@pytest.mark.usefixtures("engine")
def test_a_long_pair_goes_over_pages(statement: Write, tmp_path: Path) -> None:
    long = "\n\n".join(f"{word} " * 90 for word in ("water", "river", "mill") * 4)
    made = beside(statement, f"{ENGLISH}\n{long}\n", f"{FRENCH}\n{long}\n")
    assert pipeline.build(made, "parallel", tmp_path).files["pdf"].pages > 2


@pytest.mark.usefixtures("engine")
def test_the_command_builds_what_is_there_in_two_languages(build: Build, statement: Write) -> None:
    folder = statement(ENGLISH, "river.en.md").parent
    statement(FRENCH, "river.fr.md")
    statement(ENGLISH, "alone.en.md")
    run = build("--edition", "parallel", "--out", folder / "out", folder)
    assert run.code == 0
    assert "river.en+fr.parallel.pdf  " in run.out
    assert "alone is left out" in run.err


def test_all_editions_do_not_include_it(build: Build, statement: Write) -> None:
    folder = statement(ENGLISH, "river.en.md").parent
    run = build("--edition", "all", "--out", folder / "out", folder / "river.en.md")
    assert run.code == 0
    assert not list((folder / "out").glob("*parallel*"))


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ("en", "--languages takes two languages, as in --languages en,fr"),
        ("en,en", "--languages takes two languages, as in --languages en,fr"),
        ("en,x", "x is not the tag of a language"),
    ],
)
def test_languages_that_make_no_pair_are_refused(
    build: Build, statement: Write, asked: str, message: str
) -> None:
    run = build("--edition", "parallel", "--languages", asked, statement(ENGLISH, "river.en.md"))
    assert run.code == 2
    assert message in run.err


def test_languages_are_for_an_edition_in_two(build: Build, statement: Write) -> None:
    run = build("--languages", "en,fr", statement(ENGLISH, "river.en.md"))
    assert run.code == 2
    assert "--languages is for an edition in two languages; add --edition parallel" in run.err


def test_it_can_be_asked_for_beside_all_others(build: Build, statement: Write) -> None:
    folder = statement(ENGLISH, "river.en.md").parent
    statement(FRENCH, "river.fr.md")
    options = ("--edition", "all", "--edition", "parallel", "--languages", "fr, en")
    run = build(*options, "--out", folder / "out", folder)
    assert run.code == 0
    assert len(list((folder / "out").glob("*.pdf"))) == 7
    assert (folder / "out" / "river.fr+en.parallel.pdf").exists()


def test_a_check_finds_what_differs(build: Build, statement: Write) -> None:
    folder = statement(ENGLISH, "river.en.md").parent
    statement(FRENCH.replace("symbol: R/1", "symbol: R/2"), "river.fr.md")
    run = build("--check", "--edition", "parallel", folder)
    assert run.code == 1
    assert "symbol is R/1, and in" in run.err


@pytest.mark.usefixtures("engine")
def test_figures_beside_an_arabic_text_are_proven_in_their_order(statement: Write) -> None:
    text = "We met from 10 to 20 May."
    made = beside(statement, ENGLISH + f"\n{text}\n", ARABIC + "\nالتقينا.\n", "ar")
    page = compose(content_of(made, edition.load("parallel")))
    prove.prove(page.content, typeset(page).pdf)
    other = replace(page, html=page.html.replace("from 10 to 20", "from 20 to 10"))
    with pytest.raises(ProofError) as refused:
        prove.prove(other.content, typeset(other).pdf)
    assert "river.en.md" in {fault.path.name for fault in refused.value.faults}
