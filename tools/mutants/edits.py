"""What is changed in one node of a source: what each mutant puts in its place, or leaves out."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, NamedTuple

from scopes import assigned

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


class Edit(NamedTuple):
    """Put `new` in the place of a child of `owner`, which is in its `field` (at `index`)."""

    owner: ast.AST
    field: str
    index: int | None
    new: object

    def swap(self) -> Edit:
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


def replacements(node: ast.AST, owner: ast.AST) -> Iterator[ast.expr]:
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


def can_be_left_out(node: ast.stmt, again: set[str]) -> bool:
    """Tell whether a statement is left out; without the first value of a name all would fail."""
    match node:
        case ast.Expr(value=ast.Constant()):
            return False
        case ast.Expr() if _needs_its_class(node):
            return False
        case ast.Assign() | ast.AnnAssign():
            names = assigned(node)
            return not names or bool(names & again)
    simple = ast.Expr | ast.AugAssign | ast.Delete | ast.Raise | ast.Continue | ast.Break
    return isinstance(node, simple)


def inner_edits(node: ast.AST) -> Iterator[list[Edit]]:
    """Yield changes of a part of a node that is no expression itself."""
    match node:
        case ast.Compare(ops=ops):
            for index, op in enumerate(ops):
                yield from ([Edit(node, "ops", index, new())] for new in _COMPARED[type(op)])
        case ast.BinOp(op=op) | ast.AugAssign(op=op) if type(op) in _RECKONED:
            yield [Edit(node, "op", None, _RECKONED[type(op)]())]
        case ast.If(test=test) | ast.IfExp(test=test) if not _is_reversed_anyway(test):
            yield [Edit(node, "test", None, ast.UnaryOp(ast.Not(), test))]
        case ast.comprehension(ifs=ifs):
            for index in range(len(ifs)):
                yield [Edit(node, "ifs", index, ast.Constant(value=True))]
        case ast.Return(value=ast.expr() as value) if not (
            isinstance(value, ast.Constant) or _needs_its_class(node)
        ):
            yield [Edit(node, "value", None, ast.Constant(None))]


def _needs_its_class(node: ast.stmt) -> bool:
    """Tell whether the code without a statement would not fit its function: one with super()."""
    return "super()" in ast.unparse(node)


def _is_reversed_anyway(test: ast.expr) -> bool:
    """Tell whether the opposite of a condition is already among the changes."""
    is_not = isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not)
    return is_not or (isinstance(test, ast.Compare) and len(test.ops) == 1)


def left_out_entries(node: ast.AST) -> Iterator[list[Edit]]:
    """Yield a table without each of its entries."""
    match node:
        case ast.Tuple(elts=items) | ast.List(elts=items) | ast.Set(elts=items):
            fields = ["elts"]
        case ast.Dict(keys=items):
            fields = ["keys", "values"]
        case _:
            return
    if len(items) > 1:
        for index in range(len(items)):
            yield [Edit(node, name, index, None) for name in fields]
