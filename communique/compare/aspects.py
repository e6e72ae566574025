"""The table of what is compared, in the order in which it is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.compare import attached, difference, links, looks, properties, saved, words
from communique.compare.difference import Difference
from communique.pdf_reading.document import acting

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from communique.compare.pair import Pair
    from communique.pdf_reading.reading import Reading

    Aspect = Callable[[Pair], Iterator[Difference]]


def _beyond(kind: str, found: Callable[[Reading], list[str]]) -> Aspect:
    """Return what yields all of a `kind` that is found in the file: none of it is ever due."""

    def aspect(pair: Pair) -> Iterator[Difference]:
        for what in found(pair.there):
            yield Difference(kind, what)

    return aspect


ASPECTS: tuple[tuple[str, Aspect], ...] = (
    (difference.WORDS, words.words),
    (difference.LOOKS, looks.looks),
    (difference.LINKS, links.links),
    (difference.ACTIONS, _beyond(difference.ACTIONS, acting.actions)),
    (difference.ANNOTATIONS, _beyond(difference.ANNOTATIONS, acting.other_annotations)),
    (difference.FIELDS, _beyond(difference.FIELDS, acting.fields)),
    (difference.ATTACHMENTS, attached.attachments),
    (difference.METADATA, properties.metadata),
    (difference.SAVING, saved.saving),
)
