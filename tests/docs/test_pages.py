"""The pages themselves: their links lead somewhere, their code parses, their picture is right."""

from __future__ import annotations

import ast
import re
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageChops, ImageOps, ImageStat

from communique.design import yaml_lines
from communique.model.faults import Faults
from communique.pdf_reading.reading import Reading
from tests.docs.pages import DESIGNERS, FENCE, MADE, PAGES, blocks, prose, text
from tests.samples import ROOT
from tools import pictures

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.mark.parametrize("name", PAGES)
def test_links_between_the_pages_resolve(name: str) -> None:
    for target in re.findall(r"(?<!`)\[[^\]`]*\]\(([^)]+)\)", prose(name)):
        file, _, anchor = target.partition("#")
        if target.startswith("https://"):
            continue
        path = (ROOT / name).parent / file if file else ROOT / name
        assert path.exists(), target
        assert not anchor or anchor in anchors(path), target


def anchors(path: Path) -> set[str]:
    """Return the names that GitHub gives to the headings of a page."""
    headings = re.findall(r"^#+ (.+)$", FENCE.sub("", path.read_text("utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("name", PAGES)
def test_files_and_folders_named_exist(name: str) -> None:
    rooms = r"(?:communique|templates|tools|requirements|docs|source|tests|\.ci)/[^`\s]*"
    for path in re.findall(rf"`({rooms})`", prose(name)):
        assert path in MADE or (ROOT / path).exists(), path


@pytest.mark.parametrize("name", PAGES)
def test_code_blocks_parse(name: str) -> None:
    for code in blocks(name, "python"):
        ast.parse(code)
    for code in blocks(name, "svg"):
        ET.fromstring(code)  # noqa: S314  # our own page
    for code in blocks(name, "yaml"):
        found = Faults(ROOT / name)
        assert yaml_lines.parse(code, 1, found).values
        assert not list(found)


@pytest.mark.usefixtures("engine")
def test_a_larger_size_takes_as_many_lines_of_a_second_page_as_are_named(tmp_path: Path) -> None:
    counts = {}
    for size in pictures.SIZES:
        edition = f"inherits: standard\ntext_size: {size:g}\n"
        made = Reading(pictures.build(tmp_path, f"size-{size:g}", edition).read_bytes())
        later = [piece for block in made.blocks for piece in block.pieces if piece.page]
        counts[size] = len({(piece.page, round(piece.baseline)) for piece in later})
    assert counts == {11: 0, 11.5: 4, 12: 8}
    assert "in 11.5 pt four lines of it go to a second page, in 12 pt eight" in text(DESIGNERS)


@pytest.mark.usefixtures("engine")
@pytest.mark.parametrize(
    ("name", "draw", "edge"), [("page", pictures.page, 20), ("sizes", pictures.sizes, 0)]
)
def test_pictures_show_the_page_as_it_is_built_now(
    tmp_path: Path, name: str, draw: Callable[[Path], Image.Image], edge: int
) -> None:
    now = draw(tmp_path).convert("L")
    with Image.open(ROOT / f"docs/{name}.png") as shown:
        inner = ImageOps.crop(shown.convert("L"), edge)
    assert inner.size == now.size
    small = (now.width // 4, now.height // 4)
    difference = ImageChops.difference(inner.resize(small), now.resize(small))
    assert ImageStat.Stat(difference).mean[0] < 2, "out of date; docs/developers.md says how"
