"""What is printed as it was written, and was likely meant otherwise: a remark says so.

A paragraph that begins with a date, as in `3. Oktober`, is a point to CommonMark; notes pasted from
a page, as in [1], are text to it; a kind of document that nobody knows is printed as it stands, and
so are marks of Markdown in the values above the text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.design import language
from communique.model.faults import cut

if TYPE_CHECKING:
    from collections.abc import Container

    from communique.model.body import Body, Node
    from communique.model.faults import Faults

#: The number of a point as it is written, in a list or a quotation, too.
_NUMBER = re.compile(r"\s*(?:(?:>|[-*+])\s*)*(\d{1,9})\.")
_WORD = re.compile(r"\w+")
_FIRST_YEAR = 1000
#: A line with the mark of a point on both sides.
_BETWEEN = re.compile(r"([-+*])[ \t]+\S.*[ \t]\1")
#: A line that begins with a number in brackets, and such a number behind a word.
_NOTE = re.compile(r"^[ \t]*(\[(\d{1,3})\])(?::[ \t]+(?!<|#|\w+:)\S+)?[ \t]+\S", re.MULTILINE)
_CALL = re.compile(r"(?<=[^\s\\\[\]])[ \t]?\[(\d{1,3})\](?![(\[:])")
#: A day, the name of a month and a year, as many languages write a date in words.
_DAY = re.compile(r"(?<![\w.,])\d{1,2}\\?\.? (?:de )?([^\W\d_]{3,}) (?:de )?\d{4}(?![\w-])")
#: Words that an author says are in another language, quotations and addresses.
_APART = re.compile(
    r"\[[^\[\]\n]*\]\{lang=[^}\n]*\}|“[^”\n]*”|„[^“”\n]*[“”]|«[^»\n]*»|^>.*", re.MULTILINE
)


def check_dates(body: Body, text: str, first_line: int, tag: str, faults: Faults) -> None:
    """Tell of points of the `body` whose number may be a year, or is followed by a month's name.

    The body is made of the `text`, which begins on `first_line` and is in the language `tag`. A
    number that goes on from another one is that of a point, unless all points of its list begin
    with a month.
    """
    months, last = {month.casefold() for month in language.months(tag)}, -1
    lines = text.split("\n")
    for node in body.walk():
        if node.kind != "list" or not node.ordered:
            continue
        numbers = [_number(lines[item.line - first_line]) for item in node.children]
        around = zip([last, *numbers], numbers, [*numbers[1:], -1], strict=False)
        dates = len(numbers) > 1 and all(_month(item, months) for item in node.children)
        for item, (before, number, after) in zip(node.children, around, strict=True):
            if number > 0 and (dates or (number != before + 1 and after != number + 1)):
                _check_point(item, number, months, faults)
        last = numbers[-1]


def _number(line: str) -> int:
    match = _NUMBER.match(line)
    return int(match[1]) if match else -1


def _month(item: Node, months: Container[str]) -> bool:
    """Tell whether a point begins with the name of a month."""
    word = _WORD.match(item.plain.strip())
    return bool(word and word[0].casefold() in months)


def _check_point(item: Node, number: int, months: Container[str], faults: Faults) -> None:
    words = item.plain.strip()
    if number >= _FIRST_YEAR:
        part = "year"
    elif _month(item, months):
        part = "date"
    else:
        return
    begins = f"{number}. {words}"
    shown = cut(begins)
    wrong = f"“{shown}” is printed as a point with the number {number}"
    instead = f"write {number}\\. if it is a {part}, so that a paragraph begins here"
    faults.remark(item.line, "list", wrong, instead)


def check_ends(body: Body, text: str, first_line: int, faults: Faults) -> None:
    """Tell of a point that stands alone in its list and has a hyphen behind it, too: `- ENDS -`.

    The `body` is made of the `text`, which begins on `first_line`.
    """
    lines = text.split("\n")
    for node in body.walk():
        if node.kind != "list" or node.ordered or len(node.children) > 1:
            continue
        line = lines[node.children[0].line - first_line].strip("> \t")
        if match := _BETWEEN.fullmatch(line):
            wrong = f"“{cut(line)}” is printed as a point"
            instead = f"write \\{cut(line)} if the {match[1]} before it is no mark of a point"
            faults.remark(node.line, "list", wrong, instead)


def check_notes(text: str, first_line: int, faults: Faults) -> None:
    """Tell of the first paragraph that begins with a number in brackets and is called above.

    The `text` begins on `first_line`.
    """
    calls: dict[str, int] = {}
    for match in _CALL.finditer(text):
        calls.setdefault(match[1], match.start(1))
    for match in _NOTE.finditer(text):
        number = match[2]
        if calls.get(number, match.start(1)) < match.start(1):
            line = first_line + text.count("\n", 0, match.start(1))
            called = first_line + text.count("\n", 0, calls[number])
            wrong = f"[{number}] is printed as it stands, here and on line {called}"
            instead = f"write [^{number}] on line {called} and [^{number}]: … here if it is a note"
            faults.remark(line, "footnote", wrong, f"{instead}, and the others likewise")
            return


def check_months(text: str, first_line: int, tag: str, faults: Faults) -> None:
    """Tell of the first date in the `text` whose month has its name in another language than `tag`.

    The text begins on `first_line`. Quotations, and words that are said to be in another language,
    are passed over.
    """
    read = _APART.sub(lambda apart: "." * len(apart[0]), text)
    for match in _DAY.finditer(read):
        month = match[1].casefold()
        if month in _month_names(tag) or not (other := _language_of(month)):
            continue
        line = first_line + text.count("\n", 0, match.start())
        name = language.english_name(other)
        wrong = f"“{match[0]}” has a month in another language, such as {name}"
        instead = f"write it as other dates, or [{match[0]}]{{lang={other}}} if it is a quotation"
        faults.remark(line, "date", wrong, instead)
        return


def _month_names(tag: str) -> set[str]:
    return {month.casefold() for month in language.months(tag)}


def _language_of(month: str) -> str:
    """Return the language of which a `month` has its name, or "" if there is none here."""
    return next((tag for tag in language.names() if month in _month_names(tag)), "")
