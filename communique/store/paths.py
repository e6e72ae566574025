"""The program's folders as paths; see `communique.store.places`."""

from pathlib import Path

from communique.store import places

TEMPLATES = Path(places.TEMPLATES)
"""The templates that come with the program."""
ROOT = Path(places.CHECKOUT)
SOURCE = ROOT / "source"
