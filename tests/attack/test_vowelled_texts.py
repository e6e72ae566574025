"""Random words with marks of vowels: they are proven in all fonts, and every change is found.

A font moves marks, and letters for their sake; that may neither look like a space between words nor
hide one, and no mark may be lost.
"""

from __future__ import annotations

import random
import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from communique import prove
from communique.compose.page import compose
from communique.content.content import content_of
from communique.design import edition
from communique.model.faults import ProofError
from communique.read.source import read
from communique.typeset.engine import typeset
from tests.attack.sizes import size

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from communique.compose.page import Page

pytestmark = pytest.mark.attack

TEXTS = size(sample=2, whole=60)
_SHADDA = "\u0651"
#: Letters of Arabic, and what stands over and under them: nothing, one mark or two.
LETTERS = [chr(code) for code in (*range(0x621, 0x63B), *range(0x641, 0x64B))]
MARKS = ["", "\u0670", *map(chr, range(0x64B, 0x653))]
MARKS += [_SHADDA + chr(code) for code in range(0x64B, 0x651)]
#: Words of Hebrew: which points stand at which letters is not free there.
_HEBREW = """
בְּרֵאשִׁית בָּרָא אֱלֹהִים אֵת הַשָּׁמַיִם וְאֵת הָאָרֶץ וְהָאָרֶץ הָיְתָה תֹהוּ וָבֹהוּ וְחֹשֶׁךְ עַל פְּנֵי תְהוֹם וְרוּחַ מְרַחֶפֶת
הַמָּיִם וַיֹּאמֶר יְהִי אוֹר וַיַּרְא כִּי טוֹב וַיַּבְדֵּל בֵּין וַיִּקְרָא לָאוֹר יוֹם לָיְלָה עֶרֶב בֹקֶר אֶחָד רָקִיעַ בְּתוֹךְ מַבְדִּיל
נִעוּר חָקַק עִנְבֵי מִנְעָל נַעַר בָּעִיר תָּלוּי הִנְעִים שְׂפָתַיִם חֻקֵּיךָ צִיּוּן גָּדוֹל וַיִּתְעַצֵּב לְעָבְדָהּ וּלְשָׁמְרָהּ
"""
EDITIONS = ("standard", "clear-print", "large-print")
#: A word between two tags, and a mark.
_WORD = re.compile(r"[\u05b0-\u05ea\u0621-\u0652\u0670]{4,}(?=[^<>]*<)")
_MARK = re.compile(r"[\u05b0-\u05bc\u064b-\u0652\u0670]")


def words(rng: random.Random, language: str, count: int) -> str:
    """Return so many words, in Arabic of two to six letters that may be any."""
    return " ".join(
        "".join(rng.choice(LETTERS) + rng.choice(MARKS) for _ in range(rng.randint(2, 6)))
        if language == "ar"
        else rng.choice(_HEBREW.split())
        for _ in range(count)
    )


def composed(folder: Path, seed: int, language: str, kind: str) -> Page:
    """Return a page with random words in its title, its text, a heading and a running head."""
    rng = random.Random(seed)  # noqa: S311  # texts
    text = "\n\n".join(f"{words(rng, language, 30)} **{words(rng, language, 12)}**" for _ in "abc")
    path = folder / f"{seed}.{language}.md"
    head = f"---\ntitle: {words(rng, language, 3)}\nissued: 2026-03-12\n---\n\n"
    path.write_text(f"{head}{text}\n\n## {words(rng, language, 3)}\n\n{text}\n", "utf-8")
    return compose(content_of(read(path), edition.load(kind)))


def told(page: Page) -> list[str]:
    """Return what the proof says of a page, each fault as "key: what is wrong"."""
    try:
        prove.prove(page.content, typeset(page).pdf)
    except ProofError as error:
        return [f"{fault.key}: {fault.wrong}" for fault in error.faults]
    return []


@pytest.mark.parametrize("language", ["ar", "he"])
def test_words_with_marks_are_proven(
    tmp_path: Path, say: Callable[[str], None], language: str
) -> None:
    refused: dict[str, list[str]] = {}
    for seed in range(TEXTS):
        for kind in EDITIONS:
            if wrong := told(composed(tmp_path, seed, language, kind)):
                refused[f"{seed} ({kind})"] = wrong
    say(f"texts with marks ({language}): {3 * TEXTS - len(refused)} proven, {len(refused)} refused")
    assert refused == {}


def spoilt(word: str, rng: random.Random) -> str:
    """Return a word that has lost a mark, or has a space in it."""
    marks = [match.start() for match in _MARK.finditer(word)]
    if marks and rng.random() < 0.5:
        place = rng.choice(marks)
        return word[:place] + word[place + 1 :]
    places = [n for n in range(1, len(word)) if not _MARK.match(word[n])]
    place = rng.choice(places or [len(word)])
    return f"{word[:place]} {word[place:]}"


@pytest.mark.parametrize("language", ["ar", "he"])
def test_a_lost_mark_and_an_added_space_are_found(
    tmp_path: Path, say: Callable[[str], None], language: str
) -> None:
    missed: list[str] = []
    for seed in range(TEXTS):
        rng = random.Random(seed)  # noqa: S311  # changes
        for kind in EDITIONS:
            page = composed(tmp_path, seed, language, kind)
            found = [match for match in _WORD.finditer(page.html) if match.start() > _start(page)]
            word = rng.choice(found)
            changed = spoilt(word[0], rng)
            html = f"{page.html[: word.start()]}{changed}{page.html[word.end() :]}"
            if not told(replace(page, html=html)):
                missed.append(f"{seed} ({kind}): {word[0]} as {changed}")
    say(f"lost marks and added spaces ({language}): {3 * TEXTS - len(missed)} found")
    assert missed == []


def _start(page: Page) -> int:
    return page.html.index("<main")
