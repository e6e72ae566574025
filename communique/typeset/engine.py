"""The call of the engine: styles, faces and fetching set up once, warnings taken as failures."""

from __future__ import annotations

import logging
import os
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from communique.compose.sheet import Sheet, sheet
from communique.model.faults import Faults, ProofError, StatementError
from communique.model.standards import DEFAULT, STANDARDS, Standard
from communique.store import cache as kept
from communique.store.paths import TEMPLATES
from communique.typeset.stack import roomy

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pydyf
    from weasyprint import CSS
    from weasyprint.text.fonts import FontConfiguration

    from communique.compose.page import Page

#: Read by fontconfig when Pango first asks for a face, so it is set before WeasyPrint is imported.
os.environ["FONTCONFIG_FILE"] = str(TEMPLATES / "fonts" / "fonts.conf")
BASE = "communique:/"
#: What the styles that were parsed last are kept under.
_LAST = b"the last"
#: What the engine raises where its own reckoning goes wrong.
_FAILURES = (AssertionError, AttributeError, LookupError, TypeError, ValueError)


@dataclass(frozen=True)
class Typeset:
    """A typeset page: the PDF's bytes, how many pages it has and what it follows."""

    pdf: bytes
    pages: int
    standard: Standard
    libraries: tuple[str, ...] = ()
    """The files of the system's libraries that took part."""


@cache
def start() -> None:
    """Import the engine, as quickly as can be."""
    from communique.typeset.speed import quick  # noqa: PLC0415  # only what typesets needs it

    with quick():
        import weasyprint  # noqa: F401, PLC0415


def typeset(page: Page) -> Typeset:
    """Return the PDF of `page` to the standard that its content asks for, its source attached.

    Raises `StatementError` with what the engine complained about, in its own words, and
    `ProofError` where it failed, which it may not do with other page breaks.
    """
    return set_type(sheet(page))


@roomy
def set_type(sheet: Sheet) -> Typeset:
    """Return the PDF of `sheet`; see `typeset`."""
    start()
    from weasyprint import HTML  # noqa: PLC0415  # the fonts' configuration stands first

    from communique.typeset import metadata, tags  # noqa: PLC0415
    from communique.typeset.fetch import Fetcher  # noqa: PLC0415
    from communique.typeset.patches import cuts_faces, loaded, mapping, tagging  # noqa: PLC0415
    from communique.typeset.written import write_once  # noqa: PLC0415

    def finish(_: object, pdf: pydyf.PDF) -> None:
        metadata.finish(sheet, pdf)
        write_once(pdf)

    faults = Faults(sheet.path)
    if not cuts_faces():  # the engine has another way, six times slower, for files thrice as large
        wrong = "HarfBuzz-Subset, which cuts faces down, is not installed on this machine"
        faults.add(1, "engine", wrong, "install libharfbuzz-subset0, or run `make pdf` once")
        faults.check()
    variant = sheet.standard.variant
    with _complaints() as complaints, tagging(tags.add_tags):
        try:
            document = HTML(string=sheet.html, base_url=BASE, url_fetcher=Fetcher()).render(
                stylesheets=[_css(sheet.styles, sheet.fonts)],
                font_config=_fonts(sheet.fonts),
                pdf_variant=variant,
            )
            tags.links(document)
            metadata.describe(document.metadata, sheet)
            with mapping(lambda: document):
                pdf = document.write_pdf(pdf_variant=variant, pdf_tags=True, finisher=finish)
        except _FAILURES as error:
            wrong = f"the engine failed ({type(error).__name__}: {error})"
            faults.add(1, "engine", wrong, "nothing was delivered")
            raise ProofError(faults) from error
    for complaint in complaints:
        faults.add(1, "typesetting", complaint, "nothing was delivered")
    faults.check()
    return Typeset(pdf, len(document.pages), sheet.standard, loaded())


def warm() -> None:
    """Start the engine, and let it do once all that is slow at the first time.

    The styles of the last start are parsed, which are most often those of this one.
    """
    start()
    styles = kept.load("styles", _LAST) or b""
    page = f"<html lang=en><title>-</title><h1>Title</h1><p>{'characteristically ' * 50}</p>"
    with suppress(StatementError):
        set_type(_blank(page, styles.decode("utf-8")))


def _blank(html: str, styles: str) -> Sheet:
    none = datetime.min
    return Sheet(Path(), html, styles, "", STANDARDS[DEFAULT], (), (), (), none, none)


@cache
def _fonts(files: tuple[Path, ...] = ()) -> FontConfiguration:
    """Return the font configuration with these `files` of the system besides our own.

    There is one for each set of files in this process; each new one would leak 0.3 MB.
    """
    from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415

    from communique.typeset.patches import add_faces  # noqa: PLC0415

    fonts = FontConfiguration()
    add_faces(fonts, files)
    return fonts


@cache
def _css(styles: str, files: tuple[Path, ...]) -> CSS:
    """Return `styles` parsed, once for all documents that share them."""
    from weasyprint import CSS  # noqa: PLC0415

    from communique.typeset.fetch import Fetcher  # noqa: PLC0415

    kept.store("styles", _LAST, styles.encode("utf-8"))
    return CSS(string=styles, base_url=BASE, url_fetcher=Fetcher(), font_config=_fonts(files))


class _Ear(logging.Handler):
    """Keeps what WeasyPrint logs from warnings upwards."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if not record.msg.startswith(".notdef"):  # the proof says which character, and its line
            self.heard.append(record.getMessage())


@contextmanager
def _complaints() -> Iterator[list[str]]:
    """Collect the engine's warnings: what it only logs would otherwise go unseen onto paper."""
    logger, ear = logging.getLogger("weasyprint"), _Ear()
    propagate, logger.propagate = logger.propagate, False
    logger.addHandler(ear)
    try:
        yield ear.heard
    finally:
        logger.removeHandler(ear)
        logger.propagate = propagate
