"""A remedy that a button offers ends the fault that it stands beside."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from communique.desk.remedies import with_remedies
from communique.model.faults import Fault, StatementError
from communique.read.source import read

FRONT = "---\ntitle: Lights\n---\n\n"


def said(text: str) -> list[dict[str, Any]]:
    """Return what is said of a text, with its remedies."""
    path = Path("a.en.md")
    found: tuple[Fault, ...]
    try:
        found = read(path, text.encode()).remarks
    except StatementError as error:
        found = error.faults
    listed = [{**each._asdict(), "file": ""} for each in found]
    return with_remedies(listed, text)


def mended(text: str, remedy: dict[str, Any]) -> str:
    lines = text.split("\n")
    lines[remedy["line"] - 1 : remedy["line"] - 1 + remedy["remove"]] = remedy["insert"]
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        (f"{FRONT}The text:\n1) one\n2) two\n", "Put an empty line before it"),
        ("---\ntitle: Lights: a pledge\n---\n\nA.\n", "Put it in quotes"),
        ("---\ntitle: A\nissued: 12 March 2026\n---\n\nA.\n", "Write 2026-03-12"),
        ("---\ntitle: A\nissuers:\n  - nmae: Ada\n---\n\nA.\n", "Write name"),
        ("---\ntitle: A\nisued: 2026-03-12\n---\n\nA.\n", "Write issued"),
        (f"{FRONT}#Heading one\n\nA.\n", "Make it a heading"),
        (f"{FRONT}##Heading one\n\nA.\n", "Put a space there"),
        (f"{FRONT}- one\n\n-two\n", "Put a space there"),
        ("---\ntitle: A\nunsettled:\n  - 'a word'\n---\n\nA.\n", "It is settled"),
        ("---\ntitle: A\nunsettled:\n  - 'a'\n  - 'b'\n---\n\nA.\n", "It is settled"),
    ],
)
def test_a_remedy_ends_its_fault(text: str, label: str) -> None:
    before = said(text)
    (fault, *_) = (each for each in before if each["remedy"])
    assert fault["remedy"]["label"] == label
    after = said(mended(text, fault["remedy"]))
    assert len(after) < len(before) or not after


def test_the_list_of_what_is_to_be_settled_goes_with_its_last_line() -> None:
    text = "---\ntitle: A\nunsettled:\n  - 'a'\n  - 'b'\n---\n\nA.\n"
    for _ in range(2):
        text = mended(text, said(text)[0]["remedy"])
    assert text == "---\ntitle: A\n---\n\nA.\n"


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: A\nissued: 12.3.2026\n---\n\nA.\n",
        "---\ntitle: A\n---\n\nA [word.\n",
        "A.\n",
    ],
)
def test_where_it_is_not_certain_there_is_no_button(text: str) -> None:
    assert [each["remedy"] for each in said(text)] == [None] * len(said(text))


def test_what_is_said_of_another_file_has_no_button() -> None:
    told = {"line": 1, "key": "a", "wrong": "b", "instead": "did you mean c?", "file": "b.en.md"}
    assert with_remedies([told], "a: b")[0]["remedy"] is None
    assert with_remedies([{**told, "file": "", "line": 9}], "a: b")[0]["remedy"] is None
