"""Room on the interpreter's stack, so that deep calls need not ask the system for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FunctionType

_Function = TypeVar("_Function", bound="Callable[..., Any]")
#: Values in the frame of a function with room: just over 128 kB, so that 256 kB are asked for.
_VALUES = 17_000


def roomy(function: _Function) -> _Function:
    """Return `function` with a frame so large that the calls below it find room beside it.

    CPython (3.11 and later) keeps frames in pieces of 16 kB. A loop that calls a function just
    at the end of a piece gets the next one from the system for each call, and gives it back: a
    tenth of the time of many pages, where the depth of the calls happens to be so. For a frame
    that is larger, the piece is the next power of two, and nearly half of it is left.
    """
    plain = cast("FunctionType", function)
    plain.__code__ = plain.__code__.replace(co_stacksize=_VALUES)
    return function
