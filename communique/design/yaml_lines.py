"""YAML 1.2 read so that every value remembers its line.

Scalars stay exactly as they are written: ``NO`` is a country, ``1.10`` keeps its zero, an
impossible date is still readable.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from communique.design import yaml_nodes
from communique.design.yaml_nodes import children, text_of
from communique.model.characters import INVISIBLE, LINE_SEPARATORS, UNPRINTABLE
from communique.model.faults import StatementError

if TYPE_CHECKING:
    from communique.model.faults import Faults

#: YAML 1.2 core schema, section 10.3.2: what an unquoted scalar may mean besides text.
_NOT_TEXT = {
    "nothing": re.compile(r"(?:~|null|Null|NULL|)\Z"),
    "true or false": re.compile(r"(?:true|True|TRUE|false|False|FALSE)\Z"),
    "a number": re.compile(
        r"(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"
        r"|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"
        r"|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))\Z"
    ),
}
#: The tags of the YAML 1.2 core schema and of the timestamps that ruamel.yaml knows besides.
_PLAIN_TAG = re.compile(r"tag:yaml\.org,2002:(str|int|float|bool|null|timestamp|map|seq)\Z")
MAX_DEPTH = 20
#: What YAML takes for a comment (YAML 1.2.2, 6.6) and no author means as one: no space follows, or
#: a figure.
_CUT = re.compile(r"[ \t]+(#(?:[^\s#]|[ \t]+[0-9]).*)")
#: Characters that no value may hold; such as are left out of a file may be escaped in it.
_NO_TEXT = re.compile(f"{UNPRINTABLE.pattern}|[{INVISIBLE}{LINE_SEPARATORS}]")
#: What a key begins with that is no key but a point with another mark than a hyphen and a space.
_NO_KEY = ("-", *(f"{mark} " for mark in "+•·–—"))
#: What a value means that was refused already, so that nothing more is said of it.
REFUSED = "refused"


class Scalar(str):
    """A value as written; `means` says what YAML takes it for when it is not text.

    It is `quoted` where straight quotes stand around it. `rows` are the lines that one without a
    mark for several, such as `|`, was written in.
    """

    means: str
    quoted: bool
    rows: tuple[str, ...]
    __slots__ = ("means", "quoted", "rows")

    def __new__(
        cls, value: str, means: str = "text", *, quoted: bool = False, rows: tuple[str, ...] = ()
    ) -> Scalar:
        """Make the text `value` that YAML takes for `means`."""
        scalar = super().__new__(cls, value)
        scalar.means, scalar.quoted, scalar.rows = means, quoted, rows
        return scalar


Value = Scalar | list["Value"] | dict[str, "Value"]
Place = tuple[str | int, ...]


@dataclass
class Mapping:
    """The values of a YAML text and, for each place in it such as ``("issuers", 0)``, its line."""

    values: dict[str, Value] = field(default_factory=dict)
    lines: dict[Place, int] = field(default_factory=dict)
    broken: bool = False
    """Whether entries of the text could not be read, so that what is missing may be there."""

    def at(self, place: Place) -> Value | None:
        """Return the value at `place`, or None where there is none."""
        value: object = self.values
        for part in place:
            if isinstance(value, dict):
                value = value.get(part)
            elif isinstance(value, list) and isinstance(part, int) and part < len(value):
                value = value[part]
            else:
                return None
        return value  # type: ignore[return-value]  # values hold nothing but values

    @cached_property
    def above(self) -> dict[str, str]:
        """The key of the first level that stands above each, but for the first one."""
        ordered = sorted(self.values, key=lambda key: self.line((key,)))
        return dict(zip(ordered[1:], ordered, strict=False))

    def line(self, place: Place) -> int:
        """Return the line of `place`, or of what it lies in where it is not there itself."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)


def parse(text: str, first_line: int, faults: Faults) -> Mapping:
    """Read the YAML mapping in `text`, which begins on `first_line` of its file.

    What cannot be read is noted in `faults` and left out of the result.
    """
    nodes = yaml_nodes.nodes(text, first_line, faults)
    mapping = Mapping(lines={(): first_line}, broken=nodes.broken)
    if yaml_nodes.is_mapping(nodes.root):
        reader = _Reader(nodes.text, first_line, faults, mapping)
        mapping.values = reader.mapping(nodes.root, ())
    elif nodes.root is not None and not nodes.broken:
        mapping.broken = True
        wrong = "it is not a list of keys"
        ours = faults.error is StatementError
        key, example = ("front matter", "title: …") if ours else ("file", "key: value")
        instead = f"write `{example}` and so on"
        if yaml_nodes.is_list_of_groups(nodes.root):
            instead += ", each key at the beginning of its line, without a hyphen"
        faults.add(first_line, key, wrong, instead)
    return mapping


