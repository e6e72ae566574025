"""A statement of 116 lines in five languages, line by line, and differences planted in it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from communique.read import versions
from communique.read.source import read

if TYPE_CHECKING:
    from collections.abc import Callable

    from communique.model.statement import Statement
    from tests.conftest import Write

    Lines = list[str]
    Change = Callable[[Lines], None]

TEXTS = Path(__file__).parent / "texts"
PAIRS = [("en", "fr"), ("en", "ar"), ("de", "en"), ("en", "zh-Hans")]


def lines_of(tag: str) -> Lines:
    """Return the lines of the statement in a language; the first is line 1."""
    return ["", *(TEXTS / f"harbours.{tag}.md").read_text("utf-8").splitlines()]


def beside(statement: Write, one: str, other: str, lines: Lines) -> Statement:
    """Return the statement in one language, with the lines of the other one beside it."""
    first = read(TEXTS / f"harbours.{one}.md")
    text = "\n".join(lines[1:]) + "\n"
    return replace(first, beside=read(statement(text, f"harbours.{other}.md")))


def told(both: Statement) -> tuple[list[str], list[str]]:
    """Return the faults and the remarks, each from its line on, without paths."""
    found = versions.compared(both)
    assert both.beside
    paths = f"{both.beside.path}:", ""
    each = (list(found), found.remarks)
    said = ([f"{f.line}: {f.wrong}".replace(*paths) for f in faults] for faults in each)
    faults, remarks = said
    return faults, remarks


def without(*numbers: int) -> Change:
    """Return what takes lines out, each with the empty one below it if there is one."""

    def change(lines: Lines) -> None:
        for number in sorted(numbers, reverse=True):
            after = 2 if not lines[number + 1 : number + 2] or not lines[number + 1] else 1
            del lines[number : number + after]

    return change
