"""A template that fails is told with its own file and line, whatever goes wrong in it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from communique.compose import page
from communique.compose.template_faults import filling
from communique.content.content import content_of
from communique.design import edition
from communique.model.faults import DesignError, StatementError
from communique.read.source import read
from communique.store.paths import TEMPLATES
from tests.samples import with_body

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Write


@pytest.fixture
def templates(project: Path) -> Path:
    """The project's own templates: a copy of ours."""
    return shutil.copytree(TEMPLATES, project / "templates", dirs_exist_ok=True)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "front.subtitle",
            "front.subtitl",
            "parts/title.html:6: template: Front has no attribute 'subtitl'; check the name",
        ),
        (
            "front.byline",
            "frnt.byline",
            "parts/title.html:9: template: 'frnt' is undefined; check the name",
        ),
        (
            "{% if front.issuers %}",
            "",
            "parts/title.html:27: template: Encountered unknown tag 'endif'",
        ),
        (
            'text.phrase(front.title, true, nodes=front.marked.get("title", ()))',
            "text.phrase(",
            "parts/title.html:5: template: unexpected '}', expected ')'; mend the template",
        ),
        (
            "inlines(nodes, title, cell)",
            "inlines(3, title, cell)",
            "parts/text.html:{line}: template: it fails (TypeError: 'int' object is not iterable) "
            "(called from templates/statement.html:14); mend the template",
        ),
        (
            "parts/facts.html",
            "parts/fact.html",
            "statement.html:11: template: there is no template parts/fact.html; check its name",
        ),
        (
            "language.direction",
            "language.labels.no.more",
            "statement.html:2: template: Labels has no attribute 'no'; check the name",
        ),
    ],
)
def test_a_mistake_in_a_template_is_told_with_its_line(
    templates: Path, statement: Write, old: str, new: str, told: str
) -> None:
    file = templates / told.partition(":")[0]
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(DesignError) as refused:
        page.compose(content_of(read(statement()), edition.load("standard")))
    line = text[: text.index(old)].count("\n") + 1
    assert str(refused.value).startswith(f"templates/{told.replace('{line}', str(line))}")
    assert len(str(refused.value).split("\n")) == 1


def test_who_gave_a_macro_something_wrong_is_told_too(templates: Path, statement: Write) -> None:
    title = templates / "parts" / "title.html"
    text = title.read_text("utf-8")
    title.write_text(
        text.replace(
            'text.phrase(front.title, true, nodes=front.marked.get("title", ()))', "text.phrase()"
        ),
        "utf-8",
    )
    with pytest.raises(
        DesignError, match=r"^templates/parts/text\.html:3: .* \(called from "
    ) as refused:
        page.compose(content_of(read(statement()), edition.load("standard")))
    assert "templates/parts/title.html:5)" in str(refused.value)


def test_what_goes_wrong_outside_of_templates_is_not_told_as_theirs() -> None:
    with pytest.raises(ZeroDivisionError), filling():
        raise ZeroDivisionError


def test_a_fault_that_is_one_already_stays_what_it_is() -> None:
    with pytest.raises(StatementError), filling():
        raise StatementError([])


def test_the_templates_as_they_are_have_no_fault(templates: Path, statement: Write) -> None:
    assert templates.is_dir()
    made = page.compose(content_of(read(statement(with_body("Words."))), edition.load("standard")))
    assert "Words." in made.html
