"""Front matter: which values changed, parties and those who sign by their names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.difference.model import Value
from communique.difference.pairing.likeness import LEAST
from communique.difference.words import tokens
from communique.difference.words.pieces import pieces
from communique.model.body import Node
from communique.model.statement import FrontMatter, Issuer, Signatures
from communique.model.values import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from communique.difference.model import Piece
    from communique.model.statement import Statement


def values(old: Statement, new: Statement) -> tuple[Value, ...]:
    """Return what changed in the front matter, in the order of its fields."""
    tag = new.language
    return tuple(
        value
        for key in FrontMatter.model_fields
        for value in _changes(key, getattr(old.matter, key), getattr(new.matter, key), tag)
    )


def _changes(key: str, old: object, new: object, tag: str) -> Iterator[Value]:
    if _is_same(old, new) or not (old or new):  # false is as good as nothing
        return
    match key:
        case "issuers" | "signatures.signatories":
            yield from _by_name(key, _named(old), _named(new))
        case "abbreviations":
            yield from _by_name(key, _dict(old), _dict(new))
        case "signatures":
            for inner in Signatures.model_fields:
                one, other = (getattr(each, inner, None) for each in (old, new))
                yield from _changes(f"{key}.{inner}", one, other, tag)
        case "editors":
            yield from _by_place(key, _tuple(old), _tuple(new), tag)
        case _:
            yield Value(key, old or None, new or None, pieces=_words(old, new, tag))


def _is_same(old: object, new: object) -> bool:
    """Tell whether two values are written alike: one moment has another name in another zone."""
    return old == new and repr(old) == repr(new)


def _named(values: object) -> dict[str, object]:
    """Return issuers or signatories by their names; of the same ones the later has a number."""
    found: dict[str, object] = {}
    for value in _tuple(values):
        name = str(value.party if isinstance(value, Issuer) else getattr(value, "name", value))
        same = sum(each == name or each.startswith(f"{name} (") for each in found)
        found[f"{name} ({same + 1})" if same else name] = value
    return found


def _by_name(key: str, old: Mapping[str, object], new: Mapping[str, object]) -> Iterator[Value]:
    for name in dict.fromkeys((*old, *new)):
        if old.get(name) != new.get(name):
            yield Value(key, old.get(name), new.get(name), who=name)
    common = [[name for name in one if name in other] for one, other in ((old, new), (new, old))]
    if common[0] != common[1] and key != "abbreviations":
        yield Value(key, tuple(old.values()), tuple(new.values()))


def _by_place(key: str, old: Sequence[object], new: Sequence[object], tag: str) -> Iterator[Value]:
    """Yield the changes of a list of paragraphs, each paired with the one that is most like it."""
    rest = [value for value in old if value not in new]
    for value in (value for value in new if value not in old):
        near = max(rest, key=lambda each: _likeness(each, value, tag), default=None)
        if near is not None and _likeness(near, value, tag) >= LEAST:
            rest.remove(near)
            yield Value(key, near, value, pieces=_words(near, value, tag))
        else:
            yield Value(key, None, value, pieces=_words(None, value, tag))
    yield from (Value(key, value, None, pieces=_words(value, None, tag)) for value in rest)
    common = [[value for value in one if value in other] for one, other in ((old, new), (new, old))]
    if common[0] != common[1]:
        yield Value(key, tuple(old), tuple(new))


def _likeness(old: object, new: object, tag: str) -> float:
    """Return which share of the characters of two texts is the same, from 0 to 1 (Dice)."""
    found = _words(old, new, tag)
    sizes = [len(str(value)) for value in (old, new)]
    same = sum(len(node.plain) for piece in found if piece.kind == "same" for node in piece.new)
    return 2 * same / sum(sizes)


def _words(old: object, new: object, tag: str) -> tuple[Piece, ...]:
    """Return the pieces of two values that are text, and none where one is no text."""
    texts = [value for value in (old, new) if value is not None and value != ()]
    if not all(isinstance(value, (str, Phrase)) for value in texts):
        return ()
    one, other = (
        tokens.tokens([Node("text", 1, text=str(value))], tag, lambda _: None) if value else []
        for value in (old, new)
    )
    return pieces(one, other)


def _tuple(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else ()


def _dict(value: object) -> dict[str, object]:
    return value if isinstance(value, dict) else {}
