"""A file of JSON lines that is added to while a run goes on, and read when the next one begins.

Each line ends with a ``check``, the CRC-32 of what stands before it (IEEE 802.3), so that a line in
which a single bit has changed is none. Nothing is read or written through a link, a pipe or a
device in the file's place; a file takes its place.
"""

from __future__ import annotations

import json
import os
import stat
from binascii import crc32
from contextlib import suppress

from communique.store import file_state

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

#: How a line ends: what the check of the text before it is put into.
_END = b',"check":"%08x"}'
_LENGTH = len(_END % 0)
#: Nobody has so long a file, in bytes: it would be that of 50,000 PDFs.
_MOST_BYTES = 50_000_000
#: What JSON raises that is damaged, or nested too deeply.
_DAMAGED = (ValueError, RecursionError)
#: Names of files that are not UTF-8 are kept as they are (PEP 383).
_CODE = "utf-8", "surrogateescape"
_ADDING = (
    os.O_WRONLY
    | os.O_APPEND
    | os.O_CREAT
    | sum(getattr(os, flag, 0) for flag in ("O_BINARY", "O_NOFOLLOW", "O_NONBLOCK"))
)


class JsonLines:
    """The file at `path`, which need not be there."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.count = 0
        """How many lines it has."""
        self.wrong = ""
        """What is wrong with it and what comes of that, or nothing."""
        self._damaged = False
        self._replaced = False
        self._cut = False
        self._descriptor: int | None = None

    def read(self) -> Iterator[Any]:
        """Yield what each line says, damaged ones and those of other programs left out."""
        data = self._data()
        lines = data.removesuffix(b"\n").split(b"\n") if data else []
        self.count = len(lines)
        self._cut = data[-1:] not in (b"", b"\n")
        bodies = [line[:-_LENGTH] for line in lines]
        whole = [
            body + b"}"
            for body, line in zip(bodies, lines, strict=True)
            if _END % crc32(body) == line[-_LENGTH:]
        ]
        others = [] if len(whole) == len(lines) else lines
        try:
            found = _read(b"[%b]" % b",".join(whole))
        except _DAMAGED:
            found, others = [said for line in whole for said in _tried(line)], whole
        self._damaged = not all(map(_tried, others))
        if self._damaged:
            self.wrong = "damaged; what it does not name is made again"
        yield from found

    def _data(self) -> bytes:
        """Return what is in the file; nothing where that is no record of ours."""
        try:
            mode = os.lstat(self.path).st_mode
            if stat.S_ISDIR(mode) and os.listdir(self.path):
                self.wrong = "it is a folder; move it away, or all is made again each time"
                return b""
            if stat.S_ISREG(mode):
                data, _ = file_state.read(self.path, _MOST_BYTES)
                if len(data) <= _MOST_BYTES:
                    return data
                found = f"it has more than {_MOST_BYTES} bytes"
            else:
                found = f"it is {file_state.kind(mode)}"
        except (FileNotFoundError, NotADirectoryError):
            return b""
        except OSError as error:
            found = f"it cannot be read ({error.strerror})"
        self.wrong = f"{found}; all is made again, and a new one takes its place"
        self._replaced = True
        return b""

    def add(self, line: dict[str, Any]) -> None:
        """Add a line at once; where the file cannot be written, the line is lost."""
        self.count += 1
        with suppress(OSError, *_DAMAGED):
            if self._descriptor is None:
                self._descriptor = self._opened()
            text = b"\n" * self._cut + _text(line)
            self._cut = os.write(self._descriptor, text) < len(text)  # at once: two runs may do so

    def _opened(self) -> int:
        """Return the file, open to be added to."""
        os.makedirs(os.path.dirname(self.path), exist_ok=True)
        if self._replaced:
            is_folder = stat.S_ISDIR(os.lstat(self.path).st_mode)
            (os.rmdir if is_folder else os.unlink)(self.path)
            self._replaced = False
        try:
            return os.open(self.path, _ADDING, 0o666)
        except PermissionError:
            os.unlink(self.path)
            return os.open(self.path, _ADDING, 0o666)

    def close(self, *, most: int, lines: Iterable[dict[str, Any]]) -> None:
        """Let go of the file; write `lines` anew if it was damaged, or added to beyond `most`."""
        added_to = self._descriptor is not None
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None
        if self._damaged or (added_to and self.count > most):
            self._damaged = False
            from pathlib import Path  # noqa: PLC0415  # where nothing was made it is not needed

            from communique.publish import atomic  # noqa: PLC0415  # as above

            with suppress(OSError, *_DAMAGED):  # the long one is as good
                atomic.write(Path(self.path), b"".join(map(_text, lines)))


def _read(text: bytes) -> Any:
    return json.loads(text.decode(*_CODE))


def _tried(line: bytes) -> list[Any]:
    """Return what a line says; nothing where it is damaged."""
    try:
        return [_read(line)]
    except _DAMAGED:
        return []


def _text(line: dict[str, Any]) -> bytes:
    body = json.dumps(line, ensure_ascii=False, separators=(",", ":"))[:-1].encode(*_CODE)
    return body + _END % crc32(body) + b"\n"
