"""Templates see values, change nothing, and reach no file but templates."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from jinja2 import TemplateNotFound, UndefinedError
from jinja2.exceptions import SecurityError

from communique.compose.template import environment
from communique.design import language, theme
from communique.model.statement import FrontMatter
from communique.read.source import read
from tests.conftest import Write


@dataclass
class Foreign:
    """An object of somebody else's class, with a value and a method."""

    value: str = "a value"

    def method(self) -> str:
        """Return what no template may have."""
        return "reached"


def render(text: str, **values: object) -> str:
    return environment().from_string(text).render(**values)


def test_values_are_escaped_and_misspelt_ones_refused() -> None:
    assert render("{{ a }}", a="<b>") == "&lt;b&gt;"
    with pytest.raises(UndefinedError, match="'b' is undefined"):
        render("{{ b }}", a=1)


def test_values_of_a_statement_and_what_we_compute_of_them_are_seen(statement: Write) -> None:
    shown = read(statement())
    values = {"statement": shown, "matter": shown.matter, "language": language.load("en")}
    text = "{{ statement.slug }}, {{ matter.title.text }}, {{ language.join(['a', 'b']) }}"
    assert render(text, **values) == "meeting, A title, a and b"
    assert render("{{ f.value }}", f=Foreign()) == "a value"


@pytest.mark.parametrize(
    "expression",
    [
        "statement.path.read_text()",
        "statement.path.parent",
        "statement['path']['parent']",
        "statement|attr('path')|attr('parent')",
        "([statement.path]|map(attribute='parent')|first).name",
        "matter.parse_raw('x', content_type='pickle', allow_pickle=True)",
        "matter.parse_file('/etc/passwd')",
        "matter.model_construct()",
        "matter.__class__",
        "matter.title.__class__.__mro__",
        "language.join.__globals__",
        "language.join.__func__",
        "language.locale.parse('en')",
        "foreign.method()",
        "kind.model_construct()",
        "module.load",
        "'{0.path.parent}'.format(statement)",
        "'{0.__class__}'.format(statement)",
    ],
)
def test_what_could_reach_further_is_refused(expression: str, statement: Write) -> None:
    shown = read(statement())
    values = {
        "statement": shown,
        "matter": shown.matter,
        "language": language.load("en"),
        "foreign": Foreign(),
        "kind": FrontMatter,
        "module": theme,
    }
    with pytest.raises(SecurityError, match="safe"):
        render("{{ " + expression + " }}", **values)


@pytest.mark.parametrize("expression", ["kinds.clear()", "kinds.update(a='b')", "kinds.pop('a')"])
def test_a_template_changes_nothing(expression: str) -> None:
    kinds = {"a": "b"}
    with pytest.raises(SecurityError, match="safe"):
        render("{{ " + expression + " }}", kinds=kinds)
    assert kinds == {"a": "b"}


@pytest.mark.parametrize("name", ["../secret.html", "/etc/passwd", "parts/../../secret.html"])
def test_only_templates_are_included(name: str, project: Path) -> None:
    (project / "templates" / "parts").mkdir(parents=True)
    (project / "secret.html").write_text("secret")
    with pytest.raises(TemplateNotFound):
        render("{% include name %}", name=name)


def test_a_part_of_the_project_takes_the_place_of_ours_once_it_is_there(project: Path) -> None:
    include = '{% include "parts/note.html" ignore missing %}'
    assert render(include) == ""
    (project / "templates" / "parts").mkdir(parents=True)
    (project / "templates" / "parts" / "note.html").write_text("ours")
    assert render(include) == "ours"
    (project / "templates" / "parts" / "note.html").unlink()
    assert render(include) == ""
