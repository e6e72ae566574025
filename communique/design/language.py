"""Labels, patterns, dates, lists, names and direction of a language.

What the CLDR knows (dates, lists, names, direction) comes from there; what only this product
needs (labels, patterns) stands in ``templates/languages/<tag>.yaml``, one file a language.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import TYPE_CHECKING
from unicodedata import normalize

from babel import Locale
from babel.core import get_global

from communique.design import dates, templates, yaml_lines
from communique.design.validation import validate
from communique.design.wording import OPTIONAL_N, LanguageFile, luxembourgish_and
from communique.design.writing import hyphenation
from communique.design.writing.bindings import NONE
from communique.design.writing.figures import SYSTEMS, Figures
from communique.design.writing.tags import TAG, locale_of, parted
from communique.model.faults import DesignError, Faults
from communique.store.paths import from_here

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime
    from pathlib import Path

    from communique.design.wording import Labels
    from communique.design.writing.bindings import Bindings


@dataclass(frozen=True)
class Language:
    """How one language names, joins, dates and directs things."""

    tag: str
    file: LanguageFile
    locale: Locale

    def in_type(self, *, serifs: bool) -> Language:
        """Return this as it is where type has `serifs`, or has none."""
        return replace(self, file=self.file.in_type(serifs=serifs))

    @property
    def labels(self) -> Labels:
        """The words that the page adds."""
        return self.file.labels

    @cached_property
    def name(self) -> str:
        """The language's name in itself."""
        return self.file.name or self.locale.get_display_name(self.locale) or self.tag

    @cached_property
    def direction(self) -> str:
        """Return ``ltr`` or ``rtl`` (CLDR, layout)."""
        return str(self.locale.text_direction)

    @cached_property
    def arabic(self) -> bool:
        """Whether it is written in the Arabic script (CLDR, likely subtags)."""
        return _is_arabic(self.locale)

    @cached_property
    def figures(self) -> Figures:
        """The figures of the page's own numbers: those that its tag asks for, or of the CLDR."""
        system = parted(self.tag)[1] or str(self.locale.default_numbering_system)
        return SYSTEMS.get(system, Figures())

    @property
    def files(self) -> tuple[str, ...]:
        """The files that it is made of, and their folder: a new one there may be nearer to it."""
        fonts = self.file.package.found() if self.file.package else ()
        path = file_of(self.tag)
        return (f"{path.parent}/", *map(str, filter(None, (path, self.hyphenation, *fonts))))

    @property
    def hyphenation(self) -> Path | None:
        """The file with the patterns by which its words are divided, if the templates have one."""
        return hyphenation.find(resolve(self.tag) or self.tag)

    def kind(self, kind: str) -> str:
        """Return a known kind of document in this language, another one as it is written."""
        return self.file.kinds.get(normalize("NFC", kind.strip().lower()), kind)

    def join(self, items: Iterable[str]) -> str:
        """Return the items as a list in a sentence (CLDR, standard list pattern)."""
        from babel.lists import format_list  # noqa: PLC0415  # most statements need no list

        names = list(items)
        joined = str(
            format_list([f"\0{index}\0" for index in range(len(names))], locale=self.locale)
        )
        joined = OPTIONAL_N.sub(lambda match: luxembourgish_and(names[int(match[1])]), joined)
        return re.sub(r"\0(\d+)\0", lambda match: names[int(match[1])], joined)

    @property
    def months(self) -> tuple[str, ...]:
        """The names of the months as they stand in a date (CLDR)."""
        return _months(self.locale)

    @property
    def day_pattern(self) -> str:
        """How a day is written: y, M and d are its parts, what is quoted is words (CLDR, long)."""
        return dates.pattern(self.locale)

    def day(self, moment: date) -> str:
        """Return the day of a date, or of a date and time, written out (CLDR, long)."""
        return self.figures.written(dates.day(moment, self.locale, self.file.first_day))

    def moment(self, moment: date | datetime) -> str:
        """Return a date, or date and time with its zone if it has one (CLDR, long and short)."""
        return self.figures.written(dates.moment(moment, self.locale, self.file.first_day))

    def byline(self, issuers: Iterable[str], event: str | None) -> str:
        """Return the by-line that names the issuers and, if there is one, the event."""
        names = self.join(issuers)
        if event:
            return self.file.byline.format(issuers=names, event=event)
        return self.file.byline_without_event.format(issuers=names)

    def folio(self, page: str, pages: str) -> str:
        """Return "Page 2 of 5"."""
        return self.file.page.format(page=page, pages=pages)


