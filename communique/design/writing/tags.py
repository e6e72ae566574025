"""The tags of languages (BCP 47), in their parts."""

from __future__ import annotations

import re

from babel import Locale, UnknownLocaleError

#: RFC 5646, section 2.1: language, script, region, variants; no private use, and no extension but
#: the one for figures.
TAG = re.compile(
    r"(?P<language>[a-z]{2,3})(?:-(?P<script>[a-z]{4}))?(?:-(?P<region>[a-z]{2}|\d{3}))?"
    r"(?P<variants>(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*)\Z",
    re.IGNORECASE,
)
#: The extension with which a tag says how its numbers are written (UTS 35, part 1, nu).
_EXTENSION = re.compile(r"-u-nu-(?P<system>[a-z]{4,8})\Z", re.IGNORECASE)


def parted(tag: str) -> tuple[str, str]:
    """Return a tag without its system of numbering, and that, or nothing where it names none."""
    match = _EXTENSION.search(tag)
    return (tag[: match.start()], match["system"].lower()) if match else (tag, "")


def locale_of(tag: str) -> Locale | None:
    """Return the locale of the CLDR for a tag, or None where it has none."""
    try:
        return Locale.parse(parted(tag)[0], sep="-")
    except (UnknownLocaleError, ValueError):
        return None


def territory(name: str, tag: str) -> str | None:
    """Return the code of the country or region that is called `name` in the language `tag` (CLDR).

    That is None where none is called so.
    """
    locale = locale_of(tag)
    every = locale.territories.items() if locale else ()
    return next((str(code) for code, own in every if own.lower() == name.lower()), None)
