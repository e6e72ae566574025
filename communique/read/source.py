"""1 read: a file becomes a Statement, or a list of all its faults with their lines."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import normalize

from pydantic_core import PydanticCustomError

from communique.account import account
from communique.design import language, theme, yaml_lines
from communique.design.validation import suggestion, validate
from communique.model.characters import LINE_SEPARATORS, UNPRINTABLE
from communique.model.faults import Faults, StatementError
from communique.model.statement import FrontMatter, Statement, earlier
from communique.model.values import moment
from communique.read import (
    cleaning,
    controls,
    encoded_twice,
    file_kinds,
    file_name,
    front_matter,
    likely_slips,
    markdown,
    picture_files,
)
from communique.store import file_state

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from communique.model.body import Body
    from communique.store.file_state import FileStates

#: Nobody writes a longer statement: 2 MB are some 700 pages.
MAX_BYTES = 2_000_000
#: What Python makes of bytes that are not UTF-8 (PEP 383).
_ESCAPED = re.compile("[\udc80-\udcff]+")
_LINE_SEPARATORS = re.compile(f"[{LINE_SEPARATORS}]")


def read(path: Path, data: bytes | None = None) -> Statement:
    """Return the statement in the file `path`; where `data` are given, it is read from these.

    Raises `StatementError` with every fault of the file, each with its line and what to write
    instead, or else with the first place of which the account of the source finds nothing in it.
    """
    file_name.check(path)
    faults = Faults(path)
    files: FileStates = {}
    if data is None:
        data = _bytes(path, files, faults)
    _check_that_it_is_text(data, path, faults)
    text = _decoded(data, faults)
    encoded_twice.check(text, faults)
    text = cleaning.without_invisible(text, faults)
    head, head_line, body_text, body_line = front_matter.divided(text, faults)
    body_text = cleaning.with_spaces(body_text, body_line, faults)
    cleaning.check_entities(body_text, body_line, faults)
    body = markdown.parse(body_text, body_line, faults)
    mapping = yaml_lines.parse(head, head_line, faults)
    matter = validate(FrontMatter, mapping, faults) if head else None
    slug, tag = file_name.named(path, mapping, faults)
    _check_dates(mapping, faults)
    _check_theme(mapping, faults)
    controls.check(body, mapping, text, tag, faults)
    images, pictures = picture_files.read(path, body, faults)
    _check_languages(mapping, faults)
    _check_styled(mapping, faults)
    if matter:
        body = body.explained(matter.abbreviations)
    _check_abbreviations(body if matter else body_text, mapping, faults)
    faults.check()
    assert matter is not None  # noqa: S101  # without front matter there are faults
    likely_slips.check_dates(body, body_text, body_line, tag, faults)
    likely_slips.check_notes(body_text, body_line, faults)
    likely_slips.check_kind(matter.kind, tag, mapping.line(("kind",)), faults)
    likely_slips.check_values(mapping, faults)
    likely_slips.check_issuers(matter, mapping, faults)
    if matter.numbered:
        body = body.numbered()
    lines = {str(place[0]): line for place, line in mapping.lines.items() if len(place) == 1}
    statement = Statement(path, slug, tag, matter, body, data, images, lines, files | pictures)
    for line, comment in account(statement).comments():
        wrong = f"every reader can open this comment, since the file is attached: {comment}"
        faults.remark(line, "front matter", wrong, "delete it before the PDF is handed on")
    return replace(statement, remarks=faults.remarks)


def _bytes(path: Path, files: FileStates, faults: Faults) -> bytes:
    """Return the bytes of the file, and note in `files` what it was when they were read.

    There are more than `MAX_BYTES` only where it has more. Raises `StatementError` where it cannot
    be read.
    """
    try:
        data, identity = file_state.read(str(path), MAX_BYTES)
    except OSError as error:
        faults.add(1, "file", *file_kinds.unreadable(path, error))
        raise StatementError(faults) from None
    files[str(path)] = identity, file_state.hashed(data)
    return data


def _check_that_it_is_text(data: bytes, path: Path, faults: Faults) -> None:
    """Raise `StatementError` with one fault where looking for others in the file is no use."""
    if kind := file_kinds.no_text(data, path.name):
        faults.add(1, "file", *kind)
    elif len(data) > MAX_BYTES:
        wrong = f"it has more than {MAX_BYTES} bytes"
        faults.add(1, "file", wrong, "split it into parts")
    faults.check()


def _decoded(data: bytes, faults: Faults) -> str:
    """Return the text of `data` (UTF-8, a byte-order mark allowed) with bare line feeds."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = _newlines(data[: error.start].decode("latin-1")).count("\n") + 1
        shown = " ".join(f"{byte:02x}" for byte in data[error.start : error.end])
        wrong = f"the bytes {shown} are not UTF-8{_in_windows(data, error)}"
        faults.add(line, "file", wrong, "save the file as UTF-8")
        text = data.decode("utf-8-sig", errors="surrogateescape")
        text = _ESCAPED.sub(_from_windows, text)  # so that what is found further on is true
    text = _newlines(text)
    for line, match in _found(UNPRINTABLE, text):
        wrong = f"the character U+{ord(match[0]):04X} cannot be printed"
        faults.add(line, "file", wrong, "delete it, or type again what stood there")
    for line, match in _found(_LINE_SEPARATORS, text):
        wrong = f"a line ends in a way of word processors (U+{ord(match[0]):04X})"
        faults.add(line, "file", wrong, "write a line end of your editor in its place")
    return UNPRINTABLE.sub("", text)


