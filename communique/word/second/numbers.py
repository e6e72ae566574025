"""The numbers of a Word file once more, for the second reading: by the standard's own rules.

ISO/IEC 29500-1, 17.9: a number is that of the last paragraph of its list and level, and one more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_VAL = f"{_W}val"
ANY = "\ufffc"
"""Stands for a number in a format that is not known here: it is whatever the importer has."""
_HUNDREDS = ("", "c", "cc", "ccc", "cd", "d", "dc", "dcc", "dccc", "cm")
_TENS = ("", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc")
_ONES = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")


class Numbers:
    """Counts paragraphs in their order."""

    def __init__(self, numbering: Element | None, styles: Element | None, *, accept: bool) -> None:
        nothing: list[Element] = []
        lists = numbering.findall(f"{_W}abstractNum") if numbering is not None else nothing
        self._abstract = {each.get(f"{_W}abstractNumId", ""): each for each in lists}
        self._used = {
            each.get(f"{_W}numId", ""): each
            for each in (numbering.findall(f"{_W}num") if numbering is not None else nothing)
        }
        every = styles.findall(f"{_W}style") if styles is not None else nothing
        self._styles = {each.get(f"{_W}styleId", ""): each for each in every}
        normal = (
            s for s in every if s.get(f"{_W}default") == "1" and s.get(f"{_W}type") == "paragraph"
        )
        self._normal = next((each.get(f"{_W}styleId", "") for each in normal), "")
        self._last: dict[str, list[int | None]] = {}
        self._accept = accept
        self._seen: set[str] = set()

    def before(self, paragraph: Element) -> str:
        """Return the number before the next paragraph, or nothing, for a bullet as well."""
        used, level, style = self._list(paragraph)
        if used not in self._used:
            return ""
        shared = self._shared(used)
        own = shared.findall(f"{_W}lvl") if shared is not None else ()
        levels = {int(each.get(f"{_W}ilvl", "0")): each for each in own}
        starts: dict[int, int] = {}
        for over in self._used[used].findall(f"{_W}lvlOverride"):
            at = int(over.get(f"{_W}ilvl", "0"))
            if (other := over.find(f"{_W}lvl")) is not None:
                levels[at] = other
            if start := _of(over, "startOverride"):
                starts[at] = int(start)
        if level < 0:
            level = next((at for at, each in levels.items() if _of(each, "pStyle") == style), 0)
        first = [starts.get(at, _start(levels.get(at))) for at in range(9)]
        last = self._last.setdefault(_of(self._used[used], "abstractNumId"), [None] * 9)
        if used not in self._seen:
            self._seen.add(used)
            for at in starts:
                last[at] = None
        for at in range(level):
            last[at] = first[at] if last[at] is None else last[at]
        now = last[level]
        last[level] = first[level] if now is None else now + 1
        for at in range(level + 1, 9):
            limit = _of(levels.get(at), "lvlRestart")
            if not limit or level < int(limit):
                last[at] = None
        return self._text(levels, level, last, first)

    def _text(
        self, levels: dict[int, Element], level: int, last: list[int | None], first: list[int]
    ) -> str:
        own = levels.get(level)
        form = _format(own)
        picture = own is not None and own.find(f"{_W}lvlPicBulletId") is not None
        if form == "bullet" or own is None or picture:
            return ""
        legal = own.find(f"{_W}isLgl")
        in_figures = legal is not None and legal.get(_VAL, "1") not in ("0", "false")
        text = _of(own, "lvlText")
        for at in range(9):
            number = last[at]
            shown = "decimal" if in_figures else _format(levels.get(at))
            written = _counted(first[at] if number is None else number, shown)
            text = text.replace(f"%{at + 1}", written)
        return text.strip()

    def _list(self, paragraph: Element) -> tuple[str, int, str]:
        """Return the list and the level of a paragraph (below 0: by its style), and its style."""
        own = paragraph.find(f"{_W}pPr")
        before = own.find(f"{_W}pPrChange/{_W}pPr") if own is not None else None
        if before is not None and not self._accept:
            own = before
        named = _of(own, "pStyle")
        style = named if named in self._styles else self._normal
        used, level = "", -1
        for properties in (own, *self._inherited(style)):
            number = properties.find(f"{_W}numPr") if properties is not None else None
            if number is None or (number.find(f"{_W}ins") is not None and not self._accept):
                continue
            if level < 0 and _of(number, "ilvl"):
                level = int(_of(number, "ilvl"))
            if used := _of(number, "numId"):
                break
        return used, level, style

    def _inherited(self, style: str) -> Iterator[Element | None]:
        gone: set[str] = set()
        while style in self._styles and style not in gone:
            gone.add(style)
            yield self._styles[style].find(f"{_W}pPr")
            style = _of(self._styles[style], "basedOn")

    def _shared(self, used: str) -> Element | None:
        found = self._abstract.get(_of(self._used[used], "abstractNumId"))
        if link := _of(found, "numStyleLink"):
            for each in self._abstract.values():
                if _of(each, "styleLink") == link:
                    return each
        return found


def _of(element: Element | None, tag: str) -> str:
    found = element.find(_W + tag) if element is not None else None
    return found.get(_VAL, "") if found is not None else ""


def _format(level: Element | None) -> str:
    """Return how a level counts, or the first number of a format of its own: 001."""
    found = next(level.iter(f"{_W}numFmt"), None) if level is not None else None
    if found is None:
        return "decimal"
    return found.get(f"{_W}format", "").split(",")[0] or found.get(_VAL, "decimal")


def _start(level: Element | None) -> int:
    """Return where a level starts: 0 where that is not said, 1 where there is no such level."""
    return 1 if level is None else int(_of(level, "start") or "0")


def _counted(number: int, form: str) -> str:
    match form:
        case "decimal":
            return str(number)
        case "decimalZero":
            return str(number).rjust(2, "0")
        case "none" | "bullet":
            return ""
        case "lowerLetter" | "upperLetter":
            letter = chr(ord("a") + (number - 1) % 26) * ((number + 25) // 26)
            return letter.upper() if form[0] == "u" else letter
        case "lowerRoman" | "upperRoman":
            thousands, rest = divmod(number, 1000)
            roman = (
                "m" * thousands + _HUNDREDS[rest // 100] + _TENS[rest // 10 % 10] + _ONES[rest % 10]
            )
            return roman.upper() if form[0] == "u" else roman
        case _ if form.endswith("1") and not form.strip("01"):
            return "0" * (len(form) - len(str(number))) + str(number)
    return ANY
