"""Nothing of the environment gets into a PDF: the same bytes and words on the screen in each."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from fontTools.ttLib import TTFont

from tests.attack.sizes import size
from tests.environments import ENVIRONMENTS
from tests.samples import MEETINGS, ROOT, needs_fonts, png, with_body

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.environments import Variables

pytestmark = [
    pytest.mark.attack,
    pytest.mark.skipif(os.name == "nt", reason="these are environments of Unix"),
]

#: Bulgarian, Macedonian and Serbian letters have forms of their own; Chinese and Japanese are set
#: in fonts of the system.
_LANGUAGES = ("bg", "mk", "cnr", "ar", "he", "tr", "zh-Hans", "ja")
_DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="180" height="60">'
    '<text x="9" y="40" font-family="Arial, Comic Sans MS" font-size="24">Words бдпгт</text></svg>'
)
#: What fontconfig itself says where it cannot keep what it knows of fonts.
_NO_CACHE = b"Fontconfig error: No writable cache directories"
_FONTS_CONF = """\
<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>~/.fonts</dir>
<match target="pattern"><edit name="family" mode="assign" binding="strong"><string>Amiri</string>
</edit></match></fontconfig>
"""
_FAMILIES = ("Source Serif 4", "Source Sans 3", "Noto Serif Hebrew", "Amiri", "Noto Serif CJK SC")
#: What is done before the command, by what it is.
_BEFORE = {
    "all may write": "umask 0",
    "nobody else may read": "umask 077",
    "no input": "exec <&-",
    "few files at once": "ulimit -n 60",
    "a small stack": "ulimit -s 1024",
    "another folder": "cd /",
    "signals left out": "trap '' PIPE CHLD HUP",
}
#: As many of each as are tried in a sample.
_SAMPLE = 3
_TRIED = list(ENVIRONMENTS)[: size(sample=_SAMPLE, whole=len(ENVIRONMENTS))]
_TRIED_BEFORE = list(_BEFORE)[: size(sample=_SAMPLE - 1, whole=len(_BEFORE))]

Made = tuple[bytes, bytes, dict[str, bytes]]
"""What a run printed to both streams, and what it made."""


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with statements in several scripts and with pictures."""
    folder = tmp_path_factory.mktemp("sources")
    for tag in _LANGUAGES:
        try:
            needs_fonts(tag)
        except pytest.skip.Exception:
            continue
        shutil.copy(MEETINGS / f"meeting.{tag}.md", folder)
    (folder / "a.png").write_bytes(png(60, 20))
    (folder / "a.svg").write_text(_DRAWING, "utf-8")
    text = "*бдпгт вгджзийк* and ‘words’, ﬁrst\n\n![A](a.png)\n\n![A](a.svg)"
    (folder / "pictures.en.md").write_text(with_body(text), "utf-8")
    return folder


@pytest.fixture(scope="module")
def first(sources: Path, tmp_path_factory: pytest.TempPathFactory) -> Made:
    """What is made in the environment of the tests."""
    made = build(sources, tmp_path_factory.mktemp("first"), {})
    assert len(made[2]) == len(list(sources.glob("*.md")))
    return made


def build(sources: Path, folder: Path, variables: Variables, before: str = "true") -> Made:
    """Return what the command makes of `sources`, run in a folder with some `variables` set."""
    given = {"XDG_CACHE_HOME": str(ROOT / "build" / "cache"), **variables}
    environment = {**os.environ, **{key: value for key, value in given.items() if value}}
    for key in (key for key, value in given.items() if value is None):
        environment.pop(key, None)
    out = folder / "out"
    command = [sys.executable, str(ROOT / "build.py"), str(sources), "--out", str(out)]
    done = subprocess.run(  # noqa: S603  # our own program, by a shell of the system
        ["/bin/sh", "-c", f'{before}; exec "$@"', "sh", *command],
        cwd=folder,
        env=environment,
        capture_output=True,
        check=False,
    )
    made = {path.name: path.read_bytes() for path in sorted(out.glob("*.pdf"))}
    return done.stdout, done.stderr, made


def assert_same(made: Made, first: Made) -> None:
    assert [name for name in first[2] if made[2].get(name) != first[2][name]] == []
    assert len(made[0].splitlines()) == len(first[0].splitlines())
    own = (line for line in made[1].splitlines() if line != _NO_CACHE)
    assert [*own] == first[1].splitlines()


@pytest.mark.parametrize("name", _TRIED)
def test_variables_change_nothing(name: str, sources: Path, first: Made, tmp_path: Path) -> None:
    assert_same(build(sources, tmp_path, ENVIRONMENTS[name]), first)


@pytest.mark.parametrize("name", _TRIED_BEFORE)
def test_limits_and_streams_change_nothing(
    name: str, sources: Path, first: Made, tmp_path: Path
) -> None:
    assert_same(build(sources, tmp_path, {}, _BEFORE[name]), first)


def test_fonts_of_the_user_with_the_names_of_ours_change_nothing(
    sources: Path, first: Made, tmp_path: Path
) -> None:
    fonts = tmp_path / ".fonts"
    fonts.mkdir()
    for family in _FAMILIES:
        font = TTFont(ROOT / "templates/fonts/source-sans-3/SourceSans3-Regular.ttf")
        for record in font["name"].names:
            if record.nameID in (1, 4, 6, 16):
                record.string = family
        font.save(fonts / f"{family}.ttf")
    (tmp_path / ".config/fontconfig").mkdir(parents=True)
    (tmp_path / ".config/fontconfig/fonts.conf").write_text(_FONTS_CONF)
    variables: Variables = {
        "HOME": str(tmp_path),
        "XDG_CONFIG_HOME": None,
        "FONTCONFIG_FILE": str(tmp_path / ".config/fontconfig/fonts.conf"),
    }
    assert_same(build(sources, tmp_path, variables), first)


@pytest.mark.parametrize(
    ("name", "charset"),
    [("tr_TR", "UTF-8"), ("tr_TR", "ISO-8859-9"), ("ja_JP", "EUC-JP"), ("ar_SA", "UTF-8")][
        : size(sample=1, whole=4)
    ],
)
def test_locales_change_nothing(
    name: str, charset: str, sources: Path, first: Made, tmp_path: Path
) -> None:
    compiler = shutil.which("localedef")
    locale = f"{name}.{charset}"
    if compiler:
        command = [compiler, "-i", name, "-f", charset, str(tmp_path / locale)]
        subprocess.run(command, check=False, capture_output=True)  # noqa: S603  # of the C library
    if not (tmp_path / locale).exists():
        pytest.skip(f"the locale {locale} cannot be made here")
    variables: Variables = {"LC_ALL": locale, "LANG": locale, "LOCPATH": str(tmp_path)}
    assert_same(build(sources, tmp_path, variables), first)


def test_how_many_were_tried(say: Callable[[str], None]) -> None:
    say(f"{len(_TRIED)} environments and {len(_TRIED_BEFORE)} limits, and fonts of the user")
