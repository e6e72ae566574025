"""A file that was damaged anywhere is read whole or told what is wrong with it, in its own words.

The account is the last to look: where it finds something lost, the parser has a hole that no
message knows of.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from communique.model.faults import StatementError
from communique.read.source import read
from tests.attack.marked_text import STRAY
from tests.attack.sizes import size
from tests.attack.test_words_lost import written
from tests.samples import MEETINGS, ROOT, SOURCE, png

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.attack

FILES = size(sample=600, whole=20_000)
GENERATED = 40
#: What a slip of the hand, or a paste, puts anywhere.
PUT = (
    *STRAY,
    *("\n", "\n\n", "    ", "\r", "\n---\n", "\n> ", "\n- ", "\n1. ", "[^1]: ", "\n\n[^1]: x\n"),
    *("\n[a]: https://a.org\n", "&amp;", "\\\n", "  \n", ": ", "# ", '"', "'", "[a]", "(b)"),
    *("<https://a.org>", "\u3000", "*a*", "\n|---|\n", "e\u0301", "א", "ا", "中", "\0", "\u2029"),
)


def damaged(text: str, rng: random.Random) -> str:
    """Return a text with some places deleted, doubled, overwritten, and lines changed over."""
    for _ in range(rng.choice((1, 1, 2, 3, 8))):
        start = rng.randrange(len(text) + 1)
        end = start + rng.choice((0, 0, 1, 2, 5, 20))
        match rng.randrange(6):
            case 0:
                text = text[:start] + text[end:]
            case 1:
                there = rng.randrange(len(text) + 1)
                text = text[:there] + text[start:end] + text[there:]
            case 2:
                lines = text.split("\n")
                one, other = rng.randrange(len(lines)), rng.randrange(len(lines))
                lines[one], lines[other] = lines[other], lines[one]
                text = "\n".join(lines)
            case _:
                text = text[:start] + rng.choice(PUT) + text[end:]
    return text


def test_a_damaged_file_is_read_or_told_its_mistakes(
    tmp_path: Path, say: Callable[[str], None]
) -> None:
    (tmp_path / "p.png").write_bytes(png())
    paths = (*SOURCE.glob("*.md"), *MEETINGS.glob("*.md"), *ROOT.glob("docs/*.*.md"))
    texts = [path.read_text("utf-8") for path in sorted(paths)]
    texts += [written(seed)[0] for seed in range(GENERATED)]
    whole = 0
    for seed in range(FILES):
        rng = random.Random(seed)  # noqa: S311  # the same every time is the point
        text = damaged(rng.choice(texts), rng)
        try:
            read(tmp_path / "meeting.en.md", text.encode())
            whole += 1
        except StatementError as error:
            lost = [str(fault) for fault in error.faults if fault.key == "account"]
            assert lost == [], (seed, lost, text)
    say(f"{FILES} damaged files: {whole} read whole, the others told their mistakes, 0 tracebacks")
