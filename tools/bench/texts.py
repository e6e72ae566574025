"""Statements to measure with: of one page, of many pages, and many of them."""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING

from measure import ROOT

if TYPE_CHECKING:
    from pathlib import Path

FOUNDING = ROOT / "source" / "copenhagen-quantum-2023.en.md"
_TEXT = """the statement of both governments sets out how ministers and their delegations
will work together on water energy research ports railways and the education of young people in
every region for the coming years with respect for law and the dignity of each person who lives
there"""
_WORDS = re.findall(r"\w+", _TEXT)
_HEAD = """---
title: Joint declaration on rivers
issued: 2031-05-04
issuers:
  - name: Northland
  - name: Southland
---
"""


def one(folder: Path) -> Path:
    """Put the founding statement, which has one page, into `folder`."""
    path = folder / FOUNDING.name
    path.write_bytes(FOUNDING.read_bytes())
    return path


def many(folder: Path, count: int) -> list[Path]:
    """Put so many statements of one page into `folder`."""
    folder.mkdir()
    text = FOUNDING.read_text("utf-8")
    paths = [folder / f"s{number:05}.en.md" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_text(text.replace("innovation", f"innova{number:04}", 1), "utf-8")
    return paths


def long(folder: Path, pages: int) -> Path:
    """Put a statement of so many pages, or one or two more, into `folder`."""
    chance = random.Random(5)  # noqa: S311  # words, not secrets
    parts = [_HEAD]
    for number in range(pages):
        parts.append(f"## Section {number + 1}\n")
        parts += [f"{' '.join(_sentence(chance) for _ in range(6))}\n" for _ in range(4)]
    path = folder / f"p{pages}.en.md"
    path.write_text("\n".join(parts), "utf-8")
    return path


def typst(statement: Path) -> Path:
    """Put the words of a statement beside it as Typst's markup."""
    body = statement.read_text("utf-8").split("---\n", 2)[2]
    escaped = re.sub(r"([\\$#*_`<>@~\[\]/])", r"\\\1", re.sub(r"^#+ ", "= ", body, flags=re.M))
    path = statement.with_suffix(".typ")
    path.write_text('#set page("a4")\n#set text(font: "Libertinus Serif")\n' + escaped, "utf-8")
    return path


def _sentence(chance: random.Random) -> str:
    words = [chance.choice(_WORDS) for _ in range(chance.randint(8, 26))]
    return f"{words[0].capitalize()} {' '.join(words[1:])}."
