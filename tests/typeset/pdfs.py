"""What the tests read in a PDF with pypdf."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from pypdf import PdfReader

SOFT_HYPHEN = "\u00ad"


def text(reader: PdfReader) -> str:
    """Return the words of all pages, those divided at a line's end put together again."""
    return whole(page.extract_text() for page in reader.pages)


def whole(pages: Iterable[str]) -> str:
    """Return the words of `pages`, those divided at a line's end put together again."""
    words = re.sub(rf"{SOFT_HYPHEN}\s*|(?<=[\w/][-–/])\n", "", "\n".join(pages))
    return " ".join(words.split())


def catalogue(reader: PdfReader) -> Any:
    """Return the catalog of a document."""
    return reader.trailer["/Root"].get_object()
