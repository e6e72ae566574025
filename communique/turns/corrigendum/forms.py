"""Forms: what words have besides their letters, which no correction can say.

A correction is carried out by hand, from its words alone. Words that stay keep what they have;
those that take the place of others get what all of these have in common, and those that are
inserted what stands on both sides of them. Where the new version has anything else, it is named.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from communique.model.body import Node
from communique.turns.corrigendum.saying import PARTS
from communique.turns.corrigendum.words import LINE_END

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from communique.turns.corrigendum.hunks import Hunk
    from communique.turns.corrigendum.places import Unit
    from communique.turns.corrigendum.words import Form, Look, Word

    Called = Mapping[int, int]

#: Letters and figures with what joins them.
_LETTER = re.compile(r"[\w'’\-‐‑]")
#: The level of a heading where there was none.
_SECTION = 2
_NO_LOOKS: tuple[tuple[Look, ...], str] = ((), "")
_SAME, _LINE, _LINK, _LANGUAGE, _STRESS, _SPACE, _CALL = (
    "one of the same words, which do not look alike, came or went",
    "an end of a line changed",
    "the address of a link changed",
    "the language of words changed",
    "the stress of words changed, or what is raised",
    "a no-break space changed, which is not seen",
    "a footnote is called at another place",
)


class _Atom(NamedTuple):
    """Letters that belong together, a sign, or the call of a note."""

    text: str
    forms: tuple[Form, ...]
    gap: str
    """The space before it, if there is one."""


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
                *(_atoms([each], way) for each, way in zip((one, other), called, strict=True))
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
    found = {_form(form) for form in every} | {_NO_LOOKS}
    return _difference(*found) or _CALL * any(isinstance(form[0], int) for form in every)


def unsaid_of_part(unit: Unit, levels: set[int]) -> str:
    """Return so of a whole part that comes; `levels` are those of the earlier headings."""
    node = unit.node
    if not isinstance(node, Node) or unit.kind not in PARTS:
        return f"a {unit.kind} was added"
    if unit.kind == "heading" and (levels or {_SECTION}) != {node.level}:
        return "a heading was added, whose level no words can say"
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
    one = _atoms(old[hunk.first : hunk.last], called[0])
    other = _atoms(new[hunk.new_first : hunk.new_last], called[1])
    around = (
        old[hunk.first - 1].forms[-1:] if hunk.first else (),
        old[hunk.last].forms[:1] if hunk.last < len(old) else (),
    )
    texts, coming = ([atom.text for atom in each] for each in (one, other))
    for tag, a, b, c, d in SequenceMatcher(None, texts, coming, autojunk=False).get_opcodes():
        if tag == "equal":
            wrong = _kept(one[a:b], other[c:d])
        else:
            before = one[a - 1].forms[-1:] if a else around[0]
            after = one[b].forms[:1] if b < len(one) else around[1]
            wrong = _replaced(one[a:b], other[c:d], (before, after))
            spaces = {*_edges(one, a, b)}, {*_edges(other, c, d)}
            seen = spaces[0] == spaces[1] or spaces[0] | spaces[1] <= {" ", ""}
            wrong = wrong or _SPACE * (not seen)
        if wrong:
            return wrong
    return ""


def _shifts(words: Sequence[Word], first: int, last: int) -> bool:
    """Tell whether words that go or come could be others beside them, which look otherwise."""
    if first == last:
        return False
    pairs = [(first - 1, last - 1)] * (first > 0) + [(first, last)] * (last < len(words))
    return any(
        words[a].text == words[b].text and words[a].forms != words[b].forms for a, b in pairs
    )


def _edges(atoms: Sequence[_Atom], first: int, last: int) -> Iterator[str]:
    """Yield the spaces before and after atoms."""
    yield from (atoms[place].gap for place in (first, last) if 0 < place < len(atoms))


def _kept(one: Sequence[_Atom], other: Sequence[_Atom]) -> str:
    """Return in what atoms with the same letters differ."""
    if [atom.text for atom in one] != [atom.text for atom in other]:
        return _CALL
    for number, (old, new) in enumerate(zip(one, other, strict=True)):
        pairs = [(_form(a), _form(b)) for a, b in zip(old.forms, new.forms, strict=True)]
        wrong = next((_difference(*pair) for pair in pairs if pair[0] != pair[1]), "")
        if wrong or (number and old.gap != new.gap):
            return wrong or _SPACE
    return ""


def _replaced(
    one: Sequence[_Atom], other: Sequence[_Atom], around: tuple[Sequence[Form], Sequence[Form]]
) -> str:
    """Return what those atoms have that come, and those that they replace have not."""
    if any(map(_is_call, other)):
        return _CALL
    if any(atom.gap == LINE_END for atom in other):
        return _LINE
    going = {_form(form) for atom in one for form in atom.forms if not _is_call(atom)}
    if not one:
        sides = {_form(form) for side in around for form in side}
        going = sides if len(sides) == 1 and all(around) else {_NO_LOOKS}
    coming = {_form(form) for atom in other for form in atom.forms}
    if coming and (len(going) > 1 or coming != going):
        return _difference(*going, *coming)
    return ""


def _difference(*forms: tuple[tuple[Look, ...], str]) -> str:
    """Return what not all forms have in common."""
    if len({target for _, target in forms}) > 1:
        return _LINK
    if len({tuple(tag for kind, tag in looks if kind == "phrase") for looks, _ in forms}) > 1:
        return _LANGUAGE
    return _STRESS * (len(set(forms)) > 1)


def _form(form: Form) -> tuple[tuple[Look, ...], str]:
    return form[1:]


def _is_call(atom: _Atom) -> bool:
    return atom.text.startswith("\0")


def _atoms(words: Sequence[Word], called: Called) -> list[_Atom]:
    """Return what words consist of."""
    found: list[_Atom] = []
    gap = ""
    for text, forms in _parts(words):
        if isinstance(text, int):
            key = called.get(text)
            found += [] if key is None else [_Atom(f"\0{key}", tuple(forms), gap)]
        elif text.isspace():
            gap = text
            continue
        else:
            found.append(_Atom(text, tuple(forms), gap))
        gap = ""
    return found


def _parts(words: Sequence[Word]) -> Iterator[tuple[str | int, list[Form]]]:
    """Yield spaces, letters that belong together, other characters, and calls, in their order."""
    space: Form = (" ", (), "")
    every = [form for word in words for form in (space, *word.forms)]
    for is_letters, group in groupby(every, key=_is_letter):
        forms = list(group)
        if is_letters:
            yield "".join(str(form[0]) for form in forms), forms
        else:
            yield from ((form[0], [form]) for form in forms)


def _is_letter(form: Form) -> bool:
    return isinstance(form[0], str) and bool(_LETTER.match(form[0]))
