"""The files of the pictures that a text shows: found beside it and looked at."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from communique.read import pictures
from communique.store import file_state
from communique.store.naming import SUFFIX

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from communique.model.body import Body
    from communique.model.faults import Faults
    from communique.model.statement import Image
    from communique.store.file_state import FileStates

MOST_BYTES = 20_000_000
MOST_PIXELS = 50_000_000

#: An address, or a path of Windows or a home folder that begins at its root.
_ELSEWHERE = re.compile(r"[a-zA-Z][\w+.-]+:|//|[a-zA-Z]:[\\/]|\\|~[\w.-]*/")
#: A name with the caption right behind it.
_WITH_CAPTION = re.compile(r"(.+\.(?:png|jpe?g|svg))([\"'“„«‘].*)", re.IGNORECASE)
#: What to do about a picture, by how it begins what is said of it.
_REMEDIES = {
    "is an SVG": "save it as PNG, or leave that out of it",
    "is text in UTF": "save it as SVG in UTF-8",
    "is packed": "unpack it, and give it the ending svg",
    "has the colours of print": "save it in the colours of screens (RGB)",
    "": "save it again as PNG, JPEG or SVG",
}


def read(path: Path, body: Body, faults: Faults) -> tuple[Mapping[str, Image], FileStates]:
    """Read the pictures that the body shows; they lie in the statement's folder or below.

    Return them by the addresses that the author wrote, and what the files that were looked for
    were when they were read, by their paths.
    """
    images: dict[str, Image] = {}
    files: FileStates = {}
    for node in body.walk():
        if node.kind in ("figure", "image") and node.target not in images:
            image = _image(path, node.target, node.line, files, faults)
            if image:
                images[node.target] = image
    return images, files


def _image(path: Path, target: str, line: int, files: FileStates, faults: Faults) -> Image | None:
    folder = path.parent.resolve()
    name = unquote(target)
    asked = path.parent / name
    try:
        file = (folder / name).resolve()
        inside = file.is_relative_to(folder) and not _ELSEWHERE.match(name)
        if inside and not file.exists() and (other := _alike(folder, name, _composed)):
            files[str(asked)] = file_state.NONE, file_state.ABSENT  # it would be taken instead
            asked = file = other
        if inside and file.exists() and not file.is_file():
            kind = file_state.kind(file.stat().st_mode)
            faults.add(line, "image", f"{name} is {kind}", "put a picture there")
            return None
        data, identity = file_state.read(str(file), MOST_BYTES) if inside else (b"", None)
    except (OSError, ValueError, RuntimeError):
        faults.add(line, "image", f"there is no readable file {name}", _instead(folder, name))
        return None
    if identity is None:
        wrong = f"{name} lies outside the statement's folder"
        faults.add(line, "image", wrong, "put the picture beside the statement")
        return None
    if Path(name).is_absolute() or ".." in Path(name).parts:  # nobody else could put it there
        wrong = f"{name} does not lead straight from the statement's folder to the picture"
        faults.add(line, "image", wrong, _written(file.relative_to(folder)))
        return None
    if name.endswith(SUFFIX):
        faults.add(
            line, "image", f"{name} is called like a statement", "call it .png, .jpg or .svg"
        )
        return None
    if len(data) > MOST_BYTES:
        wrong = f"{name} has more than {MOST_BYTES} bytes"
        faults.add(line, "image", wrong, "save a smaller picture")
        return None
    state = identity, file_state.hashed(data)
    if files.setdefault(str(asked), state) != state:  # shown twice, it has changed meanwhile
        files[str(asked)] = file_state.NONE, file_state.unread()
    picture, wrong = pictures.examine(data, MOST_PIXELS)
    if wrong:
        instead = next(said for begins, said in _REMEDIES.items() if wrong.startswith(begins))
        faults.add(line, "image", f"{name} {wrong}", instead)
    return picture


def _instead(folder: Path, name: str) -> str:
    """Return what to write for the name of a picture that is not there."""
    found = _alike(folder, name.replace("\\", "/"), lambda each: _composed(each).casefold())
    if match := _WITH_CAPTION.fullmatch(name):
        return f"write a space before the caption: {match[1]} {match[2]}"
    if found is None:
        return "check the file's name"
    return _written(found.relative_to(folder))


def _written(path: Path) -> str:
    """Return how to write the `path` of a picture."""
    right = path.as_posix()
    return f"write <{right}>" if " " in right else f"write {right}"


def _alike(folder: Path, name: str, form: Callable[[str], str]) -> Path | None:
    """Return the file below `folder` whose `name` is this one in the same `form`, if there is one.

    Systems keep accents in two ways, and some take small letters and capitals for the same.
    """
    for part in name.split("/"):
        if part in (".", ".."):
            return None
        try:
            found = sorted(each for each in folder.iterdir() if form(each.name) == form(part))
        except OSError:
            return None
        if not found:
            return None
        folder = found[0]
    return folder


def _composed(name: str) -> str:
    return unicodedata.normalize("NFC", name)
