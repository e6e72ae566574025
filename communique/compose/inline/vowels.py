"""Vowels: whether a text in Arabic has them, as marks above and below its letters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from communique.model.body import Body, Node, Note

#: Letters of Arabic, and its marks of vowels, doubled letters and letters without a vowel (Unicode,
#: "Arabic: Tashkil from ISO 8859-6", and the alef above).
_LETTERS, _MARK = re.compile("[\u0620-\u064a\u0671-\u06d3]"), "\u064b-\u0652\u0670"
_MARKS = re.compile(f"[{_MARK}]")
#: Three words or so with all their marks: a dozen of these, near one another.
_PASSAGE = re.compile(f"(?:[{_MARK}]+[^{_MARK}]{{1,4}}){{11}}[{_MARK}]")
#: Of so many letters one has a mark at least; where each vowel is written, five of six have.
_LETTERS_TO_A_MARK = 2


def are_written(body: Body) -> bool:
    """Tell whether most letters of the text have marks, so that its lines need more room."""
    text = "".join(node.text for node in body.walk())
    marks = len(_MARKS.findall(text))
    return marks > 0 and marks * _LETTERS_TO_A_MARK >= len(_LETTERS.findall(text))


def are_quoted(paragraph: Node) -> bool:
    """Tell whether words of a paragraph have their marks, maybe in a text without them."""
    return bool(_PASSAGE.search("".join(node.text for node in paragraph.walk())))


def are_in(note: Note) -> bool:
    """Tell whether words of a note have their marks."""
    return any(map(are_quoted, note.children))
