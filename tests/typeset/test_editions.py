"""What the pages of editions look like, read from their PDFs."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import pytest

from communique.pdf_reading.reading import Reading
from communique.read.source import read
from communique.run import pipeline
from tests.samples import ROOT, needs_fonts, with_body

if TYPE_CHECKING:
    from pathlib import Path

    from communique.pdf_reading.piece import Piece

#: With a note, a table, headings of three levels and stress of both kinds.
BODY = """\
## Lights

We *may* and we **must** renew them.[^1]

### Towers

#### Doors

| Light | Height |
|---|---:|
| East | 41 |

[^1]: By *summer*.
"""


@pytest.fixture
def folder(project: Path) -> Path:
    """An empty folder for the project's own editions."""
    made = project / "templates" / "editions"
    made.mkdir(parents=True)
    return made


def pieces(path: Path, name: str, folder: Path) -> list[Piece]:
    made = pipeline.build(read(path), name, folder).files["pdf"]
    return Reading(made.path.read_bytes()).pieces


def sizes(found: list[Piece]) -> dict[str, set[float]]:
    """Return the sizes of type by the words set in them, but for what pages say of themselves."""
    said = defaultdict(set)
    for piece in found:
        said[piece.text.strip()].add(round(piece.size, 1))
    return said


@pytest.mark.usefixtures("engine")
def test_one_line_makes_all_type_larger_in_the_same_measure(folder: Path, project: Path) -> None:
    path = project / "lights.en.md"
    path.write_text(with_body(BODY), "utf-8")
    (folder / "larger.yaml").write_text("inherits: large-print\ntext_size: 27\n")
    usual, larger = (sizes(pieces(path, name, project)) for name in ("large-print", "larger"))
    for words in ("Lights", "Towers", "Doors", "Height", "41", "Notes", "1", "must"):
        assert {round(1.5 * size, 1) for size in usual[words]} == larger[words], words


@pytest.mark.usefixtures("engine")
@pytest.mark.parametrize(
    ("name", "text_size", "least"), [("large-print", 18, 16), ("clear-print", 14, 12)]
)
def test_large_print_is_without_serifs_and_italics_and_has_large_page_numbers(
    project: Path, name: str, text_size: float, least: float
) -> None:
    path = project / "lights.en.md"
    path.write_text(with_body(BODY), "utf-8")
    found = pieces(path, name, project)
    fonts = {piece.font.name.partition("+")[2].rstrip(",") for piece in found if piece.text.strip()}
    assert fonts == {"Source-Sans-3", "Source-Sans-3-Semi-Bold"}
    assert min(round(piece.size, 1) for piece in found) >= least
    (folio,) = {piece.size for piece in found if piece.text.startswith("Page ")}
    assert round(folio, 1) == text_size
    stressed = [piece for piece in found if piece.text.strip() in ("may", "must", "summer")]
    assert len(stressed) == 3
    assert all(piece.font.name.endswith("Bold") for piece in stressed)


#: What each script is set in where type has no serifs; the calls of notes are the theme's own.
WITHOUT_SERIFS = {
    "ar": "IBM-Plex-Sans-Arabic",
    "he": "Noto-Sans-Hebrew",
    "zh-Hans": "Noto-Sans-CJK-SC",
    "ja": "Noto-Sans-CJK-JP",
    "el": "Source-Sans-3",
    "ru": "Source-Sans-3",
}


@pytest.mark.usefixtures("engine")
@pytest.mark.parametrize("tag", WITHOUT_SERIFS)
@pytest.mark.parametrize("name", ["large-print", "clear-print"])
def test_no_script_has_serifs_in_large_print_and_clear_print(
    tmp_path: Path, name: str, tag: str
) -> None:
    needs_fonts(tag)
    found = pieces(ROOT / f"tests/statements/meeting.{tag}.md", name, tmp_path)
    fonts = {piece.font.name.partition("+")[2].rstrip(",") for piece in found if piece.text.strip()}
    family = WITHOUT_SERIFS[tag]
    others = {one for one in fonts if not one.startswith(family)}
    assert others == ({"Source-Sans-3"} if family != "Source-Sans-3" else set())
    assert len(fonts - others) == 2


@pytest.mark.usefixtures("engine")
def test_names_in_other_scripts_have_no_serifs_in_large_print(project: Path) -> None:
    path = project / "lights.en.md"
    path.write_text(with_body("We met שלום, **سلام** and [Ἀθηνᾶ]{lang=el}."), "utf-8")
    found = pieces(path, "large-print", project)
    fonts = {piece.font.name.partition("+")[2].rstrip(",") for piece in found if piece.text.strip()}
    hebrew, arabic = "Noto-Sans-Hebrew", "IBM-Plex-Sans-Arabic-Semi-Bold"
    assert fonts == {"Source-Sans-3", "Source-Sans-3-Semi-Bold", hebrew, arabic}
