"""Where the project keeps its things."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = ROOT / "templates"
SOURCE = ROOT / "source"
OUT = ROOT / "out"
