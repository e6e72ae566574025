"""Where the project keeps its things."""

from pathlib import Path

from communique.store import file_state

ROOT = Path(file_state.ROOT)
TEMPLATES = ROOT / "templates"
SOURCE = ROOT / "source"
