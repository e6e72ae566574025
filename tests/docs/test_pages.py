"""The pages themselves: their links lead somewhere, their code parses, their picture is right."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageChops, ImageStat

from communique.command import cli
from communique.design import yaml_lines
from communique.model.faults import Faults
from tests.docs.pages import FENCE, MADE, PAGES, blocks, prose
from tests.samples import ROOT

if TYPE_CHECKING:
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
def test_picture_shows_the_page_as_it_is_built_now(tmp_path: Path) -> None:
    founding = ROOT / "source" / "copenhagen-quantum-2023.en.md"
    assert cli.main(["--out", str(tmp_path), str(founding)]) == 0
    converter = shutil.which("pdftoppm")
    assert converter, "poppler's pdftoppm is missing"
    pdf = tmp_path / "copenhagen-quantum-2023.en.pdf"
    subprocess.run(  # noqa: S603  # the command of the developers' page
        [converter, "-png", "-singlefile", "-scale-to-x", "860", "-scale-to-y", "-1", pdf, "now"],
        cwd=tmp_path,
        check=True,
    )
    with Image.open(ROOT / "docs/page.png") as shown, Image.open(tmp_path / "now.png") as now:
        assert shown.width == 900
        inner = shown.convert("L").crop((20, 20, shown.width - 20, shown.height - 20))
        assert inner.size == now.size
        small = (now.width // 4, now.height // 4)
        difference = ImageChops.difference(inner.resize(small), now.convert("L").resize(small))
    assert ImageStat.Stat(difference).mean[0] < 2, "out of date; docs/developers.md says how"
