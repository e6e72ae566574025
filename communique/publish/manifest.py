"""The record in ``out``: what each file was made of, so that nothing is made twice.

It is a file of JSON lines, the later ones holding. A line with a ``file`` says of a file in
``out`` which statement it was made of, in which edition, to which standard, as which output,
turned into what; what it was then, and what the statement and its pictures were; and with which
design. Paths of statements start from ``out``, so that a project can be moved. The other lines are
those of `communique.publish.file_groups`: a ``group`` of files, and a ``design``, which is several
groups.

A file is current while all that it was made of is what it was, and while it is itself as it was
made. Identities are compared, and where they differ the hashes are. Those of a statement and of its
pictures come with the bytes that were read, so what changes after that is another file. A lost or
damaged line, or one of another version, costs one more build and never a wrong file.

This room is read at every start, so it imports little; see `communique.store.file_state`.
"""

from __future__ import annotations

import os
from itertools import chain

from communique.publish import record_lines
from communique.publish.file_groups import FileGroups
from communique.publish.json_lines import JsonLines
from communique.publish.record_lines import Entry
from communique.publish.relative_paths import RelativePaths
from communique.publish.states import as_fields, compared, settled
from communique.store import file_state

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any

    from communique.publish.result import ProvenFile
    from communique.read.packed import PackedStatement
    from communique.store.file_state import Identity

    Form = tuple[str, int, str, str]
    """What it is made into: the edition, the number of the standard, the output, the turn."""
    Line = dict[str, Any]

NAME = ".record"
_MOST_LINES = 3  # for each thing that is known
#: What a line of another version raises where it is used.
_FOREIGN = (LookupError, TypeError, ValueError, AttributeError, ArithmeticError)


