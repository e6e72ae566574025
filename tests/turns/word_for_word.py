"""Both versions of a page of changes, word for word and in order, from what poppler reads.

`struck` counts words. Here each block of a version has to stand in what is left of the tags as it
was written, without a gap, behind the block before it; between blocks there may be what the page
says itself, such as facts, numbers of notes and labels, and that has to be the same for both
versions. Spaces are left out, since words are divided at the ends of lines.

Poppler knows no tags of PDF 2.0 and leaves out what stands in them. So it is given a copy that
says which older tag each is like (ISO 32000-1, 14.7.3, RoleMap). And where a part of what it reads
is said otherwise (ActualText), it takes the end of that part for the end of all, unless it has a
number. So it gets one there; nothing else in the copy is changed.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING, Any

from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from communique.design import language as languages
from communique.model.body import BLOCKS
from tests.turns import struck

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from communique.model.body import Body, Node
    from communique.model.statement import Statement

#: The tags of PDF 2.0, and what older readers may take them for.
_OLDER = {"FENote": "Note", "Strong": "Span", "Em": "Span", "Title": "P", "Sub": "Span"}
#: How what is said otherwise begins, and how with a number that nothing else has.
_SAID, _NUMBERED = b"/Span <</ActualText", b"/Span <</MCID 999999/ActualText"
#: What a page may say where a note is called, as little as there is.
_CALL = r"[\d\[\](),*]*?"
_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
#: What runs from left to right in a line from right to left: words in other letters, and a number.
_WORD = r"[^\s\u0590-\u08ff]*[^\W\d_\u0590-\u08ff][^\s\u0590-\u08ff]*"
_FORTH = re.compile(rf"{_WORD}(?:\s+{_WORD})*|\d(?:[\d.,:/]*\d)?")
_BACK = re.compile(r"[\u0590-\u08ff]+(?:\s+[\u0590-\u08ff]+)*")
_NO_INK = re.compile("[\\s\u00ad]")
_NO_WORD = re.compile(r"[\W_]|[\u0591-\u05c7\u064b-\u0652\u0670]")
#: Pairs of words before and after what moved that are tried at most.
_MOST_MOVES = 20


def gaps(pdf: Path, versions: Sequence[Statement]) -> list[str]:
    """Return what poppler does not regain of the earlier and of the later version of a `pdf`."""
    labels = _labels(versions[0].language)
    texts = [labels.sub("", text) for text in struck.texts(with_older_tags(pdf))]
    found: list[str] = []
    left: list[Counter[str]] = []
    for version, gone in zip(versions, struck.KINDS, strict=True):
        streams = [struck.without([text], gone) for text in texts]
        backwards = bool(_RTL.search("".join(streams)))
        turned = _turned if languages.load(version.language).direction == "rtl" else _with_turned
        said = [_plain(_by_line(turned, stream), words=backwards) for stream in streams]
        rest, lost = _without_blocks(said, version.body, backwards=backwards)
        found += [f"{'later' if len(left) else 'earlier'} version: {each}" for each in lost]
        left.append(struck.letters(rest))
    return found or _differences(left, versions[0].language)


def with_older_tags(pdf: Path) -> Path:
    """Return the copy of a `pdf` beside it in which poppler knows the tags of PDF 2.0."""
    writer: Any = PdfWriter(clone_from=pdf)
    names = {NameObject(f"/{new}"): NameObject(f"/{old}") for new, old in _OLDER.items()}
    root = writer._root_object["/StructTreeRoot"].get_object()
    assert "/RoleMap" not in root
    root[NameObject("/RoleMap")] = DictionaryObject(names)
    for page in writer.pages:
        contents = DecodedStreamObject()
        contents.set_data(page.get_contents().get_data().replace(_SAID, _NUMBERED))
        page[NameObject("/Contents")] = writer._add_object(contents)
    copy = pdf.with_name(f"{pdf.stem}.older-tags.pdf")
    writer.write(copy)
    return copy


def _labels(language: str) -> re.Pattern[str]:
    """Return what is said behind a sign of what moved, in a text from left to right.

    It may stand within a paragraph: a part of that may have been one of its own, elsewhere.
    """
    words = languages.load(language).file.changes
    assert words
    here, away = map(_in_lines, (words.moved_here, words.moved_away))
    return re.compile(rf"(?<=\[\+)\s{here}|(?<=\[−)\s{away}")


def _in_lines(label: str) -> str:
    """Return the pattern of a label with any number, which may go on in the next line anywhere."""
    parts = (map(re.escape, _plain(part, words=False)) for part in label.split("{number}"))
    return r"\s*\d+\s*".join(map(r"\s*".join, parts))


def _differences(left: Sequence[Counter[str]], language: str) -> list[str]:
    """Return which letters that are none of a version are not there with both of them.

    Words before what moved stand in either.
    """
    words = languages.load(language).file.changes
    assert words
    here, away = (struck.letters(label) for label in (words.moved_here, words.moved_away))
    rests = [
        (left[0] + _times(here, moves), left[1] + _times(away, moves))
        for moves in range(_MOST_MOVES)
    ]
    if any(one == other for one, other in rests):
        return []
    one, other = left
    return [f"only with the earlier one: {one - other}, with the later one: {other - one}"]


def _times(letters: Counter[str], times: int) -> Counter[str]:
    return Counter({letter: number * times for letter, number in letters.items()})


def _without_blocks(said: list[str], body: Body, *, backwards: bool) -> tuple[str, list[str]]:
    """Return what is said beside the blocks of a version, and the blocks that are not found."""
    rest, lost = _after(said[0], _blocks(body.children), backwards=backwards)
    notes = list(said[1:])
    for note in body.notes:
        blocks = list(_blocks(note.children))
        tried = [_after(each, blocks, backwards=backwards) for each in notes]
        place = next((number for number, (_, gone) in enumerate(tried) if not gone), None)
        if place is None:
            lost += [f"note: {'…'.join(map(''.join, blocks))}"]
        else:
            rest += tried[place][0]
            del notes[place]
    return rest + "".join(notes), lost


def _after(
    said: str, blocks: Iterator[list[str]] | list[list[str]], *, backwards: bool
) -> tuple[str, list[str]]:
    """Return what is said beside these blocks, one after the other, and those that are not."""
    place, rest, lost = 0, "", []
    for parts in blocks:
        plain = [_plain(part, words=backwards) for part in parts]
        if not any(plain):
            continue
        found = re.compile(_CALL.join(map(re.escape, plain))).search(said, place)
        if found:
            rest += said[place : found.start()]
            place = found.end()
        else:
            lost.append("".join(parts))
    return rest + said[place:], lost


def _plain(text: str, *, words: bool) -> str:
    """Return a text without spaces and divisions, or its words alone."""
    return (_NO_WORD if words else _NO_INK).sub("", unicodedata.normalize("NFKC", text))


def _by_line(turned: Callable[[str], str], text: str) -> str:
    return "\n".join(map(turned, text.split("\n")))


def _turned(line: str) -> str:
    """Return a line from right to left, which poppler gives as it is seen, as it is read."""
    if not _RTL.search(line):
        return line
    return _FORTH.sub(lambda found: found[0][::-1], line[::-1])


def _with_turned(line: str) -> str:
    """Return a line from left to right with its words from right to left as they are read."""
    return _BACK.sub(lambda found: found[0][::-1], line)


def _blocks(nodes: Sequence[Node]) -> Iterator[list[str]]:
    """Yield what each block says that holds no blocks, in parts between the calls of notes."""
    for node in nodes:
        if node.children and node.children[0].kind in BLOCKS:
            yield from _blocks(node.children)
        else:
            yield "".join(_words(node)).split("\0")


def _words(node: Node) -> Iterator[str]:
    if node.kind == "image":
        return
    if node.kind == "call":
        yield "\0"
    elif node.kind != "figure":
        yield node.text
    for child in node.children:
        yield from _words(child)
