"""The editions, each a small file in ``templates/editions`` that inherits and overrides."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

from pydantic import Field

from communique.design import templates, yaml_lines
from communique.design.styles import stylesheets
from communique.design.validation import named, suggestion, validate
from communique.model.faults import DesignError, Faults, UsageError
from communique.model.values import Model
from communique.store.naming import STANDARD
from communique.store.paths import from_here

if TYPE_CHECKING:
    from pathlib import Path


#: So much of the height of a page a picture takes at most: its caption stands below it.
_PICTURE = 0.85
#: So wide is a line of 20 characters, in em: less holds no words.
_LEAST_ROOM = 10
_PT = 25.4 / 72  # mm
#: What an edition has from its file or from that which it inherits, and what it has if neither
#: says it.
_NEEDED = ("description", "paper", "margins", "notes", "text_size", "minimum_size")
_DEFAULTS: dict[str, Any] = {"template": "statement.html", "languages": 1, "foot": "page"}
_DEFAULTS |= {"section_head": True, "serifs": True, "divided_tables": True}
_VALUES = (*_NEEDED, *_DEFAULTS)


class Paper(Model):
    """A sheet, in mm."""

    width: float = Field(gt=0)
    height: float = Field(gt=0)


class Margins(Model):
    """What stays free of text, in mm; the folio and the running head stand outside of it."""

    top: float = Field(gt=0)
    first: float = Field(gt=0)
    """The top margin of the first page."""
    stated: float = Field(default=0, ge=0)
    """What `top` is larger where pages say over the running head that a text is not final."""
    bottom: float = Field(gt=0)
    outer: float = Field(gt=0)
    """Beside the facts."""
    inner: float = Field(gt=0)
    """On the other side, beside the text."""

    def room_on(self, paper: Paper) -> float:
        """Return the shorter side of what is between them, in mm."""
        wide, high = self.outer + self.inner, max(self.top, self.first) + self.bottom
        return min(paper.width - wide, paper.height - high)


class EditionFile(Model):
    """One file of ``templates/editions``. What it leaves out it inherits."""

    inherits: str | None = None
    """The edition it starts from."""
    description: str | None = None
    """One line for the verb list; without it, what differs from the inherited one is said."""
    stylesheet: str | None = None
    """A file of ``templates/styles``, read after those of the inherited edition."""
    paper: Paper | None = None
    """The sheet, in mm."""
    margins: Margins | None = None
    """The margins, in mm."""
    template: str | None = None
    """A file of ``templates``."""
    languages: int | None = Field(default=None, ge=1, le=2)
    """How many languages stand side by side."""
    notes: Literal["foot", "end"] | None = None
    """Where the notes stand: at the foot of their pages, or at the end of the text."""
    foot: Literal["page", "end"] | None = None
    """Where the lines stand that a theme has in the foot: there, or at the end of the text."""
    section_head: bool | None = None
    """Whether the running head names the section beside the title."""
    serifs: bool | None = None
    """Whether type has serifs, but for figures, tables and labels; else all is as these are."""
    divided_tables: bool | None = None
    """Whether the words of a table that is too wide are divided before it is set as a list."""
    text_size: float | None = Field(default=None, gt=0)
    """The size of the text, in pt, from which the stylesheets take all other sizes."""
    minimum_size: float | None = Field(default=None, gt=0)
    """The smallest size of type on the page, in pt."""


@dataclass(frozen=True)
class Edition:
    """An edition with all it inherits; what is not said here is said of `EditionFile`."""

    name: str
    description: str
    stylesheets: tuple[str, ...]
    """Files of ``templates/styles``, the general before the particular."""
    template: str
    languages: int
    paper: Paper
    margins: Margins
    notes: str
    """``foot`` or ``end``: of the pages, of the text."""
    foot: str
    """``page`` or ``end``: where the lines stand that a theme has in the foot of pages."""
    section_head: bool
    serifs: bool
    divided_tables: bool
    text_size: float
    minimum_size: float
    """The smallest size of type on the page, in pt."""
    own_files: tuple[Path, ...]
    """Its file and those of the editions it inherits from."""

    def stating(self) -> Edition:
        """Return this with room over the running heads for what is said of a text not final."""
        margins = self.margins.model_copy(update={"top": self.margins.top + self.margins.stated})
        return replace(self, margins=margins)

    @property
    def files(self) -> tuple[Path, ...]:
        """The files that the edition is made of."""
        return (*self.own_files, *(_stylesheet(name) for name in self.stylesheets))

    @property
    def styles(self) -> str:
        """The edition's CSS: its measures as variables, then its stylesheets."""
        measures = {
            "paper": f"{self.paper.width}mm {self.paper.height}mm",
            "paper-width": f"{self.paper.width}mm",
            "paper-turned": f"{self.paper.height}mm {self.paper.width}mm",
        }
        measures |= {name: f"{value}mm" for name, value in self.margins}
        area = self.paper.height - self.margins.top - self.margins.bottom
        measures["tallest"] = f"{area * _PICTURE:.1f}mm"
        measures |= {"text-size": f"{self.text_size:g}pt", "least": f"{self.minimum_size}pt"}
        measures["section-head"] = "string(section)" if self.section_head else "none"
        variables = "".join(f"  --{name}: {value};\n" for name, value in measures.items())
        own = stylesheets.named(self.own_files[0], f":root {{\n{variables}}}\n")
        faults = Faults(self.own_files[0], DesignError)
        sheets = [
            faults.attempt(stylesheets.load, _stylesheet(name)) or "" for name in self.stylesheets
        ]
        faults.check()
        return own + "".join(sheets)


