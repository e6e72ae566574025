"""The front matter of the earlier version: what is no longer so is told among the facts."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from communique.content.fields import PLACES, Place
from communique.content.status import expected as stated
from communique.prove.changes.facts import Facts
from communique.prove.fields import values
from communique.prove.lines import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.content.content import Content, Version
    from communique.design.language import Language
    from communique.model.faults import Faults
    from communique.model.statement import Statement
    from communique.pdf_reading.reading import Reading

_PRINTED = frozenset((Place.PAGE, Place.EITHER))
#: What is said of a draft or an embargo is told together; that it was signed, in one word.
_STATUS, _SIGNED = frozenset(("draft", "embargo")), "signatures.signed"
#: Of these a fact has several values, or parts of them.
_SEVERAL = frozenset(("issuers", "signatures", "editors"))
_NOTHING = "nothing was delivered"


def title_told(content: Content, reading: Reading | None, faults: Faults) -> None:
    """Note where what stands over the title is not since which version the changes are."""
    for found in Facts.every(content, reading):
        name = _named(found.earlier, found.later, found.language)
        due = found.words.since.replace("{version}", name)
        if folded(found.said) != folded(due):
            wrong = f"over the title stands {found.said or 'nothing'}, and not {due}"
            later = found.later
            faults.add(later.line("title"), "changes", wrong, _NOTHING, path=later.path)


def _named(earlier: Statement, later: Statement, language: Language) -> str:
    """Return what an earlier version is called: by its draft, or its last day, or its file."""
    was, now = earlier.matter, later.matter
    if was.draft and (not now.draft or now.draft.version != was.draft.version):
        number = language.figures.written(was.draft.version)
        return language.file.status.draft.replace("{version}", number)
    last = was.updated or was.issued
    return earlier.path.name if last in (None, now.updated or now.issued) else language.moment(last)


def values_told(content: Content, reading: Reading | None, faults: Faults) -> None:
    """Note each printed value that is no longer so, or is new, and is not told as a whole.

    And facts that tell of what did not change.
    """
    for found in Facts.every(content, reading):
        _note_untold(found, faults)


def _note_untold(found: Facts, faults: Faults) -> None:
    """Do so for the facts of one version."""
    was, now = (
        {(key, str(value)): value for key, value in _printed(each)} for each in found.versions
    )
    for key, name in sorted(was.keys() - now.keys()):
        field = key.partition(".")[0]
        shown = _shown(key, was[key, name], found.language)
        if not _is_told(found, field, shown):
            line, path = found.earlier.line(field), found.earlier.path
            wrong = f"{name} is no longer so, and that is not told"
            faults.add(line, key, wrong, _NOTHING, path=path)
    known = {key for key, _ in was}
    for key, name in sorted(now.keys() - was.keys()):
        field = key.partition(".")[0]
        said = found.of_field(field)
        is_first = key not in known and field not in _SEVERAL | _STATUS
        if not said or (is_first and said != folded(found.words.not_before)):
            line, path = found.later.line(field), found.later.path
            faults.add(line, key, f"{name} is new, and that is not told", _NOTHING, path=path)
    _note_others(found, faults)


def _printed(version: Version) -> Iterator[tuple[str, object]]:
    """Yield the values of a version that are printed, by their keys."""
    if status := stated.key(version):
        yield status, stated.line(version)
    for key, value in values(version.statement.matter):
        is_status = key.partition(".")[0] in _STATUS
        if (PLACES[key] in _PRINTED and not is_status) or (key == _SIGNED and value):
            yield key, value


def _is_told(found: Facts, field: str, shown: str) -> bool:
    """Tell whether the fact of a field says what it was, all of it."""
    said = found.of_field(field)
    if field not in _SEVERAL:
        return said == folded(found.words.formerly.replace("{value}", shown))
    before, after = (folded(part) for part in found.words.formerly.split("{value}"))
    value, ends = folded(shown), (found.language.file.comma.strip(), "·")
    place = said.find(value)
    while place >= 0:
        head, tail = said[:place].rstrip(), said[place + len(value) :].lstrip()
        begins = not head or head.endswith((*ends, before or ends[0]))
        if begins and (not tail or tail.startswith((*ends, after or ends[0]))):
            return True
        place = said.find(value, place + 1)
    return False


def _note_others(found: Facts, faults: Faults) -> None:
    """Note facts of what did not change, and what changed without a fact, as an order does."""
    fields = type(found.later.matter).model_fields
    for field in filter(is_printed, fields):
        alike = [each for each in filter(is_printed, fields) if found.due(each) == found.due(field)]
        changed = any(found.differs(each) for each in alike)
        if bool(found.of_field(field)) != changed:
            told = "it changed, and no fact tells" if changed else "a fact tells of a change"
            line, path = found.later.line(field), found.later.path
            faults.add(line, field, told, _NOTHING, path=path)


def is_printed(field: str) -> bool:
    """Tell whether a field of the front matter has values that stand on the page."""
    return any(key.partition(".")[0] == field and PLACES[key] in _PRINTED for key in PLACES)


def _shown(key: str, value: object, language: Language) -> str:
    if key == _SIGNED:
        return language.labels.signed
    if isinstance(value, date):
        return language.moment(value)
    if key == "authenticity":
        return str(getattr(language.file.authenticity, str(value)))
    return language.kind(str(value)) if key == "kind" else str(value)
