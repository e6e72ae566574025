"""The themes: colours, fonts, emblem and contact, each a file in ``templates/themes``."""

from __future__ import annotations

import base64
import re
from typing import TYPE_CHECKING, Annotated

from pydantic import BeforeValidator, Field

from communique.design import templates, yaml_lines
from communique.design.validation import validate
from communique.model.faults import DesignError, Faults
from communique.model.values import Model, Text, refuse
from communique.store.paths import from_here

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

DEFAULT = "neutral"
#: The font of line-end hyphens, drawn by tools/hyphen.py; no theme has to name it.
HYPHEN = "Communique Hyphen"


def _colour(value: object) -> str:
    if not isinstance(value, str) or not re.fullmatch("#[0-9a-f]{6}", value):
        shown = value if isinstance(value, str) and value else "it"
        raise refuse(
            f"{shown} is not a colour", "write it as '#1a2b3c', in quotes and small letters"
        )
    return value


def _family(value: object) -> str:
    if not isinstance(value, str) or not re.fullmatch(r"[\w .-]+", value):
        raise refuse(f"{value or 'it'} is not the name of a font", "write it without punctuation")
    return value


def _emblem(value: object) -> str:
    if not isinstance(value, str) or not re.fullmatch(r"[\w-]+\.svg", value):
        raise refuse(
            f"{value or 'it'} is not an SVG beside the theme", "name one, such as emblem.svg"
        )
    return value


Colour = Annotated[str, BeforeValidator(_colour)]
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


class Emblem(Model):
    """An SVG in ``templates/themes`` for the masthead."""

    file: Annotated[str, BeforeValidator(_emblem)]
    text: Text
    """What it shows, for those who cannot see it."""

    @property
    def path(self) -> Path:
        """Where the file is."""
        return templates.path(f"themes/{self.file}")


class Theme(Model):
    """One file of ``templates/themes``."""

    description: str
    colours: Colours
    fonts: Fonts
    justified: bool = False
    emblem: Emblem | None = None
    contact: str | None = None
    """A line printed after the statement where it names no contact itself."""

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
        return f"{where} {{\n  " + "\n  ".join(variables) + "\n}\n"

    @property
    def emblem_address(self) -> str:
        """The emblem as a data address, or nothing."""
        if self.emblem is None:
            return ""
        data = self.emblem.path.read_bytes()
        return f"data:image/svg+xml;base64,{base64.b64encode(data).decode('ascii')}"

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
    emblem = load(name).emblem
    parts = [f"themes/{name}.yaml", *([f"themes/{emblem.file}"] if emblem else [])]
    return tuple(map(templates.path, parts))


def place(name: str, colour: str) -> tuple[Path, int] | None:
    """Return the file of the theme `name` and the line that gives this `colour`, or None."""
    path = templates.path(f"themes/{name}.yaml")
    mapping = yaml_lines.parse(templates.text(path), 1, Faults(path))
    key = next((key for key, value in load(name).colours if value == colour), None)
    return (from_here(path), mapping.line(("colours", key))) if key else None


@templates.remembered
def load(name: str) -> Theme:
    """Return the theme `name`; raises `DesignError` where its file is at fault."""
    path = templates.path(f"themes/{name}.yaml")
    faults = Faults(from_here(path), DesignError)
    mapping = yaml_lines.parse(templates.text(path), 1, faults)
    theme = validate(Theme, mapping, faults)
    if theme and theme.emblem and not templates.find(f"themes/{theme.emblem.file}"):
        wrong = f"there is no file {theme.emblem.file}"
        faults.add(mapping.line(("emblem", "file")), "emblem", wrong, "put it beside the theme")
    faults.check()
    assert theme is not None  # noqa: S101  # without a theme there are faults
    return theme
