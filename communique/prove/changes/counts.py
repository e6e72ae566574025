"""How much differs: the sentence of the facts, counted anew in the text of both versions."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from communique.prove.changes.facts import Facts
from communique.prove.changes.front import is_printed
from communique.prove.lines import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from communique.content.content import Content
    from communique.design.language import Language
    from communique.model.body import Node
    from communique.model.faults import Faults
    from communique.pdf_reading.reading import Reading

_UNITS = frozenset(("heading", "paragraph", "caption", "source", "figure", "row"))
_FATES = {frozenset(("inserted",)): "added", frozenset(("deleted",)): "deleted"}
#: What is counted, in the order in which it is said, and the words for it.
_FORMS = {
    "changed": "paragraphs_changed",
    "added": "paragraphs_added",
    "moved": "paragraphs_moved",
    "deleted": "paragraphs_deleted",
    "inserted words": "words_added",
    "deleted words": "words_deleted",
}
#: So many words stand with a figure in a date, and are one with it.
_OF_DATE = 3
_RUN = re.compile(r"[^\W_]+")
#: Characters of scripts without spaces, each of which counts.
_UNSPACED = re.compile(
    "[\u0e00-\u0e7f\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3038-\u30ff\u31f0-\u31ff\u3400-\u9fff"
    "\uf900-\ufaff\U00020000-\U0003ffff]"
)
_NOTHING = "nothing was delivered"


@dataclass
class _Count:
    """How often something is there at least, and how often it may be there besides."""

    least: dict[str, int] = field(default_factory=lambda: dict.fromkeys(_FORMS, 0))
    more: dict[str, int] = field(default_factory=lambda: dict.fromkeys(_FORMS, 0))
    former: bool = False
    """Whether a point says that it had another mark."""


def summary_told(content: Content, reading: Reading | None, faults: Faults) -> None:
    """Note where the facts say otherwise how much differs, or do not say what the signs mean."""
    for found in Facts.every(content, reading):
        _note_miscounts(found, faults)


def _note_miscounts(found: Facts, faults: Faults) -> None:
    """Do so for the facts of one version."""
    body, line, path = found.version.statement.body, found.later.line("title"), found.later.path
    count = _Count()
    for nodes in (body.children, *(note.children for note in body.notes)):
        _follow(nodes, count)
    said = found.told.get(folded(found.words.label), "")
    if not _says(said, count, found):
        wrong = f"the facts say {said or 'nothing'} of how much differs, and that is not so"
        faults.add(line, "changes", wrong, _NOTHING, path=path)
    due = f"[+ +] {found.words.inserted} · [− −] {found.words.deleted}"
    if found.told.get(folded(found.words.signs)) != folded(due):
        faults.add(line, "changes", "no fact says what signs mean", _NOTHING, path=path)


def _follow(nodes: Sequence[Node], count: _Count) -> None:
    """Count what differs in blocks."""
    for node in nodes:
        if node.change.startswith("moved"):
            _count_moved(node, count)
        elif node.kind in _UNITS:
            _count_unit(node, count)
        else:
            _follow(node.children, count)


def _count_moved(node: Node, count: _Count) -> None:
    """Count what moved, and at each of both places what differs there, which has its own signs."""
    count.least["moved"] += node.change == "moved here"
    apart = [(kind, words) for kind, words in _differing(node) if _is_around(kind, words)]
    units = sum(each.kind in _UNITS for each in node.walk() if each is not node)
    for name in ("changed", "added", "deleted") if apart else ():
        count.more[name] += units
    for kind, words in apart:
        fewest, most = _words(words)
        count.least[f"{kind} words"] += fewest
        count.more[f"{kind} words"] += most - fewest


def _is_around(kind: str, words: Node) -> bool:
    return any(each.kind == kind for each in words.children)


def _count_unit(node: Node, count: _Count) -> None:
    """Count a paragraph, or a row with all in it."""
    fates: set[str] = set()
    cells = node.children if node.kind == "row" else (node,)
    between = False  # two signs, where the call of a note is by itself
    for child in (child for cell in cells for child in cell.children):
        if child.kind == "sign":
            said = child.children[0].text
            count.former |= not child.change
            fates |= {child.change} - {""}
            between = bool(child.change) and "]" not in said
        elif not between and (child.kind not in ("text", "break") or child.text.strip()):
            fates.add("same")
    changed = fates & {"inserted", "deleted"}
    if changed:
        kind = _FATES.get(frozenset(fates), "changed")
        # Of a row with an empty cell the others may have lost all they said, or been empty, too.
        open_to_both = kind != "changed" and not all(cell.children for cell in cells)
        (count.more if open_to_both else count.least)[kind] += 1
        count.more["changed"] += open_to_both
    for kind, inside in _differing(node):
        if not inside.move:  # or it stands there only in another paragraph
            fewest, most = _words(inside)
            count.least[f"{kind} words"] += 0 if node.move else fewest
            count.more[f"{kind} words"] += most if node.move else most - fewest


def _words(node: Node) -> tuple[int, int]:
    """Return how many words, figures and dates there are at least and at most.

    A date is one, and so is what has a sign within it, or each part of that.
    """
    said = "".join(
        each.text if each.kind == "text" else " " for each in node.walk() if not each.children
    )
    characters = len(_UNSPACED.findall(said))
    spaced = _UNSPACED.sub(" ", said)
    parts = [part for part in spaced.split() if any(map(str.isalnum, part))]
    figures = sum(any(map(str.isdecimal, part)) for part in parts)
    fewest = 0 if characters else max(len(parts) - _OF_DATE * figures, min(len(parts), 1))
    return characters + fewest, characters + len(_RUN.findall(spaced))


def _differing(node: Node) -> Iterator[tuple[str, Node]]:
    """Yield what was inserted or deleted in a block, and which of it it was."""
    for each in node.walk():
        if each.kind in ("inserted", "deleted"):
            yield each.kind, each


def _says(said: str, count: _Count, found: Facts) -> bool:
    """Tell whether a sentence says what was counted, in the order of counting, and no more."""
    comma = folded(found.language.file.comma).strip()
    parts = [part.strip() for part in said.split(comma)] if said else []
    counted = 0
    for name, forms in _FORMS.items():
        least, more = count.least[name], count.more[name]
        numbers = range(max(least, 1), least + more + 1)
        due = {_written(number, getattr(found.words, forms), found.language) for number in numbers}
        if parts[counted : counted + 1] and parts[counted] in due:
            counted += 1
        elif least:
            return False
    fields = type(found.later.matter).model_fields
    others = any(found.of_field(each) for each in fields if is_printed(each))
    rest, details = parts[counted:], [folded(found.words.details)]
    if any(found.differs(each) for each in fields if not is_printed(each)):
        return rest == details
    if counted or others:
        return not rest
    return rest == details or (rest == [folded(found.words.none)] and not count.former)


def _written(number: int, forms: Mapping[str, str], language: Language) -> str:
    """Return the words for a number (CLDR, plural rules)."""
    form = forms.get(language.locale.plural_form(number)) or forms["other"]
    return folded(form.replace("{count}", language.figures.written(number)))
