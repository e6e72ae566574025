"""Changes of texts from right to left are printed and proven as those of other texts are."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from communique.read.source import read
from communique.run import pipeline
from tests.turns import word_for_word

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "---\ntitle: نهر\n---\n\n"
LONG = "ديمقراطيةمعاهدةثقةمنظمةبالمفاوضاتتجارةفندولةقرارنحنونحنبحرسلام"
CASES = {
    "a link that the line of the sign before it has no room for": [
        f"{'نهر ' * 15}لغة{sign} [1050 تدريب](https://e.org/a)." for sign in ",;"
    ],
    "a word of a heading in large type that was deleted": [
        f"## 10132 {word} نهر\n\nنهر." for word in ("التزام", "صحة")
    ],
    "a space between stressed words and a figure that were deleted": [
        f"| أ |\n|---|\n{row}| نهر |" for row in (f"| *{'10842 ولاية ' * 7}سلطة* 10844 هذا |\n", "")
    ],
    "a letter that is copied as another one than its glyph is elsewhere": [
        f"## نهر {word} نهر\n\nنهر." for word in ("نحنرخ", "بحر")
    ],
    "a mark over a letter": ["نهر.", "نهر.\n\nالتقرير قدَّم اليوم."],
    "a mark over a letter that was deleted": ["نهر.\n\nالتقرير قدَّم اليوم.", "نهر."],
    "a figure that was raised": [f"(10110 مساواة{power} 10111 تنمية)." for power in ("", "^2^")],
    "words that are wider than their line": [
        f"نهر {one}.\n\n{other} نهر." for one, other in ((LONG, "مجلس"), ("ضمان", LONG))
    ],
}


@pytest.mark.skipif(shutil.which("pdfinfo") is None, reason="poppler is not installed")
@pytest.mark.parametrize(("old", "new"), CASES.values(), ids=list(CASES))
def test_changes_from_right_to_left_are_delivered(tmp_path: Path, old: str, new: str) -> None:
    versions = []
    for name, text in (("old", old), ("new", new)):
        (tmp_path / name).mkdir()
        path = tmp_path / name / "river.ar.md"
        path.write_text(f"{HEAD}{text}\n", "utf-8")
        versions.append(read(path))
    earlier, later = versions
    result = pipeline.build(later, "standard", tmp_path, turn="changes", earlier=earlier)
    assert word_for_word.gaps(result.files["pdf"].path, (earlier, later)) == []
