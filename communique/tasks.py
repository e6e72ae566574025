"""What is asked of a worker: to read a statement, to compare two versions, to make a PDF."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from communique.stack import roomy

if TYPE_CHECKING:
    from pathlib import Path

    from communique.card import Card
    from communique.made import Made


def read(path: Path) -> Card:
    """Return the card of the statement at `path`; raises `StatementError` where it has faults."""
    from communique import card, source  # noqa: PLC0415  # who hands out the tasks needs neither

    start = time.perf_counter()
    statement = source.read(path)
    return card.pack(statement, time.perf_counter() - start)


def check(cards: tuple[Card, ...]) -> None:
    """Raise `StatementError` where the two versions of a statement do not match."""
    from communique import card, parallel  # noqa: PLC0415  # as above

    parallel.check(card.unpack(cards))


@roomy
def make(cards: tuple[Card, ...], edition: str, **options: Any) -> Made:
    """Return what `communique.pipeline.make` makes of the statement on the `cards`."""
    from communique import card, pipeline  # noqa: PLC0415  # as above

    made = pipeline.make(card.unpack(cards), edition, **options)
    made.timer.seconds["read"] = sum(card.seconds for card in cards)
    return made


def forget() -> None:
    """Read the files of ``templates`` anew from now on; they have changed."""
    from communique import edition, language, theme  # noqa: PLC0415  # as above

    for kept in (edition.load, language.load, theme.load):
        kept.cache_clear()
