"""The kinds of fault, and how they get from one process to another."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from communique.model.faults import (
    BugError,
    DesignError,
    Fault,
    Faults,
    FaultsError,
    ProofError,
    StatementError,
)

KINDS = (StatementError, DesignError, ProofError)


@pytest.mark.parametrize("kind", KINDS)
def test_faults_are_raised_as_the_kind_that_was_said_in_the_order_of_their_lines(
    kind: type[FaultsError],
) -> None:
    faults = Faults(Path("a.css"), kind)
    faults.check()
    faults.add(7, "b", "it is wrong", "mend it")
    faults.add(3, "a", "it is\nwrong", "mend it")
    faults.add(3, "a", "it is wrong", "mend it")
    with pytest.raises(kind) as refused:
        faults.check()
    assert str(refused.value).split("\n") == [
        "a.css:3: a: it is wrong; mend it",
        "a.css:7: b: it is wrong; mend it",
    ]


def test_lost_words_are_told_before_what_comes_of_them() -> None:
    faults = Faults(Path("a.en.md"), ProofError)
    for line, key in ((9, "words"), (1, "tags"), (3, "words"), (2, "place")):
        faults.add(line, key, "it is wrong", "mend it")
    with pytest.raises(ProofError) as refused:
        faults.check()
    told = [(fault.line, fault.key) for fault in refused.value.faults]
    assert told == [(3, "words"), (9, "words"), (1, "tags"), (2, "place")]
    assert pickle.loads(pickle.dumps(refused.value)).faults == refused.value.faults  # noqa: S301


def test_what_is_not_said_is_a_mistake_of_the_author() -> None:
    assert Faults(Path("a.md")).error is StatementError


@pytest.mark.parametrize("kind", KINDS)
def test_no_kind_is_taken_for_another(kind: type[FaultsError]) -> None:
    assert [other for other in KINDS if issubclass(kind, other)] == [kind]


@pytest.mark.parametrize(
    "error",
    [
        *(kind([Fault(Path("a.css"), 3, "a", "wrong", "mend it")]) for kind in KINDS),
        BugError("TypeError: no", "Traceback"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_every_kind_comes_whole_from_another_process(error: FaultsError | BugError) -> None:
    again = pickle.loads(pickle.dumps(error))  # noqa: S301  # our own
    assert type(again) is type(error)
    assert (str(again), vars(again)) == (str(error), vars(error))
