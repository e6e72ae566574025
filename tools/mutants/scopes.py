"""What can be mutated: the functions of a module, and its statements that assign names."""

from __future__ import annotations

import ast
import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


@dataclass(eq=False)
class Scope:
    """A function with all that is in it, or a statement of a module that assigns names."""

    module: str
    """The module's path from the package."""
    name: str
    """The qualified name of the function, or the first of the names assigned."""
    node: ast.stmt
    tree: ast.Module
    digest: str = ""
    statements: list[ast.stmt] = field(default_factory=list)
    """The statements of a function, each of which is known to have run or not."""

    @property
    def key(self) -> str:
        """What its mutants and the tests that run it are filed under."""
        return f"{self.module}:{self.name}"

    @property
    def is_function(self) -> bool:
        """Whether it is run by tests, and not when its module is imported."""
        return isinstance(self.node, FUNCTIONS)


def all_scopes(package: Path, rooms: Iterable[str]) -> list[Scope]:
    """Return all that can be mutated in some rooms of the package."""
    return [
        scope
        for room in rooms
        for path in sorted((package / room).rglob("*.py"))
        for scope in _of_module(path, package)
    ]


def _of_module(path: Path, package: Path) -> list[Scope]:
    """Return what can be mutated in the module at `path` of the package in a folder."""
    tree = ast.parse(path.read_bytes())
    name = path.relative_to(package).as_posix()
    found = list(_scopes(tree, tree.body, name, ""))
    for scope in found:
        scope.digest = hashlib.sha256(ast.dump(scope.node).encode()).hexdigest()[:16]
        if scope.is_function:
            scope.statements = [
                node
                for node in ast.walk(scope.node)
                if isinstance(node, ast.stmt) and node is not scope.node
            ]
    return found


def _scopes(tree: ast.Module, body: list[ast.stmt], module: str, above: str) -> Iterator[Scope]:
    for node in body:
        if isinstance(node, FUNCTIONS):
            yield Scope(module, above + node.name, node, tree)
        elif isinstance(node, ast.ClassDef):
            yield from _scopes(tree, node.body, module, f"{above}{node.name}.")
        elif not above and (names := assigned(node)) and not names & {"__all__", "TYPE_CHECKING"}:
            yield Scope(module, min(names), node, tree)


def assigned(node: ast.stmt) -> set[str]:
    """Return the names that a statement gives a value."""
    if not isinstance(node, ast.Assign | ast.AnnAssign) or node.value is None:
        return set()
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    return {n.id for target in targets for n in ast.walk(target) if isinstance(n, ast.Name)}
