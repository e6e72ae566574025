"""The head of a corrigendum: its own front matter, and the fact that names what it corrects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.model.values import Phrase

if TYPE_CHECKING:
    from communique.design.language import Language
    from communique.design.writing.corrections import Corrections
    from communique.model.statement import FrontMatter


def matter(new: FrontMatter, old: FrontMatter, called: str) -> FrontMatter:
    """Return the front matter of the corrigendum: parties and titles of the text that it corrects.

    Its day is that on which the text was corrected; it is `called` what the language says.
    """
    symbol = f"{old.symbol}/Corr.{new.corrigendum or 1}" if old.symbol else None
    return new.model_copy(
        update={
            "title": old.title,
            "subtitle": old.subtitle,
            "kind": Phrase(text=called),
            "issued": new.updated if new.updated != old.updated else None,
            "updated": None,
            "place": None,
            "event": None,
            "issuers": tuple(by.model_copy(update={"styled": None}) for by in old.issuers),
            "byline": Phrase(text="none") if old.issuers else None,
            "symbol": symbol,
            "signatures": None,
            "editors": (),
            "abbreviations": {},
            "contents": False,
            "numbered": False,
        }
    )


def called(matter: FrontMatter, language: Language, says: Corrections) -> str:
    """Return what the corrigendum is called, by its number from the second one on."""
    number = matter.corrigendum or 1
    return says.further.format(number=language.figures.written(number)) if number > 1 else says.kind


def corrects(
    earlier: FrontMatter, language: Language, says: Corrections
) -> tuple[tuple[str, str], ...]:
    """Return the fact that names the text that is corrected, by its symbol and its day."""
    last = earlier.updated or earlier.issued
    day = language.day(last) if last else None
    named = [part for part in (earlier.symbol, day) if part]
    if language.direction == "rtl":
        named.reverse()  # figures after a symbol in Latin letters would run with it
    return ((says.corrects, language.file.comma.join(named)),) if named else ()
