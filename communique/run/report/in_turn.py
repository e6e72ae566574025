"""What is done in any order is told in its own."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@contextmanager
def in_turn() -> Iterator[Callable[[int, Callable[[], None]], None]]:
    """Give what takes a number from 0 on and what tells of it, and tells in order of the numbers.

    What still waits for its turn in the end is told then, also where Ctrl-C ended it.
    """
    ready: dict[int, Callable[[], None]] = {}
    told = 0

    def tell(number: int, what: Callable[[], None]) -> None:
        nonlocal told
        ready[number] = what
        while told in ready:
            ready.pop(told)()
            told += 1

    try:
        yield tell
    finally:
        for number in sorted(ready):
            ready[number]()
