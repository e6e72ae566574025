"""The record in ``out``: what each PDF was made of, so that nothing is made twice.

It is a file of JSON lines, the later ones holding. A PDF is current while its statement, its
pictures, its files of ``templates``, the program and the engine are what they were, and while it
is itself as it was made. Size and time are compared, and where they differ the hash is. A lost or
damaged line costs one more build and never a wrong PDF.

This room is read at every start, so it imports little; see `communique.store.file_state`.
"""

from __future__ import annotations

import json
import os
import time

from communique.store import file_state

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Any, TextIO

    from communique.publish.result import Made
    from communique.read.packed import PackedStatement
    from communique.store.file_state import Print, Prints

NAME = ".record"
PROGRAM, ENGINE = "program", "engine"
#: A file that changed so shortly before it was read, in ns, may have changed again within the
#: same tick of the file system's clock (2 s on FAT), so its time says nothing.
_TICK = 2_000_000_000
_NEVER = 0  # a time that no file has: the hash decides
_MOST_LINES = 3  # for each thing that is known


def key(paths: Iterable[str], edition: str, standard: int) -> str:
    """Return what the PDF of the statements at `paths` is filed under."""
    return "\n".join((edition, str(standard), *map(file_state.short, paths)))


class Entry:
    """What there is to say of a PDF that is current: its file's name, its pages, the remarks."""

    __slots__ = ("name", "pages", "remarks")

    def __init__(self, name: str, pages: int, remarks: list[str]) -> None:
        self.name = name
        self.pages = pages
        self.remarks = remarks


