"""docs/engine.md lists every point where a private part of another package is touched."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import communique
from tests.samples import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(communique.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))
PAGE = (ROOT / "docs" / "engine.md").read_text("utf-8")
#: Modules of WeasyPrint that its API reference documents.
DOCUMENTED_MODULES = frozenset({"weasyprint", "weasyprint.text.fonts", "weasyprint.urls"})
#: Underscored, and documented: by the standard library, or as names of packages' methods.
DOCUMENTED_NAMES = frozenset({"_exit", "_replace", "_asdict", "_fields"})
#: Attributes of other packages' objects that their documentation lets everyone set.
DOCUMENTED_ATTRIBUTES = frozenset(
    {
        *("propagate",),  # logging
        *("generator", "attachments", "generate_rdf_metadata"),  # WeasyPrint, DocumentMetadata
        *("validateLink", "normalizeLinkText"),  # markdown-it-py, MarkdownIt
        *("info", "map", "meta", "parentType"),  # markdown-it-py, Token and StateBlock
        *("text",),  # xml.etree, Element
        *("ImageFile.LOAD_TRUNCATED_IMAGES",),  # Pillow, ImageFile
        *("StartDoctypeDeclHandler", "CharacterDataHandler"),  # xml.parsers.expat
        *("StartElementHandler", "EndElementHandler"),  # xml.parsers.expat
        *("ProcessingInstructionHandler",),  # xml.parsers.expat
        *("tempfile.tempdir", "sys.unraisablehook"),
        *("output",),  # argparse, Namespace
        *("desk",),  # starlette, State
        *("__class__",),  # of our own module (Python, data model)
    }
)


@cache
def tree(module: Path) -> ast.Module:
    return ast.parse(module.read_text("utf-8"))


@cache
def own_names() -> frozenset[str]:
    """Return the attributes that the package gives to its own objects."""
    names = set()
    for module in MODULES:
        for node in ast.walk(tree(module)):
            match node:
                case ast.Attribute(value=ast.Name(id="self" | "cls"), attr=name, ctx=ast.Store()):
                    names.add(name)
                case ast.AnnAssign(target=ast.Name(id=name)):
                    names.add(name)
    return frozenset(names)


def touched(module: Path) -> Iterator[str]:
    """Yield the private parts that a module touches, under the names that the page has."""
    imported: dict[str, str] = {}
    for node in ast.walk(tree(module)):
        match node:
            case ast.Import(names=aliases):
                imported |= {each.asname or each.name.split(".")[0]: each.name for each in aliases}
                yield from (each.name for each in aliases if _is_private(each.name))
            case ast.ImportFrom(module=name, names=aliases):
                imported |= {each.asname or each.name: f"{name}.{each.name}" for each in aliases}
                for each in aliases:
                    yield from _from_weasyprint(str(name), each.name)
    foreign = {name for name, full in imported.items() if not full.startswith("communique")}
    for node in ast.walk(tree(module)):
        match node:
            case ast.Attribute(value=ast.Name(id="self" | "cls")):
                pass
            case ast.Attribute(attr=name) if re.match(r"_[a-z]", name):
                yield from {name} - DOCUMENTED_NAMES
            case ast.Attribute(attr="__new__", value=ast.Attribute() as kind):
                yield ast.unparse(kind)
            case ast.Attribute(attr=name, ctx=ast.Store()) if _root(node) in foreign:
                yield from {ast.unparse(node)} - DOCUMENTED_ATTRIBUTES
            case ast.Attribute(attr=name, ctx=ast.Store()):
                yield from {name} - own_names() - DOCUMENTED_ATTRIBUTES
            case ast.Call(
                func=ast.Name(id="_replace" | "replaced" | "replacing" as how),
                args=[part, ast.Constant(value=str(name)), *_],
            ):
                is_known = how == "_replace" or name.startswith("_")
                yield name if is_known else f"{ast.unparse(part)}.{name}"
            case ast.Call(func=ast.Attribute(attr="update", value=modules)):
                yield from {ast.unparse(modules)} & {"sys.modules"}


def _is_private(module: str) -> bool:
    of_engine = module.split(".", maxsplit=1)[0] == "weasyprint"
    return bool(re.match(r"_[a-z]", module)) or (of_engine and module not in DOCUMENTED_MODULES)


def _from_weasyprint(module: str, name: str) -> Iterator[str]:
    if _is_private(module):
        yield module
    elif module == "weasyprint.text.fonts" and name != "FontConfiguration":
        yield f"{module}.{name}"


def _root(node: ast.expr) -> str:
    while isinstance(node, ast.Attribute):
        node = node.value
    return node.id if isinstance(node, ast.Name) else ""


def rows() -> list[list[str]]:
    """Return the cells of the page's table, without its head."""
    lines = re.findall(r"^\| .* \|$", PAGE, re.MULTILINE)[1:]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]


def names(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


def listed() -> set[tuple[str, str]]:
    return {(file, part) for row in rows() for file in names(row[1]) for part in names(row[0])}


def test_every_private_part_is_listed_with_the_file_that_touches_it_and_no_other() -> None:
    found = {
        (module.relative_to(PACKAGE).as_posix(), part)
        for module in MODULES
        for part in touched(module)
    }
    assert found
    assert found == listed()


@pytest.mark.parametrize("row", rows(), ids=lambda row: row[0])
def test_each_has_its_guard_its_test_and_its_way_out(row: list[str]) -> None:
    _, _, guard, tests, way_out = row
    assert guard
    assert way_out
    assert names(tests)
    for test in names(tests):
        file, _, function = test.partition("::")
        assert re.search(rf"^def {function}\(", (ROOT / "tests" / file).read_text("utf-8"), re.M)


@pytest.mark.parametrize(
    ("code", "parts"),
    [
        ("import weasyprint\nweasyprint.pdf.add_tags = None", {"weasyprint.pdf.add_tags"}),
        ("from weasyprint.layout import page", {"weasyprint.layout"}),
        ("from weasyprint import HTML\nHTML._ua = 1", {"_ua"}),
        ("import _cffi_backend", {"_cffi_backend"}),
        ("def f(page):\n    return page._page_box", {"_page_box"}),
        ("def f(thing):\n    thing.innards = 3", {"innards"}),
        ("import pyphen\npyphen.HyphDict.__new__(pyphen.HyphDict)", {"pyphen.HyphDict"}),
        ("import sys\nsys.modules.update({})", {"sys.modules"}),
        ("import os\nos._exit(1)\nclass A:\n    def f(self): self._a = self._b", set()),
    ],
)
def test_a_private_part_is_found(code: str, parts: set[str], tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text(code, "utf-8")
    assert set(touched(module)) == parts
