"""The files that many outputs are made of together: the program, an edition, a theme, a language.

Each group has a name and one hash for all its files. Sizes and times are compared, and where they
differ the files are read; each group is compared once a run.
"""

from __future__ import annotations

from communique.store import file_state

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import Any

    from communique.store.file_state import Print, Prints

PROGRAM, ENGINE = "program", "engine"
#: A file that changed so shortly before it was read, in ns, may have changed again within the
#: same tick of the file system's clock (2 s on FAT), so its time says nothing.
_TICK = 2_000_000_000
_NEVER = 0  # a time that no file has: the hash decides


def settled(state: Print, started: int) -> Print:
    """Return the `state` of a file without its time where that says too little.

    `started` is when comparing began, in ns.
    """
    size, modified, digest = state
    return (size, _NEVER, digest) if modified > started - _TICK else state


def as_fields(state: Print) -> dict[str, Any]:
    """Return the state of a file as the record names it."""
    size, modified, digest = state
    return {"size": size, "modified": modified, "hash": digest}


class FileGroups:
    """The groups of files that are known, and what they are now.

    `write` adds a line to the record; `started` is when comparing began, in ns.
    """

    def __init__(self, write: Callable[[dict[str, Any]], None], started: int) -> None:
        self._write = write
        self._started = started
        self._known: dict[str, tuple[str, Prints]] = {}
        self._now: dict[str, str] = {}

    def __len__(self) -> int:
        return len(self._known)

    def learn(self, line: dict[str, Any]) -> None:
        """Learn what a `line` of the record says of a group.

        Raises `LookupError`, `TypeError` or `AttributeError` where it says something else.
        """
        files = {
            path: (state["size"], state["modified"], state["hash"])
            for path, state in line["files"].items()
        }
        self._known[line["group"]] = line["hash"], files

    def lines(self) -> Iterator[dict[str, Any]]:
        """Yield a line of the record for each group."""
        for name in self._known:
            yield self._line(name)

    def renew(self, started: int) -> None:
        """Compare all anew: time has passed, and files may have changed."""
        self._started = started
        self._now = {}

    def hash_of(self, name: str) -> str:
        """Return one hash for all files of the group of that name as they are now."""
        if name not in self._now:
            digest, known = self._known.get(name, ("", {}))
            paths = file_state.program() if name == PROGRAM else known
            now = {path: self._state(name, path, known.get(path)) for path in paths}
            if now == known:
                self._now[name] = digest
            else:
                self._keep(name, now)
        return self._now[name]

    def note(self, name: str, paths: Iterable[str]) -> None:
        """Learn which files belong to a group."""
        _, known = self._known.get(name, ("", {}))
        shorts = [file_state.short(path) for path in paths]
        if name not in self._now or known.keys() != set(shorts):
            self._keep(name, {path: self._state(name, path, known.get(path)) for path in shorts})

    def _keep(self, name: str, files: Prints) -> None:
        self._now[name] = file_state.digest_of(files)
        self._known[name] = self._now[name], files
        self._write(self._line(name))

    def _line(self, name: str) -> dict[str, Any]:
        digest, files = self._known[name]
        states = {path: as_fields(state) for path, state in files.items()}
        return {"group": name, "hash": digest, "files": states}

    def _state(self, name: str, path: str, before: Print | None) -> Print:
        """Return what a file is now; one that has changed since comparing began is not trusted."""
        now = file_state.again(file_state.long(path), before, exactly=name != ENGINE)
        if now[1] >= self._started:
            return now[0], _NEVER, file_state.UNKNOWN
        return settled(now, self._started)
