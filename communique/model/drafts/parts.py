"""The parts of a text in which brackets may stand, and what the place of each is called."""

from __future__ import annotations

import re
from dataclasses import dataclass

#: What points are called below their paragraph: (a), or (a) (i).
_POINTS = re.compile(r"(?: \([^()]+\))+$")


@dataclass(frozen=True, slots=True)
class Part:
    """A block of words in which brackets may stand."""

    kind: str
    """title, subtitle, or heading, paragraph, cell, caption, source; note for what is in one."""
    line: int
    text: str
    number: str = ""
    """That of the paragraph that it is, is in, or is called in, or else the first words of that;
    nothing of what stands before all paragraphs, such as a heading."""
    note: int = 0
    quoted: bool = False
    """Whether it is in a quotation apart."""
    section: str = ""
    """How the heading above it begins, where other sections have a paragraph of this number."""

    @property
    def name(self) -> str:
        """What its paragraph is called: 3, or Article 2 (3) where another section has a third.

        A point in it stands behind that: Article 2 (3) (a).
        """
        if not (self.section and self.number):
            return self.number
        first, points = _POINTS.split(self.number, maxsplit=1)[0], _POINTS.search(self.number)
        return f"{self.section} ({first}){points[0] if points else ''}"

    @property
    def place(self) -> str:
        """Where it is, in words: Article 2, paragraph 3, or note 1 in that, heading, or text."""
        if not self.number:
            kind = f"note {self.note}" if self.note else self.kind
            return "text" if kind == "paragraph" else kind
        paragraph = ", ".join(filter(None, (self.section, f"paragraph {self.number}")))
        return f"note {self.note} in {paragraph}" if self.note else paragraph
