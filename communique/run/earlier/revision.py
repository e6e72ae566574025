"""A statement as it was in git, with its pictures.

Git is asked for objects by their names alone, so that nothing of a repository is run: no hook, no
filter, no pager, no helper, and nothing is fetched (its manual, "cat-file", "ls-tree").
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from communique.model.faults import Faults, UsageError
from communique.read import front_matter, markdown
from communique.read.picture_files import MOST_BYTES
from communique.read.source import MAX_BYTES
from communique.run.earlier.attached import named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.model.statement import Statement

#: So long git may take, in seconds: it looks up what is on this disk.
_LONGEST = 20
#: Whatever the settings of the repository and of whoever types say.
_SAFE = ("--no-pager", "-c", "core.fsmonitor=false", "-c", "protocol.allow=never")
_ENVIRONMENT = {
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_LITERAL_PATHSPECS": "1",
    "LC_ALL": "C",
}
#: A file, whether it may be run or not; a link is none (git's manual, "fast-import", modes).
_FILE = re.compile(rb"100(?:644|755) blob ([0-9a-f]{40,64})\t")


class NoRepositoryError(UsageError):
    """A file is in no git repository, or in one that git does not trust."""


class _NoAnswerError(Exception):
    """Git has no such thing; its words say why."""


def read_at(revision: str, path: Path) -> Statement:
    """Return the statement that the file at `path` was at a git `revision`.

    Its own path is ``REVISION:path``. Raises `UsageError` where there is no git, no repository, no
    such revision or no such file in it, and `StatementError` with the faults of the version.
    """
    repository = _Repository(path)
    commit = repository.commit(revision)
    inside = repository.inside(commit, path)
    if inside is None:
        wrong = f"{revision} has no file {path.as_posix()}"
        raise UsageError(f"{wrong}; write {revision}: and the path that it had then")
    data = repository.file(commit, inside, MAX_BYTES)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, inside.name)
        file.write_bytes(data)
        for picture in _pictures(data):
            there = inside.parent / picture
            shown = repository.file(commit, there, MOST_BYTES) if ".." not in there.parts else b""
            if shown:
                target = Path(folder, *picture.parts)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(shown)
        return named(file, Path(f"{revision}:{path.as_posix()}"))


def is_one(word: str, path: Path) -> bool:
    """Tell whether a word is a revision in the repository of the file at `path`."""
    try:
        _Repository(path).commit(word)
    except UsageError:
        return False
    return True


class _Repository:
    """The repository that a file belongs to, which need not be there any more."""

    def __init__(self, path: Path) -> None:
        git = shutil.which("git")
        if git is None:
            wrong = "there is no git here, which knows earlier revisions"
            raise UsageError(f"{wrong}; install it, or name an earlier file or PDF")
        self._git = git
        self._folder = next(each for each in path.absolute().parents if each.is_dir())
        try:
            self._top = Path(os.fsdecode(self._ask("rev-parse", "--show-toplevel").rstrip(b"\n")))
        except _NoAnswerError as error:
            known = "dubious ownership" in str(error)
            wrong = "belongs to another user" if known else "is in no git repository"
            instead = "name an earlier file or PDF"
            if known:
                instead = (
                    "let git trust it (git config --global --add safe.directory), or " + instead
                )
            raise NoRepositoryError(f"{path} {wrong}; {instead}") from None

    def commit(self, revision: str) -> str:
        """Return the name of the commit that a revision is."""
        try:
            if revision.startswith("-") or not revision.isprintable():
                raise _NoAnswerError  # it would be an option
            return (
                self._ask("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
                .decode()
                .strip()
            )
        except _NoAnswerError:
            wrong = f"there is no file, PDF or git revision {revision}"
            instead = "write one such as HEAD~1, a tag, or a commit that git log names"
            raise UsageError(f"{wrong}; {instead}") from None

    def inside(self, commit: str, path: Path) -> PurePosixPath | None:
        """Return where in a commit the file at `path` is: from here, or else from the top."""
        absolute = Path(os.path.realpath(path.parent), path.name)
        places = [PurePosixPath(path.as_posix())]
        if absolute.is_relative_to(os.path.realpath(self._top)):
            inside = absolute.relative_to(os.path.realpath(self._top))
            places.insert(0, PurePosixPath(inside.as_posix()))
        return next((place for place in places if self._object(commit, place)), None)

    def _object(self, commit: str, place: PurePosixPath) -> str | None:
        """Return the name of the object that a file is in a commit, None where there is none."""
        if place.is_absolute() or ".." in place.parts:
            return None
        try:
            found = self._ask("ls-tree", "-z", "--full-tree", commit, "--", str(place))
        except _NoAnswerError:
            return None
        match = _FILE.match(found)
        return match[1].decode() if match else None

    def file(self, commit: str, place: PurePosixPath, most: int) -> bytes:
        """Return what is in a file in a commit; no byte where there is none, or a larger one."""
        name = self._object(commit, place)
        try:
            if name and int(self._ask("cat-file", "-s", name)) <= most:
                return self._ask("cat-file", "blob", name)
        except _NoAnswerError:
            pass  # it was not fetched with the others
        return b""

    def _ask(self, *words: str) -> bytes:
        try:
            done = subprocess.run(  # noqa: S603  # a list of words, of which no shell knows
                [self._git, *_SAFE, "-C", str(self._folder), *words],
                stdin=subprocess.DEVNULL,
                capture_output=True,
                check=False,
                timeout=_LONGEST,
                env={**os.environ, **_ENVIRONMENT},
            )
        except (OSError, ValueError, subprocess.TimeoutExpired) as error:
            raise _NoAnswerError(str(error)) from None
        if done.returncode:
            raise _NoAnswerError(done.stderr.decode(errors="replace"))
        return done.stdout


def _pictures(data: bytes) -> Iterator[PurePosixPath]:
    """Yield where the pictures of a statement lie, from its own place."""
    text = data.decode("utf-8-sig", errors="replace").replace("\r\n", "\n")
    faults = Faults(Path())  # they are told when it is read
    _, _, body, line = front_matter.divided(text, faults)
    for node in markdown.parse(body, line, faults).walk():
        if node.kind in ("figure", "image"):
            place = PurePosixPath(unquote(node.target))
            if not place.is_absolute() and ".." not in place.parts and "\0" not in str(place):
                yield place
