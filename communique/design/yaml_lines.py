"""YAML 1.2 read so that every value remembers its line; the only importer of ruamel.yaml.

Only the composer of ruamel.yaml is used, never its constructors: scalars stay exactly as they
are written (``NO`` is a country, ``1.10`` keeps its zero, an impossible date is still readable),
and nothing an author types can create an object.
"""

from __future__ import annotations

import re
import warnings
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from communique.design import yaml_faults
from communique.model.characters import UNPRINTABLE
from communique.model.faults import StatementError

if TYPE_CHECKING:
    from collections.abc import Iterator

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
#: What YAML takes for a comment (YAML 1.2.2, 6.6) and no author means as one: no space follows.
_CUT = re.compile(r"[ \t]+(#[^\s#].*)")
#: What a value means that was refused already, so that nothing more is said of it.
REFUSED = "refused"


class Scalar(str):
    """A value as written; `means` says what YAML takes it for when it is not text."""

    means: str
    __slots__ = ("means",)

    def __new__(cls, value: str, means: str = "text") -> Scalar:
        """Make the text `value` that YAML takes for `means`."""
        scalar = super().__new__(cls, value)
        scalar.means = means
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

    def line(self, place: Place) -> int:
        """Return the line of `place`, or of what it lies in where it is not there itself."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)


def parse(text: str, first_line: int, faults: Faults) -> Mapping:
    """Read the YAML mapping in `text`, which begins on `first_line` of its file.

    What cannot be read is noted in `faults` and left out of the result.
    """
    mapping = Mapping(lines={(): first_line})
    root, error, text = _mended(text, first_line, faults)
    while error:  # what follows the entry that cannot be read may be wrong, too
        mapping.broken = True
        index = yaml_faults.explain(error, text, first_line, faults)
        better = yaml_faults.without_entry(text, index)
        if better == text:
            break
        text = better
        root, error, text = _mended(text, first_line, faults)
    if _is_mapping(root):
        mapping.values = _Reader(text, first_line, faults, mapping).mapping(root, ())
    elif root is not None and not mapping.broken:
        mapping.broken = True
        wrong = "it is not a list of keys"
        ours = faults.error is StatementError
        key, example = ("front matter", "title: …") if ours else ("file", "key: value")
        faults.add(first_line, key, wrong, f"write `{example}` and so on")
    return mapping


def _mended(text: str, first_line: int, faults: Faults) -> tuple[object, Exception | None, str]:
    """Return the node that `text` is, or the error where it is none, and the text.

    Slips that can be mended are noted in `faults`, and are no more in the text that is returned.
    """
    root, error = _composed(text)
    while error or not _is_mapping(root):
        last = yaml_faults.stopped(error) if error else None
        better, slips = yaml_faults.mended(text, last)
        root, again = _composed(better)
        mends = again is None or (last is not None and yaml_faults.stopped(again) > last)
        if not slips or not mends:
            break
        for slip in slips:
            faults.add(first_line + slip.row, slip.key, slip.wrong, slip.instead)
        text, error = better, again
    return root, error, text


def _composed(text: str) -> tuple[object, Exception | None]:
    """Return the node that `text` is, and the error where it is none."""
    from ruamel.yaml import YAML  # noqa: PLC0415  # slow to import, and --list needs none of it
    from ruamel.yaml.error import ReusedAnchorWarning, YAMLError  # noqa: PLC0415

    # Anchors are refused anyway, and a warning would be printed as it stands.
    warnings.filterwarnings("ignore", category=ReusedAnchorWarning)
    try:
        # The kind that keeps comments (rt) is slower and fails on some of them.
        return YAML(typ="safe", pure=True).compose(text), None
    except (YAMLError, ValueError, RecursionError) as error:
        return None, error


def _is_mapping(node: object) -> bool:
    return getattr(node, "id", "") == "mapping"


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
                self.noted(child, (*place, index)) for index, child in enumerate(_children(node))
            ]
        return _scalar(node)

    def cut(self, node: object, line: int) -> str:
        """Return what a number sign cuts off from a value without quotes, or nothing.

        The parser says where a value ends but for an empty one, which is on the `line` of its key.
        """
        if getattr(node, "id", "") != "scalar" or getattr(node, "style", None) is not None:
            return ""
        end = node.end_mark  # type: ignore[attr-defined]
        if _text(node):
            found = _CUT.match(self.source[end.line], end.column)
        else:
            found = _CUT.search(self.source[line - self.first_line])
        return found[1].rstrip() if found else ""

    def mapping(self, node: object, place: Place) -> dict[str, Value]:
        values: dict[str, Value] = {}
        for key_node, value_node in _children(node):
            line = self.line(key_node)
            if getattr(key_node, "id", "") != "scalar":
                wrong = "a key is a group or a list"
                self.faults.add(line, dotted(place), wrong, "write a word before the colon")
                continue
            key = str(getattr(key_node, "value", ""))
            here = (*place, key)
            if key in values:
                wrong = f"the key is given twice, first on line {self.result.lines[here]}"
                self.faults.add(line, dotted(here), wrong, "keep one of the two")
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
        elif getattr(node, "id", "") == "scalar" and (found := UNPRINTABLE.search(_text(node))):
            wrong = f"the character U+{ord(found[0]):04X} cannot be printed"
            self.faults.add(line, key, wrong, "delete it, or type again what stood there")
        elif cut := self.cut(node, line):
            mark = '"' if "'" in _text(node) + cut else "'"
            quoted = (
                f"{place[-1]}: {mark}…{mark}" if isinstance(place[-1], str) else f"{mark}…{mark}"
            )
            wrong = f"“{cut}” would be cut off, since a # begins a remark"
            self.faults.add(line, key, wrong, f"put it in quotes: {quoted}")
        self.seen.add(id(node))
        return len(list(self.faults)) > said

    def line(self, node: object) -> int:
        return int(node.start_mark.line) + self.first_line  # type: ignore[attr-defined]


def _children(node: object) -> Iterator[tuple[object, object]]:
    return iter(node.value)  # type: ignore[attr-defined]


def _text(node: object) -> str:
    return str(node.value)  # type: ignore[attr-defined]


def _scalar(node: object) -> Scalar:
    text = _text(node)
    if getattr(node, "style", None) in (None, ""):
        for means, pattern in _NOT_TEXT.items():
            if pattern.match(text):
                return Scalar(text, means)
    return Scalar(text)


def dotted(place: Place) -> str:
    """Return `place` as an author reads it: ``issuers.2.office`` (lists count from 1)."""
    parts = (str(part + 1) if isinstance(part, int) else part for part in place)
    return ".".join(parts) or "front matter"
