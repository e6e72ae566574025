"""Notes under a table or a figure that begin with their sign, as in “* Provisional.”.

To Markdown `*` and `+` before a space begin a point, so the sign that stands in the table, such as
the star of 21,560*, would be explained nowhere on the page.
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from communique.model.faults import cut
from communique.read.markdown.tables.block_rule import belongs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.tree import SyntaxTreeNode

    from communique.model.faults import Faults

_SIGNS = "*+"


def check(points: SyntaxTreeNode, line: int, faults: Faults) -> None:
    """Tell of a list that begins with the sign of a cell or a caption above it.

    Between the two may stand the source of the table and other lists; `line` is that of the list.
    """
    sign = points.children[0].markup
    between = list(takewhile(_stands_between, _before(points)))
    above = next(_before(between[-1] if between else points), None)
    marked = next((text for text in _texts(above) if _has(sign, text)), "") if above else ""
    if marked and above and sign in _SIGNS:
        words = next((node.content for node in points.walk() if node.type == "inline"), "")
        wrong = f"“{cut(f'{sign} {words}')}” is printed as a point, without the {sign}"
        instead = f"write \\{sign} to print it as the note on “{cut(marked)}”"
        if above.type == "table" and not between:
            instead = f"write : {sign} for the note on “{cut(marked)}” below the table"
        faults.remark(line, "list", wrong, instead)


def _before(node: SyntaxTreeNode) -> Iterator[SyntaxTreeNode]:
    """Yield the blocks before a `node`, the nearest first."""
    while before := node.previous_sibling:
        yield before
        node = before


def _stands_between(node: SyntaxTreeNode) -> bool:
    is_line = node.type == "paragraph" and belongs(node.children[0].content)
    return node.type == "bullet_list" or is_line


def _texts(block: SyntaxTreeNode) -> Iterator[str]:
    """Yield what the cells of a table say, and the caption of a picture alone in its paragraph."""
    for inline in (node for node in block.walk() if node.type == "inline"):
        if block.type == "table":
            yield "".join(node.content for node in inline.walk() if node.type == "text")
        elif [node.type for node in inline.children] == ["image"]:
            yield str(inline.children[0].attrs.get("title", ""))


def _has(sign: str, text: str) -> bool:
    """Tell whether a word or a figure of the `text` has the `sign` right behind it.

    A star may also stand behind a space at the end of the text, or be all that it says. A letter
    alone is no word: C+ is a mark of schools, and A* an algorithm.
    """
    behind = rf"(?:\d|\w\w|[)\]%°]){re.escape(sign)}(?=\s|$)"
    ends = sign == "*" and f" {text}".endswith(" *")
    return ends or bool(re.search(behind, text))
