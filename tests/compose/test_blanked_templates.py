"""Nothing in a template can go missing: the build is refused, or the page is the same.

Each expression and each part of the templates is left out in turn, and statements that use every
field and every part of a text are built: every eighth of them here, all in `make conformance`.
"""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from communique.compose import template
from communique.compose.page import Page, compose
from communique.content.content import Content, content_of
from communique.design import edition
from communique.model.faults import BugError, FaultsError
from communique.model.tables.wide import with_turned
from communique.prove import prove
from communique.read.source import read
from communique.store import places
from communique.store.paths import TEMPLATES
from communique.turns import turned
from communique.typeset.engine import typeset
from tests.samples import ROOT, png

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from _pytest.mark import ParameterSet

    from communique.model.statement import Statement

HERE = Path(__file__).parent
#: What a theme adds to the neutral one.
ARMS = """\
emblem: {file: arms.svg, text: The arms of Upland}
sender: [Board of Waters, Office of the Minister]
address: {lines: [1 Mill Lane, 1000 Upland]}
contact: [Press office, press@example.org]
"""
IN_FOOT = """\
emblem: {file: arms.svg, text: The arms of Upland, place: end}
sender: Board of Waters
address: {place: foot, lines: [1 Mill Lane, 1000 Upland]}
foot: [Telephone 1000]
"""
#: What is added to a text: words, a break and a picture.
_NEW = "We meet.\n\n---\n\n![A gauge](gauge.png)\n\nThere."
#: The line under these lies below their dots, or else it would be at the letters beside them.
_ARABIC = "We met \u0625\u062f\u0627\u0631\u0629 \u043c\u0435\u0440\u0430 there."
_SIGNATURES = re.compile(r"^signatures:\n(?: .*\n)+", re.MULTILINE)
_OTHERS = re.compile(r"^(  signatories:\n.*\n)(?:    - .*\n)+", re.MULTILINE)
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
    """Return what statements with every field say, those first that are typeset soonest.

    The front matter alone, with one signatory, whom the engine sets sooner than several: without
    signatures, with an emblem, in Arabic, in pairs. The text alone: numbered, with a list of
    contents, with notes at its end, in Arabic, in pairs. Both.
    """
    folder = tmp_path_factory.mktemp("everything")
    (folder / "gauge.png").write_bytes(png(40, 30))
    (folder / "drop.png").write_bytes(png(4, 4))
    standard = edition.load("standard")

    def written(tag: str, change: Callable[[str], str] = str) -> Statement:
        path = folder / f"everything.{tag}.md"
        path.write_text(change((HERE / path.name).read_text("utf-8")), "utf-8")
        return read(path)

    def front(text: str) -> str:
        _, fields, _ = text.split("---\n", 2)
        fields = _OTHERS.sub(r"\1", fields.replace("contents: true", "contents: false"))
        return f"---\n{fields}---\n\nWe met at the FAO mill.\n"

    def together(text: str) -> str:
        said = "    - {name: Ada Brook, office: Minister, party: Upland, on_behalf: For both}\n"
        return re.sub(r"    - \{name: Ada.*\n", said + said.replace("Ada", "Ben"), front(text))

    def unsigned(text: str) -> str:
        return _SIGNATURES.sub("", front(text))

    def body(text: str) -> str:
        _, _, below = text.split("---\n", 2)
        return f"---\ntitle: The river\n---\n{below}"

    def official(text: str) -> str:
        text = front(text)
        text = text.replace("Minister, country", "Minister, organisation: Board of Waters, country")
        return text.replace("contact: {text: presse@example.org, language: de}", "theme: arms")

    def in_foot(text: str) -> str:
        return official(text).replace("theme: arms", "theme: foot")

    def body_with(field: str) -> Callable[[str], str]:
        return lambda text: body(text).replace("title:", f"{field}\ntitle:")

    def parallel(change: Callable[[str], str] = str) -> Content:
        pair = replace(written("en", change), beside=written("ar", change))
        return content_of(pair, edition.load("parallel"))

    def drafted(text: str) -> str:
        return front(text).replace("title:", "draft: {version: 2, at: 2026-03-12}\ntitle:", 1)

    def words(said: str) -> Callable[[str], str]:
        return lambda _: f"---\ntitle: The river\n---\n\n{said}\n"

    before = written("en", words("We met there."))
    return [
        content_of(written("en", unsigned), standard),
        content_of(written("en", front), standard),
        content_of(written("en", body), standard),
        content_of(written("en", body_with("numbered: true")), standard),
        content_of(written("en", body_with("contents: true")), standard),
        content_of(written("en", body), standard, notes_at_end=True),
        content_of(written("ar", front), standard),
        content_of(written("ar", body), standard),
        content_of(written("en", official), standard),
        content_of(written("en", in_foot), edition.load("large-print")),
        content_of(written("en", together), standard),
        content_of(with_turned(written("en", body), {0}), standard),
        content_of(written("en", drafted), standard),
        content_of(
            turned(written("en", words("We [will [now] *meet*].")), "negotiation"), standard
        ),
        content_of(turned(written("en", words(_NEW)), "changes", before), standard),
        content_of(turned(written("en", words(_ARABIC)), "changes", before), standard),
        parallel(front),
        parallel(body),
        content_of(written("en"), standard),
        parallel(),
    ]


