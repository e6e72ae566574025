"""What the pages say of the installation and of make is so."""

from __future__ import annotations

import re

import pytest

from communique.design import language
from tests.docs.pages import DEVELOPERS, INSTALL, PAGES, README, blocks, column, in_code, text


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
