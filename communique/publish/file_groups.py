"""The files that many outputs are made of together: the program, an edition, a theme, a language.

Each group has a name and one hash for all its files. Sizes and times are compared, and where they
differ the files are read; each group is compared once a run. In the record a line with a ``group``
says which files belong to it and what they were; one with ``made_with`` gives a name to several
groups as they were.

Which libraries the engine has loaded depends on the process it runs in, so the engine is a group
for each set of them: what one process made is still current after another one has made something.
"""

from __future__ import annotations

from communique.store import file_state

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from typing import Any

    from communique.store.file_state import FileState, FileStates

    Used = tuple[list[str], list[str]]
    """The names of sets of groups, and of groups."""

PROGRAM, ENGINE = "program", "engine"
#: A file that changed so shortly before it was read, in ns, may have changed again within the
#: same tick of the file system's clock (2 s on FAT), so its time says nothing.
_TICK = 2_000_000_000
_NEVER = 0  # a time that no file has: the hash decides


def settled(state: FileState, started: int) -> FileState:
    """Return the `state` of a file without its time where that says too little.

    `started` is when comparing began, in ns.
    """
    size, modified, digest = state
    return (size, _NEVER, digest) if modified > started - _TICK else state


def as_fields(state: FileState) -> dict[str, Any]:
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
        self._known: dict[str, tuple[str, FileStates]] = {}
        self._sets: dict[str, dict[str, str]] = {}
        self._now: dict[str, str] = {}
        self._same: dict[str, bool] = {}

    def used(self, made_with: Iterable[str]) -> Used:
        """Return the names of the sets of groups that files were `made_with`, and of their groups.

        What else is known was the program, or the engine, of another day.
        """
        sets = [name for name in dict.fromkeys(made_with) if name in self._sets]
        groups = dict.fromkeys(group for name in sets for group in self._sets[name])
        return sets, [group for group in groups if group in self._known]

    def learn(self, line: dict[str, Any]) -> None:
        """Learn what a `line` of the record says of a group, or of several.

        Raises `LookupError`, `TypeError` or `AttributeError` where it says something else.
        """
        if "made_with" in line:
            self._sets[line["made_with"]] = dict(line["groups"])
            return
        files = {
            path: (state["size"], state["modified"], state["hash"])
            for path, state in line["files"].items()
        }
        self._known[line["group"]] = line["hash"], files

    def lines(self, used: Used) -> Iterator[dict[str, Any]]:
        """Yield what the record has to say of those that are `used`."""
        sets, groups = used
        yield from map(self._line, groups)
        for name in sets:
            yield {"made_with": name, "groups": self._sets[name]}

    def renew(self, started: int) -> None:
        """Compare all anew: time has passed, and files may have changed."""
        self._started = started
        self._now, self._same = {}, {}

    def are_current(self, made_with: str) -> bool:
        """Tell whether the groups to which `together` gave that name are what they were."""
        if made_with not in self._same:
            groups = self._sets.get(made_with, {})
            now = {name: self._hash(name) for name in groups}
            self._same[made_with] = bool(groups) and now == groups
        return self._same[made_with]

    def together(self, made_of: Mapping[str, Sequence[str]]) -> str:
        """Return a name for these groups, given with their files, and the program, as they are."""
        named = {_name(group, paths): paths for group, paths in made_of.items()}
        for name, paths in named.items():
            self._note(name, paths)
        groups = {name: self._hash(name) for name in (PROGRAM, *named)}
        made_with = file_state.hashed(repr(groups).encode())
        self._same = {}
        if made_with not in self._sets:
            self._sets[made_with] = groups
            self._write({"made_with": made_with, "groups": groups})
        return made_with

    def _note(self, name: str, paths: Iterable[str]) -> None:
        """Learn which files belong to a group."""
        _, known = self._known.get(name, ("", {}))
        shorts = [file_state.short(path) for path in paths]
        if name not in self._now or known.keys() != set(shorts):
            self._keep(name, {path: self._state(name, path, known.get(path)) for path in shorts})

    def _hash(self, name: str) -> str:
        """Return one hash for all files of a group as they are now."""
        if name not in self._now:
            digest, known = self._known.get(name, ("", {}))
            paths = file_state.program() if name == PROGRAM else known
            now = {path: self._state(name, path, known.get(path)) for path in paths}
            if now == known:
                self._now[name] = digest
            else:
                self._keep(name, now)
        return self._now[name]

    def _keep(self, name: str, files: FileStates) -> None:
        self._now[name] = file_state.digest_of(files)
        self._known[name] = self._now[name], files
        self._write(self._line(name))

    def _line(self, name: str) -> dict[str, Any]:
        digest, files = self._known[name]
        states = {path: as_fields(state) for path, state in files.items()}
        return {"group": name, "hash": digest, "files": states}

    def _state(self, name: str, path: str, before: FileState | None) -> FileState:
        """Return what a file is now; one that has changed since comparing began is not trusted.

        It is then another one than at any other time, even if it is not trusted then either.
        """
        now = file_state.again(file_state.long(path), before, exactly=not name.startswith(ENGINE))
        if now[1] >= self._started:
            return now[0], _NEVER, f"{file_state.UNKNOWN} {self._started}"
        return settled(now, self._started)


def _name(group: str, paths: Sequence[str]) -> str:
    """Return what a group of files is found by."""
    if group != ENGINE:
        return group
    return f"{ENGINE} {file_state.hashed(chr(10).join(sorted(paths)).encode())[:8]}"
