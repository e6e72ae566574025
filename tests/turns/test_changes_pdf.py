"""The page of changes: what is listed, attached, told and regained by others from its PDF."""

from __future__ import annotations

import os
import shutil
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from communique.design import language as languages
from communique.model.faults import StatementError
from communique.pdf_reading.reading import Reading
from communique.read.source import read
from communique.run import pipeline
from communique.run.verify import Outcome, verify
from tests.conformance.judge import PROFILES, judge
from tests.random_statements import pairs
from tests.samples import needs_fonts, with_body
from tests.turns import struck, word_for_word

if TYPE_CHECKING:
    from collections.abc import Callable

    from communique.model.statement import Statement

needs_poppler = pytest.mark.skipif(
    not shutil.which("pdfinfo"), reason="poppler is not installed: install poppler-utils"
)
#: Refusing every pair would satisfy the test: some are a fault, or longer than a few pages.
MOST_MOVES = 20
LEAST, LONGEST = 0.5, 12_000
OLD = """\
## Trade

We renew two lights by 2027.[^a]

## Thanks

We thank the pilots.

[^a]: As agreed.
"""
NEW = """\
## Trade and ports

We renew nine lights by 2028.[^a] Ships come.

We thank the pilots.

- A point.

[^a]: As agreed in spring.
"""


@pytest.fixture(scope="module")
def versions() -> tuple[Statement, Statement]:
    path = Path("meeting.en.md")
    old, new = (read(path, with_body(text).encode()) for text in (OLD, NEW))
    return old, new


@pytest.fixture(scope="module")
def pdf(versions: tuple[Statement, Statement], tmp_path_factory: pytest.TempPathFactory) -> Path:
    old, new = versions
    out = tmp_path_factory.mktemp("out")
    made = pipeline.build(new, "standard", out, turn="changes", earlier=old).files["pdf"]
    assert made.remarks == (
        "the earlier version, meeting.en.md, is attached to the PDF and goes out with it",
    )
    return made.path


def test_bookmarks_have_the_headings_of_the_new_version_alone(pdf: Path) -> None:
    titles = [bookmark.label for bookmark in Reading(pdf.read_bytes()).outline]
    assert titles[-1:] == ["Trade and ports"]
    assert "Thanks" not in "".join(titles)


def test_both_sources_are_attached_and_the_file_is_verified(
    pdf: Path, versions: tuple[Statement, Statement]
) -> None:
    old, new = versions
    attached = Reading(pdf.read_bytes()).attachments
    assert attached == {"meeting.en.md": new.source, "earlier.meeting.en.md": old.source}
    assert verify(pdf).outcome is Outcome.SAME


def test_a_plain_text_has_the_same_signs(
    versions: tuple[Statement, Statement], tmp_path: Path
) -> None:
    old, new = versions
    made = pipeline.build(new, "standard", tmp_path, ("text",), turn="changes", earlier=old)
    text = made.files["text"].path.read_text("utf-8").replace("\u00a0", " ")
    assert "We renew [− two −][+ nine +] lights by [− 2027 −][+ 2028 +].[1]" in text


@needs_poppler
def test_another_reader_regains_both_versions_from_the_signs(
    pdf: Path, versions: tuple[Statement, Statement]
) -> None:
    check(pdf, versions)


@needs_poppler
def test_another_reader_finds_which_words_are_tagged(pdf: Path) -> None:
    assert struck.decorated(pdf)[:6] == [
        ("Underline", "and ports"),
        ("LineThrough", "two"),
        ("Underline", "nine"),
        ("LineThrough", "2027"),
        ("Underline", "2028"),
        ("Underline", "in spring"),
    ]


def test_the_other_reader_notices_a_word_without_its_sign_and_one_that_is_gone(
    versions: tuple[Statement, Statement],
) -> None:
    old, _ = versions
    said = "Trade [+ and ports +] We renew two lights by 2027. As agreed. [− Thanks −]"
    said += " We thank the pilots."
    assert struck.missing(struck.without([said], "+"), old.body) == []
    assert not struck.others(struck.without([said], "+"), old.body)
    assert struck.missing(struck.without([said.replace("two", "[+ two +]")], "+"), old.body) == [
        "two"
    ]
    assert struck.others(struck.without([said.replace("[+ and ports +]", "x")], "+"), old.body) == {
        "x": 1
    }


