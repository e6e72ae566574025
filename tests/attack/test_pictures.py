"""Pictures of every kind come out alike in poppler and PDFium, or are refused with what to do."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING

import pypdfium2 as pdfium
import pytest
from PIL import Image, ImageChops, ImageFilter

from communique.model.standards import DEFAULT
from communique.store.naming import STANDARD
from tests.attack import pictures
from tests.attack.sizes import size
from tests.conformance.building import build_file
from tests.conformance.judge import PROFILES, judge
from tests.samples import with_body

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conformance.building import Outcome

pytestmark = pytest.mark.attack

_DPI = 96
#: So much, of 255, a channel of 3 × 3 pixels may differ from all that is within a pixel of them:
#: engines smooth edges in their own ways, and colours that flow have a thin line along them.
_ALIKE = 100
_TAKEN = {**pictures.pixels(), **pictures.drawings()}
_TRIED = list(_TAKEN)[:: size(sample=4, whole=1)]
#: What was read and refused: the line of the picture, what is wrong, and what to do.
_REFUSED = re.compile(r"\S+:5: image: p\.png .+; (save|unpack) .+")


def made(folder: Path, data: bytes) -> Outcome:
    (folder / "p.png").write_bytes(data)
    path = folder / "text.en.md"
    path.write_text(with_body("![A picture](p.png)\n\nWords."), encoding="utf-8")
    return build_file(path, STANDARD, folder, DEFAULT)


def by_poppler(pdf: Path, folder: Path) -> Image.Image:
    command = ["pdftoppm", "-r", str(_DPI), "-png", "-singlefile", str(pdf), str(folder / "page")]
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603  # poppler, by name
    return Image.open(folder / "page.png").convert("RGB")


def by_pdfium(pdf: Path) -> Image.Image:
    document = pdfium.PdfDocument(pdf)
    image: Image.Image = document[0].render(scale=_DPI / 72).to_pil().convert("RGB")
    document.close()
    return image


def difference(one: Image.Image, other: Image.Image) -> int:
    """Return how far two drawings of a page differ at most, of 255, but for a pixel's place."""
    assert one.size == other.size
    return max(_beyond(one, other), _beyond(other, one))


def _beyond(one: Image.Image, other: Image.Image) -> int:
    """Return how far a drawing goes beyond what another one has within a pixel of each place."""
    least, most = other.filter(ImageFilter.MinFilter(3)), other.filter(ImageFilter.MaxFilter(3))
    beyond = ImageChops.lighter(ImageChops.subtract(one, most), ImageChops.subtract(least, one))
    red, green, blue = beyond.split()
    worst = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    return int(worst.filter(ImageFilter.BoxBlur(1)).getextrema()[1])  # type: ignore[arg-type]


def test_pictures_are_alike_in_two_engines_or_refused(
    tmp_path: Path, say: Callable[[str], None]
) -> None:
    unlike, unhelpful, pdfs = {}, {}, []
    for number, name in enumerate(_TRIED):
        folder = tmp_path / str(number)
        folder.mkdir()
        found = made(folder, _TAKEN[name])
        if found.pdf is None:
            if not _REFUSED.match(found.complaint):
                unhelpful[name] = found.complaint or found.crash
            continue
        pdfs.append(found.pdf)
        worst = difference(by_poppler(found.pdf, folder), by_pdfium(found.pdf))
        if worst > _ALIKE:
            unlike[name] = worst
    say(f"{len(_TRIED)} pictures: {len(pdfs)} set, {len(_TRIED) - len(pdfs)} refused")
    assert unlike == {}
    assert unhelpful == {}
    assert judge(pdfs, PROFILES[DEFAULT]) == []


@pytest.mark.parametrize("name", pictures.refused_pixels())
def test_what_is_no_picture_is_refused_with_what_to_do(name: str, tmp_path: Path) -> None:
    found = made(tmp_path, pictures.refused_pixels()[name])
    assert _REFUSED.match(found.complaint), found.crash or found.complaint


def test_two_drawings_that_differ_are_told_apart() -> None:
    white, spot = Image.new("RGB", (40, 40), "white"), Image.new("RGB", (40, 40), "white")
    assert difference(white, spot) == 0
    spot.paste("black", (10, 10, 14, 14))
    assert difference(white, spot) > _ALIKE
    moved = ImageChops.offset(spot, 1, 0)
    assert difference(moved, spot) <= _ALIKE
