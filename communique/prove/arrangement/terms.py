"""Terms: the value of a fact stands beside its name or below it, and no other name is nearer."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from communique.content.structure import terms_numbering
from communique.pdf_reading.tag_tree import Tag, tags
from communique.prove.appearance.report import Report
from communique.prove.written import Written, kid, written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.content.content import Content
    from communique.model.faults import Faults
    from communique.pdf_reading.piece import Piece
    from communique.pdf_reading.reading import Reading

    _Term = tuple[Sequence[Piece], Sequence[Piece]]

#: How far, in em, the baseline of a value may be from that of its name on one line, and below it
#: on the next one: the lines of facts are 1.6 em apart at most.
_LEVEL, _BELOW = 0.1, 2.0
#: How far in, in em, a value may begin that stands below its name: less than a column is wide.
_INDENT = 4.0
#: Names that begin or end so close to one another, in pt, stand in one column.
_ALIGNED = 1.0
_INSTEAD = "let a stylesheet leave each fact beside its name, or directly below it"


def beside_their_names(content: Content, reading: Reading, faults: Faults) -> None:
    """Note values of facts that stand away from their names, or nearer to the next one."""
    report = Report(faults, "facts", _INSTEAD)
    found = written(reading)
    for tag in tags(reading.tree):
        if are_facts(tag, content):
            terms = [term for item in tag.kids if (term := _term(item, found))]
            for term, following in zip_longest(terms, terms[1:]):
                if not _is_near(*term) or (following and _is_taken(term, following)):
                    wrong = "this value does not stand at the name that it belongs to"
                    report(term[1][0].page, wrong, [term[1][0].text])


def are_facts(tag: Tag, content: Content) -> bool:
    """Tell whether a tag is that of the list of facts."""
    return tag.attributes.get("/ListNumbering") == f"/{terms_numbering(content)}"


def _term(item: object, written: Written) -> _Term | None:
    """Return what is written of a name and of its value, if there are both."""
    name, value = (kid(item, role) if isinstance(item, Tag) else None for role in ("Lbl", "LBody"))
    if name is None or value is None:
        return None
    found = written.of(name), written.of(value)
    return found if all(found) else None


def _below(name: Piece, value: Piece) -> float:
    """Return how far a value stands below a name, in em."""
    return (name.baseline - value.baseline) / max(name.size, value.size)


def _apart(one: Sequence[Piece], other: Sequence[Piece]) -> float:
    """Return how far apart, in pt, the first lines of two texts begin, or end if that is less."""
    lefts, rights = zip(_edges(one), _edges(other), strict=True)
    return min(abs(lefts[0] - lefts[1]), abs(rights[0] - rights[1]))


def _edges(text: Sequence[Piece]) -> tuple[float, float]:
    """Return where the first line of a text begins and ends; it may be drawn in several parts."""
    first = text[0]
    line = [each for each in text if (each.page, each.baseline) == (first.page, first.baseline)]
    return min(each.left for each in line), max(each.right for each in line)


def _is_near(name: Sequence[Piece], value: Sequence[Piece]) -> bool:
    """Tell whether a value begins on a line of its name, or on the line below the last one."""
    one, other = name[-1], value[0]
    below = _below(one, other)
    if one.page != other.page or _below(name[0], other) < -_LEVEL or below > _BELOW:
        return False
    return below <= _LEVEL or _apart(name, value) <= _INDENT * other.size


def _is_taken(one: _Term, other: _Term) -> bool:
    """Tell whether a value does not stand between its name and the next one, nearer to its own."""
    (name, value), (after, _) = one, other
    if after[0].page != value[0].page or _apart(name, after) > _ALIGNED:
        return False
    own = min(abs(line.baseline - value[0].baseline) for line in name)
    return value[0].baseline - after[0].baseline <= own or value[-1].baseline <= after[0].baseline
