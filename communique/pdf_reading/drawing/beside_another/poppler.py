"""The pages of any PDF as poppler draws them, where its program is installed.

What PDFium shows and another reader does not, or the other way round, is seen only so.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image, ImageChops

from communique.pdf_reading.objects import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Sequence

_PROGRAM = "pdftoppm"
#: What it may need: a page takes some 50 ms and 20 MB.
_SECONDS, _CPU_SECONDS, _MEMORY = 10, 10, 2**29
#: The pages after these are compared as PDFium draws them: most statements are shorter.
MOST_PAGES = 50
#: The longer side of each page in pixels.
_SIDE = 800
#: Up to this difference of 255 two pixels count as the same, as for PDFium (`bitmap`).
_DIFFERENCE = 4


def is_here() -> bool:
    """Tell whether poppler can be asked."""
    return shutil.which(_PROGRAM) is not None


def differing(data: bytes, other: bytes) -> list[int]:
    """Return the pages, from 0, that poppler draws otherwise in two PDFs.

    Raises `UnreadableError` where it fails on one of them or takes longer than 10 s.
    """
    pairs = zip(_drawn(data), _drawn(other), strict=False)
    return [number for number, (one, two) in enumerate(pairs) if _differ(one, two)]


def _differ(one: Image.Image, other: Image.Image) -> bool:
    if one.size != other.size:
        return True
    bands = ImageChops.difference(one, other).split()
    return any(band.point(lambda value: value > _DIFFERENCE).getbbox() for band in bands)


def _drawn(data: bytes) -> list[Image.Image]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "file.pdf")
        path.write_bytes(data)
        command = [_PROGRAM, "-q", "-scale-to", str(_SIDE), "-l", str(MOST_PAGES), str(path)]
        ended = _run([*command, str(Path(folder, "page"))])
        pages = sorted(Path(folder).glob("page-*.ppm"))
        if ended or not pages:
            raise UnreadableError("poppler does not draw it")
        return [Image.open(io.BytesIO(page.read_bytes())).convert("RGB") for page in pages]


def _run(command: Sequence[str]) -> int:
    """Run a program within its limits; return its exit status, which is not 0 where it is ended."""
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet) as process:  # noqa: S603  # our own words
        if sys.platform == "linux":
            import resource  # noqa: PLC0415  # Unix only

            resource.prlimit(process.pid, resource.RLIMIT_AS, (_MEMORY, _MEMORY))
            # It may outlive this process, which is killed where all takes too long.
            resource.prlimit(process.pid, resource.RLIMIT_CPU, (_CPU_SECONDS, _CPU_SECONDS))
        try:
            return process.wait(_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            return -1
