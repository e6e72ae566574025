"""Random texts of many scripts are copied from the page as they stand in the statement."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from communique.model.standards import DEFAULT
from communique.store.naming import STANDARD
from tests.attack.copied_texts import SCRIPTS, text
from tests.attack.sizes import size
from tests.conformance.building import build_file
from tests.conformance.copying import READERS, lost
from tests.samples import needs_fonts, with_body

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.attack

_TEXTS = size(sample=4, whole=30)
#: Words in scripts for which no font comes with the program, and none is asked for.
_WITHOUT_FONTS = {
    "Thai": "สวัสดี", "Devanagari": "नमस्ते", "Armenian": "Բարեւ", "Georgian": "გამარჯობა",
    "Bengali": "নমস্কার", "Ethiopic": "ሰላም",
}  # fmt: skip


@pytest.mark.parametrize("name", SCRIPTS)
def test_three_readers_give_back_what_is_written(
    name: str, tmp_path: Path, say: Callable[[str], None]
) -> None:
    script = SCRIPTS[name]
    needs_fonts(script.language)
    rng = random.Random(name)  # noqa: S311  # the same texts each time
    texts = [text(rng, script) for _ in range(_TEXTS)]
    path = tmp_path / f"texts.{script.language}.md"
    paragraphs = (f"\\{each}" if each[0] in "+-" else each for each in texts)  # and no lists
    path.write_text(with_body("\n\n".join(paragraphs)), encoding="utf-8")
    made = build_file(path, STANDARD, tmp_path, DEFAULT)
    assert made.pdf, made.complaint or made.crash
    missing = {reader: lost(texts, copied(made.pdf), reader) for reader, copied in READERS.items()}
    wrong = ", ".join(f"{len(those)} by {reader}" for reader, those in missing.items())
    say(f"{name}: {len(texts)} texts, copied otherwise {wrong}")
    assert not any(missing.values()), missing


@pytest.mark.parametrize("name", _WITHOUT_FONTS)
def test_a_script_without_a_font_is_refused_and_named(name: str, tmp_path: Path) -> None:
    path = tmp_path / "text.en.md"
    path.write_text(with_body(f"Words and {_WITHOUT_FONTS[name]} too."), encoding="utf-8")
    made = build_file(path, STANDARD, tmp_path, DEFAULT)
    assert made.pdf is None
    assert f"{path}:5: ink: no font of the page has a glyph for" in made.complaint
