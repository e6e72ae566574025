"""Word in: a file of Word becomes a statement, and is proven against a second reading of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import category, normalize

from communique.design import language
from communique.model.faults import Faults, StatementError
from communique.read import markdown
from communique.word import guesses, likely_fields, margins, note_numbers, settling, signing
from communique.word.found import Findings
from communique.word.reading import initials
from communique.word.reading.blocks import Reader
from communique.word.reading.package import Package, W
from communique.word.reading.revisions import PARAGRAPH, open_changes, resolve
from communique.word.second import reading as second
from communique.word.writing import front_matter
from communique.word.writing.text import Writer

if TYPE_CHECKING:
    from lxml import etree

_AGAIN = "open it in Word and save it again"
#: Marks that belong to letters (Unicode, 4.5), as in हिन्दी.
_MARKS = ("Mn", "Mc")
_NOTES = ("footnotes", "endnotes")


@dataclass(frozen=True, slots=True)
class Imported:
    """A statement that was made of a Word file."""

    slug: str
    language: str
    text: str
    """The statement, as it stands in its file."""
    pictures: dict[str, bytes]
    """The pictures beside it, by the names of their files."""
    to_settle: tuple[str, ...]
    """What its author has to settle before it can be built."""
    told: tuple[str, ...]
    """What was cleaned, guessed or left."""

    @property
    def name(self) -> str:
        """The name of its file."""
        return f"{self.slug}.{self.language}.md"


def imported(path: Path, tag: str = "", *, accept: bool | None = None) -> Imported:
    """Return the statement that the Word file at `path` has.

    It is in the language `tag`, or in that which Word has for most of its letters. `accept` says
    what becomes of its tracked changes; None refuses a file with any. Raises `StatementError` with
    all that cannot be imported, each with the number of its paragraph.
    """
    try:
        return _imported(path, tag, accept=accept)
    except (
        ArithmeticError,
        AttributeError,
        LookupError,
        RecursionError,
        TypeError,
        ValueError,
    ) as error:
        faults = Faults(path)  # most such files break the standard of Word's files
        wrong = f"it cannot be read to its end ({type(error).__name__}: {error})"
        faults.add(1, "file", wrong, _AGAIN)
        raise StatementError(faults) from error


def _imported(path: Path, tag: str, *, accept: bool | None) -> Imported:
    findings = Findings(Faults(path))
    package = Package(path)
    document = package.document()
    for number, paragraph in enumerate(document.iter(f"{W}p"), start=1):
        paragraph.set(PARAGRAPH, str(number))
    notes = {kind[:-1]: part for kind in _NOTES if (part := package.part(kind)) is not None}
    _look_at_changes((document, *notes.values()), accept, findings)
    for part in (document, *notes.values()):
        initials.join(part)
    text = Reader(package, document, notes, findings).read()
    margins.look(package, findings)
    if text.notes:
        note_numbers.look(package, document, findings)
    findings.faults.check()
    word_tag = guesses.main_language(text)
    tag = tag or guesses.file_tag(word_tag)
    guesses.check_script(text, tag, findings)
    guessed = guesses.front_matter(text, tag, findings)
    likely_fields.look(guessed.blocks, tag, guessed.values, findings)
    text = replace(text, blocks=guessed.blocks)
    signatures = signing.taken(text, tag, findings)
    slug = _slug(path)
    names = [f"{slug}-{place}{each.suffix}" for place, each in enumerate(text.pictures, start=1)]
    for place, (name, picture) in enumerate(zip(names, text.pictures, strict=True)):
        if not picture.description:
            findings.settle(0, f"{name} has no description: write what it shows in the brackets")
            described = picture._replace(description=f"picture {place + 1}")
            text.pictures[place] = described
    body = Writer(text, word_tag, names, findings).written()
    pictures = {name: each.data for name, each in zip(names, text.pictures, strict=True)}
    said = second.read(path, accept=accept is not False)
    read_back = markdown.parse(body, 1, Faults(path))
    for line in settling.differences(read_back, said, _front(guessed, tag), signatures.said):
        findings.settle(0, line)
    whole = front_matter.written(
        guessed.values, findings.to_settle, signatures.signatories, signed=signatures.signed
    )
    told = [f"{key} was found: {value}" for key, value in guessed.values.items()]
    told.append("issuers are never guessed: write them")
    told += [
        f"{what} ({count} times)" if count > 1 else what for what, count in findings.told.items()
    ]
    return Imported(slug, tag, whole + body, pictures, tuple(findings.to_settle), tuple(told))


def _front(guessed: guesses.Guessed, tag: str) -> list[str]:
    """Return the paragraphs of the Word file that stand above the text now."""
    values = guessed.values
    found = [values.get(key, "") for key in ("title", "subtitle")]
    if kind := values.get("kind"):
        found.append(language.load(tag).kind(kind))
    if issued := values.get("issued"):
        day = language.load(tag).day(date.fromisoformat(issued))
        found.append(f"{values.get('place', '')}{guessed.before_day} {day}".lstrip())
    return [each for each in found if each]


def _look_at_changes(
    parts: tuple[etree._Element, ...], accept: bool | None, findings: Findings
) -> None:
    for part in parts:
        for change in open_changes(part) if accept is None else ():
            who, when = change.author or "somebody", change.date[:10]
            wrong = (
                f"{who} {change.kind}{f' on {when}' if when else ''}, still open: {change.words}"
            )
            instead = "decide on it in Word, or add --accept or --reject"
            findings.faults.add(max(1, change.paragraph), "change", wrong, instead)
        resolve(part, accept=accept is not False)


def _slug(path: Path) -> str:
    """Return the name of a file as a part of ours: in small letters, with hyphens."""
    plain = normalize("NFC", path.stem).lower()
    kept = "".join(sign if sign.isalnum() or category(sign) in _MARKS else "-" for sign in plain)
    return re.sub("-+", "-", kept).strip("-") or "statement"
