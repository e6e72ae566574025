"""What comes of a comparison, in words for whoever holds the file."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

from communique.compare.difference import SAVING, Difference

if TYPE_CHECKING:
    from collections.abc import Sequence


ASK = "ask the sender for the file as it was issued"
"""What to do with a file that is not the same, where nothing better is known."""
_NOT_WHOSE = "this does not show who issued it"
_NOTHING = "nothing that is seen, read aloud or followed was found to differ"


class Outcome(IntEnum):
    """What came out, as the exit status of the command."""

    SAME = 0
    OTHER = 1
    UNDECIDED = 3


class Doubt(NamedTuple):
    """Why it cannot be decided whether a file is the same, and what to do."""

    why: str
    advice: str = ASK


@dataclass(frozen=True)
class Verdict:
    """The outcome and the reason, in words, and what was found to differ."""

    outcome: Outcome
    reason: str
    differences: tuple[Difference, ...] = ()
    advice: str = ASK
    """What to do, or to bear in mind."""
    saved_by: str = ""
    """The other program that the file says has saved it anew, if it says so."""
    templates: str = ""
    """The folder of a project's own templates with which alone the bytes are the same, if so."""


def same(templates: str = "") -> Verdict:
    """Return that the bytes are the same, perhaps with the `templates` of a project alone.

    A theme or a language of it may let the page say what no other project would.
    """
    reason = "it is exactly what this version makes of its statement"
    if templates:
        reason += f" with the templates of {templates}"
    return Verdict(Outcome.SAME, reason, advice=_NOT_WHOSE, templates=templates)


def different(
    found: Sequence[Difference], doubts: Sequence[Doubt], wrong: str, *, saved_by: str = ""
) -> Verdict:
    """Return that the file differs, in what was `found` or by what is `wrong` with its statement.

    `doubts` are why it could not be made in the same way; it may be `saved_by` another program.
    """
    reason = "; ".join([wrong or _differs(found, saved_by), *(doubt.why for doubt in doubts)])
    return Verdict(Outcome.OTHER, reason, tuple(found), saved_by=saved_by)


def undecided(
    doubts: Sequence[Doubt],
    found: Sequence[Difference] = (),
    *,
    compared: bool = False,
    saved_by: str = "",
) -> Verdict:
    """Return that it cannot be decided because of `doubts`, with what was `found` all the same.

    Where it was `compared` with what its statement gives here, that is said.
    """
    reason = f"it cannot be decided here: {'; '.join(doubt.why for doubt in doubts)}"
    if compared:
        kinds = _kinds(found)
        reason += (
            f"; what this version makes differs in {_listed(kinds)}" if kinds else (f"; {_NOTHING}")
        )
    advice = "; ".join(dict.fromkeys(doubt.advice for doubt in doubts))
    return Verdict(Outcome.UNDECIDED, reason, tuple(found), advice, saved_by)


def _differs(found: Sequence[Difference], saved_by: str) -> str:
    kinds = _kinds(found)
    if kinds:
        return f"it differs in {_listed(kinds)} from what its attached statement gives"
    why = " (see below)" if found else "" if saved_by else " (another program saved it anew)"
    return f"its bytes differ{why}; {_NOTHING}"


def _kinds(found: Sequence[Difference]) -> list[str]:
    return list(dict.fromkeys(each.kind for each in found if each.kind != SAVING))


def _listed(kinds: Sequence[str]) -> str:
    *others, last = kinds
    return f"{', '.join(others)} and {last}" if others else last