class _Reader:
    """Turns ruamel.yaml's nodes into plain values and notes their lines."""

    def __init__(self, text: str, first_line: int, faults: Faults, result: Mapping) -> None:
        self.source = text.split("\n")
        self.first_line, self.faults, self.result = first_line, faults, result
        self.seen: set[int] = set()

    def value(self, node: object, place: Place, line: int) -> Value:
        kind: str = getattr(node, "id", "")
        if self.refused(node, place, line):
            return Scalar("", REFUSED)
        if kind == "mapping":
            return self.mapping(node, place)
        if kind == "sequence":
            return [
                self.noted(child, (*place, index)) for index, child in enumerate(children(node))
            ]
        return self.scalar(node)

    def cut(self, node: object, line: int) -> str:
        """Return what a number sign cuts off from a value without quotes, or nothing.

        The parser says where a value ends but for an empty one, which is on the `line` of its key.
        """
        if getattr(node, "id", "") != "scalar" or getattr(node, "style", None) is not None:
            return ""
        end = node.end_mark  # type: ignore[attr-defined]
        if text_of(node):
            found = _CUT.match(self.source[end.line], end.column)
        else:
            found = _CUT.search(self.source[line - self.first_line])
        return found[1].rstrip() if found else ""

    def mapping(self, node: object, place: Place) -> dict[str, Value]:
        values: dict[str, Value] = {}
        for key_node, value_node in children(node):
            line = self.line(key_node)
            if getattr(key_node, "id", "") != "scalar":
                wrong = "a key is a group or a list"
                self.faults.add(line, dotted(place), wrong, "write a word before the colon")
                continue
            key = str(getattr(key_node, "value", ""))
            here = (*place, key)
            if key in values:
                if key.startswith(_NO_KEY):
                    continue  # what is wrong with both of the hyphens is said
                wrong = f"the key is given twice, first on line {self.result.lines[here]}"
                both = here == ("contact",) and self.faults.error is StatementError
                instead = "write both on one line, with a semicolon between them"
                self.faults.add(
                    line, dotted(here), wrong, instead if both else "keep one of the two"
                )
                continue
            values[key] = self.noted(value_node, here, line)
        return values

    def noted(self, node: object, place: Place, line: int | None = None) -> Value:
        line = self.result.lines[place] = self.line(node) if line is None else line
        return self.value(node, place, line)

    def refused(self, node: object, place: Place, line: int) -> bool:
        key, said = dotted(place), len(list(self.faults))
        if id(node) in self.seen or getattr(node, "anchor", None):
            self.faults.add(line, key, "YAML anchors (& and *) are not used here", "repeat it")
        elif len(place) > MAX_DEPTH:
            self.faults.add(line, key, f"nested deeper than {MAX_DEPTH}", "make it flatter")
        elif not _PLAIN_TAG.match(tag := str(getattr(node, "tag", ""))):
            self.faults.add(line, key, f"the YAML tag {tag} is not used here", "leave it out")
        elif getattr(node, "id", "") == "scalar" and (found := _NO_TEXT.search(text_of(node))):
            wrong = f"the character U+{ord(found[0]):04X} cannot be printed"
            self.faults.add(line, key, wrong, "delete it, or type again what stood there")
        elif cut := self.cut(node, line):
            mark = '"' if "'" in text_of(node) + cut else "'"
            quoted = (
                f"{place[-1]}: {mark}…{mark}" if isinstance(place[-1], str) else f"{mark}…{mark}"
            )
            wrong = f"“{cut}” would be cut off, since a # begins a comment"
            self.faults.add(line, key, wrong, f"put it in quotes: {quoted}")
        self.seen.add(id(node))
        return len(list(self.faults)) > said

    def scalar(self, node: object) -> Scalar:
        text, style = text_of(node), getattr(node, "style", None)
        if style in (None, ""):
            for means, pattern in _NOT_TEXT.items():
                if pattern.match(text):
                    return Scalar(text, means)
        begin, end = node.start_mark.line, node.end_mark.line  # type: ignore[attr-defined]
        rows = self.source[begin : end + 1] if style not in ("|", ">") else ()
        return Scalar(text, quoted=style in ("'", '"'), rows=tuple(rows))

    def line(self, node: object) -> int:
        return int(node.start_mark.line) + self.first_line  # type: ignore[attr-defined]


def dotted(place: Place) -> str:
    """Return `place` as an author reads it: ``issuers.2.office`` (lists count from 1)."""
    parts = (str(part + 1) if isinstance(part, int) else part for part in place)
    return ".".join(parts) or "front matter"
