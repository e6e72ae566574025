"""The name of a statement's file, and the language that it or the front matter says."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

from communique.design import language, language_slips
from communique.model.characters import LINE_SEPARATORS, UNPRINTABLE
from communique.model.faults import Faults, StatementError
from communique.model.values import canonical
from communique.store import places
from communique.store.naming import SUFFIX

if TYPE_CHECKING:
    from communique.design.yaml_lines import Mapping

#: A name whose last part, in letters, may have been meant as a language.
_PARTS = re.compile(r"(?P<slug>.+)(?P<mark>[._-])(?P<tail>[^\W\d_]{2,})")
#: A language with more behind it, as in a second download of a file: ``meeting.en (1)``.
_GOES_ON = re.compile(r"(?P<slug>.+)\.(?P<tag>[a-zA-Z]{2,3}(?:-[a-zA-Z]{2,4})?)(?P<rest>[ _(].*)")
#: A language with its script or country behind another mark than a hyphen.
_UNDERSCORE = re.compile(r"[a-zA-Z]{2,3}(?:[_-][a-zA-Z]{4})?(?:[_-](?:[a-zA-Z]{2}|[0-9]{3}))?")
_SHORT = 2
#: What no line of a message can show of a name; a line end would make two lines of it.
_UNSHOWN = re.compile(f"[\\t\\n\\r{LINE_SEPARATORS}]|{UNPRINTABLE.pattern}")


def check(path: Path) -> None:
    """Raise `StatementError` where no line of a message can show the name of the file."""
    if _UNSHOWN.search(str(path)):
        faults = Faults(Path(places.printable(str(path))))
        faults.add(1, "file", "its name cannot be printed", "give it another name")
        raise StatementError(faults)


def named(path: Path, mapping: Mapping, faults: Faults) -> tuple[str, str]:
    """Return slug and language (BCP 47) from the file's name and from its front matter.

    What is wrong with either, or missing in both, is noted in `faults`; the language is then empty.
    """
    stem = path.name.removesuffix(SUFFIX)
    if stem == path.name:
        stem = path.stem  # where endings are hidden it becomes .md.txt
        stem = stem[: -len(SUFFIX)] if stem.lower().endswith(SUFFIX) else stem
        meant, tag, _ = (*_divided(stem), "") if _divided(stem)[1] else _meant(stem)
        name = f"{meant}.{tag or 'en'}{SUFFIX}"
        hint = f"rename it {name}" if tag else f"name it {name}, for example"
        faults.add(1, "file", f"a statement's name ends in {SUFFIX}", hint)
    slug, in_name = _divided(stem)
    if not slug.strip(". "):
        hint = f"name it meeting.{in_name or 'en'}{SUFFIX}, for example"
        faults.add(1, "file", "its name has nothing before the language", hint)
    line = mapping.line(("language",))
    written = mapping.values.get("language")
    given = str(written) if getattr(written, "means", "") == "text" else ""
    if given and not language.is_tag(given):
        hint = f"write {language_slips.known_hint(given)}"
        faults.add(line, "language", f"{given} is not the tag of a language", hint)
        given = language_slips.meant(given)
    elif given and in_name and canonical(given) != canonical(in_name):
        wrong = f"it is {given}, and the file's name says {in_name}"
        faults.add(line, "language", wrong, "correct one of the two")
    if not in_name:
        _check_that_it_is_said(path, stem, given, mapping, faults)
    tag = canonical(in_name or given)
    if tag and not language.resolve(tag):
        wrong = f"{language.english_name(tag)} ({tag}) has no language file"
        hint = f"add templates/languages/{tag}.yaml, or choose one that the verb list names"
        if home := language_slips.at_home(tag):
            country = f"if it is in {language.english_name(home)}"
            where = f"name the file {slug}.{home}{SUFFIX}" if in_name else f"write {home}"
            hint = f"{where} {country}; or else {hint}"
        faults.add(line, "language", wrong, hint)
    return slug, tag


def _check_that_it_is_said(
    path: Path, stem: str, given: str, mapping: Mapping, faults: Faults
) -> None:
    """Note that a name without a language has to say it: in ``source``, or where nothing does."""
    in_source = str(path.parent.resolve()) == f"{places.project()}{os.sep}source"
    slug, tag, tail = _meant(stem)
    file = f"name the file {slug}.{canonical(given) or tag or 'en'}{SUFFIX}"
    if given or (in_source and "language" in mapping.values):
        if in_source:
            wrong = "in source/ the file's name has to give the language"
            faults.add(1, "file", wrong, file)
        return
    if "language" in mapping.values:
        return  # it is empty, or no tag, which is said
    wrong = f"{tail} is not the tag of a language" if tail else "it is not given"
    if in_source:
        instead = file if tag else f"{file}, if it is in English"
    else:
        instead = f"{file}, or write language: {tag or 'en'}"
    faults.add(mapping.line(("language",)), "language", wrong, instead)


def _divided(stem: str) -> tuple[str, str]:
    """Return a name without its ending as slug and language; that is empty if it says none."""
    slug, dot, tail = stem.rpartition(".")
    return (slug, tail) if dot and language.is_tag(tail) else (stem, "")


def _meant(stem: str) -> tuple[str, str, str]:
    """Return slug and language that a name was meant to say, and the part that is no language.

    It is said in another place, as in ``meeting_fr`` and ``meeting.fr (1)``, in other words, as in
    ``meeting.jp`` or ``meeting.english``, or with another mark, as in ``meeting.en_US``. What is
    not found is empty.
    """
    before, _, last = stem.rpartition(".")
    if (
        before
        and "_" in last
        and _UNDERSCORE.fullmatch(last)
        and language.is_tag(last.replace("_", "-"))
    ):
        return before, last.replace("_", "-"), last
    match = _GOES_ON.fullmatch(stem)
    if match and language.is_tag(match["tag"]) and language.resolve(match["tag"]):
        return match["slug"] + match["rest"], match["tag"], ""
    match = _PARTS.fullmatch(stem)
    if not match:
        return *_further_inside(stem), ""
    slug, mark, tail = match.group("slug", "mark", "tail")
    if mark == ".":
        tag = language_slips.meant(tail)
        if tag:
            return slug, tag, tail
        return (slug, "", tail) if len(tail) == _SHORT else (*_further_inside(stem), "")
    known = len(tail) == _SHORT and language.is_tag(tail) and language.resolve(tail)
    return (slug, tail, "") if known else (stem, "", "")


def _further_inside(stem: str) -> tuple[str, str]:
    """Return slug and language of a name like ``meeting.en.v2``; the latter is empty if none is."""
    before, _, last = stem.rpartition(".")
    slug, tag = _divided(before)
    return (f"{slug}.{last}", tag) if tag and language.resolve(tag) else (stem, "")
