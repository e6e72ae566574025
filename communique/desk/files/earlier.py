"""Earlier versions of a statement: kept beside it while it is written, for a week.

They lie in the hidden folder ``.desk`` of the statements' folder, in which no command looks for
statements and which git leaves alone.
"""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from communique.publish import atomic

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = ".desk"
#: While somebody types, a version is kept each so often.
_EACH = timedelta(minutes=2)
_KEPT = timedelta(days=7)
_TIME = "%Y-%m-%dT%H-%M-%S-%f"
_NAME = re.compile(r"(?P<time>\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{6})\.(?P<why>[a-z-]+)\.txt")
#: Why a version was kept, as its file's name says it and as people are told.
WRITTEN, OPENED, OUTSIDE, ASIDE = "written", "opened", "outside", "aside"
_WHY = {
    WRITTEN: "while it was written",
    OPENED: "before it was changed here",
    OUTSIDE: "as another program saved it",
    ASIDE: "typed here, and set aside",
}


class Version(NamedTuple):
    """An earlier version."""

    name: str
    at: datetime
    why: str


class Earlier:
    """The earlier versions of the statement of one name in a folder."""

    def __init__(self, folder: Path, name: str) -> None:
        self._home = folder / FOLDER
        self._folder = self._home / name

    def keep(self, data: bytes, why: str) -> None:
        """Keep `data`, unless the newest version is the same; `why` is one of the four above."""
        found = self._files()
        if found and found[-1].read_bytes() == data:
            return
        self._begin()
        now = datetime.now().astimezone()
        atomic.write(self._folder / f"{now.strftime(_TIME)}.{why}.txt", data)
        self._clear(now)

    def is_due(self) -> bool:
        """Tell whether so much time has passed since the newest version that one is kept."""
        every = self.versions()
        return not every or datetime.now().astimezone() - every[0].at >= _EACH

    def versions(self) -> list[Version]:
        """Return the versions, the newest one first."""
        found = []
        for path in reversed(self._files()):
            match = _NAME.fullmatch(path.name)
            if match and match["why"] in _WHY:
                at = datetime.strptime(match["time"], _TIME).astimezone()
                found.append(Version(path.name, at, _WHY[match["why"]]))
        return found

    def data(self, name: str) -> bytes | None:
        """Return the version of that name; None where there is none."""
        known = {path.name: path for path in self._files()}
        return known[name].read_bytes() if name in known else None

    def _files(self) -> list[Path]:
        return sorted(self._folder.glob("*.txt")) if self._folder.is_dir() else []

    def _begin(self) -> None:
        if not (ignored := self._home / ".gitignore").exists():
            atomic.write(ignored, b"*\n")

    def _clear(self, now: datetime) -> None:
        for version in self.versions():
            if now - version.at > _KEPT:
                with suppress(OSError):
                    (self._folder / version.name).unlink()
