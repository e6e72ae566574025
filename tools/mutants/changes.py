"""What a mutant is: one small change in the source of a function or of a table of a module.

Comparisons, numbers, conditions, returns, entries of tables, and statements and calls left out.
Texts, types, defaults, decorators and assertions stay as they are.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from scopes import FUNCTIONS, Scope, assigned

if TYPE_CHECKING:
    from collections.abc import Iterator

_COMPARED: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
_RECKONED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
}
_OTHER_NAME = {"min": "max", "max": "min", "any": "all", "all": "any"}
#: What these return is of another type than what they are given: leaving them out always fails.
_CONVERSIONS = frozenset(
    "bool bytes chr dict enumerate float frozenset int isinstance iter len list map next "
    "open ord range repr str sum tuple type zip".split()
)
#: These methods return what their object is, a text or a path.
_SAME_TYPE = frozenset(
    "casefold expandtabs lower lstrip removeprefix removesuffix replace resolve rstrip "
    "strip title translate upper".split()
)
_WIDTH = 90
#: Texts that are put together, checks for mypy, and the names and defaults of arguments.
_LEFT_ALONE = (ast.JoinedStr, ast.Assert, ast.arguments)


class _Edit(NamedTuple):
    """Put `new` in the place of a child of `owner`, which is in its `field` (at `index`)."""

    owner: ast.AST
    field: str
    index: int | None
    new: object

    def swap(self) -> _Edit:
        """Make the change in the tree; return the one that takes it back."""
        if self.index is None:
            old = getattr(self.owner, self.field)
            setattr(self.owner, self.field, self.new)
        elif self.new is None:
            old = getattr(self.owner, self.field)
            setattr(self.owner, self.field, old[: self.index] + old[self.index + 1 :])
            return self._replace(index=None, new=old)
        else:
            old = getattr(self.owner, self.field)[self.index]
            getattr(self.owner, self.field)[self.index] = self.new
        return self._replace(new=old)


_Found = tuple[list[ast.AST], list[_Edit]]


@dataclass(eq=False)
class Mutant:
    """One change; `name` says which one in words that stay the same when lines move."""

    scope: Scope
    edits: list[_Edit]
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
    for new in _replacements(node, owner):
        yield around, [_Edit(owner, name, index, new)]
    if again is not None and isinstance(node, ast.stmt) and _can_be_left_out(node, again):
        yield around, [_Edit(owner, name, index, ast.Pass())]
    for edits in _inner_edits(node):
        yield around, edits
    if again is None and not isinstance(owner, ast.Subscript):
        for edits in _left_out_entries(node):
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


def _replacements(node: ast.AST, owner: ast.AST) -> Iterator[ast.expr]:
    """Yield what is put in the place of an expression."""
    match node:
        case ast.Constant(value=bool(value)):
            yield ast.Constant(not value)
        case ast.Constant(value=int(value)):
            yield from (ast.Constant(value + 1), *([ast.Constant(value - 1)] if value > 1 else []))
        case ast.Constant(value=float(value)):
            yield from (ast.Constant(value * 2 or 1.0), ast.Constant(value / 2 or 2.0))
        case ast.Name(id=name) if name in _OTHER_NAME and isinstance(owner, ast.Call):
            yield ast.Name(_OTHER_NAME[name], ast.Load())
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield operand
        case ast.BoolOp(values=values):
            for index in range(len(values)):
                rest = values[:index] + values[index + 1 :]
                yield rest[0] if len(rest) == 1 else ast.BoolOp(node.op, rest)
        case ast.Call(func=ast.Name(id=name), args=[only], keywords=[]) if (
            name not in _CONVERSIONS and name == name.lower() and not isinstance(only, ast.Starred)
        ):
            yield only
        case ast.Call(func=ast.Attribute(value=whole, attr=name)) if name in _SAME_TYPE:
            yield whole


def _can_be_left_out(node: ast.stmt, again: set[str]) -> bool:
    """Tell whether a statement is left out; without the first value of a name all would fail."""
    match node:
        case ast.Expr(value=ast.Constant()):
            return False
        case ast.Expr() if "super()" in ast.unparse(node):
            return False  # the code without it would not fit the function
        case ast.Assign() | ast.AnnAssign():
            names = assigned(node)
            return not names or bool(names & again)
    simple = ast.Expr | ast.AugAssign | ast.Delete | ast.Raise | ast.Continue | ast.Break
    return isinstance(node, simple)


def _inner_edits(node: ast.AST) -> Iterator[list[_Edit]]:
    """Yield changes of a part of a node that is no expression itself."""
    match node:
        case ast.Compare(ops=ops):
            for index, op in enumerate(ops):
                yield from ([_Edit(node, "ops", index, new())] for new in _COMPARED[type(op)])
        case ast.BinOp(op=op) | ast.AugAssign(op=op) if type(op) in _RECKONED:
            yield [_Edit(node, "op", None, _RECKONED[type(op)]())]
        case ast.If(test=test) | ast.IfExp(test=test) if not _is_reversed_anyway(test):
            yield [_Edit(node, "test", None, ast.UnaryOp(ast.Not(), test))]
        case ast.comprehension(ifs=ifs):
            for index in range(len(ifs)):
                yield [_Edit(node, "ifs", index, ast.Constant(value=True))]
        case ast.Return(value=ast.expr() as value) if not isinstance(value, ast.Constant):
            yield [_Edit(node, "value", None, ast.Constant(None))]


def _is_reversed_anyway(test: ast.expr) -> bool:
    """Tell whether the opposite of a condition is already among the changes."""
    is_not = isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not)
    return is_not or (isinstance(test, ast.Compare) and len(test.ops) == 1)


def _left_out_entries(node: ast.AST) -> Iterator[list[_Edit]]:
    match node:
        case ast.Tuple(elts=items) | ast.List(elts=items) | ast.Set(elts=items):
            fields = ["elts"]
        case ast.Dict(keys=items):
            fields = ["keys", "values"]
        case _:
            return
    if len(items) > 1:
        for index in range(len(items)):
            yield [_Edit(node, name, index, None) for name in fields]
