"""What the tests read in a PDF with pypdf."""

from __future__ import annotations

import re
from typing import Any

from pypdf import PdfReader

SOFT_HYPHEN = "\u00ad"


def text(reader: PdfReader) -> str:
    """Return the words of all pages, those divided at a line's end put together again."""
    pages = "\n".join(page.extract_text() for page in reader.pages)
    whole = re.sub(rf"{SOFT_HYPHEN}\s*|(?<=[\w/][-–/])\n", "", pages)
    return " ".join(whole.split())


def catalogue(reader: PdfReader) -> Any:
    """Return the catalog of a document."""
    return reader.trailer["/Root"].get_object()
