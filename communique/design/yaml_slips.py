"""Slips in YAML after which one can read on, so that what is wrong below them is told, too."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from communique.design.yaml_places import place_of
from communique.model.faults import cut

if TYPE_CHECKING:
    from collections.abc import Sequence

NO_KEY = ("it is not a key with a colon", "write `key: value`, or the line --- before the text")
"""What is wrong with a line that is no key, and what to write instead."""
_SHOWN = 40
_NEAR = 50  # lines; what is open above a line was opened no further above
_COLON = re.compile(r":(?:\s|\Z)")
_OPEN_QUOTE = re.compile(r"[:-][ \t]+(?:'[^']*|\"[^\"]*)\Z")
#: A key whose colon has no plain space after it, or is the wide one of Chinese and Japanese.
_TIGHT = re.compile(
    r"(?P<before>[ ]*(?:- +)*)(?P<key>[a-zA-Z]\w*)(?::(?=[^ \t/:])|[ ]*：)\s*(?P<value>.*)"
)
#: A hyphen that has no space after it, or another mark in its place, and begins a point of a list.
_POINT = re.compile(
    r"(?P<before>[ ]*)(?P<mark>-(?=[^\W\d_])|[*+•·–—](?=[ \t]))[ \t]*(?P<value>\S.*)"
)
#: A hyphen before a key at the beginning of a line.
_HYPHEN_AND_KEY = re.compile(r"-[ \t]+(?P<key>\w+):(?=\s|\Z)")
#: The end of a line whose value goes on below it.
_GOES_ON = re.compile(r"[|>][-+0-9]*\s*\Z")
#: A key with stress around it.
_STRESSED = re.compile(
    r"(?P<before>[ ]*(?:- +)*)(?P<mark>[*_]{1,3})(?P<key>[a-zA-Z]\w*?)"
    r"(?:(?P=mark):|:(?P=mark))[ ]*(?P<value>.*)"
)
#: A value that begins with a straight quotation mark, and ends with a curly one.
_CURLY_END = re.compile(
    r"(?P<before>[ ]*(?:- +)*(?:(?P<key>[a-zA-Z]\w*):[ ]+|(?<=- )))"
    r"(?P<mark>[\"'])(?P<value>(?:(?!(?P=mark)).)*)[“”„‘’«»][ \t]*"
)
#: The words of a line that has no colon, and is none of a list or of a value that goes on.
_BARE = re.compile(
    r"(?P<key>[^\W_][\w-]*)(?:[ \t]*(?:[=;,]|[-–—](?=[ \t]))[ \t]*|[ \t]+|\Z)(?P<value>.*)"
)


class Slip(NamedTuple):
    """A slip that can be mended: its line from 0, its key, what is wrong, what to write."""

    row: int
    key: str
    wrong: str
    instead: str


def mended(text: str, last: int | None) -> tuple[str, list[Slip]]:
    """Return `text` with its missing spaces, after colons and hyphens, and these slips.

    They are looked for up to the line of index `last`, where the parser gave up; if it did, lines
    that are to be keys and have no colon are slips, too, and those without a value are left empty.
    """
    lines, slips = text.split("\n"), []
    if before_all := _hyphen_before_all(lines):
        slips.append(before_all)
    for index, line in enumerate(lines[: None if last is None else last + 1]):
        if match := _TIGHT.fullmatch(line):
            before, key, value = match.group("before", "key", "value")
            shown = f"{key}: {cut(value, _SHOWN)}"
            wrong = "a space is missing after the colon"
            slips.append(Slip(index, place_of(lines, index, key), wrong, f"write {shown}"))
            lines[index] = f"{before}{key}: {value}"
        elif (match := _POINT.fullmatch(line)) and not _GOES_ON.search(lines[index - 1]):
            before, mark, value = match.groups()
            lines[index] = f"{before}- {value}"
            wrong, instead = "a space is missing after the hyphen", f"write - {value[:_SHOWN]}"
            if mark != "-":
                wrong = f"a point begins with a hyphen and not with {mark}"
            elif _moved(lines, index, len(before)):
                instead += ", and one more space before the lines below it that belong to it"
            slips.append(Slip(index, place_of(lines, index), wrong, instead))
        elif match := _STRESSED.fullmatch(line):
            before, mark, key, value = match.group("before", "mark", "key", "value")
            wrong, instead = f"{mark} stands around the key", f"write {key}: {value[:_SHOWN]}"
            slips.append(Slip(index, place_of(lines, index, key), wrong, instead))
            lines[index] = f"{before}{key}: {value}"
        elif last is not None and (match := _CURLY_END.fullmatch(line)):
            before, key, mark, value = match.group("before", "key", "mark", "value")
            shown = f"write {mark}{value if len(value) <= _SHOWN else '…'}{mark}"
            place = place_of(lines, index, key or "")
            slips.append(Slip(index, place, "the last quotation mark is curly", shown))
            lines[index] = f"{before}{mark}{value}{mark}"
        elif last is not None and (slip := _bare(lines, index)):
            slips.append(slip[0])
            lines[index] = slip[1]
    return "\n".join(lines), slips


def _hyphen_before_all(lines: list[str]) -> Slip | None:
    """Return the slip of hyphens before keys of the first level, and take them out of `lines`.

    They stand before the first key, at least, and some key of the first level is without one, or
    all of them have one.
    """
    begins = [row for row, line in enumerate(lines) if line.strip() and line[0] not in " \t#"]
    found = [(row, match) for row in begins if (match := _HYPHEN_AND_KEY.match(lines[row]))]
    meant = [(row, match) for row, match in found if match["key"] in keys()]
    if not meant or meant[0][0] != begins[0] or len(begins) == 1:
        return None
    for row, match in meant:
        lines[row] = lines[row][match.start("key") :]
    row, match = meant[0]
    others = ", and the others likewise" if len(meant) > 1 else ""
    instead = f"write {lines[row][:_SHOWN]}{others}"
    return Slip(row, match["key"], "a hyphen stands before the key", instead)


def _moved(lines: list[str], index: int, column: int) -> bool:
    """Move the lines below a hyphen in a `column` that are further in by one, and tell if any are.

    They stand under the words behind the hyphen, which are to move by one, too.
    """
    end = index + 1
    while end < len(lines) and (not lines[end].strip() or _indent(lines[end]) > column):
        end += 1
    below = [row for row in range(index + 1, end) if lines[row].strip()]
    if not below or _indent(lines[below[0]]) != column + 1:
        return False
    for row in below:
        lines[row] = f" {lines[row]}"
    return True


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _bare(lines: Sequence[str], index: int) -> tuple[Slip, str] | None:
    """Return the slip of a line that is to be a key and has no colon, and the line as it is meant.

    A line of which nobody knows what it is to be is empty then. Return None for other lines.
    """
    match, above = _BARE.fullmatch(lines[index].rstrip()), lines[max(index - _NEAR, 0) : index]
    if not match or _COLON.search(lines[index]) or _is_open("\n".join(above)):
        return None
    key, value = match.group("key", "value")
    if key not in keys():
        return Slip(index, match[0][:_SHOWN], *NO_KEY), ""
    wrong, instead = "a colon is missing after the key", f"write {key}: {value or '…'}"
    return Slip(index, key, wrong, instead), f"{key}: {value}" if value else ""


def _is_open(text: str) -> bool:
    """Tell whether a bracket or a quotation mark is open at the end of a `text`."""
    brackets = any(text.count(one) > text.count(two) for one, two in ("[]", "{}"))
    return brackets or bool(_OPEN_QUOTE.search(text))


@cache
def keys() -> dict[str, object]:
    """Return the keys of the first level of a front matter, and how each is written."""
    from communique.model.statement import FrontMatter  # noqa: PLC0415  # it needs pydantic

    return dict(FrontMatter.model_json_schema()["properties"])
