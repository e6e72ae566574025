"""What is said of a text that is negotiated, or not to be published yet."""

from __future__ import annotations

from typing import Annotated

from communique.design.writing.patterns import Form, Word, counting, with_places
from communique.model.values import Model


class Negotiation(Model):
    """The words of the negotiation print."""

    kind: Word
    """What the page is, over its title and in the foot."""
    label: Word
    """Before what the facts say of the text in brackets."""
    passages: Annotated[dict[Form, Word], counting()]
    """How many there are: {count}."""
    paragraphs: Annotated[dict[Form, Word], counting("numbers")]
    """In how many paragraphs, {count}, and in which: {numbers}."""


class Status(Model):
    """What is said of a text that is not to be published, or not yet."""

    draft: Annotated[str, with_places("version")]
    """Which draft it is, with {version}."""
    withheld: Word
    """That a draft is not to be published."""
    embargo: Word
    """That a text is under embargo, in a word or two."""
    until: Annotated[str, with_places("moment")]
    """Until when, with {moment}."""
