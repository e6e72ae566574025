"""The program as it is installed: outside of its checkout, with a project and a look of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from communique import __version__
from communique.store.paths import TEMPLATES
from tests.samples import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

    Command = Callable[..., subprocess.CompletedProcess[str]]


pytestmark = pytest.mark.conformance


def ran(command: list[str], folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603  # our own programs
        command,
        cwd=folder,
        env={name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
        | environment,
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=300,
    )


def packed(folder: Path) -> Path:
    """Build the wheel in `folder`; return its path."""
    done = ran([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)], ROOT)
    assert done.returncode == 0, done.stderr
    (wheel,) = folder.glob("*.whl")
    return wheel


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the wheel of this checkout."""
    return packed(tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def programs(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the programs of an environment that has the wheel, and our packages."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, symlinks=os.name == "posix")
    place = "Scripts" if os.name == "nt" else "bin"
    python = str(folder / place / "python")
    install = ["-m", "pip", "--python", python, "install", "--no-deps", "--no-index", str(wheel)]
    done = ran([sys.executable, *install], folder)
    assert done.returncode == 0, done.stderr
    packages = sysconfig.get_path("purelib", vars={"base": str(folder)})
    Path(packages, "packages.pth").write_text(sysconfig.get_path("purelib"), "utf-8")
    return folder / place


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the home of a user who has just installed the program."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture
def command(programs: Path, home: Path) -> Command:
    """Run a program of the environment in a folder, with a home of its own."""

    def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
        places = {"HOME": str(home), "XDG_CACHE_HOME": str(home / "cache")}
        return ran([str(programs / words[0]), *words[1:]], folder, **places)

    return run


def test_the_wheel_has_all_templates_and_types_and_the_same_bytes_each_time(
    wheel: Path, tmp_path: Path
) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    files = {path for path in TEMPLATES.rglob("*") if path.is_file()}
    assert len(files) > 80
    assert {
        f"communique/templates/{path.relative_to(TEMPLATES).as_posix()}" for path in files
    } <= names
    assert "communique/py.typed" in names
    assert packed(tmp_path).read_bytes() == wheel.read_bytes()


def test_a_project_is_begun_and_built_with_a_theme_of_its_own(
    command: Command, programs: Path, home: Path, tmp_path: Path
) -> None:
    where = command(tmp_path, "python", "-c", "import communique; print(communique.__file__)")
    assert where.stdout.startswith(str(programs.parent))
    assert command(tmp_path, "communique", "new", "f").returncode == 0
    folder = tmp_path / "f"
    (folder / "templates/themes").mkdir(parents=True)
    neutral = (TEMPLATES / "themes/neutral.yaml").read_text("utf-8")
    theme = neutral.replace("'#14284b'", "'#0b4f4a'")
    (folder / "templates/themes/harbour.yaml").write_text(theme, "utf-8")
    statement = folder / "source/lights.en.md"
    text = statement.read_text("utf-8")
    statement.write_text(text.replace("issued:", "theme: harbour\nissued:"), "utf-8")

    built = command(folder, "communique", "build")
    assert (built.returncode, built.stderr) == (0, "")
    made = folder / "out/lights.en.pdf"
    contents = PdfReader(made).pages[0].get_contents()
    assert contents is not None
    green = " ".join(f"{value / 255:.6f}" for value in bytes.fromhex("0b4f4a"))
    assert f"{green} rg" in contents.get_data().decode("latin-1")
    assert not (folder / "build").exists()
    assert list((home / "cache/communique").glob("*/template-*"))

    again = command(folder / "source", "python", "-m", "communique")
    assert "unchanged" in again.stdout
    assert command(folder, "communique", "verify", str(made)).returncode == 0
    elsewhere = command(tmp_path, "communique", "verify", "f/out/lights.en.pdf")
    assert elsewhere.returncode == 3
    (first, *_) = elsewhere.stderr.splitlines()
    assert "it cannot be decided here: there is no theme harbour; " in first
    assert first.endswith("; verify it in the project that has it")


def test_the_commands_of_the_readme_make_a_project_and_its_pdf(
    command: Command, tmp_path: Path
) -> None:
    part = (ROOT / "README.md").read_text("utf-8").split("## A project of your own")[1]
    install, lines = (block.split("\n```")[0].splitlines() for block in part.split("```sh\n")[1:])
    assert [line.split("/")[-1] for line in install[:2]] == [".communique", "pip install ."]
    folder = tmp_path
    for program, *words in map(str.split, lines):
        if program == "cd":
            folder /= words[0]
        else:
            done = command(folder, program, *words)
            assert done.returncode == 0, done.stderr
    assert (folder / "out/lights.en.pdf").is_file()


def test_a_statement_in_no_project_is_built_where_one_is(command: Command, tmp_path: Path) -> None:
    (tmp_path / "a.en.md").write_text("---\ntitle: A\n---\n\nWords.\n", "utf-8")
    assert command(tmp_path, "communique", "a.en.md").returncode == 0
    assert (tmp_path / "out/a.en.pdf").is_file()


@pytest.mark.parametrize("option", ["-I", "-P", "-B"])
def test_a_checkout_uses_its_own_files_whatever_is_installed(
    option: str, command: Command, tmp_path: Path
) -> None:
    for name in ("communique", "templates"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "build.py", tmp_path)
    own = tmp_path / "communique/__init__.py"
    own.write_text(own.read_text("utf-8").replace(f'"{__version__}"', '"9.9"'), "utf-8")
    done = command(tmp_path, "python", option, "build.py", "--version")
    assert done.stdout == "Communiqué 9.9\n", done.stderr
