"""Pictures: each is on the page, that of its file, whole, upright, and inside the type area."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from communique.content.expected import is_mirrored
from communique.content.structure import pictures
from communique.pdf_reading.drawing.thumbnail import Thumbnail
from communique.pdf_reading.tag_tree import tags
from communique.prove.arrangement.papers import papers
from communique.prove.form import MM
from communique.prove.written import places

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from communique.content.content import Content
    from communique.content.structure import Picture
    from communique.design.edition import Paper
    from communique.model.faults import Faults
    from communique.model.statement import Image
    from communique.pdf_reading.drawing.box import Box
    from communique.pdf_reading.drawing.view import SeenPicture
    from communique.pdf_reading.reading import Reading
    from communique.pdf_reading.tag_tree import Tag

#: How far a picture may reach beyond a margin, in pt: edges are known to a pixel.
_TOLERANCE = 2.0
#: The longer side of the smallest picture, in pt.
_LEAST = 5.0
_DRAWN = "image/svg+xml"
_NOTHING = "nothing was delivered"
#: What a drawing has outside of its viewBox is cut off by all readers, and so are the outer halves
#: of lines along its edges: what is missing then may have been meant.
_CUT = "in an SVG, let nothing reach out of the viewBox, nor half a line along its edge"
_BLANK = "take one with something on it that is neither white nor clear"
_UNSEEN = "delete them from the picture, or let all of their letters stand out from what is there"


def every_picture(content: Content, reading: Reading, faults: Faults) -> None:
    """Note pictures that are not there, turned or stretched, covered, or outside the type area.

    So are those with words that are copied from the page, and not seen on it.
    """
    seen, paper_of = _seen(reading), papers(content, reading)
    owners: dict[tuple[int, int], Picture | None] = {}
    for shown in _shown(content, reading):
        owners |= dict.fromkeys(shown.places, shown.picture)
        parts = [seen[place] for place in shown.places if place in seen]
        boxes = [part.box for part in parts if part.box]
        if not boxes:
            shown.say(faults, "shows nothing", _BLANK)
        if not all(part.upright for part in parts) or not reading.turned.isdisjoint(shown.places):
            shown.say(faults, "is turned or stretched")
        if not all(part.whole for part in parts):
            instead = _NOTHING if all(part.frame for part in parts) else _CUT
            shown.say(faults, "is covered or cut off", instead)
        elif unseen := "".join(text for part in parts for text in part.unseen):
            shown.say(faults, f"has words that are not seen ({unseen[:40]})", _UNSEEN)
        if not all(_inside(box, shown.page, content, paper_of(shown.page)) for box in boxes):
            shown.say(faults, "runs out of its area")
        if boxes and max(max(_size(box)) for box in boxes) < _LEAST:
            shown.say(faults, "is too small to be seen")
    for view in reading.views:
        inked = {picture.mark: picture.box for picture in view.pictures if picture.box}
        for text in view.texts:
            under = [mark for mark, box in inked.items() if _meet(text.box, box)]
            if under and (words := text.piece.text.strip()):
                picture = owners.get((view.number, under[0]))
                wrong = f"text stands on {_called(picture)}: {words[:40]}"
                _note(faults, picture, view.number, wrong)


def own_files(content: Content, reading: Reading, faults: Faults) -> None:
    """Note pictures that are not those which the statement names there, as in their files.

    Of those made of pixels it is told what they show; of drawings, that they are some.
    """
    wanted = len(pictures(content))
    if len(figures(reading)) != wanted:
        wrong = f"the pages have {len(figures(reading))} pictures, and the statement has {wanted}"
        faults.add(1, "pictures", wrong, _NOTHING)
        return
    seen = _seen(reading)
    known = cache(Thumbnail.of_file)
    for shown in _shown(content, reading):
        parts = [part for place in shown.places if place in seen for part in seen[place].pixels]
        image = shown.picture and shown.picture.image
        wrong = _unlike(parts, image, known) if image else ""
        if wrong:
            shown.say(faults, wrong)


def cut_off(reading: Reading) -> set[int]:
    """Return the numbers of pages with a drawing that is not whole, which `every_picture` tells.

    The page is compared with one that has the whole of it, so that other things look hidden, too.
    """
    seen = _seen(reading)
    drawn = {place for tag in figures(reading) for place in places(tag)} & seen.keys()
    return {place[0] for place in drawn if not (seen[place].whole or seen[place].frame)}


class _Shown(NamedTuple):
    """A picture of the pages: its tag, and what the statement has there, where that is known."""

    tag: Tag
    picture: Picture | None

    @property
    def places(self) -> list[tuple[int, int]]:
        """Where it is drawn: pages, from 0, and MCIDs."""
        return [*places(self.tag)]

    @property
    def page(self) -> int:
        """The first page that it is on, from 0."""
        return min(self.tag.pages, default=0)

    def say(self, faults: Faults, wrong: str, instead: str = _NOTHING) -> None:
        """Note what is wrong with it."""
        said = f"{_called(self.picture)} {wrong}: {self.tag.text('Alt')[:40]}"
        _note(faults, self.picture, self.page, said, instead)


def _shown(content: Content, reading: Reading) -> list[_Shown]:
    """Return the pictures of the pages; where their number is wrong, none is known by its name."""
    shown, wanted = figures(reading), pictures(content)
    known = wanted if len(shown) == len(wanted) else [None] * len(shown)
    return list(map(_Shown, shown, known))


def _called(picture: Picture | None) -> str:
    return f"the picture {picture.name}" if picture else "the picture"


def _note(
    faults: Faults, picture: Picture | None, page: int, wrong: str, instead: str = _NOTHING
) -> None:
    """Note what is wrong on a page, from 0, where the statement, or the theme, has its picture."""
    line, path = (picture.line, picture.path) if picture else (1, None)
    faults.add(line, "pictures", f"page {page + 1}: {wrong}", instead, path=path)


def _seen(reading: Reading) -> dict[tuple[int, int], SeenPicture]:
    """Return what is seen of each picture, by its place."""
    return {
        (view.number, picture.mark): picture for view in reading.views for picture in view.pictures
    }


def figures(reading: Reading) -> list[Tag]:
    """Return the tags of pictures in reading order."""
    return [tag for tag in tags(reading.tree) if tag.role == "Figure"]


def _unlike(
    parts: Sequence[Thumbnail], image: Image, thumbnail: Callable[[bytes], Thumbnail]
) -> str:
    """Return how what is made of pixels in a picture differs from its file."""
    if image.media_type == _DRAWN:
        return "is not the drawing of its file" if parts else ""
    if len(parts) != 1:
        return "is not that of its file"
    file = thumbnail(image.data)
    if not parts[0].shows(file):
        return "is not that of its file"
    return "" if parts[0].stands_as(file) else "does not stand as in its file"


def _size(box: Box) -> tuple[float, float]:
    return box.right - box.left, box.top - box.bottom


def _meet(one: Box, other: Box) -> bool:
    """Tell whether two boxes reach into one another by more than edges are known."""
    left, right = max(one.left, other.left), min(one.right, other.right)
    bottom, top = max(one.bottom, other.bottom), min(one.top, other.top)
    return min(right - left, top - bottom) > _TOLERANCE


def _inside(box: Box, page: int, content: Content, paper: Paper) -> bool:
    margins = content.edition.margins
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
