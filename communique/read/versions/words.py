"""What two texts that belong together say: their figures, their links, and in which language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.read.versions import untranslated
from communique.read.versions.difference import CORRECT, Difference, quoted
from communique.read.versions.figures import spelled
from communique.read.versions.figures.matching import unmatched

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.read.versions.untranslated import Languages
    from communique.read.versions.version import Text

_SHOWN = 5


def compare(mine: Text, theirs: Text, languages: Languages) -> Iterator[Difference]:
    """Yield what two texts do not both say."""
    yield from _figures(mine, theirs)
    yield from _links(mine, theirs)
    if wrong := untranslated.told(languages, mine.own, theirs.own):
        yield Difference(mine.line, wrong, theirs.line, "translate it")


def _figures(mine: Text, theirs: Text) -> Iterator[Difference]:
    found = unmatched(mine.said, theirs.said)
    one = [each for each in found.mine if not spelled.agrees(each, theirs.said)]
    other = [each for each in found.theirs if not spelled.agrees(each, mine.said)]
    if not (one or other):
        one, other = spelled.unmatched(mine.said, theirs.said)
    if one or other:
        wrong = _either(_listed(one), _listed(other))
        yield Difference(mine.line, wrong, theirs.line, CORRECT)
    here, there = found.more
    more = [f"{_listed(here)} here more often than in @"] if here else []
    more += [f"{_listed(there)} in @ more often than here"] if there else []
    if more:
        yield Difference(mine.line, ", and ".join(more), theirs.line, CORRECT)


def _links(mine: Text, theirs: Text) -> Iterator[Difference]:
    if mine.links != theirs.links:
        here, there = mine.links - theirs.links, theirs.links - mine.links
        sides = [" and ".join(_place(each) for each in sorted(side)) for side in (here, there)]
        wrong = _either(*(f"a link to {side}" * bool(side) for side in sides))
        yield Difference(mine.line, wrong, theirs.line, CORRECT)


def _place(leads_to: str) -> str:
    return "a heading" if leads_to == "#" else quoted(leads_to)


def _either(here: str, there: str) -> str:
    """Return that one text has this, and the other that, or one of them nothing."""
    if here and there:
        return f"{here} here, and {there} in @"
    return f"{here} here, and not in @" if here else f"{there} in @, and not here"


def _listed(written: list[str]) -> str:
    more = f" and {len(written) - _SHOWN} more" if len(written) > _SHOWN else ""
    return ", ".join(f"“{each}”" for each in written[:_SHOWN]) + more
