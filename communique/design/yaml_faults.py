"""What is wrong with YAML that cannot be read: on which line, and what to write instead.

The parser says where it stopped, which is often a line or more after the slip, in words that are
its own. Here the slips of those who write statements are looked for first.
"""

from __future__ import annotations

import json
import re
from difflib import get_close_matches
from typing import TYPE_CHECKING

from communique.design.yaml_places import place_of
from communique.design.yaml_slips import NO_KEY, Slip, keys
from communique.model.faults import StatementError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.model.faults import Faults

_SHOWN = 40
#: The words right before a colon where a comma may be missing, and what stands before them.
_BEFORE_COLON = re.compile(r"(?P<before>.*?)[,;]?\s*\b(?P<key>\w+)\Z")
_INDENTED = (
    "it is indented differently from the lines that it belongs to",
    "give them all the same number of spaces",
)
_POINT_BESIDE = (
    "the first point of its list stands on the line of the key",
    "write each point on a line of its own, after a hyphen and a space",
)
#: Marks of YAML where a space follows them, and so words.
_MARK_AND_SPACE = ("& ", "| ", "> ", "? ")
_RESERVED = ("it begins with a character that YAML reserves", "put it in quotes")
#: By what the parser says: what is wrong, and what to write instead.
_PROBLEMS = {
    "another document": (
        "a line of dots or hyphens stands among the keys",
        "delete the line above this one",
    ),
    "expected ':'": NO_KEY,
    "or ']'": ("a bracket is opened and not closed", "add a ] at its end"),
    "or '}'": ("a bracket is opened and not closed", "add a } at its end"),
    "unknown escape character": (
        "a backslash has a meaning of its own in double quotes",
        "use single quotes: '…'",
    ),
    "expected '<document start>'": _INDENTED,
    "chomping or indentation": _RESERVED,
    "cannot start any token": _RESERVED,
}
#: What the parser says, on a later line, of a key without a colon and of what is not closed.
_BEGUN_ABOVE = ("expected ':'", "or ']'", "or '}'", "while scanning a quoted")
#: A line with a key whose colon is missing; it may be the first of an item.
_NO_COLON = re.compile(r"(?P<before>[ ]*(?:- +)*)(?P<key>[a-z]+) (?P<value>[^:#]*[^:# ])\s*")
#: A line that begins an entry of the first level; its points may stand right below it.
_ENTRY = re.compile(r"[^\s#-]")
#: A line that begins an entry of the first level, and has a colon in its value.
_TWO_COLONS = re.compile(r"(?P<key>[^\s:#'\"\[\]{}-][^\s:]*):[ ].*:(?:[ ]|\Z)")
#: What a point or a key has for its value.
_VALUE = re.compile(r"[ ]*(?:- +)*(?:[^\s\[\]{}:'\"]+:[ \t]+)?(?P<value>.*?)[ \t]*")
#: A number sign in a bracket, which is closed only behind it.
_CUT_OFF = re.compile(r"[\[{](?:.*?[\s,])??(#.*[\]}])\s*\Z")
#: What the parser says, there or on a later line, of a bracket whose end is cut off.
_IN_BRACKET = ("expected ',' or", "expected the node content")
_NEAR = 50  # lines; so far above is looked for it
#: Stressed words at the beginning of a value.
_STARS = re.compile(r"(\*{1,3})[^*]+\1")
_CURLY = ("“", "”", "„", "‘", "’", "«", "»")


