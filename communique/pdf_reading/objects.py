"""The objects of a PDF as plain values, and the one error of whatever cannot be read.

pypdf raises whatever it meets in a damaged file; outside this room there is one error for that.
"""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from pypdf.generic import BooleanObject, IndirectObject, NullObject, StreamObject

if TYPE_CHECKING:
    from collections.abc import Callable

P = ParamSpec("P")
T = TypeVar("T")


#: What else there is, and is the same in Python.
_KINDS: tuple[type[Any], ...] = (str, bytes, int, float)


class UnreadableError(Exception):
    """The bytes are no PDF, or one that cannot be read to its end."""


class Reference(int):
    """The number of an object that was not followed."""


def guarded(method: Callable[P, T]) -> Callable[P, T]:
    """Let whatever goes wrong in `method`, which reads a file, be an `UnreadableError`.

    But for what no file is the cause of: that is a fault of ours and stays what it is.
    """

    @wraps(method)
    def reads(*args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return method(*args, **kwargs)
        except (UnreadableError, ImportError, SyntaxError):
            raise
        except Exception as error:
            if type(error) is NameError:  # its subclass also comes of what damaged files lead to
                raise
            raise UnreadableError(f"{type(error).__name__}: {error}") from error

    return reads


def plain(value: Any, follow: int = 0) -> Any:
    """Return an object as what Python has for it: dict, list, str, int, float, bool, bytes, None.

    References are followed `follow` times, one after the other; those further down remain as the
    numbers of their objects, so that no circle is followed. A stream is its dictionary.
    """
    if isinstance(value, IndirectObject):
        return plain(value.get_object(), follow - 1) if follow > 0 else Reference(value.idnum)
    if isinstance(value, dict):
        return {str(key): plain(entry, follow) for key, entry in value.items()}
    if isinstance(value, list):
        return [plain(entry, follow) for entry in value]
    if isinstance(value, NullObject):
        return None
    if isinstance(value, BooleanObject):
        return bool(value.value)
    for kind in _KINDS:
        if isinstance(value, kind):
            return kind(value)
    raise UnreadableError(f"an object of an unknown kind, {type(value).__name__}")


def at(entries: Any, key: str, default: Any = None) -> Any:
    """Return what stands at a key of a dictionary of pypdf, with the reference followed."""
    found = entries.raw_get(key).get_object() if key in entries else None
    return default if found is None else found


def everything(value: Any, without: frozenset[str], known: dict[int, int]) -> Any:
    """Return an object with all it refers to, and the data of its streams, to be compared.

    Entries named in `without` are left out. What stands in `known` already, by its number, is
    told by when it was met first, so that circles end.
    """
    if isinstance(value, IndirectObject):
        if value.idnum in known:
            return known[value.idnum]
        known[value.idnum] = len(known)
        return everything(value.get_object(), without, known)
    if isinstance(value, dict):
        kept = {
            str(key): everything(entry, without, known)
            for key, entry in sorted(value.items())
            if key not in without
        }
        return (kept, value.get_data()) if isinstance(value, StreamObject) else kept
    if isinstance(value, list):
        return [everything(entry, without, known) for entry in value]
    return plain(value)


class Once:
    """Refuses to meet an object a second time: what runs in a circle has no end."""

    def __init__(self, what: str) -> None:
        self.what = what
        self.met: set[int] = set()

    def __call__(self, value: Any) -> Any:
        """Return the object behind `value`; raises `UnreadableError` if it was met before."""
        found = value.get_object()
        if id(found) in self.met:
            raise UnreadableError(f"{self.what} runs in a circle")
        self.met.add(id(found))
        return found
