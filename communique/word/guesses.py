"""What a Word file says about its statement: language, title, subtitle, kind and date.

Only what is certain is taken out of the text: a style that says so, words that are a known kind of
document, and a date that the page prints in just these words.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple, TypeGuard
from unicodedata import name, normalize

from communique.design import dates, language
from communique.model.faults import DesignError
from communique.word.found import Paragraph

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.word.found import Block, Findings, Text

_DATE = re.compile(r"write (\d{4}-\d\d-\d\d)")
#: What stands before a date in one line with it.
_PLACE = re.compile(r"(?P<place>[^\d,،，、]{2,40})(?P<comma>[,،] |[，、] ?)(?P<date>.*\d.*)")
#: A date and a kind are looked for in so many paragraphs from the first on.
_NEAR = 6
_LONGEST_TITLE = 250
_LONGEST_LINE = 100
"""Characters of a date with its place, or of a kind."""
_UNKNOWN = "en"
_ENDS = (".", ":", ";", "?", "!", "。", "：", "؟", "।")
"""How a sentence ends."""


class Guessed(NamedTuple):
    """What stands above the text, as keys and values; and the blocks that are left for the text."""

    values: dict[str, str]
    blocks: list[Block]
    before_day: str = ""
    """What stood before the date, and behind its place: a comma, and ``le``."""


def main_language(text: Text) -> str:
    """Return the language that most letters of a text are in (BCP 47), by Word; English if none."""
    letters: Counter[str] = Counter()
    for paragraph in text.paragraphs():
        for piece in paragraph.pieces:
            if piece.kind == "text":
                letters[piece.language] += sum(map(str.isalpha, piece.text))
    del letters[""]
    return max(letters, key=lambda tag: letters[tag], default=_UNKNOWN)


def check_script(text: Text, tag: str, findings: Findings) -> None:
    """Note where the letters of a text are not those that its language `tag` is written in."""
    try:
        own = language.load(tag).months
    except DesignError:
        return
    found = _script("".join(paragraph.words for paragraph in text.paragraphs()))
    if found != _script("".join(own)) and found:
        wrong = f"Word has this text as {tag}, but its letters are {found}"
        findings.settle(0, f"{wrong}: import it again with --language")


def _script(words: str) -> str:
    """Return the script that most letters of `words` are in, as Unicode names it: Latin."""
    scripts = Counter(name(each, "").split(" ")[0] for each in words if each.isalpha())
    return scripts.most_common(1)[0][0].capitalize() if scripts else ""


def file_tag(tag: str) -> str:
    """Return the language of a file of ours for a tag of Word: ``en`` for ``en-GB``.

    A region stays where there is a file for it, and the script of Chinese.
    """
    known = language.resolve(tag)
    return known or tag.partition("-")[0]


def front_matter(text: Text, tag: str, findings: Findings) -> Guessed:
    """Return what is known of a `text` in the language `tag`, and the text that is left."""
    blocks, values = list(text.blocks), dict[str, str]()
    _look_at_titles(blocks[:_NEAR], findings)
    title = _taken(blocks, "title") or _first_heading(blocks) or _first_line(blocks, findings)
    if title:
        values["title"] = title
    if subtitle := _taken(blocks, "subtitle"):
        values["subtitle"] = subtitle
    guessed = _with_kind_and_date(values, blocks, tag, findings)
    _look_at_moved(text.blocks, guessed.blocks, findings)
    if text.contents:
        values["contents"] = "true"
    return guessed


def _with_kind_and_date(
    values: dict[str, str], blocks: list[Block], tag: str, findings: Findings
) -> Guessed:
    """Add kind and date to the `values`, and take them out of the `blocks`.

    What stands below words that stay may belong to these, and is to be settled.
    """
    try:
        own = language.load(tag)
    except DesignError:
        return Guessed(values, blocks)
    before_day, stays = "", False
    for block in takewhile(_is_short, blocks[:_NEAR]):
        if not _is_plain(block):
            stays = True
            continue
        if "kind" not in values and (kind := _kind(block.words, own)):
            values["kind"] = kind
        elif "issued" not in values and (dated := _dated(block.words, own)):
            before_day, found = dated
            values |= found
        else:
            stays = True
            continue
        if stays:
            taken = "the front matter has this now, which stands below other words in Word"
            findings.settle(block.number, f"{taken}: {block.words}")
        blocks.remove(block)
    return Guessed(values, blocks, before_day)


def _look_at_moved(before: Sequence[Block], left: Sequence[Block], findings: Findings) -> None:
    """Note what stood above a title or subtitle that was taken, and begins the text now."""
    kept = {id(block) for block in left}
    titles = (
        at
        for at, each in enumerate(before)
        if id(each) not in kept and isinstance(each, Paragraph) and (each.heading or each.style)
    )
    last = max(titles, default=0)
    for block in before[:last]:
        if id(block) in kept:
            said = _words(block) if isinstance(block, Paragraph) else "a table"
            findings.settle(block.number, f"in Word this is above the title, here below: {said}")


def _is_short(block: Block) -> bool:
    """Tell whether a block may still stand above a text: no heading, no table, not long."""
    return isinstance(block, Paragraph) and not block.heading and len(block.words) <= _LONGEST_LINE


def _is_sentence(block: Block) -> bool:
    """Tell whether a block is no line above a title, but the text itself: it ends as one does."""
    return not _is_short(block) or block.words.endswith(_ENDS)  # type: ignore[union-attr]


def _look_at_titles(blocks: Sequence[Block], findings: Findings) -> None:
    """Note pictures and calls of notes in titles: what stands above a text has words alone."""
    for block in blocks:
        if isinstance(block, Paragraph) and block.style in ("title", "subtitle"):
            for kind in {each.kind for each in block.pieces} & {"note", "picture"}:
                findings.settle(block.number, f"a {kind} stands in a title: put it into the text")


def _taken(blocks: list[Block], style: str) -> str:
    """Take the first paragraphs of a `style` that follow one another; return their words."""
    found: list[Block] = []
    for block in blocks[:_NEAR]:
        if isinstance(block, Paragraph) and block.style == style:
            found.append(block)
        elif found:
            break
    for block in found:
        blocks.remove(block)
    return " ".join(_words(block) for block in found if isinstance(block, Paragraph))


def _first_heading(blocks: list[Block]) -> str:
    """Take the heading that a text begins with, maybe below its kind and date; return its words.

    One below a sentence is that of a part.
    """
    for block in blocks[:_NEAR]:
        if isinstance(block, Paragraph) and block.heading and not block.label:
            blocks.remove(block)
            return _words(block)
        if _is_sentence(block):
            break
    return ""


def _first_line(blocks: list[Block], findings: Findings) -> str:
    """Take the first paragraph; return its words, with which there may be something to settle."""
    first = next((each for each in blocks if isinstance(each, Paragraph) and each.words), None)
    if first is None or len(first.words) > _LONGEST_TITLE:
        findings.settle(0, "the title is missing: write it in place of Untitled")
        return "Untitled"
    findings.settle(first.number, f"this was taken for the title: {first.words}")
    blocks.remove(first)
    return _words(first)


def _words(block: Paragraph) -> str:
    return f"{block.label} {block.words}".strip()


def _is_plain(block: Block) -> TypeGuard[Paragraph]:
    """Tell whether a block is words alone, without a number or a note."""
    if not isinstance(block, Paragraph) or block.label or block.heading or block.style:
        return False
    return all(each.kind == "text" for each in block.pieces)


def _kind(words: str, own: language.Language) -> str:
    """Return the known kind of document that a paragraph is, or nothing."""
    said = normalize("NFC", words).casefold().strip(" :")
    every = {name.casefold(): kind for kind, name in own.file.kinds.items()}
    return every.get(said, "")


def _dated(words: str, own: language.Language) -> tuple[str, dict[str, str]] | None:
    """Return the date, and the place before it, that a paragraph is made of, or None.

    First comes what stands before the day: the comma behind the place, and a word.
    """
    match = _PLACE.fullmatch(words)
    whole = ("", "", words)
    for place, comma, written in (whole, match.group("place", "comma", "date") if match else whole):
        word, _, rest = written.partition(" ")
        before, day = (word, rest) if word in own.file.before_day else ("", written)
        found = _DATE.fullmatch(dates.instead(day, own.months).partition(":")[0])
        if found and own.day(date.fromisoformat(found[1])) == day:
            return comma + before, {"issued": found[1]} | ({"place": place} if place else {})
    return None