def stopped(error: object) -> int:
    """Return the index of the line where the parser gave up."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    return int(getattr(mark, "line", 0))


def without_entry(text: str, index: int) -> str:
    """Return `text` with the entry of its first level that has the line `index` left empty."""
    lines = text.split("\n")
    begins = [number for number, line in enumerate(lines) if _ENTRY.match(line)]
    start = max((number for number in begins if number <= index), default=0)
    end = min((number for number in begins if number > max(start, index)), default=len(lines))
    return "\n".join([*lines[:start], *[""] * (end - start), *lines[end:]])


def unknown_key(text: str, index: int, faults: Faults) -> str:
    """Return the key on the line `index` of a front matter if there is none such, or nothing.

    Its value has a colon, for which it could not be read.
    """
    match = _TWO_COLONS.match(text.split("\n")[index])
    ours = match and faults.error is StatementError and match["key"] not in keys()
    return match["key"] if match and ours else ""


def explain(error: object, text: str, first_line: int, faults: Faults) -> int:
    """Note the `error` of the parser in `faults`, with the line that an author has to change.

    Return the index of that line.
    """
    problem = str(getattr(error, "problem", "") or str(error).partition("\n")[0])
    begun = getattr(getattr(error, "context_mark", None), "line", None)
    index = min(stopped(error), text.rstrip().count("\n"))
    if begun is not None and any(words in str(error) for words in _BEGUN_ABOVE):
        index = begun
    lines = text.split("\n")
    if problem.startswith(_IN_BRACKET) and (cut_off := _cut_off(lines, index)):
        faults.add(first_line + cut_off.row, cut_off.key, cut_off.wrong, cut_off.instead)
        return cut_off.row
    if "got ':'" in problem and (comma := _comma(lines, error)):
        faults.add(first_line + comma.row, comma.key, comma.wrong, comma.instead)
        return index
    source = lines[index]
    above = _NO_COLON.fullmatch(lines[index - 1]) if index else None
    if above and "mapping values are not allowed" in problem and _aligned(above["before"], source):
        key, value = above.group("key", "value")
        wrong, instead = "a colon is missing after the key", f"write {key}: {value}"
        faults.add(first_line + index - 1, place_of(lines, index - 1, key), wrong, instead)
        return index - 1
    column = getattr(getattr(error, "problem_mark", None), "column", 0)
    wrong, instead = _words(problem, str(error), source, column)
    key = _key(source) or ("front matter" if faults.error is StatementError else "file")
    if unknown := unknown_key(text, index, faults):
        near = get_close_matches(unknown.lower(), keys(), n=1)
        instead = instead.replace(f": {unknown}: ", f": {(near or [unknown])[0]}: ")
    if (wrong, instead) != _INDENTED:  # else nobody knows where it belongs
        key = place_of(lines, index, key)
    faults.add(first_line + index, key, wrong, instead)
    return index


def _cut_off(lines: Sequence[str], last: int) -> Slip | None:
    """Return the slip of a # that cuts off the end of a bracket on a line up to the `last`."""
    for row in range(last, max(last - _NEAR, -1), -1):
        if match := _CUT_OFF.search(lines[row]):
            wrong = f"“{match[1]}” would be cut off, since a # begins a comment"
            instead = "put the value in the bracket in quotes: '…'"
            return Slip(row, place_of(lines, row, _key(lines[row])), wrong, instead)
    return None


def _comma(lines: Sequence[str], error: object) -> Slip | None:
    """Return the slip of a colon in brackets: a comma is missing before its key, or quotes are."""
    mark, begun = error.problem_mark, error.context_mark.line  # type: ignore[attr-defined]
    row, source = mark.line, lines[mark.line]
    if row > begun and _indent(source) <= _indent(lines[begun]):
        return None  # it is a key below, and the bracket is not closed
    match = _BEFORE_COLON.fullmatch(source[: mark.column])
    if not match or match["key"] not in _known():
        wrong, instead = "it contains a colon followed by a space", "put its value in quotes: '…'"
        return Slip(row, place_of(lines, begun, _key(lines[begun])), wrong, instead)
    key, before = match["key"], match["before"]
    wrong = f"a comma is missing before {key}:"
    if before.strip():
        instead = f"write {before.strip()}, {key}{source[mark.column :].rstrip()}"
    else:
        row, instead = row - 1, "write one at the end of this line"
    return Slip(row, place_of(lines, begun, _key(lines[begun])), wrong, instead)


