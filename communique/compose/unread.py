"""What a project has in its templates and nothing reads: said, so that nobody waits for it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from communique.model.faults import Faults
from communique.store import places
from communique.store.paths import from_here

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.model.faults import Fault

    Said = tuple[Path, str, str, str]
    """A file, what it is about, what is wrong with it, and what to do instead."""

#: What holds fonts, and is read or is not.
_READ, _UNREAD = (".ttf", ".otf"), (".ttc", ".woff", ".woff2")


def remarks() -> list[Fault]:
    """Return a remark on each file and folder of the project's templates that nothing reads.

    So does each selector of its stylesheets which is like a class or an element that pages have.
    """
    own = places.own_templates()
    found: list[Fault] = []
    for path, key, wrong, instead in _unread(Path(own)) if own else ():
        faults = Faults(from_here(path))
        faults.remark(1, key, wrong, instead)
        found += faults.remarks
    for path in sorted(Path(own, "styles").glob("*.css")) if own else ():
        from communique.design.styles import selectors  # noqa: PLC0415  # slow, and many have none

        faults = Faults(from_here(path))
        for each in selectors.unknown(path.read_text("utf-8", "replace")):
            wrong = f"nothing on a page is {each.name}"
            faults.remark(each.line, "stylesheet", wrong, f"did you mean {each.meant}?")
        found += faults.remarks
    return found


def _unread(own: Path) -> Iterator[Said]:
    known = sorted(path.name for path in Path(places.TEMPLATES).iterdir() if path.is_dir())
    for folder in sorted(path for path in own.iterdir() if path.is_dir()):
        if not (folder.name in known or folder.name.startswith(".") or any(folder.rglob("*.html"))):
            from communique.design.validation import suggestion  # noqa: PLC0415  # slow, and rare

            yield folder, "folder", "nothing in it is read", suggestion(folder.name, known)
    for path in sorted(Path(own, "fonts").rglob("*.*")):
        kind = path.suffix.lower()
        if kind in _READ and path.suffix != kind:
            yield path, "font", "it is not read", f"call it {path.stem}{kind}"
        elif kind in _READ and path.parent.parent != own / "fonts":
            name = f"templates/fonts/{path.stem}/{path.name}"
            yield (
                path,
                "font",
                "it is not in a folder of its own, so it is not read",
                f"move it to {name}",
            )
        elif kind in _UNREAD:
            wrong = f"a font in {path.suffix} is not read"
            yield path, "font", wrong, "put it there as a TrueType or OpenType font (.ttf, .otf)"
    for name in ("editions", "languages", "themes"):
        for path in sorted(Path(own, name).glob("*.yml")):
            yield path, "file", "it is not read", f"call it {path.stem}.yaml"
    for path in sorted(Path(own, "languages").glob("*.yaml")):
        from communique.design.language import is_tag  # noqa: PLC0415  # slow, and rare

        if not is_tag(path.stem):
            wrong = f"{path.stem} is no tag of a language, so it is not read"
            yield path, "language", wrong, "call the file by the tag (BCP 47), such as ga.yaml"
