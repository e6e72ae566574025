"""The files of the pictures that a text shows: found beside it and looked at."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from communique.model.statement import Image
from communique.read import pictures

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from communique.model.body import Body
    from communique.model.faults import Faults

MOST_BYTES = 20_000_000
MOST_PIXELS = 50_000_000


def read(path: Path, body: Body, faults: Faults) -> Mapping[str, Image]:
    """Read the pictures that the body shows; they lie in the statement's folder or below."""
    images = {}
    for node in body.walk():
        if node.kind in ("figure", "image"):
            image = _image(path, node.target, node.line, faults)
            if image:
                images[node.target] = image
    return images


def _image(path: Path, target: str, line: int, faults: Faults) -> Image | None:
    folder = path.parent.resolve()
    name = unquote(target)
    try:
        file = (folder / name).resolve()
        inside = file.is_relative_to(folder) and not re.match(r"[a-zA-Z][\w+.-]+:|//", name)
        size = file.stat().st_size if inside else 0
        data = file.read_bytes() if inside and size <= MOST_BYTES else b""
    except (OSError, ValueError, RuntimeError):
        faults.add(line, "image", f"there is no readable file {name}", "check the file's name")
        return None
    if not inside:
        wrong = f"{name} lies outside the statement's folder"
        faults.add(line, "image", wrong, "put the picture beside the statement")
        return None
    if size > MOST_BYTES:
        wrong = f"{name} has {size} bytes, more than {MOST_BYTES}"
        faults.add(line, "image", wrong, "save a smaller picture")
        return None
    media_type, wrong = pictures.examine(data, MOST_PIXELS)
    if wrong:
        faults.add(line, "image", f"{name} {wrong}", "save it again as PNG, JPEG or SVG")
        return None
    return Image(data, media_type)