@pytest.fixture(scope="module", autouse=True)
def arms(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Let the tests work in a project that has an emblem."""
    folder = tmp_path_factory.mktemp("project")
    (folder / places.SETTINGS).write_text("", "utf-8")
    file = folder / "templates" / "themes" / "arms.svg"
    file.parent.mkdir(parents=True)
    shutil.copy(ROOT / "docs" / "example.svg", file)
    neutral = (TEMPLATES / "themes" / "neutral.yaml").read_text("utf-8")
    file.with_suffix(".yaml").write_text(f"{neutral}{ARMS}", "utf-8")
    file.with_name("foot.yaml").write_text(f"{neutral}{IN_FOOT}", "utf-8")
    before = places.project()
    places.enter(str(folder))
    yield
    places.enter(before)


class Whole(NamedTuple):
    """A page from whole templates, and its PDF, which is made and proven when it is asked for."""

    page: Page
    pdf: Callable[[], bytes]
    reached: frozenset[Gap]
    """What is reached in the templates while it is filled: without any other it is the same."""


@pytest.fixture(scope="module")
def whole(contents: list[Content]) -> list[Whole]:
    """Return the pages of the contents, from whole templates."""
    pages = [compose(content) for content in contents]
    reached = reached_by(pages)
    forget()

    def unbuilt(page: Page, gaps: frozenset[Gap]) -> Whole:
        @cache
        def pdf() -> bytes:
            made = typeset(page).pdf
            prove(page.content, made)
            return made

        return Whole(page, pdf, gaps)

    return list(map(unbuilt, pages, reached))


def reached_by(pages: list[Page]) -> list[frozenset[Gap]]:
    """Return what is reached in the templates when each page is composed: all of it tells so."""
    every, found = gaps(), set[Gap]()

    def get_source(self: Any, environment: Any, name: str) -> tuple[str, str, object]:
        text, path, is_current = original(self, environment, name)
        for number, gap in reversed(list(enumerate(every))):
            if gap.file == name:
                shown = gap.text
                if shown.startswith("{%"):
                    told = f"{{% set _ = reached({number}) %}}{shown}"
                else:  # spaces before it go where a hyphen says so
                    dash = "-" if shown[2] == "-" else ""
                    told = f"{{{{{dash} reached({number}) }}}}{{{{{shown[2 + len(dash) :]}"
                text = text[: gap.start] + told + text[gap.end :]
        return text, path, is_current

    def reached(number: int) -> str:
        found.add(every[number])
        return ""

    original = template._Loader.get_source
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(template._Loader, "get_source", get_source)
        patch.setattr(template._Compiled, "dump_bytecode", lambda *_: None)
        patch.setitem(template.environment(traced=False).globals, "reached", reached)
        forget()
        by_page = []
        for page in pages:
            found.clear()
            assert compose(page.content).html == page.html
            by_page.append(frozenset(found))
    return by_page


@pytest.fixture
def gap(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Gap]:
    """Let the template of the gap be read without it; all others stay compiled."""
    left_out: Gap = request.param

    def get_source(self: Any, environment: Any, name: str) -> tuple[str, str, object]:
        text, path, is_current = original(self, environment, name)
        if name != left_out.file:
            return text, path, is_current
        return text[: left_out.start] + text[left_out.end :], path, lambda: True

    original = template._Loader.get_source
    monkeypatch.setattr(template._Loader, "get_source", get_source)
    monkeypatch.setattr(template._Compiled, "dump_bytecode", lambda *_: None)
    forget(left_out.file)
    yield left_out
    forget(left_out.file)


def forget(file: str = "") -> None:
    """Let the template `file`, or each one, be read anew when it is next used."""
    for traced in (False, True):
        cached = template.environment(traced=traced).cache
        assert cached is not None
        for key in [key for key in cached if file in ("", key[1])]:
            del cached[key]


def marked() -> list[ParameterSet]:
    """Return all gaps, those that are too many for every change marked so."""
    many = pytest.mark.conformance
    return [pytest.param(gap, marks=[many] * (n % 8 > 0)) for n, gap in enumerate(gaps())]


@pytest.mark.usefixtures("engine")
@pytest.mark.parametrize("gap", marked(), ids=str, indirect=True)
def test_what_a_template_leaves_out_is_noticed(gap: Gap, whole: list[Whole]) -> None:
    shown = False
    for page, pdf, reached in whole:
        if gap not in reached:
            continue
        try:
            other = compose(page.content)
            if other.html == page.html:
                continue
            shown = True
            made = typeset(other).pdf
            prove(page.content, made)
        except (FaultsError, BugError):  # these templates are ours: what only they can cause
            return
        assert made == pdf(), "it is delivered, and another page"
    assert shown, "no statement shows it"


@pytest.mark.conformance
@pytest.mark.usefixtures("engine")
def test_nothing_is_noticed_where_nothing_is_left_out(whole: list[Whole]) -> None:
    assert all(pdf().startswith(b"%PDF") for _, pdf, _ in whole)
