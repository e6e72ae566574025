"""The front matter of the earlier version: what is no longer so is told among the facts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from communique.content.fields import PLACES, Place
from communique.content.status import expected as stated
from communique.prove.changes.signs import TURN
from communique.prove.fields import values
from communique.prove.lines import folded
from communique.prove.words import expected

if TYPE_CHECKING:
    from communique.content.content import Content
    from communique.design.language import Language
    from communique.model.faults import Faults
    from communique.pdf_reading.reading import Reading

_PRINTED = frozenset((Place.PAGE, Place.EITHER))
#: What is said of them together in a line.
_STATUS = ("draft.version", "draft.at", "embargo")


def values_told(content: Content, reading: Reading, faults: Faults) -> None:
    """Note each printed value of the earlier version that neither stands nor is told."""
    how, language = content.versions[0].statement.turned, content.versions[0].language
    if how is None or how.name != TURN or how.earlier is None:
        return
    page = [folded(text.words) for text in expected(content, reading) if not text.of_body]
    now = {(key, str(value)) for key, value in values(how.original.matter)}
    was = stated.line(replace(content.versions[0], statement=how.earlier))
    for key, value in values(how.earlier.matter):
        gone = PLACES[key] in _PRINTED and (key, str(value)) not in now
        shown = was if key in _STATUS else _shown(key, value, language)
        if gone and not any(folded(shown) in words for words in page):
            line = how.earlier.line(key.partition(".")[0])
            wrong = f"{value} is no longer so, and that is not told"
            faults.add(line, key, wrong, "nothing was delivered", path=how.earlier.path)


def _shown(key: str, value: object, language: Language) -> str:
    if isinstance(value, date):
        return language.moment(value)
    if key == "authenticity":
        return str(getattr(language.file.authenticity, str(value)))
    return language.kind(str(value)) if key == "kind" else str(value)
