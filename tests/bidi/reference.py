"""UAX 9 once more, rule by rule and slowly: a second witness beside FriBidi."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from itertools import groupby

_DEEPEST = 125
_OPENING = {"(": ")", "[": "]", "{": "}"}
_REMOVED = frozenset(("LRE", "RLE", "LRO", "RLO", "PDF", "BN"))
_ISOLATES = frozenset(("LRI", "RLI", "FSI"))
_NEUTRAL = frozenset(("B", "S", "WS", "ON", "LRI", "RLI", "FSI", "PDI"))


@dataclass
class _Entry:
    level: int
    override: str
    isolate: bool


def embedding_levels(text: str, direction: str) -> list[int]:
    """Return the level of each character; those that rule X9 removes have that before them."""
    base = 1 if direction == "rtl" else 0
    original = [unicodedata.bidirectional(character) or "L" for character in text]
    matching = _matching(original)
    levels, classes = _explicit(original, base)
    kept = [place for place, each in enumerate(original) if each not in _REMOVED]
    for sequence in _sequences(kept, levels, original, matching):
        _resolve(sequence, text, levels, classes, original, kept, base, matching)
    for place in kept:  # I1, I2
        if levels[place] % 2 == 0:
            levels[place] += {"R": 1, "AN": 2, "EN": 2}.get(classes[place], 0)
        else:
            levels[place] += classes[place] in ("L", "AN", "EN")
    _reset(levels, original, base)
    for place, each in enumerate(original):
        if each in _REMOVED:
            levels[place] = levels[place - 1] if place else base
    return levels


def _matching(classes: list[str]) -> dict[int, int]:
    """Return which PDI ends each isolate (BD9)."""
    found: dict[int, int] = {}
    open_: list[int] = []
    for place, each in enumerate(classes):
        if each in _ISOLATES:
            open_.append(place)
        elif each == "PDI" and open_:
            found[open_.pop()] = place
    return found


def _explicit(  # noqa: PLR0912  # as many as the annex has rules
    original: list[str], base: int
) -> tuple[list[int], list[str]]:
    """Return levels and classes after X1 to X8."""
    levels, classes = [base] * len(original), list(original)
    stack = [_Entry(base, "", isolate=False)]
    over_isolates = over_embeddings = valid = 0
    for place, each in enumerate(original):
        odd = (stack[-1].level + 1) | 1
        even = (stack[-1].level + 2) & ~1
        if each in ("RLE", "LRE", "RLO", "LRO"):
            level = odd if each[0] == "R" else even
            override = {"RLO": "R", "LRO": "L"}.get(each, "")
            if level <= _DEEPEST and not over_isolates and not over_embeddings:
                stack.append(_Entry(level, override, isolate=False))
            elif not over_isolates:
                over_embeddings += 1
        elif each in _ISOLATES:
            levels[place] = stack[-1].level
            classes[place] = stack[-1].override or each
            level = odd if each == "RLI" else even
            if level <= _DEEPEST and not over_isolates and not over_embeddings:
                valid += 1
                stack.append(_Entry(level, "", isolate=True))
            else:
                over_isolates += 1
        elif each == "PDI":
            if over_isolates:
                over_isolates -= 1
            elif valid:
                over_embeddings = 0
                while not stack[-1].isolate:
                    stack.pop()
                stack.pop()
                valid -= 1
            levels[place] = stack[-1].level
            classes[place] = stack[-1].override or each
        elif each == "PDF":
            if over_isolates:
                pass
            elif over_embeddings:
                over_embeddings -= 1
            elif not stack[-1].isolate and len(stack) > 1:
                stack.pop()
        elif each != "BN":
            levels[place] = stack[-1].level
            classes[place] = stack[-1].override or each
    return levels, classes


def _sequences(
    kept: list[int], levels: list[int], original: list[str], matching: dict[int, int]
) -> list[list[int]]:
    """Return the isolating run sequences (BD13)."""
    runs = [list(run) for _, run in groupby(kept, key=lambda place: levels[place])]
    starting = {run[0]: run for run in runs}
    ends = set(matching.values())
    found = []
    for run in runs:
        if original[run[0]] == "PDI" and run[0] in ends:
            continue
        sequence = list(run)
        while original[sequence[-1]] in _ISOLATES and sequence[-1] in matching:
            sequence += starting[matching[sequence[-1]]]
        found.append(sequence)
    return found


def _resolve(  # noqa: PLR0913, PLR0917  # it is one step of the annex
    sequence: list[int],
    text: str,
    levels: list[int],
    classes: list[str],
    original: list[str],
    kept: list[int],
    base: int,
    matching: dict[int, int],
) -> None:
    """Change the classes of a sequence as X10, W1 to W7 and N0 to N2 say."""
    level = levels[sequence[0]]
    own = "R" if level % 2 else "L"
    first, last = kept.index(sequence[0]), kept.index(sequence[-1])
    before = levels[kept[first - 1]] if first else base
    unmatched = original[sequence[-1]] in _ISOLATES and sequence[-1] not in matching
    after = base if unmatched or last + 1 == len(kept) else levels[kept[last + 1]]
    start = "R" if max(before, level) % 2 else "L"
    end = "R" if max(after, level) % 2 else "L"
    types = [classes[place] for place in sequence]
    _weak(types, start)
    _brackets(
        types, [text[place] for place in sequence], [original[p] for p in sequence], own, start
    )
    _neutral(types, own, start, end)
    for place, each in zip(sequence, types, strict=True):
        classes[place] = each


def _weak(types: list[str], start: str) -> None:  # noqa: PLR0912  # as above
    for place, each in enumerate(types):  # W1
        if each == "NSM":
            previous = types[place - 1] if place else start
            types[place] = "ON" if previous in _ISOLATES or previous == "PDI" else previous
    strong = start
    for place, each in enumerate(types):  # W2
        if each in ("L", "R", "AL"):
            strong = each
        elif each == "EN" and strong == "AL":
            types[place] = "AN"
    types[:] = ["R" if each == "AL" else each for each in types]  # W3
    for place in range(1, len(types) - 1):  # W4
        around = types[place - 1], types[place + 1]
        if types[place] in ("ES", "CS") and around == ("EN", "EN"):
            types[place] = "EN"
        elif types[place] == "CS" and around == ("AN", "AN"):
            types[place] = "AN"
    place = 0
    for each, run in [(key, len(list(group))) for key, group in groupby(types)]:  # W5
        beside = types[place - 1 : place] + types[place + run : place + run + 1]
        if each == "ET" and "EN" in beside:
            types[place : place + run] = ["EN"] * run
        place += run
    types[:] = ["ON" if each in ("ET", "ES", "CS") else each for each in types]  # W6
    strong = start
    for place, each in enumerate(types):  # W7
        if each in ("L", "R"):
            strong = each
        elif each == "EN" and strong == "L":
            types[place] = "L"


def _direction(each: str) -> str:
    return "R" if each in ("R", "EN", "AN") else each if each == "L" else ""


def _brackets(
    types: list[str], characters: list[str], original: list[str], own: str, start: str
) -> None:
    """Change the classes of brackets in pairs (N0)."""
    pairs, open_ = [], []
    for place, character in enumerate(characters):
        if types[place] != "ON":
            continue
        if character in _OPENING:
            open_.append((_OPENING[character], place))
        for depth in range(len(open_) - 1, -1, -1):
            if open_[depth][0] == character:
                pairs.append((open_[depth][1], place))
                del open_[depth:]
                break
    for one, other in sorted(pairs):
        inside = {_direction(each) for each in types[one + 1 : other]} - {""}
        if own in inside:
            chosen = own
        elif inside:
            earlier = [_direction(each) for each in types[:one]]
            strong = next((each for each in reversed(earlier) if each), start)
            chosen = strong if strong != own else own
        else:
            continue
        for place in (one, other):
            types[place] = chosen
            following = place + 1
            while following < len(types) and original[following] == "NSM":
                types[following] = chosen
                following += 1


def _neutral(types: list[str], own: str, start: str, end: str) -> None:
    place = 0
    runs = [(key, len(list(group))) for key, group in groupby(types, lambda each: each in _NEUTRAL)]
    for neutral, run in runs:
        if neutral:  # N1, N2
            before = _direction(types[place - 1]) if place else start
            following = place + run
            after = _direction(types[following]) if following < len(types) else end
            types[place:following] = [before if before == after else own] * run
        place += run


def _reset(levels: list[int], original: list[str], base: int) -> None:
    """Give separators, and what is not seen before them and at the end, the base level (L1)."""
    unseen = True
    for place in range(len(levels) - 1, -1, -1):
        if original[place] in ("B", "S"):
            unseen = True
        if unseen and (original[place] in ("B", "S", "WS", "PDI") or original[place] in _ISOLATES):
            levels[place] = base
        elif original[place] not in _REMOVED:
            unseen = original[place] in ("B", "S")
