"""What the desk has open: its folder, the statements in it, and the windows that show them."""

from __future__ import annotations

import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException

from communique.desk.files.document import Document, TooLongError
from communique.desk.files.earlier import Earlier
from communique.desk.files.folder import Folder
from communique.desk.making import Making
from communique.desk.window import Window
from communique.read.source import MAX_BYTES

if TYPE_CHECKING:
    from communique.desk.workshop import Workshop

#: So many windows are known at once: one that was closed may only be hidden, and come back.
_WINDOWS = 50
TOO_LONG = f"A statement has {MAX_BYTES // 10**6} MB at most. Split it into parts."


class Desk:
    """The desk on a `folder` of statements, of which what is made goes into the folder `out`."""

    def __init__(self, folder: Path, out: Path, workshop: Workshop) -> None:
        self.folder = Folder(folder)
        self.workshop = workshop
        self.making = Making(self.folder.path, out)
        # Files are written in one thread, one after the other, and apart from all else.
        self._writer = ThreadPoolExecutor(1)
        self._documents: dict[str, Document] = {}
        self._windows: dict[str, Window] = {}
        self.unsaved: list[str] = []
        """What could not be saved when the desk was closed, a sentence for each."""

    def document(self, name: str) -> Document:
        """Return the statement of that name, open; raises `HTTPException` where there is none."""
        if name not in self._documents:
            path = self.folder.path_of(name)
            if path is None:
                raise HTTPException(404, "There is no such statement in this folder.")
            try:
                earlier = Earlier(self.folder.path, name)
                self._documents[name] = Document(path, earlier, self._writer)
            except TooLongError as error:
                raise HTTPException(422, TOO_LONG) from error
        return self._documents[name]

    def window(self, name: str, statement: str) -> Window:
        """Return the window of that name, which shows the `statement` of that name."""
        key = f"{statement} {name}"
        if key not in self._windows:

            def beside(tag: str) -> Path | None:
                every = self.folder.versions(statement)
                found = [self.folder.path / each.name for each in every if each.tag == tag]
                return found[0] if found else None

            document = self.document(statement)
            self._forget_closed()
            self._windows[key] = Window(name, document, self.workshop, beside)
        return self._windows[key]

    def _forget_closed(self) -> None:
        """Let go of the oldest windows that are closed, where there are many."""
        closed = [
            key for key, each in self._windows.items() if each.name not in each.document.windows
        ]
        for key in closed[: max(0, len(self._windows) - _WINDOWS)]:
            del self._windows[key]

    async def close(self) -> None:
        """Save what is not saved yet, and let go of everything.

        A text that cannot be saved is put where it can be: `unsaved` says where.
        """
        for name, document in self._documents.items():
            if not await document.end():
                self.unsaved.append(f"{name} was not saved: {document.trouble}; {_aside(document)}")
        self._writer.shutdown()


def _aside(document: Document) -> str:
    """Put the text of a document into the folder for what is temporary; return what to do then."""
    try:
        path = Path(tempfile.mkdtemp(prefix="communique-")) / document.path.name
        path.write_text(document.text, "utf-8", newline="")
    except OSError:
        return "copy it out of the window of the browser before you close that"
    return f"what was typed is in {path}"