def _found(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, re.Match[str]]]:
    """Yield each match of a `pattern` with its line: there may be a million of them."""
    line, place = 1, 0
    for match in pattern.finditer(text):
        line += text.count("\n", place, (place := match.start()))
        yield line, match


def _in_windows(data: bytes, error: UnicodeDecodeError) -> str:
    """Return what a single byte that is not UTF-8 is in Windows-1252, in brackets, or nothing.

    The WHATWG's Encoding Standard reads files that are called Latin-1 as that, too.
    """
    if error.end - error.start > 1 or data[error.end : error.end + 1] > b"\x7f":
        return ""  # it is a part of what was UTF-8
    shown = data[error.start : error.end].decode("cp1252", errors="ignore")
    return f" ({shown} in Windows-1252)" if shown.strip() else ""


def _from_windows(match: re.Match[str]) -> str:
    """Return what bytes that are not UTF-8 likely are, and ¿, no mark, where nobody knows."""
    written = match[0].encode("ascii", errors="surrogateescape")
    return written.decode("cp1252", errors="replace").replace("\ufffd", "¿")


def _newlines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _check_dates(mapping: yaml_lines.Mapping, faults: Faults) -> None:
    """Refuse an update before the issue; whether each is a date is said elsewhere."""
    values = [mapping.values.get(key) for key in ("issued", "updated")]
    try:
        issued, updated = [moment(value) for value in values if value is not None]
    except (PydanticCustomError, ValueError):
        return
    if earlier(updated, issued):
        wrong = f"{values[1]} is before issued, {values[0]}"
        faults.add(mapping.line(("updated",)), "updated", wrong, "correct one of the two dates")


def _check_theme(mapping: yaml_lines.Mapping, faults: Faults) -> None:
    name = mapping.values.get("theme")
    if isinstance(name, str) and name and name not in theme.names():
        hint = suggestion(name, theme.names())
        faults.add(mapping.line(("theme",)), "theme", f"there is no theme {name}", hint)


def _check_languages(mapping: yaml_lines.Mapping, faults: Faults) -> None:
    """Refuse a phrase whose own language is none."""
    for place, tag in _phrase_languages(mapping.values, ()):
        if not language.is_tag(tag):
            wrong = f"{tag} is not the tag of a language"
            hint = f"write {language.known_hint(tag)}"
            faults.add(mapping.line(place), yaml_lines.dotted(place), wrong, hint)


def _check_styled(mapping: yaml_lines.Mapping, faults: Faults) -> None:
    """Refuse names of the by-line where none is composed of them: they would not be printed."""
    issuers, byline = mapping.values.get("issuers"), mapping.values.get("byline")
    if not isinstance(issuers, list) or not all(isinstance(issuer, dict) for issuer in issuers):
        return
    styled = [index for index, issuer in enumerate(issuers) if "styled" in issuer]
    if not styled or (len(styled) == len(issuers) and not byline):
        return
    if byline:
        wrong, instead = "it is not printed, since byline is given", "leave one of the two out"
    else:
        wrong = "it is not printed, since another issuer has none"
        instead = "give one to each issuer, or to none"
    for index in styled:
        place = ("issuers", index, "styled")
        faults.add(mapping.line(place), yaml_lines.dotted(place), wrong, instead)


def _check_abbreviations(body: Body | str, mapping: yaml_lines.Mapping, faults: Faults) -> None:
    """Refuse an abbreviation that the text does not have: it would be mistyped somewhere.

    The text may be given as it is written, where the abbreviations could not be looked for in it.
    """
    if isinstance(body, str):
        found: Container[str] = normalize("NFC", body)
    else:
        nodes = (node.text.strip() for node in body.walk() if node.kind == "abbreviation")
        found = {normalize("NFC", text) for text in nodes}
    abbreviations = mapping.values.get("abbreviations")
    for short in abbreviations if isinstance(abbreviations, dict) else ():
        if normalize("NFC", short) not in found:
            place = ("abbreviations", short)
            wrong, instead = "it is not in the text", "correct it, or leave it out"
            faults.add(mapping.line(place), yaml_lines.dotted(place), wrong, instead)


def _phrase_languages(
    value: yaml_lines.Value | dict[str, yaml_lines.Value], place: yaml_lines.Place
) -> Iterator[tuple[yaml_lines.Place, str]]:
    """Yield the language that each phrase in `value` says of itself, with its place."""
    if isinstance(value, dict):
        own = value.get("language")
        if place and "text" in value and getattr(own, "means", "") == "text" and own:
            yield (*place, "language"), str(own)
        for key, inner in value.items():
            if not place and key == "abbreviations":
                continue  # they may be called like keys
            yield from _phrase_languages(inner, (*place, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _phrase_languages(inner, (*place, index))
