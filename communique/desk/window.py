"""A window of the browser that shows a statement: what is typed goes in, what comes of it goes out.

The newest text wins: what was typed while a page was made is made next, and what was typed between
is not. The page that is looked at is drawn first, and a page that looks as before is not sent.
"""

from __future__ import annotations

import asyncio
from bisect import bisect_left
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from communique.desk.workshop import RefusedError, Said
from communique.run.report import TOLD

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

    from communique.desk.files.document import Document
    from communique.desk.workshop import Made, Workshop
    from communique.pdf_reading.page_pictures import PagePicture

Event = tuple[str, dict[str, Any]]
#: So often, in seconds, it is looked whether another program has changed the file.
_LOOK = 1.0
#: So many pages are drawn at once behind the one that is looked at.
_TOGETHER = 4


class Window:
    """One window, by its `name`; `beside` returns where the version in a language is."""

    def __init__(
        self,
        name: str,
        document: Document,
        workshop: Workshop,
        beside: Callable[[str], Path | None],
    ) -> None:
        self.name, self.document = name, document
        self._workshop, self._beside = workshop, beside
        self.edition, self.other = "standard", ""
        self.looked_at = 0
        """The page, from 0, that is looked at."""
        self.made: Made | None = None
        self.revision_made = -1
        self._changed = asyncio.Event()
        self._built: object = None
        self._shown: dict[int, str] = {}
        self._told: object = None

    def show(self, edition: str, other: str, looked_at: int) -> None:
        """Show the text in an `edition`, perhaps with its version in the `other` language."""
        self.looked_at = looked_at
        if (edition, other) != (self.edition, self.other):
            self.edition, self.other = edition, other
            self._changed.set()

    async def events(self) -> AsyncIterator[Event]:
        """Yield what there is to show, as long as the window is open."""
        self.document.windows[self.name] = self._changed.set
        self._shown, self._built, self._told = {}, None, None
        self.document.wake()
        try:
            while True:
                self._changed.clear()
                for event in self._state():
                    yield event
                async for event in self._new_pages():
                    yield event
                # Not `wait_for`: it may lose that it is cancelled (python/cpython#86296).
                with suppress(TimeoutError):
                    async with asyncio.timeout(_LOOK):
                        await self._changed.wait()
                await self.document.look()
        finally:
            self.document.windows.pop(self.name, None)
            self.document.wake()

    async def places(self) -> dict[str, Any]:
        """Return where the words of the pages stand that were made last, and in the text.

        A word is a page, its box in pt from the upper left corner, and its place in the text, in
        units of UTF-16, as scripts count.
        """
        made, revision, edition = self.made, self.revision_made, self.edition
        if made is None:
            return {"revision": -1, "words": []}
        words = await self._workshop.places(made, edition)
        units = _Units(made.text)
        return {
            "revision": revision,
            "words": [
                [
                    word.page,
                    round(word.left, 1),
                    round(word.top, 1),
                    round(word.right, 1),
                    round(word.bottom, 1),
                    units.at(word.start),
                    units.at(word.start + word.length),
                ]
                for word in words
            ],
        }

    def _state(self) -> list[Event]:
        """Return what is to be said of the file, if that is new."""
        document = self.document
        told = {
            "revision": document.revision,
            "saved": document.saved == document.revision,
            "outside": document.is_changed_outside,
            "gone": document.is_gone,
            "others": len(document.windows) - 1,
            "trouble": document.trouble,
            "elsewhere": document.writer not in ("", self.name),
        }
        if told == self._told:
            return []
        self._told = told
        return [("state", told)]

    async def _new_pages(self) -> AsyncIterator[Event]:
        """Yield the pages of the newest text, and what is said of them, unless they are shown."""
        document = self.document
        wanted = (document.revision, self.edition, self.other)
        if wanted == self._built:
            return
        beside = self._beside(self.other) if self.other else None
        try:
            made = await self._workshop.made(document.path, document.text, self.edition, beside)
        except RefusedError as error:
            self._built = wanted
            yield "refused", {"revision": wanted[0], "said": _listed(error.said)}
            return
        self._built, self.made, self.revision_made = wanted, made, wanted[0]
        first = min(self.looked_at, made.pages - 1)
        async for event in self._drawn(made, [first], wanted[0]):
            yield event
        self._shown = {n: name for n, name in self._shown.items() if n < made.pages}
        about = {"pages": made.pages, "said": _listed(made.remarks), "edition": self.edition}
        yield "proven", {"revision": wanted[0], **about}
        others = [number for number in _by_distance(first, made.pages) if number != first]
        for start in range(0, len(others), _TOGETHER):
            if self._changed.is_set() and wanted != self._wanted:
                self._built = None
                return
            async for event in self._drawn(made, others[start : start + _TOGETHER], wanted[0]):
                yield event
        yield "drawn", {"revision": wanted[0]}

    @property
    def _wanted(self) -> tuple[int, str, str]:
        return self.document.revision, self.edition, self.other

    async def _drawn(self, made: Made, pages: list[int], revision: int) -> AsyncIterator[Event]:
        for picture in await self._workshop.drawn(self.document.path, made.pdf, pages):
            if self._shown.get(picture.number) != picture.name:
                self._shown[picture.number] = picture.name
                yield "page", _page(picture, made.pages, revision)


class _Units:
    """Places in a text as scripts count them: a character beyond the first 65,536 is two."""

    def __init__(self, text: str) -> None:
        self._beyond = [place for place, each in enumerate(text) if each > "\uffff"]

    def at(self, place: int) -> int:
        return place + bisect_left(self._beyond, place)


def _page(picture: PagePicture, pages: int, revision: int) -> dict[str, Any]:
    width, height = picture.size
    return {
        "revision": revision,
        "number": picture.number,
        "pages": pages,
        "picture": picture.name,
        "width": round(width, 2),
        "height": round(height, 2),
    }


def _listed(said: tuple[Said, ...]) -> list[dict[str, Any]]:
    """Return what is said as it is sent: as many things as any command tells."""
    left = len(said) - TOLD
    more = (Said(0, "", f"and {left:,} more", ""),) if left > 0 else ()
    return [each._asdict() for each in (*said[:TOLD], *more)]


def _by_distance(first: int, pages: int) -> list[int]:
    """Return all pages, those nearest to the `first` one before others."""
    return sorted(range(pages), key=lambda number: (abs(number - first), number))
