"""Two statements that would become the same file: both are refused, and all others are built."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.command.saying import names
from tests.run.statements import lines
from tests.samples import with_body, with_front

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Build, Write

TEXT = with_front("title: A\nlanguage: en")


def refusals(paths: list[Path], name: str) -> list[str]:
    one, two = paths
    said = f"file: {one} and {two} would both become {name}; rename one of them"
    return [f"{path}:1: {said}" for path in paths]


@pytest.mark.parametrize(
    ("first", "second"),
    [("x.EN.md", "x.en.md"), ("X.en.md", "x.en.md"), ("x.en.md", "x.md"), ("a/x.md", "b/x.en.md")],
)
def test_both_are_refused_and_all_others_are_built(
    build: Build, statement: Write, tmp_path: Path, first: str, second: str
) -> None:
    clashing = [statement(TEXT, first), statement(TEXT, second)]
    good = statement(TEXT, "good.en.md")
    run = build(*clashing, good, "--output", "pdf", "--output", "text")
    name = f"{first[0].replace('a', 'x')}.en.pdf"
    assert run.code == 1
    assert names(tmp_path / "out") == ["good.en.pdf", "good.en.txt"]
    told = refusals(clashing, name)
    assert run.err.splitlines() == [
        *told,
        "2 made, 2 refused:",
        *(f"  {line}" for line in told),
    ]
    run = build("check", *clashing, good)
    assert (run.code, run.out) == (1, f"{good}  no mistakes\n")
    assert run.err.splitlines()[:2] == told


def test_two_halves_of_one_pair_are_refused_and_all_other_pairs_are_built(
    build: Build, statement: Write, tmp_path: Path
) -> None:
    clashing = [statement(TEXT, "x.EN.md"), statement(TEXT, "x.en.md")]
    for name in ("x.de.md", "x.fr.md", "y.en.md", "y.fr.md"):
        statement(with_front("title: A"), name)
    run = build(tmp_path, "--edition", "parallel")
    assert run.code == 1
    assert names(tmp_path / "out") == ["x.de+fr.parallel.pdf", "y.en+fr.parallel.pdf"]
    assert run.err.splitlines()[:2] == refusals(clashing, "x in en")


def test_more_versions_than_stand_side_by_side_are_refused_and_all_other_pairs_are_built(
    build: Build, statement: Write, tmp_path: Path
) -> None:
    for name in ("x.de.md", "x.en.md", "x.fr.md", "y.en.md", "y.fr.md"):
        statement(with_front("title: A"), name)
    said = "x is there in 3 languages; choose two and their order, as in --languages de,en"
    run = build(tmp_path, "--edition", "parallel")
    assert run.code == 1
    assert names(tmp_path / "out") == ["y.en+fr.parallel.pdf"]
    assert run.err.splitlines()[0] == f"{tmp_path}/x.de.md:1: parallel: {said}"
    run = build("check", tmp_path, "--edition", "parallel")
    assert run.code == 1
    well = [f"{tmp_path}/y.{tag}.md  no mistakes" for tag in ("en", "fr")]
    assert run.out.splitlines() == well


def test_a_current_file_stays_and_the_new_statement_that_would_become_it_is_refused(
    build: Build, built: Path
) -> None:
    other = built.parent / "more"
    other.mkdir()
    (other / "s1.en.md").write_text(with_body("Other words."), "utf-8")
    (other / "new.en.md").write_text(with_body("Other words."), "utf-8")
    run = build(built, other)
    assert run.code == 1
    told = [line for line in lines(run.out) if line.startswith(("s1", "new"))]
    assert told[0] == "s1.en.pdf 1 page unchanged"
    assert told[1].startswith("new.en.pdf 1 page")
    refused = refusals([built / "s1.en.md", other / "s1.en.md"], "s1.en.pdf")[1]
    assert run.err.splitlines()[0] == refused


def test_capitals_alone_make_no_other_name_in_any_edition(
    build: Build, statement: Write, tmp_path: Path
) -> None:
    statement(TEXT, "x.en.md")
    statement(TEXT, "X.EN.md")
    run = build(tmp_path, "--edition", "letter")
    assert run.code == 1
    assert "would both become X.en.letter.pdf" in run.err
