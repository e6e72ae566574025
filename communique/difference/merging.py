"""One text that holds both versions, marked so that either is regained from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from communique.difference.model import Difference
    from communique.model.body import Body
    from communique.model.statement import Image


class Merged(NamedTuple):
    """One text that holds both versions, with its pictures."""

    body: Body
    images: Mapping[str, Image]
    """Those of both; where an address has another picture now, ``earlier/`` stands before that of
    the old one, in the body as well."""


def merged(difference: Difference) -> Merged:
    """Return the text of both versions, its nodes marked as `communique.model.body` says."""
    raise NotImplementedError
