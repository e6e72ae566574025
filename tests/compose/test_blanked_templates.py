"""Nothing in a template can go missing: the build is refused, or the page is the same.

Each expression and each part of the templates is left out in turn, and statements that use every
field and every part of a text are built.
"""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from communique.compose import page as page_module
from communique.compose import template
from communique.compose.page import Page, compose
from communique.content.content import Content, content_of
from communique.design import edition
from communique.design.theme import Emblem
from communique.model.faults import FaultsError
from communique.prove import prove
from communique.read.source import read
from communique.store import places
from communique.store.paths import ROOT, TEMPLATES
from communique.typeset.engine import typeset
from tests.samples import png

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.model.statement import Statement

HERE = Path(__file__).parent
_SHOWN = re.compile(r"\{\{.*?\}\}|\{% include .*?%\}", re.DOTALL)


class Gap(NamedTuple):
    """An expression of a template that is left out: the file, and where in it."""

    file: str
    start: int
    end: int
    text: str

    def __str__(self) -> str:
        source = (TEMPLATES / self.file).read_text("utf-8")
        return f"{self.file}:{source.count(chr(10), 0, self.start) + 1}:{self.text}"


def gaps() -> list[Gap]:
    found = []
    for path in sorted([*TEMPLATES.glob("*.html"), *TEMPLATES.glob("parts/*.html")]):
        name = path.relative_to(TEMPLATES).as_posix()
        for match in _SHOWN.finditer(path.read_text("utf-8")):
            found.append(Gap(name, *match.span(), match[0]))
    return found


@pytest.fixture(scope="module")
def contents(tmp_path_factory: pytest.TempPathFactory) -> list[Content]:
    """Return what statements with every field say: alone, numbered, with an emblem, in pairs."""
    folder = tmp_path_factory.mktemp("everything")
    (folder / "gauge.png").write_bytes(png(40, 30))
    (folder / "drop.png").write_bytes(png(4, 4))

    def written(tag: str, old: str = "", new: str = "") -> Statement:
        text = (HERE / f"everything.{tag}.md").read_text("utf-8")
        path = folder / f"everything.{tag}.md"
        path.write_text(text.replace(old, new, 1), "utf-8")
        return read(path)

    english, arabic = written("en"), written("ar")
    plain = content_of(english, edition.load("standard"))
    emblem = Emblem(file="arms.svg", text="The arms of Upland")
    official = plain.theme.model_copy(update={"emblem": emblem, "contact": "press@example.org"})
    without_contact = written("en", "contact: {text: presse@example.org, language: de}\n")
    return [
        plain,
        content_of(written("en", "contents: true", "numbered: true"), edition.load("standard")),
        content_of(english, edition.load("standard"), notes_at_end=True),
        content_of(arabic, edition.load("standard")),
        replace(content_of(without_contact, edition.load("standard")), theme=official),
        content_of(replace(english, beside=arabic), edition.load("parallel")),
    ]


@pytest.fixture(scope="module", autouse=True)
def arms(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Let the tests work in a project that has an emblem."""
    folder = tmp_path_factory.mktemp("project")
    (folder / places.SETTINGS).write_text("", "utf-8")
    file = folder / "templates" / "themes" / "arms.svg"
    file.parent.mkdir(parents=True)
    shutil.copy(ROOT / "docs" / "example.svg", file)
    before = places.project()
    places.enter(str(folder))
    yield
    places.enter(before)


@pytest.fixture(scope="module")
def whole(contents: list[Content]) -> list[tuple[Page, bytes]]:
    """Return their pages and PDFs, which are proven, from whole templates."""
    made = []
    for content in contents:
        page = compose(content)
        pdf = typeset(page).pdf
        prove(content, pdf)
        made.append((page, pdf))
    return made


def without(gap: Gap, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the templates be read without what `gap` is."""

    def get_source(self: Any, environment: Any, name: str) -> tuple[str, str, object]:
        text, path, _ = original(self, environment, name)
        if name == gap.file:
            text = text[: gap.start] + text[gap.end :]
        return text, path, lambda: True

    original = template._Loader.get_source
    fresh = cache(template.environment.__wrapped__)
    monkeypatch.setattr(template._Loader, "get_source", get_source)
    monkeypatch.setattr(template._Compiled, "load_bytecode", lambda *_: None)
    monkeypatch.setattr(template._Compiled, "dump_bytecode", lambda *_: None)
    monkeypatch.setattr(page_module, "environment", fresh)


@pytest.mark.usefixtures("engine")
@pytest.mark.parametrize("gap", gaps(), ids=str)
def test_what_a_template_leaves_out_is_noticed(
    gap: Gap, whole: list[tuple[Page, bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    without(gap, monkeypatch)
    shown = False
    for page, pdf in whole:
        try:
            other = compose(page.content)
            if other.html == page.html:
                continue
            shown = True
            made = typeset(other).pdf
            if made != pdf:
                prove(page.content, made)
                pytest.fail("it is delivered, and another page")
        except FaultsError:
            return
    assert shown, "no statement shows it"
