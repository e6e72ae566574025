"""Moves: what moved is said to have, at both places, with one number, from 1 as they are read."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from communique.model.body import BLOCKS
from communique.prove.changes.facts import Facts
from communique.prove.lines import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.content.content import Content
    from communique.model.body import Node
    from communique.model.faults import Faults
    from communique.pdf_reading.reading import Reading

_CHANGES = frozenset(("inserted", "deleted"))
#: So many letters, of those at the other place, stand at each of both at least.
_ALIKE = 0.5
#: A move is told at both places, here and away, in any order.
_BOTH = ([True, False], [False, True])
_NOTHING = "nothing was delivered"


def in_pairs(content: Content, reading: Reading | None, faults: Faults) -> None:
    """Note moves that are told at one place alone, or with another number, or of other words."""
    for found in Facts.every(content, reading):
        _note_unpaired(found, faults)


def _note_unpaired(found: Facts, faults: Faults) -> None:
    """Do so for one version."""
    here, away = (
        re.compile(re.escape(folded(words)).replace(r"\{number\}", r"(\w+)"))
        for words in (found.words.moved_here, found.words.moved_away)
    )
    told: dict[str, list[bool | None]] = {}
    for text in found.texts:
        for begin, end in text.signs:
            for pattern, is_here, sign in ((here, True, "[+"), (away, False, "[−")):
                said = folded(text.words[begin:end])
                if match := pattern.search(said):
                    is_signed = said.startswith(sign)
                    told.setdefault(match[1], []).append(is_here if is_signed else None)
    written = found.language.figures.written
    due = [written(number) for number in range(1, len(told) + 1)]
    if list(told) != due or any(each not in _BOTH for each in told.values()):
        wrong = "what moved is not told at both places with one number, from 1"
        line = found.later.line("title")
        faults.add(line, "changes", wrong, _NOTHING, path=found.later.path)
    body = found.version.statement.body
    moved = [node for node in body.walk() if node.change.startswith("moved")]
    for number in {node.move for node in moved}:
        both = [node for node in moved if node.move == number]
        numbers = {match[1] for node in both if (match := _label(node, (here, away)))}
        kinds = sorted(node.change for node in both)
        paired = kinds == ["moved away", "moved here"] and len(numbers) == 1
        if not paired or not (_are_alike(*both) and all(map(_are_signed, both))):
            wrong = "what is said to have moved is not the same at both places"
            faults.add(both[0].line, "changes", wrong, _NOTHING, path=found.later.path)


def _label(node: Node, patterns: tuple[re.Pattern[str], ...]) -> re.Match[str] | None:
    """Return what the first sign says of a move: that of what was inserted says where it is."""
    sign = next((each for each in node.walk() if each.kind == "sign" and each.change), None)
    pattern = patterns[sign.change != "inserted"] if sign else None
    return pattern.search(_said(sign)) if sign and pattern else None


def _said(sign: Node) -> str:
    return folded("".join(child.text for child in sign.children))


def _are_signed(node: Node) -> bool:
    """Tell whether all that differs in what moved, and nothing else, has signs of its own."""
    for block in filter(_is_block, node.walk()):
        depth = 0
        for child in block.children:
            if child.kind == "sign" and child.change:
                depth += 1 if _said(child)[:1] == "[" else -1
            elif child.kind in _CHANGES:
                differs = any(each.kind == child.kind for each in child.children)
                if depth != 1 + differs:
                    return False
    return True


def _is_block(node: Node) -> bool:
    return node.kind in BLOCKS


def _are_alike(one: Node, other: Node) -> bool:
    """Tell whether two blocks say the same, but for what has signs of its own within them.

    And most letters of them, by threes, are the same.
    """
    kept = ["".join("".join(_texts(node, apart=True)).split()) for node in (one, other)]
    counts = []
    for node in (one, other):
        whole = "".join(_texts(node, apart=False))
        letters = [each.casefold() for each in whole if each.isalnum()]
        counts.append(Counter(zip(letters, letters[1:], letters[2:], strict=False)))
    common = (counts[0] & counts[1]).total()
    return kept[0] == kept[1] and 2 * common >= _ALIKE * (counts[0].total() + counts[1].total())


def _texts(node: Node, within: str = "", *, apart: bool) -> Iterator[str]:
    """Yield the texts of a node without signs; `apart` from what differs in what moved.

    That is inserted, or deleted, `within` what is.
    """
    if node.kind == "sign" or (apart and within and node.kind == within):
        return
    yield node.text if node.kind == "text" else ""
    inside = node.kind if node.kind in _CHANGES else within
    for child in node.children:
        yield from _texts(child, inside, apart=apart)
