"""Random statements: the same seed gives the same statement, with all words it has to print.

`python -m tests.random_statements 17 FOLDER` writes the statement of seed 17.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from tests.random_statements.body import Text
from tests.random_statements.front import Front
from tests.random_statements.words import LANGUAGES, Words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

EDITIONS = ("standard", "letter", "large-print")

_ABBREVIATED = 0.3


@dataclass(frozen=True)
class RandomStatement:
    """A statement nobody made: its files, its edition, and what has to be on paper."""

    seed: int
    language: str
    edition: str
    numbered: bool
    """Whether each word of the text ends in a number of its own."""
    text: str
    front: tuple[str, ...]
    """Words, figures and addresses of the front matter, each to be printed at least once."""
    body: tuple[str, ...]
    """Words, figures and addresses of the text, as often as they are to be printed."""
    pictures: dict[str, bytes]

    @property
    def name(self) -> str:
        """The name of the statement's file."""
        return f"random-{self.seed:04}.{self.language}.md"

    def write(self, folder: Path) -> Path:
        """Write the statement and its pictures into `folder`; return the statement's path."""
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in self.pictures.items():
            (folder / name).write_bytes(data)
        path = folder / self.name
        path.write_text(self.text, "utf-8")
        return path


@cache
def statement(seed: int) -> RandomStatement:
    """Return the statement of `seed`; editions take turns, every second one has numbered words.

    Words of other languages, and words longer than a line, are in about a third of them each.
    """
    rng = random.Random(seed)  # noqa: S311  # the same every time is the point
    tag = rng.choice(LANGUAGES)
    numbered = seed % 2 == 1
    foreign, long = rng.random() < 0.35, rng.random() < 0.35
    front, body = Words(rng, tag), Words(rng, tag, numbered, foreign, long)
    above = Front(rng, front)
    head = above.write()
    text = Text(rng, body)
    markdown = text.write()
    more = ""
    if rng.random() < _ABBREVIATED:
        more += above.abbreviations(_alone(body.said, markdown))
    more += above.status()
    head = head.removesuffix("---\n") + f"{more}---\n"
    return RandomStatement(
        seed,
        tag,
        EDITIONS[seed % len(EDITIONS)],
        numbered,
        f"{head}\n{markdown}",
        tuple(front.said),
        tuple(body.said),
        text.pictures,
    )


def _alone(said: Sequence[str], text: str) -> list[str]:
    """Return those of the words `said` that are words of their own in the plain `text`."""
    alone = set(re.findall(r"(?<![\w…])\w+", text))
    return [word for word in said if word in alone]
