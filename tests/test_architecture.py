"""The rules of the house: who may import what, and how large a room may be."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import communique

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(communique.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))
MOST_LINES = 300

#: The rooms from the ground up: each imports only those before it.
ROOMS = (
    "errors",
    "characters",
    "communique",
    "stack",
    "prints",
    "paths",
    "naming",
    "made",
    "cache",
    "body",
    "yamltext",
    "fields",
    "values",
    "statement",
    "card",
    "wording",
    "language",
    "theme",
    "edition",
    "parallel",
    "inputs",
    "record",
    "report",
    "rows",
    "markup",
    "pictures",
    "source",
    "typography",
    "direction",
    "repair",
    "front",
    "template",
    "page",
    "standalone",
    "pdf",
    "proof",
    "publish",
    "pipeline",
    "verify",
    "tasks",
    "worker",
    "crew",
    "batch",
    "watch",
    "cluster",
    "commands",
    "cli",
)
#: The libraries that have a room of their own.
IMPORTERS = {
    "ruamel": "yamltext",
    "markdown_it": "markup",
    "mdit_py_plugins": "markup",
    "babel": "language",
    "jinja2": "template",
    "markupsafe": "typography",
    "PIL": "pictures",
    "fontTools": "standalone",
    "weasyprint": "pdf",
    "pydyf": "pdf",
    "cffi": "pdf",
    "pyphen": "pdf",
    "pypdf": "proof",
    "multiprocessing": "worker",
    "argparse": "cli",
    "watchfiles": "watch",
    "distributed": "cluster",
    "rich": "report",
}


def room(module: Path) -> str:
    first = module.relative_to(PACKAGE).parts[0].removesuffix(".py")
    return "communique" if first == "__init__" else first


@cache
def tree(module: Path) -> ast.Module:
    return ast.parse(module.read_text("utf-8"))


def imports(module: Path) -> Iterator[str]:
    """Yield the full names of all that `module` imports, wherever in it."""
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}:{node.lineno}: a relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def rooms_used(module: Path) -> Iterator[str]:
    for name in imports(module):
        package, _, rest = name.partition(".")
        if package == "communique":
            used = rest.split(".")[0]
            yield used if used in ROOMS else "communique"


ids = [module.relative_to(PACKAGE).as_posix() for module in MODULES]
each_module = pytest.mark.parametrize("module", MODULES, ids=ids)


def test_every_room_has_its_floor() -> None:
    assert {room(module) for module in MODULES} == set(ROOMS)


@each_module
def test_nothing_imports_upward(module: Path) -> None:
    own = room(module)
    upward = [
        used for used in rooms_used(module) if used != own and ROOMS.index(used) > ROOMS.index(own)
    ]
    assert not upward


def test_errors_import_nothing_of_the_package() -> None:
    assert list(rooms_used(PACKAGE / "errors.py")) == []


@pytest.mark.parametrize(("library", "owner"), IMPORTERS.items())
def test_a_library_has_one_importer(library: str, owner: str) -> None:
    importers = {
        room(module)
        for module in MODULES
        if any(name.split(".")[0] == library for name in imports(module))
    }
    assert importers == {owner}


@each_module
def test_a_room_is_small(module: Path) -> None:
    assert len(module.read_text("utf-8").splitlines()) <= MOST_LINES


@each_module
def test_every_public_function_and_class_has_a_docstring(module: Path) -> None:
    assert ast.get_docstring(tree(module))
    silent = [
        node.name
        for node in tree(module).body
        if isinstance(node, ast.ClassDef | ast.FunctionDef)
        and not node.name.startswith("_")
        and not ast.get_docstring(node)
    ]
    assert not silent


@each_module
def test_a_room_is_named_for_its_subject(module: Path) -> None:
    assert module.stem not in {"utils", "helpers", "common", "misc", "util", "tools"}


def test_the_public_names_are_there() -> None:
    assert [name for name in communique.__all__ if not hasattr(communique, name)] == []
