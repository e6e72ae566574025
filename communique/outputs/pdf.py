"""The PDF: a content is composed as HTML, which the engine typesets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.compose import fitting
from communique.compose.page import compose
from communique.compose.sheet import sheet
from communique.outputs.draft import Draft

if TYPE_CHECKING:
    from communique.compose.fallback import Fallback
    from communique.content.content import Content
    from communique.outputs.draft import Means


def make(content: Content, fallback: Fallback, means: Means) -> Draft:
    """Return the PDF of `content`, set in the way of `fallback`.

    Raises `StatementError` or `DesignError` where it cannot be typeset, and `ProofError` where the
    engine failed, which it may not do in another way.
    """
    with means.step("compose"):
        page = compose(content, fallback)
    with means.step("typeset"):
        made = means.set_type(sheet(page))
    fit = fitting.remark(*made.fit) if made.fit else ""
    return Draft(made.pdf, made.pages, made.libraries, page, fit)
