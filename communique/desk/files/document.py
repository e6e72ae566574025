"""A statement that is open: its text, saved as it is typed, and never over what others saved."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from communique.desk.files.earlier import ASIDE, OPENED, OUTSIDE, WRITTEN, Earlier
from communique.publish import atomic
from communique.read.source import MAX_BYTES
from communique.store import file_state

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Executor
    from pathlib import Path

#: So long, in seconds, is waited after a save for more to save: together with the save itself, it
#: is well below a second, after which nothing is lost.
_PAUSE = 0.2
_BOM = b"\xef\xbb\xbf"


class TooLongError(Exception):
    """A file is longer than a statement may be."""


class Document:
    """The file of one statement, read and written by the desk alone as far as that is known.

    Raises `UnicodeDecodeError` where it is no text, and `TooLongError` where it is no statement.

    `revision` counts what was typed; `saved` is the one that is on the disk. `executor` has one
    thread, in which files are written while everything else goes on.
    """

    def __init__(self, path: Path, earlier: Earlier, executor: Executor) -> None:
        self.path, self.earlier = path, earlier
        self._executor = executor
        self._disk = _read(path)
        self._identity = file_state.identity(str(path))
        if len(self._disk) > MAX_BYTES:
            raise TooLongError
        self._style = _Style(self._disk)
        self.text = self._style.text(self._disk)
        self.revision = self.saved = 0
        self.windows: dict[str, Callable[[], None]] = {}
        """What wakes each window that shows it, by the windows' names."""
        self.is_changed_outside = False
        """Whether another program saved it, and nobody has said yet which of the two stays."""
        self.is_gone = False
        """Whether another program deleted it, and nobody has said yet whether it is written again.

        Then it is changed outside, too."""
        self.writer = ""
        """The name of the window in which it was changed last."""
        self._saving: asyncio.Task[None] | None = None
        self.trouble = ""
        """Why it cannot be saved, if it cannot."""
        self._ends = False

    def put(self, text: str, window: str) -> None:
        """Take what was typed in a `window`, and save it soon."""
        self.text, self.writer = text, window
        self.revision += 1
        if self._saving is None or self._saving.done():
            self._saving = asyncio.create_task(self._save())
        self.wake()

    def wake(self) -> None:
        """Let the windows that show it look at it."""
        for wake in self.windows.values():
            wake()

    async def look(self) -> None:
        """Look whether another program has changed the file; what nobody sees is taken over."""
        await asyncio.get_running_loop().run_in_executor(self._executor, self._look)
        is_seen = self.windows or self.saved != self.revision
        if self.is_changed_outside and not self.is_gone and not is_seen:
            self.text = self.outside
            self.is_changed_outside = False
            self.revision += 1
            self.saved = self.revision

    def _look(self) -> None:
        """Note whether another program has changed the file; called where files are written."""
        if file_state.identity(str(self.path)) == self._identity:
            return
        data = _read(self.path)
        self._identity = file_state.identity(str(self.path))
        is_gone = not self.path.exists()
        if data != self._disk or is_gone != self.is_gone:
            self._disk, self.is_gone = data, is_gone
            self.is_changed_outside = True

    @property
    def outside(self) -> str:
        """The text as another program has saved it."""
        return self._style.text(self._disk)

    def settle(self, text: str, window: str, *, keep: bool) -> None:
        """Go on with the `text` of a `window`, or, unless it is to `keep`, with the newer one.

        That is the file's, where another program has changed it, or that of another window. The
        one that does not stay is among the earlier versions. Raises `UnicodeDecodeError` where the
        newer one is no text; nothing is then changed.
        """
        newer = self._disk if self.is_changed_outside else self._style.data(self.text)
        stays = text if keep else self._style.text(newer)
        why = (OUTSIDE if self.is_changed_outside else WRITTEN) if keep else ASIDE
        if not self.is_gone:
            self.earlier.keep(newer if keep else self._style.data(text), why)
        if keep or self.is_changed_outside:
            self.is_changed_outside = False
            self.put(stays, window)

    def leave(self, text: str) -> None:
        """Keep the `text` of a window as an earlier version, and write no file that is gone."""
        self.earlier.keep(self._style.data(text), ASIDE)
        self.saved = self.revision

    def bring_back(self, data: bytes, window: str) -> None:
        """Go on with an earlier version; what there is now is among them from then on."""
        self.earlier.keep(self._style.data(self.text), WRITTEN)
        self.put(self.plain(data), window)

    def plain(self, data: bytes) -> str:
        """Return the text of an earlier version."""
        return self._style.text(data)

    async def wait(self) -> None:
        """Wait until all that was typed is saved."""
        if self._saving:
            await self._saving

    async def tried(self) -> bool:
        """Wait until what was typed is saved, or cannot be; tell whether it is saved."""
        while self._saving and not self._saving.done() and not self.trouble:
            await asyncio.wait({self._saving}, timeout=_PAUSE)
        return self.saved == self.revision

    async def end(self) -> bool:
        """Save what is not saved yet, or try that once more at most; tell whether it is saved."""
        self._ends = True
        await self.wait()
        return not self.trouble

    async def _save(self) -> None:
        loop = asyncio.get_running_loop()
        while self.saved != self.revision and not self.is_changed_outside:
            revision, text = self.revision, self.text
            try:
                await loop.run_in_executor(self._executor, self._write, text)
            except OSError as error:
                self.trouble = error.strerror or str(error)
                self.wake()
                if self._ends:
                    return
                await asyncio.sleep(1)
                continue
            self.trouble = ""
            if not self.is_changed_outside:
                self.saved = revision
            self.wake()
            await asyncio.sleep(_PAUSE)

    def _write(self, text: str) -> None:
        """Write the text to the file, unless another program has changed that."""
        there, is_gone = _read(self.path), not self.path.exists()
        if there != self._disk or is_gone != self.is_gone:
            self._disk, self._identity = there, file_state.identity(str(self.path))
            self.is_gone = is_gone
            self.earlier.keep(self._style.data(text), ASIDE)
            self.is_changed_outside = True
            return
        data = self._style.data(text)
        if data == there and not is_gone:
            return
        if self.earlier.is_due() and not is_gone:
            self.earlier.keep(there, WRITTEN if self.earlier.versions() else OPENED)
        atomic.write(self.path, data)
        self.is_gone = False
        self._disk, self._identity = data, file_state.identity(str(self.path))


class _Style:
    """How a file ends its lines, and whether it begins with a byte-order mark: it stays so."""

    def __init__(self, data: bytes) -> None:
        self._begins = _BOM if data.startswith(_BOM) else b""
        self._ends = "\r\n" if b"\r\n" in data else "\n"

    def text(self, data: bytes) -> str:
        return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")

    def data(self, text: str) -> bytes:
        return self._begins + text.replace("\n", self._ends).encode()


def _read(path: Path) -> bytes:
    """Return what is in the file; nothing where it is gone."""
    try:
        return file_state.read(str(path))[0]
    except FileNotFoundError:
        return b""
