"""Checks ``communique.yaml``, where it was not found right before."""

from __future__ import annotations

from pathlib import Path, PurePath
from typing import Any

from communique.design import edition, language, language_slips, yaml_lines
from communique.design.validation import suggestion, validate
from communique.model.faults import Faults, SettingsError
from communique.model.values import Model, Tag, canonical
from communique.outputs import OUTPUTS
from communique.store import places

_TWO = 2
_ALL = "all"


class SettingsFile(Model):
    """The keys of ``communique.yaml``."""

    editions: tuple[str, ...] = ()
    """The editions that are built, or ``all``."""
    languages: tuple[Tag, ...] = ()
    """The two languages of a parallel edition, the left one first."""
    outputs: tuple[str, ...] = ()
    """What is made, see ``build --output``."""
    out: str | None = None
    """The folder for what is made, in the project's folder."""


def checked(data: bytes) -> dict[str, Any]:
    """Return the settings that the bytes of the project's file are; those not given are left out.

    Raises `SettingsError` with all faults, each with its line.
    """
    faults = Faults(Path(places.project(), places.SETTINGS), SettingsError)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        faults.add(1, "file", "it is not UTF-8", "save it as UTF-8")
        text = ""
    mapping = yaml_lines.parse(text, 1, faults)
    file = validate(SettingsFile, mapping, faults)
    _check_editions(_words(mapping, "editions"), mapping, faults)
    _check_languages(_words(mapping, "languages"), mapping, faults)
    _check_outputs(_words(mapping, "outputs"), mapping, faults)
    out = mapping.values.get("out")
    _check_out(str(out) if getattr(out, "means", "") == "text" else None, mapping, faults)
    faults.check()
    assert file is not None  # noqa: S101  # without a file there are faults
    return file.model_dump(exclude_none=True)


def _words(mapping: yaml_lines.Mapping, key: str) -> tuple[str, ...]:
    """Return the list that the file has for `key`, or nothing where it has none of words."""
    value = mapping.values.get(key)
    well = isinstance(value, list) and all(getattr(each, "means", "") == "text" for each in value)
    return tuple(map(str, value)) if well and value else ()


def _check_editions(names: tuple[str, ...], mapping: yaml_lines.Mapping, faults: Faults) -> None:
    known = [*edition.names(), _ALL]
    for number, name in enumerate(names):
        if name not in known:
            place = ("editions", number)
            wrong = f"there is no edition {name}"
            faults.add(mapping.line(place), "editions", wrong, suggestion(name, known))


def _check_languages(tags: tuple[str, ...], mapping: yaml_lines.Mapping, faults: Faults) -> None:
    for number, tag in enumerate(tags):
        if not language.is_tag(tag):
            wrong = f"{mapping.at(('languages', number))} is not the tag of a language"
            hint = f"write {language_slips.known_hint(tag)}"
            faults.add(mapping.line(("languages", number)), "languages", wrong, hint)
    if tags and len(set(map(canonical, tags))) != _TWO:
        line = mapping.line(("languages",))
        faults.add(line, "languages", "they are not two", "write two, as in [en, fr]")


def _check_outputs(names: tuple[str, ...], mapping: yaml_lines.Mapping, faults: Faults) -> None:
    for number, name in enumerate(names):
        if name not in OUTPUTS:
            line = mapping.line(("outputs", number))
            faults.add(line, "outputs", f"there is no output {name}", suggestion(name, [*OUTPUTS]))


def _check_out(out: str | None, mapping: yaml_lines.Mapping, faults: Faults) -> None:
    path = PurePath(out or ".")
    if out is not None and (path.is_absolute() or path.drive or ".." in path.parts or not out):
        wrong = f"{out or 'it'} is not a folder inside the project"
        faults.add(mapping.line(("out",)), "out", wrong, "name one in it, or use --out")
    elif path.parts and path.parts[0].casefold() in places.WRITTEN:  # `Source` may be the same
        folder, holds = path.parts[0], places.WRITTEN[path.parts[0].casefold()]
        wrong = f"PDFs cannot be written to {folder}/, which holds {holds}"
        faults.add(mapping.line(("out",)), "out", wrong, "write another folder, such as out")
