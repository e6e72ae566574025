"""Puts changed code into the modules as they are imported, so that no test has to be loaded anew.

A function keeps its identity and gets other code. A statement that assigns names of its module is
executed again, with the assignments after it, and whoever imported such a name gets the new value.
"""

from __future__ import annotations

import ast
import importlib
import mmap
import sys
import warnings
from typing import TYPE_CHECKING, Any

from scopes import assigned

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from types import CodeType, FunctionType, ModuleType

    from scopes import Scope

PACKAGE = "communique"
_RAN = "__which_statements_ran__"


def put(scope: Scope) -> None:
    """Make what is imported do what the tree of the scope's module says now."""
    module = _module(scope)
    warnings.simplefilter("ignore", SyntaxWarning)  # what cannot work is found by the tests
    if scope.is_function:
        ast.fix_missing_locations(scope.tree)
        code = compile(scope.tree, str(module.__file__), "exec", dont_inherit=True)
        _function(module, scope.name).__code__ = _inner(code, scope.name.split("."))
    else:
        _assign_again(module, scope)
    forget(scope.module.split("/")[0])


def probe(scopes: Iterable[Scope]) -> mmap.mmap:
    """Let each statement of the functions note that it runs; return where, a byte for each.

    Processes that are forked from this one write to the same bytes.
    """
    functions = [scope for scope in scopes if scope.is_function]
    ran = mmap.mmap(-1, sum(len(scope.statements) for scope in functions) + 1)
    number = 0
    for scope in functions:
        _insert(scope, number)
        number += len(scope.statements)
    for scope in functions:
        vars(_module(scope))[_RAN] = ran
        put(scope)
    return ran


def _insert(scope: Scope, number: int) -> None:
    notes = {
        statement: ast.parse(f"{_RAN}[{place}] = 1").body[0]
        for place, statement in enumerate(scope.statements, start=number)
    }
    for node in ast.walk(scope.node):
        for name, value in ast.iter_fields(node):
            if isinstance(value, list) and value and isinstance(value[0], ast.stmt):
                setattr(node, name, [new for old in value for new in _noted(old, notes)])


def _noted(statement: ast.stmt, notes: dict[ast.stmt, ast.stmt]) -> Iterator[ast.stmt]:
    if statement in notes:
        yield notes[statement]
    yield statement


def _module(scope: Scope) -> ModuleType:
    name = scope.module.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    return importlib.import_module(f"{PACKAGE}.{name}")


def _function(module: ModuleType, name: str) -> FunctionType:
    """Return the function of a qualified name, without its decorators."""
    found: Any = module
    for part in name.split("."):
        found = vars(found)[part]
    for within in ("fget", "func", "__func__", "__wrapped__"):
        found = getattr(found, within, found)
    function: FunctionType = found
    return function


def _inner(code: CodeType, names: list[str]) -> CodeType:
    for name in names:
        code = next(c for c in code.co_consts if getattr(c, "co_name", None) == name)
    return code


def _assign_again(module: ModuleType, scope: Scope) -> None:
    body = scope.tree.body
    again = [node for node in body[body.index(scope.node) :] if assigned(node)]
    names = set().union(*map(assigned, again)) - {"TYPE_CHECKING", "__all__"}
    new = dict(vars(module))
    tree = ast.fix_missing_locations(ast.Module(again, []))
    try:
        exec(compile(tree, str(module.__file__), "exec"), new)  # noqa: S102  # our own code
    except Exception as error:
        raise ImportError(scope.name) from error
    users = [each for key, each in sys.modules.items() if key.startswith((PACKAGE, "tests"))]
    for name in names & vars(module).keys():
        old = vars(module)[name]
        for user in users:
            if vars(user).get(name) is old:
                setattr(user, name, new[name])


def forget(room: str) -> None:
    """Empty what is cached in a room, since it may be made otherwise now."""
    for name, module in list(sys.modules.items()):
        if name.startswith(f"{PACKAGE}.{room}"):
            for value in list(vars(module).values()):
                if hasattr(value, "cache_clear"):
                    value.cache_clear()
