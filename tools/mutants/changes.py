"""What a mutant is: one small change in the source of a function or of a table of a module.

Comparisons, numbers, conditions, returns, entries of tables, and statements and calls left out.
Texts, types, defaults, decorators and assertions stay as they are.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass
from typing import TYPE_CHECKING

from edits import Edit, can_be_left_out, inner_edits, left_out_entries, replacements
from scopes import FUNCTIONS, Scope, assigned

if TYPE_CHECKING:
    from collections.abc import Iterator

_WIDTH = 90
#: Texts that are put together, checks for mypy, and the names and defaults of arguments.
_LEFT_ALONE = (ast.JoinedStr, ast.Assert, ast.arguments)


_Found = tuple[list[ast.AST], list[Edit]]


@dataclass(eq=False)
class Mutant:
    """One change; `name` says which one in words that stay the same when lines move."""

    scope: Scope
    edits: list[Edit]
    statement: int
    """The number of the changed statement among those of the scope."""
    name: str

    def apply(self) -> None:
        """Make the change in the tree of the module, for good."""
        for edit in self.edits:
            edit.swap()


def mutants(scope: Scope) -> list[Mutant]:
    """Return all mutants of `scope`, in the order of the source."""
    found: list[Mutant] = []
    names: dict[str, int] = {}
    for parents, edits in _edits(scope):
        context, new = _context(parents), edits[0].new
        before = _shown(context)
        undo = [edit.swap() for edit in edits]
        # Where the whole context was replaced, it is not changed itself.
        replaced = context is parents[-1] and edits[0].owner is not context
        after = _shown(new if replaced and isinstance(new, ast.AST) else context)
        for edit in reversed(undo):
            edit.swap()
        name = f"{scope.key}: {before} → {after}"
        names[name] = names.get(name, 0) + 1
        name += f" ({names[name]})" if names[name] > 1 else ""
        inside = [node for node in parents if node in scope.statements]
        number = scope.statements.index(inside[-1]) if inside else 0
        found.append(Mutant(scope, edits, number, name))
    return found


def _context(parents: list[ast.AST]) -> ast.AST:
    """Return the largest part of one statement around a change that fits on a line."""
    *above, context = parents
    while not isinstance(context, ast.stmt) and len(_shown(above[-1])) <= _WIDTH:
        context = above.pop()
    return context


def _shown(node: ast.AST) -> str:
    text = ast.unparse(node)
    if isinstance(node, ast.stmt) and hasattr(node, "body"):
        text = text.split("\n")[0]
    return " ".join(text.split())


def _edits(scope: Scope) -> Iterator[_Found]:
    """Yield each change, with the nodes around it from the scope's own to the innermost."""
    if isinstance(scope.node, FUNCTIONS):
        again = _assigned_again(scope.node)
        for index in range(len(scope.node.body)):
            yield from _walk([scope.node], "body", index, again)
    else:
        yield from _walk([scope.node], "value", None, None)


def _assigned_again(function: ast.AST) -> set[str]:
    """Return the names that have a value already where some statement gives them another."""
    nodes = list(ast.walk(function))
    found = [name for node in nodes if isinstance(node, ast.stmt) for name in assigned(node)]
    found += [node.arg for node in nodes if isinstance(node, ast.arg)]
    return {name for name in found if found.count(name) > 1}


def _walk(
    parents: list[ast.AST], name: str, index: int | None, again: set[str] | None
) -> Iterator[_Found]:
    """Yield the changes of a node and of all in it; `again` is none outside functions."""
    owner = parents[-1]
    value = getattr(owner, name)
    node: ast.AST = value if index is None else value[index]
    if isinstance(node, _LEFT_ALONE) or _is_assertion(node):
        return
    around = [*parents, node]
    for new in replacements(node, owner):
        yield around, [Edit(owner, name, index, new)]
    if again is not None and isinstance(node, ast.stmt) and can_be_left_out(node, again):
        yield around, [Edit(owner, name, index, ast.Pass())]
    for edits in inner_edits(node):
        yield around, edits
    if again is None and not isinstance(owner, ast.Subscript):
        for edits in left_out_entries(node):
            yield around, edits
    for inner_name, inner in ast.iter_fields(node):
        if inner_name in ("annotation", "returns", "decorator_list"):
            continue
        if isinstance(inner, ast.AST):
            yield from _walk(around, inner_name, None, again)
        elif isinstance(inner, list):
            for place, item in enumerate(inner):
                if isinstance(item, ast.AST):
                    yield from _walk(around, inner_name, place, again)


def _is_assertion(node: ast.AST) -> bool:
    """Tell whether a node is there for the type checker, or says what cannot be."""
    match node:
        case ast.If(test=ast.Name(id="TYPE_CHECKING")) | ast.keyword(arg="strict"):
            return True
        case ast.Raise(exc=ast.Call(func=ast.Name(id="AssertionError"))):
            return True
    return False
