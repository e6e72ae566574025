"""The program's folders as paths; see `communique.store.places`."""

from pathlib import Path

from communique.store import places

TEMPLATES = Path(places.TEMPLATES)
"""The templates that come with the program."""
ROOT = Path(places.CHECKOUT)
SOURCE = ROOT / "source"


def from_here(path: Path) -> Path:
    """Return `path` as seen from the current folder, if it is in there: so messages say it."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path
