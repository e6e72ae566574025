"""The developers' pages: rooms, rules, packages and calls are those of the program."""

from __future__ import annotations

import ast
import re
import shutil
import tomllib
from functools import cache
from pathlib import Path

import pytest
from ruamel.yaml import YAML

import communique
from communique import __version__
from communique.prove.rules import RULES
from communique.publish import result
from communique.typeset import VERSION
from tests.docs.pages import (
    CHANGELOG,
    CONTRIBUTING,
    DEVELOPERS,
    README,
    TRUST,
    block_after,
    column,
    plain,
    run,
    table,
    text,
    words,
)
from tests.samples import ROOT

ENGINE = "docs/engine.md"


def test_python_shown_runs(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    exec(block_after(DEVELOPERS, "The public names are"), {})  # noqa: S102  # our own page
    assert capsys.readouterr().out == (
        "out/meeting.en.letter.pdf 1 it is exactly what this version makes of its statement\n"
    )
    assert (desk / "out/meeting.en.letter.pdf").is_file()


def test_kinds_of_fault_are_listed() -> None:
    kinds = [
        name
        for name in communique.__all__
        if name.endswith("Error") and name not in ("CommuniqueError", "FaultsError")
    ]
    listed = column(DEVELOPERS, "## Calling it from Python")
    assert sorted(listed) == kinds
    with_faults = {n for n in kinds if issubclass(getattr(communique, n), communique.FaultsError)}
    assert set(listed[:4]) == with_faults


def test_five_steps_are_those_of_the_pipeline() -> None:
    assert re.findall(r"^\d\. \*\*(\w+)\*\*", text(README), re.MULTILINE) == [*result.STEPS]
    shown = re.findall(r"(\d) (\w+) →", text(README) + text(DEVELOPERS))
    assert shown == [(str(n), step) for n, step in enumerate(result.STEPS, start=1)] * 2


def test_every_room_is_listed() -> None:
    package = ROOT / "communique"
    found = {path.name for path in package.glob("*.py")}
    found |= {f"{path.parent.name}/" for path in package.glob("*/__init__.py")}
    assert set(column(DEVELOPERS, "## The way of the data")) == found


@pytest.mark.parametrize("row", table(DEVELOPERS, "## The way of the data"), ids=lambda row: row[0])
def test_library_is_imported_by_its_room_alone(row: list[str]) -> None:
    room, libraries = ROOT / "communique" / plain(row[0]), row[-1].strip(" |")
    for library in filter(None, libraries.split(", ") if len(row) == 3 else []):
        importers = {
            path for path in (ROOT / "communique").rglob("*.py") if library in imported(path)
        }
        assert importers
        assert all(path == room or room in path.parents for path in importers)


@cache
def imported(path: Path) -> set[str]:
    """Return the names of the packages that a file imports, in whatever place."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.split(".")[0])
    return names


def test_every_claim_of_what_is_proven_names_tests() -> None:
    for claim, tests in table(TRUST, "## What every build proves"):
        named = re.findall(r"`(tests/[\w/]+\.py)`", tests)
        assert named, claim
        assert all("def test_" in text(name) for name in named)


def test_rules_of_the_proof_are_listed_in_their_order() -> None:
    names = [f"{rule.__module__.rpartition('.')[2]}.{rule.__name__}" for rule in RULES]
    assert column(DEVELOPERS, "## The proof") == names


def test_the_version_of_the_engine_is_the_one_that_is_told() -> None:
    assert f"WeasyPrint is pinned to {VERSION}" in text(ENGINE)
    assert f'"weasyprint=={VERSION}"' in text("pyproject.toml")


def test_every_package_has_its_reason() -> None:
    with (ROOT / "pyproject.toml").open("rb") as file:
        made = tomllib.load(file)["project"]
    asked = [made["dependencies"], *made["optional-dependencies"].values()]
    for number, packages in enumerate(asked):
        names = sorted(re.split(r"[<>=]", package)[0] for package in packages)
        rows = table(CONTRIBUTING, "## Packages", number)
        assert [row[0] for row in rows] == names
        assert all(reason for _, reason in rows)
    assert f"Python {made['requires-python'].removeprefix('>=')} or newer" in words(README)


def test_hyphen_is_drawn_with_the_same_bytes(tmp_path: Path) -> None:
    fonts = Path("templates/fonts/communique-hyphen")
    (tmp_path / fonts).mkdir(parents=True)
    (tmp_path / "tools").mkdir()
    shutil.copy(ROOT / "tools/hyphen.py", tmp_path / "tools")
    run(tmp_path, "tools/hyphen.py")
    drawn = sorted((tmp_path / fonts).iterdir())
    assert [path.name for path in drawn] == sorted(p.name for p in (ROOT / fonts).glob("*.ttf"))
    assert all(path.read_bytes() == (ROOT / fonts / path.name).read_bytes() for path in drawn)


def test_changelog_begins_with_this_version() -> None:
    assert re.findall(r"^## (\S+)", text(CHANGELOG), re.MULTILINE)[0] == __version__


def test_every_font_has_its_licence_beside_it() -> None:
    for folder in (path.parent for path in (ROOT / "templates/fonts").glob("*/*.ttf")):
        licence = "".join(path.read_text("utf-8") for path in folder.glob("LICENSE*"))
        wanted = "Apache" if folder.name == "communique-hyphen" else "SIL Open Font License"
        assert wanted in licence


def test_the_modules_whose_mutants_are_told_are_there() -> None:
    told = text("docs/mutants.md")
    rows = re.findall(r"^\| `([^`]+)` \| (\d+) \| (\d+) \|", told, re.MULTILINE)
    rooms = re.findall(r"^\| \*\*([^*]+)\*\* \| (\d+) \| (\d+) \|", told, re.MULTILINE)
    lives = re.findall(r"^`([^`:]+):", told, re.MULTILINE)
    explained = YAML(typ="safe").load((ROOT / "tools/mutants/explained.yaml").read_text("utf-8"))
    named = {row[0] for row in rows}
    assert rooms
    for module in (*named, *lives, *(key.partition(":")[0] for key in explained)):
        assert (ROOT / "communique" / module).is_file(), module
    assert set(lives) <= named
    for room, *figures in rooms:
        own = [row[1:] for row in rows if row[0].startswith(f"{room}/")]
        assert [sum(map(int, column)) for column in zip(*own, strict=True)] == list(
            map(int, figures)
        )
