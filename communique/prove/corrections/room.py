"""Room: a corrigendum has one page, as offices print it; where it needs more, a revision is due.

Larger type, or a smaller sheet, takes as many pages as the words of that one need there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.content.expected import turn

if TYPE_CHECKING:
    from communique.content.content import Content
    from communique.design.edition import Edition
    from communique.model.faults import Faults
    from communique.pdf_reading.reading import Reading

_NAME, _REVISED = "corrigendum", "issue a revised text: build --as changes --since OLD"
#: The area of A4 (ISO 216), in mm², in squares of its type, which has 11 pt.
_PAGE = 210 * 297 / 11**2


def one_page(content: Content, reading: Reading, faults: Faults) -> None:
    """Note that a corrigendum has more pages than one, or than its edition has for as much."""
    if turn(content) != _NAME:
        return
    most, pages = most_pages(content.edition), len(reading.pages)
    if pages <= most:
        return
    roles = [node.kind for node in content.statement.body.children]
    first = roles.index("heading") if "heading" in roles else len(roles)
    count = roles[first:].count("paragraph")
    changes = "1 change takes" if count == 1 else f"{count} changes take"
    where = "one" if most == 1 else f"{most} in the edition {content.edition.name}"
    faults.add(1, _NAME, f"{changes} {pages} pages, and a corrigendum has {where}", _REVISED)


def most_pages(edition: Edition) -> int:
    """Return how many pages of an edition have about the room of one page of A4 in 11 pt."""
    area = edition.paper.width * edition.paper.height / edition.text_size**2
    return max(1, round(_PAGE * edition.languages / area))
