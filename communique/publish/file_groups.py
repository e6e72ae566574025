"""The files that many outputs are made of together: the program, an edition, a theme, a language.

Each group has a name and one hash for all its files. Their identities are compared, and where they
differ the files are read; each group is compared once a run. In the record a line with a ``group``
says which files belong to it and what they were; one with ``made_with`` gives a name to several
groups as they were. What a file was is a list, of which ``each`` names the values once: there are
hundreds of files, and every start reads them.

Others read these files, at moments that are not known here. So they are looked at before anybody
reads one, and again when something was made: what is not the same both times is not trusted.

Which libraries the engine has loaded depends on the process it runs in, so the engine is a group
for each set of them: what one process made is still current after another one has made something.
"""

from __future__ import annotations

import time

from communique.publish.states import NAMES, is_recent, settled
from communique.store import dependencies, file_state

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from typing import Any

    from communique.store.file_state import FileState, FileStates

    Used = tuple[list[str], list[str]]
    """The names of sets of groups, and of groups."""

PROGRAM, ENGINE = "program", "engine"


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
        self._program: list[str] = []
        self._noted: set[str] = set()
        self._before: FileStates = {}
        self._templates: set[str] = set()

    def used(self, made_with: Iterable[str]) -> Used:
        """Return the names of the sets of groups that files were `made_with`, and of their groups.

        What else is known was the program, or the engine, of another day.
        """
        sets = [name for name in dict.fromkeys(made_with) if name in self._sets]
        groups = dict.fromkeys(group for name in sets for group in self._sets[name])
        return sets, [group for group in groups if group in self._known]

    def learn(self, line: dict[str, Any]) -> None:
        """Learn what a `line` of the record says of a group, or of several.

        Raises `LookupError`, `TypeError`, `ValueError` or `AttributeError` where it says
        something else.
        """
        if "made_with" in line:
            self._sets[line["made_with"]] = dict(line["groups"])
            return
        files = {
            path: ((device, inode, size, modified, changed), digest)
            for path, (device, inode, size, modified, changed, digest) in line["files"].items()
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
        self._now, self._same, self._program, self._noted = {}, {}, [], set()

    def look(self, started: int) -> set[str]:
        """Look at the program and all templates before they are read from now on.

        Return the full paths of the templates that are not what they were when they were looked at
        last. The code of the program is looked at once: no process that runs reads it again.
        """
        self.renew(started)
        earlier, before = self._templates, self._before
        self._templates = {*dependencies.templates()}
        now = {path: self._before_use(path) for path in {*self._all(), *self._templates}}
        if not before:
            self._before = now
            return set()
        nothing = file_state.NONE, ""
        changed = {
            path
            for path in earlier | self._templates
            if before.get(path, nothing)[0] != now.get(path, nothing)[0]
        }
        self._before = {**before, **{path: now.get(path, nothing) for path in changed}}
        return {*map(file_state.long, changed)}

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
        used = {PROGRAM: self._all()}
        used |= {name: [*map(file_state.short, paths)] for name, paths in named.items()}
        for name, paths in used.items():
            self._note(name, paths)
        groups = {name: self._now[name] for name in used}
        made_with = file_state.hashed(repr(groups).encode())
        self._same = {}
        if self._sets.get(made_with) != groups:
            self._sets[made_with] = groups
            self._write({"made_with": made_with, "groups": groups})
        return made_with

    def _all(self) -> list[str]:
        """Return the files of the program, looked for once a run."""
        self._program = self._program or dependencies.program()
        return self._program

    def _hash(self, name: str) -> str:
        """Return one hash for all files of a group as they are now."""
        if name not in self._now:
            digest, known = self._known.get(name, ("", {}))
            paths = self._all() if name == PROGRAM else [*known]
            if paths == [*known] and _are_untouched(known):
                self._now[name] = digest
            else:
                self._keep(name, {path: self._state(name, path, known.get(path)) for path in paths})
        return self._now[name]

    def _note(self, name: str, paths: list[str]) -> None:
        """Learn which files belong to a group, and what they were when they were used."""
        known = self._known.get(name, ("", {}))[1]
        if name in self._noted and paths == [*known] and _are_untouched(known):
            return
        self._keep(name, {path: self._used(name, path, known.get(path)) for path in paths})
        self._noted.add(name)

    def _keep(self, name: str, files: FileStates) -> None:
        digest, known = self._known.get(name, ("", {}))
        if files != known:
            digest = file_state.digest_of(files)
            self._known[name] = digest, files
            self._write(self._line(name))
        self._now[name] = digest

    def _line(self, name: str) -> dict[str, Any]:
        digest, files = self._known[name]
        states = {path: [*found, each] for path, (found, each) in files.items()}
        return {"group": name, "hash": digest, "each": NAMES, "files": states}

    def _state(self, name: str, path: str, known: FileState | None) -> FileState:
        """Return what a file is now."""
        exactly = not name.startswith(ENGINE)
        now = file_state.again(file_state.long(path), known, exactly=exactly)
        return now if now is known else settled(now, self._started)

    def _before_use(self, path: str) -> FileState:
        """Return what a file is before it is used; its hash where the identity says too little."""
        found = file_state.identity(file_state.long(path))
        if is_recent(found, self._started):
            return found, file_state.again(file_state.long(path), None)[1]
        return found, ""

    def _used(self, name: str, path: str, known: FileState | None) -> FileState:
        """Return what a file was when it was used: what it was before, and is still.

        What was not looked at before must not have changed since comparing began. What is not
        trusted is another file than at any other time.
        """
        before, now = self._before.get(path), self._state(name, path, known)
        found = file_state.identity(file_state.long(path))
        if before:
            same = found == before[0] and before[1] in ("", now[1])
        elif path.startswith("="):
            same = not self._before  # another version was installed meanwhile
        else:
            same = not self._started <= file_state.changed(found) <= time.time_ns()
        return now if same else (file_state.NONE, f"{file_state.UNREADABLE} {self._started}")


def _are_untouched(files: FileStates) -> bool:
    """Tell whether all files have the identity that they had, and were trusted."""
    return all(
        digest == path
        if path[0] == "="
        else digest[0] != file_state.UNREADABLE
        and file_state.identity(file_state.long(path)) == found
        for path, (found, digest) in files.items()
    )


def _name(group: str, paths: Sequence[str]) -> str:
    """Return what a group of files is found by."""
    if group != ENGINE:
        return group
    return f"{ENGINE} {file_state.hashed(chr(10).join(sorted(paths)).encode())[:8]}"