class Record:
    """What is known of the files in the folder `out`."""

    def __init__(self, out: str) -> None:
        self._out = os.path.abspath(out)
        self._started = file_state.now()
        self._lines = JsonLines(os.path.join(self._out, NAME))
        self._groups = FileGroups(self._lines.add, self._started)
        self._files: dict[str, Line] = {}
        self._found: dict[str, Line] = {}
        self._current: set[str] = set()
        self._paths = RelativePaths(self._out)
        for line in self._lines.read():
            try:
                if "file" in line:
                    self._keep(line)
                else:
                    self._groups.learn(line)
            except _FOREIGN:
                continue

    @property
    def path(self) -> str:
        """Where it lies."""
        return self._lines.path

    @property
    def wrong(self) -> str:
        """What is wrong with it and what comes of that, or nothing."""
        return self._lines.wrong

    def renew(self) -> set[str]:
        """Compare all anew from now on, since time has passed; return what `look` does."""
        self._current.clear()
        return self.look()

    def look(self) -> set[str]:
        """Look at the design before it is used; see `FileGroups.look` for what is returned."""
        self._started = file_state.now()
        return self._groups.look(self._started)

    def current(self, paths: Iterable[str], form: Form) -> Entry | None:
        """Return what is known of what was made of a statement in this form, if it is current.

        `paths` are those of its versions, one or two.
        """
        return self._entry(record_lines.key(map(self._paths.written, paths), *form))

    def _entry(self, key: str) -> Entry | None:
        """Return what is known of the file that is found by `key`, if it is current."""
        line = self._found.get(key)
        try:
            if line and self._groups.are_current(line["made_with"]) and self._is_unchanged(line):
                self._current.add(line["file"])
                return record_lines.entry(line)
        except _FOREIGN:
            pass
        return None

    def all_current(self, paths: Iterable[str], forms: Iterable[Form]) -> dict[str, list[Entry]]:
        """Return those of `paths` of which all `forms` are current, with what there is."""
        beginnings = [record_lines.key([""], *form) for form in forms]
        found = {}
        for path in paths:
            written = self._paths.written(path)
            entries = [self._entry(beginning + written) for beginning in beginnings]
            if None not in entries:
                found[path] = [entry for entry in entries if entry]
        return found

    def current_pairs(self, paths: Iterable[str], form: Form) -> list[tuple[list[str], Entry]]:
        """Return what is current of what was made in this form of two statements at `paths`."""
        asked = {self._paths.written(path): path for path in paths}
        beginning = record_lines.key([""], *form)
        pairs = (
            (key, line["statement"])
            for key, line in self._found.items()
            if key.startswith(beginning) and len(line["statement"]) > 1
        )
        found = [
            ([asked[each] for each in written], self._entry(key))
            for key, written in pairs
            if asked.keys() >= set(written)
        ]
        return [(pair, entry) for pair, entry in found if entry]

    def owner(self, name: str) -> list[str]:
        """Return the paths of the statement that the file `name` was made of; none if unknown."""
        line = self._files.get(name)
        return [self._paths.full(written) for written in line["statement"]] if line else []

    def made_since(self, name: str) -> tuple[object, object] | None:
        """Return what the file `name` was compared with, and the day of its statement then.

        Those are hashes, one for each language (see `Known`). None where it is not there, or that
        is not known.
        """
        line = self._files.get(name, {})
        is_known = line.get("since") and os.path.exists(f"{self._out}/{name}")
        return (line["since"], line.get("day")) if is_known else None

    def made_of(self, path: str) -> list[str]:
        """Return the names of the files made of the statement at `path`, alone or with another."""
        written = self._paths.written(path)
        return [name for name, line in self._files.items() if written in line["statement"]]

    def has_text_of(self, name: str, paths: Iterable[str]) -> bool:
        """Tell whether the file `name` was made of the statements at `paths` as they are now.

        It has to be what it was, too; the design and the program may be others.
        """
        line = self._files.get(name, {})
        try:
            made_of = {*map(self._paths.written, paths)} <= {*line["statement"]}
            return made_of and self._is_unchanged(line)
        except _FOREIGN:
            return False

    def without_statement(self) -> list[str]:
        """Return the names of the files that are there and whose statement is gone."""
        return [
            name
            for name in self._files
            if name not in self._current
            and not all(map(os.path.exists, self.owner(name)))
            and os.path.exists(f"{self._out}/{name}")
        ]

    def of_another_status(self, paths: Iterable[str]) -> list[str]:
        """Return what is still there of the statements at `paths` in another status than now."""
        asked = {*map(self._paths.written, paths)}
        in_order = sorted(self._files.values(), key=lambda line: line["file"] in self._current)
        found = record_lines.of_another_status(in_order, asked)
        return [name for name in found if os.path.exists(f"{self._out}/{name}")]

    def add(  # noqa: PLR0913  # a line says so much
        self,
        statement: Sequence[PackedStatement],
        form: Form,
        name: str,
        file: ProvenFile,
        published: Identity,
        *,
        earlier: Sequence[PackedStatement] = (),
    ) -> None:
        """Note that a `file` made of the `statement`, in one version or two, was `published`.

        Its `name` starts from the folder ``out``. It was compared with the `earlier` one, if any.
        """
        made_of = {
            self._paths.written(path): state
            for version in statement
            for path, state in version.files.items()
        }
        line = {
            "file": name,
            "statement": [self._paths.written(str(version.path)) for version in statement],
            **dict(zip(record_lines.FORM, form, strict=True)),
            "status": statement[0].known.status,
            "day": statement[0].known.day,
            "since": [each.known.digest for each in earlier],
            "pages": file.pages,
            "remarks": file.remarks,
            **as_fields((published, file_state.hashed(file.data))),
            "made_of": {
                path: as_fields(settled(state, self._started)) for path, state in made_of.items()
            },
            "made_with": self._groups.together(file.made_of),
        }
        self._keep(line)
        self._lines.add(line)

    def close(self) -> None:
        """Let go of the file; where most of its lines no longer hold, write it anew."""
        used = self._groups.used(str(line.get("made_with")) for line in self._files.values())
        most = _MOST_LINES * (sum(map(len, used)) + len(self._files))
        self._lines.close(most=most, lines=chain(self._groups.lines(used), self._files.values()))

    def _keep(self, line: Line) -> None:
        """Let a line hold in place of any other one about the same file.

        Raises one of `_FOREIGN` where it says nothing about a file.
        """
        name, key = line["file"], record_lines.key_of(line)
        if not (isinstance(name, str) and line["made_of"].keys() >= {*line["statement"]}):
            raise ValueError
        if before := self._files.pop(name, None):  # so that the last one made is the last
            self._found.pop(record_lines.key_of(before), None)
        self._files[name] = self._found[key] = line

    def _is_unchanged(self, line: Line) -> bool:
        """Tell whether a file, its statement and the pictures are what they were.

        The times of files that were only touched are noted.
        """
        files = [(f"{self._out}/{line['file']}", line)]
        files += [(self._paths.full(written), state) for written, state in line["made_of"].items()]
        touched = compared(files, self._started)
        if touched:
            self._lines.add(line)
        return touched is not None
