"""Changes of each kind are printed and proven: none is refused for what it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.content import running_heads
from communique.model.faults import ProofError
from communique.pdf_reading.reading import Reading
from communique.read.source import read
from communique.run import pipeline
from tests.samples import HEAD

LISTED = HEAD.replace("---\n\n", "contents: true\n---\n\n")
ONE = "The first paragraph says what was agreed on by all parties at the mill."
TWO = "The second paragraph thanks the hosts of the meeting and their many staff."
TABLE = "| Place | Depth |\n|---|---:|\n| Weir at the mill | 41 |\n| Ford of the river | 7 |"
BARE = TABLE.replace("Place", "").replace("Depth", "")
WIDE = "\n".join(
    f"| {' | '.join(f'{word} {letter}' for letter in 'ABCDEFGH')} |"
    for word in ("Column about number", "first statement", "second statement")
).replace("|\n", f"|\n|{'---|' * 8}\n", 1)
CASES = {
    "a section that moved": (
        HEAD,
        f"## The first section\n\n{ONE}\n\n## The second section\n\n{TWO}",
        f"## The second section\n\n{TWO}\n\n## The first section\n\n{ONE}",
    ),
    "a table that moved": (HEAD, f"{ONE}\n\n{TABLE}", f"{TABLE}\n\n{ONE}"),
    "a column that is one of figures now": (
        HEAD,
        TABLE.replace("| 41 |", "| |").replace("| 7 |", "| |").replace("---:", "---"),
        TABLE.replace("---:", "---"),
    ),
    "a table that is a list in large print": (HEAD, WIDE, WIDE.replace("statement B", "word B")),
    "a changed heading to which the contents lead": (
        LISTED,
        f"## The first section\n\n{ONE}",
        f"## The very first section\n\n{ONE}\n\n## A new one\n\n{TWO}",
    ),
    "a changed heading to which a link leads": (
        HEAD,
        f"See [there](#the-section).\n\n## The section\n\n{ONE}",
        f"See [there](#the-new-section).\n\n## The new section\n\n{ONE}",
    ),
    "stress beside a figure": (HEAD, "Recalling 79/2 of 1979.", "Recalling 79/1 **of** 1979."),
    "a plus beside a bracket": (HEAD, "The word is good.", "The [word+] is [+good] [C++][−x−]."),
    "a break": (HEAD, f"{ONE}\n\n---\n\n{TWO}", f"{ONE}\n\n{TWO}"),
    "a line end": (HEAD, "One line\\\nand two.", "One line\nand two."),
    "words of Arabic beside others": (
        HEAD,
        "Of it.",
        "Of \u0625\u062f\u0627\u0631\u0629 мера papers.",
    ),
    "a table without heads": (HEAD, ONE, f"{ONE}\n\n{BARE}"),
    "a table without heads that is no more": (HEAD, f"{ONE}\n\n{BARE}", ONE),
    "an empty row": (HEAD, TABLE, f"{TABLE}\n|  |  |"),
    "an empty row that is no more": (HEAD, f"{TABLE}\n|  |  |", TABLE),
    "a row that is empty now": (HEAD, TABLE, TABLE.replace("Ford of the river | 7", "  |  ")),
    "a row that was empty": (HEAD, TABLE.replace("Ford of the river | 7", "  |  "), TABLE),
    "a row with an empty cell that is empty now": (
        HEAD,
        f"{TABLE}\n| Brook | |",
        f"{TABLE}\n| | |",
    ),
    "a point that was split": (
        HEAD,
        f"1. A first point.\n2. {ONE} {TWO}\n3. A last one.",
        f"1. A first point.\n2. {ONE}\n3. {TWO}[^a]\n4. A last one.\n\n[^a]: Of it.",
    ),
    "points that were joined": (
        HEAD,
        f"- {ONE}[^a]\n- {TWO}\n- A last one.\n\n[^a]: Of it.",
        f"- {ONE}[^a] {TWO}\n- A last one.\n\n[^a]: Of it.",
    ),
    "what looks like a mark": (HEAD, "- [formerly 2.] is here.", "- [formerly 2.] is there."),
}


def made(folder: Path, old: str, new: str, edition: str = "standard") -> Path:
    earlier, later = (read(Path("meeting.en.md"), text.encode()) for text in (old, new))
    result = pipeline.build(later, edition, folder, turn="changes", earlier=earlier)
    return result.files["pdf"].path


@pytest.mark.parametrize("edition", ["standard", "large-print"])
@pytest.mark.parametrize(("head", "old", "new"), CASES.values(), ids=list(CASES))
def test_changes_are_delivered(tmp_path: Path, head: str, old: str, new: str, edition: str) -> None:
    assert made(tmp_path, f"{head}{old}\n", f"{head}{new}\n", edition).exists()


def test_the_line_under_inserted_words_of_arabic_is_below_their_dots(tmp_path: Path) -> None:
    old, new = f"{HEAD}Of it.\n", f"{HEAD}Of \u0642\u0648\u064a it.\n"
    reading = Reading(made(tmp_path, old, new).read_bytes())
    word = next(piece for piece in reading.pieces if "\u064a" in piece.text)
    line = next(
        shape
        for shape in reading.shapes
        if shape.left <= word.left + 1 < shape.right and 0 < word.baseline - shape.top < word.size
    )
    assert (word.baseline - line.top) / word.size > 0.46  # Amiri's lowest dots


def test_facts_go_on_over_pages(tmp_path: Path) -> None:
    old, new = (
        "---\ntitle: T\nissuers:\n"
        + "".join(
            f"  - {{name: {word} {n}, office: Minister, country: Land{n}}}\n" for n in range(40)
        )
        + "---\n\nWords.\n"
        for word in ("Ada", "Bo")
    )
    assert made(tmp_path, old, new).exists()


DATED = "---\ntitle: T\nissued: 2026-03-12\n---\n\n"


def test_the_foot_of_each_page_says_that_these_are_changes(tmp_path: Path) -> None:
    paragraphs = "".join(f"{ONE}\n\n{TWO}\n\n" for _ in range(12))
    reading = Reading(
        made(tmp_path, f"{DATED}{paragraphs}", f"{DATED}{paragraphs}{ONE}\n").read_bytes()
    )
    feet = [piece.page for piece in reading.pieces if "Changes · 12 March 2026" in piece.text]
    assert feet == list(range(len(reading.pages)))
    assert len(feet) > 1


def test_a_foot_that_does_not_say_so_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    foot = running_heads.foot
    monkeypatch.setattr(running_heads, "foot", lambda *parts: foot(*parts[:3]))
    with pytest.raises(ProofError, match="Changes · 12 March 2026"):
        made(tmp_path, f"{DATED}{ONE}\n", f"{DATED}{TWO}\n")


def test_the_title_of_the_file_says_what_it_is(tmp_path: Path) -> None:
    old, new = (f"---\ntitle: T\ndraft: {{version: {n}}}\n---\n\nWords.\n" for n in (1, 2))
    reading = Reading(made(tmp_path, old, new).read_bytes())
    due = "Draft 2 · Changes since the earlier version (Draft 1) · T"
    assert reading.metadata("dc", "title") == [due]


@pytest.mark.parametrize("tag", ["bg", "fr", "ru"])
def test_the_day_of_the_earlier_version_is_written_as_its_language_writes_it(
    tmp_path: Path, tag: str
) -> None:
    old, new = (
        read(Path(f"meeting.{tag}.md"), f"---\ntitle: A\nissued: {day}\n---\n\n{ONE}\n".encode())
        for day in ("1973-11-27", "1973-11-28")
    )
    result = pipeline.build(new, "standard", tmp_path, turn="changes", earlier=old)
    metadata = Reading(result.files["pdf"].path.read_bytes()).pdf.metadata
    assert metadata
    assert "1973" in str(metadata["/Title"])


ZONES = "Europe/Copenhagen", "Europe/Paris", "+01:00"


@pytest.mark.parametrize("words", ["Of it.", "Of them."])
@pytest.mark.parametrize(
    ("line", "zones", "fact"),
    [
        ("embargo: 2026-03-12 16:00 {}", ZONES[:2], "16:00 (Copenhagen, UTC+01:00), 15:00 UTC"),
        ("embargo: 2026-03-12 16:00 {}", ZONES[1:], "16:00 (Paris, UTC+01:00), 15:00 UTC"),
        ("embargo: 2026-03-12 16:00 {}", ("UTC", "Z"), ""),
        ("issued: 2026-03-{}", ("12T10:00+01:00", "12T11:00+02:00"), "10:00 (GMT+01:00)"),
        ("draft: {{version: 1, at: 2026-03-{}}}", ("12T10:00Z", "12T11:00+01:00"), "10:00 (GMT"),
    ],
)
def test_one_moment_in_another_zone_is_told_where_the_page_prints_the_zone(
    line: str, zones: tuple[str, str], fact: str, words: str
) -> None:
    earlier, later = (
        read(Path("meeting.en.md"), f"---\ntitle: T\n{line.format(zone)}\n---\n\n{text}\n".encode())
        for zone, text in zip(zones, ("Of it.", words), strict=True)
    )
    made = pipeline.make(later, "standard", ("text",), turn="changes", earlier=earlier)
    said = " ".join(made.files["text"].data.decode().split())
    assert fact in said.partition("deleted")[2]
    assert bool(fact) is ("formerly" in said)


@pytest.mark.parametrize("tag", ["ru", "bg", "uk"])
def test_a_day_with_a_narrow_space_before_its_year_sign_is_told_in_plain_text(tag: str) -> None:
    earlier, later = (
        read(Path(f"m.{tag}.md"), f"---\ntitle: Маяки\nissued: {day}\n---\n\nМаяки.\n".encode())
        for day in ("2028-03-15", "2028-03-17")
    )
    made = pipeline.make(later, "standard", ("text",), turn="changes", earlier=earlier)
    assert "15 " in made.files["text"].data.decode()


OTHER = TABLE.replace("Depth", "Depth | Year").replace("---:|", "---:|---|")
OTHER = OTHER.replace("41 |", "41 | 2026 |").replace("7 |", "7 | 2027 |")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (TABLE, OTHER),
        (TABLE, TABLE.replace("41", "forty-one")),
        (TABLE.partition("| Weir")[0], OTHER),
        (OTHER, TABLE.partition("| Weir")[0]),
    ],
)
def test_a_table_that_replaces_one_on_its_line_is_told_in_plain_text(old: str, new: str) -> None:
    earlier, later = (
        read(Path("meeting.en.md"), f"{HEAD}{ONE}\n\n{table}\n\n{TWO}\n".encode())
        for table in (old, new)
    )
    made = pipeline.make(later, "standard", ("text",), turn="changes", earlier=earlier)
    assert "[+" in made.files["text"].data.decode()
