"""Square brackets have their line in the file, and those that are not in pairs are told with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique.model.faults import StatementError
from communique.read.drafts import brackets
from communique.read.source import read
from tests.samples import with_body, with_front

if TYPE_CHECKING:
    from tests.conftest import Build, Write

LONG = (
    "One\ntwo [three\nfour\n[five]\nsix] \\[seven\\] [link](https://a.example) and[^1]\n\n"
    "| a |\n|-|\n| [b] |\n\n[^1]: A\n [note]."
)


def faults(path: object, statement: Write, text: str) -> list[str]:
    with pytest.raises(StatementError) as refused:
        brackets.listed(read(statement(text)))
    return [str(fault).removeprefix(f"{path}/meeting.en.md:") for fault in refused.value.faults]


def test_each_passage_has_the_line_on_which_it_begins(statement: Write) -> None:
    listed = brackets.listed(read(statement(with_body(LONG)))).passages
    assert [(each.line, each.words) for each in listed] == [
        (6, "three four [five] six"),
        (8, "five"),
        (9, "seven"),
        (13, "b"),
        (16, "note"),
    ]
    assert [each.place for each in listed] == [*["paragraph 1"] * 4, "note 1 in paragraph 1"]


def test_the_subtitle_has_its_own_line(statement: Write) -> None:
    (listed,) = brackets.listed(read(statement(with_front("title: A\nsubtitle: B [c] d")))).passages
    assert (listed.line, listed.place, listed.words) == (3, "subtitle", "c")


def test_the_title_has_its_own_line(statement: Write) -> None:
    (listed,) = brackets.listed(read(statement(with_front("kind: draft\ntitle: A [b] c")))).passages
    assert (listed.line, listed.place, listed.words) == (3, "title", "b")


def test_brackets_that_are_not_in_pairs_are_told_with_their_lines(
    statement: Write, tmp_path: object
) -> None:
    assert faults(
        tmp_path, statement, with_body("One\n[two\n\nthree\nfour[^1]\n\n[^1]: five]")
    ) == [
        "6: brackets: “[two” is opened and not closed; write ] where it ends, "
        "or delete this bracket",
        "11: brackets: “five]” is closed and was not opened; write [ where it begins, "
        "or delete this bracket",
    ]


def test_check_lists_what_stands_in_brackets(build: Build, statement: Write) -> None:
    path = statement(with_body("We [Norland: shall [not]] act.\n\n1 bis. [Alt 1: So] be it."))
    run = build("check", path, "--brackets")
    *listed, last = run.out.splitlines()
    assert listed == [
        f"{path}:5: paragraph 1: [Norland: shall [not]]",
        f"{path}:5: paragraph 1:   [not]",
        f"{path}:7: paragraph 1 bis: [Alt 1: So]",
        "3 passages in brackets, in 2 paragraphs: 1, 1 bis",
    ]
    assert last.startswith(f"{path}  no mistakes")
    assert run.code == 0


def test_check_refuses_brackets_that_are_not_in_pairs_only_if_it_is_asked_for_them(
    build: Build, statement: Write
) -> None:
    path = statement(with_body("We [shall act."))
    assert build("check", path).code == 0
    run = build("check", path, "--brackets")
    assert (run.code, run.err.split(": ")[0]) == (1, f"{path}:5")
