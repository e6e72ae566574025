"""Marks that the parser did not take for marks: they would be printed as they stand.

CommonMark has no mistakes: what is no heading, table, link or stress is a paragraph with these
characters in it. An author who wrote them meant the other.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.model.faults import cut
from communique.read.markdown import addresses
from communique.read.markdown.dialects import drawn_tables

if TYPE_CHECKING:
    from communique.model.faults import Faults

#: Number signs right before a word; one alone may be a hashtag.
_HEADING = re.compile(r"(#{2,6})([^#\s].*)")
#: One before the words of a whole paragraph that may be those of a heading.
_UNSPACED = re.compile(r"#(?!\S*[a-z][A-Z])([^\W\d_][^#.!?;…]{0,60})")
_HEADING_END = re.compile(r"[ \t](#+)\s*\Z")
#: The line under the first row of a table.
_RULE = re.compile(r"(?=.*\|)(?=.*-)[\s|:-]+")
#: The same of the dashes that some editors make of hyphens.
_DASHED = re.compile(r"(?=.*\|)(?=.*[–—])[\s|:–—-]+")
#: A row of a table.
_ROW = re.compile(r"\|[^|]+\|.*")
#: Two asterisks before a word.
_OPEN = re.compile(r"(?<![*\w])\*\*(?=[^\s*]).*")
#: The middle of a link or picture.
_LINK = re.compile(r"(!?\[[^\[\]]*)?\]\(.*")
#: A link or picture with spaces in its address, which then needs angle brackets.
_SPACED = re.compile(r"(!?\[[^\[\]]*\])\(([^()<>\"]*[^()<>\"\s])\)")
#: A link whose address is a telephone number with spaces.
_DIALLED = re.compile(r"(\[[^\[\]]*\])\((?:(?i:tel):\s*)?((?:\+|00)[\d\s().\-/]*\d)\s*\)")
#: A picture or link with a caption that has not the quotes that it needs.
_QUOTES = "\"'“”„«»‘’‚"
_CAPTION = re.compile(
    rf"(?P<words>!?\[[^\[\]]*\])\((?P<address>[^\s()<>{_QUOTES}]+)"
    rf"[ \t]*[{_QUOTES}](?P<caption>[^()]*?)[{_QUOTES}]?[ \t]*\)"
)
#: Marks of stress between two characters of a word, or two words: one underscore is part of a name.
_BETWEEN = {"*": re.compile(r"[^\s*]\*{1,3}[^\s*]"), "_": re.compile(r"[^\s_]_{2,3}[^\s_]")}
#: The rest of a word with asterisks behind it; Chinese and Japanese put no spaces between words.
_REST = re.compile(r"([^\W\u1100-\u11ff\u2e80-\U0003ffff]+)(\*+)")
#: Three that are multiplied, figures or a letter alone, with U+0000 for the signs between them.
_PRODUCT = re.compile(r"(?:\d|(?<!\w)[^\W\d_])\0(?:\d+|[^\W\d_])\0(?:\d|[^\W\d_](?!\w))")
#: The beginning of an address, up to where it is cut.
_ADDRESS = re.compile(r"https?://\S*\Z")


def check_lines(
    lines: list[str], first_line: int, faults: Faults, lazy: int = 0, around: str = ""
) -> None:
    """Refuse, in the `lines` of a paragraph as written, those of a heading or a table.

    Those from `lazy` on, if there are any, belong to what is `around` them, such as a point, only
    because no empty line ends it.
    """
    lines = [line.strip() for line in lines]
    if drawn_tables.check_lines(lines, first_line, faults):
        return
    for index, line in enumerate(lines):
        if match := _HEADING.match(line):
            marks, words = match.groups()
            bare = words.rstrip("# \t")
            printed = f" for a heading, or \\{cut(line)} to print it" if bare != words else ""
            wrong = f"a space is missing after {marks}"
            faults.add(first_line + index, "heading", wrong, f"write {marks} {cut(bare)}{printed}")
    if len(lines) == 1 and (match := _UNSPACED.fullmatch(lines[0])) and not match[1][0].islower():
        wrong = f"“{cut(lines[0])}” is printed with its #"
        faults.remark(first_line, "heading", wrong, f"write ## {cut(match[1])} for a heading")
    rows = [index for index, line in enumerate(lines) if line.startswith("|")]
    rules = [index for index, line in enumerate(lines) if index and _RULE.fullmatch(line)]
    if rules and 0 < lazy < rules[0]:
        first = rules[0] - 1
        wrong = f"“{cut(lines[first])}” stands directly under a {around}"
        instead = (
            "put an empty line between the two if a table begins here, or write \\| for each | to "
            f"go on with the {around}"
        )
        faults.add(first_line + first, "table", wrong, instead)
    elif rules:
        wrong = "the line of hyphens and the row above it have different numbers of cells"
        faults.add(first_line + rules[0], "table", wrong, f"write {_rule(lines[rules[0] - 1])}")
    elif len(rows) > 1 and _DASHED.fullmatch(lines[rows[1]]):
        wrong = "the line under the first row is of dashes"
        instead = f"write hyphens: {_rule(lines[rows[0]])}"
        faults.add(first_line + rows[1], "table", wrong, instead)
    elif len(rows) > 1:
        wrong = "the line of hyphens under the first row is missing"
        faults.add(first_line + rows[0], "table", wrong, f"add a line {_rule(lines[rows[0]])}")
    elif len(lines) == 1 and _ROW.fullmatch(lines[0]):
        wrong = f"“{cut(lines[0])}” is printed with its bars, since a row alone is no table"
        faults.remark(first_line, "table", wrong, f"add a line {_rule(lines[0])} and other rows")


def check_heading_end(source: str, level: int, line: int, faults: Faults) -> None:
    """Tell of number signs at the end of a heading that are not as many as at its beginning.

    They are no part of its words (CommonMark 0.31.2, 4.2); `source` is its line.
    """
    match = _HEADING_END.search(source)
    if match and len(match[1]) != level:
        instead = f"delete it, or write \\{match[1]} to print it"
        faults.remark(line, "heading", f"the {match[1]} at its end is not printed", instead)


def check_words(text: str, source: str, line: int, faults: Faults) -> None:
    """Refuse, in a `text` of the parser's, two asterisks not closed and a link that is none.

    `source` is the line it stands in: with a backslash before the mark, it is meant to be printed.
    """
    open_ = _OPEN.search(text) if text.count("**") == 1 else None
    if open_ and "\\*" not in source:
        wrong = f"the two asterisks of “{cut(open_[0])}” are opened and not closed"
        instead = "write ** after the last strong word, or \\*\\* to print them"
        faults.add(line, "text", wrong, instead)
    link = _LINK.search(text)
    if link and not re.search(r"\\[\[\]()]", source):
        kind = "picture" if link[0].startswith("!") else "link"
        wrong = f"“{cut(link[0])}” is not a whole {kind}"
        faults.add(line, "image" if kind == "picture" else kind, wrong, _whole(text, kind))


def _whole(text: str, kind: str) -> str:
    """Return what to write for the first link or picture in a `text` that is not whole."""
    if match := _CAPTION.search(text):
        words, address, caption = match.group("words", "address", "caption")
        if kind == "picture":
            whole = f'{words}({address} "{caption}")'
            return f"write the caption in straight quotes, after a space: {whole}"
        return f"leave out its title: {words}({address})"
    if kind == "link" and (match := _DIALLED.search(text)):
        number = "+" + re.sub(r"\D", "", match[2].replace("(0)", "")).removeprefix("00")
        return f"write {match[1]}(tel:{number}), or \\] to print it"
    if (match := _SPACED.search(text)) and kind == "link":
        if meant := addresses.without_spaces(match[2]):
            return f"write {match[1]}({meant}), or \\] to print it"
        if addresses.lacks_prefix(match[2].strip()):
            return f"{addresses.WITH_PREFIX}, or \\] to print it"
    if match:
        return f"write {match[1]}(<{match[2].strip()}>), or \\] to print it"
    if kind == "picture":
        return "write ![what it shows](file), the name without spaces, or \\] to print it"
    return "write [words](address), the address without spaces, or \\] to print it"


def check_stress(
    words: str, beside: tuple[str, str], source: str, line: int, faults: Faults
) -> None:
    """Tell of one more asterisk or underscore on one side of stressed `words` than on the other.

    `beside` is what stands before and after them, in the line `source`. One more before them is
    refused; one more after them, which may call a note in the old way, has a remark.
    """
    before, after = (beside[0][-1:], beside[1][:1])
    for mark, where, note in (
        (before, "before {} than after it", faults.add),
        (after, "after {} than before it", faults.remark),
    ):
        if mark and mark in "*_" and f"\\{mark}" not in source:
            wrong = f"there are more {mark} {where.format(f'“{cut(words)}”')}"
            note(line, "text", wrong, f"write as many before as after, or \\{mark} to print one")


def check_stressed(text: str, markup: str, source: str, line: int, faults: Faults) -> None:
    """Refuse, in a `text` within stressed words, marks that neither end nor begin stress.

    `markup` is the mark of these words, in the line `source`. One asterisk between figures is a
    sign that multiplies.
    """
    for match in _BETWEEN[markup[0]].finditer(text):
        mark = match[0][1:-1]
        multiplies = mark == "*" and match[0][0].isdigit() and match[0][-1].isdigit()
        if match[0] in source and not multiplies:
            begin = text.rfind(" ", 0, match.start()) + 1
            wrong = f"the {mark} in “{cut(text[begin:])}” is printed"
            instead = f"write {markup} {markup} to end the stressed words and stress the next"
            escaped = f"\\{markup[0]}" * len(mark)
            faults.add(line, "text", wrong, f"{instead}, or {escaped} to print it")


def check_rest(markup: str, after: str, source: str, line: int, faults: Faults) -> None:
    """Refuse asterisks after a word of which the beginning alone is stressed with as many."""
    match = _REST.match(after)
    if match and match[2] == markup and f"{markup}{match[0]}" in source:
        wrong = f"the {markup} after “{cut(match[1])}” is printed"
        escaped = "\\*" * len(markup)
        instead = f"leave out the {markup} before “{cut(match[1])}”"
        faults.add(line, "text", wrong, f"{instead}, or write {escaped} to print it")


def check_figures(before: str, words: str, after: str, line: int, faults: Faults) -> None:
    """Refuse asterisks around a figure and between others: what they multiply would be run on.

    A single letter is a figure, too, as in 2*x*y.
    """
    if _PRODUCT.search(f"{before}\0{words}\0{after}"):
        wrong = f"the asterisks around {words} are not printed"
        faults.add(line, "text", wrong, f"write ×, or \\* as in \\*{words}\\*, to print them")


def check_address(before: str, markup: str, line: int, faults: Faults) -> None:
    """Refuse marks of stress within an address, which end with what is `before` them."""
    if match := _ADDRESS.search(before):
        wrong = f"the {markup} behind “{cut(match[0])}” is not printed"
        escaped = f"\\{markup[0]} for each {markup[0]}"
        faults.add(line, "link", wrong, f"write the whole address between < and >, or {escaped}")


def _rule(row: str) -> str:
    """Return the line of hyphens that belongs under a row; a bar in a cell has a backslash."""
    bars = len(re.findall(r"(?<!\\)\|", row.strip("|")))
    return f"{'|---' * (bars + 1)}|"
