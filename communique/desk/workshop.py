"""What the workers do for the desk: they read, make, prove and draw; the pictures are kept here."""

from __future__ import annotations

import asyncio
import re
from collections import OrderedDict
from typing import TYPE_CHECKING, Any, NamedTuple

from communique.model.faults import CommuniqueError, FaultsError
from communique.run import pool
from communique.run.pool import Pool

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from communique.pdf_reading.page_pictures import PagePicture
    from communique.prove.place.sources import PlacedWord
    from communique.publish.result import ProvenFile
    from communique.read.packed import PackedStatement

#: One worker for what is being typed, and one more for whatever else there is to do.
_WORKERS = 2
#: So many pixels are drawn for each pt: a page is as wide as half a large screen, and sharp.
SCALE = 1.5
#: So many pictures are kept; a page takes a quarter of a megabyte.
_PICTURES = 300
#: How it is said of a text that the worker ended on it.
_CRASHED = "the program crashed on it"
_REMARK = re.compile(
    r"(?P<file>[^:\n]+\.md):(?P<line>\d+): (?P<key>[^:]+): (?P<wrong>.+)", re.DOTALL
)


class Said(NamedTuple):
    """A fault or a remark, as a window shows it."""

    line: int
    """From 1; 0 where it has none."""
    key: str
    wrong: str
    instead: str
    file: str = ""
    """The name of another file, if it is in one."""


class Made(NamedTuple):
    """A proven PDF, and what is to be said of it."""

    pdf: bytes
    pages: int
    remarks: tuple[Said, ...]
    packed: tuple[PackedStatement, ...]
    text: str


class RefusedError(Exception):
    """A statement could not be made; `said` is why."""

    def __init__(self, said: Sequence[Said]) -> None:
        self.said = tuple(said)
        super().__init__(len(self.said))


class Workshop:
    """The workers, and the pictures that they have drawn.

    It is made before there is any thread: a process with threads is not to be forked (fork(2)).
    """

    def __init__(self) -> None:
        self._pool = Pool(min(_WORKERS, pool.at_once()))
        self._pictures: OrderedDict[str, bytes] = OrderedDict()

    def stop(self) -> None:
        """Kill the workers, whatever they are doing."""
        self._pool.stop()

    async def made(self, path: Path, text: str, edition: str, beside: Path | None = None) -> Made:
        """Return the proven PDF of a `text` for the file `path`, perhaps with a version beside it.

        Raises `RefusedError` with all that is wrong.
        """
        try:
            read = [await self._ask("read", path, text.encode())]
            if beside:
                read.append(await self._ask("read", beside))
            packed = tuple(read)
            proven = await self._ask("make", packed, edition)
        except FaultsError as error:
            raise RefusedError([_said(fault, path) for fault in error.faults]) from error
        except CommuniqueError as error:
            raise RefusedError([Said(0, "", str(error), "")]) from error
        file: ProvenFile = proven.files["pdf"]
        remarks = [_said(each, path) for statement in packed for each in statement.remarks]
        remarks += [_remark(each, path) for each in file.remarks]
        return Made(file.data, file.pages, tuple(dict.fromkeys(remarks)), packed, text)

    async def drawn(self, path: Path, pdf: bytes, pages: Sequence[int]) -> list[PagePicture]:
        """Return those pages of a PDF, from 0; their pictures are kept by their names."""
        known = frozenset(self._pictures)
        found: list[PagePicture] = await self._ask("draw", path, pdf, pages, SCALE, known)
        for each in found:
            if each.data:
                self._pictures[each.name] = each.data
            else:
                self._pictures.move_to_end(each.name)
        while len(self._pictures) > _PICTURES:
            self._pictures.popitem(last=False)
        return found

    async def places(self, made: Made, edition: str) -> list[PlacedWord]:
        """Return where the words of a text stand in the PDF that was made of it."""
        found: list[PlacedWord] = await self._ask("places", made.packed, edition, made.pdf)
        return found

    def picture(self, name: str) -> bytes | None:
        """Return a picture (JPEG) by its name, if it is kept."""
        return self._pictures.get(name)

    async def _ask(self, task: str, *arguments: Any) -> Any:
        """Return what a worker gives; where that crashed, what it gives the second time.

        It may be no fault of the text's: where memory is short, the system kills a worker.
        """
        try:
            return await self._given(task, *arguments)
        except FaultsError as error:
            if not any(fault.wrong.startswith(_CRASHED) for fault in error.faults):
                raise
        return await self._given(task, *arguments)

    async def _given(self, task: str, *arguments: Any) -> Any:
        future = self._pool.executor.submit(pool.do, task, *arguments)
        return await asyncio.wrap_future(future)


def _said(fault: Any, path: Path) -> Said:
    file = "" if fault.path == path else fault.path.name
    return Said(fault.line, fault.key, fault.wrong, fault.instead, file)


def _remark(text: str, path: Path) -> Said:
    """Return a remark that was kept as a text, as those of files that are made are."""
    match = _REMARK.fullmatch(text)
    if not match:
        return Said(0, "", text, "")
    wrong, _, instead = match["wrong"].rpartition("; ")
    name = match["file"].rpartition("/")[2]
    return Said(
        int(match["line"]),
        match["key"],
        wrong or instead,
        instead if wrong else "",
        "" if name == path.name else name,
    )
