"""The fonts that themes, languages and stylesheets name are there.

Where one is not, the engine takes the next of the list, and nobody is told; the proof only sees
that the next one is named, too.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from communique.compose.fonts import font_files
from communique.design import edition as editions
from communique.design import language as languages
from communique.design import templates, yaml_lines
from communique.design import theme as themes
from communique.design.styles import stylesheets
from communique.design.validation import suggestion
from communique.model.faults import DesignError, Faults
from communique.store import cache as kept
from communique.store.file_state import identity
from communique.store.paths import from_here

if TYPE_CHECKING:
    from collections.abc import Iterable

    from communique.content.content import Content
    from communique.design.wording import Typefaces
    from communique.design.yaml_lines import Place

    Words = tuple[str, str]
    """What is wrong, and what to write instead."""

#: The fonts of a theme that whole texts are set in.
_READ = ("text", "small", "sans")


def check(content: Content) -> None:
    """Raise `DesignError` where theme, languages or stylesheets of `content` name a font not there.

    It is raised before that where a font file of the project is none. Each is looked at once, until
    its files change.
    """
    faults = Faults(content.statement.path, DesignError)
    font_files.check()
    theme = content.statement.matter.theme or themes.DEFAULT
    faults.attempt(_check_theme, theme)
    faults.attempt(_check_stylesheets, content.edition.name, theme)
    for language in content.languages:
        faults.attempt(_check_language, language.tag)
    faults.check()


@templates.remembered
def _check_theme(name: str) -> None:
    places: dict[Place, str] = {
        ("fonts", key, number): family
        for key, families in themes.load(name).fonts
        for number, family in enumerate(families)
    }
    wrong = _missing_anywhere(places.values())
    read = {family for place, family in places.items() if place[1] in _READ}
    wrong |= _without_regular(read - wrong.keys())
    faults = Faults(Path(), DesignError)
    for place, family in places.items():
        if family in wrong:
            path, line = themes.line(name, *place)
            faults.add(line, yaml_lines.dotted(place), *wrong[family], path=path)
    faults.check()


@templates.remembered
def _check_language(tag: str) -> None:
    own = languages.load(tag).file
    typefaces: dict[Place, Typefaces] = {("fonts",): own}
    typefaces |= {("sans", "fonts"): own.in_type(serifs=False)} if own.sans else {}
    places: dict[Place, str] = {}
    missing: dict[str, Words] = {}
    for key, each in typefaces.items():
        package = each.package.found() if each.package else ()
        if package or not each.package:  # else it is said of the statement, with what to install
            places |= {(*key, number): family for number, family in enumerate(each.fonts)}
            missing |= _missing(each.fonts, package)
    if missing:
        path = languages.file_of(tag)
        faults = Faults(from_here(path), DesignError)
        mapping = yaml_lines.parse(templates.text(path), 1, faults)
        for place, family in places.items():
            if family in missing:
                faults.add(mapping.line(place), yaml_lines.dotted(place), *missing[family])
        faults.check()


@templates.remembered
def _check_stylesheets(edition: str, theme: str) -> None:
    """Raise `DesignError` with each family in their stylesheets that is not there."""
    styles = themes.load(theme).styles_after(editions.load(edition))
    named = _named(styles)
    missing = _missing_anywhere(family for family, _ in named)
    faults = Faults(Path(), DesignError)
    for family, number in named:
        if family in missing:
            origin = stylesheets.origin(styles, number)
            assert origin is not None  # noqa: S101  # each stylesheet has its name
            path, line = origin
            faults.add(line, "stylesheet", *missing[family], path=path)
    faults.check()


def _named(styles: str) -> list[tuple[str, int]]:
    """Return the families that `styles` name, each with its line."""
    made_from = styles.encode()
    data = kept.load("named-families", made_from)
    if data is None:
        from communique.design.styles import families  # noqa: PLC0415  # slow, and kept

        data = json.dumps(families.named(styles)).encode()
        kept.store("named-families", made_from, data)
    return [(family, line) for family, line in json.loads(data)]


def _missing_anywhere(families: Iterable[str]) -> dict[str, Words]:
    """Return those `families` that no font has, whatever the language of the page is.

    What a language has from a package of the system is there, be it installed or not.
    """
    missing = _missing(families)
    if missing:
        files = [languages.load(tag).file for tag in languages.names()]
        every = [*files, *(file.in_type(serifs=False) for file in files)]
        packaged = {family for file in every if file.package for family in file.fonts}
        missing = {family: words for family, words in missing.items() if family not in packaged}
    return missing


def _without_regular(families: Iterable[str]) -> dict[str, Words]:
    """Return those `families` of the project that have none but bold and slanted fonts."""
    faces = _faces(templates.own_fonts())
    bold = {family for family, _ in faces} - {family for family, regular in faces if regular}
    instead = "put its Regular file beside the others in templates/fonts"
    return {
        family: (f"{family} has no Regular file, so all text would be bold or slanted", instead)
        for family in bold.intersection(families)
    }


def _missing(families: Iterable[str], package: tuple[Path, ...] = ()) -> dict[str, Words]:
    """Return those `families` that no font of ours, the project's and a `package` has."""
    known = {family for family, _ in _faces((*templates.fonts(), *package))}
    shown = sorted(known - {themes.HYPHEN})
    return {
        family: (f"there is no font called {family}", suggestion(family, shown))
        for family in families
        if family not in known
    }


def _faces(files: tuple[Path, ...]) -> frozenset[tuple[str, bool]]:
    """Return the families in font `files`, each with whether a font is neither bold nor slanted."""
    states = [(str(path), identity(str(path))) for path in files]
    made_from = repr(states).encode()
    data = kept.load("faces", made_from)
    if data is None:
        from communique.compose.fonts.contents import faces  # noqa: PLC0415  # slow, and kept

        data = json.dumps(sorted(set().union(*map(faces, files)))).encode()
        kept.store("faces", made_from, data)
    return frozenset((family, regular) for family, regular in json.loads(data))
