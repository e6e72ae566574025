"""Styles: what a paragraph or a run is, by itself and by the styles that it is based on.

The order is that of ISO/IEC 29500-1, 17.7.2: the direct properties, then the style, then those that
the style is based on. The name of a built-in style is English in every Word; its identifier is not.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from communique.word.reading.package import W

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

#: Word itself bases a style on ten others at most.
_MOST_BASES = 50
_OFF = ("0", "false", "off", "none")


class Styles:
    """The styles of a Word file, from its part of that name, if there is one."""

    def __init__(self, part: etree._Element | None) -> None:
        every = part.iterfind(f"{W}style") if part is not None else ()
        self._styles = {str(style.get(f"{W}styleId")): style for style in every}
        self._default = next(
            (
                name
                for name, style in self._styles.items()
                if style.get(f"{W}type") == "paragraph" and is_on(style.get(f"{W}default", "0"))
            ),
            "",
        )
        defaults = f"{W}docDefaults/{W}rPrDefault/{W}rPr"
        self._defaults = part.find(defaults) if part is not None else None
        self._asked: tuple[etree._Element, str] | None = None
        """The paragraph that was asked for last, which mostly is the next one, and its style."""
        self._names = cache(self._found_names)
        self._parts = cache(self._found_parts)
        self._in_style = cache(self._found_in_style)
        self._of_style = cache(self._found_of_style)
        self._of_file = cache(self._found_of_file)
        self.chain = cache(self._found_chain)
        """Returns a style, and all that it is based on behind it, by its identifier."""

    def of(self, paragraph: etree._Element) -> str:
        """Return the identifier of the style of a paragraph."""
        if self._asked is None or self._asked[0] is not paragraph:
            style = paragraph.find(f"{W}pPr/{W}pStyle")
            name = str(style.get(f"{W}val")) if style is not None else ""
            self._asked = paragraph, name if name in self._styles else self._default
        return self._asked[1]

    def name(self, style: str) -> str:
        """Return the name of the first known style of a chain, in small letters: ``heading 1``."""
        found = self._styles.get(style)
        name = found.find(f"{W}name") if found is not None else None
        return str(name.get(f"{W}val", "")).lower() if name is not None else ""

    def names(self, style: str) -> list[str]:
        """Return the names of a style and of all that it is based on, the nearest first."""
        return self._names(style)

    def paragraph(self, paragraph: etree._Element, tag: str) -> etree._Element | None:
        """Return the property `tag` of a paragraph: its own, or that of its style."""
        own = paragraph.find(f"{W}pPr/{W}{tag}")
        return own if own is not None else self._in_style(self.of(paragraph), tag)

    def parts(self, paragraph: etree._Element) -> Iterator[etree._Element]:
        """Yield the properties of a paragraph, its own first, then those of its styles."""
        own = paragraph.find(f"{W}pPr")
        if own is not None:
            yield own
        yield from self._parts(self.of(paragraph))

    def value(self, paragraph: etree._Element, tag: str) -> str:
        """Return the value of the property `tag` of a paragraph, or nothing."""
        found = self.paragraph(paragraph, tag)
        return str(found.get(f"{W}val", "")) if found is not None else ""

    def run(
        self, run: etree._Element, tag: str, paragraph: etree._Element | None = None
    ) -> Iterator[etree._Element]:
        """Yield the property `tag` of a run wherever it stands, the nearest first.

        That is its own, that of its style, and of the style of a `paragraph` and of the file.
        """
        own = run.find(f"{W}rPr")
        if own is not None:
            yield from own.iterfind(W + tag)
            if (style := own.find(f"{W}rStyle")) is not None:
                yield from self._of_style(str(style.get(f"{W}val")), tag)
        if paragraph is not None:
            yield from self._of_style(self.of(paragraph), tag)
            yield from self._of_file(tag)

    def _found_names(self, style: str) -> list[str]:
        return [self.name(str(each.get(f"{W}styleId"))) for each in self.chain(style)]

    def _found_parts(self, style: str) -> tuple[etree._Element, ...]:
        found = (each.find(f"{W}pPr") for each in self.chain(style))
        return tuple(each for each in found if each is not None)

    def _found_in_style(self, style: str, tag: str) -> etree._Element | None:
        found = (part.find(W + tag) for part in self._parts(style))
        return next((each for each in found if each is not None), None)

    def _found_of_style(self, style: str, tag: str) -> tuple[etree._Element, ...]:
        return tuple(one for each in self.chain(style) for one in each.iterfind(f"{W}rPr/{W}{tag}"))

    def _found_of_file(self, tag: str) -> tuple[etree._Element, ...]:
        return tuple(self._defaults.iterfind(W + tag)) if self._defaults is not None else ()

    def _found_chain(self, style: str) -> tuple[etree._Element, ...]:
        chain: list[etree._Element] = []
        seen: set[str] = set()
        while (found := self._styles.get(style)) is not None and style not in seen:
            if len(chain) == _MOST_BASES:
                break
            seen.add(style)
            chain.append(found)
            based = found.find(f"{W}basedOn")
            style = str(based.get(f"{W}val")) if based is not None else ""
        return tuple(chain)


def is_on(value: str | None) -> bool:
    """Tell whether a property that is there is on: without a value it is (17.17.4)."""
    return value not in _OFF


def on(found: etree._Element | None) -> bool:
    """Tell whether the property `found` is there and on."""
    return found is not None and is_on(found.get(f"{W}val"))
