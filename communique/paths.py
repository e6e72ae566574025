"""Where the project keeps its things."""

from pathlib import Path

from communique import prints

ROOT = Path(prints.ROOT)
TEMPLATES = ROOT / "templates"
SOURCE = ROOT / "source"