def _stylesheet(name: str) -> Path:
    return templates.path(f"styles/{name}")


def names() -> list[str]:
    """Return the names of all editions, the standard one first."""
    found = templates.names("editions", ".yaml")
    return sorted(found, key=lambda name: name != STANDARD)


def single() -> list[str]:
    """Return the names of the editions in one language."""
    return [name for name in names() if load(name).languages == 1]


def place(edition: Edition, key: str) -> tuple[Path, int] | None:
    """Return the project's file that gives a `key` of `edition`, and its line.

    None is returned where a file of the program gives it.
    """
    for path in edition.own_files:
        mapping = yaml_lines.parse(templates.text(path), 1, Faults(path))
        if key in mapping.values:
            return (from_here(path), mapping.line((key,))) if templates.is_own(path) else None
    return None


@templates.remembered
def load(name: str) -> Edition:
    """Return the edition `name`.

    Raises `UsageError` where there is none, and `DesignError` where its file is at fault.
    """
    return _load(name, ())


def _load(name: str, below: tuple[str, ...]) -> Edition:
    """Return the edition `name`, from which the editions `below` inherit."""
    path = templates.find(f"editions/{name}.yaml")
    if path is None:
        raise UsageError(f"there is no edition {name}; {suggestion(name, names())}")
    faults = Faults(from_here(path), DesignError)
    mapping = yaml_lines.parse(templates.text(path), 1, faults)
    file = validate(EditionFile, mapping, faults)
    named.check_inherits(mapping, (name, *below), names(), "edition", faults)
    named.check_file(mapping, ("stylesheet",), "styles", faults)
    named.check_file(mapping, ("template",), "", faults)
    faults.check()
    assert file is not None  # noqa: S101  # without a file there are faults
    parent = _load(file.inherits, (name, *below)) if file.inherits else None
    values = _inherited(file, parent)
    if missing := [key for key in _NEEDED if key not in values]:
        wrong = f"there is no {' and no '.join(missing)}"
        faults.add(1, "edition", wrong, "give it, or inherit an edition that has it")
        raise DesignError(faults)
    sheets = (*(parent.stylesheets if parent else ()), *filter(None, [file.stylesheet]))
    files = (path, *(parent.own_files if parent else ()))
    made = Edition(name=name, stylesheets=sheets, own_files=files, **values)
    paper, size = made.paper, made.minimum_size
    if made.margins.room_on(paper) < (least := _LEAST_ROOM * size * _PT):
        keys = ("margins", "paper", "text_size")
        key = next((key for key in keys if getattr(file, key)), "minimum_size")
        wrong = (
            f"the margins leave no room on a sheet of {paper.width:g} by {paper.height:g} mm: text"
            f" in {size:g} pt needs {least:.0f} mm each way"
        )
        instead = "make them smaller, or the sheet larger"
        faults.add(mapping.line((key,)), key, wrong, instead)
        raise DesignError(faults)
    return made


def _inherited(file: EditionFile, parent: Edition | None) -> dict[str, Any]:
    """Return what a file gives, and for what it leaves out what its `parent` has.

    The smallest size grows or shrinks with that of the text.
    """
    given = {key: value for key, value in file if key in _VALUES and value is not None}
    if parent is None:
        return _DEFAULTS | given
    own = " and ".join(key.replace("_", " ") for key in given) or "stylesheet"
    values = {key: getattr(parent, key) for key in _VALUES}
    values["description"] = f"{parent.name} with its own {own}"
    if file.text_size:
        values["minimum_size"] *= file.text_size / parent.text_size
    return values | given
