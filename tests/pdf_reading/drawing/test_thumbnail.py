"""Pictures so small that they can be told from one another."""

from __future__ import annotations

import io

from PIL import Image

from communique.pdf_reading.drawing.thumbnail import Thumbnail


def png(picture: Image.Image, **options: object) -> bytes:
    """Return the file of a picture."""
    out = io.BytesIO()
    picture.save(out, "PNG", **options)
    return out.getvalue()


def test_a_palette_that_is_clear_in_part_has_the_colours_of_one_that_is_not() -> None:
    picture = Image.linear_gradient("L").convert("RGB").quantize(16)
    clear = Thumbnail.of_file(png(picture, transparency=bytes(range(0, 256, 16))))
    full = Thumbnail.of_file(png(picture))
    assert clear.image.tobytes() == full.image.tobytes()
    assert clear.stands_as(full)
    assert not clear.stands_as(
        Thumbnail.of_file(png(picture.transpose(Image.Transpose.ROTATE_180)))
    )