def names() -> list[str]:
    """Return the tags of all languages there are files for, in alphabetical order."""
    return templates.names("languages", ".yaml")


def resolve(tag: str) -> str | None:
    """Return the tag of the language file for `tag`, or None where there is none.

    The nearest is found: its own, that of the same language in its likely script (CLDR, likely
    subtags: ``zh`` is ``zh-Hans``), that of the language alone; Norwegian is Bokmål.
    """
    tag = parted(tag)[0]
    language_, *rest = tag.split("-")
    subtags = get_global("likely_subtags")
    likely = str(subtags.get(tag.replace("-", "_")) or subtags.get(language_, "")).split("_")
    scripts = [part for part in rest if len(part) == len("Hans")] or likely[1:2]
    macro = {"no": "nb"}.get(language_, language_)
    tags = (tag, *(f"{language_}-{script}" for script in scripts), macro)
    return next((found for found in tags if templates.find(_file(found))), None)


@templates.remembered
def load(tag: str) -> Language:
    """Return the language `tag`; raises `DesignError` where its file is at fault."""
    path = file_of(tag)
    faults = Faults(from_here(path), DesignError)
    mapping = yaml_lines.parse(templates.text(path), 1, faults)
    file = validate(LanguageFile, mapping, faults)
    own = locale_of(tag) if parted(tag)[0] != path.stem else None
    locale = own or locale_of((file.locale if file else None) or path.stem)
    if locale is None:
        faults.add(
            mapping.line(("locale",)),
            "locale",
            "no such locale is known to the CLDR",
            "name another",
        )
    faults.check()
    assert file is not None  # noqa: S101  # without a file there are faults
    assert locale is not None  # noqa: S101
    return Language(tag, file, locale)


def file_of(tag: str) -> Path:
    """Return the file of the language `tag`."""
    return templates.path(_file(resolve(tag) or tag))


def _file(tag: str) -> str:
    return f"languages/{tag}.yaml"


def is_tag(tag: str) -> bool:
    """Tell whether `tag` is a language of BCP 47: well-formed, of known language and region.

    A language is known to the CLDR or has a file here, as Montenegrin, ``cnr``.
    """
    tag, system = parted(tag)
    match = TAG.match(tag)
    if match is None or (system and system not in SYSTEMS):
        return False
    language, script, region = (match[part] for part in ("language", "script", "region"))
    known = language.lower() in names() or language.lower() in _languages()
    return (
        known
        and (not script or script.title() in Locale("en").scripts)
        and (not region or region.upper() in Locale("en").territories)
    )


def direction(tag: str) -> str:
    """Return ``rtl`` for a language written from right to left (CLDR, layout), else ``ltr``."""
    locale = locale_of(tag) or locale_of(tag.split("-", maxsplit=1)[0])
    return str(locale.text_direction) if locale else "ltr"


def is_arabic(tag: str) -> bool:
    """Tell whether a language is written in the Arabic script (CLDR, likely subtags)."""
    locale = locale_of(tag) or locale_of(tag.split("-", maxsplit=1)[0])
    return locale is not None and _is_arabic(locale)


def months(tag: str) -> tuple[str, ...]:
    """Return the names of the months in the language `tag`, none where the CLDR has none."""
    locale = locale_of(tag)
    return _months(locale) if locale else ()


def bindings(tag: str) -> Bindings:
    """Return the words of the language `tag` between which no line ends, none without a file."""
    return load(tag).file.bind if resolve(tag) else NONE


def english_name(tag: str) -> str:
    """Return the English name of the language `tag`, or the tag where the CLDR has none."""
    locale = locale_of(tag)
    name = Locale("en").languages.get(tag.replace("-", "_"))
    if name is None and locale and locale.language == tag.split("-", maxsplit=1)[0]:
        name = locale.get_display_name("en")
    if name is None and tag in names():
        name = load(tag).file.english
    return str(name or tag)


@cache
def _languages() -> frozenset[str]:
    """Return the language subtags that the CLDR knows by name or by their likely script."""
    likely = (str(key).split("_")[0] for key in get_global("likely_subtags"))
    return frozenset(likely) | frozenset(str(code).split("_")[0] for code in Locale("en").languages)


def _is_arabic(locale: Locale) -> bool:
    likely = str(get_global("likely_subtags").get(locale.language, ""))
    return "Arab" in (locale.script or likely)


def _months(locale: Locale) -> tuple[str, ...]:
    return tuple(locale.months["format"]["wide"].values())
