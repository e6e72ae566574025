"""The page of languages says of each what its files say, and what was measured."""

from __future__ import annotations

import re

import pyphen
import pytest

from communique.design import language
from communique.typeset.lines import hyphenation
from tests.docs.pages import LANGUAGES, plain, table
from tests.samples import ROOT
from tests.typeset.test_divided_words import LISTS, measured

TAGS = language.names()
#: What stands above the words that are bound, or above the line after them.
_COMMENT = r"((?:# .*\n)+){}:"
_NONE = "–"


def cells() -> dict[str, list[str]]:
    return {plain(row[0]): row for row in table(LANGUAGES, "## Language by language")}


def test_every_language_has_a_row() -> None:
    assert list(cells()) == TAGS


@pytest.mark.parametrize("tag", TAGS)
def test_what_is_said_of_hyphenation_is_what_is_measured(tag: str) -> None:
    assert cells()[tag][2] == hyphenated(tag)


def hyphenated(tag: str) -> str:
    """Return what the page says of the patterns of a language."""
    own = language.load(tag).hyphenation
    hyphenation.use([(tag, own)])
    if not pyphen.language_fallback(tag):
        return "none"
    whose = "ours" if own else "Pyphen’s"
    lists = [path for path in LISTS if path.stem == tag]
    if not lists:
        return f"{whose}; not measured"
    words, wrong, found, places = measured(lists[0])
    return f"{whose}; {words} words, {len(wrong) or 'none'} wrong, {found} of {places} places"


@pytest.mark.parametrize("tag", TAGS)
def test_the_sources_of_rules_are_those_of_the_file(tag: str) -> None:
    assert cells()[tag][3] == source(tag, "bind")
    assert cells()[tag][4] == source(tag, "hyphen_repeated")


def source(tag: str, key: str) -> str:
    """Return what the comment above a key of the file of a language says."""
    text = (ROOT / f"templates/languages/{tag}.yaml").read_text("utf-8")
    found = re.search(_COMMENT.format(key), text)
    return re.sub(r"\s*\n?# ", " ", found[1]).strip() if found else _NONE


@pytest.mark.parametrize("tag", TAGS)
def test_what_labels_were_compared_with_is_said_and_what_was_not(tag: str) -> None:
    assert cells()[tag][5].endswith("unchecked")


@pytest.mark.parametrize("tag", TAGS)
def test_the_fonts_are_those_of_the_file(tag: str) -> None:
    file = language.load(tag).file
    families = ", ".join(file.fonts) or _NONE
    package = f" (`{file.package.name}`)" if file.package else ""
    sans = f"; without serifs {', '.join(file.sans.fonts)}" if file.sans else ""
    assert cells()[tag][6] == families + package + sans
