"""The themes: colours, fonts, emblem, words of the sender, each a file in ``templates/themes``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BeforeValidator, Field

from communique.design import templates, yaml_lines
from communique.design.styles import stylesheets
from communique.design.styles.colours import Colour
from communique.design.theme import inherited
from communique.design.theme.emblem import Emblem, check_text
from communique.design.validation import named, validate
from communique.model.faults import DesignError, Faults
from communique.model.values import Model, Phrase, refuse
from communique.store.paths import from_here

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from communique.design.edition import Edition

DEFAULT = "neutral"
#: The font of line-end hyphens, drawn by tools/hyphen.py; no theme has to name it.
HYPHEN = "Communique Hyphen"


def _family(value: object) -> str:
    if not isinstance(value, str) or not re.fullmatch(r"[\w .-]+", value):
        raise refuse(f"{value or 'it'} is not the name of a font", "write it without punctuation")
    return value


def _lines(value: object) -> object:
    """Take one line for a list of one."""
    return value if isinstance(value, list) else [value]


Lines = Annotated[tuple[Phrase, ...], BeforeValidator(_lines), Field(min_length=1)]
"""Lines of text, each in its own line on the page."""
Families = Annotated[tuple[Annotated[str, BeforeValidator(_family)], ...], Field(min_length=1)]


class Colours(Model):
    """The colours, as #rrggbb."""

    main: Colour
    """Rules, title and headings."""
    text: Colour
    quiet: Colour
    """Labels and page furniture; at least 4.5 to 1 against white (WCAG 2.1, 1.4.3)."""
    line: Colour
    """Hairlines in tables and above notes."""


class Fonts(Model):
    """The families of type, each a list in order of preference, found in ``templates/fonts``."""

    title: Families
    head: Families
    text: Families
    small: Families
    sans: Families


class Address(Model):
    """Where the sender is."""

    lines: Lines
    place: Literal["margin", "foot"] = "margin"
    """Beside the text, below the facts, or in the foot of the first page."""


class Theme(Model):
    """One file of ``templates/themes``, with what it inherits."""

    inherits: str | None = None
    """The theme it starts from."""
    description: str
    colours: Colours
    fonts: Fonts
    justified: bool = False
    stylesheet: Annotated[tuple[str, ...], BeforeValidator(_lines)] = ()
    """Files of ``templates/styles``, read after those of the edition and of what it inherits."""
    emblem: Emblem | None = None
    print_addresses: bool = False
    """Whether the address of a link in the text is printed behind its words, in brackets."""
    sender: Lines | None = None
    """Who speaks: lines beside the emblem, of which the first stands out."""
    address: Address | None = None
    contact: Lines | None = None
    """Lines printed after the statement where it names no contact itself."""
    foot: Lines | None = None
    """Lines in the foot of each page."""

    def at_foot(self, *, first: bool) -> tuple[Phrase, ...]:
        """Return the lines in the foot of the `first` page, or of another."""
        address = self.address.lines if self.address and self.address.place == "foot" else ()
        return (*(address if first else ()), *(self.foot or ()))

    @property
    def other_languages(self) -> tuple[str, ...]:
        """The languages that its lines are said to be in."""
        parts = (self.sender, self.address and self.address.lines, self.contact, self.foot)
        every = (phrase.language for part in parts for phrase in part or ())
        return tuple(filter(None, every))

    def in_type(self, *, serifs: bool) -> Theme:
        """Return this as it is where type has `serifs`, or has none.

        There the family of the text is the last one, for signs that the other one lacks.
        """
        if serifs:
            return self
        families = tuple(dict.fromkeys((*self.fonts.sans, *self.fonts.text)))
        sans = dict.fromkeys(Fonts.model_fields, families)
        return self.model_copy(update={"fonts": self.fonts.model_copy(update=sans)})

    def styles_after(self, edition: Edition, turn: str = "") -> str:
        """Return the stylesheets of an `edition`, that of a `turn` if it has one, its own.

        Raises `DesignError` as `stylesheets.load` does.
        """
        own = (stylesheets.load(templates.path(f"styles/{name}")) for name in self.stylesheet)
        of_turn = stylesheets.of_turn(turn) if turn else ""
        return "".join([edition.styles, of_turn, *own])

    def styles(
        self, before: Sequence[str] = (), where: str = ":root", after: Sequence[str] = ()
    ) -> str:
        """Return the theme as CSS variables, with families `before` and `after` its own.

        They hold for what the CSS selector `where` finds. The calls of notes are in the theme's
        own fonts alone: others may have no superior figures.
        """
        variables = [f"--colour-{name}: {value};" for name, value in self.colours]
        variables.append(f"--font-call: {listed(self.fonts.text)};")
        variables.append(f"--font-sans-call: {listed(self.fonts.sans)};")
        for name, families in self.fonts:
            variables.append(f"--font-{name}: {listed((*before, *families, HYPHEN, *after))};")
        variables.append(f"--text-align: {'justify' if self.justified else 'start'};")
        variables.append(f"--emblem-height: {self.emblem.height if self.emblem else 0:g}mm;")
        return f"{where} {{\n  " + "\n  ".join(variables) + "\n}\n"

    @property
    def families(self) -> frozenset[str]:
        """Every family of type that may be on the page."""
        return frozenset({HYPHEN}.union(*(families for _, families in self.fonts)))


