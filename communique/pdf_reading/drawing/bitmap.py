"""A page as pixels: where two differ, and what a line of text stands on."""

from __future__ import annotations

import ctypes
import io
from functools import lru_cache
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from PIL import Image, ImageChops, ImageOps, ImageStat

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

#: Red, green, blue and nothing: PDFium's BGRx.
_BYTES = 4
#: Up to this difference of a channel, of 255, two pixels count as the same: what is drawn twice in
#: one way has no difference, and a veil over a text makes all of it lighter by a little.
_DIFFERENCE = 4
#: Between these heights over the baseline, in em, are the bodies of letters, which lines over,
#: under and between texts keep clear of.
_LOW, _HIGH = 0.05, 0.72
#: From this difference of a row or column of pixels on, of 255, a line crosses a text.
_LINE = 16
#: How far beside a line that runs down a text it is compared with, in pixels.
_BESIDE = 3
#: Up to this value of a channel, from 0 to 1, light grows with it (WCAG 2.1; IEC 61966-2-1).
_LINEAR = 0.04045
#: How many pixels are enough to tell what is up and what is left in a picture.
_THUMBNAIL = 16
#: So much, of 255 for each of its pixels, two libraries may differ in one picture.
_READ_ALIKE = 0.5
#: So large a part of the letter may stand on something else.
_PART = 8

#: The memory of bitmaps that are no longer needed, and how many are kept: a page needs four.
_SPARE: list[bytearray] = []
_MOST_SPARE = 4


class Ground(NamedTuple):
    """What a text stands on."""

    darkest: float
    """Relative luminance, from 0 to 1 (WCAG 2.1)."""
    lightest: float
    crossed: bool = False
    """Whether a line runs through its letters."""


_WHITE = Ground(1.0, 1.0)


class Box(NamedTuple):
    """A rectangle on a page in pt, from its lower left corner."""

    left: float
    bottom: float
    right: float
    top: float


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

    def _pixels(self, box: Box) -> tuple[int, int, int, int]:
        """Return the pixels that `box` touches, from the upper left corner of the page."""
        assert self.mask is not None  # noqa: S101  # asked for by both callers
        width, height = self.mask.size
        left, right = (min(max(x * self.scale, 0), width) for x in (box.left, box.right))
        upper, lower = (min(max(height - y * self.scale, 0), height) for y in (box.top, box.bottom))
        return int(left), int(upper), ceil(right), ceil(lower)


