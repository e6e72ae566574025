"""A picture so small that only what is up and what is left in it can be told."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from PIL import Image, ImageChops, ImageOps, ImageStat

if TYPE_CHECKING:
    from collections.abc import Sequence

#: How many pixels are enough to tell what is up and what is left in a picture.
_THUMBNAIL = 16
#: So much, of 255 for each of its pixels, two libraries may differ in one picture.
_READ_ALIKE = 0.5


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
