"""The verb check: a line for each statement, whatever another one does."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from communique.model.faults import Fault, StatementError
from communique.run.batch import check
from tests.samples import with_body

if TYPE_CHECKING:
    from communique.read.packed import PackedStatement
    from tests.conftest import Build, Write


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Words.", "no mistakes"),
        ("[[Costs]].", "no mistakes, 1 remark"),
        ("[[Costs]].\n\n[[Fees]].", "no mistakes, 2 remarks"),
    ],
)
def test_check_counts_remarks_behind_no_mistakes(
    build: Build, statement: Write, text: str, said: str
) -> None:
    path = statement(with_body(text))
    run = build("check", path, "--edition", "standard", "--edition", "letter")
    assert (run.code, run.out) == (0, f"{path}  {said}\n")
    event = json.loads(build("check", path, "--format", "json").out.splitlines()[-2])
    assert (event["event"], event["remarks"]) == ("checked", run.err.count(": remark: "))


def test_an_account_that_cannot_be_given_keeps_no_other_back(
    build: Build, statement: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_: str, packed: tuple[PackedStatement, ...]) -> object:
        if packed[0].path == bad:
            raise StatementError([Fault(bad, 1, "file", "it took too long", "shorten it")])
        return []

    monkeypatch.setattr(check, "do", fails)
    bad, good = statement(name="a.en.md"), statement(name="b.en.md")
    run = build("check", bad, good, "--account")
    assert (run.code, run.out) == (1, f"{good}\n{good}  no mistakes\n")
    assert run.err.splitlines()[0] == f"{bad}:1: file: it took too long; shorten it"
