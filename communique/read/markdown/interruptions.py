"""Lines of a paragraph that look like the beginning of something else.

In CommonMark a line that begins with a hyphen, a number 1, a `>` or number signs ends the paragraph
above it, and a line of hyphens makes a heading of it. Where a text is wrapped that may as well be a
dash, a date or a sign: "+ 45 12 34", "1. Juli 2028", "> 50 %". A row above a line of hyphens and
bars begins a table. So a paragraph that is no part of a point, a quotation or a note goes on to the
next empty line. A line with figures stays in it, with a remark; of all others only their author can
tell what they are.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from markdown_it.common.utils import mdTrim
from markdown_it.rules_block import paragraph, table

from communique.read.markdown.markers import marker

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock

    from communique.model.faults import Faults

_FOUND = "communique_interruptions"
#: The first sign of a point, a quotation or a heading, and what is said behind it.
_BEGINS = re.compile(r"([-+*]|1[.)]|>|#{1,6})[ \t]*(\S.*)")
_NAMES = {">": "quotation", "#": "heading"}
#: What makes a heading of the line above it, or is a break.
_UNDERLINE = re.compile(r"(?:-[ \t]*){2,}|=+[ \t]*")
_BREAK = re.compile(r"[*_ \t]+")
#: A figure in one of the first two words.
_FIGURE = re.compile(r"(?:\S+[ \t]+)?\S*\d")
_INDENTED = 4  # columns; such a line goes on with its paragraph (CommonMark 0.31.2, 4.8)
_SHOWN = 20


def install(parser: MarkdownIt) -> None:
    """Let the `parser` keep such lines in their paragraph, and note them."""
    parser.block.ruler.at("paragraph", _paragraph)
    parser.disable("lheading")


def explain(environment: dict[str, Any], first_line: int, faults: Faults) -> None:
    """Say in `faults` what was found by a parser with this `environment`.

    The text begins on `first_line` of its file.
    """
    for index, line in environment.get(_FOUND, {}).items():
        shown = f"“{line[:_SHOWN]}{'…' if len(line) > _SHOWN else ''}”"
        begins = _BEGINS.fullmatch(line)
        wrong = f"{shown} stands directly under a line of text"
        if _UNDERLINE.fullmatch(line):
            apart = (
                "" if line.startswith("=") else "put an empty line between the two for a break, "
            )
            instead = (
                f"{apart}write ## before the line above for a heading, or \\{line} to print it"
            )
            faults.add(first_line + index, "text", wrong, instead)
            continue
        if not begins:
            instead = (
                "put an empty line between the two if a table begins here, or write \\| for each | "
                "to go on with the paragraph"
            )
            faults.add(first_line + index, "table", wrong, instead)
            continue
        mark = begins[1]
        name = _NAMES.get(mark[0], "list")
        escaped = f"1\\{mark[1]}" if mark[0] == "1" else f"\\{mark}"
        instead = f"put an empty line between the two if a {name} begins here, or write {escaped}"
        if _stays(line):
            part = f"{shown} is printed as a part of the paragraph"
            faults.remark(first_line + index, name, part, f"{instead} if not")
        else:
            faults.add(first_line + index, name, wrong, f"{instead} to go on with the paragraph")


def _paragraph(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # the parser's
    """Take the lines of a paragraph that is in no other block, up to where it ends."""
    if state.level:
        return paragraph(state, start, end, silent)
    following = start + 1
    state.parentType, before = "paragraph", state.parentType
    while following < state.lineMax and not state.isEmpty(following):
        if _ends(state, start, following):
            break
        following += 1
    state.parentType, state.line = before, following
    state.push("paragraph_open", "p", 1).map = [start, following]
    inline = state.push("inline", "", 0)
    inline.content = mdTrim(state.getLines(start, following, state.blkIndent, False))
    inline.map, inline.children = [start, following], []
    state.push("paragraph_close", "p", -1)
    return True


def _ends(state: StateBlock, start: int, index: int) -> bool:
    """Tell whether a line ends the paragraph that begins at `start`; note it if it is doubtful."""
    if state.sCount[index] - state.blkIndent >= _INDENTED:
        return False
    line = _line(state, index)
    found: dict[int, str] = state.env.setdefault(_FOUND, {})
    if _UNDERLINE.fullmatch(line):
        found[index] = line
        return False
    rules = state.md.block.ruler.getRules("paragraph")
    if not any(rule(state, index, state.lineMax, True) for rule in rules):
        return False
    if table(state, index, state.lineMax, True):
        found[index] = line
        return True
    if not _BEGINS.fullmatch(line) or _BREAK.fullmatch(line):
        return True
    if any(marker(_line(state, above)) for above in range(start, index)):
        return True  # a point such as (a) is above it
    found[index] = line
    return not _stays(line)


def _line(state: StateBlock, index: int) -> str:
    return state.src[state.bMarks[index] + state.tShift[index] : state.eMarks[index]].rstrip()


def _stays(line: str) -> bool:
    """Tell whether a line that begins like a point or a quotation has figures, and is text."""
    begins = _BEGINS.fullmatch(line)
    return bool(begins and begins[1][0] != "#" and _FIGURE.match(begins[2]))
