"""The program's folders as paths; see `communique.store.places`."""

from pathlib import Path

from communique.store import places

TEMPLATES = Path(places.TEMPLATES)
"""The templates that come with the program."""


def from_here(path: Path) -> Path:
    """Return `path` as messages say it; see `communique.store.places.shown`."""
    return Path(places.shown(str(path)))
