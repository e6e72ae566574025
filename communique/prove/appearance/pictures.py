"""Pictures: each is on the page, that of its file, whole, upright, and inside the type area."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from communique.content.expected import is_mirrored
from communique.content.structure import pictures
from communique.pdf_reading.drawing.thumbnail import Thumbnail
from communique.pdf_reading.tag_tree import tags
from communique.prove.form import MM

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from communique.content.content import Content
    from communique.model.faults import Faults
    from communique.model.statement import Image
    from communique.pdf_reading.drawing.box import Box
    from communique.pdf_reading.reading import Reading
    from communique.pdf_reading.tag_tree import Tag

#: How far a picture may reach beyond a margin, in pt: edges are known to a pixel.
_TOLERANCE = 2.0
#: The longer side of the smallest picture, in pt.
_LEAST = 5.0
_DRAWN = "image/svg+xml"
#: The element of a drawing that has pixels.
_HOLDS_PIXELS = b"image"
_NOTHING = "nothing was delivered"
#: What a drawing has outside of its viewBox is cut off by all readers, and so are the outer halves
#: of lines along its edges: what is missing then may have been meant.
_CUT = "in an SVG, let nothing reach out of the viewBox, nor half a line along its edge"


def every_picture(content: Content, reading: Reading, faults: Faults) -> None:
    """Note pictures that are not there, turned or stretched, covered, or outside the type area."""
    seen = {
        (view.number, picture.mark): picture for view in reading.views for picture in view.pictures
    }
    for tag in figures(reading):
        places = [kid for kid in tag.kids if isinstance(kid, tuple)]
        parts = [seen[place] for place in places if place in seen]
        page = tag.pages[0] if tag.pages else 0
        name = tag.text("Alt")[:40]
        boxes = [part.box for part in parts if part.box]
        if not boxes:
            _say(faults, page, f"the picture shows nothing: {name}")
        if not all(part.upright for part in parts) or not reading.turned.isdisjoint(places):
            _say(faults, page, f"the picture is turned or stretched: {name}")
        if not all(part.whole for part in parts):
            instead = _NOTHING if all(part.frame for part in parts) else _CUT
            _say(faults, page, f"the picture is covered or cut off: {name}", instead)
        if not all(_inside(box, page, content) for box in boxes):
            _say(faults, page, f"the picture runs out of its area: {name}")
        if boxes and max(max(_size(box)) for box in boxes) < _LEAST:
            _say(faults, page, f"the picture is too small to be seen: {name}")
    for view in reading.views:
        boxes = [picture.box for picture in view.pictures if picture.box]
        for text in view.texts:
            if text.piece.text.strip() and any(_meet(text.box, box) for box in boxes):
                _say(
                    faults, view.number, f"text stands on a picture: {text.piece.text.strip()[:40]}"
                )


def own_files(content: Content, reading: Reading, faults: Faults) -> None:
    """Note pictures that are not those which the statement names there, as in their files.

    Of those made of pixels it is told what they show; of drawings, that they are some.
    """
    shown, wanted = figures(reading), pictures(content)
    if len(shown) != len(wanted):
        wrong = f"the pages have {len(shown)} pictures, and the statement has {len(wanted)}"
        faults.add(1, "pictures", wrong, _NOTHING)
        return
    pixels = {
        (view.number, picture.mark): picture.pixels
        for view in reading.views
        for picture in view.pictures
    }
    known = cache(Thumbnail.of_file)
    for tag, (line, path, image) in zip(shown, wanted, strict=True):
        places = (kid for kid in tag.kids if isinstance(kid, tuple))
        parts = [part for place in places for part in pixels.get(place, ())]
        wrong = _unlike(parts, image, known) if image else ""
        if wrong:
            said = (
                f"page {min(tag.pages, default=0) + 1}: the picture {wrong}: {tag.text('Alt')[:40]}"
            )
            faults.add(line, "pictures", said, _NOTHING, path=path)


def figures(reading: Reading) -> list[Tag]:
    """Return the tags of pictures in reading order."""
    return [tag for tag in tags(reading.tree) if tag.role == "Figure"]


def _unlike(
    parts: Sequence[Thumbnail], image: Image, thumbnail: Callable[[bytes], Thumbnail | None]
) -> str:
    """Return how what is made of pixels in a picture differs from its file."""
    if image.media_type == _DRAWN:
        may_hold_pixels = _HOLDS_PIXELS in image.data.replace(b"\0", b"")  # in UTF-16, too
        return "is not the drawing of its file" if parts and not may_hold_pixels else ""
    if len(parts) != 1:
        return "is not that of its file"
    file = thumbnail(image.data)
    if file and not parts[0].shows(file):
        return "is not that of its file"
    return "" if file is None or parts[0].stands_as(file) else "does not stand as in its file"


def _say(faults: Faults, page: int, wrong: str, instead: str = _NOTHING) -> None:
    faults.add(1, "pictures", f"page {page + 1}: {wrong}", instead)


def _size(box: Box) -> tuple[float, float]:
    return box.right - box.left, box.top - box.bottom


def _meet(one: Box, other: Box) -> bool:
    """Tell whether two boxes reach into one another by more than edges are known."""
    left, right = max(one.left, other.left), min(one.right, other.right)
    bottom, top = max(one.bottom, other.bottom), min(one.top, other.top)
    return min(right - left, top - bottom) > _TOLERANCE


def _inside(box: Box, page: int, content: Content) -> bool:
    paper, margins = content.edition.paper, content.edition.margins
    left, right = margins.outer, margins.inner
    if is_mirrored(content):
        left, right = right, left
    top = margins.first if page == 0 else margins.top
    return (
        box.left >= left * MM - _TOLERANCE
        and box.right <= (paper.width - right) * MM + _TOLERANCE
        and box.bottom >= margins.bottom * MM - _TOLERANCE
        and box.top <= (paper.height - top) * MM + _TOLERANCE
    )
