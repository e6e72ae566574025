"""The quicker engine: the same bytes with it and without, and nothing that depends on it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import cffi
import pyphen
import pytest
from pypdf import PdfReader

from communique import __version__
from communique.typeset import VERSION
from communique.typeset.speed import startup
from tests.samples import ROOT, with_body

FILES = (
    ROOT / "source/copenhagen-quantum-2023.en.md",
    ROOT / "tests/statements/meeting.hu.md",
    ROOT / "tests/typeset/cases/nahr.ar.md",
    ROOT / "tests/typeset/cases/river.en.md",
)
PARAGRAPH = "The *delegations* note 5 % of the {number} rivers.[^1]\n\n- one\n- two\n\n"
LONG = "".join(
    f"## Section {number}\n\n{PARAGRAPH.format(number=number) * 4}" for number in range(5)
)
PLAIN = "COMMUNIQUE_PLAIN_ENGINE"
BUILD = """
import sys
from pathlib import Path
from communique.compose.page import compose
from communique.content.content import content_of
from communique.design import edition
from communique.read.source import read
from communique.typeset.engine import typeset
out = Path(sys.argv[1])
out.mkdir()
for number, path in enumerate(map(Path, sys.argv[2:])):
    for name in ("standard", "large-print")[number % 2 :]:
        page = compose(content_of(read(path), edition.load(name)))
        (out / f"{path.stem}.{name}.pdf").write_bytes(typeset(page).pdf)
"""


def built(folder: Path, name: str, *files: Path, **environment: str) -> dict[str, bytes]:
    """Typeset `files` in a process of its own; return the PDFs by name.

    The first is typeset in the standard edition and in large print, the second in large print, and
    so on.
    """
    out = folder / name
    command = [sys.executable, "-c", BUILD, str(out)]
    subprocess.run(  # noqa: S603  # our own interpreter and code
        [*command, *map(str, files)],
        check=True,
        cwd=ROOT,
        env={**os.environ, "XDG_CACHE_HOME": str(folder / "cache"), **environment},
    )
    return {path.name: path.read_bytes() for path in out.iterdir()}


def kept(folder: Path) -> set[str]:
    """Return the kinds of things that were kept."""
    place = folder / "cache" / "communique" / __version__
    return {path.name.split("-")[0] for path in place.iterdir()}


def test_the_pdf_is_the_same_from_a_quick_engine_and_a_plain_one(tmp_path: Path) -> None:
    long = tmp_path / "long.en.md"
    long.write_text(with_body(f"{LONG}[^1]: A note.\n"), "utf-8")
    files = FILES[0], long, *FILES[1:]
    plain = built(tmp_path, "plain", *files, **{PLAIN: "1"})
    assert len(plain) == 8
    composed = {"families", "styles", "template"}
    assert kept(tmp_path) == composed, "a plain engine keeps nothing of the engine"
    first = built(tmp_path, "first", *files)
    assert kept(tmp_path) == composed | {"declarations", "hyphenation"}
    second = built(tmp_path, "second", FILES[3], FILES[2])
    assert plain == first
    assert len(second) == 3
    assert second.items() <= first.items()


@pytest.mark.parametrize(("file", "files"), [("hyph_en_US.dic", 1), ("hyph_hu_HU.dic", 0)])
def test_patterns_are_kept_unless_they_change_letters(
    file: str, files: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    path = pyphen.dictionaries / file
    first, second = startup._Patterns(), startup._Patterns()
    first[path] = pyphen.HyphDict(path)
    assert len(list(tmp_path.glob("*/*/*"))) == files
    assert (path in second) == bool(files)
    if files:
        assert second[path].positions("communication") == first[path].positions("communication")


PAGES = """
import sys
from communique.typeset import engine
engine.start()
import weasyprint
style = '''
@page { size: 10cm 6cm; margin: 1cm; @top-center { content: counter(page); width: 20vw } }
@page :first { margin: 2cm }
@page :left { @bottom-left { content: "left"; font-style: italic } }
@page :nth(3n) { @bottom-right { content: "third"; padding: 1px 5% } }
@page wide { size: 14cm 6cm; @top-left { content: string(head) } }
h2 { string-set: head content(); page: wide }
p::first-line { font-weight: bold; font-size: 14px }
'''
text = "".join(f"<h2>Part {n}</h2><p>{'words of the text ' * 30}</p>" * 2 for n in range(8))
html = f"<html lang=en><title>-</title><style>{style}</style>{text}"
weasyprint.HTML(string=html).write_pdf(sys.argv[1])
"""


def test_pages_of_all_kinds_are_the_same(tmp_path: Path) -> None:
    files = tmp_path / "quick.pdf", tmp_path / "plain.pdf"
    for file, environment in zip(files, ({}, {PLAIN: "1"}), strict=True):
        subprocess.run(  # noqa: S603  # our own interpreter and code
            [sys.executable, "-c", PAGES, str(file)],
            check=True,
            cwd=ROOT,
            env={**os.environ, **environment},
        )
    quick, plain = (file.read_bytes() for file in files)
    assert len(PdfReader(files[0]).pages) > 20
    assert quick == plain


REPLACED = """
import sys
import weasyprint
weasyprint.__version__ = sys.argv[1]
from communique.typeset.speed import quick
del sys.modules["weasyprint"]
with quick():
    sys.modules["weasyprint"] = weasyprint
from weasyprint.layout.page import set_page_type_computed_styles as function
print(function.__code__.co_filename)
"""


@pytest.mark.parametrize(
    ("version", "file"),
    [(VERSION, "typeset/speed/layout.py"), ("70.1", "weasyprint/layout/page.py")],
)
def test_only_the_version_of_the_engine_that_is_known_is_touched(version: str, file: str) -> None:
    done = subprocess.run(  # noqa: S603  # our own interpreter and code
        [sys.executable, "-c", REPLACED, version], check=True, capture_output=True, text=True
    )
    assert done.stdout.strip().endswith(file)


@pytest.mark.parametrize(("package", "version"), [(cffi, "3.0.0"), (pyphen, "0.19.0")])
def test_with_other_versions_of_the_packages_a_start_replaces_nothing_in_them(
    package: Any, version: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = cffi.FFI, pyphen.hdcache
    with startup.start():
        assert cffi.FFI is not before[0]
    pyphen.hdcache = before[1]
    monkeypatch.setattr(package, "__version__", version)
    with startup.start():
        assert (cffi.FFI, pyphen.hdcache) == before
