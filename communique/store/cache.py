"""What is worked out once and kept in ``build/cache`` for the next start of the program.

Each thing is kept under the hash of all that it was made from, so a changed input never meets an
old result. Nothing depends on it: where the folder cannot be written to, all is worked out anew.
"""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from typing import TYPE_CHECKING

from communique.store.paths import ROOT

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = ROOT / "build" / "cache"
_DIGEST = 32  # bytes of SHA-256


def load(kind: str, made_from: bytes) -> bytes | None:
    """Return what was kept as that `kind` of thing `made_from` these bytes, or None."""
    try:
        kept = _path(kind, made_from).read_bytes()
    except OSError:
        return None
    digest, data = kept[:_DIGEST], kept[_DIGEST:]
    return data if hashlib.sha256(data).digest() == digest else None


def store(kind: str, made_from: bytes, data: bytes) -> None:
    """Keep `data` as that `kind` of thing `made_from` these bytes, if that is possible."""
    path = _path(kind, made_from)
    part = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        FOLDER.mkdir(parents=True, exist_ok=True)
        part.write_bytes(hashlib.sha256(data).digest() + data)
        part.replace(path)
    except OSError:
        with suppress(OSError):
            part.unlink()


def _path(kind: str, made_from: bytes) -> Path:
    return FOLDER / f"{kind}-{hashlib.sha256(made_from).hexdigest()[:32]}"
