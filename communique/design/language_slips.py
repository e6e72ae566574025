"""What was likely meant where the tag of a language belongs, as the CLDR has it."""

from __future__ import annotations

from babel import Locale, localedata
from babel.core import get_global

from communique.design import language


def meant(word: str) -> str:
    """Return the tag that was meant by a `word` that is none, or nothing.

    It may be the English name of a language, its code of three letters (ISO 639-2: ``ger`` and
    ``deu`` are ``de``), or the code of a country that has one: ``jp`` is ``ja``. The CLDR gives
    none for countries that write English: ``gb`` is ``en-GB``.
    """
    english = {str(name).lower(): code for code, name in Locale("en").languages.items()}
    aliases = get_global("language_aliases") if len(word) == len("deu") else {}
    if code := english.get(word.lower()) or aliases.get(word.lower()):
        return str(code).replace("_", "-")
    likely = _likely(f"und_{word.upper()}")[0]
    english_there = len(word) == len("gb") and localedata.exists(f"en_{word.upper()}")
    return likely or (f"en-{word.upper()}" if english_there else "")


def at_home(country: str) -> str:
    """Return the tag of the language that is at home in a `country`, if it has a file, or nothing.

    It is there that most people write it (CLDR, likely subtags): ``se`` is the code of Sweden, and
    that of Northern Sami, too. French is not at home in Gabon, whose code is that of Irish.
    """
    tag = _likely(f"und_{country.upper()}")[0]
    is_home = _likely(tag)[-1] == country.upper()
    return tag if is_home and language.resolve(tag) else ""


def known_hint(tag: str) -> str:
    """Return what to write instead of `tag`, which is no language."""
    return meant(tag) or "a tag such as en, fr or pt-BR; the verb list names those with a file"


def _likely(tag: str) -> list[str]:
    """Return language, script and region that a tag of the CLDR likely has, or one empty part."""
    return str(get_global("likely_subtags").get(tag, "")).split("_")
