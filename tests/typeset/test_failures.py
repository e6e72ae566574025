"""A failure of the engine may be avoided; a bug of ours is told as one, at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pydyf
import pytest
import weasyprint

from communique.compose.page import compose
from communique.content.content import content_of
from communique.design import edition
from communique.model.faults import BugError, ProofError, StatementError
from communique.read.source import read
from communique.run import pipeline
from communique.store.naming import STANDARD
from communique.store.paths import TEMPLATES
from communique.typeset import engine, links, metadata, tags
from tests.samples import with_body

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from communique.compose.sheet import Sheet
    from communique.typeset.engine import Typeset
    from tests.conftest import Write

TEXT = with_body("- one\n- two\n\nWords[^1].\n\n[^1]: A note.")


class Built:
    """Builds the statement, and counts how often it was typeset."""

    def __init__(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.path = path
        self.tries = 0
        set_type = engine.set_type

        def counted(sheet: Sheet) -> Typeset:
            self.tries += 1
            return set_type(sheet)

        monkeypatch.setattr(engine, "set_type", counted)

    def __call__(self) -> None:
        pipeline.build(read(self.path), STANDARD, self.path.parent / "out")


@pytest.fixture
def build(statement: Write, monkeypatch: pytest.MonkeyPatch) -> Built:
    return Built(statement(TEXT), monkeypatch)


def written_in(file: str | None, call: str = "assert False, 'odd'") -> Callable[..., Any]:
    """Return a function that fails as if it was written in `file`."""
    assert file
    names: dict[str, Any] = {}
    exec(compile(f"def fail(*_, **__):\n {call}", file, "exec"), names)  # noqa: S102
    fail: Callable[..., Any] = names["fail"]
    return fail


@pytest.mark.parametrize(
    ("place", "fail"),
    [
        ("communique.typeset.tagging.roles.NUMBERING", {}),
        ("communique.typeset.links.links", written_in(links.__file__, "None.pages")),
        ("communique.typeset.metadata.finish", written_in(metadata.__file__, "1 / 0")),
        ("communique.typeset.structure.Writer.id_tree", lambda: None),
        ("communique.typeset.tags._prune", written_in(tags.__file__, "_prune()")),
    ],
)
def test_a_mistake_in_our_own_modules_is_a_bug_and_nothing_else_is_tried(
    place: str, fail: object, build: Built, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(place, fail)
    with pytest.raises(BugError) as told:
        build()
    assert "Traceback" in told.value.details
    assert build.tries == 1


def test_what_we_give_to_a_package_wrongly_is_a_bug(
    build: Built, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pydyf.Array.data", property(written_in(pydyf.__file__)))
    call = "import pydyf; pydyf.Array([1]).data"
    monkeypatch.setattr(tags, "_prune", written_in(tags.__file__, call))
    with pytest.raises(BugError, match="AssertionError: odd"):
        build()
    assert build.tries == 1


def test_where_the_engine_fails_other_ways_are_tried_and_it_is_said(
    build: Built, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(weasyprint.HTML, "render", written_in(weasyprint.__file__))
    with pytest.raises(ProofError) as refused:
        build()
    assert str(refused.value) == (
        f"{build.path}:1: engine: the engine failed (AssertionError: odd); nothing was delivered"
    )
    assert build.tries == 5


def test_what_the_engine_warned_of_before_it_failed_is_the_reason(
    build: Built, monkeypatch: pytest.MonkeyPatch
) -> None:
    call = "import logging; logging.getLogger('weasyprint').warning('no such thing'); 1 / 0"
    monkeypatch.setattr(links, "links", written_in(tags.__file__, call))
    with pytest.raises(StatementError, match="1: typesetting: no such thing; nothing was"):
        build()
    assert build.tries == 1


def test_memory_that_runs_out_is_told_as_that(
    build: Built, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(links, "links", written_in(tags.__file__, "raise MemoryError"))
    with pytest.raises(MemoryError):
        build()


def test_what_a_stylesheet_hides_is_told_where_the_engine_fails_at_it(
    project: Path, statement: Write
) -> None:
    for name, text in (
        ("editions/own.yaml", "inherits: standard\ndescription: Own\nstylesheet: own.css\n"),
        ("styles/own.css", "td {\n  position: running(cell);\n}\n"),
    ):
        path = project / "templates" / name
        path.parent.mkdir(parents=True)
        path.write_text(text, "utf-8")
    cells = with_body("| A | B |\n|---|---|\n| 1 | 2 |")
    page = compose(content_of(read(statement(cells)), edition.load("own")))
    with pytest.raises(ProofError) as refused:
        engine.typeset(page)
    (fault,) = refused.value.faults
    assert fault.wrong.startswith("the engine failed (TypeError: min-content width for TextBox")
    assert (
        fault.instead
        == "take back what may be the cause: templates/styles/own.css:2 position: running(cell)"
    )


def test_where_the_engine_fails_at_a_stylesheet_its_declaration_is_named(
    project: Path, statement: Write
) -> None:
    css = (TEMPLATES / "styles/base.css").read_text("utf-8")
    rule = ".contents a::after { content: target-counter(attr(href), pages) }\n"
    own = project / "templates/styles/base.css"
    own.parent.mkdir(parents=True)
    own.write_text(css + rule, "utf-8")
    path = statement("---\ntitle: A\ncontents: true\n---\n\nOne.\n\n## B\n\nTwo.\n\n## C\n\nYes.\n")
    with pytest.raises(ProofError) as told:
        pipeline.make(read(path), STANDARD)
    (fault,) = told.value.faults
    assert fault.wrong.startswith("the engine failed (AttributeError: ")
    line = css.count("\n") + 1
    declared = f"templates/styles/base.css:{line} content: target-counter(attr(href), pag…"
    assert fault.instead == f"take back what may be the cause: {declared}"
