"""Centred lines, such as the words of enactment of a resolution or a treaty.

They are written as in Discount, ``-> HAVE AGREED AS FOLLOWS: <-``; each line of a paragraph has
the marks on both sides, and is printed as one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.model.faults import cut

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore

    from communique.model.faults import Faults

CENTRED = "communique_centred"
"""In the parser's `meta` of a paragraph: that its lines are centred."""
_LINE = re.compile(r"[ \t]*->[ \t]+(\S|\S.*\S)[ \t]+<-[ \t]*")
#: One of the marks where the other one may be missing; an arrow within a line is a sign.
_BEGINS, _ENDS = re.compile(r"->(?:\s|\Z)"), re.compile(r"(?:\A|\s)<-\Z")


def install(parser: MarkdownIt) -> None:
    """Let the `parser` take the marks from such lines, and end each where it ends."""
    parser.core.ruler.before("inline", "centred", _centred)


def check(lines: Sequence[str], first_line: int, faults: Faults) -> None:
    """Refuse the first of the `lines` of a paragraph that has one of the two marks.

    If there is none, refuse the first that has both beside others that have not.
    """
    lines = [line.strip() for line in lines]
    halves = [bool(_BEGINS.match(line)) != bool(_ENDS.search(line)) for line in lines]
    if any(halves):
        line = lines[halves.index(True)]
        wrong = f"“{cut(line)}” has one of the two marks of a centred line"
        words = cut(line.removeprefix("->").removesuffix("<-").strip())
        arrow = "\\->" if _BEGINS.match(line) else "\\<-"
        instead = f"write -> {words} <-, or {arrow} to print an arrow"
        faults.add(first_line + halves.index(True), "text", wrong, instead)
        return
    for index, line in enumerate(lines):
        if _LINE.fullmatch(line):
            wrong = f"“{cut(line)}” is centred, and other lines of its paragraph are not"
            instead = "put an empty line between them, or write -> and <- on both sides of each"
            faults.add(first_line + index, "text", wrong, instead)
            return


def _centred(state: StateCore) -> None:  # the parser's
    """Mark the paragraphs of which each line is centred, and leave their words alone."""
    for token, inner in zip(state.tokens, state.tokens[1:], strict=False):
        if token.type == "paragraph_open" and inner.content.startswith("->"):
            lines = [_LINE.fullmatch(line) for line in inner.content.split("\n")]
            words = [line[1] for line in lines if line]
            if len(words) == len(lines):
                token.meta[CENTRED] = True
                inner.content = "\\\n".join(words)
