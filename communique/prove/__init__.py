"""4 prove: the PDF is read again and held against the Statement; the only importer of pypdf."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.model.faults import Faults, ProofError

if TYPE_CHECKING:
    from communique.compose.page import Page
    from communique.typeset.engine import Typeset


def ready() -> None:
    """Import what proves, so that it need not be done when there is something to prove."""
    from communique.prove import form, ink, place, words  # noqa: F401, PLC0415  # see prove


def prove(page: Page, made: Typeset) -> None:
    """Prove that the PDF in `made` says what `page`'s statement says, visibly and in its place.

    Raises `ProofError` with every difference: the words, the line of the source, the page.
    """
    from communique.pdf_reading.reading import Reading, UnreadableError  # noqa: PLC0415
    from communique.prove import form, ink, place, words  # noqa: PLC0415  # --check needs no pypdf

    faults = Faults(page.statement.path)
    try:
        reading = Reading(made.pdf)
        for check in (words.check, ink.check, place.check):
            check(page, reading, faults)
        form.check(page, made.standard, reading, faults)
    except UnreadableError as error:
        faults.add(1, "proof", f"the PDF cannot be read ({error})", "nothing was delivered")
    if list(faults):
        raise ProofError(faults)
