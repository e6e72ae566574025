"""Two versions of a text, and what its corrigendum says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique import turns
from communique.content.content import content_of
from communique.content.texts import texts
from communique.design import edition
from communique.model.faults import Faults
from communique.prove.corrections import note_corrections
from communique.read.source import read

if TYPE_CHECKING:
    from pathlib import Path

    from communique.model.faults import Fault
    from communique.model.statement import Statement

HEAD = "---\ntitle: Lights\nissued: 2026-03-12\nsymbol: GS/7\n---\n\n"
TEXT = f"""\
{HEAD}Norland and Valdore renew the nine lights by the end of 2028.[^1] Ships may pass, as before.

Both share the costs, and each pays half of them.

## What is done

Both sides will:

(a) repair two lights;

(b) renew the other seven;

(c) publish a report.

| Light | Cost |
|---|---:|
| Grey Point | 12 |
| Long Sand | 7 |

The sum was agreed by experts.

[^1]: Average of 2025.
"""


def statements(folder: Path, old: str, new: str, language: str = "en") -> tuple[Statement, ...]:
    """Return both versions, read from folders of their own."""
    found = []
    for name, text in (("old", old), ("new", new)):
        path = folder / name / f"meeting.{language}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
        found.append(read(path))
    return tuple(found)


def changed(text: str, *pairs: tuple[str, str]) -> str:
    """Return a text with the second of each pair in place of the first, which is in it."""
    for old, new in pairs:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def corrigendum(folder: Path, old: str, new: str, language: str = "en") -> Statement:
    """Return the corrigendum, whose corrections make the new version of the old one."""
    earlier, later = statements(folder, old, new, language)
    made = turns.turned(later, "corrigendum", earlier)
    assert doubts(made) == []
    return made


def noted(made: Statement) -> list[Fault]:
    """Return what the proof notes of the words of a corrigendum."""
    content = content_of(made, edition.load("parallel" if made.beside else "standard"))
    faults = Faults(made.path)
    note_corrections(content, texts(content), faults)
    return list(faults)


def doubts(made: Statement) -> list[str]:
    """Return what is wrong with it in the eyes of the proof."""
    return [fault.wrong for fault in noted(made)]


def said(made: Statement) -> list[str]:
    """Return what it says below its introduction; a place ends in a colon."""
    return [
        f"{node.plain}:" if node.kind == "heading" else node.plain
        for node in made.body.children[1:]
    ]
