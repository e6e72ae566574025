"""Events as JSON: a line on standard output for each, with the fields of ``events.schema.json``."""

from __future__ import annotations

import json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from communique.run.report.text import Event, Lines


class JsonLines:
    """Turns events into lines of JSON; all of them are told, with all there is to say."""

    animated = False

    def __init__(self, *, quiet: bool, verbose: bool) -> None:
        """Make one; to be `quiet` or `verbose` is for those who read text."""

    def lines(self, event: Event) -> Lines:
        """Return what an event says."""
        line = json.dumps(event, ensure_ascii=False)
        return [line if line.isprintable() else _escaped(line)], []


def _escaped(line: str) -> str:
    """Return a line of JSON in which what cannot be printed stands as RFC 8259, 7 writes it.

    A terminal would obey some of it, and lone surrogates, of names that are no text, have no UTF-8.
    """
    return "".join(each if each.isprintable() else json.dumps(each)[1:-1] for each in line)
