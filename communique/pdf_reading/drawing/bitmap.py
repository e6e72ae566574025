"""A page as pixels."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING

from PIL import Image, ImageChops, ImageStat

from communique.pdf_reading.drawing.differences import Differences

if TYPE_CHECKING:
    from communique.pdf_reading.drawing.differences import Pixels

#: Red, green, blue and nothing: PDFium's BGRx.
BYTES = 4
#: Up to this difference of a channel, of 255, two pixels count as the same: what is drawn twice in
#: one way has no difference, and a veil over a text makes all of it lighter by a little.
_DIFFERENCE = 4

#: The memory of bitmaps that are no longer needed, and how many are kept: a page needs four.
_SPARE: list[bytearray] = []
_MOST_SPARE = 4


class Bitmap:
    """A page of `width` and `height` pixels, `scale` of them a pt; white at first."""

    def __init__(self, width: int, height: int, scale: float) -> None:
        self.width, self.height, self.scale = width, height, scale
        self.frame = (0, 0, width, height)
        """Where on it the page begins, from the upper left corner, and how large that is."""
        self.stride = width * BYTES
        self.data = _memory(self.stride * height)
        ctypes.memset(self.address, 0xFF, len(self.data))

    def __del__(self) -> None:
        """Leave the memory for another bitmap: to get new one takes longer than to draw a page."""
        if len(_SPARE) < _MOST_SPARE:
            _SPARE.append(self.data)

    @property
    def address(self) -> ctypes.Array[ctypes.c_ubyte]:
        """The pixels as C sees them."""
        return (ctypes.c_ubyte * len(self.data)).from_buffer(self.data)

    def copy(self) -> Bitmap:
        """Return another bitmap with the same pixels."""
        other = Bitmap.__new__(Bitmap)
        other.width, other.height, other.scale = self.width, self.height, self.scale
        other.frame, other.stride, other.data = self.frame, self.stride, _memory(len(self.data))
        other.data[:] = self.data
        return other

    def part(self, pixels: Pixels, times: int) -> Bitmap:
        """Return a white bitmap of what these `pixels` show, so many `times` as large."""
        left, upper, right, lower = (pixel * times for pixel in pixels)
        part = Bitmap(right - left, lower - upper, self.scale * times)
        part.frame = (-left, -upper, self.width * times, self.height * times)
        return part

    def differences(self, other: Bitmap, least: int = _DIFFERENCE) -> Differences:
        """Return where a channel differs from that of `other` by more than `least` of 255."""
        if self.data == other.data:
            return Differences(None, self.scale)
        red, green, blue = ImageChops.difference(self.image(), other.image()).split()
        most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
        return Differences(most.point([0] * (least + 1) + [255] * (255 - least)), self.scale)

    def differs(self, other: Bitmap) -> bool:
        """Tell whether `other`, which may have another size, looks otherwise."""
        if (self.width, self.height) != (other.width, other.height):
            return True
        mask = self.differences(other).mask
        return mask is not None and mask.getbbox() is not None

    def shared(self, other: Bitmap) -> float:
        """Return how much of the ink of the bitmap that has less of it is ink of the other too."""
        inks = [ImageChops.invert(each.image().convert("L")) for each in (self, other)]
        least = min(ImageStat.Stat(ink).sum[0] for ink in inks)
        return ImageStat.Stat(ImageChops.darker(*inks)).sum[0] / least if least else 0.0

    def image(self) -> Image.Image:
        """Return the same pixels as Pillow has them; red and blue are exchanged."""
        size = (self.width, self.height)
        raw = Image.frombuffer("RGBX", size, self.data, "raw", "RGBX", 0, 1)
        return raw.convert("RGB")

    def rows(self, bottom: float, top: float, first: int, last: int) -> list[bytearray]:
        """Return the pixels from column `first` to `last`, row by row, between two heights (pt)."""
        upper = max(round(self.height - top * self.scale), 0)
        lower = min(max(round(self.height - bottom * self.scale), upper + 1), self.height)
        return [
            self.data[row * self.stride + first * BYTES : row * self.stride + last * BYTES]
            for row in range(upper, lower)
        ]


def _memory(length: int) -> bytearray:
    """Return so many bytes, which may hold anything."""
    while _SPARE:
        memory = _SPARE.pop()
        if len(memory) == length:
            return memory
    return bytearray(length)
