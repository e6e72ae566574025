"""The call of the engine: what it needs is set up once, and its warnings are failures."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from communique.compose.sheet import Sheet, Steps, sheet
from communique.model.faults import CommuniqueError, Faults
from communique.model.standards import DEFAULT, STANDARDS, Standard
from communique.store import cache as kept
from communique.store import process
from communique.store.paths import TEMPLATES
from communique.typeset import VERSION, failures, warnings

if TYPE_CHECKING:
    from weasyprint import CSS
    from weasyprint.text.fonts import FontConfiguration

    from communique.compose.page import Page
    from communique.typeset.pages.fitting import Fit

# Pango, HarfBuzz and fontconfig read these when they are first asked, so they are set or
# removed before WeasyPrint is imported: a page is the same in every environment.
os.environ["FONTCONFIG_FILE"] = str(TEMPLATES / "fonts" / "fonts.conf")
os.environ["FC_LANG"] = "en"  # or else the locale, which fontconfig warns of where it is none
os.environ["PANGO_LANGUAGE"] = ""  # or else LANGUAGE says which forms Cyrillic letters have
for _name in ("FC_DEBUG", "FONTCONFIG_SYSROOT", "HB_SHAPER_LIST"):
    os.environ.pop(_name, None)  # the first one has fontconfig print on standard output
BASE = "communique:/"
#: What the styles with which a page was made last are kept under.
_LAST = b"the last"


@dataclass(frozen=True)
class Typeset:
    """A typeset page: the PDF's bytes, how many pages it has and what it follows."""

    pdf: bytes
    pages: int
    standard: Standard
    libraries: tuple[str, ...] = ()
    """The files of the system's libraries that took part."""
    fit: Fit | None = None
    """By which of the sheet's steps it was made to fit, if it was."""


def typeset(page: Page) -> Typeset:
    """Return the PDF of `page`, its source attached; see `set_type`."""
    return set_type(sheet(page))


def set_type(sheet: Sheet) -> Typeset:
    """Return the PDF of `sheet`.

    Raises `DesignError` or `StatementError` with what the engine warned of, `ProofError` where it
    failed, which it may not do with other page breaks, and `BugError` where we did. Threads take
    turns.
    """
    with process.alone:
        return _set_type(sheet)


def _set_type(sheet: Sheet) -> Typeset:
    start()
    _check_installation(sheet.path)
    from weasyprint.urls import FatalURLFetchingError  # noqa: PLC0415  # not before the start

    with warnings.heard() as heard:
        try:
            made = _made(sheet)
        except FatalURLFetchingError as error:
            heard.append(warnings.Warned(__file__, str(error.__cause__ or error)))
        except (CommuniqueError, MemoryError):
            raise
        except Exception as error:
            if not heard:  # or else that is the reason
                raise failures.explained(error, sheet) from error
        finally:
            if heard:
                _forget()
    warnings.check(sheet, heard)
    if sheet.styles:
        _keep(sheet.styles)
    return made


def warm() -> None:
    """Start the engine, and let it do once all that is slow at the first time.

    The styles of the last start are parsed, which are most often those of this one. What is wrong
    with them is said when they are used.
    """
    start()
    styles = kept.load("styles", _LAST) or b""
    page = f"<html lang=en><title>-</title><h1>Title</h1><p>{'characteristically ' * 50}</p>"
    with suppress(CommuniqueError):
        set_type(_empty_sheet(page, styles.decode("utf-8")))


@cache
def start() -> None:
    """Import the engine, as quickly as can be."""
    from communique.typeset.speed import quick  # noqa: PLC0415  # only what typesets needs it

    with quick():
        import weasyprint  # noqa: F401, PLC0415


def _check_installation(path: Path) -> None:
    """Raise `StatementError` where what is installed is not what the program was written for."""
    import weasyprint  # noqa: PLC0415  # as in start

    faults = Faults(path)
    if weasyprint.__version__ != VERSION:
        wrong = f"WeasyPrint {weasyprint.__version__} is installed, and {VERSION} is needed"
        faults.add(1, "engine", wrong, "run `make pdf` once")
        faults.check()
    from communique.typeset.patches import subsets_fonts  # noqa: PLC0415  # made for that version

    if not subsets_fonts():  # the engine's other way takes six times as long
        wrong = "HarfBuzz-Subset, which cuts fonts down, is not installed on this machine"
        faults.add(1, "engine", wrong, "install libharfbuzz-subset0, or run `make pdf` once")
        faults.check()


def _made(sheet: Sheet) -> Typeset:
    from weasyprint import HTML  # noqa: PLC0415  # the fonts' configuration stands first

    from communique.typeset import layout, links, metadata, patches  # noqa: PLC0415
    from communique.typeset.fetch import Fetcher  # noqa: PLC0415
    from communique.typeset.lines import grounds, hyphenation  # noqa: PLC0415
    from communique.typeset.pages.fitting import fitted  # noqa: PLC0415

    variant = sheet.standard.variant
    hyphenation.use(sheet.hyphenation)
    with layout.changed():
        page = HTML(string=sheet.html, base_url=BASE, url_fetcher=Fetcher())

        def lay_out(*step: str) -> Any:
            return page.render(
                stylesheets=[_css(styles, sheet.fonts) for styles in (sheet.styles, *step)],
                font_config=_fonts(sheet.fonts),
                pdf_variant=variant,
            )

        document, fit = fitted(lay_out(), sheet.steps, lay_out)
        links.links(document)
        metadata.describe(document.metadata, sheet)
        with patches.writing(), grounds.grounds_first(wanted=sheet.grounds):
            pdf = document.write_pdf(
                pdf_variant=variant,
                pdf_tags=True,
                finisher=lambda _, pdf: metadata.finish(sheet, pdf),
            )
    return Typeset(pdf, len(document.pages), sheet.standard, patches.loaded(), fit)


def _empty_sheet(html: str, styles: str) -> Sheet:
    none = datetime.min
    return Sheet(Path(), html, styles, Steps(), "", STANDARDS[DEFAULT], (), (), (), none, none)


@cache
def _css(styles: str, files: tuple[Path, ...]) -> CSS:
    """Return `styles` parsed, once for all documents that share them."""
    from weasyprint import CSS  # noqa: PLC0415

    from communique.typeset.fetch import Fetcher  # noqa: PLC0415

    return CSS(string=styles, base_url=BASE, url_fetcher=Fetcher(), font_config=_fonts(files))


@cache
def _fonts(files: tuple[Path, ...] = ()) -> FontConfiguration:
    """Return the font configuration with these `files` of the system besides our own.

    There is one for each set of files in this process; each new one would leak 0.3 MB. Raises
    `StatementError` where a file cannot be used.
    """
    from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415

    from communique.typeset.patches import add_font  # noqa: PLC0415

    fonts = FontConfiguration()
    for path in files:
        if not add_font(fonts, path):
            faults = Faults(path)
            faults.add(1, "font", "it cannot be read as a font", "install its package again")
            faults.check()
    return fonts


@cache
def _keep(styles: str) -> None:
    """Keep `styles` for the next start; they have worked, so they will not stop it."""
    kept.store("styles", _LAST, styles.encode("utf-8"))


def _forget() -> None:
    """Do anew for the next document what is done once, since something in it gave a warning.

    The engine warns of a rule when it parses it, or when it first uses it: once a stylesheet.
    """
    _css.cache_clear()
    _fonts.cache_clear()
