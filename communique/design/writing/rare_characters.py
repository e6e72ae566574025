"""Characters that fonts of themes may lack, and what they are set in."""

from __future__ import annotations

import re
import unicodedata
from html import unescape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from communique.design.language import Language
    from communique.design.writing.fallback_fonts import FallbackFont

#: What fonts of themes have: Latin, Greek, Cyrillic, Hebrew, Arabic, punctuation, the euro.
_USUAL = re.compile("[\0-\u017f\u0300-\u052f\u0590-\u06ff\u2000-\u2042\u2044-\u205f\u20ac]+")


def fonts(
    sources: Iterable[bytes], languages: Iterable[Language], *, serifs: bool
) -> tuple[FallbackFont, ...]:
    """Return the fonts for the rare characters of statements, however these are written.

    They have `serifs`, or have none where there are such for the script. What is not installed is
    left out, and what is of a package of one of the `languages`.
    """
    text = "".join(source.decode("utf-8", "replace") for source in sources)
    rare = set(_USUAL.sub("", unescape(text) if "&" in text else text))
    if not rare:
        return ()
    from communique.design.writing.fallback_fonts import installed  # noqa: PLC0415  # slow, and rare

    return installed(rare, languages, serifs=serifs)


def remedy(character: str) -> str:
    """Return what to do about a character that no font of a page has."""
    from communique.design.writing.fallback_fonts import package  # noqa: PLC0415  # slow, and rare

    is_sign = unicodedata.category(character) == "So"  # emoji are, and others that show a thing
    other = f"write {'words' if is_sign else 'another character'}, or add a font to the theme"
    missing = package(character)
    return f"install {missing}, or {other}" if missing else other
