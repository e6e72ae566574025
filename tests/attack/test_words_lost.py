"""No word of a text is lost, doubled or moved on the way from its file to the statement."""

from __future__ import annotations

import random
import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest

from communique.model.faults import StatementError
from communique.model.values import Model
from communique.read.source import read
from tests.attack.marked_front import Front
from tests.attack.marked_text import Text
from tests.attack.sizes import size
from tests.samples import png

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from communique.model.body import Node
    from communique.model.statement import Statement

pytestmark = pytest.mark.attack

TEXTS = size(sample=500, whole=25_000)
_NUMBER = re.compile(r"\d{5}")
#: Why a text may be refused that has marks out of place.
_RIGHT = re.compile(
    r"file: a line ends in a way of word processors"
    r"|text: (?:raw HTML is not used here|every reader could open this comment)"
    r"|text: a character that nobody sees .* (?:is not ended|ends nothing|puts words)"
    r"|text: the two asterisks of .* are opened and not closed"
    r"|text: there are more [*_] |text: the [*_]+ (?:in|after) .* is printed"
    r"|link: the [*_]+ behind .* is not printed"
    r"|(?:link|image): .* is not a whole (?:link|picture)"
    r"|link: the address of .* is defined but never used"  # what called it is no link any more
    r"|footnote: the note .* is (?:called but has no text|called inside a note|never called)"
    r"|footnote: the note .* (?:holds more than paragraphs|begins with a list|has no text)"
    r"|footnote: the note .* is written twice|footnote: .* is not the note .* which is called"
    r"|image: .* (?:has no text for those|is said with a link, a note or)"
    r"|heading: (?:the title is the only|a space is missing|.* a level is skipped|it has no words)"
    r"|(?:list|table|text|heading|quotation): .* stands directly under"
    r"|list: (?:this point has no words|.* is indented, and yet no point)"
    r"|table: (?:the line of hyphens|the line under the first row|this row has)"
    r"|table: .* draws no table here",
    re.DOTALL,
)


def written(seed: int) -> tuple[str, list[int], Text]:
    """Return a file as one of many editors would save it, and the numbers of its words, in order.

    Those of the front matter come first.
    """
    rng = random.Random(seed)  # noqa: S311  # the same every time is the point
    text = Text(rng)
    head = Front(rng, text).write()
    front, text.said = text.said, []
    whole = head + rng.choice(("", "\n", "\n\n")) + text.write()
    whole = unicodedata.normalize(rng.choice(("NFC", "NFC", "NFD")), whole)
    whole = whole.replace("\n", rng.choice(("\n", "\n", "\r\n", "\r")))
    return rng.choice(("", "", "\ufeff")) + whole, front, text


def numbers(text: str) -> list[int]:
    """Return the numbers in a text, in order."""
    return [int(number) for number in _NUMBER.findall(text)]


def values(value: Any) -> Iterator[str]:
    """Yield every text of the front matter."""
    match value:
        case str():
            yield value
        case Model():
            for key in type(value).model_fields:
                yield from values(getattr(value, key))
        case tuple():
            for each in value:
                yield from values(each)


def said(nodes: Iterable[Node]) -> list[int]:
    """Return the numbers of the words that `nodes` say, in order."""
    return numbers(" ".join(node.text for part in nodes for node in part.walk()))


def lost(statement: Statement, front: list[int], text: Text) -> str:
    """Return what is not in a statement as it was written, or nothing.

    A mark out of place may end a note, or begin a link: then no word is where it was meant to be.
    """
    body = statement.body
    if Counter(front) != Counter(numbers(" ".join(values(statement.matter)))):
        return "a value"
    if text.wild:
        written = [*text.said, *(each for _, note in text.notes.values() for each in note)]
        found = said((*body.children, *(block for note in body.notes for block in note.children)))
        return "" if set(written) <= set(found) else "a word"
    if said(body.children) != text.said:
        return "a word"
    notes = {tuple(numbers) for _, numbers in text.notes.values()}
    if {tuple(said(note.children)) for note in body.notes} != notes:
        return "a note"
    targets = Counter(numbers(" ".join(node.target for node in body.walk())))
    return "" if targets == Counter(text.targets) else "an address"


def test_a_text_is_read_whole_or_refused_for_a_reason_that_is_right(
    tmp_path: Path, say: Callable[[str], None]
) -> None:
    (tmp_path / "p.png").write_bytes(png())
    path = tmp_path / "meeting.en.md"
    refused = wild = words = 0
    for seed in range(TEXTS):
        whole, front, text = written(seed)
        wild += text.wild
        try:
            statement = read(path, whole.encode())
        except StatementError as error:
            refused += 1
            wrong = [f"{fault.key}: {fault.wrong}" for fault in error.faults]
            assert text.wild, (seed, wrong)  # the others have nothing that is out of place
            assert [each for each in wrong if not _RIGHT.match(each)] == [], seed
            continue
        words += len(front) + len(text.said)
        assert not lost(statement, front, text), (seed, lost(statement, front, text))
    say(
        f"{TEXTS} texts, {wild} of them with marks that are out of place: {words} words read and "
        f"none lost, {refused} refused ({100 * refused / TEXTS:.1f} %), each for a mark that is"
    )
