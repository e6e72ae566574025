"""Controls of direction that put words or figures of a text in another place are refused.

Nobody sees them in an editor, and a page in their order says something else (UAX 9).
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from communique.bidi.controls import wrong_control
from communique.bidi.paragraph import Paragraph
from communique.design import language
from communique.design.yaml_lines import dotted

if TYPE_CHECKING:
    from communique.design.yaml_lines import Mapping
    from communique.model.body import Body
    from communique.model.faults import Faults

#: Marks, embeddings, overrides and isolates of direction (UAX 9, table 1).
_CONTROLS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
#: The blocks that are looked at for them.
_TEXTS = frozenset(("paragraph", "heading", "cell", "figure"))


def check(body: Body, mapping: Mapping, text: str, tag: str, faults: Faults) -> None:
    """Refuse controls of direction by which a text or a value of the front matter reads otherwise.

    The `text` of the file is in the language `tag`.
    """
    if not _CONTROLS.search(text):
        return
    direction, lines = language.direction(tag), text.split("\n")
    for node in body.walk():
        if node.kind in _TEXTS:
            _check(node.plain, direction, "text", node.line, lines, faults)
    for place, line in mapping.lines.items():
        value, own = mapping.at(place), mapping.at((*place[:-1], "language"))
        if isinstance(value, str):
            way = language.direction(own) if place[1:] and isinstance(own, str) else direction
            _check(value, way, dotted(place), line, lines, faults)


def _check(  # noqa: PLR0913, PLR0917  # what is looked at, and where it stands
    words: str, direction: str, key: str, line: int, lines: list[str], faults: Faults
) -> None:
    found = wrong_control(Paragraph(words, direction)) if _CONTROLS.search(words) else None
    if found:
        control, wrong = found
        below = range(line, len(lines) + 1)
        line = next((each for each in below if control in lines[each - 1]), line)
        name = f"U+{ord(control):04X}, {unicodedata.name(control).lower()}"
        wrong = f"a character that nobody sees ({name}) {wrong}"
        faults.add(line, key, wrong, "delete it, and type the words around it again")
