"""A picture so small that it can be told from others, and what is up and what is left in it."""

from __future__ import annotations

import io
from itertools import chain
from typing import TYPE_CHECKING

from PIL import Image, ImageChops, ImageOps

if TYPE_CHECKING:
    from collections.abc import Iterator

#: How many pixels are enough to tell what is up and what is left in a picture.
_THUMBNAIL = 16
#: So much, of 255 for each colour of its pixels, two libraries may differ in one picture.
_READ_ALIKE = 0.5
#: So much what is in a PDF may differ from a file that lay on its side: it is written anew.
_SAME = 1.5
_COLOURS = 3 * _THUMBNAIL**2


class Thumbnail:
    """A picture, small, whatever its proportions, without what is transparent."""

    def __init__(self, image: Image.Image) -> None:
        """Take it of `image`."""
        if image.mode == "P" and "transparency" in image.info:
            image = image.convert("RGBA")  # else Pillow warns
        self.image = image.convert("RGB").resize((_THUMBNAIL, _THUMBNAIL), reducing_gap=2)

    @classmethod
    def of_file(cls, data: bytes) -> Thumbnail:
        """Take it of a file."""
        with Image.open(io.BytesIO(data)) as image:
            return cls(ImageOps.exif_transpose(image))

    def shows(self, file: Thumbnail) -> bool:
        """Tell whether it is the picture in a file, as it stands there or turned round."""
        ways = chain([file.image], file.turned())
        return any(self._difference(image) <= _SAME * _COLOURS for image in ways)

    def stands_as(self, file: Thumbnail) -> bool:
        """Tell whether it is as much like a file as like one that is turned round."""
        least = self._difference(file.image) - _READ_ALIKE * _COLOURS
        return least <= 0 or all(least <= self._difference(image) for image in file.turned())

    def turned(self) -> Iterator[Image.Image]:
        """Yield it in each way in which it can be turned round."""
        return map(self.image.transpose, Image.Transpose)

    def _difference(self, other: Image.Image) -> int:
        return sum(ImageChops.difference(self.image, other).tobytes())
