"""Atoms: what words consist of where one change is told from another."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communique.turns.corrigendum.words import Form, Word

Called = Mapping[int, int]
"""For the number of a note in a version, which it is in both."""
#: Letters and figures with what joins them.
_LETTER = re.compile(r"[\w'’\-‐‑]")


class Atom(NamedTuple):
    """Letters that belong together, a sign, or the call of a note."""

    text: str
    forms: tuple[Form, ...]
    gap: str
    """The space before it, if there is one."""


def is_call(atom: Atom) -> bool:
    """Tell whether it is the call of a note."""
    return atom.text.startswith("\0")


def atoms(words: Sequence[Word], called: Called) -> list[Atom]:
    """Return what words consist of."""
    found: list[Atom] = []
    gap = ""
    for text, forms in _parts(words):
        if isinstance(text, int):
            key = called.get(text)
            found += [] if key is None else [Atom(f"\0{key}", tuple(forms), gap)]
        elif text.isspace():
            gap = text
            continue
        else:
            found.append(Atom(text, tuple(forms), gap))
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
