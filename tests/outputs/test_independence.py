"""What proves an output shares no code with what makes it, but for what the page must say."""

from __future__ import annotations

import ast
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from communique.outputs import OUTPUTS

if TYPE_CHECKING:
    from collections.abc import Iterator

#: What both may know: the statement, the design, what the page must say, and the order of writing.
COMMON = {"store", "model", "bidi", "design", "content"}
#: What typesets an output that has pages; it is handed to what makes it.
ENGINE = "communique.typeset.engine"


@cache
def imported(module: str) -> frozenset[str]:
    """Return our modules that `module` imports when it runs, wherever in it."""
    spec = find_spec(module)
    assert spec is not None
    assert spec.origin is not None
    tree = ast.parse(Path(spec.origin).read_text("utf-8"))
    names = (name for node in running(tree) for name in named(node))
    return frozenset(name for name in names if name.startswith("communique."))


def running(node: ast.AST) -> Iterator[ast.AST]:
    """Yield the nodes of a tree that are not there for the type checker alone."""
    yield node
    if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
        return
    for child in ast.iter_child_nodes(node):
        yield from running(child)


def named(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom) and node.module:
        yield node.module
        inner = (f"{node.module}.{alias.name}" for alias in node.names)
        if node.module.startswith("communique") and is_package(node.module):
            yield from (name for name in inner if find_spec(name))


def is_package(module: str) -> bool:
    spec = find_spec(module)
    return spec is not None and spec.submodule_search_locations is not None


def reached(*modules: str) -> set[str]:
    """Return `modules` and ours that they import, and that these import, and so on."""
    found, todo = set(modules), list(modules)
    while todo:
        new = imported(todo.pop()) - found
        found |= new
        todo += new
    return found


def shared(makers: list[str], prover: str) -> set[str]:
    """Return what `makers` and `prover` use of our code, but for what both may know."""
    both = reached(*makers) & reached(prover)
    return {name for name in both if name.split(".")[1] not in COMMON}


def module_of(function: str) -> str:
    return function.partition(":")[0]


@pytest.mark.parametrize("name", OUTPUTS)
def test_what_proves_an_output_shares_no_code_with_what_makes_it(name: str) -> None:
    output = OUTPUTS[name]
    makers = [module_of(output._make), *([ENGINE] if output.paged else [])]
    assert shared(makers, module_of(output._prove)) == set()


def test_a_shared_module_is_noticed_however_far_away_it_is_imported() -> None:
    assert "communique.compose.inline.line_breaks" in shared(
        ["communique.outputs.text.writing"], "communique.outputs.pdf"
    )
    assert "communique.typeset.tags" in reached(ENGINE)
    assert "communique.pdf_reading.drawing.pdfium" in reached("communique.prove")
