"""What the tests of the command share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.publish.manifest import NAME
from tests.samples import with_front

if TYPE_CHECKING:
    from pathlib import Path

BAD = with_front("titel: A")


def names(folder: Path) -> list[str]:
    """Return what a folder shows; the record is hidden."""
    found = sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []
    return [name for name in found if name != NAME]
