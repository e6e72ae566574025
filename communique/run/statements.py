"""Which files are statements: those that are named, and those in folders with all below them."""

from __future__ import annotations

import os
import re

from communique.run import selection
from communique.run.selection import wrong
from communique.store import file_state, places
from communique.store.naming import SUFFIX
from communique.store.places import shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from communique.model.faults import UsageError

#: What follows the slug in a name that says the language: full stop, tag (RFC 5646), suffix.
LANGUAGE_AND_SUFFIX = rf"\.[a-z]{{2,3}}(-[a-z0-9]{{1,8}})*{re.escape(SUFFIX)}"
_NAMED = re.compile(f".+{LANGUAGE_AND_SUFFIX}", re.IGNORECASE)
#: How names end that are given by word processors, or by text editors to what was meant as ours.
_WORD_PROCESSED = (".doc", ".docx", ".odt", ".rtf")
_MEANT = (*_WORD_PROCESSED, ".txt", ".markdown", SUFFIX)
_FENCE = re.compile(rb"(\xef\xbb\xbf)?---[ \t]*\r?\n")
#: What other programs take as a verb, and is an option here.
_OPTIONS = ("help", "version")
#: How like a name another one has to be to be taken for it (difflib).
_NEAR = 0.85
_FENCE_BYTES = 100
_NOWHERE = (
    f"there is no {places.SETTINGS} here or in a folder above; "
    "start a project with the verb new, or name a statement"
)


def found(paths: Sequence[str], verbs: Iterable[str] = ()) -> Found:
    """Return the statements at `paths`, or in ``source`` without any, each once.

    Files below ``source`` go to the same folder below ``out``, others to where they lie below the
    folder that was named. Raises `UsageError` where there is no statement; where a path that is
    not there may have been meant as one of the `verbs`, it says so.
    """
    there = Found()
    if not (paths or places.is_project()):
        raise wrong(_NOWHERE)
    for path in paths or [shown(selection.source())]:
        if os.path.isdir(path):
            inside = Found()
            inside.add_folder(path, _place(path))
            if not inside.statements:
                raise selection.no_statement(path, inside.misnamed)
            there.statements |= {**inside.statements, **there.statements}
            there.others += inside.others
            there.misnamed += inside.misnamed
        elif os.path.lexists(path):  # what is no file is refused when it is read
            there.statements[shown(path)] = _place(os.path.dirname(path))
        else:
            raise nothing_at(path, list(verbs), SUFFIX, shown(selection.source()))
    if len(paths) > 1:
        first: dict[str, str] = {}
        for path in there.statements:
            first.setdefault(os.path.realpath(path), path)
        there.statements = {path: there.statements[path] for path in first.values()}
    return there


class Found:
    """What is at some paths; a folder is gone through once, so links in a circle come to an end."""

    def __init__(self) -> None:
        self.statements: dict[str, str] = {}
        """The path of each statement, with the folder of ``out`` that its PDFs go to: nothing, or
        a path with a slash at its end."""
        self.others: list[str] = []
        """The files that are no statements, though they have the suffix."""
        self.misnamed: list[str] = []
        """The files without the suffix that were meant as statements: those of a word processor,
        texts that begin like a statement, and names that end with a language."""

    def add_folder(self, path: str, place: str) -> None:
        """Add what is in a folder and below it, but for what is hidden; `place` is that in ``out``.

        What cannot be read, or is called like a statement and is none, is taken for a statement,
        so that it is refused with the reason, and stops no other one.
        """
        source, seen = _source(), set[tuple[int, int]]()
        folders = [(path, os.path.realpath(path), place)]
        while folders:
            path, full, place = folders.pop()
            try:
                found = os.stat(path)
                inside = [] if (found.st_dev, found.st_ino) in seen else _inside(path)
            except OSError:
                self.statements[path] = place
                continue
            seen.add((found.st_dev, found.st_ino))
            deeper = []
            for entry in inside:
                if _is_folder(entry):
                    real = os.path.join(full, entry.name)
                    real = os.path.realpath(real) if entry.is_symlink() else real
                    below = _below(real, source)
                    inner = f"{place}{entry.name}/" if below is None else below
                    deeper.append((entry.path, real, inner))
                else:
                    self._add_file(entry.name, entry.path, place)
            folders += reversed(deeper)

    def _add_file(self, name: str, path: str, place: str) -> None:
        if name.endswith(SUFFIX):
            if _NAMED.fullmatch(name) or _begins_like_one(path) is not False:
                self.statements[path] = place
            else:
                self.others.append(path)
        elif (
            name.lower().endswith(_WORD_PROCESSED)
            or has_no_ending(name)
            or ((name.lower().endswith(_MEANT) or "." not in name) and _begins_like_one(path))
        ):
            self.misnamed.append(path)


