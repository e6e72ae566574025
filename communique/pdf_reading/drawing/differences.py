"""Where two drawings of a page differ."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PIL import ImageChops

from communique.pdf_reading.drawing.box import Box

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PIL import Image

Pixels = tuple[int, int, int, int]
"""Of a drawing, the left, upper, right and lower ones, from its upper left corner."""
#: The height of a strip, in pixels.
_STRIP = 64


class Differences:
    """Where two drawings of a page differ: the pixels of `mask` that are not 0."""

    def __init__(self, mask: Image.Image | None, scale: float) -> None:
        self.mask, self.scale = mask, scale

    def within(self, box: Box) -> Box | None:
        """Return what differs within `box`, as the box around it, or None."""
        if self.mask is None:
            return None
        left, upper, right, lower = self._pixels(box)
        found = self.mask.crop((left, upper, right, lower)).getbbox()
        if found is None:
            return None
        height = self.mask.height
        return Box(
            (left + found[0]) / self.scale,
            (height - upper - found[3]) / self.scale,
            (left + found[2]) / self.scale,
            (height - upper - found[1]) / self.scale,
        )

    def strips(self) -> Iterator[Pixels]:
        """Yield the pixels around what differs, strip by strip of the drawing."""
        for upper in range(0, self.mask.height if self.mask else 0, _STRIP):
            assert self.mask is not None  # noqa: S101  # or there is no strip
            strip = self.mask.crop((0, upper, self.mask.width, upper + _STRIP)).getbbox()
            if strip:
                yield strip[0], upper + strip[1], strip[2], upper + strip[3]

    def confirm(self, pixels: Pixels, closer: Differences) -> None:
        """Let these `pixels` differ only where they do `closer`, as so many times more of them."""
        assert self.mask is not None  # noqa: S101  # or there are no pixels
        here = self.mask.crop(pixels)
        there = closer.mask and closer.mask.reduce(closer.mask.width // here.width)
        self.mask.paste(ImageChops.multiply(here, there) if there else 0, pixels)

    def outside(self, boxes: Iterable[Box]) -> Box | None:
        """Return what differs outside of all `boxes`, as the box around it, or None."""
        if self.mask is None:
            return None
        rest = Differences(self.mask.copy(), self.scale)
        assert rest.mask is not None  # noqa: S101  # it was just copied
        for box in boxes:
            rest.mask.paste(0, self._pixels(box))
        width, height = self.mask.size
        return rest.within(Box(0, 0, width / self.scale, height / self.scale))

    def _pixels(self, box: Box) -> Pixels:
        """Return the pixels that `box` touches, from the upper left corner of the page."""
        assert self.mask is not None  # noqa: S101  # asked for by both callers
        width, height = self.mask.size
        left, right = (min(max(x * self.scale, 0), width) for x in (box.left, box.right))
        upper, lower = (min(max(height - y * self.scale, 0), height) for y in (box.top, box.bottom))
        return int(left), int(upper), ceil(right), ceil(lower)
