"""The two generations of standards that a PDF can follow, as a table of settings."""

from __future__ import annotations


class Standard:
    """An accessible and archivable kind of PDF."""

    def __init__(self, name: str, variant: str, part: int, revision: str = "") -> None:
        self.name = name
        self.variant = variant
        """WeasyPrint's name of the PDF/A part, which sets everything but the PDF/UA claim."""
        self.part = part
        """The part of ISO 14289 (PDF/UA) that is claimed beside it."""
        self.revision = revision
        """The year of that part, where the claim has to name it."""

    @property
    def pdf_2(self) -> bool:
        """Whether the file is PDF 2.0 (ISO 32000-2)."""
        return self.part > 1


DEFAULT = 1
STANDARDS = {
    1: Standard("PDF/UA-1 and PDF/A-3a", "pdf/a-3a", part=1),
    2: Standard("PDF/UA-2 and PDF/A-4f", "pdf/a-4f", part=2, revision="2024"),
}
