"""4 prove: the PDF is read again and compared with what it must say; `rules` is the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.model.faults import Faults

if TYPE_CHECKING:
    from communique.content.content import Content
    from communique.model.faults import Fault
    from communique.pdf_reading.reading import Reading


def ready() -> None:
    """Import what proves, so that it need not be done when there is something to prove."""
    from communique.pdf_reading import reading  # noqa: F401, PLC0415  # see prove
    from communique.pdf_reading.drawing import pdfium  # noqa: F401, PLC0415  # see prove
    from communique.prove import rules  # noqa: F401, PLC0415


def prove(content: Content, pdf: bytes) -> None:
    """Prove that `pdf` says what `content` says, visibly and in its place, and nothing else.

    Raises `ProofError` with every difference: the words, the line of the source, the page, and what
    of the project's own stylesheets may be the cause; `DesignError` where its emblem, its edition
    or its foot alone is at fault.
    """
    from communique.pdf_reading.objects import UnreadableError  # noqa: PLC0415
    from communique.pdf_reading.reading import Reading  # noqa: PLC0415
    from communique.prove.rules import RULES  # noqa: PLC0415  # whoever proves nothing needs none

    faults = Faults(content.versions[0].statement.path)
    try:
        reading = Reading(pdf)
        for rule in RULES:
            rule(content, reading, faults)
    except UnreadableError as error:
        faults.add(1, "proof", f"the PDF cannot be read ({error})", "nothing was delivered")
    if list(faults):
        from communique.prove import design_faults  # noqa: PLC0415  # seldom needed

        raise design_faults.error(content, faults)


def strangeness(content: Content, reading: Reading) -> list[Fault]:
    """Return what hides words on the pages of a PDF that was read, or adds to them unread.

    That is asked of files whose looks cannot be compared. Raises `UnreadableError`.
    """
    from communique.prove.rules import OF_PAGES  # noqa: PLC0415  # see prove

    faults = Faults(content.versions[0].statement.path)
    for rule in OF_PAGES:
        rule(content, reading, faults)
    return list(faults)
