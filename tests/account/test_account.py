"""What the account refuses: whatever reading lost, changed or moved."""

from __future__ import annotations

import random
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from communique.account import account
from communique.model.body import Node
from communique.model.faults import StatementError
from communique.read.markdown.inline import Inline
from communique.read.source import read
from tests.account import mutants
from tests.samples import ROOT, png, with_body

if TYPE_CHECKING:
    from pathlib import Path

    from communique.model.statement import Statement
    from tests.conftest import Write

#: Statements with everything, in both directions of writing, and one without spaces.
FULL = (
    "tests/compose/everything.en.md",
    "tests/compose/everything.ar.md",
    "docs/example.en.md",
    "tests/statements/meeting.ja.md",
)
MUTANTS = 250


def refused(statement: Statement) -> bool:
    """Tell whether the account of a statement that is not what is written refuses it."""
    try:
        account(statement)
    except StatementError as error:
        (fault,) = error.faults
        assert fault.key == "account"
        assert fault.instead
        return True
    return False


@pytest.fixture(params=FULL)
def full(request: pytest.FixtureRequest, tmp_path: Path) -> Statement:
    """Return a statement with everything that may stand in one."""
    path = ROOT / request.param
    for name in ("drop.png", "gauge.png"):
        (tmp_path / name).write_bytes(png())
    for other in (*path.parent.glob("*.svg"), *path.parent.glob("*.png"), path):
        shutil.copy(other, tmp_path / other.name)
    return read(tmp_path / path.name)


def test_a_text_with_one_node_lost_changed_or_moved_is_refused(full: Statement) -> None:
    rng = random.Random(20260312)  # noqa: S311  # the same every time is the point
    missed = [
        text
        for text in mutants.of_body(full.body, rng, MUTANTS)
        if not refused(replace(full, body=text))
    ]
    assert missed == []


def test_a_note_that_is_lost_or_another_is_refused(full: Statement) -> None:
    missed = [text for text in mutants.of_notes(full.body) if not refused(replace(full, body=text))]
    assert missed == []


def test_blocks_in_the_wrong_order_are_refused(full: Statement) -> None:
    blocks = full.body.children
    for index in range(len(blocks) - 1):
        one, two = blocks[index : index + 2]
        swapped = (*blocks[:index], two, one, *blocks[index + 2 :])
        assert refused(replace(full, body=replace(full.body, children=swapped)))


def test_a_block_said_to_be_on_another_line_is_refused(full: Statement) -> None:
    for block in full.body.children:
        for line in (block.line - 1, block.line + 1):
            moved = mutants.becomes(replace(block, line=line))
            text = mutants.changed(full.body, block, moved)
            assert refused(replace(full, body=text))


@pytest.mark.parametrize("anew", [True, False])
def test_numbers_that_run_on_into_an_annex_or_begin_anew_elsewhere_are_refused(
    statement: Write, *, anew: bool
) -> None:
    heading = "## Annex" if anew else "## Fish"
    made = read(statement(f"---\ntitle: A\nnumbered: true\n---\n\nB.\n\n{heading}\n\nC.\n"))
    assert not refused(made)
    *others, last = made.body.children
    assert last.marker == ("1." if anew else "2.")
    wrong = replace(last, marker="2." if anew else "1.")
    assert refused(replace(made, body=replace(made.body, children=(*others, wrong))))


def test_a_number_of_the_authors_own_among_counted_ones_is_text(statement: Write) -> None:
    made = read(
        statement("---\ntitle: A\nnumbered: true\n---\n\n5 bis. B.\n\nC.\n\n[8. D.]\n\nE.\n")
    )
    assert [node.marker for node in made.body.children] == ["", "6.", "", "9."]
    first, *others = made.body.children
    assert refused(
        replace(made, body=replace(made.body, children=(replace(first, marker="5."), *others)))
    )


def test_a_value_of_the_front_matter_that_is_lost_or_changed_is_refused(full: Statement) -> None:
    rng = random.Random(20260312)  # noqa: S311  # as above
    others = [matter for matter in mutants.of_matter(full.matter, rng) if matter != full.matter]
    assert len(others) > 40
    assert [matter for matter in others if not refused(replace(full, matter=matter))] == []


def test_a_key_said_to_be_on_another_line_is_refused(full: Statement) -> None:
    assert refused(replace(full, lines={**full.lines, "title": 1}))


@pytest.mark.parametrize(
    ("body", "wrong", "line", "message"),
    [
        ("One two.", "One.", 5, "“two.” is written here, and “.” was read"),
        ("One.\n\nTwo *more*.", None, 7, "“Two *more*.” would be lost"),
        ("One.", "One.Two", 5, "“Two” was read here, and it is not written here"),
    ],
)
def test_what_is_lost_is_told_with_its_line(
    statement: Write, body: str, wrong: str | None, line: int, message: str
) -> None:
    read_ = read(statement(with_body(body)))
    first = read_.body.children[0]
    if wrong:
        (words,) = first.children
        first = replace(first, children=(replace(words, text=wrong),))
    with pytest.raises(StatementError) as caught:
        account(replace(read_, body=replace(read_.body, children=(first,))))
    (fault,) = caught.value.faults
    assert (fault.line, fault.wrong) == (line, message)
    assert fault.instead.startswith("write it with simpler marks")


def test_reading_asks_the_account_of_every_statement(
    statement: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = statement(with_body("One *two* three."))
    monkeypatch.setattr(
        Inline, "text", lambda _, words: [Node("text", 1, text=words[1:])]
    )  # a parser that loses words
    with pytest.raises(
        StatementError, match=r":5: account: “One \*two\* three\.” is written here, and “ne”"
    ):
        read(path)
