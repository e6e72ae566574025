"""1 read: a file becomes a Statement, or a list of all its faults with their lines."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from communique.account import account
from communique.content.running_heads import SECTION
from communique.design import dates, language, yaml_lines
from communique.design.validation import validate
from communique.model import abbreviations
from communique.model.characters import LINE_SEPARATORS, UNPRINTABLE
from communique.model.faults import DesignError, Faults, StatementError
from communique.model.statement import FrontMatter, Statement
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
    unfinished,
)
from communique.read.markdown.tables import likely_lines
from communique.read.values import contradictions, slips, unsettled
from communique.store import file_state

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    cleaning.check_signs(text, faults)
    head, head_line, body_text, body_line = front_matter.divided(text, faults)
    body_text = cleaning.with_spaces(body_text, body_line, faults)
    cleaning.check_entities(body_text, body_line, faults)
    body = markdown.parse(body_text, body_line, faults)
    mapping = yaml_lines.parse(head, head_line, faults)
    unsettled.check(mapping, faults)
    slug, tag = file_name.named(path, mapping, faults)
    matter = validate(FrontMatter, mapping, faults, partial(_date, tag)) if head else None
    contradictions.check_dates(mapping, faults)
    contradictions.check_status(mapping, faults)
    contradictions.check_theme(mapping, faults)
    controls.check(body, mapping, text, tag, faults)
    images, pictures = picture_files.read(path, body, faults)
    contradictions.check_languages(mapping, faults)
    contradictions.check_styled(mapping, faults)
    if matter:
        body = abbreviations.explained(body, matter.abbreviations)
    contradictions.check_abbreviations(body if matter else body_text, mapping, faults)
    faults.check()
    assert matter is not None  # noqa: S101  # without front matter there are faults
    likely_slips.check_dates(body, body_text, body_line, tag, faults)
    likely_slips.check_ends(body, body_text, body_line, faults)
    likely_slips.check_notes(body_text, body_line, faults)
    likely_lines.check(body, faults)
    likely_slips.check_months(body_text, body_line, tag, faults)
    if not matter.draft:
        unfinished.check(body_text, body_line, mapping, tag, faults)
    slips.check_kind(matter.kind, tag, mapping.line(("kind",)), faults)
    slips.check_values(mapping, faults)
    slips.check_issuers(matter, mapping, faults)
    body = _with_annexes(body, tag)
    if matter.numbered:
        body = body.numbered()
    lines = {str(place[0]): line for place, line in mapping.lines.items() if len(place) == 1}
    statement = Statement(path, slug, tag, matter, body, data, images, lines, files | pictures)
    for line, comment in account(statement).comments():
        wrong = f"every reader can open this comment, since the file is attached: {comment}"
        faults.remark(line, "front matter", wrong, "delete it before the PDF is handed on")
    expected = unfinished.BRACKETS if matter.draft else ""
    remarks = tuple(each for each in faults.remarks if each.key != expected)
    return replace(statement, remarks=remarks)


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


def _with_annexes(body: Body, tag: str) -> Body:
    """Return `body` with those of its sections marked that are annexes in the language `tag`.

    What the text begins with is none: there is nothing that it is annexed to.
    """
    try:
        begins_annex = language.load(tag).file.begins_annex
    except DesignError:
        return body  # that is told where the page is composed
    others = (
        replace(node, annex=node.level == SECTION and begins_annex(node.label))
        if node.kind == "heading"
        else node
        for node in body.children[1:]
    )
    return replace(body, children=(*body.children[:1], *others))


def _date(tag: str, written: str) -> str:
    """Return what to write for a date that is `written` otherwise, in the language `tag`."""
    return dates.instead(written, language.months(tag), language.months("en"))
