"""Other functions in the place of the engine's own, for as long as a PDF is made."""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial, wraps
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager


@contextmanager
def replaced(module: Any, name: str, function: Callable[..., Any]) -> Iterator[None]:
    """Let `function` stand in the place of the engine's of that `name`, its first argument."""
    original = getattr(module, name)
    setattr(module, name, partial(function, original))
    try:
        yield
    finally:
        setattr(module, name, original)


def replacing(
    module: Any, name: str
) -> Callable[[Callable[..., Any]], Callable[[], AbstractContextManager[None]]]:
    """Make a context manager, without arguments, of the function below: see `replaced`."""

    def change(function: Callable[..., Any]) -> Callable[[], AbstractContextManager[None]]:
        @wraps(function)
        def changed() -> AbstractContextManager[None]:
            return replaced(module, name, function)

        return changed

    return change
