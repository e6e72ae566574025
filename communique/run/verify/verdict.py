"""What comes of a comparison, in words for whoever holds the file."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from communique.compare.difference import SAVING, Difference

if TYPE_CHECKING:
    from collections.abc import Sequence


_NOTHING = "nothing that is seen, read aloud or followed was found to differ"


class Outcome(IntEnum):
    """What came out, as the exit status of the command."""

    SAME = 0
    OTHER = 1
    UNDECIDED = 3


@dataclass(frozen=True)
class Verdict:
    """The outcome and the reason, in words, and what was found to differ."""

    outcome: Outcome
    reason: str
    differences: tuple[Difference, ...] = ()


def same() -> Verdict:
    """Return that the bytes are the same."""
    return Verdict(Outcome.SAME, "it is exactly what this version makes of its statement")


def different(found: Sequence[Difference], doubts: Sequence[str], wrong: str) -> Verdict:
    """Return that the file differs, in what was `found` or by what is `wrong` with its statement.

    `doubts` are why it could not be made in the same way.
    """
    reason = wrong or _differs(found)
    return Verdict(Outcome.OTHER, "; ".join([reason, *doubts]), tuple(found))


def undecided(
    doubts: Sequence[str], found: Sequence[Difference] = (), *, compared: bool = False
) -> Verdict:
    """Return that it cannot be decided because of `doubts`, with what was `found` all the same.

    Where it was `compared` with what its statement gives here, that is said.
    """
    reason = f"it cannot be decided here: {'; '.join(doubts)}"
    if compared:
        kinds = _kinds(found)
        reason += (
            f"; what this version makes differs in {_listed(kinds)}" if kinds else (f"; {_NOTHING}")
        )
    return Verdict(Outcome.UNDECIDED, reason, tuple(found))


def _differs(found: Sequence[Difference]) -> str:
    kinds = _kinds(found)
    if kinds:
        return f"it differs in {_listed(kinds)} from what its attached statement gives"
    why = "see below" if found else "another program saved it anew"
    return f"its bytes differ ({why}); {_NOTHING}"


def _kinds(found: Sequence[Difference]) -> list[str]:
    return list(dict.fromkeys(each.kind for each in found if each.kind != SAVING))


def _listed(kinds: Sequence[str]) -> str:
    *others, last = kinds
    return f"{', '.join(others)} and {last}" if others else last
