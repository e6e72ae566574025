"""What the pages say of the installation and of make is so."""

from __future__ import annotations

import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from communique.design import language
from tests.docs.pages import DEVELOPERS, INSTALL, PAGES, README, blocks, column, in_code, text
from tests.samples import ROOT

if TYPE_CHECKING:
    from pathlib import Path


def test_what_is_to_be_installed_is_what_is_looked_for() -> None:
    looked_for = text("tools/prepare")
    debian, fedora, mac, windows, chinese, *_ = blocks(INSTALL, "sh")
    for package in debian.splitlines()[0].removeprefix("sudo apt-get install ").split():
        assert package in (*re.findall(r"[\w.-]+", looked_for), "make")
    for package in re.findall(r"echo ([\w. -]+)$", looked_for, re.MULTILINE)[0].split():
        assert package in debian, "what a machine without Python needs"
    assert set(fedora.splitlines()[0].split()) - {"make"} <= set(looked_for.split())
    assert set(mac.splitlines()[0].split()) <= set(re.findall(r"\w+", looked_for))
    assert mac.splitlines()[1] in looked_for
    assert windows.strip() in looked_for
    assert r"$env:WEASYPRINT_DLL_DIRECTORIES = 'D:\msys64\ucrt64\bin'" in text(INSTALL)
    for tag in ("ja", "zh-Hans"):
        fonts = language.load(tag).file.package
        assert fonts is not None
        assert fonts.name in chinese
        assert all(f"`{folder}`" in text(INSTALL) for folder in fonts.folders)


def test_the_command_is_installed_into_an_environment_of_its_own() -> None:
    lines = "\n".join(blocks(INSTALL, "sh") + blocks(README, "sh")).splitlines()
    assert lines.count("python3 -m venv ~/.communique") == 2
    installs = {line for line in lines if line.endswith("install .")}
    assert installs == {"~/.communique/bin/pip install .", "pipx install ."}


def test_the_command_is_shown_as_it_can_be_typed_everywhere() -> None:
    for name in PAGES:
        assert not re.findall(r"python build\.py", text(name)), name


@pytest.mark.parametrize("name", PAGES)
def test_every_make_target_shown_exists(name: str) -> None:
    targets = re.findall(r"^([a-z]+):.*## ", text("Makefile"), re.MULTILINE)
    for code in in_code(name):
        for target in re.findall(r"^make ([a-z]+)", code, re.MULTILINE):
            assert target in targets


def test_every_make_target_is_in_the_developers_page() -> None:
    targets = re.findall(r"^([a-z]+):.*## ", text("Makefile"), re.MULTILINE)
    assert sorted(column(DEVELOPERS, "## Set-up")) == sorted(f"make {name}" for name in targets)


@pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")
def test_what_a_link_leads_to_is_not_emptied(tmp_path: Path) -> None:
    kept, work = tmp_path / "kept", tmp_path / "work"
    (kept / "lib").mkdir(parents=True)
    shutil.copytree(ROOT / "requirements", work / "requirements")
    shutil.copy(ROOT / "Makefile", work)
    (work / ".venv").symlink_to(kept)
    made = subprocess.run(["make", "pdf"], cwd=work, capture_output=True, text=True, check=False)  # noqa: S607
    assert made.returncode != 0
    assert ".venv is a link; remove it, and it is made here" in made.stderr
    assert [path.name for path in kept.iterdir()] == ["lib"]