class Bitmap:
    """A page of `width` and `height` pixels, `scale` of them a pt; white at first."""

    def __init__(self, width: int, height: int, scale: float) -> None:
        self.width, self.height, self.scale = width, height, scale
        self.stride = width * _BYTES
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
        other.stride, other.data = self.stride, _memory(len(self.data))
        other.data[:] = self.data
        return other

    def differences(self, other: Bitmap, least: int = _DIFFERENCE) -> Differences:
        """Return where a channel differs from that of `other` by more than `least` of 255."""
        if self.data == other.data:
            return Differences(None, self.scale)
        red, green, blue = ImageChops.difference(self.image(), other.image()).split()
        most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
        return Differences(most.point([0] * (least + 1) + [255] * (255 - least)), self.scale)

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

    def ground(self, box: Box, baseline: float, size: float) -> Ground:
        """Return what letters stand on, in a bitmap without them.

        `box` is around their ink; `baseline` and `size` are theirs (pt).
        """
        first = min(max(int(box.left * self.scale), 0), self.width - 1)
        last = min(max(int(box.right * self.scale) + 1, first + 1), self.width)
        rows = self._rows(box.bottom, box.top, first, last)
        if not rows:  # off the page
            return _WHITE
        even = rows[0][:_BYTES] * (last - first)
        if rows.count(even) == len(rows):
            return _even(bytes(even[:_BYTES]))
        bodies = self._rows(baseline + _LOW * size, baseline + _HIGH * size, first, last) or rows
        width = max(round(size * self.scale), 1)
        starts = range(0, max(last - first - width // 2, 1), width)
        grounds = [
            _tile(
                *(
                    [row[start * _BYTES : (start + width) * _BYTES] for row in each]
                    for each in (rows, bodies)
                )
            )
            for start in starts
        ]
        return Ground(
            min(ground.darkest for ground in grounds),
            max(ground.lightest for ground in grounds),
            any(ground.crossed for ground in grounds) or _has_upright_line(bodies),
        )

    def _rows(self, bottom: float, top: float, first: int, last: int) -> list[bytearray]:
        """Return the pixels from column `first` to `last`, row by row, between two heights (pt)."""
        upper = max(round(self.height - top * self.scale), 0)
        lower = min(max(round(self.height - bottom * self.scale), upper + 1), self.height)
        return [
            self.data[row * self.stride + first * _BYTES : row * self.stride + last * _BYTES]
            for row in range(upper, lower)
        ]


def _memory(length: int) -> bytearray:
    """Return so many bytes, which may hold anything."""
    while _SPARE:
        memory = _SPARE.pop()
        if len(memory) == length:
            return memory
    return bytearray(length)


class Thumbnail:
    """A picture, small and grey, whatever its proportions, without what is transparent."""

    def __init__(self, image: Image.Image) -> None:
        """Take it of `image`."""
        self.image = image.convert("RGB").convert("L").resize((_THUMBNAIL, _THUMBNAIL))

    @classmethod
    def of_file(cls, data: bytes) -> Thumbnail | None:
        """Take it of a file; None if it has the colours of print, which each library mixes."""
        with Image.open(io.BytesIO(data)) as image:
            return None if image.mode == "CMYK" else cls(ImageOps.exif_transpose(image))

    def stands_as(self, files: Sequence[Thumbnail]) -> bool:
        """Tell whether it is as much like one of the files as like one that is turned round."""
        alike = min((self._difference(file.image) for file in files), default=0.0)
        turned = (file.image.transpose(turn) for file in files for turn in Image.Transpose)
        least = alike - _READ_ALIKE * _THUMBNAIL**2
        return all(least <= self._difference(image) for image in turned)

    def _difference(self, other: Image.Image) -> float:
        return ImageStat.Stat(ImageChops.difference(self.image, other)).sum[0]


@lru_cache
def _even(pixel: bytes) -> Ground:
    light = luminance(*(pixel[channel] / 255 for channel in (2, 1, 0)))
    return Ground(light, light)


def _tile(rows: list[bytearray], bodies: list[bytearray]) -> Ground:
    """Return the ground of a letter, without what it has at an edge only.

    `bodies` are the rows that no line may cross.
    """
    pixels = [bytes(row[i : i + _BYTES]) for row in rows for i in range(0, len(row), _BYTES)]
    light = sorted(_even(pixel).darkest for pixel in pixels)
    edge = len(light) // _PART
    means = sorted(sum(row) / max(len(row), 1) for row in bodies)
    middle = means[len(means) // 2]
    crossed = max(middle - means[0], means[-1] - middle) * _BYTES / (_BYTES - 1) > _LINE
    return Ground(light[edge], light[-1 - edge], crossed)


def _has_upright_line(rows: list[bytearray]) -> bool:
    """Tell whether a column of pixels differs, to one side, from those on its left and right."""
    if all(row.count(row[:_BYTES]) * _BYTES == len(row) for row in rows):
        return False
    columns = [
        sum(sum(row[at : at + _BYTES]) for row in rows) / len(rows) / (_BYTES - 1)
        for at in range(0, len(rows[0]), _BYTES)
    ]
    last = len(columns) - 1
    for at, column in enumerate(columns):
        left, right = columns[max(at - _BESIDE, 0)], columns[min(at + _BESIDE, last)]
        if min(column - left, column - right) > _LINE or min(left - column, right - column) > _LINE:
            return True
    return False


def luminance(red: float, green: float, blue: float) -> float:
    """Return the relative luminance of a colour in sRGB, each from 0 to 1 (WCAG 2.1)."""
    r, g, b = (
        value / 12.92 if value <= _LINEAR else ((value + 0.055) / 1.055) ** 2.4
        for value in (red, green, blue)
    )
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
