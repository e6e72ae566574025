"""Tells how many mutants live: on the screen and as a page of the docs."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ruamel.yaml import YAML

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from changes import Mutant

HERE = Path(__file__).parent
EXPLAINED = HERE / "explained.yaml"
PAGE = HERE.parents[1] / "docs" / "mutants.md"
#: The share that has to be killed in each room.
LEAST = {"read": 0.85, "prove": 0.95, "publish": 0.85, "difference": 0.85}
#: Of fewer mutants, as a sample has of a small room, the share says little.
_MANY = 50
#: Every mutant that lives in this room is explained.
_STRICT = "prove"
_BEGINNING = """# Mutants

A test that cannot fail is worth nothing. `make mutants` makes one small change, a mutant, in the
code of the rooms that must not fail, runs those tests of the room that run the changed place, and
expects one of them to fail. It changes comparisons, numbers, conditions, what is returned and
entries of tables, and leaves out statements and calls; it changes no texts and no types. A mutant
that no test runs counts as one that lives. [How it works](developers.md#mutants) is told to
developers.

This page is written by `make mutants`; the last time on {date}. What was written
or changed since has not met it yet.

| Module | Mutants | Killed | Share |
|---|---|---|---|
"""


def tell(ends: Mapping[Mutant, str], *, whole: bool) -> int:
    """Print the figures, write the page if they are `whole`, and return the exit status.

    Of a part, what lives unexplained is printed and no more: the share of it counts.
    """
    rows = list(_rows(ends))
    for row in rows:
        print("{:36} {:>6} {:>6} {:>8}".format(*row))
    lives = [mutant.name for mutant, end in ends.items() if not end]
    explained: dict[str, Any] = YAML(typ="safe").load(EXPLAINED) or {}
    wrong = [
        f"{name}: {share:.1%} of the mutants are killed, and not {LEAST[name]:.0%}"
        for name, (count, killed) in _counts(ends).items()
        if name in LEAST and count >= _MANY and (share := killed / count) < LEAST[name]
    ]
    wrong += [f"broken: {m.name}: {end}" for m, end in ends.items() if end.startswith("broken")]
    unexplained = [name for name in lives if name.startswith(_STRICT) and name not in explained]
    strange = [f"lives and is not explained: {name}" for name in unexplained]
    if whole:
        wrong += strange
        wrong += [f"explained, but killed or gone: {name}" for name in explained.keys() - lives]
        PAGE.write_text("".join(_page(rows, lives, explained)), "utf-8")
    print("\n".join(wrong if whole else [*wrong, *strange]))
    return 1 if wrong else 0


def _room(mutant: Mutant) -> str:
    return mutant.scope.module.split("/")[0]


def _counts(ends: Mapping[Mutant, str]) -> dict[str, list[int]]:
    """Return how many mutants there are and how many are killed, by room and by module."""
    found: dict[str, list[int]] = {}
    for mutant, end in ends.items():
        for name in (_room(mutant), mutant.scope.module):
            count = found.setdefault(name, [0, 0])
            count[0] += 1
            count[1] += bool(end)
    return found


def _rows(ends: Mapping[Mutant, str]) -> Iterator[tuple[str, int, int, str]]:
    for name, (all_, killed) in sorted(_counts(ends).items()):
        yield name, all_, killed, f"{killed / all_:.1%}"


def _page(
    rows: Sequence[tuple[str, int, int, str]], lives: Sequence[str], explained: Mapping[str, str]
) -> Iterator[str]:
    yield _BEGINNING.format(date=datetime.date.today().isoformat())
    for name, *figures in rows:
        shown = f"`{name}`" if "/" in name else f"**{name}**"
        yield f"| {shown} | {' | '.join(map(str, figures))} |\n"
    yield "\n## Those of the proof that live\n\nEach of them, and why it does no harm.\n"
    for name in lives:
        if name.startswith(_STRICT):
            place, _, change = name.partition(": ")
            before, _, after = change.partition(" → ")
            yield f"\n`{place}`\n\n```diff\n- {before}\n+ {after}\n```\n\n"
            yield f"{explained.get(name, 'Not explained yet.').strip()}\n"
