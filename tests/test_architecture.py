"""The rules of the house: who may import what, and how large a room may be."""

from __future__ import annotations

import ast
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import communique

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(communique.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))
MOST_LINES = 250

#: The rooms from the ground up: each imports only those before it.
ROOMS = (
    "communique",
    "store",
    "model",
    "bidi",
    "design",
    "difference",
    "content",
    "account",
    "read",
    "word",
    "turns",
    "compose",
    "typeset",
    "pdf_reading",
    "prove",
    "compare",
    "outputs",
    "publish",
    "run",
    "api",
    "desk",
    "command",
)
#: What these may import is less: the account and the proof never learn from
#: what they look at.
NARROW = {
    "store": {"communique"},
    "bidi": {"model"},
    "difference": {"model", "design"},
    "content": {"store", "model", "bidi", "difference", "design"},
    "account": {"model"},
    "pdf_reading": {"model"},
    "prove": {"communique", "store", "model", "bidi", "design", "content", "pdf_reading"},
    "compare": {"model", "content", "pdf_reading", "prove"},
}
#: The libraries that have a room of their own.
IMPORTERS = {
    "ruamel": "design/yaml_nodes",
    "markdown_it": "read/markdown",
    "mdit_py_plugins": "read/markdown",
    "babel": "design/language|design/language_slips|design/dates|design/writing/tags",
    "jinja2": "compose|desk/rendering",
    "markupsafe": "compose/inline/runs",
    "PIL": "read/pictures|pdf_reading/drawing",
    "fontTools": "compose",
    "tinycss2": "design/styles",
    "tinyhtml5": "outputs/web_proof",
    "weasyprint": "typeset",
    "pydyf": "typeset",
    "cffi": "typeset",
    "pyphen": "typeset",
    "pypdf": "pdf_reading",
    "pypdfium2": "pdf_reading/drawing|pdf_reading/page_pictures",
    "multiprocessing": "run/worker|run/serving",
    "argparse": "command/english",
    "watchfiles": "run/watch",
    "distributed": "run/cluster",
    "rich": "run/report",
    "lxml": "word",
    "defusedxml": "word/second",
    "starlette": "desk",
    "uvicorn": "desk/serving",
}
MOST_FILES = 12


def room(module: Path) -> str:
    first = module.relative_to(PACKAGE).parts[0].removesuffix(".py")
    return {"__init__": "communique", "__main__": "command"}.get(first, first)


@cache
def tree(module: Path) -> ast.Module:
    return ast.parse(module.read_text("utf-8"))


@cache
def imports(module: Path) -> list[str]:
    """Return the full names of all that `module` imports, wherever in it."""
    found: list[str] = []
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Import):
            found += (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}:{node.lineno}: a relative import"
            found += (f"{node.module}.{alias.name}" for alias in node.names)
    return found


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
    if own == "communique":
        pytest.skip("the public names are those of the rooms; it imports none before one is asked")
    upward = [
        used for used in rooms_used(module) if used != own and ROOMS.index(used) > ROOMS.index(own)
    ]
    assert not upward


@pytest.mark.parametrize(("own", "allowed"), NARROW.items())
def test_some_rooms_import_only_what_they_are_allowed(own: str, allowed: set[str]) -> None:
    used = {other for module in MODULES if room(module) == own for other in rooms_used(module)}
    assert used - {own} <= allowed


def test_faults_import_nothing_of_the_package() -> None:
    assert list(rooms_used(PACKAGE / "model" / "faults.py")) == []


@pytest.mark.parametrize(("library", "owner"), IMPORTERS.items())
def test_a_library_has_one_importer(library: str, owner: str) -> None:
    importers = [
        module.relative_to(PACKAGE).with_suffix("").as_posix()
        for module in MODULES
        if any(name.split(".")[0] == library for name in imports(module))
    ]
    assert importers
    owners = tuple(f"{each}/" for each in owner.split("|"))
    assert [name for name in importers if not f"{name}/".startswith(owners)] == []


def test_a_folder_has_no_more_than_a_dozen_files() -> None:
    folders = {module.parent for module in MODULES}
    assert [folder for folder in folders if len(list(folder.glob("*.py"))) > MOST_FILES + 1] == []


@each_module
def test_a_module_is_small(module: Path) -> None:
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
def test_a_module_is_named_for_its_subject(module: Path) -> None:
    assert module.stem not in {"utils", "helpers", "common", "misc", "util", "tools"}


def test_the_package_imports_nothing_before_a_public_name_is_asked_for() -> None:
    told = "import sys; old = set(sys.modules); import communique; print(*set(sys.modules) - old)"
    done = subprocess.run(  # noqa: S603  # our own interpreter and code
        [sys.executable, "-c", told], cwd=PACKAGE.parent, capture_output=True, check=True, text=True
    )
    assert [name for name in done.stdout.split() if "communique" in name] == ["communique"]


def test_the_public_names_are_there() -> None:
    assert [name for name in communique.__all__ if not hasattr(communique, name)] == []
