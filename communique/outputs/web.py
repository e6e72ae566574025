"""The web page: the same parts in the same order as on paper, for screens of any width."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.compose import web
from communique.outputs.draft import Draft

if TYPE_CHECKING:
    from communique.compose.fallback import Fallback
    from communique.content.content import Content
    from communique.outputs.draft import Means


def make(content: Content, fallback: Fallback, means: Means) -> Draft:  # noqa: ARG001  # has no pages
    """Return the web page of `content`, with one language after the other or beside it."""
    with means.step("compose"):
        return Draft(web.compose(content).encode())