class Record:
    """What is known of the PDFs in the folder `out`.

    It has three kinds of lines. ``kit``: the files that many PDFs are made of together, each with
    what it was, and one hash for all. ``mix``: such hashes by kit, under a number. ``pdf``: what
    a PDF is filed under, its name, pages and remarks, what it was, its statement and pictures and
    what these were, and its mix.
    """

    def __init__(self, out: str) -> None:
        self.path = os.path.join(out, NAME)
        self.started = time.time_ns()
        """Files that changed since then may have been read before or after, in ns."""
        self.damaged = 0
        """How many lines could not be read."""
        self._out = out
        self._pdfs: dict[str, list[Any]] = {}
        self._mixes: dict[str, dict[str, str]] = {}
        self._kits: dict[str, tuple[str, Prints]] = {}
        self._compared: dict[str, str] = {}
        self._same: dict[str, bool] = {}
        self._lines = 0
        self._file: TextIO | None = None
        self._load()

    def renew(self) -> None:
        """Compare all anew from now on: time has passed, and files may have changed."""
        self.started = time.time_ns()
        self._compared, self._same = {}, {}

    def current(self, key: str) -> Entry | None:
        """Return what is known of the PDF filed under `key`, if it need not be made again."""
        line = self._pdfs.get(key)
        if line is None:
            return None
        _, _, name, pages, remarks, pdf, made_of, mix = line
        files = [pdf, *made_of]
        times = [file[2] for file in files]
        if not (self._is_mix(mix) and self._is_same(pdf, self._out)):
            return None
        if not all(map(self._is_same, made_of)):
            return None
        if times != [file[2] for file in files]:
            self._write(*line)
        return Entry(name, pages, remarks)

    def all_current(
        self, paths: Iterable[str], editions: Sequence[str], standard: int
    ) -> dict[str, list[Entry]]:
        """Return those of `paths` of which all is current in these editions, with what there is."""
        found = {}
        for path in paths:
            entries = [self.current(key((path,), edition, standard)) for edition in editions]
            if None not in entries:
                found[path] = [entry for entry in entries if entry]
        return found

    def add(self, key: str, statements: Iterable[PackedStatement], made: Made) -> None:
        """Note that of the versions `statements` of one this was `made` and published."""
        made_of = [
            [file_state.short(path), *self._settled((*file_state.stat(path), digest))]
            for statement in statements
            for path, digest in statement.files.items()
        ]
        for kit, paths in made.made_of.items():
            self._take(kit, paths)
        kits = {kit: self._compare(kit) for kit in (PROGRAM, *made.made_of)}
        self._same = {}
        mix = file_state.hashed(repr(kits).encode())
        if mix not in self._mixes:
            self._mixes[mix] = kits
            self._write("mix", mix, kits)
        pdf = [made.name, *file_state.stat(f"{self._out}/{made.name}"), file_state.hashed(made.pdf)]
        self._pdfs[key] = ["pdf", key, made.name, made.pages, made.remarks, pdf, made_of, mix]
        self._write(*self._pdfs[key])

    def close(self) -> None:
        """Let go of the file; where most of its lines no longer hold, write it anew."""
        if self._file is None:
            return
        self._file.close()
        self._file = None
        if self._lines > _MOST_LINES * (len(self._pdfs) + len(self._mixes) + len(self._kits)):
            part = f"{self.path}.{os.getpid()}"
            with open(part, "w", encoding="utf-8") as file:
                file.writelines(self._all_lines())
            os.replace(part, self.path)

    def _load(self) -> None:
        try:
            with open(self.path, encoding="utf-8", errors="replace") as file:
                text = file.read().removesuffix("\n")
        except OSError:
            return
        for line in _parsed(text):
            self._lines += 1
            try:
                self._learn(line)
            except (TypeError, ValueError, AttributeError):
                self.damaged += 1

    def _learn(self, line: list[Any]) -> None:
        kind, name, *rest = line
        if kind == "pdf":
            _, _, _, [_, _, _, _], _, _ = rest
            self._pdfs[name] = line
        elif kind == "mix":
            (self._mixes[name],) = rest
        elif kind == "kit":
            digest, files = rest
            known = {path: (size, when, each) for path, (size, when, each) in files.items()}
            self._kits[name] = digest, known
        else:
            raise ValueError(kind)

    def _is_mix(self, mix: str) -> bool:
        """Tell whether the kits of a mix are what they were."""
        if mix not in self._same:
            kits = self._mixes.get(mix, {})
            self._same[mix] = bool(kits) and all(
                self._compare(kit) == digest for kit, digest in kits.items()
            )
        return self._same[mix]

    def _is_same(self, file: list[Any], folder: str = "") -> bool:
        """Tell whether a file is what it was; note its time, if only that has changed.

        Its path starts from `folder`, or if that is not given from the project's.
        """
        path, size, when, digest = file
        full = path if path.startswith("/") else f"{folder or file_state.ROOT}/{path}"
        try:
            stat = os.stat(full)
        except OSError:
            return False
        if (stat.st_mtime_ns, stat.st_size) == (when, size):
            return True
        now = file_state.again(full, None)
        if now[2] == digest:
            file[1:] = self._settled(now)
        return bool(now[2] == digest)

    def _compare(self, kit: str) -> str:
        """Return the hash of the files of a kit as they are now."""
        if kit not in self._compared:
            digest, files = self._kits.get(kit, ("", {}))
            paths = file_state.program() if kit == PROGRAM else files
            now = {path: self._now(kit, path, files.get(path)) for path in paths}
            if now != files:
                digest = self._note(kit, now)
            self._compared[kit] = digest
        return self._compared[kit]

    def _take(self, kit: str, paths: Iterable[str]) -> None:
        """Learn what files a kit is made of."""
        _, files = self._kits.get(kit, ("", {}))
        shorts = [file_state.short(path) for path in paths]
        if kit not in self._compared or files.keys() != set(shorts):
            now = {path: self._now(kit, path, files.get(path)) for path in shorts}
            self._compared[kit] = self._note(kit, now)

    def _note(self, kit: str, now: Prints) -> str:
        digest = file_state.digest_of(now)
        self._kits[kit] = digest, now
        self._write("kit", kit, digest, now)
        return digest

    def _now(self, kit: str, path: str, before: Print | None) -> Print:
        """Return what a file of a kit is now; one that has changed meanwhile is not trusted."""
        now = file_state.again(file_state.long(path), before, exactly=kit != ENGINE)
        if now[1] >= self.started:
            return now[0], _NEVER, file_state.UNKNOWN
        return self._settled(now)

    def _settled(self, file: Print) -> Print:
        """Return `file` without its time where that says too little."""
        size, when, digest = file
        return (size, _NEVER, digest) if when > self.started - _TICK else file

    def _write(self, *line: object) -> None:
        """Add a line; where it cannot be written, the PDF will be made once more."""
        self._lines += 1
        try:
            if self._file is None:
                os.makedirs(self._out, exist_ok=True)
                self._file = open(self.path, "a", encoding="utf-8")  # noqa: SIM115  # see close
            self._file.write(_text(line))
            self._file.flush()
        except OSError:
            pass

    def _all_lines(self) -> Iterator[str]:
        for kit, (digest, files) in self._kits.items():
            yield _text(("kit", kit, digest, files))
        for mix, kits in self._mixes.items():
            yield _text(("mix", mix, kits))
        yield from map(_text, self._pdfs.values())


def _text(line: object) -> str:
    return json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n"


def _parsed(text: str) -> Iterator[list[Any]]:
    """Yield what each line says, and nothing but an empty list for a damaged one."""
    try:
        yield from json.loads("[" + text.replace("\n", ",") + "]")
    except ValueError:
        for line in text.split("\n"):
            try:
                yield json.loads(line)
            except ValueError:
                yield []
