"""The edition in two languages."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from communique import prove
from communique.compose.page import compose
from communique.content.content import content_of
from communique.design import edition
from communique.model.faults import ProofError
from communique.model.standards import STANDARDS
from communique.pdf_reading.reading import Reading
from communique.pdf_reading.tag_tree import Tag
from communique.run import pipeline
from communique.run.verify import Outcome, verify
from communique.typeset.engine import typeset
from tests.read.languages import ENGLISH, FRENCH, beside

if TYPE_CHECKING:
    from pathlib import Path

    from communique.model.statement import Statement
    from tests.conftest import Build, Write


ARABIC = FRENCH.replace("Sur la rivière", "عن النهر").replace("Pas de filets.", "لا شباك.")


@pytest.mark.usefixtures("warm")
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


@pytest.mark.usefixtures("warm")
def test_it_carries_both_sources_and_is_verified(pair: Statement, tmp_path: Path) -> None:
    made = pipeline.build(pair, "parallel", tmp_path).files["pdf"]
    assert sorted(PdfReader(made.path).attachments) == ["river.en.md", "river.fr.md"]
    assert verify(made.path).outcome is Outcome.SAME


@pytest.mark.usefixtures("warm")
def test_bookmarks_are_in_both_languages(pair: Statement, tmp_path: Path) -> None:
    for standard in STANDARDS:
        result = pipeline.build(pair, "parallel", tmp_path, standard=standard)
        (found,) = Reading(result.files["pdf"].path.read_bytes()).outline
        assert (found.label, found.level, found.page) == ("Fish / Poissons", 1, 0)


@pytest.mark.usefixtures("warm")
def test_a_long_pair_goes_over_pages(statement: Write, tmp_path: Path) -> None:
    long = "\n\n".join(f"{word} " * 90 for word in ("water", "river", "mill") * 4)
    made = beside(statement, f"{ENGLISH}\n{long}\n", f"{FRENCH}\n{long}\n")
    assert pipeline.build(made, "parallel", tmp_path).files["pdf"].pages > 2


@pytest.mark.usefixtures("warm")
def test_the_command_builds_what_is_there_in_two_languages(build: Build, statement: Write) -> None:
    folder = statement(ENGLISH, "river.en.md").parent
    statement(FRENCH, "river.fr.md")
    statement(ENGLISH, "alone.en.md")
    run = build("--edition", "parallel", "--out", folder / "out", folder)
    assert run.code == 0
    assert "river.en+fr.parallel.pdf  " in run.out
    assert "alone is left out" in run.err


@pytest.mark.parametrize("verb", ["build", "check"])
def test_a_statement_without_its_other_language_is_no_success_and_that_is_named(
    build: Build, statement: Write, verb: str
) -> None:
    path = statement(ENGLISH, "river.en.md")
    nothing = "communique: nothing is left to make; name both languages of a statement"
    run = build(verb, "--edition", "parallel", path)
    assert (run.code, run.err.splitlines()[-1]) == (2, nothing)
    assert "name " not in run.err.splitlines()[0]
    others = [str(statement(FRENCH, f"river.{tag}.md")) for tag in ("de", "fr")]
    statement(FRENCH, "river.2.fr.md")
    run = build(verb, "--edition", "parallel", path)
    left_out = f"it was read in en, not in two languages; name {' or '.join(others)}, too"
    assert run.code == 2
    assert run.err.splitlines() == [f"river is left out: {left_out}", nothing]


def test_where_the_other_language_has_mistakes_it_is_named_as_the_reason(
    build: Build, statement: Write
) -> None:
    path = statement(ENGLISH, "river.en.md")
    other = statement(FRENCH.replace("title:", "titel:"), "river.fr.md")
    for verb in ("check", "build"):
        lines = build(verb, "--edition", "parallel", path.parent).err.splitlines()
        why = f"it was read in en, not in two languages; {other} has mistakes"
        assert f"river is left out: {why}" in lines


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
    assert len(list((folder / "out").glob("*.pdf"))) == 2 * len(edition.single()) + 1
    assert (folder / "out" / "river.fr+en.parallel.pdf").exists()


def test_a_check_finds_what_differs(build: Build, statement: Write) -> None:
    folder = statement(ENGLISH, "river.en.md").parent
    statement(FRENCH.replace("symbol: R/1", "symbol: R/2"), "river.fr.md")
    run = build("--check", "--edition", "parallel", folder)
    assert run.code == 1
    assert "symbol is R/1, and in" in run.err


@pytest.mark.usefixtures("warm")
def test_figures_beside_an_arabic_text_are_proven_in_their_order(statement: Write) -> None:
    text = "We met from 10 to 20 May."
    made = beside(statement, ENGLISH + f"\n{text}\n", ARABIC + "\nالتقينا.\n", "ar")
    page = compose(content_of(made, edition.load("parallel")))
    prove.prove(page.content, typeset(page).pdf)
    other = replace(page, html=page.html.replace("10\u00a0to\u00a020", "20\u00a0to\u00a010"))
    with pytest.raises(ProofError) as refused:
        prove.prove(other.content, typeset(other).pdf)
    assert "river.en.md" in {fault.path.name for fault in refused.value.faults}
