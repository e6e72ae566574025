"""The numbers that Word counts by itself (ISO/IEC 29500-1, 17.9), as Word shows them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from communique.word.reading.choices import ALTERNATIVES, chosen
from communique.word.reading.counting import counted
from communique.word.reading.package import W
from communique.word.reading.styles import Styles, on

if TYPE_CHECKING:
    from lxml import etree

BULLET = "•"
#: A length in twentieths of a point, or with its unit, as in Strict documents (22.9.2.14).
_LENGTH = re.compile(r"(-?\d{1,9}(?:\.\d{1,9})?)(mm|cm|in|pt|pc|pi|)")
_TWENTIETHS = {
    "": 1.0,
    "pt": 20,
    "in": 1440,
    "cm": 1440 / 2.54,
    "mm": 144 / 2.54,
    "pc": 240,
    "pi": 240,
}
_PLACE = re.compile("%([1-9])")


class Label(NamedTuple):
    """What stands before a paragraph: its number as text or a bullet.

    `indent` is how far the list sets the paragraph in, in twentieths of a point.
    """

    text: str
    indent: int


NONE = Label("", 0)


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a list: how it counts, and what is written around its numbers."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    legal: bool = False
    """Whether all levels are written in figures here (17.9.4)."""
    restart: int | None = None
    """The level, from 1, at which this one starts anew; 0 for never, None for every higher one."""
    style: str = ""
    indent: int = 0


@dataclass(slots=True)
class _List:
    """A list as paragraphs name it: the levels of another one, and where it differs from them."""

    levels: str
    starts: dict[int, int] = field(default_factory=dict)
    own: dict[int, _Level] = field(default_factory=dict)


class Numbering:
    """Counts the paragraphs of a text, in its order; `part` is that of the file, if it has one."""

    def __init__(self, part: etree._Element | None, styles: Styles) -> None:
        self._styles = styles
        self._levels: dict[str, dict[int, _Level]] = {}
        self._lists: dict[str, _List] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[str] = set()
        if part is not None:
            self._read(part)

    def label(self, paragraph: etree._Element) -> Label:
        """Return what stands before the next `paragraph`; each is asked for once, in order.

        Raises `KeyError` with the name of a format of numbers that is not known.
        """
        name, at = self._named(paragraph)
        if name not in self._lists:
            return NONE
        one = self._lists[name]
        levels = self._levels.get(one.levels, {}) | one.own
        if at is None:
            style = self._styles.of(paragraph)
            at = next((number for number, each in levels.items() if each.style == style), 0)
        level = levels.get(at, _Level())
        counts = self._counted(name, one, levels, at)
        if level.form == "bullet":
            return Label(BULLET, level.indent)

        def written(match: re.Match[str]) -> str:
            of = int(match[1]) - 1
            other = levels.get(of, _Level())
            number = counts.get(of, one.starts.get(of, other.start))
            return counted(number, "decimal" if level.legal else other.form)

        return Label(_PLACE.sub(written, level.text).strip(), level.indent)

    def _named(self, paragraph: etree._Element) -> tuple[str, int | None]:
        """Return the list and the level that a paragraph or its style names, if they do."""
        name, at = "", None
        for properties in self._styles.parts(paragraph):
            found = properties.find(f"{W}numPr")
            if found is None:
                continue
            number, level = found.find(f"{W}numId"), found.find(f"{W}ilvl")
            if at is None and level is not None:
                at = int(level.get(f"{W}val", "0"))
            if number is not None:
                name = str(number.get(f"{W}val", ""))
                break
        return name, at

    def _counted(self, name: str, one: _List, levels: dict[int, _Level], at: int) -> dict[int, int]:
        """Count one on at a level; return the numbers of all levels that have one."""

        def start(of: int) -> int:
            return one.starts.get(of, levels.get(of, _Level()).start)

        counts = self._counts.setdefault(one.levels, {})
        if name not in self._begun:
            self._begun.add(name)
            for of in one.starts:  # it counts once, where the list begins
                counts.pop(of, None)
        for of in range(at):
            counts.setdefault(of, start(of))
        counts[at] = counts[at] + 1 if at in counts else start(at)
        for of in [of for of in counts if of > at]:
            restart = levels.get(of, _Level()).restart
            if restart is None or at < restart:
                del counts[of]
        return counts

    def _read(self, part: etree._Element) -> None:
        lenders: dict[str, str] = {}
        borrowers: dict[str, str] = {}
        for each in part.iterfind(f"{W}abstractNum"):
            name = str(each.get(f"{W}abstractNumId"))
            self._levels[name] = {
                int(level.get(f"{W}ilvl", "0")): _level(level) for level in each.iterfind(f"{W}lvl")
            }
            if style := _value(each, "styleLink"):
                lenders[style] = name
            if style := _value(each, "numStyleLink"):
                borrowers[name] = style
        for name, style in borrowers.items():
            self._levels[name] = self._levels.get(lenders.get(style, ""), {})
        for each in part.iterfind(f"{W}num"):
            one = _List(_value(each, "abstractNumId"))
            for override in each.iterfind(f"{W}lvlOverride"):
                at = int(override.get(f"{W}ilvl", "0"))
                if start := _value(override, "startOverride"):
                    one.starts[at] = int(start)
                if (level := override.find(f"{W}lvl")) is not None:
                    one.own[at] = _level(level)
            self._lists[str(each.get(f"{W}numId"))] = one


def _level(element: etree._Element) -> _Level:
    form, restart = _form(element), _value(element, "lvlRestart")
    return _Level(
        int(_value(element, "start", "0")),
        "bullet" if element.find(f"{W}lvlPicBulletId") is not None else form,
        _value(element, "lvlText"),
        on(element.find(f"{W}isLgl")),
        int(restart) if restart else None,
        _value(element, "pStyle"),
        indent(element.find(f"{W}pPr/{W}ind")) or 0,
    )


def _form(level: etree._Element) -> str:
    """Return how a level counts; a format that older Words do not know stands in a choice."""
    found = level.find(f"{W}numFmt")
    if found is None and (both := level.find(ALTERNATIVES)) is not None:
        found = chosen(both).find(f"{W}numFmt")
    if found is None:
        return "decimal"
    form = str(found.get(f"{W}val", "decimal"))
    return str(found.get(f"{W}format", form)) if form == "custom" else form


def indent(element: etree._Element | None) -> int | None:
    """Return how far the property `ind` sets a paragraph in (twentieths of a point), if at all."""
    found = (element.get(W + side) for side in ("start", "left")) if element is not None else ()
    for each in filter(None, (_LENGTH.fullmatch(value or "") for value in found)):
        return int(float(each[1]) * _TWENTIETHS[each[2]])
    return None


def _value(element: etree._Element, tag: str, default: str = "") -> str:
    found = element.find(W + tag)
    return str(found.get(f"{W}val", default)) if found is not None else default
