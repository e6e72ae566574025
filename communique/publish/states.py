"""What a file was, as the record has it, and whether it still is that."""

from __future__ import annotations

from communique.store import file_state

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

    from communique.store.file_state import FileState, Identity

#: A file that changed so shortly before it was read, in ns, may have changed again within the
#: same tick of the file system's clock (2 s on FAT), so its time says nothing.
_TICK = 2_000_000_000
NAMES = ("device", "inode", "size", "modified", "changed", "hash")
"""The names of what a file was, as the record has them: what makes its identity, and its hash."""


def settled(state: FileState, started: int) -> FileState:
    """Return the `state` of a file without its identity where that says too little.

    `started` is when comparing began, in ns.
    """
    found, digest = state
    return (file_state.undated(found[2]), digest) if is_recent(found, started) else state


def as_fields(state: FileState) -> dict[str, Any]:
    """Return the state of a file as the record names it."""
    found, digest = state
    return dict(zip(NAMES, (*found, digest), strict=True))


def identity_in(fields: Mapping[str, Any]) -> Identity:
    """Return the identity of a file that `as_fields` gave."""
    return (
        fields["device"],
        fields["inode"],
        fields["size"],
        fields["modified"],
        fields["changed"],
    )


def is_recent(found: Identity, started: int) -> bool:
    """Tell whether a file changed so late that it may have changed again within the same tick."""
    return file_state.changed(found) >= started - _TICK


def compared(files: Iterable[tuple[str, dict[str, Any]]], started: int) -> int | None:
    """Return how many of the `files` are others with the same bytes; None where one has others.

    Each is a path with its fields, in which the new identity is noted. Bytes are compared only
    where the identity is another one, and the size the same.
    """
    now = [(path, fields, file_state.identity(path)) for path, fields in files]
    touched = [each for each in now if each[2] != identity_in(each[1])]
    for path, fields, found in touched:
        if found[2] != fields["size"]:
            return None
        state = file_state.again(path, None)
        if state[1] != fields["hash"]:
            return None
        fields.update(as_fields(settled(state, started)))
    return len(touched)
