"""Draw the pictures of the docs: the page of the README, and one text in three sizes of type.

    .venv/bin/python tools/pictures.py

Poppler's pdftoppm draws the founding statement as it is built now.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image, ImageOps

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from communique.command import cli  # noqa: E402  # it is beside this folder

FOUNDING = "copenhagen-quantum-2023.en"
#: The width of the page in the README, and of each in the other picture, in pixels.
WIDE, NARROW = 860, 400
#: Sizes of the text, in pt; all but the first are editions made for the picture.
SIZES = (11, 11.5, 12)
#: What is shown of each page enlarged: from so far from the left, and from where to where down the
#: page, as parts of it.
_LEFT, _FROM, _TO = 0.3, 0.39, 0.53
_DENSITY = 150  # pixels an inch
_GAP, _EDGE, _GROUND = 20, "#c9ced6", "#eef0f3"


def page(folder: Path) -> Image.Image:
    """Return the first page of the founding statement, made in an empty `folder`."""
    made = build(folder, "standard")
    return drawn(made, "-scale-to-x", str(WIDE), "-scale-to-y", "-1")


def sizes(folder: Path) -> Image.Image:
    """Return its first page in each of the `SIZES`, side by side, and below each a part of it.

    They are made in an empty `folder`.
    """
    columns = []
    for size in SIZES:
        made = build(folder, f"size-{size:g}", f"inherits: standard\ntext_size: {size:g}\n")
        whole = drawn(made, "-scale-to-x", str(NARROW), "-scale-to-y", "-1")
        large = drawn(made, "-r", str(_DENSITY))
        left, top = int(_LEFT * large.width), int(_FROM * large.height)
        part = large.crop((left, top, left + NARROW, int(_TO * large.height)))
        columns.append((framed(whole), framed(part)))
    width, (upper, lower) = columns[0][0].width, (each.height for each in columns[0])
    height = upper + lower + 3 * _GAP
    picture = Image.new("RGB", (len(columns) * (width + _GAP) + _GAP, height), _GROUND)
    for number, (whole, part) in enumerate(columns):
        left = _GAP + number * (width + _GAP)
        picture.paste(whole, (left, _GAP))
        picture.paste(part, (left, upper + 2 * _GAP))
    return picture


def build(folder: Path, name: str, edition: str = "") -> Path:
    """Return the PDF of the founding statement in the edition of this `name`.

    In a `folder` that is no project yet one is made; an `edition` is put there as a file.
    """
    source, own = folder / "source", folder / "templates" / "editions"
    for each in (source, own):
        each.mkdir(parents=True, exist_ok=True)
    (folder / "communique.yaml").touch()
    shutil.copy(ROOT / "source" / f"{FOUNDING}.md", source)
    if edition:
        (own / f"{name}.yaml").write_text(edition, "utf-8")
    asked = ["-q", "--edition", name, "--out", str(folder / "out")]
    if cli.main([*asked, str(source / f"{FOUNDING}.md")]):
        raise SystemExit(f"{FOUNDING} is refused in {name}")
    suffix = "" if name == "standard" else f".{name}"
    return folder / "out" / f"{FOUNDING}{suffix}.pdf"


def drawn(path: Path, *options: str) -> Image.Image:
    """Return the first page of a PDF as pdftoppm draws it with these `options`."""
    converter = shutil.which("pdftoppm")
    if not converter:
        raise SystemExit("pdftoppm is missing; install poppler-utils")
    target = path.with_suffix("")
    command = [converter, "-png", "-singlefile", *options, str(path), str(target)]
    subprocess.run(command, check=True)  # noqa: S603  # our own file
    return Image.open(f"{target}.png").convert("RGB")


def framed(picture: Image.Image) -> Image.Image:
    """Return a picture with the edge that a sheet of paper has."""
    return ImageOps.expand(picture, 1, _EDGE)


def main() -> None:
    """Write both pictures."""
    with TemporaryDirectory() as folder:
        first = ImageOps.expand(framed(page(Path(folder, "page"))), _GAP - 1, _GROUND)
        first.quantize(64).save(ROOT / "docs" / "page.png", optimize=True)
        sizes(Path(folder, "sizes")).quantize(32).save(ROOT / "docs" / "sizes.png", optimize=True)


if __name__ == "__main__":
    main()
