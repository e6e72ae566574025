"""The files that are attached, under names by which none is taken for another."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from communique.store.naming import EARLIER

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communique.model.statement import Image, Statement

#: The media type of Markdown (RFC 7763).
_MARKDOWN = "text/markdown"


class Attached(NamedTuple):
    """A file that is attached."""

    name: str
    data: bytes
    media_type: str
    """As it is, whatever the tables of a machine say of its name."""
    earlier: bool = False
    """Whether it belongs to the version with which one is compared."""


def sources(statements: Sequence[Statement]) -> Iterator[Attached]:
    """Yield the files of the `statements`, then those of the versions they are compared with."""
    for statement in statements:
        yield Attached(_name(statement), statement.source, _MARKDOWN)
    for statement in statements:
        if statement.turned and statement.turned.earlier:
            earlier = statement.turned.earlier
            yield Attached(f"{EARLIER}{_name(statement)}", earlier.source, _MARKDOWN, earlier=True)


def pictures(statements: Sequence[Statement]) -> Iterator[Attached]:
    """Yield the pictures of the `statements`, and those that only their earlier versions show.

    One that an earlier version shows under the name of another has a name of its own.
    """
    read = [each.turned.original if each.turned else each for each in statements]
    own = _pictures(read)
    for name, image in own.items():
        yield Attached(name, image.data, image.media_type)
    earlier = [each.turned.earlier for each in statements if each.turned and each.turned.earlier]
    for name, image in _pictures(earlier).items():
        if name not in own or own[name].data != image.data:
            yield Attached(f"{EARLIER}{name}", image.data, image.media_type, earlier=True)


def own(names: Sequence[str]) -> list[str]:
    """Return those of the names of attached statements that are not earlier versions of others."""
    earlier = {f"{EARLIER}{name}" for name in names}
    return [name for name in names if name not in earlier]


def _name(statement: Statement) -> str:
    return f"{statement.slug}.{statement.language}.md"


def _pictures(statements: Sequence[Statement]) -> dict[str, Image]:
    return {unquote(name): image for each in statements for name, image in each.images.items()}
