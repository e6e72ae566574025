"""The README and the pages of docs/, in pieces that can be compared with the program."""

from __future__ import annotations

import re
import subprocess
import sys
from textwrap import dedent
from typing import TYPE_CHECKING

from tests.samples import ROOT

if TYPE_CHECKING:
    from pathlib import Path

README, CHANGELOG, CONTRIBUTING = "README.md", "CHANGELOG.md", "CONTRIBUTING.md"
TRUST = "docs/trust.md"
INSTALL = "docs/install.md"
AUTHORS, DESIGNERS, DEVELOPERS = "docs/authors.md", "docs/designers.md", "docs/developers.md"
CHANGES = "docs/changes.md"
LANGUAGES = "docs/languages.md"
VERSIONS = "docs/versions.md"
WORD = "docs/word.md"
DESK = "docs/desk.md"
PAGES = (
    *(README, CHANGELOG, CONTRIBUTING, INSTALL, AUTHORS, DESIGNERS, DEVELOPERS, CHANGES, TRUST),
    LANGUAGES,
    VERSIONS,
    WORD,
    DESK,
)
#: What the pages tell the reader to make; the tests make it, too.
MADE = frozenset(
    (
        "source/x.en.md",
        "source/lights.en.md",
        "source/lights.fr.md",
        "source/meeting.en.md",
        "source/spring/meeting.en.md",
        "templates/editions/large-letter.yaml",
        "templates/editions/larger.yaml",
        "templates/editions/notice.yaml",
        "templates/styles/notice.css",
        "templates/themes/harbour.yaml",
        "templates/themes/harbour.svg",
        "templates/languages/ga.yaml",
    )
)
FENCE = re.compile(r"^( *)```(\w+)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"(`+) ?(.+?) ?\1")


def text(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def prose(name: str) -> str:
    """Return a page without its code blocks."""
    return FENCE.sub("", text(name))


def words(name: str) -> str:
    """Return the prose of a page on one line."""
    return " ".join(prose(name).split())


def blocks(name: str, *languages: str) -> list[str]:
    """Return the code blocks of a page that are in one of the `languages`."""
    return [dedent(code) for _, kind, code in FENCE.findall(text(name)) if kind in languages]


def block_after(name: str, lead: str) -> str:
    """Return the first code block after the words `lead`."""
    match = FENCE.search(text(name), text(name).index(lead))
    assert match is not None
    return dedent(match[3])


def table(name: str, heading: str, number: int = 0) -> list[list[str]]:
    """Return the cells of a table below a heading, without its head."""
    below = prose(name).split(f"\n{heading}\n", 1)[1]
    tables = re.findall(r"(?:^\|.*\n)+", below, re.MULTILINE)
    rows = tables[number].strip().split("\n")[2:]
    return [[cell.strip() for cell in row.strip("|").split(" | ")] for row in rows]


def plain(cell: str) -> str:
    """Return what a cell says in code marks, or else the cell."""
    match = _CODE.fullmatch(cell)
    return match[2] if match else cell


def column(name: str, heading: str, number: int = 0) -> list[str]:
    return [plain(row[0]) for row in table(name, heading, number)]


def in_code(name: str) -> list[str]:
    """Return everything that a page shows as a command: code marks and blocks."""
    return [match[1] for match in _CODE.findall(prose(name))] + blocks(name, "sh")


def run(folder: Path, *arguments: str) -> str:
    """Run a program of ours in `folder`; return what it said."""
    done = subprocess.run(  # noqa: S603  # our own program
        [sys.executable, *arguments],
        cwd=folder,
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
