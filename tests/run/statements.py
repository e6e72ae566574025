"""Many statements, and what was said of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.run.request import Request

if TYPE_CHECKING:
    from pathlib import Path

#: The statements of a folder, s0 and so on.
COUNT = 4


def request(out: Path) -> Request:
    return Request(out, ["standard"], [], [], 1)


def lines(text: str) -> list[str]:
    """Return the lines of a command, without the seconds."""
    return [" ".join(line.split("/")[-1].split()[:4]) for line in text.splitlines()]
