"""Spaces: between words stands one space, as wide as that of the font, and not another one.

Unicode has spaces of many widths: with hair spaces words look run together, with wide ones torn
apart, and each is copied as it is.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from communique.prove.appearance.report import Report
from communique.prove.words import expected, spoken

if TYPE_CHECKING:
    from communique.content.content import Content
    from communique.content.text import Text
    from communique.model.faults import Faults
    from communique.pdf_reading.reading import Reading
    from communique.pdf_reading.tag_tree import Block

#: Spaces that have another width than that of the font; the space that binds words has the same.
_OTHERS = re.compile(r"[^\S \u00a0]")
_MANY = re.compile(r"\s\s")
#: The space between an entry of the contents and its page, in each direction of writing.
_CONTENTS = re.compile(r"\u2003(?=\d+$)")
_CONTENTS_RTL = re.compile(r"^\d+\u2003")
_INSTEAD = "let a template write the spaces of the statement, one between two words"


def own_spaces(content: Content, reading: Reading, faults: Faults) -> None:
    """Note spaces that are not those of the statement, or several where it has one.

    Labels may have any after them, and an entry of the contents before its page.
    """
    texts, blocks = expected(content, reading), spoken(reading)
    if len(texts) != len(blocks):
        return  # another rule says which differ
    report = Report(faults, "spaces", _INSTEAD)
    for text, block in zip(texts, blocks, strict=True):
        if block.role != "Lbl" and (wrong := _wrong(text, block)):
            report(block.pieces[0].page, wrong, [text.words], path=text.path, line=text.line)


def _wrong(text: Text, block: Block) -> str:
    """Return what is wrong with the spaces within the parts of a text."""
    contents = _CONTENTS_RTL if text.rtl else _CONTENTS
    parts = [contents.sub("", piece.text) for piece in block.pieces]
    if Counter(_OTHERS.findall("".join(parts))) - Counter(_OTHERS.findall(text.words)):
        return "there are other spaces here than in the statement"
    several = sum(len(_MANY.findall(part)) for part in parts)
    return "there are several spaces here" if several > len(_MANY.findall(text.words)) else ""