def _known() -> frozenset[str]:
    """Return the keys of all groups that may stand in brackets in a front matter."""
    from communique.model.statement import FrontMatter  # noqa: PLC0415  # it needs pydantic

    groups = FrontMatter.model_json_schema()["$defs"].values()
    return frozenset(key for group in groups for key in group.get("properties", ()))


def _aligned(before: str, source: str) -> bool:
    """Tell whether a line is indented as far as the words that have `before` in front of them."""
    return _indent(source) == len(before)


def _indent(source: str) -> int:
    return len(source) - len(source.lstrip(" "))


def _key(source: str) -> str:
    """Return the first key of a line, or all its words where it has none, if it has any."""
    return source.split(":", 1)[0].strip(" \t-{[")


def _words(problem: str, error: str, source: str, column: int) -> tuple[str, str]:
    """Return what is wrong with the line `source`, at a `column` of it, and what to write."""
    value = source.partition(":")[2].strip()
    if "undefined alias" in problem and _STARS.match(value):
        return "the stars are no marks here, since values are not Markdown", "leave out the stars"
    if "undefined alias" in problem:
        return "YAML anchors (& and *) are not used here", "repeat it, or put it in quotes"
    if "mapping values are not allowed" in problem:
        return _colon(source, value, column)
    if "\t" in source[: len(source) - len(source.lstrip())]:
        return "the line begins with a tab", "indent with spaces"
    if "'\\t'" in problem:
        return "a tab stands where a space belongs", "write a space"
    if "found unexpected end of stream" in problem or "while scanning a quoted" in error:
        return "a quotation mark is opened and not closed", "close it"
    if "sequence entries are not allowed" in problem:
        return _POINT_BESIDE if _is_list(source) else _RESERVED
    if "expected <block end>" in problem:
        return _too_early(source)
    for words, explained in _PROBLEMS.items():
        if words in problem:
            return explained
    if source.strip()[:1] in tuple("@`%!&*|>{}[]") or value.startswith(_MARK_AND_SPACE):
        return _RESERVED
    return "it cannot be read", "check its quotes, brackets and colons, or put it in quotes"


def _colon(source: str, value: str, column: int) -> tuple[str, str]:
    """Return what is wrong with a colon at a `column` of the line where none may be."""
    if ": " not in source[:column]:
        return _INDENTED
    key, mark = _key(source), '"' if "'" in value else "'"
    wrong = "it contains a colon followed by a space"
    from communique.design.validation import groups  # noqa: PLC0415  # it needs pydantic

    if group := groups.in_braces(key, value):
        return "its keys are not in braces", f"write {group}"
    if value.startswith(_CURLY):
        return f"{wrong}, which curly quotes do not allow", f"put it in straight quotes: {key}: '…'"
    return wrong, f"put it in quotes: {key}: {mark}…{mark}"


def _too_early(source: str) -> tuple[str, str]:
    """Return what is wrong where a value ends before its line does, or a line is indented less."""
    match = _VALUE.fullmatch(source)
    value = match["value"] if match else ""
    before = source[: len(source.rstrip()) - len(value)].strip(" -")
    if value.startswith("'"):
        return "its quotes end before it does", 'use double quotes around it: "…"'
    if value.startswith('"'):
        return "its quotes end before it does", "use single quotes around it: '…'"
    if value.startswith(("[", "{")) and not value.endswith(("]", "}")):
        if _is_list(before):
            return "words stand after its bracket", "write them in the bracket, or delete them"
        mark = "'" if '"' in value else '"'
        quoted = f"{before} {mark}{value}{mark}".strip()
        return "it begins with a bracket, which YAML reserves", f"put it in quotes: {quoted}"
    return _INDENTED


def _is_list(source: str) -> bool:
    """Tell whether a line begins with a key of the front matter that has a list."""
    found = keys().get(source.partition(":")[0])
    return '"array"' in json.dumps(found)
