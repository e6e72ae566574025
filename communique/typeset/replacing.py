"""Other functions in the place of the engine's own, for as long as a PDF is made."""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial, wraps
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager


@contextmanager
def replaced(module: Any, name: str, make: Callable[[Any], Any]) -> Iterator[None]:
    """Let a module of the engine have what `make` makes of its function `name` until the end."""
    original = getattr(module, name)
    setattr(module, name, make(original))
    try:
        yield
    finally:
        setattr(module, name, original)


def replacing(
    module: Any, name: str
) -> Callable[[Callable[..., Any]], Callable[[], AbstractContextManager[None]]]:
    """Let the function below stand in the place of the engine's, which is its first argument.

    What is below becomes a context manager without arguments, in which it does so.
    """

    def change(function: Callable[..., Any]) -> Callable[[], AbstractContextManager[None]]:
        @wraps(function)
        def changed() -> AbstractContextManager[None]:
            return replaced(module, name, lambda original: partial(function, original))

        return changed

    return change