def listed(families: Iterable[str]) -> str:
    """Return font families as CSS lists them, each once (CSS Fonts 4, 2.1)."""
    return ", ".join(f"'{family}'" for family in dict.fromkeys(families))


def names() -> list[str]:
    """Return the names of all themes."""
    return templates.names("themes", ".yaml")


def files(name: str) -> tuple[Path, ...]:
    """Return the files that the theme `name` is made of."""
    theme = load(name)
    parts = [f"themes/{theme.emblem.file}"] if theme.emblem else []
    parts += [f"styles/{sheet}" for sheet in theme.stylesheet]
    return (*(path for path, _ in inherited.written(name)), *map(templates.path, parts))


def sources(name: str) -> list[tuple[Path, str]]:
    """Return the files of the theme `name`, as messages say them, and what is written in each."""
    return [(from_here(path), templates.text(path)) for path, _ in inherited.written(name)]


def line(name: str, *place: str | int) -> tuple[Path, int]:
    """Return the file that gives a place of the theme `name`, such as a key, and the line there."""
    chain = inherited.written(name)
    path, mapping = next((each for each in chain if each[1].at(place) is not None), chain[0])
    return from_here(path), mapping.line(place)


def place(name: str, colour: str) -> tuple[Path, int] | None:
    """Return the file of the theme `name` and the line that gives this `colour`, or None."""
    key = next((key for key, value in load(name).colours if value == colour), None)
    return line(name, "colours", key) if key else None


@templates.remembered
def load(name: str) -> Theme:
    """Return the theme `name`; raises `DesignError` where a file of it is at fault."""
    return _load(name, ())


def _load(name: str, below: tuple[str, ...]) -> Theme:
    """Return the theme `name`, from which the themes `below` inherit."""
    path = templates.path(f"themes/{name}.yaml")
    faults = Faults(from_here(path), DesignError)
    own = yaml_lines.parse(templates.text(path), 1, faults)
    named.check_inherits(own, (name, *below), names(), "theme", faults)
    inherited.check_nothing(own, faults)
    named.check_file(own, ("stylesheet",), "styles", faults)
    named.check_file(own, ("emblem", "file"), "themes", faults)
    parent = own.at(("inherits",))
    if isinstance(parent, str):
        faults.check()
        check_text(own, _load(parent, (name, *below)).emblem, faults)
    whole = yaml_lines.Mapping(inherited.values(name), own.lines, own.broken)
    theme = validate(Theme, whole, faults)
    faults.check()
    assert theme is not None  # noqa: S101  # without a theme there are faults
    return theme
