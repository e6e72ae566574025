"""The quicker engine: the same bytes with it and without, and nothing that depends on it."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

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
#: Pages of all kinds: on most of them the styles of an earlier one are used again.
STYLE = """
@page { size: 10cm 6cm; margin: 1cm; @top-center { content: counter(page); width: 20vw } }
@page :first { margin: 2cm }
@page :left { @bottom-left { content: "left"; font-style: italic } }
@page :nth(3n) { @bottom-right { content: "third"; padding: 1px 5% } }
@page wide { size: 14cm 6cm; @top-left { content: string(head) } }
h2 { string-set: head content(); page: wide }
p::first-line { font-weight: bold; font-size: 14px }
"""
PARTS = "".join(f"<h2>Part {n}</h2><p>{'words of the text ' * 30}</p>" * 2 for n in range(8))
PAGES = f"<html lang=en><title>-</title><style>{STYLE}</style>{PARTS}"
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
pages, *statements = map(Path, sys.argv[2:])
for number, path in enumerate(statements):
    for name in ("standard", "large-print")[number % 2 :]:
        page = compose(content_of(read(path), edition.load(name)))
        (out / f"{path.stem}.{name}.pdf").write_bytes(typeset(page).pdf)
from weasyprint import HTML
HTML(string=pages.read_text()).write_pdf(out / "pages.pdf")
"""


def built(folder: Path, name: str, *files: Path, **environment: str) -> dict[str, bytes]:
    """Typeset `files`, then the pages of all kinds, in a process of its own; return the PDFs.

    The first is typeset in the standard edition and in large print, the second in large print, and
    so on.
    """
    out = folder / name
    pages = folder / "pages.html"
    pages.write_text(PAGES, "utf-8")
    command = [sys.executable, "-c", BUILD, str(out), str(pages)]
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
    return {path.name.rpartition("-")[0] for path in place.iterdir()}


class Both(NamedTuple):
    """The PDFs of a plain engine, then of a quick one with the same cache, and what is kept."""

    folder: Path
    plain: dict[str, bytes]
    quick: dict[str, bytes]
    kept: tuple[set[str], set[str]]


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Both:
    folder = tmp_path_factory.mktemp("both")
    long = folder / "long.en.md"
    long.write_text(with_body(f"{LONG}[^1]: A note.\n"), "utf-8")
    files = FILES[0], long, *FILES[1:]
    plain = built(folder, "plain", *files, **{PLAIN: "1"})
    kept_by_plain = kept(folder)
    return Both(folder, plain, built(folder, "quick", *files), (kept_by_plain, kept(folder)))


@pytest.mark.conformance
def test_the_pdf_is_the_same_from_a_quick_engine_and_a_plain_one(both: Both) -> None:
    assert len(both.plain) == 9
    composed = {"faces", "named-families", "styles", "template"}
    assert both.kept[0] == composed, "a plain engine keeps nothing of the engine"
    assert both.kept[1] == composed | {"declarations", "hyphenation"}
    second = built(both.folder, "second", FILES[3], FILES[2])
    assert both.plain == both.quick
    assert len(second) == 4
    assert second.items() <= both.quick.items()


@pytest.mark.conformance
def test_pages_of_all_kinds_are_the_same(both: Both) -> None:
    quick = both.quick["pages.pdf"]
    assert len(PdfReader(io.BytesIO(quick)).pages) > 20
    assert quick == both.plain["pages.pdf"]


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
