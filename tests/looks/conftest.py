"""A project with a theme of its own, and what its pages say."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from communique.design import templates
from communique.pdf_reading.reading import Reading
from communique.read.source import read
from communique.run import pipeline
from communique.store.paths import TEMPLATES
from tests.samples import png

if TYPE_CHECKING:
    from pathlib import Path

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 12 30">'
    '<path fill="#14284b" d="M3 10h6l3 20H0zM2 6h8v3H2z"/></svg>'
)
WORDS = """\
---
title: Lights for the Grey Strait
issued: 2026-03-12
theme: own
---

Norland and Valdore will renew the nine lights.
"""

Look = Callable[..., Reading]
"""Builds a statement in the look of some YAML and CSS, and returns what its pages say."""


@pytest.fixture
def look(engine: None, project: Path) -> Look:  # noqa: ARG001  # it is wanted for its effect
    def build(  # noqa: PLR0913  # what differs from look to look
        more: str,
        css: str = "",
        *,
        words: str = WORDS,
        name: str = "a.en.md",
        kind: str = "standard",
        beside: str = "",
        first: Mapping[str, str] | None = None,
    ) -> Reading:
        own = project / "templates"
        for folder in ("themes", "styles"):
            (own / folder).mkdir(parents=True, exist_ok=True)
        neutral = (TEMPLATES / "themes/neutral.yaml").read_text("utf-8")
        for key, family in (first or {}).items():  # a font comes before those that it has
            neutral = neutral.replace(f"  {key}: [", f"  {key}: [{family}, ")
        sheet = "stylesheet: own.css\n" if css else ""
        (own / "themes/own.yaml").write_text(neutral + sheet + more, "utf-8")
        (own / "themes/own.svg").write_text(SVG)
        (own / "themes/own.png").write_bytes(png(64, 16))
        (own / "themes/wide.png").write_bytes(png(400, 40))
        (own / "styles/own.css").write_text(css, "utf-8")
        (project / name).write_text(words, "utf-8")
        templates.forget()
        statement = read(project / name)
        if kind == "parallel":  # beside itself, in another language
            (project / beside).write_text(words, "utf-8")
            statement = replace(statement, beside=read(project / beside))
        made = pipeline.build(statement, kind, project / "out").files["pdf"]
        return Reading(made.path.read_bytes())

    return build
