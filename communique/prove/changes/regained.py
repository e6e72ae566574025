"""Either version, regained from the texts of the page, beside what its statement says."""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from communique.content.expected import turn
from communique.content.text import Marks
from communique.content.texts import texts
from communique.prove.changes.signs import DELETED, INSERTED, TURN, Signs, Struck, whole
from communique.prove.lines import folded
from communique.prove.words import expected, short, spoken

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from communique.content.content import Content
    from communique.content.text import Inner, Text
    from communique.model.faults import Faults
    from communique.model.statement import Statement
    from communique.pdf_reading.reading import Reading

    Strike = Callable[[Text], Struck]

_LABEL, _FIGURE = "Lbl", "Figure"
_CHANGED = frozenset((INSERTED, DELETED))
#: What stands for a break without words, where it is one and where it was inserted or deleted.
_BREAK = "* * *"
_BREAKS = Marks(rule=_BREAK)
_NOT_DELIVERED = "nothing was delivered"


class Line(NamedTuple):
    """A text of a version: what it is, what it says, and its line in the source."""

    role: str
    words: str
    line: int = 0


def both_versions(content: Content, reading: Reading, faults: Faults) -> None:
    """Note where striking the deletions does not give one version, or the insertions the other."""
    if turn(content) == TURN and _has_all_texts(content, reading, faults):
        for alone in _alone(content):
            _note_losses(alone, _from_content(alone), faults)


def both_versions_in_text(content: Content, faults: Faults) -> None:
    """Do so for a plain text that says what `content` says, where signs alone tell the two."""
    if turn(content) == TURN:
        for alone in _alone(content):
            _note_losses(alone, _from_content(alone), faults)


def _alone(content: Content) -> Iterator[Content]:
    """Yield what a page says in each of its languages."""
    return (replace(content, versions=(version,)) for version in content.versions)


def _has_all_texts(content: Content, reading: Reading, faults: Faults) -> bool:
    """Tell whether the page has as many texts as are due; another rule has found their words there.

    Note each of which the tags lie on other words than the statement has them on.
    """
    wanted, blocks = expected(content, reading), spoken(reading)
    if len(wanted) != len(blocks):
        return False  # another rule says which differ
    for text, block in zip(wanted, blocks, strict=True):
        said = [piece.text for piece in block.pieces]
        if _tagged(block.inner, said) != _tagged(text.inner, text.words):
            wrong = f"{short(text.words)}: other words are tagged as inserted or deleted"
            faults.add(text.line, "changes", wrong, _NOT_DELIVERED, path=text.path)
    return True


def _from_content(content: Content) -> list[Text]:
    """Return the texts of the body as the content has them, and the breaks between them.

    Other rules have found their words on the page, and the breaks as lines that are drawn.
    """
    every = texts(content, marks=_BREAKS)
    return [text for text in every if text.of_body and folded(text.words)]


def _tagged(inner: Sequence[Inner], parts: Sequence[str]) -> list[tuple[str, int]]:
    """Return of each letter in these parts that is tagged as changed how, and its number."""
    found: dict[int, str] = {}
    for role, begin, end in inner:
        if role in _CHANGED:
            before, inside = (
                len(folded("".join(each)).replace(" ", ""))
                for each in (parts[:begin], parts[begin:end])
            )
            found |= dict.fromkeys(range(before, before + inside), role)
    return [(role, number) for number, role in sorted(found.items())]


def _note_losses(content: Content, read: Sequence[Text], faults: Faults) -> None:
    """Note where the texts that were `read` do not give either version once the other is struck."""
    how = content.versions[0].statement.turned
    if not read or not how or not how.earlier:
        return
    signs = Signs(content.versions[0].language)
    if wrong := [text for text in read if signs.struck(text, INSERTED) is None]:
        for text in wrong:
            said = f"{short(text.words)}: a sign of what was inserted or deleted is not in place"
            faults.add(text.line, "changes", said, _NOT_DELIVERED, path=text.path)
        return
    for gone, version, name in ((DELETED, how.original, "new"), (INSERTED, how.earlier, "earlier")):

        def strike(text: Text, gone: str = gone) -> Struck:
            return signs.struck(text, gone) or Struck((), ())

        found = list(_lines(read, strike, earlier=gone == INSERTED))
        wanted = list(_lines(_texts(content, version), whole, earlier=False))
        _compare(found, wanted, (version, name), faults)


def _texts(content: Content, version: Statement) -> list[Text]:
    """Return the texts of the body of one of the two versions."""
    own = replace(content.versions[0], statement=version)
    return _from_content(replace(content, versions=(own,)))


def _compare(
    found: Sequence[Line], wanted: Sequence[Line], version: tuple[Statement, str], faults: Faults
) -> None:
    """Note the first text in which what was found is not that version."""
    statement, name = version
    for there, due in zip_longest(found, wanted, fillvalue=Line("", "")):
        is_break = due.words == _BREAK  # a line, or a paragraph where it changed
        same_role = there.role == due.role or is_break or name == "earlier"  # so may headings be
        if there.words != due.words or not same_role:
            said = short(there.words) or "nothing"
            wrong = f"the {name} version is not regained: it says {short(due.words) or 'nothing'}"
            line = due.line or there.line
            full = f"{wrong}, and the page {said}"
            faults.add(line, "changes", full, _NOT_DELIVERED, path=statement.path)
            return


class _Part(NamedTuple):
    """A text with what is left of it."""

    text: Text
    left: Struck


def _lines(read: Sequence[Text], strike: Strike, *, earlier: bool) -> Iterator[Line]:
    """Yield what is left of the texts in reading order, then that of the notes by their calls.

    Notes are counted by their first calls, as each version does. The words that pictures have for
    those who do not see them, and labels of which nothing else is left, are none of it.
    """
    parts = [_Part(text, strike(text)) for text in read if text.role != _FIGURE]
    of_text = [part for part in parts if not part.text.note]
    left = list(_left(of_text, earlier=earlier))
    called = dict.fromkeys(number for part in left for number in part.left.calls)
    for number in called:
        label = len(left)
        own = [part for part in parts if part.text.note == number and not _is_of_note(part.text)]
        left += _left(own, earlier=earlier)
        if len(left) > label:
            left.insert(label, _Part(own[0].text, Struck(("\0",), ())))
    order = {number: place for place, number in enumerate(called, 1)}
    for part in left:
        calls = "".join(f" ({order.get(number, 0)})" for number in part.left.calls)
        yield Line(part.text.role, f"{part.left.words}{calls}", part.text.line)


def _is_of_note(text: Text) -> bool:
    """Tell whether a text is the number of a note."""
    return text.role == _LABEL and not text.points


def _left(parts: Sequence[_Part], *, earlier: bool) -> Iterator[_Part]:
    """Yield the parts of which something is left, labels with what they were in that version."""
    for place, part in enumerate(parts):
        if part.text.role != _LABEL:
            if part.left.words:
                yield part
            continue
        within = list(_within(parts, place))
        if any(each.left.words for each in within if each.text.role != _LABEL):
            former = next((each.left.former for each in within[:1]), "")
            if earlier and former:
                yield part._replace(left=Struck((former,), ()))
            else:
                yield part


def _within(parts: Sequence[_Part], place: int) -> Iterator[_Part]:
    """Yield what stands in the point whose label is at a place."""
    depth = parts[place].text.points
    for part in parts[place + 1 :]:
        is_next = part.text.role == _LABEL and part.text.points <= depth
        if is_next or part.text.points < depth:
            return
        yield part
