"""The turns: what a statement can be turned into before its page is composed.

A turn is one module that makes a statement of a statement, and one row here; where a stylesheet of
its name is among ``templates/styles/turns``, that comes after those of the edition. Editions stay
paper and type, so each turn is there in every edition and output.

``turned(statement, name, earlier)`` of such a module returns the statement that is set in place of
`statement`, and of the one beside it, and notes in its `turned` how it was made. Raises
`StatementError` where that cannot be. The modules are imported only when something is turned.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from communique.store.known import Known
from communique.store.naming import PLAIN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from communique.model.statement import Statement


#: A number from 1 on, in one way alone, since it is part of a file's name.
_NUMBER = re.compile("[1-9][0-9]{0,3}")


class Filed(NamedTuple):
    """What the names of files tell of a text and of the version with which it is compared."""

    now: Known = Known()
    before: Sequence[Known] = ()
    """The earlier version, one in each language."""
    corrigendum: int | None = None
    """Which corrigendum of the text is made, if it says so."""


def _since(filed: Filed) -> str:
    return f"-since-{_told_apart(filed.before, filed.now)}" if filed.before else ""


def _told_apart(before: Sequence[Known], now: Known) -> str:
    """Return what tells a version from that of `now`: its draft, or its day, or else its bytes."""
    first = before[0]
    if first.status not in ("", now.status):
        return first.status
    if first.day not in ("", now.day):
        return first.day
    return "-".join(each.digest for each in before)


def _number(filed: Filed) -> str:
    return f"-{filed.corrigendum}" if filed.corrigendum and filed.corrigendum > 1 else ""


class Turn:
    """A way to turn a statement into another one."""

    def __init__(  # noqa: PLR0913  # a row has so many columns
        self,
        name: str,
        about: str,
        *,
        make: str = "",
        since: bool = False,
        both: bool = False,
        each: bool = False,
        working: bool = False,
        grounds: bool = False,
        expects: str = "",
        behind: Callable[[Filed], str] = lambda _: "",
    ) -> None:
        self.name = name
        """What ``--as`` calls it."""
        self.about = about
        """A line for whoever chooses."""
        self.since = since
        """Whether it needs an earlier version, which ``--since`` names."""
        self.both = both
        """Whether what it makes holds the text of both versions."""
        self.each = each
        """Whether it makes one for each party, with its number: alternat-1, alternat-2."""
        self.working = working
        """Whether it is a print to work with: no page is saved by setting its text closer."""
        self.grounds = grounds
        """Whether its stylesheet gives words a ground."""
        self.expects = expects
        """The key of remarks that are not told, since what they tell of is expected."""
        self.behind = behind
        """What stands behind its name in those of files, so that neither replaces another."""
        self._make = make

    def turned(self, statement: Statement, name: str, earlier: Statement | None) -> Statement:
        """Return what `statement` becomes; `name` is that of the turn, perhaps with a number."""
        if not self._make:
            return statement
        from pkgutil import resolve_name  # noqa: PLC0415  # only where something is turned

        make: Callable[[Statement, str, Statement | None], Statement] = resolve_name(self._make)
        return make(statement, name, earlier)


_ALTERNAT = "communique.turns.alternat:turned"
TURNS = {
    turn.name: turn
    for turn in (
        Turn(PLAIN, "the statement as it is"),
        Turn(
            "negotiation",
            "numbers of lines, a wide margin, and marked brackets",
            make="communique.turns.negotiation:turned",
            working=True,
            grounds=True,
            expects="brackets",
        ),
        Turn(
            "changes",
            "what changed since an earlier version, underlined and struck through",
            make="communique.turns.changes:turned",
            since=True,
            both=True,
            working=True,
            behind=_since,
        ),
        Turn(
            "corrigendum",
            "what in an earlier text is to be read otherwise",
            make="communique.turns.corrigendum:turned",
            since=True,
            behind=_number,
        ),
        Turn("alternat", "one original for each party", make=_ALTERNAT, each=True),
    )
}


def turn_of(name: str) -> Turn:
    """Return the turn of that `name`, which may have a number: alternat-2. Raises `KeyError`."""
    return TURNS[name.partition("-")[0]]


def is_known(name: str) -> bool:
    """Tell whether there is a turn of that `name`, which has a number where it is for a party."""
    return name in TURNS or number_of(name) > 0


def is_for_each(name: str) -> bool:
    """Tell whether the turn of that `name` makes one for each party; with a number it makes one."""
    return name in TURNS and TURNS[name].each


def number_of(name: str) -> int:
    """Return the number, from 1, of the party for which the turn of that `name` is made.

    That is 0 where it is for none of them.
    """
    turn, _, number = name.partition("-")
    return int(number) if is_for_each(turn) and _NUMBER.fullmatch(number) else 0


def names(name: str, parties: int) -> tuple[str, ...]:
    """Return the names of all that the turn of that `name` makes of a statement.

    That is one for each of so many `parties`, where it is for each of them and has no number. Where
    there are none, it is the name alone: the turn says what is wrong.
    """
    if is_for_each(name) and parties:
        return tuple(f"{name}-{number}" for number in range(1, parties + 1))
    return (name,)


def called(name: str, filed: Filed) -> str:
    """Return what files call what the turn of that `name` makes: changes-since-draft-1."""
    return name + turn_of(name).behind(filed)


def turned(statement: Statement, name: str, earlier: Statement | None = None) -> Statement:
    """Return what `statement` becomes by the turn of that `name`, compared with an `earlier` one.

    A remark tells where that one looks newer. Raises `StatementError` where it cannot be turned so.
    """
    result = turn_of(name).turned(statement, name, earlier)
    if earlier is None or result.turned is None:
        return result
    from communique.turns import newer  # noqa: PLC0415  # only where two versions are compared

    said = map(newer.fault, statement.versions, earlier.versions)
    remarks = (*result.turned.remarks, *filter(None, said))
    return replace(result, turned=replace(result.turned, remarks=remarks))


def with_lists(statement: Statement) -> Statement | None:
    """Return what two versions become where all their tables are lists before they are compared.

    Of all that does not hold the text of both, None.
    """
    from communique.model.tables.records import with_records  # noqa: PLC0415  # seldom needed
    from communique.model.tables.wide import tables  # noqa: PLC0415

    def listed(version: Statement) -> Statement:
        most = max(len(tables(one.body)) for one in version.versions)
        return with_records(version, set(range(most)))

    return compared_anew(statement, listed)


def compared_anew(
    statement: Statement, change: Callable[[Statement], Statement]
) -> Statement | None:
    """Return what two versions become where `change` is made to both before they are compared.

    That is for what holds the text of both; of all else None. Of a table that is made another one
    later, the heads that are said again with what was inserted or deleted would be neither.
    """
    how = statement.turned
    if how is None or how.earlier is None or not turn_of(how.name).both:
        return None
    return turned(change(how.original), how.name, change(how.earlier))