def has_no_ending(path: str) -> bool:
    """Tell whether a file's name ends with a language that there is a file for, as ``joint.en``."""
    name = os.path.basename(path)
    if not _NAMED.fullmatch(name + SUFFIX):
        return False
    from communique.design import language  # noqa: PLC0415  # few folders have such a file
    from communique.model.values import canonical  # noqa: PLC0415  # as above

    return bool(language.resolve(canonical(name.rpartition(".")[2])))


def right_name(path: str) -> str:
    """Return what a text that is meant as a statement has to be called, or nothing if unclear."""
    if has_no_ending(path):
        return os.path.basename(path) + SUFFIX
    stem = os.path.splitext(os.path.basename(path))[0]
    if stem.lower().endswith(SUFFIX):  # where endings are hidden it becomes .md.txt
        stem = stem[: -len(SUFFIX)]
    clear = not path.lower().endswith(_WORD_PROCESSED) and _NAMED.fullmatch(stem + SUFFIX)
    return stem + SUFFIX if clear else ""


def _inside(folder: str) -> list[os.DirEntry[str]]:
    """Return what is in a folder, but for what is hidden, in the order of names."""
    with os.scandir(folder) as entries:
        shown = (entry for entry in entries if not entry.name.startswith("."))
        return sorted(shown, key=lambda entry: entry.name)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """Tell whether an entry is a folder; a link to itself raises, and is none."""
    try:
        return entry.is_dir()
    except OSError:
        return False


def begins_like_one(data: bytes) -> bool:
    """Tell whether the bytes of a file begin like those of a statement."""
    return bool(_FENCE.match(data))


def _begins_like_one(path: str) -> bool | None:
    """Tell whether a file begins like a statement; None where it cannot be read."""
    try:
        return begins_like_one(file_state.read(path, _FENCE_BYTES)[0])
    except OSError:
        return None


def _place(folder: str) -> str:
    """Return the folder of ``out`` for what is made of a folder's statements."""
    return _below(os.path.realpath(folder), _source()) or ""


def _source() -> str:
    """Return the real path of ``source``, with a slash at its end."""
    return os.path.join(os.path.realpath(selection.source()), "")


def _below(folder: str, source: str) -> str | None:
    """Return where a folder lies below ``source``, with a slash at its end; None if it does not.

    Both are given by their real paths.
    """
    full = os.path.join(folder, "")
    return full[len(source) :].replace(os.sep, "/") if full.startswith(source) else None


def nothing_at(path: str, verbs: Collection[str], suffix: str, home: str) -> UsageError:
    """Return the error that there is nothing at a `path`, with what may have been meant by it.

    A file with that `suffix` or a folder is looked for beside it and in the folder `home`.
    """
    return wrong(f"there is no file or folder {path}{_hint(path, verbs, suffix, home)}")


def _hint(path: str, verbs: Collection[str], suffix: str, home: str) -> str:
    """Return what may have been meant by a `path` that is not there."""
    from difflib import get_close_matches  # noqa: PLC0415  # most paths are right

    from communique import turns  # noqa: PLC0415

    if path in verbs:
        return "; a verb is the first word"
    if path.lower() in _OPTIONS:
        return f"; did you mean --{path.lower()}?"
    if turns.is_known(path.lower()):
        return f"; did you mean --as {path.lower()}?"
    named, like = near(path, (suffix,), (home,))
    if not named and (verb := get_close_matches(path, verbs, n=1)):
        return f"; did you mean the verb {verb[0]}?"
    return meant(named or like)


def near(path: str, suffixes: tuple[str, ...], homes: Iterable[str]) -> tuple[list[str], list[str]]:
    """Return the files that are called as a `path` that is not there, but for what ends their name.

    Then come the file or folder whose name is most like it. Files have one of the `suffixes`, and
    lie beside the path or in one of the `homes`.
    """
    from difflib import get_close_matches  # noqa: PLC0415  # most paths are right

    name, files = os.path.basename(path), _files_near(path, suffixes, homes)
    ends = "|".join(map(re.escape, suffixes))
    stem = re.sub(rf"({ends})\Z", "", name)
    called = re.compile(rf"{re.escape(stem)}(\..+)?({ends})")
    like = map(files.__getitem__, get_close_matches(name, files, n=1, cutoff=_NEAR))
    return [file for each, file in files.items() if called.fullmatch(each)], [*like]


def meant(paths: Sequence[str]) -> str:
    """Return the question whether one of the `paths` was meant, of three at most, or nothing."""
    return f"; did you mean {' or '.join(paths[:3])}?" if paths else ""


def _files_near(path: str, suffixes: tuple[str, ...], homes: Iterable[str]) -> dict[str, str]:
    """Return the paths of files and folders beside a `path` and in `homes`, by name."""
    found: dict[str, str] = {}
    for folder in (os.path.dirname(path), *homes):
        for name in sorted(os.listdir(folder or None)) if os.path.isdir(folder or ".") else ():
            inside = os.path.join(folder, name)
            if name.endswith(suffixes) or os.path.isdir(inside):
                found.setdefault(name, inside)
    return found
