"""Numbers of paragraphs that are not written in the file: which of them are due is counted anew."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from communique.model.paragraphs import is_counted, own_number

if TYPE_CHECKING:
    from communique.model.body import Body, Node

_FIGURES = re.compile(r"[0-9]+")


def first_wrong(body: Body, *, counted: bool) -> Node | None:
    """Return the first paragraph with another number than is due where they are `counted`, if any.

    One that its author begins with a number, such as 5 bis, has no other one, and the next one is
    counted on from there. In each annex they begin at 1.
    """
    last = 0
    for node in body.children:
        if node.annex:
            last = 0
        if node.kind != "paragraph":
            continue
        due = ""
        if counted and is_counted(node):
            written = _FIGURES.match(own_number(replace(node, marker="")))
            last = max(last, int(written[0])) if written else last + 1
            due = "" if written else f"{last}."
        if node.marker != due:
            return node
    return None
