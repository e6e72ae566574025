"""Forms: what words have besides their letters, where a correction is carried out by hand.

Words that stay keep what they have; those that take the place of others get what all of these have
in common, and those that are inserted what stands on both sides of them. Where the new version has
other stress or links, that is said (see `marks`); where it has anything else, it is named here.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from communique.model.body import Node
from communique.turns.corrigendum.looks.atoms import Atom, Called, atoms, is_call
from communique.turns.corrigendum.saying import PARTS
from communique.turns.corrigendum.words import LINE_END

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communique.turns.corrigendum.hunks import Hunk
    from communique.turns.corrigendum.places import Unit
    from communique.turns.corrigendum.words import Form, Word

PLAIN: Form = ("", (), "")
"""What words have that come with a part of their own."""
_SAME, _LINE, _LANGUAGE, _SPACE, _CALL = (
    "one of the same words, which do not look alike, came or went",
    "an end of a line changed",
    "the language of words changed",
    "a space became another one, and paper does not show which",
    "a footnote is called at another place",
)


def unsaid(
    old: Sequence[Word], new: Sequence[Word], hunks: Sequence[Hunk], called: tuple[Called, Called]
) -> str:
    """Return what of the change from `old` words to `new` ones the `hunks` do not say.

    `called` gives for the number of a note in either version which it is, where both versions
    have it. Empty where all is said.
    """
    place = new_place = 0
    for hunk in (*hunks, None):
        last, new_last = (hunk.first, hunk.new_first) if hunk else (len(old), len(new))
        kept = zip(old[place:last], new[new_place:new_last], strict=True)
        for number, (one, other) in enumerate(kept):
            wrong = _kept(
                *(atoms([each], way) for each, way in zip((one, other), called, strict=True))
            )
            if number and one.gap != other.gap:
                wrong = wrong or _LINE
            if wrong:
                return wrong
        if hunk is None:
            break
        if wrong := _changed(old, new, hunk, called):
            return wrong
        place, new_place = hunk.last, hunk.new_last
    return ""


def unsaid_of_new(words: Sequence[Word]) -> str:
    """Return what the words of a part that comes have besides their letters, if anything."""
    if any(word.gap == LINE_END for word in words[1:]):
        return _LINE
    every = [form for word in words for form in word.forms]
    found = {*map(language, every)} | {""}
    if len(found) > 1:
        return _LANGUAGE
    return _CALL * any(isinstance(form[0], int) for form in every)


def by_hand(
    old: Sequence[Word], new: Sequence[Word], hunks: Sequence[Hunk], called: tuple[Called, Called]
) -> Iterator[set[Form]]:
    """Yield for each character of the `new` words that is seen what it gets where it is written.

    There are several where those that it replaces do not look alike.
    """
    place = 0
    for hunk in (*hunks, None):
        last = hunk.first if hunk else len(old)
        yield from ({form} for word in old[place:last] for form in word.forms if is_seen(form))
        if hunk is None:
            return
        for piece in _pieces(old, new, hunk, called):
            source = piece.old if piece.is_kept else piece.new
            going = _going(piece.old, piece.around)
            for form in (form for atom in source for form in atom.forms if is_seen(form)):
                yield {form} if piece.is_kept else going
        place = hunk.last


def plain(words: Sequence[Word]) -> Iterator[set[Form]]:
    """Yield so for `words` that come with a part of their own."""
    return ({PLAIN} for word in words for form in word.forms if is_seen(form))


def is_seen(form: Form) -> bool:
    """Tell whether it is that of a character that is drawn, and no call of a note."""
    return isinstance(form[0], str) and not form[0].isspace()


def language(form: Form) -> str:
    """Return the language (BCP 47) of a character that is in another one."""
    return next((tag for kind, tag in reversed(form[1]) if kind == "phrase"), "")


def unsaid_of_part(unit: Unit) -> str:
    """Return so of a whole part that comes."""
    node = unit.node
    if not isinstance(node, Node) or unit.kind not in PARTS:
        return f"a {unit.kind} was added"
    if (unit.kind != "row" and node.align) or (node.colspan, node.rowspan) != (1, 1):
        return f"a {unit.kind} was added that is centred, or has joined cells"
    return unsaid_of_new(unit.words)


def _changed(
    old: Sequence[Word], new: Sequence[Word], hunk: Hunk, called: tuple[Called, Called]
) -> str:
    """Return what a hunk does not say."""
    ends = slice(hunk.first, hunk.last + 1), slice(hunk.new_first, hunk.new_last + 1)
    gaps = [word.gap for word in old[ends[0]]], [word.gap for word in new[ends[1]]]
    if hunk.first == 0 or hunk.new_first == 0:
        gaps = gaps[0][1:], gaps[1][1:]
    if LINE_END in (*gaps[0], *gaps[1]) and gaps[0] != gaps[1]:
        return _LINE
    if _shifts(old, hunk.first, hunk.last) or _shifts(new, hunk.new_first, hunk.new_last):
        return _SAME
    for piece in _pieces(old, new, hunk, called):
        if wrong := _kept(piece.old, piece.new) if piece.is_kept else _replaced(piece):
            return wrong
    return ""


class _Piece(NamedTuple):
    """Atoms of a hunk that stay, or that become others."""

    is_kept: bool
    old: Sequence[Atom]
    new: Sequence[Atom]
    around: tuple[Sequence[Form], Sequence[Form]]
    """What stands on both sides of them."""
    spaces: tuple[set[str], set[str]]
    """What is before and behind the atoms of either version."""


def _pieces(
    old: Sequence[Word], new: Sequence[Word], hunk: Hunk, called: tuple[Called, Called]
) -> Iterator[_Piece]:
    one = atoms(old[hunk.first : hunk.last], called[0])
    other = atoms(new[hunk.new_first : hunk.new_last], called[1])
    around = (
        old[hunk.first - 1].forms[-1:] if hunk.first else (),
        old[hunk.last].forms[:1] if hunk.last < len(old) else (),
    )
    texts, coming = ([atom.text for atom in each] for each in (one, other))
    for tag, a, b, c, d in SequenceMatcher(None, texts, coming, autojunk=False).get_opcodes():
        before = one[a - 1].forms[-1:] if a else around[0]
        after = one[b].forms[:1] if b < len(one) else around[1]
        spaces = {*_edges(one, a, b)}, {*_edges(other, c, d)}
        yield _Piece(tag == "equal", one[a:b], other[c:d], (before, after), spaces)


def _shifts(words: Sequence[Word], first: int, last: int) -> bool:
    """Tell whether words that go or come could be others beside them, which look otherwise."""
    if first == last:
        return False
    pairs = [(first - 1, last - 1)] * (first > 0) + [(first, last)] * (last < len(words))
    return any(
        words[a].text == words[b].text and words[a].forms != words[b].forms for a, b in pairs
    )


def _edges(atoms: Sequence[Atom], first: int, last: int) -> Iterator[str]:
    """Yield the spaces before and after atoms."""
    yield from (atoms[place].gap for place in (first, last) if 0 < place < len(atoms))


def _kept(one: Sequence[Atom], other: Sequence[Atom]) -> str:
    """Return in what atoms with the same letters differ."""
    if [atom.text for atom in one] != [atom.text for atom in other]:
        return _CALL
    for number, (old, new) in enumerate(zip(one, other, strict=True)):
        if [*map(language, old.forms)] != [*map(language, new.forms)]:
            return _LANGUAGE
        if number and old.gap != new.gap:
            return _SPACE
    return ""


def _replaced(piece: _Piece) -> str:
    """Return what those atoms have that come, and those that they replace have not."""
    if any(map(is_call, piece.new)):
        return _CALL
    if any(atom.gap == LINE_END for atom in piece.new):
        return _LINE
    coming = {language(form) for atom in piece.new for form in atom.forms}
    if coming and {*map(language, _going(piece.old, piece.around))} != coming:
        return _LANGUAGE
    one, other = piece.spaces
    return _SPACE * (one != other and not one | other <= {" ", ""})


def _going(old: Sequence[Atom], around: tuple[Sequence[Form], Sequence[Form]]) -> set[Form]:
    """Return the forms that those get which come in the place of `old` atoms, or `around` there."""
    if going := {_form(form) for atom in old for form in atom.forms if not is_call(atom)}:
        return going
    sides = {_form(form) for side in around for form in side}
    return sides if len(sides) == 1 and all(around) else {PLAIN}


def _form(form: Form) -> Form:
    return ("", *form[1:])