def check(pdf: Path, versions: tuple[Statement, Statement]) -> None:
    """See that poppler regains both versions."""
    texts = struck.texts(pdf)
    left = []
    for version, gone in zip(versions, struck.KINDS, strict=True):
        said = struck.without(texts, gone)
        assert struck.missing(said, version.body) == []
        left.append(struck.others(said, version.body))
    words = languages.load(versions[0].language).file.changes
    assert words
    here, away = (struck.letters(label) for label in (words.moved_here, words.moved_away))
    # The words before what moved stand in either.
    assert any(
        left[0] + Counter({letter: number * moves for letter, number in here.items()})
        == left[1] + Counter({letter: number * moves for letter, number in away.items()})
        for moves in range(MOST_MOVES)
    )


@needs_poppler
@pytest.mark.parametrize("standard", PROFILES)
@pytest.mark.parametrize("seed", [0, 16])
def test_both_versions_of_random_pairs_are_regained(
    seed: int, standard: int, tmp_path: Path
) -> None:
    pair = pairs.pair(seed)
    old, new = (read(path) for path in pair.write(tmp_path))
    needs_fonts(pair.language)
    made = pipeline.build(new, "standard", tmp_path, turn="changes", earlier=old, standard=standard)
    assert word_for_word.gaps(made.files["pdf"].path, (old, new)) == []


@needs_poppler
@pytest.mark.parametrize(
    ("said", "otherwise"),
    [
        ("nine lights by", "lights nine by"),
        ("nine lights", "nine  new lights"),
        ("As agreed in spring.", "As agreed in autumn."),
        ("- A point.", "- A point.\n- A point."),
        ("We thank the pilots.", "We thank pilots."),
    ],
)
def test_a_version_that_differs_in_a_word_or_its_place_is_not_regained(
    pdf: Path, versions: tuple[Statement, Statement], said: str, otherwise: str
) -> None:
    old, new = versions
    text = NEW.replace(said, otherwise)
    assert text != NEW
    assert word_for_word.gaps(pdf, versions) == []
    assert word_for_word.gaps(pdf, (old, read(new.path, with_body(text).encode())))
    assert word_for_word.gaps(pdf, (new, old))


@needs_poppler
def test_a_part_of_a_paragraph_that_was_one_of_its_own_is_regained(tmp_path: Path) -> None:
    one, other = "We met at the old mill in spring, all of us.", "We thank the many pilots."
    old, new = (
        read(Path("meeting.en.md"), with_body(f"{text}\n").encode())
        for text in (f"{one}\n\n{other}", f"{one} {other}")
    )
    made = pipeline.build(new, "standard", tmp_path, turn="changes", earlier=old).files["pdf"].path
    assert "[+ moved here, 1: We thank" in " ".join(" ".join(struck.texts(made)).split())
    assert word_for_word.gaps(made, (old, new)) == []
    said = new.source.decode().replace("We thank", "moved here, 1: We thank")
    assert word_for_word.gaps(made, (old, read(new.path, said.encode())))


@pytest.mark.conformance
@needs_poppler
def test_both_versions_of_random_pairs_are_regained_and_verapdf_finds_no_broken_rule(
    tmp_path: Path, say: Callable[[str], None]
) -> None:
    count = int(os.environ.get("COMMUNIQUE_RANDOM", "300"))
    made: dict[int, list[Path]] = {number: [] for number in PROFILES}
    refused, counted = 0, set[int]()
    for seed in range(count):
        folder, pair = tmp_path / str(seed), pairs.pair(seed)
        if pair.old == pair.new or len(pair.old) > LONGEST:
            refused += 1
            continue
        try:
            old, new = (read(path) for path in pair.write(folder))
        except StatementError:  # the change was a fault
            refused += 1
            continue
        for number, pdfs in made.items():
            result = pipeline.build(
                new, "standard", folder / str(number), turn="changes", earlier=old, standard=number
            )
            pdfs.append(result.files["pdf"].path)
            if word_for_word.gaps(pdfs[-1], (old, new)):
                check(word_for_word.with_older_tags(pdfs[-1]), (old, new))
                counted.add(seed)
    say(
        f"{len(made[1])} pairs of versions regained word for word in both standards, "
        f"{refused} are none or too long for this test; only counted: {sorted(counted)}"
    )
    assert len(counted) <= max(1, count // 50), "a few are not found in order, but word by word"
    assert len(made[1]) > LEAST * count
    for number, pdfs in made.items():
        assert judge(pdfs, PROFILES[number]) == []
