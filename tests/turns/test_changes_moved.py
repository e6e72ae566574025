"""What moved and changed as well: what differs in it has signs of its own, at both places."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from communique.read.source import read
from communique.run import pipeline
from communique.turns import turned
from tests.turns import word_for_word

HEADS = {tag: f"---\ntitle: {title}\n---\n\n" for tag, title in (("en", "T"), ("ar", "نهر"))}
ONE = "Both sides exchange their tables of tides every month."
OTHER = "The third meeting takes place in the spring, on invitation."
POINTS = "- Pilots meet in May on the ferry.\n- Masters of all harbours meet in the old town."
TABLE = "| Place | Depth |\n|---|---:|\n| Weir at the old mill | 41 |\n| Ford of the river | 7 |"
QUAY = "The quay is rebuilt by 1 {} 2027, with {} million crowns, and nobody loses a place."
CASES = {
    "a paragraph": ("en", QUAY.format("May", 12), QUAY.format("June", 15)),
    "its first and last words": ("en", f"Old. {QUAY}", f"All new: {QUAY} Thanks!"),
    "stress": ("en", QUAY, QUAY.replace("nobody", "**nobody**")),
    "the call of a note": (
        "en",
        f"{QUAY}[^a]\n\n[^a]: First.",
        f"{QUAY[:-1]}, as said[^b] and more[^a].\n\n[^a]: First.\n[^b]: Other.",
    ),
    "a heading": ("en", "## The works on the quay in May", "## The works on the quay in June"),
    "points": ("en", POINTS, POINTS.replace("in May", "in June")),
    "a point more": ("en", POINTS, f"{POINTS}\n- So do cooks."),
    "a point less": ("en", f"{POINTS}\n- So do cooks.", POINTS),
    "a point that is alone now": (
        "en",
        f"{POINTS}\n- So do cooks of all ships.",
        "All meet in the summer:\n\n- So do cooks of all small ships.",
    ),
    "a cell": ("en", TABLE, TABLE.replace("41", "43")),
    "an empty cell": ("en", TABLE, TABLE.replace("41", "")),
    "a row more": ("en", TABLE, f"{TABLE}\n| Brook | 3 |"),
    "all of it is slanted": ("en", QUAY, f"*{QUAY}*"),
    "points in another order": ("en", POINTS, "\n".join(POINTS.split("\n")[::-1])),
    "a word of Hebrew": (
        "en",
        "The word [שלום רב]{lang=he} stands in the law of May, with all of its many parts.",
        "The word [שלום]{lang=he} stands in the law of May, with all of its many parts.",
    ),
    "from right to left": (
        "ar",
        "نهر سلام معاهدة ثقة منظمة 12 بحر تنمية مساواة مجلس التزام",
        "نهر سلام معاهدة ثقة منظمة 15 بحر تنمية مساواة مجلس ولاية التزام",
    ),
}


FAR = {
    "a break": (f"{ONE}\n\n* * *\n\n{OTHER}\n\n{QUAY}", f"{ONE}\n\n{OTHER}\n\n* * *\n\n{QUAY}"),
    "a table of two letters": (
        f"{ONE}\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n{OTHER}\n\n{QUAY}",
        f"{ONE}\n\n{OTHER}\n\n{QUAY}\n\n| A | B |\n|---|---|\n| 1 | 2 |",
    ),
    "words joined to others far away": (f"{ONE}\n\n{OTHER}\n\n{QUAY}", f"{ONE} {QUAY}\n\n{OTHER}"),
    "words parted from others": (f"{ONE} {QUAY}\n\n{OTHER}", f"{ONE}\n\n{OTHER}\n\n{QUAY}"),
}


@pytest.mark.parametrize("name", FAR)
def test_what_stands_further_away_is_told_at_both_places(name: str, tmp_path: Path) -> None:
    old, new = (read(Path("port.en.md"), f"{HEADS['en']}{text}\n".encode()) for text in FAR[name])
    made = pipeline.build(new, "standard", tmp_path, ("text",), turn="changes", earlier=old)
    said = " ".join(made.files["text"].path.read_text("utf-8").split())
    assert "[− moved away, 1: " in said
    assert "[+ moved here, 1: " in said


def versions(tag: str, old: str, new: str) -> list:  # type: ignore[type-arg]
    texts = (f"{old}\n\n{ONE}\n\n{OTHER}\n", f"{ONE}\n\n{OTHER}\n\n{new}\n")
    return [read(Path(f"port.{tag}.md"), f"{HEADS[tag]}{text}".encode()) for text in texts]


def shown(old: str, new: str) -> list[str]:
    earlier, later = versions("en", old, new)
    blocks = turned(later, "changes", earlier).body.children
    texts = ("".join(node.text for node in block.walk()) for block in (blocks[0], blocks[-1]))
    return [text.replace("\u00a0", " ") for text in texts]


def test_what_differs_has_signs_within_those_of_what_moved() -> None:
    assert shown(QUAY.format("May", 12), QUAY.format("June", 15)) == [
        "[− moved away, 1: The quay is rebuilt by [− 1 May 2027 −], with [− 12 −] million crowns, "
        "and nobody loses a place. −]",
        "[+ moved here, 1: The quay is rebuilt by [+ 1 June 2027 +], with [+ 15 +] million crowns, "
        "and nobody loses a place. +]",
    ]


def test_what_did_not_change_has_none() -> None:
    quay = QUAY.format("May", 12)
    assert shown(quay, quay) == [f"[− moved away, 1: {quay} −]", f"[+ moved here, 1: {quay} +]"]


@pytest.mark.skipif(shutil.which("pdfinfo") is None, reason="poppler is not installed")
@pytest.mark.parametrize("standard", [1, 2])
@pytest.mark.parametrize(("tag", "old", "new"), CASES.values(), ids=list(CASES))
def test_both_versions_are_regained(
    tmp_path: Path, tag: str, old: str, new: str, standard: int
) -> None:
    earlier, later = versions(tag, old, new)
    assert "moved here" in {block.change for block in turned(later, "changes", earlier).body.walk()}
    result = pipeline.build(
        later, "standard", tmp_path, turn="changes", earlier=earlier, standard=standard
    )
    assert word_for_word.gaps(result.files["pdf"].path, (earlier, later)) == []


def test_a_plain_text_has_the_same_signs(tmp_path: Path) -> None:
    earlier, later = versions("en", QUAY.format("May", 12), QUAY.format("June", 15))
    made = pipeline.build(later, "standard", tmp_path, ("text",), turn="changes", earlier=earlier)
    text = " ".join(made.files["text"].path.read_text("utf-8").split())
    assert "is rebuilt by [+ 1 June 2027 +], with [+ 15 +] million" in text
