"""Lines of a paragraph that look like the beginning of something else.

In CommonMark a line that begins with a hyphen, a number 1, a `>` or number signs ends the paragraph
above it, and a line of hyphens makes a heading of it. Where a text is wrapped that may as well be a
dash, a date or a sign: "+ 45 12 34", "1. Juli 2028", "> 50 %". A row above a line of hyphens and
bars begins a table. So a paragraph that is no part of a point, a quotation or a note goes on to the
next empty line, however far its lines are indented. A line with figures stays in it, with a remark;
of all others only their author can tell what they are. Under a point such as (a), which is a line
of a paragraph to the parser, a list begins; where its points are indented, the next (b) ends it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from markdown_it.common.utils import mdTrim

from communique.model.faults import cut
from communique.read.markdown.dialects import drawn_tables
from communique.read.markdown.points.indented_lists import column
from communique.read.markdown.points.markers import DOUBTFUL, LAZY, marker
from communique.read.markdown.tables.block_rule import belongs, table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock

    from communique.model.faults import Faults
    from communique.read.markdown.points.markers import Marker

_FOUND = "communique_interruptions"
_INSIDE = "communique_lines_inside"
#: The first sign of a point, a quotation or a heading, and what is said behind it.
_BEGINS = re.compile(r"([-+*]|1[.)]|>|#{1,6})[ \t]*(\S.*)")
_NAMES = {">": "quotation", "#": "heading"}
#: What makes a heading of the line above it, or is a break.
_UNDERLINE = re.compile(r"(?:-[ \t]*){2,}|=+[ \t]*")
_BREAK = re.compile(r"[*_ \t]+|[# \t]+")  # or a heading without words, which is told as that
#: What a paragraph is a part of, as the parser calls it and as its author does.
_AROUND = {"footnote": "note", "blockquote": "quotation", "list": "point"}
#: A figure in one of the first two words.
_FIGURE = re.compile(r"(?:\S+[ \t]+)?\S*\d")
#: What begins no list.
_OTHERS = (">", "#", "##", "###", "####", "#####", "######")
#: The wide space with which a Japanese or Chinese paragraph begins; the author wrote it.
_INDENT = re.compile(r"\s*?(\u3000*)(?=\S)")
_NEAR = 20  # lines; the point that another one goes on from is no further above


def install(parser: MarkdownIt) -> None:
    """Let the `parser` keep such lines in their paragraph, and note them."""
    parser.block.ruler.at("paragraph", _paragraph)
    parser.disable("lheading")


def explain(environment: dict[str, Any], text: str, first_line: int, faults: Faults) -> None:
    """Say in `faults` what was found in the `text` by a parser with this `environment`.

    The text begins on `first_line` of its file.
    """
    lines = text.split("\n")
    for index, line in environment.get(_FOUND, {}).items():
        if drawn_tables.draws(line):
            continue  # which is told as a table
        written = lines[index].strip()  # with bis in it, see `points.inserted`
        shown = f"“{cut(written)}”"
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
        instead = f"put an empty line between the two if a {name} begins here, or write "
        instead += _escaped(mark, written)
        if _stays(line):
            part = f"{shown} is printed as a part of the paragraph"
            faults.remark(first_line + index, name, part, f"{instead} if not")
        else:
            faults.add(first_line + index, name, wrong, f"{instead} to go on with the paragraph")
    for index, (line, around) in environment.get(_INSIDE, {}).items():
        mark = line[: 1 + line.startswith("1")]
        wrong = f"“{cut(line)}” begins a {_NAMES.get(mark, 'list')} right under a {around}"
        instead = (
            f"put an empty line between the two, or write {_escaped(mark, mark)} to go on with the"
        )
        faults.remark(first_line + index, _NAMES.get(mark, "list"), wrong, f"{instead} {around}")


def _escaped(mark: str, line: str) -> str:
    """Return a mark that begins something else in a `line`, as it is written to be printed."""
    number = line.partition(mark[1])[0] if mark[0] == "1" else ""
    return f"{number}\\{mark[1]}" if number else f"\\{mark}"


def _paragraph(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: ARG001  # the parser's
    """Take the lines of a paragraph up to where it ends."""
    ends = _ends_inside if state.level else _ends
    following = start + 1
    state.parentType, before = "paragraph", state.parentType
    while following < state.lineMax and not state.isEmpty(following):
        if ends(state, start, following):
            break
        following += 1
    state.parentType, state.line = before, following
    if state.level and following < state.lineMax and not state.isEmpty(following):
        _note_inside(state, before, following)
    token = state.push("paragraph_open", "p", 1)
    token.map = [start, following]
    lazy = [index for index in range(start + 1, following) if state.sCount[index] < state.blkIndent]
    token.meta = {
        DOUBTFUL: [index - start for index in lazy if _is_doubtful(state, index)],
        LAZY: lazy[0] - start if lazy else 0,
    }
    inline = state.push("inline", "", 0)
    lines = state.getLines(start, following, state.blkIndent, False)
    indent = _INDENT.match(lines)
    inline.content = (indent[1] if indent else "") + mdTrim(lines)
    inline.map, inline.children = [start, following], []
    state.push("paragraph_close", "p", -1)
    return True


def _note_inside(state: StateBlock, container: str, index: int) -> None:
    """Note a line that ends a paragraph inside a container and may as well go on with it.

    A `>` may be a sign; a note, which is rarely indented, is not expected to end there.
    """
    line, around = _line(state, index), _AROUND.get(container)
    begins = _BEGINS.fullmatch(line)
    if not begins or not around or begins[1] in _OTHERS[1:]:
        return
    quoted = begins[1] == ">" and (around != "quotation" or _stays(line))
    if quoted or around == "note":
        state.env.setdefault(_INSIDE, {})[index] = line, around


def _ends(state: StateBlock, start: int, index: int) -> bool:
    """Tell whether a line ends the paragraph that begins at `start`; note it if it is doubtful."""
    line = _line(state, index)
    found: dict[int, str] = state.env.setdefault(_FOUND, {})
    if _UNDERLINE.fullmatch(line):
        found[index] = line
        return False
    if not _is_ended(state, index):
        return False
    if table(state, index, state.lineMax, True):
        if not belongs(_line(state, start)):
            found[index] = line
        return True
    begins = _BEGINS.fullmatch(line)
    if not begins or _BREAK.fullmatch(line):
        return True
    above = [_line(state, number) for number in range(start, index)]
    if begins[1] not in _OTHERS and _is_point(above):
        return True
    found[index] = line
    return not _stays(line)


def _ends_inside(state: StateBlock, start: int, index: int) -> bool:  # noqa: ARG001  # as _ends
    """Tell whether a line ends a paragraph of a point, a quotation or a note."""
    if state.sCount[index] < state.blkIndent and _goes_on(state, index):
        return 0 <= state.sCount[index] < column(state)
    return state.sCount[index] >= 0 and _is_ended(state, index)


def _is_ended(state: StateBlock, index: int) -> bool:
    rules = state.md.block.ruler.getRules("paragraph")
    return any(rule(state, index, state.lineMax, True) for rule in rules)


def _is_point(lines: Sequence[str]) -> bool:
    """Tell whether the `lines` of a paragraph have a point such as (a), whatever follows them."""
    above: list[Marker] = []
    for index, line in enumerate(lines):
        found = marker(line)
        if not found or found.is_word:
            continue
        is_first = bool(found.numbering) and not found.is_initial
        if found.goes_on(above) or (index == 0, found.in_bracket, is_first).count(True) > 1:
            return True
        above.append(found)
    return False


def _is_doubtful(state: StateBlock, index: int) -> bool:
    """Tell whether a line that is indented less than its point may begin one outside it."""
    found = marker(_line(state, index))
    sure = bool(found and found.in_bracket and not found.is_word)
    return sure or _goes_on(state, index)


def _goes_on(state: StateBlock, index: int) -> bool:
    """Tell whether a line has the next marker after one above it, without an empty line between."""
    found = marker(_line(state, index))
    if not found or found.is_word:
        return False
    for above in range(index - 1, max(index - _NEAR, -1), -1):
        if state.isEmpty(above):
            break
        if (other := marker(_line(state, above))) and found.goes_on([other]):
            return True
    return False


def _line(state: StateBlock, index: int) -> str:
    return state.src[state.bMarks[index] + state.tShift[index] : state.eMarks[index]].rstrip()


def _stays(line: str) -> bool:
    """Tell whether a line that begins like a point or a quotation has figures, and is text."""
    begins = _BEGINS.fullmatch(line)
    return bool(begins and begins[1][0] != "#" and _FIGURE.match(begins[2]))
