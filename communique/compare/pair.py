"""Two PDFs: the one that somebody has, and the one that is due."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from communique.pdf_reading.drawing.beside_another import poppler
from communique.pdf_reading.drawing.beside_another.sheets import Sheets
from communique.pdf_reading.objects import UnreadableError
from communique.pdf_reading.reading import Reading

if TYPE_CHECKING:
    from communique.content.content import Content
    from communique.pdf_reading.drawing.beside_another.sheets import Item


class Pair:
    """The file that is `there`, and the one that is `due`, None where it could not be made."""

    def __init__(
        self,
        data: bytes,
        again: bytes | None,
        content: Content | None,
        *,
        alike: bool,
        exempt: frozenset[str],
    ) -> None:
        self.data, self.again, self.content, self.exempt = data, again, content, exempt
        self._same_version = alike
        self.there = Reading(data, strict=False)
        self.due = Reading(again) if again is not None else None
        self.untold: list[str] = []
        """Why an engine did not draw a page, so that it was not compared there."""

    def close(self) -> None:
        """Give the memory back."""
        for sheets in self._opened:
            sheets.close()

    @cached_property
    def _opened(self) -> list[Sheets]:
        return []

    @cached_property
    def sheets(self) -> Sheets:
        """The pages of the file as PDFium has them."""
        self._opened.append(Sheets(self.data))
        return self._opened[-1]

    @cached_property
    def due_sheets(self) -> Sheets:
        """The pages that are due."""
        assert self.again is not None  # noqa: S101  # whoever asks has looked
        self._opened.append(Sheets(self.again))
        return self._opened[-1]

    @cached_property
    def common(self) -> range:
        """The numbers, from 0, of the pages that both have."""
        return range(min(len(self.sheets), len(self.due_sheets))) if self.due else range(0)

    @cached_property
    def alike(self) -> bool:
        """Whether texts stand at the same places, but for what was changed.

        So they do where the same version made both; and else where most of what is due is there.
        """
        if self._same_version or self.due is None:
            return True
        found = due = 0
        for number in self.common:
            there = {(item.text, _place(item)) for item in self.sheets.items(number)}
            wanted = [item for item in self.due_sheets.items(number) if item.text]
            due += len(wanted)
            found += sum((item.text, _place(item)) in there for item in wanted)
        return len(self.sheets) == len(self.due_sheets) and found > due / 2

    @cached_property
    def drawn_otherwise(self) -> dict[int, str]:
        """The pages that look otherwise, each with the one engine that draws it so, or nothing."""
        by_pdfium = {number for number in self.common if self._differs(number)}
        by_poppler = by_pdfium & set(range(poppler.MOST_PAGES, len(self.common)))
        asked = False
        if poppler.is_here() and self.again is not None:
            try:
                by_poppler |= set(poppler.differing(self.data, self.again)) & set(self.common)
                asked = True
            except UnreadableError:
                self.untold.append("poppler, the second engine that draws pages, fails on it")
        return {
            number: _alone(number in by_pdfium, number in by_poppler) if asked else ""
            for number in sorted(by_pdfium | by_poppler)
        }

    def _differs(self, number: int) -> bool:
        one, other = self.sheets.drawn(number), self.due_sheets.drawn(number)
        return one.differs(other)


def _place(item: Item) -> tuple[int, ...]:
    box = item.box
    return tuple(map(round, (box.left, box.bottom, box.right, box.top)))


def _alone(pdfium: bool, poppler: bool) -> str:
    return "" if pdfium and poppler else "PDFium" if pdfium else "poppler"
