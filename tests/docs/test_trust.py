"""The page about trust: what is to be answered, and how one's own text is compared."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from communique.command import cli
from communique.compare.difference import Difference
from communique.run import verify
from communique.run.verify.verdict import ASK, Doubt, different, same, undecided
from tests.attack.hostile import INPUTS
from tests.attack.test_environments import _BEFORE
from tests.docs.pages import TRUST, table, text
from tests.environments import ENVIRONMENTS

if TYPE_CHECKING:
    from pathlib import Path


def test_checking_comes_before_what_engineers_ask_for() -> None:
    headings = [line for line in text(TRUST).splitlines() if line.startswith("## ")]
    assert headings[0] == "## How to check a PDF"
    assert headings[-1] == "## What every build proves"


def test_each_answer_is_listed_as_it_begins() -> None:
    answers = [row[0].replace("`", "") for row in table(TRUST, "## How to check a PDF")]
    assert answers == [
        same().reason,
        same("FOLDER").reason.replace("it is exactly what this version makes", "…"),
        "it differs in …, or its bytes differ …",
        "it cannot be decided here: …",
    ]
    looks = different([Difference("looks", "page 1 looks otherwise")], [], "")
    assert looks.reason.startswith("it differs in looks")
    assert different([], [], "").reason.startswith("its bytes differ ")
    assert undecided([Doubt("it is a folder")]).reason.startswith("it cannot be decided here: ")
    assert ASK in " ".join(text(TRUST).split()).replace("Ask the", "ask the")


def test_another_text_built_anew_is_the_same_as_its_own_and_not_as_ours(desk: Path) -> None:
    ours = desk / "source" / "meeting.en.md"
    assert cli.main(["--out", "issued"]) == 0
    assert cli.main(["build", "source/meeting.en.md", "--out", "mine"]) == 0
    ours.write_text(ours.read_text("utf-8").replace("2028", "2038"), "utf-8")
    assert cli.main(["--out", "received"]) == 0
    issued, mine, received = (
        desk / folder / "meeting.en.pdf" for folder in ("issued", "mine", "received")
    )
    assert verify.verify(received) == verify.verify(issued) == same()
    sums = [hashlib.sha256(path.read_bytes()).digest() for path in (issued, mine, received)]
    assert sums[0] == sums[1] != sums[2]


def test_what_was_tried_is_what_the_harnesses_try() -> None:
    for tried, count, _, harness in table(TRUST, "## What was tried to break it"):
        number = f"{int(count.replace(',', '')):_}"
        assert f"whole={number})" in text(harness.strip("`")), tried
    inputs, environments = len(INPUTS), len(ENVIRONMENTS) + len(_BEFORE)
    assert f"So are {inputs} [hostile inputs]" in text(TRUST)
    assert f"every kind and {environments}\nenvironments" in text(TRUST)
