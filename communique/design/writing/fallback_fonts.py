"""Fonts for characters that themes lack: which script is in which package of the system."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Annotated

from pydantic import BeforeValidator, Field, WithJsonSchema

from communique.design import templates, yaml_lines
from communique.design.validation import validate
from communique.design.wording import Package, Sans, Typefaces
from communique.model.faults import DesignError, Faults
from communique.model.values import Model, refuse
from communique.store import cache as kept
from communique.store.paths import from_here

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from communique.design.language import Language

FILE = "fallback-fonts.yaml"
#: A character or two, by their numbers in Unicode.
_RANGE = re.compile(r"([0-9A-F]{4,6})(?:-([0-9A-F]{4,6}))?\Z")


def _ranges(text: object) -> tuple[tuple[int, int], ...]:
    """Return the ranges that a text gives, or refuse it."""
    found = []
    for part in str(text).split():
        match = _RANGE.match(part)
        if not match:
            raise refuse(f"{part} is no range of characters", "write it as 10A0-10FF")
        first, last = match[1], match[2] or match[1]
        found.append((int(first, 16), int(last, 16)))
    return tuple(found)


class PackagedSans(Sans):
    """What a script is set in where type has no serifs, from the same package."""

    files: tuple[str, ...] = Field(min_length=1)


class FallbackFont(Typefaces):
    """What characters of one script are set in where no font of the theme has them."""

    script: str
    characters: Annotated[
        tuple[tuple[int, int], ...], BeforeValidator(_ranges), WithJsonSchema({"type": "string"})
    ]
    """Their numbers in Unicode, in ranges."""
    fonts: tuple[str, ...] = Field(min_length=1)
    package: Package
    sans: PackagedSans | None = None

    def has(self, character: str) -> bool:
        """Tell whether a character is one of the script."""
        return any(first <= ord(character) <= last for first, last in self.characters)


class FallbackFonts(Model):
    """The file ``templates/fallback-fonts.yaml``."""

    scripts: tuple[FallbackFont, ...]


def file() -> Path:
    """Return the file that names the fonts."""
    return templates.path(FILE)


@templates.remembered
def _load(name: str) -> tuple[FallbackFont, ...]:
    path = templates.path(name)
    made_from = path.read_bytes()
    data = kept.load("fallback-fonts", made_from)  # the file takes 20 ms to read
    if data is None:
        faults = Faults(from_here(path), DesignError)
        mapping = yaml_lines.parse(templates.text(path), 1, faults)
        validate(FallbackFonts, mapping, faults)
        faults.check()
        data = json.dumps(mapping.values).encode()
        kept.store("fallback-fonts", made_from, data)
    return FallbackFonts.model_validate_json(data).scripts


def installed(
    characters: Iterable[str], languages: Iterable[Language], *, serifs: bool
) -> tuple[FallbackFont, ...]:
    """Return the fonts for these `characters`, with `serifs` or without, in the order of the file.

    What is not installed is left out, and what is of a package of one of the `languages`. Raises
    `DesignError` where the file is at fault.
    """
    rare = list(characters)
    known = {each.file.package.name for each in languages if each.file.package}
    every = (each.in_type(serifs=serifs) for each in _load(FILE) if each.package.name not in known)
    return tuple(each for each in every if any(map(each.has, rare)) and each.package.found())


def package(character: str) -> str:
    """Return the package to install for a character, or nothing where none is known."""
    named = (each.package for each in _load(FILE) if each.has(character))
    return next((each.name for each in named if not each.found()), "")
