"""The emblem of a theme: which file, what it shows, how high it is and where it stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BeforeValidator, Field

from communique.design import templates
from communique.model.values import Model, Text, refuse

if TYPE_CHECKING:
    from pathlib import Path

    from communique.design.yaml_lines import Mapping
    from communique.model.faults import Faults


def _file(value: object) -> str:
    if not isinstance(value, str) or not re.fullmatch(r"[\w-]+\.(?i:svg|png)", value):
        wrong = f"{value or 'it'} is not an SVG or PNG beside the theme"
        raise refuse(wrong, "name one, such as emblem.svg")
    return value


def _side(value: object) -> object:
    """Take the place of an emblem, which is no side of the page: that depends on the language."""
    meant = {"left": "start", "right": "end"}.get(str(value))
    if meant:
        turned = "right" if value == "left" else "left"
        instead = f"write {meant}, which is the {value}, and the {turned} in Arabic and Hebrew"
        raise refuse(f"{value} is not one of its places", instead)
    return "centre" if value in ("center", "middle") else value


class Emblem(Model):
    """A drawing in ``templates/themes`` that stands above the masthead."""

    file: Annotated[str, BeforeValidator(_file)]
    text: Text
    """What it shows, for those who cannot see it."""
    height: float = Field(default=16, gt=0)
    """How high it is on the page, in mm."""
    place: Annotated[Literal["start", "centre", "end"], BeforeValidator(_side)] = "start"
    """Where it stands: before the sender, in the middle above it, or after it."""

    @property
    def path(self) -> Path:
        """Where the file is."""
        return templates.path(f"themes/{self.file}")

    @property
    def is_drawn(self) -> bool:
        """Whether it is an SVG, and no PNG."""
        return self.file.lower().endswith(".svg")


def check_text(own: Mapping, before: Emblem | None, faults: Faults) -> None:
    """Note where a theme has another emblem than it inherits, and only the text of that."""
    file, text = (own.at(("emblem", key)) for key in ("file", "text"))
    if before and file not in (None, before.file) and not text:
        wrong = f"it has the text of {before.file}, “{before.text}”"
        instead = f"write beside it what {file} shows: text: …"
        faults.add(own.line(("emblem", "file")), "emblem.file", wrong, instead)
