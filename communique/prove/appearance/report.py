"""How a fault of a page's looks is said: once a page, with the first text that has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from communique.model.faults import Faults

_SHOWN = 40
#: What is said of a mark over letters that says nothing itself: see `prove.letters.backwards`.
_MARK = "a mark over letters"


class Report:
    """Notes faults under `key` in `faults`, each with what to do `instead`."""

    def __init__(self, faults: Faults, key: str, instead: str = "nothing was delivered") -> None:
        self.faults, self.key, self.instead = faults, key, instead

    def __call__(
        self,
        page: int,
        wrong: str,
        texts: Iterable[str],
        *,
        path: Path | None = None,
        line: int = 1,
    ) -> None:
        """Note that `texts` of the page of that number, from 0, are `wrong`, if there are any.

        It is told of a `line` of the file at `path` where that is known to be the cause.
        """
        found = [text.strip()[:_SHOWN] or _MARK for text in texts]
        if found:
            more = f" and {len(found) - 1} more" if len(found) > 1 else ""
            wrong = f"page {page + 1}: {wrong}: {found[0]}{more}"
            self.faults.add(line, self.key, wrong, self.instead, path=path)
