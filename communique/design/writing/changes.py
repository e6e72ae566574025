"""The words of the page that shows the changes from one version to another."""

from __future__ import annotations

from typing import Annotated

from communique.design.writing.patterns import Counted, Word, with_places
from communique.model.values import Model


class Changes(Model):
    """The words of the changes from one version to another."""

    label: Word
    """Before what the facts say of how much differs."""
    none: Word
    """Where nothing does."""
    since: Annotated[str, with_places("version")]
    """What the page is, over its title: since which {version}, a draft, a day or a file."""
    signs: Word
    """Before the signs and what they mean."""
    inserted: Word
    deleted: Word
    details: Word
    """That something else changed, which is not told, such as the look or whether paragraphs are
    numbered."""
    paragraphs_changed: Counted
    """How many paragraphs have other words, {count}."""
    paragraphs_added: Counted
    paragraphs_moved: Counted
    paragraphs_deleted: Counted
    words_added: Counted
    words_deleted: Counted
    formerly: Annotated[str, with_places("value")]
    """What a value, or the mark of a point, was: {value}."""
    not_before: Word
    """Of a value that there was none."""
    moved_here: Annotated[str, with_places("number")]
    """Before a paragraph where it stands now; {number} is the same at both places."""
    moved_away: Annotated[str, with_places("number")]
    """Where it stood."""
    title: Word
    """Before what the title was, and so on."""
    subtitle: Word
    kind: Word
    issuers: Word
    byline: Word
    signatures: Word
